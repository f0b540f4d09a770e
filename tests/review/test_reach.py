"""Ways between very many pairs: as a search for each would find them, at the cost of a few."""

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.annotation import Relation
from dateline.model.report import Report
from dateline.review import order, reach
from dateline.review.order import check_order
from dateline.review.problems import ProblemKind
from dateline.review.reach import joined
from tests.review.reports import report
from tests.review.test_problems import _by_id, _link

few = st.integers(0, 9).map(str)
graphs = st.dictionaries(few, st.lists(few, max_size=4), max_size=10)


def reached(nodes: Mapping[str, list[str]], begin: str) -> set[str]:
    """Everything a search from one node comes to, itself included."""
    seen, waiting = {begin}, [begin]
    while waiting:
        for target in nodes.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return seen


@pytest.mark.parametrize("at_once", [1, 3, 4_096])
@given(nodes=graphs, pairs=st.lists(st.tuples(few, few), max_size=20))
def test_pairs_are_joined_as_a_search_for_each_finds(
    at_once: int, nodes: dict[str, list[str]], pairs: list[tuple[str, str]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reach, "_AT_ONCE", at_once)
        assert joined(nodes, pairs) == {(a, b) for a, b in pairs if b in reached(nodes, a)}


class Counted(dict[str, list[str]]):
    """A graph that counts the edges that are gone over."""

    steps = 0

    def get(self, node: str, default: object = None) -> Iterator[str]:  # type: ignore[override]
        for target in super().get(node) or ():
            Counted.steps += 1
            yield target


@pytest.mark.parametrize("long", [3_000])
def test_a_thousand_pairs_cost_no_more_than_one(long: int) -> None:
    graph = Counted({str(i): [str(i + 1), str(max(i - 3, 0))] for i in range(long)})
    pairs = [(str(i), f"apart {i}") for i in range(1_000)] + [(str(i), str(long - i)) for i in range(1_000)]
    Counted.steps = 0
    assert joined(graph, pairs) == set(pairs[1_000:])
    assert 0 < Counted.steps <= 2 * long


links = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from(["BEFORE", "AFTER", "SIMULTANEOUS", "INCLUDES"])),
    max_size=14,
)


@given(links)
def test_what_is_torn_is_what_a_search_for_each_link_finds(made: list[tuple[int, int, str]]) -> None:
    told = _by_id(*(report(name, happening="h" if name in "ef" else "") for name in "abcdef"))
    names = "abcdef"
    relations = [_link(i, names[a], names[b], label) for i, (a, b, label) in enumerate(made) if a != b]
    got = [p for p in check_order(told, relations) if p.kind is ProblemKind.TORN]
    assert [p.mends[0].on for p in got] == [(r.id,) for r in relations if _is_torn(r, relations, told)]


def _is_torn(relation: Relation, relations: list[Relation], told: dict[str, Report]) -> bool:
    if relation.label not in {"SIMULTANEOUS", "INCLUDES"}:
        return False
    nodes: dict[str, list[tuple[str, Relation]]] = {}
    for a, b, link in order.before_links(relations):
        nodes.setdefault(order._node(told[a]), []).append((order._node(told[b]), link))
    one, other = order._node(told[relation.source_id]), order._node(told[relation.target_id])
    return one != other and bool(order._path(nodes, one, other) or order._path(nodes, other, one))


def test_many_links_at_one_time_are_checked_without_a_search_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    told = _by_id(*(report(f"e{i}") for i in range(400)))
    relations = [_link(i, f"e{i}", f"e{i + 1}") for i in range(199)]
    relations += [_link(1_000 + i, f"e{i}", f"e{200 + i}", "SIMULTANEOUS") for i in range(200)]
    searched: list[object] = []
    monkeypatch.setattr(order, "_path", lambda *args: searched.append(args) or [])
    assert list(check_order(told, relations)) == []
    assert searched == []
