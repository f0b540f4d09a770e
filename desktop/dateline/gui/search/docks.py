"""Docks that are made when they are first wanted, and brought to the front after that."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from dateline.gui.theme_style import ThemeKeeper
from dateline.gui.widgets.dock_title import DockTitle


def brought(
    window: QMainWindow,
    themes: ThemeKeeper,
    name: str,
    title: str,
    make: Callable[[], QWidget],
    area: Qt.DockWidgetArea,
    beside: str,
) -> QDockWidget:
    """Return the window's dock of that name, in front; where it was last, else in tabs with the dock `beside`."""
    dock: QDockWidget | None = window.findChild(QDockWidget, name)
    if dock is None:
        dock = QDockWidget(title, window)
        dock.setObjectName(name)
        bar = DockTitle(dock, themes.current)
        dock.setTitleBarWidget(bar)
        dock.setWidget(make())
        themes.changed.connect(bar.set_theme)
        if not window.restoreDockWidget(dock):
            window.addDockWidget(area, dock)
            other = window.findChild(QDockWidget, beside)
            if other is not None:
                window.tabifyDockWidget(other, dock)
    dock.show()
    dock.raise_()
    return dock
