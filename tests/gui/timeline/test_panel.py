"""The timeline in the hand: click, drag, brush, wheel, keys, drops, lists, empty."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QWheelEvent
from pytestqt.qtbot import QtBot

from dateline.gui.theme import theme
from dateline.gui.timeline.drawing import AXIS, LOW_AXIS, lit_articles
from dateline.gui.timeline.layout import FREE, STRIP
from dateline.gui.timeline.lists import shared
from dateline.gui.timeline.marks import Publication, TimelineMark
from dateline.gui.timeline.mouse import MARK_MIME
from dateline.gui.timeline.panel import TimelinePanel
from dateline.model.calendar import DAY, from_iso
from dateline.model.when import Granularity, When
from tests.gui.timeline.conftest import MARKS, NOW, PUBLICATIONS, SCHEMA, day, mark, point_of

_LEFT = Qt.MouseButton.LeftButton
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NO = Qt.KeyboardModifier.NoModifier


def drag(qtbot: QtBot, panel: TimelinePanel, start: QPoint, by: int, modifier: Qt.KeyboardModifier = _NO) -> None:
    view = panel.plot.viewport()
    qtbot.mousePress(view, _LEFT, modifier, start)
    for step in (2, by // 2, by):
        qtbot.mouseMove(view, start + QPoint(step, 0))
    qtbot.mouseRelease(view, _LEFT, modifier, start + QPoint(by, 0))


def per_pixel(panel: TimelinePanel) -> float:
    return panel.plot.time_scale.per_pixel


def free_ground(panel: TimelinePanel) -> QPoint:
    return panel.plot.from_box(300, panel.plot.picture().height - 12).toPoint()


def wheel(panel: TimelinePanel, at: QPoint, turn: QPoint, modifiers: Qt.KeyboardModifier = _NO) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(panel.plot.viewport().mapToGlobal(at)),
        QPoint(),
        turn,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    panel.plot.wheelEvent(event)


def test_click_activates_and_selects(panel: TimelinePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.mark_activated) as caught:
        qtbot.mouseClick(panel.plot.viewport(), _LEFT, pos=point_of(panel, "visit"))
    assert caught.args == ["visit"]
    assert panel.selected == "visit"
    qtbot.mouseClick(panel.plot.viewport(), _LEFT, pos=free_ground(panel))
    assert panel.selected is None


def test_a_label_is_part_of_its_mark(panel: TimelinePanel, qtbot: QtBot) -> None:
    index = panel.plot.scene_marks.index["deal"]
    rect = next(r for r, i in panel.plot.picture().labels_at if i == index)
    at = panel.plot.from_box(rect.center().x(), rect.center().y()).toPoint()
    with qtbot.waitSignal(panel.mark_activated) as caught:
        qtbot.mouseClick(panel.plot.viewport(), _LEFT, pos=at)
    assert caught.args == ["deal"]


def test_dragging_a_mark_proposes_a_date_once_on_release(panel: TimelinePanel, qtbot: QtBot) -> None:
    proposals: list[tuple[str, When]] = []
    panel.date_proposed.connect(lambda i, w: proposals.append((i, w)))
    days = 20
    drag(qtbot, panel, point_of(panel, "visit"), round(days * DAY / per_pixel(panel)))
    assert proposals == [("visit", day("2018-05-09"))]
    assert panel.plot.ghost is None
    assert panel.plot.scene_marks.shape.begin[panel.plot.scene_marks.index["visit"]] == from_iso("2018-04-19")


def test_dragging_an_end_stretches(panel: TimelinePanel, qtbot: QtBot) -> None:
    box = panel.plot.mark_box(panel.plot.scene_marks.index["talks"])
    assert box is not None
    end = panel.plot.from_box(box.right() - 1, box.center().y()).toPoint()
    with qtbot.waitSignal(panel.date_proposed) as caught:
        drag(qtbot, panel, end, round(10 * DAY / per_pixel(panel)))
    name, when = caught.args
    assert name == "talks"
    assert when.begin == from_iso("2018-06-14")
    assert abs(when.end - from_iso("2018-07-24")) <= 2 * DAY


def test_the_solid_part_of_a_soft_bar_moves_it_and_the_soft_part_stretches_it(
    panel: TimelinePanel, qtbot: QtBot
) -> None:
    may = When(from_iso("2018-05-01"), from_iso("2018-06-01"), Granularity.MONTH)
    panel.update_marks([mark("may", may, "AID")])
    panel.grab()
    month = round(31 * DAY / per_pixel(panel))
    with qtbot.waitSignal(panel.date_proposed) as caught:
        drag(qtbot, panel, point_of(panel, "may"), month)
    assert caught.args[1] == When(from_iso("2018-06-01"), from_iso("2018-07-01"), Granularity.MONTH)
    soft = QPoint(round(month * 0.42), 0)
    with qtbot.waitSignal(panel.date_proposed) as caught:
        drag(qtbot, panel, point_of(panel, "may") + soft, month)
    assert caught.args[1] == When(from_iso("2018-05-01"), from_iso("2018-07-01"), Granularity.MONTH)


def test_a_label_drags_its_mark(panel: TimelinePanel, qtbot: QtBot) -> None:
    index = panel.plot.scene_marks.index["talks"]
    rect = next(r for r, i in panel.plot._labels_at if i == index)
    at = panel.plot.from_box(rect.center().x(), rect.center().y()).toPoint()
    with qtbot.waitSignal(panel.date_proposed) as caught:
        drag(qtbot, panel, at, round(10 * DAY / per_pixel(panel)))
    assert caught.args[1] == day("2018-06-24", 30)


def test_a_drag_that_comes_to_nothing_proposes_nothing(panel: TimelinePanel, qtbot: QtBot) -> None:
    proposals: list[str] = []
    panel.date_proposed.connect(lambda i, _: proposals.append(i))
    view, start = panel.plot.viewport(), point_of(panel, "visit")
    qtbot.mousePress(view, _LEFT, pos=start)
    qtbot.mouseMove(view, start + QPoint(60, 0))
    qtbot.keyClick(panel.plot, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view, _LEFT, pos=start + QPoint(60, 0))
    drag(qtbot, panel, start, 6)
    qtbot.mousePress(view, _LEFT, pos=start)
    qtbot.mouseMove(view, start + QPoint(60, 0))
    qtbot.mouseMove(view, start)
    qtbot.mouseRelease(view, _LEFT, pos=start)
    assert [p for p in proposals if p] in ([], ["visit"])
    assert len(proposals) <= 1


def test_dragging_the_ground_pans(panel: TimelinePanel, qtbot: QtBot) -> None:
    begin, end = panel.visible_range()
    drag(qtbot, panel, free_ground(panel), -100)
    moved = panel.visible_range()
    assert moved[0] - begin == pytest.approx(100 * per_pixel(panel), rel=0.02)
    assert moved[1] - moved[0] == pytest.approx(end - begin)


def test_shift_drag_brushes_and_escape_clears(panel: TimelinePanel, qtbot: QtBot) -> None:
    brushed: list[object] = []
    panel.range_brushed.connect(brushed.append)
    start = free_ground(panel)
    drag(qtbot, panel, start, 200, _SHIFT)
    begin, end = brushed[0]  # type: ignore[misc]
    assert begin == pytest.approx(panel.plot.time_scale.moment(300), abs=2 * per_pixel(panel))
    assert end - begin == pytest.approx(200 * per_pixel(panel), rel=0.02)
    edge = panel.plot.from_box(panel.plot.time_scale.x(end), 200).toPoint()
    edge.setY(start.y())
    drag(qtbot, panel, edge, -100)
    assert brushed[1][1] - brushed[1][0] == pytest.approx(100 * per_pixel(panel), rel=0.04)  # type: ignore[index]
    qtbot.keyClick(panel.plot, Qt.Key.Key_Escape)
    assert brushed[2:] == [None]
    assert panel.plot.brush is None


def test_wheel_zooms_about_the_pointer(panel: TimelinePanel) -> None:
    at = panel.plot.from_box(250, 100).toPoint()
    held, span = panel.plot.time_scale.moment(250), per_pixel(panel)
    wheel(panel, at, QPoint(0, 120))
    assert per_pixel(panel) == pytest.approx(span * 0.8)
    assert panel.plot.time_scale.moment(250) == pytest.approx(held, abs=2 * span)


def test_wheel_sideways_moves_in_time(panel: TimelinePanel) -> None:
    begin, span = panel.visible_range()[0], per_pixel(panel)
    wheel(panel, panel.plot.from_box(250, 100).toPoint(), QPoint(-120, 0))
    assert panel.visible_range()[0] > begin
    wheel(panel, panel.plot.from_box(250, 100).toPoint(), QPoint(0, 120), _SHIFT)
    assert panel.visible_range()[0] == pytest.approx(begin)
    assert per_pixel(panel) == pytest.approx(span)


def test_zoom_keeps_within_minutes_and_millennia(panel: TimelinePanel) -> None:
    for _ in range(120):
        panel.plot.zoom(0.5, from_iso("2018-04-19T12:00"))
    begin, end = panel.visible_range()
    assert 500 <= end - begin <= 700
    for _ in range(120):
        panel.plot.zoom(2)
    begin, end = panel.visible_range()
    assert end - begin <= 12_001 * 366 * DAY


def test_keys_step_zoom_fit_and_activate(panel: TimelinePanel, qtbot: QtBot) -> None:
    plot = panel.plot
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert panel.selected == "base"
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert panel.selected == "talks"
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert panel.selected == "visit"
    for _ in range(2):  # the first may lead to another row of the same lane
        if panel.selected != "deal":
            qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert panel.selected == "deal"
    with qtbot.waitSignal(panel.mark_activated) as caught:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert caught.args == ["deal"]
    span = per_pixel(panel)
    qtbot.keyClicks(plot, "+")
    assert per_pixel(panel) < span
    qtbot.keyClicks(plot, "--")
    assert per_pixel(panel) > span
    qtbot.keyClicks(plot, "f")
    begin, end = panel.visible_range()
    assert begin < from_iso("2018-01-01")
    assert end > from_iso("2019-01-01")
    qtbot.keyClick(plot, Qt.Key.Key_End)
    assert panel.selected == "deal"
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert panel.selected is None


def test_ctrl_and_an_arrow_move_the_date_by_its_own_unit(panel: TimelinePanel, qtbot: QtBot) -> None:
    proposals: list[tuple[str, When]] = []
    panel.date_proposed.connect(lambda i, w: proposals.append((i, w)))
    panel.plot.shift_date(1)
    assert proposals == []
    for name, key in (("visit", Qt.Key.Key_Right), ("base", Qt.Key.Key_Left)):
        panel.select(name)
        qtbot.keyClick(panel.plot, key, Qt.KeyboardModifier.ControlModifier)
    year = When(from_iso("2017-01-01"), from_iso("2018-01-01"), Granularity.YEAR)
    assert proposals == [("visit", day("2018-04-20")), ("base", year)]
    assert panel.selected == "base"


def test_stepping_far_away_brings_the_mark_into_view(panel: TimelinePanel) -> None:
    panel.set_visible_range(from_iso("1950-01-01"), from_iso("1951-01-01"))
    panel.select("deal")
    begin, end = panel.visible_range()
    assert begin < from_iso("2018-08-01") < end
    assert end - begin == pytest.approx(365 * DAY)


def test_a_mark_on_the_screen_stays_where_it_is(panel: TimelinePanel) -> None:
    panel.fit()
    view = panel.visible_range()
    for name in ("visit", "deal", "base", "talks"):
        panel.select(name)
        assert panel.visible_range() == view
    panel.set_visible_range(from_iso("2018-02-01"), from_iso("2018-07-25"))
    panel.select("deal")
    begin, end = panel.visible_range()
    assert from_iso("2018-08-01") < end < from_iso("2018-09-15")  # no farther than it takes
    assert begin < from_iso("2018-04-19")


def test_another_project_without_events_is_shown_about_now(panel: TimelinePanel) -> None:
    panel.set_visible_range(from_iso("1990-01-01"), from_iso("1991-01-01"))
    panel.update_marks((), [m.id for m in MARKS])
    assert panel.visible_range()[0] == from_iso("1990-01-01")
    panel.forget_view()
    panel.set_marks([], (), SCHEMA)
    begin, end = panel.visible_range()
    assert begin < NOW < end
    panel.update_marks([mark("a", day("2018-04-19"))])
    assert panel.visible_range()[0] > from_iso("2018-04-01")


def test_without_events_the_time_of_the_articles_is_shown(panel: TimelinePanel) -> None:
    first, last = (p.at_seconds for p in PUBLICATIONS)
    panel.forget_view()
    panel.set_marks([mark("a", None)], PUBLICATIONS, SCHEMA)
    begin, end = panel.visible_range()
    assert begin < first < last < end
    assert 365 * DAY < end - begin < 400 * DAY, "not a few days, and not up to today"
    long_ago = Publication("a0", "The fair opens", from_iso("1969-07-21"))
    panel.set_marks([], [*PUBLICATIONS, long_ago], SCHEMA)
    assert panel.visible_range()[0] < from_iso("1969-07-21"), "nobody has chosen the view"
    panel.set_visible_range(from_iso("1990-01-01"), from_iso("1991-01-01"))
    panel.set_marks([], PUBLICATIONS, SCHEMA)
    assert panel.visible_range() == (from_iso("1990-01-01"), from_iso("1991-01-01"))
    panel.fit()
    assert panel.visible_range() == pytest.approx((begin, end))
    panel.update_marks([mark("a", day("2018-04-19"))])
    assert panel.visible_range()[0] > from_iso("2018-04-01"), "the first event is fitted"


def test_select_without_reveal_stays(panel: TimelinePanel) -> None:
    panel.set_visible_range(from_iso("1950-01-01"), from_iso("1951-01-01"))
    panel.select("deal", reveal=False)
    assert panel.visible_range()[0] == from_iso("1950-01-01")
    panel.select("unknown")
    panel.select(None)
    assert panel.selected is None


def test_hover_tells_and_the_card_says_it_all(panel: TimelinePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.mark_hovered) as caught:
        qtbot.mouseMove(panel.plot.viewport(), point_of(panel, "deal"))
    assert caught.args == ["deal"]
    qtbot.waitUntil(panel.card.isVisible)
    for word in ("Title of deal", "1 Aug 2018", "Agree", "Two articles disagree", "1 mention in 1 article"):
        assert word in panel.card.text
    with qtbot.waitSignal(panel.mark_hovered) as caught:
        qtbot.mouseMove(panel.plot.viewport(), free_ground(panel))
    assert caught.args == [None]
    assert not panel.card.isVisible()


def test_the_card_asks_for_the_sentence_only_when_it_shows(panel: TimelinePanel, qtbot: QtBot) -> None:
    asked: list[str] = []

    def sentence_of(held: TimelineMark) -> str:
        asked.append(held.id)
        return "They <met> on Thursday."

    panel.set_sentences(sentence_of)
    assert asked == []
    qtbot.mouseMove(panel.plot.viewport(), point_of(panel, "visit"))
    assert asked == []
    panel._hovering._rest.timeout.emit()  # the pointer rests: on a busy machine other moves come between
    assert panel.card.isVisible()
    assert asked == ["visit"]
    assert "They &lt;met&gt; on Thursday." in panel.card.text


def test_the_strip_links_publications_to_what_they_report(panel: TimelinePanel, qtbot: QtBot) -> None:
    x = panel.plot.time_scale.x(PUBLICATIONS[1].at_seconds)
    at = panel.plot.from_box(x, 11).toPoint()
    qtbot.mouseMove(panel.plot.viewport(), at)
    assert panel.plot.hovered_article == "a2"
    qtbot.waitUntil(panel.card.isVisible)
    assert "A deal at last" in panel.card.text
    assert "reports 2 events" in panel.card.text
    with qtbot.waitSignal(panel.article_activated) as caught:
        qtbot.mouseClick(panel.plot.viewport(), _LEFT, pos=at)
    assert caught.args == ["a2"]


def test_a_publication_pointed_at_is_joined_to_what_it_reports(panel: TimelinePanel, qtbot: QtBot) -> None:
    def reddish() -> set[tuple[int, int]]:
        """Return the pixels of the lanes that have something of the accent; the edges of letters may, too."""
        image = panel.plot.grab().toImage()
        everywhere = ((x, y) for x in range(150, image.width()) for y in range(40, 200))
        return {at for at in everywhere if (c := image.pixelColor(*at)).red() - c.blue() > 40}

    before = reddish()
    x = panel.plot.time_scale.x(PUBLICATIONS[1].at_seconds)
    qtbot.mouseMove(panel.plot.viewport(), panel.plot.from_box(x, 12).toPoint())
    assert panel.plot.hovered_article == "a2"
    assert len(reddish() - before) > 40  # the line keeps out of the label it passes


def test_grouping(panel: TimelinePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.group_changed) as caught:
        panel.set_group("participant")
    assert caught.args == ["participant"]
    assert panel.group == "participant"
    names = [lane.key for lane in panel.plot.picture().layout.lanes]
    assert names == ["Tokayev", "Çavuşoğlu", ""]
    with qtbot.assertNotEmitted(panel.group_changed):
        panel.set_group("participant")
    with pytest.raises(ValueError, match="colour"):
        panel.set_group("colour")


def test_lanes_stand_in_the_order_of_the_schema(panel: TimelinePanel) -> None:
    assert [lane.key for lane in panel.plot.picture().layout.lanes] == ["CONSULT", "AGREE", "AID"]


def test_a_click_on_a_lanes_name_folds_it(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.update_marks([mark(f"x{i}", day("2018-04-19")) for i in range(5)])
    tall = panel.plot.picture().layout.lanes[0].height
    name = panel.plot.from_box(-20, 24 + 10).toPoint()
    qtbot.mouseClick(panel.plot.viewport(), _LEFT, pos=name)
    assert panel.plot.picture().layout.lanes[0].height < tall
    qtbot.mouseClick(panel.plot.viewport(), _LEFT, pos=name)
    assert panel.plot.picture().layout.lanes[0].height == tall


def test_the_undated_are_dragged_in(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.tools.undated.click()
    assert panel.tray.list.rowCount() == 1
    data = panel.tray.list.mimeData([panel.tray.list.index(0)])
    assert bytes(data.data(MARK_MIME).data()) == b"target"
    at = panel.plot.from_box(400, 100)
    moment = panel.plot.time_scale.moment(400)
    event = QDropEvent(at, Qt.DropAction.CopyAction, data, _LEFT, _NO)
    with qtbot.waitSignal(panel.date_proposed) as caught:
        panel.plot.dropEvent(event)
    name, when = caught.args
    assert name == "target"
    assert when.granularity is Granularity.MONTH
    assert when.begin <= moment + per_pixel(panel)
    assert moment - per_pixel(panel) <= when.end


def test_esc_puts_the_tray_away_and_gives_the_keys_to_the_timeline(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.toggle("undated")
    assert panel.tray.isVisible()
    qtbot.keyClick(panel.tray, Qt.Key.Key_Escape)
    assert not panel.tray.isVisible()
    assert not panel.tools.undated.isChecked()
    assert panel.window().focusWidget() is panel.plot


def test_something_else_is_not_taken(panel: TimelinePanel) -> None:
    data = QMimeData()
    data.setText("words")
    assert not data.hasFormat(MARK_MIME)


def test_changes_come_in_one_by_one(panel: TimelinePanel) -> None:
    view = panel.visible_range()
    panel.update_marks([replace(MARKS[0], when=day("2018-09-01")), mark("new", day("2018-02-02"))], ["deal"])
    assert set(panel.plot.scene_marks.index) == {"visit", "talks", "base", "new"}
    shape, index = panel.plot.scene_marks.shape, panel.plot.scene_marks.index
    assert shape.begin[index["visit"]] == from_iso("2018-09-01")
    assert panel.visible_range() == view
    panel.grab()


def test_the_list_says_the_same_in_words(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.select("visit")
    panel.tools.list.setChecked(True)
    model = panel.table.table
    titles = [model.index(r, 1).data() for r in range(model.rowCount())]
    assert titles == [f"Title of {i}" for i in ("base", "visit", "talks", "deal", "target")]
    assert model.index(1, 0).data() == "19 Apr 2018"
    assert model.index(0, 6).data() == "did not happen"
    assert model.index(4, 0).data() == "no date"
    assert panel.table.currentIndex().row() == 1
    with qtbot.waitSignal(panel.mark_activated) as caught:
        panel.table.activated.emit(model.index(3, 0))
    assert caught.args == ["deal"]


def test_the_list_fits_the_panel_until_somebody_drags_a_column(panel: TimelinePanel) -> None:
    panel.tools.list.setChecked(True)
    table = panel.table
    for width in (1000, 640):
        panel.resize(width, 400)
        panel.grab()
        assert table.horizontalScrollBar().maximum() == 0
    table.setColumnWidth(1, 400)
    panel.resize(700, 400)
    panel.grab()
    assert table.columnWidth(1) == 400


def test_the_list_gives_names_the_room_that_other_columns_leave(panel: TimelinePanel) -> None:
    names = ("Recep Tayyip Erdoğan", "Kassym-Jomart Tokayev", "Mevlüt Çavuşoğlu")
    panel.resize(1250, 400)
    panel.set_marks([mark("m", day("2018-04-19"), participants=names), mark("n", day("2018-04-20"))], (), SCHEMA)
    panel.tools.list.setChecked(True)
    panel.grab()
    table, who = panel.table, 3
    assert table.columnWidth(who) >= table.sizeHintForColumn(who)
    assert table.model().index(0, who).data(Qt.ItemDataRole.ToolTipRole) == ", ".join(names)
    panel.resize(700, 400)
    panel.grab()
    assert table.columnWidth(who) > 700 * 0.25
    assert table.columnWidth(2) >= table.sizeHintForColumn(2)  # a type is short: what is long gives way
    assert table.horizontalScrollBar().maximum() == 0


def test_what_is_long_in_the_list_gives_way_to_what_is_short() -> None:
    assert shared([30, 400, 80, 200], 400) == [30, 145, 80, 145]
    assert shared([30, 400], 1000) == [30, 400]
    assert shared([], 100) == []


def test_the_list_offers_nothing_that_is_of_the_lanes(panel: TimelinePanel) -> None:
    tools = panel.tools
    tools.list.setChecked(True)
    assert not any(t.isEnabled() for t in (tools.measures, tools.order, tools.lag, tools.fit))
    assert not panel.can_show("measures")
    panel.toggle("lag")
    assert not tools.lag.isChecked()
    tools.list.setChecked(False)
    assert all(t.isEnabled() for t in (tools.measures, tools.order, tools.lag, tools.fit))
    tools.lag.setChecked(True)
    tools.list.setChecked(True)
    tools.list.setChecked(False)
    assert tools.lag.isEnabled()
    assert not tools.order.isEnabled()  # the lag is back


def test_empty_says_what_to_do(make_panel: Callable[[], TimelinePanel], qtbot: QtBot) -> None:
    panel = make_panel()
    assert panel._empty.isVisible()
    assert "tag an event and give it a time" in panel._empty.text()
    # The words have a ground of their own, no wider than they are: no line of the plot goes through them.
    ground = panel._empty.grab().toImage()
    assert ground.pixelColor(2, 2) == theme("light").page
    assert panel._empty.width() < panel.plot.width() / 2
    panel.plot.resize(120, 300)
    panel._empty.centre()
    assert panel._empty.width() <= 120
    assert panel._empty.height() > 2 * panel._empty.fontMetrics().height()
    panel.fit()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(panel.plot, key)
    panel.set_marks([mark("a", None)], (), SCHEMA)
    assert "Undated" in panel._empty.text()
    assert panel.tools._status.text() == "no dated event · 1 undated"
    panel.set_marks(MARKS, PUBLICATIONS, SCHEMA)
    assert not panel._empty.isVisible()
    begin, end = panel.visible_range()
    assert begin < from_iso("2018-01-01")
    assert end > from_iso("2019-01-01")
    panel.set_marks([], (), SCHEMA)
    assert panel._empty.isVisible()
    panel.grab()


def test_what_comes_later_is_in_view_until_somebody_chooses_a_view(
    make_panel: Callable[[], TimelinePanel], qtbot: QtBot
) -> None:
    panel = make_panel()
    panel.update_marks([mark("a", day("2018-04-19"))])
    panel.resize(panel.width() - 120, panel.height())
    panel.update_marks([mark("b", day("1991-12-16"))])
    begin, end = panel.visible_range()
    assert begin < from_iso("1991-12-16")
    assert end > from_iso("2018-04-20")
    panel.select("b")  # moves the view a little, since its mark stands near the edge
    panel.update_marks([mark("e", day("1989-11-09"))])
    begin, end = panel.visible_range()
    assert begin < from_iso("1989-11-09")
    assert end > from_iso("2018-04-20")
    panel.zoom(0.5)
    chosen = panel.visible_range()
    panel.update_marks([mark("c", day("1936-07-20"))])
    assert panel.visible_range() == chosen
    panel.fit()
    panel.update_marks([mark("d", day("1923-10-29"))])
    assert panel.visible_range()[0] < from_iso("1923-10-29")


def test_the_dark_theme(panel: TimelinePanel) -> None:
    dark = theme("dark")
    panel.set_theme(dark)
    image = panel.plot.grab().toImage()
    assert image.pixelColor(image.width() - 20, image.height() - 60).lightnessF() < 0.2


def test_lanes_scroll_when_there_are_many(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.set_marks([mark(f"m{i}", day("2018-04-19"), f"T{i:02}") for i in range(40)], (), SCHEMA)
    qtbot.waitUntil(panel._scroll_bar.isVisible)
    panel._scroll_bar.setValue(100)
    assert panel.plot.lane_scroll == 100
    panel.select("m39")
    assert panel.plot.lane_scroll == pytest.approx(panel.plot.most_scroll - FREE, abs=10)
    panel.select("m0")
    assert panel.plot.lane_scroll == 0


def test_a_selected_happening_shows_all_its_articles_where_they_appeared(panel: TimelinePanel) -> None:
    def lit(article: int) -> int:
        """Count the pixels of a publication's sheet and the line from it that have something of the accent."""
        x = panel.plot.time_scale.x(PUBLICATIONS[article].at_seconds)
        at, image = panel.plot.from_box(x, 0), panel.plot.grab().toImage()
        found = (image.pixelColor(round(at.x()) + dx, round(at.y()) + y) for dx in range(-6, 7) for y in range(36))
        return sum(c.red() - c.blue() > 40 for c in found)

    panel.select(None)
    dark = lit(0), lit(1)
    panel.select("talks")
    assert lit_articles(panel.plot.picture()) == {"a1", "a2"}
    both = lit(0), lit(1)
    assert both[0] > dark[0] + 20
    assert both[1] > dark[1] + 20
    panel.select("deal")
    assert lit_articles(panel.plot.picture()) == {"a2"}
    assert lit(0) < both[0]
    assert lit(1) > dark[1] + 20


def test_a_lanes_name_stays_whole_and_in_view_while_the_lane_is_scrolled(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.set_marks([mark(f"m{i}", day("2018-04-19")) for i in range(40)], (), SCHEMA)
    qtbot.waitUntil(lambda: panel.plot.most_scroll > 300)
    colour = panel.plot.ink.colour("CONSULT")

    def name_rows() -> list[int]:
        """Return the heights at which something of the name is, right of the lane's own edge."""
        image = panel.plot.grab().toImage()
        wide = round(panel.plot._names.width()) - 24

        def of_name(x: int, y: int) -> bool:
            there = image.pixelColor(x, y)
            away = (there.red() - colour.red(), there.green() - colour.green(), there.blue() - colour.blue())
            return max(map(abs, away)) < 50

        return [y for y in range(round(STRIP), image.height() - 40) if any(of_name(x, y) for x in range(10, wide))]

    panel.plot.scroll_to(0)
    tall = len(name_rows())
    assert tall >= 7
    for share in (0.2, 0.5, 0.9, 1.0):
        panel.plot.scroll_to(panel.plot.most_scroll * share)
        assert len(name_rows()) == pytest.approx(tall, abs=1)


@pytest.mark.parametrize("wide", [240, 500, 1000, 1400])
def test_the_axis_has_room_for_its_years_however_wide_it_becomes(qtbot: QtBot, wide: int) -> None:
    panel = TimelinePanel(theme("light"), now=lambda: from_iso("2026-11-28"))
    qtbot.addWidget(panel)
    panel.resize(90, 300)
    panel.set_marks((), (), SCHEMA)
    panel.show()
    panel.resize(wide, 300)
    plot = panel.plot
    shown = plot._ticks_of(plot.time_scale)
    qtbot.waitUntil(lambda: round(plot._axis.height()) == int(AXIS if shown.context else LOW_AXIS))
    assert shown.context or wide < 500


@pytest.fixture
def crowded(panel: TimelinePanel) -> TimelinePanel:
    """Many rows in a first lane that become few when zoomed in, and some in a second."""
    first = [mark(f"m{i}", day(f"2018-0{3 + i // 28}-{1 + i % 28:02}"), "CONSULT") for i in range(40)]
    second = [mark(f"n{i}", day(f"2018-04-{10 + i}"), "AGREE") for i in range(6)]
    third = [mark(f"o{i}", day("2018-04-14", 600), f"T{i:02}") for i in range(20)]
    panel.set_marks([*first, *second, *third], (), SCHEMA)
    panel.set_visible_range(from_iso("2010-01-01"), from_iso("2021-01-01"))
    assert panel.plot.most_scroll > 300
    return panel


def test_zooming_with_keys_leaves_the_selected_event_at_its_height(crowded: TimelinePanel, qtbot: QtBot) -> None:
    crowded.select("n3")
    plot = crowded.plot

    def height() -> float:
        box = plot.mark_box(plot.scene_marks.index["n3"])
        assert box is not None
        return box.top()

    plot.scroll_to(plot.lane_scroll + height() - STRIP - 20)
    before, scrolled = height(), plot.lane_scroll
    assert before == pytest.approx(STRIP + 20, abs=1)
    for _ in range(12):
        qtbot.keyClick(plot, Qt.Key.Key_Plus)
        assert height() == pytest.approx(before, abs=1)
    assert plot.lane_scroll < scrolled - 100, "the lane above has fewer rows now"


def test_zooming_with_the_wheel_leaves_the_lane_under_the_pointer(crowded: TimelinePanel) -> None:
    plot = crowded.plot
    plot.scroll_to(next(lane.top for lane in plot.picture().layout.lanes if lane.key == "AGREE") - 60)

    def lane_at(y: float) -> str:
        lane = plot.picture().layout.lane_at(y - STRIP + plot.lane_scroll)
        return lane.key if lane else ""

    box = plot.to_box(QPointF(500, STRIP + 20))
    while lane_at(box.y()) != "AGREE":
        plot.scroll_to(plot.lane_scroll + 4)
    for _ in range(6):
        wheel(crowded, plot.from_box(box.x(), box.y()).toPoint(), QPoint(0, 120))
        assert lane_at(box.y()) == "AGREE"


def test_where_a_day_is_a_few_pixels_wide_a_drag_keeps_the_clock(panel: TimelinePanel, qtbot: QtBot) -> None:
    half_past = When(from_iso("2018-04-19T10:30"), from_iso("2018-04-19T10:31"), Granularity.MINUTE)
    panel.update_marks([mark("clock", half_past, "AID")])
    panel.grab()
    with qtbot.waitSignal(panel.date_proposed) as caught:
        drag(qtbot, panel, point_of(panel, "clock"), round(20.3 * DAY / per_pixel(panel)))
    name, when = caught.args
    assert (name, when.granularity) == ("clock", Granularity.MINUTE)
    assert abs(when.begin - from_iso("2018-05-09T10:30")) in (0, DAY)
    assert when.end - when.begin == 60
