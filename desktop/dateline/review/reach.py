"""Which of very many pairs of nodes are joined by a way, found in few passes over the graph, circles or not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

_AT_ONCE = 4_096  # ends sought in one pass, a bit for each


def joined(nodes: Mapping[str, Sequence[str]], pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return those of some pairs (begin, end) for which a way leads from the one to the other.

    A pass goes once over every edge behind the begins, however many pairs there are; each passes on, as bits, which
    of the ends lie behind it. A node is joined with itself.
    """
    out: set[tuple[str, str]] = set()
    wanted = iter(dict.fromkeys(pairs))
    while some := list(islice(wanted, _AT_ONCE)):
        ends = {end: 1 << i for i, end in enumerate(dict.fromkeys(end for _, end in some))}
        behind = _Pass(nodes, ends)
        out.update((begin, end) for begin, end in some if behind.of(begin) & ends[end])
    return out


class _Pass:
    """Tarjan's search: what lies on a circle is done together, after all that is behind it.

    It does without recursion, as chains may be long.
    """

    def __init__(self, nodes: Mapping[str, Sequence[str]], ends: Mapping[str, int]) -> None:
        self._nodes, self._ends = nodes, ends
        self._done: dict[str, int] = {}  # the bits of the ends behind a node, itself included
        self._number: dict[str, int] = {}
        self._low: dict[str, int] = {}
        self._bits: dict[str, int] = {}  # what was gathered so far
        self._open: list[str] = []  # nodes that are begun and not yet done

    def of(self, begin: str) -> int:
        """Return the bits of the ends behind a node."""
        path = [self._begin(begin)] if begin not in self._done else []
        while path:
            node, onward = path[-1]
            target = next(onward, None)
            if target is None:
                path.pop()
                if self._low[node] == self._number[node]:
                    self._close(node)
                if path:
                    self._gather(path[-1][0], node, self._low[node])
            elif target in self._number:
                self._gather(node, target, self._number[target])
            else:
                path.append(self._begin(target))
        return self._done[begin]

    def _begin(self, node: str) -> tuple[str, Iterator[str]]:
        self._number[node] = self._low[node] = len(self._number)
        self._bits[node] = self._ends.get(node, 0)
        self._open.append(node)
        return node, iter(self._nodes.get(node, ()))

    def _gather(self, node: str, target: str, reached: int) -> None:
        """What is behind a target is behind the node; one that is not done yet lies on a circle with it."""
        if target in self._done:
            self._bits[node] |= self._done[target]
        else:
            self._low[node] = min(self._low[node], reached)
            self._bits[node] |= self._bits[target]

    def _close(self, node: str) -> None:
        """All on a circle have the same behind them, which the first of them has gathered."""
        member = ""
        while member != node:
            member = self._open.pop()
            self._done[member] = self._bits[node]
