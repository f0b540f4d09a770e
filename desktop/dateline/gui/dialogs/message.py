"""Saying that a project could not be opened or written, with a way on where there is one."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dateline.gui.dialogs import errors
from dateline.store.errors import ProjectError


def show_problem(
    parent: QWidget, error: ProjectError, *, way_on: str = "", then: Callable[[], object] | None = None
) -> errors.ProblemDialog:
    """Tell what happened, where and what to do; `way_on` is a button that closes the message and calls `then`."""
    dialog = errors.show_problem(parent, f"{error.what}.", error.where, error.todo)
    if way_on and then is not None:
        way = then

        def go_on() -> None:
            dialog.close()
            way()

        dialog.add_button(way_on, go_on, default=True)
    return dialog
