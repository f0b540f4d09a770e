"""Texts whose lines were broken at a width, as news wires and mails are: such a line end parts nothing."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from dateline.model.lines import Line, blocks, marks, parted

_NARROWEST, _WIDEST = 40, 132  # characters in the longest line of a text that was wrapped
_CANDIDATES = 8
_STRETCH = 1 << 13  # characters of which the line ends are told at once
_AROUND = 1 << 12  # and those before and behind that are looked at for it


class _Unwrapped(str):
    """A text or a part of one whose line ends were told already; what is left of them does end something.

    A slice of it is a plain text again: take `unwrapped_part` of what has its line ends told once more.
    """

    __slots__ = ()


class _Break(Struct, frozen=True, gc=False):
    """The end of a line with another one behind it."""

    line: Line
    following: Line
    length: int  # of the line
    with_next: int  # and with the next word
    first: bool  # of its block, as a headline may be


def unwrapped(text: str) -> str:
    """Return a text with a space for each character of a line end that only wraps a paragraph; offsets stay.

    Line ends are taken for such in prose of three lines or more that were filled up to a width: one more word would
    have gone beyond it; and in shorter stretches that were filled up to the width of those around them. What ends a
    headline, a byline, a sentence that has a line of its own, an item of a list, a row of a table or a line of verse
    stays as it is. Each is told by what stands some thousand characters around it. The result comes back as it is where
    it is given again.
    """
    part = unwrapped_part(text, 0, len(text))
    return text if part == text else part


def unwrapped_near(text: str, begin: int, end: int) -> str:
    """Return a text with those line ends replaced as `unwrapped` does that lie at most as far as a sentence goes.

    That is 4,096 characters before `begin` or behind `end`; it takes no longer in a text of megabytes.
    """
    low, high = max(0, begin - _AROUND), min(len(text), end + _AROUND)
    part = unwrapped_part(text, low, high)
    return text if part == text[low:high] else _Unwrapped(text[:low] + part + text[high:])


def unwrapped_part(text: str, begin: int, end: int) -> str:
    """Return `unwrapped(text)[begin:end]`, without looking at all of the text; it comes back as it is, too."""
    if isinstance(text, _Unwrapped):
        return _Unwrapped(text[begin:end])
    pieces: list[str] = []
    done = begin
    for first in range(begin - begin % _STRETCH, end, _STRETCH):
        low = max(0, first - _AROUND)
        for start, stop in _wrapping(text[low : first + _STRETCH + _AROUND], top=low == 0):
            if first <= low + start < first + _STRETCH and done < low + stop and low + start < end:
                here, there = max(done, low + start), min(end, low + stop)
                pieces += (text[done:here], " " * (there - here))
                done = there
    return _Unwrapped("".join((*pieces, text[done:end])))


def _wrapping(text: str, *, top: bool) -> tuple[tuple[int, int], ...]:
    """Return where the line ends lie that only wrap a paragraph, in a text or the stretch of one."""
    return () if text.count("\n") + text.count("\r") < 2 else _looked_for(text, top=top)


@lru_cache(maxsize=256)  # asked for each sentence of the article that is shown, or written
def _looked_for(text: str, *, top: bool) -> tuple[tuple[int, int], ...]:
    found = [(block, _breaks(block)) for block in blocks(text)]
    common = _width(b for block, breaks in found if _is_prose(block) for b in breaks)
    out: list[tuple[int, int]] = []
    for block, breaks in found:
        if _is_prose(block):
            width = common if common and _is_set_to(breaks, common) else _width(breaks)
            full = [b for b in breaks if b.length <= width < b.with_next]
            if top and full and block is found[0][0] and full[0].line is block[0] and _is_headline(full[0], text):
                del full[0]
        else:  # a headline or a caption of several lines, or a list
            whole = len(breaks) == len(block) - 1 and block[-1].length <= common
            whole = whole and all(b.length <= common < b.with_next and not _is_headline(b, text) for b in breaks)
            full = breaks if whole else []
        out += [(b.line.end, b.line.next_begin) for b in full]
    return tuple(out)


def _is_prose(block: list[Line]) -> bool:
    return any(line.stopped for line in block)


def _breaks(block: list[Line]) -> list[_Break]:
    items = marks(block)
    return [
        _Break(line, following, line.length, line.with_next(following), first=line is block[0])
        for line, following in pairwise(block)
        if not parted(line, following, items)
    ]


def _width(breaks: Iterable[_Break]) -> int:
    """Return how many characters the lines that end so were filled up to, 0 where they were not."""
    ends = list(breaks)
    lengths = {max(b.length, b.following.length) for b in ends}
    candidates = sorted((n for n in lengths if _NARROWEST <= n <= _WIDEST), reverse=True)
    filled = [width for width in candidates[:_CANDIDATES] if _is_filled(ends, width)]
    return min(filled, key=lambda width: _misfits(ends, width), default=0)  # the widest of the best


def _misfits(breaks: list[_Break], width: int) -> int:
    return sum(b.length > width or (b.with_next <= width and _is_going_on(b)) for b in breaks)


def _is_going_on(end: _Break) -> bool:
    return end.following.small and not end.line.finished


def _is_filled(breaks: list[_Break], width: int) -> bool:
    full = [b for b in breaks if b.length <= width < b.with_next]
    going_on = [b for b in full if not b.line.finished]
    small = sum(b.following.small for b in going_on)
    ended = sum(b.line.finished for b in breaks)  # as many lines of one sentence each do
    within = sum(b.line.stopped and not b.line.finished for b in breaks)
    below = [b for b in breaks if not b.first]
    beyond = sum(b.length > width for b in below)
    short = sum(b.with_next <= width and not b.line.finished and not b.following.small for b in below)
    return (
        len(full) > 1
        and small > 0
        and len(going_on) <= 4 * small
        and len(full) <= 2 * len(going_on)
        and short <= len(going_on)
        and ended <= 2 * (len(going_on) + within)
        and 3 * beyond <= len(full)
        and _is_set_to(breaks, width)
    )


def _is_set_to(breaks: list[_Break], width: int) -> bool:
    """Say whether a width may be that of these lines: those that go on in small letters are full."""
    full = sum(b.length <= width < b.with_next for b in breaks)
    ragged = sum(b.with_next <= width and _is_going_on(b) for b in breaks)
    return full > 0 and 4 * ragged <= full


def _is_headline(end: _Break, text: str) -> bool:
    """Say whether a full line is a headline: what follows has a capital only because it begins a sentence.

    That is a word which the text has in small letters, and no less often.
    """
    if end.line.stopped or end.line.finished or end.following.small:
        return False
    word = re.match(r"\W*([^\W\d_]+)", end.following.first)
    return word is not None and _count(word[1].lower(), text) >= _count(word[1], text)


def _count(word: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(word)}\b", text))
