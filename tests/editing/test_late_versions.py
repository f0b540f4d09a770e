"""A newer version that was taken in beside the older one, and is asked to take its place after all."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.editing.articles import remove_articles
from dateline.editing.import_report import ImportReport
from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import Nearly, ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import Annotator
from dateline.model.article import NEWER, Progress, State
from dateline.model.ids import new_id
from dateline.model.schema import Schema
from dateline.store.project import Project
from tests.store.dump import content

OLD = (
    "Ankara said on Monday that the ministers met in Berlin with Ada Bo of Norway and that the talks would go on for"
    " three more days in a quiet hotel near the lake while reporters waited outside the gates of the compound"
)
NEW = OLD.replace("quiet hotel", "quiet house")


def _spans(path: Path, text: str, *words: str) -> Path:
    spans = [{"start": text.index(w), "end": text.index(w) + len(w), "label": "PER"} for w in words]
    path.write_text(json.dumps({"text": text, "title": path.stem, "spans": spans}), encoding="utf-8")
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return _spans(tmp_path / "old.jsonl", OLD, "Ada Bo")


@pytest.fixture(params=["csv", "jsonl"])
def new(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    if request.param == "jsonl":
        return _spans(tmp_path / "new.jsonl", NEW)
    (tmp_path / "new.csv").write_text(f"title,text\nnew,{NEW}\n", encoding="utf-8")
    return tmp_path / "new.csv"


@pytest.fixture
def project(tmp_path: Path, old: Path, new: Path) -> Iterator[Project]:
    """A project with both versions side by side."""
    with Project.create(tmp_path / "p.dateline", Schema()) as made:
        import_sources(made, [old], ReadOptions(), add_labels=True)
        import_sources(made, [new], ReadOptions())
        yield made


def _again(project: Project, *paths: Path) -> tuple[ImportReport, list[str]]:
    """Import sources as newer versions, as their preview says; return the report and what is told of near texts."""
    options = ReadOptions(nearly=Nearly.REVISE)
    found = preview_sources(project, paths, options)
    report = import_sources(project, paths, options)
    assert [r.moved for r in found.revisions] == [r.moved for r in report.revisions]
    assert found.nothing_new is not bool(report.changes)
    told = [p for p in report.notices if p.kind is ProblemKind.NEAR_TEXT]
    assert [p for g in found.notices for p in g.examples if p.kind is ProblemKind.NEAR_TEXT] == told
    return report, [f"{p}" for p in told]


def test_it_takes_the_place_if_nobody_has_worked_on_it(project: Project, new: Path) -> None:
    before = content(project)
    report, (told,) = _again(project, new)
    assert (report.articles, [r.moved for r in report.revisions]) == (0, [1])
    assert (
        told
        == "new: is in the project beside old, which it nearly repeats, and takes its place now, with its annotations"
    )
    older, newer = project.articles.all()
    assert older.meta[NEWER] == newer.id
    (who,) = (a for a in project.annotations.annotators() if project.annotations.of(newer.id, a.id).mentions)
    assert not project.annotations.of(older.id, who.id).mentions
    assert _again(project, new)[1] == [], "once is enough"
    project.undo()
    assert content(project) == before


def test_of_one_that_was_worked_on_it_is_told_what_can_be_done(project: Project, new: Path) -> None:
    newer_id = project.articles.ids()[-1]
    with project.step("Done") as step:
        step.put(Annotator("ada", "ada"))
        step.put(Progress(new_id(), newer_id, "ada", State.DONE))
    report, (told,) = _again(project, new)
    assert not report.revisions
    assert not report.changes
    assert told.startswith("new: is in the project beside old, which it nearly repeats, and is worked on there")
    assert told.endswith("If nothing in it is worth keeping, remove it from the project and import it again")
    remove_articles(project, [newer_id])
    assert len(_again(project, new)[0].revisions) == 1


def test_what_comes_with_the_older_one_is_told_to_be_imported_alone(project: Project, old: Path, new: Path) -> None:
    for paths in ((old, new), (new, old)):
        report, (told,) = _again(project, *paths)
        assert not report.revisions
        assert not report.changes
        assert told.endswith("nothing moves to it. If it is the newer version, import it alone")


def test_the_older_one_takes_no_place_when_it_comes_again(project: Project, old: Path) -> None:
    report, told = _again(project, old)
    assert not report.revisions
    assert not report.changes
    assert not told


def test_without_work_on_either_nothing_is_told_of_both(tmp_path: Path) -> None:
    path = tmp_path / "both.csv"
    path.write_text(f"title,text\nold,{OLD}\nnew,{NEW}\n", encoding="utf-8")
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        import_sources(project, [path], ReadOptions())
        report, told = _again(project, path)
        assert not report.changes
        assert not told


BETWEEN = OLD.replace("quiet hotel", "quiet house")
LAST = BETWEEN.replace("three more", "four more")
DAYS = {"old": "2018-04-17", "between": "2018-04-18", "last": "2018-04-19"}
TEXTS = {"old": OLD, "between": BETWEEN, "last": LAST}


def _rows(path: Path, *titles: str, dated: bool = True) -> Path:
    lines = [f"{title},{DAYS[title] if dated else ''},{TEXTS[title]}\n" for title in titles]
    path.write_text("title,published,text\n" + "".join(lines), encoding="utf-8")
    return path


def _several(tmp_path: Path, *titles: str, worked: bool = True, dated: bool = True) -> Project:
    """Make a project of versions, each taken in beside those before; "old" has an annotation where it is worked on."""
    made = Project.create(tmp_path / "several.dateline", Schema())
    for title in titles:
        import_sources(made, [_rows(tmp_path / "one.csv", title, dated=dated)], ReadOptions())
    if worked:
        _work_on_old(made, tmp_path)
    return made


def _work_on_old(project: Project, tmp_path: Path) -> None:
    import_sources(project, [_spans(tmp_path / "old.jsonl", OLD, "Ada Bo")], ReadOptions(), add_labels=True)


def _versions(project: Project) -> dict[str, str]:
    """Return the titles of the articles that have a newer version, with its title."""
    titles = {a.id: a.title for a in project.articles.all()}
    return {a.title: titles[a.meta[NEWER]] for a in project.articles.all() if NEWER in a.meta}


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("there", [["old", "between", "last"], ["old", "between"]])
def test_it_takes_the_place_of_the_version_with_work(tmp_path: Path, there: list[str], *, dated: bool) -> None:
    """Not of a nearer one on which nobody has worked; so does one that comes for the first time."""
    with _several(tmp_path, *there, dated=dated) as project:
        last = _rows(tmp_path / "last.csv", "last", dated=dated)
        report, (told,) = _again(project, last)
        assert [r.moved for r in report.revisions] == [1]
        assert "old" in told
        assert _versions(project) == {"old": "last"}
        before = content(project)
        for title in ("last", "between", "old"):
            assert not _again(project, _rows(tmp_path / "x.csv", title, dated=dated))[0].changes
        assert content(project) == before


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("come", [["between", "last"], ["last", "between"]])
def test_of_two_in_one_import_the_newest_takes_the_place(tmp_path: Path, come: list[str], *, dated: bool) -> None:
    with _several(tmp_path, "old", "between", "last", dated=dated) as project:
        report, told = _again(project, _rows(tmp_path / "x.csv", *come, dated=dated))
        assert [r.moved for r in report.revisions] == [1]
        assert _versions(project) == {"old": "last"}
        day = " (2018-04-17)" if dated else ""
        assert sorted(told) == [
            f"between: is in the project beside old{day}, which it nearly repeats, and so is last, which is newer and"
            " takes its place: nothing moves to this one",
            f"last: is in the project beside old{day}, which it nearly repeats, and takes its place now, with its"
            " annotations",
        ]


@pytest.mark.parametrize("come", [["between"], ["last"], ["between", "last"], ["last", "between"]])
def test_work_that_a_version_can_no_longer_take_over_is_told(tmp_path: Path, come: list[str]) -> None:
    """A version that has another's place, or lost its own, takes no further one; removed and imported again it does."""
    with _several(tmp_path, "old", "between", "last", worked=False) as project:
        _, (told,) = _again(project, _rows(tmp_path / "x.csv", "last"))
        assert told.endswith("beside between (2018-04-18), which it nearly repeats, and takes its place now")
        _work_on_old(project, tmp_path)
        report, told_again = _again(project, _rows(tmp_path / "x.csv", *come))
        assert not report.changes
        assert sorted(told_again) == [
            f"{title}: is in the project beside old (2018-04-17), which it nearly repeats, and is a version of another"
            " article already: nothing moves to it. If nothing in it is worth keeping, remove it from the project and"
            " import it again"
            for title in sorted(come)
        ]
        remove_articles(project, [a.id for a in project.articles.all() if a.title in come])
        assert len(_again(project, _rows(tmp_path / "x.csv", come[-1]))[0].revisions) == 1


@pytest.mark.parametrize("turn", [1, -1])
def test_what_is_near_to_the_one_that_gets_the_work_alone_is_told(tmp_path: Path, turn: int) -> None:
    """Whichever of the two comes first."""
    words = [f"word{n}" for n in range(200)]
    texts = [" ".join([*words[:at], *(f"{w}x" for w in words[at:])]) for at in (200, 150, 108)]
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        import_sources(project, [_spans(tmp_path / "old.jsonl", texts[0], "word7")], ReadOptions(), add_labels=True)
        rows = [f"{title},{text}\n" for title, text in zip(("between", "last"), texts[1:], strict=True)]
        path = tmp_path / "both.csv"
        for some in ([rows[0]], [rows[1]], rows[::turn]):
            path.write_text("title,text\n" + "".join(some), encoding="utf-8")
            if some != rows[::turn]:
                import_sources(project, [path], ReadOptions())
        _, told = _again(project, path)
        assert _versions(project) == {"old": "between"}
        assert [t.partition(":")[0] for t in sorted(told)] == ["between", "last"]
        assert "which it nearly repeats and which this import has, too" in max(told)
