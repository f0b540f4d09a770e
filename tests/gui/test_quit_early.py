"""Whoever quits while modules are still being brought in beside the window meets no error."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from dateline.app import App


@pytest.fixture
def app(qapp: QApplication) -> Iterator[App]:
    made = App(qapp)
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()


def no_more_modules() -> None:
    raise RuntimeError("can't register atexit after shutdown")  # as Python says while it ends


def test_what_python_refuses_while_it_ends_is_no_error(
    app: App, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda told: raised.append(str(told.exc_value)))
    app._aside(no_more_modules).join()
    assert raised == ["can't register atexit after shutdown"]  # before that it is one
    qapp.aboutToQuit.emit()
    app._aside(no_more_modules).join()
    assert len(raised) == 1
