"""Where the captions of the arcs above a line stand, so that no arc runs through one and it is clear whose it is.

Free of Qt.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence

from msgspec import Struct

_SHOWN = 7  # pixels of an arc to be seen on either side of its caption, but where it only runs on elsewhere
_CLEAR = 4  # and between an arc and a caption beside it: half an arrow's head


class Bow(Struct, frozen=True):
    """An arc whose caption wants a place: its ends, where it has feet, and how wide each form of the caption is.

    `before` is on which side the caption would rather stand where the arc has no room for it.
    """

    left: int
    right: int
    feet: tuple[int, ...]
    forms: tuple[int, ...]
    before: bool = False


class Spot(Struct, frozen=True):
    """Which form of a caption has a place, and where it begins."""

    form: int
    x: int


def place_captions(bows: Sequence[Bow], taken: Iterable[tuple[int, int]], low: int, high: int) -> list[Spot | None]:
    """Return a place inside [low, high] for each caption, None where there is none.

    A caption stands in its arc, in the middle or as near to it as the feet of the arcs above allow; a shorter form
    where the whole has no room. An arc too short for either has it beside it, but over none of the mentions
    (`taken`) that are not its own: it would be read as theirs.
    """
    spans = list(taken)
    out: list[Spot | None] = [None] * len(bows)
    feet: list[int] = []  # of the arcs that run above: the longer ones, as `pack_rows` has them
    order = sorted(range(len(bows)), key=lambda i: (bows[i].right - bows[i].left, bows[i].left))
    for i in reversed(order):
        bow = bows[i]
        out[i] = _inside(bow, feet) or _beside(bow, feet, spans, low, high)
        for foot in bow.feet:
            insort(feet, foot)
    return out


def _inside(bow: Bow, feet: Sequence[int]) -> Spot | None:
    for form, width in enumerate(bow.forms):
        first = bow.left + (_SHOWN if bow.left in bow.feet else 0)
        last = bow.right - (_SHOWN if bow.right in bow.feet else 0) - width
        if first > last:
            continue
        middle = max(first, min((bow.left + bow.right - width) // 2, last))
        around = feet[bisect_left(feet, bow.left) : bisect_right(feet, bow.right)]
        tries = [middle, *(x for f in around for x in (f + _CLEAR, f - _CLEAR - width) if first <= x <= last)]
        free = [x for x in tries if _is_free(feet, x, width)]
        if free:
            return Spot(form, min(free, key=lambda x: abs(x - middle)))
    return None


def _beside(bow: Bow, feet: Sequence[int], taken: Sequence[tuple[int, int]], low: int, high: int) -> Spot | None:
    others = [e for e in taken if not any(e[0] <= end <= e[1] for end in (bow.left, bow.right))]
    for form, width in enumerate(bow.forms):
        sides = (bow.left - _CLEAR - width, bow.right + _CLEAR)
        for x in sides if bow.before else sides[::-1]:
            if low <= x and x + width <= high and _is_free(feet, x, width) and not _over(others, x, width):
                return Spot(form, x)
    return None


def _is_free(feet: Sequence[int], x: int, width: int) -> bool:
    return bisect_right(feet, x - _CLEAR) == bisect_left(feet, x + width + _CLEAR)


def _over(others: Iterable[tuple[int, int]], x: int, width: int) -> bool:
    return any(left < x + width and x < right for left, right in others)
