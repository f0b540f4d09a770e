"""Texts as tokens, for the formats that know no characters: words and signs with their places, and spans over them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from dateline.model.annotation import Mention
from dateline.model.regex import lazy
from dateline.model.text import Span, sentences, word_places

# What lies between words: a suffix behind its apostrophe ("'s"), further word characters, or one sign with what
# belongs to it (variation selectors, skin tones, what a zero-width joiner binds to it).
_BETWEEN = lazy(
    r"[’'ʼ][^\W_]+"
    r"|[^\W_]+"
    r"|[^\s](?:[\u0300-\u036f\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]|\u200d[^\w\s])*"
)
_HYPHEN = lazy(r"[-‑]")  # a word neither begins nor ends with one


class Sentence(Struct, frozen=True):
    """A sentence and its tokens, in order; every character of it that is no white space is in one of them."""

    span: Span
    tokens: tuple[Span, ...]


class Aligned(Struct, frozen=True):
    """The tokens `first` to `stop` (exclusive) that a span touches; `exact` when it begins and ends with them."""

    first: int
    stop: int
    exact: bool


def tokens(text: str, begin: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the words and signs of `text[begin:end]` in order; white space is in none.

    What hyphens join are tokens of their own ("UN", "-", "backed"), as in Universal Dependencies and for spaCy: gold
    often ends there, and a tokenisation must not depend on it.
    """
    for place in token_places(text, begin, len(text) if end is None else end):
        yield Span(*place)


def token_places(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the tokens of `text[begin:end]` begin and end, as `tokens` does, but for millions of them."""
    at, hyphens = begin, _HYPHEN().finditer
    for place in word_places(text, begin, end):
        first = place[0]
        if at < first and not (first - at == 1 and text[at] == " "):
            yield from _signs(text, at, first)
        at = place[1]
        for hyphen in hyphens(text, first, at):
            yield first, hyphen.start()
            yield hyphen.span()
            first = hyphen.end()
        yield first, at
    yield from _signs(text, at, end)


def _signs(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _BETWEEN().finditer(text, begin, end):
        yield match.span()


def tokenised(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text with their tokens."""
    for sentence in sentences(text):
        if found := tuple(tokens(text, sentence.begin, sentence.end)):
            yield Sentence(sentence, found)


class Aligner:
    """Finds the tokens that spans touch; `of` says where they begin and end: sorted, and none overlaps another."""

    def __init__(self, of: Sequence[tuple[int, int]]) -> None:
        self._begins = [begin for begin, _ in of]
        self._ends = [end for _, end in of]

    @classmethod
    def over(cls, spans: Iterable[Span]) -> Self:
        """Find among tokens, or whatever else, that are spans."""
        return cls([(s.begin, s.end) for s in spans])

    def place(self, begin: int, end: int) -> Aligned | None:
        """Return which tokens a span touches; None when it touches none.

        White space at the span's edges does not make it inexact.
        """
        first = bisect_right(self._ends, begin)
        stop = bisect_left(self._begins, end)
        if first >= stop:
            return None
        exact = self._begins[first] >= begin and self._ends[stop - 1] <= end
        return Aligned(first, stop, exact)


def without_edges(text: str, mention: Mention) -> Mention:
    """Return a mention without the white space at its edges, of which no token and no sentence knows.

    Of one of nothing but white space the first part stays: it covers no word that may stand between its parts.
    """
    whole = mention.span
    if not text[whole.begin].isspace() and not text[whole.end - 1].isspace():
        return mention
    pieces = [f for f in mention.fragments if not f.of(text).isspace()]
    if not pieces:
        return replace(mention, fragments=mention.fragments[:1])
    first, last = pieces[0].of(text), pieces[-1].of(text)
    pieces[0] = Span(pieces[0].begin + len(first) - len(first.lstrip()), pieces[0].end)
    pieces[-1] = Span(pieces[-1].begin, pieces[-1].end - len(last) + len(last.rstrip()))
    return replace(mention, fragments=tuple(pieces))


def aligned(span: Span, of: Sequence[Span]) -> Aligned | None:
    """Return which of the tokens a span touches, as `Aligner.place` does."""
    first = bisect_right(of, span.begin, key=lambda t: t.end)
    stop = bisect_left(of, span.end, key=lambda t: t.begin)
    if first >= stop:
        return None
    return Aligned(first, stop, of[first].begin >= span.begin and of[stop - 1].end <= span.end)


def rebuilt(sentences_: Iterable[Sequence[str]]) -> tuple[str, list[list[Span]]]:
    """Make a text of tokens: one space between tokens, one line a sentence; return it with the tokens' places."""
    lines: list[str] = []
    places: list[list[Span]] = []
    at = 0
    for sentence in sentences_:
        mine: list[Span] = []
        for token in sentence:
            mine.append(Span(at, at + len(token)))
            at += len(token) + 1
        lines.append(" ".join(sentence))
        places.append(mine)
    return "\n".join(lines), places


def located(text: str, forms: Sequence[str]) -> list[Span] | None:
    """Return where tokens stand in a text, one behind the other with only white space between; None if not so.

    Nor do they where one of them is empty.
    """
    places: list[Span] = []
    at = 0
    for form in forms:
        begin = text.find(form, at)
        if not form or begin < 0 or text[at:begin].strip():
            return None
        at = begin + len(form)
        places.append(Span(begin, at))
    return places
