"""Choosing a label's colour: the theme's own, one of the palette, or any other."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QColorDialog, QHBoxLayout, QToolButton, QWidget

_SIDE = 16


def _dot(colour: QColor) -> QIcon:
    drawn = QPixmap(2 * _SIDE, 2 * _SIDE)
    drawn.fill(QColor(0, 0, 0, 0))
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(colour)
    painter.drawRoundedRect(2, 2, 2 * _SIDE - 4, 2 * _SIDE - 4, 7, 7)
    painter.end()
    return QIcon(drawn)


class ColourRow(QWidget):
    """Buttons for the colours; the value is "#rrggbb", or "" for the theme's choice."""

    changed = Signal()

    def __init__(self, swatches: Sequence[QColor], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._by_value: dict[str, QToolButton] = {}
        self._by_value[""] = self._button(self.tr("Theme's"), self.tr("The colour the theme gives it"))
        for colour in swatches:
            button = self._button("", colour.name())
            button.setIcon(_dot(colour))
            self._by_value[colour.name()] = button
        self._own = self._button(self.tr("Other…"), self.tr("Any other colour"))
        for value, button in self._by_value.items():
            button.clicked.connect(lambda _=False, v=value: self._choose(v))
            row.addWidget(button)
        self._own.clicked.connect(self._ask)
        row.addWidget(self._own)
        row.addStretch()
        self.set_value("")

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setCheckable(True)
        button.setIconSize(QSize(_SIDE, _SIDE))
        self._group.addButton(button)
        return button

    @property
    def value(self) -> str:
        """The colour chosen."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a colour without telling."""
        self._value = value
        known = self._by_value.get(value.lower())
        self._own.setIcon(QIcon() if known else _dot(QColor(value)))
        (known or self._own).setChecked(True)

    def _choose(self, value: str) -> None:
        if value != self._value:
            self.set_value(value)
            self.changed.emit()

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._value or "#888888"), self)
        dialog.colorSelected.connect(lambda colour: self._choose(colour.name()))
        dialog.rejected.connect(lambda: self.set_value(self._value))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
