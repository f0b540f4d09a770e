"""Fuzzy dates: an interval on the calendar that says how exact it is and where it is open."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct

from dateline.model.calendar import from_iso, to_iso


class Granularity(StrEnum):
    """How exact a date is, coarsest first."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    WEEKEND = "weekend"
    DAY = "day"
    DAYPART = "daypart"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"


class When(Struct, frozen=True):
    """The interval [begin, end) in seconds from 1970-01-01T00:00 of the proleptic Gregorian calendar, no zone.

    None at an end means that it is open ("since 2011" has no end). At least one end is known, and begin < end.
    The seconds may be of any size, so years before 1 and after 9999 are dates like others.
    """

    begin: int | None
    end: int | None
    granularity: Granularity
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.begin is None and self.end is None:
            raise ValueError("a date needs a begin or an end")
        if self.begin is not None and self.end is not None and self.begin >= self.end:
            raise ValueError(f"a date must begin before it ends: {self.begin}..{self.end}")


def overlaps(one: When, other: When) -> bool:
    """Say whether two dates share a moment; an open end reaches for ever."""
    return _begins_before_end(one, other) and _begins_before_end(other, one)


def _begins_before_end(one: When, other: When) -> bool:
    return one.begin is None or other.end is None or one.begin < other.end


def span_seconds(when: When) -> int | None:
    """Return how long the interval is, None where an end is open."""
    return None if when.begin is None or when.end is None else when.end - when.begin


def sort_key(when: When) -> tuple[int, int, int]:
    """Return a key that puts dates in order: by begin, the exact before the vague; without begin by the last moment."""
    begin = when.begin if when.begin is not None else (when.end or 0) - 1
    length = span_seconds(when)
    return begin, length is None, length or 0


def when_to_data(when: When) -> dict[str, Any]:
    """Return a date as plain data: begin and end in ISO 8601 or None, granularity, approximate."""
    return {
        "begin": None if when.begin is None else to_iso(when.begin),
        "end": None if when.end is None else to_iso(when.end),
        "granularity": when.granularity.value,
        "approximate": when.approximate,
    }


def when_from_data(data: Mapping[str, Any]) -> When:
    """Build a date from what `when_to_data` returns; raises ValueError that names the field at fault."""
    ends: list[int | None] = []
    for name in ("begin", "end"):
        text = data.get(name)
        if text is not None and not isinstance(text, str):
            raise ValueError(f"{name} must be an ISO 8601 text or null, not {text!r}")
        try:
            ends.append(None if text is None else from_iso(text))
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None
    try:
        granularity = Granularity(data.get("granularity", Granularity.DAY))
    except ValueError:
        raise ValueError(f"granularity must be one of {', '.join(Granularity)}, not {data['granularity']!r}") from None
    approximate = data.get("approximate", False)
    if not isinstance(approximate, bool):
        raise ValueError(f"approximate must be true or false, not {approximate!r}")
    return When(ends[0], ends[1], granularity, approximate)
