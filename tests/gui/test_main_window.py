"""The window as a whole: what is done in one panel is seen in the others."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QStatusTipEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QFileDialog, QMainWindow, QMenu, QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from dateline.gui.action_spec import When
from dateline.gui.dialogs.errors import ProblemDialog
from dateline.gui.settings import Settings
from dateline.gui.tasks import Task
from dateline.model.changes import Kind
from dateline.model.progress import Progress
from dateline.model.when import Granularity, from_iso
from dateline.model.when import When as When_
from dateline.store.project import Project
from tests.gui.conftest import span
from tests.gui.whole import Whole


def when(iso: str) -> When_:
    """Return a day."""
    begin = from_iso(iso)
    return When_(begin, begin + 86_400, Granularity.DAY)


SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_it_opens_on_the_first_article_with_everything_in_place(whole: Whole) -> None:
    window = whole.window
    assert window.windowTitle() == "talks — Dateline"
    assert whole.page.article.title == "Talks"
    assert window.articles.view.currentIndex().row() == 0
    assert all(not dock.isHidden() for dock in window.docks.values())
    assert whole.window.annotator_box.currentText() == "ada"


def test_the_first_start_stays_on_the_screen(whole: Whole) -> None:
    free = whole.window.screen().availableSize()
    assert free.width() < 1480, "the test's screen must be the small one"
    assert whole.first_size.width() <= max(free.width(), whole.window.minimumSizeHint().width())
    assert whole.first_size.height() <= max(free.height(), whole.window.minimumSizeHint().height())


def test_label_keys_tag_what_was_clicked(whole: Whole) -> None:
    whole.tag("Astana", "g")
    whole.tag("met", "vc")
    assert whole.labels() == [("CONSULT", "met"), ("GPE", "Astana")]


def test_the_second_stroke_is_awaited_and_escape_takes_the_first_back(whole: Whole) -> None:
    whole.click("met")
    whole.keys("v")
    assert whole.window.palette_panel._delegate.prefix == "v"
    whole.key(Qt.Key.Key_Escape)
    assert whole.window.palette_panel._delegate.prefix == ""
    whole.keys("g")
    assert whole.labels() == [("GPE", "met")]


def test_shift_tags_all_and_one_undo_takes_all_back(whole: Whole) -> None:
    whole.click("Ankara")
    whole.bot.keyClick(whole.window.pane.reader, "G", SHIFT)
    whole.settle()
    assert whole.labels() == [("GPE", "Ankara"), ("GPE", "Ankara")]
    assert "2 times" in whole.said()
    whole.do("undo")
    assert whole.labels() == []


def test_a_double_tap_arms_until_escape(whole: Whole) -> None:
    whole.click("Astana")
    whole.keys("gg")
    whole.click("Ankara")
    whole.settle()
    assert ("GPE", "Ankara") in whole.labels()
    whole.key(Qt.Key.Key_Escape)
    whole.click("Tokayev")
    whole.settle()
    assert len(whole.labels()) == 2


def test_the_palette_tags_by_a_click_and_counts(whole: Whole) -> None:
    whole.click("Astana")
    whole.window.palette_panel.label_requested.emit("GPE", False)
    whole.settle()
    assert whole.labels() == [("GPE", "Astana")]
    assert whole.window.palette_panel._counts == {"GPE": 1}


def test_undo_goes_to_the_other_article_and_says_what_it_was(whole: Whole) -> None:
    whole.tag("Astana", "g")
    whole.do("next_article")
    assert whole.page.article.title == "Later"
    whole.do("undo")
    assert whole.page.article.title == "Talks"
    assert "Astana" in whole.said()
    whole.do("redo")
    assert whole.labels() == [("GPE", "Astana")]


def test_done_moves_on_and_the_list_says_so(whole: Whole) -> None:
    whole.do("show_suggestions")
    assert not whole.window.suggesting.shown
    whole.do("done_next")
    assert whole.page.article.title == "Later"
    assert whole.window.articles._progress.text() == "1 of 2 done"
    whole.do("undo")
    assert whole.window.articles._progress.text() == "0 of 2 done"


def dated_event(whole: Whole) -> str:
    """Tag "met" with a time; return the event's id."""
    time = whole.tag("Thursday", "d")
    event = whole.tag("met", "vc")
    whole.verbs.fill(event.id, "Time", time.id)
    whole.settle()
    return event.id


def test_a_dated_event_stands_on_the_timeline_and_each_selects_the_other(whole: Whole) -> None:
    event = dated_event(whole)
    assert [m.id for m in whole.window.feed.marks.values()] == [event]
    assert whole.timeline.selected == event
    whole.click("Ankara")
    whole.settle()
    assert whole.session.mention_id is None
    whole.do("next_article")
    whole.timeline.mark_activated.emit(event)
    assert whole.page.article.title == "Talks"
    assert whole.session.mention_id == event
    assert whole.window.pane.reader.selected_mention() == event


def test_a_dragged_mark_dates_its_event_by_hand_and_undo_puts_it_back(whole: Whole) -> None:
    event = dated_event(whole)
    before = whole.window.feed.marks[event].when
    whole.timeline.date_proposed.emit(event, when("2018-04-25"))
    whole.settle()
    [mark] = whole.window.feed.marks.values()  # of the happening that carries the date now
    assert (mark.event_ids, mark.when) == ((event,), when("2018-04-25"))
    assert "undo" in whole.said()
    whole.do("undo")
    assert whole.window.feed.marks[event].when == before


def test_a_brushed_range_filters_the_articles_until_it_is_cleared(whole: Whole) -> None:
    dated_event(whole)
    begin = when("2018-04-19").begin
    assert begin is not None
    whole.timeline.plot.brush = (begin, begin + 86_400)
    whole.timeline.plot.range_brushed.emit(whole.timeline.plot.brush)
    whole.settle()
    rows = whole.window.articles.view.model().rowCount()
    assert rows == 1
    assert whole.said().startswith("19 Apr 2018: articles that tell of it or appeared in it, 1 in all")
    assert "19 Apr 2018" in whole.window.articles._range.text()
    assert "appeared in it" in whole.window.articles._range.toolTip()
    assert When.RANGE in whole.window.actions_table.state
    whole.do("timeline_clear_range")
    assert whole.window.articles.view.model().rowCount() == 2
    assert When.RANGE not in whole.window.actions_table.state


def test_the_menu_ticks_what_the_timeline_shows(whole: Whole) -> None:
    dated_event(whole)
    menu, actions = whole.window.menus["timeline"], whole.window.actions_table

    def told() -> dict[str, tuple[bool, bool]]:
        """Return of each whether it is ticked, and whether it can be chosen."""
        menu.aboutToShow.emit()
        names = ("measures", "order", "lag", "list", "undated")
        found = {n: (a.isChecked(), a.isEnabled()) for n in names for a in [actions[f"timeline_{n}"]]}
        menu.aboutToHide.emit()
        return found

    tools = whole.timeline.tools
    for tool in (tools.measures, tools.order):
        tools.want(tool, on=True)
    before = told()
    assert before["measures"] == (True, True)
    assert before["order"] == before["lag"] == (False, True)
    assert before["undated"] == (False, False)  # there is nothing without a date
    whole.do("timeline_order")
    assert told()["order"] == (True, True)
    whole.do("timeline_lag")
    lag = told()
    assert lag["lag"] == (True, True)
    assert lag["measures"] == lag["order"] == (False, False)  # they are of lanes
    assert not tools.order.isEnabled()
    whole.do("timeline_lag")
    assert told()["order"] == (True, True)


def test_order_and_measures_are_remembered_as_the_grouping_is(qapp: QApplication, whole: Whole) -> None:
    whole.timeline.tools.order.click()
    whole.timeline.tools.measures.click()
    whole.close()
    again = Whole(qapp, whole.bot, None)
    assert again.timeline.tools.order.isChecked()
    assert not again.timeline.tools.measures.isChecked()


def test_find_next_works_as_soon_as_something_is_found(whole: Whole) -> None:
    whole.do("find")
    bar = whole.window.pane.find_bar
    bar.field.setText("ankara")
    assert bar.count.text() == "1 of 2"
    whole.do("find_next")
    assert bar.count.text() == "2 of 2"
    whole.bot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert whole.session.selection == (span("Ankara", 1),)
    whole.settle()
    assert not whole.window.actions_table["find_next"].isEnabled()


def test_themes_change_everything_at_once(whole: Whole) -> None:
    for name, dark in (("dark", True), ("light", False), ("contrast", False)):
        whole.do(f"theme_{name}")
        assert Settings().theme == name
        assert whole.app.themes.current.name == name
        if name != "contrast":
            assert whole.app.themes.current.dark is dark
    whole.do("theme_auto")


def test_panels_go_and_come_back(whole: Whole) -> None:
    docks = whole.window.docks
    whole.do("toggle_timeline")
    assert docks["timeline"].isHidden()
    whole.do("reader_alone")
    assert all(d.isHidden() for d in docks.values())
    whole.do("reader_alone")
    assert [name for name, d in docks.items() if d.isHidden()] == ["timeline"]


def test_another_annotator_sees_an_empty_page(whole: Whole) -> None:
    whole.tag("Astana", "g")
    whole.session.set_annotator("grace")
    whole.settle()
    assert whole.labels() == []
    assert whole.window.annotator_box.currentText() == "grace"
    whole.window.annotator_box.activated.emit(whole.window.annotator_box.findText("ada"))
    assert whole.labels() == [("GPE", "Astana")]


def test_the_context_menu_offers_what_can_be_done_here(whole: Whole) -> None:
    whole.tag("Astana", "g")
    whole.window.pane.menu_wanted.emit(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert whole.window.actions_table["delete"] in menu.actions()
    menu.close()


def test_the_inspectors_properties_button_opens_the_properties(whole: Whole, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "dateline.gui.dialogs.properties.PropertiesDialog.open", lambda self: opened.append(self.windowTitle())
    )
    whole.window.inspector.article_card.button.click()
    assert len(opened) == 1


def test_while_a_job_runs_nothing_that_edits_is_offered(whole: Whole) -> None:
    whole.session.locked = True
    whole.settle()
    assert not whole.window.actions_table["import_articles"].isEnabled()
    whole.session.locked = False
    whole.settle()
    assert whole.window.actions_table["import_articles"].isEnabled()


def test_every_enabled_action_has_something_that_answers(whole: Whole) -> None:
    dead = [
        spec.id
        for spec, action in whole.window.actions_table.items()
        if not action.receivers("2triggered(bool)") + action.receivers("2toggled(bool)") and spec.when != When.PENDING
    ]
    assert dead == []


@pytest.mark.parametrize(("name", "action", "begin"), [
    ("t.png", "timeline_picture", b"\x89PNG"), ("t.svg", "timeline_picture", b"<?xml"),
    ("t.html", "timeline_page", b"<!doctype html>"),
])  # fmt: skip
def test_the_timeline_is_saved(
    whole: Whole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, action: str, begin: bytes
) -> None:
    dated_event(whole)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / name), ""))
    whole.do(action)
    whole.bot.waitUntil(lambda: name in whole.said(), timeout=10_000)
    assert (tmp_path / name).read_bytes().startswith(begin)


def test_the_menu_knows_how_the_timeline_is_grouped(whole: Whole) -> None:
    whole.timeline.set_group("place")
    assert whole.window.actions_table["timeline_group_place"].isChecked()
    whole.do("timeline_group_actor")
    assert whole.timeline.group == "participant"
    assert Settings().timeline_group == "participant"


def test_the_text_is_as_large_as_the_settings_say(whole: Whole) -> None:
    points = whole.app.settings.reader_size
    reader = whole.window.pane.reader
    assert reader._setting.pixels == pytest.approx(points * reader.logicalDpiY() / 72, abs=0.6)


def test_what_was_set_is_there_at_the_next_start(qapp: QApplication, whole: Whole, path: Path) -> None:
    whole.do("next_article")
    whole.do("toggle_inspector")
    whole.do("theme_dark")
    whole.close()
    again = Whole(qapp, whole.bot, None)
    assert again.page.article.title == "Later"
    assert again.window.docks["inspector"].isHidden()
    assert not again.window.actions_table["toggle_inspector"].isChecked()
    assert again.app.themes.current.dark
    again.close()


def test_a_project_for_reading_offers_nothing_that_edits(whole: Whole, path: Path) -> None:
    mention = whole.tag("Thursday", "d")
    whole.session.close_project()
    assert whole.app.files.open_path(path, readonly=True)
    whole.settle()
    enabled = [s.id for s, a in whole.window.actions_table.items() if s.edits and a.isEnabled()]
    assert enabled == []
    whole.session.select_mention(mention.id)
    whole.settle()
    inspector = whole.window.inspector
    assert not inspector.mention_card.label.isEnabled()
    assert not inspector.mention_card.delete_button.isEnabled()
    assert not inspector.time_card.field.isEnabled()
    assert inspector.note.isReadOnly()
    whole.click("Astana")
    whole.keys("g")
    assert whole.labels() == [("DATE", "Thursday")]
    assert "reading only" in whole.said()
    assert not whole.window.findChildren(ProblemDialog)


def test_a_project_file_that_vanished_is_told_and_nothing_is_lost(whole: Whole, path: Path) -> None:
    gone = path.with_suffix(".away")
    path.rename(gone)
    whole.click("Astana")
    whole.keys("g")
    [dialog] = whole.window.findChildren(ProblemDialog)
    assert "no longer" in dialog.report
    dialog.close()
    assert whole.labels() == []
    gone.rename(path)
    whole.keys("g")
    assert whole.labels() == [("GPE", "Astana")]


def test_whoever_leaves_the_window_to_copy_the_file_copies_all_the_work(
    whole: Whole, path: Path, tmp_path: Path
) -> None:
    """A copy is made of the file alone, without the log beside it in which SQLite keeps what was written last."""
    tagged = whole.tag("met", "vc")
    without = Path(shutil.copy(path, tmp_path / "without.dateline"))
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    copied = Path(shutil.copy(path, tmp_path / "copied.dateline"))
    with Project.open(without) as copy:
        assert not copy.annotations.records(Kind.MENTION, [tagged.id]), "the test must have something to bring over"
    with Project.open(copied) as copy:
        assert [m.id for m in copy.annotations.records(Kind.MENTION, [tagged.id])] == [tagged.id]


def test_closing_while_a_job_runs_stops_it_first(whole: Whole) -> None:
    ended: list[str] = []

    def work(progress: Progress) -> None:
        while True:
            progress.step(0, None, "…")

    task: Task = whole.app.tasks.start("Counting", work)
    task.cancelled.connect(lambda: ended.append("cancelled"))
    whole.close()
    whole.settle()
    assert ended == ["cancelled"]


def test_the_command_palette_and_the_key_sheet_come_up(whole: Whole) -> None:
    whole.do("command_palette")
    palette = whole.app.overlays.palette
    assert palette.isVisible()
    palette.hide()
    whole.do("shortcuts")
    sheet = whole.app.overlays._sheet
    assert sheet is not None
    assert sheet.isVisible()
    sheet.close()


def test_with_its_window_nothing_of_a_program_goes_on(whole: Whole) -> None:
    going = [whole.window.destroyed, whole.app.destroyed, whole.app.collector.destroyed]
    with whole.bot.waitSignals(going):
        whole.end()


def test_without_a_project_the_welcome_screen_stands(qapp: QApplication, qtbot: QtBot) -> None:
    whole = Whole(qapp, qtbot, None)
    assert whole.window.windowTitle() == "Dateline"
    assert whole.window.welcome.isVisible()
    assert whole.window.annotator_box.isHidden()
    assert isinstance(whole.window.actions_table["new_project"], QAction)
    assert not whole.window.actions_table["import_articles"].isEnabled()
    whole.close()


def test_an_empty_project_says_how_articles_come_in_until_there_are_some(
    qapp: QApplication, whole: Whole, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = whole.window
    Project.create(tmp_path / "empty.dateline", whole.session.schema).close()
    assert whole.session.open_project(tmp_path / "empty.dateline")
    whole.settle()
    shown = window.nothing_yet
    assert shown.isVisible()
    assert not window.pane.isVisible()
    asked: list[bool] = []
    window.actions_table["import_articles"].triggered.connect(lambda *_: asked.append(True))
    monkeypatch.setattr("dateline.gui.dialogs.import_dialog.ImportDialog.open", lambda _: None)
    whole.bot.mouseClick(shown.offer, Qt.MouseButton.LeftButton)
    assert asked
    assert whole.session.open_project(path)
    whole.settle()
    assert window.pane.isVisible()
    whole.session.close_project()
    assert whole.session.open_project(tmp_path / "empty.dateline", readonly=True)
    whole.settle()
    assert shown.isVisible()
    assert not shown.offer.isVisible()


def test_the_order_of_the_list_is_remembered(whole: Whole) -> None:
    from dateline.gui.articles.order import Order

    whole.window.articles._orders[Order.NEWEST].trigger()
    assert Settings().article_order == "newest"
    rows = [s.name for s in whole.window.articles.list.summaries()]
    assert rows == ["Later", "Talks"]
    whole.verbs.step_article(-1)
    assert whole.page.article.title == "Later"


def test_a_date_is_typed_for_an_event_until_it_can_be_read(whole: Whole, monkeypatch: pytest.MonkeyPatch) -> None:
    event = whole.tag("met", "vc").id
    whole.bot.waitUntil(lambda: event in whole.window.feed.marks)
    asked: list[tuple[str, str]] = []
    answers = iter(["5/4/2018", "May 2018"])

    def ask(_parent: object, _title: str, question: str, text: str = "") -> str | None:
        asked.append((question, text))
        return next(answers)

    monkeypatch.setattr("dateline.gui.dialogs.ask.ask_line", ask)
    whole.timeline.date_asked.emit(event)
    whole.bot.waitUntil(lambda: any(m.when for m in whole.window.feed.marks.values()))
    assert [text for _, text in asked] == ["", "5/4/2018"]
    assert asked[1][0] != asked[0][0]
    monkeypatch.setattr("dateline.gui.dialogs.ask.ask_line", lambda *_: "Thursday")
    (mark,) = whole.window.feed.marks
    whole.timeline.date_asked.emit(mark)  # counted from the day on which the article appeared
    whole.bot.waitUntil(lambda: "2018-04-19" in whole.said() or "19 Apr 2018" in whole.said())
    monkeypatch.setattr("dateline.gui.dialogs.ask.ask_line", lambda *_: None)
    whole.timeline.date_asked.emit(next(iter(whole.window.feed.marks)))
    whole.timeline.date_asked.emit("gone")


def test_panels_yield_before_the_text_does_and_get_their_room_back(
    whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, articles = whole.window, whole.window.docks["articles"]
    inspector = window.docks["inspector"]
    before = articles.width(), inspector.width()
    window.resize(1000, 750)
    whole.bot.waitUntil(lambda: window.pane.width() >= 500)
    assert articles.width() < before[0]
    assert inspector.width() < before[1]
    buttons = [b for b in window.articles.findChildren(QToolButton) if b.text() in ("All", "To do", "Done", "Skipped")]
    assert len(buttons) == 4
    for button in buttons:
        assert button.width() >= button.sizeHint().width()  # no name is cut
        assert button.parentWidget().rect().contains(button.geometry())
    assert len({button.y() for button in buttons}) == 1  # in one line
    window.resize(1480, 940)
    whole.bot.waitUntil(lambda: (articles.width(), inspector.width()) == before)
    with monkeypatch.context() as hand:  # as a hand on the edge does
        hand.setattr(QGuiApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
        window.resizeDocks([articles], [240], Qt.Orientation.Horizontal)
        whole.bot.waitUntil(lambda: articles.width() == 240)
    window.resize(1000, 750)
    whole.bot.waitUntil(lambda: window.pane.width() >= 500)
    window.resize(1480, 940)
    whole.bot.waitUntil(lambda: (articles.width(), inspector.width()) == (240, before[1]))


def test_panels_are_as_wide_as_before_after_a_start_in_a_small_window(
    qapp: QApplication, whole: Whole, path: Path
) -> None:
    def sizes(one: Whole) -> tuple[int, int, int]:
        docks = one.window.docks
        return docks["articles"].width(), docks["inspector"].width(), docks["timeline"].height()

    before, config = sizes(whole), Path(whole.window.settings.store.fileName()).parent
    whole.close()
    for size in ((800, 500), (1480, 940)):
        again = Whole(qapp, whole.bot, path)
        assert Path(again.window.settings.store.fileName()).parent == config
        again.window.resize(*size)
        again.settle()
        again.bot.wait(700)  # until the sizes are written
        found = sizes(again)
        again.close()
        assert (found == before) is (size == (1480, 940)), (size, found)


@pytest.mark.parametrize("size", [(800, 460), (800, 500), (1000, 600)])
def test_in_a_small_window_every_panel_has_the_room_it_needs(whole: Whole, size: tuple[int, int]) -> None:
    window = whole.window
    window.inspector.article_card.facts.setText(f"2018-04-19 · 000_{'0123456789' * 8}.txt")
    window.resize(*size)
    whole.settle()
    for name in ("articles", "timeline"):
        held = window.docks[name].widget()
        assert held.height() >= held.minimumSizeHint().height(), name
    assert window.pane.height() >= 150
    (bar,) = (b for b in window.findChildren(QTabBar) if b.parent() is window and b.isVisible())
    assert bar.width() >= bar.sizeHint().width(), "no tab is cut"
    button, view = window.inspector.article_card.button, window.inspector.viewport()
    assert button.width() >= button.sizeHint().width()
    assert view.rect().contains(button.rect().translated(button.mapTo(view, QPoint(0, 0)))), "nor is the button"


def _hidden_at_the_next_start(whole: Whole) -> set[str]:
    """Ask what is written in the settings' file now, as another process would find it."""
    file = Path(whole.window.settings.store.fileName())
    bare = QMainWindow()
    for dock in whole.window.docks.values():
        other = QDockWidget(bare)
        other.setObjectName(dock.objectName())
        bare.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, other)
    bare.restoreState(Settings(file.parent).window_state)
    return {d.objectName().removeprefix("dock-") for d in bare.findChildren(QDockWidget) if d.isHidden()}


def test_a_panel_that_was_closed_is_closed_after_a_sudden_end(whole: Whole) -> None:
    whole.window.docks["timeline"].hide()
    whole.bot.waitUntil(lambda: _hidden_at_the_next_start(whole) == {"timeline"}, timeout=4000)
    whole.do("reader_alone")  # that is a look, and no wish for the next start
    whole.bot.wait(700)
    assert _hidden_at_the_next_start(whole) == {"timeline"}


def test_the_hint_of_a_button_does_not_hide_what_was_said(whole: Whole) -> None:
    window = whole.window
    window.session.message.emit("Merge talks into visit")
    for tip in ("", "Merge the chosen things", ""):  # the pointer rests on the button that was clicked, and leaves it
        QApplication.sendEvent(window, QStatusTipEvent(tip))
        assert window.status_line.isVisible()
        assert window.status_line.shown == "Merge talks into visit"
    window.status_line.clear()
    QApplication.sendEvent(window, QStatusTipEvent("Merge the chosen things"))
    assert window.status_line.shown == "Merge the chosen things"
