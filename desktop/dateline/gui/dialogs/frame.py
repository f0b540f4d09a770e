"""What all dialogs share: a frame with a place for the problem, its buttons, and labels in the quieter styles."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class Dialog(QDialog):
    """A dialog that is opened, never executed: what goes into it is put in `body`, its buttons in the foot.

    What stands in the way of going on is said in the dialog itself, by `say_problem`.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setForegroundRole(QPalette.ColorRole.BrightText)
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problem.hide()
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        foot = QHBoxLayout()
        foot.addLayout(self._left)
        foot.addStretch()
        foot.addLayout(self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(self.body, 1)
        column.addWidget(self.problem)
        column.addLayout(foot)

    def add_button(
        self, text: str, then: Callable[[], Any], *, default: bool = False, left: bool = False
    ) -> QPushButton:
        """Put a button into the foot, behind those there are; `left` for what is beside the main way."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setDefault(default)
        button.clicked.connect(lambda _=False: then())
        (self._left if left else self._right).addWidget(button)
        return button

    def say_problem(self, text: str) -> None:
        """Say what stands in the way; "" when nothing does."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))


def muted(text: str = "", *, wraps: bool = True) -> QLabel:
    """Return a label for secondary text; it can be copied."""
    label = QLabel(text)
    label.setWordWrap(wraps)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def heading(text: str = "", factor: float = 1.15) -> QLabel:
    """Return a label for the line that says what the rest is about."""
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(True)
    label.setFont(font)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def rule() -> QFrame:
    """Return a thin line between two parts."""
    line = QFrame()
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(QPalette.ColorRole.Mid)
    return line


def plural(count: int, one: str, many: str) -> str:
    """Return `one` for 1, else `many` with the number in its braces; both are translated already."""
    return one if count == 1 else many.format(count)


def copy_text(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
