"""What several annotators' records of one text say of the article: what the first lacks is taken, the rest is told."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.editing.exporting import export_project
from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.schema import Schema
from dateline.store.project import Project

TEXT = "Ada met Bo on Thursday."
ANN = {"title": "One", "published": "2024-04-03", "source": "AA", "desk": "a"}
BEA = {
    "title": "Two",
    "published": "2024-04-03",
    "source": "AA",
    "url": "https://example.org/1",
    "desk": "b",
    "shelf": "s",
}
PEOPLE = {"ann": ANN, "bea": BEA}


def _jsonl(path: Path, records: list[dict[str, Any]]) -> Path:
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return path


def _spans(folder: Path, people: dict[str, dict[str, str]]) -> Path:
    span = {"start": 0, "end": 3, "label": "PER"}
    records = [{"text": TEXT, "annotator": who, "spans": [span], **facts} for who, facts in people.items()]
    return _jsonl(folder / "spans.jsonl", records)


def _doccano(folder: Path, people: dict[str, dict[str, str]]) -> Path:
    path = folder / "doccano.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for who, facts in people.items():
            archive.writestr(f"{who}.jsonl", json.dumps({"id": 1, "text": TEXT, "label": [[0, 3, "PER"]], **facts}))
    return path


def _label_studio(folder: Path, people: dict[str, dict[str, str]]) -> Path:
    value = {"start": 0, "end": 3, "text": "Ada", "labels": ["PER"]}
    result = [{"id": "r", "type": "labels", "from_name": "l", "to_name": "t", "value": value}]
    tasks = [
        {"id": n, "data": {"text": TEXT, **facts}}
        | {"annotations": [{"id": n, "completed_by": {"email": who}, "result": result}]}
        for n, (who, facts) in enumerate(people.items())
    ]
    path = folder / "studio.json"
    path.write_text(json.dumps(tasks), encoding="utf-8")
    return path


def _prodigy(folder: Path, people: dict[str, dict[str, str]]) -> Path:
    span = {"start": 0, "end": 3, "label": "PER", "token_start": 0, "token_end": 0}
    records = [
        {"text": TEXT, "_input_hash": 1, "_task_hash": 2, "_annotator_id": who, "_view_id": "ner_manual"}
        | {"spans": [span], "answer": "accept", "meta": facts}
        for who, facts in people.items()
    ]
    return _jsonl(folder / "prodigy.jsonl", records)


WRITTEN = (_spans, _doccano, _label_studio, _prodigy)
Written = Callable[[Path, dict[str, dict[str, str]]], Path]


def _told(found: Any) -> list[str]:
    return sorted(p.what for p in found.notices if p.kind is ProblemKind.OTHERWISE)


def _previewed(project: Project, path: Path) -> list[str]:
    groups = preview_sources(project, [path], ReadOptions()).notices
    return sorted(p.what for g in groups if g.kind == ProblemKind.OTHERWISE.value for p in g.examples)


@pytest.fixture
def project(tmp_path: Path):
    with Project.create(tmp_path / "p.dateline", Schema()) as made:
        yield made


@pytest.mark.parametrize("written", WRITTEN)
def test_what_differs_is_told_and_what_the_first_lacks_is_taken(project: Project, tmp_path: Path, written: Written):
    path = written(tmp_path, PEOPLE)
    said = [
        f"column desk: “b” in {path.name}, “a” here, which stays",
        f"title: “Two” in {path.name}, “One” here, which stays",
    ]
    assert _previewed(project, path) == said
    report = import_sources(project, [path], ReadOptions(), add_labels=True)
    assert _told(report) == said
    assert (report.articles, len(report.annotators), report.facts.articles) == (1, 2, 0)
    (article,) = project.articles.all()
    assert (article.title, article.source, article.url) == ("One", "AA", BEA["url"])
    assert (article.meta["desk"], article.meta["shelf"]) == ("a", "s")
    assert preview_sources(project, [path], ReadOptions()).nothing_new


@pytest.mark.parametrize("written", WRITTEN)
def test_a_date_that_only_the_second_has_is_the_articles(project: Project, tmp_path: Path, written: Written):
    path = written(tmp_path, {"ann": {"title": "One"}, "bea": {"title": "One", "published": "2024-04-03"}})
    found = preview_sources(project, [path], ReadOptions())
    report = import_sources(project, [path], ReadOptions(), add_labels=True)
    assert (_told(report), report.new.undated, found.new.undated) == ([], 0, 0)
    assert [a.published for a in project.articles.all()] == ["2024-04-03"]


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("written", WRITTEN)
def test_columns_of_another_delivery_are_told_too(project: Project, tmp_path: Path, written: Written, together: bool):
    """They may be of its annotations: those that articles lack are left out, once told for all."""
    paths = []
    for who, facts in PEOPLE.items():
        folder = tmp_path / who
        folder.mkdir()
        paths.append(written(folder, {who: facts}))
    if together:
        report = import_sources(project, paths, ReadOptions(), add_labels=True)
    else:
        import_sources(project, paths[:1], ReadOptions(), add_labels=True)
        report = import_sources(project, paths[1:], ReadOptions(), add_labels=True)
    assert [what.partition(":")[0] for what in _told(report)] == ["column desk", "title"]
    (left_out,) = [p for p in report.notices if "shelf" in p.what]
    assert (left_out.kind, left_out.file) == (ProblemKind.FIELD, paths[1].name)
    (article,) = project.articles.all()
    assert (article.url, "shelf" in article.meta) == (BEA["url"], False)


def test_a_colleagues_own_columns_are_the_articles(project: Project, tmp_path: Path):
    """Dateline's own export says of an article what is its article's."""
    paths = []
    for who, facts in PEOPLE.items():
        with Project.create(tmp_path / f"{who}.dateline", Schema()) as own:
            import_sources(own, [_spans(tmp_path, {who: facts})], ReadOptions(), add_labels=True)
            paths.append(_exported(own, tmp_path / f"{who}.jsonl"))
    report = import_sources(project, paths, ReadOptions(), add_labels=True)
    assert [what.partition(":")[0] for what in _told(report)] == ["column desk", "title"]
    (article,) = project.articles.all()
    assert (article.url, article.meta["shelf"]) == (BEA["url"], "s")


def test_a_column_of_each_record_leaves_room_for_titles(project: Project, tmp_path: Path):
    """What an annotation took, say, differs in each of hundreds of records."""
    record = {"spans": [{"start": 0, "end": 1, "label": "PER"}]}
    records = [
        {"text": f"{n} {TEXT}", "annotator": who, "title": f"{n}", "took": f"{n} {who}", **record}
        for n in range(600)
        for who in PEOPLE
    ]
    records[-1]["title"] = "Another"
    path = _jsonl(tmp_path / "many.jsonl", records)
    report = import_sources(project, [path], ReadOptions(), add_labels=True)
    assert sum(p.count for p in report.notices if p.kind is ProblemKind.OTHERWISE) == 601
    told = [p.what for p in report.notices if p.kind is ProblemKind.OTHERWISE and p.count == 1]
    assert [what.partition(":")[0] for what in told] == [*(["column took"] * 20), "title"]


def _exported(project: Project, path: Path) -> Path:
    export_project(project, path, "dateline", WriteOptions())
    return path


@pytest.mark.parametrize("order", [("ada", "bo"), ("bo", "ada")])
@pytest.mark.parametrize("files", [1, 2])
def test_who_answered_when_is_no_fact_of_the_article_and_goes_out_with_the_answer(
    project: Project, tmp_path: Path, order: tuple[str, str], files: int
):
    records = {
        who: {"text": TEXT, "answer": "accept", "_input_hash": 1, "_task_hash": 2, "meta": {"desk": "a"}}
        | {"_annotator_id": f"news-{who}", "_session_id": f"news-{who}", "_timestamp": place}
        | {"spans": [{"start": place, "end": place + 3, "label": "PER"}]}
        for place, who in ((0, "ada"), (4, "bo"))
    }
    given = [records[who] for who in order]
    paths = [_jsonl(tmp_path / "both.jsonl", given)]
    if files > 1:
        paths = [_jsonl(tmp_path / f"{who}.jsonl", [records[who]]) for who in order]
    told = []
    for path in paths:
        told += import_sources(project, [path], ReadOptions(), add_labels=True).notices
    (article,) = project.articles.all()
    assert article.meta == {"_input_hash": "1", "_task_hash": "2", "desk": "a"}
    said = [p.what for p in told if "_timestamp" in p.what or "news-" in p.what or "_session_id" in p.what]
    assert said == ["the field _timestamp is of each answer and not of its article, and is left out"] * files
    export_project(project, tmp_path / "out.jsonl", "prodigy", WriteOptions())
    out = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert {(r["_annotator_id"], r["_session_id"], r["spans"][0]["start"]) for r in out} == {
        ("news-ada", "news-ada", 0),
        ("news-bo", "news-bo", 4),
    }
    assert preview_sources(project, [tmp_path / "out.jsonl"], ReadOptions()).nothing_new


def test_a_session_that_does_not_name_the_annotator_is_told(project: Project, tmp_path: Path):
    record = {"text": TEXT, "answer": "accept", "_annotator_id": "ada", "_session_id": "morning", "spans": []}
    report = import_sources(project, [_jsonl(tmp_path / "x.jsonl", [record])], ReadOptions())
    assert [p.what for p in report.notices if "_session_id" in p.what] == [
        "the field _session_id is of each answer and not of its article, and is left out"
    ]
    assert [a.meta for a in project.articles.all()] == [{}]
