"""How a date looks: where its exact part lies and how wide its soft ends are, in seconds."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from dateline.model.calendar import DAY, HOUR, MINUTE
from dateline.model.when import Granularity, When

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

UNIT_SECONDS: dict[Granularity, float] = {
    Granularity.CENTURY: 36_524.25 * DAY,
    Granularity.DECADE: 3_652.425 * DAY,
    Granularity.YEAR: 365.2425 * DAY,
    Granularity.HALF: 182.62125 * DAY,
    Granularity.SEASON: 91.310625 * DAY,
    Granularity.QUARTER: 91.310625 * DAY,
    Granularity.MONTH: 30.436875 * DAY,
    Granularity.WEEK: 7.0 * DAY,
    Granularity.WEEKEND: 2.0 * DAY,
    Granularity.DAY: 1.0 * DAY,
    Granularity.DAYPART: 6.0 * HOUR,
    Granularity.HOUR: 1.0 * HOUR,
    Granularity.MINUTE: 1.0 * MINUTE,
    Granularity.SECOND: 1.0,
}
_SOFT_SHARE = 0.36  # of a single unit ("in March"), whose both ends are equally unknown
_MOST_SOFT = 0.45  # of a range, so that a core is always left


class Extents(Struct, frozen=True):
    """Shapes of many dates, one array element each.

    A date is drawn from `begin` to `end`, solid between `core_begin` and `core_end` and fading outside of them.
    A `point` is a diamond in the middle: its core has no length. An open end goes on past `begin` or `end`.
    Of a `vague` one no part is surer than another: sometime in a month, about a day. Its core is where it is densest.
    """

    begin: Floats
    core_begin: Floats
    core_end: Floats
    end: Floats
    point: Bools
    open_begin: Bools
    open_end: Bools
    vague: Bools

    def __len__(self) -> int:
        return len(self.begin)

    @property
    def middle(self) -> Floats:
        """The middle of each core."""
        middle: Floats = (self.core_begin + self.core_end) / 2
        return middle


def extents(whens: Sequence[When]) -> Extents:
    """Return the shapes of `whens`.

    A day or less is a point. Several days ("12–14 April") have hard ends. One unit coarser than a day ("in March")
    is soft at both ends; a range in such units ("2016 to 2018") is soft for the length of its first and last unit;
    "about" adds half a unit outside, and makes days soft, too.
    """
    nan = float("nan")
    by_identity = {id(g): seconds for g, seconds in UNIT_SECONDS.items()}  # hashing an enum member is slow
    columns: tuple[list[float], ...] = [], [], [], []
    begins, ends, units, abouts = (column.append for column in columns)
    for w in whens:  # one pass: with a million dates it is reaching them that takes the time
        begins(nan if w.begin is None else w.begin)
        ends(nan if w.end is None else w.end)
        units(by_identity[id(w.granularity)])
        abouts(w.approximate)
    begin, end, unit = (np.array(column, np.float64) for column in columns[:3])
    about = np.array(columns[3], np.bool_)
    open_begin, open_end = np.isnan(begin), np.isnan(end)
    begin = np.where(open_begin, end - unit, begin)
    end = np.where(open_end, begin + unit, end)
    length = end - begin
    is_open = open_begin | open_end
    point = (length <= DAY) & ~is_open
    single = length < 1.5 * unit
    soft = np.where(single, _SOFT_SHARE * length, np.minimum(unit, _MOST_SOFT * length))
    soft = np.where((unit <= DAY) & ~about, 0.0, soft)
    core_begin = np.where(open_begin, begin, begin + np.where(open_end, length, soft))
    core_end = np.where(open_end, end, end - np.where(open_begin, length, soft))
    middle = begin + length / 2
    core_begin, core_end = np.where(point, middle, core_begin), np.where(point, middle, core_end)
    spread = np.where(about, np.where(point, length, unit / 2), 0.0)
    return Extents(
        np.where(open_begin, begin, begin - spread),
        core_begin,
        core_end,
        np.where(open_end, end, end + spread),
        point,
        open_begin,
        open_end,
        ~is_open & np.where(point, about, single),
    )
