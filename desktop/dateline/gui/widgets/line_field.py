"""A line of text about one thing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget


class LineField(QLineEdit):
    """A line about one thing. What a person wrote is given out with what it is about whenever the field is left."""

    written = Signal(object, str)  # what it is about, the text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about: object = None
        self.editingFinished.connect(self.flush)

    def show_text(self, about: object, text: str) -> None:
        """Show the text about something; what was being written about something else is given out first.

        What a person is writing about the same thing is left alone.
        """
        if about != self._about:
            self.flush()
        elif self.hasFocus() and self.isModified():
            return
        self._about = about
        if self.text() != text or self.isModified():
            self.setText(text)
            self.setCursorPosition(0)

    def flush(self) -> None:
        """Give out what was written and not given out yet."""
        if self._about is not None and self.isModified():
            self.setModified(False)
            self.written.emit(self._about, self.text())
