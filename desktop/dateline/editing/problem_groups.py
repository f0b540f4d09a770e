"""Many problems as few lines: those that say the same are one, and no line speaks for problems of another sort."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from dateline.exchange.problems import EACH_SHOWN, MOST_IN_FULL, Problem, ProblemKind, unlisted, weight

_PLACES = 20  # of one message that are kept
_MESSAGES = 10  # of one kind that are told apart: what is said of each record in its own words is no list of faults


class ProblemCount(Struct, frozen=True):
    """Problems of one kind that say the same, how many, and the first of them; of the kinds in EACH_SHOWN all."""

    kind: str
    count: int
    examples: tuple[Problem, ...] = ()


def grouped(problems: Sequence[Problem]) -> tuple[ProblemCount, ...]:
    """Return problems by their weight, and of one weight by kind, the most frequent first.

    Those of a kind and weight come by what they say, in their order; the rest of a kind stands behind them.
    """
    kinds: Counter[str] = Counter()
    by_message: dict[str, dict[tuple[str, str, bool], list[Problem]]] = {}
    for problem in problems:
        kinds[problem.kind.value] += problem.count
        alike = by_message.setdefault(problem.kind.value, {})
        # In the same wording it is the same of many places, which are named. What has no place is told in full, and so
        # is what names columns and sheets, which may be others in each table.
        alike_in_wording = problem.wording and problem.where and problem.kind is not ProblemKind.TABLE
        said = problem.wording.text if problem.wording and alike_in_wording else problem.what
        alike.setdefault((said, str(problem.what_to_do), problem.count > 1), []).append(problem)
    return in_order(group for kind, count in kinds.most_common() for group in _of_kind(kind, count, by_message[kind]))


def in_order(groups: Iterable[ProblemCount]) -> tuple[ProblemCount, ...]:
    """Return groups by their weight."""
    return tuple(sorted(groups, key=weight_of))


def weight_of(group: ProblemCount) -> int:
    """Return the weight of the heaviest that a group shows."""
    return _heaviest(group.examples)


def _heaviest(problems: Iterable[Problem]) -> int:
    return min(map(weight, problems))


def _of_kind(kind: str, count: int, by_message: dict[tuple[str, str, bool], list[Problem]]) -> tuple[ProblemCount, ...]:
    messages = sorted(by_message.values(), key=_heaviest)  # what is not shown is the lightest
    if kind in EACH_SHOWN:
        all_of_it = [p for group in messages for p in group]
        return (ProblemCount(kind, count, tuple(sorted(all_of_it, key=weight)[:MOST_IN_FULL])),)
    shown = messages if len(messages) <= _MESSAGES + 1 else messages[:_MESSAGES]
    groups = [ProblemCount(kind, sum(p.count for p in group), tuple(group[:_PLACES])) for group in shown]
    if rest := count - sum(group.count for group in groups):
        first = messages[len(shown)]
        more = unlisted(first[0].kind, rest, notice=first[0].notice, weighs=_heaviest(first))
        groups.append(ProblemCount(kind, rest, (more,)))
    return tuple(groups)
