"""The order that texts state: read, drawn, told, and warned of while dragging."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath
from pytestqt.qtbot import QtBot

from dateline.gui.timeline.layout import STRIP
from dateline.gui.timeline.link_drawing import _curve, covers_mark, rows_of, ties, word_box
from dateline.gui.timeline.links import Link, links_from, orders_of, told_order
from dateline.gui.timeline.panel import TimelinePanel
from dateline.gui.timeline.scene import Scene
from dateline.gui.timeline.snapshot import drawn_picture
from dateline.model.annotation import Layer, Relation
from dateline.model.calendar import from_iso
from dateline.model.schema import LabelType, Schema
from dateline.model.temporal import Order
from tests.gui.timeline.conftest import MARKS, PUBLICATIONS, SCHEMA, day, mark, point_of

BEFORE = Link("visit", "deal", "BEFORE", Order.BEFORE)
AFTER = Link("talks", "visit", "AFTER", Order.AFTER)
WITHIN = Link("visit", "talks", "IS_INCLUDED", Order.TOGETHER)
UNDATED = Link("visit", "target", "BEFORE", Order.BEFORE)
SAID = Schema("s", types=(*SCHEMA.types, LabelType("r", Layer.RELATION, "BEFORE", "comes before")))


def relation(source: str, target: str, label: str) -> Relation:
    return Relation(f"{source}{target}{label}", "a", "n", label, source, target)


def test_only_temporal_relations_between_two_marks_are_links_and_once() -> None:
    mark_of = {"e1": "visit", "e2": "deal", "e3": "visit"}
    found = links_from(
        [
            relation("e1", "e2", "BEFORE"),
            relation("e3", "e2", "BEFORE"),
            relation("e1", "e3", "BEFORE"),
            relation("e1", "e2", "HOLDS"),
            relation("e1", "gone", "BEFORE"),
        ],
        mark_of,
    )
    assert found == [BEFORE]


def test_ties_lead_from_the_earlier_and_know_what_the_dates_exclude() -> None:
    scene = Scene(MARKS)
    made = ties([BEFORE, AFTER, WITHIN, UNDATED], scene)
    at = scene.index
    assert [(t.first, t.second, t.broken) for t in made] == [
        (at["visit"], at["deal"], False),
        (at["visit"], at["talks"], False),
        (at["visit"], at["talks"], True),
    ]


def test_orders_are_told_from_either_side() -> None:
    scene = Scene(MARKS)
    (told,) = orders_of([BEFORE], "deal", day("2018-01-01"), scene.told)
    assert told == (BEFORE, "Title of visit", True)
    assert told_order(BEFORE, "deal", "Visit", SAID) == "“Visit” comes before"
    assert told_order(BEFORE, "visit", "Deal", SAID) == "comes before “Deal”"
    assert list(orders_of([BEFORE], "talks", day("2018-01-01"), scene.told)) == []
    (undated,) = orders_of([UNDATED], "visit", day("2018-01-01"), scene.told)
    assert undated == (UNDATED, "Title of target", False)


def test_rows_of_finds_each_mark_in_its_first_row(panel: TimelinePanel) -> None:
    layout = panel.plot.picture().layout
    marks = list(panel.plot.scene_marks.index.values())
    found = rows_of(layout, marks)
    assert found == {m: layout.row_of(m) for m in marks}
    assert rows_of(layout, []) == {}


def test_the_button_is_there_when_there_is_an_order_and_draws_it(panel: TimelinePanel) -> None:
    assert not panel.tools.order.isVisibleTo(panel)
    panel.set_links((BEFORE, AFTER))
    assert panel.tools.order.isVisibleTo(panel)
    assert panel.plot.picture().ties == ()
    before = panel.plot.grab().toImage()
    panel.toggle("order")
    assert len(panel.plot.picture().ties) == 2
    assert panel.plot.grab().toImage() != before
    panel.update_marks([mark("visit", day("2018-12-01"))])
    assert any(t.broken for t in panel.plot.picture().ties)


def test_the_word_of_a_line_covers_no_diamond_and_what_lasts_only_if_it_must(panel: TimelinePanel) -> None:
    days = [mark(f"d{i}", day("2018-06-01"), "AGREE") for i in range(6)]
    panel.set_marks([*days, mark("long", day("2018-04-01", 120), "AID")], (), SCHEMA)
    panel.plot.grab()
    picture = panel.plot.picture()
    box = panel.plot.mark_box(panel.plot.scene_marks.index["d3"])
    bar = panel.plot.mark_box(panel.plot.scene_marks.index["long"])
    assert box
    assert bar
    assert covers_mark(picture, box)
    assert covers_mark(picture, bar)
    assert not covers_mark(picture, bar, long=False)
    assert not covers_mark(picture, box.translated(40, 0))
    down = QPainterPath(QPointF(box.center().x(), STRIP + 5))
    down.lineTo(box.center().x(), STRIP + picture.lanes_height)
    found = word_box(picture, down, 50.0, [])
    assert found
    assert not covers_mark(picture, found, long=False)
    along = QPainterPath(QPointF(bar.left() + 60, bar.center().y()))
    along.lineTo(bar.right() - 60, bar.center().y())
    assert word_box(picture, along, 50.0, []), "there is nowhere else"
    assert word_box(picture, along, 50.0, [QRectF(0, 0, 2000, 2000)]) is None


def test_dragging_against_the_order_says_so_while_it_is_dragged(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.set_links((BEFORE,))
    view, begin = panel.plot.viewport(), point_of(panel, "visit")
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=begin)
    for way in (10, 100):
        qtbot.mouseMove(view, begin + QPoint(way, 0))
    assert panel.plot.warning == ""
    qtbot.mouseMove(view, begin + QPoint(500, 0))
    assert panel.plot.warning == "contradicts: BEFORE “Title of deal”"
    panel.plot.grab()
    with qtbot.waitSignal(panel.date_proposed):
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=begin + QPoint(500, 0))
    assert panel.plot.warning == ""


def test_the_card_tells_the_order_and_what_is_wrong_with_it(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.set_links((BEFORE, WITHIN))
    qtbot.mouseMove(panel.plot.viewport(), point_of(panel, "visit"))
    qtbot.waitUntil(panel.card.isVisible)
    assert "BEFORE “Title of deal”" in panel.card.text
    assert "<b>!</b> IS_INCLUDED “Title of talks”" in panel.card.text


@pytest.mark.parametrize("count", [300])
def test_many_links_are_drawn(make_panel: Callable[[], TimelinePanel], count: int) -> None:
    """In one row, in one column, far apart: every kind of curve."""
    rng = np.random.default_rng(3)
    begin = from_iso("2018-01-01")
    panel = make_panel()
    days = rng.integers(0, 200, count)
    panel.set_marks([mark(f"m{i}", day("2018-01-01")) for i in range(3)], PUBLICATIONS, SCHEMA)
    marks = [
        mark(f"m{i}", day(f"2018-{1 + d // 28:02d}-{1 + d % 28:02d}"), ("CONSULT", "AGREE", "AID")[i % 3])
        for i, d in enumerate(days.tolist())
    ]
    panel.set_marks(marks, PUBLICATIONS, SCHEMA)
    panel.set_links(tuple(Link(f"m{i}", f"m{i + 1}", "BEFORE", Order.BEFORE) for i in range(count - 1)))
    panel.toggle("order")
    panel.set_visible_range(begin, begin + 200 * 86_400)
    panel.select("m5")
    panel.grab()
    assert len(panel.plot.picture().ties) == count - 1


def test_the_order_that_is_seen_is_in_the_picture(panel: TimelinePanel) -> None:
    panel.set_links((BEFORE, AFTER))
    without = drawn_picture(panel, vector=False)
    panel.toggle("order")
    assert drawn_picture(panel, vector=False) != without


def test_a_line_between_two_events_that_are_not_seen_does_not_pass_through(panel: TimelinePanel) -> None:
    panel.set_links((Link("visit", "deal", "BEFORE", Order.BEFORE),))
    panel.set_visible_range(from_iso("2018-05-10"), from_iso("2018-05-20"))
    before = panel.plot.grab().toImage()
    panel.toggle("order")
    assert panel.plot.grab().toImage() == before
    panel.set_visible_range(from_iso("2018-04-01"), from_iso("2018-05-20"))
    seen = panel.plot.grab().toImage()
    panel.toggle("order")
    assert panel.plot.grab().toImage() != seen


@pytest.mark.parametrize(("y", "bows_up"), [(STRIP + 4, False), (STRIP + 9, False), (STRIP + 60, True)])
def test_an_arc_between_marks_of_one_row_stays_below_the_strip(y: float, *, bows_up: bool) -> None:
    for across in (40.0, 900.0, -300.0):
        box = _curve(QPointF(500, y), QPointF(500 + across, y)).boundingRect()
        assert box.top() >= STRIP
        assert (box.top() < y - 2) is bows_up
        assert (box.bottom() > y + 2) is not bows_up
