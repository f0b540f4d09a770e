"""What an import does beside the window: looking of what format an archive is, and one progress that can be stopped."""

import json
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.exchange.format import Format
from dateline.exchange.formats import format_named
from dateline.gui.dialogs import import_form
from dateline.gui.dialogs.import_dialog import ImportDialog
from dateline.gui.session import Session
from dateline.gui.tasks import Task, Tasks
from dateline.model.progress import Progress


def opened(session: Session, tasks: Tasks, window: QWidget, folder: Path, sources: list[Path]) -> ImportDialog:
    dialog = ImportDialog(session, tasks, folder, sources, window)
    dialog.open()
    return dialog


def packed(path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name, text in files.items():
            made.writestr(name, text)
    return path


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Let looking at a source take until the event is set, and the format it finds be doccano."""
    go_on = threading.Event()

    def looked_at(source: Path, *, long_records: bool, progress: Progress) -> Format:
        assert threading.current_thread() is not threading.main_thread()
        go_on.wait(10)
        return format_named("doccano")

    monkeypatch.setattr(import_form, "recognised", looked_at)
    yield go_on
    go_on.set()


def test_what_an_archive_is_is_seen_beside_the_window(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    source = packed(tmp_path / "all.zip", {"ada.jsonl": json.dumps({"text": "Ada", "label": [[0, 3, "PER"]]})})
    dialog = opened(empty, tasks, window, tmp_path, [source])
    assert dialog.form.choices.boxes == {}
    qtbot.waitUntil(lambda: "offsets" in dialog.form.choices.boxes)


def test_the_window_waits_for_no_archive_and_what_comes_too_late_is_not_shown(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, slow: threading.Event
) -> None:
    source = packed(tmp_path / "all.zip", {"a.txt": "a"})
    dialog = opened(empty, tasks, window, tmp_path, [source])
    dialog.form.sources.selectAll()
    dialog.form.sources.remove_selected()
    slow.set()
    qtbot.waitUntil(lambda: not tasks.running)
    assert dialog.form.choices.boxes == {}


def test_a_dialog_that_is_closed_looks_no_more(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, slow: threading.Event
) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [tmp_path])
    (task,) = tasks.running
    dialog.reject()
    assert task.cancelling
    slow.set()
    qtbot.waitUntil(lambda: not tasks.running)


def test_an_import_is_one_progress_in_words(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    source = packed(tmp_path / "all.zip", {f"{n}.txt": f"Text {n}" for n in range(300)})
    shares: list[float] = []
    words: list[str] = []

    def watch(task: Task) -> None:
        task.progressed.connect(lambda done, total, what: (shares.append(done / total), words.append(what)))

    dialog = opened(empty, tasks, window, tmp_path, [source])
    qtbot.waitUntil(lambda: not tasks.running)
    tasks.started.connect(watch)
    dialog.start.click()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)
    assert dialog.outcome.title.text() == "300 articles imported"
    assert shares == sorted(shares)
    assert (words[0], words[-1]) == ("Looking what all.zip is", "Writing what was read into the project")
    assert any(word.startswith("Reading ") for word in words)
