"""What becomes of annotations of one text where near repeats are left out: equal text joins."""

import json
from pathlib import Path

import pytest

from dateline.editing.importing import import_sources
from dateline.exchange.options import Nearly, ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.schema import Schema
from dateline.store.project import Project

TEXT = " ".join(f"Word{i}" for i in range(60))


def _doccano(span: tuple[int, int]) -> dict[str, object]:
    return {"entities": [{"id": 0, "start_offset": span[0], "end_offset": span[1], "label": "GPE"}]}


def _prodigy(span: tuple[int, int]) -> dict[str, object]:
    return {"spans": [{"start": span[0], "end": span[1], "label": "GPE"}], "answer": "accept"}


@pytest.mark.parametrize("made", [_doccano, _prodigy])
@pytest.mark.parametrize("apart", [False, True])
def test_further_records_of_one_text_join_the_first(tmp_path: Path, made, *, apart: bool) -> None:
    lines = [json.dumps({"text": TEXT, "annotator": "bo", **made(span)}) for span in ((0, 5), (6, 11))]
    texts = lines if apart else ["\n".join(lines)]
    paths = [tmp_path / f"{n}.jsonl" for n in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text + "\n", encoding="utf-8")
    options = ReadOptions(nearly=Nearly.LEAVE_OUT)
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        for new in (2, 0):
            report = import_sources(project, paths, options, made.__name__[1:], add_labels=True)
            (page,) = project.annotations.bundles()
            assert (report.annotations, report.passed_over, len(page.annotations.mentions)) == (new, 0, 2)
            assert not [p for p in report.notices if p.kind is ProblemKind.NEAR_TEXT]
            assert not [p for p in report.notices if "an article of its own" in p.what]


def test_a_row_that_repeats_one_that_is_left_out_is_left_out_too(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        for name, texts in (("a", [TEXT]), ("b", [f"{TEXT} More", f"{TEXT} More"])):
            path = tmp_path / f"{name}.csv"
            path.write_text("\n".join(["text", *texts]) + "\n", encoding="utf-8")
            report = import_sources(project, [path], ReadOptions(nearly=Nearly.LEAVE_OUT))
        assert (report.articles, project.articles.count()) == (0, 1)
        near = [p.line for p in report.notices if p.kind is ProblemKind.NEAR_TEXT and "left out" in p.what]
        assert near == [2, 3]
