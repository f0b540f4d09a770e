"""Exchanging groups between the parts of a split, so that few articles of many are not all in one part.

A division by lot is even for the whole project. Of the few articles that are done so far, or that one annotator has
worked on, there may be none in a part by chance. Then groups change places, as many articles for as many, so that the
sizes of the whole stay. What is exported decides nothing about that: all choices that are usually made are looked at.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import islice
from math import gcd

from dateline.model.annotation import AnnotatorKind
from dateline.model.article import State
from dateline.model.bundle import Bundle

# How many articles of a group each choice takes, with the group's size: groups of one kind are as good as each other.
GroupKind = tuple[int, tuple[tuple[str, int], ...]]
Counts = dict[GroupKind, Counter[str]]  # groups of a kind by part
_WORKED, _DONE, _ADJUDICATED, _ONES_OWN = range(4)  # the choices, those first that matter more
_EMPTY = 1_000_000  # articles; so many too few or too many are not as bad as a part with none
_ROUNDS = 4  # through all choices; what one exchange brings may let another one help
_LOOKED_AT = 64  # kinds of groups, the smallest, that are thought of on either side


def choices_of(bundle: Bundle) -> frozenset[str]:
    """Return the names of the usual choices that take a bundle: what was worked on, what is done, and whose it is."""
    who = bundle.annotator
    if who is None or bundle.state not in {State.STARTED, State.DONE}:
        return frozenset()
    rank = _ADJUDICATED if who.kind is AnnotatorKind.ADJUDICATOR else _ONES_OWN
    names = {f"{rank} {who.id}"}
    if who.kind is not AnnotatorKind.MODEL:
        names.add(f"{_WORKED}")
    if bundle.state is State.DONE:
        names.add(f"{rank} {who.id} done")
        if who.kind is not AnnotatorKind.MODEL:
            names.add(f"{_DONE}")
    return frozenset(names)


def even_out(counts: Counts, asked: list[str], quotas_of: Callable[[int], Mapping[str, int]]) -> None:
    """Change `counts` until each choice has something in each part that is asked for, and not far from its quota.

    How far is far: by more than half of it. Of many articles chance comes near enough by
    itself, and then nothing is changed. What cannot be had stays; choices that matter more go before.
    """
    taken: dict[str, Counter[str]] = {}
    for (_, choices), by_part in counts.items():
        for choice, articles in choices:
            mine = taken.setdefault(choice, Counter())
            for part, groups in by_part.items():
                mine[part] += articles * groups
    uneven = _Uneven(taken, asked, quotas_of)
    for _ in range(_ROUNDS):
        if not sum(_mended(counts, uneven, *place) for place in uneven.places()):
            return


def _mended(counts: Counts, uneven: "_Uneven", choice: str, part: str) -> int:
    """Make exchanges till a part has what it should have of a choice, or none helps; return how many they were."""
    made = 0
    while uneven.is_uneven(choice, part) and (found := _exchange(counts, uneven, choice, part)):
        uneven.change(found)
        found.carry_out(counts)
        made += 1
    return made


class _Exchange:
    """So many groups of a kind from one part for so many of another kind from another, of as many articles."""

    def __init__(self, giver: str, given: GroupKind, taker: str, returned: GroupKind) -> None:
        common = gcd(given[0], returned[0])
        self.giver, self.given, self.many_given = giver, given, returned[0] // common
        self.taker, self.returned, self.many_returned = taker, returned, given[0] // common

    def is_possible(self, counts: Counts) -> bool:
        return (
            counts[self.given][self.giver] >= self.many_given
            and counts[self.returned][self.taker] >= self.many_returned
        )

    def gains(self) -> dict[str, int]:
        """Return how many articles of each choice the taker gets more, and the giver less."""
        gains = Counter({choice: articles * self.many_given for choice, articles in self.given[1]})
        gains.subtract({choice: articles * self.many_returned for choice, articles in self.returned[1]})
        return gains

    def carry_out(self, counts: Counts) -> None:
        counts[self.given].subtract({self.giver: self.many_given, self.taker: -self.many_given})
        counts[self.returned].subtract({self.taker: self.many_returned, self.giver: -self.many_returned})


class _Uneven:
    """How far the parts of each choice are from what they should have."""

    def __init__(
        self, taken: dict[str, Counter[str]], asked: list[str], quotas_of: Callable[[int], Mapping[str, int]]
    ) -> None:
        self._taken, self.asked = taken, asked
        self._range: dict[tuple[str, str], tuple[int, int]] = {}
        for choice, by_part in taken.items():
            for part, quota in quotas_of(by_part.total()).items():
                slack = quota // 2 if quota else 1
                self._range[choice, part] = max(min(1, quota), quota - slack), quota + slack

    def _missed(self, choice: str, part: str, more: int = 0) -> int:
        """Return by how many articles a part is outside of its range, once it has so many more; none is far worse."""
        low, high = self._range[choice, part]
        count = self._taken[choice][part] + more
        return _EMPTY if low and not count else max(low - count, count - high, 0)

    def places(self) -> list[tuple[str, str]]:
        """Return the choices and parts, those first that matter more."""
        return [(choice, part) for choice in sorted(self._taken) for part in self.asked]

    def is_uneven(self, choice: str, part: str) -> bool:
        """Say whether a part has too little or too much of a choice."""
        return self._missed(choice, part) > 0

    def is_short(self, choice: str, part: str) -> bool:
        """Say whether a part has too little of a choice; else it has too much."""
        return self._taken[choice][part] < self._range[choice, part][0]

    def worth(self, exchange: _Exchange) -> tuple[int, ...]:
        """Return by how much the choices of each rank are nearer afterwards, those first that matter more."""
        nearer = [0, 0, 0, 0]
        for choice, gain in exchange.gains().items():
            for part, more in ((exchange.taker, gain), (exchange.giver, -gain)):
                nearer[int(choice[0])] += self._missed(choice, part) - self._missed(choice, part, more)
        return tuple(nearer)

    def change(self, exchange: _Exchange) -> None:
        """Count what an exchange brings."""
        for choice, gain in exchange.gains().items():
            self._taken[choice].update({exchange.taker: gain, exchange.giver: -gain})


def _exchange(counts: Counts, uneven: _Uneven, choice: str, part: str) -> _Exchange | None:
    """Return the exchange that brings a part nearest to what it should have of a choice, None if none makes it better.

    Where several are as good it is the one of the fewest groups.
    """
    short = uneven.is_short(choice, part)
    best: _Exchange | None = None
    most: tuple[tuple[int, ...], int] = (0,) * 4, 0
    kinds = sorted(counts)
    share = {kind: dict(kind[1]).get(choice, 0) / kind[0] for kind in kinds}
    for mine in islice((kind for kind in kinds if counts[kind][part]), _LOOKED_AT):
        wanted = (k for k in kinds if (share[k] > share[mine] if short else share[k] < share[mine]))
        for theirs in islice(wanted, _LOOKED_AT):
            for other in (name for name in uneven.asked if name != part):
                exchange = _Exchange(other, theirs, part, mine)
                if exchange.is_possible(counts):
                    worth = uneven.worth(exchange), -(exchange.many_given + exchange.many_returned)
                    if worth > most:
                        best, most = exchange, worth
    return best
