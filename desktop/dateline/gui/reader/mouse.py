"""The mouse in the reader: clicks, snapped and exact selections, edges, fragments and links.

A drag previews while it lasts and commits once, on release; Esc or a lost page cancels it.
"""

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent

from dateline.gui.reader.caret import Caret
from dateline.gui.reader.hits import Edge, Hit, Target, edge_at
from dateline.gui.reader.hovering import Hovering
from dateline.gui.reader.units import Granularity, snap_drag, unit_at
from dateline.model.annotation import Layer
from dateline.model.text import Span, trim

if TYPE_CHECKING:
    from dateline.gui.reader.view import ReaderView

_SCROLL_MS = 25
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Doing(Enum):
    """What the pressed button is doing."""

    NOTHING = auto()
    SELECTING = auto()
    EXTENDING = auto()
    PIECE = auto()
    EDGE = auto()
    LINK = auto()


class Mouse(QObject):
    """Follows one press from button down to button up."""

    def __init__(self, view: "ReaderView") -> None:
        super().__init__(view)
        self._view = view
        self._doing = Doing.NOTHING
        self._pressed_at = QPointF()
        self._now = QPointF()
        self._first: Hit | None = None
        self._moved = False
        self._edge: Edge | None = None
        self._source: str | None = None
        self._kept: Caret | None = None
        self._hovering = Hovering(view)
        self._swallow_release = False
        self._exact = False
        self._clicked: Span | None = None  # the word of the last press: quick clicks on others are no double click
        self._since_double = QElapsedTimer()
        self.preview: tuple[Span, ...] = ()
        self.link_line: tuple[QPoint, QPoint] | None = None
        self._scroll = QTimer(self)
        self._scroll.setInterval(_SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)

    def cancel(self) -> bool:
        """Forget a drag; return whether there was one."""
        dragging = self._doing is not Doing.NOTHING and self._moved
        self._doing, self._moved, self._first = Doing.NOTHING, False, None
        self.preview, self.link_line = (), None
        self._scroll.stop()
        self._view.viewport().update()
        return dragging

    # Press

    def press(self, event: QMouseEvent) -> None:
        """Begin what the place and the keys held ask for."""
        view = self._view
        self._swallow_release = False
        self.leave()
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        found = view.hit(event.position())
        if found is None:
            return
        word = self._word(found, event.position())
        again = word == self._clicked
        self._clicked = word
        if again and self._is_third_click(event):
            self._take(unit_at(view.text_blocks(), found.position, Granularity.SENTENCE))
            self._swallow_release = True
            return
        self._pressed_at = self._now = event.position()
        self._first, self._moved = found, False
        self._doing = self._begin(found, event.modifiers(), event.position())

    def _begin(self, found: Hit, held: Qt.KeyboardModifier, point: QPointF) -> Doing:
        view = self._view
        if held & _CTRL and held & _ALT:
            self._source = self._link_source(view.target(found).mentions)
            return Doing.LINK if self._source else Doing.NOTHING
        if held & _CTRL:
            return Doing.PIECE
        if held & _SHIFT and view.caret() and not view.picking():
            self._kept = view.caret()
            return Doing.EXTENDING
        sheet = view.sheet()
        if sheet and not view.picking():
            x, y = point.x() - view.column_left(), point.y() + view.scroll_offset()
            self._edge = edge_at(sheet, view.selected_mention(), x, y)
            if self._edge:
                return Doing.EDGE
        return Doing.SELECTING

    def _word(self, found: Hit, point: QPointF) -> Span | None:
        """Return the word that a press there is on, or beside."""
        aimed = self._view.aim(found, point)
        return unit_at(self._view.text_blocks(), aimed.position, Granularity.WORD) if aimed else None

    def _link_source(self, ids: tuple[str, ...]) -> str | None:
        """A link starts at the selected mention if it is under the pointer, else at a trigger, else innermost."""
        page, selected = self._view.page(), self._view.selected_mention()
        if selected in ids:
            return selected
        triggers = [i for i in ids if page and page.mentions[i].layer is Layer.EVENT]
        return next(reversed((*ids[-1:], *triggers)), None)

    def _is_third_click(self, event: QMouseEvent) -> bool:
        hints = QGuiApplication.styleHints()
        near = (event.position() - self._pressed_at).manhattanLength() < hints.startDragDistance()
        return self._since_double.isValid() and self._since_double.elapsed() < hints.mouseDoubleClickInterval() and near

    # Move

    def move(self, event: QMouseEvent) -> None:
        """Go on with a drag; without one, follow the pointer."""
        self._now = event.position()
        if self._doing is Doing.NOTHING or not event.buttons() & Qt.MouseButton.LeftButton:
            if not event.buttons():
                self._hovering.move(event)
            return
        distance = (event.position() - self._pressed_at).manhattanLength()
        if not self._moved and distance < QGuiApplication.styleHints().startDragDistance():
            return
        self._moved = True
        self._exact = bool(event.modifiers() & _ALT)
        self._drag(event.position(), exact=self._exact)
        outside = not self._view.viewport().rect().adjusted(0, 12, 0, -12).contains(event.position().toPoint())
        if outside and not self._scroll.isActive():
            self._scroll.start()
        elif not outside:
            self._scroll.stop()

    def _drag(self, point: QPointF, *, exact: bool) -> None:
        view = self._view
        found = view.hit(point)
        if found is None or self._first is None:
            return
        if self._doing is Doing.LINK:
            self._drag_link(point)
        elif self._doing is Doing.EDGE:
            self.preview = self._moved_edge(found, point, exact=exact)
        else:
            span = self._span_to(found, point, exact=exact)
            self.preview = (span,) if span else ()
        view.viewport().update()

    def _drag_link(self, point: QPointF) -> None:
        view, page = self._view, self._view.page()
        mention = page.mentions.get(self._source) if page and self._source else None
        if mention:
            start = view.rect_of(mention.fragments[0]).center()
            shift = QPoint(-view.column_left(), view.scroll_offset())
            self.link_line = (start + shift, point.toPoint() + shift)

    def _span_to(self, found: Hit, point: QPointF, *, exact: bool) -> Span | None:
        """Return what is selected from the press to here: whole words, or to the character when exact."""
        view, first = self._view, self._first
        if first is None:
            return None
        text = view.text_blocks().text
        if exact:
            one = first.at.cell.set.edge_at(first.at.line, self._pressed_at.x() - view.column_left())
            other = found.at.cell.set.edge_at(found.at.line, point.x() - view.column_left())
            return Span(min(one, other), max(one, other)) if one != other else None
        begin, end = sorted((first.position, found.position))
        if self._doing is Doing.EXTENDING and self._kept:
            anchor = self._kept.anchor
            begin, end = min(anchor.begin, found.position), max(anchor.end - 1, found.position)
        end = min(end + 1, len(text))
        if begin >= end:
            return None
        if view.granularity() > Granularity.WORD:
            low = unit_at(view.text_blocks(), begin, view.granularity())
            high = unit_at(view.text_blocks(), end - 1, view.granularity())
            begin, end = low.begin if low else begin, high.end if high else end
        if view.granularity() is Granularity.CHARACTER:
            return Span(begin, end)
        return snap_drag(text, begin, end)

    def _moved_edge(self, found: Hit, point: QPointF, *, exact: bool) -> tuple[Span, ...]:
        view, page = self._view, self._view.page()
        mention = page.mentions.get(self._edge.mention) if page and self._edge else None
        if mention is None or self._edge is None:
            return ()
        fragments = mention.fragments
        if exact:
            edge = found.at.cell.set.edge_at(found.at.line, point.x() - view.column_left())
        else:
            word = unit_at(view.text_blocks(), found.position, Granularity.WORD)
            word = word or Span(found.position, found.position + 1)
            edge = word.end if self._edge.at_end else word.begin
        piece = fragments[-1] if self._edge.at_end else fragments[0]
        begin, end = (piece.begin, edge) if self._edge.at_end else (edge, piece.end)
        if not exact and begin < end and page and (held := trim(page.text, begin, end)):  # as a selection is
            begin, end = (begin, held.end) if self._edge.at_end else (held.begin, end)
        if begin >= end:
            return fragments
        moved = Span(begin, end)
        return (*fragments[:-1], moved) if self._edge.at_end else (moved, *fragments[1:])

    def _scroll_on(self) -> None:
        """Scroll while the pointer is held outside, the faster the farther."""
        height = self._view.viewport().height()
        y = self._now.y()
        beyond = y - 12 if y < 12 else y - (height - 12) if y > height - 12 else 0
        bar = self._view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + int(beyond / 3) + (1 if beyond > 0 else -1))
        if bar.value() != before:
            clamped = QPointF(self._now.x(), min(max(self._now.y(), 1.0), height - 2.0))
            self._pressed_at -= QPointF(0, bar.value() - before)
            self._drag(clamped, exact=self._exact)

    # Release

    def release(self, event: QMouseEvent) -> None:
        """Commit: a drag does what it previewed, anything else is a click."""
        if self._swallow_release or event.button() != Qt.MouseButton.LeftButton:
            self._swallow_release = False
            return
        doing, moved, first, preview = self._doing, self._moved, self._first, self.preview
        edge, source = self._edge, self._source
        self.cancel()
        if first is None or doing is Doing.NOTHING:
            return
        if doing is Doing.EDGE and moved and edge:
            self._finish_edge(edge, preview)
        elif doing is Doing.LINK and source:
            self._finish_link(source, event.position())
        elif doing is Doing.PIECE:
            aimed = self._view.aim(first, event.position())
            word = self._view.target(aimed).span if aimed else None
            piece = preview[0] if moved and preview else None
            if not self._finish_arguments(piece, aimed):
                self._finish_piece(piece or word)
        elif moved and doing is not Doing.EDGE:
            if preview:
                self._finish_selection(preview[0])
        elif doing is Doing.EXTENDING:
            self._extend_to(self._view.aim(first, event.position()))
        else:
            self._click(first, event.position())

    def _finish_edge(self, edge: Edge, fragments: tuple[Span, ...]) -> None:
        page = self._view.page()
        mention = page.mentions.get(edge.mention) if page else None
        if mention and fragments and fragments != mention.fragments:
            self._view.edge_drag_finished.emit(edge.mention, fragments)

    def _finish_link(self, source: str, point: QPointF) -> None:
        view = self._view
        found = view.hit(point)
        if found is None:
            return
        target = view.target(found)
        others = [i for i in target.mentions if i != source]
        if others:
            view.link_requested.emit(source, others[-1])
        elif any(target) and not target.mentions:
            view.link_text_requested.emit(source, target)

    def _finish_arguments(self, piece: Span | None, aimed: Hit | None) -> bool:
        """While an event is selected, a click on a mention or a drag over some makes them its arguments."""
        view, page = self._view, self._view.page()
        event = page.mentions.get(view.selected_mention() or "") if page else None
        if page is None or event is None or event.layer is not Layer.EVENT:
            return False
        if piece is not None:
            inside = [m for m in view.mentions_in(piece) if m.layer is not Layer.EVENT]
            found = [m.id for m in inside if not any(o.span.covers(m.span) and o.span != m.span for o in inside)]
        else:
            target = view.target(aimed) if aimed else Target((), None)
            found = [i for i in target.mentions if i != event.id][-1:]
            if target.suggestion and not target.mentions:
                view.suggested_argument_requested.emit(event.id, target.suggestion)
                return True
        if not found:
            return False
        view.arguments_requested.emit(event.id, tuple(found))
        return True

    def _finish_piece(self, span: Span | None) -> None:
        view = self._view
        if span is None:
            return
        mention = view.selected_mention()
        if mention:
            view.fragment_requested.emit(mention, span)
        else:
            view.set_selection((*view.selection(), span))

    def _finish_selection(self, span: Span) -> None:
        view = self._view
        if view.picking():
            view.pick(span)
            return
        self._take(span)
        view.clicked_word.emit(span)

    def _extend_to(self, found: Hit | None) -> None:
        view, caret = self._view, self._view.caret()
        unit = unit_at(view.text_blocks(), found.position, view.granularity()) if found else None
        if caret and unit:
            view.move_to(caret.to(unit, extend=True), show=False)
            view.clicked_word.emit(view.selection()[0])

    def _take(self, span: Span | None) -> None:
        if span:
            self._view.move_to(Caret(span, span), show=False)

    def _click(self, found: Hit, point: QPointF) -> None:
        """Select what is under the pointer, the nearest word beside it, or, far from any word, nothing."""
        view = self._view
        aimed = view.aim(found, point)
        if aimed is None:
            if not view.picking():
                view.move_to(None)
            return
        target = view.target(aimed)
        if found.on_text and (here := view.target(found).mentions):
            target = target._replace(mentions=here)  # the space inside a mention is the mention's
        if view.picking():
            if any(target):
                view.picked.emit(target)
            return
        if found.tag is not None and target.mentions:
            view.select_mention(target.mentions[0], reveal=False)
            return
        if target.suggestion and not target.mentions:
            self._click_suggestion(target)
            return
        if view.armed() or not target.mentions:
            if target.span:
                self._take(target.span)
                view.clicked_word.emit(target.span)
            return
        position = found.position if found.on_text else aimed.position
        view.cycle_at(position, target.span or Span(position, position + 1))
        if len(target.mentions) > 1:
            view.overlapping.emit(target.mentions)

    def _click_suggestion(self, target: Target) -> None:
        """Take all of a suggestion, as Tab does; the unit of text there where that one is taken already."""
        view = self._view
        if target.suggestion == view.current_suggestion():
            self._take(target.span)
        else:
            view.set_current_suggestion(target.suggestion, reveal=False)
        for span in view.selection()[-1:]:
            view.clicked_word.emit(span)

    def double_click(self, event: QMouseEvent) -> None:
        """Take the phrase; open a mention that stands alone there, cycle on among several."""
        view = self._view
        found = view.hit(event.position())
        if found is None or event.button() != Qt.MouseButton.LeftButton:
            return
        target = view.target(found)
        self._swallow_release = True
        adds = bool(event.modifiers() & _CTRL)  # another argument, or the next role of this one
        if adds or view.picking() or view.armed() or self._word(found, event.position()) != self._clicked:
            self.press(event)
            return
        self._pressed_at = event.position()
        if len(target.mentions) == 1:
            view.select_mention(target.mentions[0], reveal=False)
            view.mention_activated.emit(target.mentions[0])
        elif target.mentions:
            self._click(found, event.position())
        elif found.on_text:
            self._since_double.start()
            self._take(unit_at(view.text_blocks(), found.position, Granularity.PHRASE) or target.span)

    def leave(self) -> None:
        """The pointer has left."""
        self._hovering.leave()
