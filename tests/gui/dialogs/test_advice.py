"""What the window says to do is done in the window: no option of the command line is named there."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import dateline
from dateline.exchange.formats.table.reader import read
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem
from dateline.gui.dialogs.import_summary import preview_lines
from dateline.gui.dialogs.work_page import problem_lines
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.widgets.wording import in_one_line
from dateline.model.annotation import Layer
from dateline.model.wording import Advice
from tests.gui.dialogs.test_import_dialog import _choose, opened, run

OPTION = re.compile(r"(^|[\s(])--[a-z]")
ROOM = Path(dateline.__file__).parent
ELSEWHERE = {ROOM / "cli", ROOM / "gui" / "rendering"}  # what is said on the command line alone, and style sheets


def _modules() -> Iterator[Path]:
    for path in sorted(ROOM.rglob("*.py")):
        if ELSEWHERE.isdisjoint(path.parents):
            yield path


def _for_the_command_line(tree: ast.AST) -> set[ast.AST]:
    """Return what a module says as the second of two, the first of which is for the window; by name, too."""
    seconds: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Advice":
            seconds += node.args[1:]
        elif isinstance(node, ast.Tuple) and len(node.elts) == 2:
            seconds.append(node.elts[1])
    parts = {part for second in seconds for part in ast.walk(second)}
    names = {part.id for part in parts if isinstance(part, ast.Name)}
    assigned = [n for n in ast.walk(tree) if isinstance(n, ast.Assign)]
    named = (n for n in assigned if names & {getattr(target, "id", "") for target in n.targets})
    return parts | {part for one in named for part in ast.walk(one)}


def test_an_option_is_named_only_where_the_window_says_something_else() -> None:
    for path in _modules():
        source = path.read_text(encoding="utf-8")
        if not OPTION.search(source):
            continue
        tree = ast.parse(source)
        fine = _for_the_command_line(tree)
        docs = [n.body[0] for n in ast.walk(tree) if isinstance(getattr(n, "body", None), list) and n.body]
        fine |= {part for doc in docs if isinstance(doc, ast.Expr) for part in ast.walk(doc)}
        said = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str) and n not in fine]
        assert [n.value for n in said if OPTION.search(n.value)] == [], path.relative_to(ROOM)


def test_sheets_and_headers_are_said_where_they_are_chosen(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("Meldung,Wann\nAda came.,1\n", encoding="utf-8")
    (problem,) = [p for p in read(table, ReadOptions()) if isinstance(p, Problem)]
    assert "Columns…" in problem_lines([problem])[0].todo
    assert "--option column.text=NAME" in str(problem)


def test_a_label_of_another_kind_is_chosen_for_in_the_preview(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    assert empty.project is not None
    (tmp_path / "a.txt").write_text("Ada met Bo.", encoding="utf-8")
    source = tmp_path / "a.ann"
    source.write_text("T1\tGPE 4 7\tmet\nE1\tGPE:T1\n", encoding="utf-8")
    dialog = opened(empty, tasks, window, tmp_path, [source])
    run(qtbot, dialog, "look")
    (line,) = (row for row in preview_lines(dialog.preview._found) if "GPE" in row.what)
    assert line.todo.startswith("Choose in the preview, under Label here, what it becomes, such as ")
    _choose(dialog, "GPE", "CONSULT")
    qtbot.waitUntil(lambda: dialog.preview.counted)
    run(qtbot, dialog, "go_on")
    (page,) = (b for b in empty.project.annotations.bundles() if b.annotations.mentions)
    assert [(m.label, m.layer) for m in page.annotations.mentions] == [("CONSULT", Layer.EVENT)]


def test_a_schema_with_a_label_of_another_kind_leads_to_the_preview(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    from tests.editing.test_other_layers import _with_schema

    dialog = opened(empty, tasks, window, tmp_path, [_with_schema(tmp_path)])
    run(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.preview and not dialog.work.running)
    assert not dialog.go_on.isEnabled(), "nothing could come in"
    _choose(dialog, "GPE", "CONSULT")
    qtbot.waitUntil(lambda: dialog.preview.counted and dialog.go_on.isEnabled())
    run(qtbot, dialog, "go_on")
    assert empty.project is not None
    assert empty.project.articles.count() == 1


def test_the_projects_own_file_is_refused_in_words(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    assert empty.project is not None
    dialog = opened(empty, tasks, window, tmp_path, [empty.project.path])
    run(qtbot, dialog)
    assert dialog.outcome.title.text() == "Nothing was imported"
    (line,) = dialog.outcome.lines()
    assert "belongs to the open project and cannot be imported into itself: choose another file" in line


def test_a_problem_in_one_line_has_the_windows_advice() -> None:
    problem = Problem("is too large", Advice("Divide it into parts", "Divide it by --split"), "a.spacy")
    assert in_one_line(problem) == "a.spacy: is too large. Divide it into parts"
    assert str(problem).endswith("Divide it by --split")
