"""The keys go from panel to panel and back into the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QListView, QWidget

from dateline.gui.panels import _takes_keys
from dateline.gui.timeline.plot import TimelinePlot
from tests.gui.whole import Whole

KEYS = {name: f"Ctrl+{n}" for n, name in enumerate(("articles", "inspector", "palette", "timeline"), start=1)}
KEYS |= {"registry": "Ctrl+5", "problems": "Ctrl+6"}


def press(whole: Whole, keys: str) -> None:
    """Press keys wherever the focus is."""
    combination = QKeySequence(keys)[0]
    whole.window.activateWindow()  # where there is no screen, no window manager does it
    whole.bot.waitUntil(lambda: QApplication.focusWidget() is not None)
    held = QApplication.focusWidget()
    assert held is not None
    whole.bot.keyClick(held, combination.key(), combination.keyboardModifiers())
    whole.settle()


def in_panel(whole: Whole, name: str) -> bool:
    held = whole.window.focusWidget()
    return held is not None and whole.window.docks[name].isAncestorOf(held)


def in_text(whole: Whole) -> bool:
    return whole.window.focusWidget() is whole.window.pane.reader


def in_front(dock: QDockWidget) -> bool:
    return dock.isVisible() and not dock.visibleRegion().isEmpty()


def made_problem(whole: Whole) -> str:
    """Return an event of which something is wrong, so that every panel has something to show."""
    event = whole.tag("visit", "vc").id
    week = whole.tag("week", "d").id
    whole.verbs.set_date(week, "2018-04-26")
    whole.verbs.fill(event, "Time", week)
    whole.bot.waitUntil(lambda: whole.window.docks["problems"].windowTitle() == "Problems (1)", timeout=10_000)
    return event


@pytest.mark.parametrize("name", KEYS)
def test_esc_leads_back_into_the_text_from_all_that_takes_keys(whole: Whole, name: str) -> None:
    event = made_problem(whole)
    whole.verbs.link_new(event, "Visit")
    whole.session.select_mention(event)
    dock = whole.window.docks[name]
    dock.show()
    dock.raise_()
    whole.settle()
    takers = [w for w in dock.findChildren(QWidget) if _takes_keys(w)]
    assert takers
    for taker in takers:
        if not taker.isVisible():
            continue
        taker.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(3):  # what is selected or sought there is let go of first
            if not in_text(whole):
                press(whole, "Esc")
        assert in_text(whole), taker
        whole.session.select_mention(event)


def test_esc_leads_back_from_the_annotator_box(whole: Whole) -> None:
    whole.window.annotator_box.setFocus()
    press(whole, "Esc")
    assert in_text(whole)


def test_enter_on_an_article_puts_the_keys_into_its_text(whole: Whole) -> None:
    """A letter there would go to the next article that begins with it."""
    rows = whole.window.articles.view
    rows.setFocus()
    press(whole, "Down")
    assert whole.page.article.title == "Later"
    assert not in_text(whole)
    press(whole, "Return")
    assert in_text(whole)
    press(whole, "Right")
    press(whole, "Right")
    press(whole, "o")
    assert [text for _, text in whole.labels()] == ["yet"]


def test_esc_in_the_filter_of_articles_keeps_what_is_sought(whole: Whole) -> None:
    field = whole.window.articles.field
    field.setFocus()
    for key in "later":
        press(whole, key)
    press(whole, "Esc")
    assert in_text(whole)
    assert field.text() == "later"


@pytest.mark.parametrize("name", KEYS)
def test_a_panels_key_shows_it_gives_it_the_keys_and_puts_it_away(whole: Whole, name: str) -> None:
    dock, keys = whole.window.docks[name], KEYS[name]
    behind = name in ("registry", "problems")
    made_problem(whole)
    if not behind:  # else they lie behind the inspector
        press(whole, keys)  # it is shown: it takes the keys
        assert in_panel(whole, name)
        press(whole, keys)  # it has them: it goes
        assert dock.isHidden()
        assert in_text(whole)
    press(whole, keys)
    assert in_front(dock)
    assert in_panel(whole, name)
    whole.window.pane.reader.setFocus()
    press(whole, keys)
    assert in_front(dock)
    assert in_panel(whole, name)
    press(whole, keys)
    assert not in_front(dock)
    assert in_text(whole)
    assert not behind or in_front(whole.window.docks["inspector"])


def test_with_nothing_in_it_that_takes_keys_its_key_shows_a_panel_and_puts_it_away(whole: Whole) -> None:
    press(whole, "Ctrl+6")
    assert in_front(whole.window.docks["problems"])
    assert in_text(whole)
    press(whole, "Ctrl+6")
    assert not in_front(whole.window.docks["problems"])
    assert in_text(whole)


def test_the_inspectors_key_brings_it_before_the_registry(whole: Whole) -> None:
    press(whole, "Ctrl+5")
    press(whole, "Ctrl+2")
    assert in_front(whole.window.docks["inspector"])
    assert in_panel(whole, "inspector")
    press(whole, "Ctrl+5")
    assert in_panel(whole, "registry")


def test_in_the_menu_the_tick_stands_for_what_is_seen(whole: Whole) -> None:
    action = whole.window.actions_table["toggle_timeline"]
    assert action.isChecked()
    action.trigger()
    whole.settle()
    assert whole.window.docks["timeline"].isHidden()
    assert not action.isChecked()


@pytest.mark.no_qt_log  # offscreen no window can be raised, which Qt warns of
@pytest.mark.parametrize("where", ["in it", "in the text"])
def test_who_has_the_keys_has_them_when_a_panel_leaves_the_window_and_comes_back(whole: Whole, where: str) -> None:
    whole.tag("met", "vc")
    timeline = whole.window.docks["timeline"]
    held = timeline.findChild(TimelinePlot) if where == "in it" else whole.window.pane.reader
    held.setFocus()
    for floats in (True, False):
        title = timeline.titleBarWidget()
        at = title.rect().center()
        whole.bot.mouseClick(title, Qt.MouseButton.LeftButton, pos=at)
        whole.bot.mouseDClick(title, Qt.MouseButton.LeftButton, pos=at)
        assert timeline.isFloating() is floats
        whole.bot.waitUntil(lambda: QApplication.focusWidget() is held)


@pytest.mark.parametrize("name", ["articles", "registry", "problems"])
def test_from_a_panel_that_floats_another_ones_key_leads_to_it(whole: Whole, name: str) -> None:
    made_problem(whole)
    timeline, keys = whole.window.docks["timeline"], KEYS[name]
    combination = QKeySequence(keys)[0]
    timeline.setFloating(True)
    whole.settle()
    for _ in range(2):  # shown, or behind another one; then seen, while the keys are elsewhere
        plot = timeline.findChild(TimelinePlot)
        timeline.activateWindow()
        plot.setFocus()
        whole.bot.waitUntil(lambda held=plot: QApplication.focusWidget() is held)
        whole.bot.keyClick(plot, combination.key(), combination.keyboardModifiers())
        whole.settle()
        assert in_front(whole.window.docks[name])
        whole.bot.waitUntil(whole.window.isActiveWindow)
        assert in_panel(whole, name)
    if name == "problems":
        assert whole.window.focusWidget() is whole.window.docks[name].findChild(QListView)


def test_the_registrys_key_leads_to_its_search_whatever_had_the_keys_last(whole: Whole) -> None:
    event = made_problem(whole)
    whole.verbs.link_new(event, "Visit")
    whole.session.select_mention(event)
    press(whole, "Ctrl+5")
    search = whole.window.focusWidget()
    assert isinstance(search, QLineEdit)
    others = [w for w in whole.window.docks["registry"].findChildren(QLineEdit) if w is not search and w.isVisible()]
    for other in others:
        other.setFocus()
        press(whole, "Esc")
        whole.window.pane.reader.setFocus()
        press(whole, "Ctrl+5")
        assert whole.window.focusWidget() is search
        whole.window.pane.reader.setFocus()
