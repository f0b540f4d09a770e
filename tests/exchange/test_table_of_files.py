"""A list of files with what is known of them, in Excel: with the texts it is read as CSV is, alone it says so."""

from datetime import date

import openpyxl
import pytest

from dateline.exchange.formats import format_named, open_sources, recognised
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput, ProblemKind

TEXT = format_named("text")
ROWS = [["file", "Title", "Published", "Desk"], ["a.txt", "First", date(2021, 3, 1), "foreign"], ["b", 2, None, None]]


def workbook(path, sheets):
    """Write a workbook of sheets, by name the rows of each."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"This is {name}.")
    return folder


def read(folder, table, **options):
    reader = TEXT.read(folder, ReadOptions(metadata=table, **options))
    return [bundle.article for bundle in reader], reader


def refused(folder, table):
    with pytest.raises(BadInput) as error:
        read(folder, table)
    return error.value.problems


@pytest.mark.parametrize("above", [[], [["Reports of March"], []]])
def test_a_sheet_says_what_is_known_of_texts(tmp_path, texts, above):
    table = workbook(tmp_path / "files.xlsx", {"Notes": [["who"], ["Ada"]], "List": [*above, *ROWS]})
    (a, b), reader = read(texts, table)
    assert (a.title, a.published, a.meta) == ("First", "2021-03-01", {"Desk": "foreign"})
    assert (b.title, b.published) == ("2", "")
    assert (reader.problems, reader.notices) == ([], [])
    assert reader.frame.tables == ("files.xlsx",)


def test_of_several_sheets_that_name_files_the_first_is_read_and_the_others_told(tmp_path, texts):
    table = workbook(tmp_path / "files.xlsx", {"One": ROWS, "Two": [["file", "title"], ["b.txt", "Other"]]})
    articles, reader = read(texts, table)
    assert [a.title for a in articles] == ["First", "2"]
    (told,) = reader.notices
    assert told.what == "the sheet One is read; the sheets Two, whose column names files too, are left out"


@pytest.mark.parametrize(
    ("rows", "line", "field", "words"),
    [
        ([["name", "title"], ["a.txt", "x"]], 1, "", "has no column file (its columns: name, title)"),
        ([["file", "title", "Title"], ["a.txt", "x", "y"]], 1, "", "two columns are called title"),
        ([["file", "title"], [], ["none.txt", "x"]], 3, "file", "there is no file none.txt"),
        ([["file", "title"], [None, "x"]], 2, "file", "names no file"),
        ([["file", "date"], ["a.txt", "soon"]], 2, "date", "2018-04-19"),
        ([["file", "title"], ["=A1", "x"]], 2, "", "a formula whose result is not stored is in A2"),
        ([], None, "", "holds no header line"),
    ],
)
def test_what_is_wrong_with_a_sheet_is_named_by_row_and_column(tmp_path, texts, rows, line, field, words):
    (problem, *_) = refused(texts, workbook(tmp_path / "files.xlsx", {"List": rows}))
    assert (problem.file, problem.line, problem.field) == ("files.xlsx", line, field)
    assert words in problem.what


@pytest.mark.parametrize(
    ("name", "content", "what", "to_do"),
    [
        ("files.xlsx", b"file,title\na.txt,x\n", "cannot be read as an Excel workbook", "Save it as .xlsx or CSV"),
        (
            "files.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "an old office document",
            "Save the table as .xlsx, CSV or TSV",
        ),
        (
            "files.ods",
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis",
            "an OpenDocument file",
            "Save the table as .xlsx, CSV or TSV",
        ),
    ],
)
def test_what_is_no_table_says_as_what_to_save_it(tmp_path, texts, name, content, what, to_do):
    (tmp_path / name).write_bytes(content)
    (problem,) = refused(texts, tmp_path / name)
    assert what in problem.what
    assert str(problem.what_to_do) == to_do


@pytest.mark.parametrize("name", ["files.xlsx", "files.csv"])
def test_a_list_of_files_alone_says_how_it_is_imported_with_its_texts(tmp_path, name):
    if name.endswith(".csv"):
        (tmp_path / name).write_text("file,Title\na.txt,First\n")
    else:
        workbook(tmp_path / name, {"List": ROWS})
    assert recognised(tmp_path / name).name == "table"
    (reader,) = open_sources([tmp_path / name], ReadOptions())
    with pytest.raises(BadInput) as error:
        list(reader)
    (problem,) = error.value.problems
    assert problem.kind is ProblemKind.TABLE
    assert problem.what == "has no texts: its column file names the files that hold them"
    assert f"--metadata {name}" in str(problem.what_to_do)
    assert "choose this table under Metadata" in problem.what_to_do.window


def test_a_list_of_files_whose_texts_stand_in_a_column_too_is_read(tmp_path):
    path = workbook(tmp_path / "x.xlsx", {"List": [["file", "story"], ["a.txt", "A text."]]})
    (reader,) = open_sources([path], ReadOptions(extra={"column.text": "story"}))
    assert [b.article.text for b in reader] == ["A text."]
