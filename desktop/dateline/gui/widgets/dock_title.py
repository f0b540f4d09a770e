"""The head of a dock: its title, room for a panel's own buttons, and ways to put it away, or back into the window."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget
from shiboken6 import isValid

from dateline.gui.theme import Theme


class DockTitle(QWidget):
    """Give it to `dock.setTitleBarWidget`: the dock is still dragged by it.

    With `plain` its button is drawn only with the next `set_theme` or `wear`.
    """

    def __init__(self, dock: QDockWidget, theme: Theme, *, plain: bool = False) -> None:
        super().__init__(dock)
        self._title = QLabel(dock.windowTitle())
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        dock.windowTitleChanged.connect(self._title.setText)
        self._theme = theme
        self._had_keys: QWidget | None = None  # before it began to leave, or to come back
        self._back = _button(self.tr("Put this panel back into the window"))
        self._back.pressed.connect(self._remember_keys)
        self._back.clicked.connect(lambda: dock.setFloating(False))
        self._close = _button(self.tr("Put this panel away (the View menu brings it back)"))
        self._close.clicked.connect(dock.close)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(10, 4, 5, 3)
        self._box.setSpacing(3)
        self._box.addWidget(self._title, 1)
        self._box.addWidget(self._back)
        self._box.addWidget(self._close)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._colour(theme)
        if not plain:
            self.set_theme(theme)
        dock.installEventFilter(self)
        dock.topLevelChanged.connect(self._tell_floating)
        self._tell_floating(dock.isFloating())

    def add(self, widget: QWidget) -> None:
        """Put a panel's own button before those that put it back and away."""
        self._box.insertWidget(self._box.count() - 2, widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A dock that is a window of its own has an edge: Qt draws none round one with a head like this."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QDockWidget) and watched.isFloating():
            painter = QPainter(watched)
            painter.setPen(self._theme.line)
            painter.drawRect(watched.rect().adjusted(0, 0, -1, -1))
            painter.end()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It may be about to leave, or to come back."""
        self._remember_keys()
        super().mousePressEvent(event)

    def _remember_keys(self) -> None:
        self._had_keys = QApplication.focusWidget()

    def _give_keys_back(self) -> None:
        """What had the keys has them: Qt gives them to whatever is next, where the next key would change something."""
        widget, self._had_keys = self._had_keys, None
        if widget is not None and isValid(widget) and widget.isVisible():
            widget.window().activateWindow()
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_floating(self, floating: bool) -> None:
        """Say how it leaves the window, or how it comes back."""
        if self._had_keys is not None:
            QTimer.singleShot(0, self, self._give_keys_back)
        self._back.setVisible(floating)
        if floating:
            self._draw_back()
        self.setToolTip(
            self.tr("A double click here, or dragging it to an edge of the window, puts it back")
            if floating
            else self.tr("Drag it to another edge; a double click makes it a window of its own")
        )

    def _draw_back(self) -> None:
        from dateline.gui.icons import Icons

        self._back.setIcon(Icons(self._theme).tinted("pin", self._theme.muted))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self.wear(theme, close_icon(theme))

    def wear(self, theme: Theme, close: QIcon) -> None:
        """Draw in the colours of a theme, with a `close_icon` that several share."""
        self._theme = theme
        self._close.setIcon(close)
        if not self._back.isHidden():
            self._draw_back()
        self._colour(theme)

    def _colour(self, theme: Theme) -> None:
        sheet = f"DockTitle {{ background: {theme.panel.name()}; }}"
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)


def _button(tip: str) -> QToolButton:
    button = QToolButton()
    button.setIconSize(QSize(12, 12))
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setToolTip(tip)
    button.setStyleSheet("padding: 2px;")
    return button


def close_icon(theme: Theme) -> QIcon:
    """Draw the icon of the button that closes."""
    from dateline.gui.icons import Icons

    return Icons(theme).tinted("close", theme.muted)
