"""Find in the article: all hits shown, Enter walks them, a label's key tags them all, Esc leaves."""

from bisect import bisect_left

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from dateline.assist.bounded import BoundedSeeker, TooSlow
from dateline.assist.seeking import BadExpression, Seeker, Sought
from dateline.gui.widgets.clear_button import add_clear_button
from dateline.gui.widgets.ctrl_enter import OwnsCtrlEnter, is_ctrl_enter
from dateline.gui.widgets.field import Field
from dateline.gui.widgets.sought_options import SoughtOptions
from dateline.model.text import Span, fold_in_place

MOST = 100_000  # hits shown
_TYPED = 120  # milliseconds after a key: each expression that is dropped costs the start of a process
_LOOK = 15  # milliseconds between two looks at whether an expression has been answered


class FindBar(OwnsCtrlEnter):
    """A field above the reader. Case and accents make no difference unless asked for.

    Regular expressions run in a process of their own: the window never waits for them.
    """

    hits_changed = Signal(object, object)  # list of Spans, the current one or None
    current_changed = Signal(object)  # Span
    chosen = Signal(object)  # Span: the bar was left with this hit current
    closed = Signal()
    tag_wanted = Signal()  # all hits are to be tagged with the label that is armed, or one that is yet to be said
    listening = Signal(bool)  # whether label keys are for the hits now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._text, self._folded = "", ""
        self.hits: list[Span] = []
        self._current = -1
        self._here = 0
        self._bounded = BoundedSeeker()
        self._sought = Sought("")  # the expression that is asked for
        self._typed = QTimer(self, interval=_TYPED, singleShot=True)
        self._typed.timeout.connect(self._ask_now)
        self._wait = QTimer(self, interval=_LOOK)
        self._wait.timeout.connect(self._look)
        self.field = Field()
        self.field.setPlaceholderText(self.tr("Find in this article"))
        self.field.setAccessibleName(self.field.placeholderText())
        add_clear_button(self.field)
        self.field.setMinimumWidth(120)
        self.options = SoughtOptions()
        self.count = QLabel()
        self.count.setMinimumWidth(70)
        self.count.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.count.setProperty("role", "muted")
        self.tag_all = QPushButton(self.tr("Tag all"))
        self.tag_all.setToolTip(
            self.tr("Tag every hit (Ctrl+Enter): with the armed label, else with the one whose key you press next")
        )
        self.tag_all.installEventFilter(self)
        self._lay_out()
        self.field.textChanged.connect(self._search)
        self.options.changed.connect(self._search)
        self.tag_all.clicked.connect(self._ask_for_label)

    def _lay_out(self) -> None:
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
        for widget in (self.options, self.count, back, on, self.tag_all, close):
            row.addWidget(widget)
        back.clicked.connect(lambda: self.step(-1))
        on.clicked.connect(lambda: self.step(1))
        close.clicked.connect(self.close_bar)

    def set_text(self, text: str) -> None:
        """Look in this text from now on; what was found in another is forgotten."""
        self._text, self._folded, self._here = text, "", 0
        self.hits, self._current = [], -1
        if self.isVisible():
            self._search()

    def open(self, words: str, at: int = 0) -> None:
        """Show the bar, looking for `words` where there are any; the first hit at or behind `at` is the current one."""
        self._here = at
        self.show()
        if words and len(words) < 80:
            self.field.setText(" ".join(words.split()))
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def hits_in(self, text: str) -> list[Span]:
        """Return what was found, which is nothing if it was found in another text."""
        return self.hits if text == self._text else []

    def close_bar(self) -> None:
        """Hide the bar; the current hit becomes the selection."""
        current = self._hit()
        self.leave()
        if current is not None:
            self.chosen.emit(current)

    def leave(self) -> None:
        """Hide the bar and what it found; the selection stays as it is."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit, round at the ends."""
        if self.hits:
            self._current = (self._current + by) % len(self.hits)
            self._here = self.hits[self._current].begin
            self._count()
            self.current_changed.emit(self.hits[self._current])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter walks, with Ctrl it tags all, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif is_ctrl_enter(event):
            self._ask_for_label()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the button has the focus, label keys are for the hits."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.listening.emit(event.type() is QEvent.Type.FocusIn)
            self._count()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What still runs is of no use any more."""
        self._typed.stop()
        self._wait.stop()
        self._bounded.close()
        super().hideEvent(event)

    def say(self, words: str) -> None:
        """Say something where the number of hits stands, until that changes."""
        self.count.setText(words)

    # Looking

    def _search(self) -> None:
        self._stop()
        sought = self.options.sought(self.field.text())
        if not sought:
            self._show([])
            return
        try:
            seeker = Seeker(sought)
        except BadExpression as error:
            self._show([], self.tr("Not an expression: {}").format(error))
            return
        if sought.regex:
            self._ask(sought)
        else:
            if not sought.exact:
                self._folded = self._folded or fold_in_place(self._text)
            self._show(seeker.find(self._text, self._folded, MOST))

    def _ask(self, sought: Sought) -> None:
        """What another expression found is no answer to this one; it is asked once it has been typed."""
        self._sought = sought
        self._typed.start()
        self._show([], self.tr("looking…"))

    def _ask_now(self) -> None:
        self._bounded.ask(self._sought, self._text, MOST)
        self._wait.start()

    def _look(self) -> None:
        try:
            found = self._bounded.answer()
        except TooSlow:
            self._wait.stop()
            self._show([], self.tr("This expression takes too long here: make it narrower."))
            return
        if found is not None:
            self._wait.stop()
            self._show(found)

    def _stop(self) -> None:
        self._typed.stop()
        self._wait.stop()
        if self._bounded.waiting:
            self._bounded.close()

    def _show(self, hits: list[Span], error: str = "") -> None:
        self.hits = hits
        self._current = -1
        if hits:
            self._current = bisect_left(hits, self._here, key=lambda s: s.begin) % len(hits)
        self.tag_all.setEnabled(bool(hits))
        self._count(error)
        self.hits_changed.emit(hits, self._hit())
        if hits:
            self.current_changed.emit(hits[self._current])

    def _hit(self) -> Span | None:
        return self.hits[self._current] if 0 <= self._current < len(self.hits) else None

    def _count(self, error: str = "") -> None:
        if error:
            self.count.setText(error)
        elif self.tag_all.hasFocus() and self.hits:
            self.count.setText(self.tr("Press a label's key"))
        elif self.hits:
            total = f"{len(self.hits)}+" if len(self.hits) >= MOST else str(len(self.hits))
            self.count.setText(self.tr("{at} of {total}").format(at=self._current + 1, total=total))
        else:
            self.count.setText(self.tr("none") if self.field.text().strip() else "")

    def _ask_for_label(self) -> None:
        if self.hits:
            self.tag_all.setFocus(Qt.FocusReason.OtherFocusReason)
            self.tag_wanted.emit()
