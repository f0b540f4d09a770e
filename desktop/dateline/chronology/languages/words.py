"""What a word table is, and how a language's words become lettered tokens.

Every word of time gets one letter, so that a whole expression is a short string that one pattern can match:

    M month     W weekday   N number in figures     Q number in words    V ordinal   Y year    D decade
    T last, this, next…     R yesterday and others whose English is the whole word       S season    P part of the day
    E early, mid, late      K every    A ago    L in, later    C time of day
    O since     B until     G to (of a range)       X before   F after   & and       - filler
    y year  m month  w week  d day  h hour  n minute  s second  q quarter  f half-year  k decade  c century
    Z years (several)  ~ days, weeks or months (several)  t time, period  e weekend  z times ("twice")
    j later, of a unit that has begun or counted: "позднее в этом году", "двумя днями позже"
    l an early or late hour of a part of the day: "рано утром"     ½ and a half: "с половиной", "buçuk"
    p noon, in words that beside no day mean another thing     a about, nearly, more than
    # a whole date in figures     u a day of its month by its number: "27-сінде", "13'ünde"
    H words that are one ("День Победы")     b before or after Christ ("до н. э.", "MÖ")
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial

from msgspec import Struct, field

from dateline.chronology.cues import Cues, Direction, is_adverbial
from dateline.model.text import Span

UNITS = {
    "y": "year", "m": "month", "w": "week", "d": "day", "h": "hour", "n": "minute", "s": "second",
    "q": "quarter", "f": "half", "k": "decade", "c": "century", "Z": "year",
}  # fmt: skip
_LETTERS_OF_PHRASES = {"bc": "b", "ad": "b", "at least": "a", "at most": "a", "early": "E", "mid": "E", "late": "E",
                       "and a half": "½", "at an early hour": "l", "at a late hour": "l", "previous": "T",
                       "the same": "T"}  # fmt: skip
_GOES_ON = re.compile(r"\s*(?:[^\sA-ZА-ЯЁ]|$)")  # behind a full stop that ends no sentence
# Behind a figure, with what belongs to the month before it: "mayısın 13'ünde", "қазанның 27-сінде".
_OF_ITS_MONTH = re.compile(r"s?[ıiuü]n(?:[dt][ae](?:n|ki)?|[ae]|[ıiuü]n)|с?[ыі]н(?:да|де|ан|ен|ың|ің|а|е)(?:ғы|гі)?")
_ROMAN = re.compile(r"[iıvxіх]{1,5}")  # Latin, Turkish and Cyrillic letters that look alike
_ROMAN_VALUES = {"i": 1, "ı": 1, "і": 1, "v": 5, "x": 10, "х": 10}
_FIGURES = r"(?:\d{4}-\d\d-\d\d|\d{1,2}(?P<sign>[./])\d{1,2}(?P=sign)\d{4}|\d\d\.\d\d\.\d\d)(?![\d/]|\.\d)"
_WHOLE_DATE = re.compile(rf"({_FIGURES})(?:['’]\w+|-[^\W\d]+)?")
_TOKEN = re.compile(
    rf"(?<![\d.,/]){_FIGURES}(?:['’]\w+|-[^\W\d]+)?"
    r"|\d{1,2}[:.]\d\d(?!\d|\.\d)(?:['’]\w+|-[^\W\d]+)?"
    r"|\d+(?:[-–—]\d+)?(?:-?['’]?[^\W\d_]+)?\.?"
    r"|[IVXІХ]+\.?(?![^\W\d_])|[^\W\d_]+(?:['’][^\W\d_]+)?|\S"
)


class Token(Struct, frozen=True):
    """A word of time: its letter, its English or number, and where it stands."""

    letter: str
    value: str
    span: Span
    ended: bool = False  # whether it has an ending; a number that counts has none: "onu iki gün" is "him two days"


def value_of(tokens: Sequence[Token], letter: str, nth: int = 0) -> str:
    """Return what the nth token of a letter stands for, "" where there is none."""
    values = [t.value for t in tokens if t.letter == letter]
    return values[nth] if nth < len(values) else ""


class Language(Struct, frozen=True, dict=True):
    """A language's words of time: for each letter, what each English value is written like (a pattern).

    `future` and `past` match the words of a sentence that tell whether it looks ahead or back.
    """

    code: str
    table: Mapping[str, Mapping[str, str]]
    future: str
    past: str
    lower: Callable[[str], str] = str.lower
    ending: str = ""  # what may follow a word of the tables
    moved: str = ""  # verbs that tell to which day something was put, in whatever tense
    onto: str = ""  # how an expression looks that is such a day: "на субботу", "cumaya"
    away: str = ""  # how one looks from which it is put: "с четверга", "perşembeden"
    during: str = ""  # how an expression looks that tells when: "в октябре", "ekimde"
    commits: str = ""  # verbs of promising and wanting, in the past: what is promised comes after
    cut: str = ""  # endings behind an apostrophe that belong to the sentence: "'da"
    phrases: Mapping[str, str] = field(default_factory=dict)  # English words for several: "День Победы", "şu anda"
    joins: str = ""  # words before a further verb of the clause: "прибыл во вторник и пробудет"
    shorts: str = ""  # units cut short, with their full stop, in groups called by their letters: "1960 г.", "V в."
    names: bool = False  # whether months are first names, too
    lengths: Mapping[str, str] = field(default_factory=dict)  # units behind figures, in adjectives: "10-летний"
    adverbs: str = ""  # parts of the day that tell when by themselves: "вечером", but "вечер" is a party, too
    no_day: str = ""  # in a sentence in which these are of no one day: "обычно утром", "в 1999 году утром"
    small: bool = False  # whether months are written small: "Марта" and "Қазан" are a name and a city
    owed: str = ""  # how a sentence looks, "|" for the expression, in which something was to come about then …
    off: str = ""  # … and how one that tells it was put off: "должна была состояться в четверг, перенесена"
    other: str = ""  # where words of the tables mean another thing, "|" around them: "окружающей |среды|"
    then_ahead: str = ""  # how a sentence looks, "|" for the expression, that tells of what was ahead then: "would"
    promised: str = ""  # the verb that is promised: "приехать", "görüşmeyi", "кездесуге"
    lasts: str = ""  # verbs in the present, beside which "с" is "since": "находится под стражей с"
    _seen: dict[str, tuple[str, str, bool] | None] = field(default_factory=dict)

    @cached_property
    def _patterns(self) -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
        return tuple(
            (
                letter,
                re.compile("|".join(f"(?:{pattern})({self.ending})" for pattern in entries.values())),
                tuple(entries),
            )
            for letter, entries in self.table.items()
        )

    @cached_property
    def _phrases(self) -> tuple[re.Pattern[str], tuple[str, ...], frozenset[str]]:
        """What matches words that are one, what they are in English, and the letters with which they can begin."""
        forms = "|".join(f"(?:{self.lower(pattern)})({self.ending})" for pattern in self.phrases.values())
        begin = re.findall(r"(?:^|[|(:?])([^\W\d_])", "|".join(self.lower(p) for p in self.phrases.values()))
        return re.compile(rf"(?:{forms})(?!\w)"), tuple(self.phrases), frozenset(begin)

    def _phrase(self, low: str, at: int) -> tuple[str, int] | None:
        """Return the English of words that begin at a place in a text in lower case, and where they end."""
        pattern, values, begin = self._phrases
        if low[at : at + 1] not in begin or not (match := pattern.match(low, at)):
            return None
        return values[(match.lastindex or 1) - 1], match.end()

    def word(self, raw: str) -> tuple[str, str, bool] | None:
        """Return the letter and value of a word and whether it has an ending, None where it is no word of time."""
        low = self.lower(raw).replace("’", "'")
        if low not in self._seen:
            if len(self._seen) > 20_000:
                self._seen.clear()
            self._seen[low] = self._read(low)
        return self._seen[low]

    def _read(self, low: str) -> tuple[str, str, bool] | None:
        if low[0].isdigit():
            if date := _WHOLE_DATE.fullmatch(low):
                return "#", date[1].replace("/", "."), False  # the day stands first in all three
            if length := self._length(low):
                return "R", length, False
            return (*figure, False) if (figure := _figure(low)) else None
        if low in "-–—":
            return "G", "to", False
        for letter, pattern, values in self._patterns:
            if match := pattern.fullmatch(low):
                number = match.lastindex or 1
                return letter, values[number - 1], bool(match[number])
        if _ROMAN.fullmatch(low.rstrip(".")) and (number := _roman(low.rstrip("."))):
            return "V", str(number), False
        return None

    def _length(self, low: str) -> str:
        """Return the English of "10-летний", "" of any other figure."""
        match = re.fullmatch(r"(\d{1,3})-?([^\W\d_]{4,})", low) if self.lengths else None
        return (
            next((f"{match[1]} {u}" for u, p in self.lengths.items() if re.fullmatch(p, match[2])), "") if match else ""
        )

    def tokens(self, text: str) -> Iterator[Token | None]:
        """Yield the words of time in a text, None for any other word or a line's end."""
        last, low = 0, self.lower(text)
        for match in _TOKEN.finditer(text):
            if match.start() < last:
                continue
            if "\n" in text[last : match.start()]:
                yield None
            if self.phrases and (phrase := self._phrase(low, match.start())):
                last = phrase[1]
                letter = _LETTERS_OF_PHRASES.get(phrase[0], "H")
                yield Token(letter, phrase[0], Span(match.start(), last))
                continue
            if self.shorts and (short := re.compile(self.shorts).match(low, match.start())):
                last = short.end()
                yield Token(short.lastgroup or "", "short", Span(match.start(), last))
                if not _GOES_ON.match(text, last):
                    yield None
                continue
            last = match.end()
            raw = match[0]
            found = self.word(raw)
            yield Token(found[0], found[1], Span(*match.span()), found[2]) if found else None

    def cues(self, expression: str) -> Cues:
        """Return what the words around an expression tell; what it looks like itself counts, too."""
        return Cues(
            partial(self.direction, expression=expression),
            partial(self._is_adverbial, expression),
            partial(self._is_moved_from, expression),
            self._clause,
            last_sentences,
            self._is_then_ahead,
            lambda _left, _right: False,
            partial(self._is_since, expression),
        )

    def _is_then_ahead(self, left: str, right: str) -> bool:
        said = f"{self.lower(left)}|{self.lower(right)}"
        return bool(self.then_ahead and re.search(self.then_ahead, said))

    def _clause(self, left: str, right: str) -> Direction:
        ending = _ending(right)
        return self._around(*self._sentence(left, right[len(ending) :]))

    def _is_adverbial(self, expression: str, left: str, right: str) -> bool:
        said = f"{left[-30:]}{expression.strip()}{_ending(right)}"
        return is_adverbial(left) or bool(re.search(self.during, self.lower(said)))

    def _is_moved_from(self, expression: str, left: str, right: str) -> Direction | None:
        ending = _ending(right)
        until = self.lower(f"{left[-4:]}{expression.strip()}{ending}")
        before, after = self._sentence(left, right[len(ending) :])
        sentence = f"{before} {after}"
        return Direction.NONE if self._moves(self.away, until, sentence) else None

    def is_name(self, raw: str, left: str, right: str) -> bool:
        """Say whether a bare month is a name: another name follows ("Kasım Cömert Tokayev"), or it is written large."""
        following = re.match(r"[ \u00a0]([^\W\d_]{2,})", right)
        if self.small and raw[:1].isupper() and not raw[1:].isupper():
            begins = not left.strip() or bool(re.search(r"[.!?:\n\"«“(–—|]\s*$", left))
            return not begins or bool(following and following[1][0].isupper() and self.word(following[1]) is None)
        return bool(self.names and raw[:1].isupper() and raw.isalpha() and following) and (
            following is not None and following[1][0].isupper() and self.word(following[1]) is None
        )

    def is_other_word(self, raw: str, left: str, right: str) -> bool:
        """Say whether a word of the tables means another thing in its place: "среда" is Wednesday, and surroundings."""
        said = self.lower(f"{left[-24:]}|{raw}|{right[:16]}")
        return bool(self.other and re.search(self.other, said))

    def is_of_no_day(self, raw: str, left: str, right: str) -> bool:
        """Say whether a part of the day is a habit, or of a day that is not told: "обычно утром", "днём и ночью"."""
        before = re.split(r"[.!?]\s", left[-160:])[-1]
        return bool(self.no_day and re.search(self.no_day, self.lower(f"{before}|{raw}|{right[:16]}")))

    def without_ending(self, span: Span, text: str) -> Span:
        """Leave out the case ending behind an apostrophe: "8 Nisan'da", not "1990'lar", "5'inci"."""
        ending = re.search(self.cut, span.of(text)) if self.cut else None
        return Span(span.begin, span.begin + ending.start()) if ending else span

    def direction(self, left: str, right: str, expression: str = "") -> Direction:
        """Return where the words of the sentence point: those of its own clause first, the nearest of them first."""
        expression, right = expression.strip() + _ending(right), right[len(_ending(right)) :]
        before, after = self._sentence(left, right)
        if self._is_until(before, after):
            return Direction.FUTURE
        if self._is_since(expression, left, right):
            return Direction.PAST
        if self._moves(self.onto, before[-4:] + self.lower(expression), before + after):
            return Direction.FUTURE
        if self.owed and re.search(self.owed, f"{before}|{after}") and re.search(self.off, before + after):
            return Direction.FUTURE
        return self._around(before, after)

    def _around(self, before: str, after: str) -> Direction:
        """Return where the words of a sentence point: those of the clause first, the nearest of them first."""
        clause_after, _, rest_after = after.partition(",")
        rest_before, _, clause_before = before.rpartition(",")
        joined = re.search(self.joins, clause_after) if self.joins else None
        near_after, behind_joint = (
            (clause_after[: joined.start()], clause_after[joined.start() :]) if joined else (clause_after, "")
        )
        for part, nearest_last in (
            (near_after, False),
            (clause_before, True),
            (behind_joint, False),
            (rest_after, False),
            (rest_before, True),
        ):
            if (found := self._pointing(part, nearest_last=nearest_last)) is not Direction.NONE:
                return found
        return Direction.NONE

    def _pointing(self, part: str, *, nearest_last: bool) -> Direction:
        """Return where the nearest word that tells points; what was promised lies ahead of the promise."""
        words = re.findall(r"[^\W\d_]+", part)
        promised = False
        for word in reversed(words) if nearest_last else words:
            if promised and re.fullmatch(self.commits, word):
                return Direction.FUTURE
            if re.fullmatch(self.future, word):
                return Direction.FUTURE
            if re.fullmatch(self.past, word):
                return Direction.PAST
            promised = promised or bool(self.promised and re.fullmatch(self.promised, word))
        return Direction.NONE

    def _sentence(self, left: str, right: str) -> tuple[str, str]:
        """Return what stands of the sentence before and after an expression, in lower case."""
        after = re.split(r"[.!?;\n]", self.lower(right[:200]), maxsplit=1)[0]
        return re.split(r"[.!?;\n]", self.lower(left[-200:]))[-1], after

    def _moves(self, day: str, until: str, around: str) -> bool:
        """Say whether a text ends with a day to or from which something is put: "отложил на субботу" lies ahead."""
        return bool(self.moved and re.search(day, until)) and any(
            re.fullmatch(self.moved, word) for word in re.findall(r"[^\W\d_]+", around)
        )

    def _is_since(self, _expression: str, left: str, right: str) -> bool:
        """Say whether a word for "since" stands next to the expression, or "from" in a clause of what goes on."""
        before, after = self._sentence(left, right[len(_ending(right)) :])
        if before.endswith("since "):
            return True  # the English of it, as with "until"
        near = re.match(r"\s(?:bu\s)?([^\W\d_]+)", after)
        if near and (self.word(near[1]) or ("", ""))[:2] == ("O", "since"):
            return True
        if not self.lasts or not re.search(r"(?:^|\s)(?:со?|from)\s$", before) or after.startswith((" по ", " до ")):
            return False
        clause = f"{before.rpartition(',')[2]} {after.partition(',')[0]}"
        return any(re.fullmatch(self.lasts, word) for word in re.findall(r"[^\W\d_]+", clause))

    def _is_until(self, before: str, after: str) -> bool:
        """Say whether "until" stands next to the expression, on the side where the language has it."""
        if before.endswith("until "):
            return True  # the English of it, where it is read as a part of the expression
        near = re.search(r"([^\W\d_]+)\s$", before), re.match(r"\s([^\W\d_]+)", after)
        return any(match and (self.word(match[1]) or ("",))[0] == "B" for match in near)


_SENTENCE_END = re.compile(r"[.!?…][\"”»)]*(?:\s+(?=[\"“«(—-]*\s?[^\W\d_])|\s+$)|\n")
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:[^\W_]|\d+|гг|тт|тыс|млн|млрд|руб|долл|Dr|Prof|Av|Doç|vb|vs)\.$")


_WHOLE_WORD = re.compile(r"[^\W\d_]{4,}[\"”»)]*$")


def _is_end(text: str, stop: re.Match[str]) -> bool:
    following = text[stop.end() :].lstrip('"“«(—- ')[:1]
    if not following:  # what comes may begin with a figure
        return bool(_WHOLE_WORD.search(text[: stop.start()]))
    return following.isupper() and not _ABBREVIATED.search(text[: stop.start() + 1])


def last_sentences(left: str) -> tuple[str, str]:
    """Return the sentence before the one that `left` breaks off in ("" where a line begins between), and this one."""
    ends = [m for m in _SENTENCE_END.finditer(left) if m[0] == "\n" or _is_end(left, m)]
    current = ends[-1].end() if ends else 0
    begin = ends[-2].end() if len(ends) > 1 else 0
    return ("" if not ends or ends[-1][0] == "\n" else left[begin : ends[-1].start()]), left[current:]


def _ending(right: str) -> str:
    """Return the ending of an expression that stands outside of it: "8 Nisan" before "'da"."""
    match = re.match(r"['’][^\W\d_]+", right)
    return match[0] if match else ""


def _figure(low: str) -> tuple[str, str] | None:
    """Return the token of a word that begins with a figure: "14", "14-15", "2012'de", "1990-х", "20.", "14:30"."""
    clock = re.match(r"(\d{1,2})[:.](\d\d)(?!\d)", low)
    if clock and int(clock[1]) < 25 and int(clock[2]) < 60 and (":" in low or not low.endswith(".")):
        return "C", f"{int(clock[1])}:{clock[2]}"
    match = re.fullmatch(r"(\d+)(?:[-–—](\d+))?(?:-?'?([^\W\d_]+))?(\.?)", low)
    if not match:
        return None
    first, second, ending, point = match[1], match[2], match[3] or "", match[4]
    if re.match(r"l[ae]r|l[ıi]|х$|е$|ые$|ых$|жылдар", ending) and first.endswith("0") and len(first) in (2, 4):
        return "D", first
    if len(first) == 4:
        return "Y", f"{first}-{second}" if second else first
    if second:
        return "N", f"{first}-{second}"
    if _OF_ITS_MONTH.fullmatch(ending) and 1 <= int(first) <= 31:
        return "u", first
    if point or re.match(r"(?:й|я|го|м|ой|шы|ші|нші|ншы|inci|ıncı|uncu|üncü|nci|ncı|ncu|ncü)$", ending):
        return "V", first
    return ("N", first) if len(first) <= 3 else None


def _roman(low: str) -> int:
    digits = [_ROMAN_VALUES[c] for c in low]
    total = sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))
    return total if 1 <= total <= 21 else 0
