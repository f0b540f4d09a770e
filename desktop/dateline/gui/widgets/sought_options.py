"""How words are looked for: three small switches beside a search field."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from dateline.assist.seeking import Sought


class SoughtOptions(QWidget):
    """Whole words, regular expression, case and accents; each a button that stays pressed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.whole = self._switch("“w”", self.tr("Whole words"), "")
        self.regex = self._switch(".*", self.tr("Regular expression"), "")
        self.exact = self._switch("Éé", self.tr("Case and accents"), self.tr("else Çavuşoğlu is found by cavusoglu"))
        for button in (self.whole, self.regex, self.exact):
            row.addWidget(button)

    def _switch(self, sign: str, name: str, more: str) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.setToolTip(f"{name}: {more}" if more else name)
        button.toggled.connect(self.changed)
        return button

    def sought(self, words: str) -> Sought:
        """Return these words with what is switched on."""
        return Sought(words, self.whole.isChecked(), self.regex.isChecked(), self.exact.isChecked())
