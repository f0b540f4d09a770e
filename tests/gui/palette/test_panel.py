"""The palette lists what the schema has, asks for what is clicked, and shows what is held or begun."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage
from pytestqt.qtbot import QtBot

from dateline.gui.palette.delegate import ROW, is_elided
from dateline.gui.palette.panel import PalettePanel
from dateline.gui.palette.rows import best, rows
from dateline.gui.theme import theme
from dateline.gui.widgets.guideline import emphasised, guideline_html
from dateline.model.annotation import Layer
from dateline.model.schema import LabelType, Role, Schema

LONG = "Commission of inquiry into the conduct of the electoral authorities"
SCHEMA = Schema(
    types=(
        LabelType("1", Layer.ENTITY, "PERSON", "Person", key="p", description="A *named* individual"),
        LabelType("2", Layer.ENTITY, "GPE", "Country or city", key="g"),
        LabelType("3", Layer.ENTITY, "BODY", LONG, key="b"),
        LabelType("4", Layer.TIME, "DATE", "Date", key="d"),
        LabelType("5", Layer.EVENT, "CONSULT", "Consult", key="v c", description="Talks of countries"),
        LabelType("6", Layer.EVENT, "AGREE", "Agree", key="v a"),
    )
)


def names(sought: str = "") -> list[str]:
    return [row.label.name if row.label else row.layer.value for row in rows(SCHEMA, sought, {})]


def test_rows_stand_under_their_layer() -> None:
    assert names() == ["entity", "PERSON", "GPE", "BODY", "time", "DATE", "event", "CONSULT", "AGREE"]


def test_the_head_of_a_layer_has_its_sum_even_when_filtered() -> None:
    found = rows(SCHEMA, "gpe", {"PERSON": 2, "GPE": 3, "DATE": 5})
    assert [(r.layer, r.count) for r in found] == [(Layer.ENTITY, 5), (Layer.ENTITY, 3)]


@pytest.mark.parametrize(
    ("sought", "expected"),
    [
        ("PERS", ["entity", "PERSON"]),
        ("city", ["entity", "GPE"]),
        ("talks", ["event", "CONSULT"]),
        ("tal", []),
        ("nothing", []),
        ("or c", ["entity", "GPE", "BODY"]),
    ],
)
def test_filter(sought: str, expected: list[str]) -> None:
    assert names(sought) == expected


def test_enter_means_a_name_that_begins_so_before_one_that_only_holds_it() -> None:
    assert best(rows(SCHEMA, "co", {}), "co") == "GPE"
    assert best(rows(SCHEMA, "con", {}), "con") == "CONSULT"
    assert best([], "x") is None
    assert best(rows(SCHEMA, "", {}), "") is None
    assert best(rows(SCHEMA, " ", {}), " ") is None


def test_guidelines_are_escaped_and_stars_are_italics() -> None:
    assert emphasised("a <b> *word one* 2 * 3 * 4\nline") == "a &lt;b&gt; <i>word one</i> 2 * 3 * 4<br>line"
    label = LabelType("x", Layer.EVENT, "A<B", roles=(Role("Agent", required=True), Role("Place")))
    html = guideline_html(label)
    assert "A&lt;B" in html
    assert "<b>Agent</b>, Place" in html


@pytest.fixture
def panel(qtbot: QtBot) -> PalettePanel:
    made = PalettePanel(theme("light"), SCHEMA)
    qtbot.addWidget(made)
    made.resize(220, 520)
    made.show()
    return made


def place(panel: PalettePanel, name: str) -> QRect:
    model = panel._list.model()
    for i in range(model.rowCount()):
        row = model.index(i, 0).data(ROW)
        if row.label and row.label.name == name:
            return panel._list.visualRect(model.index(i, 0))
    raise AssertionError(name)


def test_a_click_asks_for_the_label(panel: PalettePanel, qtbot: QtBot) -> None:
    asked: list[tuple[str, bool]] = []
    panel.label_requested.connect(lambda n, e: asked.append((n, e)))
    view = panel._list.viewport()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(panel, "GPE").center())
    qtbot.mouseClick(
        view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, pos=place(panel, "DATE").center()
    )
    assert asked == [("GPE", False), ("DATE", True)]


def test_a_press_that_ends_on_another_label_or_a_head_asks_for_nothing(panel: PalettePanel, qtbot: QtBot) -> None:
    asked: list[str] = []
    panel.label_requested.connect(lambda n, e: asked.append(n))
    view = panel._list.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=place(panel, "GPE").center())
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place(panel, "DATE").center())
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(60, 5))
    qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=place(panel, "GPE").center())
    assert asked == []


def test_a_double_click_arms(panel: PalettePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.arm_requested) as blocker:
        qtbot.mouseDClick(panel._list.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, "AGREE").center())
    assert blocker.args == ["AGREE"]


def test_it_leaves_the_focus_where_it_is(panel: PalettePanel) -> None:
    assert panel._list.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_enter_in_the_filter_asks_and_goes_back(panel: PalettePanel, qtbot: QtBot) -> None:
    said: list[object] = []
    panel.label_requested.connect(lambda n, e: said.append((n, e)))
    panel.left.connect(lambda: said.append("left"))
    qtbot.keyClicks(panel.filter, "country")
    qtbot.keyClick(panel.filter, Qt.Key.Key_Return)
    assert said == ["left", ("GPE", False)]
    assert panel.filter.text() == ""
    qtbot.keyClicks(panel.filter, "zzz")
    qtbot.keyClick(panel.filter, Qt.Key.Key_Return)
    assert panel._none.isVisible()
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert said[2:] == ["left"]
    assert not panel._none.isVisible()


def ink_of(panel: PalettePanel, name: str) -> int:
    """How far a row stands out from the page: the sum of its darkness."""
    box = place(panel, name).adjusted(60, 2, -60, -2)
    image = panel._list.viewport().grab(box).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(255 - image.pixelColor(x, y).value() for x in range(image.width()) for y in range(image.height()))


def test_a_first_stroke_dims_what_it_does_not_lead_to(panel: PalettePanel) -> None:
    before = {name: ink_of(panel, name) for name in ("GPE", "CONSULT")}
    panel.set_prefix("v")
    assert "V" in panel._state.text()
    assert panel._state.isVisible()
    assert ink_of(panel, "GPE") < before["GPE"] * 0.6
    assert ink_of(panel, "CONSULT") == pytest.approx(before["CONSULT"], rel=0.05)
    panel.set_prefix("")
    assert not panel._state.isVisible()
    assert ink_of(panel, "GPE") == before["GPE"]


def test_the_line_on_top_names_the_armed_label(panel: PalettePanel) -> None:
    panel.set_armed("GPE")
    assert "Country or city" in panel._state.text()
    panel.set_armed("")
    assert not panel._state.isVisible()


def test_the_guideline_is_that_of_the_pointer_then_of_the_selection(panel: PalettePanel, qtbot: QtBot) -> None:
    panel.set_selected("CONSULT")
    assert "Talks of countries" in panel._guide.text()
    hovered: list[str] = []
    panel.label_hovered.connect(hovered.append)
    qtbot.mouseMove(panel._list.viewport(), place(panel, "PERSON").center())
    qtbot.waitUntil(lambda: hovered == ["PERSON"])
    assert "<i>named</i>" in panel._guide.text()


def test_a_small_panel_keeps_its_room_for_labels(panel: PalettePanel) -> None:
    assert panel._guide.isVisible()
    panel.resize(220, 300)
    assert not panel._guide.isVisible()


def test_a_long_name_is_elided_and_told_in_the_tooltip(panel: PalettePanel) -> None:
    font = QFont(panel._list.font())
    label = SCHEMA.by_name["BODY"]
    assert is_elided(label, 3, 220, font)
    assert not is_elided(SCHEMA.by_name["DATE"], 3, 220, font)
    assert QFontMetrics(font).horizontalAdvance(label.shown) > 220
    index = panel._list.indexAt(place(panel, "BODY").center())
    assert LONG in index.data(Qt.ItemDataRole.ToolTipRole)


def test_counts_change_without_moving_the_view(panel: PalettePanel, qtbot: QtBot) -> None:
    panel.resize(220, 200)
    bar = panel._list.verticalScrollBar()
    bar.setValue(bar.maximum())
    kept = bar.value()
    assert kept > 0
    panel.set_counts({"AGREE": 3})
    assert bar.value() == kept
    index = panel._list.indexAt(place(panel, "AGREE").center())
    assert index.data(ROW).count == 3


def test_an_empty_schema_and_a_new_one(panel: PalettePanel) -> None:
    panel.set_schema(Schema())
    assert panel._list.model().rowCount() == 0
    panel.set_theme(theme("dark"))
    panel.set_schema(SCHEMA)
    assert panel._list.model().rowCount() == 9
    assert QPointF(place(panel, "GPE").center()).y() > 0
