"""An export is offered as the last one of the project was: format, division, seed and card."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.exchange.split import Order, Split
from dateline.gui.dialogs.export_dialog import ExportDialog
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from tests.gui.dialogs.test_export_dialog import choose, opened, run


def divided(dialog: ExportDialog, target: Path) -> None:
    choose(dialog, "conllu")
    form = dialog.form
    form.target.set_path(target)
    form.split.setChecked(True)
    form.parts.setText("60/40")
    form.seed.setText("7")
    form.card.setChecked(True)


@pytest.mark.parametrize("order", Order)
def test_the_last_export_is_offered_again(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, order: Order
) -> None:
    dialog = opened(sample, tasks, window)
    divided(dialog, tmp_path / "ner.conllu")
    dialog.form.order.setCurrentIndex(dialog.form.order.findData(order))
    planned = dialog.form.planned_split()
    run(qtbot, dialog)
    dialog.accept()
    form = opened(sample, tasks, window).form
    assert form.chosen_format.name == "conllu"
    assert form.planned_split() == planned
    assert form.seed.text() == "7"
    assert form.card.isChecked()
    assert form.parts.isEnabled()
    assert form.seed.isEnabled() is (order is Order.LOT)
    assert form.target.path is not None
    assert form.target.path.name == "copy.conllu"
    choose(opened(sample, tasks, window), "huggingface")
    assert form.planned_split() == planned


def test_what_was_not_carried_out_is_not_kept(sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path) -> None:
    dialog = opened(sample, tasks, window)
    divided(dialog, tmp_path / "ner.conllu")
    dialog.reject()
    form = opened(sample, tasks, window).form
    assert form.chosen_format.name == "dateline"
    assert form.planned_split() is None
    form.split.setChecked(True)
    assert form.planned_split() == Split.parse("80/10/10")


def test_a_format_that_is_gone_leaves_the_rest(sample: Session, tasks: Tasks, window: QWidget) -> None:
    assert sample.project is not None
    kept = {"format": "gone", "divided": True, "parts": "60/40", "order": "lot", "seed": 3, "card": False}
    sample.project.local.set("export", kept)
    form = opened(sample, tasks, window).form
    assert form.chosen_format.name == "dateline"
    assert form.planned_split() == Split.parse("60/40", 3)
