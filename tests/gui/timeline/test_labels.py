"""Labels: none over another, over a mark or outside."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from dateline.gui.timeline.labels import Slot, place_labels

_WIDTH = 800.0


@st.composite
def rows(draw: st.DrawFn) -> list[Slot]:
    slots, x = [], draw(st.floats(-300, 100))
    for _ in range(draw(st.integers(0, 25))):
        left = x + draw(st.floats(0, 120))
        soft, core, rest = draw(st.floats(0, 40)), draw(st.floats(8, 300)), draw(st.floats(0, 40))
        core_left = left + soft
        right = core_left + core + rest
        slots.append(Slot(left, right, core_left, core_left + core, draw(st.floats(10, 220))))
        x = right
    return slots


@given(rows())
def test_labels_never_overlap_and_stay_inside(slots: list[Slot]) -> None:
    labels = place_labels(slots, _WIDTH)
    boxes = sorted((label.x, label.x + label.room) for label in labels)
    assert all(a[1] <= b[0] + 1e-6 for a, b in itertools.pairwise(boxes))
    assert all(left >= -1e-6 and right <= _WIDTH + 1e-6 for left, right in boxes)
    for label in labels:
        for i, slot in enumerate(slots):
            apart = label.x + label.room <= slot.left + 1e-6 or label.x >= slot.right - 1e-6
            assert apart or ((label.inside or label.over) and i == label.index)
        own = slots[label.index]
        if label.inside:
            assert own.core_left <= label.x
            assert label.x + label.room <= own.core_right


def test_a_wide_bar_has_its_label_inside_and_keeps_it_in_view() -> None:
    [label] = place_labels([Slot(-500, 400, -500, 400, 100)], _WIDTH)
    assert label.inside
    assert 0 <= label.x < 20


def test_at_the_right_edge_a_label_goes_to_the_left() -> None:
    [label] = place_labels([Slot(780, 795, 780, 795, 120)], _WIDTH)
    assert label.x + label.room <= 780


def test_a_label_is_shortened_only_while_it_still_says_something() -> None:
    near = [Slot(0, 15, 0, 15, 120), Slot(100, 115, 100, 115, 20)]
    close = [Slot(0, 15, 0, 15, 120), Slot(40, 55, 40, 55, 20)]
    assert 46 <= place_labels(near, _WIDTH)[0].room < 120
    assert [label.index for label in place_labels(close, _WIDTH)] == [1]


def test_a_label_is_shortened_on_the_side_where_more_of_it_fits() -> None:
    between = [Slot(130, 145, 130, 145, 200), Slot(160, 175, 160, 175, 20)]  # no room at its right
    [label, _] = place_labels(between, _WIDTH)
    assert label.index == 0
    assert (label.x, label.x + label.room) == (6, 124)
    before = [Slot(10, 25, 10, 25, 10), *between]
    assert place_labels(before, _WIDTH)[1].x == 41 + 28
    roomy = [Slot(100, 115, 100, 115, 200), Slot(300, 315, 300, 315, 20)]
    assert place_labels(roomy, _WIDTH)[0].x == 121
    assert [found.index for found in place_labels([Slot(40, 55, 40, 55, 90), between[1]], 60)] == []


def test_where_only_the_soft_part_is_in_view_the_label_lies_on_it() -> None:
    [label] = place_labels([Slot(-400, 1200, -300, -200, 100)], _WIDTH)
    assert label.over
    assert label.x >= 0
