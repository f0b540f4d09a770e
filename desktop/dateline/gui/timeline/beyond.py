"""What lies outside the view: told at its edges when nothing is in view, each a way to the nearest event."""

from typing import Literal

import numpy as np
from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from dateline.gui.timeline.ink import Ink, faded
from dateline.gui.timeline.layout import STRIP, Scale
from dateline.gui.timeline.scene import HALF_MARK, Scene

Side = Literal[-1, 1]

_EDGE, _TALL, _PAD, _CHEVRON = 10.0, 26.0, 10.0, 14.0  # pixels


class Beyond(Struct, frozen=True):
    """How many events are wholly before the view and after it."""

    earlier: int = 0
    later: int = 0

    def __bool__(self) -> bool:
        return bool(self.earlier or self.later)


class Signpost(Struct, frozen=True):
    """A hint at an edge of the view: which way it leads, what it says, where it is."""

    side: Side
    words: str
    box: QRectF


def beyond_view(scene: Scene, scale: Scale) -> Beyond:
    """Return what lies outside a view that shows none of the events, and nothing where one is in view."""
    reach = HALF_MARK * scale.per_pixel  # of a diamond whose middle is just outside
    earlier, later = scene.outside(scale.begin - reach, scale.end + reach)
    return Beyond(earlier, later) if earlier + later == len(scene) else Beyond()


def nearest(scene: Scene, scale: Scale, side: int) -> int | None:
    """Return the event nearest to a view's edge among those wholly before it (-1) or after it (1)."""
    used, shape = scene.used(), scene.shape
    if side < 0:
        out = used[shape.end[used] <= scale.begin]
        return int(out[np.argmax(shape.end[out])]) if len(out) else None
    out = used[shape.begin[used] >= scale.end]
    return int(out[np.argmin(shape.begin[out])]) if len(out) else None


def signposts(beyond: Beyond, words: tuple[str, str], ink: Ink, width: float, height: float) -> tuple[Signpost, ...]:
    """Return the hints of a view `width` wide whose lanes are `height` high, one beside the other where it is narrow.

    `words` say what lies before and after.
    """
    wide = [ink.metrics.horizontalAdvance(text) + 2 * _PAD + _CHEVRON for text in words]
    top = STRIP + max((height - _TALL) / 2, 2.0)
    shift = _TALL / 2 + 2 if sum(wide) + 3 * _EDGE > width else 0.0
    out = []
    if beyond.earlier:
        out.append(Signpost(-1, words[0], QRectF(_EDGE, top - shift, wide[0], _TALL)))
    if beyond.later:
        out.append(Signpost(1, words[1], QRectF(width - _EDGE - wide[1], top + shift, wide[1], _TALL)))
    return tuple(out)


def draw_signposts(painter: QPainter, posts: tuple[Signpost, ...], pointed: int, ink: Ink) -> None:
    """Draw the hints; the one pointed at stands out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(ink.label_font)
    for post in posts:
        colour = ink.theme.text if post.side == pointed else ink.theme.muted
        painter.setPen(QPen(faded(colour, 0.55), 1))
        painter.setBrush(ink.theme.page)
        painter.drawRoundedRect(post.box, _TALL / 2, _TALL / 2)
        painter.setPen(colour)
        room = post.box.adjusted(_PAD, 0, -_PAD, 0)
        room = room.adjusted(_CHEVRON, 0, 0, 0) if post.side < 0 else room.adjusted(0, 0, -_CHEVRON, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, post.words)
        _arrow(painter, post, colour)
    painter.restore()


def _arrow(painter: QPainter, post: Signpost, colour: QColor) -> None:
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    side, y = post.side, post.box.center().y()
    tip = post.box.left() + _PAD if side < 0 else post.box.right() - _PAD
    painter.drawPolyline([QPointF(tip - side * 4, y - 4), QPointF(tip, y), QPointF(tip - side * 4, y + 4)])
