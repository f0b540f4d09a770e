"""What an export puts in the place of files, or takes away, is known before; what is somebody's own needs a yes."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.exchange.earlier import Earlier, Leftover
from dateline.gui.dialogs.export_beside import BesideExport
from dateline.gui.dialogs.export_dialog import ExportDialog
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.model.annotation import Layer
from dateline.model.changes import Kind
from tests.gui.dialogs.test_export_dialog import choose, opened, run

MINE = "my own notes\n"


def at(dialog: ExportDialog, name: str, target: Path) -> None:
    choose(dialog, name)
    dialog.form.target.set_path(target)


def asked(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.form.again.isVisible, timeout=10_000)


@pytest.mark.parametrize("made", ["never", "edited since"])
def test_a_file_that_no_export_wrote_as_it_is_is_replaced_only_with_a_yes(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, made: str
) -> None:
    target = tmp_path / "mine.conll"
    dialog = opened(sample, tasks, window)
    at(dialog, "conll", target)
    if made == "edited since":
        run(qtbot, dialog)
        assert target.is_file()
    target.write_text(MINE)
    dialog = opened(sample, tasks, window)
    at(dialog, "conll", target)
    asked(dialog, qtbot)
    form = dialog.form
    assert "mine.conll" in form.own.text()
    assert form.own.foregroundRole() == QPalette.ColorRole.BrightText, "as a problem"
    assert not form.again.isChecked()
    assert not dialog.start.isEnabled()
    form.again.setChecked(True)
    assert form.own.isVisible(), "what was agreed to stays to be read, and the box where it is"
    assert dialog.start.isEnabled()
    form.again.setChecked(False)
    assert not dialog.start.isEnabled()
    form.again.setChecked(True)
    run(qtbot, dialog)
    assert dialog.pages.currentWidget() is dialog.outcome
    assert target.read_text(encoding="utf-8") != MINE
    dialog.back.click()
    qtbot.wait(400)
    assert not form.again.isVisible(), "an export wrote it now"
    assert dialog.start.isEnabled()


def test_what_an_export_wrote_is_replaced_without_being_asked(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(sample, tasks, window)
    at(dialog, "conll", tmp_path / "mine.conll")
    run(qtbot, dialog)
    dialog.back.click()
    qtbot.wait(400)
    assert not dialog.form.again.isVisible()
    assert dialog.start.text() == "Replace and export"
    run(qtbot, dialog)
    assert dialog.pages.currentWidget() is dialog.outcome


@pytest.mark.parametrize("away", ["target", "format", "split"])
def test_a_yes_is_for_what_was_asked_and_not_for_another_choice(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, away: str
) -> None:
    for name in ("mine.conll", "other.conll", "mine.train.conll"):
        (tmp_path / name).write_text(MINE)
    dialog = opened(sample, tasks, window)
    at(dialog, "conll", tmp_path / "mine.conll")
    asked(dialog, qtbot)
    dialog.form.again.setChecked(True)
    match away:
        case "target":
            dialog.form.target.set_path(tmp_path / "other.conll")
        case "format":
            at(dialog, "text", tmp_path / "mine.conll")
        case _:
            dialog.form.split.setChecked(True)
    assert not dialog.form.again.isChecked()
    if away != "format":  # it may be refused altogether
        asked(dialog, qtbot)
    assert not dialog.form.again.isChecked()
    at(dialog, "conll", tmp_path / "mine.conll")
    dialog.form.split.setChecked(False)
    asked(dialog, qtbot)
    assert not dialog.form.again.isChecked()
    assert not dialog.start.isEnabled()


def test_what_lies_there_is_not_written_over_before_it_was_looked_at(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    """Whoever is quick with the button, or edits the file while the dialog is open, loses nothing."""
    target = tmp_path / "mine.conll"
    target.write_text(MINE)
    dialog = opened(sample, tasks, window)
    at(dialog, "conll", target)
    run(qtbot, dialog)
    assert dialog.pages.currentWidget() is dialog.form
    assert "Nothing was written" in dialog.problem.text()
    assert target.read_text(encoding="utf-8") == MINE
    asked(dialog, qtbot)
    assert not dialog.start.isEnabled()


def test_parts_of_an_earlier_export_that_would_go_are_named_before(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(sample, tasks, window)
    form = dialog.form
    at(dialog, "spans", tmp_path / "out.jsonl")
    form.parts.setText("50/50")
    form.split.setChecked(True)
    qtbot.waitUntil(lambda: dialog.knows and "train" in form.sizes.text(), timeout=10_000)
    run(qtbot, dialog)
    dialog.back.click()
    qtbot.waitUntil(lambda: dialog.knows and "train" in form.sizes.text(), timeout=10_000)
    assert "goes with this one" not in form.sizes.text()
    assert "go with this one" not in form.sizes.text()
    for part in ("train", "test"):
        assert (tmp_path / f"out.{part}.jsonl").is_file()
    form.parts.setText("100/0")
    qtbot.waitUntil(lambda: dialog.knows and "test 0" in form.sizes.text(), timeout=10_000)
    shown = form.sizes.text().splitlines()
    (line,) = [line for line in shown if "of an earlier export" in line]
    assert shown[1] == line, "before what else is to be known"
    run(qtbot, dialog)
    gone = [p for p in ("train", "test") if not (tmp_path / f"out.{p}.jsonl").exists()]
    assert gone
    assert line.startswith(f"• {', '.join(f'out.{part}.jsonl' for part in gone)}, of an earlier export")


def rarest(sample: Session) -> str:
    """Return the label of the fewest events, once no stretch is a verified negative, which is a record."""
    assert sample.project is not None
    bundles = [*sample.project.annotations.bundles()]
    with sample.project.step("No negatives") as step:
        for region in (r for b in bundles for r in b.annotations.regions):
            step.delete(Kind.REGION, region.id)
    counts = Counter(m.label for b in bundles for m in b.annotations.mentions if m.layer is Layer.EVENT)
    return min(counts, key=lambda label: counts[label])


def test_a_part_of_an_earlier_export_that_would_go_since_no_text_of_it_has_a_span_is_named_before(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    rare = rarest(sample)
    dialog = opened(sample, tasks, window)
    form = dialog.form
    at(dialog, "spans", tmp_path / "out.jsonl")
    form.parts.setText("50/50")
    form.split.setChecked(True)
    qtbot.waitUntil(lambda: dialog.knows and "train" in form.sizes.text(), timeout=10_000)
    run(qtbot, dialog)
    dialog.back.click()
    there = {part for part in ("train", "test") if (tmp_path / f"out.{part}.jsonl").is_file()}
    assert len(there) == 2
    for label in form.labels.boxes():
        form.labels.check(label, label == rare)
    qtbot.waitUntil(lambda: dialog.knows, timeout=10_000)
    assert "of an earlier export" not in form.sizes.text(), "texts without a span are still written"
    form.empty.setChecked(False)
    qtbot.waitUntil(lambda: dialog.knows and "of an earlier export" in form.sizes.text(), timeout=10_000)
    (line,) = [line for line in form.sizes.text().splitlines() if "of an earlier export" in line]
    run(qtbot, dialog)
    (gone,) = [part for part in there if not (tmp_path / f"out.{part}.jsonl").exists()]
    assert line.startswith(f"• out.{gone}.jsonl, of an earlier export, goes with this one")


def test_a_name_with_an_ampersand_is_shown_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    beside, path = BesideExport(), tmp_path / "q&a.train.jsonl"
    for widget in (beside.told, beside.own, beside.again, beside.remove):
        qtbot.addWidget(widget)
    beside.show(Earlier((Leftover(path, {path: "0" * 64}),)))
    assert beside.remove.text().replace("&&", "").count("&") == 1
    assert "q&&a.train.jsonl" in beside.remove.text()
