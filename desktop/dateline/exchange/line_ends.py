"""Texts that are the same but for their line ends, as copies are that went through several systems and editors."""

import re
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
    here, there = _bounds(bundle.article.text), _bounds(text)

    def moved(span: Span) -> Span:
        if span.begin < here[0] or span.end > here[-1]:
            raise NoPlace
        first, stop = bisect_left(here, span.begin), bisect_right(here, span.end) - 1
        if first >= stop:  # half a line end: then the whole
            first, stop = bisect_right(here, span.begin) - 1, bisect_left(here, span.end)
        return Span(there[first], there[stop])

    try:
        return with_text(bundle, text, moved)
    except NoPlace:
        return None


def with_text(bundle: Bundle, text: str, moved: Callable[[Span], Span]) -> Bundle:
    """Return a page with another text, in which each span stands where `moved` says; raises NoPlace, as that may."""
    found = bundle.annotations

    def placed(mention: Mention) -> Mention:
        fragments = tuple(moved(f) for f in mention.fragments)
        if any(after.begin < before.end for before, after in pairwise(fragments)):
            raise NoPlace
        return replace(mention, fragments=fragments)

    mentions = tuple(placed(m) for m in found.mentions)
    regions = tuple(replace(r, span=moved(r.span)) for r in found.regions)
    annotations = replace(found, mentions=mentions, regions=regions)
    return replace(bundle, article=replace(bundle.article, text=text), annotations=annotations)


def _bounds(text: str) -> list[int]:
    """Return where each character of a text's plain lines begins, and where the last one ends."""
    bounds = [unit.start() for unit in _UNIT.finditer(text)] + [len(text)]
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    first = len(plain) - len(plain.lstrip())
    return bounds[first : first + len(plain.strip()) + 1]
