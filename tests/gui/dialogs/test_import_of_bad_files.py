"""A preview of files that cannot be read claims nothing of what is there, and names each fault."""

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.editing.preview import ImportPreview
from dateline.editing.problem_groups import ProblemCount
from dateline.exchange.problems import ProblemKind, unlisted, worded
from dateline.gui.dialogs.import_dialog import ImportDialog
from dateline.gui.dialogs.import_preview import PreviewPage
from dateline.gui.dialogs.work_page import Line, ProblemList
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.model.schema import Schema
from dateline.model.wording import Wording


def _previewed(
    session: Session, tasks: Tasks, window: QWidget, qtbot: QtBot, sources: list[Path], annotator: str = ""
) -> ImportDialog:
    dialog = ImportDialog(session, tasks, sources[0].parent, sources, window)
    dialog.form.annotator.setText(annotator)
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


def _mixed(folder: Path) -> list[Path]:
    """Return a table with a notice of its own, and files that cannot be read."""
    table = folder / "list.csv"
    table.write_text("text,Nr\nMinisters met.,1\n", encoding="utf-8")
    return [table, *_bad(folder)]


def _marked(shown: ProblemList) -> list[bool]:
    """Say of each row whether it is marked as left out, for the eye and for a screen reader."""
    rows = [row for i in range(shown.topLevelItemCount()) if (row := shown.topLevelItem(i))]
    said = [str(row.data(0, Qt.ItemDataRole.AccessibleTextRole) or "") for row in rows]
    seen = [not row.icon(0).isNull() for row in rows]
    assert seen == [text.startswith("Left out: ") for text in said]
    return seen


def test_what_is_left_out_is_counted_marked_and_listed_before_what_is_worth_knowing(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = _previewed(empty, tasks, window, qtbot, _mixed(tmp_path))
    assert _marked(dialog.preview.problems) == [True, True, False]
    said = "3 records or files are wrong and are left out: they are listed first, with a triangle."
    assert said in dialog.preview.text.text().splitlines()
    dialog.go_on.click()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)
    assert dialog.outcome.title.text() == "1 article imported"
    assert _marked(dialog.outcome.list) == [True, True, True, False]


def test_without_a_place_the_mark_is_where_it_is_seen(window: QWidget) -> None:
    shown = ProblemList(window)
    shown.show_lines([Line("", "Is wrong", left_out=True), Line("", "Is taken")])
    first, second = shown.topLevelItem(0), shown.topLevelItem(1)
    assert first is not None
    assert second is not None
    assert (first.icon(0).isNull(), first.icon(1).isNull(), second.icon(1).isNull()) == (True, False, True)
    assert first.data(1, Qt.ItemDataRole.AccessibleTextRole) == "Left out: Is wrong"


def test_enter_leaves_nothing_out(empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    sources = _mixed(tmp_path)
    dialog = _previewed(empty, tasks, window, qtbot, sources)
    assert dialog.go_on.text() == "&Import the rest"
    assert dialog.back.isDefault()
    assert not dialog.go_on.isDefault()
    assert dialog.focusWidget() is dialog.back
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.pages.currentWidget() is dialog.form
    assert dialog.start.isDefault()
    assert not dialog.back.isDefault()
    dialog.close()
    good = _previewed(empty, tasks, window, qtbot, sources[:1])
    assert good.go_on.isDefault()
    assert good.focusWidget() is good.go_on


def test_enter_takes_nothing_in_that_is_perhaps_here_already_as_anothers(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    source = tmp_path / "bo_2.jsonl"
    record = {"text": "Ministers met in Oslo.", "spans": [{"start": 0, "end": 9, "label": "PERSON"}]}
    source.write_text(json.dumps(record), encoding="utf-8")
    for annotator in ("Bo", ""):
        dialog = _previewed(empty, tasks, window, qtbot, [source], annotator)
        if annotator:
            dialog.go_on.click()
            qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)  # noqa: B023 - it is that one now
            dialog.close()
    first = dialog.preview.problems.topLevelItem(0)
    assert first is not None
    assert first.text(1) == (
        "Perhaps the same work once more: the annotation that comes as bo_2's to a text here is Bo's"
    )
    todo = "If it is Bo's work, go back and write Bo as the Annotator: nothing is doubled then"
    assert first.text(2) == todo
    assert dialog.back.isDefault()
    dialog.back.click()
    dialog.form.annotator.setText("Bo")
    dialog.look.click()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)
    assert dialog.preview.title.text() == "Nothing new: all of it is in the project already"
