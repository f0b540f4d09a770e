"""The frame that every part of the inspector lies in, and small pieces they share."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

Button = TypeVar("Button", bound=QAbstractButton)


class Card(QFrame):
    """A titled part of the inspector; what it shows goes into `body`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(title)
        self.title = QLabel(title)
        self.title.setProperty("role", "heading")
        self.head = QHBoxLayout()
        self.head.addWidget(self.title)
        self.head.addStretch()
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(5)
        column.addLayout(self.head)
        column.addLayout(self.body)

    @contextmanager
    def rebuilding(self) -> Iterator[None]:
        """Hide the card while widgets are put into it: they then show at once with it, not a turn later.

        One that a person writes in is not hidden: the field would be left by it, and half a name be stored.
        """
        field = self.window().focusWidget()
        written = isinstance(field, QLineEdit) and field.isModified() and self.isAncestorOf(field)
        hides = not written and not self.isHidden()
        if hides:
            self.hide()
        try:
            yield
        finally:
            if hides:
                self.show()

    def let_edit(self, on: bool) -> None:
        """Enable what changes something: every field, and the buttons that carry the property `edits`."""
        for field in (*self.findChildren(QLineEdit), *self.findChildren(QComboBox)):
            field.setEnabled(on)
        for button in self.findChildren(QAbstractButton):
            if button.property("edits"):
                button.setEnabled(on)


def edits(button: Button) -> Button:
    """Mark a button as one that changes something."""
    button.setProperty("edits", True)
    return button


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    if isinstance(layout, QFormLayout):
        while layout.rowCount():
            layout.removeRow(0)
        return
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            empty(inner)


def muted(text: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label for secondary text that wraps and can be copied."""
    label = QLabel(text, parent)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class TextButton(QToolButton):
    """A button that cuts its text where there is no room, so that no long name makes the panel wider than it is."""

    def minimumSizeHint(self) -> QSize:
        """A few letters must be seen."""
        size = super().minimumSizeHint()
        return QSize(min(size.width(), 5 * self.fontMetrics().averageCharWidth() + 12), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button with as much of its text as there is room for."""
        painter, option = QStylePainter(self), QStyleOptionToolButton()
        self.initStyleOption(option)
        if self.sizeHint().width() > self.width():
            room = self.width() - (self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text()))
            option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)


class KeyedButton(QPushButton):
    """A button whose text ends with its key: where there is no room, the middle is cut, and the key stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """A few letters and the key must be seen."""
        size = super().minimumSizeHint()
        return QSize(min(size.width(), 20 * self.fontMetrics().averageCharWidth()), size.height())

    def shown_text(self) -> str:
        """Return what there is room for."""
        frame = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, max(0, self.width() - frame))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button with as much of its text as there is room for."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown_text()
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)


def link_button(text: str, tip: str = "") -> QToolButton:
    """Return a flat button that reads like text."""
    button = TextButton()
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    button.setText(text)
    button.setToolTip(tip)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
