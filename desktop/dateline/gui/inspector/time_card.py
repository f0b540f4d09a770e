"""The date behind a time expression: what it resolves to, why, what else it could mean, and a field to set it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from dateline.chronology import Reading
from dateline.gui.date_words import label
from dateline.gui.inspector.card import Card, edits, empty, link_button, muted
from dateline.gui.rule_words import rule_said
from dateline.gui.time_text import reason, shown_value
from dateline.gui.widgets.field import Field
from dateline.model.annotation import TimeSource, TimeValue


class TimeCard(Card):
    """Shows a time value with its alternatives."""

    date_typed = Signal(str, str)  # of which mention, what
    reading_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Date"))
        self._about = ""
        self._value: TimeValue | None = None
        self.shown = QLabel()
        self.shown.setProperty("role", "words")
        self.shown.setWordWrap(True)
        self.reason = muted()
        self._readings = QVBoxLayout()
        self._readings.setSpacing(2)
        self.field = Field()
        self.field.setPlaceholderText(self.tr("Another date: 2018-04-19, May 2018, since 2011"))
        self.field.setAccessibleName(self.tr("Set the date by hand"))
        self.field.returnPressed.connect(self._typed)
        self.back = edits(QPushButton(self.tr("Back to the rule's reading")))
        self.back.clicked.connect(lambda: self.date_typed.emit(self._about, ""))
        for widget in (self.shown, self.reason):
            self.body.addWidget(widget)
        self.body.addLayout(self._readings)
        self.body.addWidget(self.field)
        self.body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)

    def show_value(
        self, about: str, value: TimeValue | None, words: str, published: str, readings: tuple[Reading, ...]
    ) -> None:
        """Show what the `words` of a mention stand for; `readings` are the alternatives, on the keys 1 to 4."""
        self.shown.setText(shown_value(value))
        self.reason.setText(reason(value, words, published))
        self.back.setVisible(bool(value and value.source is TimeSource.HAND))
        if (about, value) != (self._about, self._value) or not self.field.hasFocus():
            self.field.clear()  # but not what is being typed about this date
        self._about, self._value = about, value
        others = [
            (n, r) for n, r in enumerate(readings[:4]) if not (value and (r.value, r.when) == (value.value, value.when))
        ]
        if others or self._readings.count():
            with self.rebuilding():
                self._show_readings(others)

    def _show_readings(self, readings: list[tuple[int, Reading]]) -> None:
        empty(self._readings)
        for number, reading in readings:
            text = label(reading.when) if reading.when else reading.value
            button = edits(link_button(f"{number + 1}   {text}", rule_said(reading.rule)))
            button.clicked.connect(lambda _=False, n=number: self.reading_chosen.emit(n))
            self._readings.addWidget(button)

    def _typed(self) -> None:
        if text := self.field.text().strip():
            self.date_typed.emit(self._about, text)
