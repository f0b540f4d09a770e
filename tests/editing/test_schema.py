"""Editing the schema reaches every annotation, in one step each."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from dateline.editing import schema as edit
from dateline.editing.common import EditError
from dateline.editing.filling import fill_role_with_words
from dateline.model.annotation import Layer
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.store.project import Project
from tests.editing.conftest import span
from tests.editing.test_tagging import tag

Load = Callable[[], Page]


def test_a_new_name_goes_into_annotations_and_roles(project: Project, load: Load, schema: Schema) -> None:
    event = tag(project, load, schema, "met", "CONSULT")
    fill_role_with_words(project, load(), schema, event, "Place", [span("Astana")])
    assert edit.touched_by(project, "GPE") == 1
    edit.put_type(project, replace(project.schema().by_name["GPE"], name="COUNTRY"))
    changed = project.schema()
    assert "GPE" not in changed.by_name
    place = changed.by_name["CONSULT"].role("Place")
    assert place
    assert "COUNTRY" in place.fillers
    assert "GPE" not in place.fillers
    assert sorted(m.label for m in load().mentions.values()) == ["CONSULT", "COUNTRY"]
    project.undo()
    assert project.schema() == schema
    assert sorted(m.label for m in load().mentions.values()) == ["CONSULT", "GPE"]


def test_merging_and_removing(project: Project, load: Load, schema: Schema) -> None:
    tag(project, load, schema, "Astana", "GPE")
    tag(project, load, schema, "Ankara", "LOC")
    by_name = project.schema().by_name
    edit.merge_types(project, by_name["LOC"].id, by_name["GPE"].id)
    assert {m.label for m in load().mentions.values()} == {"GPE"}
    edit.remove_type(project, by_name["GPE"].id)
    assert not load().mentions
    assert "GPE" not in project.schema().by_name
    project.undo()
    project.undo()
    assert {m.label for m in load().mentions.values()} == {"GPE", "LOC"}
    assert project.schema() == schema


def test_a_role_is_renamed_in_the_annotations(project: Project, load: Load, schema: Schema) -> None:
    event = tag(project, load, schema, "met", "CONSULT")
    fill_role_with_words(project, load(), schema, event, "Place", [span("Astana")])
    consult = project.schema().by_name["CONSULT"]
    roles = tuple(replace(r, name="Venue") if r.name == "Place" else r for r in consult.roles)
    edit.put_type(project, replace(consult, roles=roles))
    assert [a.role for a in load().arguments_of(event)] == ["Venue"]


def test_what_cannot_be_is_refused_by_name(project: Project, schema: Schema) -> None:
    by_name = project.schema().by_name
    with pytest.raises(EditError, match="PERSON"):
        edit.put_type(project, replace(by_name["ORG"], name="PERSON"))
    with pytest.raises(EditError, match="collide"):
        edit.put_type(project, replace(by_name["ORG"], key=by_name["PERSON"].key))
    with pytest.raises(EditError, match="layers"):
        edit.merge_types(project, by_name["ORG"].id, by_name["DATE"].id)
    with pytest.raises(EditError, match="new type"):
        edit.put_type(project, replace(by_name["ORG"], layer=Layer.TIME))
    assert project.schema() == schema


def test_a_new_type_gets_a_free_key_and_can_be_moved(project: Project) -> None:
    made = edit.new_type(project.schema(), Layer.ENTITY, "VESSEL")
    edit.put_type(project, made)
    assert project.schema().problems() == []
    edit.move_type(project, made.id, 0)
    assert project.schema().layer(Layer.ENTITY)[0].name == "VESSEL"
    project.undo()
    assert project.schema().layer(Layer.ENTITY)[-1].name == "VESSEL"
