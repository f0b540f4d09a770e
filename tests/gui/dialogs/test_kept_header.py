"""The line of a header that was said for a table is remembered in the project, as its columns are."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs.columns import ColumnsDialog
from dateline.gui.dialogs.import_dialog import ImportDialog
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from tests.gui.dialogs.test_import_dialog import opened, workbook

ABOVE = [["Press review", "of the week"], ["what", "who"]]  # looks like a header of two columns
ROWS = [["Meldung", "Wann"], ["Ada came to Rome.", "2020-01-02"], ["Bo left Oslo.", "2020-01-03"]]


def _asked(dialog: ImportDialog) -> ColumnsDialog:
    dialog.form.columns.click()
    (asked,) = (d for d in dialog.findChildren(ColumnsDialog) if d.isVisible())
    return asked


def _say(dialog: ImportDialog, sheet: str, line: int, text: str = "Meldung") -> None:
    asked = _asked(dialog)
    if sheet:
        asked.sheet.setCurrentText(sheet)
    asked.header.setValue(line)
    asked.fields["text"].setCurrentText(text)
    asked.accept()


def test_the_header_of_a_chosen_sheet_is_remembered(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    sheets = {"2019": ROWS, "2020": [*ABOVE, *ROWS]}
    dialog = opened(empty, tasks, window, tmp_path, [workbook(tmp_path / "a.xlsx", sheets)])
    _say(dialog, "2020", 3)
    dialog.close()
    again = opened(empty, tasks, window, tmp_path, [workbook(tmp_path / "b.xlsx", sheets)])
    extra = again.form.options().extra
    assert (extra["sheet"], extra["header"], extra["column.text"]) == ("2020", "3", "Meldung")
    assert _asked(again).header.value() == 3
    again.close()
    other = opened(empty, tasks, window, tmp_path, [workbook(tmp_path / "c.xlsx", {"2019": ROWS, "2020": ROWS})])
    assert "header" not in other.form.options().extra, "another table than that"


def test_the_header_of_a_table_is_remembered_and_forgotten(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join(",".join(row) for row in [*ABOVE, *ROWS]), encoding="utf-8")
    dialog = opened(empty, tasks, window, tmp_path, [path])
    _say(dialog, "", 3)
    dialog.close()
    again = opened(empty, tasks, window, tmp_path, [path])
    assert again.form.options().extra["header"] == "3"
    _say(again, "", 0, "Press review")
    again.close()
    last = opened(empty, tasks, window, tmp_path, [path])
    assert "header" not in last.form.options().extra


def test_a_shorter_table_is_none_with_that_header(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join(",".join(row) for row in [*ABOVE, *ROWS]), encoding="utf-8")
    dialog = opened(empty, tasks, window, tmp_path, [path])
    _say(dialog, "", 3)
    dialog.close()
    path.write_text("\n".join(",".join(row) for row in ABOVE), encoding="utf-8")
    assert "header" not in opened(empty, tasks, window, tmp_path, [path]).form.options().extra
