"""Tagging every occurrence in a long article goes on beside the window: shown, to be stopped, and one step."""

import pytest
from pytestqt.qtbot import QtBot

from dateline.gui.annotating import Annotating
from dateline.gui.long_work import LongWork
from dateline.gui.session import Session
from dateline.gui.tasks import Task, Tasks
from dateline.model.annotation import Comment
from dateline.model.article import Article
from dateline.model.changes import Changes, Kind
from dateline.model.text import Span

TIMES = 6_000
TEXT = "Ankara spoke. " * TIMES


@pytest.fixture
def long(session: Session, verbs: Annotating, tasks: Tasks) -> Session:
    """A session with a long article open and its first word selected."""
    project = session.project
    assert project
    with project.step("Long") as step:
        step.put(Article("long", TEXT, "Long", position=9))
    assert session.open_article("long")
    verbs.long_work = LongWork(session, tasks)
    session.select_text((Span(0, 6),))
    return session


def test_it_is_told_shown_and_undone_as_one_step(long: Session, verbs: Annotating, tasks: Tasks, qtbot: QtBot) -> None:
    said: list[str] = []
    long.message.connect(said.append)
    verbs.tag("GPE", everywhere=True)
    assert long.locked
    assert [t.title for t in tasks.running] == ["Tagging every “Ankara”"]
    qtbot.waitUntil(lambda: not long.locked, timeout=20_000)
    assert long.page is not None
    assert len(long.page.mentions) == TIMES
    assert said[-1].startswith(f"Tagged {TIMES} times")
    assert long.mention_id is not None
    assert long.page.mentions[long.mention_id].span == Span(0, 6)
    long.undo()
    assert not long.page.mentions


def test_what_another_window_wrote_meanwhile_stays_on_the_page(
    long: Session, verbs: Annotating, tasks: Tasks, qtbot: QtBot
) -> None:
    project, page = long.project, long.page
    assert project
    assert page
    verbs.tag("GPE", everywhere=True)
    note = Comment("c1", "long", page.annotator_id, "Seen elsewhere")
    tasks.running[0].succeeded.disconnect()  # the worker's page is read, and taken up only after the other's edit
    work = long.findChild(LongWork)
    assert work
    qtbot.waitUntil(lambda: not tasks.running, timeout=20_000)
    stale = project.annotations.page("long", page.annotator_id)
    with project.sibling() as other, other.step("Note") as step:
        step.put(note)
    long.broadcast(step.changes)
    assert "c1" in page.comments
    changes = Changes(articles=frozenset({"long"}), added={Kind.MENTION: frozenset(stale.mentions)})
    work._succeeded(changes, stale, long.broadcast)
    assert long.page is not None
    assert "c1" in long.page.comments
    assert len(long.page.mentions) == TIMES


def test_stopped_it_leaves_nothing(long: Session, verbs: Annotating, tasks: Tasks, qtbot: QtBot) -> None:
    def stop(task: Task) -> None:
        task.progressed.connect(lambda *_: task.cancel())

    tasks.started.connect(stop)
    assert long.project is not None
    before = long.project.next_undo()
    verbs.tag("GPE", everywhere=True)
    tasks.running[0].cancel()
    qtbot.waitUntil(lambda: not long.locked, timeout=20_000)
    assert long.page is not None
    assert not long.page.mentions
    assert long.project.next_undo() == before
    assert not long.project.annotations.page("long", long.page.annotator_id).mentions


def test_what_cannot_be_looked_for_is_said(long: Session, verbs: Annotating, qtbot: QtBot) -> None:
    said: list[str] = []
    long.message.connect(said.append)
    long.select_text((Span(0, 6), Span(14, 20)))
    verbs.tag("GPE", everywhere=True)
    qtbot.waitUntil(lambda: not long.locked, timeout=20_000)
    assert "one piece" in said[-1]


def test_another_article_opened_meanwhile_keeps_its_selection(long: Session, verbs: Annotating, qtbot: QtBot) -> None:
    project = long.project
    assert project
    with project.step("Other") as step:
        step.put(Article("other", "Ankara waits.", "Other", position=10))
    assert long.open_article("other")
    long.select_text((Span(0, 6),))
    short, verbs.long_work = verbs.long_work, None
    verbs.tag("GPE")
    verbs.long_work = short
    assert long.open_article("long", again=True)
    long.select_text((Span(0, 6),))
    verbs.tag("GPE", everywhere=True)
    assert long.open_article("other")
    assert long.mention_id is None
    qtbot.waitUntil(lambda: not long.locked, timeout=20_000)
    assert long.page is not None
    assert long.page.article.id == "other"
    assert long.mention_id is None
