"""The button that empties a field, without Qt's fading."""

from PySide6.QtCore import QAbstractAnimation
from PySide6.QtWidgets import QLineEdit


def add_clear_button(field: QLineEdit) -> None:
    """Give a field the button that empties it; it comes and goes at once."""
    field.setClearButtonEnabled(True)
    field.textChanged.connect(lambda: _end_fading(field))  # after Qt's own, which begins it


def _end_fading(field: QLineEdit) -> None:
    for fading in field.findChildren(QAbstractAnimation):
        fading.setCurrentTime(fading.duration())
