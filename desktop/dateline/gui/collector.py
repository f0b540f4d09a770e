"""When Python looks for rubbish that holds on to itself: in short turns of their own, not amid an answer to a key.

Python looks through all that lives whenever enough has been made, wherever that happens to be. With a project of
10,000 articles in memory that takes a tenth of a second and more.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer

from dateline.gui.later import Later

_TURN_MS = 150
_AWAY_MS = 10_000
_PASSES = 2  # of Python over what is young; each leaves up to some 7,000 objects to look at here
_MANY_PASSES = 5 * _PASSES
_YOUNG, _MIDDLE, _NEVER = 700, 10, 1_000_000  # Python's own thresholds, but for the last


class Collector(QObject):
    """Looks at what was made since the last turn, then counts what is left as lasting and passes it over.

    What becomes rubbish later is freed all the same, unless it is part of a circle: `look_at_all` finds those, when a
    project has been let go and when the person has turned to another program for a while.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all = False
        gc.freeze()  # what lives now lives on
        before = gc.get_threshold()
        self.destroyed.connect(lambda: gc.set_threshold(*before))
        gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)
        gc.enable()
        self._next = Later(self, self.turn, 0)
        self._away = QTimer(self, singleShot=True, interval=_AWAY_MS)
        self._away.timeout.connect(self.look_at_all)
        timer = QTimer(self, interval=_TURN_MS)
        timer.timeout.connect(self._tick)
        timer.start()

    def look_at_all(self, *_: object) -> None:
        """Look through everything with the next turn: a project has been let go."""
        self._all = True

    def heed(self, state: Qt.ApplicationState) -> None:
        """Take note that the person turns to another program, or comes back."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._away.stop()
        elif not self._away.isActive():
            self._away.start()

    def _tick(self) -> None:
        """Wait for a gap, unless others have left none for so long that a turn would no longer be short."""
        if gc.get_count()[2] > _MANY_PASSES:
            self.turn()
        elif not self._next.waiting:
            self._next.start()

    def turn(self) -> None:
        """Look at what is new, if it is worth it."""
        if self._all:
            self._all = False
            gc.unfreeze()
        elif gc.get_count()[2] < _PASSES:
            return
        gc.collect()
        gc.freeze()
