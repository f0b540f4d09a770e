"""What a screen reader is told: asked in the process, and by a real client over the bus."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from dateline.gui.reader import accessible
from dateline.model.text import Span
from tests.e2e.screen import Screen, missing_tools
from tests.gui.reader.atspi_reader import TEXT as SHOWN
from tests.gui.reader.hand import TEXT, show

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")


@pytest.fixture
def interface(hand) -> accessible.ReaderInterface:
    return accessible.ReaderInterface(hand.reader)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_the_text_has_the_length_of_the_text_of_record(interface):
    text = interface.textInterface()
    assert text.characterCount() == utf16(TEXT)
    said = text.text(0, utf16(TEXT))
    assert said.replace(" \n", "\r\n", 2) == TEXT


@pytest.mark.parametrize("quote", ["Astana", "envoys", "🚨", "there", "Қазақстан"])
def test_caret_and_selection_stand_at_the_word(hand, interface, quote):
    span = hand.made.span(quote)
    hand.reader.set_selection([span])
    text = interface.textInterface()
    assert text.cursorPosition() == utf16(TEXT[: span.begin])
    assert text.selectionCount() == 1
    assert interface.twin().edit.textCursor().selectedText() == quote


def test_an_extended_selection_has_its_caret_at_the_moving_end(hand, interface):
    hand.click("talks")
    hand.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert interface.textInterface().cursorPosition() == hand.made.span("talks in").end
    hand.click("talks")
    hand.key(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert interface.textInterface().cursorPosition() == hand.made.span("that talks").begin


def test_a_screen_reader_can_move_the_caret_and_select(hand, interface):
    text = interface.textInterface()
    text.setCursorPosition(hand.made.span("stana").begin)
    assert hand.words == ["Astana"]
    span = hand.made.span("Foreign Affairs said")
    text.setSelection(0, span.begin, span.end)
    assert hand.words == ["Foreign Affairs said"]


def test_it_follows_to_another_page(hand, interface, schema, make):
    assert interface.textInterface().characterCount() == utf16(TEXT)
    hand.reader.set_page(make("Another text.").page, schema)
    assert interface.textInterface().characterCount() == 13
    hand.reader.set_page(None, schema)
    assert interface.textInterface().characterCount() == 0


def test_it_says_what_it_is(hand, interface):
    assert interface.role() is QAccessible.Role.EditableText
    state = interface.state()
    assert (bool(state.readOnly), bool(state.multiLine), bool(state.focusable)) == (True, True, True)
    assert interface.text(QAccessible.Text.Name) == "Article text"
    assert interface.isValid()
    assert interface.childCount() == 0
    assert interface.rect().size() == hand.reader.size()


def test_type_entity_and_role_of_a_mention_are_said(hand, interface, schema):
    event = hand.made.mention("Meet", "met")
    envoys = hand.made.mention("Person", "envoys")
    hand.made.argument(event, "Partner", envoys)
    show(hand, schema)
    hand.reader.set_namer(lambda mention: "The delegation" if mention.id == envoys else "")
    hand.reader.select_mention(envoys)
    assert hand.reader.spoken() == "Person: envoys = The delegation, Partner of met"
    assert interface.text(QAccessible.Text.Description) == hand.reader.spoken()
    hand.reader.select_mention(event)
    assert hand.reader.spoken() == "Meet: met"
    hand.made.page.mentions[event] = replace(
        hand.made.page.mentions[event], attributes={"modality": "planned", "polarity": "negative"}
    )
    assert hand.reader.spoken() == "Meet: met, planned, negative"


def test_the_types_over_a_word_are_said(hand, schema):
    hand.made.mention("Organization", "United Nations World Food Programme")
    hand.made.mention("Place", "Nations")
    show(hand, schema)
    hand.reader.set_selection([hand.made.span("Nations")])
    assert hand.reader.spoken() == "in Organization, Place"
    hand.reader.set_namer(lambda mention: "UN" if mention.label == "Organization" else "")
    assert hand.reader.spoken() == "in Organization = UN, Place"
    hand.reader.set_selection([hand.made.span("noon")])
    assert hand.reader.spoken() == ""


def test_nothing_is_built_while_nobody_listens(hand, monkeypatch):
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: False))
    monkeypatch.setattr(accessible, "announce", lambda _view: pytest.fail("nobody listens"))
    hand.click("Astana")


# A real client


class Client:
    """Asks over the accessibility bus, as a screen reader does."""

    def __init__(self, variables: dict[str, str], screen: Screen) -> None:
        self.variables, self.screen = variables, screen
        self._bus = ["--session"]
        said = self._call(("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus.GetAddress")
        (self.address,) = re.findall(r"'(.*)'", said)
        self._bus = ["--address", self.address]

    def _call(self, at: tuple[str, str], method: str, *values: object) -> str:
        place = ["--dest", at[0], "--object-path", at[1]]
        command = ["gdbus", "call", *self._bus, *place, "--method", method, *map(str, values)]
        done = subprocess.run(command, env=self.variables, capture_output=True, text=True, timeout=20, check=False)
        return done.stdout

    def ask(self, at: tuple[str, str], method: str, *values: object) -> str:
        return self._call(at, f"org.a11y.atspi.{method}", *values)

    def get(self, at: tuple[str, str], interface: str, name: str) -> str:
        return self._call(at, "org.freedesktop.DBus.Properties.Get", f"org.a11y.atspi.{interface}", name)

    def children(self, at: tuple[str, str]) -> list[tuple[str, str]]:
        return re.findall(r"\('([^']+)', (?:objectpath )?'([^']+)'\)", self.ask(at, "Accessible.GetChildren"))

    def find(self, at: tuple[str, str], name: str) -> tuple[str, str] | None:
        if f"'{name}'" in self.get(at, "Accessible", "Name"):
            return at
        return next((found for c in self.children(at) if (found := self.find(c, name))), None)

    def reader(self) -> tuple[str, str]:
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        end = time.monotonic() + 20
        while not (reader := self.find(root, "Article text")):
            assert time.monotonic() < end, "the reader did not come to the accessibility bus"
            time.sleep(0.2)
        return reader


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    lacking = [*missing_tools(), *(n for n in ("dbus-daemon", "gdbus") if shutil.which(n) is None)]
    if lacking or not LAUNCHER.exists():
        pytest.skip(f"an accessibility bus needs {', '.join([*lacking, str(LAUNCHER)])}")
    with Screen(tmp_path) as screen:
        variables = screen.variables(tmp_path) | {
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_RUNTIME_DIR": str(tmp_path),
            "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        }
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"],
            env=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        assert bus.stdout is not None
        variables["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        window = subprocess.Popen([sys.executable, "-m", "tests.gui.reader.atspi_reader"], env=variables)
        try:
            yield Client(variables, screen)
        finally:
            for process in (window, bus):
                process.terminate()
                process.wait(10)
            bus.stdout.close()


@pytest.mark.e2e
def test_a_real_client_reads_text_caret_words_lines_and_selection(client):
    reader = client.reader()
    begin = utf16(SHOWN[: SHOWN.index("Astana")])
    assert client.get(reader, "Text", "CharacterCount") == f"(<{utf16(SHOWN)}>,)\n"
    assert client.get(reader, "Text", "CaretOffset") == f"(<{begin}>,)\n"
    assert client.ask(reader, "Text.GetText", 0, 10) == "('The envoys',)\n"
    assert client.ask(reader, "Text.GetSelection", 0) == f"({begin}, {begin + 6})\n"
    assert "Astana" in client.ask(reader, "Text.GetStringAtOffset", begin + 1, 1)
    assert "A second line is here." in client.ask(reader, "Text.GetStringAtOffset", utf16(SHOWN) - 3, 3)
    assert "Place: Astana = Nur-Sultan" in client.get(reader, "Accessible", "Description")
    client.ask(reader, "Text.SetCaretOffset", utf16(SHOWN) - 3)
    assert client.get(reader, "Text", "CaretOffset") == f"(<{utf16(SHOWN) - 5}>,)\n"


@pytest.mark.e2e
def test_a_real_client_hears_where_the_cursor_goes_and_what_stands_over_it(client):
    _, path = client.reader()
    quiet = client.variables | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.gui.reader.atspi_listener", client.address]
    with subprocess.Popen(command, env=quiet, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as ear:
        assert ear.stdout is not None
        assert ear.stdout.readline() == "ready\n"
        client.screen.window("Reader")
        client.screen.keys("Left", "Right")  # off the mention, and onto its word again
        heard = []
        while not heard or heard[-1][0] != "Announcement":
            heard.append(ear.stdout.readline().rstrip("\n").split("\t"))
        ear.terminate()
    mine = [event for event in heard if event[1] == path]
    at_in, at_astana = (str(utf16(SHOWN[: SHOWN.index(w)])) for w in ("in Astana", "Astana"))
    assert [e[3] for e in mine if e[0] == "TextCaretMoved"][-2:] == [at_in, at_astana]
    assert "TextSelectionChanged" in {e[0] for e in mine}
    assert mine[-1][0] == "Announcement"
    assert mine[-1][5] == "in Place = Nur-Sultan"


def test_line_ends_keep_their_length():
    assert accessible.plain_lines("a\r\nb\rc\x0bd\u2028e") == "a \nb\nc\nd\u2028e"
    assert Span(0, 1).of(accessible.plain_lines("🚨")) == "🚨"
