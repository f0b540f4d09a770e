"""Entities and happenings: linked, renamed, merged, without losing what is known of them."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from dateline.editing.common import EditError
from dateline.editing.registry import link_entity, link_happening, merge, new_entity, new_happening, set_happening_date
from dateline.editing.schema import merge_types, put_type
from dateline.editing.tagging import delete, set_fragments, tag
from dateline.editing.things import create, rename, set_external_id, set_thing_note
from dateline.model.changes import Kind
from dateline.model.page import Page
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Schema
from dateline.model.timex import when_from_value
from dateline.model.when import When
from dateline.store.project import Project
from tests.editing.conftest import span

Load = Callable[[], Page]


def _when() -> When:
    when = when_from_value("2018-04-19")
    assert when
    return when


def _named(project: Project, load: Load, schema: Schema, words: str) -> Entity:
    changes = tag(project, load(), [span(words)], schema.by_name["PERSON"])
    assert changes.place
    mention_id = changes.place.record_id or ""
    entity = new_entity(load(), mention_id)
    link_entity(project, load(), [mention_id], entity)
    return entity


def test_linking_with_an_entity_read_before_it_was_renamed_keeps_the_new_name(
    project: Project, load: Load, schema: Schema
) -> None:
    old = _named(project, load, schema, "Çavuşoğlu")
    rename(project, Kind.ENTITY, old.id, "Mevlüt Çavuşoğlu")
    set_thing_note(project, Kind.ENTITY, old.id, "minister")
    again = tag(project, load(), [span("ÇAVUŞOĞLU")], schema.by_name["PERSON"])
    assert again.place
    link_entity(project, load(), [again.place.record_id or ""], old)
    kept = project.registry.entity(old.id)
    assert kept
    assert (kept.name, kept.note) == ("Mevlüt Çavuşoğlu", "minister")
    assert "ÇAVUŞOĞLU" in kept.aliases


def test_linking_with_a_happening_read_before_it_was_dated_keeps_the_date(
    project: Project, load: Load, schema: Schema
) -> None:
    changes = tag(project, load(), [span("met")], schema.by_name["CONSULT"])
    assert changes.place
    mention_id = changes.place.record_id or ""
    happening = new_happening(load(), mention_id)
    link_happening(project, load(), [mention_id], happening)
    set_happening_date(project, happening.id, _when())
    link_happening(project, load(), [mention_id], happening)
    kept = project.registry.happening(happening.id)
    assert kept
    assert kept.when == _when()


def test_merging_keeps_dates_notes_and_numbers_that_only_the_other_has(project: Project) -> None:
    with project.step("Happenings") as step:
        step.put(Happening("h1", "the visit", "CONSULT"))
        step.put(Happening("h2", "the May visit", "CONSULT", _when(), "Q7", "two days"))
    merge(project, Kind.HAPPENING, "h1", ["h2"])
    assert project.registry.happenings() == [Happening("h1", "the visit", "CONSULT", _when(), "Q7", "two days")]
    with project.step("Entities") as step:
        step.put(Entity("e1", "Astana", "GPE", note="capital"))
        step.put(Entity("e2", "Nur-Sultan", "GPE", ("Akmola",), "Q1520", "renamed in 2019"))
    merge(project, Kind.ENTITY, "e1", ["e2"])
    assert project.registry.entities() == [
        Entity("e1", "Astana", "GPE", ("Nur-Sultan", "Akmola"), "Q1520", "capital\nrenamed in 2019")
    ]
    project.undo()
    assert len(project.registry.entities()) == 2


def _happening(project: Project, load: Load, schema: Schema, words: str) -> str:
    changes = tag(project, load(), [span(words)], schema.by_name["CONSULT"])
    assert changes.place
    mention_id = changes.place.record_id or ""
    happening = new_happening(load(), mention_id)
    link_happening(project, load(), [mention_id], happening)
    return happening.id


@pytest.mark.parametrize(("renamed", "name"), [("keep", "The visit"), ("other", "The visit"), ("", "met")])
def test_a_name_that_a_person_chose_outlives_one_made_of_words(
    project: Project, load: Load, schema: Schema, renamed: str, name: str
) -> None:
    ids = {
        "keep": _happening(project, load, schema, "met"),
        "other": _happening(project, load, schema, "visit"),
    }
    if renamed:
        rename(project, Kind.HAPPENING, ids[renamed], "The visit")
    merge(project, Kind.HAPPENING, ids["keep"], [ids["other"]])
    assert [(h.id, h.name) for h in project.registry.happenings()] == [(ids["keep"], name)]
    project.undo()
    assert len(project.registry.happenings()) == 2


def test_an_entity_called_by_its_words_takes_the_name_chosen_for_the_other(
    project: Project, load: Load, schema: Schema
) -> None:
    keep = _named(project, load, schema, "Çavuşoğlu")
    other, _ = create(project, Kind.ENTITY, "Mevlüt Çavuşoğlu", "PERSON")
    merge(project, Kind.ENTITY, keep.id, [other.id])
    assert [(e.id, e.name, e.aliases) for e in project.registry.entities()] == [
        (keep.id, "Mevlüt Çavuşoğlu", ("Çavuşoğlu",))
    ]


@pytest.mark.parametrize(
    ("rename_other", "name"), [(False, "Çavuşoğlu"), (True, "The minister")], ids=["untouched", "renamed"]
)
def test_a_name_that_came_with_an_import_is_nobodys_choice_until_it_is_changed(
    project: Project, load: Load, schema: Schema, rename_other: bool, name: str
) -> None:
    keep = _named(project, load, schema, "Çavuşoğlu")
    with project.step("Import", kind="import") as step:
        step.put(Entity("q1", "PERSON_000431", "PERSON"))
    if rename_other:
        rename(project, Kind.ENTITY, "q1", "The minister")
    merge(project, Kind.ENTITY, keep.id, ["q1"])
    assert [(e.id, e.name) for e in project.registry.entities()] == [(keep.id, name)]


def test_of_two_imported_names_that_of_what_is_kept_stays(project: Project) -> None:
    with project.step("Import", kind="import") as step:
        step.put(Entity("q1", "Astana", "GPE"))
        step.put(Entity("q2", "GPE_000431", "GPE"))
    merge(project, Kind.ENTITY, "q1", ["q2"])
    assert [(e.id, e.name) for e in project.registry.entities()] == [("q1", "Astana")]


def test_merging_into_what_is_gone_is_said(project: Project) -> None:
    with pytest.raises(EditError, match="no longer there"):
        merge(project, Kind.ENTITY, "gone", ["e2"])


def test_a_renamed_or_merged_label_is_followed_by_entities_and_happenings(
    project: Project, load: Load, schema: Schema
) -> None:
    with project.step("Things") as step:
        step.put(Entity("e1", "Astana", "GPE"))
        step.put(Happening("h1", "the visit", "CONSULT"))
    put_type(project, replace(schema.by_name["GPE"], name="PLACE"))
    consult, visit = schema.by_name["CONSULT"], schema.by_name["COOPERATE"]
    merge_types(project, consult.id, visit.id)
    assert [e.type for e in project.registry.entities()] == ["PLACE"]
    assert [h.type for h in project.registry.happenings()] == ["COOPERATE"]
    project.undo()
    project.undo()
    assert [e.type for e in project.registry.entities()] == ["GPE"]


def _shortened(project: Project, load: Load, mention_id: str, words: str) -> None:
    set_fragments(project, load(), mention_id, (span(words),))


def _only_mention(project: Project, kind: Kind, thing_id: str) -> str:
    (mention,) = project.registry.all_mentions(kind, thing_id)
    return mention.id


def _name(project: Project, entity_id: str) -> str:
    found = project.registry.entity(entity_id)
    assert found
    return found.name


def test_an_entity_named_after_one_mention_alone_follows_its_edges_and_one_undo_takes_both_back(
    project: Project, load: Load, schema: Schema
) -> None:
    made = _named(project, load, schema, "Çavuşoğlu met Tokayev")
    mention_id = _only_mention(project, Kind.ENTITY, made.id)
    _shortened(project, load, mention_id, "Tokayev")
    assert _name(project, made.id) == "Tokayev"
    _shortened(project, load, mention_id, "Tokayev in Astana")
    assert _name(project, made.id) == "Tokayev in Astana"
    project.undo()
    assert _name(project, made.id) == "Tokayev"
    project.undo()
    assert _name(project, made.id) == "Çavuşoğlu met Tokayev"
    assert load().mentions[mention_id].fragments == (span("Çavuşoğlu met Tokayev"),)


def test_an_entity_with_another_mention_or_renamed_or_not_made_from_words_keeps_its_name(
    project: Project, load: Load, schema: Schema
) -> None:
    shared = _named(project, load, schema, "Çavuşoğlu met Tokayev")
    mention_id = _only_mention(project, Kind.ENTITY, shared.id)
    other = tag(project, load(), [span("Ankara")], schema.by_name["PERSON"]).place
    assert other
    link_entity(project, load(), [other.record_id or ""], shared)
    _shortened(project, load, mention_id, "Tokayev")
    assert _name(project, shared.id) == "Çavuşoğlu met Tokayev"

    renamed = _named(project, load, schema, "Astana on Thursday")
    rename(project, Kind.ENTITY, renamed.id, "Nur-Sultan")
    rename(project, Kind.ENTITY, renamed.id, "Astana on Thursday")
    _shortened(project, load, _only_mention(project, Kind.ENTITY, renamed.id), "Astana")
    assert _name(project, renamed.id) == "Astana on Thursday"

    written, _ = create(project, Kind.ENTITY, "next week", "PERSON")
    assert isinstance(written, Entity)
    week = tag(project, load(), [span("next week")], schema.by_name["PERSON"]).place
    assert week
    link_entity(project, load(), [week.record_id or ""], written)
    _shortened(project, load, week.record_id or "", "week")
    assert _name(project, written.id) == "next week"


def test_a_happening_named_after_one_event_alone_follows_it(project: Project, load: Load, schema: Schema) -> None:
    place = tag(project, load(), [span("talks in Ankara")], schema.by_name["CONSULT"]).place
    assert place
    event_id = place.record_id or ""
    made = new_happening(load(), event_id)
    link_happening(project, load(), [event_id], made)
    _shortened(project, load, event_id, "talks")
    found = project.registry.happening(made.id)
    assert found
    assert found.name == "talks"


def test_moving_an_edge_does_not_read_all_mentions_of_the_entity(
    project: Project, load: Load, schema: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _named(project, load, schema, "Çavuşoğlu met Tokayev")
    mention_id = _only_mention(project, Kind.ENTITY, made.id)
    read: list[str] = []
    monkeypatch.setattr(type(project.registry), "all_mentions", lambda *_: read.append("all") or [])
    _shortened(project, load, mention_id, "Tokayev")
    assert _name(project, made.id) == "Tokayev"
    assert not read


def _linked_visit(project: Project, load: Load, schema: Schema, name: str = "") -> tuple[str, Happening]:
    """Tag a visit and make its happening, as the key does; under another name where one is given."""
    changes = tag(project, load(), [span("visit")], schema.by_name["CONSULT"])
    assert changes.place
    mention_id = changes.place.record_id or ""
    happening = new_happening(load(), mention_id)
    happening = replace(happening, name=name or happening.name)
    link_happening(project, load(), [mention_id], happening)
    return mention_id, happening


@pytest.mark.parametrize("how", ["delete", "unlink", "edges, then delete"])
def test_a_happening_made_by_the_key_goes_with_its_last_mention_and_comes_back_with_it(
    project: Project, load: Load, schema: Schema, how: str
) -> None:
    mention_id, happening = _linked_visit(project, load, schema)
    if how.startswith("edges"):
        set_fragments(project, load(), mention_id, (span("visit follows"),))
    before = project.registry.happenings()
    if how == "unlink":
        link_happening(project, load(), [mention_id], None)
    else:
        delete(project, load(), [mention_id])
    assert project.registry.happenings() == []
    project.undo()
    assert project.registry.happenings() == before
    assert load().mentions[mention_id].happening_id == happening.id


@pytest.mark.parametrize("said", ["name", "own name", "date", "number", "note"])
def test_what_a_person_said_of_a_happening_outlives_its_mentions(
    project: Project, load: Load, schema: Schema, said: str
) -> None:
    mention_id, happening = _linked_visit(project, load, schema, "The great day" if said == "own name" else "")
    kind, h = Kind.HAPPENING, happening.id
    if said == "name":
        rename(project, kind, h, "visit of the year")
    elif said == "date":
        set_happening_date(project, h, _when())
    elif said == "number":
        set_external_id(project, kind, h, "Q7")
    elif said == "note":
        set_thing_note(project, kind, h, "two days")
    delete(project, load(), [mention_id])
    assert [k.id for k in project.registry.happenings()] == [h]


def test_a_happening_with_another_mention_or_made_in_the_registry_stays(
    project: Project, load: Load, schema: Schema
) -> None:
    mention_id, happening = _linked_visit(project, load, schema)
    changes = tag(project, load(), [span("talks")], schema.by_name["CONSULT"])
    assert changes.place
    other = changes.place.record_id or ""
    link_happening(project, load(), [other], happening)
    delete(project, load(), [mention_id])
    assert [k.id for k in project.registry.happenings()] == [happening.id]
    made, _ = create(project, Kind.HAPPENING, "talks", "CONSULT")
    assert isinstance(made, Happening)
    link_happening(project, load(), [other], made)
    delete(project, load(), [other])
    assert [k.id for k in project.registry.happenings()] == [made.id]
