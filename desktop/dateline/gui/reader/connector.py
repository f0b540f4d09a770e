"""The line that joins an event's trigger with its arguments while the event is in focus. Free of Qt."""

from collections.abc import Sequence

from msgspec import Struct

Point = tuple[int, int]


class Bus(Struct, frozen=True):
    """One line of text that holds parts of the event: the y above its tags, and the x of each part."""

    y: int
    stops: tuple[int, ...]


class Connector(Struct, frozen=True):
    """Strokes to draw: paths with rounded corners, and short drops from a path to what it joins."""

    paths: tuple[tuple[Point, ...], ...]
    drops: tuple[Point, ...]


def connect(buses: Sequence[Bus], margin: int, *, above: int | None, below: int | None) -> Connector | None:
    """Join all stops: along each line above its tags, from line to line by the margin.

    `above` and `below` are ys to run the margin to when parts of the event lie out of sight that way.
    None when there is nothing to join.
    """
    buses = sorted((b for b in buses if b.stops), key=lambda b: b.y)
    if not buses:
        return None
    drops = tuple((x, bus.y) for bus in buses for x in sorted(set(bus.stops)))
    by_margin = len(buses) > 1 or above is not None or below is not None
    if not by_margin:
        bus = buses[0]
        low, high = min(bus.stops), max(bus.stops)
        return Connector((((low, bus.y), (high, bus.y)),), drops) if low < high else None
    top = above if above is not None else buses[0].y
    bottom = below if below is not None else buses[-1].y
    paths: list[tuple[Point, ...]] = []
    middle = list(buses)
    if above is None:
        first = middle.pop(0)
        paths.append(((max(first.stops), first.y), (margin, first.y), (margin, (top + bottom) // 2)))
        top = (top + bottom) // 2
    if below is None and middle:
        last = middle.pop()
        start = top if above is None else above
        paths.append(((margin, start), (margin, last.y), (max(last.stops), last.y)))
    else:
        paths.append(((margin, top), (margin, bottom)))
    paths += [((margin, bus.y), (max(bus.stops), bus.y)) for bus in middle]
    return Connector(tuple(p for p in paths if len(set(p)) > 1), drops)
