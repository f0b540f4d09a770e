"""The header of a table is found below a title, and never taken out of the rows of a table that has one."""

import tracemalloc

import pytest

from dateline.exchange.formats import format_named
from dateline.exchange.formats.table.header import header_line
from dateline.exchange.formats.table.preview import preview
from dateline.exchange.formats.table.rows import rows_of
from dateline.exchange.options import ReadOptions
from dateline.model.progress import Cancelled

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
    assert header_line(list(enumerate(rows, 1))) == line


def _workbook(path, rows):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([cell or None for cell in row])
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


REMARKS = [("Story", ""), ("Ministers met.", "checked"), ("The talks end.", "ok"), ("A third story.", "")]
KEYED = [("kop", "verhaal"), ("Eerste", "Het eerste."), ("text", "title"), ("Tweede", "Het tweede.")]
BOTH = pytest.mark.parametrize(
    "make", [lambda p, r: _workbook(p / "a.xlsx", r), lambda p, r: _csv(p / "a.csv", r)], ids=["xlsx", "csv"]
)


@BOTH
@pytest.mark.parametrize(
    ("rows", "column", "texts"),
    [
        (REMARKS, "Story", ["Ministers met.", "The talks end.", "A third story."]),
        (KEYED, "verhaal", ["Het eerste.", "title", "Het tweede."]),
        ([("Onze lijst", ""), *KEYED], "verhaal", ["Het eerste.", "title", "Het tweede."]),
    ],
)
def test_the_row_that_holds_the_columns_that_were_named_is_the_header(tmp_path, make, rows, column, texts):
    path = make(tmp_path, rows)
    articles, _, problems = read(path, column_text=column)
    assert ([a.text for a in articles], problems) == (texts, [])
    assert column in preview(path, ReadOptions(extra={"column.text": column})).columns


@BOTH
def test_the_row_for_whose_columns_something_was_chosen_before_is_the_header(tmp_path, make):
    chosen = {("kop", "verhaal"): {"text": "verhaal", "title": "kop"}}
    options = ReadOptions(columns=lambda columns: chosen.get(columns, {}))
    articles = [bundle.article for bundle in format_named("table").read(make(tmp_path, KEYED), options)]
    assert [a.text for a in articles] == ["Het eerste.", "title", "Het tweede."]


@BOTH
def test_where_no_row_holds_what_was_named_the_columns_that_were_found_are_told(tmp_path, make):
    articles, _, (problem,) = read(make(tmp_path, [("Our list",), HEAD, ROW]), column_text="Story")
    assert (articles, problem.line) == ([], 2)
    assert "has no column Story (its columns: Title, Date, Text)" in str(problem)


@BOTH
def test_a_header_beyond_all_tables_is_refused_before_anything_is_read(tmp_path, make):
    path = make(tmp_path, [HEAD, ROW])
    articles, _, (problem,) = read(path, header="99999999")
    assert articles == []
    assert "names of columns are looked for in the first 10,000 lines" in str(problem)


def test_rows_above_a_header_far_down_are_not_held(tmp_path):
    path = _csv(tmp_path / "a.csv", [*[("x" * 5_000, "y")] * 9_000, ("Text", "Title"), ("Riga.", "Visit")])
    tracemalloc.start()
    (article,), _, () = read(path, header="9001")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert article.text == "Riga."
    assert peak < 12 << 20


class _Sheet:
    """A sheet of many rows that hold nothing, as formatting makes them."""

    title = "Sheet"

    def __init__(self, blank, rows=()):
        self.blank, self.rows, self.walked = blank, rows, 0

    def iter_rows(self, **_):
        for _ in range(self.blank):
            self.walked += 1
            yield (None, None)
        yield from self.rows


def test_among_blank_rows_the_header_is_looked_for_once_and_with_chances_to_stop():
    sheet = _Sheet(5_500, [("Text", "Title"), ("Riga.", "Visit")])
    lines = list(rows_of(sheet))
    assert sheet.walked == 5_500
    assert [line.cells for line in lines] == [()] * 5 + [("Text", "Title"), ("Riga.", "Visit")]


def test_looking_for_a_header_can_be_stopped(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for _ in range(3_000):
        book.active.append([" "])
    book.save(tmp_path / "a.xlsx")

    class Stopping:
        def step(self, done, total, what):
            raise Cancelled

    with pytest.raises(Cancelled):
        list(format_named("table").read(tmp_path / "a.xlsx", ReadOptions(progress=Stopping())))


def test_a_row_of_formulas_without_results_just_below_the_header_is_told(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["=A9"], ["Text", "Title"], ["=A9", "=B9"], ["Riga.", "Visit"]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    (article,), _, (problem,) = read(tmp_path / "a.xlsx")
    assert (article.text, problem.line) == ("Riga.", 3)
    assert "A3" in problem.what or "Text" in problem.what


def test_a_workbook_whose_first_sheet_is_blank_is_read_and_a_blank_one_is_walked_once(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for _ in range(2_000):
        book.active.append([" "])
    book.save(tmp_path / "blank.xlsx")
    told = []

    class Told:
        def step(self, done, total, what):
            told.append(what)

    reader = format_named("table").read(tmp_path / "blank.xlsx", ReadOptions(skip_bad=True, progress=Told()))
    assert list(reader) == []
    assert "holds no row" in str(reader.problems[0])
    assert told == ["blank.xlsx"] * 2  # once for every thousand rows
    second = book.create_sheet("Second")
    for row in (HEAD, ROW):
        second.append(row)
    book.save(tmp_path / "a.xlsx")
    (article,), _, () = read(tmp_path / "a.xlsx")
    assert article.text == ROW[2]
