"""A file that brings a schema: the project's own types stay, the file's join them, and what differs is told."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from dateline.editing.common import EditError
from dateline.editing.exporting import export_project
from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.model.annotation import Layer
from dateline.model.ids import new_id
from dateline.model.schema import LabelType, Role, Schema
from dateline.store.project import Project


def typed(*labels: LabelType, name: str = "") -> Schema:
    return Schema(name=name, types=tuple(replace(t, position=n) for n, t in enumerate(labels)))


def exported(tmp_path: Path, schema: Schema, name: str = "theirs") -> Path:
    """A Dateline file with that schema and an article."""
    (tmp_path / f"{name}.txt").write_text("Ada met Bo in Rome.")
    with Project.create(tmp_path / f"{name}.dateline", schema) as theirs:
        import_sources(theirs, [tmp_path / f"{name}.txt"], ReadOptions())
        export_project(theirs, tmp_path / f"{name}.jsonl", "dateline", WriteOptions())
    return tmp_path / f"{name}.jsonl"


def label(name: str, layer: Layer = Layer.ENTITY, **more: object) -> LabelType:
    return LabelType(new_id(), layer, name, **more)  # type: ignore[arg-type]


def test_an_empty_project_keeps_its_own_types_beside_those_of_a_file(tmp_path: Path) -> None:
    mine = typed(label("VESSEL", key="v"), label("PORT", title="Port"), name="ships")
    path = exported(tmp_path, typed(label("PERSON", key="v"), label("PORT", title="Harbour"), name="people"))
    with Project.create(tmp_path / "mine.dateline", mine) as project:
        found = preview_sources(project, [path], ReadOptions())
        report = import_sources(project, [path], ReadOptions())
        after = project.schema()
        assert [(t.name, t.key, t.title) for t in after.types] == [
            ("VESSEL", "v", ""),
            ("PORT", "", "Port"),
            ("PERSON", "", ""),
        ]
        assert (after.name, report.labels_added, found.new_types) == ("ships", ("PERSON",), ("PERSON",))
        (told,) = [n.what for n in report.notices]
        assert told == "labels that are defined otherwise in the file stay as they are here: Port"
        assert [p.what for group in found.notices for p in group.examples] == [told]
        project.undo()
        assert project.schema() == mine


@pytest.mark.parametrize("own", [(), ("PERSON",)])
def test_a_schema_that_holds_all_of_the_projects_own_is_taken_as_it_is(tmp_path: Path, own: tuple[str, ...]) -> None:
    theirs = typed(label("MEET", Layer.EVENT, roles=(Role("Who"),)), label("PERSON"), name="people")
    path = exported(tmp_path, theirs)
    with Project.create(tmp_path / "mine.dateline", typed(*(label(n) for n in own))) as project:
        assert [g.examples for g in preview_sources(project, [path], ReadOptions()).notices] == []
        assert import_sources(project, [path], ReadOptions()).notices == []
        assert {t.name: t.id for t in project.schema().types} == {t.name: t.id for t in theirs.types}
        export_project(project, tmp_path / "again.jsonl", "dateline", WriteOptions())
        assert (tmp_path / "again.jsonl").read_bytes() == path.read_bytes()


def test_a_label_of_another_layer_in_an_empty_project_is_told_and_stops_the_import(tmp_path: Path) -> None:
    path = exported(tmp_path, typed(label("GPE", Layer.EVENT)))
    with Project.create(tmp_path / "mine.dateline", typed(label("GPE"))) as project:
        (problem,) = preview_sources(project, [path], ReadOptions()).problems
        assert "GPE (event there, entity here)" in problem.examples[0].what
        with pytest.raises(EditError, match="GPE"):
            import_sources(project, [path], ReadOptions())
        assert [t.layer for t in project.schema().types] == [Layer.ENTITY]


def test_a_type_that_was_renamed_here_stays_beside_the_one_of_an_older_export(tmp_path: Path) -> None:
    schema = typed(label("PERSON"))
    path = exported(tmp_path, schema)
    with Project.create(tmp_path / "mine.dateline", schema) as project:
        (renamed,) = project.schema().types
        with project.step("Rename") as step:
            step.put(replace(renamed, name="HUMAN"))
        import_sources(project, [path], ReadOptions())
        assert [t.name for t in project.schema().types] == ["HUMAN", "PERSON"]
        assert json.loads(path.read_text().splitlines()[0])["schema"]["entity"][0]["id"] == renamed.id
