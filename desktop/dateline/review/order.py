"""Checks of what comes before what: circles, and links that the dates speak against."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.model.annotation import Relation
from dateline.model.label import label
from dateline.model.report import Report
from dateline.model.temporal import Order, contradicts, order_of
from dateline.review.problems import Mend, MendKind, Problem, ProblemKind, fine

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


def check_order(reports: Mapping[str, Report], relations: Iterable[Relation]) -> Iterator[Problem]:
    """Yield circles of before and after, over articles where happenings join them, and links against the dates."""
    links = [(a, b, r) for a, b, r in before_links(relations) if a in reports and b in reports]
    for a, b, relation in links:
        yield from _against_dates(reports[a], reports[b], relation)
    nodes: dict[str, list[tuple[str, Relation]]] = {}
    for a, b, relation in links:
        nodes.setdefault(_node(reports[a]), []).append((_node(reports[b]), relation))
    for circle in _circles(nodes):
        yield _circle(circle, reports)


def _node(report: Report) -> str:
    return report.occurrence.event.happening_id or report.id


def _against_dates(one: Report, other: Report, relation: Relation) -> Iterator[Problem]:
    a, b = one.when, other.when
    if a is None or b is None or not contradicts(Order.BEFORE, a, b):
        return
    words = (one.occurrence.words, other.occurrence.words)
    yield Problem(
        ProblemKind.ORDER,
        {"event": words[0], "date": label(a), "other_event": words[1], "other_date": label(b)},
        (one.id, other.id),
        (one.occurrence.event.article_id,),
        (_delete(relation, words), fine(ProblemKind.ORDER, one.id)),
    )


def _delete(relation: Relation, words: tuple[str, str]) -> Mend:
    return Mend(MendKind.UNRELATE, (relation.id,), {"one": words[0], "other": words[1]})


def _circle(circle: Sequence[Relation], reports: Mapping[str, Report]) -> Problem:
    links = [(a, b, r) for r in circle for a, b, _ in before_links([r])]
    events = [reports[a] for a, _, _ in links]
    names = [f"“{r.occurrence.words}”" for r in events]
    mends = [_delete(r, (reports[a].occurrence.words, reports[b].occurrence.words)) for a, b, r in links[:_SHOWN]]
    return Problem(
        ProblemKind.CIRCLE,
        {"events": " → ".join((*names, names[0]))},
        tuple(r.id for r in events),
        tuple(dict.fromkeys(r.occurrence.event.article_id for r in events)),
        (*mends, fine(ProblemKind.CIRCLE, events[0].id)),
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
