"""A column of real dates is proposed as the publication date where none is called so, and not taken for it."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from dateline.exchange.checks import Fault
from dateline.exchange.formats import recognised
from dateline.exchange.formats.table.days import day_of_publication
from dateline.exchange.formats.table.preview import preview
from dateline.exchange.formats.table.rows import Line
from dateline.exchange.options import ReadOptions

openpyxl = pytest.importorskip("openpyxl")
ONE, TWO = date(2023, 7, 7), datetime(2023, 8, 3)
TOLD = "no column was taken for the publication date; of the others Jour alone holds dates"


def workbook(folder: Path, *rows: list[Any]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / "list.xlsx")
    return folder / "list.xlsx"


def read(path: Path, **options: Any) -> tuple[list[str], list[str]]:
    """Return the dates of the articles, and what is told."""
    with recognised(path).read(path, ReadOptions(**options)) as reader:
        return [bundle.article.published for bundle in reader], [n.what for n in reader.notices]


def shown(path: Path, **options: Any) -> str | None:
    """Return the column that *Columns…* shows for the publication date."""
    return preview(path, ReadOptions(**options)).fields.get("published")


def test_the_only_column_of_dates_is_proposed_as_the_publication_date(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["Body", "Jour", "Nr"], ["First.", ONE, 1], ["Second.", None, 2], ["Third.", TWO, 3])
    assert read(path) == (["", "", ""], [TOLD]), "when something was coded is no such day"
    assert read(path, extra={"column.published": "Jour"})[0] == ["2023-07-07", "", "2023-08-03"]
    assert shown(path) == "Jour"


def test_what_is_no_date_further_down_stays_a_column_and_refuses_nothing(tmp_path: Path) -> None:
    """Nobody said that the column holds dates."""
    rows = [[f"Report {n}.", ONE] for n in range(30)]
    path = workbook(tmp_path, ["Body", "Jour"], *rows, ["Last one.", "unknown"], ["Very last.", "9/7/23 or so"])
    with recognised(path).read(path, ReadOptions()) as reader:
        articles = [bundle.article for bundle in reader]
    assert {a.published for a in articles} == {""}
    assert [a.meta for a in articles[30:]] == [{"Jour": "unknown"}, {"Jour": "9/7/23 or so"}]


@pytest.mark.parametrize(
    "rows",
    [
        [["Body", "Jour", "Coded"], ["First.", ONE, TWO]],  # which of them is it?
        [["Body", "Jour"], ["First.", ONE], ["Second.", "soon"]],
        [["Body", "Jour"], ["First.", "2023-07-07"]],  # a text may be anything
        [["Body", "Jour"], ["First.", None]],
        [["Body", None, "Nr"], ["First.", ONE, 1]],
        [["Body", "Jour"], ["First.", ONE.replace(year=2020)], *[["More.", ONE]] * 18, ["Last.", "no day"]],
    ],
)
def test_where_it_is_not_sure_none_is_proposed(tmp_path: Path, rows: list[list[Any]]) -> None:
    path = workbook(tmp_path, *rows)
    dates, told = read(path)
    assert set(dates) == {""}
    assert all("alone holds dates" not in what for what in told)
    assert shown(path) is None


def test_what_is_called_so_or_was_said_goes_before(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["Body", "Date", "Jour"], ["First.", "2020-01-02", ONE])
    assert read(path) == (["2020-01-02"], [])
    path = workbook(tmp_path, ["Body", "Jour"], ["First.", ONE])
    for said in ({"extra": {"column.published": ""}}, {"columns": lambda names: {"text": "Body", "published": ""}}):
        dates, told = read(path, **said)
        assert dates == [""]
        assert TOLD not in told
        assert shown(path, **said) is None
    assert read(path, extra={"column.published": "Jour"}) == (["2023-07-07"], [])


def test_looking_at_the_first_rows_takes_none_of_them_away(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["Body", "Jour", "Nr"], *[[f"Text {n}.", ONE, n] for n in range(50)])
    assert read(path) == ([""] * 50, [TOLD])


def test_rows_before_one_that_cannot_be_read_are_there() -> None:
    def lines() -> Iterator[Line]:
        yield Line(2, ("First.", "2023-07-07"), days=(1,))
        raise Fault("line 3", "cannot be read")

    day, again = day_of_publication(("Body", "Jour"), ("Body",), lines(), ReadOptions())
    assert (day, next(again).number) == ("Jour", 2)
    with pytest.raises(Fault):
        next(again)


def test_each_sheet_has_its_own_column_of_dates(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["Body", "Jour"], ["First.", ONE])
    book = openpyxl.load_workbook(path)
    for row in (["Body", "Tage"], ["Second.", TWO]):
        (book["More"] if "More" in book.sheetnames else book.create_sheet("More")).append(row)
    book.save(path)
    options = ReadOptions(columns=lambda names: {"text": "Body"})
    with recognised(path).read(path, options) as reader:
        assert [bundle.article.meta for bundle in reader] == [{"Jour": "2023-07-07"}, {"Tage": "2023-08-03"}]
        assert {n.file for n in reader.notices if "alone holds dates" in n.what} == {
            "list.xlsx, sheet Sheet",
            "list.xlsx, sheet More",
        }


def test_a_sheet_that_was_named_is_read_though_another_is_damaged(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Good"
    for row in (["text", "date"], ["First.", "2023-07-07"]):
        book.active.append(row)
    book.create_sheet("Bad").append(["text"])
    book.save(tmp_path / "whole.xlsx")
    with ZipFile(tmp_path / "whole.xlsx") as whole, ZipFile(tmp_path / "list.xlsx", "w") as damaged:
        for name in whole.namelist():
            content = whole.read(name)
            damaged.writestr(name, content.replace(b"</row>", b"<") if name.endswith("sheet2.xml") else content)
    assert read(tmp_path / "list.xlsx", extra={"sheet": "Good"})[0] == ["2023-07-07"]
