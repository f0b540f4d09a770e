"""Proves of a regular expression that matching it takes no more than linear time: no text can be read in many ways.

A backtracking matcher tries every way to read a text before it says no. A pattern is made an automaton whose states are
its characters. Where one state can come back to itself by two ways on the same text, the ways double with each time
round: exponential. Where a loop can hand over to another at any place of the same text, they grow with its length:
quadratic, or worse.
"""

import re
from collections.abc import Iterator
from re import _constants as op
from re import _parser as parser
from typing import Any

_CHARACTERS = [*map(chr, range(256)), *"şİ٣\u2028中😀\ud800"]
_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S", op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip
Edge = tuple[int, int]


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
        size = len(_CHARACTERS) if isinstance(pattern.pattern, str) else 256
        self._flags, self._characters = pattern.flags, _CHARACTERS[:size]
        self._all = (1 << size) - 1
        self._of: list[int] = []
        self.ways: dict[Edge, int] = {}
        self.doubled = False
        flags = pattern.flags if isinstance(pattern.pattern, str) else pattern.flags & ~re.UNICODE
        self._sequence(parser.parse(text, flags & ~re.LOCALE))
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
            return self._sequence([(op.MAX_REPEAT, (0, op.MAXREPEAT, [(op.ANY, None)]))])
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
        return sum(1 << place for place, c in enumerate(self._characters) if self._has(kind, value, c))

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

    def _reached(self, *begin: int) -> set[tuple[int, ...]]:
        """Return where several readers come from these states on the same text of one character or more."""
        found: set[tuple[int, ...]] = set()
        waiting = [begin]
        while waiting:
            for there in self._steps(waiting.pop()):
                if there not in found:
                    found.add(there)
                    waiting.append(there)
        return found

    def _steps(self, states: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        ways: list[tuple[tuple[int, ...], int]] = [((), self._all)]
        for here in states:
            ways = [
                ((*done, there), on & self.ways[here, there])
                for done, on in ways
                for there in self._after.get(here, ())
                if on & self.ways[here, there]
            ]
        return (done for done, _ in ways)

    def is_exponential(self) -> bool:
        """Say whether a state comes back to itself by two ways on one text."""
        return self.doubled or any(
            (state, state) in self._reached(*parted)
            for state in range(len(self._of))
            for parted in self._steps((state, state))
            if parted[0] < parted[1]
        )

    def is_polynomial(self) -> bool:
        """Say whether a loop can hand over to another one at any place of a text on which both go round."""
        loops = [state for state in range(len(self._of)) if (state,) in self._reached(state)]
        return any(
            (one, other, other) in self._reached(one, one, other)
            for one in loops
            for other in loops
            if one != other and self._of[one] & self._of[other]
        )
