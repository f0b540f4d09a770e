"""The head of a dock: its title, room for a panel's own buttons, and a way to put it away."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

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
        self._close = QToolButton()
        self._close.setIconSize(QSize(12, 12))
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.setToolTip(self.tr("Put this panel away (the View menu brings it back)"))
        self._close.setStyleSheet("padding: 2px;")
        self._close.clicked.connect(dock.close)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(10, 4, 5, 3)
        self._box.setSpacing(3)
        self._box.addWidget(self._title, 1)
        self._box.addWidget(self._close)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._colour(theme)
        if not plain:
            self.set_theme(theme)

    def add(self, widget: QWidget) -> None:
        """Put a panel's own button before the one that closes."""
        self._box.insertWidget(self._box.count() - 1, widget)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self.wear(theme, close_icon(theme))

    def wear(self, theme: Theme, close: QIcon) -> None:
        """Draw in the colours of a theme, with a `close_icon` that several share."""
        self._close.setIcon(close)
        self._colour(theme)

    def _colour(self, theme: Theme) -> None:
        sheet = f"DockTitle {{ background: {theme.panel.name()}; }}"
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)


def close_icon(theme: Theme) -> QIcon:
    """Draw the icon of the button that closes."""
    from dateline.gui.icons import Icons

    return Icons(theme).tinted("close", theme.muted)
