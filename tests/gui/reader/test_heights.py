"""Heights of blocks against the plain sums they stand for."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from dateline.gui.reader.blocks import Blocks
from dateline.gui.reader.heights import Heights

_LENGTHS = st.lists(st.integers(0, 400), min_size=1, max_size=400)
_SET = st.lists(st.tuples(st.integers(0, 399), st.integers(0, 900)), max_size=40)


@given(_LENGTHS, _SET, st.integers(-50, 60_000))
def test_tops_sums_and_look_up_are_those_of_the_single_heights(
    lengths: list[int], told: list[tuple[int, int]], y: int
) -> None:
    starts = list(accumulate(lengths, initial=0))
    heights = Heights(starts, 0.5, 17.25)
    for number, height in told:
        block = number % len(lengths)
        before = heights[block]
        assert heights.set(block, height) == height - before
        assert heights[block] == height
    single = [heights[i] for i in range(len(heights))]
    tops = list(accumulate(single, initial=0))
    assert [heights.top(i) for i in range(len(heights))] == tops[:-1]
    assert heights.total == tops[-1]
    found = heights.at(y)
    if y < 0:
        assert found == 0
    elif y >= heights.total:
        assert found == max((i for i in range(len(single)) if single[i]), default=found) or tops[found] <= y
    else:
        assert tops[found] <= y < tops[found + 1]


@given(_LENGTHS)
def test_a_guess_never_goes_back(lengths: list[int]) -> None:
    heights = Heights(list(accumulate(lengths, initial=0)), 0.55, 10.0)
    assert all(heights[i] > 0 for i in range(len(heights)))


def test_lengths_count_the_blocks_of_each_length() -> None:
    assert Blocks("one\ntwo\n\nthree").lengths == {4: 2, 1: 1, 5: 1}
