"""Where it cannot be worked out how an export would come out, that is said, and nothing of another choice stays."""

import errno
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs import export_dialog
from dateline.gui.dialogs.export_dialog import ExportDialog
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.store.errors import MissingProject


def opened(session: Session, tasks: Tasks, window: QWidget) -> ExportDialog:
    dialog = ExportDialog(session, tasks, window)
    dialog.open()
    return dialog


def choose(dialog: ExportDialog, name: str) -> None:
    dialog.form.format.setCurrentIndex(dialog.form.format.findData(name))


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "database or disk is full", "the folder for temporary files")


def test_what_was_said_of_another_choice_does_not_stay_where_it_could_not_be_worked_out(
    sample: Session, tasks: Tasks, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(sample, tasks, window)
    choose(dialog, "spans")
    dialog.form.labels.check("PERSON", False)
    qtbot.waitUntil(lambda: dialog.knows and "PERSON" in dialog.form.left.text(), timeout=10_000)
    with monkeypatch.context() as held:
        held.setattr(export_dialog, "outlook", full)
        dialog.form.labels.check("GPE", False)
        assert dialog.form.left.text() == "", "at once"
        qtbot.waitUntil(lambda: "disk is full" in dialog.problem.text(), timeout=10_000)
        assert dialog.problem.text().startswith("How this would come out could not be worked out: the folder for temp")
        assert dialog.form.left.text() == ""
        assert not dialog.knows
        assert dialog.start.isEnabled(), "where the export goes there may be room"
    dialog.form.labels.check("GPE", True)
    assert not dialog.problem.text()
    qtbot.waitUntil(lambda: dialog.knows and "PERSON" in dialog.form.left.text(), timeout=10_000)


@pytest.mark.parametrize("error", [
    OSError(errno.ENOSPC, "No space left on device"), MissingProject(Path("talks.dateline")),
])  # fmt: skip
def test_articles_that_could_not_be_looked_through_are_waited_for_no_more(
    sample: Session, tasks: Tasks, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    dialog = opened(sample, tasks, window)

    def fails(*_: object, **__: object) -> None:
        raise error

    with monkeypatch.context() as held:
        held.setattr(export_dialog, "gather", fails)
        dialog.form.split.setChecked(True)
        qtbot.waitUntil(lambda: "could not be worked out" in dialog.problem.text(), timeout=10_000)
        assert dialog.form.sizes.text() == ""
        assert not dialog.knows
    dialog.form.seed.setText("3")
    qtbot.waitUntil(lambda: dialog.knows and "train" in dialog.form.sizes.text(), timeout=10_000)
    assert not dialog.problem.text()


def test_a_fault_of_ours_is_said_and_reported(
    sample: Session, tasks: Tasks, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    dialog = opened(sample, tasks, window)
    monkeypatch.setattr(export_dialog, "outlook", wrong)
    with qtbot.captureExceptions() as caught:
        choose(dialog, "spans")
        qtbot.waitUntil(lambda: "a fault in Dateline" in dialog.problem.text(), timeout=10_000)
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert not dialog.knows
