"""A delivery of several people's work that comes once more as one's: it is told, and counted as what it is."""

import json
from pathlib import Path

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import Layer
from dateline.model.ids import new_id
from dateline.model.schema import LabelType, Schema
from dateline.store.project import Project

Spans = list[tuple[int, int, str]]
Record = tuple[int, str, Spans]  # of which text, whose, and what
ADA, BO, ROME, LATE = (10, 13, "PER"), (18, 20, "PER"), (28, 32, "GPE"), (24, 32, "GPE")
FIRST: list[Record] = [  # two coders; the first two texts are both's
    (0, "kim", [ADA, BO, LATE]),
    (0, "lee", [ADA, BO]),
    (1, "kim", [ADA, LATE]),
    (1, "lee", [ADA, ROME]),
    *((n, "kim", [ADA, BO, LATE]) for n in (2, 3, 4)),
    *((n, "lee", [ADA, BO, ROME]) for n in (5, 6, 7)),
]
TOLD = "{} annotations that come as later's to texts here are those of kim, lee"


def _delivery(path: Path, records: list[Record], field: str) -> Path:
    text = "Report {}: Ada met Bo in old Rome."
    lines = [json.dumps({"text": text.format(n), "label": spans, field: whose}) for n, whose, spans in records]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project.create(tmp_path / "p.dateline", Schema())
    with made.step("Labels") as step:
        for name in ("PER", "GPE", "LOC"):
            step.put(LabelType(new_id(), Layer.ENTITY, name))
    import_sources(made, [_delivery(tmp_path / "doccano.jsonl", FIRST, "annotator")], ReadOptions())
    return made


def _relabelled(records: list[Record], count: int) -> list[Record]:
    return [(n, whose, [(0, 6, "LOC"), *s[1:]] if k < count else s) for k, (n, whose, s) in enumerate(records)]


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (FIRST, ["all " + TOLD.format(24)]),
        (FIRST[::-1], ["all " + TOLD.format(24)]),  # in whatever order the records of a text come
        (FIRST[:3] + FIRST[4:-1], ["all " + TOLD.format(20)]),  # a part of it
        (_relabelled(FIRST, 2), ["21 of " + TOLD.format(24)]),
        (_relabelled(FIRST, 6), []),
        ([(n, whose, spans[:1]) for n, whose, spans in FIRST], []),  # of each page a part alone: another's work
    ],
    ids=["all", "in another order", "some records", "corrected", "otherwise", "a little of all"],
)
def test_the_works_of_several_that_come_once_more_as_ones_are_told(
    project: Project, tmp_path: Path, then: list[Record], said: list[str]
) -> None:
    path = _delivery(tmp_path / "later.jsonl", then, "username")
    found = preview_sources(project, [path], ReadOptions())
    report = import_sources(project, [path], ReadOptions())
    told = [str(p) for p in report.notices if p.kind is ProblemKind.NAMESAKE]
    assert told == [str(p) for g in found.notices for p in g.examples if p.kind is ProblemKind.NAMESAKE]
    assert (len(told), found.once_more, report.once_more) == (len(said), bool(said), bool(said))
    for whole, words in zip(told, said, strict=True):
        assert words in whole
        assert "--annotator" in whole


def test_what_several_records_of_a_text_have_is_not_there_already_where_its_annotator_is_new(
    project: Project, tmp_path: Path
) -> None:
    path = _delivery(tmp_path / "later.jsonl", FIRST, "username")
    for found in (preview_sources(project, [path], ReadOptions()), import_sources(project, [path], ReadOptions())):
        assert (found.annotations_there, found.repeated) == (0, 3)
    for found in (preview_sources(project, [path], ReadOptions()), import_sources(project, [path], ReadOptions())):
        assert (found.annotations_there, found.repeated) == (27, 0)


def test_whom_a_source_names_may_agree_with_several(project: Project, tmp_path: Path) -> None:
    path = _delivery(tmp_path / "later.jsonl", [(n, "max", spans) for n, _, spans in FIRST], "annotator")
    report = import_sources(project, [path], ReadOptions())
    assert [p for p in report.notices if p.kind is ProblemKind.NAMESAKE] == []
