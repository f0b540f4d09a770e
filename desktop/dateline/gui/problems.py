"""Keeps the live checks going beside the window: what is wrong now, told whenever it changes."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from dateline.editing.watching import Watch
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.widgets.wording import said
from dateline.model.changes import Changes, Kind
from dateline.model.progress import Progress
from dateline.review.problems import TEXTS, Problem
from dateline.store.errors import ProjectError

_IDLE_MS = 700  # after the last edit: nobody waits for the checks
_WATCHED = (Kind.MENTION, Kind.ARGUMENT, Kind.TIME_VALUE, Kind.RELATION, Kind.COMMENT, Kind.ENTITY, Kind.HAPPENING)


class Telling:
    """Words what speaks against each event; of thousands of problems only those that are new."""

    def __init__(self) -> None:
        self._worded: dict[str, tuple[Problem, str]] = {}  # by event

    def of_events(self, problems: Iterable[Problem]) -> dict[str, str]:
        """Return, by the event's id, the first problem that is about it, in the user's language."""
        before, self._worded = self._worded, {}
        for problem in problems:
            for event_id in problem.events:
                if event_id not in self._worded:
                    known = before.get(event_id)
                    if known is None or known[0] != problem:
                        known = problem, said(TEXTS[problem.kind], **problem.details)
                    self._worded[event_id] = known
        return {event_id: text for event_id, (_, text) in self._worded.items()}


def told_of_events(problems: Iterable[Problem]) -> dict[str, str]:
    """Return what speaks against each event, by its id."""
    return Telling().of_events(problems)


class ProblemKeeper(QObject):
    """Checks in a thread of its own, an idle moment after each edit, only the articles that were touched."""

    changed = Signal(object)  # tuple of Problems: these there are now, or: now it is known that there are none

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self.problems: tuple[Problem, ...] = ()
        self.checked = False  # everything once; before that it is not known whether there are any
        self._watch: Watch | None = None
        self._stale: set[str] | None = None  # articles to check anew; None: all
        self._happenings: set[str] = set()  # to be minded although no article was touched
        self._altered: set[str] = set()  # entities: their names are in what was read
        self._running = False
        self._later = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._later.timeout.connect(self._idle)
        self._others_first: Callable[[], bool] = lambda: False
        session.changed.connect(self._changed)
        session.annotator_changed.connect(self._restart)
        session.project_changed.connect(self._restart)
        session.schema_changed.connect(lambda _: self._all())
        self._all()

    def _restart(self, *_: object) -> None:
        """Another project or annotator: what was found is no longer so."""
        self._watch = None
        self._tell((), checked=False)
        self._all()

    def _all(self) -> None:
        self._stale = None
        self._later.start()

    def _changed(self, changes: Changes, _origin: str) -> None:
        if changes.articles is None or Kind.ARTICLE in changes.altered:
            self._all()
        elif changes.touches(*_WATCHED):
            parts = (changes.added, changes.altered, changes.removed)
            self._happenings.update(*(part.get(Kind.HAPPENING, ()) for part in parts))
            self._altered |= changes.altered.get(Kind.ENTITY, frozenset())
            if self._stale is not None:
                self._stale |= changes.articles
            self._later.start()

    def hurry(self) -> None:
        """Check now what waits for an idle moment: somebody looks at the list."""
        if self._later.isActive():
            self._later.stop()
            self._check()

    def give_way_to(self, busy: Callable[[], bool]) -> None:
        """Begin nothing while this is so, unless somebody looks at the list: a thread beside takes turns from it."""
        self._others_first = busy

    def _idle(self) -> None:
        if self._others_first():
            self._later.start()
        else:
            self._check()

    def _check(self) -> None:
        project, annotator = self._session.project, self._session.annotator
        if project is None or annotator is None:
            return
        if self._running or self._session.locked or project.local.held:  # held: nobody has taken the lock yet
            self._later.start()
            return
        if self._watch is None:
            self._watch, self._stale = Watch(annotator.id, polite=True), None
        watch, stale, happenings, altered = self._watch, self._stale, self._happenings, self._altered
        self._stale, self._happenings, self._altered = set(), set(), set()

        def work(_progress: Progress) -> list[Problem]:
            with project.sibling() as own:
                if stale is not None:
                    stale.update(m.article_id for i in altered for m in own.registry.all_mentions(Kind.ENTITY, i))
                return watch.refresh(own, stale, happenings)

        def failed(error: object) -> None:
            """Keep in mind what was to be read; the file says what is wrong with it when it is edited."""
            self._stale = None if stale is None or self._stale is None else self._stale | stale
            self._happenings |= happenings
            self._altered |= altered
            if not isinstance(error, ProjectError):
                raise error if isinstance(error, BaseException) else TypeError(error)

        self._running = True
        task = self._tasks.start_quietly(work)
        task.succeeded.connect(self._when_current(watch, self._tell))
        task.failed.connect(self._when_current(watch, failed))
        task.finished.connect(self._finished)

    def _when_current(self, watch: Watch, then: Callable[..., None]) -> Callable[..., None]:
        """What is found of a project that was closed meanwhile is let go."""

        def told(found: object) -> None:
            if watch is self._watch:
                then(found)

        return told

    def _finished(self) -> None:
        self._running = False

    def _tell(self, found: object, *, checked: bool = True) -> None:
        problems = tuple(found) if isinstance(found, list | tuple) else ()
        if problems != self.problems or checked is not self.checked:
            self.problems, self.checked = problems, checked
            self.changed.emit(problems)
