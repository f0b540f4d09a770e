"""The English rules, a module a family; `ALL` is the order they are tried in."""

from dateline.chronology.rules import (
    anaphora,
    calendar_dates,
    clock,
    durations,
    holidays,
    hours,
    parts,
    periods,
    recurring,
    relative,
    spans,
    vague,
)
from dateline.chronology.rules.rule import Rules

ALL: Rules = (
    vague.REFERENCE,
    *calendar_dates.RULES,
    *holidays.RULES,
    *recurring.RULES,
    *anaphora.RULES,
    *periods.RULES,
    *relative.RULES,
    *durations.RULES,
    *vague.RULES,
    *clock.RULES,
    *hours.RULES,
    *spans.RULES,
    *parts.RULES,
)
