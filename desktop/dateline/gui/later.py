"""What follows a key press: it waits until the reader has painted the answer, and comes in turns that fit a frame."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

# After the last change, in milliseconds. Each follows in a turn of its own, so that a key never waits for all of them.
STATE, SUGGESTIONS, PROPOSALS, ARTICLES, INSPECTOR, PALETTE, TIMELINE = 0, 6, 8, 12, 16, 22, 28
_TURN = QEvent.Type(QEvent.registerEventType())


class Later(QObject):
    """Does some work once, a moment after it was asked for last, and never before what is to be painted was."""

    def __init__(self, parent: QObject, work: Callable[[], object], wait: int) -> None:
        super().__init__(parent)
        self._work = work
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(wait)
        self._timer.timeout.connect(self._wait_for_painting)

    def start(self, *_: object) -> None:
        """Ask for it; signals of all kinds may be connected to this."""
        self._asked = True
        self._timer.start()

    @property
    def waiting(self) -> bool:
        """Whether it was asked for and has not been done yet."""
        return self._asked

    def stop(self) -> None:
        """Take back that it was asked for."""
        self._asked = False
        self._timer.stop()

    def hurry(self) -> None:
        """Do at once what is waiting, if anything is."""
        if self._asked:
            self.stop()
            self._work()

    def _wait_for_painting(self) -> None:
        """On a busy machine the time may be over before the loop came to paint: stand behind that."""
        QCoreApplication.postEvent(self, QEvent(_TURN), Qt.EventPriority.LowEventPriority.value)

    def event(self, event: QEvent) -> bool:
        """It is this one's turn, unless it was asked for anew or taken back meanwhile."""
        if event.type() != _TURN:
            return super().event(event)
        if not self._timer.isActive():
            self.hurry()
        return True


class WhenSeen(Later):
    """Works only while a widget can be seen; what was asked for meanwhile is done when it comes to the front."""

    def __init__(self, widget: QWidget, work: Callable[[], object], wait: int) -> None:
        super().__init__(widget, work, wait)
        self._widget = widget
        self._in_front = True
        self._behind = False
        widget.installEventFilter(self)

    def set_in_front(self, on: bool) -> None:
        """Say whether anything of the widget can be seen: a dock behind another is visible to Qt all the same."""
        self._in_front = on
        if on and self._behind:
            self.start()

    @property
    def seen(self) -> bool:
        """Whether the widget can be seen."""
        return self._in_front and self._widget.isVisible()

    def start(self, *_: object) -> None:
        """Ask for it."""
        self._behind = True
        if self.seen:
            super().start()

    def hurry(self) -> None:
        """Do at once what is waiting, seen or not."""
        if self._behind:
            self._behind = False
            self.stop()
            self._work()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The widget is shown."""
        if watched is self._widget and event.type() is QEvent.Type.Show:
            self.set_in_front(True)
        return super().eventFilter(watched, event)
