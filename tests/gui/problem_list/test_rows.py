"""The rows of the problems panel change only where the problems do: cursor, view and what was measured stay."""

import random

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from dateline.gui.problem_list.panel import ProblemsPanel
from dateline.gui.problem_list.rows import PROBLEM, ProblemRows
from dateline.gui.problems import ProblemKeeper, Telling
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.theme import theme
from dateline.review.problems import Problem, ProblemKind, found


def problem(number: int, role: str = "Agent", article: str = "") -> Problem:
    """Return an empty role of an event of this number."""
    details = {"event": f"visit {number}", "role": role}
    return found(ProblemKind.EMPTY, details, [f"event{number}"], [article or f"article{number}"])


def problems(*numbers: int) -> list[Problem]:
    return [problem(n) for n in numbers]


@pytest.fixture
def rows(qapp: object) -> ProblemRows:
    made = ProblemRows()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def _shown(rows: ProblemRows) -> list[Problem]:
    return [rows.row(i).problem for i in range(rows.rowCount())]


@pytest.mark.parametrize(("before", "now"), [
    ((), (1, 2, 3)), ((1, 2, 3), ()), ((1, 2, 3, 4), (1, 3, 4)), ((1, 2, 3, 4), (2, 4)), ((1, 3), (1, 2, 3)),
    ((2, 3), (1, 2, 3, 4)), ((1, 2, 3), (3, 1, 2)), ((1, 2, 3, 4), (5, 4, 2, 6)), ((1, 2), (3, 4)),
])  # fmt: skip
def test_they_become_what_is_wanted_and_what_stays_is_the_same_row(
    rows: ProblemRows, before: tuple[int, ...], now: tuple[int, ...]
) -> None:
    rows.set_problems(problems(*before))
    kept = {rows.row(i).key: rows.row(i) for i in range(rows.rowCount())}
    rows.set_problems(problems(*now))
    assert _shown(rows) == problems(*now)
    for i in range(rows.rowCount()):
        row = rows.row(i)
        assert kept.get(row.key, row) is row


def test_a_cursor_goes_with_its_row_through_any_changes(rows: ProblemRows) -> None:
    chance = random.Random(5)
    rows.set_problems(problems(*range(10)))
    cursor = QPersistentModelIndex(rows.index(7))
    for _ in range(30):
        wanted = chance.sample(range(20), 10)
        rows.set_problems(problems(*{7: 0, **dict.fromkeys(wanted, 0)}))
        chance.shuffle(wanted)
        rows.set_problems(problems(*dict.fromkeys([*wanted, 7])))
        assert cursor.data(PROBLEM) == problem(7)


def test_what_says_something_else_under_the_same_key_is_a_change_of_one_row(rows: ProblemRows, qtbot: QtBot) -> None:
    rows.set_problems(problems(1, 2, 3))
    with qtbot.waitSignal(rows.dataChanged) as told:
        rows.set_problems([problem(1), problem(2, article="another"), problem(3)])
    assert (told.args[0].row(), told.args[1].row()) == (1, 1)
    assert rows.row(1).problem.articles == ("another",)


def test_each_row_is_read_out_whole(rows: ProblemRows) -> None:
    rows.set_problems(problems(1))
    assert rows.index(0).data() == "A required role is empty"
    spoken = rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "A required role is empty. “visit 1” needs a mention as Agent: the schema requires it."


@pytest.fixture
def long_list(qtbot: QtBot, session: Session) -> tuple[ProblemsPanel, ProblemKeeper]:
    keeper = ProblemKeeper(session, Tasks())
    keeper.give_way_to(lambda: True)
    panel = ProblemsPanel(session, keeper, theme("light"))
    qtbot.addWidget(panel)
    panel.resize(330, 500)
    panel.show()
    keeper._tell(problems(*range(500)))
    panel._later.hurry()
    return panel, keeper


def _tops(panel: ProblemsPanel) -> dict[tuple[str, ...], int]:
    there = {}
    for i in range(panel.rows.rowCount()):
        place = panel.view.visualRect(panel.rows.index(i))
        if 0 <= place.top() < panel.view.viewport().height():
            there[panel.rows.row(i).key] = place.top()
    return there


def test_what_is_in_view_stays_where_it_is_when_others_come_and_go(
    long_list: tuple[ProblemsPanel, ProblemKeeper],
) -> None:
    panel, keeper = long_list
    bar = panel.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = _tops(panel)
    assert len(before) > 3
    keeper._tell(problems(1000, 1001, *range(3, 500)))  # above it three go and two come
    panel._later.hurry()
    assert _tops(panel) == before
    assert panel.view.currentIndex().row() == 2  # what stood there was mended: the next one


def test_after_a_mend_the_cursor_is_on_the_next_and_at_the_end_on_the_last(
    long_list: tuple[ProblemsPanel, ProblemKeeper],
) -> None:
    panel, keeper = long_list
    for cursor, left, now in ((200, problems(*range(200), *range(201, 500)), 201), (498, problems(*range(300)), 299)):
        panel.view.setCurrentIndex(panel.rows.index(cursor))
        keeper._tell(left)
        panel._later.hurry()
        assert panel.view.currentIndex().data(PROBLEM) == problem(now)
        assert panel.view.selectionModel().isSelected(panel.view.currentIndex())


def test_of_thousands_only_what_is_new_is_worded_anew(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    telling = Telling()
    before = telling.of_events(problems(1, 2, 3))
    worded: list[str] = []
    monkeypatch.setattr("dateline.gui.problems.said", lambda text, **details: worded.append(details["event"]) or text)
    now = telling.of_events([problem(1), problem(3, "Target"), problem(4)])
    assert worded == ["visit 3", "visit 4"]
    assert set(now) == {"event1", "event3", "event4"}
    assert now["event1"] == before["event1"]
