"""What the offsets of a file count: code points, UTF-16 units, or graphemes; and whether that must be asked."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Any

from dateline.exchange.problems import Answer, Problem, ProblemKind, Undecided
from dateline.model.text import Utf16Map
from dateline.model.wording import Advice

Counting = Callable[[str], Callable[[int], int]]  # of a text: what turns the file's offsets into code points
COUNTED = "offsets"  # the metadata in which an export of ours says it, and that doccano hands on
TOLD = ("utf16", "codepoints")
_BEYOND, _BOTH_EDGES = -1, 2
_ENOUGH = 2_000  # records where readings differ, by which the likelier one is found
_EXAMPLES = 4
_ASTRAL_BYTES = re.compile(rb"[\xf0-\xf4]|\\u[dD][89abAB]")
SAID = {"codepoints": "characters (code points)", "utf16": "UTF-16 units", "graphemes": "graphemes"}


def counting(name: str) -> Counting:
    """Return how offsets of "codepoints", "utf16" or "graphemes" are read."""
    return {"utf16": _utf16, "graphemes": _graphemes}.get(name, _codepoints)


def told(*records: dict[str, Any]) -> str:
    """Return what one of a record and its metadata says that offsets count; "" for nothing."""
    return next((said for r in records if isinstance(said := r.get(COUNTED), str) and said in TOLD), "")


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


def may_be_astral(data: bytes) -> bool:
    """Say whether JSON may hold a character that UTF-16 counts for two, as it is or escaped."""
    return _ASTRAL_BYTES.search(data) is not None


def has_astral(text: str) -> bool:
    """Say whether a text has characters that UTF-16 needs two units for."""
    return not text.isascii() and len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


LOOKING_FIRST = 0.1  # the share of reading a file that it takes to look whether its offsets can be read in two ways


class Readings:
    """The ways to read the offsets of a file with characters beyond 16 bits, as far as its spans tell them apart."""

    def __init__(self) -> None:
        self._fits = {"codepoints": 0, "utf16": 0}
        self._words: dict[str, list[str]] = {name: [] for name in SAID}
        self._records = 0
        self._first: tuple[int, str] | None = None  # line and character

    @property
    def enough(self) -> bool:
        """Whether so many records have been seen that further ones change nothing."""
        return self._records >= _ENOUGH

    def look_at(self, line: int, text: str, spans: Sequence[Sequence[int]], usual: str = "") -> None:
        """Take a record in; one in which all spans stand before the first such character tells nothing.

        `usual`: what its offsets count as it says, or its format; it is taken in where a span contradicts that.
        """
        if usual and self._all_fit(text, spans, counting(usual)(text)):
            return  # nothing contradicts, as in nearly all records
        counts = {name: counting(name)(text) for name in TOLD}
        telling = [s for s in spans if any(counts["utf16"](at) != at for at in s)]
        if usual:
            telling.sort(key=lambda span: not _contradicts(text, span, counts, usual))
        if not telling or (usual and not _contradicts(text, telling[0], counts, usual)):
            return
        counts["graphemes"] = counting("graphemes")(text)  # takes longest, and most records tell nothing
        self._records += 1
        self._first = self._first or (line, max(text))
        for name, count in counts.items():
            if name in self._fits:
                self._fits[name] += fits(text, telling, count)
            words = self._words[name]
            for begin, end in telling[: _EXAMPLES - len(words)]:
                words.append(" ".join(text[max(0, count(begin)) : max(0, count(end))].split())[:40] or "…")

    @staticmethod
    def _all_fit(text: str, spans: Sequence[Sequence[int]], count: Callable[[int], int]) -> bool:
        return all(fits(text, [span], count) > 0 for span in spans)

    def require_one(self, file: str, made_by: str = "programs in JavaScript", graphemes: bool = False) -> None:
        """Raise Undecided where readings differ, that which fits the words better first.

        `made_by`: what makes UTF-16 offsets of such files. `graphemes`: whether they may count these.
        """
        if self._first is None:
            return
        line, character = self._first
        likely = sorted(self._fits, key=lambda name: -self._fits[name])  # of equal ones code points
        further = ("graphemes",) if graphemes else ()
        answers = [Answer(name, tuple(self._words[name])) for name in (*likely, *further)]
        seen = "; ".join(f"as {SAID[a.value]} they cover {_listed(a.examples)}" for a in answers[:2])
        what = f"offsets behind characters such as {character!r} can be read in two ways: {seen}"
        suggested = f"; the edges of words suggest {likely[0]}"
        what_to_do = Advice(
            f"Choose under Offsets count what they count{suggested}",
            f"Say what they count with --offsets utf16 (as {made_by} makes them)"
            f"{', codepoints or graphemes' if graphemes else ' or codepoints'}{suggested}",
        )
        raise Undecided(Problem(what, what_to_do, file, line, "offsets", ProblemKind.OFFSETS), "offsets", answers)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"“{w}”" for w in words)


def fits(text: str, spans: Iterable[Sequence[int]], count: Callable[[int], int]) -> int:
    """Return how many edges of spans fall on edges of words when offsets are read so; spans beyond count less."""
    return sum(_fit(text, count(begin), count(end)) for begin, end in spans)


def _contradicts(text: str, span: Sequence[int], counts: Mapping[str, Callable[[int], int]], usual: str) -> bool:
    """Say whether a span, as `usual` says, begins inside a word or ends beyond the text, and else is whole words."""
    if fits(text, [span], counts[usual]) > 0 or fits(text, [span], counts[other_than(usual)]) < _BOTH_EDGES:
        return False
    begin, end = map(counts[usual], span)
    return end > len(text) or (text[begin - 1 : begin].isalnum() and text[begin].isalnum())


def other_than(way: str) -> str:
    """Return the other one of the two ways to count that files are asked about."""
    return next(name for name in TOLD if name != way)


def said_of_two_ways(text: str, spans: Sequence[Sequence[int]]) -> str:
    """Return what to tell of a record of which some spans are whole words only as one counts, some only as another.

    "" for one that can be read in one way. Spans that cut words are no proof of it, but seldom meant.
    """
    said = []
    for way, other in (TOLD, TOLD[::-1]) if has_astral(text) else ():
        count, wrong = counting(way)(text), counting(other)(text)
        for begin, end in spans:
            words = text[max(0, count(begin)) : max(0, count(end))]
            whole = words[:1].isalnum() and fits(text, [(begin, end)], count) == _BOTH_EDGES
            if whole and (_cuts(text, wrong(begin)) or _cuts(text, wrong(end))):
                said.append(f"{begin} to {end} is “{words[:40]}” only as {SAID[way]}")
                break
    return f"seems to count offsets in two ways: {', '.join(said)}" if len(said) == len(TOLD) else ""


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _fit(text: str, begin: int, end: int) -> int:
    if not 0 <= begin < end <= len(text):
        return 3 * _BEYOND
    return _is_edge(text, begin, inside=begin) + _is_edge(text, end, inside=end - 1)


def _is_edge(text: str, at: int, inside: int) -> bool:
    """Say whether a word, a number or a sign of its own begins or ends here."""
    if text[inside].isspace():
        return False
    return at in (0, len(text)) or not (text[at - 1].isalnum() and text[at].isalnum())
