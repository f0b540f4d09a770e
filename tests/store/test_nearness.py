"""Names near some words: the index against every name looked at, and kept up with what changes."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.json import encode

from dateline.assist.things import propose_entities
from dateline.model.registry import Entity
from dateline.model.schema import Schema
from dateline.model.text import alike, fold, in_short, initials
from dateline.store.nearness import Names
from dateline.store.project import Project

_WORDS = ("Tokayev", "Tokaev", "Kassym", "Nur", "Çavuşoğlu", "Cavusoglu", "of", "Ministry", "Foreign", "OTS", "Turkic")
_NAMES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(" ".join) | st.text("abcdeé ", max_size=7)
_ENTITIES = st.lists(st.tuples(_NAMES, st.lists(_NAMES, max_size=2)), max_size=12).map(
    lambda each: [Entity(f"e{i}", name, "PERSON", tuple(others)) for i, (name, others) in enumerate(each)]
)


def _rows(entities: list[Entity]) -> list[tuple[str, str, str]]:
    return [(e.id, e.name, encode(e.aliases).decode()) for e in entities]


def _broadly_near(entity: Entity, words: str) -> bool:
    """A shared word, a spelling much alike, or one in short for the other: every name looked at."""
    wanted, short = fold(words), in_short(words)
    for name in (entity.name, *entity.aliases):
        known = fold(name)
        if set(known.split()) & set(wanted.split()):
            return True
        if known[:1] == wanted[:1] and abs(len(known) - len(wanted)) <= 3 and alike(known, wanted) >= 0.8:
            return True
        if short and short == (initials(name) if words == short else name):
            return True
    return False


@given(st.lists(_NAMES.filter(str.strip), max_size=12), _NAMES)
@example(["Tokayev Tokaev Tokaev"], "Tokaev Tokaev Tokaev Kassym")  # alike enough, but a word longer: no spelling
def test_nothing_that_would_be_proposed_is_left_out(called: list[str], words: str) -> None:
    entities = [Entity(f"e{i}", name, "PERSON") for i, name in enumerate(called)]
    names = Names()
    names.expect(_rows(entities))
    assert names.learn()
    near = [e for e in entities if e.id in names.near(words)]
    broad = [e for e in entities if _broadly_near(e, words)]
    assert {e.id for e in near} <= {e.id for e in broad}
    assert propose_entities(words, "PERSON", near, {}) == propose_entities(words, "PERSON", broad, {})


@given(_ENTITIES, _ENTITIES, _NAMES)
def test_what_was_changed_is_as_if_it_had_been_learned_at_once(
    before: list[Entity], after: list[Entity], words: str
) -> None:
    names, fresh = Names(), Names()
    names.expect(_rows(before))
    names.learn(0)
    names.expect(_rows(after))
    while not names.learn(0):
        pass
    fresh.expect(_rows(after))
    fresh.learn()
    assert names.near(words) == fresh.near(words)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.dateline", Schema()) as made:
        with made.step("Entities") as step:
            step.put(Entity("e", "Astana", "GPE"))
        yield made


def _near(project: Project, words: str) -> list[str]:
    return [e.id for e in project.registry.entities_near(words)]


def test_names_follow_steps_undo_and_what_another_connection_writes(project: Project) -> None:
    assert _near(project, "Astana") == ["e"]
    with project.step("Rename") as step:
        step.put(Entity("e", "Nur-Sultan", "GPE"))
    assert (_near(project, "Astana"), _near(project, "NUR-sultan")) == ([], ["e"])
    project.undo()
    assert _near(project, "Astana") == ["e"]
    project.redo()
    assert _near(project, "Astana") == []
    with project.sibling() as other, other.step("Beside") as step:
        step.put(Entity("two", "Astana", "GPE"))
    assert _near(project, "Astana") == ["two"]


def test_names_of_a_step_that_failed_are_forgotten(project: Project) -> None:
    assert _near(project, "Astana") == ["e"]
    seen = []
    with suppress(RuntimeError), project.step("Fails") as step:
        step.put(Entity("new", "Almaty", "GPE"))
        seen = _near(project, "Almaty")
        raise RuntimeError
    assert seen == ["new"]
    assert _near(project, "Almaty") == []
    assert _near(project, "Astana") == ["e"]


def test_learning_may_be_parted(project: Project) -> None:
    with project.step("Many") as step:
        step.add_all([Entity(f"n{i}", f"Name {i}", "PERSON") for i in range(300)])
    turns = 1
    while not project.registry.learn_names(0):
        turns += 1
    assert turns > 3
    assert "n77" in _near(project, "Name 77")
