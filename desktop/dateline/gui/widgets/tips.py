"""Tips that show what others wrote as it is written."""

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """Return a text as a tip of the same words, though it may look like HTML."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text
