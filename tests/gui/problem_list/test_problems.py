"""Problems are found beside the window, explain themselves and are mended by one key."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dateline.editing.things import rename
from dateline.editing.watching import Watch
from dateline.gui.annotating import Annotating
from dateline.gui.problem_list.panel import ProblemsPanel
from dateline.gui.problem_list.rows import PROBLEM
from dateline.gui.problems import ProblemKeeper
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.theme import theme
from dateline.model.changes import Changes, Kind
from dateline.review.problems import Problem, ProblemKind
from dateline.store.errors import ProjectError
from dateline.store.project import Project
from tests.gui.conftest import span

Tag = Callable[..., str]


@pytest.fixture
def keeper(qapp: object, session: Session) -> Iterator[ProblemKeeper]:
    tasks = Tasks()
    made = ProblemKeeper(session, tasks)
    made._later.setInterval(20)
    yield made
    tasks.stop_all()


@pytest.fixture
def panel(qtbot: QtBot, session: Session, keeper: ProblemKeeper) -> ProblemsPanel:
    made = ProblemsPanel(session, keeper, theme("light"))
    qtbot.addWidget(made)
    made.resize(330, 500)
    made.show()
    return made


@pytest.fixture
def wrong(session: Session, verbs: Annotating, tag: Tag) -> tuple[str, str]:
    """A visit next week told as past, and a word of thanks by nobody."""
    visit, week = tag("visit", "CONSULT"), tag("next week", "DATE")
    verbs.fill(visit, "Time", week)
    return visit, tag("thanked", "SUPPORT")


def _kinds(keeper: ProblemKeeper) -> set[ProblemKind]:
    return {p.kind for p in keeper.problems}


def test_checks_wait_for_more_urgent_work_unless_somebody_looks(
    keeper: ProblemKeeper, wrong: tuple[str, str], qtbot: QtBot
) -> None:
    busy: list[bool] = [True]
    keeper.give_way_to(lambda: bool(busy))
    keeper._all()
    qtbot.wait(150)
    assert keeper.problems == ()
    keeper.hurry()
    qtbot.waitUntil(lambda: _kinds(keeper) == BOTH)
    keeper._restart()
    qtbot.wait(150)
    assert keeper.problems == ()
    busy.clear()
    qtbot.waitUntil(lambda: _kinds(keeper) == BOTH)


BOTH = {ProblemKind.AHEAD, ProblemKind.EMPTY}


def _buttons(panel: ProblemsPanel) -> list[QPushButton]:
    return [b for b in panel.findChildren(QPushButton) if b.isVisibleTo(panel)]


def test_they_are_found_a_moment_after_the_edit_and_go_with_it(
    keeper: ProblemKeeper, session: Session, wrong: tuple[str, str], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: _kinds(keeper) == BOTH)
    session.undo()  # the word of thanks
    qtbot.waitUntil(lambda: _kinds(keeper) == {ProblemKind.AHEAD})
    session.close_project()
    assert keeper.problems == ()


def test_before_everything_was_checked_nobody_is_told_that_nothing_is_wrong(
    panel: ProblemsPanel, keeper: ProblemKeeper, session: Session, qtbot: QtBot
) -> None:
    assert "not all been checked" in panel._nothing.text()
    said: list[str] = []
    session.message.connect(said.append)
    panel.step(1)
    assert said == [panel._nothing.text()]
    qtbot.waitUntil(lambda: keeper.checked)
    qtbot.waitUntil(lambda: panel._nothing.text().startswith("Nothing contradicts itself"))
    keeper._restart()
    qtbot.waitUntil(lambda: "not all been checked" in panel._nothing.text())


def test_only_touched_articles_are_read_anew(
    keeper: ProblemKeeper, wrong: tuple[str, str], verbs: Annotating, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: _kinds(keeper) == BOTH)
    assert keeper._stale == set()
    session.select_mention(wrong[0])
    verbs.set_attribute("modality", "planned")
    assert session.page
    assert keeper._stale == {session.page.article.id}
    qtbot.waitUntil(lambda: _kinds(keeper) == {ProblemKind.EMPTY})


def test_each_explains_itself_and_says_where(
    panel: ProblemsPanel, keeper: ProblemKeeper, wrong: tuple[str, str], qtbot: QtBot
) -> None:
    assert panel._nothing.isVisibleTo(panel)
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 2)
    spoken = [panel.rows.index(i).data(Qt.ItemDataRole.AccessibleTextRole) for i in range(2)]
    assert "Told before it happened. “visit” is told as past, but dated" in " ".join(spoken)
    assert "“thanked” needs a mention as Agent" in " ".join(spoken)
    assert panel._where.text() == "2018-04-19  Talks"


def _put_cursor(panel: ProblemsPanel, row: int) -> None:
    panel.view.setCurrentIndex(panel.rows.index(row))


def _on(panel: ProblemsPanel, kind: ProblemKind) -> Problem:
    for row in range(panel.rows.rowCount()):
        problem = panel.rows.row(row).problem
        if problem.kind is kind:
            _put_cursor(panel, row)
            return problem
    raise AssertionError(kind)


def test_enter_goes_there_and_a_digit_mends_in_one_step(
    panel: ProblemsPanel, session: Session, wrong: tuple[str, str], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 2)
    session.select_mention(None)
    _on(panel, ProblemKind.AHEAD)
    panel.seek()
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert session.mention_id == wrong[0]
    qtbot.waitUntil(lambda: [b.text() for b in _buttons(panel)] == ["1  Mark as planned", "2  It is right so"])
    qtbot.keyClick(panel.view, Qt.Key.Key_1)
    assert session.page
    assert session.page.mentions[wrong[0]].attributes == {"modality": "planned"}
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 1)
    session.undo()
    assert session.page.mentions[wrong[0]].attributes == {}
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 2)


def test_an_empty_role_is_filled_by_a_click(
    panel: ProblemsPanel, session: Session, tag: Tag, wrong: tuple[str, str], qtbot: QtBot
) -> None:
    session.select_mention(None)
    session.select_text((span("Tokayev", 1),))
    Annotating(session).tag("PERSON")
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 2)
    _on(panel, ProblemKind.EMPTY)
    qtbot.waitUntil(lambda: len(_buttons(panel)) > 1)
    first = _buttons(panel)[0]
    assert first.text() == "1  Agent: Tokayev"
    first.click()
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 1)
    assert session.page
    assert [a.role for a in session.page.arguments_of(wrong[1])] == ["Agent"]


def test_what_was_mended_goes_without_waiting_for_an_idle_moment(
    panel: ProblemsPanel, keeper: ProblemKeeper, wrong: tuple[str, str], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 2)
    keeper._later.setInterval(60_000)
    _on(panel, ProblemKind.AHEAD)
    panel.seek()
    qtbot.keyClick(panel.view, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 1)


def test_entities_made_and_renamed_do_not_have_everything_read_again(
    keeper: ProblemKeeper, session: Session, verbs: Annotating, tag: Tag, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other, visit = tag("Ankara", "GPE"), tag("Ankara", "GPE", 1), tag("visit", "CONSULT")
    verbs.fill(visit, "Agent", one)
    verbs.fill(visit, "Target", other)
    qtbot.waitUntil(lambda: ProblemKind.SELF in _kinds(keeper))
    monkeypatch.setattr(Watch, "_read_all", lambda *_: pytest.fail("all was read"))
    verbs.link_new(one)
    assert session.page
    assert session.project
    project, entity = session.project, session.page.mentions[one].entity_id or ""
    session.do(lambda: rename(project, Kind.ENTITY, entity, "Angora"))
    qtbot.waitUntil(lambda: "Angora" in {p.details.get("name") for p in keeper.problems})


def test_f8_steps_from_one_to_the_next(
    panel: ProblemsPanel, session: Session, wrong: tuple[str, str], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 2)
    session.select_mention(None)
    said: list[str] = []
    session.message.connect(said.append)
    seen = []
    for by in (1, 1, 1, -1):
        panel.step(by)
        seen.append(session.mention_id)
    assert set(seen) == set(wrong)
    assert seen == [seen[0], seen[1], seen[0], seen[1]]  # the first, the next, round, and back
    assert panel.view.currentIndex().row() == 1
    assert "told as past" in " ".join(said)


def test_what_is_shown_for_reading_only_offers_no_mend(
    panel: ProblemsPanel, session: Session, wrong: tuple[str, str], qtbot: QtBot
) -> None:
    assert session.project
    path = session.project.path
    session.close_project()
    session.open_project(path, readonly=True)
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 2)
    assert not any(b.isEnabled() for b in _buttons(panel))


def test_behind_another_panel_it_lists_nothing_anew_and_catches_up_in_front(
    panel: ProblemsPanel, keeper: ProblemKeeper, wrong: tuple[str, str], qtbot: QtBot
) -> None:
    panel.set_in_front(False)
    qtbot.waitUntil(lambda: _kinds(keeper) == BOTH)
    qtbot.wait(20)
    assert panel.rows.rowCount() == 0
    panel.set_in_front(True)
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 2)
    panel.hide()
    keeper._tell(())
    qtbot.wait(20)
    assert panel.rows.rowCount() == 2
    panel.show()
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 0)


def test_going_to_the_next_problem_knows_of_the_newest_though_the_list_lies_behind(
    panel: ProblemsPanel, keeper: ProblemKeeper, session: Session, wrong: tuple[str, str], qtbot: QtBot
) -> None:
    panel.set_in_front(False)
    qtbot.waitUntil(lambda: _kinds(keeper) == BOTH)
    session.select_mention(None)
    panel.step(1)
    assert session.mention_id in wrong


def test_an_article_without_problems_leaves_the_list_as_it_is(
    panel: ProblemsPanel, session: Session, wrong: tuple[str, str], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 2)
    items = [panel.rows.row(i) for i in range(2)]
    assert session.project
    session.open_article(session.project.articles.ids()[1])
    qtbot.wait(20)
    assert [panel.rows.row(i) for i in range(2)] == items


def test_mends_that_cannot_be_read_are_said_and_the_problem_stays(
    panel: ProblemsPanel, session: Session, wrong: tuple[str, str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ProjectError("The drive reported an error", "p.dateline", "Check the drive.")

    qtbot.waitUntil(lambda: panel.rows.rowCount() == 2)
    told: list[ProjectError] = []
    session.failed.connect(told.append)
    with monkeypatch.context() as broken:
        broken.setattr("dateline.gui.problem_list.panel.mends_of", fail)
        _put_cursor(panel, 1 - panel.view.currentIndex().row())
        assert [e.what for e in told] == ["The drive reported an error"]
        assert not _buttons(panel)
    _put_cursor(panel, 1 - panel.view.currentIndex().row())
    assert panel.rows.rowCount() == 2
    assert _buttons(panel)


def test_checks_that_could_not_be_made_are_made_later_and_no_others(
    keeper: ProblemKeeper, session: Session, wrong: tuple[str, str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was to be read is kept in mind, down to the happenings and the names of entities."""
    qtbot.waitUntil(lambda: _kinds(keeper) == BOTH)
    asked: list[tuple[set[str] | None, set[str]]] = []
    refresh = Watch.refresh

    def fails_once(self: Watch, project: Project, stale: set[str] | None, happenings: set[str]) -> list[Problem]:
        asked.append((stale, happenings))
        if len(asked) == 1:
            raise ProjectError("The drive reported an error", "p.dateline", "Check the drive.")
        return refresh(self, project, stale, happenings)

    monkeypatch.setattr(Watch, "refresh", fails_once)
    assert session.project
    one, other = session.project.articles.ids()
    kinds = {Kind.HAPPENING: frozenset({"h"}), Kind.MENTION: frozenset({"m"})}
    session.changed.emit(Changes(altered=kinds, articles=frozenset({one})), "")
    qtbot.waitUntil(lambda: len(asked) == 1 and not keeper._running)
    session.changed.emit(Changes(altered={Kind.MENTION: frozenset({"n"})}, articles=frozenset({other})), "")
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[1] == ({one, other}, {"h"})


def test_a_digit_mends_also_where_a_button_has_the_keys(
    panel: ProblemsPanel, session: Session, wrong: tuple[str, str], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 2)
    _on(panel, ProblemKind.AHEAD)
    button = _buttons(panel)[1]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_0)  # no mend's
    qtbot.keyClick(button, Qt.Key.Key_1)
    assert session.page
    assert session.page.mentions[wrong[0]].attributes == {"modality": "planned"}


def test_undoing_a_mend_brings_the_cursor_back_to_what_was_mended(
    panel: ProblemsPanel, session: Session, wrong: tuple[str, str], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 2)
    last = [panel.rows.row(row).problem.kind for row in range(2)][1]
    mended = _on(panel, last)
    panel.seek()
    fine = len(panel._mends)
    qtbot.keyClick(panel.view, str(fine))
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 1)
    session.undo()
    qtbot.waitUntil(lambda: panel.rows.rowCount() == 2)
    assert panel.view.currentIndex().data(PROBLEM).key == mended.key
    _put_cursor(panel, 0)
    panel.refresh()
    assert panel.view.currentIndex().row() == 0  # once: then the cursor is the person's
