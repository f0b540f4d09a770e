"""A date in words: what a time expression was resolved to, and why."""

from PySide6.QtCore import QCoreApplication

from dateline.chronology import NO_SUCH_DAY
from dateline.gui.date_words import label, shown_published
from dateline.gui.rule_words import rule_said
from dateline.gui.widgets.wording import translated
from dateline.model.annotation import TimeSource, TimeValue
from dateline.model.when import when_from_value

translate = QCoreApplication.translate


def shown_value(value: TimeValue | None) -> str:
    """Return the date for people and the TIMEX3 value."""
    when = label(value.when) if value and value.when else ""
    known = value.value if value and value.value else without_value(value)
    return f"{when}  ·  {known}" if when else known


def short_value(value: str) -> str:
    """Return a TIMEX3 value for a narrow place: "2018-04", "2018-W17" as they are, "199" and "BC05" in words."""
    when = None if len(value) > 3 and value[:4].isdigit() else when_from_value(value)
    return label(when) if when else value


def without_value(value: TimeValue | None) -> str:
    """Say why a date has no value: there is no such day ("April 31"), or it lies on no calendar ("soon")."""
    impossible = value is not None and NO_SUCH_DAY in value.rule
    return translate("TimeCard", "there is no such day") if impossible else translate("TimeCard", "not on the calendar")


def reason(value: TimeValue | None, words: str, published: str) -> str:
    """Return how the date came about: granularity, words, publication date, rule; or that a person set it."""
    short = words if len(words) < 50 else f"{words[:49]}…"
    if value is None:
        return translate("TimeCard", "Nothing is known of this date yet.")
    if value.source is TimeSource.HAND:
        kept = translate("TimeCard", " (the rule said {})").format(value.replaced) if value.replaced else ""
        return translate("TimeCard", "set by hand") + kept
    parts = [translated(value.when.granularity.value)] if value.when else []
    parts.append(translate("TimeCard", "from “{}”").format(short))
    if value.anchor:
        parts.append(
            translate("TimeCard", "published {}").format(shown_published(published))
            if value.anchor == published
            else value.anchor
        )
    elif not published:
        parts.append(translate("TimeCard", "the article has no publication date"))
    return " · ".join(parts) + (f"\n{rule_said(value.rule)}" if value.rule else "")
