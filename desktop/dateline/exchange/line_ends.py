"""Texts that are the same but for their line ends or white space, as copies that went through several editors are."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from dateline.model.annotation import Mention
from dateline.model.bundle import Bundle
from dateline.model.text import Span


class NoPlace(Exception):
    """A span has no place of its own in the other text."""


_ENDS = ("\n", "\r\n", "\r")
_UNIT = re.compile(r"\r\n|.", re.DOTALL)
_WORD = re.compile(r"\S+")


class _Words:
    """Where in a text the characters are that are no white space, which are counted from 0."""

    def __init__(self, text: str) -> None:
        self._at, self._before = array("I"), array("I", [0])  # where words begin, and how many characters are before
        for word in _WORD.finditer(text):
            self._at.append(word.start())
            self._before.append(self._before[-1] + word.end() - word.start())

    def before(self, place: int) -> int:
        """Return how many characters are before a place in the text."""
        word = bisect_right(self._at, place) - 1
        return min(self._before[word] + place - self._at[word], self._before[word + 1]) if word >= 0 else 0

    def place(self, number: int) -> int:
        """Return where the so-manieth character is."""
        word = bisect_right(self._before, number) - 1
        return self._at[word] + number - self._before[word]


def plain_lines(text: str) -> str:
    """Return a text with line feeds as its line ends and nothing blank at its edges."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def copies_of(text: str) -> Iterator[str]:
    """Yield the texts that a copy of one may be: with line ends of one kind, and without or with one at the end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    for body in dict.fromkeys((lines, lines.strip(), f"{lines.strip()}\n")):
        yield from dict.fromkeys(body.replace("\n", end) for end in _ENDS)


def laid_over(bundle: Bundle, text: str) -> Bundle | None:
    """Return a page over a text of the same plain lines, each span on the same characters.

    A span that begins or ends within a line end of two characters leaves it out, as brat parts spans there. None where
    something stands on what is blank at the edges, which the other text may not have, or two parts of a span on one
    line end.
    """
    (begins, ends), (begins_there, ends_there) = _bounds(bundle.article.text), _bounds(text)

    def moved(span: Span) -> Span:
        if span.begin < begins[0] or span.end > ends[-1]:
            raise NoPlace
        first, stop = bisect_left(begins, span.begin), bisect_right(ends, span.end)
        if first >= stop:  # half a line end: then the whole
            first, stop = bisect_right(begins, span.begin) - 1, bisect_left(ends, span.end) + 1
        if first >= stop:
            raise NoPlace
        return Span(begins_there[first], ends_there[stop - 1])

    return _with_text(bundle, text, moved)


def laid_over_words(bundle: Bundle, text: str) -> Bundle | None:
    """Return a page over a text of the same characters but for any white space, each span on the same characters.

    A span leaves out what it begins and ends with of white space, and None is returned where one has nothing else.
    """
    own, there = _Words(bundle.article.text), _Words(text)

    def moved(span: Span) -> Span:
        first, stop = own.before(span.begin), own.before(span.end)
        if first >= stop:
            raise NoPlace
        return Span(there.place(first), there.place(stop - 1) + 1)

    return _with_text(bundle, text, moved)


def _with_text(bundle: Bundle, text: str, moved: Callable[[Span], Span]) -> Bundle | None:
    """Return a page with another text, each span where `moved` says; None where that raises NoPlace or parts meet."""
    found = bundle.annotations

    def placed(mention: Mention) -> Mention:
        fragments = tuple(moved(f) for f in mention.fragments)
        if any(after.begin < before.end for before, after in pairwise(fragments)):
            raise NoPlace
        return replace(mention, fragments=fragments)

    try:
        mentions = tuple(placed(m) for m in found.mentions)
        regions = tuple(replace(r, span=moved(r.span)) for r in found.regions)
    except NoPlace:
        return None
    annotations = replace(found, mentions=mentions, regions=regions)
    return replace(bundle, article=replace(bundle.article, text=text), annotations=annotations)


def _bounds(text: str) -> tuple[list[int], list[int]]:
    """Return where each character of a text's plain lines begins, and where it ends."""
    bounds = [unit.start() for unit in _UNIT.finditer(text)] + [len(text)]
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    first = len(plain) - len(plain.lstrip())
    bounds = bounds[first : first + len(plain.strip()) + 1]
    return bounds[:-1], bounds[1:]
