"""The lines of a text: how long they are, how they begin and end, which stand for themselves."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from dateline.model.regex import lazy

_LINE = lazy(r"([^\r\n]+)(\r\n|\n|\r|$)|\r\n|\n|\r")
_LONGEST_WORD = 24  # characters: an address that had no room says little about the width
# Lines of a table, a log or a quoted mail: a tab, a bar, ">", fields without a space behind the comma, a time.
_APART = lazy(r"\s*[>|]|[^\t]*\S\t|(?:[^,]*,[^\s\d,]){2}|\s*\[?\d{1,2}[:.]\d\d\b")
# A list's sign, its number or letter, and "Key: value"; most may also stand where a sentence goes on.
_MARK = lazy(
    r"\s*(?:(?P<sign>[-*+•‣▪●·–—#])\s|(?P<number>\(?(?:\d{1,3}|[^\W\d_]|[ivx]{2,4})[.)])\s"
    r"|(?P<key>@?[^\W\d_][\w-]*(?: [\w-]+){0,2}):(?: |$))"
)
_ALWAYS = frozenset("*+•‣▪●·#@")
_STOP = r"[.!?…。！？؟۔]+[\"'”’»)\]}]*"
_ENDED = lazy(r"[.!?…。！？؟۔:;][\"'”’»)\]}]*$")
_STOPPED = lazy(_STOP + r"$")
_WITHIN = lazy(_STOP + r"\s+[\"'“‘«(\[—-]*\s?(\w)")
_ABBREVIATION = lazy(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sen|Rep|Gov|St|No|[A-Z]\.[A-Z])\.$")
_OPENING = "\"'“‘«(["


class Line(Struct, frozen=True, gc=False):
    """A line that holds text; counts are characters, white space at its edges is not counted."""

    end: int  # where its line end begins in the text
    next_begin: int  # and where that ends
    length: int
    indent: int
    first: str  # its first word
    small: bool  # which begins with a small letter
    finished: bool  # it ends like a sentence, or as what goes before a list does
    stopped: bool  # it ends like a sentence, or holds such an end
    mark: str  # the kind of a list's mark or key it begins with
    apart: bool  # it is no running text

    def with_next(self, following: "Line") -> int:
        """Return how long the line would be with the first word of the one behind it."""
        return self.length + 1 + min(len(following.first), _LONGEST_WORD)


def blocks(text: str) -> Iterator[list[Line]]:
    """Yield the stretches of lines of running text that no empty line and no line of a table or the like parts."""
    block: list[Line] = []
    for match in _LINE().finditer(text):
        line = _line(match) if match[1] and not match[1].isspace() else None
        if line and not line.apart:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def marks(block: list[Line]) -> frozenset[str]:
    """Return the kinds of marks that begin an item in a block, as one of its first line or below a finished line does.

    Elsewhere they may be a dash in a sentence, or its last short word: "the number rose to | 15. The".
    """
    begins = [block[0], *(line for above, line in pairwise(block) if above.finished)]
    return frozenset(line.mark for line in begins if line.mark) | _ALWAYS


def parted(line: Line, following: Line, items: frozenset[str]) -> bool:
    """Say whether the line behind another begins something of its own: an item, or a paragraph that is indented."""
    return following.mark in items or (following.indent > line.indent and not line.mark)


def _line(match: re.Match[str]) -> Line:
    plain = match[1].strip()
    first = plain.split(None, 1)[0]
    finished = bool(_ENDED().search(plain)) and not _ABBREVIATION().search(plain[-8:])
    within = any(not m[1].islower() for m in _WITHIN().finditer(plain))
    return Line(
        match.end(1),
        match.end(),
        len(match[1].rstrip()),
        len(match[1]) - len(match[1].lstrip()),
        first,
        first.lstrip(_OPENING)[:1].islower(),
        finished,
        within or (finished and bool(_STOPPED().search(plain))),
        _mark(plain),
        bool(_APART().match(match[1])),
    )


def _mark(plain: str) -> str:
    found = _MARK().match(plain)
    if found is None:
        return "@" if plain[0] == "@" else ""
    if found["sign"]:
        return found["sign"]
    if number := found["number"]:
        kind = "1" if number.strip("(.)").isdigit() else "a" if number.strip("(.)").islower() else "A"
        return f"{number[0] if number[0] == '(' else ''}{kind}{number[-1]}"
    return "key:" if found["key"][0].islower() else "Key:"
