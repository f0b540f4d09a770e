"""What one key press changes is read anew, and nothing else; the marks are still those of a whole reading."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from dateline.editing.registry import put_thing, set_happening_date
from dateline.editing.schema import put_type
from dateline.gui.annotating import Annotating
from dateline.gui.session import Session
from dateline.gui.timeline.feed import TimelineFeed
from dateline.model.text import Span
from dateline.model.timex import when_from_value
from dateline.store.occurrences import OccurrenceReader

Tag = Callable[..., str]


class Panel:
    """What the feed hands on."""

    def __init__(self) -> None:
        self.schemas: list[Any] = []

    def set_marks(self, marks: Any, publications: Any, schema: Any) -> None:
        self.schemas.append(schema)

    def update_marks(self, added_or_changed: Any, removed_ids: Any = ()) -> None:
        pass

    def show_article(self, article_id: str | None) -> None:
        pass

    def set_links(self, links: Any) -> None:
        pass

    def set_measures(self, series: Any) -> None:
        pass

    def select(self, mark_id: str | None, reveal: bool = True) -> None:
        pass

    def set_sentences(self, sentence_of: Any) -> None:
        pass


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The events read for the timeline."""
    seen: list[str] = []
    real = OccurrenceReader.some

    def some(self: OccurrenceReader, annotator_id: str, event_ids: Iterable[str], text_of: Any = None) -> Any:
        ids = list(event_ids)
        seen.extend(ids)
        return real(self, annotator_id, ids, text_of)

    monkeypatch.setattr(OccurrenceReader, "some", some)
    return seen


@pytest.fixture
def feed(session: Session, qtbot: QtBot) -> TimelineFeed:
    feed = TimelineFeed(session)
    feed.show_on(Panel())
    qtbot.wait(40)
    return feed


@pytest.fixture
def linked(session: Session, verbs: Annotating, tag: Tag, feed: TimelineFeed, qtbot: QtBot) -> tuple[str, str]:
    """An event with an agent behind which an entity stands, and a happening; their ids."""
    agent, event = tag("Tokayev", "PERSON"), tag("met", "CONSULT")
    verbs.fill(event, "Agent", agent)
    verbs.link_new(agent)
    verbs.link_new(event)
    qtbot.wait(40)
    assert session.page
    entity, happening = session.page.mentions[agent].entity_id, session.page.mentions[event].happening_id
    assert entity
    assert happening
    return entity, happening


def fresh(session: Session, qtbot: QtBot) -> dict[str, Any]:
    """The marks of a feed that reads everything."""
    other = TimelineFeed(session)
    other.show_on(Panel())
    qtbot.wait(40)
    return other.marks


def test_linking_renaming_and_dating_read_no_more_than_their_articles(
    session: Session, feed: TimelineFeed, linked: tuple[str, str], readings: list[str], qtbot: QtBot
) -> None:
    project = session.project
    assert project
    entity, happening = project.registry.entity(linked[0]), linked[1]
    assert entity
    session.do(lambda: put_thing(project, replace(entity, aliases=("K.-J. T.",))))
    qtbot.wait(40)
    assert readings == [], "an alias is not on the timeline"
    session.do(lambda: put_thing(project, replace(entity, name="Kassym-Jomart Tokayev")))
    qtbot.wait(40)
    session.do(lambda: set_happening_date(project, happening, when_from_value("2018-05")))
    qtbot.wait(40)
    assert len(readings) == 1, "a name is read again, a date is not of the event"
    assert feed.marks[happening].participants == ("Kassym-Jomart Tokayev",)
    assert feed.marks[happening].when == when_from_value("2018-05")
    session.undo()
    session.undo()
    qtbot.wait(40)
    assert feed.marks == fresh(session, qtbot)


def test_another_colour_reads_nothing_and_is_shown(
    session: Session, feed: TimelineFeed, linked: tuple[str, str], readings: list[str], qtbot: QtBot
) -> None:
    project, panel = session.project, Panel()
    assert project
    feed.show_on(panel)
    qtbot.wait(40)
    readings.clear()
    consult = session.schema.by_name["CONSULT"]
    session.do(lambda: put_type(project, replace(consult, colour="#123456")))
    qtbot.wait(40)
    assert readings == []
    assert panel.schemas[-1].by_name["CONSULT"].colour == "#123456"


def test_a_happening_told_in_two_articles_keeps_both_reports(
    session: Session, verbs: Annotating, feed: TimelineFeed, linked: tuple[str, str], qtbot: QtBot
) -> None:
    project = session.project
    assert project
    happening = project.registry.happening(linked[1])
    session.open_article(project.articles.ids()[1])
    assert session.page
    at = session.page.text.index("waits")
    session.select_text((Span(at, at + 5),))
    verbs.tag("CONSULT")
    assert session.mention_id
    verbs.link(session.mention_id, happening)
    qtbot.wait(40)
    assert len(feed.marks[linked[1]].article_ids) == 2
    assert feed.marks == fresh(session, qtbot)
    session.undo()
    qtbot.wait(40)
    assert len(feed.marks[linked[1]].article_ids) == 1
    assert feed.marks == fresh(session, qtbot)


def test_what_was_read_before_there_is_a_panel_is_shown_at_once(
    session: Session, linked: tuple[str, str], readings: list[str], qtbot: QtBot
) -> None:
    early, panel = TimelineFeed(session), Panel()
    session.annotator_changed.emit(session.annotator)
    qtbot.waitUntil(lambda: bool(early.marks))
    readings.clear()
    early.show_on(panel)
    assert len(panel.schemas) == 1
    assert readings == []


def test_what_changes_before_there_is_a_panel_is_read_when_there_is_one(
    session: Session, tag: Tag, verbs: Annotating, linked: tuple[str, str], qtbot: QtBot
) -> None:
    early = TimelineFeed(session)
    session.annotator_changed.emit(session.annotator)
    qtbot.waitUntil(lambda: bool(early.marks))
    event = tag("visit", "CONSULT")
    qtbot.wait(60)
    assert event not in early.marks
    early.show_on(Panel())
    qtbot.waitUntil(lambda: event in early.marks)
