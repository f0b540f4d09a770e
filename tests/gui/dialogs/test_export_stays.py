"""Nothing in the export dialog moves under the mouse, whatever there is to say of what is chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs.export_dialog import ExportDialog
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from tests.gui.dialogs.test_export_dialog import choose, opened, run

BELOW = ("empty", "boilerplate", "adjudicated", "card", "split", "parts", "order", "seed", "notes")
ABOVE = ("format", "target", "unit")


def places(dialog: ExportDialog, *names: str) -> dict[str, QPoint]:
    dialog.layout().activate()
    found = {name: getattr(dialog.form, name).mapTo(dialog, QPoint()) for name in names}
    return found | {"cancel": dialog.cancel.mapTo(dialog, QPoint())}


def told(dialog: ExportDialog, qtbot: QtBot) -> str:
    qtbot.wait(200)
    qtbot.waitUntil(lambda: dialog.knows or not dialog.start.isEnabled(), timeout=10_000)
    qtbot.wait(20)
    form = dialog.form
    texts = [dialog.problem, form.earlier, form.sizes, form.left, form.about_choice]
    return " ".join(label.text() for label in texts if label.isVisibleTo(dialog))


@pytest.mark.parametrize("height", [640, 740, 1000])
def test_controls_stay_where_they_are_whatever_is_said(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, height: int
) -> None:
    dialog = opened(sample, tasks, window)
    dialog.resize(640, height)
    choose(dialog, "spans")
    form = dialog.form
    form.target.set_path(tmp_path / "out.jsonl")
    said = {told(dialog, qtbot)}
    before = places(dialog, *ABOVE, *BELOW, "labels")

    def stays() -> None:
        said.add(told(dialog, qtbot))
        assert places(dialog, *ABOVE, *BELOW, "labels") == before

    form.split.setChecked(True)
    stays()
    form.parts.setText("nonsense")
    stays()
    form.parts.setText("/".join(["1"] * 9))
    stays()
    form.parts.setText("60/20/20")
    form.card.setChecked(True)
    stays()
    form.labels.check("PERSON", False)
    stays()
    run(qtbot, dialog)
    dialog.back.click()
    stays()
    form.parts.setText("80/20")
    qtbot.waitUntil(form.remove.isVisible, timeout=10_000)
    stays()
    form.target.set_path(tmp_path / "gone" / "out.jsonl")
    stays()
    form.target.set_path(tmp_path / "out.conll")
    (tmp_path / "out.train.conll").write_text("mine")
    stays()
    assert form.left.isVisible()
    form.labels.check("PERSON", True)
    stays()
    assert not form.left.isVisible(), "without words it takes no room"
    assert len(said) >= 8, "something else was to be said"


def test_another_format_moves_only_the_lists(sample: Session, tasks: Tasks, window: QWidget, qtbot: QtBot) -> None:
    dialog = opened(sample, tasks, window)
    before = None
    for name in ("spans", "conll", "doccano", "brat", "text", "dateline", "label-studio"):
        choose(dialog, name)
        told(dialog, qtbot)
        now = {name: at.y() for name, at in places(dialog, *ABOVE, *BELOW).items()}
        assert before in (None, now), name
        before = now


def test_a_problem_is_in_view_over_all_that_is_said(
    sample: Session, tasks: Tasks, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(sample, tasks, window)
    dialog.form.split.setChecked(True)
    told(dialog, qtbot)
    bar = dialog.form.notes.verticalScrollBar()
    bar.setValue(bar.maximum())
    dialog.form.parts.setText("nonsense")
    assert dialog.problem.isVisible()
    assert bar.value() == 0
    assert (
        dialog.form.notes.viewport().rect().contains(dialog.problem.mapTo(dialog.form.notes.viewport(), QPoint(5, 5)))
    )
