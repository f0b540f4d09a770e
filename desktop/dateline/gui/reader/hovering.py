"""Following the pointer while no button is held: its shape, and which mention or suggestion it is over."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent

from dateline.gui.reader.hits import edge_at

if TYPE_CHECKING:
    from dateline.gui.reader.view import ReaderView


class Hovering:
    """Tells the view once when the pointer comes over something else."""

    def __init__(self, view: "ReaderView") -> None:
        self._view = view
        self._hovered: str | None = None

    def move(self, event: QMouseEvent) -> None:
        """Show by the pointer's shape what a press would do, and tell what is under it."""
        view = self._view
        found = view.hit(event.position())
        sheet = view.sheet()
        if found is None or sheet is None:
            return
        target = view.target(found) if found.on_text or found.tag else None
        x, y = event.position().x() - view.column_left(), event.position().y() + view.scroll_offset()
        on_edge = not view.picking() and edge_at(sheet, view.selected_mention(), x, y)
        shape = Qt.CursorShape.IBeamCursor if found.on_text else Qt.CursorShape.ArrowCursor
        if found.tag:
            shape = Qt.CursorShape.PointingHandCursor
        if view.picking():
            shape = Qt.CursorShape.CrossCursor
        if on_edge:
            shape = Qt.CursorShape.SplitHCursor
        if view.viewport().cursor().shape() != shape:
            view.viewport().setCursor(shape)
        mention = target.mentions[-1] if target and target.mentions else None
        suggestion = target.suggestion if target and mention is None else None
        self._tell(mention or suggestion, event.globalPosition().toPoint(), suggestion=mention is None)

    def _tell(self, hovered: str | None, position: QPoint, *, suggestion: bool) -> None:
        if hovered != self._hovered:
            self._hovered = hovered
            self._view.tell_hover(hovered, position, suggestion=suggestion)

    def leave(self) -> None:
        """The pointer has left."""
        self._tell(None, QPoint(), suggestion=False)
