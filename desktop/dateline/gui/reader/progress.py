"""Noticing what has been read: lines that stood in view for a while."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from dateline.model.page import without
from dateline.model.text import Span, merged

if TYPE_CHECKING:
    from dateline.gui.reader.view import ReaderView

_TICK_MS = 800


class ReadingProgress(QObject):
    """Looks at the view at intervals; lines in view at two looks in a row count as read.

    It rests while nothing new is in view, while the window is not active and while nothing is scrolled.
    """

    def __init__(self, view: "ReaderView") -> None:
        super().__init__(view)
        self._view = view
        self._known: tuple[Span, ...] = ()
        self._last: Span | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.look)

    def restart(self) -> None:
        """Begin with a new page."""
        self._known, self._last = (), None
        self._timer.start()

    def set_known(self, spans: tuple[Span, ...]) -> None:
        """Say what has been read already."""
        self._known = spans

    def scrolled(self) -> None:
        """The view moved: there may be something new to read."""
        if not self._timer.isActive():
            self._timer.start()

    def look(self) -> None:
        """Compare what is in view now with the look before."""
        view = self._view
        if not view.isVisible() or not view.isActiveWindow():
            self._last = None
            return
        seen = _whole_lines(view)
        both = _common(seen, self._last)
        self._last = seen
        if both is None:
            return
        fresh = tuple(without((both,), self._known))
        if fresh:
            self._known = merged((*self._known, *fresh))
            view.read_progressed.emit(fresh)
        elif seen == both:
            self._timer.stop()


def _whole_lines(view: "ReaderView") -> Span | None:
    top = view.scroll_offset()
    bottom = top + view.viewport().height()
    lines = [a for a in view.visible_lines() if a.top >= top - 4 and a.bottom <= bottom + 12]
    if not lines or lines[0].line.begin >= lines[-1].line.end:
        return None
    return Span(lines[0].line.begin, lines[-1].line.end)


def _common(one: Span | None, other: Span | None) -> Span | None:
    if one is None or other is None or not one.overlaps(other):
        return None
    return Span(max(one.begin, other.begin), min(one.end, other.end))
