"""Names of entities are learned before anybody asks, a few a turn."""

from pytestqt.qtbot import QtBot

from dateline.gui.ready_names import ReadyNames
from dateline.gui.session import Session
from dateline.model.changes import Changes
from dateline.model.registry import Entity


def _many(session: Session, name: str) -> Changes:
    project = session.project
    assert project is not None
    with project.step("Many") as step:
        step.add_all([Entity(f"{name}{i}", f"{name} {i}", "PERSON") for i in range(400)])
    return step.changes


def test_names_are_learned_before_the_first_question_and_when_more_come(session: Session, qtbot: QtBot) -> None:
    _many(session, "First")
    ready = ReadyNames(session)
    assert ready.busy
    qtbot.waitUntil(lambda: not ready.busy)
    assert session.project is not None
    assert session.project.registry.learn_names(0)
    session.do(lambda: _many(session, "Second"), "test")
    assert ready.busy
    qtbot.waitUntil(lambda: not ready.busy)
    assert "Second7" in {e.id for e in session.project.registry.entities_near("Second 7")}


def test_a_project_that_is_closed_is_left_alone(session: Session, qtbot: QtBot) -> None:
    ready = ReadyNames(session)
    session.close_project()
    assert not ready.busy
    qtbot.wait(10)
