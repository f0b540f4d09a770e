"""Dates as a person types them: "2018-04-19", "19 Apr 2018", "2018-05-14..15", "since 2011", "c. 1923", "thu"."""

import re

from msgspec.structs import replace

from dateline.model.calendar import DAY, civil, day_number, from_iso, is_date, iso_week
from dateline.model.date_forms import HINT, Typed, read
from dateline.model.interval import When
from dateline.model.regex import lazy
from dateline.model.timex import value_from_when, when_from_value, year_value
from dateline.model.wording import Refused, Wording, tr

_ABOUT = lazy(r"(?:c\.|ca\.|~|(?:c|ca|circa|about|around|approx\.?)(?= )) ?")
_PART = lazy(r"(?:the )?(?P<part>early|mid|late|start of|middle of|end of)[ -](?:the )?(?P<rest>.+)")
_PARTS = {
    "early": "START",
    "start of": "START",
    "mid": "MID",
    "middle of": "MID",
    "late": "END",
    "end of": "END",
}
_OPENINGS = {
    "ON_OR_AFTER": re.compile(r"(?:since|from) (.+)|(.+?) ?/?\.\."),
    "AFTER": re.compile(r"after (.+)()"),
    "ON_OR_BEFORE": re.compile(r"(?:until|till|up to|to|by) (.+)|\.\./? ?(.+)"),
    "BEFORE": re.compile(r"before (.+)()"),
}
_WEEK = lazy(r"(?:the )?(?P<kind>week|weekend) (?:of|from) (?P<day>.+)")
_DAYPART = lazy(
    r"(?P<day>.+?),? (?:(?P<part>early|mid|late)[ -])?(?P<daypart>morning|midday|afternoon|daytime|evening|night)"
)
_DAYPARTS = {
    "morning": "MO",
    "midday": "MI",
    "afternoon": "AF",
    "daytime": "DT",
    "evening": "EV",
    "night": "NI",
}
_YEAR_AT_END = lazy(r" (?:\d{4}(?:-\d\d)?|\d+ (?:bce?|ad|ce))$")
_JOINTS = tuple(
    re.compile(j) for j in (r" ?\.\. ?", r" (?:to|until|till|and) ", r"/(?=\d{4}|[+-]\d)", r" - ", r"(?<=\w)-(?=\w)")
)


def parse_date_input(text: str, published: str = "", said: str = "") -> tuple[str, When]:
    """Return the TIMEX3 value and the interval of what a person typed; the modifier is `mod_from_when` of it.

    `published` (ISO 8601 or "") is what weekdays and dates without a year are counted from: a weekday is the latest
    one up to that day, a day and month the nearest. `said` is how the person wrote it, where `text` puts that into
    English. Raises ValueError that quotes it and says what to write instead.
    """
    typed = re.sub(r"[–—‒−]", "-", " ".join(text.lower().split())).strip(" ,")
    if not typed:
        raise Refused(tr("nothing was typed: {how}"), how=Wording(HINT))
    text = said.strip() or text.strip()
    try:
        when = _Reader(text, from_iso(published) // DAY if published else None).read(typed)
    except Refused as error:
        piece = str(error.wording.details.get("typed", ""))[1:-1]  # without its quotes
        if not said or piece.lower() in " ".join(said.lower().split()):
            raise
        raise Refused(error.wording.text, **{**error.wording.details, "typed": repr(text)}) from None
    return value_from_when(when), when


class _Reader:
    """Reads one typed text; keeps what every part of it needs: the text for messages, the day to count from."""

    def __init__(self, text: str, published: int | None) -> None:
        self._text = text
        self._published = published

    def read(self, typed: str) -> When:
        about = _ABOUT().match(typed)
        if about:
            return replace(self.read(typed[about.end() :]), approximate=True)
        if self._end(typed):
            return self._one(typed)
        return self._range(typed) or self._open(typed) or self._one(typed)

    def _open(self, typed: str) -> When | None:
        for mod, pattern in _OPENINGS.items():
            if match := pattern.fullmatch(typed):
                return when_from_value(value_from_when(self._one(match[1] or match[2])), mod)
        return None

    def _range(self, typed: str) -> When | None:
        """Two ends, where either may leave out what the other says: "14-15 May 2018", "2018-05-14..15"."""
        body = re.sub(r"^(?:from|between) ", "", typed)
        for joint in _JOINTS:
            for match in joint.finditer(body):
                first, last = self._ends(body[: match.start()], body[match.end() :])
                if first and last and (ends := _completed(first, last)):
                    value = "/".join(self._value(end) for end in ends)
                    if when := when_from_value(value):
                        return when
                    raise self._refused(tr("{typed} ends before it begins: {how}"))
        return None

    def _ends(self, first: str, last: str) -> tuple[Typed | None, Typed | None]:
        """Read both ends; a season or quarter has its year from the other: "spring-summer 2026"."""
        year = _YEAR_AT_END().search(last)
        return self._end(first) or (self._end(first + year[0]) if year else None), self._end(last)

    def _one(self, typed: str) -> When:
        if match := _DAYPART().fullmatch(typed):
            day = self._end(match["day"])
            if day and day.day and not day.time:
                value = f"{self._value(day)}T{_DAYPARTS[match['daypart']]}"
                if when := when_from_value(value, _PARTS.get(match["part"] or "", "")):
                    return when
        if match := _PART().fullmatch(typed):
            inner = self._one(match["rest"])
            return when_from_value(value_from_when(inner), _PARTS[match["part"]]) or inner
        end = self._end(typed)
        if end is None:
            raise self._refused(tr("{typed} is not a date that can be read: {how}"))
        if end.time and not end.day:
            raise self._refused(tr("{typed} names no day: {how}"))
        if end.number is not None or (end.day and not end.month):
            raise self._refused(tr("{typed} can be a day, a month or a century: {how}"))
        when = when_from_value(self._value(end))
        if when is None:
            raise self._no_such_date()
        return when

    def _end(self, typed: str) -> Typed | None:
        if match := _WEEK().fullmatch(typed.strip(" ,")):
            day = read(match["day"], self._published)
            return self._week_of(day, match["kind"]) if day and day.day and day.month and not day.time else None
        end = read(typed.strip(" ,"), self._published)
        if end or re.fullmatch(r"\d*", typed):
            return end
        value = typed.upper().strip()  # what is none of ours may still be a value as TIMEX3 writes it
        return Typed(value=value) if "/" not in value and when_from_value(value) else None

    def _week_of(self, day: Typed, kind: str) -> Typed:
        """Return the week that holds a day, or its weekend, as one value."""
        year = self._nearest_year(day) if day.year is None else day.year
        if not is_date(year, day.month or 1, day.day or 1):
            raise self._no_such_date()
        week_year, week = iso_week(day_number(year, day.month or 1, day.day or 1))
        return Typed(value=f"{year_value(week_year)}-W{week:02d}{'-WE' if kind == 'weekend' else ''}")

    def _value(self, end: Typed) -> str:
        if end.value:
            return end.value
        value = year_value(self._nearest_year(end) if end.year is None else end.year)
        if end.month is None:
            return value
        if end.year is not None and not is_date(end.year, end.month, end.day or 1):
            raise self._no_such_date()
        value += f"-{end.month:02d}"
        return value if end.day is None else f"{value}-{end.day:02d}{end.time}"

    def _nearest_year(self, end: Typed) -> int:
        if self._published is None:
            raise self._refused(tr("{typed} names no year, and the article has no publication date: add the year"))
        published, month, day = self._published, end.month or 1, end.day
        middle = civil(published)[0]
        years = [y for y in range(middle - 8, middle + 9) if is_date(y, month, day or 1)]
        if not years:
            raise self._no_such_date()
        return min(years, key=lambda y: abs(day_number(y, month, day or 15) - published))

    def _no_such_date(self) -> Refused:
        return self._refused(tr("the calendar has no {typed}: {how}"))

    def _refused(self, text: str) -> Refused:
        return Refused(text, typed=repr(self._text), how=Wording(HINT))


def _completed(first: Typed, last: Typed) -> tuple[Typed, Typed] | None:
    """Fill in what one end leaves to the other, None where they don't fit; a bare number is of the finer unit."""
    if last.time and last.day is None:
        return (first, replace(first, time=last.time)) if first.day and first.time else None
    if first.number is not None:
        if last.day is None:
            return None
        first = Typed(day=first.number, month=last.month, year=last.year)
    elif last.day is not None and last.month is None:
        last = replace(last, month=first.month) if first.day else last
    elif last.number is not None:
        if first.day is not None:
            last = Typed(day=last.number, month=first.month, year=first.year)
        elif first.month is not None and first.year is not None:
            last = Typed(month=last.number, year=first.year)
        else:
            return None
    if first.value or last.value:
        return first, last
    if first.year is None and last.year is not None and first.month is not None:
        first = replace(first, year=last.year - ((first.month, first.day or 1) > (last.month or 12, last.day or 31)))
    if last.year is None and first.year is not None:
        if last.month is None:
            return None
        last = replace(last, year=first.year + ((first.month or 1, first.day or 1) > (last.month, last.day or 31)))
    return first, last
