"""A delivery that comes again, corrected: whose it is, and what stands beside what it corrects, is told."""

import json
from pathlib import Path

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.editing.sources import import_annotator
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import AnnotatorKind, Layer
from dateline.model.ids import new_id
from dateline.model.schema import LabelType, Schema
from dateline.store.project import Project

Spans = list[list[object]]


def _text(number: int) -> str:
    return f"Report {number}: Ada met Bo in old Rome."


FIRST: list[Spans] = [[[10, 13, "PER"], [18, 20, "PER"], [24, 32, "GPE"]] for _ in range(5)]
CORRECTED: list[Spans] = [  # one relabelled, one shortened, one taken out
    [[10, 13, "PER"], [18, 20, "PER"], [24, 32, "LOC"]],
    [[10, 13, "PER"], [18, 20, "PER"], [28, 32, "GPE"]],
    [[10, 13, "PER"], [24, 32, "GPE"]],
    *FIRST[3:],
]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project.create(tmp_path / "p.dateline", Schema())
    with made.step("Labels") as step:
        for name in ("PER", "GPE", "LOC"):
            step.put(LabelType(new_id(), Layer.ENTITY, name))
    import_sources(made, [delivery(tmp_path / "doccano.jsonl", FIRST)], ReadOptions())
    return made


def delivery(path: Path, pages: list[Spans]) -> Path:
    lines = [json.dumps({"text": _text(n), "label": spans}) for n, spans in enumerate(pages)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def told(project: Project, path: Path, options: ReadOptions | None = None) -> list[str]:
    """Return what preview and import say alike."""
    options = options or ReadOptions()
    kinds = (ProblemKind.NAMESAKE, ProblemKind.OTHERWISE)
    seen = [str(p) for g in preview_sources(project, [path], options).notices for p in g.examples if p.kind in kinds]
    report = import_sources(project, [path], options)
    assert seen == [str(p) for p in report.notices if p.kind in kinds]
    return seen


def test_a_corrected_delivery_under_another_name_is_told_to_be_nearly_anothers(
    project: Project, tmp_path: Path
) -> None:
    [said] = told(project, delivery(tmp_path / "doccano_2024-06.jsonl", CORRECTED))
    assert "12 of 14 that come as doccano_2024-06's to texts that are here are there already as doccano's" in said
    assert '--annotator "doccano"' in said


def test_the_same_file_under_another_name_is_told_by_the_import_too(project: Project, tmp_path: Path) -> None:
    [said] = told(project, delivery(tmp_path / "copy.jsonl", FIRST))
    assert "all that comes as copy's" in said


def test_what_differs_and_what_did_not_come_again_is_told(project: Project, tmp_path: Path) -> None:
    path = delivery(tmp_path / "doccano_2024-06.jsonl", CORRECTED)
    differ, absent = told(project, path, ReadOptions(annotator=import_annotator("doccano")))
    assert "2 of doccano differ in label or extent from what stands there, and both are kept" in differ
    assert "“old Rome” (LOC) beside “old Rome” (GPE) in Report 0" in differ
    assert "“Rome” (GPE) beside “old Rome” (GPE) in Report 1" in differ
    assert "1 of doccano that stands there did not come again, and stays: “Bo” (PER) in Report 2" in absent


def test_another_task_on_the_same_words_differs_from_nothing(project: Project, tmp_path: Path) -> None:
    pages: list[Spans] = [[[28, 32, "LOC"]] for _ in FIRST]
    path = delivery(tmp_path / "places.jsonl", pages)
    assert told(project, path, ReadOptions(annotator=import_annotator("doccano"))) == []


def test_two_people_who_agree_are_two_people(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    lines = [{"text": _text(n), "label": spans, "annotator": "ada"} for n, spans in enumerate(CORRECTED)]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert told(project, path) == []
    assert [a.kind for a in project.annotations.annotators() if a.name == "ada"] == [AnnotatorKind.PERSON]
