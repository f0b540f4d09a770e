"""Work in parts, or that begins again, is one progress that runs once and never back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.progress import Part, Rounds, parts_of
from dateline.model.wording import Wording


class Seen:
    """Remembers the shares that were reported, and of what."""

    def __init__(self):
        self.shares, self.words = [], []

    def step(self, done, total, what):
        self.shares.append(done / total if total else None)
        self.words.append(str(what))


def test_parts_are_as_large_as_their_sizes():
    seen = Seen()
    for part in parts_of(seen, [1, 0, 3]):
        for done in range(3):
            part.step(done, 2, "x")
    assert seen.shares == [0, 0.125, 0.25, 0.25, 0.25, 0.25, 0.25, 0.625, 1]


def test_what_is_at_hand_is_told_in_words_and_the_last_one_stays():
    seen = Seen()
    part = Part(seen, 0.2, 0.6, "Reading {name}")
    for what in ("a.txt", "", Wording("Counting")):
        part.step(1, 2, what)
    assert seen.words == ["Reading a.txt", "Reading a.txt", "Counting"]


def test_a_part_never_goes_back_and_never_beyond_its_end():
    seen = Seen()
    part = Part(seen, 0.2, 0.6)
    for done, total in ((1, 2), (1, 4), (9, 2), (0, 0)):
        part.step(done, total, "")
    assert seen.shares == pytest.approx([0.4, 0.4, 0.6, 0.6])


def test_parts_of_parts():
    seen = Seen()
    inner = Part(Part(seen, 0.5, 1), 0.5, 1)
    inner.step(0, 1, "")
    inner.step(7, None, "")
    inner.step(1, 1, "")
    assert seen.shares == [0.75, None, 1]


def test_nothing_at_all_is_no_part():
    assert parts_of(Seen(), []) == []
    seen = Seen()
    parts_of(seen, [0])[0].step(1, 1, "")
    assert seen.shares == [0]


def test_a_round_that_is_broken_off_leaves_the_rest_to_the_next():
    seen = Seen()
    rounds = Rounds(seen)
    rounds.step(1, 5, "")
    rounds.begin()
    for done in range(3):
        rounds.step(done, 2, "")
    assert seen.shares == pytest.approx([0.2, 0.2, 0.6, 1])


def test_once_another_round_is_known_of_this_one_has_half_of_what_is_left():
    seen = Seen()
    rounds = Rounds(seen)
    rounds.step(1, 5, "")
    rounds.expect_another()
    rounds.expect_another()
    rounds.step(5, 5, "")
    rounds.begin()
    rounds.step(1, 2, "")
    rounds.step(2, 2, "")
    assert seen.shares == pytest.approx([0.2, 0.6, 0.8, 1])


@given(st.lists(st.one_of(st.just("expect"), st.just("begin"), st.integers(0, 12))))
def test_rounds_never_go_back(acts):
    seen = Seen()
    rounds = Rounds(seen)
    for act in acts:
        if act == "expect":
            rounds.expect_another()
        elif act == "begin":
            rounds.begin()
        else:
            rounds.step(act, 10, "")
    assert seen.shares == sorted(seen.shares)
    assert all(share <= 1 for share in seen.shares)
