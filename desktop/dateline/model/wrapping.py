"""Texts whose lines were broken at a width, as news wires and mails are: such a line end parts nothing."""

import re
from bisect import bisect_right
from functools import lru_cache

from msgspec import Struct

from dateline.model.regex import lazy

_NARROWEST, _WIDEST = 40, 132  # characters in the longest line of a text that was wrapped
_LOOKED_AT = 1 << 16  # characters that tell how a text was set
_FARTHEST = 2 * _WIDEST
_RAGGED = 0.6  # of the width: so long is a line at least that another goes on from in small letters
_CANDIDATES = 8
_LINE_END = lazy(r"(?<=[^\r\n])(?:\r\n|\n|\r)(?=[^\r\n])")
# What begins a line and is no running text: a list's sign or number, "Key: value".
_OF_ITS_OWN = lazy(r"\s*(?:[-*+•‣▪●·–—#|]\s|\(?\w{1,3}[.)]\s|[^\W\d_][\w-]*(?: [\w-]+){0,2}: )")
_FINISHED = lazy(r"[.!?…。！？؟۔:;][\"'”’»)\]}]*\s*$")


class _Break(Struct, frozen=True, gc=False):
    """An end of a line with another line behind it: characters in the line, with the next word too, in the next line.

    Lines that are wider than any that was wrapped may be told as somewhat shorter than they are.
    """

    length: int
    with_next: int
    following: int
    small: bool  # the next line begins with a small letter
    finished: bool  # the line ends like a sentence


@lru_cache(maxsize=4)  # asked for each sentence of the article that is shown, or written
def unwrapped(text: str) -> str:
    """Return a text with a space for each character of a line end that only wraps a paragraph; offsets stay.

    Line ends are taken for such where lines were filled up to a width: one more word would have gone beyond it. Those
    that end a headline, a byline, a paragraph, an item of a list or a line of verse stay as they are.
    """
    width = _width(text)
    if not width:
        return text

    def joined(end: re.Match[str]) -> str:
        if _wraps(text, end, width):
            return " " * len(end[0])
        return end[0]

    return _LINE_END().sub(joined, text)


def _width(text: str) -> int:
    """Return how many characters the lines of a text were filled up to, 0 where they were not."""
    breaks = [_read(text, end) for end in _LINE_END().finditer(text, 0, _LOOKED_AT)]
    lengths = sorted(max(b.length, b.following) for b in breaks)
    going_on = {b.length for b in breaks if b.small and not b.finished and _NARROWEST <= b.length <= _WIDEST}
    if not going_on:
        return 0
    # The width is that of the longest line that is no longer than wrapped ones are.
    for width in [n for n in dict.fromkeys(reversed(lengths)) if n <= _WIDEST and n >= min(going_on)][:_CANDIDATES]:
        beyond = len(lengths) - bisect_right(lengths, width)
        unfinished = [b for b in breaks if not b.finished and b.length <= width]
        full = [b for b in unfinished if b.with_next > width]
        going = sum(b.small for b in full)
        ragged = sum(b.small for b in unfinished) - going
        if going and len(full) <= 4 * going and 2 * ragged <= going and 4 * beyond <= len(full):
            return width
    return 0


def _wraps(text: str, end: re.Match[str], width: int) -> bool:
    found = _read(text, end)
    if found.length > width or _OF_ITS_OWN().match(text, end.end()):
        return False
    return found.with_next > width or (found.small and not found.finished and found.length >= _RAGGED * width)


def _read(text: str, end: re.Match[str]) -> _Break:
    line = text[max(0, end.start() - _FARTHEST) : end.start()]
    line = line[max(line.rfind("\n"), line.rfind("\r")) + 1 :]
    following = text[end.end() : end.end() + _FARTHEST].splitlines()[0]
    word = following.split(None, 1)[0] if following.strip() else ""
    plain = line.rstrip()
    indented = len(following) - len(following.lstrip()) > len(line) - len(line.lstrip())
    if not word or not plain or (indented and not _OF_ITS_OWN().match(line)):
        return _Break(len(plain), 0, len(following), small=False, finished=True)
    opened = word.lstrip("\"'“‘«([")
    longer = len(plain) + 1 + len(word)
    return _Break(len(plain), longer, len(following.rstrip()), opened[:1].islower(), bool(_FINISHED().search(plain)))
