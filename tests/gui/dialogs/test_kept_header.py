"""The line of a header that was said for a table is remembered in the project, as its columns are."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.editing.chosen_before import run_as_before
from dateline.editing.import_request import ImportRequest
from dateline.editing.importing import import_sources
from dateline.exchange.options import ReadOptions
from dateline.gui.dialogs.columns import ColumnsDialog
from dateline.gui.dialogs.import_dialog import ImportDialog
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from tests.gui.dialogs.test_import_dialog import opened, said_of_tables, workbook

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
    extra = said_of_tables(again)
    assert (extra["sheet"], extra["header"], extra["column.text"]) == ("2020", "3", "Meldung")
    assert _asked(again).header.value() == 3
    again.close()
    other = opened(empty, tasks, window, tmp_path, [workbook(tmp_path / "c.xlsx", {"2019": ROWS, "2020": ROWS})])
    assert "header" not in said_of_tables(other), "another table than that"


def test_the_header_of_a_table_is_remembered_and_forgotten(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join(",".join(row) for row in [*ABOVE, *ROWS]), encoding="utf-8")
    dialog = opened(empty, tasks, window, tmp_path, [path])
    _say(dialog, "", 3)
    dialog.close()
    again = opened(empty, tasks, window, tmp_path, [path])
    assert said_of_tables(again)["header"] == "3"
    _say(again, "", 0)
    again.close()
    last = opened(empty, tasks, window, tmp_path, [path])
    assert "header" not in said_of_tables(last)
    assert said_of_tables(last)["column.text"] == "Meldung", "its columns are found where they are"
    _say(last, "", 1, "Press review")
    last.close()
    other = said_of_tables(opened(empty, tasks, window, tmp_path, [path]))
    assert (other["header"], other["column.text"]) == ("1", "Press review")


def test_the_header_said_on_the_command_line_is_that_of_the_window(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join(",".join(row) for row in [*ABOVE, *ROWS]), encoding="utf-8")
    options = ReadOptions(extra={"header": "3", "column.text": "Meldung"})
    assert empty.project is not None
    run_as_before(empty.project, ImportRequest([path], options), lambda report: None, add_labels=False)
    dialog = opened(empty, tasks, window, tmp_path, [path])
    assert said_of_tables(dialog)["header"] == "3"
    dialog.close()


@pytest.mark.parametrize("more", [0, 2])
@pytest.mark.parametrize("line", [0, 3])
def test_columns_chosen_before_are_found_as_the_import_finds_them(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, more: int, line: int
) -> None:
    """Also where more lines stand above them this time than when the header's line was said."""
    one, other = tmp_path / "one.csv", tmp_path / "other.csv"
    one.write_text("\n".join(",".join(row) for row in [*ABOVE, *ROWS] if line or row in ROWS), encoding="utf-8")
    rows = [*ABOVE, *[["as of", "today"]] * more, *ROWS]
    other.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    dialog = opened(empty, tasks, window, tmp_path, [one])
    _say(dialog, "", line)
    dialog.close()
    again = opened(empty, tasks, window, tmp_path, [other])
    assert said_of_tables(again)["column.text"] == "Meldung"
    asked = _asked(again)
    assert (asked.table.columns, asked.table.header) == (("Meldung", "Wann"), 3 + more)
    asked.accept()
    report = import_sources(empty.project, [other], again.form.options())
    assert (report.articles, report.left_out) == (2, [])


def test_a_shorter_table_is_none_with_that_header(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join(",".join(row) for row in [*ABOVE, *ROWS]), encoding="utf-8")
    dialog = opened(empty, tasks, window, tmp_path, [path])
    _say(dialog, "", 3)
    dialog.close()
    path.write_text("\n".join(",".join(row) for row in ABOVE), encoding="utf-8")
    assert "header" not in said_of_tables(opened(empty, tasks, window, tmp_path, [path]))


def test_what_is_chosen_for_one_table_of_a_list_is_of_that_table(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    """Columns are asked of the table that is selected, the first where none is; the others are read as before."""
    one, other = tmp_path / "one.csv", tmp_path / "other.csv"
    one.write_text("\n".join(",".join(row) for row in [*ABOVE, *ROWS]), encoding="utf-8")
    other.write_text("Metin,Tarih\nAda Roma'ya geldi.,2020-01-02\n", encoding="utf-8")
    dialog = opened(empty, tasks, window, tmp_path, [other, one])
    assert "Metin" in _shown(_asked(dialog))
    assert dialog.form.columns_of.full_text == "other.csv: by the names of its columns"
    dialog.form.sources.setCurrentRow(1)
    assert dialog.form.columns_of.full_text == "one.csv: by the names of its columns"
    _say(dialog, "", 3)
    assert dialog.form.columns_of.full_text == "one.csv: the text is in Meldung"
    dialog.form.sources.setCurrentRow(0)
    assert "Metin" in _shown(_asked(dialog)), "as it is by itself, whatever the other's header is"
    options = dialog.form.options()
    assert options.of([one]).extra["column.text"] == "Meldung"
    assert options.of([other]).extra == {}
    report = import_sources(empty.project, [other, one], options)
    assert (report.articles, report.left_out) == (3, [])


def test_what_was_chosen_for_a_table_is_at_once_that_of_one_like_it(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    """The import takes it so, and *Columns…* does not say otherwise."""
    paths = [tmp_path / "one.csv", tmp_path / "two.csv"]
    for path in paths:
        path.write_text("\n".join(",".join(row) for row in ROWS), encoding="utf-8")
    dialog = opened(empty, tasks, window, tmp_path, paths)
    _say(dialog, "", 0)
    dialog.form.sources.setCurrentRow(1)
    assert dialog.form.columns_of.full_text == "two.csv, as chosen before: the text is in Meldung"
    assert _asked(dialog).fields["text"].currentText() == "Meldung"


def _shown(asked: ColumnsDialog) -> list[str]:
    """Return the columns that are offered for the text, and put the question away."""
    box = asked.fields["text"]
    asked.reject()
    return [box.itemText(i) for i in range(box.count())]
