"""What all dialogs share: a frame with a place for the problem, its buttons, and labels in the quieter styles."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

_PLACED = 100  # milliseconds until the desktop has placed a window
_FRAME = 24  # pixels that the frame of a window takes on a side, and twice that with its title


class WrappedLabel(QLabel):
    """A label that wraps and is just as tall as its lines; in a form an ordinary one takes too much room."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reserved = 1
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the lines are at this width."""
        super().resizeEvent(event)
        self._fit()

    def reserve(self, lines: int) -> None:
        """Take the room of so many lines also with fewer words, so that what stands below does not move."""
        self._reserved = lines
        if lines > 1:
            self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        least = metrics.height() + (self._reserved - 1) * metrics.lineSpacing()
        self.setMinimumHeight(0)  # or the room of more words before would be asked for again
        self.setFixedHeight(max(least, self.heightForWidth(max(self.width(), 120))))


def room_of(label: QWidget) -> int:
    """Return the width at which a label is shown whole: at twice the scale Qt measures narrower than it draws."""
    return label.sizeHint().width() + 2


def label_button(button: QPushButton, text: str, *others: str) -> None:
    """Give a button of a dialog's foot a text and the room that this takes when it is the default one.

    `others` it may have later: with room for them, too, the buttons beside it stay where they are.
    """
    bold = QFont(button.font())
    bold.setBold(True)  # as the default button is drawn
    button.setText(text)
    room = max(QFontMetrics(bold).horizontalAdvance(one) for one in (text, *others))
    button.setStyleSheet(f"min-width: {room + 4}px;")


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
        self.problem = WrappedLabel()
        self.problem.setForegroundRole(QPalette.ColorRole.BrightText)
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
        button = QPushButton()
        label_button(button, text)
        button.setAutoDefault(False)
        button.setDefault(default)
        button.clicked.connect(lambda _=False: then())
        (self._left if left else self._right).addWidget(button)
        return button

    def open(self) -> None:
        """Open without blocking; a dialog that is to stand beside the window does not become modal by it."""
        for label in self.findChildren(QLabel):
            if label.buddy() is not None:
                label.setMinimumWidth(max(label.minimumWidth(), room_of(label)))
        if self.windowModality() is Qt.WindowModality.NonModal:
            self.show()
            self.activateWindow()
        else:
            super().open()

    def showEvent(self, event: QShowEvent) -> None:
        """A small screen still shows the buttons, and the title can be taken hold of."""
        fit_screen(self)
        super().showEvent(event)
        QTimer.singleShot(_PLACED, self, self._come_back)

    def _come_back(self) -> None:
        """Stand over the window where the desktop has put the title off the screen, as some do in a hurry."""
        room = self.screen().availableGeometry()
        if not self.isVisible() or room.contains(self.frameGeometry().topLeft()):
            return
        parent = self.parentWidget()
        over = parent.window().frameGeometry() if parent is not None else room
        at = over.center() - self.rect().center()
        margin = self.geometry().topLeft() - self.frameGeometry().topLeft()
        self.move(max(room.left() + margin.x(), at.x()), max(room.top() + margin.y(), at.y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, and the main one from anywhere else."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton | QToolButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def say_problem(self, text: str) -> None:
        """Say what stands in the way; "" when nothing does."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))


def fit_screen(window: QWidget) -> None:
    """Make a window no larger than its screen has room for, its title bar included."""
    room = window.screen().availableSize()
    fitting = window.size().boundedTo(QSize(room.width() - _FRAME, room.height() - 2 * _FRAME))
    if fitting != window.size():
        window.resize(fitting.expandedTo(window.minimumSizeHint()))


def muted(text: str = "") -> WrappedLabel:
    """Return a label for secondary text; it can be copied."""
    label = WrappedLabel(text)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def heading(text: str = "", factor: float = 1.15) -> WrappedLabel:
    """Return a label for the line that says what the rest is about."""
    label = WrappedLabel()
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(True)
    label.setFont(font)
    label.setText(text)
    return label


def framed(area: QAbstractScrollArea) -> None:
    """Give a list or tree a thin edge: on a dialog its ground alone does not tell it apart."""
    kind = area.metaObject().className()
    focus = f"{kind}:focus {{ border-color: palette(link); }}"
    cells = "QTableView::item { padding: 0 6px; }"  # words stand under those of the header
    area.setStyleSheet(f"{kind} {{ border: 1px solid palette(mid); border-radius: 6px; }} {focus} {cells}")


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
