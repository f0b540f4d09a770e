"""The English rules in families, a module or two each; `ALL` is the order they are tried in."""

from dateline.chronology.rules import (
    ahead,
    anaphora,
    calendar_dates,
    clock,
    days_of_month,
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

ALL: tuple[Rules, ...] = (
    (vague.REFERENCE,),
    (*calendar_dates.RULES, *days_of_month.RULES),
    holidays.RULES,
    recurring.RULES,
    anaphora.RULES,
    periods.RULES,
    (*ahead.RULES, *relative.RULES),
    durations.RULES,
    vague.RULES,
    (*clock.RULES, *hours.RULES),
    spans.RULES,
    parts.RULES,
)
