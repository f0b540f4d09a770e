"""Saying that something could not be done: what happened, where, what to do, and a way on if there is one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from dateline.store.errors import ProjectError


def show_problem(
    parent: QWidget, error: ProjectError, *, way_on: str = "", then: Callable[[], object] | None = None
) -> QMessageBox:
    """Open a message about a project that could not be opened or written; `way_on` is a button that calls `then`."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Dateline", f"{error.what}.", QMessageBox.StandardButton.Close, parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setInformativeText(f"{error.where}\n\n{error.todo}")
    if way_on and then is not None:
        button = box.addButton(way_on, QMessageBox.ButtonRole.AcceptRole)
        button.clicked.connect(lambda: then())
        box.setDefaultButton(button)
    box.open()
    return box
