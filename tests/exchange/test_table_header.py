"""The header of a table is found below a title, and never taken out of the rows of a table that has one."""

import pytest

from dateline.exchange.formats import format_named
from dateline.exchange.formats.table.header import header_line
from dateline.exchange.formats.table.reader import preview
from dateline.exchange.options import ReadOptions

HEAD, ROW = ("Title", "Date", "Text"), ("Visit", "2024-03-04", "Riga, all day.")


def read(path, **extra):
    """Return the articles, the notices and the problems of a table."""
    options = ReadOptions(skip_bad=True, extra={key.replace("_", "."): value for key, value in extra.items()})
    reader = format_named("table").read(path, options)
    return [bundle.article for bundle in reader], reader.notices, reader.problems


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ([HEAD, ROW], 1),
        ([("Our list",), HEAD, ROW], 2),
        ([("Our list", "of spring"), HEAD, ROW], 2),
        ([("Our list",), ("made by", "Ada"), HEAD, ROW], 3),
        ([("Our list",), ("Überschrift", "Volltext"), ("Visit", "All day.")], 2),
        ([("Überschrift", "Volltext"), ("Visit", "All day.")], 1),
        ([("text",), ("title",), ("text", "title")], 1),
        ([("Inhalt",), ("text",), ("a",)], 1),
        ([], 0),
    ],
)
def test_the_header_is_found(rows, line):
    assert header_line(enumerate(rows, 1)) == line


def _workbook(path, rows):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def _csv(path, rows, delimiter=";"):
    path.write_text("".join(delimiter.join(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("make", [lambda p, r: _workbook(p / "a.xlsx", r), lambda p, r: _csv(p / "a.csv", r)])
def test_below_a_title_the_table_is_read_and_that_is_told(tmp_path, make):
    path = make(tmp_path, [("Our list, of spring",), (), HEAD, ROW])
    (article,), (told,), () = read(path)
    assert (article.title, article.published, article.text) == ROW
    assert told.line == 3
    assert "Title, Date, Text" in told.what
    assert preview(path, ReadOptions()).header == 3
    assert preview(path, ReadOptions()).columns == HEAD


@pytest.mark.parametrize("make", [lambda p, r: _workbook(p / "a.xlsx", r), lambda p, r: _csv(p / "a.csv", r)])
def test_the_line_of_the_header_can_be_said(tmp_path, make):
    rows = [("Our list", "of spring"), ("nach Tagen", "geordnet"), ("Tag", "Inhalt"), ("4.", "Riga.")]
    path = make(tmp_path, rows)
    assert "header=LINE" in str(read(path)[2][0].what_to_do)
    (article,), _, () = read(path, header="3", column_text="Inhalt")
    assert article.text == "Riga."
    for wrong in ("9", "0x", "²"):
        articles, _, (problem,) = read(path, header=wrong, column_text="Inhalt")
        assert articles == []
        assert "header=3" in str(problem.what_to_do)


def test_what_is_wrong_below_the_header_keeps_its_line(tmp_path):
    path = _csv(tmp_path / "a.csv", [("Our list",), HEAD, ROW, ("a", "2024-03-04", "b", "c")])
    articles, _, (problem,) = read(path)
    assert (len(articles), problem.line) == (1, 4)
