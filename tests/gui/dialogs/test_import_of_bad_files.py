"""A preview of files that cannot be read claims nothing of what is there, and names each fault."""

import io
from pathlib import Path

import openpyxl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.editing.preview import ImportPreview
from dateline.editing.problem_groups import ProblemCount
from dateline.exchange.problems import ProblemKind, unlisted, worded
from dateline.gui.dialogs.import_dialog import ImportDialog
from dateline.gui.dialogs.import_preview import PreviewPage
from dateline.gui.dialogs.work_page import ProblemList
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.model.schema import Schema
from dateline.model.wording import Wording


def _previewed(session: Session, tasks: Tasks, window: QWidget, qtbot: QtBot, sources: list[Path]) -> ImportDialog:
    dialog = ImportDialog(session, tasks, sources[0].parent, sources, window)
    dialog.open()
    dialog.look.click()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)
    assert dialog.pages.currentWidget() is dialog.preview
    return dialog


def _rows(shown: ProblemList) -> list[tuple[str, str]]:
    rows = (shown.topLevelItem(i) for i in range(shown.topLevelItemCount()))
    return [(row.text(0), row.text(1)) for row in rows if row]


def _bad(folder: Path) -> list[Path]:
    made = [folder / name for name in ("cut.xlsx", "cut2.xlsx", "nul.txt")]
    whole = io.BytesIO()
    openpyxl.Workbook().save(whole)
    for workbook in made[:2]:
        workbook.write_bytes(whole.getvalue()[:-200])
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


def _brat(folder: Path, events: tuple[str, ...]) -> Path:
    made = folder / "brat"
    made.mkdir()
    (made / "a.txt").write_text("Lora " + " ".join(event.lower() for event in events), encoding="utf-8")
    lines, at = ["T0\tPERSON 0 4\tLora"], 5
    for n, event in enumerate(events, 1):
        lines += [f"T{n}\t{event} {at} {at + len(event)}\t{event.lower()}", f"E{n}\t{event}:T{n} Actor1:T0 Actor2:T0"]
        at += len(event) + 1
    (made / "a.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return made


def test_the_preview_lists_what_the_outcome_lists_of_roles_that_are_not_known(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = _previewed(empty, tasks, window, qtbot, [_brat(tmp_path, ("Sign", "Leave", "Confer", "Warn"))])
    previewed = [what for _, what in _rows(dialog.preview.problems) if "not among those of" in what]
    assert len(previewed) == 4
    dialog.go_on.click()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)
    assert [what for _, what in _rows(dialog.outcome.list) if "not among those of" in what] == previewed


def test_what_has_no_place_says_how_often_it_is_so(window: QWidget, schema: Schema) -> None:
    page = PreviewPage(window)
    same = worded(Wording("a value is no number"), kind=ProblemKind.FIELD)
    beyond = unlisted(ProblemKind.ROLE, 40, notice=True)
    found = ImportPreview(notices=(ProblemCount("field", 3, (same,) * 3), ProblemCount("role", 40, (beyond,))))
    page.show_preview(found, schema)
    assert [what for _, what in _rows(page.problems)] == [
        "A value is no number (3 times)",
        "40 more that are not listed (unknown role)",
    ]
