"""Without a mouse the keys are never lost: they stay where they are, or go to the reader."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget

from tests.gui.conftest import span
from tests.gui.whole import Whole


def test_escape_leaves_any_field_of_the_inspector(whole: Whole) -> None:
    whole.tag("Astana", "g")
    reader = whole.window.pane.reader
    whole.do("link_search")
    field = whole.window.inspector.link_card.field
    assert field.hasFocus()
    whole.bot.keyClick(field, Qt.Key.Key_Escape)
    assert reader.hasFocus()
    box = whole.window.inspector.mention_card.label
    box.setFocus()
    whole.bot.keyClick(box, Qt.Key.Key_Escape)
    assert reader.hasFocus()


def test_what_is_shown_anew_keeps_the_keys_and_what_goes_gives_them_back(whole: Whole) -> None:
    whole.tag("Astana", "g")
    inspector, reader = whole.window.inspector, whole.window.pane.reader
    whole.do("link_search")
    inspector.refresh()
    assert inspector.link_card.field.hasFocus()
    whole.session.select_mention(None)
    whole.settle()
    inspector.hurry()
    assert reader.hasFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_a_place_found_has_its_words_selected(whole: Whole) -> None:
    whole.tag("Tokayev", "p")
    whole.do("search_project")
    panel = whole.window.findChild(QDockWidget, "dock-search").widget()
    panel.field.setText("ankara")
    whole.bot.keyClick(panel.field, Qt.Key.Key_Return)
    whole.settle()
    assert whole.window.pane.reader.hasFocus()
    assert whole.session.selection == (span("Ankara"),)
    whole.keys("g")
    assert ("GPE", "Ankara") in whole.labels()


def test_a_role_is_filled_by_arrows_and_enter(whole: Whole) -> None:
    whole.tag("met", "vc")
    whole.keys("c")
    assert "press Enter" in whole.said()
    whole.key(Qt.Key.Key_Right)
    whole.key(Qt.Key.Key_Return)
    (argument,) = whole.page.arguments.values()
    assert argument.role == "Participant"
    assert whole.page.mentions[argument.filler_id].text_of(whole.page.text) == "Tokayev"
