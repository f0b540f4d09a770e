"""Getting ready for "which entity is that?" before it is asked: names are learned while nothing else is done."""

from PySide6.QtCore import QObject, QTimer

from dateline.gui.session import Session
from dateline.model.changes import Changes, Kind
from dateline.store.errors import ProjectError

_SECONDS = 0.003  # at most in one turn, so that no key waits for it
_PAUSE_MS = 8
_FIRST_MS = 300  # a window that is just coming up has other things to do


class ReadyNames(QObject):
    """Has the registry learn the names of entities, a few a turn: thousands at once would hold up a key press."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._learn)
        session.project_changed.connect(self._begin)
        session.closing.connect(self._timer.stop)
        session.changed.connect(self._changed)
        self._begin()

    @property
    def busy(self) -> bool:
        """Whether there are names to learn."""
        return self._timer.isActive()

    def _begin(self, *_: object) -> None:
        if self._session.project is not None:
            self._timer.start(_FIRST_MS)

    def _changed(self, changes: Changes, _origin: str) -> None:
        if changes.touches(Kind.ENTITY):
            self._begin()

    def _learn(self) -> None:
        project = self._session.project
        try:
            more = project is not None and not project.registry.learn_names(_SECONDS)
        except ProjectError:  # whoever asks for an entity says so
            more = False
        if more:
            self._timer.setInterval(_PAUSE_MS)
        else:
            self._timer.stop()
