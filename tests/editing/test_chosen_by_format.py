"""What was chosen for one format's labels is done to its sources alone, also in one import with others'."""

import json
from pathlib import Path

import pytest

from dateline.editing.chosen_before import as_chosen_before, run_as_before
from dateline.editing.import_report import ImportReport
from dateline.editing.import_request import ImportRequest
from dateline.editing.kept_labels import KeptLabels, keep_labels, kept_labels
from dateline.editing.preview import preview_import
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import Layer
from dateline.model.ids import new_id
from dateline.model.schema import LabelType, Role, Schema
from dateline.store.project import Project

TYPES = [(Layer.ENTITY, "GPE"), (Layer.ENTITY, "LOC"), (Layer.ENTITY, "PER"), (Layer.RELATION, "near")]


@pytest.fixture
def project(tmp_path: Path):
    types = [LabelType(new_id(), layer, name) for layer, name in TYPES]
    types.append(LabelType(new_id(), Layer.EVENT, "MEET", roles=(Role("Where"), Role("Place"))))
    with Project.create(tmp_path / "p.dateline", Schema("s", types=tuple(types))) as made:
        yield made


def _doccano(folder: Path, text: str, label: str = "LOC") -> Path:
    """Write a text whose first word meets its third, and is near that."""
    words = [(m, text.index(m), text.index(m) + len(m)) for m in text.split()]
    entities = [
        {"id": n, "start_offset": words[at][1], "end_offset": words[at][2], "label": name}
        for n, (at, name) in enumerate([(1, "MEET"), (0, label), (2, label)])
    ]
    relations = [
        {"id": 1, "from_id": 0, "to_id": 2, "type": "Place"},
        {"id": 2, "from_id": 1, "to_id": 2, "type": "near"},
    ]
    path = folder / "work.jsonl"
    path.write_text(json.dumps({"text": text, "annotator": "ada", "entities": entities, "relations": relations}) + "\n")
    return path


def _brat(folder: Path, text: str) -> Path:
    words = [(text.index(m), text.index(m) + len(m)) for m in text.split()]
    lines = [f"T{n}\t{name} {words[at][0]} {words[at][1]}\t{text.split()[at]}"
             for n, (at, name) in enumerate([(1, "MEET"), (0, "LOC"), (2, "LOC")], 1)]  # fmt: skip
    (folder / "brat").mkdir()
    (folder / "brat" / "x.txt").write_text(text)
    (folder / "brat" / "x.ann").write_text(
        "\n".join([*lines, "E1\tMEET:T1 Place:T3", "R1\tnear Arg1:T2 Arg2:T3"]) + "\n"
    )
    return folder / "brat"


def _imported(project: Project, *sources: Path, labels: dict[str, str] | None = None) -> ImportReport:
    request = ImportRequest(sources, ReadOptions(), "", labels or {}, {})
    found = preview_import(project, as_chosen_before(project, request))
    report = run_as_before(project, request, lambda _: None, add_labels=True)
    assert (found.articles, found.new_annotations) == (report.articles, report.annotations)
    assert _told(report) == [p.what for g in found.notices for p in g.examples if p.kind is ProblemKind.CHOSEN]
    return report


def _told(report: ImportReport) -> list[str]:
    return [p.what for p in report.notices if p.kind is ProblemKind.CHOSEN]


def _marks(project: Project) -> list[tuple[str, ...]]:
    """Return the labels of mentions and relations and the roles, with the first word of their texts."""
    found = []
    for bundle in project.annotations.bundles():
        page, word = bundle.annotations, bundle.article.text.split()[0]
        found += [(word, m.label) for m in page.mentions] + [(word, r.label) for r in page.relations]
        found += [(word, f"role {a.role}") for a in page.arguments]
    return sorted(found)


@pytest.mark.parametrize("chosen", ["GPE", "", "PER"])
@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize("label", ["LOC", "PER"])
def test_sources_of_two_formats_are_as_one_after_the_other(
    project: Project, tmp_path: Path, chosen: str, turn: int, label: str
) -> None:
    keep_labels(project, ["doccano"], KeptLabels({"LOC": chosen, "near": ""}, {"MEET.Place": "Where"}), ())
    sources = [_doccano(tmp_path, "Ada met Bo", label), _brat(tmp_path, "Eve saw Dan")][::turn]
    reports = [_imported(project, source) for source in sources]
    made = _marks(project)
    for _ in sources:
        project.undo()
    together = _imported(project, *sources)
    assert _marks(project) == made
    assert {line for line in made if line[0] == "Eve"} == {
        ("Eve", "LOC"), ("Eve", "MEET"), ("Eve", "near"), ("Eve", "role Place")
    }  # fmt: skip
    said = {line.removeprefix("as was chosen at an earlier import: ") for report in reports for line in _told(report)}
    assert _told(together) == [f"as was chosen at an earlier import of doccano: {line}" for line in said]


def test_what_both_formats_have_alike_and_what_is_said_now_hold_for_both(project: Project, tmp_path: Path) -> None:
    for name in ("doccano", "brat"):
        keep_labels(project, [name], KeptLabels({"near": ""}), ())
    keep_labels(project, ["doccano"], KeptLabels({"LOC": "PER"}), ())
    sources = _doccano(tmp_path, "Ada met Bo"), _brat(tmp_path, "Eve saw Dan")
    report = _imported(project, *sources, labels={"LOC": "GPE"})
    assert {label for _, label in _marks(project)} == {"GPE", "MEET", "role Place"}
    assert _told(report) == ["as was chosen at an earlier import: near is left out"]


def test_what_is_said_is_kept_for_the_formats_that_have_the_label(project: Project, tmp_path: Path) -> None:
    sources = _doccano(tmp_path, "Ada met Bo", "PER"), _brat(tmp_path, "Eve saw Dan")
    _imported(project, *sources, labels={"LOC": "GPE", "near": ""})
    assert kept_labels(project, ["doccano"]).labels == {"near": ""}
    assert kept_labels(project, ["brat"]).labels == {"LOC": "GPE", "near": ""}
