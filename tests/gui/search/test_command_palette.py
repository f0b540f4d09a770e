"""Few letters find the right command; the overlay is driven by keys and gives the focus back."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.actions import Actions, When
from dateline.gui.search.command_palette import LIMIT, Command, CommandPalette, Provider, action_commands, rank
from dateline.gui.search.fuzzy import fit
from dateline.gui.theme import theme
from dateline.model.text import fold


@pytest.mark.parametrize(
    ("sought", "title", "at"),
    [
        ("cp", "Command palette", (0, 8)),
        ("cav", "Mevlüt Çavuşoğlu", (7, 8, 9)),
        ("istanbul", "İSTANBUL", tuple(range(8))),
        ("dark th", "Theme: dark", (0, 1, 7, 8, 9, 10)),
        ("xpor", "Export", (1, 2, 3, 4)),
        ("strasse", "Straße", tuple(range(6))),
        ("", "anything", ()),
    ],
)
def test_letters_that_fit(sought: str, title: str, at: tuple[int, ...]) -> None:
    found = fit(sought, title)
    assert found is not None
    assert found.at == at


@pytest.mark.parametrize(("sought", "title"), [("xx", "Fox"), ("co", "Office or title"), ("undoo", "Undo"), ("a", "")])
def test_letters_that_do_not(sought: str, title: str) -> None:
    assert fit(sought, title) is None


@given(st.text(max_size=30), st.text(alphabet=string.ascii_letters + " çİıß", max_size=8))
def test_marked_characters_are_in_the_title_and_in_order(title: str, sought: str) -> None:
    found = fit(sought, title)
    if found:
        assert list(found.at) == sorted(set(found.at))
        assert all(0 <= i < len(title) for i in found.at)


@given(st.text(alphabet=st.characters(categories=("L",)), min_size=1, max_size=12))
def test_a_title_fits_itself(title: str) -> None:
    if fold(title).strip():
        assert fit(title, title) is not None


def command(title: str, also: str = "", done: list[str] | None = None) -> Command:
    return Command(title, title, "", "Test", lambda: done.append(title) if done is not None else None, also)


def titles(sought: str, commands: list[Command], recent: tuple[str, ...] = ()) -> list[str]:
    return [hit.command.title for hit in rank(commands, sought, recent)]


def test_ranking() -> None:
    commands = [command(t) for t in ("Save as web page export", "Reexport", "Export picture", "Export")]
    assert titles("exp", commands) == ["Export", "Export picture", "Save as web page export", "Reexport"]


def test_other_words_are_found_after_titles_and_only_from_their_beginnings() -> None:
    commands = [command("Tag as Person", "PERSON named individual"), command("Individual")]
    assert titles("indi", commands) == ["Individual", "Tag as Person"]
    assert titles("ndiv", commands) == ["Individual"]


def test_what_was_used_lately_comes_first() -> None:
    commands = [command(t) for t in ("Alpha", "Beta", "Gamma")]
    assert titles("", commands, ("Gamma", "Beta")) == ["Gamma", "Beta", "Alpha"]
    assert titles("a", [command("Apple"), command("Angle")], ("Angle",)) == ["Angle", "Apple"]


def test_rows_are_limited() -> None:
    assert len(rank([command(f"n{i}") for i in range(500)], "n")) == LIMIT


class Stage:
    """A window with a field that has the focus, and the palette over it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.done: list[str] = []
        self.window = QWidget()
        self.field = QLineEdit()
        QHBoxLayout(self.window).addWidget(self.field)
        qtbot.addWidget(self.window)
        self.window.resize(900, 600)
        self.window.show()
        self.window.activateWindow()
        self.field.setFocus()
        provider: Provider = lambda _: [command(t, "", self.done) for t in ("Undo", "Redo", "Find in article")]  # noqa: E731
        self.palette = CommandPalette(self.window, theme("light"), [provider])
        self.bot = qtbot

    def type(self, text: str) -> None:
        self.bot.keyClicks(self.palette._field, text)

    def press(self, key: Qt.Key) -> None:
        self.bot.keyClick(self.palette._field, key)

    def current(self) -> str:
        return str(self.palette._list.currentIndex().data())


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot)


def test_type_and_enter(stage: Stage) -> None:
    stage.palette.popup()
    assert stage.palette._field.hasFocus()
    stage.type("redo")
    stage.press(Qt.Key.Key_Return)
    assert stage.done == ["Redo"]
    assert not stage.palette.isVisible()
    assert stage.field.hasFocus()
    stage.palette.popup()
    assert stage.current() == "Redo", "what was used lately is offered first"


def test_arrows_go_round(stage: Stage) -> None:
    stage.palette.popup()
    assert stage.current() == "Undo"
    stage.press(Qt.Key.Key_Up)
    assert stage.current() == "Find in article"
    stage.press(Qt.Key.Key_Down)
    stage.press(Qt.Key.Key_Tab)
    assert stage.current() == "Redo"
    stage.press(Qt.Key.Key_PageDown)
    assert stage.current() == "Find in article"


def test_escape_gives_the_focus_back(stage: Stage) -> None:
    stage.palette.popup("und")
    stage.press(Qt.Key.Key_Escape)
    assert stage.done == []
    assert stage.field.hasFocus()


def test_nothing_found_and_enter_does_nothing(stage: Stage) -> None:
    stage.palette.popup()
    stage.type("zzz")
    assert stage.palette._none.isVisible()
    stage.press(Qt.Key.Key_Return)
    assert stage.palette.isVisible()
    assert stage.done == []


def test_a_click_runs(stage: Stage) -> None:
    stage.palette.popup()
    view = stage.palette._list
    box = view.visualRect(view.model().index(1, 0))
    stage.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert stage.done == ["Redo"]


def test_losing_the_focus_puts_it_away_without_taking_it_back(stage: Stage) -> None:
    stage.palette.popup()
    other = QLineEdit(stage.window)
    other.show()
    other.setFocus()
    assert not stage.palette.isVisible()
    assert other.hasFocus()


def test_it_stays_inside_a_small_window_and_paints(stage: Stage) -> None:
    stage.window.resize(300, 260)
    stage.palette.popup()
    stage.palette.set_theme(theme("dark"))
    stage.palette.grab()
    assert stage.window.rect().contains(stage.palette.geometry())


def test_actions_are_offered_while_they_can_be_done(qtbot: QtBot) -> None:
    actions = Actions()
    provide = action_commands(actions, "Action")
    assert "Undo" not in [c.title for c in provide("")]
    actions.set_state(When.PROJECT | When.UNDO)
    found = {c.id: c for c in provide("")}
    assert found["action:undo"].hint == "Ctrl+Z"
    with qtbot.waitSignal(actions["undo"].triggered):
        found["action:undo"].run()


def test_the_comparison_is_found_by_what_it_shows(qtbot: QtBot) -> None:
    actions = Actions()
    actions["registry_compare"].setEnabled(True)
    found = rank(action_commands(actions, "Action")(""), "side by side", ())
    assert "action:registry_compare" in [hit.command.id for hit in found]
