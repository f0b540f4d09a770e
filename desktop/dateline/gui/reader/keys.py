"""Keys that move the word cursor and the edges of spans; all others are the window's."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from dateline.gui.layouts import digit
from dateline.gui.reader import caret as moves
from dateline.gui.reader.caret import Caret
from dateline.gui.reader.hits import Target
from dateline.gui.reader.units import Granularity

if TYPE_CHECKING:
    from dateline.gui.reader.view import ReaderView

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_HORIZONTAL = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_VERTICAL = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def handle_key(view: "ReaderView", event: QKeyEvent) -> bool:
    """Do what a key asks of the reader; return False for keys that are not the reader's."""
    sheet = view.sheet()
    if sheet is None:
        return False
    held = event.modifiers() & (_SHIFT | _CTRL | _ALT | Qt.KeyboardModifier.MetaModifier)
    key = Qt.Key(event.key())
    if key not in _VERTICAL:
        view.forget_goal()
    if event.matches(QKeySequence.StandardKey.Copy):
        view.copy()
        return True
    if held & _ALT:
        return _with_alt(view, event, held)
    if key in _HORIZONTAL or key in _VERTICAL or key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        return _move(view, key, held)
    if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        view.page_step(1 if key == Qt.Key.Key_PageDown else -1)
        return True
    if key == Qt.Key.Key_Space and not held & _CTRL:
        view.page_step(-1 if held & _SHIFT else 1)
        return True
    if held:
        return False
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return _enter(view)
    if key == Qt.Key.Key_Escape and view.picking():
        view.pick_left.emit()
        return True
    if key != Qt.Key.Key_Escape:
        return False
    gave_up = view.step_out()
    if not gave_up:
        view.nothing_left.emit()
    return gave_up


def _with_alt(view: "ReaderView", event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
    key = Qt.Key(event.key())
    if held == _ALT and (grain := digit(event)) in set(Granularity):
        view.set_granularity(Granularity(grain))
        return True
    if held & _SHIFT and (key in _HORIZONTAL or key in _VERTICAL):
        # Left and right move the end, up and down the begin (up outward).
        at_end = key in _HORIZONTAL
        direction = _HORIZONTAL[key] if at_end else _VERTICAL[key]
        view.move_edge(at_end=at_end, direction=direction, by_character=bool(held & _CTRL))
        return True
    return False


def _move(view: "ReaderView", key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    sheet = view.sheet()
    if sheet is None:
        return False
    blocks, extend = sheet.blocks, bool(held & _SHIFT)
    caret = view.caret()
    if caret is None and held & _CTRL and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        caret, extend = moves.start(blocks, 0, view.granularity()), False
    if caret is None:
        view.move_to(view.place_left() or moves.start(blocks, view.scroll_state()[0], view.granularity()))
        return True
    if view.selected_mention() and not extend:
        caret = Caret(caret.head, caret.head)
    if key in _VERTICAL:
        view.line_step(_VERTICAL[key], extend=extend)
        return True
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        edge = -1 if key == Qt.Key.Key_Home else 1
        go = moves.to_document_edge if held & _CTRL else moves.to_paragraph_edge
        view.go_to(go(blocks, caret, edge, extend=extend), extend=extend)
        if go is moves.to_document_edge and edge < 0:
            view.verticalScrollBar().setValue(0)  # the head is above the first word
        return True
    direction = _HORIZONTAL[key]
    if view.line_of(caret.head.begin).cell.set.rtl:
        direction = -direction  # the arrows go where they point
    if held & _CTRL:
        view.go_to(moves.to_sentence(blocks, caret, direction, extend=extend), extend=extend)
    else:
        view.go_to(moves.step(blocks, caret, view.granularity(), direction, extend=extend), extend=extend)
    return True


def _enter(view: "ReaderView") -> bool:
    if view.picking():
        spans = view.selection()
        if spans:
            mention = view.selected_mention()
            first, *more = sorted(spans)
            there = (mention,) if mention else ()
            view.picked.emit(Target(there, first, view.suggestion_here(), tuple(more), by_keys=True))
        return bool(spans)
    mention = view.selected_mention()
    if mention and view.current_suggestion() is None:
        view.mention_activated.emit(mention)
        return True
    return False
