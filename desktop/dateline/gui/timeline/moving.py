"""New dates from a drag: shifted, stretched or dropped in, always on whole units of the calendar."""

from typing import Literal

from dateline.gui.timeline.shape import UNIT_SECONDS
from dateline.model.calendar import DAY, HOUR, MINUTE, add_months, civil, day_number, days_in_month
from dateline.model.units import unit_bounds, unit_index
from dateline.model.when import Granularity, When

End = Literal["begin", "end"]

_DROP_ORDER = (
    (Granularity.MINUTE, MINUTE),
    (Granularity.HOUR, HOUR),
    (Granularity.DAY, DAY),
    (Granularity.MONTH, 28 * DAY),
    (Granularity.YEAR, 365 * DAY),
    (Granularity.DECADE, 3652 * DAY),
    (Granularity.CENTURY, 36524 * DAY),
)
_DROP_PIXELS = 5.0  # what a unit must measure on screen to be aimed at
_YEAR, _MONTH = 365.2425 * DAY, 365.2425 * DAY / 12
# The steps of a drag: the finest that is no finer than the date itself and measures so many pixels is taken. Those of
# the clock count once the axis shows it; days go on until two lie in one pixel, so that a week's shift stays one.
_STEPS = (
    *((n * MINUTE, _DROP_PIXELS) for n in (1, 5, 15, 30, 60)),
    (DAY, 1.0),
    (_MONTH, 1.0),
    (_YEAR, 0.0),
)


def snapped(moment: float, granularity: Granularity) -> int:
    """Return the begin of a unit nearest to `moment`; a part of the day snaps to hours."""
    unit = Granularity.HOUR if granularity is Granularity.DAYPART else granularity
    begin, end = unit_bounds(unit_index(int(moment // 1), unit), unit)
    if unit is Granularity.WEEKEND:
        begin, end = begin - 5 * DAY, end - 2 * DAY
    return begin if moment - begin < end - moment else end


def moved(when: When, by: float, seconds_per_pixel: float = 0.0) -> When:
    """Return the date shifted by about `by` seconds, its length kept in units of its granularity.

    Where its own unit cannot be aimed at on the screen it moves by the finest that can: 10:30 by whole days.
    """
    grid = _grid(when)
    if grid is Granularity.DAY and UNIT_SECONDS[when.granularity] > 7 * DAY:
        return _moved_by_months(when, by, _coarser(Granularity.MONTH, seconds_per_pixel) or _MONTH)
    if step := _coarser(grid, seconds_per_pixel):
        by = float(_steps(when.begin if when.begin is not None else when.end or 0, by, step))
        if step <= DAY or UNIT_SECONDS[grid] <= DAY:
            ends = [None if m is None else m + round(by) for m in (when.begin, when.end)]
            return When(ends[0], ends[1], when.granularity, when.approximate)
    if when.begin is None or when.end is None:
        known = when.end if when.begin is None else when.begin
        assert known is not None  # noqa: S101 -- When guarantees one known end
        at = known + _shift(known, by, grid)
        begin, end = (None, at) if when.begin is None else (at, None)
        return When(begin, end, when.granularity, when.approximate)
    start = when.begin + _shift(when.begin, by, grid)
    return When(start, _end_like(when.begin, when.end, start, grid), when.granularity, when.approximate)


def _moved_by_months(when: When, by: float, step: float) -> When:
    """Return a date of months or years that begins and ends within them shifted by months: its days stay."""
    begin, end = (None if m is None else m + _steps(m, by, step) for m in (when.begin, when.end))
    if begin is not None and end is not None and when.begin is not None and when.end is not None and end <= begin:
        end = begin + when.end - when.begin  # 30 and 31 January both fall on the last of February
    return When(begin, end, when.granularity, when.approximate)


def _coarser(grid: Granularity, seconds_per_pixel: float) -> float:
    """Return the step in which a date is dragged where that is coarser than its own unit, else 0."""
    own = DAY if grid is Granularity.DAYPART else UNIT_SECONDS[grid]
    if own == UNIT_SECONDS[Granularity.WEEK] or grid is Granularity.WEEKEND or not seconds_per_pixel:
        return 0.0  # what is known to the week stays a week
    if own > DAY and own >= seconds_per_pixel:
        return 0.0  # a quarter of a few pixels moves by quarters, though the next step is a year
    step = next((s for s, pixels in _STEPS if s >= own * 0.9 and s / seconds_per_pixel >= pixels), 0.0)
    return step if step > own * 1.1 else 0.0


def _steps(known: int, by: float, step: float) -> int:
    """Return by how many seconds a moment moves: whole steps; by months and years its day and its clock stay."""
    if step <= DAY:
        return round(round(by / step) * step)
    months = round(by / step) * (12 if step == _YEAR else 1)
    day, clock = divmod(known, DAY)
    year, month, date = civil(day)
    year, month = add_months(year, month, months)
    return day_number(year, month, min(date, days_in_month(year, month))) * DAY + clock - known


def _grid(when: When) -> Granularity:
    """Return the unit a date moves in: its own, or where its ends lie between those, months or days."""
    if UNIT_SECONDS[when.granularity] <= 7 * DAY:
        return when.granularity
    ends = [m for m in (when.begin, when.end) if m is not None]
    units = (when.granularity, Granularity.MONTH)
    return next((u for u in units if all(snapped(m, u) == m for m in ends)), Granularity.DAY)


def _shift(known: int, by: float, grid: Granularity) -> int:
    if UNIT_SECONDS[grid] > 7 * DAY:
        return snapped(known + by, grid) - known
    fixed = {Granularity.WEEK: 7 * DAY, Granularity.WEEKEND: 7 * DAY, Granularity.DAYPART: DAY}
    unit = fixed.get(grid) or int(UNIT_SECONDS[grid])
    return round(by / unit) * unit


def _end_like(begin: int, end: int, start: int, grid: Granularity) -> int:
    """Months and years differ in length: the end keeps its count of units, not its count of seconds."""
    if UNIT_SECONDS[grid] <= 7 * DAY:
        return start + end - begin
    count = unit_index(end, grid) - unit_index(begin, grid)
    return unit_bounds(unit_index(start, grid) + count, grid)[0]


def stretched(when: When, end: End, to: float, seconds_per_pixel: float = 0.0) -> When:
    """Return the date with one end drawn to about `to`, at least one unit long; in steps that can be aimed at."""
    unit = Granularity.DAY if when.granularity is Granularity.WEEKEND else when.granularity
    known = when.begin if end == "begin" else when.end
    if known is not None and (step := _coarser(_grid(when), seconds_per_pixel)):
        to = known + _steps(known, to - known, step)
    at = snapped(to, unit)
    if end == "begin":
        if when.end is not None:
            at = min(at, snapped(when.end - UNIT_SECONDS[unit], unit), when.end - 1)
        return When(at, when.end, when.granularity, when.approximate)
    if when.begin is not None:
        at = max(at, snapped(when.begin + UNIT_SECONDS[unit], unit), when.begin + 1)
    return When(when.begin, at, when.granularity, when.approximate)


def dropped(moment: float, seconds_per_pixel: float) -> When:
    """Return the date meant by letting go at `moment`: the finest unit that can be aimed at by hand."""
    granularity = next(
        (g for g, s in _DROP_ORDER if g is not Granularity.MINUTE and s / seconds_per_pixel >= _DROP_PIXELS),
        Granularity.CENTURY,
    )
    begin, end = unit_bounds(unit_index(int(moment // 1), granularity), granularity)
    return When(begin, end, granularity)
