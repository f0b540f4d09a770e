"""The line under the reporting lag that counts all reports, and says what has no place in it."""

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from dateline.gui.timeline.drawing import Picture
from dateline.gui.timeline.layout import STRIP

translate = QCoreApplication.translate
FOOT = 22.0  # pixels
_PAD, _GAP = 8.0, 24.0
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Counts(Struct, frozen=True):
    """How many reports came before the event, on its day and after it; `undated` events and reports have no place.

    Of a report that tells of two days, from one of which it was put off, the new one counts. `unpublished` are reports
    in articles whose date of publication is not known.
    """

    ahead: int
    same: int
    after: int
    undated: int
    unpublished: int


def told(counts: Counts) -> tuple[str, str, str]:
    """Return the counts in words: for the left end, the middle and the right end."""
    rest = [translate("LagFoot", "on the day: {n}").format(n=counts.same)]
    if counts.undated:
        rest.append(translate("LagFoot", "not here: {n} without a date").format(n=counts.undated))
    if counts.unpublished:
        rest.append(translate("LagFoot", "from articles without a date: {n}").format(n=counts.unpublished))
    after = translate("LagFoot", "reported afterwards: {n}").format(n=counts.after)
    return after, " · ".join(rest), translate("LagFoot", "reported ahead: {n}").format(n=counts.ahead)


def draw_foot(painter: QPainter, picture: Picture, counts: Counts) -> None:
    """Draw the counts under the field, each on the side where what it counts lies; no mark is ever under them."""
    theme, width, top = picture.ink.theme, picture.scale.width, STRIP + picture.lanes_height
    painter.fillRect(QRectF(0, top, width, FOOT), theme.page)
    painter.setPen(QPen(theme.line, 1))
    painter.drawLine(QLineF(0, top + 0.5, width, top + 0.5))
    painter.setFont(picture.ink.small)
    after, rest, ahead = told(counts)
    metrics = picture.ink.small_metrics
    left, right = (metrics.horizontalAdvance(words) + _PAD for words in (after, ahead))
    _words(painter, QRectF(_PAD, top, left, FOOT), after, theme.muted, Qt.AlignmentFlag.AlignLeft)
    _words(painter, QRectF(width - right - _PAD, top, right, FOOT), ahead, theme.accent, Qt.AlignmentFlag.AlignRight)
    room = width - left - right - 2 * (_PAD + _GAP)
    shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, round(room)) if room > 0 else ""
    between = QRectF(left + _PAD + _GAP, top, max(room, 0.0), FOOT)
    _words(painter, between, shown, theme.muted, Qt.AlignmentFlag.AlignHCenter)


def _words(painter: QPainter, box: QRectF, words: str, colour: QColor, side: Qt.AlignmentFlag) -> None:
    painter.setPen(colour)
    painter.drawText(box, side | _MIDDLE, words)
