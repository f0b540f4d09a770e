"""The rows of the registry without a project."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from dateline.gui.registry.rows import THING, Column, ThingRows
from dateline.gui.theme import theme
from dateline.model.changes import Kind
from dateline.model.report import ThingSummary
from dateline.model.schema import Schema
from dateline.model.when import when_from_value


def test_the_order_by_date_is_that_of_the_moments_in_whatever_zone_they_are_written() -> None:
    dates = {"c": "2018-05-03T23:00-05:00", "a": "2018-05-04T01:00+05:00", "b": "2018-05-03T21:00Z", "-": ""}
    rows = ThingRows()
    rows.set_things(ThingSummary(i, i, "PERSON", (), "", 1, 1, date, date, None) for i, date in dates.items())
    rows.sort(Column.DATE)
    assert [rows.index(n, 0).data(THING).id for n in range(4)] == ["a", "b", "c", "-"]


@pytest.mark.parametrize("column", Column)
def test_what_changes_in_the_rows_changes_there_and_what_comes_and_goes_is_one_row(column: Column) -> None:
    rows = ThingRows()
    rows.set_things(ThingSummary(i, i, "PERSON", mentions=n) for n, i in enumerate("abc"))
    rows.sort(column)
    anew: list[tuple[int, int]] = []
    rows.modelReset.connect(lambda: anew.append((-1, -1)))
    rows.rowsInserted.connect(lambda _, first, last: anew.append((first, last + 100)))
    rows.rowsRemoved.connect(lambda _, first, last: anew.append((first, last + 200)))
    rows.dataChanged.connect(lambda first, last, _: anew.append((first.row(), last.row())))
    rows.update([ThingSummary("b", "zed", "PERSON", mentions=9)], ["never"])
    assert anew == [(1, 1)]
    assert [rows.index(n, 0).data() for n in range(3)] == ["a", "zed", "c"]
    rows.update([ThingSummary("d", "d", "PERSON", mentions=7)], ["c"])
    assert anew == [(1, 1), (2, 202), (1, 101)]  # d follows a: b is zed now
    rows.sort(column)
    assert [rows.index(n, 0).data() for n in range(3)] == ["a", "d", "zed"]
    rows.seek("d", None)
    anew.clear()
    rows.update([ThingSummary("e", "e", "PERSON")], ["a"])  # neither is shown
    assert anew == []
    rows.seek("", None)
    assert {rows.index(n, 0).data() for n in range(3)} == {"d", "e", "zed"}


@pytest.mark.parametrize("order", Qt.SortOrder)
@pytest.mark.parametrize("column", Column)
def test_after_any_steps_the_order_is_the_one_that_sorting_all_would_make(
    qapp: object, column: Column, order: Qt.SortOrder
) -> None:
    chance = random.Random(11)
    days = ["", "2024-05-09", "2024-05", "2023"]

    def thing(number: int) -> ThingSummary:
        day = chance.choice(days)
        when = when_from_value(day) if day else None
        first = chance.choice(["", "2024-05-01", "2024-06-01T10:00Z"])
        return ThingSummary(
            f"{number}", chance.choice("abcä"), "PERSON", (), "", chance.randrange(3), 1, first, "", when
        )

    rows = ThingRows()
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal, rows)
    rows.set_things((thing(n) for n in range(20)), Kind.HAPPENING)
    rows.sort(column, order)
    for _ in range(12):
        before = [rows.index(n, 0).data(THING).id for n in range(rows.rowCount())]
        gone = chance.sample(range(30), 3)
        came = [thing(n) for n in chance.sample(range(30), 5) if n not in gone]
        rows.update(came, [f"{n}" for n in gone])
        shown = [rows.index(n, 0).data(THING).id for n in range(rows.rowCount())]
        assert [i for i in shown if i in before] == [i for i in before if i in shown], "what stays keeps its place"
        assert set(shown) == {t.id for t in rows.things()}
        assert [rows.row_of(i) for i in shown] == list(range(len(shown)))
    other = ThingRows()
    other.set_things(rows.things(), Kind.HAPPENING)
    other.sort(column, order)
    rows.seek("none", None)
    rows.seek("", None)
    assert [rows.index(n, 0).data(THING) for n in range(rows.rowCount())] == [
        other.index(n, 0).data(THING) for n in range(other.rowCount())
    ]


def test_a_key_pressed_in_the_field_sorts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = ThingRows()
    rows.set_things(ThingSummary(i, i * 3, "PERSON") for i in "cab")
    monkeypatch.setattr(rows, "_sort", lambda: pytest.fail("was sorted"))
    rows.seek("a", None)
    rows.seek("", None)
    assert [rows.index(n, 0).data() for n in range(3)] == ["aaa", "bbb", "ccc"]


def test_many_that_come_under_a_filter_walk_over_the_rest_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = ThingRows()
    rows.set_things([ThingSummary(f"{n}", f"{n:04}", "PERSON") for n in range(1000)])
    rows.seek("0003", None)
    asked: list[str] = []
    row_of = rows.row_of
    monkeypatch.setattr(rows, "row_of", lambda i: (asked.append(i), row_of(i))[1])
    rows.update([ThingSummary(f"n{n}", f"{n * 17:04} of 0003", "PERSON") for n in range(60)])
    expected = ["0000 of 0003", "0003", *(f"{n * 17:04} of 0003" for n in range(1, 60))]
    assert [rows.index(n, 0).data() for n in range(61)] == expected
    assert len(asked) < 1000 + 5 * 60


def test_the_day_a_happening_was_told_of_is_not_shown_as_its_date() -> None:
    day = when_from_value("2024-05-09")
    rows = ThingRows()
    rows.set_look(Schema(), theme("light"), 1.0)
    things = [
        ThingSummary("told", "Told", "CONSULT", first="2024-05-02"),
        ThingSummary("dated", "Dated", "CONSULT", first="2024-05-02", when=day),
        ThingSummary("never", "Never", "CONSULT"),
    ]
    rows.set_things(things, Kind.HAPPENING)
    for order in Qt.SortOrder:
        rows.sort(Column.DATE, order)
        cells = [rows.index(n, Column.DATE) for n in range(3)]
        assert {c.data(THING).id: c.data() for c in cells} == {
            "told": "told May 2024",
            "dated": "9 May 2024",
            "never": "",
        }
        told = next(c for c in cells if c.data(THING).id == "told")
        assert told.data(Qt.ItemDataRole.ToolTipRole).splitlines()[-1] == "first told 2 May 2024"
        assert cells[0].data(THING).id == "dated"  # what has no date stays last
        grey = Qt.ItemDataRole.ForegroundRole
        assert [c.data(grey) is not None for c in cells] == [False, True, True]
    assert rows.headerData(Column.DATE, Qt.Orientation.Horizontal) == "Date"
    rows.set_things(things, Kind.ENTITY)
    assert rows.headerData(Column.DATE, Qt.Orientation.Horizontal) == "First told"
    assert rows.index(0, Column.DATE).data() in ("2 May 2024", "")
