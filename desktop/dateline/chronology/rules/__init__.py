"""The English rules in families, a module or two each; `ALL` is the order they are tried in.

With each stands what an expression must hold for any rule of it to read it.
"""

from dateline.chronology.rules import (
    ahead,
    anaphora,
    calendar_dates,
    clock,
    days_of_month,
    durations,
    eras,
    figures,
    holidays,
    hours,
    nth_days,
    parts,
    periods,
    recurring,
    relative,
    several_units,
    spans,
    vague,
)
from dateline.chronology.rules.rule import Family

ALL: tuple[Family, ...] = (
    ("", (vague.REFERENCE,)),
    ("", (*calendar_dates.RULES, *figures.RULES, *days_of_month.RULES)),
    ("", holidays.RULES),
    ("", recurring.RULES),
    ("", anaphora.RULES),
    ("", nth_days.RULES),
    ("", periods.RULES),
    ("", (*ahead.RULES, *several_units.RULES, *relative.RULES)),
    ("", durations.RULES),
    ("", vague.RULES),
    (clock.NEEDS, (*clock.RULES, *hours.RULES)),
    (r"\d ?[bac]\.?|[ace]\.? ?\d|millenni", eras.RULES),
    ("", spans.RULES),
    ("", parts.RULES),
)
