"""Tagged in the text, seen on the timeline, dragged there, changed in the project."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from dateline.editing.events import relate
from dateline.editing.registry import link_entity
from dateline.gui.annotating import Annotating
from dateline.gui.session import Session
from dateline.gui.timeline.feed import TimelineFeed, range_label
from dateline.gui.timeline.panel import TimelinePanel
from dateline.model.calendar import from_iso
from dateline.model.registry import Entity
from dateline.model.when import Granularity, When
from tests.gui.timeline.conftest import NOW, day

Tag = Callable[[str, str], str]


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> TimelinePanel:
    from dateline.gui.theme import theme

    panel = TimelinePanel(theme("light"), now=lambda: NOW)
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    panel.show()
    return panel


@pytest.fixture
def feed(session: Session, panel: TimelinePanel) -> TimelineFeed:
    feed = TimelineFeed(session)
    feed.show_on(panel)
    panel.mark_activated.connect(feed.open_mark)
    panel.date_proposed.connect(feed.date_mark)
    panel.range_brushed.connect(feed.brush)
    return feed


@pytest.fixture
def event(feed: TimelineFeed, verbs: Annotating, tag: Tag, panel: TimelinePanel, qtbot: QtBot) -> str:
    """An event on Thursday, 19 April 2018, as it stands on the timeline."""
    time, event = tag("Thursday", "DATE"), tag("met", "CONSULT")
    verbs.fill(event, "Time", time)
    qtbot.waitUntil(lambda: event in panel.plot.scene_marks.index)
    return event


def test_a_tagged_event_with_a_time_stands_on_its_day(event: str, panel: TimelinePanel, feed: TimelineFeed) -> None:
    scene = panel.plot.scene_marks
    assert scene.mark(scene.index[event]).when == day("2018-04-19")
    assert panel.selected == event
    assert feed.sentence(feed.marks[event]) == "Çavuşoğlu met Tokayev in Astana on Thursday."


def test_an_event_without_a_time_is_undated(feed: TimelineFeed, tag: Tag, panel: TimelinePanel, qtbot: QtBot) -> None:
    event = tag("thanked", "SUPPORT")
    qtbot.waitUntil(lambda: event in panel.plot.scene_marks.undated)


def test_a_click_goes_to_the_trigger(event: str, panel: TimelinePanel, session: Session) -> None:
    session.select_mention(None)
    panel.mark_activated.emit(event)
    assert session.mention_id == event


def test_a_dragged_date_is_a_step_that_undo_takes_back(
    event: str, feed: TimelineFeed, panel: TimelinePanel, session: Session, qtbot: QtBot
) -> None:
    panel.plot.shift_date(1)

    def begins() -> list[float]:
        scene = panel.plot.scene_marks
        return [float(scene.shape.begin[i]) for i in scene.used()]

    qtbot.waitUntil(lambda: begins() == [from_iso("2018-04-20")])
    assert panel.selected == feed.marks[panel.selected or ""].id != event  # a happening has been made to hold the date
    session.undo()
    qtbot.waitUntil(lambda: begins() == [from_iso("2018-04-19")])
    assert panel.selected == event


def test_what_was_dragged_is_selected_and_stays_on_the_screen(
    event: str, feed: TimelineFeed, tag: Tag, panel: TimelinePanel, session: Session, qtbot: QtBot
) -> None:
    other = tag("thanked", "SUPPORT")
    qtbot.waitUntil(lambda: other in panel.plot.scene_marks.undated)
    session.select_mention(event)
    view = panel.visible_range()
    panel.plot.date_proposed.emit(other, day("2018-04-20"))  # dropped from the tray
    assert session.mention_id == other
    qtbot.waitUntil(lambda: len(panel.plot.scene_marks.index) == 2)
    assert panel.selected
    assert feed.marks[panel.selected].event_ids == (other,)
    assert panel.visible_range() == view
    panel.plot.date_proposed.emit(event, day("2018-04-18"))
    assert session.mention_id == event


def test_an_event_that_is_dragged_keeps_its_title(
    event: str, feed: TimelineFeed, verbs: Annotating, tag: Tag, panel: TimelinePanel, session: Session, qtbot: QtBot
) -> None:
    who = tag("Tokayev", "PERSON")
    verbs.fill(event, "Participant", who)
    project, page = session.project, session.page
    assert project
    assert page
    thing = Entity("t", "Kassym-Jomart Tokayev", "PERSON")
    assert session.do(lambda: link_entity(project, page, [who], thing))
    qtbot.waitUntil(lambda: feed.marks[event].title == "met: Kassym-Jomart Tokayev")
    panel.plot.date_proposed.emit(event, day("2018-04-20"))
    qtbot.waitUntil(lambda: event not in feed.marks)
    assert [m.title for m in feed.marks.values()] == ["met: Kassym-Jomart Tokayev"]


def test_a_brushed_range_names_its_articles(event: str, feed: TimelineFeed, session: Session, qtbot: QtBot) -> None:
    assert session.page is not None
    with qtbot.waitSignal(feed.range_articles) as caught:
        feed.brush((from_iso("2018-04-19"), from_iso("2018-04-20")))
    assert caught.args == [frozenset({session.page.article.id}), "19 Apr 2018"]
    said: list[str] = []
    session.message.connect(said.append)
    with qtbot.waitSignal(feed.range_articles) as caught:
        feed.brush(None)
    assert caught.args == [None, ""]
    feed.brush(None)
    assert said == ["All articles are shown again."]  # it no longer stands there that Esc shows them


@pytest.mark.parametrize(
    ("begin", "end", "told"),
    [
        ("2018-04-19", "2018-05-01", "19–30 Apr 2018"),
        ("2018-04-19T15:20", "2020-05-01T03:00", "19 Apr 2018 – 1 May 2020"),
        ("2018-04-19T10:20", "2018-04-19T11:40", "19 Apr 2018, 10h–12h"),
    ],
)
def test_a_range_is_told_by_its_dates(begin: str, end: str, told: str) -> None:
    assert range_label(from_iso(begin), from_iso(end)) == told


def test_a_deleted_event_leaves(event: str, panel: TimelinePanel, verbs: Annotating, qtbot: QtBot) -> None:
    verbs.delete()
    qtbot.waitUntil(lambda: not len(panel.plot.scene_marks))
    assert panel.selected is None or panel.selected not in panel.plot.scene_marks.index


def test_a_stated_order_reaches_the_timeline_and_a_date_against_it_is_told(
    event: str, panel: TimelinePanel, feed: TimelineFeed, session: Session, tag: Tag, qtbot: QtBot
) -> None:
    assert session.project
    assert session.page
    other = tag("thanked", "SUPPORT")
    before = session.schema.by_name["BEFORE"]
    project, page, schema = session.project, session.page, session.schema
    session.do(lambda: relate(project, page, other, event, before), "test")
    qtbot.waitUntil(lambda: len(panel.plot.links) == 1)
    assert panel.plot.links[0].source == other
    when = feed.marks[event].when
    assert when
    assert when.end
    late = When(when.end + 86_400, when.end + 2 * 86_400, Granularity.DAY)
    with qtbot.waitSignal(session.message) as told:
        feed.date_mark(other, late)
    assert "which contradicts before “" in told.args[0]
    assert schema.by_name["BEFORE"].shown == "before"
