"""What an event may be another mention of, in its own article."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.editing.articles import ensure_annotator
from dateline.editing.common import EditError
from dateline.editing.events import fill_role
from dateline.editing.proposing import HappeningPairs, likeliest, thing_proposals
from dateline.editing.registry import link_happening, link_together, new_happening
from dateline.editing.sample import make_sample
from dateline.editing.tagging import delete, tag
from dateline.model.annotation import Argument, Layer, Mention, Relation, TimeValue
from dateline.model.article import Article
from dateline.model.page import Page
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.model.when import when_from_value
from dateline.store.project import Project

TEXT = "Ministers held a meeting. After the Meeting, they left. The meeting was long. A summit followed the meeting."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.dateline", Schema("none")) as made:
        who = ensure_annotator(made, "ada")[0].id
        with made.step("World") as step:
            step.put(Article("a", TEXT, "An article"))
            for name in ("h0", "h1"):
                step.put(Happening(name, f"Happening {name}", "CONSULT"))
            at = [i for i in range(len(TEXT)) if TEXT[i : i + 7].lower() == "meeting"]
            for n, begin in enumerate(at):
                linked = "h0" if n == 0 else None
                where = (Span(begin, begin + 7),)
                step.put(Mention(f"v{n}", "a", who, Layer.EVENT, "CONSULT", where, happening_id=linked))
            begin = TEXT.index("summit")
            step.put(Mention("summit", "a", who, Layer.EVENT, "CONSULT", (Span(begin, begin + 6),)))
        yield made


def _proposed(project: Project, mention_id: str) -> list[tuple[str, list[str]]]:
    page = project.annotations.page("a", project.annotations.annotators()[0].id)
    found = thing_proposals(project, page, page.mentions[mention_id])
    return [(p.thing.id, [str(r) for r in p.reasons]) for p in found]


def _on_the_key(project: Project, mention_id: str) -> str | None:
    page = project.annotations.page("a", project.annotations.annotators()[0].id)
    best = likeliest(thing_proposals(project, page, page.mentions[mention_id]))
    return best.thing.id if best else None


def _link(project: Project, mention_id: str, happening_id: str | None) -> None:
    page = project.annotations.page("a", project.annotations.annotators()[0].id)
    old = page.mentions[mention_id]
    with project.step("Link") as step:
        step.put(
            Mention(old.id, old.article_id, old.annotator_id, old.layer, old.label, old.fragments,
                    happening_id=happening_id)
        )  # fmt: skip


def test_an_event_of_which_nothing_is_said_is_the_one_told_before_in_the_same_words(project: Project) -> None:
    assert _proposed(project, "v1") == [("h0", ["the same type", "told before in this article"])]
    assert _on_the_key(project, "v2") == "h0"
    assert _proposed(project, "summit") == []


def test_of_two_told_before_none_is_on_the_key(project: Project) -> None:
    _link(project, "v1", "h1")
    assert [thing for thing, _ in _proposed(project, "v2")] == ["h1", "h0"]  # the nearest first
    assert _on_the_key(project, "v2") is None


def test_an_event_with_a_filler_of_its_own_speaks_for_itself(project: Project) -> None:
    with project.step("Fill") as step:
        step.put(Argument("r", "v1", "Topic", "summit"))
    assert _proposed(project, "v1") == []


def test_what_comes_later_is_not_told_before(project: Project) -> None:
    _link(project, "v0", None)
    _link(project, "v3", "h0")
    assert _proposed(project, "v1") == []


AGAIN = (
    "Serik visited Ankara on 24 March. He was well. The visit had been planned for 17 March. "
    "A call followed on 17 March."
)


@pytest.mark.parametrize(
    ("trigger", "stage", "day", "filler", "linked", "expected"),
    [
        ("visit", "planned", "2026-03-17", "", "h0", ["h0"]),  # a plan may have come to another day
        ("visit", "asserted", "2026-03-24", "", "h0", ["h0"]),
        ("visit", "asserted", "2026-03-24", "", None, ["told"]),  # still to be made, for both
        ("visit", "asserted", "2026-03-17", "", "h0", []),  # two that took place on two days
        ("visit", "planned", "2026-03-17", "Topic", "h0", []),  # more is said of it than when and where
        ("call", "planned", "2026-03-17", "", "h0", []),  # other words
    ],
)
def test_an_event_of_which_but_the_time_is_told_is_the_one_of_the_sentence_before(
    tmp_path: Path, trigger: str, stage: str, day: str, filler: str, linked: str | None, expected: list[str]
) -> None:
    with Project.create(tmp_path / "again.dateline", Schema("none")) as project:
        who = ensure_annotator(project, "ada")[0].id

        def words(mention_id: str, layer: Layer, label: str, text: str, **more: object) -> Mention:
            begin = AGAIN.index(text)
            return Mention(mention_id, "a", who, layer, label, (Span(begin, begin + len(text)),), **more)  # type: ignore[arg-type]

        with project.step("World") as step:
            step.put(Article("a", AGAIN, "An article", published="2026-03-24"))
            step.put(Happening("h0", "Visit", "CONSULT"))
            step.put(words("told", Layer.EVENT, "CONSULT", "visited", happening_id=linked))
            step.put(words("serik", Layer.ENTITY, "PERSON", "Serik"))
            step.put(words("then", Layer.TIME, "DATE", "24 March"))
            step.put(words("plan", Layer.TIME, "DATE", "17 March"))
            begin = AGAIN.index(f" {trigger} ") + 1
            step.put(
                Mention(
                    "e", "a", who, Layer.EVENT, "CONSULT", (Span(begin, begin + len(trigger)),), {"modality": stage}
                )
            )
            step.put(TimeValue("then", "2026-03-24", when_from_value("2026-03-24")))
            step.put(TimeValue("plan", day, when_from_value(day)))
            for n, (event, role, what) in enumerate(
                [("told", "Agent", "serik"), ("told", "Time", "then"), ("e", "Time", "plan")]
            ):
                step.put(Argument(f"r{n}", event, role, what))
            if filler:
                step.put(Argument("r9", "e", filler, "serik"))
        page = project.annotations.page("a", who)
        found = thing_proposals(project, page, page.mentions["e"])
        assert [p.thing.id for p in found] == expected
        best = likeliest(found)
        assert (best.thing.id if best else None) == (expected[0] if expected else None)  # not a faint one


def test_an_entity_is_found_by_its_initials(project: Project) -> None:
    with project.step("Entities") as step:
        step.put(Entity("long", "Organization of the Turkic States", "ORG"))
        step.put(Entity("short", "OIC", "ORG"))
    assert [e.id for e in project.registry.entities_near("OTS")] == ["long"]
    assert [e.id for e in project.registry.entities_near("Organisation of Islamic Cooperation")] == ["short"]
    assert project.registry.entities_near("ots") == []


TWICE = {
    "one": "Akar met Blinken in Oslo on Monday.",
    "two": "In Oslo, Akar met Blinken on Monday.",
    "far": "Akar met Blinken in Oslo on Monday.",
}


@pytest.fixture
def unlinked(tmp_path: Path, schema: Schema) -> Iterator[Project]:
    """Three articles that tell of a meeting, the last one of another a month later; nothing is linked."""
    with Project.create(tmp_path / "u.dateline", schema) as made:
        who = ensure_annotator(made, "ada")[0].id
        with made.step("World") as step:
            for name, text in TWICE.items():
                step.put(Article(name, text, name.title(), published="2018-05-22" if name == "far" else "2018-04-17"))
        roles = {"Akar": "Participant", "Blinken": "Participant", "Oslo": "Place", "Monday": "Time"}
        labels = {"Akar": "PERSON", "Blinken": "PERSON", "Oslo": "GPE", "Monday": "DATE", "met": "CONSULT"}
        for name, text in TWICE.items():
            ids = {}
            for words, label in labels.items():
                begin = text.index(words)
                page = made.annotations.page(name, who)
                place = tag(made, page, [Span(begin, begin + len(words))], schema.by_name[label]).place
                assert place
                ids[words] = place.record_id or ""
            page = made.annotations.page(name, who)
            for words, role in roles.items():
                fill_role(made, page, schema, ids["met"], role, ids[words])
        yield made


def _met(project: Project, article: str) -> tuple[Page, Mention]:
    page = project.annotations.page(article, project.annotations.annotators()[0].id)
    return page, page.events()[0]


def test_two_events_without_a_happening_get_one_together_in_one_step(unlinked: Project) -> None:
    page, event = _met(unlinked, "two")
    best = likeliest(thing_proposals(unlinked, page, event))
    assert best
    _, other = _met(unlinked, "one")
    assert best.event_id == other.id
    assert isinstance(best.thing, Happening)
    steps = len(unlinked.steps())
    link_together(unlinked, page, event.id, best.event_id, best.thing)
    assert len(unlinked.steps()) == steps + 1
    (made,) = unlinked.registry.happenings()
    assert (made.name, made.type) == ("met: Akar, Blinken", "CONSULT")
    assert {_met(unlinked, a)[1].happening_id for a in ("one", "two")} == {made.id}
    assert _met(unlinked, "far")[1].happening_id is None
    unlinked.undo()
    assert not unlinked.registry.happenings()
    assert {_met(unlinked, a)[1].happening_id for a in TWICE} == {None}


def test_one_that_has_a_happening_comes_before_one_that_has_none(unlinked: Project) -> None:
    page, event = _met(unlinked, "one")
    made = new_happening(page, event.id)
    link_happening(unlinked, page, [event.id], made)
    with unlinked.step("Another article") as step:
        step.put(Article("more", TWICE["one"], "More", published="2018-04-17"))
    page, event = _met(unlinked, "two")
    found = thing_proposals(unlinked, page, event)
    assert [(p.thing.id, p.event_id) for p in found] == [(made.id, "")]


def test_an_event_linked_meanwhile_brings_its_happening_and_one_that_went_is_told(unlinked: Project) -> None:
    page, event = _met(unlinked, "two")
    best = likeliest(thing_proposals(unlinked, page, event))
    assert best
    assert isinstance(best.thing, Happening)
    other_page, other = _met(unlinked, "one")
    made = new_happening(other_page, other.id)
    link_happening(unlinked, other_page, [other.id], made)
    link_together(unlinked, page, event.id, best.event_id, best.thing)
    assert _met(unlinked, "two")[1].happening_id == made.id
    assert len(unlinked.registry.happenings()) == 1
    unlinked.undo()
    delete(unlinked, other_page, [other.id])
    with pytest.raises(EditError, match="no longer there"):
        link_together(unlinked, page, event.id, best.event_id, best.thing)


def test_a_proposed_happening_linked_to_one_event_alone_gets_an_id_of_its_own(unlinked: Project) -> None:
    page, event = _met(unlinked, "two")
    best = likeliest(thing_proposals(unlinked, page, event))
    assert best
    assert isinstance(best.thing, Happening)
    link_happening(unlinked, page, [event.id], best.thing)
    (made,) = unlinked.registry.happenings()
    assert made.id not in {_met(unlinked, a)[1].id for a in TWICE}
    assert _met(unlinked, "two")[1].happening_id == made.id


def test_of_the_sample_in_which_every_happening_is_one_nothing_is_asked(tmp_path: Path) -> None:
    with Project.open(make_sample(tmp_path / "sample.dateline")) as sample:
        who = next(a for a in sample.annotations.annotators() if a.name == "gold")
        assert HappeningPairs(who.id).refresh(sample) == []


def test_two_that_are_linked_are_no_longer_asked_about_and_only_their_links_are_read(
    unlinked: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = unlinked.annotations.annotators()[0].id
    for article in ("one", "two"):
        page, event = _met(unlinked, article)
        link_happening(unlinked, page, [event.id], new_happening(page, event.id))
    events = [_met(unlinked, a)[1] for a in ("one", "two")]
    pairs = HappeningPairs(who)
    (asked,) = pairs.refresh(unlinked)
    assert {asked.keep, asked.other} == {e.happening_id for e in events}
    monkeypatch.setattr(unlinked.occurrences, "order_links", None)
    with unlinked.step("Part") as step:
        step.put(Relation("r", events[0].article_id, who, "PART_OF", events[0].id, events[1].id))
    one = events[1].happening_id or ""
    assert pairs.refresh(unlinked, [one]) == []
    assert pairs.refresh(unlinked, []) == []
    unlinked.undo()
    assert pairs.refresh(unlinked, [one]) == [asked]


FORUM = {
    "plan": "An investment forum will open in Oslo on 14 May 2018.",
    "off": "The forum in Oslo was cancelled, its hosts said.",
}


def test_a_forum_that_is_cancelled_is_the_one_that_was_announced(tmp_path: Path, schema: Schema) -> None:
    says = {"plan": {"modality": "planned"}, "off": {"modality": "planned", "polarity": "negative"}}
    with Project.create(tmp_path / "f.dateline", schema) as project:
        who = ensure_annotator(project, "ada")[0].id
        with project.step("World") as step:
            step.put(Entity("oslo", "Oslo", "GPE"))
            step.put(Happening("h", "Forum", "CONSULT"))
            for n, (name, text) in enumerate(FORUM.items()):
                step.put(Article(name, text, name, published=f"2018-04-{17 + n}"))
                at, place = text.index("forum"), text.index("Oslo")
                spans = (Span(at, at + 5),), (Span(place, place + 4),)
                linked = "h" if name == "plan" else None
                step.put(Mention(f"v-{name}", name, who, Layer.EVENT, "CONSULT", spans[0], says[name], None, linked))
                step.put(Mention(f"p-{name}", name, who, Layer.ENTITY, "GPE", spans[1], {}, "oslo"))
                step.put(Argument(f"a-{name}", f"v-{name}", "Place", f"p-{name}"))
        page = project.annotations.page("off", who)
        best = likeliest(thing_proposals(project, page, page.mentions["v-off"]))
        assert best
        assert best.thing.id == "h"
