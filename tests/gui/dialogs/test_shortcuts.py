"""The F1 sheet says everything the table and the schema have, and finds it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from dateline.gui.actions import TABLE
from dateline.gui.dialogs.shortcuts import SheetRow, ShortcutSheet, caps, matches, sheet_sections
from dateline.gui.theme import theme
from dateline.gui.widgets.labels import KeyCap
from dateline.model.annotation import Layer
from dateline.model.schema import Attribute, LabelType, Role, Schema

SCHEMA = Schema(
    types=(
        LabelType("1", Layer.ENTITY, "PERSON", "Person", key="p"),
        LabelType("2", Layer.ENTITY, "ORG", "Body"),
        LabelType("3", Layer.EVENT, "CONSULT", "Consult", key="v c", roles=(Role("Agent", key="b"), Role("Topic"))),
        LabelType(
            "4",
            Layer.EVENT,
            "AGREE",
            key="v a",
            roles=(Role("Agent", key="b"),),
            attributes=(Attribute("mood", key="j"),),
        ),
    )
)


def rows() -> dict[str, list[SheetRow]]:
    return {section.title: list(section.rows) for section in sheet_sections(SCHEMA)}


def test_every_row_that_is_done_by_key_or_mouse_is_on_the_sheet_once() -> None:
    named = [row.text for title, found in rows().items() if "Labels" not in title for row in found]
    for spec in TABLE:
        if spec.keys or spec.gesture:
            assert named.count(spec.text.replace("&", "").rstrip("…")) >= 1, spec.id
    assert len(named) == sum(1 for s in TABLE if s.keys or s.gesture) + 2


def test_the_labels_of_the_project_are_there_by_layer() -> None:
    found = rows()
    assert [(r.text, r.keys) for r in found["Labels: entities"]] == [("Person", ("p",))]
    assert [(r.text, r.keys) for r in found["Labels: events"]] == [("Consult", ("v c",)), ("AGREE", ("v a",))]
    assert "Labels: times" not in found
    assert [r.text for r in found["While an event is selected: roles"]] == ["Agent"]
    assert [r.text for r in found["While an annotation is selected: attributes"]] == ["mood"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("Ctrl+Shift+Z", "Ctrl Shift Z"),
        ("Ctrl++", "Ctrl +"),
        ("Ctrl+-", "Ctrl -"),
        ("=", "="),
        ("F1", "F1"),
        ("Del", "Del"),
    ],
)
def test_caps(key: str, expected: str) -> None:
    assert caps(key) == expected


@pytest.mark.parametrize(
    ("sought", "found"),
    [("undo", True), ("ctrl+z", True), ("CTRL Z", True), ("restart", True), ("project", True), ("ctrl+y", False)],
)
def test_search(sought: str, found: bool) -> None:
    row = SheetRow("Undo", ("Ctrl Z",), "", "Also after a restart")
    assert matches(row, "Project", sought) is found


@pytest.fixture
def sheet(qtbot: QtBot) -> ShortcutSheet:
    made = ShortcutSheet(SCHEMA, theme("light"))
    qtbot.addWidget(made)
    made.show()
    return made


def shown(sheet: ShortcutSheet) -> set[str]:
    return {label.text() for label in sheet.findChildren(QLabel) if label.isVisible()}


def test_typing_leaves_what_matches(sheet: ShortcutSheet, qtbot: QtBot) -> None:
    assert {"Undo", "Person", "Project"} <= shown(sheet)
    qtbot.keyClicks(sheet.search, "ctrl+k")
    assert "Command palette" in shown(sheet)
    assert shown(sheet).isdisjoint({"Undo", "Person", "Project"})
    sheet.search.setText("no such thing")
    assert "Nothing here has that key or name." in shown(sheet)
    qtbot.keyClick(sheet.search, Qt.Key.Key_Escape)
    assert "Undo" in shown(sheet)
    qtbot.keyClick(sheet.search, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_another_schema_and_theme(sheet: ShortcutSheet) -> None:
    sheet.set_schema(Schema(types=(LabelType("9", Layer.TIME, "DATE", "Datum", key="d"),)))
    assert "Datum" in shown(sheet)
    assert "Person" not in shown(sheet)
    sheet.set_theme(theme("dark"))
    assert all(cap._theme.dark for cap in sheet.findChildren(KeyCap) if cap.isVisible())


def test_gestures_leave_room_for_what_they_do(sheet: ShortcutSheet) -> None:
    gestures = {row.gesture for section in sheet_sections(SCHEMA) for row in section.rows if row.gesture}
    shown = [label for label in sheet.findChildren(QLabel) if label.text() in gestures]
    assert len(shown) >= len(gestures)
    for label in shown:
        row = label.parentWidget()
        assert row
        assert label.width() < row.width() * 0.42, label.text()
        assert label.height() >= label.heightForWidth(label.width())
