"""What lies outside the view, told at its edges, each a way to the nearest event.

Where nothing is in view it is told in full, else in few words, and of what was dated just now where nobody sees it.
"""

from collections.abc import Collection, Iterable, Mapping
from enum import Enum

import numpy as np
from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from dateline.gui.timeline.ink import Ink, faded
from dateline.gui.timeline.layout import STRIP, Layout, Scale
from dateline.gui.timeline.marks import TimelineMark
from dateline.gui.timeline.rows import HALF_MARK
from dateline.gui.timeline.scene import Scene

_MANY = 2_000  # events up to which it is told how many of those that are all shown anew were dated just now
EDGE, _TALL, _LOW, _PAD, _CHEVRON = 10.0, 26.0, 20.0, 10.0, 14.0  # pixels; a low hint is less tall


class Way(Enum):
    """Where something lies, seen from the view, as steps across and down."""

    EARLIER = -1, 0
    LATER = 1, 0
    ABOVE = 0, -1
    BELOW = 0, 1


Beyond = dict[Way, int]  # how many events lie which way; empty where one is in view


class Signpost(Struct, frozen=True):
    """A hint at an edge of the view: which way it leads, what it says, where it is."""

    way: Way
    words: str
    box: QRectF
    small: bool = False


class Lanes(Struct, frozen=True):
    """The lanes as they are scrolled: `scroll` pixels are above the `height` that is seen."""

    layout: Layout
    scroll: float
    height: float

    def rows(self, way: Way | None) -> list[int]:
        """Return the rows in view (None), above it or below it, the nearest first."""
        ends = self.scroll + self.height - self.layout.row_height / 2
        begins = self.scroll - self.layout.row_height / 2
        numbered = list(enumerate(self.layout.tops))
        if way is Way.ABOVE:
            return [i for i, top in reversed(numbered) if top < begins]
        if way is Way.BELOW:
            return [i for i, top in numbered if top > ends]
        return [i for i, top in numbered if begins <= top <= ends]


def beyond_view(scene: Scene, scale: Scale, lanes: Lanes | None = None) -> Beyond:
    """Return what lies outside a view that shows none of the events, and nothing where one is in view.

    With `lanes`, those that are scrolled out of view are outside, too.
    """
    found = beside_view(scene, scale)
    if sum(found.values()) < len(scene):
        if lanes is None or any(_low_high(lanes, row, scale) for row in lanes.rows(None)):
            return {}
        found |= {way: _count(lanes, way, scale) for way in (Way.ABOVE, Way.BELOW)}
    return {way: count for way, count in found.items() if count}


def beside_view(scene: Scene, scale: Scale) -> Beyond:
    """Return how many events are earlier and later than the view, whether or not there are others in it."""
    reach = HALF_MARK * scale.per_pixel  # of a diamond whose middle is just outside
    earlier, later = scene.outside(scale.begin - reach, scale.end + reach)
    return {way: count for way, count in ((Way.EARLIER, earlier), (Way.LATER, later)) if count}


def unseen(scene: Scene, scale: Scale, mark_ids: Iterable[str]) -> dict[Way, list[str]]:
    """Return those of some events that lie outside the view, by the side they lie on."""
    reach = HALF_MARK * scale.per_pixel
    found: dict[Way, list[str]] = {Way.EARLIER: [], Way.LATER: []}
    for mark_id in mark_ids:
        at = scene.index.get(mark_id)
        if at is None:
            continue
        if scene.shape.end[at] <= scale.begin - reach:
            found[Way.EARLIER].append(mark_id)
        elif scene.shape.begin[at] >= scale.end + reach:
            found[Way.LATER].append(mark_id)
    return {way: ids for way, ids in found.items() if ids}


class JustDated:
    """Events dated just now outside the view, and not seen since."""

    def __init__(self) -> None:
        self.ids: frozenset[str] = frozenset()
        self._others = False

    def __bool__(self) -> bool:
        return bool(self.ids)

    def clear(self) -> None:
        """Tell of none of them any more."""
        self.ids = frozenset()

    def others_come(self) -> None:
        """What is shown next is another annotator's: nothing of it was dated just now."""
        self.clear()
        self._others = True

    def note_all(self, before: Scene, scene: Scene) -> None:
        """Take note of what another scene dates otherwise than the one before, if those are not very many."""
        if not self._others and len(before) > 0 and len(scene) <= _MANY:
            self.note(before, [mark for mark in scene.marks if mark])
        self._others = False

    def note(self, before: Scene, marks: Iterable[TimelineMark]) -> None:
        """Take note of the marks that had another date, or none."""
        dated = [m.id for m in marks if m.when is not None and m.when != (before.told(m.id) or ("", None))[1]]
        self.ids = self.ids.union(dated)

    def sides(self, scene: Scene, scale: Scale) -> dict[Way, list[str]]:
        """Return on which sides of the view they lie; the rest has been seen, and is forgotten."""
        out = unseen(scene, scale, self.ids) if self.ids else {}
        self.ids = frozenset().union(*out.values())
        return out


def _low_high(lanes: Lanes, row: int, scale: Scale) -> tuple[int, int] | None:
    low, high = lanes.layout.rows[row].between(scale.begin, scale.end)
    return (low, high) if high > low else None


def _count(lanes: Lanes, way: Way, scale: Scale) -> int:
    there = [lanes.layout.rows[i].marks[slice(*ends)] for i in lanes.rows(way) if (ends := _low_high(lanes, i, scale))]
    return len(np.unique(np.concatenate(there))) if there else 0


def nearest(
    scene: Scene, scale: Scale, way: Way, lanes: Lanes | None = None, among: Collection[str] = ()
) -> int | None:
    """Return the event nearest to the view among those wholly before or after it, or in the lanes above or below.

    `among` names the only ones that are looked for; if it is empty, all are.
    """
    used, shape = scene.used(), scene.shape
    if among:
        used = np.array([scene.index[i] for i in among if i in scene.index], np.intp)
    if way is Way.EARLIER:
        out = used[shape.end[used] <= scale.begin]
        return int(out[np.argmax(shape.end[out])]) if len(out) else None
    if way is Way.LATER:
        out = used[shape.begin[used] >= scale.end]
        return int(out[np.argmin(shape.begin[out])]) if len(out) else None
    for row in lanes.rows(way) if lanes else ():
        if ends := _low_high(lanes, row, scale) if lanes else None:
            marks = lanes.layout.rows[row].marks[slice(*ends)] if lanes else used
            return int(marks[np.argmin(np.abs(shape.middle[marks] - (scale.begin + scale.end) / 2))])
    return None


def signposts(
    words: Mapping[Way, str], ink: Ink, width: float, height: float, *, low: bool = False
) -> tuple[Signpost, ...]:
    """Return the hints of a view `width` wide whose lanes are `height` high, so that none is over another.

    `words` say what lies where. Where there is something in view they are small and stand `low`, out of its way.
    """
    metrics, tall = (ink.small_metrics, _LOW) if low else (ink.metrics, _TALL)
    wide = {way: metrics.horizontalAdvance(text) + 2 * _PAD + _CHEVRON for way, text in words.items()}
    sides = wide.get(Way.EARLIER, 0.0) + wide.get(Way.LATER, 0.0)
    beside = sides + 3 * EDGE <= width
    narrow = sides + max(wide.get(Way.ABOVE, 0.0), wide.get(Way.BELOW, 0.0)) + 4 * EDGE > width
    shift = _TALL / 2 + 2 if narrow and not beside else 0.0
    middle = STRIP + max((height - _TALL) / 2, 2.0)
    foot = STRIP + height - tall - 4
    aside = foot - (tall + 1 if Way.BELOW in words else 0)
    earlier, later = (aside, aside) if low else (middle - shift, middle + shift)
    right = {way: width - EDGE - each for way, each in wide.items()}
    across = right if low else {way: (width - each) / 2 for way, each in wide.items()}
    places = {
        Way.EARLIER: (EDGE, earlier if beside or not low else earlier - tall - 1),
        Way.LATER: (right.get(Way.LATER, 0.0), later),
        Way.ABOVE: (across.get(Way.ABOVE, 0.0), STRIP + 4),
        Way.BELOW: (across.get(Way.BELOW, 0.0), foot),
    }
    return tuple(Signpost(way, text, QRectF(*places[way], wide[way], tall), low) for way, text in words.items())


def draw_signposts(painter: QPainter, posts: tuple[Signpost, ...], pointed: Way | None, ink: Ink) -> None:
    """Draw the hints; the one pointed at stands out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for post in posts:
        painter.setFont(ink.small if post.small else ink.label_font)
        colour = ink.theme.text if post.way is pointed else ink.theme.muted
        painter.setPen(QPen(faded(colour, 0.55), 1))
        painter.setBrush(ink.theme.page)
        painter.drawRoundedRect(post.box, post.box.height() / 2, post.box.height() / 2)
        painter.setPen(colour)
        room = post.box.adjusted(_PAD, 0, -_PAD, 0)
        before = post.way in (Way.EARLIER, Way.ABOVE)
        room = room.adjusted(_CHEVRON, 0, 0, 0) if before else room.adjusted(0, 0, -_CHEVRON, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, post.words)
        _arrow(painter, post, colour)
    painter.restore()


def _arrow(painter: QPainter, post: Signpost, colour: QColor) -> None:
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    across, down = post.way.value
    x = post.box.left() + _PAD + 2 if across + down < 0 else post.box.right() - _PAD - 2
    tip = QPointF(x + 2 * across, post.box.center().y() + 2 * down)
    ends = [tip + QPointF(-4 * across + 4 * down * side, -4 * down + 4 * across * side) for side in (-1, 1)]
    painter.drawPolyline([ends[0], tip, ends[1]])
