"""Where the small tags above a line go: all, the name, its code, a dot, and never over one another. Free of Qt."""

from collections.abc import Sequence
from enum import IntEnum

from msgspec import Struct


class Form(IntEnum):
    """How much of what it could say a tag shows: `NAME` is a label's name without what else there is to say."""

    FULL = 0
    NAME = 1
    CODE = 2
    DOT = 3
    HIDDEN = 4


class Want(Struct, frozen=True):
    """A tag to be placed: where its span begins and ends, and how wide it would be in full and as a code.

    `name` is the width of the label's name alone, 0 where that is all there is.
    """

    left: int
    right: int
    full: int
    code: int
    name: int = 0


class Placed(Struct, frozen=True):
    """A tag that has its place; hidden ones have no width."""

    form: Form
    x: int
    width: int


GAP = 2
DOT = 6
_DOTS = 2  # for how many that begin together room is left
_FAR = 10**9
_TOGETHER = 12  # spans whose begins are nearer than this share the place their tags begin at


def place_tags(
    wants: Sequence[Want], edge: int, reach: int = 80, *, start: int = -_FAR, wall: int = _FAR
) -> list[Placed]:
    """Place tags left to right; `wants` are sorted by `left`, and nothing passes `edge`.

    What ends beyond `edge` may have a dot there, but never before `start` nor beyond `wall`.

    A tag begins over its own span, or up to `reach` after the begin of it where several begin together, and
    may push the next one along so far. When there is no room for all of it the name stands, then the code, then a dot,
    which may stand half as far again; a dot without room is hidden.
    """
    out: list[Placed] = []
    free = start
    ends = _groups(wants)
    begin = 0  # of the spans that begin together
    for i, want in enumerate(wants):
        first = i == 0 or ends[i] != ends[i - 1]
        if first:
            begin = want.left
        more = ends[i] - i - 1
        alone = first and more == 0
        x = max(want.left, free)
        last = max(want.right - DOT, 0 if alone else begin + reach)
        limit = edge
        if ends[i] < len(wants):
            follower = wants[ends[i]]
            limit = max(follower.left, follower.right - follower.code)
            if more == 0 and follower.left - want.left >= want.code:
                limit = follower.left
            limit = min(edge, limit - GAP)
        limit -= min(more, _DOTS) * (DOT + GAP)
        dots = last if alone else max(last, begin + reach + reach // 2)
        placed = _fit(want, x, last, dots, limit, wall)
        if placed.form is not Form.HIDDEN:
            free = placed.x + placed.width + GAP
        out.append(placed)
    return out


def place_between(wants: Sequence[Want], taken: Sequence[Placed], edge: int, reach: int = 80) -> list[Placed]:
    """Place tags where others, `taken` from left to right, leave room."""
    out: list[Placed] = []
    start = -_FAR
    for other in (*taken, Placed(Form.FULL, _FAR, 0)):
        if other.form is Form.HIDDEN:
            continue
        wall = other.x - GAP
        run = [want for want in wants[len(out) :] if want.left < other.x]
        out += place_tags(run, min(edge, wall), reach, start=start, wall=wall)
        start = other.x + other.width + GAP
    return out


def _groups(wants: Sequence[Want]) -> list[int]:
    """Return for each tag where the group of those that begin together ends."""
    ends: list[int] = []
    for i, want in enumerate(wants):
        if i and want.left - wants[len(ends)].left >= _TOGETHER:
            ends += [i] * (i - len(ends))
    return ends + [len(wants)] * (len(wants) - len(ends))


def _fit(want: Want, x: int, last: int, dots: int, limit: int, wall: int) -> Placed:
    if x == want.left or x <= last:
        if x + want.full <= limit:
            return Placed(Form.FULL, x, want.full)
        if want.name and x + want.name <= limit:
            return Placed(Form.NAME, x, want.name)
        if x + want.code <= limit:
            return Placed(Form.CODE, x, want.code)
    if x <= dots and x + DOT <= min(max(limit, want.right), wall):
        return Placed(Form.DOT, x, DOT)
    return Placed(Form.HIDDEN, x, 0)
