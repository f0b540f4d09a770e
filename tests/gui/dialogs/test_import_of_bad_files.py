"""A preview of files that cannot be read claims nothing of what is there, and names each fault."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs.import_dialog import ImportDialog
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks


def _previewed(session: Session, tasks: Tasks, window: QWidget, qtbot: QtBot, sources: list[Path]) -> ImportDialog:
    dialog = ImportDialog(session, tasks, sources[0].parent, sources, window)
    dialog.open()
    dialog.look.click()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)
    assert dialog.pages.currentWidget() is dialog.preview
    return dialog


def _bad(folder: Path) -> list[Path]:
    made = [folder / name for name in ("cut.xlsx", "cut2.xlsx", "nul.txt")]
    made[0].write_bytes(b"PK\3\4 and then nothing")
    made[1].write_bytes(b"PK\3\4 and then nothing")
    made[2].write_bytes(b"\0\1\2\3" * 30)
    return made


def test_what_cannot_be_read_is_not_said_to_be_there(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = _previewed(empty, tasks, window, qtbot, _bad(tmp_path))
    assert dialog.preview.title.text() == "Nothing could be read"
    assert not dialog.go_on.isEnabled()
    rows = [dialog.preview.problems.topLevelItem(i) for i in range(dialog.preview.problems.topLevelItemCount())]
    assert [row.text(0) for row in rows if row] == ["cut.xlsx and 1 more", "nul.txt"]
    assert rows[0] is not None
    assert rows[0].toolTip(0) == "cut.xlsx\ncut2.xlsx"


def test_beside_what_is_there_already_it_is_said_of_what_could_be_read(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    good = tmp_path / "good.txt"
    good.write_text("Ministers met.", encoding="utf-8")
    first = ImportDialog(empty, tasks, tmp_path, [good], window)
    first.open()
    first.start.click()
    qtbot.waitUntil(lambda: not first.work.running, timeout=10_000)
    dialog = _previewed(empty, tasks, window, qtbot, [good, *_bad(tmp_path)])
    assert dialog.preview.title.text() == "Nothing new: what could be read is in the project already"
