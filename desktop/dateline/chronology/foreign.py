"""Reading and finding time expressions in a language that has a word table, by way of their English."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec.structs import replace

from dateline.chronology.called_after import is_called_after_in
from dateline.chronology.faults import guarded
from dateline.chronology.languages.grammar import ABOUT, english
from dateline.chronology.languages.words import UNITS, Language, Token
from dateline.chronology.reading import Dates, Found, Reading, TimeType, refused
from dateline.chronology.resolver import NEEDS_DATE, Resolver
from dateline.chronology.rules.parts import opened as opened_by
from dateline.chronology.titles import is_titled
from dateline.model.text import Span

_OPENERS = "OB"
_LEADS_ON = re.compile(r"\s+(?:на|по|до)\s")
_INSTRUMENTAL = re.compile("(?:[оеё]м|[оеё]й|ью)$")
_LONGEST = 9
_NO_EDGE = "-&OBGF"  # words that belong to the sentence, not to the expression, where they stand at its edge
_COMPARED, _NOT = ("more than ", "less than "), re.compile(r"(?:^|\s)(?:не|en)\s$", re.IGNORECASE)
_THIS = "T"  # "bu"
_WORD = re.compile(r"\s+(\w+)")
_ENDING = re.compile(r"^['’]\w+")
_RANGE_ENDS = re.compile("(?:[G&]N)+(M(?:Yy?)?)")
_SO_LONG, _ACCUSATIVE = re.compile(r"\b[Зз]а\s$"), re.compile("неделю|месяц|год|час|день|минуту|квартал")  # how long
_AT = re.compile(r"(?:^|\s)в\s$", re.IGNORECASE)  # "в 15.00"
_OF_MONEY = re.compile(r"\s?(?:%|[€$₽₺₸]|руб|тенге|долл|евро|процент|млн|млрд|тыс|раз)", re.IGNORECASE)
_ALONE = "ymwdhnsqfckQVNTAKLEOBGFXPp&-tz~abjl½"  # letters that by themselves are no time expression


class ForeignReader:
    """Reads one language by its table, its grammar and the English rules."""

    def __init__(self, language: Language, resolver: Resolver) -> None:
        self._language = language
        self._resolver = resolver

    def resolve(
        self, text: str, published: str, left: str, right: str, earlier: Sequence[str], dates: Dates | None = None
    ) -> Reading | None:
        """Return the reading of an expression, None where a word is unknown or the grammar has no place for it."""
        tokens = list(self._language.tokens(text.strip(' \t\r\n.,;:!?"()[]«»“”')))
        known = [t for t in tokens if t]
        if not known or len(known) < len(tokens):
            return None
        if "".join(t.letter for t in known) == "N":
            known += self._month_behind(known[0], right)
        reading = self._of(known, published, left, right, earlier, text, dates)
        before, after = self._openers_beside(left, right)
        if reading is None or not (before or after):
            return reading
        opened = self._of([*before, *known, *after], published, "", "", ())
        following = _WORD.match(right) if text.isdigit() else None
        return _with_opened(reading, opened, (*before, *after)[-1].letter, following[1] if following else text, right)

    def _openers_beside(self, left: str, right: str) -> tuple[Sequence[Token], Sequence[Token]]:
        """Return the "since" or "until" before or after what was tagged: "с |2011 года|", "|2011|'den beri"."""
        before = list(self._language.tokens(left[-24:]))
        if before and (last := before[-1]) and last.letter in _OPENERS:
            return (last,), ()
        after = takewhile(bool, self._language.tokens(_ENDING.sub("", right[:32])))
        return (), _opener_of([t for t in after if t])

    @staticmethod
    def _rises(day: Token, tokens: Sequence[Token]) -> bool:
        """Say whether the last day comes after the first in one month, which "с 28 по 3 марта" does not."""
        last = next((t.value for t in tokens if t.letter == "N"), "")
        return day.value.isdigit() and last.isdigit() and int(day.value) < int(last)

    def _month_behind(self, day: Token, right: str) -> list[Token]:
        """Return the month (and year) that the last day of a range says for its first: "с |12| по 14 мая"."""
        tokens: list[Token] = []
        for token in self._language.tokens(right[:40]):
            if token is None:
                break
            tokens.append(token)
        whole = _RANGE_ENDS.match("".join(t.letter for t in tokens))
        return tokens[whole.start(1) : whole.end(1)] if whole and "G" in whole[0] and self._rises(day, tokens) else []

    def _of(
        self,
        tokens: Sequence[Token],
        published: str,
        left: str,
        right: str,
        earlier: Sequence[str],
        words: str = "",
        dates: Dates | None = None,
    ) -> Reading | None:
        said = guarded(lambda: english(tokens), " ".join(t.value for t in tokens), None)
        if not said:
            return None
        if said.startswith(_COMPARED) and _NOT.search(left[-4:]):
            said = f"no {said}"  # "не более трёх лет", "en fazla iki yıl"
        reading = self._resolver.resolve(said, published, left, right, earlier, self._language.cues(words), dates)
        return replace(reading, rule=f"read as “{said}”; {reading.rule}") if reading else None

    def find(self, text: str, published: str, earlier: Sequence[str] = ()) -> Iterator[Found]:
        """Yield the time expressions of a text in order."""
        mentioned = list(earlier)
        for run in self._runs(text):
            i = 0
            while i < len(run):
                hit = self._longest(text, run, i, published, mentioned)
                if hit is None:
                    i += 1
                    continue
                i, found = hit
                if found.reading.when and found.reading.type in (TimeType.DATE, TimeType.TIME):
                    mentioned.append(found.reading.value)
                yield found

    def may_lie_over(self, text: str, at: int) -> bool:
        """Say whether a time expression could begin before a place in a text and end behind it: quick to tell."""
        return any(run[0].span.begin < at < run[-1].span.end for run in self._runs(text))

    def _runs(self, text: str) -> Iterator[list[Token]]:
        run: list[Token] = []
        for token in self._language.tokens(text):
            if token:
                run.append(token)
                continue
            if run:
                yield run
            run = []
        if run:
            yield run

    def _longest(
        self, text: str, run: list[Token], i: int, published: str, mentioned: list[str]
    ) -> tuple[int, Found] | None:
        if run[i].letter in _NO_EDGE:
            return None
        for j in range(min(len(run), i + _LONGEST), i, -1):
            tokens = run[i:j]
            letters = "".join(t.letter for t in tokens if t.letter != "-")
            if "a" in (tokens[0].letter, tokens[-1].letter) and not ABOUT.fullmatch(letters):
                continue
            if tokens[0].letter == "a" and j < len(run) and run[j].letter == "P":
                return None  # "около двух часов ночи" is an hour, which begins behind the word
            if tokens[-1].letter in _NO_EDGE or (j - i == 1 and not self._stands_alone(text, tokens[0])):
                continue
            span = Span(tokens[0].span.begin, tokens[-1].span.end)
            if text[span.end - 1] == "." and tokens[-1].letter in "YNCDV" and text[span.end - 2] != "г":
                span = Span(span.begin, span.end - 1)
            left, right = text[max(0, span.begin - 300) : span.begin], text[span.end : span.end + 300]
            if self._is_another_thing(tokens, span.of(text), left, right):
                continue
            reading = self._of(tokens, published, left, right, mentioned[-6:], span.of(text))
            if (
                reading
                and (reading.value or reading.rule.endswith(NEEDS_DATE) or refused(reading))
                and _worth(tokens, text, left, right)
            ):
                opener, opened = self._opened(run, i, j, published)
                span = self._language.without_ending(span, text)
                return j, Found(span, _with_opened(reading, opened, opener, run[j - 1].span.of(text), right))
        return None

    def _stands_alone(self, text: str, token: Token) -> bool:
        """Say whether one word can be a whole expression; a part of the day is one as an adverb, "вечером"."""
        if token.letter == "P":
            return bool(re.fullmatch(self._language.adverbs, self._language.lower(token.span.of(text))))
        if token.letter in UNITS and _SO_LONG.search(text[max(0, token.span.begin - 4) : token.span.begin]):
            return bool(_ACCUSATIVE.fullmatch(token.span.of(text)))
        return token.letter not in _ALONE or token.value == "24 hours"

    def _is_another_thing(self, tokens: Sequence[Token], words: str, left: str, right: str) -> bool:
        """Say whether what looks like a month, a weekday or a day is a name or another word in its place."""
        letters = "".join(token.letter for token in tokens)
        if letters == "M" and self._language.is_name(words, left, right):
            return True
        if letters == "P" and self._language.is_of_no_day(words, left, right):
            return True
        if is_titled(self._language.code, letters, left, right):
            return True
        if letters in ("W", "M", "S", "P") and self._language.is_other_word(words, left, right):
            return True
        return letters in ("M", "NM", "VM") and is_called_after_in(self._language.code, words, left, right)

    def _opened(self, run: list[Token], i: int, j: int, published: str) -> tuple[str, Reading | None]:
        """Read the expression with the "since" (O) or "until" (B) that stands before it or after it."""
        if i and run[i - 1].letter in _OPENERS:
            return run[i - 1].letter, self._of(run[i - 1 : j], published, "", "", ())
        if after := _opener_of(run[j : j + 2]):
            return after[-1].letter, self._of([*run[i:j], *after], published, "", "", ())
        return "", None


def _opener_of(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the "since" or "until" that tokens begin with, in Turkish of two words: "bu yana"; () where none."""
    for count in (1, 2):
        if count <= len(tokens) and tokens[count - 1].letter in _OPENERS:
            return tokens[:count] if count == 1 or tokens[0].letter == _THIS else ()
    return ()


def _with_opened(reading: Reading, opened: Reading | None, opener: str, last: str, right: str) -> Reading:
    """Return a reading with the open one. Russian "с" may not be "since", but "with" or "from … to".

    "По сравнению с 2011 годом", "перенесли с четверга на субботу".
    """
    if not opened or not opened.value or (opened.value, opened.mod) == (reading.value, reading.mod):
        return reading
    if opener == "O" and opened.value != reading.value and reading.when and not reading.mod:
        opened = opened_by(reading, "since", last)  # its sentence tells of which year it is
    if opener != "O" or opened.value != reading.value or _INSTRUMENTAL.search(last) or _LEADS_ON.match(right):
        return replace(reading, alternatives=(replace(opened, alternatives=()), *reading.alternatives))
    closed = replace(reading, alternatives=())
    return replace(opened, alternatives=(closed, *reading.alternatives))


# After "iki haftada bir" (every two weeks, or one in two weeks) what is told must be a habit.
_HABIT = re.compile(
    r"\s*(?:[.,;:!?)]|$)"
    r"|\s+[^\W\d_]*(?:[ıiuü]yor|[ıiuüae]r|maktad[ıi]r|[ае]ды|[ае]ді|й[дт][ыі])(?![^\W\d_])"
)
_ONE_IN = re.compile("[QN]+[ymwdhZ]Q")


_TELLS_WHEN = re.compile(r"(?:\b(?:в|с|со|до|к|по|после|между)\s|\()$", re.IGNORECASE)
# "2000'den fazla kişi", "1500'e yakın", "1200'ü aşkın" count; "1529'da" tells when, "1500'de bir" how many.
_SO_MANY = re.compile(r"['’](?:[dt][ae]n (?:fazla|çok|az)|y?[ae] yakın|y?[ıiuü] (?:aşkın|aş|geç))")
_IN_YEAR, _ONE_OF_SO_MANY = re.compile(r"\d{4}['’][dt][ae](?:ki)?$"), re.compile(r" (?:bir|\d)")
_EVENT = re.compile(  # "1999 depreminden sonra": the year is the event's name
    r" (?:deprem|darbe|seçim|savaş|kriz|anayasa|devrim|ihtilal|referandum|antlaşma|katliam|muhtıra|isyan)"
    r"(?:\w*[ıiuü])(?:n[^\W\d_]*)?(?!\w)"
    r"| (?:doğumlu|yapımı|tarihli)(?!\w)"
)


def _worth(tokens: Sequence[Token], text: str, left: str, right: str) -> bool:
    """A bare figure is a year only where nothing says that it counts something else."""
    if _ONE_IN.fullmatch("".join(t.letter for t in tokens)):
        return bool(_HABIT.match(right))
    if len(tokens) > 1 or tokens[0].letter not in "YC":
        return True
    year = tokens[0].value[:4]
    if tokens[0].letter == "C":
        clock = tokens[0].span.of(text)
        return clock.isalpha() or ":" in clock[1:3] or bool(_AT.search(left) and not _OF_MONEY.match(right))
    words = tokens[0].span.of(text)
    if _SO_MANY.search(f"{words}{right[:8]}"):
        return False
    if _IN_YEAR.search(words) and not _ONE_OF_SO_MANY.match(right):  # Turkish, with its case: "1529'da"
        return 1000 <= int(year) <= 2100
    said = (
        len(tokens[0].span) > 4
        or _EVENT.match(right)
        or re.search(r"(?:\b(?:в|с|со|до|к|по|после|между)\s|\()$", left, re.IGNORECASE)
    )
    return 1900 <= int(year) <= 2100 and bool(said) and not right[:2].strip().startswith(("%", "$"))
