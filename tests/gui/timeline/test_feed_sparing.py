"""What one key press changes is read anew, and nothing else; the marks are still those of a whole reading."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from dateline.editing.registry import set_happening_date
from dateline.editing.schema import put_type
from dateline.editing.things import rename, set_aliases
from dateline.gui.annotating import Annotating
from dateline.gui.session import Session
from dateline.gui.theme import theme
from dateline.gui.timeline.feed import TimelineFeed
from dateline.gui.timeline.panel import TimelinePanel
from dateline.model.annotation import Layer
from dateline.model.changes import Kind
from dateline.model.text import Span
from dateline.model.timex import when_from_value
from dateline.store.errors import ProjectError
from dateline.store.occurrences import OccurrenceReader

Tag = Callable[..., str]


class Panel:
    """What the feed hands on."""

    def __init__(self) -> None:
        self.schemas: list[Any] = []

    def set_marks(self, marks: Any, publications: Any, schema: Any) -> None:
        self.schemas.append(schema)

    def bring_marks(self, marks: Any, publications: Any, schema: Any) -> Iterator[None]:
        yield

    def others_come(self) -> None:
        pass

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
    settle(feed, qtbot)
    return feed


def settle(feed: TimelineFeed, qtbot: QtBot) -> None:
    """Let the marks catch up."""
    qtbot.waitUntil(lambda: not feed.busy)


@pytest.fixture
def linked(session: Session, verbs: Annotating, tag: Tag, feed: TimelineFeed, qtbot: QtBot) -> tuple[str, str]:
    """An event with an agent behind which an entity stands, and a happening; their ids."""
    agent, event = tag("Tokayev", "PERSON"), tag("met", "CONSULT")
    verbs.fill(event, "Agent", agent)
    verbs.link_new(agent)
    verbs.link_new(event)
    settle(feed, qtbot)
    assert session.page
    entity, happening = session.page.mentions[agent].entity_id, session.page.mentions[event].happening_id
    assert entity
    assert happening
    return entity, happening


def fresh(session: Session, qtbot: QtBot) -> dict[str, Any]:
    """The marks of a feed that reads everything."""
    other = TimelineFeed(session)
    other.show_on(Panel())
    settle(other, qtbot)
    return other.marks


def test_linking_renaming_and_dating_read_no_more_than_their_articles(
    session: Session, feed: TimelineFeed, linked: tuple[str, str], readings: list[str], qtbot: QtBot
) -> None:
    project = session.project
    assert project
    entity, happening = project.registry.entity(linked[0]), linked[1]
    assert entity
    session.do(lambda: set_aliases(project, entity.id, ["K.-J. T."]))
    settle(feed, qtbot)
    assert readings == [], "an alias is not on the timeline"
    session.do(lambda: rename(project, Kind.ENTITY, entity.id, "Kassym-Jomart Tokayev"))
    settle(feed, qtbot)
    session.do(lambda: set_happening_date(project, happening, when_from_value("2018-05")))
    settle(feed, qtbot)
    assert len(readings) == 1, "a name is read again, a date is not of the event"
    assert feed.marks[happening].participants == ("Kassym-Jomart Tokayev",)
    assert feed.marks[happening].when == when_from_value("2018-05")
    session.undo()
    session.undo()
    settle(feed, qtbot)
    assert feed.marks == fresh(session, qtbot)


def test_another_colour_reads_nothing_and_is_shown(
    session: Session, feed: TimelineFeed, linked: tuple[str, str], readings: list[str], qtbot: QtBot
) -> None:
    project, panel = session.project, Panel()
    assert project
    feed.show_on(panel)
    settle(feed, qtbot)
    readings.clear()
    consult = session.schema.by_name["CONSULT"]
    session.do(lambda: put_type(project, replace(consult, colour="#123456")))
    settle(feed, qtbot)
    assert readings == []
    assert panel.schemas[-1].by_name["CONSULT"].colour == "#123456"


def test_another_colour_chosen_while_very_many_marks_are_brought_is_shown(
    session: Session, feed: TimelineFeed, linked: tuple[str, str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = session.project
    assert project
    consult = session.schema.by_name["CONSULT"]

    class Recoloured(Panel):
        def bring_marks(self, marks: Any, publications: Any, schema: Any) -> Iterator[None]:
            session.do(lambda: put_type(project, replace(consult, colour="#123456")))
            yield
            self.schemas.append(schema)

    monkeypatch.setattr("dateline.gui.timeline.feed._MANY", 0)
    panel = Recoloured()
    other = TimelineFeed(session)
    other.show_on(panel)
    settle(other, qtbot)
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
    settle(feed, qtbot)
    assert len(feed.marks[linked[1]].article_ids) == 2
    assert feed.marks == fresh(session, qtbot)
    session.undo()
    settle(feed, qtbot)
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


def test_an_entity_that_fills_no_role_costs_nothing(
    session: Session, feed: TimelineFeed, linked: tuple[str, str], readings: list[str], tag: Tag, qtbot: QtBot
) -> None:
    place = tag("Ankara", "GPE")
    settle(feed, qtbot)
    session.undo()
    settle(feed, qtbot)
    session.redo()
    settle(feed, qtbot)
    assert place
    assert readings == []


def test_of_many_events_only_the_touched_one_is_read(
    session: Session, verbs: Annotating, feed: TimelineFeed, readings: list[str], tag: Tag, qtbot: QtBot
) -> None:
    met, visit, thanked = tag("met", "CONSULT"), tag("visit", "CONSULT"), tag("thanked", "SUPPORT")
    place = tag("Ankara", "GPE")
    settle(feed, qtbot)
    readings.clear()
    verbs.fill(visit, "Place", place)
    settle(feed, qtbot)
    assert set(readings) == {visit}
    assert feed.marks[visit].place == "Ankara"
    readings.clear()
    session.undo()
    settle(feed, qtbot)
    assert set(readings) == {visit}
    assert feed.marks[visit].place == ""
    assert set(feed.marks) == {met, visit, thanked}
    assert feed.marks == fresh(session, qtbot)


def test_problems_are_told_of_the_marks_they_speak_of(feed: TimelineFeed, tag: Tag, qtbot: QtBot) -> None:
    met, visit = tag("met", "CONSULT"), tag("visit", "CONSULT")
    settle(feed, qtbot)
    feed.set_problems({met: "Told as past."})
    settle(feed, qtbot)
    assert (feed.marks[met].badge, feed.marks[visit].badge) == ("Told as past.", "")
    feed.set_problems({visit: "Far places."})
    settle(feed, qtbot)
    assert (feed.marks[met].badge, feed.marks[visit].badge) == ("", "Far places.")


WORDS = ("Tokayev", "Ankara", "Astana", "Thursday", "next week", "met", "visit", "thanked", "Çavuşoğlu")


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 10_000), st.integers(0, 10_000)), min_size=4, max_size=14))
def test_whatever_is_done_the_marks_are_those_of_a_whole_reading(
    session: Session, verbs: Annotating, tag: Tag, feed: TimelineFeed, qtbot: QtBot, deeds: list[tuple[int, int, int]]
) -> None:
    for what, one, other in deeds:
        page = session.page
        assert page
        events = [m.id for m in page.in_order() if m.layer is Layer.EVENT]
        others = [m.id for m in page.in_order() if m.layer is not Layer.EVENT]
        event = events[one % len(events)] if events else None
        filler = others[other % len(others)] if others else None
        if what < 3:
            word = WORDS[one % len(WORDS)]
            kinds = {
                "met": "CONSULT",
                "visit": "CONSULT",
                "thanked": "SUPPORT",
                "Thursday": "DATE",
                "next week": "DATE",
            }
            tag(word, kinds.get(word, "GPE"))
        elif what in (3, 4) and event and filler:
            kind = page.mentions[filler].layer is Layer.TIME
            verbs.fill(event, "Time" if kind else ("Agent", "Place", "Topic")[other % 3], filler)
        elif what == 5 and (step := session.project.next_undo() if session.project else None):
            if step.label != "Articles":  # without them there is nothing to do, also for all that is tried after this
                session.undo()
        elif what == 6:
            session.redo()
        elif what == 7 and (event or filler):
            session.select_mention(event if one % 2 and event else filler or event)
            verbs.delete()
        elif what == 8 and event:
            verbs.link_new(event)
        if other % 3 == 0:
            settle(feed, qtbot)
    settle(feed, qtbot)
    assert feed.marks == fresh(session, qtbot)


def test_long_work_steps_back_for_what_a_key_asks_for(
    session: Session, feed: TimelineFeed, tag: Tag, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.gui.timeline.feed._TURN", 0.0)  # each turn does one piece
    event = tag("met", "CONSULT")
    settle(feed, qtbot)
    session.annotator_changed.emit(session.annotator)
    feed._later.hurry()
    assert feed._more.waiting
    session.select_text((Span(0, 9),))
    with monkeypatch.context() as patched:
        patched.setattr(feed, "_catch_up", lambda: pytest.fail("it did not step back"))
        feed._go_on()
    settle(feed, qtbot)
    assert event in feed.marks


@pytest.mark.parametrize("whole", [False, True])
def test_what_could_not_be_read_is_read_with_the_next_edit(
    session: Session,
    feed: TimelineFeed,
    tag: Tag,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    whole: bool,
) -> None:
    first = tag("met", "CONSULT")
    if whole:
        session.annotator_changed.emit(session.annotator)

    def fails(*_: Any) -> Any:
        raise ProjectError("Busy", "here", "Wait.")

    with monkeypatch.context() as patch, qtbot.waitSignal(session.failed):
        for reading in ("some", "portions"):
            patch.setattr(OccurrenceReader, reading, fails)
    settle(feed, qtbot)
    second = tag("thanked", "SUPPORT")
    settle(feed, qtbot)
    assert {first, second} <= feed.marks.keys()


def test_very_many_come_in_pieces_and_are_those_of_a_whole_reading(
    session: Session, verbs: Annotating, tag: Tag, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = tag("met", "CONSULT")
    verbs.fill(event, "Time", tag("Thursday", "DATE"))
    tag("thanked", "SUPPORT")
    panel = TimelinePanel(theme("light"))
    qtbot.addWidget(panel)
    monkeypatch.setattr("dateline.gui.timeline.feed._MANY", 1)
    monkeypatch.setattr("dateline.gui.timeline.feed._TURN", 0.0)
    monkeypatch.setattr("dateline.gui.timeline.scene._AT_ONCE", 1)
    feed = TimelineFeed(session)
    filled: list[int] = []  # how many marks are shown as each turn begins, however many come in a moment
    turn = feed._more._work
    feed._more._work = lambda: (filled.append(len(panel.plot.scene_marks.everything())), turn())
    feed.show_on(panel)
    qtbot.waitUntil(lambda: not feed.filling)
    assert set(filled) <= {0, 2}, "nothing half is shown"
    assert len(filled) > 3
    settle(feed, qtbot)
    assert {m.id: m for m in panel.plot.scene_marks.everything()} == dict(feed.marks) == fresh(session, qtbot)
    assert len(panel.plot._publications) == 2


def test_where_reading_fails_nothing_waits_for_it(
    session: Session, feed: TimelineFeed, tag: Tag, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> Any:
        raise ProjectError("Busy", "here", "Wait.")

    tag("met", "CONSULT")
    with monkeypatch.context() as patch, qtbot.waitSignal(session.failed):
        for reading in ("some", "portions"):
            patch.setattr(OccurrenceReader, reading, fails)
        session.annotator_changed.emit(session.annotator)
    assert not feed.filling


def test_filling_begins_with_the_asking_and_ends_with_the_reading_also_with_one_that_fails(
    session: Session, feed: TimelineFeed, tag: Tag, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> Any:
        raise ProjectError("Busy", "here", "Wait.")

    tag("met", "CONSULT")
    assert feed.busy
    assert not feed.filling, "one event is read, not everything"
    settle(feed, qtbot)
    session.annotator_changed.emit(session.annotator)
    assert feed.filling, "what is beside this gives way from now on, not from the first piece that is read"
    with monkeypatch.context() as patch, qtbot.waitSignal(session.failed):
        for reading in ("some", "portions"):
            patch.setattr(OccurrenceReader, reading, fails)
    assert not feed.filling
    tag("thanked", "SUPPORT")
    assert feed.filling, "what could not be read is read with the edit"
    settle(feed, qtbot)
    assert not feed.filling
    tag("Tokayev", "PERSON")
    assert not feed.filling
