"""The cell in which one types is in sight, however many rows there are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs.column_table import ColumnTable
from dateline.gui.session import Session


def _editor(shown: ColumnTable) -> QLineEdit:
    editor = shown.table.focusWidget()
    assert isinstance(editor, QLineEdit)
    return editor


def _seen_whole(shown: ColumnTable) -> bool:
    room = shown.table.viewport().rect()
    row = shown.table.visualItemRect(shown.table.currentItem())
    return row.top() >= 0 and row.bottom() <= room.bottom() and room.contains(_editor(shown).geometry())


@pytest.mark.parametrize("there", [0, 2, 3, 4, 5, 30])
def test_a_row_that_is_added_is_seen_whole(empty: Session, qtbot: QtBot, there: int) -> None:
    assert empty.project is not None
    shown = ColumnTable(empty.project)
    qtbot.addWidget(shown)
    shown.resize(500, 200)
    shown.show_columns({f"column {number}": "x" for number in range(there)})
    shown.show()
    qtbot.waitExposed(shown)
    shown.add.click()
    assert shown.table.currentRow() == there
    qtbot.waitUntil(lambda: _seen_whole(shown))
    qtbot.keyClicks(_editor(shown), "a name that is wider than the table " * 5)
    qtbot.keyClick(_editor(shown), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: (shown.table.currentRow(), shown.table.currentColumn()) == (there, 1))
    qtbot.waitUntil(lambda: shown.table.horizontalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: _seen_whole(shown))
