"""Large workbooks are opened beside the window, and once however often their heads are looked at."""

import threading
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.editing.kept_columns import keep_columns
from dateline.exchange.formats.table import heads, rows, workbook
from dateline.exchange.formats.table.preview import preview
from dateline.exchange.options import ReadOptions
from dateline.gui.dialogs.columns import ColumnsDialog
from dateline.gui.dialogs.import_dialog import ImportDialog
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The threads in which a workbook was opened."""
    seen: list[str] = []
    opened = workbook.opened

    def noted(path: Path, **how: bool):  # type: ignore[no-untyped-def]
        seen.append(threading.current_thread().name)
        return opened(path, **how)

    monkeypatch.setattr(heads, "opened", noted)
    monkeypatch.setattr(heads, "_QUICK", 0)
    return seen


def _workbook(path: Path) -> Path:
    book = openpyxl.Workbook(write_only=True)  # which do not say how large their sheets are
    for name in ("World", "Home"):
        sheet = book.create_sheet(name)
        sheet.append(["Exported on Monday"])
        sheet.append([])
        sheet.append(["Worte", "Kopf", "Tag"])
        for n in range(300):
            sheet.append([f"{name} {n}: ministers met.", f"Head {n}", "2018-04-19"])
    book.save(path)
    return path


def _asked(dialog: ImportDialog, qtbot: QtBot) -> ColumnsDialog:
    qtbot.waitUntil(lambda: dialog.findChild(ColumnsDialog) is not None, timeout=10_000)
    asked = dialog.findChild(ColumnsDialog)
    assert asked is not None
    return asked


def test_a_large_workbook_is_opened_once_and_beside_the_window(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, threads: list[str]
) -> None:
    assert empty.project is not None
    keep_columns(empty.project, ["Worte", "Kopf", "Tag"], {"text": "Worte", "title": "Kopf"})
    dialog = ImportDialog(empty, tasks, tmp_path, [_workbook(tmp_path / "list.xlsx")], window)
    dialog.open()
    dialog.form.columns.click()
    assert dialog.form.columns_of.full_text == "list.xlsx: being opened…"
    asked = _asked(dialog, qtbot)
    assert asked.fields["title"].currentText() == "Kopf", "as it was chosen before"
    for line in (1, 3, 100, 0):
        asked.header.setValue(line)
    asked.sheet.setCurrentText("Home")
    assert asked.rows.item(0, 0).text() == "Home 0: ministers met."  # type: ignore[union-attr]
    asked.ok.click()
    assert dialog.form.columns_of.full_text == "list.xlsx, sheet Home: the text is in Worte"
    dialog.form.sources.selectAll()
    assert len(threads) == 1
    assert threads[0] != threading.main_thread().name
    dialog.close()


def test_columns_chosen_before_are_there_once_it_is_opened(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, threads: list[str]
) -> None:
    assert empty.project is not None
    keep_columns(empty.project, ["Worte", "Kopf", "Tag"], {"text": "Worte"})
    dialog = ImportDialog(empty, tasks, tmp_path, [_workbook(tmp_path / "list.xlsx")], window)
    dialog.open()
    said = "list.xlsx, as chosen before: the text is in Worte"
    qtbot.waitUntil(lambda: dialog.form.columns_of.full_text == said, timeout=10_000)
    assert len(threads) == 1


def test_of_more_than_are_held_none_is_opened_in_the_window(
    empty: Session,
    tasks: Tasks,
    window: QWidget,
    tmp_path: Path,
    qtbot: QtBot,
    threads: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert empty.project is not None
    monkeypatch.setattr(heads, "_HELD", 2)
    keep_columns(empty.project, ["Worte", "Kopf", "Tag"], {"text": "Worte"})
    dialog = ImportDialog(empty, tasks, tmp_path, [_workbook(tmp_path / f"{n}.xlsx") for n in range(4)], window)
    dialog.open()
    qtbot.waitUntil(lambda: len(dialog.form.chosen_columns) == 2, timeout=10_000)
    dialog.form.sources.selectAll()
    dialog.form.columns.click()
    assert _asked(dialog, qtbot).fields["text"].currentText() == "Worte"
    assert len(threads) == 5  # each, and the first again when it was asked for
    assert threading.main_thread().name not in threads


def test_one_that_cannot_be_opened_is_told_and_not_tried_for_ever(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, threads: list[str]
) -> None:
    (tmp_path / "cut.xlsx").write_bytes(b"PK\3\4 and then nothing")
    dialog = ImportDialog(empty, tasks, tmp_path, [tmp_path / "cut.xlsx"], window)
    dialog.open()
    dialog.form.columns.click()
    qtbot.waitUntil(lambda: dialog.problem.text().startswith("cut.xlsx: "), timeout=10_000)
    assert "that was cut off or damaged" in dialog.problem.text()
    dialog.say_problem("")
    dialog.form.columns.click()
    assert dialog.problem.text().startswith("cut.xlsx: "), "at once, for it is known"
    assert len(threads) == 1
    assert threads[0] != threading.main_thread().name
    dialog.form.sources.selectAll()
    _workbook(tmp_path / "cut.xlsx")
    dialog.form.columns.click()
    _asked(dialog, qtbot)
    assert len(threads) == 2
    assert threading.main_thread().name not in threads


def test_one_that_the_drive_does_not_give_is_told(
    empty: Session,
    tasks: Tasks,
    window: QWidget,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    threads: list[str],
) -> None:
    def refused(path: Path, **_how: bool) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(heads, "opened", refused)
    dialog = ImportDialog(empty, tasks, tmp_path, [_workbook(tmp_path / "list.xlsx")], window)
    dialog.open()
    dialog.form.columns.click()
    qtbot.waitUntil(lambda: dialog.problem.text().startswith("list.xlsx: "), timeout=10_000)
    assert not threads


def test_a_workbook_that_was_saved_anew_is_opened_anew(tmp_path: Path, threads: list[str]) -> None:
    held = heads.Heads()
    path = _workbook(tmp_path / "list.xlsx")
    before = preview(path, ReadOptions(), heads=held)
    assert preview(path, ReadOptions(), heads=held) == before == preview(path, ReadOptions())
    book = openpyxl.Workbook()
    book.active.append(["text"])
    book.active.append(["Talks ended."])
    book.save(path)
    assert preview(path, ReadOptions(), heads=held).rows == (("Talks ended.",),)
    assert len(threads) == 3


@pytest.mark.parametrize("line", [0, 1, 8, 148, 250, 900])
def test_a_held_head_is_that_of_the_file(tmp_path: Path, line: int) -> None:
    """Wherever the header is said to be, with blank rows between."""
    book = openpyxl.Workbook()
    for n in range(1, 1000):
        if n % 7 == 1 or n > 230:
            book.active.cell(n, 2, f"a{n}")
            book.active.cell(n, 3, n)
    book.save(tmp_path / "a.xlsx")
    options = ReadOptions(extra={"header": str(line)} if line else {})
    held = heads.Heads()
    held.of(tmp_path / "a.xlsx")
    found = preview(tmp_path / "a.xlsx", options, heads=held)
    with workbook.opened(tmp_path / "a.xlsx") as (whole, _):
        lines = list(rows.rows_of(whole.worksheets[0], sought=rows.replace(rows.ANY, line=line)))
    assert (found.columns, *found.rows) == tuple(x.cells for x in lines if x.cells)[:6]


def test_of_a_table_that_cannot_be_read_it_is_said_why(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"")
    dialog = ImportDialog(empty, tasks, tmp_path, [path], window)
    dialog.open()
    dialog.form.columns.click()
    assert dialog.findChild(ColumnsDialog) is None
    assert dialog.problem.text() == "list.csv: is empty."
