"""Texts that are the same but for their line ends or white space, as copies that went through several editors are."""

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


def one_spaced(text: str) -> str:
    """Return a text with one space for any white space, and nothing blank at its edges."""
    return " ".join(text.split())


def laid_over(bundle: Bundle, text: str, *, white_space: bool = False) -> Bundle | None:
    """Return a page over a text of the same plain lines, each span on the same characters.

    A span that begins or ends within a line end of two characters leaves it out, as brat parts spans there. None where
    something stands on what is blank at the edges, which the other text may not have, or two parts of a span on one
    line end. `white_space`: the text has the same characters but for any white space; a span leaves out what it begins
    and ends with of that, and None is returned where one has nothing else.
    """
    bounds = _of_words if white_space else _bounds
    (begins, ends), (begins_there, ends_there) = bounds(bundle.article.text), bounds(text)

    def moved(span: Span) -> Span:
        if not white_space and (span.begin < begins[0] or span.end > ends[-1]):
            raise NoPlace
        first, stop = bisect_left(begins, span.begin), bisect_right(ends, span.end)
        if first >= stop and not white_space:  # half a line end: then the whole
            first, stop = bisect_right(begins, span.begin) - 1, bisect_left(ends, span.end) + 1
        if first >= stop:
            raise NoPlace
        return Span(begins_there[first], ends_there[stop - 1])

    try:
        return _with_text(bundle, text, moved)
    except NoPlace:
        return None


def _with_text(bundle: Bundle, text: str, moved: Callable[[Span], Span]) -> Bundle:
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


def _bounds(text: str) -> tuple[list[int], list[int]]:
    """Return where each character of a text's plain lines begins, and where it ends."""
    bounds = [unit.start() for unit in _UNIT.finditer(text)] + [len(text)]
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    first = len(plain) - len(plain.lstrip())
    bounds = bounds[first : first + len(plain.strip()) + 1]
    return bounds[:-1], bounds[1:]


def _of_words(text: str) -> tuple[list[int], list[int]]:
    """Return where each character that is no white space begins, and where it ends."""
    places = [at for at, character in enumerate(text) if not character.isspace()]
    return places, [at + 1 for at in places]
