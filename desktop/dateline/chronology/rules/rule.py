"""What a rule is: a pattern that a whole expression must match, and what builds its reading."""

import re
from collections.abc import Callable, Iterator, Sequence

from dateline.chronology.context import Context
from dateline.chronology.reading import Reading

Build = Callable[[re.Match[str], Context], Reading | None]
Rules = tuple[tuple[str, Build], ...]
Family = tuple[str, Rules]  # what an expression must hold for any of the rules to read it ("": nothing), and they


def rule(build: Build, *pattern: str) -> tuple[str, Build]:
    """Return a rule whose pattern is given in pieces."""
    return "".join(pattern), build


class RuleTable:
    """Rules in the order they are tried, a family of them asked with one pattern.

    A family's pattern tells which of its rules is the first that can match, so that the others are not run at all;
    a rule's own pattern is compiled when that first happens.
    """

    def __init__(self, families: Sequence[Family]) -> None:
        self._families = [rules for _, rules in families]
        self._first = [_first(needs, rules) for needs, rules in families]
        self._compiled: dict[str, re.Pattern[str]] = {}

    def matches(self, expression: str) -> Iterator[tuple[re.Match[str], Build]]:
        """Yield the matches of the rules that an expression fits, in order."""
        for first, family in zip(self._first, self._families, strict=True):
            candidate = first.fullmatch(expression)
            if candidate is None or candidate.lastindex is None:
                continue
            for pattern, build in family[candidate.lastindex - 1 :]:
                if match := self._own(pattern).fullmatch(expression):
                    yield match, build

    def _own(self, pattern: str) -> re.Pattern[str]:
        if pattern not in self._compiled:
            self._compiled[pattern] = re.compile(pattern)
        return self._compiled[pattern]


def _first(needs: str, rules: Rules) -> re.Pattern[str]:
    ahead = f"(?=.*(?:{needs}))" if needs else ""
    return re.compile(ahead + "(?:" + "|".join(f"({_bare(pattern)})" for pattern, _ in rules) + ")")


def _bare(pattern: str) -> str:
    """Return a pattern without names of groups; a reference back to one allows any sign of a date in figures."""
    return re.sub(r"\(\?P=\w+\)", "[/.-]", re.sub(r"\(\?P<\w+>", "(?:", pattern))
