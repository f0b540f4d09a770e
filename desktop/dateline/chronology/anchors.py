"""The date that "the same day", "a month earlier" or "the following year" count from."""

from dateline.chronology.context import Context
from dateline.model.calendar import DAY
from dateline.model.timex import unit_value
from dateline.model.when import Granularity, when_from_value

# A unit can be counted from a date that is no coarser than these.
_FINE_ENOUGH = {
    "day": {"day", "daypart", "hour", "minute", "second"},
    "week": {"day", "daypart", "hour", "minute", "week", "weekend"},
    "weekend": {"day", "daypart", "week", "weekend"},
    "month": {"day", "daypart", "month", "week"},
    "quarter": {"day", "month", "quarter"},
    "year": {"day", "daypart", "hour", "minute", "week", "weekend", "month", "quarter", "half", "season", "year"},
}
_REACH = 3  # how many mentions back a date is still what is being spoken of


def anchor_day(context: Context, unit: str) -> tuple[int, str]:
    """Return the day that a unit is counted from, and its name: the last date mentioned, else publication.

    Raises NeedsPublicationError where neither is known.
    """
    allowed = _FINE_ENOUGH.get(unit, _FINE_ENOUGH["year"] | {"decade", "century"})
    for value in reversed(context.mentioned[-_REACH:]):
        when = when_from_value(value)
        if when and when.begin is not None and when.granularity.value in allowed:
            return when.begin // DAY, value
    return context.day, context.anchor


def unit_around(day: int, unit: str) -> str:
    """Return the unit that holds a day as a TIMEX3 value."""
    return unit_value(day * DAY, Granularity(unit))
