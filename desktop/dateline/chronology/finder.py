"""Finding time expressions in running text: stretches of time words, and within them the longest that a rule reads."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from dateline.chronology import lexicon, vocabulary
from dateline.chronology.anchors import TOO_VAGUE
from dateline.chronology.named_days import NAMES, OF_COUNTRIES
from dateline.chronology.numbers import NUMBER_WORDS
from dateline.chronology.reading import Found, Reading, TimeType, refused
from dateline.chronology.resolver import NEEDS_DATE
from dateline.chronology.titles import is_title
from dateline.chronology.worth import SHORT_PIECE, SHORT_YEARS, is_worth
from dateline.model.text import Span

Resolve = Callable[[str, str, str, str, Sequence[str]], Reading | None]

_TOKEN = re.compile(
    r"[QH][1-4]\b|\d+(?:st|nd|rd|th)\b|\d+(?:[.,:/]\d+)*(?:['’]?s\b)?|['’]\d0s\b|['’]\d\d\b|(?:[A-Za-z]\.){2,}|"
    r"[^\W\d_]+(?:['’][a-z]+)?|\S"
)
_ABBREVIATION = frozenset(
    [
        *(m for m in lexicon.MONTHS if len(m) <= 4 and m not in ("may", "june", "july")),
        *(d for d in lexicon.WEEKDAYS if len(d) <= 5),
        "c",
        "ca",
        "st",
    ]
)
_YEAR = re.compile(r"[12]\d{3}(?:['’]?s)?")
_CLOCK = re.compile(r"\d\d?:\d\d(?::\d\d)?")
_NUMERIC_DATE = re.compile(r"\d{1,2}([/.])\d{1,2}\1(?:\d{4}|\d\d)")
_DECADE = re.compile(r"['’]?\d0s|\d{3}0['’]?s|['’]\d\d")
_NTH = re.compile(r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)")
_NINE_ELEVEN = re.compile(r"9/11")  # the attacks
_SHAPES = (SHORT_YEARS, _NINE_ELEVEN, _NTH, _YEAR, _CLOCK, _NUMERIC_DATE, _DECADE)
_SCALES = frozenset({"hundred", "thousand", "dozen"})  # "a hundred years", but "a [five-year] high"
_LONGEST = 16
_LONG_RUN, _LONGEST_OF_A_LIST = 200, 5  # one word hundreds of times
_FIGURES, _CLOCKS = 7, 4  # "from 9:30 on 14 March 2024 to 12:00 (9:00 GMT) on 15 March 2024" has seven and three
# A zone behind an hour is one word, though names of places begin no time expression: "9 a.m. New York time on Monday".
_ZONE = re.compile(
    rf"[A-Z][\w.]+(?: [A-Z]\w+)? [Tt]ime\b|(?:{'|'.join(z.upper() for z in lexicon.ZONES if len(z) > 1)})\b"
)
# The name of a day is one word, whatever words it is made of: "St Patrick's Day", "Corpus Christi".
_NAMED_DAY = re.compile(
    r"\b(?:"
    + "|".join(
        re.escape(name).replace(r"st\ ", r"(?:st\.?|saint)\ ").replace("'", "['’]")
        for name in sorted((*NAMES, *OF_COUNTRIES), key=len, reverse=True)
    )
    + r")(?!\w)",
    re.IGNORECASE,
)
_NAMES_BEGIN = frozenset(name.split()[0] for name in (*NAMES, *OF_COUNTRIES)) | {"saint"}
_CONTEXT = 300
_AGO = re.compile(r"\s+ago\b")
_TURNED = re.compile(r"(?:\w+ )?(?:last|past|next|first|final|latest|previous)\b", re.IGNORECASE)
# Behind "at present", which "at present prices" is none.
_NOW = re.compile(
    r"\W*$|[.,;:!?)]|\s+(?:the|an?|its?|he|she|they|we|there|his|her|their|our|this|these|those|no|only|some|about|is|are|"
    r"and|but|in|on|at|to|of|for|by|with|from|under|being|not|most|all|both|[A-Z\d]\w*)\b"
)


class _Token(Struct, frozen=True):
    begin: int
    end: int
    word: str  # lower-case
    trigger: bool


class Finder:
    """Finds time expressions with the help of what resolves them."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve

    def find(self, text: str, published: str, earlier: Sequence[str] = ()) -> Iterator[Found]:
        """Yield the time expressions of a text in order; none overlaps another."""
        mentioned, done = list(earlier), 0
        for run in _runs(text):
            i = 0
            while i < len(run):
                hit = self._longest(text, run, i, published, mentioned) if run[i].begin >= done else None
                if hit is None:
                    i += 1
                    continue
                i, found = hit
                if found is None:
                    continue
                done = found.span.end
                if found.reading.when and found.reading.type in (TimeType.DATE, TimeType.TIME):
                    mentioned.append(found.reading.value)
                yield found

    def may_lie_over(self, text: str, at: int) -> bool:
        """Say whether a time expression could begin before a place in a text and end behind it: quick to tell."""
        for word in _words_beside(text, at):
            if _trigger(word[0], text[word.start() - 1 : word.start()]) is None and not _at_a_name(text, at):
                return False
        return any(run[0].begin < at < run[-1].end for run in _runs(text))

    def _longest(
        self, text: str, run: list[_Token], i: int, published: str, mentioned: list[str]
    ) -> tuple[int, Found | None] | None:
        """Return the longest expression that begins at a token and where it ends, without it where that is a name."""
        now = i + 1 < len(run) and run[i + 1].word == "present"
        if (run[i].word in vocabulary.NO_START and not now) or not _may_start(run, i, text):
            return None
        longest = (
            _LONGEST_OF_A_LIST
            if len(run) > _LONG_RUN and len({t.word for t in run[i : i + _LONGEST]}) == 1
            else _LONGEST
        )
        for j in range(min(len(run), i + longest), i, -1):
            if not _may_end(run[i:j]) or not any(t.trigger for t in run[i:j]) or _is_table(run[i:j]):
                continue
            if run[j - 1].word == ")" and all(t.word != "(" for t in run[i:j]):
                continue  # "(except Sundays)": the bracket was opened before
            span = _without_possessive(Span(run[i].begin, run[j - 1].end), text)
            words = span.of(text)
            if words.lower().removeprefix("the ") in vocabulary.IDLE:
                continue  # never worth it, whatever it is read as
            left, right = text[max(0, span.begin - _CONTEXT) : span.begin], text[span.end : span.end + _CONTEXT]
            reading = self._resolve(words, published, left, right, mentioned[-6:])
            if reading and reading.value and is_title(words, left, right):
                return j, None
            if reading and reading.type is TimeType.DURATION and _TURNED.match(words) and _AGO.match(right):
                continue  # "her last [two years ago]"
            if (
                reading
                and (reading.value or reading.rule in (NEEDS_DATE, TOO_VAGUE) or refused(reading))
                and is_worth(reading, words, left, right)
            ):
                return j, Found(span, reading)
        return None


def _is_table(run: list[_Token]) -> bool:
    """Say whether there are more figures than one expression has: a timetable is read piece by piece."""
    return sum(t.word[0].isdigit() for t in run) > _FIGURES or sum(":" in t.word for t in run) > _CLOCKS


def _at_a_name(text: str, at: int) -> bool:
    """Say whether a place in a text is within or beside the name of a zone or of a day."""
    low = max(0, at - 40)
    near = text[low : at + 40]
    return any(name.start() <= at - low <= name.end() for form in (_ZONE, _NAMED_DAY) for name in form.finditer(near))


def _without_possessive(span: Span, text: str) -> Span:
    """Leave out the ending of "Monday's", not that of "the 1980's"."""
    words = span.of(text)
    if words.endswith(("'s", "’s")) and not words[:-2].endswith("0") and "new year" not in words.lower():
        return Span(span.begin, span.end - 2)
    return span


def _may_start(run: list[_Token], i: int, text: str) -> bool:
    """Tell "could last six months" from "the last six months", "beginning Friday" from "the beginning of May"."""
    word, before = run[i].word, text[max(0, run[i].begin - 8) : run[i].begin].lower().split()
    if word == "last":
        return not before or before[-1] not in ("could", "will", "would", "may", "might", "to", "can", "should", "not")
    if word in ("beginning", "start", "end"):
        return i + 1 < len(run) and run[i + 1].word == "of"
    if word in ("a", "an", "over") and i + 1 < len(run):
        following = run[i + 1].word
        if word == "over":  # "over six years", not "over Oct. 12-13"
            if _YEAR.fullmatch(following) and (i + 2 == len(run) or not run[i + 2].word.startswith("year")):
                return False  # "jailed over 2014 deal"
            return following[0].isdigit() or following in NUMBER_WORDS or following in ("a", "an")
        counts = following in NUMBER_WORDS and following not in _SCALES
        return not (following[0].isdigit() or counts or following in vocabulary.CAPITALISED) and not following.endswith(
            ("ly", "nual")
        )
    if word == "another":  # "another two weeks", not "another week"
        return i + 1 < len(run) and (run[i + 1].word[0].isdigit() or run[i + 1].word in NUMBER_WORDS)
    if word in ("many", "much"):
        return not before or before[-1] != "as"
    return True


def _may_end(run: list[_Token]) -> bool:
    before = run[-2].word if len(run) > 1 else ""
    word = run[-1].word
    return (
        word not in vocabulary.NO_END
        or (word == "last" and before == "before")
        or (word == "that" and before in ("after", "before"))
    )


def _words_beside(text: str, at: int) -> Iterator[re.Match[str]]:
    """Yield the words that end or begin at a place in a text, or the one that goes over it; no words are signs."""
    end = text.find(" ", at + 1)
    tokens = list(_TOKEN.finditer(text, text.rfind(" ", 0, max(at - 1, 0)) + 1, len(text) if end < 0 else end))
    before = next((t for t in reversed(tokens) if t.start() < at), None)
    after = next((t for t in tokens if t.end() > at), None)
    yield from (t for t in (before, after) if t is not None and t[0][0].isalnum())


def _runs(text: str) -> Iterator[list[_Token]]:
    """Yield the stretches of words that may belong to a time expression and hold at least one that surely does."""
    run: list[_Token] = []
    sure, last = False, 0
    for match in _TOKEN.finditer(text):
        begin, end = match.span()
        if begin < last:
            continue  # the full stop of an abbreviation
        raw = match[0]
        trigger = _trigger(raw, text[begin - 1 : begin])
        if raw == "present" and run and run[-1].word == "at" and _NOW.match(text, end):
            trigger = True
        if trigger is None and not run and not raw[0].isupper():
            last = end
            continue  # most words of a text
        gap = text[last:begin]
        if raw[0].isupper() and raw.lower() in _NAMES_BEGIN and (named := _NAMED_DAY.match(text, begin)):
            end, raw, trigger = named.end(), named[0], True
        if trigger is None and run and raw[0].isupper() and (zone := _ZONE.match(text, begin)):
            end, trigger = zone.end(), False
            raw = zone[0]
        if trigger is None or "\n" in gap or "\r" in gap:
            if sure:
                yield run
            run, sure = [], False
        if trigger is None:
            last = end
            continue
        word = raw.lower().replace("’", "'")
        if word in _ABBREVIATION and raw[0].isupper() and text[end : end + 1] == ".":
            end += 1
        last = end
        run.append(_Token(begin, end, word, trigger))
        sure |= trigger
    if sure:
        yield run


def _trigger(raw: str, before: str) -> bool | None:
    """Return whether a word surely belongs to a time expression, None where it can't at all."""
    if raw[0].isdigit():
        if before.isalpha():
            return None  # "TK1978" is one name
        return any(shape.fullmatch(raw) for shape in _SHAPES)
    if len(raw) == 2 and SHORT_PIECE.fullmatch(raw):
        return None if before.isalpha() or before == "-" else True
    return _trigger_word(raw)


@lru_cache(maxsize=8192)  # a text has the same words over and over
def _trigger_word(raw: str) -> bool | None:
    word = raw.lower()
    if word in vocabulary.TRIGGERS:
        return (
            word not in vocabulary.CAPITALISED or raw[0].isupper() or (None if word not in vocabulary.GLUE else False)
        )
    if word in vocabulary.GLUE:
        return False
    if "'" in word or "’" in word:
        plain = word.replace("’", "'")
        if plain in vocabulary.GLUE:
            return False
        if plain.removesuffix("'s") in vocabulary.TRIGGERS and plain.endswith("'s"):
            return plain[:-2] not in vocabulary.CAPITALISED or raw[0].isupper() or None
        return True if _DECADE.fullmatch(raw) else None
    return None
