"""Docks at the sides of the window: they yield to the text where room is scarce, and are found as they were left."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar

_Area = Qt.DockWidgetArea
_SIDES = (_Area.LeftDockWidgetArea, _Area.RightDockWidgetArea)
_BOTTOM = _Area.BottomDockWidgetArea
_TEXT, _TEXT_TALL = 520, 240  # pixels that the text has before the panels have all they would like
_SEPARATORS = 12
_WRITE_MS = 500


class DockRoom(QObject):
    """Makes the docks round the text smaller before the text is, and large again when there is room for it.

    `wished` is how wide a person has made each side, and how high the bottom, or would find them at the first start;
    `usual` is the least that is wished where that is not known.
    """

    def __init__(
        self,
        window: QMainWindow,
        docks: Iterable[QDockWidget],
        wished: Mapping[_Area, int],
        usual: Mapping[_Area, int] = MappingProxyType({}),
    ) -> None:
        super().__init__(window)
        self._window, self._docks, self._usual = window, list(docks), usual
        self.wished = dict(wished)
        self._arranging = QTimer(self, singleShot=True, interval=0)
        self._arranging.timeout.connect(self.arrange)
        window.installEventFilter(self)
        for dock in self._docks:
            dock.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A dock that is resized with a mouse button held down is pulled by a person: a window's edges are not ours."""
        if isinstance(event, QResizeEvent):
            if watched is self._window:
                self._arranging.start()
            elif QGuiApplication.mouseButtons() and isinstance(watched, QDockWidget) and _is_in_front(watched):
                area, before = self._window.dockWidgetArea(watched), event.oldSize()
                old = before.height() if area is _BOTTOM else before.width()
                if _extent(area, watched) != old:
                    self.wished[area] = _extent(area, watched)
        return super().eventFilter(watched, event)

    def arrange_later(self) -> None:
        """Share the room anew: what a dock holds may need more of it."""
        self._arranging.start()

    def arrange(self) -> None:
        """Share the width between the text and both sides, and the height between it and the bottom."""
        if not self._window.isVisible():
            return
        sides = [(a, d) for a in _SIDES if (d := self._front(a)) is not None]
        self._share(sides, self._window.width() - _TEXT - _SEPARATORS, Qt.Orientation.Horizontal)
        below, text = self._front(_BOTTOM), self._window.centralWidget()
        if below is not None and text is not None:
            self._share([(_BOTTOM, below)], below.height() + text.height() - _TEXT_TALL, Qt.Orientation.Vertical)

    def _share(self, found: Sequence[tuple[_Area, QDockWidget]], room: int, way: Qt.Orientation) -> None:
        wished = [self.wished.setdefault(a, max(_extent(a, d), self._usual.get(a, 0))) for a, d in found]
        share = min(1.0, max(0, room) / max(1, sum(wished)))
        sizes = [max(self._least(a, d), int(w * share)) for (a, d), w in zip(found, wished, strict=True)]
        if any(abs(_extent(a, d) - size) > 1 for (a, d), size in zip(found, sizes, strict=True)):
            self._window.resizeDocks([dock for _, dock in found], sizes, way)

    def _least(self, area: _Area, dock: QDockWidget) -> int:
        """Return how large a dock must be: what it holds may have come since the dock was laid out."""
        held = dock.widget()
        needs, own = held.minimumSizeHint() if held is not None else QSize(), dock.minimumSizeHint()
        if area is _BOTTOM:
            title = dock.titleBarWidget()
            return max(own.height(), needs.height() + (title.height() if title is not None else 0))
        return max(own.width(), needs.width(), self._tabs_width(area))

    def _tabs_width(self, area: _Area) -> int:
        """Return how wide the tabs of docks that lie behind each other at a side are, with their whole names."""
        titles = {d.windowTitle() for d in self._docks if self._window.dockWidgetArea(d) is area}
        bars = self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return max((b.sizeHint().width() for b in bars if b.isVisible() and b.tabText(0) in titles), default=0)

    def _front(self, area: _Area) -> QDockWidget | None:
        """Return a dock that is seen in an area: all there are equally wide at a side, equally high at the bottom."""
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


def _extent(area: _Area, dock: QDockWidget) -> int:
    return dock.height() if area is _BOTTOM else dock.width()


def _is_in_front(dock: QDockWidget) -> bool:
    """A dock behind another is visible to Qt all the same."""
    return dock.isVisible() and not dock.isFloating() and not dock.visibleRegion().isEmpty()
