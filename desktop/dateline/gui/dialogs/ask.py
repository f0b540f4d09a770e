"""Asking for one line."""

from PySide6.QtWidgets import QInputDialog, QWidget


def ask_line(parent: QWidget | None, title: str, question: str, text: str = "") -> str | None:
    """Ask for one line and return it without the spaces around it; None when nothing was given."""
    given, accepted = QInputDialog.getText(parent, title, question, text=text)
    return given.strip() or None if accepted else None
