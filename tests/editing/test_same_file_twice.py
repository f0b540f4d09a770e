"""A source that comes twice brings what it brings once, whichever of its records and of the project's have a day."""

import csv
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.editing.exporting import export_project
from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.article import Article
from dateline.model.ids import new_id
from dateline.model.schema import Schema
from dateline.store.project import Project
from tests.store.dump import content

TEXTS = "No snow fell in Kell. Roads are open.", "The ferry to Mirsk is late.", "It rained."
D1, D2, D3 = "2024-01-05", "2024-02-16", "2024-03-01"
MONDAY = "The office said on Monday that it will be sunny."
Record = tuple[int, str, str, int]  # the number of a text, a day or "", who, and where a word of it is marked; -1: none


def _line(name: str, record: Record) -> dict[str, object]:
    text, day, who, at = record
    line: dict[str, object] = {"text": TEXTS[text], **({"published": day} if day else {})}
    marks = [(at, at + 2)] if at >= 0 else []
    if name == "doccano":
        return line | {"annotator": who, "label": [[begin, end, "X"] for begin, end in marks]}
    spans = [{"start": begin, "end": end, "label": "X"} for begin, end in marks]
    if name == "prodigy":
        return line | {"_annotator_id": who, "answer": "accept", "spans": spans, "_view_id": "ner_manual"}
    if name == "answers":
        answer = {"spans": spans, "_is_binary": True} if at > 0 else {"label": "TRADE", "_view_id": "classification"}
        answer |= {"title": "A" * (at > 0), "answer": "reject" if at == 6 else "accept"}
        return (
            line | {"_annotator_id": who, "answer": "reject" if at == 6 else "accept", "title": "A" * (at > 0)} | answer
        )
    return line | {"annotator": who, "spans": spans}


def _written(path: Path, name: str, records: Sequence[Record]) -> Path:
    if name == "table":
        path = path.with_suffix(".csv")
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["text", "published", "title", "desk"])
            # What else is said of an article differs between the rows, and some say nothing.
            rows.writerows(
                [TEXTS[t], day, f"By {who}" if at else "", at if at > 0 else ""] for t, day, who, at in records
            )
        return path
    path.write_text("".join(json.dumps(_line(name, record)) + "\n" for record in records), encoding="utf-8")
    return path


def _put(project: Project, articles: Sequence[tuple[str, str, str]]) -> None:
    """Add articles: their texts, titles and days."""
    with project.step("x") as step:
        for number, (text, title, day) in enumerate(articles):
            step.put(Article(new_id(), text, title, published=day, position=number))


def _pages(project: Project) -> list[tuple[str, str, int]]:
    """Return of each page its article's day, whose it is, and how much is marked."""
    return sorted(
        (b.article.published, b.annotator.name if b.annotator else "", len(b.annotations.mentions))
        for b in project.annotations.bundles()
    )


NAMES = {"doccano": "doccano", "prodigy": "prodigy", "answers": "prodigy", "spans": "spans", "table": ""}
DAYS = st.sampled_from(["", D1, D2])
RECORDS = st.lists(
    st.tuples(st.integers(0, 2), DAYS, st.sampled_from(["ada", "bo"]), st.sampled_from([-1, 0, 3, 6])), max_size=7
)
HERE = st.lists(st.tuples(st.integers(0, 2), DAYS), max_size=4)


def _a(*records: tuple[str, str]) -> list[Record]:
    """Return records of one text: of a day or "", and of whom; each marks another word."""
    return [(0, day, who, 3 * number) for number, (day, who) in enumerate(records)]


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40)
@given(here=HERE, records=RECORDS)
@example([(0, "")], _a(("", "bo"), (D1, "ada"), (D2, "ada")))
@example([(0, "")], _a((D1, "ada"), ("", "ada"), (D2, "ada")))
@example([(0, "")], _a(("", "ada"), ("", "ada"), (D1, "ada"), (D2, "ada")))
@example([], _a(("", "bo"), (D2, "ada"), ("", "ada")))
@example([(0, D1)], _a(("", "ada"), ("", "ada"), (D1, "ada"), (D2, "ada")))
@example([(0, D1), (0, "")], _a(("", "bo"), (D2, "ada"), ("", "ada"), (D2, "bo")))
@example([(0, ""), (0, "")], [(0, "", "ada", -1), (0, D1, "ada", 0)])
@example([(0, "")] * 3, _a((D1, "ada"), (D1, "bo"), (D1, "ada"), ("", "ada"), (D1, "ada")))
@example([(0, D1), (0, "")], [(0, "", "ada", 0), (0, D1, "ada", 0), (0, D1, "ada", 0)])
def test_what_comes_twice_is_there_once(name: str, here: list[tuple[int, str]], records: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        with Project.create(at / "p.dateline", Schema()) as project:
            _put(project, [(TEXTS[text], "", day) for text, day in here])
            path = _written(at / "x.jsonl", name, records)
            format_name = NAMES[name]
            if records:
                import_sources(project, [path], ReadOptions(), format_name, add_labels=True)
                once, pages = content(project), _pages(project)
                found = preview_sources(project, [path], ReadOptions(), format_name)
                report = import_sources(project, [path], ReadOptions(), format_name, add_labels=True)
                assert _pages(project) == pages
                assert content(project) == once
                assert (report.articles, bool(report.changes), found.articles, found.adds) == (0, False, 0, 0)
            for text, day, who, at_word in records if name in ("doccano", "prodigy", "spans") else ():
                marked = [
                    b.article.published
                    for b in project.annotations.bundles()
                    if b.article.text == TEXTS[text]
                    and b.annotator
                    and b.annotator.name == who
                    and any(m.span.begin == at_word for m in b.annotations.mentions)
                ]
                assert at_word < 0 or (day in marked if day else marked)


@pytest.mark.parametrize("name", ["doccano", "prodigy", "spans"])
@pytest.mark.parametrize("day", ["", D1])
@settings(max_examples=5)
@given(part=st.lists(st.integers(0, 69), min_size=1, unique=True))
@example(list(range(60, 70)))
def test_a_part_of_a_delivery_comes_again_also_of_very_many_copies(name: str, day: str, part: list[int]) -> None:
    """What each record marks stands on one article, which is that of the record wherever it stands in the part."""
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "p.dateline", Schema()) as project:
        records: list[Record] = [(0, day, ("ada", "bo")[n % 2], n % 35) for n in range(70)]
        path = _written(Path(folder) / "x.jsonl", name, records)
        import_sources(project, [path], ReadOptions(), name, add_labels=True)
        once, pages = content(project), _pages(project)
        assert len(pages) == len(records)
        path = _written(Path(folder) / "x.jsonl", name, [records[n] for n in part])
        report = import_sources(project, [path], ReadOptions(), name, add_labels=True)
        assert (_pages(project), report.annotations) == (pages, 0)
        assert content(project) == once


@pytest.mark.parametrize("name", ["text", "table", "spans"])
@pytest.mark.parametrize("days", [("", D2), (D2, "")])
def test_an_export_into_its_own_project_dates_no_article_with_its_twins_day(
    tmp_path: Path, name: str, days: tuple[str, str]
) -> None:
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        _put(project, [(MONDAY, f"T{number}", day) for number, day in enumerate(days)])
        before = content(project)
        path = tmp_path / ("own" if name == "text" else f"own.{'csv' if name == 'table' else 'jsonl'}")
        if name == "table":
            rows = "".join(f"{MONDAY},T{number},{day}\n" for number, day in enumerate(days))
            path.write_text(f"text,title,published\n{rows}", encoding="utf-8")
        else:
            export_project(project, path, name, WriteOptions(boilerplate=True))
        report = import_sources(project, [path], ReadOptions(), "" if name == "table" else name)
        assert (content(project), report.articles) == (before, 0)
        assert not [notice for notice in report.notices if notice.kind is ProblemKind.OTHERWISE]


@pytest.mark.parametrize("name", ["doccano", "spans"])
def test_a_record_without_a_day_leaves_those_with_one_to_their_articles(tmp_path: Path, name: str) -> None:
    """What comes first, and where its own date says nothing, decides of no other record's day."""
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        _put(project, [(TEXTS[0], "", D1), (TEXTS[0], "", D2)])
        path = _written(tmp_path / "x.jsonl", name, _a(("", "ada"), (D2, "bo"), (D3, "bo")))
        report = import_sources(project, [path], ReadOptions(), name, add_labels=True)
        assert report.articles == 1
        assert _pages(project) == [(D1, "ada", 1), (D2, "bo", 1), (D3, "bo", 1)]


def test_an_address_of_several_texts_makes_no_two_days_one(tmp_path: Path) -> None:
    url = "https://example.org/weather"

    def table(name: str, *rows: tuple[str, str]) -> Path:
        path = tmp_path / name
        path.write_text("text,published,url\n" + "".join(f"{t},{day},{url}\n" for t, day in rows), encoding="utf-8")
        return path

    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        import_sources(project, [table("a.csv", (TEXTS[0], D1), (TEXTS[1], D1))], ReadOptions())
        report = import_sources(project, [table("b.csv", (TEXTS[0], D2))], ReadOptions())
        assert (report.articles, project.articles.count()) == (1, 3)
    with Project.create(tmp_path / "q.dateline", Schema()) as project:
        rows = (TEXTS[1], D1), (TEXTS[0], D1), (TEXTS[0], D2)
        assert import_sources(project, [table("c.csv", *rows)], ReadOptions()).articles == 3


@pytest.mark.parametrize("name", ["doccano", "prodigy", "spans"])
@pytest.mark.parametrize("people", [("ada",), ("ada", "bo")])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
@pytest.mark.parametrize("annotated", [False, True])
@pytest.mark.parametrize("day", ["", D1])
def test_each_of_several_copies_gets_its_own_of_a_delivery(
    tmp_path: Path, name: str, people: tuple[str, ...], order: tuple[int, ...], annotated: bool, day: str
) -> None:
    """Those of a day are of as many articles, also where the project has the text so often without one."""
    here = [(0, "", who, 3 * number) for who in people for number in range(3)]
    records = [(0, day, who, 3 * number) for who in people for number in order]
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        if annotated:
            path = _written(tmp_path / "here.jsonl", name, here)
            import_sources(project, [path], ReadOptions(), name, add_labels=True)
        else:
            _put(project, [(TEXTS[0], "", "")] * 3)
        path = _written(tmp_path / "x.jsonl", name, records)
        report = import_sources(project, [path], ReadOptions(), name, add_labels=True)
        assert (report.articles, report.in_several) == (0, 0)
        assert _pages(project) == sorted((day, who, 1) for who in people for _ in range(3))
        once = content(project)
        assert not import_sources(project, [path], ReadOptions(), name, add_labels=True).changes
        assert content(project) == once


@pytest.mark.parametrize("name", ["doccano", "prodigy", "spans"])
def test_of_a_day_are_its_own_articles_first_then_those_without_one(tmp_path: Path, name: str) -> None:
    days = ["", D2, D1, ""]
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        _put(project, [(TEXTS[0], "", day) for day in days])
        path = _written(tmp_path / "x.jsonl", name, _a(*[(D1, "ada")] * 5))
        report = import_sources(project, [path], ReadOptions(), name, add_labels=True)
        assert [a.published for a in project.articles.all()] == [D1, D2, D1, D1]
        assert (report.articles, _pages(project)) == (0, [(D1, "ada", 1), (D1, "ada", 1), (D1, "ada", 3), (D2, "", 0)])
