"""Random work of two annotators: whatever they do, undo and redo, the page is what the store holds."""

import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from msgspec.structs import replace

from dateline import assets
from dateline.editing import articles, events, filling, registry, schema, tagging, times
from dateline.editing.checking import check_project
from dateline.gui.session import Session
from dateline.model.annotation import Layer, Mention
from dateline.model.article import Article, RegionKind, State
from dateline.model.changes import Changes, Kind
from dateline.model.page import Page
from dateline.model.schema import schema_from_toml
from dateline.model.text import Span
from dateline.store.project import Project

TEXTS = ("Tokayev met him in Astana on Thursday. 🤝 He went.", "Astana waits until next week.", "No date. Astana.")
LABELS = st.sampled_from(["GPE", "PERSON", "DATE", "DURATION", "CONSULT", "REQUEST", "PLACE"])
SPANS = st.builds(lambda b, n: Span(b, b + n), st.integers(0, 12), st.integers(1, 4))
PICK = st.integers(0, 50)
WHO = st.sampled_from(["ada", "bob"])


class Work(RuleBasedStateMachine):
    """Edits as the window makes them, through the session."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "p.dateline"
        text = assets.resources("schemas", "diplomacy.toml").read_text(encoding="utf-8")
        with Project.create(path, schema_from_toml(tomllib.loads(text))) as made, made.step("Articles") as step:
            for i, words in enumerate(TEXTS):
                step.put(Article(f"a{i}", words, f"Article {i}", published="2018-04-19", position=i))
        self.session = Session("ada")
        self.failures: list[object] = []
        self.session.failed.connect(self.failures.append)
        assert self.session.open_project(path)

    def teardown(self) -> None:
        assert self.session.project
        faults = [f for f in check_project(self.session.project) if f.grave]
        self.session.close_project()
        self.folder.cleanup()
        assert not faults

    @property
    def project(self) -> Project:
        assert self.session.project
        return self.session.project

    @property
    def page(self) -> Page:
        assert self.session.page
        return self.session.page

    def _do(self, edit: Callable[[], Changes]) -> None:
        self.session.do(edit)

    def _one(self, number: int, *layers: Layer) -> Mention | None:
        found = [m for m in self.page.in_order() if not layers or m.layer in layers]
        return found[number % len(found)] if found else None

    def has_page(self) -> bool:
        return self.session.page is not None

    def has_mention(self) -> bool:
        return bool(self.session.page and self.session.page.mentions)

    @precondition(has_page)
    @rule(name=LABELS, span=SPANS)
    def tag(self, name: str, span: Span) -> None:
        label = self.session.schema.by_name.get(name)
        if label is not None:
            self._do(lambda: tagging.tag(self.project, self.page, [span], label))

    @precondition(has_page)
    @rule(name=LABELS, span=SPANS)
    def tag_everywhere(self, name: str, span: Span) -> None:
        label = self.session.schema.by_name.get(name)
        if label is not None:
            self._do(lambda: tagging.tag_everywhere(self.project, self.page, [span], label, folded=True)[0])

    @precondition(has_mention)
    @rule(name=LABELS, number=PICK)
    def relabel(self, name: str, number: int) -> None:
        label, mention = self.session.schema.by_name.get(name), self._one(number)
        if label is not None and mention is not None:
            self._do(lambda: tagging.relabel(self.project, self.page, mention.id, label))

    @precondition(has_mention)
    @rule(number=PICK, span=SPANS)
    def move_edges(self, number: int, span: Span) -> None:
        if mention := self._one(number):
            self._do(lambda: tagging.set_fragments(self.project, self.page, mention.id, [span]))

    @precondition(has_mention)
    @rule(number=PICK, second=PICK)
    def delete(self, number: int, second: int) -> None:
        ids = {m.id for m in (self._one(number), self._one(second)) if m}
        self._do(lambda: tagging.delete(self.project, self.page, ids))

    @precondition(has_mention)
    @rule(number=PICK, second=PICK, role=st.sampled_from(["Agent", "Time", "Place"]), span=SPANS)
    def fill(self, number: int, second: int, role: str, span: Span) -> None:
        event, filler, scheme = self._one(number, Layer.EVENT), self._one(second), self.session.schema
        if event and filler and second % 2:
            self._do(lambda: events.fill_role(self.project, self.page, scheme, event.id, role, filler.id))
        elif event:
            self._do(lambda: filling.fill_role_with_words(self.project, self.page, scheme, event.id, role, [span]))

    @precondition(has_mention)
    @rule(number=PICK, typed=st.sampled_from(["2018-05", "", "nonsense", "May 14"]))
    def set_date(self, number: int, typed: str) -> None:
        if mention := self._one(number, Layer.TIME):
            self._do(lambda: times.set_date(self.project, self.page, mention.id, typed))

    @precondition(has_page)
    @rule(span=SPANS, kind=st.sampled_from(list(RegionKind)))
    def mark(self, span: Span, kind: RegionKind) -> None:
        self._do(lambda: articles.mark_region(self.project, self.page, span, kind))

    @precondition(has_page)
    @rule(number=PICK, text=st.sampled_from(["why", "", "so"]), on_mention=st.booleans())
    def note(self, number: int, text: str, on_mention: bool) -> None:
        mention = self._one(number) if on_mention else None
        self._do(lambda: articles.set_note(self.project, self.page, text, mention.id if mention else None))

    @precondition(has_mention)
    @rule(number=PICK)
    def link(self, number: int) -> None:
        mention = self._one(number, Layer.ENTITY, Layer.EVENT)
        if mention and mention.layer is Layer.ENTITY:
            known = self.project.registry.entities()
            thing = known[number % len(known)] if known and number % 2 else registry.new_entity(self.page, mention.id)
            self._do(lambda: registry.link_entity(self.project, self.page, [mention.id], thing))
        elif mention:
            told = self.project.registry.happenings()
            what = told[number % len(told)] if told and number % 2 else registry.new_happening(self.page, mention.id)
            self._do(lambda: registry.link_happening(self.project, self.page, [mention.id], what))

    @rule(number=PICK, merging=st.booleans())
    def registry_edit(self, number: int, merging: bool) -> None:
        things = self.project.registry.entities()
        if len(things) > 1 and merging:
            ids = [t.id for t in things]
            self._do(lambda: registry.merge(self.project, Kind.ENTITY, ids[0], ids[1:2]))
        elif things:
            self._do(lambda: registry.remove_thing(self.project, Kind.ENTITY, things[number % len(things)].id))

    @rule(how=st.sampled_from(["rename", "merge", "remove"]))
    def schema_edit(self, how: str) -> None:
        types = self.session.schema.by_name
        if how == "rename" and "GPE" in types:
            self._do(lambda: schema.put_type(self.project, replace(types["GPE"], name="PLACE")))
        elif how == "merge" and {"REQUEST", "CONSULT"} <= types.keys():
            self._do(lambda: schema.merge_types(self.project, types["REQUEST"].id, types["CONSULT"].id))
        elif how == "remove" and "PERSON" in types:
            self._do(lambda: schema.remove_type(self.project, types["PERSON"].id))

    @precondition(has_page)
    @rule(published=st.sampled_from(["2018-04-19", "2020-01-01", ""]), state=st.sampled_from(list(State)))
    def properties(self, published: str, state: State) -> None:
        new = replace(self.page.article, published=published)
        self._do(lambda: articles.set_properties(self.project, self.page, new))
        page = self.page
        self._do(lambda: articles.set_state(self.project, page.article.id, page.annotator_id, state))

    @precondition(has_page)
    @rule(sure=st.integers(0, 3))
    def remove_article(self, sure: int) -> None:
        if not sure:
            self._do(lambda: articles.remove_articles(self.project, [self.page.article.id]))

    @rule(name=WHO)
    def be(self, name: str) -> None:
        self.session.set_annotator(name)

    @rule(number=PICK)
    def go(self, number: int) -> None:
        if ids := self.project.articles.ids():
            self.session.open_article(ids[number % len(ids)])

    @rule(times_=st.integers(1, 4))
    def undo(self, times_: int) -> None:
        for _ in range(times_):
            self.session.undo()

    @rule(times_=st.integers(1, 4))
    def redo(self, times_: int) -> None:
        for _ in range(times_):
            self.session.redo()

    @invariant()
    def the_page_is_what_the_store_holds(self) -> None:
        assert not self.failures
        session, page = self.session, self.session.page
        assert session.annotator in self.project.annotations.annotators()
        assert session.schema == self.project.schema()
        if page is None:
            assert self.project.articles.count() == 0
        else:
            assert page.annotator_id == session.annotator.id
            assert page == self.project.annotations.page(page.article.id, page.annotator_id)
            assert session.mention_id is None or session.mention_id in page.mentions


TestWork = pytest.mark.usefixtures("qapp")(Work.TestCase)
TestWork.settings = settings(
    max_examples=25, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
