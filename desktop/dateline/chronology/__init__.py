"""Words to dates: normalising time expressions against the publication date, and finding them in a text.

The rules are imported and compiled on first use; `prepare` does so ahead of it.
"""

from collections.abc import Sequence

from dateline.chronology.reading import NO_SUCH_DAY, Dates, Found, Reading, TimeType, Told

__all__ = [
    "NO_SUCH_DAY",
    "Dates",
    "Found",
    "Reading",
    "TimeType",
    "Told",
    "find",
    "find_over",
    "prepare",
    "resolve",
    "timex_value",
]


def resolve(
    text: str,
    published: str,
    left: str = "",
    right: str = "",
    earlier: Sequence[str] = (),
    language: str = "",
    dates: Dates | None = None,
) -> Reading:
    """Return how a time expression reads in an article published on a date (ISO 8601, or "" where not known).

    `left` and `right` are the text before and after it (300 characters will do), `earlier` the TIMEX3 values of
    dates before those, the nearest last; `language` an ISO 639-1 code, "" to tell by the letters. `dates`
    returns all dates before it where they are known, and is called only if one matters: they count by their values,
    whatever their words say. What can't be told has the value "" and a `rule` that says why.
    """
    from dateline.chronology.reader import read  # here, as the rules take a while to compile

    return read(text, published, left, right, earlier, language, dates)


def timex_value(text: str, published: str, left: str = "", right: str = "") -> str | None:
    """Return the TIMEX3 value of a time expression alone, None where there is none."""
    return resolve(text, published, left, right).value or None


def find(text: str, published: str, language: str = "") -> list[Found]:
    """Return the time expressions of a text in order, each with its reading; spans are code points, none overlaps."""
    from dateline.chronology.reader import find_all

    return find_all(text, published, language)


def find_over(text: str, at: int, published: str, language: str = "") -> Found | None:
    """Return the time expression of a text that begins before a place and ends behind it; None where none does.

    It is the one that `find` gives, mostly without finding all.
    """
    from dateline.chronology.reader import find_over as over

    return over(text, at, published, language)


def prepare() -> None:
    """Import and compile the rules, some tenths of a second, so that the first expression does not wait."""
    find("today", "2000-01-01")
