"""What a source says of articles that are in the project already: what they lack is taken, the rest is told."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.editing.times import resolved
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import Annotator, Layer, Mention
from dateline.model.page import Page
from dateline.model.schema import LabelType, Schema
from dateline.model.text import Span
from dateline.store.project import Project

TEXT = "Ministers met in Ankara on Thursday."
OTHER = "Nobody came to Oslo."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    schema = Schema(types=(LabelType("d", Layer.TIME, "DATE"),))
    with Project.create(tmp_path / "p.dateline", schema) as made:
        folder = tmp_path / "texts"
        folder.mkdir()
        for name, text in (("a", TEXT), ("b", OTHER)):
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        import_sources(made, [folder], ReadOptions())
        yield made


def _table(tmp_path: Path, *lines: str, header: str = "text,published,source,title,author") -> Path:
    path = tmp_path / "dates.csv"
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return path


def _thursday(project: Project) -> str:
    """Tag the text's day; return the annotator's id."""
    article = next(a for a in project.articles.all() if a.text == TEXT)
    begin = TEXT.index("Thursday")
    mention = Mention("t", article.id, "ada", Layer.TIME, "DATE", (Span(begin, begin + 8),))
    with project.step("Tag") as step:
        step.put(Annotator("ada", "ada"))
        step.put(mention)
        step.put(resolved(Page.of(article, "ada", project.annotations.of(article.id, "ada")), mention))
    return article.id


def _differences(found) -> list[str]:
    return [p.what for p in found.notices if p.kind is ProblemKind.OTHERWISE]


def test_a_table_gives_articles_the_facts_they_lack_and_their_dates_follow(project: Project, tmp_path: Path) -> None:
    article_id = _thursday(project)
    before = project.annotations.of(article_id, "ada").times[0].value
    path = _table(tmp_path, f"{TEXT},2018-04-20,AA,Talks,Eve", f"{OTHER},,,,", "New.,2018-04-21,,,")
    found = preview_sources(project, [path], ReadOptions())
    report = import_sources(project, [path], ReadOptions())
    assert found.facts == report.facts
    assert (report.articles, report.known_articles, report.facts.articles, report.facts.recounted) == (1, 2, 1, 1)
    assert report.facts.fields == {"published": 1, "source": 1, "title": 1}
    assert report.facts.columns == {"author": 1}
    article = project.articles.get(article_id)
    assert (article.published, article.source, article.title) == ("2018-04-20", "AA", "Talks")
    assert article.meta == {"author": "Eve"}
    assert project.annotations.of(article_id, "ada").times[0].value == "2018-04-19" != before
    assert not _differences(report)
    project.undo()
    assert project.articles.get(article_id).published == ""
    assert project.annotations.of(article_id, "ada").times[0].value == before
    assert project.articles.count() == 2


def test_nothing_but_facts_is_something_new_and_comes_once(project: Project, tmp_path: Path) -> None:
    path = _table(tmp_path, f"{TEXT},2018-04-20,AA,Talks,Eve")
    found = preview_sources(project, [path], ReadOptions())
    assert (found.nothing_new, found.only_facts) == (False, True)
    assert import_sources(project, [path], ReadOptions()).changes
    assert preview_sources(project, [path], ReadOptions()).nothing_new
    assert not import_sources(project, [path], ReadOptions()).changes


def test_facts_that_differ_are_told_with_both_and_those_here_stay(project: Project, tmp_path: Path) -> None:
    import_sources(project, [_table(tmp_path, f"{TEXT},2018-04-20,AA,Talks,Eve")], ReadOptions())
    path = _table(tmp_path, f"{TEXT},2018-04-20T10:30,BB,Talks,Bo")
    told = [
        "source: “BB” in dates.csv, “AA” here, which stays",
        "column author: “Bo” in dates.csv, “Eve” here, which stays",
    ]
    found = preview_sources(project, [path], ReadOptions())
    groups = [g for g in found.notices if g.kind == ProblemKind.OTHERWISE.value]
    assert sorted(p.what for g in groups for p in g.examples) == sorted(told)
    report = import_sources(project, [path], ReadOptions())
    assert _differences(report) == told
    assert {p.file for p in report.notices if p.kind is ProblemKind.OTHERWISE} == {"Talks"}
    assert not report.changes


def test_what_is_assumed_is_taken_where_it_lacks_and_is_no_other_opinion(project: Project, tmp_path: Path) -> None:
    import_sources(project, [_table(tmp_path, f"{TEXT},,AA,Talks,Eve")], ReadOptions())
    options = ReadOptions(defaults={"source": "BB", "language": "en"})
    report = import_sources(project, [tmp_path / "texts"], options)
    assert report.facts.fields == {"language": 2, "source": 1}
    assert not _differences(report)


def test_of_several_rows_of_one_new_text_each_adds_what_the_others_lack(project: Project, tmp_path: Path) -> None:
    path = _table(tmp_path, "New.,,,Fresh,", "New.,2018-04-21,AA,,", "New.,2018-04-21,BB,,")
    report = import_sources(project, [path], ReadOptions())
    assert (report.articles, report.known_articles, report.facts.articles) == (1, 0, 0)
    (article,) = (a for a in project.articles.all() if a.text == "New.")
    assert (article.title, article.published, article.source) == ("Fresh", "2018-04-21", "AA")
    assert (report.new.undated, report.new.first[0].published) == (0, "2018-04-21")
    assert _differences(report) == ["source: “BB” in dates.csv, “AA” here, which stays"]


def test_annotated_records_bring_facts_too_but_their_columns_are_their_own(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "spans.jsonl"
    record = {"text": TEXT, "published": "2018-04-20", "task": "7", "spans": []}
    path.write_text(json.dumps(record), encoding="utf-8")
    report = import_sources(project, [path], ReadOptions(), "spans")
    assert (report.facts.fields, report.facts.columns) == ({"published": 1}, {})
    assert [a.published for a in project.articles.all() if a.text == TEXT] == ["2018-04-20"]


_GETS = "which gets what it lacks: {}; the rest is left out"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2018-04-20,,,", _GETS.format("publication date")),
        ("2018-04-20,AA,Talks,Eve", _GETS.format("title, publication date, source, column author")),
        (",,,Eve", _GETS.format("column author")),
        (",,,", None),
    ],
)
def test_a_row_says_what_of_it_is_taken_and_what_not(
    project: Project, tmp_path: Path, row: str, said: str | None
) -> None:
    path = _table(tmp_path, f"{TEXT},{row}", f"{OTHER},,,,")
    left = "it is left out"
    for expected in ([said or left, left], [left, left]):
        found = preview_sources(project, [path], ReadOptions())
        report = import_sources(project, [path], ReadOptions())
        told = [p.what.split("project's article ")[1] for p in report.notices if p.kind is ProblemKind.REPEATED_TEXT]
        assert [what.replace("; it is", ", it is").partition(", ")[2] for what in told] == expected
        assert [e.what.split("project's article ")[1] for g in found.notices for e in g.examples
                if g.kind == ProblemKind.REPEATED_TEXT] == told  # fmt: skip


def test_a_row_that_repeats_one_of_its_file_says_so_too(project: Project, tmp_path: Path) -> None:
    path = _table(tmp_path, "New words.,,,,", "New words.,2018-04-20,,,Eve", "New words.,2018-04-20,,,Eve")
    report = import_sources(project, [path], ReadOptions())
    assert [p.what for p in report.notices if p.kind is ProblemKind.REPEATED_TEXT] == [
        f"has the same text as on line 2, {_GETS.format('publication date, column author')}",
        "has the same text as on line 2; it is left out",
    ]
