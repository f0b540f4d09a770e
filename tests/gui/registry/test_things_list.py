"""The registry's list under the hand: rows keep their places, and what is chosen is what is shown in full."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.gui.annotating import Annotating
from dateline.gui.registry import things_list
from dateline.gui.registry.panel import RegistryPanel
from dateline.gui.registry.rows import ThingRows
from dateline.gui.registry.things_list import ThingsList
from dateline.gui.session import Session
from dateline.gui.theme import theme
from dateline.model.changes import Kind
from dateline.model.registry import Entity
from dateline.model.report import ThingSummary
from dateline.model.schema import Schema
from dateline.store.project import Project
from tests.gui.registry.conftest import chosen

ENTITY, HAPPENING = Kind.ENTITY, Kind.HAPPENING
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
Names = Callable[[], list[str]]


def _row(panel: RegistryPanel, thing_id: str) -> QPoint:
    """Return where a thing's row is on the list's viewport."""
    row = panel.list.rows.row_of(thing_id)
    assert row is not None
    return panel.list.view.visualRect(panel.list.rows.index(row, 0)).center()


def _click(panel: RegistryPanel, qtbot: QtBot, at: QPoint, held: Qt.KeyboardModifier = PLAIN) -> None:
    qtbot.mouseClick(panel.list.view.viewport(), LEFT, held, at)


@pytest.fixture
def many(project: Project, session: Session) -> None:
    """Forty places more than a panel shows."""
    with project.step("Many") as step:
        for n in range(40):
            step.put(Entity(f"p{n:02}", f"Place {n:02}", "GPE"))
    session.broadcast(step.changes)


@pytest.mark.parametrize(("mention", "other"), [("m1", 1), ("v1", 0)])
def test_a_person_may_list_the_other_kind_while_a_linked_mention_is_selected(
    panel: RegistryPanel, session: Session, qtbot: QtBot, mention: str, other: int
) -> None:
    session.select_mention(mention)
    assert panel.list.tabs.currentIndex() == 1 - other
    qtbot.mouseClick(panel.list.tabs, LEFT, pos=panel.list.tabs.tabRect(other).center())
    assert panel.list.tabs.currentIndex() == other
    panel.catch_up()
    assert panel.list.tabs.currentIndex() == other
    assert panel.list.current() == ""
    qtbot.mouseClick(panel.list.tabs, LEFT, pos=panel.list.tabs.tabRect(1 - other).center())
    panel.catch_up()
    assert panel.list.current() == {"m1": "cav", "v1": "met"}[mention]  # back where its own kind is listed


@pytest.mark.parametrize("height", [400, 520, 800])
def test_choosing_a_row_moves_no_row(panel: RegistryPanel, qtbot: QtBot, height: int) -> None:
    panel.resize(340, height)
    QApplication.processEvents()
    before = _row(panel, "ast"), panel.list.geometry()
    _click(panel, qtbot, _row(panel, "tok"))
    QApplication.processEvents()
    assert panel.list.current() == "tok"
    assert (_row(panel, "ast"), panel.list.geometry()) == before


def test_a_question_that_comes_or_goes_moves_no_row(panel: RegistryPanel, qtbot: QtBot) -> None:
    place: Callable[[], tuple[QPoint, QRect]] = lambda: (_row(panel, "ast"), panel.list.geometry())  # noqa: E731
    before = place()
    qtbot.waitUntil(panel.merges.isVisible)
    QApplication.processEvents()
    assert place() == before
    panel.merges.no.click()
    QApplication.processEvents()
    assert not panel.merges.isVisible()
    assert place() == before


def test_a_row_that_is_renamed_stays_where_it_is_until_the_list_is_sorted_or_sought_anew(
    panel: RegistryPanel, session: Session, project: Project, names: Names, qtbot: QtBot
) -> None:
    panel.list.field.setText("s")  # Astana, Kassym-…, Çavuşoğlu, Cavusoglu
    assert names() == ["Astana", "Cavusoglu", "Kassym-Jomart Tokayev", "Çavuşoğlu"]
    panel.show_thing(ENTITY, "ast")
    panel.details.name.setFocus()
    panel.details.name.selectAll()
    qtbot.keyClicks(panel.details.name, "Tent")  # no longer what is looked for, but worked on
    qtbot.keyClick(panel.details.name, Qt.Key.Key_Return)
    panel.catch_up()
    assert names() == ["Tent", "Cavusoglu", "Kassym-Jomart Tokayev", "Çavuşoğlu"]
    assert panel.list.current() == "ast"
    with project.step("More") as step:  # what is new comes where it belongs
        step.put(Entity("bel", "Belgrade is", "GPE"))
        step.put(Entity("ist", "Istanbul", "GPE"))
    session.broadcast(step.changes)
    panel.catch_up()
    assert names() == ["Belgrade is", "Tent", "Cavusoglu", "Istanbul", "Kassym-Jomart Tokayev", "Çavuşoğlu"]
    panel.list.field.setText("")
    assert names()[-2:] == ["Tent", "Çavuşoğlu"]


def test_counts_that_change_move_no_row_of_a_list_sorted_by_them(
    panel: RegistryPanel, session: Session, verbs: Annotating, project: Project, names: Names
) -> None:
    panel.list.view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    before = names()
    for mention in ("m3", "m5"):
        session.select_mention(mention)
        verbs.link(mention, project.registry.entity("tok"))
        panel.catch_up()
        assert names() == before
    panel.list.view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    panel.list.view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert names()[0] == "Kassym-Jomart Tokayev"


def test_what_is_changed_elsewhere_leaves_the_list_scrolled_as_it_is(
    panel: RegistryPanel, session: Session, project: Project, many: None, qtbot: QtBot
) -> None:
    panel.catch_up()
    panel.show_thing(ENTITY, "p00")
    QApplication.processEvents()
    bar = panel.list.view.verticalScrollBar()
    bar.setValue(bar.maximum() - 3)
    before = _row(panel, "p30")
    tok = project.registry.entity("p35")
    assert tok
    with project.step("Note") as step:
        step.put(replace(tok, note="far from the cursor"))
    session.broadcast(step.changes)
    panel.catch_up()
    QApplication.processEvents()
    assert _row(panel, "p30") == before
    with project.step("One above") as step:
        step.put(Entity("aaa", "Aa", "GPE"))
    session.broadcast(step.changes)
    panel.catch_up()
    assert _row(panel, "p30") == before


def test_a_click_beside_the_rows_lets_go_of_what_was_chosen(panel: RegistryPanel, qtbot: QtBot) -> None:
    panel.list.view.setFocus()
    _click(panel, qtbot, _row(panel, "tok"))
    assert panel.details.name.text() == "Kassym-Jomart Tokayev"
    bottom = panel.list.view.viewport().rect().bottomLeft() + QPoint(40, -4)
    assert not panel.list.view.indexAt(bottom).isValid()
    _click(panel, qtbot, bottom)
    assert (panel.list.chosen(), panel.list.current()) == ([], "")
    assert panel.details.name.text() == ""
    assert not panel.details.isVisibleTo(panel)
    panel.edit_name()
    assert not panel.details.name.hasFocus()


def test_a_row_taken_out_of_the_choice_is_not_shown_in_full(panel: RegistryPanel, qtbot: QtBot) -> None:
    chosen(panel, ENTITY, "tok", "ast")
    assert panel.list.current() == "tok"
    _click(panel, qtbot, _row(panel, "tok"), CTRL)
    assert panel.list.chosen() == ["ast"]
    assert panel.list.current() == "ast"
    assert panel.details.name.text() == "Astana"


def test_the_list_has_most_of_a_panel_as_low_as_on_a_small_screen_and_the_share_is_remembered(
    panel: RegistryPanel, qtbot: QtBot
) -> None:
    panel.resize(340, 480)
    panel.show_thing(ENTITY, "tok")
    QApplication.processEvents()
    view = panel.list.view
    assert view.viewport().height() >= 5 * view.sizeHintForRow(0)
    with qtbot.waitSignal(panel.share_moved) as told:
        panel._splitter.moveSplitter(300, 1)
    percent = told.args[0]
    assert 60 <= percent <= 64
    panel.set_share(50)
    QApplication.processEvents()
    first, second = panel._splitter.sizes()
    assert abs(first - second) <= 2
    panel.resize(340, 800)
    QApplication.processEvents()
    first, second = panel._splitter.sizes()
    assert abs(first - second) <= 2


@pytest.mark.parametrize(("height", "reasons"), [(500, True), (425, False)])
def test_on_a_small_screen_the_question_is_asked_beside_a_thing_too(
    panel: RegistryPanel, qtbot: QtBot, height: int, reasons: bool
) -> None:
    """Pixels that the panel has in windows 900 and 768 high."""
    panel.resize(330, height)
    panel.catch_up()
    qtbot.waitUntil(lambda: panel.merges.isVisible() and panel.merges.why.isVisible())
    panel.show_thing(ENTITY, "tok")
    QApplication.processEvents()
    strip = panel.merges
    assert strip.isVisible()
    assert strip.why.isVisible() == reasons
    assert strip.question.toolTip()
    assert strip.height() >= strip.question.height() + strip.yes.height()
    assert panel.details.mentions.isVisible()


def test_keys_go_from_row_to_row_and_home_and_end_to_the_first_and_the_last(
    panel: RegistryPanel, many: None, qtbot: QtBot
) -> None:
    panel.catch_up()
    view, rows = panel.list.view, panel.list.rows
    panel.show_thing(ENTITY, "p10")
    key, at = Qt.Key, rows.row_of("p10")
    assert at is not None
    for pressed, row in (
        (key.Key_Down, at + 1),
        (key.Key_Right, at + 1),
        (key.Key_Left, at + 1),
        (key.Key_End, rows.rowCount() - 1),
        (key.Key_Home, 0),
    ):
        qtbot.keyClick(view, pressed)
        assert (view.currentIndex().row(), view.currentIndex().column()) == (row, 0)
        assert [i.row() for i in view.selectionModel().selectedRows()] == [row]


def test_what_comes_or_goes_does_not_ask_for_each_of_very_many_rows(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    class Counting(ThingRows):  # Qt calls what a class had when it first asked: none may be put back
        def rowCount(self, *given: Any) -> int:
            asked.append(1)
            return super().rowCount(*given)

    monkeypatch.setattr(things_list, "ThingRows", Counting)
    shown = ThingsList(theme("light"))
    qtbot.addWidget(shown)
    shown.show()
    shown.set_things([ThingSummary(f"t{n:05}", f"Thing {n:05}", "GPE") for n in range(5_000)], Schema())
    asked.clear()
    shown.update_things([ThingSummary("new", "Thing 1", "GPE")], ["t00007"])
    shown.field.setText("1")
    shown.field.setText("")
    QApplication.processEvents()
    assert shown.rows.rowCount() == 5_000
    assert len(asked) < 2_500
