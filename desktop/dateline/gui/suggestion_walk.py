"""Answering suggestions from the reader: one by one, or all that are in view."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from dateline.assist.suggestions import SpanProposal
from dateline.gui.annotating import Annotating
from dateline.gui.reader.scene import Suggestion
from dateline.gui.reader.view import ReaderView
from dateline.gui.session import Session
from dateline.gui.suggesting import Suggesting
from dateline.gui.time_text import short_value
from dateline.gui.told_events import told_of_made
from dateline.model.changes import Changes
from dateline.model.page import Page
from dateline.model.wording import reported


class SuggestionWalk:
    """Goes from suggestion to suggestion in a reader; the same keys mean something else where there are none."""

    def __init__(self, reader: ReaderView, suggesting: Suggesting, verbs: Annotating, session: Session) -> None:
        self._reader, self._suggesting, self._verbs, self._session = reader, suggesting, verbs, session
        suggesting.changed.connect(self._show)
        suggesting.withdrawn.connect(self._take_away)
        suggesting.looked.connect(self._finish_awaited)
        self._awaited: Page | None = None  # the article that is done if nothing turns out to be proposed in it
        session.changed.connect(self._await_no_more)
        session.mention_selected.connect(self._await_no_more)
        reader.walk_ended.connect(self._say_ended)

    def show_again(self) -> None:
        """The reader shows another page: what is proposed for it stands in it."""
        self._show(self._suggesting.shown)

    def _show(self, proposals: Iterable[SpanProposal]) -> None:
        if self._reader.page() is self._session.page:
            self._reader.set_suggestions(
                Suggestion(p.id, p.label, p.layer, (p.span,), short_value(p.says)) for p in proposals
            )

    def _take_away(self, ids: frozenset[str]) -> None:
        if self._reader.page() is self._session.page:
            self._reader.withdraw_suggestions(ids)

    def accept(self) -> None:
        """Take the current suggestion and go on to the next; without one, all proposed fillers of the event."""
        current = self._reader.current_suggestion()
        if current is None:
            self._verbs.accept_proposals()
            return
        following = self._following(current)
        changes = self._suggesting.accept([current])
        if changes is not None:
            told = told_of_made(self._session, changes)
            self._go_on(following)
            if told and following is not None:  # the last one is selected, and asks itself
                self._session.message.emit(f"{reported(changes.label)}. {told}")
            if following is None and changes.place and changes.place.record_id:
                self._session.select_mention(changes.place.record_id, "tag")

    def reject(self) -> None:
        """Turn the current suggestion down and go on to the next; without one, delete the selected mention."""
        current = self._reader.current_suggestion()
        if current is None:
            self._verbs.delete()
            return
        following = self._following(current)
        self._suggesting.reject(current)
        self._go_on(following)

    def finish(self) -> None:
        """Take all suggestions in view and go on to where more are; with none pending, mark the article done.

        Right after an article was opened it is not yet known whether there are any.
        """
        if self._suggesting.shown:
            self._accept_shown()
        elif self._suggesting.is_looking:
            self._awaited = self._session.page
            said = QCoreApplication.translate(
                "SuggestionWalk", "Looking for what to suggest here; the article is done if there is nothing."
            )
            self._session.message.emit(said)
        else:
            self._verbs.done_and_next()

    def _finish_awaited(self) -> None:
        awaited, self._awaited = self._awaited, None
        if awaited is None or awaited is not self._session.page:
            return
        if found := len(self._suggesting.shown):
            said = QCoreApplication.translate(
                "SuggestionWalk", "{n} are suggested here; the article is not done yet. Once more takes those in view."
            )
            self._session.message.emit(said.format(n=found))
        else:
            self._verbs.done_and_next()

    def _await_no_more(self, *_: object) -> None:
        self._awaited = None

    def _accept_shown(self) -> None:
        pending = self._suggesting.shown
        lines = self._reader.visible_lines()
        begin, end = (lines[0].line.begin, lines[-1].line.end) if lines else (0, 0)
        here = [p for p in pending if begin <= p.span.begin and p.span.end <= end]
        changes = self._suggesting.accept([p.id for p in here]) if here else Changes()
        if changes is None:
            return
        told = told_of_made(self._session, changes)
        rest = self._suggesting.shown
        if rest:
            onward = next((p for p in rest if p.span.begin >= end), rest[0])
            self._reader.reveal(onward.span, flash=not here)
            said = QCoreApplication.translate("SuggestionWalk", "{n} accepted; {more} more are proposed from here on.")
            self._session.message.emit(f"{said.format(n=len(here), more=len(rest))} {told}".strip())
        else:
            said = QCoreApplication.translate(
                "SuggestionWalk", "{n} accepted, one undo takes them back; once more marks the article done."
            )
            self._session.message.emit(f"{said.format(n=len(here))} {told}".strip())

    def _following(self, current: str) -> str | None:
        """The next one in the text; the first of the text after the last."""
        ids = [s.id for s in self._reader.suggestions()]
        if len(ids) < 2 or current not in ids:
            return None
        return ids[(ids.index(current) + 1) % len(ids)]

    def _go_on(self, following: str | None) -> None:
        if following is not None and self._suggesting.get(following):
            self._reader.set_current_suggestion(following)
        elif following is None:
            self._reader.end_walk()

    def _say_ended(self) -> None:
        said = QCoreApplication.translate(
            "SuggestionWalk", "All suggestions are answered. Tab once more goes on to the panels."
        )
        self._session.message.emit(said)
