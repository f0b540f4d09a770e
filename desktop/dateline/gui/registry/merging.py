"""The strip that asks whether two entities, or two happenings, are one."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dateline.assist.merging import MergeProposal, propose_merges
from dateline.editing.proposing import HappeningPairs
from dateline.editing.registry import gives_name, merge
from dateline.gui.date_words import label
from dateline.gui.session import Session
from dateline.gui.tasks import Task, Tasks
from dateline.gui.widgets.labels import ElidedLabel
from dateline.gui.widgets.wording import reasons_said
from dateline.model.changes import Kind
from dateline.model.progress import Progress
from dateline.model.report import ThingSummary
from dateline.model.wording import cut_short
from dateline.store.errors import ProjectError

_DECLINED = "merges_declined"  # pairs that somebody said are two
_LATER_MS = 400
_AMPLE = 10_000  # pixels, before anybody says how many there are


class MergeStrip(QFrame):
    """Asks one question at a time. Yes merges in one step; a no is remembered on this machine."""

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._session, self._tasks = session, tasks
        self._task: Task | None = None  # that looks for pairs
        self._kind = Kind.ENTITY
        self._listed: Callable[[], Sequence[ThingSummary]] = tuple
        self._things: dict[str, ThingSummary] = {}
        self._pairs: HappeningPairs | None = None  # of the annotator whose happenings were read
        self._stale: set[str] | None = None  # happenings to read anew; None: all
        self.asked: MergeProposal | None = None
        self._room = _AMPLE
        self.question, self.why, self.more = QLabel(), ElidedLabel(), QLabel()
        self.question.setWordWrap(True)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        for text in (self.why, self.more):
            text.setProperty("role", "muted")
        self.yes, self.no = QPushButton(self.tr("Merge")), QPushButton(self.tr("Not the same"))
        self.yes.clicked.connect(self._merge)
        self.no.clicked.connect(self._decline)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._ask)
        session.closing.connect(self._forget)
        answers = QHBoxLayout()
        answers.setSpacing(4)
        answers.addWidget(self.yes)
        answers.addWidget(self.no)
        answers.addStretch()
        answers.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 5, 10, 5)  # the rows below are what one came for
        column.setSpacing(3)
        column.addWidget(self.question)
        column.addWidget(self.why)
        column.addLayout(answers)
        self.hide()

    def set_room(self, height: int) -> None:
        """Say how many pixels there are for a question; one that needs more waits until there is room."""
        self._room = height
        self._let_see()

    def _let_see(self) -> None:
        """Where room is scarce the reasons stand in the question's tooltip alone."""
        whole = self._needs(why=True) <= self._room
        self.setVisible(self.asked is not None and (whole or self._needs(why=False) <= self._room))

    def _needs(self, *, why: bool) -> int:
        """Show the reasons or not; return the height that takes."""
        self.why.setVisible(why)
        above, layout = self.parentWidget(), self.layout()
        if layout is None:
            return 0
        layout.invalidate()
        return layout.totalHeightForWidth(above.width() if above is not None else self.width())

    def ask_later(
        self, kind: Kind, things: Callable[[], Sequence[ThingSummary]], stale: Iterable[str] | None = None
    ) -> None:
        """Ask about the `things` there are when nothing else is to be done; what is known of those not stale holds."""
        if kind is not self._kind:
            self._kind = kind
            self._show([])
        self._listed = things
        if stale is None:
            self._pairs = None
        elif self._stale is not None:
            self._stale |= set(stale)
        self._later.start()

    def _forget(self) -> None:
        """What was found in one project is no question about the next."""
        self._later.stop()
        self._listed, self._things, self._task, self._pairs = tuple, {}, None, None
        self._show([])

    def _ask(self) -> None:
        """Look for pairs beside the window: among thousands it takes longer than a frame."""
        if self._session.project is None or self._session.readonly:
            self._show([])
            return
        if self._task is not None and self._task.running and self._kind is Kind.HAPPENING:
            self._later.start()  # one thread at a time reads them
            return
        task = self._task = self._tasks.start_quietly(self._looking())
        task.succeeded.connect(lambda found: self._found(found) if task is self._task else None)
        task.failed.connect(lambda error: self._failed(error, task))

    def _looking(self) -> Callable[[Progress], list[MergeProposal]]:
        """Return the work that finds pairs of the kind shown."""
        project, annotator = self._session.project, self._session.annotator
        if self._kind is Kind.ENTITY or project is None or annotator is None:
            things = self._listed()
            return lambda _progress: propose_merges(things)
        if self._pairs is None:
            self._pairs, self._stale = HappeningPairs(annotator.id), None
        pairs, stale, self._stale = self._pairs, self._stale, set()

        def work(_progress: Progress) -> list[MergeProposal]:
            with project.sibling() as own:
                return pairs.refresh(own, stale)

        return work

    def _failed(self, error: BaseException, task: Task) -> None:
        """What could not be read is read anew when something changes; the file says so itself when it is edited."""
        if task is self._task:
            self._pairs = None
        if not isinstance(error, ProjectError):
            raise error

    def _found(self, found: Sequence[MergeProposal]) -> None:
        self._things = {t.id: t for t in self._listed()}
        declined, there = self._declined(), self._things.keys()
        self._show([p for p in found if {p.keep, p.other} <= there and _pair(p) not in declined])

    def _show(self, found: Sequence[MergeProposal]) -> None:
        """Ask about the first pair; a question that is still open stays: somebody may be about to answer it."""
        open_ = _pair(self.asked) if self.asked else ""
        self.asked = next((p for p in found if _pair(p) == open_), found[0] if found else None)
        if self.asked is None:
            self.hide()
            return
        names = (self._called(self.asked.other), self._called(self.asked.keep))
        self.question.setText(self.tr("Are “{}” and “{}” one?").format(*names))
        reasons = reasons_said(self.asked.reasons)
        self.why.set_full_text(reasons)
        self.question.setToolTip(reasons)
        self.more.setText(self.tr("{} more to ask").format(len(found) - 1) if len(found) > 1 else "")
        if self._kind is Kind.ENTITY:
            tip = self.tr("“{}” becomes an alias of “{}”; undo parts them again")
        else:
            tip = self.tr("The reports of “{}” go to “{}”; undo parts them again")
        project = self._session.project
        if project and gives_name(project, self._kind, self.asked.keep, [self.asked.other]) == self.asked.other:
            names = names[::-1]
        self.yes.setToolTip(tip.format(*names))
        self._let_see()

    def _called(self, thing_id: str) -> str:
        """A happening is told from another of its name by its date."""
        thing = self._things[thing_id]
        name = cut_short(thing.name, 40)
        return f"{name}, {label(thing.when)}" if thing.when else name

    def _merge(self) -> None:
        project, asked, kind = self._session.project, self.asked, self._kind
        if project is not None and asked is not None:
            edit = lambda: merge(project, kind, asked.keep, [asked.other])  # noqa: E731
            self._session.do(edit, "registry", say=True)

    def keep_apart(self, one: str, other: str) -> None:
        """Remember that two things are not one; of one that was parted from the other and undone, it is of nothing."""
        if (project := self._session.project) is not None:
            project.local.set(_DECLINED, sorted({*self._declined(), " ".join(sorted((one, other)))}))

    def _decline(self) -> None:
        if self._session.project is not None and self.asked is not None:
            self.keep_apart(self.asked.keep, self.asked.other)
            self.asked = None
            self.hide()
            self._ask()

    def _declined(self) -> set[str]:
        project = self._session.project
        kept = project.local.get(_DECLINED) if project is not None else None
        return {pair for pair in kept if isinstance(pair, str)} if isinstance(kept, list) else set()


def _pair(proposal: MergeProposal) -> str:
    return " ".join(sorted((proposal.keep, proposal.other)))
