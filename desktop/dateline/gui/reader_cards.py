"""The small cards over the reader: what is under the pointer, a date or event just tagged, what lies over another."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget

from dateline.editing.times import reading_of, resolved
from dateline.gui.date_words import label
from dateline.gui.hover_text import of_mention, of_suggestion
from dateline.gui.later import INSPECTOR, Later
from dateline.gui.reader.view import Hover, ReaderView
from dateline.gui.session import Session
from dateline.gui.suggesting import Suggesting
from dateline.gui.time_text import reason, shown_value
from dateline.gui.widgets.hover_card import HoverCard
from dateline.gui.widgets.overlap_list import OverlapList
from dateline.model.annotation import Layer, Mention, TimeValue
from dateline.model.page import Page

_ROOM = 34  # characters of a mention in the list


class ReaderCards(QObject):
    """Shows at most one card at a time; each goes when the selection, the page or the place does."""

    def __init__(self, reader: ReaderView, session: Session, suggesting: Suggesting, parent: QWidget) -> None:
        super().__init__(parent)
        self._reader, self._session, self._suggesting = reader, session, suggesting
        self.hover_card, self.date_card, self.overlaps = HoverCard(parent), HoverCard(parent), OverlapList(parent)
        self._tagged = ""
        self._event_says: Callable[[], Sequence[str]] = tuple
        # Reading a date takes a moment: the reader paints the answer to the key first.
        self._later = Later(self, self._show_tagged, INSPECTOR)
        reader.hovered.connect(self._hover)
        reader.overlapping.connect(self._list)
        reader.suggestion_selected.connect(self._walked)
        self._proposed = ""  # the suggestion that was walked to
        reader.verticalScrollBar().valueChanged.connect(self._moved)
        reader.viewport().installEventFilter(self)
        reader.selection_changed.connect(self._selection_changed)
        self.overlaps.chosen.connect(lambda i: reader.select_mention(i, reveal=False))
        session.page_changed.connect(self.dismiss)
        session.mention_selected.connect(self._follow)
        session.changed.connect(self.renew)

    def set_event_says(self, says: Callable[[], Sequence[str]]) -> None:
        """Say what is proposed for the event that is selected; nothing where a panel says it already."""
        self._event_says = says

    def renew(self, *_: object) -> None:
        """Show what was just tagged, or the event that is selected, as it is now."""
        if self._tagged:
            self._later.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Panels that come and go make the text wider or narrower."""
        if event.type() is QEvent.Type.Resize:
            self._moved()
        return super().eventFilter(watched, event)

    def _moved(self, *_: object) -> None:
        """The text moved under the cards: they go, but what is asked of an event comes along with its words."""
        page = self._session.page
        mention = page.mentions.get(self._session.mention_id or "") if page else None
        self.dismiss()
        if mention is not None and mention.layer is Layer.EVENT:
            self._tagged = mention.id
            self._later.start()

    def dismiss(self, *_: object) -> None:
        """Put all cards away."""
        self._tagged = self._proposed = ""
        self._later.stop()
        self.hover_card.dismiss()
        self.date_card.dismiss()
        self.overlaps.hide()

    def _selection_changed(self, *_: object) -> None:
        self.overlaps.hide()

    def _follow(self, mention_id: str | None, origin: str) -> None:
        """A time expression that was tagged shows at once what it was resolved to; any event what is proposed for it.

        Enter takes what is proposed for an event however it came to be selected: it must be seen.
        """
        self.dismiss()  # the inspector says it all of what is selected
        page = self._session.page
        mention = page.mentions.get(mention_id) if page and mention_id else None
        if mention is None:
            return
        if mention.layer is Layer.EVENT or (mention.layer is Layer.TIME and origin == "tag"):
            self._tagged = mention.id
            self._later.start()

    def _walked(self, suggestion_id: str | None) -> None:
        """A date that is only proposed says where it comes from before it is taken."""
        self._proposed = suggestion_id or ""
        proposal = self._suggesting.get(self._proposed) if self._proposed else None
        if proposal is not None and proposal.layer is Layer.TIME:
            self._later.start()
        elif not self._tagged:
            self.date_card.dismiss()

    def _show_tagged(self) -> None:
        page = self._session.page
        proposal = self._suggesting.get(self._proposed) if self._proposed else None
        if page is not None and proposal is not None and proposal.layer is Layer.TIME and self._reader.isVisible():
            layer, who = proposal.layer, self._session.annotator
            made = Mention("", page.article.id, who.id if who else "", layer, proposal.label, (proposal.span,))
            self._show_date(page, made, resolved(page, made))
            return
        mention = page.mentions.get(self._tagged) if page else None
        if page is None or mention is None or self._session.mention_id != mention.id or not self._reader.isVisible():
            self.date_card.dismiss()
        elif mention.layer is Layer.TIME:
            self._show_date(page, mention, page.times.get(mention.id))
        elif (lines := self._event_says()) and self._in_view(mention):
            corner = self._below(mention)
            if self.overlaps.isVisible():  # that list stands there already
                corner.setY(max(corner.y(), self.overlaps.geometry().bottom() + 6))
            self.date_card.show_below(corner, self._named(page, mention), lines)
        else:
            self.date_card.dismiss()

    def _show_date(self, page: Page, mention: Mention, value: TimeValue | None) -> None:
        words = " ".join(mention.text_of(page.text).split())
        lines = [reason(value, words, page.article.published)]
        for number, reading in enumerate(reading_of(page, mention).alternatives[:4], start=1):
            if value is None or (reading.value, reading.when) != (value.value, value.when):
                lines.append(f"{number}   {label(reading.when) if reading.when else reading.value}")
        self.date_card.show_below(self._below(mention), shown_value(value), lines)

    def _below(self, mention: Mention) -> QPoint:
        box = self._reader.rect_of(mention.fragments[0])
        return self._reader.viewport().mapToGlobal(box.bottomLeft() + QPoint(0, 10))

    def _in_view(self, mention: Mention) -> bool:
        box = self._reader.rect_of(mention.fragments[0])
        return self._reader.viewport().rect().intersects(box)

    def _list(self, ids: tuple[str, ...]) -> None:
        """Show all that lies over one another, with what is selected now."""
        page = self._session.page
        found = [page.mentions[i] for i in ids if i in page.mentions] if page else []
        if page is None or len(found) < 2:
            return
        inner = min(found, key=lambda m: len(m.span))
        rows = [(m.id, self._named(page, m)) for m in found]
        self.overlaps.show_rows(rows, self._reader.selected_mention(), self._below(inner))

    def _named(self, page: Page, mention: Mention) -> str:
        label_type = self._session.schema.by_name.get(mention.label)
        words = " ".join(mention.text_of(page.text).split())
        short = words if len(words) <= _ROOM else f"{words[: _ROOM - 1].rstrip()}…"
        return f"{label_type.shown if label_type else mention.label}: {short}"

    def _hover(self, hover: Hover | None) -> None:
        page, schema, project = self._session.page, self._session.schema, self._session.project
        mention = page.mentions.get(hover.id) if hover and page else None
        proposal = self._suggesting.get(hover.id) if hover and hover.suggestion else None
        text = None
        if page is not None and mention is not None:
            # The inspector says it all of the one that is selected.
            selected = mention.id == self._session.mention_id
            text = None if selected else of_mention(page, schema, project, mention)
        elif proposal is not None:
            text = of_suggestion(schema, project, proposal)
        if hover is None or text is None:
            self.hover_card.dismiss()
        else:
            self.hover_card.show_at(hover.position, text.title, text.lines, text.guideline)
