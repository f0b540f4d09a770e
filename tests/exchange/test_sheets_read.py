"""Of a workbook it is told which sheets are read, and of each that is not read its name, however that was chosen."""

from pathlib import Path

import pytest

from dateline.exchange.formats import recognised
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind

openpyxl = pytest.importorskip("openpyxl")
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
