"""The rows of the registry without a project."""

from dateline.gui.registry.rows import THING, Column, ThingRows
from dateline.model.report import ThingSummary


def test_the_order_by_date_is_that_of_the_moments_in_whatever_zone_they_are_written() -> None:
    dates = {"c": "2018-05-03T23:00-05:00", "a": "2018-05-04T01:00+05:00", "b": "2018-05-03T21:00Z", "-": ""}
    rows = ThingRows()
    rows.set_things(ThingSummary(i, i, "PERSON", (), "", 1, 1, date, date, None) for i, date in dates.items())
    rows.sort(Column.DATE)
    assert [rows.index(n, 0).data(THING).id for n in range(4)] == ["a", "b", "c", "-"]
