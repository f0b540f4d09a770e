"""Proves of a regular expression that matching it takes no more than linear time: no text can be read in many ways.

A backtracking matcher tries every way to read a text before it says no. A pattern is made an automaton whose states are
its characters. Where one state can come back to itself by two ways on the same text, the ways double with each time
round: exponential. Where a loop can hand over to another at any place of the same text, they grow with its length:
quadratic, or worse.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from re import _constants as op
from re import _parser as parser
from typing import Any

_CHARACTERS = [*map(chr, range(256)), *"şİ٣\u2028中😀\ud800"]  # beside those a pattern names
_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S", op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip
Edge = tuple[int, int]


def _named(node: Any) -> Iterator[str]:
    """Yield the characters a parsed pattern names: where two of its sets meet, they do in these or `_CHARACTERS`."""
    if isinstance(node, tuple) and len(node) == 2 and node[0] in {op.LITERAL, op.NOT_LITERAL, op.RANGE}:
        yield from map(chr, node[1] if node[0] is op.RANGE else [node[1]])
    elif isinstance(node, tuple | list | parser.SubPattern):
        for inner in node:
            yield from _named(inner)


def _loops(states: Iterable[Any], after: Callable[[Any], Iterable[Any]]) -> list[set[Any]]:
    """Return the states that can come back to themselves, those together that can reach each other (Tarjan's way)."""
    index: dict[Any, int] = {}
    low: dict[Any, int] = {}
    stack: list[Any] = []
    held: set[Any] = set()
    out: list[set[Any]] = []
    for first in states:
        if first in index:
            continue
        index[first] = low[first] = len(index)
        stack.append(first)
        held.add(first)
        waiting = [(first, iter(tuple(after(first))))]
        while waiting:
            here, further = waiting[-1]
            there = next(further, None)
            if there is None:
                waiting.pop()
                if waiting:
                    low[waiting[-1][0]] = min(low[waiting[-1][0]], low[here])
                if low[here] == index[here]:
                    loop = set()
                    while here not in loop:
                        loop.add(state := stack.pop())
                        held.discard(state)
                    if len(loop) > 1 or here in after(here):
                        out.append(loop)
            elif there not in index:
                index[there] = low[there] = len(index)
                stack.append(there)
                held.add(there)
                waiting.append((there, iter(tuple(after(there)))))
            elif there in held:
                low[here] = min(low[here], index[there])
    return out


class _Part:
    """A piece of a pattern: whether it may be empty, and where it begins and ends.

    `begins`, `ends`: states, each with the characters on which it may be entered, or left for another.
    """

    def __init__(self, *, empty: bool = True) -> None:
        self.empty = empty
        self.begins: dict[int, int] = {}
        self.ends: dict[int, int] = {}


class Automaton:
    """The states of a pattern, and the ways between them: sets of characters, as the bits of a number.

    `doubled`: a loop of what may be empty or is a loop itself, in which a way would be there twice.
    """

    def __init__(self, pattern: re.Pattern[Any]) -> None:
        text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
        flags = pattern.flags if isinstance(pattern.pattern, str) else pattern.flags & ~re.UNICODE
        nodes = parser.parse(text, flags & ~re.LOCALE)
        named = {form for c in _named(nodes) for form in (c, c.lower(), c.upper()) if len(form) == 1}
        self._characters = sorted({*_CHARACTERS, *named}) if isinstance(pattern.pattern, str) else _CHARACTERS[:256]
        self._flags = pattern.flags
        self._all = (1 << len(self._characters)) - 1
        self._of: list[int] = []
        self._known: dict[str, int] = {}
        self._groups: dict[int, Any] = {}
        self.ways: dict[Edge, int] = {}
        self.doubled = False
        self._sequence(nodes)
        self._after = self._followers()

    def _followers(self) -> dict[int, list[int]]:
        after: dict[int, list[int]] = {}
        for (here, there), on in self.ways.items():
            if on:
                after.setdefault(here, []).append(there)
        return after

    def _leaf(self, on: int) -> _Part:
        part, state = _Part(empty=False), len(self._of)
        self._of.append(on)
        part.begins[state], part.ends[state] = self._all, self._all
        return part

    def _join(self, before: _Part, after: _Part, *, loop: bool = False) -> None:
        for here, leaving in before.ends.items():
            for there, entering in after.begins.items():
                on = leaving & entering & self._of[there]
                known = self.ways.get((here, there), 0)
                self.doubled |= loop and bool(known & on)
                self.ways[here, there] = known | on

    def _sequence(self, nodes: Any) -> _Part:
        whole = _Part()
        for node in nodes:
            part = self._part(*node)
            self._join(whole, part)
            if whole.empty:
                whole.begins = whole.begins | part.begins
            whole.ends = whole.ends | part.ends if part.empty else part.ends
            whole.empty &= part.empty
        return whole

    def _part(self, kind: Any, value: Any) -> _Part:
        if kind in {op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN}:
            return self._leaf(self._bits(kind, value))
        if kind is op.SUBPATTERN:
            self._groups[value[0]] = value[3]
            return self._sequence(value[3])
        if kind is op.ATOMIC_GROUP:
            return self._sequence(value)
        if kind is op.BRANCH:
            whole = _Part(empty=False)
            for branch in value[1]:
                part = self._sequence(branch)
                whole.begins |= part.begins
                whole.ends |= part.ends
                whole.empty |= part.empty
            return whole
        if kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
            return self._repeat(*value, possessive=kind is op.POSSESSIVE_REPEAT)
        if kind is op.GROUPREF:
            return self._sequence(self._groups[value])  # what the group may hold
        assert kind in {op.AT, op.ASSERT, op.ASSERT_NOT}, kind
        if kind is not op.AT:
            self._sequence(value[1])  # looked at by itself
        return _Part()

    def _repeat(self, least: int, most: Any, nodes: Any, *, possessive: bool) -> _Part:
        """Two rounds stand for a few: what is bounded doubles nothing by itself, but may in a loop around it."""
        first = self._sequence(nodes)
        if most is op.MAXREPEAT:
            self._join(first, first, loop=True)
            whole = first
        else:
            whole = _Part(empty=first.empty)
            whole.begins, whole.ends = dict(first.begins), dict(first.ends)
            if most > 1:
                second = self._sequence(nodes)
                self._join(first, second)
                whole.begins |= second.begins if first.empty else {}
                whole.ends = second.ends if least > 1 and not second.empty else whole.ends | second.ends
        if possessive and len(nodes) == 1 and nodes[0][0] in {op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN}:
            beyond = self._all & ~self._bits(*nodes[0])  # it has taken all of its own
            whole.ends = {state: on & beyond for state, on in whole.ends.items()}
        whole.empty |= least == 0
        return whole

    def _bits(self, kind: Any, value: Any) -> int:
        key = repr((kind, value))
        if key not in self._known:
            has = (1 << place for place, c in enumerate(self._characters) if self._has(kind, value, c))
            self._known[key] = sum(has)
        return self._known[key]

    def _has(self, kind: Any, value: Any, character: str) -> bool:
        if kind is op.ANY:
            return bool(self._flags & re.DOTALL) or character != "\n"
        if kind is op.IN:
            negated = value[0][0] is op.NEGATE
            return negated != any(self._has(k, v, character) for k, v in value[negated:])
        if kind is op.NOT_LITERAL:
            return not self._has(op.LITERAL, value, character)
        if kind is op.CATEGORY:
            return re.match(_CATEGORIES[value], character, self._flags & re.ASCII) is not None
        forms = {character, character.lower(), character.upper()} if self._flags & re.IGNORECASE else {character}
        codes = {ord(form) for form in forms if len(form) == 1}
        return any(code == value if kind is op.LITERAL else value[0] <= code <= value[1] for code in codes)

    def _steps(self, states: tuple[int, ...], within: Sequence[Container[int]]) -> list[tuple[int, ...]]:
        """Return where readers come from these states on the same character, each within its own states."""
        ways: list[tuple[tuple[int, ...], int]] = [((), self._all)]
        for here, allowed in zip(states, within, strict=True):
            ways = [
                ((*done, there), on & self.ways[here, there])
                for done, on in ways
                for there in self._after.get(here, ())
                if there in allowed and on & self.ways[here, there]
            ]
        return [done for done, _ in ways]

    def _reached(self, begin: tuple[int, ...], within: Sequence[Container[int]]) -> set[tuple[int, ...]]:
        """Return where several readers come from these states on the same text of one character or more."""
        found: set[tuple[int, ...]] = set()
        waiting = [begin]
        while waiting:
            new = set(self._steps(waiting.pop(), within)) - found
            found |= new
            waiting += new
        return found

    def is_exponential(self) -> bool:
        """Say whether a state comes back to itself by two ways on one text."""
        return self.doubled or any(self._parts_and_meets(loop) for loop in self._own_loops())

    def _parts_and_meets(self, loop: set[int]) -> bool:
        pairs = _loops(((s, s) for s in loop), lambda pair: self._steps(pair, (loop, loop)))
        return any(any(a == b for a, b in pair) and any(a != b for a, b in pair) for pair in pairs)

    def is_polynomial(self) -> bool:
        """Say whether a loop can hand over to another one at any place of a text on which both go round.

        Only a loop that comes after another one counts: what goes to and fro between two ways is exponential.
        """
        loops = self._own_loops()
        beyond = [self._beyond(loop) for loop in loops]
        return any(
            self._hands_over(one, other, beyond[place])
            for place, one in enumerate(loops)
            for other in loops
            if one is not other and other <= beyond[place]
        )

    def _hands_over(self, one: set[int], other: set[int], beyond: set[int]) -> bool:
        """Say whether `one` hands over to `other`; of states that go round together any pair tells it for all."""
        starts = ((a, b) for a in one for b in other if self._of[a] & self._of[b])
        together = _loops(starts, lambda pair: self._steps(pair, (one, other)))
        pairs = [next(iter(pair)) for pair in together]
        return any((a, b, b) in self._reached((a, a, b), (one, beyond, other)) for a, b in pairs)

    def _own_loops(self) -> list[set[int]]:
        return _loops(range(len(self._of)), lambda state: self._after.get(state, ()))

    def _beyond(self, loop: set[int]) -> set[int]:
        """Return the states that can be reached from a loop, it itself among them."""
        found, waiting = set(loop), list(loop)
        while waiting:
            new = set(self._after.get(waiting.pop(), ())) - found
            found |= new
            waiting += new
        return found


def exponential(patterns: Mapping[str, Sequence[re.Pattern[Any]]]) -> set[str]:
    """Return the names of patterns for which a text can be made that has exponentially many readings."""
    return {name for name, those in patterns.items() if any(Automaton(p).is_exponential() for p in those)}


def polynomial(patterns: Mapping[str, Sequence[re.Pattern[Any]]]) -> set[str]:
    """Return the names of those for which the readings can grow with the length of a text."""
    return {name for name, those in patterns.items() if any(Automaton(p).is_polynomial() for p in those)}
