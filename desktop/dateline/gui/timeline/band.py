"""The band of measures below the lanes: where its series, their numbers and what is pointed at lie. Pixels."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from dateline.gui.timeline.layout import LEAST_LANES, Scale
from dateline.gui.timeline.measures import Point, Series
from dateline.gui.timeline.shape import extents
from dateline.model.when import sort_key

LEAST_LANE = 50.0
LOW_LANE = 40.0  # where there is little room: two lines of a name
LOW = 200.0  # room up to which it is little
MOST_SHARE = 0.4  # of the room that lanes and measures share
_PAD_TOP, _PAD_BOTTOM = 17.0, 8.0  # within a lane, so that a number's label stays inside
_REACH = 9.0
_MOST_DOTS = 400  # of one series in one frame

Spot = tuple[int, int]  # a series and a point of it


class Band(Struct, frozen=True):
    """The series shown, the edges of their lanes before scrolling, how much of it is in view."""

    series: tuple[Series, ...] = ()
    edges: tuple[float, ...] = (0.0,)
    height: float = 0.0
    scroll: float = 0.0

    @property
    def most_scroll(self) -> float:
        """How far it can be scrolled."""
        return max(0.0, self.edges[-1] - self.height)

    def lane(self, number: int) -> tuple[float, float]:
        """Return where a series' lane begins and ends, below the band's top."""
        return self.edges[number] - self.scroll, self.edges[number + 1] - self.scroll


class Dot(Struct, frozen=True):
    """A number on screen: its middle, the stretch of time it is about, the height of a range's ends."""

    spot: Spot
    x: float
    y: float
    left: float
    right: float
    y_low: float
    y_high: float
    open_end: bool


def band_of(series: Sequence[Series], heights: Sequence[float], room: float, scroll: float) -> Band:
    """Return the band for some series whose names need `heights`, in a share of the room.

    In a low panel the lanes of events matter more, and names are cut.
    """
    if not series:
        return Band()
    low = room < LOW
    least = LOW_LANE if low else LEAST_LANE
    edges = tuple(accumulate((least if low else max(least, h) for h in heights), initial=0.0))
    height = min(edges[-1], max(least, min(room * MOST_SHARE, room - LEAST_LANES)))
    return Band(tuple(series), edges, height, min(max(scroll, 0.0), max(0.0, edges[-1] - height)))


def dots(band: Band, scale: Scale) -> list[list[Dot]]:
    """Return where the numbers in view stand, series by series, below the band's top."""
    first = max(bisect_right(band.edges, band.scroll) - 1, 0)
    last = bisect_left(band.edges, band.scroll + band.height)
    return [made for n in range(first, min(last, len(band.series))) if (made := _dots(band, n, scale))]


def _in_view(series: Series, scale: Scale) -> Sequence[int]:
    """Return the points to draw: those in view and one on either side, where there are very many only some."""

    def begin(point: Point) -> int:
        return sort_key(point.when)[0]

    low = bisect_left(series.points, scale.begin, key=begin) - 1
    high = bisect_right(series.points, scale.end, key=begin) + 1
    seen = range(max(low, 0), min(high, len(series.points)))
    return seen[:: len(seen) // _MOST_DOTS + 1]


def _dots(band: Band, number: int, scale: Scale) -> list[Dot]:
    series, (top, end) = band.series[number], band.lane(number)
    seen = _in_view(series, scale)
    low, high = series.range
    foot, rise = end - _PAD_BOTTOM, end - _PAD_BOTTOM - (top + _PAD_TOP)
    shape = extents([series.points[i].when for i in seen])

    def height(value: float) -> float:
        return foot - (value - low) / ((high - low) or 1.0) * rise

    out = []
    for i, at in enumerate(seen):
        point, opens = series.points[at], bool(shape.open_end[i])
        left, right = scale.x(float(shape.begin[i])), scale.x(float(shape.end[i]))
        middle = left if opens and not point.due else scale.x(float(shape.middle[i]))
        amount = point.amount
        ends = height(amount.low), height(amount.high)
        out.append(Dot((number, at), middle, height(amount.value), left, right, *ends, opens))
    return out


def spot_at(band: Band, scale: Scale, x: float, y: float) -> Spot | None:
    """Return the number at a point (y below the band's top), None where there is none."""
    if not 0 <= y < band.height:
        return None
    best: tuple[float, Spot] | None = None
    for line in dots(band, scale):
        for dot in line:
            away = max(abs(dot.x - x), min(abs(dot.y - y), _between(y, dot.y_high, dot.y_low)))
            if away <= _REACH and (best is None or away < best[0]):
                best = away, dot.spot
    return best[1] if best else None


def _between(y: float, top: float, end: float) -> float:
    return max(top - y, y - end, 0.0)
