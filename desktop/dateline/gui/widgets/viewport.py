"""Viewports of scroll areas, made here instead of by Qt."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def own_viewport(area: QAbstractScrollArea) -> QWidget:
    """Give a scroll area that has just been made a viewport that is like the one it has, and return it.

    PySide wraps a widget that Qt made when it is first asked for. Of a plain one it cannot tell what it is, and builds
    the classes of all widgets there are, with their enumerations, to find out: 25 ms of a start.
    """
    made = QWidget(area)
    made.setBackgroundRole(QPalette.ColorRole.Base)
    made.setAutoFillBackground(True)
    area.setViewport(made)
    return made
