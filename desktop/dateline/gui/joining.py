"""Joining two things of an article: a mention with another, or with words; by a drag, or by going there and Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from dateline.assist.suggestions import SpanProposal
from dateline.gui.annotating import Annotating
from dateline.gui.reader.hits import Target
from dateline.gui.reader.view import ReaderView
from dateline.gui.session import Session
from dateline.gui.suggesting import Suggesting
from dateline.model.annotation import Layer
from dateline.model.page import Page
from dateline.model.schema import LabelType, Role
from dateline.model.temporal import order_of
from dateline.model.text import Span


class Joining(QObject):
    """Offers what may lead from one to the other: roles, relations, or to be a further piece of the same mention."""

    def __init__(
        self,
        reader: ReaderView,
        session: Session,
        verbs: Annotating,
        suggesting: Suggesting,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader, self._session, self._verbs, self._suggesting = reader, session, verbs, suggesting
        self._source: str | None = None  # the mention that waits to be joined with what is gone to
        verbs.pending_role_changed.connect(self._role_waits)
        session.page_changed.connect(self._forget)

    # Going there by keys

    def begin(self) -> None:
        """Let the selected mention wait for what it is to be joined with."""
        mention = self._verbs.selected
        if mention is None or not self._session.may_edit():
            return
        self._verbs.leave()
        self._source = mention.id
        self._reader.setFocus()
        self._reader.set_picking(True)
        self._session.message.emit(
            self.tr("Go to a mention or to words with the arrows and press Enter, or click there; Esc leaves it.")
        )

    def picked(self, target: Target) -> None:
        """Take what was gone to, or clicked: for a role that waits, or for the mention that does."""
        source, page = self._source, self._session.page
        proposal = self._proposed(target)
        if source is None:
            if target.by_keys and target.suggestion is None and self._verbs.awaits_on(target.mentions):
                self._verbs.take_awaited()
                return
            adds = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._verbs.pick(target.mentions, target.span, proposal, adds=adds, more=target.more)
            return
        self._forget()
        if page is None or source not in page.mentions:
            return
        self._session.select_mention(source, "tag")
        words = target.span or (proposal.span if proposal else None)  # a piece is just the words gone to
        over = [m.id for m in page.at(words.begin) if m.span.covers(words)] if words else []
        others = [i for i in target.mentions or over if i in page.mentions and i != source]
        if others:
            pieces = (words, *target.more) if words else ()
            self.link(source, others[-1], self._below(page.mentions[others[-1]].span), pieces)
        elif words is not None:
            self.link_words(source, words, self._below(words), proposal, target.more)

    def _proposed(self, target: Target) -> SpanProposal | None:
        return self._suggesting.get(target.suggestion) if target.suggestion and not target.mentions else None

    def link_target(self, source_id: str, target: Target) -> None:
        """Offer what may lead from a mention to words, or a suggestion, that a link was drawn to."""
        proposal = self._proposed(target)
        if words := target.span or (proposal.span if proposal else None):
            self.link_words(source_id, words, proposal=proposal)

    def add_suggested(self, event_id: str, suggestion_id: str) -> None:
        """Make a suggestion an argument of an event."""
        if proposal := self._suggesting.get(suggestion_id):
            self._verbs.add_proposal(event_id, proposal)

    def leave(self) -> None:
        """Let nothing wait any more; what waited is selected again."""
        source = self._source
        self._forget()
        self._verbs.leave()
        if source is not None:
            self._session.message.emit("")  # it said where to go
            self._session.select_mention(source, "tag")

    def _role_waits(self, role: Role | None) -> None:
        if role is not None:
            self._source = None
        self._reader.set_picking(role is not None or self._source is not None)

    def _forget(self, _page: object = None) -> None:
        if self._source is not None:
            self._source = None
            self._reader.set_picking(False)

    def _below(self, span: Span) -> QPoint:
        return self._reader.viewport().mapToGlobal(self._reader.rect_of(span).bottomLeft())

    # What is offered

    def link(self, source_id: str, target_id: str, at: QPoint | None = None, words: tuple[Span, ...] = ()) -> None:
        """Offer the roles of an event, or the relations, that lead from one mention to the other; what fits goes first.

        Between two events their order in time comes before roles that take no event. With `words` also to make them a
        further piece of the first.
        """
        page, schema = self._session.page, self._session.schema
        if page is None or source_id not in page.mentions or target_id not in page.mentions:
            return
        source, target = page.mentions[source_id], page.mentions[target_id]
        menu = QMenu(self._reader)
        event, filler = (source, target) if source.layer is Layer.EVENT else (target, source)
        relations = schema.layer(Layer.RELATION)
        between = source.layer is target.layer is Layer.EVENT
        order = [r for r in relations if between and order_of(r.name) is not None]
        roles = self._verbs.fitting(event.id, filler.id) if event.layer is Layer.EVENT else []
        takes = {r.name for r in self._roles(page, event.id) if filler.label in r.fillers}
        self._offer_roles(menu, event.id, filler.id, [r for r in roles if r in takes or not order])
        self._offer_relations(menu, source_id, target_id, order)
        self._offer_roles(menu, event.id, filler.id, [r for r in roles if order and r not in takes])
        self._offer_relations(menu, source_id, target_id, [r for r in relations if r not in order])
        if words:
            self._offer_piece(menu, page, source_id, words)
        self._pop(menu, at)

    def _offer_roles(self, menu: QMenu, event_id: str, filler_id: str, roles: Sequence[str]) -> None:
        for role in roles:
            action = menu.addAction(role)
            action.triggered.connect(lambda _=False, r=role: self._verbs.fill(event_id, r, filler_id))
        if roles:
            menu.addSeparator()

    def _offer_relations(self, menu: QMenu, source_id: str, target_id: str, relations: Sequence[LabelType]) -> None:
        for relation in relations:
            action = menu.addAction(relation.shown)
            action.triggered.connect(lambda _=False, t=relation: self._verbs.relate(source_id, target_id, t))
        if relations:
            menu.addSeparator()

    def link_words(
        self,
        source_id: str,
        span: Span,
        at: QPoint | None = None,
        proposal: SpanProposal | None = None,
        more: tuple[Span, ...] = (),
    ) -> None:
        """Offer the roles that words can fill, and to make them a further piece of the mention.

        Where they are outlined a role takes the whole `proposal`; words in several pieces stand in `more`, too.
        """
        page = self._session.page
        if page is None or source_id not in page.mentions:
            return
        menu = QMenu(self._reader)
        for role in self._roles(page, source_id):
            action = menu.addAction(role.name)
            action.triggered.connect(lambda _=False, r=role: self._fill_words(source_id, r, span, proposal, more))
        self._offer_piece(menu, page, source_id, (span, *more))
        self._pop(menu, at)

    def _offer_piece(self, menu: QMenu, page: Page, source_id: str, spans: tuple[Span, ...]) -> None:
        if not menu.isEmpty() and not menu.actions()[-1].isSeparator():
            menu.addSeparator()
        words = " ".join(page.mentions[source_id].text_of(page.text).split())
        action = menu.addAction(self.tr("A further piece of “{}”").format(words[:40].replace("&", "&&")))
        action.triggered.connect(lambda _=False: self._verbs.add_fragment(source_id, *spans))

    def _roles(self, page: Page, mention_id: str) -> tuple[Role, ...]:
        mention = page.mentions[mention_id]
        label_type = self._session.schema.by_name.get(mention.label)
        return label_type.roles if label_type and mention.layer is Layer.EVENT else ()

    def _fill_words(
        self, event_id: str, role: Role, span: Span, proposal: SpanProposal | None, more: tuple[Span, ...]
    ) -> None:
        self._verbs.await_filler(event_id, role)
        self._verbs.pick((), span, proposal, more=more)

    def _pop(self, menu: QMenu, at: QPoint | None) -> None:
        if menu.isEmpty():
            self._session.message.emit(self.tr("The schema has no relation for these two."))
            return
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at or self._reader.cursor().pos())
        menu.setActiveAction(menu.actions()[0])  # what fits best: Enter takes it
