"""Without a mouse the keys are never lost: they stay where they are, or go to the reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMenu

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


def test_enter_picks_even_where_a_shortcut_has_it(whole: Whole) -> None:
    whole.tag("Tokayev", "p")
    whole.tag("met", "vc")
    whole.keys("c")
    reader = whole.window.pane.reader
    accept = whole.window.actions_table["accept"]
    accept.setEnabled(True)  # as until the state of actions has caught up with a quick hand
    whole.bot.keyClick(reader, Qt.Key.Key_Right)
    accept.setEnabled(True)
    whole.bot.keyClick(reader, Qt.Key.Key_Return)
    assert [a.role for a in whole.page.arguments.values()] == ["Participant"]


def menu_of(whole: Whole) -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def test_escape_lets_a_role_wait_no_longer(whole: Whole) -> None:
    whole.tag("met", "vc")
    whole.keys("c")
    assert whole.window.pane.reader.picking()
    whole.key(Qt.Key.Key_Escape)
    assert not whole.window.pane.reader.picking()
    whole.key(Qt.Key.Key_Right)
    whole.key(Qt.Key.Key_Return)
    assert whole.page.arguments == {}


def test_a_mention_is_joined_with_another_by_keys(whole: Whole) -> None:
    whole.tag("Tokayev", "p")
    event = whole.tag("met", "vc")
    whole.do("join")
    assert "press Enter" in whole.said()
    whole.key(Qt.Key.Key_Right)
    whole.key(Qt.Key.Key_Return)
    menu = menu_of(whole)
    offered = [a.text() for a in menu.actions() if a.text()]
    assert offered[0] in {"Participant", "Agent", "Target"}
    assert offered[-1] == "A further piece of “met”"
    assert menu.activeAction() is menu.actions()[0]
    whole.bot.keyClick(menu, Qt.Key.Key_Return)
    (argument,) = whole.page.arguments.values()
    assert (argument.event_id, argument.role) == (event.id, offered[0])
    assert whole.session.mention_id == event.id
    assert not whole.window.pane.reader.picking()


def test_a_further_piece_is_added_by_keys(whole: Whole) -> None:
    mention = whole.tag("Ankara", "g")
    whole.do("join")
    whole.key(Qt.Key.Key_Right)
    whole.key(Qt.Key.Key_Right)
    whole.key(Qt.Key.Key_Return)
    menu = menu_of(whole)
    assert [a.text() for a in menu.actions() if a.text()] == ["A further piece of “Ankara”"]
    whole.bot.keyClick(menu, Qt.Key.Key_Return)
    whole.settle()
    assert whole.page.mentions[mention.id].text_of(whole.page.text) == "Ankara week"
    whole.do("join")
    whole.key(Qt.Key.Key_Escape)
    assert whole.session.mention_id == mention.id
    assert not whole.window.pane.reader.picking()


def test_f6_goes_round_all_panels_and_back(whole: Whole) -> None:
    whole.window.activateWindow()
    whole.window.pane.reader.setFocus()
    docks = whole.window.docks

    def where() -> str:
        focused = QApplication.focusWidget()
        inside = [n for n, d in docks.items() if focused is not None and d.isAncestorOf(focused)]
        return inside[0] if inside else type(focused).__name__

    seen = []
    for _ in range(6):
        whole.do("next_panel")
        seen.append(where())
    assert set(seen) >= {"articles", "inspector", "palette", "timeline", "ReaderView"}
    assert len(set(seen)) == 6
    back = []
    for _ in range(6):
        whole.do("previous_panel")
        back.append(where())
    assert back == [*reversed(seen[:-1]), seen[-1]]


def test_f6_enters_the_timeline_on_its_marks(whole: Whole) -> None:
    whole.window.activateWindow()
    whole.window.pane.reader.setFocus()
    for _ in range(6):
        whole.do("next_panel")
        if whole.window.docks["timeline"].isAncestorOf(QApplication.focusWidget()):
            break
    assert QApplication.focusWidget() is whole.timeline.plot


def test_f6_enters_the_inspector_on_its_first_field(whole: Whole) -> None:
    whole.window.activateWindow()
    whole.tag("Astana", "g")
    whole.window.inspector.hurry()
    whole.window.pane.reader.setFocus()
    for _ in range(6):
        whole.do("next_panel")
        if whole.window.docks["inspector"].isAncestorOf(QApplication.focusWidget()):
            break
    assert QApplication.focusWidget() is whole.window.inspector.mention_card.label


def test_tab_never_leads_behind_another_panel(whole: Whole) -> None:
    docks = whole.window.docks
    docks["registry"].show()
    docks["registry"].raise_()
    whole.window.activateWindow()
    whole.bot.waitUntil(whole.window.isActiveWindow)
    whole.settle()
    assert docks["inspector"].visibleRegion().isEmpty()
    whole.window.articles.view.setFocus()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        for _ in range(40):
            focused = QApplication.focusWidget()
            assert focused is not None
            inside = [d for d in docks.values() if d.isAncestorOf(focused)]
            assert not any(d.visibleRegion().isEmpty() for d in inside), focused
            whole.bot.keyClick(focused, key)
    whole.do("note")
    assert whole.window.inspector.note.hasFocus()
    assert not docks["inspector"].visibleRegion().isEmpty()


def test_panels_do_not_glide(whole: Whole) -> None:
    assert not whole.window.isAnimated()


def _filled(whole: Whole) -> set[tuple[str, str]]:
    page = whole.page
    return {(a.role, page.mentions[a.filler_id].text_of(page.text)) for a in page.arguments.values()}


def test_enter_takes_what_is_proposed_for_the_role_that_waits(whole: Whole) -> None:
    """It made the event's own words the filler."""
    whole.tag("Tokayev", "p")
    whole.tag("Astana", "g")
    whole.tag("met", "vc")
    whole.bot.waitUntil(lambda: {"Participant", "Place"} <= {p.role for p in whole.verbs.proposals})
    whole.keys("c")
    assert "Enter takes “Tokayev”" in whole.said()
    whole.key(Qt.Key.Key_Return)
    assert _filled(whole) == {("Participant", "Tokayev")}
    assert not whole.window.pane.reader.picking()


def test_enter_with_nothing_proposed_for_the_role_says_what_to_do(whole: Whole) -> None:
    whole.tag("Share", "vc")
    whole.keys("c")
    before = len(whole.page.mentions)
    whole.key(Qt.Key.Key_Return)
    assert "nothing is proposed" in whole.said()
    assert whole.window.pane.reader.picking()
    assert len(whole.page.mentions) == before


def test_a_role_waits_while_one_goes_from_mention_to_mention(whole: Whole) -> None:
    whole.tag("Astana", "g")
    whole.tag("Ankara", "g")
    event = whole.tag("visit", "vc").id
    whole.keys("c")
    whole.do("previous_mention")
    assert whole.said() == "Participant of “visit”: Enter takes “Astana”; Esc leaves it open."
    assert whole.window.pane.reader.picking()
    whole.key(Qt.Key.Key_Return)
    assert _filled(whole) == {("Participant", "Astana")}
    assert whole.session.mention_id == event


@pytest.mark.parametrize(
    ("sought", "selects"),
    [("Ankara", "Ankara"), ("ankar", "Ankara"), ("visit Ankara", None), ("minister", None)],
)
def test_what_was_found_and_is_a_mention_is_selected_as_one(whole: Whole, sought: str, selects: str | None) -> None:
    whole.tag("Ankara", "g")
    whole.window.pane.reader.set_selection((span("The minister"),))
    whole.keys("p")
    whole.session.select_mention(None)
    bar = whole.window.pane.find_bar
    bar.open("")
    bar.field.setText(sought)
    whole.settle()
    whole.bot.keyClick(bar.field, Qt.Key.Key_Escape)
    whole.settle()
    mention = whole.verbs.selected
    assert (mention.text_of(whole.page.text) if mention else None) == selects
    if mention is None:
        assert whole.window.pane.reader.selected_text().casefold() == sought.casefold()
