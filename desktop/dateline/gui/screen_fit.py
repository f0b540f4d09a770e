"""A window that has just come up is on the screen with all of its frame: what is at its foot can be seen."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtWidgets import QStyle, QWidget

_LOOKS_MS = (0, 150, 600)  # a window manager says how wide its frame is some time after the window is shown


def fitted(inner: QRect, frame: QRect, free: QRect) -> QRect:
    """Return where a window's inside lies when its frame is within the free part of a screen."""
    left, top = inner.left() - frame.left(), inner.top() - frame.top()
    right, bottom = frame.right() - inner.right(), frame.bottom() - inner.bottom()
    free = free.adjusted(left, top, -right, -bottom)
    size = inner.size().boundedTo(free.size())
    reach = free.bottomRight() - QPoint(size.width() - 1, size.height() - 1)
    at = QPoint(
        max(free.left(), min(inner.left(), reach.x())),
        max(free.top(), min(inner.top(), reach.y())),
    )
    return QRect(at, size)


def first_size(window: QWidget, wished: QSize) -> QSize:
    """Return how large a window is made: as wished, less where the screen with a frame round it has no room."""
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    side = window.style().pixelMetric(QStyle.PixelMetric.PM_MdiSubWindowFrameWidth)
    return wished.boundedTo(window.screen().availableSize() - QSize(2 * side, title + side))


class ScreenFit(QObject):
    """Looks a few times, as the window comes up for the first time; afterwards its place is the person's."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._over = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window comes up."""
        if watched is self._window and event.type() is QEvent.Type.Show:
            self._window.removeEventFilter(self)
            for wait in _LOOKS_MS:
                QTimer.singleShot(wait, self, self.fit)
        return super().eventFilter(watched, event)

    def stop(self) -> None:
        """Look no more."""
        self._over = True

    def fit(self) -> None:
        """Make the window smaller, or move it, as far as it sticks out of the screen."""
        window = self._window
        if self._over or window.isMaximized() or window.isFullScreen() or not window.isVisible():
            return
        wanted = fitted(window.geometry(), window.frameGeometry(), window.screen().availableGeometry())
        if wanted != window.geometry():
            window.setGeometry(wanted)
