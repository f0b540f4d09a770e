"""Find in the article: all hits shown, Enter walks them, Esc leaves."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from dateline.model.text import Span, fold_in_place


class FindBar(QWidget):
    """A field above the reader. Case and diacritics make no difference unless a regular expression is asked for."""

    hits_changed = Signal(object, object)  # list of Spans, the current one or None
    current_changed = Signal(object)  # Span
    chosen = Signal(object)  # Span: the bar was left with this hit current
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._text, self._folded = "", ""
        self.hits: list[Span] = []
        self._current = -1
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in this article"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.words = QCheckBox(self.tr("Whole words"))
        self.regex = QCheckBox(self.tr("Regular expression"))
        self.count = QLabel()
        self.count.setMinimumWidth(90)
        self.count.setProperty("role", "muted")
        back, on, close = QToolButton(), QToolButton(), QToolButton()
        back.setArrowType(Qt.ArrowType.UpArrow)
        back.setToolTip(self.tr("Previous (Shift+Enter)"))
        on.setArrowType(Qt.ArrowType.DownArrow)
        on.setToolTip(self.tr("Next (Enter)"))
        close.setText("×")
        close.setToolTip(self.tr("Close (Esc)"))
        for button, name in ((back, self.tr("Previous")), (on, self.tr("Next")), (close, self.tr("Close"))):
            button.setAutoRaise(True)
            button.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        row.addWidget(self.field, 1)
        for widget in (self.count, back, on, self.words, self.regex, close):
            row.addWidget(widget)
        self.field.textChanged.connect(self._search)
        self.words.toggled.connect(self._search)
        self.regex.toggled.connect(self._search)
        back.clicked.connect(lambda: self.step(-1))
        on.clicked.connect(lambda: self.step(1))
        close.clicked.connect(self.close_bar)

    def set_text(self, text: str) -> None:
        """Look in this text from now on."""
        self._text, self._folded = text, ""
        if self.isVisible():
            self._search()

    def open(self, words: str) -> None:
        """Show the bar, looking for `words` where there are any."""
        self.show()
        if words and len(words) < 80:
            self.field.setText(" ".join(words.split()))
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Hide the bar; the current hit becomes the selection."""
        current = self.hits[self._current] if 0 <= self._current < len(self.hits) else None
        self.hide()
        self.closed.emit()
        if current is not None:
            self.chosen.emit(current)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit, round at the ends."""
        if self.hits:
            self._current = (self._current + by) % len(self.hits)
            self._tell()
            self.current_changed.emit(self.hits[self._current])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter walks, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        wanted = self.field.text()
        self.hits, error = self._find(wanted)
        self._current = 0 if self.hits else -1
        self._tell(error)
        if self.hits:
            self.current_changed.emit(self.hits[0])

    def _find(self, wanted: str) -> tuple[list[Span], str]:
        if not wanted.strip():
            return [], ""
        try:
            pattern = self._pattern(wanted)
        except re.error as error:
            return [], self.tr("not an expression: {}").format(error.msg)
        if self.regex.isChecked():
            text = self._text
        else:
            self._folded = self._folded or fold_in_place(self._text)
            text = self._folded
        return [Span(m.start(), m.end()) for m in pattern.finditer(text) if m.end() > m.start()], ""

    def _pattern(self, wanted: str) -> re.Pattern[str]:
        folded = r"\s+".join(re.escape(w) for w in fold_in_place(wanted).split())
        body = wanted if self.regex.isChecked() else folded
        return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if self.words.isChecked() else body, re.MULTILINE)

    def _tell(self, error: str = "") -> None:
        current = self.hits[self._current] if 0 <= self._current < len(self.hits) else None
        if error:
            self.count.setText(error)
        elif self.field.text():
            at = self.tr("{at} of {total}").format(at=self._current + 1, total=len(self.hits))
            self.count.setText(at if self.hits else self.tr("none"))
        else:
            self.count.setText("")
        self.hits_changed.emit(self.hits, current)
