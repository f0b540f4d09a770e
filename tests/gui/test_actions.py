"""The table of actions keeps its rules, and what is made from it does what the row says."""

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from dateline import assets
from dateline.gui.actions import MENUS, TABLE, Actions, ActionSpec, Scope, When, by_topic, reserved_keys, shown_keys
from dateline.gui.icons import Icons
from dateline.gui.theme import theme

EVERYTHING = When(0)
for _flag in When:
    if _flag is not When.READ_ONLY:
        EVERYTHING |= _flag

rows = pytest.mark.parametrize("spec", TABLE, ids=lambda s: s.id)


def test_ids_are_unique() -> None:
    assert [i for i, n in Counter(s.id for s in TABLE).items() if n > 1] == []


def test_no_key_means_two_things_in_one_place() -> None:
    """A key of the window is taken everywhere; two panels may each use the same key."""
    for scope in set(Scope) - {Scope.WINDOW}:
        here = [(key, s.id) for s in TABLE if s.scope in (Scope.WINDOW, scope) for key in s.keys]
        counts = Counter(QKeySequence(key).toString() for key, _ in here)
        assert [key for key, n in counts.items() if n > 1] == [], scope


@rows
def test_a_row_is_complete(spec: ActionSpec) -> None:
    assert spec.text.strip() == spec.text != ""
    assert not spec.menu or (spec.triggered and spec.menu in MENUS)
    assert spec.triggered or spec.keys or spec.gesture, "a row for the sheet says how it is done"
    assert spec.triggered is True or not spec.icon
    assert not spec.description.endswith(".")
    if spec.icon:
        assert assets.resources("icons", f"{spec.icon}.svg").is_file()


@rows
def test_keys_are_ones_qt_knows(spec: ActionSpec) -> None:
    for key in spec.keys:
        sequence = QKeySequence(key)
        assert sequence.count() == 1
        assert sequence[0].key() != Qt.Key.Key_unknown
        assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == key


@rows
def test_plain_keys_belong_to_a_panel(spec: ActionSpec) -> None:
    """A letter or digit without Ctrl or Alt would be lost to whoever types in a field."""
    if spec.scope is Scope.WINDOW:
        assert all(len(key) > 1 for key in spec.keys)


def test_mnemonics_do_not_collide_in_a_menu() -> None:
    def letters(texts: list[str]) -> list[str]:
        return [t[t.index("&") + 1].lower() for t in texts if "&" in t]

    bars = [title for path, title in MENUS.items() if "/" not in path]
    groups = {menu: [s.text for s in TABLE if s.menu == menu] for menu in MENUS}
    for path, title in MENUS.items():
        if "/" in path:
            groups[path.rpartition("/")[0]].append(title)
    for name, texts in {"bar": bars, **groups}.items():
        twice = [letter for letter, n in Counter(letters(texts)).items() if n > 1]
        assert twice == [], (name, twice)


def test_sections_of_a_menu_are_not_torn_apart() -> None:
    for menu in MENUS:
        sections = [s.section for s in TABLE if s.menu == menu]
        changes = [b for a, b in pairwise(["", *sections]) if a != b]
        assert len(changes) == len(set(changes)), menu


def test_what_the_design_promises_is_in_the_table() -> None:
    keys = {s.id: s.keys for s in TABLE}
    promised = {
        "undo": "Ctrl+Z", "redo": "Ctrl+Shift+Z", "command_palette": "Ctrl+K", "shortcuts": "F1", "link": "=",
        "link_search": "Ctrl+=", "negative": "0", "done_next": "Ctrl+Return", "next_suggestion": "Tab",
        "previous_suggestion": "Shift+Tab", "accept": "Return", "delete": "Del", "reader_alone": "F11",
        "timeline_fit": "F", "time_1": "1", "granularity_4": "Alt+4", "edge_end": "Alt+Shift+Left",
    }  # fmt: skip
    assert {i: key for i, key in promised.items() if key not in keys.get(i, ())} == {}


def test_reserved_keys_are_those_no_label_may_have() -> None:
    assert set(reserved_keys()) == {"0", "="}
    assert reserved_keys()["="] == "Link as proposed"


def test_plain_keys_of_the_reader(actions: Actions) -> None:
    found = actions.plain_keys(Scope.READER)
    assert set(found) == {"0", "=", "1", "2", "3", "4"}
    assert found["0"] is actions["negative"]


def test_topics_keep_every_row() -> None:
    assert sum(len(specs) for specs in by_topic().values()) == len(TABLE)


def test_shown_keys_names_keys_then_gesture() -> None:
    by_id = {s.id: s for s in TABLE}
    assert shown_keys(by_id["redo"]) == "Ctrl+Shift+Z  Ctrl+Y"
    assert shown_keys(by_id["select_exact"]) == "Alt+drag"


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    return Actions(Icons(theme("light")))


def test_nothing_open_leaves_only_what_needs_nothing(actions: Actions) -> None:
    enabled = {spec.id for spec, action in actions.items() if action.isEnabled()}
    assert {"open_project", "new_project", "quit", "shortcuts", "theme_dark"} <= enabled
    assert enabled.isdisjoint({"import_articles", "undo", "delete", "done_next", "timeline_fit"})


def test_one_condition_of_several_is_enough(actions: Actions) -> None:
    actions.set_state(When.PROJECT | When.ARTICLE | When.SUGGESTION)
    assert actions["delete"].isEnabled()
    assert actions["accept"].isEnabled()
    assert not actions["unlink"].isEnabled()


def test_a_read_only_project_can_be_read_but_not_edited(actions: Actions) -> None:
    actions.set_state(EVERYTHING)
    assert all(action.isEnabled() for _, action in actions.items())
    actions.set_state(EVERYTHING | When.READ_ONLY)
    assert {spec.id for spec, action in actions.items() if not action.isEnabled()} == {
        s.id for s in TABLE if s.edits and s.triggered
    }


def test_every_row_with_a_menu_is_in_that_menu_once(actions: Actions, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = actions.fill(window.menuBar())
    assert list(menus["view/theme"].actions()) == [actions[f"theme_{n}"] for n in ("auto", "light", "dark", "contrast")]
    for path in MENUS:
        names = [a.objectName() for a in menus[path].actions() if a.objectName()]
        assert names == [s.id for s in TABLE if s.menu == path]
        items = menus[path].actions()
        assert not items or not (items[0].isSeparator() or items[-1].isSeparator())
    assert menus["file/recent"].isEmpty()


def test_themes_exclude_each_other(actions: Actions) -> None:
    actions.choose("theme", "theme_dark")
    assert actions["theme_dark"].isChecked()
    actions.choose("theme", "theme_light")
    assert not actions["theme_dark"].isChecked()


def test_keys_of_a_panel_fire_only_in_it(actions: Actions, qtbot: QtBot) -> None:
    window, reader, field = QMainWindow(), QWidget(), QLineEdit()
    box = QWidget()
    window.setCentralWidget(box)
    for child in (reader, field):
        child.setParent(box)
    reader.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    QLineEdit(reader).setObjectName("card")
    qtbot.addWidget(window)
    actions.fill(window.menuBar())
    actions.attach_window(window)
    actions.attach(Scope.READER, reader)
    actions.set_state(EVERYTHING)
    fired: list[str] = []
    for spec, action in actions.items():
        action.triggered.connect(lambda _=False, name=spec.id: fired.append(name))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    reader.setFocus()
    qtbot.keyClick(reader, Qt.Key.Key_0)
    qtbot.keyClick(reader, Qt.Key.Key_Tab)
    qtbot.keyClick(reader, Qt.Key.Key_Backspace)
    qtbot.keyClick(reader, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert fired == ["negative", "next_suggestion", "delete", "command_palette"]
    for typed_in in (field, reader.findChild(QLineEdit, "card")):
        fired.clear()
        typed_in.setFocus()
        qtbot.keyClicks(typed_in, "0=")
        qtbot.keyClick(typed_in, Qt.Key.Key_Return)
        qtbot.keyClick(typed_in, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        assert typed_in.text() == "0="
        assert "negative" not in fired
        assert "accept" not in fired
