"""The article list: states, filters, following."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from dateline.editing.articles import set_state
from dateline.gui.annotating import Annotating
from dateline.gui.articles import model
from dateline.gui.articles.model import COUNT, SUMMARY, facts_of
from dateline.gui.articles.order import Order, in_order
from dateline.gui.articles.panel import ArticlesPanel
from dateline.gui.bulk import Bulk
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.theme import theme
from dateline.model.article import Article, State
from dateline.model.changes import Changes
from dateline.model.ids import new_id
from dateline.model.schema import Schema
from dateline.store.articles import ArticleSummary
from tests.gui.test_session import Tag


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ArticlesPanel:
    made = ArticlesPanel(session, theme("light"))
    qtbot.addWidget(made)
    made.reload()
    made.resize(260, 500)
    made.show()
    qtbot.wait(20)
    return made


def shown(panel: ArticlesPanel) -> list[str]:
    model = panel.view.model()
    return [model.index(i, 0).data() for i in range(model.rowCount())]


def choose(panel: ArticlesPanel, text: str) -> None:
    next(b for b in panel.findChildren(QToolButton) if b.text() == text).click()


def test_articles_are_listed_and_the_open_one_is_chosen(panel: ArticlesPanel, session: Session) -> None:
    assert shown(panel) == ["Talks", "Later"]
    assert panel.view.currentIndex().data() == "Talks"
    panel.view.clicked.emit(panel.view.model().index(1, 0))
    assert session.page
    assert session.page.article.title == "Later"
    assert panel.view.currentIndex().data() == "Later"


def test_arrow_keys_open_the_article_they_come_to(panel: ArticlesPanel, session: Session, qtbot: QtBot) -> None:
    def opened() -> str:
        assert session.page
        return session.page.article.title

    for key, title in (
        (Qt.Key.Key_Down, "Later"),
        (Qt.Key.Key_Down, "Later"),
        (Qt.Key.Key_Up, "Talks"),
        (Qt.Key.Key_End, "Later"),
        (Qt.Key.Key_Home, "Talks"),
        (Qt.Key.Key_L, "Later"),
    ):
        qtbot.keyClick(panel.view, key)
        assert (opened(), panel.view.currentIndex().data()) == (title, title)
    panel.field.setText("talks")  # a filter that hides the open article opens no other
    assert shown(panel) == ["Talks"]
    assert opened() == "Later"
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert opened() == "Talks"


def test_tags_are_counted_and_states_shown(panel: ArticlesPanel, verbs: Annotating, tag: Tag) -> None:
    tag("Astana", "GPE")
    row = panel.view.model().index(0, 0)
    assert (row.data(COUNT), row.data(SUMMARY).state) == (1, "started")
    verbs.done_and_next()
    assert panel.view.model().index(0, 0).data(SUMMARY).state == "done"
    choose(panel, "To do")
    assert shown(panel) == ["Later"]
    choose(panel, "Done")
    assert shown(panel) == ["Talks"]
    choose(panel, "Skipped")
    assert shown(panel) == []
    choose(panel, "All")
    assert shown(panel) == ["Talks", "Later"]


@pytest.mark.parametrize(
    ("typed", "rows"), [("LATER", ["Later"]), ("2018-04 talks", ["Talks"]), ("ţalks", ["Talks"]), ("nothing", [])]
)
def test_words_filter_without_case_and_diacritics(panel: ArticlesPanel, typed: str, rows: list[str]) -> None:
    panel.field.setText(typed)
    assert shown(panel) == rows


def test_a_row_comes_and_goes_with_what_its_article_says_while_the_list_is_narrowed(
    panel: ArticlesPanel, session: Session
) -> None:
    assert session.project
    panel.field.setText("later")
    assert shown(panel) == ["Later"]
    one, other = (session.project.articles.summaries(None)[n] for n in (0, 1))
    panel.list.update_article(replace(one, name="Much later"), 0)
    assert shown(panel) == ["Much later", "Later"]
    panel.list.update_article(replace(other, name="Now"), 0)
    assert shown(panel) == ["Much later"]
    panel.set_order(Order.TITLE)
    panel.field.setText("")
    assert shown(panel) == ["Much later", "Now"]
    panel.field.setText("now")
    assert shown(panel) == ["Now"]


def test_a_key_in_the_field_asks_no_row_for_anything_but_whether_it_fits(
    many: ArticlesPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    folded: list[str] = []
    fold = model.fold
    monkeypatch.setattr(model, "fold", lambda text: folded.append(text) or fold(text))
    while many.list.get_ready():
        pass
    assert len(folded) == many.list.rowCount()
    many.field.setText("n")
    many.field.setText("no")
    assert folded[many.list.rowCount() :] == ["n", "no"]


def test_a_range_filters_and_its_button_clears_it(panel: ArticlesPanel, session: Session) -> None:
    assert session.project
    second = session.project.articles.ids()[1]
    panel.set_range(frozenset({second}))
    assert shown(panel) == ["Later"]
    cleared: list[bool] = []
    panel.range_cleared.connect(lambda: cleared.append(True))
    assert panel._range.isVisibleTo(panel)
    panel._range.click()
    assert cleared == [True]
    panel.set_range(None)
    assert shown(panel) == ["Talks", "Later"]
    assert not panel._range.isVisibleTo(panel)


def test_a_closed_project_leaves_an_empty_list(panel: ArticlesPanel, session: Session) -> None:
    session.close_project()
    assert shown(panel) == []
    assert panel._progress.text() == ""


def test_an_empty_list_says_why_it_is_empty(panel: ArticlesPanel, session: Session) -> None:
    panel.field.setText("nothing")
    assert panel.nothing() == "No article fits."
    said = panel.view.grab().toImage()
    session.close_project()
    assert panel.nothing() == ""
    assert panel.view.grab().toImage() != said


def test_a_project_without_articles_says_how_they_come_in(
    panel: ArticlesPanel, session: Session, schema: Schema, tmp_path: Path
) -> None:
    session.close_project()
    blank = panel.view.grab().toImage()
    assert session.create_project(tmp_path / "new.dateline", schema)
    assert "Ctrl+I" in panel.nothing()
    assert panel.view.grab().toImage() != blank


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_rows_are_painted_in_every_theme(panel: ArticlesPanel, look: str) -> None:
    panel.set_theme(theme(look))
    image = panel.view.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert len(colours) > 3


# --- the order


@pytest.fixture
def many(panel: ArticlesPanel, session: Session) -> ArticlesPanel:
    """Five articles more, of which one has no date and two the same."""
    assert session.project
    facts = (("Öffnung", "2018-04-21"), ("Zoll", ""), ("apples", "2018-04-18"), ("Ölpreis", "2018-04-18"))
    with session.project.step("More") as step:
        for i, (title, published) in enumerate(facts):
            step.put(Article(new_id(), title * 3, title, published=published, position=2 + i))
    session.broadcast(step.changes)
    return panel


@pytest.mark.parametrize(
    ("order", "rows"),
    [
        (Order.IMPORT, ["Talks", "Later", "Öffnung", "Zoll", "apples", "Ölpreis"]),
        (Order.OLDEST, ["apples", "Ölpreis", "Talks", "Later", "Öffnung", "Zoll"]),
        (Order.NEWEST, ["Öffnung", "Later", "Talks", "apples", "Ölpreis", "Zoll"]),
        (Order.TITLE, ["apples", "Later", "Öffnung", "Ölpreis", "Talks", "Zoll"]),
    ],
)
def test_it_is_sorted_as_chosen(many: ArticlesPanel, order: Order, rows: list[str]) -> None:
    chosen: list[object] = []
    many.order_chosen.connect(chosen.append)
    many._orders[order].trigger()
    assert shown(many) == rows
    assert chosen == [order]
    assert order.shown in many.order_button.toolTip()
    assert many.view.currentIndex().data() == "Talks", "what is open stays selected"
    many._orders[Order.IMPORT].trigger()
    assert shown(many)[:2] == ["Talks", "Later"]


def test_by_state_what_is_started_comes_first_and_moves_when_it_is_done(many: ArticlesPanel, tag: Tag) -> None:
    many.set_order(Order.STATE)
    many.view.clicked.emit(many.view.model().index(1, 0))
    many.view.clicked.emit(many.view.model().index(0, 0))
    tag("Astana", "GPE")
    assert shown(many)[0] == "Talks"
    many._session.do(lambda: _done(many._session))
    assert shown(many)[-1] == "Talks"
    assert many.view.currentIndex().data() == "Talks"


def _done(session: Session) -> Changes:
    assert session.project
    assert session.page
    return set_state(session.project, session.page.article.id, session.page.annotator_id, State.DONE)


def test_next_and_previous_go_by_the_list(many: ArticlesPanel, session: Session, verbs: Annotating) -> None:
    verbs.article_order = many.list.summaries
    many.set_order(Order.OLDEST)
    opened = []
    for step in (1, 1, 1, 1, -1, -1, -1, -1, -1, -1):
        verbs.step_article(step)
        assert session.page
        opened.append(session.page.article.title)
    assert opened == ["Later", "Öffnung", "Zoll", "Zoll", "Öffnung", "Later", "Talks", "Ölpreis", "apples", "apples"]


def test_the_next_to_do_goes_round_the_list_once(many: ArticlesPanel, session: Session, verbs: Annotating) -> None:
    verbs.article_order = many.list.summaries
    many.set_order(Order.NEWEST)
    said: list[str] = []
    session.message.connect(said.append)
    opened = []
    for _ in range(6):
        assert session.page
        opened.append(session.page.article.title)
        verbs.done_and_next()
    assert opened == ["Talks", "apples", "Ölpreis", "Zoll", "Öffnung", "Later"]
    assert said[-1] == "Every article is done or skipped."


@given(
    rows=st.lists(
        st.builds(
            ArticleSummary,
            id=st.uuids().map(str),
            name=st.text(max_size=4),
            published=st.sampled_from(["", "2018-04-19", "2018-04-19T10:00", "1999-01-01"]),
            source=st.just(""),
            language=st.just(""),
            position=st.integers(0, 5),
            length=st.just(1),
            state=st.sampled_from(list(State)),
        ),
        max_size=12,
    ),
    order=st.sampled_from(list(Order)),
)
def test_sorting_loses_nothing_and_does_not_depend_on_what_was_before(rows: list[ArticleSummary], order: Order) -> None:
    once = in_order(rows, order)
    assert sorted(r.id for r in once) == sorted(r.id for r in rows)
    assert in_order(reversed(once), order) == once
    if order in (Order.OLDEST, Order.NEWEST):
        dated = [bool(r.published) for r in once]
        assert dated == sorted(dated, reverse=True)


def test_an_order_of_no_such_name_is_that_of_the_import() -> None:
    assert [Order.of(n) for n in ("newest", "", "sideways")] == [Order.NEWEST, Order.IMPORT, Order.IMPORT]


@pytest.mark.parametrize(
    ("published", "source", "said"),
    [
        ("2018-04-19T10:30:00", "Wire", "2018-04-19 10:30 · Wire"),
        ("2018-04-19", "", "2018-04-19"),
        ("", "Wire", "no date · Wire"),
        ("", "", "no date · en"),
    ],
)
def test_a_missing_date_is_said(panel: ArticlesPanel, session: Session, published: str, source: str, said: str) -> None:
    assert session.project
    with session.project.step("Another") as step:
        step.put(Article("x", "Some words.", "Some", published=published, source=source, language="en", position=9))
    panel.reload()
    shown_rows = panel.view.model()
    index = next(i for r in range(shown_rows.rowCount()) if (i := shown_rows.index(r, 0)).data(SUMMARY).id == "x")
    assert facts_of(index.data(SUMMARY)) == said
    assert ("no date" in index.data(Qt.ItemDataRole.ToolTipRole)) == (not published)
    panel.view.grab()


def _middle(panel: ArticlesPanel, row: int) -> QPoint:
    return panel.view.visualRect(panel.view.model().index(row, 0)).center()


def _click(qtbot: QtBot, panel: ArticlesPanel, row: int, key: Qt.KeyboardModifier) -> None:
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, key, _middle(panel, row))


def _menu_of(panel: ArticlesPanel, row: int) -> QMenu:
    """Press the right button on a row and return the menu that opens."""
    place, view = _middle(panel, row), panel.view.viewport()
    where = view.mapToGlobal(place)
    right, plain = Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier
    press = QMouseEvent(QEvent.Type.MouseButtonPress, QPointF(place), QPointF(where), right, right, plain)
    QApplication.sendEvent(view, press)
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, where))
    return next(m for m in panel.findChildren(QMenu) if m.property("shown"))


@pytest.fixture
def menus(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let menus that pop up be looked at; the screen of the tests cannot grab the keys for them."""
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: menu.setProperty("shown", True))


def _selected(panel: ArticlesPanel) -> list[str]:
    return sorted(row.name for row in panel.selected)


def test_articles_are_chosen_together_without_being_opened(
    panel: ArticlesPanel, session: Session, qtbot: QtBot
) -> None:
    _click(qtbot, panel, 1, Qt.KeyboardModifier.ControlModifier)
    assert _selected(panel) == ["Later", "Talks"]
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert _selected(panel) == ["Talks"]
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert _selected(panel) == ["Later", "Talks"]
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    qtbot.keyClick(panel.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert _selected(panel) == ["Later", "Talks"]
    assert session.page
    assert session.page.article.title == "Talks"
    _click(qtbot, panel, 1, Qt.KeyboardModifier.NoModifier)
    assert (session.page.article.title, _selected(panel)) == ("Later", ["Later"])


@pytest.mark.usefixtures("menus")
def test_what_is_chosen_is_marked_in_one_step(panel: ArticlesPanel, session: Session, qtbot: QtBot) -> None:
    bulk = Bulk(session, Tasks(), panel)
    panel.mark_wanted.connect(bulk.mark)
    said: list[str] = []
    session.message.connect(said.append)
    _click(qtbot, panel, 1, Qt.KeyboardModifier.ShiftModifier)
    menu = _menu_of(panel, 1)
    actions = {a.text(): a for a in menu.actions()}
    assert [a.isEnabled() for a in actions.values()] == [True, True, True, False], "they are new"
    actions["Mark 2 articles as done"].trigger()
    menu.aboutToHide.emit()
    qtbot.waitUntil(lambda: panel.list.tally()[State.DONE] == 2)
    assert said == ["2 articles are now done; one undo takes that back."]
    assert panel.selected[0].state is State.DONE
    session.undo()
    qtbot.waitUntil(lambda: panel.list.tally()[State.DONE] == 0)


@pytest.mark.usefixtures("menus")
def test_a_right_click_leaves_the_highlight_at_what_is_open(
    panel: ArticlesPanel, session: Session, qtbot: QtBot
) -> None:
    menu = _menu_of(panel, 1)
    assert _selected(panel) == ["Later"], "of which the menu is"
    assert next(a.text() for a in menu.actions()) == "Mark as done"
    menu.aboutToHide.emit()
    qtbot.waitUntil(lambda: _selected(panel) == ["Talks"])
    assert session.page
    assert session.page.article.title == "Talks"
