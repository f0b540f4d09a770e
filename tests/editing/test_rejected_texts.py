"""Who rejected a text, and what was answered about it, are two things: each stays what it is, whoever comes with it."""

import json
from pathlib import Path

import pytest

from dateline.editing.exporting import export_project
from dateline.editing.importing import import_sources
from dateline.exchange.answers import REJECTED
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.exchange.passed_over import Why
from dateline.model.article import State
from dateline.model.schema import Schema
from dateline.store.project import Project

TEXT = "The foreign minister arrived in Astana on Monday and met the president there."
GPE = {"start": 32, "end": 38, "label": "GPE"}
CHOICE = {"accept": [], "options": [{"id": "POL"}], "answer": "reject", "_view_id": "choice", "_annotator_id": "ada"}
REJECTS = {"answer": "reject", "spans": [GPE], "_annotator_id": "ada"}
IGNORES = {"answer": "ignore", "spans": [], "_annotator_id": "bo"}
ACCEPTS = {"answer": "accept", "spans": [GPE], "_annotator_id": "eve"}


def _imported(folder: Path, files: list[list[dict[str, object]]], name: str = "prodigy") -> Project:
    project = Project.create(folder / f"{len(list(folder.iterdir()))}.dateline", Schema())
    for number, records in enumerate(files):
        path = folder / f"{number}.jsonl"
        path.write_text("".join(json.dumps({"text": TEXT} | r) + "\n" for r in records), encoding="utf-8")
        import_sources(project, [path], ReadOptions(), name, add_labels=True)
    return project


def _left(project: Project, folder: Path) -> dict[Why, int]:
    return export_project(project, folder / "left.jsonl", "prodigy", WriteOptions(states=[State.DONE])).left.articles


def _answers(project: Project, folder: Path) -> dict[str, str]:
    """Return what Prodigy's export says each annotator answered."""
    path = folder / "out.jsonl"
    export_project(project, path, "prodigy", WriteOptions())
    records = map(json.loads, path.read_bytes().splitlines())
    return {r["meta"]["annotator"]: r.get("answer", "") for r in records}


def test_a_choice_of_which_nothing_fits_rejects_nobodys_page(tmp_path: Path) -> None:
    with _imported(tmp_path, [[CHOICE], [IGNORES]]) as project:
        (article,) = project.articles.all()
        assert (article.meta["answer"], REJECTED in article.meta) == ("reject", False)
        assert _left(project, tmp_path) == {Why.SKIPPED: 1}
        assert _answers(project, tmp_path)["bo"] == "ignore"


@pytest.mark.parametrize("name", ["spans", "doccano"])
def test_a_column_of_ones_own_that_is_called_so_rejects_nothing(tmp_path: Path, name: str) -> None:
    record = {"answer": "reject", "annotator": "bo", "state": "skipped"}
    with _imported(tmp_path, [[record]], name) as project:
        (article,) = project.articles.all()
        assert article.meta["answer"] == "reject"
        assert _left(project, tmp_path) == {Why.SKIPPED: 1}
        assert _answers(project, tmp_path) == {"bo": "ignore"}


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("turned", [False, True])
def test_what_one_rejected_is_rejected_for_nobody_else(tmp_path: Path, apart: bool, turned: bool) -> None:
    records = [ACCEPTS, REJECTS, IGNORES, CHOICE | {"_annotator_id": "bo"}]
    records = records[::-1] if turned else records
    with _imported(tmp_path, [[r] for r in records] if apart else [records]) as project:
        (article,) = project.articles.all()
        assert (article.meta[REJECTED], article.meta["answer"]) == ("ada", "reject")
        assert _answers(project, tmp_path) == {"ada": "reject", "bo": "ignore", "eve": "accept"}


def test_what_was_rejected_is_left_out_as_that(tmp_path: Path) -> None:
    with _imported(tmp_path, [[REJECTS]]) as project:
        assert _left(project, tmp_path) == {Why.REJECTED: 1}


@pytest.mark.parametrize("name", ["prodigy", "dateline"])
def test_it_comes_back_from_an_export(tmp_path: Path, name: str) -> None:
    (tmp_path / "there").mkdir()
    with _imported(tmp_path / "there", [[REJECTS, ACCEPTS], [IGNORES], [REJECTS | {"_annotator_id": "gus"}]]) as there:
        export_project(there, tmp_path / "x.jsonl", name, WriteOptions())
        answers = _answers(there, tmp_path)
        assert answers == {"ada": "reject", "gus": "reject", "bo": "ignore", "eve": "accept"}
        assert not import_sources(there, [tmp_path / "x.jsonl"], ReadOptions(), name).changes
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        import_sources(project, [tmp_path / "x.jsonl"], ReadOptions(), name, add_labels=True)
        (article,) = project.articles.all()
        assert article.meta[REJECTED] == "ada, gus"
        assert _answers(project, tmp_path) == answers


def test_a_second_delivery_of_what_was_rejected_changes_nothing(tmp_path: Path) -> None:
    with _imported(tmp_path, [[ACCEPTS], [REJECTS]]) as project:
        assert not import_sources(project, [tmp_path / "1.jsonl"], ReadOptions(), "prodigy").changes
