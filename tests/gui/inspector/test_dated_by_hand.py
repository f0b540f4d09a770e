"""The inspector says when an event was given another date than its words have, and takes it back."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from dateline.editing.registry import date_event
from dateline.gui.annotating import Annotating
from dateline.gui.inspector.panel import InspectorPanel
from dateline.gui.session import Session
from dateline.model.article import Article
from dateline.model.ids import new_id
from dateline.model.text import Span
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


def test_what_moves_along_with_a_date_is_said_and_stands_in_its_history(
    qtbot: QtBot, session: Session, verbs: Annotating
) -> None:
    panel = InspectorPanel(session, verbs)
    qtbot.addWidget(panel)
    panel.show()
    project, text = session.project, "On Monday they met. The next day they signed."
    assert project
    article = Article(new_id(), text, "Signed", published="2018-04-20", position=2)
    with project.step("More") as step:
        step.put(article)
    session.broadcast(step.changes)
    session.open_article(article.id)
    ids = []
    for words in ("Monday", "The next day"):
        session.select_mention(None)
        session.select_text((Span(text.index(words), text.index(words) + len(words)),))
        verbs.tag("DATE")
        ids.append(session.mention_id or "")
    told: list[str] = []
    session.message.connect(told.append)
    verbs.set_date(ids[1], "2018-04-18")
    assert not any("counted" in text for text in told)  # nothing counts from it
    session.undo()
    told.clear()
    session.select_mention(ids[0])
    verbs.set_date(ids[0], "2018-04-09")
    label = "Date “Monday” as 2018-04-09; counted from it: “The next day” 2018-04-17 → 2018-04-10"
    assert told == [f"{label}; undo takes it back."]
    for mention in ids:
        session.select_mention(mention)
        panel.refresh()
        lines = [line.text()[18:] for line in panel.history_card.findChildren(QLabel) if line.isVisibleTo(panel)]
        assert lines[-2:] == [label, f"Tag “{'The next day' if mention == ids[1] else 'Monday'}” as Date"]
    session.select_mention(ids[0])
    verbs.choose_reading(0)
    assert "counted from it" in told[-1]
