"""Of a workbook it is told which sheets are read, and of each that is not read its name, however that was chosen."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from dateline.exchange.formats import recognised
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind

openpyxl = pytest.importorskip("openpyxl")
WorkSheetParser = pytest.importorskip("openpyxl.worksheet._reader").WorkSheetParser
ROWS = [["text", "title"], ["Ada came.", "One"]]
SHEETS = {"ReadMe": [["Our list"]], "2023": ROWS, "2022": [["text", "title"], ["Bo went.", "Two"]], "Blank": []}
SHEETS["Codes"] = [["Code", "Meaning"], ["36", "Meet"]]


def workbook(folder: Path, sheets: dict[str, list[list[str]]]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(folder / "list.xlsx")
    return folder / "list.xlsx"


def read(path: Path, **options: object) -> tuple[list[str], list[Problem]]:
    """Return titles, and what is told of sheets that are left unread."""
    with recognised(path).read(path, ReadOptions(**options)) as reader:  # type: ignore[arg-type]
        titles = [bundle.article.title for bundle in reader]
        return titles, [n for n in reader.notices if n.kind is ProblemKind.UNREAD]


def test_each_sheet_without_texts_is_named(tmp_path: Path) -> None:
    titles, unread = read(workbook(tmp_path, SHEETS))
    assert titles == ["One", "Two"]
    assert [n.what for n in unread] == [
        "the sheet ReadMe has no column text and is left out (its columns: Our list)",
        "the sheet Codes has no column text and is left out (its columns: Code, Meaning)",
    ]


def test_beside_a_sheet_that_was_named_the_others_are_said_to_be_unread(tmp_path: Path) -> None:
    titles, unread = read(workbook(tmp_path, SHEETS), extra={"sheet": "2022"})
    assert titles == ["Two"]
    assert [n.what for n in unread] == ["of its sheets 2022 is read, as was said, and not: ReadMe, 2023, Codes"]


def test_a_sheet_that_was_chosen_before_is_said_with_what_is_not_read(tmp_path: Path) -> None:
    titles, unread = read(workbook(tmp_path, SHEETS), sheets=lambda names: "2022")
    assert titles == ["Two"]
    said = "the sheet 2022 alone is read, as was chosen for such a workbook before; not read: ReadMe, 2023, Codes"
    assert [n.what for n in unread] == [said]


def test_where_no_sheet_is_left_out_nothing_is_said(tmp_path: Path) -> None:
    assert read(workbook(tmp_path, {"2023": ROWS, "Blank": []}), extra={"sheet": "2023"}) == (["One"], [])
    assert read(workbook(tmp_path, {"2023": ROWS}), sheets=lambda names: "2023") == (["One"], [])


def test_what_is_said_of_columns_names_the_line_of_the_header(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"A": [["Our list"], [], ["Body", "Fach", "Wann"], ["Ada came.", "One", "2019-01-02"]]})
    options = ReadOptions(columns=lambda names: {"text": "Body", "title": "Fach"} if "Fach" in names else {})
    with recognised(path).read(path, options) as reader:
        assert [bundle.article.title for bundle in reader] == ["One"]
        told = {(n.line, str(n.wording)) for n in reader.notices}
    assert (3, "the columns are taken as was chosen for such a table before: title = Fach") in told
    assert (3, "no column was taken for the publication date (not used: Wann)") in told


def formatted(folder: Path, late: list[list[str]]) -> Path:
    """Return a workbook whose second sheet begins with 3,000 rows of formatting, which hold nothing."""
    path = workbook(folder, {"2023": ROWS, "Codes": [["Code"], ["36"]]})
    made = openpyxl.load_workbook(path)
    sheet = made.create_sheet("Wide", 1)
    for row in range(1, 3001):
        sheet.cell(row, 1).font = openpyxl.styles.Font(bold=True)
    for row in late:
        sheet.append(row)
    made.save(path)
    return path


def test_of_sheets_that_are_not_read_those_without_a_value_are_not_walked(tmp_path: Path, monkeypatch) -> None:
    path, walked, real = formatted(tmp_path, []), [0], WorkSheetParser.parse_row

    def counted(*arguments: object) -> object:
        walked[0] += 1
        return real(*arguments)

    monkeypatch.setattr(WorkSheetParser, "parse_row", counted)
    titles, unread = read(path, extra={"sheet": "2023"})
    assert (titles, [n.what for n in unread]) == (["One"], ["of its sheets 2023 is read, as was said, and not: Codes"])
    assert walked[0] < 10


@pytest.mark.parametrize(
    ("late", "others"),
    [([["Text"]], "Wide, Codes"), ([["", 7]], "Wide, Codes"), ([[" "]], "Codes"), ([["=A9"]], "Codes")],
)
def test_a_sheet_whose_content_begins_late_is_said_to_be_unread(tmp_path: Path, late, others: str) -> None:
    _, unread = read(formatted(tmp_path, late), extra={"sheet": "2023"})
    assert [n.what for n in unread] == [f"of its sheets 2023 is read, as was said, and not: {others}"]


def prefixed(by: bytes):
    return lambda xml: re.sub(rb"<(/?)(?=\w)", rb"<\1" + by + b":", xml).replace(b"xmlns=", b"xmlns:" + by + b"=")


@pytest.mark.parametrize(
    "rewritten",
    [
        prefixed(b"x"),
        prefixed(b"a-b"),
        prefixed(b"a.b_c"),
        prefixed("çay-3".encode()),
        lambda xml: ('<?xml version="1.0" encoding="UTF-16"?>' + xml.decode()).encode("utf-16"),
        lambda xml: xml.replace(b"<sheetData>", b"<sheetData>" + b" " * ((1 << 20) - xml.index(b"<is>") - 1)),
    ],
    ids=["prefixed", "hyphen", "point", "not ASCII", "two bytes a character", "a value over the end of a piece"],
)
def test_a_value_is_found_however_a_sheet_is_written(tmp_path: Path, rewritten) -> None:
    path = workbook(tmp_path, {"2023": ROWS, "Codes": [["36"]]})
    with ZipFile(path) as whole, ZipFile(tmp_path / "other.xlsx", "w") as other:
        for name in whole.namelist():
            other.writestr(name, rewritten(whole.read(name)) if name.endswith("sheet2.xml") else whole.read(name))
    _, unread = read(tmp_path / "other.xlsx", extra={"sheet": "2023"})
    assert [n.what for n in unread] == ["of its sheets 2023 is read, as was said, and not: Codes"]
