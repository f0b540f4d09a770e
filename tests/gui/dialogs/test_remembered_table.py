"""What was chosen for a table at an earlier import is said where it holds, with what is left unread by it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs.columns import ColumnsDialog
from dateline.gui.dialogs.import_dialog import ImportDialog
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from tests.gui.dialogs.test_import_dialog import opened, run, workbook

SHEETS = {
    "2023": [["Body", "Fach"], ["Ada came.", "One"]],
    "2022": [["Body", "Fach"], ["Bo went.", "Two"]],
    "Codes": [["Code", "Meaning"], ["36", "Meet"]],
}
UNREAD = "The sheet 2022 alone is read, as was chosen for such a workbook before; not read: 2023, Codes"
COLUMNS = "The columns are taken as was chosen for such a table before: title = Fach"


def _choose(dialog: ImportDialog, sheet: str, title: str) -> None:
    dialog.form.columns.click()
    (asked,) = (d for d in dialog.findChildren(ColumnsDialog) if d.isVisible())
    asked.sheet.setCurrentText(sheet)
    asked.fields["title"].setCurrentText(title)
    asked.accept()


def _told(dialog: ImportDialog, page: str) -> list[str]:
    shown = dialog.preview.problems if page == "preview" else dialog.outcome.list
    rows = (shown.topLevelItem(i) for i in range(shown.topLevelItemCount()))
    return [row.text(1) for row in rows if row]


def test_a_remembered_sheet_is_told_with_those_that_are_not_read(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    first = opened(empty, tasks, window, tmp_path, [workbook(tmp_path / "a.xlsx", SHEETS)])
    _choose(first, "2022", "Fach")
    assert first.form.columns_of.full_text == "a.xlsx, sheet 2022: the text is in Body"
    run(qtbot, first)
    chosen_now = "Of its sheets 2022 is read, as was said, and not: 2023, Codes"
    assert chosen_now in _told(first, "outcome")
    assert COLUMNS not in _told(first, "outcome")
    corrected = SHEETS | {"2023": [["Body", "Fach"], ["Ada came again.", "One"]]}
    dialog = opened(empty, tasks, window, tmp_path, [workbook(tmp_path / "b.xlsx", corrected)])
    assert dialog.form.columns_of.full_text == "b.xlsx, sheet 2022, as chosen before: the text is in Body"
    run(qtbot, dialog, "look")
    assert dialog.preview.title.text() == "Nothing new: all that was read is in the project already"
    assert {UNREAD, COLUMNS} <= set(_told(dialog, "preview"))
    run(qtbot, dialog, "back")
    run(qtbot, dialog)
    assert {UNREAD, COLUMNS} <= set(_told(dialog, "outcome"))


def test_what_is_chosen_anew_is_no_more_as_before(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    path = workbook(tmp_path / "a.xlsx", SHEETS)
    first = opened(empty, tasks, window, tmp_path, [path])
    _choose(first, "2022", "Fach")
    first.close()
    dialog = opened(empty, tasks, window, tmp_path, [path])
    _choose(dialog, "all with a column of texts", "Fach")
    assert dialog.form.columns_of.full_text == "a.xlsx: the text is in Body"
    run(qtbot, dialog, "look")
    assert dialog.preview.title.text() == "2 new articles"
    assert UNREAD not in _told(dialog, "preview")
    assert "The sheet Codes has no column text and is left out (its columns: Code, Meaning)" in _told(dialog, "preview")
