import json
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs import export_facts
from dateline.gui.dialogs.export_dialog import ExportDialog
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.model.schema import Schema
from dateline.store.project import Project


def opened(session: Session, tasks: Tasks, window: QWidget) -> ExportDialog:
    dialog = ExportDialog(session, tasks, window)
    dialog.open()
    return dialog


def run(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.start.click()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)


def choose(dialog: ExportDialog, name: str) -> None:
    dialog.form.format.setCurrentIndex(dialog.form.format.findData(name))


def test_the_native_format_writes_every_article(sample: Session, tasks: Tasks, window: QWidget, qtbot: QtBot) -> None:
    dialog = opened(sample, tasks, window)
    assert dialog.form.target.path is not None
    assert dialog.form.target.path.name == "copy.jsonl"
    run(qtbot, dialog)
    assert dialog.outcome.title.text() == "5 articles written"
    assert not dialog.outcome.list.isVisible()
    lines = dialog.form.target.path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 6


def test_what_a_format_cannot_hold_is_told(sample: Session, tasks: Tasks, window: QWidget, qtbot: QtBot) -> None:
    dialog = opened(sample, tasks, window)
    choose(dialog, "spans")
    assert dialog.form.target.path is not None
    assert dialog.form.target.path.name == "copy-spans.jsonl"
    run(qtbot, dialog)
    assert any("arguments of events" in line for line in dialog.outcome.lines())
    assert "copy-spans.jsonl.report.json" in dialog.outcome.text.text()


def test_labels_and_units_are_chosen(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(sample, tasks, window)
    choose(dialog, "spans")
    dialog.form.unit.setCurrentIndex(1)
    dialog.form.empty.setChecked(False)
    dialog.form.labels.check("PERSON", False)
    dialog.form.target.set_path(tmp_path / "out.jsonl")
    run(qtbot, dialog)
    records = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    labels = {span["label"] for record in records for span in record["spans"]}
    assert "PERSON" not in labels
    assert "GPE" in labels
    assert len(records) > 20


def test_the_preview_of_a_split_is_what_is_written(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(sample, tasks, window)
    choose(dialog, "spans")
    dialog.form.target.set_path(tmp_path / "out.jsonl")
    dialog.form.parts.setText("train=50/held-out=50")
    dialog.form.seed.setText("7")
    dialog.form.split.setChecked(True)
    qtbot.waitUntil(lambda: "train" in dialog.form.sizes.text(), timeout=10_000)
    shown = dialog.form.sizes.text()
    run(qtbot, dialog)
    counts = [len((tmp_path / f"out.{n}.jsonl").read_text().splitlines()) for n in ("train", "held-out")]
    assert f"train {counts[0]}, held-out {counts[1]}" in shown
    assert "stay together" in shown
    said = dialog.outcome.text.text().splitlines()
    assert sum("held-out" in line and "article" in line for line in said) == 1
    assert [line.startswith("• ") for line in said[:3]] == [False, False, True], "first the parts, then what to know"
    assert sum(counts) == 5


def test_what_an_earlier_export_trained_on_and_is_tested_on_now_is_told_under_the_division(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(sample, tasks, window)
    choose(dialog, "spans")
    dialog.form.target.set_path(tmp_path / "out.jsonl")
    dialog.form.card.setChecked(True)
    dialog.form.parts.setText("80/20")
    dialog.form.split.setChecked(True)
    qtbot.waitUntil(lambda: "train" in dialog.form.sizes.text(), timeout=10_000)
    run(qtbot, dialog)
    dialog.back.click()
    told = "of the export before this one had"
    for parts, moved in (("80/20", False), ("20/80", True)):  # the largest group comes into the largest part
        dialog.form.parts.setText(parts)
        qtbot.waitUntil(lambda: dialog.knows and "train" in dialog.form.sizes.text(), timeout=10_000)
        assert (told in dialog.form.sizes.text()) is moved
        assert ("in train now: a model trained on that has seen" in dialog.form.sizes.text()) is moved
    first, *notes = dialog.form.sizes.text().split("\n")
    assert first.startswith("Articles: train")
    assert len(notes) > 1
    assert all(note.startswith("• ") and note.endswith(".") for note in notes), "a line each"
    run(qtbot, dialog)
    assert told in dialog.outcome.text.text()


def test_parts_without_a_manifest_are_said_to_tell_nothing_under_the_division(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(sample, tasks, window)
    choose(dialog, "spans")
    dialog.form.target.set_path(tmp_path / "out.jsonl")
    dialog.form.parts.setText("80/20")
    dialog.form.split.setChecked(True)
    qtbot.waitUntil(lambda: "train" in dialog.form.sizes.text(), timeout=10_000)
    assert "manifest" not in dialog.form.sizes.text()
    run(qtbot, dialog)
    (tmp_path / "out.jsonl.manifest.json").unlink()  # which every division has
    dialog.back.click()
    dialog.form.card.setChecked(True)
    assert dialog.form.card.text().startswith("Write a dataset card beside")
    told = "cannot be told; this export writes one, so that the next can tell it."
    qtbot.waitUntil(lambda: told in dialog.form.sizes.text(), timeout=10_000)


def test_a_split_that_is_none_is_named(sample: Session, tasks: Tasks, window: QWidget) -> None:
    dialog = opened(sample, tasks, window)
    dialog.form.split.setChecked(True)
    dialog.form.parts.setText("a lot")
    assert "80/10/10" in dialog.problem.text()
    assert not dialog.start.isEnabled()
    dialog.form.split.setChecked(False)
    assert dialog.start.isEnabled()


def test_what_stands_there_is_written_over_only_with_a_word_about_it(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "old.jsonl"
    target.write_text("old")
    dialog = opened(sample, tasks, window)
    dialog.form.target.set_path(target)
    assert dialog.start.text() == "Replace and export"
    qtbot.waitUntil(lambda: "old.jsonl" in dialog.form.own.text())
    dialog.form.again.setChecked(True)
    run(qtbot, dialog)
    assert target.read_text(encoding="utf-8") != "old"


@pytest.mark.parametrize("where", ["gone/out.jsonl", "", "."])
def test_a_target_that_cannot_be_is_named(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, where: str
) -> None:
    dialog = opened(sample, tasks, window)
    dialog.form.target.set_path(tmp_path / where if where else None)
    assert dialog.problem.isVisible()
    assert not dialog.start.isEnabled()


@pytest.mark.parametrize("name", ["other.dateline", "other.sqlite", "own"])
def test_a_project_is_never_offered_to_be_replaced(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, name: str
) -> None:
    assert sample.project is not None
    target = sample.project.path if name == "own" else tmp_path / name
    if name != "own":
        Project.create(tmp_path / "made.dateline", Schema()).close()
        (tmp_path / "made.dateline").rename(target)
    dialog = opened(sample, tasks, window)
    dialog.form.target.set_path(target)
    assert "is a project or another database" in dialog.problem.text()
    assert not dialog.start.isEnabled()


def test_nothing_chosen_is_named(sample: Session, tasks: Tasks, window: QWidget) -> None:
    dialog = opened(sample, tasks, window)
    dialog.form.annotators.check(str(sample.annotator.id) if sample.annotator else "", False)
    assert "check an annotator" in dialog.problem.text()


def test_a_write_that_fails_leaves_the_choices(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(sample, tasks, window)
    dialog.form.target.set_path(tmp_path / f"{'x' * 300}.jsonl")
    run(qtbot, dialog)
    assert dialog.pages.currentWidget() is dialog.form
    assert "Nothing was written" in dialog.problem.text()
    assert "too long" in dialog.problem.text()


def test_a_cancelled_export_writes_nothing(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(sample, tasks, window)
    dialog.form.target.set_path(tmp_path / "out.jsonl")
    dialog.start.click()
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.work.running)
    assert "nothing was written" in dialog.problem.text()
    assert not (tmp_path / "out.jsonl").exists()


def test_the_chooser_gives_the_target(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "mine.jsonl"), ""))
    dialog = opened(sample, tasks, window)
    dialog.form.target.button.click()
    choose(dialog, "spans")
    assert dialog.form.target.path == tmp_path / "mine.jsonl"


def test_what_only_one_format_knows_can_be_chosen(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(sample, tasks, window)
    assert dialog.form.choices.boxes == {}
    choose(dialog, "doccano")
    assert {key: box.isVisible() for key, box in dialog.form.choices.boxes.items()} == {"offsets": True, "style": True}
    style = dialog.form.choices.boxes["style"]
    style.setCurrentIndex(style.findData("triples"))
    dialog.form.target.set_path(tmp_path / "out.jsonl")
    run(qtbot, dialog)
    record = json.loads((tmp_path / "out.jsonl").read_bytes().splitlines()[0])
    assert record["label"]
    choose(dialog, "conll")
    assert list(dialog.form.choices.boxes) == ["scheme", "columns"]
    assert dialog.form.options().extra == {}
    choose(dialog, "dateline")
    assert not style.isVisible()


def test_what_an_earlier_export_left_is_named_before_and_removed_if_asked(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(sample, tasks, window)
    form = dialog.form
    choose(dialog, "spans")
    form.target.set_path(tmp_path / "out.jsonl")
    qtbot.wait(300)
    assert not form.earlier.isVisible()
    form.card.setChecked(True)
    form.parts.setText("60/20/20")
    form.split.setChecked(True)
    run(qtbot, dialog)
    dialog.back.click()
    assert not form.earlier.isVisible()
    form.parts.setText("80/20")
    qtbot.waitUntil(form.remove.isVisible, timeout=10_000)
    assert "out.dev.jsonl" in form.earlier.text()
    assert "out.dev.jsonl" in form.remove.text()
    assert not form.remove.isChecked()
    form.parts.setText("60/20/20")
    qtbot.waitUntil(lambda: not form.remove.isVisible(), timeout=10_000)
    form.parts.setText("80/20")
    qtbot.waitUntil(form.remove.isVisible, timeout=10_000)
    form.remove.setChecked(True)
    run(qtbot, dialog)
    assert "Removed out.dev.jsonl" in dialog.outcome.text.text()
    assert not (tmp_path / "out.dev.jsonl").exists()
    dialog.back.click()
    qtbot.waitUntil(lambda: not form.remove.isVisible(), timeout=10_000)
    assert not form.options().remove_earlier


def test_an_export_is_proposed_where_the_last_one_went(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "sets"
    folder.mkdir()
    dialog = opened(sample, tasks, window)
    used: list[Path] = []
    dialog.folder_used.connect(used.append)
    dialog.form.target.set_path(folder / "a.jsonl")
    run(qtbot, dialog)
    assert used == [folder]
    again = ExportDialog(sample, tasks, window, folder)
    assert again.form.target.path == folder / "copy.jsonl"
    choose(again, "spans")
    assert again.form.target.path == folder / "copy-spans.jsonl"


@pytest.mark.parametrize("away", ["target", "format", "split"])
def test_what_was_agreed_to_for_one_export_is_not_used_for_another(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, away: str
) -> None:
    """At once, before it is known what lies there: only what stood in the dialog may go."""
    dialog = opened(sample, tasks, window)
    form = dialog.form
    choose(dialog, "spans")
    form.card.setChecked(True)
    form.parts.setText("60/20/20")
    form.split.setChecked(True)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        form.target.set_path(tmp_path / name / "out.jsonl")
        run(qtbot, dialog)
        dialog.back.click()
    form.target.set_path(tmp_path / "a" / "out.jsonl")
    form.parts.setText("80/20")
    qtbot.waitUntil(lambda: form.remove.isVisible() and form.remove.text().count("out.") == 1, timeout=10_000)
    form.remove.setChecked(True)
    match away:
        case "target":
            form.target.set_path(tmp_path / "b" / "out.jsonl")
        case "format":
            choose(dialog, "doccano")
        case _:
            form.split.setChecked(False)
    assert not form.remove.isChecked()
    assert not form.options().remove_earlier
    run(qtbot, dialog)
    assert (tmp_path / "a" / "out.dev.jsonl").exists()
    assert (tmp_path / "b" / "out.dev.jsonl").exists()
    assert (tmp_path / "a" / "out.train.jsonl").exists()


def test_what_a_format_does_not_hold_is_disabled_and_says_why(sample: Session, tasks: Tasks, window: QWidget) -> None:
    form = opened(sample, tasks, window).form
    for name, by_unit, by_label in (("spans", True, True), ("brat", False, True), ("text", False, False)):
        form.format.setCurrentIndex(form.format.findData(name))
        assert form.unit.isEnabled() is form.empty.isEnabled() is by_unit
        assert form.labels.isEnabled() is by_label
        assert bool(form.unit.toolTip()) is not by_unit
        assert bool(form.labels.toolTip()) is not by_label
    assert "Of a web page" not in form.about.text()


def test_a_name_without_an_ending_gets_the_formats(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path
) -> None:
    form = opened(sample, tasks, window).form
    form.format.setCurrentIndex(form.format.findData("conll"))
    form.target.set_path(tmp_path / "set")
    form.target.edit.editingFinished.emit()
    assert form.target.path == form.path == tmp_path / "set.conll"


def test_a_part_that_would_be_empty_is_named_before_anything_is_written(
    sample: Session, tasks: Tasks, window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(sample, tasks, window)
    dialog.form.parts.setText("/".join(["1"] * 9))
    dialog.form.split.setChecked(True)
    qtbot.waitUntil(lambda: "Nothing is left for part" in dialog.form.sizes.text(), timeout=10_000)
    assert dialog.form.sizes.text().endswith("; choose more articles or fewer parts.")


class HeldPlans:
    """Plans of a split that are held up, as those of many articles are; `most` is how many there were at once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.now = self.most = self.all = 0
        self._plan, self._lock = export_facts.plan_split, threading.Lock()
        monkeypatch.setattr(export_facts, "plan_split", self._held)

    def _held(self, *given: object) -> object:
        with self._lock:
            self.now, self.all = self.now + 1, self.all + 1
            self.most = max(self.most, self.now)
        self.begun.set()
        self.go_on.wait(10)
        with self._lock:
            self.now -= 1
        return self._plan(*given)


@pytest.mark.parametrize("closing", ["reject", "close", "accept"])
def test_a_dialog_closed_while_a_split_is_worked_out_is_heard_of_no_more(
    sample: Session, tasks: Tasks, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, closing: str
) -> None:
    dialog = opened(sample, tasks, window)
    held = HeldPlans(monkeypatch)
    dialog.form.split.setChecked(True)
    qtbot.waitUntil(held.begun.is_set, timeout=10_000)
    with qtbot.waitSignal(dialog.destroyed):
        getattr(dialog, closing)()
    ended: list[str] = []
    for task in tasks.running:
        task.succeeded.connect(lambda _: ended.append("succeeded"))
        task.cancelled.connect(lambda: ended.append("cancelled"))
    held.go_on.set()
    qtbot.waitUntil(lambda: not tasks.running, timeout=10_000)
    assert ended == ["cancelled"]


def test_a_split_is_worked_out_once_at_a_time_and_at_last_as_it_was_chosen(
    sample: Session, tasks: Tasks, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(sample, tasks, window)
    held = HeldPlans(monkeypatch)
    dialog.form.split.setChecked(True)
    qtbot.waitUntil(held.begun.is_set, timeout=10_000)
    for parts in ("one=1/two=1", "three=1/four=1", "five=1/six=1"):
        dialog.form.parts.setText(parts)
        qtbot.wait(200)
    held.go_on.set()
    qtbot.waitUntil(lambda: dialog.knows, timeout=10_000)
    assert "five" in dialog.form.sizes.text()
    assert (held.most, held.all) == (1, 2)


def test_lists_keep_some_rows_whatever_a_format_asks_for(
    sample: Session, tasks: Tasks, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(sample, tasks, window)
    heights = {}
    for height in (700, 1080):
        monkeypatch.setattr(QScreen, "availableSize", lambda _, h=height: QSize(1600, h))
        heights[height] = dialog.form.labels.minimumSizeHint().height() // dialog.form.labels.sizeHintForRow(0)
    assert heights == {700: 3, 1080: 6}
