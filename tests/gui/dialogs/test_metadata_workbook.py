"""The table of metadata may be an Excel workbook, in the window as on the command line."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from tests.gui.dialogs.test_import_dialog import opened, run, texts


def test_a_workbook_is_chosen_as_the_table_of_metadata(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = openpyxl.Workbook()
    for row in (["file", "title"], ["one.txt", "First"], ["two.txt", "Second"], ["three.txt", "First"]):
        book.active.append(row)
    book.save(tmp_path / "files.xlsx")
    asked: list[str] = []

    def choose(*words: str) -> tuple[str, str]:
        asked.append(words[-1])
        return str(tmp_path / "files.xlsx"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    dialog = opened(empty, tasks, window, tmp_path, [texts(tmp_path)])
    dialog.form.table.button.click()
    assert "*.xlsx" in asked[0]
    run(qtbot, dialog)
    assert empty.project is not None
    assert [a.title for a in empty.project.articles.all()] == ["First", "Second"]
