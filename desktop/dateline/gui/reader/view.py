"""The reader: the view in which an article is read and tagged."""

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QAbstractSlider, QWidget

from dateline.gui.reader import caret as moves
from dateline.gui.reader.hits import Hit, Target, hit, mentions_at, near, suggestion_at
from dateline.gui.reader.keys import handle_key
from dateline.gui.reader.mouse import Mouse
from dateline.gui.reader.painting import Overlay
from dateline.gui.reader.progress import ReadingProgress
from dateline.gui.reader.proposing import ProposingSurface
from dateline.gui.reader.speech import Namer, kinds, spoken
from dateline.gui.reader.units import unit_at
from dateline.gui.theme import Theme
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.model.text import Span, merged

_EDGE = 3  # pixels


class Hover(Struct, frozen=True):
    """A mention or suggestion under the pointer, and where the pointer is on the screen."""

    id: str
    position: QPoint
    suggestion: bool = False


class _EnterFirst(QObject):
    """Gives a view Enter before any shortcut has it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        wanted = isinstance(event, QKeyEvent) and _asks_enter(event)
        if wanted:
            event.accept()
        return wanted or super().eventFilter(watched, event)


def _asks_enter(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.type() is QEvent.Type.ShortcutOverride and enter and not event.modifiers()


def accessible_reader(_key: str, thing: QObject) -> QAccessibleInterface | None:
    """Make what a reader is to assistive technology; None leaves every other object to Qt.

    Hand it to QAccessible.installFactory, once a process and before there is a window.
    """
    if not isinstance(thing, ReaderView):
        return None
    from dateline.gui.reader.accessible import ReaderInterface

    return ReaderInterface(thing)


class ReaderView(ProposingSurface):
    """Shows a page and turns mouse and keys into facts and requests; it changes no annotation.

    The selection is either words (a word cursor that can extend, and more pieces by Ctrl) or one mention.
    Spans are code points of the page's text. Letters, digits, Tab, Delete and the like are left to the
    window.
    """

    mention_activated = Signal(str)
    clicked_word = Signal(object)  # Span: a click or drag completed a selection of words
    edge_drag_finished = Signal(str, object)  # mention id, tuple[Span, ...]
    fragment_requested = Signal(str, object)  # mention id, Span
    arguments_requested = Signal(str, object)  # event id, tuple of mention ids
    suggested_argument_requested = Signal(str, str)  # event id, suggestion id
    link_requested = Signal(str, str)  # from mention, to mention
    link_text_requested = Signal(str, object)  # from mention, Target: raw words, and what is suggested there
    picked = Signal(object)  # Target, while picking
    pick_left = Signal()  # Esc, while picking
    nothing_left = Signal()  # Esc, with nothing here to give up
    context_menu_requested = Signal(object, object)  # global QPoint, Target
    overlapping = Signal(object)  # tuple of mention ids, outermost first: a click went to one of several
    hovered = Signal(object)  # Hover or None
    read_progressed = Signal(object)  # tuple[Span, ...] seen long enough to have been read

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._armed = False
        self._picking = False
        self._bare = True  # neither a cursor nor a mention
        self._name_of: Namer | None = None
        self._mouse = Mouse(self)
        self._enter = _EnterFirst(self)
        self._progress = ReadingProgress(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setAccessibleName(self.tr("Article text"))
        self.setAccessibleDescription(self.tr("Arrows move by word, Shift extends, letters tag."))
        self._port.left.connect(self._mouse.leave)
        self.selection_changed.connect(self._speak)
        self.selection_changed.connect(self._show_keys)

    # Page

    def set_page(self, page: Page | None, schema: Schema) -> None:
        """Show a page from its top (None: nothing); selection, hits and suggestions are cleared."""
        had = bool(self.selection())
        self._mouse.cancel()
        self._caret, self._extra, self._selected, self._place = None, (), None, None
        self._hits, self._current_hit, self._flash = [], None, None
        self._walked = False
        self.show_page(page, schema)
        self.strip.set_length(len(page.text) if page else 1)
        self.strip.set_read(())
        self.strip.set_hits(())
        self._progress.restart()
        if had:
            self.mention_selected.emit(None)
            self.selection_changed.emit(())
        else:
            self._speak()

    # Modes the window sets

    def set_armed(self, on: bool) -> None:
        """While a label is armed, a click or drag always takes words, never the mention on them."""
        self._armed = on

    def armed(self) -> bool:
        """Say whether a label is armed."""
        return self._armed

    def set_picking(self, on: bool) -> None:
        """While picking, a click or drag emits `picked` and leaves the selection and the focus as they are."""
        if on and not self._picking:
            self.installEventFilter(self._enter)
        elif not on:
            self.removeEventFilter(self._enter)
        self._picking = on
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.IBeamCursor)

    def picking(self) -> bool:
        """Say whether a filler is being picked."""
        return self._picking

    # Coverage

    def set_coverage(self, spans: Iterable[Span]) -> None:
        """Show what has been read in the strip beside the scroll bar."""
        read = merged(spans)
        self.strip.set_read(read)
        self._progress.set_known(read)

    # What is under the pointer

    def hit(self, point: QPoint | QPointF) -> Hit | None:
        """Resolve a point of the viewport; None without a page."""
        if not self._sheet:
            return None
        return hit(self._sheet, point.x() - self.column_left(), point.y() + self.scroll_offset())

    def target(self, found: Hit) -> Target:
        """Return what a click on a hit means."""
        if self._sheet is None:
            return Target((), None)
        unit = unit_at(self._sheet.blocks, found.position, self._granularity) if found.on_text else None
        return Target(mentions_at(self._sheet, found), unit, suggestion_at(self._sheet, found))

    def aim(self, found: Hit, point: QPoint | QPointF) -> Hit | None:
        """Return what a click at a point is meant for: itself, else the nearest word of its line; None far from any.

        Where a mention lies over a line without a word, such as a dash alone, it is the mention.
        """
        if self._sheet is None:
            return None
        if found.tag is not None:
            return found
        if found.on_text and unit_at(self._sheet.blocks, found.position, self._granularity):
            return found
        word = near(self._sheet, found, point.x() - self.column_left(), point.y() + self.scroll_offset())
        return found if word is None and mentions_at(self._sheet, found) else word

    def rect_of(self, span: Span) -> QRect:
        """Return where the first line of a span stands, in viewport coordinates; empty without a page."""
        if not self._sheet:
            return QRect()
        at = self.line_of(span.begin)
        extents = at.cell.set.extents(at.line, span.begin, span.end) or [(int(at.line.left), int(at.line.left) + 1)]
        grid, base = at.cell.set.grid, at.base
        corner = self.to_viewport(extents[0][0], base + grid.text_top)
        return QRect(corner.x(), corner.y(), extents[-1][1] - extents[0][0], grid.text_bottom - grid.text_top)

    def pick(self, span: Span) -> None:
        """Emit `picked` for words that were selected while picking."""
        self.picked.emit(Target((), span))

    def tell_hover(self, hovered: str | None, position: QPoint, *, suggestion: bool) -> None:
        """Emit `hovered`."""
        self.hovered.emit(Hover(hovered, position, suggestion) if hovered else None)

    # What is read out

    def set_namer(self, name_of: Namer | None) -> None:
        """Say how a mention's entity or happening is called, for what is read out."""
        self._name_of = name_of

    def spoken(self) -> str:
        """Return what is to be said about the selected mention, or about those over the word cursor."""
        if not self._page or not self._scene:
            return ""
        if mention := self._page.mentions.get(self._selected or ""):
            return spoken(self._page, self._schema, mention, self._scene.focus, self._name_of)
        over = self._scene.index.at(self._caret.head.begin) if self._caret else ()
        return kinds(self._schema, over, self._name_of)

    def _show_keys(self) -> None:
        """The edge that says that the view has the keys comes and goes with the cursor."""
        bare = self._caret is None and self._selected is None
        if bare != self._bare:
            self._bare = bare
            self.viewport().update(0, 0, _EDGE, self.viewport().height())

    def _speak(self) -> None:
        """Tell assistive technology, where there is any, that page, cursor or selection changed."""
        if QAccessible.isActive():
            from dateline.gui.reader.accessible import announce

            announce(self)

    # What keys ask for

    def page_step(self, direction: int) -> None:
        """Scroll a page, less a line, down (1) or up (-1)."""
        action = QAbstractSlider.SliderAction
        self.verticalScrollBar().triggerAction(action.SliderPageStepAdd if direction > 0 else action.SliderPageStepSub)

    def move_edge(self, *, at_end: bool, direction: int, by_character: bool) -> None:
        """Ask for a mention's edge to be moved, or move the edge of the selected words."""
        if not self._sheet or not (spans := self.selection()):
            return
        blocks = self._sheet.blocks
        if at_end and self.line_of(spans[-1].begin).cell.set.rtl:
            direction = -direction
        moved = moves.move_edge(blocks, spans, at_end=at_end, direction=direction, by_character=by_character)
        if moved == spans:
            return
        if self._selected:
            self.edge_drag_finished.emit(self._selected, moved)
        else:
            self.set_selection(moved)

    def step_out(self) -> bool:
        """Give up one thing; return whether there was any.

        In turn: a drag, the suggestion walked to, a mention (its first word stays), added pieces, what was
        extended, the cursor.
        """
        if self._mouse.cancel():
            return True
        if self.current_suggestion() is not None:
            self.set_current_suggestion(None)
            return True
        if self._selected and self._sheet:
            self.move_to(moves.start(self._sheet.blocks, self.cursor_position(), self._granularity), show=False)
            return True
        caret = self._caret
        if caret is None:
            return False
        if self._extra:
            self.move_to(caret, show=False)
        elif caret.anchor != caret.head:
            self.move_to(moves.Caret(caret.head, caret.head), show=False)
        else:
            self.give_up_cursor()
        return True

    # Events

    def overlay(self) -> Overlay:
        """Return what is drawn over the page now."""
        return Overlay(
            selection=self.selection(),
            selected=self._selected,
            preview=self._mouse.preview,
            hits=self._hits,
            current_hit=self._current_hit,
            flash=self._flash,
            hovered=None,
            active=self.hasFocus(),
        )

    def paint_over(self, painter: QPainter) -> None:
        """Paint the link that is being dragged; without a cursor, that the view has the keys."""
        if self._caret is None and self._selected is None and self.hasFocus():
            edge = QRect(-self.column_left(), self.scroll_offset(), _EDGE, self.viewport().height())
            painter.fillRect(edge, self._theme.accent)
        ends = self._mouse.link_line
        if ends:
            pen = QPen(self._theme.accent, 2)
            pen.setDashPattern((4.0, 2.0))
            painter.setPen(pen)
            painter.drawLine(*ends)

    def scrolled(self) -> None:
        """Reading goes on."""
        self._progress.scrolled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor; whatever is not about that is left to the window."""
        self._walked = False
        if not handle_key(self, event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start a click, a selection, or a drag of an edge or a link."""
        self._walked = False
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a drag, or say what is under the pointer."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Commit what was dragged or clicked."""
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a phrase, or open a mention."""
        self._mouse.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: on what is under the pointer, or on the selection when a key asked."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            spans = self.selection()
            corner = self.rect_of(spans[0]).bottomLeft() if spans else QPoint(self.column_left(), 20)
            ids = (self._selected,) if self._selected else ()
            target = Target(ids, spans[0] if spans else None, self.current_suggestion())
            self.context_menu_requested.emit(self.viewport().mapToGlobal(corner), target)
        elif found := self.hit(event.pos()):
            self.context_menu_requested.emit(event.globalPos(), self.target(self.aim(found, event.pos()) or found))
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor; without one it goes to the first word in view."""
        super().focusInEvent(event)
        keyed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if keyed and self._caret is None and self._sheet:
            self.move_to(moves.start(self._sheet.blocks, self.scroll_state()[0], self._granularity), show=False)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the cursor quietly."""
        super().focusOutEvent(event)
        self.viewport().update()
