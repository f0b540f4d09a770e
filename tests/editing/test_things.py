"""Registry edits: each one undoable step, whatever is done in whatever order."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.editing import things
from dateline.editing.articles import ensure_annotator
from dateline.editing.common import EditError
from dateline.editing.registry import (
    date_event,
    date_happening,
    link_entity,
    link_happening,
    merge,
    new_entity,
    new_happening,
    remove_thing,
    set_happening_date,
)
from dateline.model.annotation import Layer, Mention
from dateline.model.article import Article
from dateline.model.changes import Changes, Kind
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.model.when import Granularity, When, from_iso, when_from_value
from dateline.store.project import Project
from tests.store.dump import content

ENTITY, HAPPENING = Kind.ENTITY, Kind.HAPPENING
KINDS = (ENTITY, HAPPENING)
DAY = When(from_iso("2018-05-14"), from_iso("2018-05-15"), Granularity.DAY)
TEXT = "Tokayev met Vučić in Astana. Tokayev thanked Vučić. They met again."


@contextmanager
def _world(path: Path) -> Iterator[Project]:
    """Two articles; entities e0–e2 and happenings h0–h2 with mentions of two annotators, one thing with none."""
    with Project.create(path / "things.dateline", Schema("none")) as project:
        who = [ensure_annotator(project, name)[0].id for name in ("ada", "ben")]
        with project.step("World") as step:
            for i in range(2):
                step.put(Article(f"a{i}", TEXT, f"Article {i}", published=f"2018-04-1{i}"))
            for i in range(3):
                step.put(Entity(f"e{i}", f"Entity {i}", "PERSON", ("first",) if i == 0 else ()))
                step.put(Happening(f"h{i}", f"Happening {i}", "CONSULT"))
            for n in range(8):
                span, of, worker = (Span(n, n + 1),), f"a{n % 2}", who[n // 4]
                step.put(Mention(f"m{n}", of, worker, Layer.ENTITY, "PERSON", span, entity_id=f"e{n % 2}"))
                step.put(Mention(f"v{n}", of, worker, Layer.EVENT, "CONSULT", span, happening_id=f"h{n % 2}"))
        yield project


@pytest.fixture
def world(tmp_path: Path) -> Iterator[Project]:
    with _world(tmp_path) as project:
        yield project


_ids = st.integers(0, 2)
_names = st.sampled_from(["Çavuşoğlu", "  Astana  talks ", "Entity 0", "x" * 90, "first"])
_kinds = st.sampled_from(KINDS)
_some = st.lists(st.integers(0, 7), min_size=1, max_size=5)
Edit = Callable[[Project], Changes]


def _id(kind: Kind, number: int) -> str:
    return f"{'e' if kind is ENTITY else 'h'}{number}"


def _mentions(kind: Kind, numbers: list[int]) -> list[str]:
    return [f"{'m' if kind is ENTITY else 'v'}{n}" for n in numbers]


def _linked_in_the_text(project: Project, kind: Kind, number: int, to: int) -> Changes:
    """Link a mention as its page does: to a thing, to none (3), or to one made of it (4)."""
    (mention_id,) = _mentions(kind, [number])
    (mention,) = project.annotations.records(Kind.MENTION, [mention_id])
    page = project.annotations.page(mention.article_id, mention.annotator_id)
    if kind is ENTITY:
        entity = new_entity(page, mention_id) if to == 4 else project.registry.entity(f"e{to}")
        return link_entity(project, page, [mention_id], entity)
    happening = new_happening(page, mention_id) if to == 4 else project.registry.happening(f"h{to}")
    return link_happening(project, page, [mention_id], happening)


_edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(lambda k, n: lambda p: things.create(p, k, n, "PERSON")[1], _kinds, _names),
    st.builds(lambda k, i, n: lambda p: things.rename(p, k, _id(k, i), n), _kinds, _ids, _names),
    st.builds(lambda i, n: lambda p: things.set_aliases(p, f"e{i}", n), _ids, st.lists(_names, max_size=3)),
    st.builds(lambda k, i, t: lambda p: things.set_type(p, k, _id(k, i), t), _kinds, _ids, st.sampled_from(["", "X"])),
    st.builds(lambda k, i: lambda p: things.set_external_id(p, k, _id(k, i), "q42"), _kinds, _ids),
    st.builds(lambda k, i, n: lambda p: things.set_thing_note(p, k, _id(k, i), n), _kinds, _ids, _names),
    st.builds(
        lambda k, i, ms, n: lambda p: things.split(p, k, _id(k, i), _mentions(k, ms), n)[1], _kinds, _ids, _some, _names
    ),
    st.builds(
        lambda k, i, ms: lambda p: things.link_mentions(p, k, None if i == 2 else _id(k, i), _mentions(k, ms)),
        _kinds, _ids, _some,
    ),
    st.builds(lambda k, i, o: lambda p: merge(p, k, _id(k, i), [_id(k, n) for n in o]), _kinds, _ids, st.lists(_ids)),
    st.builds(lambda k, i: lambda p: remove_thing(p, k, _id(k, i)), _kinds, _ids),
    st.builds(lambda i: lambda p: set_happening_date(p, f"h{i}", when_from_value("2018-05-14")), _ids),
    st.builds(lambda i, typed: lambda p: date_happening(p, f"h{i}", typed), _ids, st.sampled_from(["", "14 May 2018"])),
    st.builds(lambda n: lambda p: date_event(p, f"v{n}", DAY), st.integers(0, 7)),
    st.builds(lambda k, n, i: lambda p: _linked_in_the_text(p, k, n, i), _kinds, st.integers(0, 7), st.integers(0, 4)),
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_edits, min_size=1, max_size=8))
def test_undo_of_every_registry_edit_restores_the_project(edits: list[Edit]) -> None:
    with TemporaryDirectory() as folder, _world(Path(folder)) as project:
        states = [content(project)]
        for edit in edits:
            try:
                changes = edit(project)
            except EditError:
                assert content(project) == states[-1]
                continue
            if changes:
                states.append(content(project))
            else:
                assert content(project) == states[-1]
        for before in states[-2::-1]:
            assert project.undo()
            assert content(project) == before
        for after in states[1:]:
            assert project.redo()
            assert content(project) == after


def test_a_renamed_entity_keeps_its_old_name_as_an_alias(world: Project) -> None:
    changes = things.rename(world, ENTITY, "e0", " Kassym-Jomart   Tokayev ")
    assert changes.label == "Rename Entity 0 to Kassym-Jomart Tokayev"
    assert world.registry.entity("e0") == Entity("e0", "Kassym-Jomart Tokayev", "PERSON", ("first", "Entity 0"))
    assert not things.rename(world, ENTITY, "e0", "Kassym-Jomart Tokayev")
    things.rename(world, ENTITY, "e0", "first")  # back to a name it has: no alias of itself
    entity = world.registry.entity("e0")
    assert entity
    assert entity.aliases == ("Entity 0", "Kassym-Jomart Tokayev")


def test_a_name_and_a_thing_are_needed(world: Project) -> None:
    with pytest.raises(EditError, match="needs a name"):
        things.create(world, HAPPENING, "  ")
    with pytest.raises(EditError, match="needs a name"):
        things.rename(world, ENTITY, "e0", "")
    with pytest.raises(EditError, match="This happening is no longer there"):
        things.rename(world, HAPPENING, "gone", "x")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("q42", "Q42"), ("Q 42", "Q42"), ("https://www.wikidata.org/wiki/Q42", "Q42"), ("wd:Q42", "Q42"), ("Q", "Q"),
        ("Q042", None), ("Q4x2", None), ("https://www.wikidata.org/wiki/Quark", None), ("viaf 123", "viaf 123"),
        ("Quark", "Quark"), ("  GND   1 ", "GND 1"), ("", ""), ("http://www.wikidata.org/entity/Q42#x", "Q42"),
        ("wikidata.org/wiki/Q42", "Q42"), ("www.wikidata.org/wiki/Q42#P31", "Q42"), ("m.wikidata.org/wiki/q42", "Q42"),
        ("//www.wikidata.org/entity/Q42", "Q42"), ("https://www.m.wikidata.org/wiki/Q42?uselang=tr", "Q42"),
        ("https://www.wikidata.org/wiki/Special:EntityData/Q42.json", "Q42"), ("wikidata.org/wiki/Q42/", "Q42"),
        ("wikidata.org/w/index.php?title=Q42&action=history", "Q42"), ("Q42.5", None),
        ("wikidata.org/wiki/Quark", None), ("wikidata.org/wiki/Q42x", None),
        ("wikidata.org/wiki/Property:P31", "wikidata.org/wiki/Property:P31"), ("example.org/Q42", "example.org/Q42"),
    ],
)  # fmt: skip
def test_external_ids(world: Project, typed: str, kept: str | None) -> None:
    if kept is None:
        with pytest.raises(EditError, match="no Wikidata number"):
            things.set_external_id(world, ENTITY, "e0", typed)
        return
    things.set_external_id(world, ENTITY, "e0", typed)
    entity = world.registry.entity("e0")
    assert entity
    assert entity.external_id == kept


def test_split_mentions_go_to_a_new_thing_of_the_same_type(world: Project) -> None:
    new, changes = things.split(world, ENTITY, "e0", ["m0", "m4", "m1"], "The other")  # m1 is e1's: stays
    assert (new.name, new.type) == ("The other", "PERSON")
    assert {m.id for m in world.registry.all_mentions(ENTITY, new.id)} == {"m0", "m4"}
    assert {m.id for m in world.registry.all_mentions(ENTITY, "e0")} == {"m2", "m6"}
    assert {m.id for m in world.registry.all_mentions(ENTITY, "e1")} == {"m1", "m3", "m5", "m7"}
    assert changes.articles == {"a0"}
    world.undo()
    assert world.registry.entity(new.id) is None


def test_what_cannot_be_split_is_said(world: Project) -> None:
    with pytest.raises(EditError, match="Choose the mentions"):
        things.split(world, ENTITY, "e0", ["m1"], "The other")
    with pytest.raises(EditError, match="all its mentions"):
        things.split(world, ENTITY, "e0", ["m0", "m2", "m4", "m6"], "The other")
    with pytest.raises(EditError, match="needs a name"):
        things.split(world, ENTITY, "e0", ["m0"], "")


def test_mentions_of_many_articles_are_linked_at_once_and_only_fitting_ones(world: Project) -> None:
    things.link_mentions(world, HAPPENING, "h2", ["v0", "v1", "m0"])
    assert {m.id for m in world.registry.all_mentions(HAPPENING, "h2")} == {"v0", "v1"}
    things.link_mentions(world, HAPPENING, None, ["v0"])
    assert {m.id for m in world.registry.all_mentions(HAPPENING, "h2")} == {"v1"}
    with pytest.raises(EditError, match="no longer there"):
        things.link_mentions(world, HAPPENING, "h2", ["m0"])


def test_a_thing_that_stays_as_it_was_makes_no_step(world: Project) -> None:
    before = world.next_undo()
    assert not things.set_aliases(world, "e0", ["first", " first", "Entity 0", ""])
    assert not things.set_type(world, ENTITY, "e0", "PERSON")
    assert not things.set_external_id(world, ENTITY, "e0", " ")
    assert not things.set_thing_note(world, ENTITY, "e0", " ")
    assert world.next_undo() == before
    things.set_thing_note(world, ENTITY, "e0", "n")
    assert things.set_thing_note(world, ENTITY, "e0", "m").label == "Note on Entity 0"


@pytest.mark.parametrize(
    ("thing", "here", "day"),
    [
        ("h0", "", "2018-04-04"),  # all its reports are of 10 April, a Tuesday
        ("h1", "", "2018-04-11"),  # and these of the day after
        ("h2", "v0", "2018-04-04"),  # told on both: the selected report counts
        ("h2", "v1", "2018-04-11"),
        ("h1", "v0", "2018-04-11"),  # what is selected is no report of it
    ],
)
def test_a_weekday_is_counted_from_the_publication_of_the_reports(
    world: Project, thing: str, here: str, day: str
) -> None:
    if thing == "h2":
        _tell_on_both_days(world)
    date_happening(world, thing, "Wednesday", here)
    dated = world.registry.happening(thing)
    assert dated
    assert dated.when
    assert dated.when.begin == from_iso(day)


def _tell_on_both_days(project: Project) -> None:
    mentions = project.annotations.records(Kind.MENTION, ["v0", "v1"])
    with project.step("Both") as step:
        for mention in mentions:
            step.put(replace(mention, happening_id="h2"))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Thursday", "appeared on 2018-04-10, 2018-04-11: select"),
        ("5/4/2018", "can be"),
        ("banana", "not a date that can be read"),
    ],
)
def test_a_weekday_of_what_was_told_on_several_days_needs_one_of_them(world: Project, typed: str, told: str) -> None:
    _tell_on_both_days(world)
    with pytest.raises(ValueError, match=told):
        date_happening(world, "h2", typed)


def test_a_step_of_the_registry_says_what_was_done(world: Project) -> None:
    merge(world, ENTITY, "e0", ["e1", "e2"])
    things.set_external_id(world, ENTITY, "e0", "https://www.wikidata.org/wiki/Q1520")
    things.set_external_id(world, ENTITY, "e0", "")
    assert [step.label for step in reversed(world.steps(3))] == [
        "Merge Entity 1, Entity 2 into Entity 0",
        "External id of Entity 0: Q1520",
        "External id of Entity 0: none",
    ]
