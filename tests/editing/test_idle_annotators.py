"""What is done with one article asks for those who worked on it, however many others the project has."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.redating import redate, redating
from dateline.exchange.options import Nearly, ReadOptions
from dateline.model.annotation import Annotator, AnnotatorKind, Layer
from dateline.model.article import Article, Progress, State
from dateline.model.ids import new_id
from dateline.model.schema import LabelType, Schema
from dateline.store.project import Project
from tests.store.statements import statements

TEXT = " ".join(f"Envoy {number} met the minister of harbour {number} on Monday." for number in range(20))


def _source(folder: Path, text: str, who: str) -> Path:
    folder.mkdir(exist_ok=True)
    record = {"text": text, "annotator": who, "label": [[0, 5, "PER"], [6, 7, "NUM"]]}
    path = folder / "more.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


def _revise(project: Project, folder: Path) -> None:
    report = import_sources(project, [_source(folder, f"{TEXT} Also.", "zed")], ReadOptions(nearly=Nearly.REVISE))
    assert [r.moved for r in report.revisions] == [2]


def _take_in_anothers(project: Project, folder: Path) -> None:
    report = import_sources(project, [_source(folder, TEXT, "zed")], ReadOptions())
    told = "perhaps the same work once more: all 2 annotations that come as zed's to texts here are ada's"
    assert any(told in str(notice) for notice in report.notices), [str(n) for n in report.notices]


def _redate(project: Project, folder: Path) -> None:
    redate(project, redating(project, project.articles.ids()[-1], "2019-03-05"))


def _come_late(project: Project, folder: Path) -> None:
    """Take a newer version in beside the older one, and then in its place; somebody looked at it meanwhile."""
    path = _source(folder, f"{TEXT} Also.", "ada")
    path.write_text(json.dumps({"text": f"{TEXT} Also."}), encoding="utf-8")
    import_sources(project, [path], ReadOptions())
    newer = project.articles.ids()[-1]
    with project.step("Look") as step:
        step.put(Progress(new_id(), newer, project.annotations.annotators()[0].id, State.NEW))
    report = import_sources(project, [path], ReadOptions(nearly=Nearly.REVISE))
    assert len(report.revisions) == 1


@pytest.mark.parametrize("done", [_revise, _take_in_anothers, _redate, _come_late])
def test_the_database_is_asked_as_often_however_many_work_elsewhere(
    tmp_path: Path, done: Callable[[Project, Path], None]
) -> None:
    assert _asked(tmp_path / "many", 60, done) <= _asked(tmp_path / "few", 3, done)


def _asked(folder: Path, idle: int, done: Callable[[Project, Path], None]) -> int:
    """Return how many statements are run for an article of ada's in a project with so many others."""
    folder.mkdir()
    with Project.create(folder / "p.dateline", Schema()) as project:
        with project.step("Labels and people") as step:
            for name in ("PER", "NUM"):
                step.put(LabelType(new_id(), Layer.ENTITY, name))
            elsewhere = Article(new_id(), "Nothing happened.", "Elsewhere")
            step.put(elsewhere)
            for number in range(idle):
                who = Annotator(new_id(), f"idle {number}", AnnotatorKind.PERSON)
                step.put(who)
                step.put(Progress(new_id(), elsewhere.id, who.id, State.DONE))
        import_sources(project, [_source(folder / "first", TEXT, "ada")], ReadOptions())
        with statements(project) as run:
            done(project, folder / "then")
        return len(run)
