"""Packing: nothing in a row overlaps, and there are no more rows than there must be."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.gui.timeline.lanes import _DEEP, _depth, done, pack, pack_few, pack_many

_INTERVALS = st.lists(
    st.tuples(st.integers(0, 400), st.integers(1, 60)).map(lambda p: (float(p[0]), float(p[0] + p[1]))), max_size=120
)


def depth(intervals: list[tuple[float, float]]) -> int:
    events = sorted([(b, 1) for b, _ in intervals] + [(e, -1) for _, e in intervals])
    now = most = 0
    for _, change in events:
        now += change
        most = max(most, now)
    return most


@given(_INTERVALS)
def test_rows_never_overlap_and_are_as_few_as_can_be(intervals: list[tuple[float, float]]) -> None:
    begin, end = np.array([b for b, _ in intervals]), np.array([e for _, e in intervals])
    rows = pack(begin, end)
    assert len(rows) == len(intervals)
    for row in set(rows.tolist()):
        own = sorted((intervals[i] for i in np.flatnonzero(rows == row)), key=lambda p: p[0])
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(own))
    assert len(set(rows.tolist())) == depth(intervals)


@given(_INTERVALS, st.integers(0, 5))
def test_what_finds_no_row_shares_the_last(intervals: list[tuple[float, float]], most: int) -> None:
    begin, end = np.array([b for b, _ in intervals]), np.array([e for _, e in intervals])
    rows = pack(begin, end, most)
    assert rows.max(initial=0) <= most
    full = pack(begin, end)
    assert np.array_equal(rows[rows < most], full[rows < most])
    assert np.all(full[rows == most] >= most)


@given(_INTERVALS, st.sampled_from([0, 1, 3, 1000]))
def test_one_at_a_time_and_row_by_row_come_to_the_same(intervals: list[tuple[float, float]], most: int) -> None:
    begin, end = np.array([b for b, _ in intervals]), np.array([e for _, e in intervals])
    assert np.array_equal(done(pack_few(begin, end, most)), done(pack_many(begin, end, most)))


def test_many_in_one_row_take_the_links_computed_at_once() -> None:
    begin = np.arange(10_000, dtype=float)
    rows = pack(begin, begin + 1.5)
    assert set(rows.tolist()) == {0, 1}
    assert rows[:4].tolist() == [0, 1, 0, 1]


def test_none() -> None:
    assert pack(np.empty(0), np.empty(0)).tolist() == []


@pytest.mark.parametrize("most", [1, 7, 64, 1_000_000])
def test_what_lies_deep_is_packed_as_row_by_row(most: int) -> None:
    rng = np.random.default_rng(5)
    begin = rng.uniform(0, 1_000, 21_000)
    end = begin + rng.exponential(3, len(begin))
    assert _depth(begin, end) > _DEEP
    assert (pack(begin, end, most) == done(pack_many(begin, end, most))).all()
