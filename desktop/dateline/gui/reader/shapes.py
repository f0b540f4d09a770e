"""What is drawn on one line, as frozen shapes: two equal ones look the same on screen."""

from msgspec import Struct

from dateline.gui.reader.styles import PLAIN, Caption, LabelStyle, Mode, Told

Extent = tuple[int, int]
CAPTION_RIM = 4  # pixels of ground beside an arc's caption, both sides together


class Piece(Struct, frozen=True):
    """The part of a mention's fragment that stands on one line, in one direction of writing."""

    mention: str
    style: LabelStyle
    left: int
    right: int
    lane: int
    mode: Mode
    told: Told = PLAIN


class Tag(Struct, frozen=True):
    """A tag above a line; `owner` is a mention's or a suggestion's id."""

    owner: str
    style: LabelStyle
    x: int
    width: int
    caption: Caption | None  # None: a dot
    mode: Mode
    kind: str  # "label", "role" or "suggestion"
    told: Told = PLAIN


class Bridge(Struct, frozen=True):
    """A thin link over the gap between two fragments of a discontinuous mention."""

    style: LabelStyle
    left: int
    right: int
    lane: int
    mode: Mode


class Outline(Struct, frozen=True):
    """A suggestion's part on one line; where it goes on over the line's end it stays open."""

    suggestion: str
    style: LabelStyle
    left: int
    right: int
    closed_left: bool
    closed_right: bool
    current: bool


class Arc(Struct, frozen=True):
    """An arc above a line. Its ends are a foot on a mention or, where it runs on elsewhere, the margin.

    `arrow` is -1 or 1 for an arrow at the left or the right end, 0 where the pointed end is elsewhere. `at` is where
    the ground of its caption begins, which has none where it has no room.
    """

    link: str
    caption: Caption | None
    at: int
    left: int
    right: int
    row: int
    left_foot: bool
    right_foot: bool
    arrow: int
    relation: bool
    lit: bool


class LineShape(Struct, frozen=True):
    """All that is drawn with one line, its text aside."""

    pieces: tuple[Piece, ...] = ()
    tags: tuple[Tag, ...] = ()
    bridges: tuple[Bridge, ...] = ()
    outlines: tuple[Outline, ...] = ()
    greyed: tuple[Extent, ...] = ()
    negatives: tuple[Extent, ...] = ()
    marked: bool = False  # the first of `negatives` begins here
    more: int = 0
    arcs: tuple[Arc, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows of arcs stand above the line."""
        return 1 + max((a.row for a in self.arcs), default=-1)


EMPTY = LineShape()
