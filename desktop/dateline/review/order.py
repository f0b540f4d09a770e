"""Checks of what comes before what, or is at one time: circles, and links that dates or other links speak against."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dateline.model.annotation import Relation
from dateline.model.label import label
from dateline.model.report import Report
from dateline.model.temporal import Order, contradicts, order_of
from dateline.review.problems import SHOWN, Mend, MendKind, Problem, ProblemKind, found
from dateline.review.reach import joined

_SHOWN = 6  # links of a circle that can be deleted at once


def before_links(relations: Iterable[Relation]) -> list[tuple[str, str, Relation]]:
    """Return the links that say that one event comes before another, as (earlier, later, link)."""
    out = []
    for relation in relations:
        order = order_of(relation.label)
        if order is Order.BEFORE:
            out.append((relation.source_id, relation.target_id, relation))
        elif order is Order.AFTER:
            out.append((relation.target_id, relation.source_id, relation))
    return out


def check_order(
    reports: Mapping[str, Report], relations: Iterable[Relation], shown: Callable[[str], str] = str
) -> Iterator[Problem]:
    """Yield circles of before and after, over articles where happenings join them, and links against the dates.

    `shown` says what a label is called on the screen.
    """
    relations = [r for r in relations if r.source_id in reports and r.target_id in reports]
    links = before_links(relations)
    together = [r for r in relations if order_of(r.label) is Order.TOGETHER]
    for a, b, relation in links:
        yield from _against_dates(reports[a], reports[b], relation)
    for relation in together:
        yield from _dated_apart(reports[relation.source_id], reports[relation.target_id], relation, shown)
    nodes: dict[str, list[tuple[str, Relation]]] = {}
    for a, b, relation in links:
        nodes.setdefault(_node(reports[a]), []).append((_node(reports[b]), relation))
    for circle in _circles(nodes):
        yield _circle(circle, reports)
    ways = _ways(together, nodes, reports)
    for relation in together:
        yield from _torn(relation, nodes, reports, ways, shown)


def _node(report: Report) -> str:
    return report.occurrence.event.happening_id or report.id


def _against_dates(one: Report, other: Report, relation: Relation) -> Iterator[Problem]:
    a, b = one.when, other.when
    if a is None or b is None or not contradicts(Order.BEFORE, a, b):
        return
    words = (one.occurrence.words, other.occurrence.words)
    yield found(
        ProblemKind.ORDER,
        {"event": words[0], "date": label(a), "other_event": words[1], "other_date": label(b)},
        (one.id, other.id),
        (one.occurrence.event.article_id,),
        _delete(relation, words),
    )


def _dated_apart(one: Report, other: Report, relation: Relation, shown: Callable[[str], str]) -> Iterator[Problem]:
    """Two that are linked as simultaneous, or the one within the other, and whose dates do not meet."""
    a, b = one.when, other.when
    if a is None or b is None or not contradicts(Order.TOGETHER, a, b):
        return
    words = (one.occurrence.words, other.occurrence.words)
    details = {"event": words[0], "date": label(a), "other_event": words[1], "other_date": label(b)}
    yield found(
        ProblemKind.APART,
        details | {"label": relation.label, SHOWN: shown(relation.label)},
        (one.id, other.id),
        (one.occurrence.event.article_id,),
        _delete(relation, words),
    )


Ways = set[tuple[str, str]]  # pairs of nodes of which the one comes before the other, over any number of links


def _ways(
    together: Sequence[Relation], nodes: Mapping[str, Sequence[tuple[str, Relation]]], reports: Mapping[str, Report]
) -> Ways:
    """Return the ways between what is linked as at one time, all in one: a search for each would take far too long."""
    ends = [(_node(reports[r.source_id]), _node(reports[r.target_id])) for r in together]
    pairs = [pair for one, other in ends if one != other for pair in ((one, other), (other, one))]
    return joined({node: [target for target, _ in links] for node, links in nodes.items()}, pairs)


def _torn(
    relation: Relation,
    nodes: Mapping[str, Sequence[tuple[str, Relation]]],
    reports: Mapping[str, Report],
    ways: Ways,
    shown: Callable[[str], str],
) -> Iterator[Problem]:
    """Two that are linked as at one time, and of which other links say that the one comes before the other."""
    one, other = reports[relation.source_id], reports[relation.target_id]
    ends = (_node(one), _node(other)), (_node(other), _node(one))
    found_way = next((pair for pair in ends if pair in ways), None)
    if found_way is None:
        return
    path = _path(nodes, *found_way)
    steps = [(a, b, r) for r in path for a, b, _ in before_links([r])]
    chain = [steps[0][0], *(b for _, b, _ in steps)]
    words = (one.occurrence.words, other.occurrence.words)
    yield found(
        ProblemKind.TORN,
        {
            "event": words[0],
            "other_event": words[1],
            "label": relation.label,
            SHOWN: shown(relation.label),
            "events": " → ".join(f"“{reports[i].occurrence.words}”" for i in chain),
        },
        tuple(dict.fromkeys((one.id, other.id, *chain))),
        tuple(dict.fromkeys(reports[i].occurrence.event.article_id for i in (one.id, other.id, *chain))),
        _delete(relation, words),
        *(_delete(r, (reports[a].occurrence.words, reports[b].occurrence.words)) for a, b, r in steps[:_SHOWN]),
    )


def _path(nodes: Mapping[str, Sequence[tuple[str, Relation]]], begin: str, end: str) -> list[Relation]:
    """Return the links of a shortest way from one node to another, none where there is no way."""
    came: dict[str, tuple[str, Relation]] = {}
    waiting = deque([begin])
    while waiting:
        node = waiting.popleft()
        for target, relation in nodes.get(node, ()):
            if target not in came and target != begin:
                came[target] = node, relation
                waiting.append(target)
        if end in came:
            break
    path: list[Relation] = []
    while end in came:
        end, relation = came[end]
        path.append(relation)
    return path[::-1]


def _delete(relation: Relation, words: tuple[str, str]) -> Mend:
    return Mend(MendKind.UNRELATE, (relation.id,), {"one": words[0], "other": words[1]})


def _circle(circle: Sequence[Relation], reports: Mapping[str, Report]) -> Problem:
    links = [(a, b, r) for r in circle for a, b, _ in before_links([r])]
    events = [reports[a] for a, _, _ in links]
    names = [f"“{r.occurrence.words}”" for r in events]
    mends = [_delete(r, (reports[a].occurrence.words, reports[b].occurrence.words)) for a, b, r in links[:_SHOWN]]
    return found(
        ProblemKind.CIRCLE,
        {"events": " → ".join((*names, names[0]))},
        tuple(r.id for r in events),
        tuple(dict.fromkeys(r.occurrence.event.article_id for r in events)),
        *mends,
    )


def _circles(nodes: Mapping[str, Sequence[tuple[str, Relation]]]) -> Iterator[list[Relation]]:
    """Yield one circle for each place where the search meets its own path; no recursion, chains may be long."""
    done: set[str] = set()
    for root in nodes:
        if root in done:
            continue
        path: list[tuple[str, Relation | None]] = [(root, None)]
        branches = [iter(nodes.get(root, ()))]
        on_path = {root: 0}
        while branches:
            step = next(branches[-1], None)
            if step is None:
                branches.pop()
                node, _ = path.pop()
                done.add(node)
                on_path.pop(node, None)
                continue
            target, relation = step
            if target in on_path:
                yield [r for _, r in path[on_path[target] + 1 :] if r] + [relation]
            elif target not in done:
                on_path[target] = len(path)
                path.append((target, relation))
                branches.append(iter(nodes.get(target, ())))
