"""The inspector says when an event was given another date than its words have, and takes it back."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from dateline.editing.registry import date_event
from dateline.gui.annotating import Annotating
from dateline.gui.inspector.panel import InspectorPanel
from dateline.gui.session import Session
from dateline.model.when import when_from_value

Tag = Callable[[str, str], str]


def test_a_date_that_was_dragged_stands_over_the_roles_until_it_is_taken_back(
    qtbot: QtBot, session: Session, verbs: Annotating, tag: Tag
) -> None:
    panel = InspectorPanel(session, verbs)
    qtbot.addWidget(panel)
    panel.show()
    time, event = tag("Thursday", "DATE"), tag("met", "CONSULT")
    verbs.fill(event, "Time", time)
    session.select_mention(event)
    panel.refresh()
    assert panel.event_card.by_hand.isHidden()
    when, project = when_from_value("2018-05-03"), session.project
    assert when
    assert project
    session.do(lambda: date_event(project, event, when), "timeline")
    qtbot.waitUntil(lambda: panel.event_card.by_hand.isVisibleTo(panel))
    (said,) = (label.text() for label in panel.event_card.by_hand.findChildren(QLabel))
    assert "3 May 2018" in said
    panel.event_card.undated.emit()
    qtbot.waitUntil(panel.event_card.by_hand.isHidden)
    session.undo()
    qtbot.waitUntil(lambda: panel.event_card.by_hand.isVisibleTo(panel))
