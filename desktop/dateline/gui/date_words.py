"""Dates in the window's language: as they are shown, and as they are typed."""

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QLocale

from dateline.model.label import ENGLISH, DateWords
from dateline.model.label import label as label_in
from dateline.model.when import When

if TYPE_CHECKING:
    from dateline.model.label_read import DayWords

translate = QCoreApplication.translate


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class CalendarNames(Struct, frozen=True):
    """The names of months, in full, and of days of the week, short as an axis has them and in full, from Monday on."""

    months: tuple[str, ...]
    days: tuple[str, ...]
    full_days: tuple[str, ...]


def label(when: When) -> str:
    """Return a date as short text that says what is known and no more."""
    return label_in(when, date_words())


def shown_published(moment: str) -> str:
    """Return the date of an article (ISO 8601) to the minute, without its zone: "2018-04-19 18:00"; "" for none."""
    return moment[:16].replace("T", " ")


def as_typed(text: str) -> str:
    """Return a date that a person typed as `parse_date_input` reads it; it may be as `label` shows dates."""
    from dateline.model.label_read import in_english  # many expressions to compile

    words, names = date_words(), calendar_names()
    if words == ENGLISH:
        return text
    return in_english(text, words, names.months, _day_words(names))


def _day_words(names: CalendarNames) -> "DayWords":
    """Return what the window's language calls days that are counted from another one."""
    from dateline.model.label_read import DayWords

    near = {
        "yesterday": translate("DateWords", "yesterday"),
        "today": translate("DateWords", "today"),
        "tomorrow": translate("DateWords", "tomorrow"),
    }
    weekdays = chain(zip(names.days, WEEKDAYS, strict=True), zip(names.full_days, WEEKDAYS, strict=True))
    return DayWords(
        (*weekdays, *((there, here) for here, there in near.items())),
        (
            (translate("DateWords", "last {}"), "last {}"),
            (translate("DateWords", "next {}"), "next {}"),
            (translate("DateWords", "this {}"), "this {}"),
            (translate("DateWords", "on {}"), "{}"),
        ),
    )


def date_words() -> DateWords:
    """Return the words for dates in the window's language."""
    return _words(_language(), translate("DateWords", "since {}"))


def calendar_names() -> CalendarNames:
    """Return the names of months and days in the window's language."""
    return _names(_language())


def _language() -> str:
    """Return the code of the window's language; "en" where the system has none."""
    locale = QLocale()
    return "en" if locale.language() in (QLocale.Language.C, QLocale.Language.English) else locale.name()


def _months(language: str, form: QLocale.FormatType) -> tuple[str, ...]:
    locale = QLocale(language) if language != "en" else QLocale.c()
    return tuple(locale.standaloneMonthName(month, form) for month in range(1, 13))


@lru_cache(maxsize=4)
def _names(language: str) -> CalendarNames:
    locale = QLocale(language) if language != "en" else QLocale.c()
    short, full = (
        tuple(locale.standaloneDayName(day, form) for day in range(1, 8))
        for form in (QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat)
    )
    return CalendarNames(_months(language, QLocale.FormatType.LongFormat), short, full)


@lru_cache(maxsize=4)
def _words(language: str, since: str) -> DateWords:
    """Return the words of a language; `since` tells its translation from English that stands in for a missing one."""
    if language == "en" or since == ENGLISH.since:
        return ENGLISH
    return DateWords(
        months=_months(language, QLocale.FormatType.ShortFormat),
        seasons=(
            translate("DateWords", "spring {year}"),
            translate("DateWords", "summer {year}"),
            translate("DateWords", "autumn {year}"),
            translate("DateWords", "winter {year}"),
        ),
        dayparts=(
            translate("DateWords", "morning"),
            translate("DateWords", "midday"),
            translate("DateWords", "afternoon"),
            translate("DateWords", "daytime"),
            translate("DateWords", "evening"),
            translate("DateWords", "night"),
        ),
        parts=(translate("DateWords", "early {}"), translate("DateWords", "mid {}"), translate("DateWords", "late {}")),
        mid_year=translate("DateWords", "mid-{}"),
        about=translate("DateWords", "c. {}"),
        since=since,
        until=translate("DateWords", "until {}"),
        week=translate("DateWords", "week of {}"),
        weekend=translate("DateWords", "weekend of {}"),
        quarter=translate("DateWords", "Q{number} {year}"),
        half=translate("DateWords", "H{number} {year}"),
        decade=translate("DateWords", "{}s"),
        century=translate("DateWords", "{} century"),
        before_christ=translate("DateWords", "{} BC"),
        after_christ=translate("DateWords", "{} AD"),
        ordinals=False,
    )
