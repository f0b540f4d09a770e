"""Fuzzy dates: an interval on the calendar that says how exact it is and where it is open."""

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class When:
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
