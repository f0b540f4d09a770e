"""Which entities have a name near some words: an index over all names, kept up with what changed of them."""

from collections import deque
from collections.abc import Iterable, Iterator
from time import perf_counter
from typing import Any

from msgspec.json import decode

from dateline.model.text import LONGER, NEARLY, fold, in_short, initials

_AT_ONCE = 50  # entities between two looks at the clock

Row = tuple[str, str, str]  # id, name, aliases as JSON


class Names:
    """The names of all entities by their words, their initials and their spelling."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._todo: deque[tuple[Row, bool]] = deque()  # with whether it is to be taken out
        self._by_word: dict[str, set[str]] = {}  # folded names that have it
        self._by_name: dict[str, set[str]] = {}  # ids from here on
        self._by_initials: dict[str, set[str]] = {}
        self._by_folded: dict[str, set[str]] = {}
        self._spelt: dict[tuple[str, int], set[str]] = {}  # folded names by first letter and length

    def expect(self, rows: list[Row]) -> None:
        """Say what the names are now; only what differs from before is to be learned."""
        if rows == self._rows:
            return
        before, now = set(self._rows), set(rows)
        self._todo.extend((row, True) for row in self._rows if row not in now)
        self._todo.extend((row, False) for row in rows if row not in before)
        self._rows = rows

    def learn(self, seconds: float | None = None) -> bool:
        """Learn what is expected, for about so long; return whether that is all."""
        until = perf_counter() + seconds if seconds is not None else None
        while self._todo:
            for _ in range(min(_AT_ONCE, len(self._todo))):
                row, out = self._todo.popleft()
                (self._take_out if out else self._put_in)(row)
            if until is not None and perf_counter() >= until:
                break
        return not self._todo

    def near(self, words: str) -> set[str]:
        """Return the ids of the entities that have a name near `words`.

        That is: a name whose words are all among them, or that has all of them; is spelt nearly so; or is the same in
        short. Case is folded, but in short forms.
        """
        wanted = fold(words)
        names = {*self._sharing(wanted.split()), *self._alike(wanted)}
        found = {i for name in names for i in self._by_folded[name]}
        if short := in_short(words):
            by_short = self._by_initials if short == words else self._by_name
            found |= by_short.get(short, set())
        return found

    def _sharing(self, parts: list[str]) -> Iterator[str]:
        """Yield the names that have all the words, and those that have none but these."""
        lists = sorted((self._by_word.get(part, set()) for part in set(parts)), key=len)
        if lists:
            yield from lists[0].intersection(*lists[1:])
        whole = set(parts)
        for names in lists:
            yield from (name for name in names if whole.issuperset(name.split()))

    def _alike(self, wanted: str) -> Iterator[str]:
        """Yield the names spelt nearly so. What single characters rule out is ruled out first: comparing is slow."""
        from difflib import SequenceMatcher  # not needed for the first article

        matcher = SequenceMatcher(None, "", wanted, autojunk=False)
        size, letters = len(wanted), set(wanted)
        for length in range(size - LONGER, size + LONGER + 1):
            least = NEARLY * (size + length) / 2 - 0.01  # so many characters must be in both
            for name in self._spelt.get((wanted[:1], length), ()):
                if size - len(letters.difference(name)) < least or length - len(set(name) - letters) < least:
                    continue
                matcher.set_seq1(name)
                if matcher.quick_ratio() >= NEARLY and matcher.ratio() >= NEARLY:
                    yield name

    def _put_in(self, row: Row) -> None:
        entity_id, own, others = row
        for name in _all_names(own, others):
            folded = fold(name)
            ids = self._by_folded.setdefault(folded, set())
            if not ids:
                for part in folded.split():
                    self._by_word.setdefault(part, set()).add(folded)
                self._spelt.setdefault((folded[:1], len(folded)), set()).add(folded)
            ids.add(entity_id)
            self._by_name.setdefault(name, set()).add(entity_id)
            if short := initials(name):
                self._by_initials.setdefault(short, set()).add(entity_id)

    def _take_out(self, row: Row) -> None:
        entity_id, own, others = row
        for name in _all_names(own, others):
            folded = fold(name)
            if _discard(self._by_folded, folded, entity_id):
                for part in folded.split():
                    _discard(self._by_word, part, folded)
                _discard(self._spelt, (folded[:1], len(folded)), folded)
            _discard(self._by_name, name, entity_id)
            _discard(self._by_initials, initials(name), entity_id)


def _all_names(own: str, others: str) -> Iterable[str]:
    return (own,) if others == "[]" else (own, *decode(others))


def _discard(index: dict[Any, set[str]], key: object, value: str) -> bool:
    """Take a value out; return whether that was the last one under its key."""
    values = index.get(key)
    if values is None:
        return False
    values.discard(value)
    if values:
        return False
    del index[key]
    return True
