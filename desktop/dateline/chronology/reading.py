"""What a time expression was read as."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from dateline.model.calendar import HOUR
from dateline.model.text import Span
from dateline.model.when import Granularity, When, when_from_value

NO_SUCH_DAY = "there is no such day"


class TimeType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Reading(Struct, frozen=True):
    """One reading of a time expression.

    `value` and `mod` follow TIMEX3; "" means that no value could be told, and `rule` says why. `when` is the interval
    on the calendar, None for durations, sets and what is vague. `anchor` is the date it was counted from ("" if
    none), `rule` how, in a few words for people. `alternatives` are further readings, the likelier first.
    """

    value: str
    type: TimeType = TimeType.DATE
    mod: str = ""
    when: When | None = None
    granularity: Granularity | None = None
    anchor: str = ""
    rule: str = ""
    alternatives: tuple["Reading", ...] = ()


class Found(Struct, frozen=True):
    """A time expression found in a text."""

    span: Span
    reading: Reading


class Told(Struct, frozen=True, gc=False):
    """A date that stands before an expression: its TIMEX3 value, and where in the text before that it stands.

    The places are code points from where that text begins; those of what stands further up are negative. One that is
    `sure` somebody set, or it counts from such a date: no tense speaks against it.
    """

    begin: int
    end: int
    value: str
    sure: bool = False


Dates = Callable[[], Sequence[Told]]


def dated(value: str, rule: str, *, mod: str = "", anchor: str = "", others: Iterable["Reading | str"] = ()) -> Reading:
    """Return a reading on the calendar; `others` are further readings, or values that share rule and anchor."""
    when = when_from_value(value, mod)
    alternatives = tuple(
        replace(o, alternatives=()) if isinstance(o, Reading) else dated(o, "other reading", anchor=anchor)
        for o in others
        if (o.value if isinstance(o, Reading) else o) != value
    )
    return Reading(
        value=value,
        type=TimeType.TIME if "T" in value and not value.endswith("_REF") else TimeType.DATE,
        mod=mod,
        when=when,
        granularity=when.granularity if when else None,
        anchor=anchor,
        rule=rule,
        alternatives=alternatives,
    )


def until_morning(reading: Reading) -> Reading:
    """Return a night that is told by both its days through to six in the morning: the value has but its first day."""

    def through(one: Reading) -> Reading:
        if not one.value.endswith("TNI") or not one.when or one.when.end is None or one.mod:
            return one
        return replace(one, when=replace(one.when, end=one.when.end + _AFTER_MIDNIGHT))

    return replace(through(reading), alternatives=tuple(through(other) for other in reading.alternatives))


_AFTER_MIDNIGHT = 6 * HOUR


def lasting(value: str, rule: str, *, mod: str = "", others: Iterable[Reading] = ()) -> Reading:
    """Return a duration."""
    return Reading(value, TimeType.DURATION, mod, rule=rule, alternatives=tuple(others))


def recurring(value: str, rule: str, *, mod: str = "") -> Reading:
    """Return a set of times."""
    return Reading(value, TimeType.SET, mod, rule=rule)


def unknown(rule: str, type_: TimeType = TimeType.DATE) -> Reading:
    """Return the reading that says why there is none."""
    return Reading("", type_, rule=rule)


def no_such_day(why: str) -> Reading:
    """Return the reading of a date that is on no calendar: "April 31"."""
    return unknown(f"{NO_SUCH_DAY}: {why}")


def refused(reading: Reading) -> bool:
    """Say whether a reading tells that there is no such day: no other rule is to make another date of its words."""
    return not reading.value and NO_SUCH_DAY in reading.rule


def with_mod(reading: Reading, mod: str, rule: str = "") -> Reading:
    """Return a reading narrowed, opened or marked as approximate by a TIMEX3 modifier."""
    if not reading.value:
        return reading
    when = when_from_value(reading.value, mod) if reading.type in (TimeType.DATE, TimeType.TIME) else None
    return replace(reading, mod=mod, when=when, rule=rule or reading.rule, alternatives=())
