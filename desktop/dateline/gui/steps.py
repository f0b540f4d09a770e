"""Undo and redo as a person meets them: the journal's steps, and what was done between them that is no step."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dateline.gui.asides import Aside, Asides
from dateline.model.changes import Changes, Place
from dateline.store.errors import ProjectError

# What edits is imported with the first edit: the first article does without.
if TYPE_CHECKING:
    from dateline.gui.session import Session
    from dateline.store.journal import StepInfo

_LONG = 5_000  # rows: undoing more takes longer than a person waits without being told


class Steps(QObject):
    """Takes back and does again what was done in a session, in the order in which it was done."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._asides = session, Asides()
        self.long: Callable[[StepInfo, bool], None] | None = None  # who undoes (True) or redoes long steps

    def add_aside(self, aside: Aside) -> None:
        """Take note of what was done that is no step: undo takes it back before the steps that are done by now."""
        self._asides.add(aside, self._last())

    def forget_undone(self) -> None:
        """Let go of what was undone and is no step: something else was done."""
        self._asides.forget_undone()

    def clear(self) -> None:
        """Let go of all that is no step: another project is open, or none."""
        self._asides.clear()

    def _last(self) -> int | None:
        project = self._session.project
        last = project.next_undo() if project else None
        return last.id if last else None

    def next(self, *, back: bool) -> "StepInfo | Aside | None":
        """Return what undo (or redo) would take; None where there is nothing, or the file cannot be asked."""
        project = self._session.project
        if project is None:
            return None
        try:
            if self._asides and (aside := self._asides.next(self._last(), back=back)):
                return aside
            return project.next_undo() if back else project.next_redo()
        except ProjectError:
            return None  # the next edit says what is wrong with the file

    def replay(self, *, back: bool) -> None:
        """Undo (or redo) the next one, go to where it was, and say what it was."""
        session = self._session
        if session.project is None:
            return
        info = self.next(back=back)
        if info is None:
            session.message.emit(self.tr("Nothing to undo.") if back else self.tr("Nothing to redo."))
            return
        if isinstance(info, Aside):
            if session.may_edit():
                self._asides.replay(back=back)
                self._say(info.place, info.label, back=back)
            return
        if info.size > _LONG and self.long is not None and not (session.locked or session.readonly):
            self.long(info, back)
            return
        changes = session.do(session.project.undo if back else session.project.redo, "undo", tell=False)
        if changes is not None:
            self.replayed(changes, info, back=back)

    def replayed(self, changes: Changes, info: "StepInfo", *, back: bool) -> None:
        """Tell what an undo (or redo) changed, and go to where it was."""
        self._session.broadcast(changes, "undo" if back else "redo")
        self._say(changes.place, info.label, back=back)

    def _say(self, place: Place | None, label: str, *, back: bool) -> None:
        if place is not None:
            self._session.show_place(place, "undo")
        self._session.message.emit((self.tr("Undone: {}") if back else self.tr("Done again: {}")).format(label))
