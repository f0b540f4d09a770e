"""The inspector: cards about what is selected."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from dateline.chronology import Reading
from dateline.editing.things import rename
from dateline.editing.times import reading_of
from dateline.gui.annotating import Annotating
from dateline.gui.inspector.article_card import ArticleCard
from dateline.gui.inspector.below import Below
from dateline.gui.inspector.card import Card
from dateline.gui.inspector.event_card import EventCard
from dateline.gui.inspector.history_card import HistoryCard, done_to
from dateline.gui.inspector.link_card import LOOKED_AT, LinkCard, Thing
from dateline.gui.inspector.mention_card import MentionCard
from dateline.gui.inspector.time_card import TimeCard
from dateline.gui.later import INSPECTOR, PROPOSALS, Later
from dateline.gui.session import Session
from dateline.gui.widgets.line_field import LineField
from dateline.gui.widgets.note_field import NoteField
from dateline.model.annotation import Layer, Mention
from dateline.model.changes import Changes, Kind
from dateline.model.page import Page
from dateline.model.registry import Happening
from dateline.model.schema import Role
from dateline.store.errors import ProjectError

if TYPE_CHECKING:  # not needed for the first article
    from dateline.assist.things import ThingProposal

_EDGE = 6  # pixels round the cards
_WHOLE_FROM = 400  # pixels of height from which what is wrong with an event has as many lines as it takes


class InspectorPanel(QScrollArea):
    """Shows and edits the selected annotation; with none selected, the article."""

    properties_wanted = Signal()
    done = Signal()  # a field was left: the keys belong to the reader again

    def __init__(self, session: Session, annotating: Annotating, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._annotating = session, annotating
        self._problems: Mapping[str, str] = {}
        self.setViewport(QWidget())  # for one that Qt made, PySide builds every kind of widget there is: 25 ms
        inside = QWidget(self.viewport())  # each is made where it stays: what is moved is styled anew with all in it
        self.article_card, self.mention_card, self.time_card = (
            ArticleCard(inside),
            MentionCard(inside),
            TimeCard(inside),
        )
        self.event_card, self.link_card, self.history_card = EventCard(inside), LinkCard(inside), HistoryCard(inside)
        self.note_card = Card(self.tr("Note"), inside)
        self.note = NoteField(self.note_card)
        self.note_card.body.addWidget(self.note)
        self.note_card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.note.setAccessibleName(self.tr("Note"))
        self.guideline_card = Card(self.tr("Guideline"), inside)
        self.guideline_card.body.addWidget(self.mention_card.guideline)
        self._of_mention = (
            self.mention_card, self.time_card, self.event_card, self.link_card, self.guideline_card, self.history_card
        )  # fmt: skip
        inside.setObjectName("inspector")
        column = QVBoxLayout(inside)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(6)
        for card in (
            self.article_card, self.event_card, self.mention_card, self.time_card, self.link_card, self.note_card,
            self.guideline_card, self.history_card,
        ):  # fmt: skip
            column.addWidget(card)
        column.addStretch()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click beside the fields leaves the keys to the reader
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Filling the cards is put off until the reader has painted the answer to the key that was pressed.
        self.below = Below(self)
        self.below.wanted.connect(self._go_to)
        self.below.shown.connect(lambda height: self.setViewportMargins(0, 0, 0, height))  # nothing lies under it
        self._later = Later(self, self.refresh, INSPECTOR)
        # What a mention may stand for is looked up in a turn of its own before: there may be thousands of names.
        self._ahead: tuple[Mention, Sequence[ThingProposal]] | None = None
        self._look_ahead_later = Later(self, self._look_ahead, PROPOSALS)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        session, verbs = self._session, self._annotating
        session.page_changed.connect(self._soon)
        session.closing.connect(self.flush)
        session.mention_selected.connect(self._soon)
        session.schema_changed.connect(self._soon)
        session.changed.connect(self._changed)
        verbs.proposals_changed.connect(self._soon)
        verbs.pending_role_changed.connect(self._soon)
        self.article_card.properties_wanted.connect(self.properties_wanted)
        self.mention_card.relabelled.connect(self._relabel)
        self.mention_card.attribute_set.connect(lambda i, name, value: verbs.set_attribute(name, value, i))
        self.mention_card.delete_requested.connect(verbs.delete)
        self.mention_card.relation_dropped.connect(verbs.unrelate)
        self.time_card.date_typed.connect(self._set_date)
        self.time_card.reading_chosen.connect(verbs.choose_reading)
        self.event_card.emptied.connect(verbs.empty)
        self.event_card.all_taken.connect(verbs.accept_proposals)
        self.event_card.proposal_taken.connect(verbs.take)
        self.event_card.told_taken.connect(verbs.cycle_attribute)
        self.event_card.told_refused.connect(verbs.refuse_told)
        self.event_card.undated.connect(self._undate)
        self.event_card.role_awaits.connect(self._await)
        self.link_card.link_wanted.connect(self._link)
        self.link_card.new_wanted.connect(self._link_new)
        self.link_card.renamed.connect(self._rename)
        for card in (self.mention_card.mention_wanted, self.link_card.mention_wanted, self.event_card.filler_wanted):
            card.connect(lambda i: session.show_mention(i, "inspector"))
        self.note.written.connect(self._write_note)
        self.note.left.connect(self.done)
        self.link_card.name.left.connect(self.done)

    def minimumSizeHint(self) -> QSize:
        """As wide as the head of the article's card, beside a scroll bar."""
        edges = 2 * _EDGE + self.verticalScrollBar().sizeHint().width()
        least = super().minimumSizeHint()
        return QSize(max(least.width(), self.article_card.minimumSizeHint().width() + edges), least.height())

    def hurry(self) -> None:
        """Show now what else would be shown a moment later."""
        self._look_ahead_later.hurry()
        self._later.hurry()

    def _soon(self, *_: object) -> None:
        self._ahead = None
        self._look_ahead_later.start()
        self._later.start()

    def _look_ahead(self) -> None:
        mention = self._annotating.selected
        if mention is not None and not (mention.entity_id or mention.happening_id):
            with suppress(ProjectError):  # filling the cards says so
                self._ahead = (mention, self._annotating.thing_proposals(mention.id))

    def _proposals(self, mention: Mention) -> "Sequence[ThingProposal]":
        ahead, self._ahead = self._ahead, None
        return ahead[1] if ahead and ahead[0] is mention else self._annotating.thing_proposals(mention.id)

    def _changed(self, changes: Changes, origin: str) -> None:
        if origin == "inspector" and not isinstance(self.window().focusWidget(), QLineEdit | QPlainTextEdit):
            self.done.emit()
        page = self._session.page
        things = changes.touches(Kind.ENTITY, Kind.HAPPENING)
        # an event proposed along with this one may be told elsewhere
        others = self.link_card.names_events and changes.touches(Kind.MENTION, Kind.ARGUMENT)
        if things or others or (page is not None and changes.touches_article(page.article.id)):
            self._soon()

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Say of which events something is wrong, by mention id."""
        self._problems = problems
        self._soon()

    def edit_note(self) -> None:
        """Put the cursor into the note."""
        self.refresh()
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(self.note_card)

    def seek_link(self) -> None:
        """Put the cursor where an entity or happening is looked for; from bare words, that of the mention on them."""
        words, page = self._session.selection, self._session.page
        if self._annotating.selected is None and words and page:
            there = [m for m in page.at(words[0].begin) if m.layer is not Layer.TIME]
            if there:
                self._session.select_mention(there[-1].id, "keys")
        self.refresh()
        if self.link_card.isVisibleTo(self):
            self.link_card.seek()
            self.ensureWidgetVisible(self.link_card)
        else:
            self._session.message.emit(self.tr("Select a name or an event first; a date is linked to nothing."))

    def seek_date(self) -> None:
        """Put the cursor where another date is typed for the selected time expression."""
        self.refresh()
        if self.time_card.isVisibleTo(self):
            self.time_card.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(self.time_card)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves any field or button for the reader."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Fill the cards anew. The keys stay where they are; where that is gone they are the reader's."""
        held: QWidget | None = self.window().focusWidget()
        inside = held is not None and self.isAncestorOf(held)
        with self._session.explaining():
            self._fill()
        if held is not None and inside and self.window().focusWidget() is not held:
            if Shiboken.isValid(held) and held.isVisibleTo(self) and held.isEnabled():
                held.setFocus()
            else:
                self.done.emit()

    def _fill(self) -> None:
        page, mention = self._session.page, self._annotating.selected
        self.setUpdatesEnabled(False)
        try:
            self._fill_cards(page, mention)
        finally:  # a file that cannot be read must not leave the panel blind
            self.setUpdatesEnabled(True)
        link = (self.link_card, self.link_card.title.text(), self.link_card.says)
        self.below.set_places((link, (self.note_card, self.tr("Note"), self.note.toPlainText()[:80])))

    def _fill_cards(self, page: Page | None, mention: Mention | None) -> None:
        """Hide what says nothing now, fill the rest; a card that stays is filled where it stands.

        One that a person writes in stays till it is filled: the field would be left by it, and half a name be stored.
        """
        field = self.window().focusWidget()
        written = field if isinstance(field, QLineEdit) and field.isModified() else None
        wanted = self._wanted(mention) if page is not None and mention is not None else set()
        for card in self._of_mention:
            if card not in wanted and not (written is not None and card.isAncestorOf(written)):
                card.hide()
        self.article_card.setVisible(page is not None and mention is None)
        self.note_card.setVisible(page is not None)
        if page is not None:
            self._show_note(page, mention)
            if mention is None:
                self.article_card.show_page(page)
            else:
                self._show_mention(page, mention)
        for card in self._of_mention:
            card.setVisible(card in wanted and not (card is self.guideline_card and not self._guideline))
        self._let_edit(not self._session.readonly)

    def _wanted(self, mention: Mention) -> set[QWidget]:
        """Return the cards that have something to say about a mention."""
        wanted: set[QWidget] = {self.mention_card, self.guideline_card}
        wanted.add(self.time_card if mention.layer is Layer.TIME else self.link_card)
        if mention.layer is Layer.EVENT:
            wanted.add(self.event_card)
        if self._session.project is not None:
            wanted.add(self.history_card)
        return wanted

    @property
    def _guideline(self) -> str:
        return self.mention_card.guideline.text()

    def _go_to(self, card: QWidget) -> None:
        self.verticalScrollBar().setValue(card.y() - 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is in view changes."""
        super().resizeEvent(event)
        self.mention_card.problem.set_wrapped(self.height() >= _WHOLE_FROM)
        self.below.look()

    def _let_edit(self, on: bool) -> None:
        """In a project for reading only nothing invites to change it; what leads elsewhere still does."""
        self.note.setReadOnly(not on)
        for card in (self.mention_card, self.time_card, self.event_card, self.link_card):
            card.let_edit(on)

    def _show_note(self, page: Page, mention: Mention | None) -> None:
        noted = mention.id if mention else None
        comment = page.comment_on(noted)
        self.note.show_note((page.article.id, page.annotator_id, noted), comment.text if comment else "")

    def _write_note(self, about: tuple[str, str, str | None], text: str) -> None:
        self._annotating.set_note(text, *about)

    def flush(self) -> None:
        """Store what is still being written; before the article or the project changes."""
        self.note.flush()
        for field in self.findChildren(LineField):
            field.flush()

    def _show_mention(self, page: Page, mention: Mention) -> None:
        """Fill the cards about a mention."""
        project, schema = self._session.project, self._session.schema
        self.mention_card.show_mention(page, mention, schema)
        self.mention_card.show_problem(self._problems.get(mention.id, ""))
        if mention.layer is Layer.TIME:
            words = " ".join(mention.text_of(page.text).split())
            readings: tuple[Reading, ...] = reading_of(page, mention).alternatives
            value = page.times.get(mention.id)
            self.time_card.show_value(mention.id, value, words, page.article.published, readings)
        if mention.layer is Layer.EVENT:
            verbs = self._annotating
            self.event_card.show_event(page, mention, schema, verbs.proposals, verbs.told, verbs.awaits(mention.id))
        if mention.layer is not Layer.TIME:
            self._show_link(page, mention)
        if project is not None:
            self.history_card.show_history(done_to(project, mention))

    def _show_link(self, page: Page, mention: Mention) -> None:
        project = self._session.project
        if project is None:
            return
        event = mention.layer is Layer.EVENT
        kind, linked = (Kind.HAPPENING, mention.happening_id) if event else (Kind.ENTITY, mention.entity_id)
        thing: Thing | None = None
        if linked:
            thing = project.registry.happening(linked) if event else project.registry.entity(linked)
        if event:
            self.event_card.show_date(thing.when if isinstance(thing, Happening) else None)
        registry, who = project.registry, page.annotator_id
        places = registry.appearances(kind, linked, who, limit=LOOKED_AT + 1) if linked else []
        others = registry.count_of(kind, linked, who) - 1 if linked else 0
        from dateline.editing.proposing import likeliest  # not needed for the first article

        proposals = [] if linked else list(self._proposals(mention))
        best = likeliest(proposals)
        elsewhere = [p for p in places if p.mention.id != mention.id][:LOOKED_AT]
        things = registry.happenings if event else registry.entities
        proposed = best.thing if best else None
        about, words = mention.id, mention.text_of(page.text)
        self.link_card.show_thing(
            thing,
            proposals,
            proposed,
            things,
            elsewhere,
            others,
            about=about,
            words=words,
            event=event,
            schema=self._session.schema,
        )

    def _relabel(self, name: str) -> None:
        self._session.select_text(())
        self._annotating.tag(name)

    def _set_date(self, mention_id: str, typed: str) -> None:
        if self._annotating.set_date(mention_id, typed):
            self.done.emit()

    def _undate(self) -> None:
        from dateline.editing.registry import set_happening_date

        project, event = self._session.project, self._annotating.selected_event
        if project is not None and event is not None and (happening := event.happening_id):
            self._session.do(lambda: set_happening_date(project, happening, None), "inspector", say=True)

    def _await(self, role: Role) -> None:
        if event := self._annotating.selected_event:
            self._annotating.await_filler(event.id, role)
            self.done.emit()

    def _link(self, thing: Thing | None) -> None:
        if mention := self._annotating.selected:
            self._annotating.link(mention.id, thing, self.link_card.event_of(thing))
            self.done.emit()

    def _link_new(self, name: str) -> None:
        if mention := self._annotating.selected:
            self._annotating.link_new(mention.id, name)
            self.done.emit()

    def _rename(self, on: tuple[Kind, str], name: str) -> None:
        project = self._session.project
        if project is not None:
            self._session.do(lambda: rename(project, *on, name), "inspector", say=True)
            self._soon()  # what was refused is shown as it is
