"""Docks at the sides of the window: they yield to the text where room is scarce, and are found as they were left."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow

_Area = Qt.DockWidgetArea
_SIDES = (_Area.LeftDockWidgetArea, _Area.RightDockWidgetArea)
_TEXT = 520  # pixels that the text has before the panels have all they would like
_SEPARATORS = 12
_WRITE_MS = 500


class DockRoom(QObject):
    """Makes the docks at both sides narrower before the text is, and wide again when there is room for it.

    `wished` is how wide a person has made each side, or would find it at the first start.
    """

    def __init__(self, window: QMainWindow, docks: Iterable[QDockWidget], wished: Mapping[_Area, int]) -> None:
        super().__init__(window)
        self._window, self._docks, self._wished = window, list(docks), dict(wished)
        self._arranging = QTimer(self, singleShot=True, interval=0)
        self._arranging.timeout.connect(self.arrange)
        window.installEventFilter(self)
        for dock in self._docks:
            dock.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A dock that is resized with a mouse button held down is pulled by a person: a window's edges are not ours."""
        if event.type() is QEvent.Type.Resize:
            if watched is self._window:
                self._arranging.start()
            elif QGuiApplication.mouseButtons() and isinstance(watched, QDockWidget) and _is_in_front(watched):
                self._wished[self._window.dockWidgetArea(watched)] = watched.width()
        return super().eventFilter(watched, event)

    def arrange_later(self) -> None:
        """Share the width anew: what a dock holds may need more of it."""
        self._arranging.start()

    def arrange(self) -> None:
        """Share the width between the text and both sides."""
        found = [(a, d) for a in _SIDES if (d := self._column(a)) is not None]
        if not found or not self._window.isVisible():
            return
        wished = [self._wished.setdefault(area, dock.width()) for area, dock in found]
        room = max(0, self._window.width() - _TEXT - _SEPARATORS)
        share = min(1.0, room / max(1, sum(wished)))
        widths = [max(_least(dock), int(w * share)) for (_, dock), w in zip(found, wished, strict=True)]
        if any(abs(dock.width() - w) > 1 for (_, dock), w in zip(found, widths, strict=True)):
            self._window.resizeDocks([dock for _, dock in found], widths, Qt.Orientation.Horizontal)

    def _column(self, area: _Area) -> QDockWidget | None:
        """Return a dock that is seen at one side: all there are equally wide."""
        return next((d for d in self._docks if self._window.dockWidgetArea(d) is area and _is_in_front(d)), None)


class DockMemory(QObject):
    """Writes down how the docks stand a moment after that changed: the program may be ended without being asked."""

    def __init__(self, window: QMainWindow, docks: Iterable[QDockWidget], write: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._write = write
        self._later = QTimer(self, singleShot=True, interval=_WRITE_MS)
        self._later.timeout.connect(self._remember)
        for dock in docks:
            for changed in (dock.visibilityChanged, dock.topLevelChanged, dock.dockLocationChanged):
                changed.connect(self._later.start)
            dock.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A dock was made wider or narrower."""
        if event.type() is QEvent.Type.Resize:
            self._later.start()
        return super().eventFilter(watched, event)

    def _remember(self) -> None:
        if self._window.isVisible():  # when the window goes its docks do, and that is no wish of anybody
            self._write()


def _least(dock: QDockWidget) -> int:
    """Return how wide a dock must be: what it holds may have come since the dock was laid out."""
    held = dock.widget()
    return max(dock.minimumSizeHint().width(), held.minimumSizeHint().width() if held is not None else 0)


def _is_in_front(dock: QDockWidget) -> bool:
    """A dock behind another is visible to Qt all the same."""
    return dock.isVisible() and not dock.isFloating() and not dock.visibleRegion().isEmpty()
