"""Undoing what touched thousands of rows runs beside the window; nothing is edited meanwhile."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dateline.gui.long_undo import LongUndo
from dateline.gui.session import Session
from dateline.gui.tasks import Task, Tasks
from dateline.model.annotation import Annotator, Layer, Mention
from dateline.model.changes import Kind
from dateline.model.text import Span

MANY = 6_000


@pytest.fixture
def imported(session: Session, tasks: Tasks) -> Session:
    """A session after an import of many annotations."""
    project, page = session.project, session.page
    assert project
    assert page
    span = (Span(0, 4),)
    with project.step("Import many", kind="import") as step:
        step.add_all(
            [Mention(f"m{i}", page.article.id, page.annotator_id, Layer.ENTITY, "GPE", span) for i in range(MANY)]
        )
    session.broadcast(step.changes)
    assert session.page is not None
    assert len(session.page.mentions) == MANY
    session.steps.long = LongUndo(session, tasks).start
    return session


def test_a_long_step_is_undone_and_done_again_in_a_worker(imported: Session, tasks: Tasks, qtbot: QtBot) -> None:
    said: list[str] = []
    imported.message.connect(said.append)
    imported.undo()
    assert imported.locked
    assert [t.title for t in tasks.running] == ["Undoing: Import many"]
    imported.undo()
    assert "long job" in said[-1], "one at a time"
    qtbot.waitUntil(lambda: not imported.locked, timeout=10_000)
    assert imported.page
    assert not imported.page.mentions
    assert said[-1] == "Undone: Import many"
    imported.redo()
    qtbot.waitUntil(lambda: not imported.locked, timeout=10_000)
    assert len(imported.page.mentions) == MANY


def test_cancelled_it_leaves_everything_as_it_was(imported: Session, tasks: Tasks, qtbot: QtBot) -> None:
    tasks.started.connect(Task.cancel)
    imported.undo()
    qtbot.waitUntil(lambda: not imported.locked, timeout=10_000)
    assert imported.page
    assert imported.project
    assert len(imported.page.mentions) == MANY == imported.project.annotations.totals()["mention"]


def test_a_short_step_is_undone_at_once(imported: Session) -> None:
    project, page = imported.project, imported.page
    assert project
    assert page
    with project.step("One") as step:
        step.delete(Kind.MENTION, "m0")
    imported.broadcast(step.changes)
    imported.undo()
    assert not imported.locked
    assert "m0" in page.mentions


def test_nobody_else_can_be_made_an_annotator_meanwhile(session: Session) -> None:
    session.locked = True
    session.set_annotator("bob")
    assert session.project
    assert session.annotator
    assert session.annotator.name == "ada"
    assert [a.name for a in session.project.annotations.annotators()] == ["ada"]
    session.locked = False


def test_when_an_undo_takes_the_annotator_away_another_is_there(session: Session, path: Path) -> None:
    project, page = session.project, session.page
    assert project
    assert page
    with project.step("Import", kind="import") as step:
        step.put(Annotator("w", "guest"))
        step.put(Mention("m", page.article.id, "w", Layer.ENTITY, "GPE", (Span(0, 4),)))
    session.broadcast(step.changes)
    session.set_annotator("guest")
    seen: list[object] = []
    session.annotator_changed.connect(seen.append)
    session.undo()
    assert session.annotator
    assert session.annotator.name == "ada"
    assert seen == [session.annotator]
    assert session.page
    assert session.page.annotator_id == session.annotator.id
