"""Pieces of patterns that several families of rules share. Expressions are lower-case with single spaces."""

from collections.abc import Iterable

from dateline.chronology import lexicon


def words(table: Iterable[str]) -> str:
    """Return an alternation of a table's words, the longer first."""
    escaped = (w.replace(".", r"\.") for w in table)
    return "|".join(sorted(escaped, key=len, reverse=True))


MONTH = rf"(?P<month>{words(lexicon.MONTHS)})\.?"
WEEKDAY = rf"(?P<weekday>{words(lexicon.WEEKDAYS)})\.?"
SEASON = rf"(?P<season>{words(lexicon.SEASONS)})"
DAYPART = rf"(?P<part>{words(lexicon.DAYPARTS)})"
UNIT = rf"(?P<unit>{words(lexicon.UNITS)})"
CALENDAR_UNIT = r"(?P<unit>day|week|weekend|month|quarter|year|decade|century|millennium|season|period|term)"
ORDINAL = rf"(?P<ordinal>{words(lexicon.ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
DAY_OF_MONTH = r"(?P<day>\d\d?)(?:st|nd|rd|th)?"
# Without a name for the group, where it is asked only whether one stands there.
NTH = r"\d\d?(?:st|nd|rd|th)"
A_DAY = rf"{NTH}?"
A_MONTH = rf"(?:{words(lexicon.MONTHS)})\.?"
MONTH_AND_DAY = rf"(?:{A_MONTH} {A_DAY}|{A_DAY} {A_MONTH})"
YEAR = r"(?P<year>\d{4}|'\d\d)"
# What stands before an hour that is said without more: "at 10 on Tuesday night", "by 1500 hours".
BEFORE_HOURS = r"\b(?:at|by|until|till|before|after|since|around|about)\s*$"
ERA = r"(?P<era>b\.?c\.?(?:e\.?)?|a\.?d\.?|c\.?e\.?)"


def ordinal(text: str) -> int | None:
    """Return what an ordinal counts, None where it is none."""
    if text in lexicon.ORDINALS:
        return lexicon.ORDINALS[text]
    digits = text.rstrip("stndrh")
    return int(digits) if digits.isdigit() else None
