"""What lines are asked for: words, a label, or what is like the selected annotation."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QWidget

from dateline.assist.seeking import BadExpression, Seeker
from dateline.gui.search.lines.work import Request
from dateline.gui.theme import Theme
from dateline.gui.widgets.choice_box import ChoiceBox
from dateline.gui.widgets.label_box import LabelBox
from dateline.gui.widgets.labels import ElidedLabel
from dateline.gui.widgets.search_field import SearchField
from dateline.gui.widgets.sought_options import SoughtOptions
from dateline.model.schema import Schema

WORDS, LABEL, LIKE = range(3)


class Asking(QWidget):
    """A row: the kind of source, the source itself, and the button that looks for it, or stops looking."""

    asked = Signal()
    stopped = Signal()
    left = Signal()
    down_wanted = Signal()
    like_wanted = Signal()  # the annotation that is selected now is to be the source
    said = Signal(str)  # what is wrong with the source

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running = False
        self.kind = ChoiceBox()
        self.kind.addItems([self.tr("Words"), self.tr("Label"), self.tr("Like the selected")])
        self.kind.setAccessibleName(self.tr("Look for"))
        self.field = SearchField(self.tr("Words in all articles"), theme)
        self.options = SoughtOptions()
        self.label = LabelBox(theme, self.tr("Label"))
        self.like = ElidedLabel()
        self.button = QPushButton(self.tr("Look"))
        self.sources = QStackedWidget()
        words, row = QWidget(), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self.options)
        words.setLayout(row)
        for source in (words, self.label, self.like):
            self.sources.addWidget(source)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        title = QLabel(self.tr("Look for"))
        title.setBuddy(self.kind)
        box.addWidget(title)
        box.addWidget(self.kind)
        box.addWidget(self.sources, 1)
        box.addWidget(self.button)
        self.kind.currentIndexChanged.connect(self._turn)
        self.field.installEventFilter(self)
        self.field.accepted.connect(lambda _: self.ask())
        self.field.left.connect(self.left)
        self.label.activated.connect(lambda _: self.ask())
        self.button.clicked.connect(self._pressed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self.field.set_theme(theme)
        self.label.set_theme(theme)

    def set_schema(self, schema: Schema) -> None:
        """Offer the labels of a schema."""
        before = self.label.blockSignals(True)
        self.label.set_schema(schema)
        self.label.blockSignals(before)

    def set_running(self, on: bool) -> None:
        """Let the button stop what runs."""
        self._running = on
        self.button.setText(self.tr("Stop") if on else self.tr("Look"))

    def focus(self) -> None:
        """Put the keys where the source is chosen."""
        if self.kind.currentIndex() == WORDS:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()
        else:
            (self.label if self.kind.currentIndex() == LABEL else self.button).setFocus()

    def request(self) -> Request | None:
        """Return what is asked for; None (and `said`) where it cannot be looked for. What is like something is not."""
        if self.kind.currentIndex() == LABEL:
            label = self.label.label()
            return Request(label=label.name) if label else None
        sought = self.options.sought(self.field.text())
        if not sought:
            return None
        try:
            Seeker(sought)
        except BadExpression as error:
            self.said.emit(self.tr("Not an expression: {}").format(error))
            return None
        return Request(sought)

    def ask(self) -> None:
        """Look for it."""
        (self.like_wanted if self.kind.currentIndex() == LIKE else self.asked).emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While something is looked for, Esc in the field stops that before it empties the field."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if self._running and escape and event.type() is QEvent.Type.KeyPress:
            self.stopped.emit()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the lines, Enter looks, Esc stops or leaves."""
        if event.key() == Qt.Key.Key_Down:
            self.down_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask()
        elif event.key() == Qt.Key.Key_Escape:
            (self.stopped if self._running else self.left).emit()
        else:
            super().keyPressEvent(event)

    def _turn(self, kind: int) -> None:
        self.sources.setCurrentIndex(kind)
        if kind == LIKE:
            self.like_wanted.emit()

    def _pressed(self) -> None:
        if self._running:
            self.stopped.emit()
        else:
            self.ask()
