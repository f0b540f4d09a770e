"""The reader as assistive technology sees it: text, caret, words, lines, selection, and what is selected by name.

Qt's interface for accessible text can be implemented in Python only in part, so a plain text view that is
never shown holds the same text and answers for the reader. It is made when something first asks for it.
Its positions are UTF-16 units of the text; line ends keep their length.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSignalBlocker, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextSelectionEvent,
    QColor,
    QTextCursor,
    QWindow,
)
from PySide6.QtWidgets import QPlainTextEdit
from shiboken6 import Shiboken, VoidPtr

from dateline.gui.reader.caret import Caret, nearest
from dateline.model.text import Span, Utf16Map

if TYPE_CHECKING:
    from dateline.gui.reader.view import ReaderView


class Twin(QObject):
    """A plain text view that is never shown and follows the reader: its text, its caret, its selection."""

    def __init__(self, view: "ReaderView") -> None:
        super().__init__(view)
        self._view = view
        self._page: object = None
        self._map = Utf16Map("")
        self.edit = QPlainTextEdit(view)
        self.edit.hide()
        self.edit.setReadOnly(True)
        self.edit.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.edit.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.edit.selectionChanged.connect(self._moved)
        self.edit.cursorPositionChanged.connect(self._moved)
        self.follow()

    def follow(self) -> None:
        """Take over the reader's page, place and selection."""
        page = self._view.page()
        with QSignalBlocker(self.edit):
            self.edit.setGeometry(self._view.viewport().geometry())
            if page is not self._page:
                self._page = page
                text = page.text if page else ""
                self._map = Utf16Map(text)
                self.edit.setPlainText(plain_lines(text))
            anchor, position = self.ends()
            cursor = self.edit.textCursor()
            if (cursor.anchor(), cursor.position()) != (anchor, position):
                cursor.setPosition(anchor)
                cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
                self.edit.setTextCursor(cursor)

    def ends(self) -> tuple[int, int]:
        """Return anchor and caret in UTF-16 units: the caret stands at the moving end, before a single word."""
        caret, spans = self._view.caret(), self._view.selection()
        if self._view.selected_mention() and spans:
            anchor, position = spans[-1].end, spans[0].begin
        elif caret is None:
            anchor = position = self._view.cursor_position()
        elif caret.head.begin > caret.anchor.begin:
            anchor, position = caret.anchor.begin, caret.head.end
        else:
            anchor, position = caret.anchor.end, caret.head.begin
        return self._map.to_utf16(anchor), self._map.to_utf16(position)

    def _moved(self) -> None:
        """Assistive technology moved the caret or selected something: the reader does as well."""
        cursor = self.edit.textCursor()
        begin, end = (self._map.from_utf16(p) for p in (cursor.selectionStart(), cursor.selectionEnd()))
        length = len(self._view.text_blocks().text)
        if begin == end < length:
            self._view.move_to(nearest(self._view.text_blocks(), begin, self._view.granularity()))
        elif begin < end <= length:
            self._view.move_to(Caret(Span(begin, end), Span(begin, end)))


def plain_lines(text: str) -> str:
    """Return `text` with one character a line end that Qt breaks at, each as long as it was."""
    return text.replace("\r\n", " \n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")


def announce(view: "ReaderView") -> None:
    """Tell assistive technology what changed in a reader."""
    interface = QAccessible.queryAccessibleInterface(view)
    if isinstance(interface, ReaderInterface):
        interface.announce()


class ReaderInterface(QAccessibleInterface):
    """Answers what assistive technology asks about a reader."""

    def __init__(self, view: "ReaderView") -> None:
        super().__init__()
        self._view = view
        self._twin: Twin | None = None

    def twin(self) -> Twin:
        """Return the plain text view that answers for the text, up to date."""
        if self._twin is None:
            self._twin = Twin(self._view)
        return self._twin

    def announce(self) -> None:
        """Say that the caret has moved, what is selected, and of a mention its type and entity."""
        twin = self.twin()
        twin.follow()
        anchor, position = twin.ends()
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self._view, position))
        low, high = sorted((anchor, position))
        QAccessible.updateAccessibility(QAccessibleTextSelectionEvent(self._view, low, high))
        if said := self._view.spoken():
            QAccessible.updateAccessibility(QAccessibleEvent(self._view, QAccessible.Event.DescriptionChanged))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, said))

    # What Qt asks

    def isValid(self) -> bool:
        """Say whether the reader still lives."""
        return Shiboken.isValid(self._view)

    def object(self) -> QObject:
        """Return the reader."""
        return self._view

    def window(self) -> QWindow | None:  # type: ignore[override]
        """Return the window the reader is in."""
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return what the reader stands in."""
        holder = self._view.parentWidget()
        return QAccessible.queryAccessibleInterface(holder) if holder else None

    def child(self, _index: int) -> None:  # type: ignore[override]
        """The text is in the reader itself."""

    def childCount(self) -> int:
        """The text is in the reader itself."""
        return 0

    def childAt(self, _x: int, _y: int) -> None:  # type: ignore[override]
        """The text is in the reader itself."""

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """The text is in the reader itself."""
        return -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The reader itself has the focus or nothing in it has."""
        return None

    def role(self) -> QAccessible.Role:
        """A text that is moved through by a caret."""
        return QAccessible.Role.EditableText

    def rect(self) -> QRect:
        """Return where the reader stands on the screen."""
        return QRect(self._view.mapToGlobal(self._view.rect().topLeft()), self._view.size())

    def state(self) -> QAccessible.State:
        """Return that it is read only, has many lines and can have the focus."""
        state = QAccessible.State()
        state.readOnly = state.multiLine = state.focusable = state.selectableText = True
        state.focused = self._view.hasFocus()
        state.active = self._view.isActiveWindow()
        state.disabled = not self._view.isEnabled()
        state.invisible = not self._view.isVisible()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Return the reader's name, and as its description the selected mention."""
        if kind is QAccessible.Text.Name:
            return self._view.accessibleName()
        if kind is QAccessible.Text.Description:
            return self._view.spoken() or self._view.accessibleDescription()
        return ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Nothing can be set from outside."""

    def foregroundColor(self) -> QColor:
        """Return the colour of the text."""
        return self._view.palette().text().color()

    def backgroundColor(self) -> QColor:
        """Return the colour of the page."""
        return self._view.palette().base().color()

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]
        """Hand out the twin's text interface; Qt wants a null pointer, not None, for every other."""
        if kind is QAccessible.InterfaceType.TextInterface and self.isValid():
            twin = self.twin()
            twin.follow()
            answering = QAccessible.queryAccessibleInterface(twin.edit)
            text = answering.textInterface() if answering else None
            if text is not None:
                return VoidPtr(Shiboken.getCppPointer(text)[0])
        return VoidPtr(0)
