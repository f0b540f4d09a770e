"""Positions in a text: half-open code-point spans, and where words, sentences and paragraphs lie."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

from msgspec import Struct

from dateline.model.regex import lazy
from dateline.model.wrapping import unwrapped_part


class Span(Struct, frozen=True, order=True):
    """The characters `begin` to `end` (exclusive) of a text, counted in code points.

    Raises ValueError unless 0 <= begin < end.
    """

    begin: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.begin < self.end:
            raise ValueError(f"not a span: {self.begin}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.begin

    def covers(self, other: "Span") -> bool:
        """Say whether every character of `other` is in this span."""
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share a character."""
        return self.begin < other.end and other.begin < self.end

    def of(self, text: str) -> str:
        """Return the covered characters of `text`."""
        return text[self.begin : self.end]


class SpanSet:
    """Any number of spans to be asked about many others, each answered at once."""

    def __init__(self, spans: Iterable[Span]) -> None:
        order = sorted(spans)
        self._begins = [s.begin for s in order]
        self._furthest = list(accumulate((s.end for s in order), max))

    def covers(self, span: Span) -> bool:
        """Say whether one of the spans covers every character of `span`."""
        i = bisect_right(self._begins, span.begin)
        return i > 0 and self._furthest[i - 1] >= span.end

    def meets(self, span: Span) -> bool:
        """Say whether one of the spans shares a character with `span`."""
        i = bisect_right(self._begins, span.end - 1)
        return i > 0 and self._furthest[i - 1] > span.begin


class SpansLeft:
    """Spans in the order of their beginnings, taken one by one; which of those that are left meets another is quick."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._begins = [s.begin for s in spans]
        self._leaves = leaves = 1 << len(spans).bit_length()
        ends = [s.end for s in spans]
        # a tree in which each node has the greater of the two numbers below it, 0 for one that was taken
        self._furthest = [0] * leaves + ends + [0] * (leaves - len(ends))
        for node in range(leaves - 1, 0, -1):
            self._furthest[node] = max(self._furthest[2 * node], self._furthest[2 * node + 1])

    def first_that_meets(self, span: Span) -> int | None:
        """Return the number of the first span left that shares a character with `span`, None for none."""
        furthest, node = self._furthest, 1
        if furthest[node] <= span.begin:
            return None
        while node < self._leaves:
            node = 2 * node + (furthest[2 * node] <= span.begin)
        number = node - self._leaves
        return number if self._begins[number] < span.end else None

    def take(self, number: int) -> None:
        """Take the span of this number away."""
        furthest, node = self._furthest, self._leaves + number
        furthest[node] = 0
        while node > 1:
            node //= 2
            furthest[node] = max(furthest[2 * node], furthest[2 * node + 1])


def text_sha256(text: str) -> str:
    """Return the SHA-256 of `text` in UTF-8 as 64 hex digits; lone surrogates are kept as they are."""
    import hashlib  # loads OpenSSL: not for the first article

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


# A word is letters, digits and marks; an apostrophe, full stop, hyphen or comma inside joins
# ("O'Neill", "U.S", "cease-fire", "1,000"), at an edge it does not. A possessive, or a suffix that an apostrophe
# sets off from a name or a number ("Turkey's", "Ankara'da", "BM'de", "2018'de"), is no part of the word: it is not
# what one tags.
# Most are plain letters before a space, which is quickest to see.
_WORD = lazy(r"[A-Za-z]+(?= )|([^\W_]+)(?:[\u0300-\u036f\u200c\u200d]+[^\W_]*)*(?:[’'ʼ.\-‑,·:][^\W_]+)*")
_HYPHEN_PART = lazy(r"[^\-‑]+")
_SUFFIX = lazy(r"(?<=[^\W_])[’'ʼ][^\W\d_]{1,6}$")
_JOINS_DIGITS_ONLY = frozenset(",:")
_SENTENCE_END = lazy(r"[.!?…。！？؟۔]+[\"'”’»)\]}]*(?=\s|$)|[。！？]")
_ABBREVIATION = lazy(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sen|Rep|Gov|St|Jr|Sr|No|vs|etc|Inc|Ltd|Co|Corp|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|approx|ca|e\.g|i\.e|"
    r"a\.m|p\.m|U\.S|U\.K|U\.N))\.$"
)
_SENTENCE_REACH = 4_000
_PARAGRAPH = lazy(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def words(text: str, begin: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the words of `text[begin:end]` in order."""
    for place in word_places(text, begin, len(text) if end is None else end):
        yield Span(*place)


def word_places(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the words of `text[begin:end]` begin and end, as `words` does, but for millions of them."""
    for match in _WORD().finditer(text, begin, end):
        place = match.span()
        if match.end(1) in (-1, place[1]):  # nothing in it parts it or is set off
            yield place
        else:
            yield from _split_at_list_commas(match)


def _split_at_list_commas(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Commas and colons join digits ("1,000", "12:30") and part everything else."""
    word, start = match.group(), match.start()
    piece = 0
    for i, char in enumerate(word):
        if char in _JOINS_DIGITS_ONLY and not (word[i - 1].isdigit() and word[i + 1].isdigit()):
            yield start + piece, start + i
            piece = i + 1
    yield start + piece, start + len(word) - _suffix_length(word[piece:])


def _suffix_length(words: str) -> int:
    """Return how many characters at the end of `words` are an apostrophe and a suffix behind it."""
    match = _SUFFIX().search(words)
    if match is None:
        return 0
    head, suffix = words[: match.start()], match.group()[1:]
    name = re.split(r"[^\w]", head)[-1]
    set_off = name.isdigit() or (name[0].isupper() and (len(name) > 2 or (len(name) == 2 and name.isupper())))
    return len(match.group()) if suffix == "s" or (set_off and suffix.islower()) else 0


def hyphen_parts(text: str, word: Span) -> Iterator[Span]:
    """Yield what hyphens join in a word: two names, often ("Peru-Chile")."""
    for match in _HYPHEN_PART().finditer(text, word.begin, word.end):
        yield Span(*match.span())


def word_at(text: str, position: int, reach: int = 200) -> Span | None:
    """Return the word that holds the character at `position`, or None where there is none."""
    low, high = max(0, position - reach), min(len(text), position + reach)
    while low > 0 and not text[low - 1].isspace() and position - low < 4 * reach:
        low -= 1
    for span in words(text, low, high):
        if span.begin <= position < span.end:
            return span
        if span.begin > position:
            break
    return None


def trim(text: str, begin: int, end: int) -> Span | None:
    """Drop white space and punctuation from both edges; None when nothing is left.

    Signs that belong to what they touch stay: currency and percent signs, an opening bracket whose
    partner is inside, a full stop of an abbreviation such as "U.S.".
    """
    while begin < end and _is_edge(text[begin]) and text[begin] not in "$€£₺₸#@+-":
        begin += 1
    while end > begin and _is_edge(text[end - 1]) and text[end - 1] not in "%€$£₺₸°":
        if text[end - 1] == "." and re.search(r"(?:\b\w\.)+\w\.$", text[max(begin, end - 12) : end]):
            break
        end -= 1
    if end == len(text) or not text[end].isalnum():
        end -= _suffix_length(text[begin:end])
    return Span(begin, end) if begin < end else None


def _is_edge(char: str) -> bool:
    return char.isspace() or char == "\u200b" or unicodedata.category(char)[0] in "PZC"


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs that hold text, without their line ends (any of CR, LF, CRLF, LS, PS, NEL)."""
    begin = 0
    for match in _PARAGRAPH().finditer(text):
        if match.start() > begin:
            yield Span(begin, match.start())
        begin = match.end()
    if begin < len(text):
        yield Span(begin, len(text))


def sentences(text: str, begin: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the sentences of `text[begin:end]`, trimmed of white space.

    A line end ends one, but where it only wraps a paragraph (`wrapping.unwrapped`).
    """
    stop = len(text) if end is None else end
    for span in _sentences(unwrapped_part(text, begin, stop)):
        yield Span(begin + span.begin, begin + span.end)


def _sentences(text: str) -> Iterator[Span]:
    for paragraph in paragraphs(text):
        start, limit = paragraph.begin, paragraph.end
        for match in _SENTENCE_END().finditer(text, start, limit):
            head = text[max(start, match.start() - 12) : match.start() + 1]
            if _ABBREVIATION().search(head) and match.end() < limit:
                continue
            yield from _stripped(text, start, match.end())
            start = match.end()
        yield from _stripped(text, start, limit)


def sentence_at(text: str, position: int) -> Span | None:
    """Return the sentence that holds `position`, or None between sentences.

    Looks no farther than some thousand characters either way, so that a text of megabytes answers as quickly.
    """
    low, high = max(0, position - _SENTENCE_REACH), min(len(text), position + _SENTENCE_REACH)
    near, at = unwrapped_part(text, low, high), position - low
    begin = max((m for m in (near.rfind(c, 0, at) for c in "\n\r\u2028\u2029") if m >= 0), default=-1) + 1
    if begin == 0 and low > 0:  # the paragraph began long before: with the first sentence that ends in reach
        ended = _SENTENCE_END().search(near, 0, at)
        begin = ended.end() if ended else 0
    ends = [m for m in (near.find(c, at) for c in "\n\r\u2028\u2029") if m >= 0]
    for span in _sentences(near[begin : min(ends, default=len(near))]):
        if span.begin <= at - begin < span.end:
            return Span(low + begin + span.begin, low + begin + span.end)
    return None


def _stripped(text: str, begin: int, end: int) -> Iterator[Span]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        yield Span(begin, end)


class Utf16Map:
    """Translates code-point offsets of one text to UTF-16 offsets and back.

    Only the characters beyond the basic plane are remembered, so a text without any costs nothing.
    An offset inside a surrogate pair belongs to the character it is part of.
    """

    def __init__(self, text: str) -> None:
        plain = text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)
        self._astral = [] if plain else [i for i, c in enumerate(text) if c > "\uffff"]

    @cached_property
    def _astral16(self) -> list[int]:
        return [position + i for i, position in enumerate(self._astral)]

    def to_utf16(self, position: int) -> int:
        """Return the UTF-16 offset of code point `position`."""
        if not self._astral:
            return position
        return position + bisect_right(self._astral, position - 1)

    def from_utf16(self, offset: int) -> int:
        """Return the code point at or around UTF-16 `offset`."""
        if not self._astral:
            return offset
        return offset - bisect_right(self._astral16, offset - 1)


_FOLD = str.maketrans({"ı": "i", "İ": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})


def fold(text: str) -> str:
    """Return `text` without case, diacritics and dotless ı, for comparing spellings (Çavuşoğlu = cavusoglu).

    The length may change; use it for keys, never for offsets.
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_FOLD))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().translate(_FOLD)


def initials(name: str) -> str:
    """Return what a name of several words is in short, "" where it has fewer than two that begin with a capital.

    Small words between are left out: "Organization of the Turkic States" is OTS.
    """
    short = "".join(word[0] for word in name.split() if word[0].isupper())
    return short if len(short) > 1 else ""


def in_short(words: str) -> str:
    """Return what words are in short: themselves where they are nothing but capitals, else their initials."""
    return words if 1 < len(words) < 9 and words.isalpha() and words.isupper() else initials(words)


def fold_in_place(text: str) -> str:
    """Fold like `fold`, but character by character, so that offsets in the result are offsets in `text`."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_char, text))


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    """A mark on its own stays a mark; of a letter that folds to several the first counts."""
    folded = fold(char)
    return folded[0] if folded else "\u0300"


NEARLY = 0.8  # how much of two spellings of one name agrees: "Tokaev" and "Tokayev"
LONGER = 3  # characters by which they may differ in length


def alike(one: str, other: str) -> float:
    """Return how much two spellings have in common, from 0 to 1; they should be folded before."""
    from difflib import SequenceMatcher  # not needed for the first article

    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() > 0.5 and matcher.quick_ratio() > 0.5 else 0.0


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the union of `spans` as sorted spans that neither overlap nor touch."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.begin <= out[-1].end:
            out[-1] = Span(out[-1].begin, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
