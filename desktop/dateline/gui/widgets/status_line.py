"""The one line that says what has just happened, with a link to take it back where that helps."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from dateline.gui.theme import Theme
from dateline.gui.widgets.labels import ElidedLabel

SECONDS = {"info": 8.0, "good": 8.0, "bad": 20.0}
_FRESH_MS = 300


class Kind(StrEnum):
    """What a message is: news, something that went well, something that did not."""

    INFO = "info"
    GOOD = "good"
    BAD = "bad"


class StatusLine(QWidget):
    """Shows one message at a time; a later one takes its place, and it fades from the line by itself.

    Bad news stays longer. What the pointer rests on is explained where nothing is said. Nothing blinks or moves.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._kind = theme, Kind.INFO
        self._then: Callable[[], object] | None = None
        self._said = self._hint = ""
        self._text = ElidedLabel()
        self._text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._text.setMinimumWidth(40)
        self._link = QPushButton()
        self._link.setFlat(True)
        self._link.setCursor(Qt.CursorShape.PointingHandCursor)
        self._link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._link.setStyleSheet("padding: 0 4px; font-weight: 600;")
        self._link.clicked.connect(self._follow)
        self._dot = QLabel()
        box = QHBoxLayout(self)
        box.setContentsMargins(10, 0, 4, 0)
        box.setSpacing(7)
        for part in (self._dot, self._text, self._link):
            box.addWidget(part)
        box.addStretch(1)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.timeout.connect(self.clear)
        self._fresh = QTimer(self)  # what the same key press still does is what the message is about
        self._fresh.setSingleShot(True)
        self._fresh.setInterval(_FRESH_MS)
        self.clear()

    @property
    def text(self) -> str:
        """The message shown, "" for none."""
        return self._said

    @property
    def shown(self) -> str:
        """What stands on the line: the message, else the hint."""
        return self._text.full_text

    def hint(self, text: str) -> None:
        """Say what a button or an entry of a menu does ("" for none any more): a message goes before it."""
        self._hint = text
        if not self._said:
            self._text.set_full_text(text)

    def set_theme(self, theme: Theme) -> None:
        """Show in the colours of a theme."""
        self._theme = theme
        self._colour()

    def say(
        self,
        text: str,
        kind: Kind = Kind.INFO,
        *,
        link: str = "",
        then: Callable[[], object] | None = None,
        seconds: float | None = None,
    ) -> None:
        """Show a message, and after it a link ("Undo") that calls `then` once; 0 seconds keep it until the next."""
        self._kind, self._then, self._said = kind, then, text
        self._text.set_full_text(text or self._hint)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self._dot.setVisible(kind is not Kind.INFO)
        self._colour()
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        stay = SECONDS[kind.value] if seconds is None else seconds
        if stay and text:
            self._fade.start(int(stay * 1000))
            self._fresh.start()
        else:
            self._fade.stop()

    def move_on(self) -> None:
        """The person looks at something else: news of what was done there go; bad news and what can be undone stay."""
        if self._fade.isActive() and not self._fresh.isActive() and self._kind is not Kind.BAD and not self._then:
            self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.say("", seconds=0)

    def _follow(self) -> None:
        then, self._then = self._then, None
        self.clear()
        if then:
            then()

    def _colour(self) -> None:
        theme = self._theme
        ink = {Kind.INFO: theme.muted, Kind.GOOD: theme.good, Kind.BAD: theme.bad}[self._kind]
        self._dot.setText("●")
        words = theme.bad if self._kind is Kind.BAD else theme.text
        for label, colour in ((self._dot, ink), (self._text, words)):
            sheet = f"color: {colour.name()};"
            if label.styleSheet() != sheet:  # each is parsed anew, half a millisecond after every key
                label.setStyleSheet(sheet)
