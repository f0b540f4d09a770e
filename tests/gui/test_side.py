"""The registry and the problems lie behind the inspector and are made when they are looked at."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dateline.editing.registry import link_happening, new_happening
from dateline.gui.side import SidePanels, in_front
from dateline.model.changes import Kind
from tests.gui.whole import Whole


def _side(whole: Whole) -> SidePanels:
    side: SidePanels = whole.window.side
    return side


def test_they_are_made_when_looked_at_and_ctrl_5_and_6_come_and_go(whole: Whole) -> None:
    side = _side(whole)
    assert side.registry is None
    assert side.problems is None
    action = whole.window.actions_table["toggle_registry"]
    action.trigger()
    whole.settle()
    assert side.registry is not None
    assert side.registry.isVisible()
    assert whole.window.focusWidget() is side.registry.list.field
    action.trigger()
    whole.settle()
    assert not side.registry._later.seen
    assert not action.isChecked()
    assert whole.window.focusWidget() is whole.window.pane.reader
    whole.window.actions_table["toggle_problems"].trigger()
    whole.settle()
    assert side.problems is not None
    assert whole.window.actions_table["toggle_problems"].isChecked()


def test_a_problem_is_told_on_the_tab_the_timeline_and_in_the_inspector(whole: Whole) -> None:
    event = whole.tag("visit", "vc").id
    week = whole.tag("week", "d").id
    whole.verbs.set_date(week, "2018-04-26")
    whole.verbs.fill(event, "Time", week)
    whole.bot.waitUntil(lambda: whole.window.docks["problems"].windowTitle() == "Problems (1)", timeout=10_000)
    whole.session.select_mention(event)
    whole.settle()
    assert "told as past" in whole.window.inspector.mention_card.problem.text()
    whole.bot.waitUntil(lambda: "told as past" in whole.window.feed.marks[event].badge)
    whole.session.select_mention(event)
    whole.verbs.set_attribute("modality", "planned")
    whole.bot.waitUntil(lambda: whole.window.docks["problems"].windowTitle() == "Problems", timeout=10_000)
    assert whole.window.feed.marks[event].badge == ""


def test_a_happening_chosen_is_shown_on_the_timeline_in_the_articles_and_compared(whole: Whole) -> None:
    side, session = _side(whole), whole.session
    event = whole.tag("met", "vc").id
    made = new_happening(whole.page, event)
    assert session.project
    project = session.project
    session.do(lambda: link_happening(project, whole.page, [event], made))
    whole.settle()
    side.show_thing(Kind.HAPPENING, made.id)
    whole.settle()
    assert side.registry
    assert side.registry.list.current() == made.id
    assert whole.window.focusWidget() is side.registry.list.view
    whole.window.actions_table["registry_articles"].trigger()
    assert whole.window.articles.view.model().rowCount() == 1
    whole.window.articles.range_cleared.emit()
    assert whole.window.articles.view.model().rowCount() == 2
    side.compare(made.id)
    assert side.comparison
    first = side.comparison
    side.compare(made.id)
    assert side.comparison is first
    first.close()
    whole.bot.waitUntil(lambda: side.comparison is None)


def test_reports_are_compared_from_the_text_too_where_the_selected_event_is_linked(whole: Whole) -> None:
    side, compare = _side(whole), whole.window.actions_table["registry_compare"]
    event = whole.tag("met", "vc").id
    whole.settle()
    assert not compare.isEnabled()
    whole.verbs.link_new(event, "Meeting")
    whole.bot.waitUntil(compare.isEnabled)
    assert side.registry is None
    compare.trigger()
    assert side.comparison
    assert side.comparison.happening_id == whole.page.mentions[event].happening_id
    side.comparison.close()
    whole.session.select_mention(whole.tag("week", "d").id)
    whole.bot.waitUntil(lambda: not compare.isEnabled())


def test_registry_and_timeline_follow_each_other(whole: Whole) -> None:
    """A happening chosen in the registry is selected and brought into view; a mark chosen shows its happening."""
    side, timeline = _side(whole), whole.timeline
    happenings = []
    for words, time, date, name in (
        ("met", "Thursday", "2018-04-19", "Meeting"),
        ("visit", "week", "2018-04-26", "Visit"),
    ):
        event, when = whole.tag(words, "vc").id, whole.tag(time, "d").id
        whole.verbs.set_date(when, date)
        whole.verbs.fill(event, "Time", when)
        whole.verbs.link_new(event, name)
        happenings.append(whole.page.mentions[event].happening_id or "")
    whole.bot.waitUntil(lambda: set(happenings) <= set(timeline.plot.scene_marks.index))
    meeting, visit = happenings
    side.show("registry")
    whole.settle()
    registry = side.registry
    assert registry
    side.show_thing(Kind.HAPPENING, meeting)
    whole.settle()
    for key, chosen in ((Qt.Key.Key_Down, visit), (Qt.Key.Key_Up, meeting)):
        timeline.set_visible_range(0, 86_400)  # far from both
        whole.bot.keyClick(registry.list.view, key)
        whole.settle()
        assert timeline.selected == chosen
        box = timeline.plot.mark_box(timeline.plot.scene_marks.index[chosen])
        assert box
        assert 0 <= box.center().x() <= timeline.plot.time_scale.width

    timeline.fit()
    whole.session.select_mention(None)
    for chosen in (meeting, visit):
        box = timeline.plot.mark_box(timeline.plot.scene_marks.index[chosen])
        assert box
        at = timeline.plot.from_box(box.center().x(), box.center().y()).toPoint()
        whole.bot.mouseClick(timeline.plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
        whole.settle()
        assert registry.list.current() == chosen

    timeline.plot.setFocus()
    for key, reached in ((Qt.Key.Key_Home, meeting), (Qt.Key.Key_Right, visit), (Qt.Key.Key_Left, meeting)):
        whole.bot.keyClick(timeline.plot, key)
        assert timeline.selected == registry.list.current() == reached
        assert whole.window.focusWidget() is timeline.plot, "the next key is for the timeline"


def test_a_step_on_the_timeline_leaves_a_registry_alone_that_nobody_sees(whole: Whole) -> None:
    side = _side(whole)
    event = whole.tag("met", "vc").id
    whole.verbs.fill(event, "Time", whole.tag("Thursday", "d").id)
    whole.verbs.link_new(event, "Meeting")
    whole.bot.waitUntil(lambda: len(whole.timeline.plot.scene_marks) == 1)
    whole.bot.keyClick(whole.timeline.plot, Qt.Key.Key_Home)
    assert side.registry is None
    side.show("registry")
    whole.settle()
    whole.window.actions_table["toggle_registry"].trigger()
    whole.settle()
    assert side.registry
    before = side.registry.list.current()
    whole.bot.keyClick(whole.timeline.plot, Qt.Key.Key_Home)
    assert side.registry.list.current() == before


def test_ctrl_k_finds_happenings(whole: Whole) -> None:
    whole.verbs.link_new(whole.tag("met", "vc").id, "The great meeting")
    found = [c for c in whole.app.overlays._happenings("great") if c.title == "The great meeting"]
    assert len(found) == 1
    found[0].run()
    whole.settle()
    side = _side(whole)
    assert side.registry
    thing = side.registry.list.rows.thing(side.registry.list.current())
    assert thing
    assert thing.name == "The great meeting"
    assert side.registry.list.tabs.currentIndex() == 1


def test_leftin_front_it_is_there_again_after_a_restart(whole: Whole, qapp: QApplication, path: Path) -> None:
    _side(whole).show("registry")
    whole.settle()
    whole.close()
    again = Whole(qapp, whole.bot, path)
    registry = _side(again).registry
    assert registry is not None
    assert registry._later.seen


def test_an_event_just_tagged_shows_its_card_before_the_registry_and_no_selection_does(whole: Whole) -> None:
    whole.tag("visit", "vc")
    registry, inspector = whole.window.docks["registry"], whole.window.docks["inspector"]
    whole.window.actions_table["toggle_registry"].trigger()
    whole.settle()
    assert in_front(registry)
    whole.window.pane.reader.setFocus()
    event = whole.tag("met", "vc").id
    whole.settle()
    assert in_front(inspector)
    assert not in_front(registry)
    assert whole.window.inspector.event_card.isVisible()
    assert whole.window.focusWidget() is whole.window.pane.reader
    whole.window.actions_table["toggle_registry"].trigger()
    whole.settle()
    for mention_id in (None, event):
        whole.session.select_mention(mention_id, "reader")
    whole.verbs.link_new(event)
    whole.tag("week", "d")
    whole.settle()
    assert in_front(registry)


def test_where_the_inspector_was_put_away_a_card_beside_an_event_just_tagged_says_what_is_proposed(
    whole: Whole,
) -> None:
    card = whole.window.pane.cards.date_card
    whole.tag("Ankara", "g")
    whole.window.docks["inspector"].hide()
    event = whole.tag("visit", "vc")
    whole.settle()
    assert whole.window.docks["inspector"].isHidden()
    assert card.isVisible()
    said = card.lines().splitlines()
    assert said[0] == "Consult: visit"
    assert {"modality: planned (“will”)", "Enter takes what is proposed."} <= set(said)
    assert any(line.endswith(": Ankara") for line in said)
    whole.do("accept")
    assert whole.page.mentions[event.id].attributes == {"modality": "planned"}
    whole.settle()
    assert not card.isVisible()  # it would hide what comes next
    whole.session.undo()
    whole.session.select_mention(None)
    whole.session.select_mention(event.id, "tag")
    whole.settle()
    assert card.isVisible()
    whole.keys("i")
    assert not card.isVisible()
    whole.window.docks["inspector"].show()
    whole.tag("thanked", "vs")
    whole.settle()
    assert not card.isVisible()


def test_reader_alone_shows_what_is_proposed_for_an_event_that_was_there_already(whole: Whole) -> None:
    card = whole.window.pane.cards.date_card
    whole.tag("Ankara", "g")
    event = whole.tag("visit", "vc")
    whole.settle()
    assert not card.isVisible()  # the inspector says it
    whole.do("reader_alone")
    whole.bot.waitUntil(card.isVisible)
    assert "Enter takes what is proposed." in card.lines()
    box = whole.window.pane.reader.rect_of(event.span)
    below = whole.window.pane.reader.viewport().mapToGlobal(box.bottomLeft()).y()
    assert 0 < card.y() - below < 40  # where the word stands now that the text is wider
    whole.click("Tokayev")
    whole.settle()
    assert not card.isVisible()
    whole.click("visit")
    whole.bot.waitUntil(card.isVisible)
    whole.do("reader_alone")
    whole.bot.waitUntil(lambda: not card.isVisible())
