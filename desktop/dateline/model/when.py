"""Fuzzy dates, the one door to them: the interval, its TIMEX3 value, its label, its plain data, its moments in ISO."""

from dateline.model.calendar import from_iso, to_iso
from dateline.model.interval import (
    Granularity,
    When,
    overlaps,
    sort_key,
    span_seconds,
    when_from_data,
    when_to_data,
)
from dateline.model.label import label
from dateline.model.timex import mod_from_when, value_from_when, when_from_value

__all__ = [
    "Granularity",
    "When",
    "from_iso",
    "label",
    "mod_from_when",
    "overlaps",
    "sort_key",
    "span_seconds",
    "to_iso",
    "value_from_when",
    "when_from_data",
    "when_from_value",
    "when_to_data",
]
