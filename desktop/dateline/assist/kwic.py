"""Lines of a concordance: what stands before and after each hit, and the order in which they tell most."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from dateline.model.text import Span, fold_in_place

AROUND = 110  # characters of context on either side
WORDS = 5  # the most words on a side that lines are ordered by
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


class Line(Struct, frozen=True):
    """One hit with its surroundings; of a mention in pieces `spans` are all its fragments."""

    article_id: str
    name: str  # of the article
    published: str
    spans: tuple[Span, ...]
    before: str
    hit: str
    after: str

    @property
    def span(self) -> Span:
        """The whole stretch of the hit."""
        return Span(self.spans[0].begin, self.spans[-1].end)


class Order(StrEnum):
    """What lines are ordered by; those that are alike stay as in the text."""

    TEXT = "text"
    HIT = "hit"
    BEFORE = "before"
    AFTER = "after"


def line(article_id: str, name: str, published: str, text: str, spans: tuple[Span, ...]) -> Line:
    """Return the line of a hit; white space is told as single spaces."""
    begin, end = spans[0].begin, spans[-1].end
    low, high = max(0, begin - AROUND), end + AROUND
    before, after = _SPACE.sub(" ", text[low:begin]), _SPACE.sub(" ", text[end:high])
    if low > 0:
        before = before[before.find(" ") + 1 :] if " " in before[:-1] else before
    if high < len(text):
        cut = after.rfind(" ", 1)
        after = after[:cut] if cut > 0 else after
    return Line(article_id, name, published, spans, before, _SPACE.sub(" ", text[begin:end]), after)


def ordered(lines: Sequence[Line], rows: Iterable[int], order: Order, words: int) -> list[int]:
    """Return row numbers in the order asked for, by so many `words` before (nearest first) or after the hit."""
    found = list(rows)
    if order is Order.TEXT:
        return sorted(found)
    if order is Order.HIT:
        return sorted(sorted(found), key=lambda i: (*_words(lines[i].hit), "", *_words(lines[i].after)[:words]))
    if order is Order.AFTER:
        return sorted(sorted(found), key=lambda i: _words(lines[i].after)[:words])
    return sorted(sorted(found), key=lambda i: _words(lines[i].before)[::-1][:words])


def matching(lines: Sequence[Line], wanted: str) -> list[int]:
    """Return the rows of the lines in which every word of `wanted` stands, case and accents aside."""
    words = fold_in_place(wanted).split()
    if not words:
        return list(range(len(lines)))

    def holds(one: Line) -> bool:
        text = fold_in_place(f"{one.before}{one.hit}{one.after}\n{one.name}\n{one.published}")
        return all(w in text for w in words)

    return [i for i, one in enumerate(lines) if holds(one)]


def _words(text: str) -> list[str]:
    return _WORD.findall(fold_in_place(text))
