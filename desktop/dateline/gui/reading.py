"""The reader with its label keys, bound to the session: what is clicked and typed there becomes verbs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dateline.gui.reader.hits import Target
from dateline.gui.reader.view import ReaderView
from dateline.gui.session import Session
from dateline.gui.settings import Settings
from dateline.gui.theme import Theme
from dateline.model.annotation import Layer, Mention
from dateline.model.changes import Changes, Place
from dateline.model.page import Page
from dateline.model.text import Span, merged

if TYPE_CHECKING:
    from dateline.gui.annotating import Annotating
    from dateline.gui.bulk import Bulk
    from dateline.gui.palette.label_keys import LabelKeys
    from dateline.gui.suggesting import Suggesting

_REMEMBER_MS = 1500


class ReaderPane(QWidget):
    """The centre of the window."""

    menu_wanted = Signal(object)  # QPoint: a context menu for the selection

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.reader = ReaderView(theme)
        self._read: tuple[Span, ...] = ()
        self._schema = session.schema
        self._complete = False
        self._listener: Callable[[str], None] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.reader, 1)
        self.setFocusProxy(self.reader)
        # Where one reads is no data and is written down only now and then.
        self._remember = QTimer(self)
        self._remember.setSingleShot(True)
        self._remember.setInterval(_REMEMBER_MS)
        self._remember.timeout.connect(self.remember)
        session.page_changed.connect(self._show_page)
        session.closing.connect(self._leave)
        session.schema_changed.connect(self._set_schema)

    def complete(self, annotating: "Annotating", keys: "LabelKeys", bulk: "Bulk", suggesting: "Suggesting") -> None:
        """Bring in what the first article does without: the verbs, label keys, suggestions, find bar, hover card."""
        from dateline.gui.joining import Joining
        from dateline.gui.reader_cards import ReaderCards
        from dateline.gui.search.find_bar import FindBar
        from dateline.gui.suggestion_walk import SuggestionWalk

        self._annotating, self._keys, self._bulk = annotating, keys, bulk
        self.walk = SuggestionWalk(self.reader, suggesting, annotating, self._session)
        self.find_bar = FindBar()
        self.find_bar.hide()
        self._column.insertWidget(0, self.find_bar)
        self.cards = ReaderCards(self.reader, self._session, suggesting, self)
        self.joining = Joining(self.reader, self._session, annotating, suggesting, self)
        self._complete = True
        self._connect_reader()
        self._connect_session()
        self._connect_keys()

    def _connect_reader(self) -> None:
        reader, session, verbs = self.reader, self._session, self._annotating
        reader.selection_changed.connect(lambda spans: session.select_text(spans, "reader"))
        reader.mention_selected.connect(lambda i: session.select_mention(i, "reader"))
        reader.clicked_word.connect(self._words_clicked)
        reader.edge_drag_finished.connect(verbs.move_edges)
        reader.fragment_requested.connect(verbs.add_fragment)
        reader.arguments_requested.connect(verbs.add_arguments)
        reader.suggested_argument_requested.connect(self.joining.add_suggested)
        reader.link_requested.connect(self.joining.link)
        reader.link_text_requested.connect(self.joining.link_target)
        reader.picked.connect(self.joining.picked)
        reader.pick_left.connect(self.joining.leave)
        reader.context_menu_requested.connect(self._menu)
        reader.read_progressed.connect(self._progress)
        reader.verticalScrollBar().valueChanged.connect(self._remember.start)
        reader.set_namer(self._name_of)
        self.find_bar.hits_changed.connect(reader.set_hits)
        self.find_bar.current_changed.connect(reader.set_current_hit)
        self.find_bar.chosen.connect(self._take_hit)
        self.find_bar.closed.connect(self._close_find)
        reader.nothing_left.connect(self.find_bar.leave)
        self.find_bar.tag_wanted.connect(self._tag_hits_armed)
        self.find_bar.listening.connect(lambda on: self.listen(self._tag_hits if on else None))

    def _connect_session(self) -> None:
        session = self._session
        session.changed.connect(lambda changes, _origin: self._apply(changes))
        session.mention_selected.connect(self._follow)
        session.place_shown.connect(self._go)

    def _connect_keys(self) -> None:
        keys, verbs = self._keys, self._annotating
        keys.watch(self.reader)
        keys.watch(self.find_bar.tag_all)
        keys.label_requested.connect(self.take_label)
        keys.role_key.connect(verbs.role_key)
        keys.attribute_key.connect(verbs.cycle_attribute)
        keys.attribute_back.connect(lambda name: verbs.cycle_attribute(name, back=True))
        keys.armed.connect(self._armed)
        keys.unknown_stroke.connect(
            lambda prefix, stroke: self._session.message.emit(
                self.tr("No label has the keys {prefix} {stroke}.").format(prefix=prefix, stroke=stroke)
            )
        )

    def set_type(self, settings: Settings) -> None:
        """Set the text in the person's face, size (settings have points, the reader pixels), width and leading."""
        pixels = settings.reader_size * self.logicalDpiY() / 72
        self.reader.set_font(settings.reader_font or None, pixels)
        self.reader.set_line_width(settings.reader_width)
        self.reader.set_leading(settings.reader_leading)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.reader.set_theme(theme)

    # Pages

    def _show_page(self, page: Page | None) -> None:
        told_again = page is not None and page is self.reader.page()  # for panels that were made later
        if not told_again:
            self._leave()
            self.reader.set_page(page, self._session.schema)
        if self._complete and page is not None:
            self.find_bar.set_text(page.text)
        if told_again:
            return
        if self._complete:
            self.walk.show_again()
        project = self._session.project
        if page is None or project is None:
            return
        state = project.local.get(f"scroll:{page.article.id}")
        if isinstance(state, list) and len(state) == 2:
            self.reader.restore_scroll((int(state[0]), float(state[1])))
        read = project.local.get(f"read:{page.article.id}:{page.annotator_id}", [])
        self._read = tuple(Span(b, e) for b, e in read if 0 <= b < e <= len(page.text))
        self.reader.set_coverage(self._read)
        if project.local.get("last_article") != page.article.id:
            self._remember.start()

    def remember(self) -> None:
        """Write down where the person is reading, and what was read."""
        project, page = self._session.project, self.reader.page()
        if project is None or page is None:
            return
        project.local.set(f"scroll:{page.article.id}", list(self.reader.scroll_state()))
        spans = [[s.begin, s.end] for s in self._read]
        project.local.set(f"read:{page.article.id}:{page.annotator_id}", spans)

    def _leave(self) -> None:
        """Write down at once what was still to be written of the page that is left."""
        if self._remember.isActive():
            self._remember.stop()
            self.remember()

    def _progress(self, spans: tuple[Span, ...]) -> None:
        self._read = merged((*self._read, *spans))
        self.reader.set_coverage(self._read)
        self._remember.start()

    def _set_schema(self, _schema: object) -> None:
        if self._complete:
            self._keys.set_schema(self._session.schema)
        if self._schema is not self._session.schema and self.reader.page() is not None:
            self.reader.set_schema(self._session.schema)
        self._schema = self._session.schema

    def _apply(self, changes: Changes) -> None:
        if self.reader.page() is self._session.page:
            self.reader.apply(changes)
        self._offer_keys()

    # Selection

    def _follow(self, mention_id: str | None, origin: str) -> None:
        """Show what was selected elsewhere; what was selected here is shown already."""
        self._offer_keys()
        if origin != "reader" and self.reader.selected_mention() != mention_id:
            self.reader.select_mention(mention_id, reveal=origin not in ("tag", "inspector"))

    def _offer_keys(self) -> None:
        """While a mention is selected the keys of its roles and attributes go before those of labels."""
        mention = self._annotating.selected if self._listener is None else None
        label_type = self._session.schema.by_name.get(mention.label) if mention else None
        self._keys.set_roles(label_type.roles if label_type else ())
        self._keys.set_attributes(label_type.attributes if label_type else ())

    def _go(self, place: Place) -> None:
        if place.span is not None:
            self.reader.reveal(place.span, flash=True)

    def read_on(self, place: Place) -> None:
        """Put the keys to a place that was gone to: its annotation is selected, else its words."""
        if place.span is not None and place.record_id is None:
            self._take_hit(place.span)
        self.reader.setFocus()

    def _words_clicked(self, _span: Span) -> None:
        if self._keys.armed_label:
            self._annotating.tag(self._keys.armed_label)

    def listen(self, listener: Callable[[str], None] | None) -> None:
        """Hand labels that are asked for to somebody else than the selection, None for the selection again."""
        self._listener = listener
        self._offer_keys()

    def take_label(self, name: str, everywhere: bool = False) -> None:
        """Put a label on what is selected, or give it to whoever listens."""
        if self._listener is not None:
            self._listener(name)
        elif not self._only_held(name):
            self._annotating.tag(name, everywhere)

    def _only_held(self, name: str) -> bool:
        """Say whether a key only changed the armed label: an event is not put on the name that was just tagged."""
        mention, label_type = self._annotating.selected, self._session.schema.by_name.get(name)
        if self._keys.armed_label != name or mention is None or label_type is None:
            return False
        return (mention.layer is Layer.EVENT) != (label_type.layer is Layer.EVENT)

    def _tag_hits(self, name: str) -> None:
        from dateline.editing.many import Template

        page, label_type = self._session.page, self._session.schema.by_name.get(name)
        if page is None or label_type is None:
            return
        words = self.find_bar.field.text()
        if self._bulk.tag({page.article.id: self.find_bar.hits_in(page.text)}, Template(label_type), f"“{words}”"):
            self.reader.setFocus()

    def _tag_hits_armed(self) -> None:
        if self._keys.armed_label:
            self._tag_hits(self._keys.armed_label)

    def _armed(self, name: str) -> None:
        self.reader.set_armed(bool(name))
        label_type = self._session.schema.by_name.get(name)
        if label_type is not None:
            self._session.message.emit(
                self.tr("{} is armed: every click or drag tags, until Esc.").format(label_type.shown)
            )

    # Menu, find

    def _name_of(self, mention: Mention) -> str:
        """Return how the entity or happening behind a mention is called, for what is read out."""
        project = self._session.project
        if project is None:
            return ""
        entity = project.registry.entity(mention.entity_id) if mention.entity_id else None
        happening = project.registry.happening(mention.happening_id) if mention.happening_id else None
        found = entity or happening
        return found.name if found else ""

    def _menu(self, position: QPoint, target: Target) -> None:
        if target.mentions and self._session.mention_id not in target.mentions:
            self.reader.select_mention(target.mentions[-1], reveal=False)
        elif target.suggestion is not None and not target.mentions:
            self.reader.set_current_suggestion(target.suggestion, reveal=False)
        elif target.span is not None and not any(s.covers(target.span) for s in self._session.selection):
            self.reader.set_selection((target.span,))
        self.menu_wanted.emit(position)

    def open_find(self) -> None:
        """Open the find bar with the selected words in it."""
        self.find_bar.open(self.reader.selected_text(), self.reader.cursor_position())

    def _take_hit(self, span: Span) -> None:
        """Select what was found: the mention that these words are, the innermost of several, else the words."""
        page = self.reader.page()
        there = [m for m in page.at(span.begin) if _is_found(m, span, page.text)] if page is not None else []
        if there:
            self.reader.select_mention(there[-1].id)
        else:
            self.reader.set_selection((span,), reveal=True)

    def _close_find(self) -> None:
        self.reader.set_hits(())
        self.reader.setFocus()


def _is_found(mention: Mention, hit: Span, text: str) -> bool:
    """Say whether a mention is just the words found, of which a part may have been sought ("visi" for "visit")."""
    if len(mention.fragments) > 1 or not mention.span.covers(hit):
        return False
    beside = text[mention.span.begin : hit.begin] + text[hit.end : mention.span.end]
    return all(c.isalnum() for c in beside)
