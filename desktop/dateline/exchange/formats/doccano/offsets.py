"""What the offsets of a doccano file count: code points, UTF-16 units, or graphemes; and finding out which."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib import import_module

from dateline.model.text import Utf16Map

Counting = Callable[[str], Callable[[int], int]]  # of a text: what turns the file's offsets into code points
_BEYOND = -1


def counting(name: str) -> Counting:
    """Return how offsets of "codepoints", "utf16" or "graphemes" are read."""
    return {"utf16": _utf16, "graphemes": _graphemes}.get(name, _codepoints)


def _codepoints(text: str) -> Callable[[int], int]:
    del text
    return int


def _utf16(text: str) -> Callable[[int], int]:
    if not has_astral(text):
        return int
    return partial(_from_utf16, Utf16Map(text), len(text))


def _from_utf16(of: Utf16Map, length: int, offset: int) -> int:
    """Offsets beyond the text stay beyond it, so that they are found."""
    end = of.to_utf16(length)
    return of.from_utf16(offset) if offset <= end else length + offset - end


def _graphemes(text: str) -> Callable[[int], int]:
    regex = import_module("regex")  # comes with dateparser; the only thing here that knows grapheme clusters
    begins = [match.start() for match in regex.finditer(r"\X", text)]
    begins.append(len(text))
    return lambda offset: begins[offset] if 0 <= offset < len(begins) else len(text) + abs(offset)


def has_astral(text: str) -> bool:
    """Say whether a text has characters that UTF-16 needs two units for."""
    return not text.isascii() and len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


def fits(text: str, spans: Iterable[Sequence[int]], name: str) -> int:
    """Return how many edges of spans fall on edges of words when offsets are read this way; spans beyond count less."""
    count = counting(name)(text)
    return sum(_fit(text, count(begin), count(end)) for begin, end in spans)


def _fit(text: str, begin: int, end: int) -> int:
    if not 0 <= begin < end <= len(text):
        return 3 * _BEYOND
    return _is_edge(text, begin, inside=begin) + _is_edge(text, end, inside=end - 1)


def _is_edge(text: str, at: int, inside: int) -> bool:
    """Say whether a word, a number or a sign of its own begins or ends here."""
    if text[inside].isspace():
        return False
    return at in (0, len(text)) or not (text[at - 1].isalnum() and text[at].isalnum())
