"""What follows a key press: it waits until the reader has painted the answer, and comes in turns that fit a frame."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

# After the last change, in milliseconds. Each follows in a turn of its own, so that a key never waits for all of them.
STATE, INSPECTOR, PALETTE, TIMELINE = 0, 20, 28, 36


class Later(QTimer):
    """Does some work once, a moment after it was asked for last; ask with `start`."""

    def __init__(self, parent: QObject, work: Callable[[], object], wait: int) -> None:
        super().__init__(parent)
        self._work = work
        self.setSingleShot(True)
        self.setInterval(wait)
        self.timeout.connect(self._do)

    def _do(self) -> None:
        self._work()

    def hurry(self) -> None:
        """Do at once what is waiting, if anything is."""
        if self.isActive():
            self.stop()
            self._work()
