"""Where labels go in one row so that none is over another, over a mark, or outside."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

_GAP = 6.0
_INSIDE_PAD = 6.0
_APART = 28.0  # from what stands before words that are cut, so that they are not taken for its own
LEAST = 46.0  # a label cut shorter says nothing


class Label(Struct, frozen=True):
    """The label of the row's mark number `index`: from `x` for at most `room` pixels.

    `inside` its bar, `over` its soft part, or else beside it.
    """

    index: int
    x: float
    room: float
    inside: bool
    over: bool = False


class Slot(NamedTuple):
    """What a label is placed against, in pixels: the mark's outer edges, its solid core, the label's full width."""

    left: float
    right: float
    core_left: float
    core_right: float
    width: float


def place_labels(slots: Sequence[Slot], width: float) -> list[Label]:
    """Return the labels that have room in a row `width` pixels wide; `slots` are in order and do not overlap.

    Inside a bar that is wide enough (and in view while any of it is), else to the right, else to the left; where it is
    whole at neither, shortened on the side where more of it fits, else over the soft part where that is all there is
    in view.
    """
    out: list[Label] = []
    taken = 0.0  # up to where the row is full
    for i, slot in enumerate(slots):
        ceiling = min(slots[i + 1].left if i + 1 < len(slots) else width, width) - _GAP
        label = _inside(i, slot, width) or _right(i, slot, ceiling, taken, full=True)
        label = label or _left(i, slot, taken, width, full=True)
        label = label or _shortened(i, slot, ceiling, taken, width) or _over(i, slot, width)
        taken = max(taken, slot.right)
        if label:
            out.append(label)
            taken = max(taken, label.x + label.room)
    return out


def _inside(index: int, slot: Slot, width: float) -> Label | None:
    left, right = max(slot.core_left, 0.0) + _INSIDE_PAD, min(slot.core_right, width) - _INSIDE_PAD
    return Label(index, left, slot.width, True) if right - left >= slot.width else None


def _right(index: int, slot: Slot, ceiling: float, taken: float, *, full: bool) -> Label | None:
    x = max(slot.right, 0.0) + _GAP
    room = min(slot.width, ceiling - x)
    if slot.right < 0 or x < taken or room < (slot.width if full else min(slot.width, LEAST)):
        return None
    return Label(index, x, room, False)


def _left(index: int, slot: Slot, taken: float, width: float, *, full: bool) -> Label | None:
    ends = min(slot.left, width) - _GAP
    room = min(slot.width, ends - taken - (_APART if taken and not full else _GAP))
    if slot.left > width or room < (slot.width if full else min(slot.width, LEAST)):
        return None
    return Label(index, ends - room, room, False)


def _shortened(index: int, slot: Slot, ceiling: float, taken: float, width: float) -> Label | None:
    right, left = _right(index, slot, ceiling, taken, full=False), _left(index, slot, taken, width, full=False)
    return left if left and (right is None or left.room > right.room) else right


def _over(index: int, slot: Slot, width: float) -> Label | None:
    left, right = max(slot.left, 0.0) + _INSIDE_PAD, min(slot.right, width) - _INSIDE_PAD
    if slot.core_right > 0 and slot.core_left < width:  # not across the solid part
        sides = (left, slot.core_left - _INSIDE_PAD), (slot.core_right + _INSIDE_PAD, right)
        left, right = max(sides, key=lambda side: side[1] - side[0])
    return Label(index, left, slot.width, False, over=True) if right - left >= slot.width else None
