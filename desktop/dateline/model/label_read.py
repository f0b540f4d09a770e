"""Dates as `label` writes them in another language, put into English, as `parse_date_input` reads them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from dateline.model.label import ENGLISH, DateWords, ordinal

_WHOLE = ("about", "since", "until")  # what goes with all that follows
_OF_ONE = ("weekend", "week", "mid_year", "before_christ", "after_christ")
_FIELD = re.compile(r"\\\{(\w*)\\\}")  # in an escaped template
_WITH_HOUR = re.compile(r"(?P<day>.+?)(?P<hour>(?: \d.*)?)")
_RANGE = re.compile(r" +[-–] +")


class DayWords(Struct, frozen=True):
    """What a language calls days that are counted from another one.

    `names`: to each its English one. `turns`: templates of one of them, "{} günü", to those in English, "on {}".
    """

    names: Sequence[tuple[str, str]] = ()
    turns: Sequence[tuple[str, str]] = ()


def in_english(typed: str, words: DateWords, months: Sequence[str] = (), days: DayWords | None = None) -> str:
    """Return what was typed with the words of a language in English; what is none of them stays as it is.

    `months`: their names in full, which are read as those of `words` are.
    """
    folded = _folded(typed)
    english = _Reader(words, tuple(months), days or DayWords()).read(folded)
    return typed if english == folded else english


def _folded(text: str) -> str:
    """Return a text in small letters, with single spaces; i with and without its dot is one, as is a capital I."""
    return " ".join(text.replace("İ", "i").lower().replace("ı", "i").split())


class _Reader:
    """Takes a date apart as its words stand about it, the outermost first."""

    def __init__(self, words: DateWords, months: tuple[str, ...], days: DayWords) -> None:
        named = [*zip(ENGLISH.months, words.months, strict=True), *zip(ENGLISH.months, months, strict=False)]
        self._months = {_folded(there).rstrip("."): here for here, there in named}
        self._dayparts = {_folded(there): here for here, there in zip(ENGLISH.dayparts, words.dayparts, strict=True)}
        self._whole: list[tuple[str, str]] = [(getattr(words, name), getattr(ENGLISH, name)) for name in _WHOLE]
        of_one: list[tuple[str, str]] = [(getattr(words, name), getattr(ENGLISH, name)) for name in _OF_ONE]
        of_one += zip(words.parts, ENGLISH.parts, strict=True)
        self._of_one = sorted(of_one, key=lambda pair: -len(pair[0]))  # what says more first: "hafta sonu", then "sonu"
        numbered = [(words.quarter, ENGLISH.quarter), (words.half, ENGLISH.half)]
        self._of_year = [*zip(words.seasons, ENGLISH.seasons, strict=True), *numbered]
        self._days = {_folded(there).rstrip("."): here for there, here in days.names}
        self._turns = days.turns
        self._decade, self._century = words.decade, words.century

    def read(self, said: str) -> str:
        """Return it in English."""
        for template, english in self._whole:
            if found := _pattern(template).fullmatch(said):
                return english.format(self.read(found[1]))
        ends = _RANGE.split(said)
        if len(ends) == 2:
            return " – ".join(map(self._one, ends))
        return self._one(said)

    def _one(self, said: str) -> str:
        """Return a date that is no range of two whole ones."""
        if said in self._dayparts:
            return self._dayparts[said]
        for template, english in self._of_one:
            if found := _pattern(template).fullmatch(said):
                return english.format(self._one(found[1]))
        day, comma, at = said.partition(", ")
        if comma:
            return f"{self._one(day)}, {self._one(at)}"
        for template, english in self._of_year:
            if found := _pattern(template).fullmatch(said):
                group = found.groupdict()
                return english.format(year=self._one(group["year"]), number=group.get("number"))
        first, dash, last = said.replace("-", "–").partition("–")
        if dash and any(letter.isalpha() for letter in said):
            return f"{self._one(first)}–{self._one(last)}"
        return next(chain(self._tens(said), self._of_month(said), self._counted(said)), said)

    def _tens(self, said: str) -> Iterator[str]:
        if found := _pattern(self._century).fullmatch(said):
            number = found[1].rstrip(".")
            yield ENGLISH.century.format(ordinal(int(number)) if number.isdecimal() else number)
        if (found := _pattern(self._decade).fullmatch(said)) and found[1].isdecimal():
            yield ENGLISH.decade.format(found[1])

    def _counted(self, said: str) -> Iterator[str]:
        """Yield a day that is counted from another, with the hour behind it: "geçen perşembe 14:30"."""
        if (found := _WITH_HOUR.fullmatch(said)) and (day := self._day(found["day"])):
            yield f"{day}{found['hour']}"

    def _day(self, said: str) -> str:
        """Return a weekday, today or what is beside it, "" where it is none."""
        if name := self._days.get(said.rstrip(".")):
            return name
        for template, english in self._turns:
            if (found := _pattern(template).fullmatch(said)) and (day := self._day(found[1])):
                return english.format(day)
        return ""

    def _of_month(self, said: str) -> Iterator[str]:
        """Yield a month with its day before it and its year behind, as far as they are there."""
        words = said.split(" ")
        for place, word in enumerate(words[:2]):
            if name := self._months.get(word.rstrip(".")):
                year = " ".join(words[place + 1 :])
                yield " ".join([*words[:place], name, *([self._one(year)] if year else [])])


@lru_cache(maxsize=128)
def _pattern(template: str) -> re.Pattern[str]:
    """Return what a template reads; a number has a group of its own."""
    named = {"number": r"(?P<number>\d+)", "year": "(?P<year>.+)"}
    return re.compile(_FIELD.sub(lambda field: named.get(field[1], "(.+)"), re.escape(_folded(template))))
