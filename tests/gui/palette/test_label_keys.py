"""What is typed in the reader asks for the right label, on any layout, and nothing else does."""

import string

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui import layouts
from dateline.gui.palette import label_keys
from dateline.gui.palette.label_keys import LabelKeys
from dateline.model.annotation import Layer
from dateline.model.schema import Attribute, LabelType, Role, Schema

SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier

LABELS = {"PERSON": "p", "ITEM": "i", "LOC": "l", "MONEY": "1", "CONSULT": "v c", "VISIT": "v v", "AID": "x a"}
SCHEMA = Schema(types=tuple(LabelType(n, Layer.ENTITY, n, key=k) for n, k in LABELS.items()))


class Heard:
    """LabelKeys over a widget, a clock, and everything it said."""

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.said: list[tuple[object, ...]] = []
        self.now = 100.0
        monkeypatch.setattr(label_keys, "monotonic", lambda: self.now)
        self.keys = LabelKeys()
        self.keys.set_schema(SCHEMA)
        for name in (
            "label_requested",
            "armed",
            "prefix_changed",
            "role_key",
            "attribute_key",
            "attribute_back",
            "unknown_stroke",
        ):
            getattr(self.keys, name).connect(lambda *a, n=name: self.said.append((n, *a)))
        self.widget = QTextEdit()
        qtbot.addWidget(self.widget)
        self.keys.watch(self.widget)

    def press(
        self,
        text: str,
        modifiers: Qt.KeyboardModifier = NONE,
        *,
        key: int = 0,
        scan: int = 0,
        virtual: int = 0,
        repeat: bool = False,
        after: float = 1.0,
    ) -> list[tuple[object, ...]]:
        """Press a key `after` seconds and return what was said about it."""
        self.now += after
        self.said.clear()
        code = key or (ord(text.upper()) if text.isascii() and len(text) == 1 else int(Qt.Key.Key_unknown))
        event = QKeyEvent(QEvent.Type.KeyPress, code, modifiers, scan, virtual, 0, text, repeat)
        QApplication.sendEvent(self.widget, event)
        return list(self.said)


@pytest.fixture
def heard(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Heard:
    return Heard(qtbot, monkeypatch)


def asked(name: str, everywhere: bool = False) -> list[tuple[object, ...]]:
    return [("label_requested", name, everywhere)]


def test_one_stroke(heard: Heard) -> None:
    assert heard.press("p") == asked("PERSON")
    assert heard.widget.toPlainText() == ""


def test_shift_means_everywhere_and_caps_lock_does_not(heard: Heard) -> None:
    assert heard.press("P", SHIFT) == asked("PERSON", True)
    assert heard.press("P") == asked("PERSON")


def test_a_key_no_label_has_goes_on_to_the_widget(heard: Heard) -> None:
    assert heard.press("q") == []
    assert heard.widget.toPlainText() == "q"


def test_two_strokes(heard: Heard) -> None:
    assert heard.press("v") == [("prefix_changed", "v")]
    assert heard.keys.prefix == "v"
    assert heard.press("c") == [("prefix_changed", ""), *asked("CONSULT")]
    heard.press("v")
    assert heard.press("v") == [("prefix_changed", ""), *asked("VISIT")]


@pytest.mark.parametrize(("first", "second"), [(NONE, SHIFT), (SHIFT, NONE), (SHIFT, SHIFT)])
def test_shift_on_either_stroke_means_everywhere(
    heard: Heard, first: Qt.KeyboardModifier, second: Qt.KeyboardModifier
) -> None:
    heard.press("V" if first else "v", first)
    assert heard.press("C" if second else "c", second)[-1] == ("label_requested", "CONSULT", True)
    heard.press("v")
    assert heard.press("c")[-1] == ("label_requested", "CONSULT", False)


def test_a_second_stroke_that_leads_nowhere_tags_nothing(heard: Heard) -> None:
    heard.press("v")
    assert heard.press("p") == [("prefix_changed", ""), ("unknown_stroke", "v", "p")]
    assert heard.press("p") == asked("PERSON")


def test_arrows_between_strokes_end_the_first_and_do_their_own(heard: Heard) -> None:
    heard.press("v")
    assert heard.press("", key=int(Qt.Key.Key_Left)) == [("prefix_changed", "")]
    assert heard.press("c") == []


def test_a_pressed_shift_does_not_end_the_first_stroke(heard: Heard) -> None:
    heard.press("v")
    assert heard.press("", SHIFT, key=int(Qt.Key.Key_Shift)) == []
    assert heard.press("C", SHIFT)[-1] == ("label_requested", "CONSULT", True)


def test_a_first_stroke_waits_as_long_as_one_reads(heard: Heard, qtbot: QtBot) -> None:
    heard.press("v")
    assert not heard.keys.findChildren(QTimer), "nothing lets it lapse"
    qtbot.wait(50)
    assert heard.keys.prefix == "v"
    assert heard.press("c") == [("prefix_changed", ""), *asked("CONSULT")]


def test_double_tap_arms_and_escape_lets_go(heard: Heard) -> None:
    assert heard.press("p") == asked("PERSON")
    assert heard.press("p", after=0.2) == [("armed", "PERSON")]
    assert heard.keys.armed_label == "PERSON"
    assert heard.press("\x1b", key=int(Qt.Key.Key_Escape)) == [("armed", "")]
    assert heard.press("\x1b", key=int(Qt.Key.Key_Escape)) == []


def test_the_time_that_tagging_takes_is_no_time_between_two_taps(heard: Heard) -> None:
    def tag() -> None:
        heard.now += 0.6  # as in a very long article, on a busy machine

    heard.keys.label_requested.connect(tag)
    heard.press("p")
    assert heard.press("p", after=0.2) == [("armed", "PERSON")]


def test_two_slow_taps_tag_twice(heard: Heard) -> None:
    heard.press("p")
    assert heard.press("p", after=0.5) == asked("PERSON")


@pytest.mark.parametrize("tail", ["c", "vc"])
def test_two_strokes_arm_by_their_last_or_by_both(heard: Heard, tail: str) -> None:
    heard.press("v")
    heard.press("c", after=0.1)
    for char in tail:
        said = heard.press(char, after=0.1)
    assert said[-1] == ("armed", "CONSULT")


def test_a_click_between_two_taps_is_two_tags(heard: Heard, qtbot: QtBot) -> None:
    heard.press("p")
    qtbot.mouseClick(heard.widget.viewport(), Qt.MouseButton.LeftButton)
    assert heard.press("p", after=0.1) == asked("PERSON")


def test_a_held_key_tags_once(heard: Heard) -> None:
    heard.press("p")
    for _ in range(5):
        assert heard.press("p", repeat=True, after=0.03) == []
    heard.press("v")
    assert heard.press("v", repeat=True, after=0.03) == []
    assert heard.keys.prefix == "v"


def test_another_label_while_armed_is_held_instead(heard: Heard) -> None:
    heard.keys.arm("PERSON")
    assert heard.press("l") == [("armed", "LOC"), *asked("LOC")]


def test_escape_first_drops_the_started_key_then_the_armed_label(heard: Heard) -> None:
    heard.keys.arm("PERSON")
    heard.press("v")
    assert heard.press("\x1b", key=int(Qt.Key.Key_Escape)) == [("prefix_changed", "")]
    assert heard.press("\x1b", key=int(Qt.Key.Key_Escape)) == [("armed", "")]


@pytest.mark.parametrize(
    "modifiers",
    [
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.MetaModifier,
        Qt.KeyboardModifier.GroupSwitchModifier,
        Qt.KeyboardModifier.ControlModifier | SHIFT,
    ],
)
def test_with_another_modifier_it_is_no_label_key(heard: Heard, modifiers: Qt.KeyboardModifier) -> None:
    assert heard.press("p", modifiers) == []


def test_dead_keys_and_composition_do_not_tag(heard: Heard) -> None:
    assert heard.press("´", key=int(Qt.Key.Key_Dead_Acute)) == []
    QApplication.sendEvent(heard.widget, QInputMethodEvent("か", []))
    assert heard.press("p") == []
    QApplication.sendEvent(heard.widget, QInputMethodEvent("", []))
    assert heard.press("p") == asked("PERSON")


def test_a_letter_behind_a_dead_key_tags_nothing_where_nobody_composes_the_two(heard: Heard) -> None:
    assert heard.press("", key=int(Qt.Key.Key_Dead_Acute)) == []
    assert heard.press("", key=int(Qt.Key.Key_Shift)) == []
    assert heard.press("p") == []
    assert heard.press("p") == asked("PERSON")


@pytest.mark.parametrize(("typed", "code"), [("ṕ", 25), ("í", 23), ("Ľ", 38), ("ľ", 38), ("î", 23)])
def test_a_letter_made_with_a_dead_key_or_alt_gr_tags_nothing(
    heard: Heard, typed: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes with the scan code of the letter that it was made of."""
    monkeypatch.setattr(layouts.sys, "platform", "linux")
    assert heard.press(typed, SHIFT if typed.isupper() else NONE, scan=code + 8) == []


@pytest.mark.parametrize(("typed", "name"), [("з", "PERSON"), ("З", "PERSON"), ("д", "LOC"), ("ш", "ITEM")])
def test_russian_letters_mean_the_latin_ones_on_their_keys(heard: Heard, typed: str, name: str) -> None:
    assert heard.press(typed, SHIFT if typed.isupper() else NONE) == asked(name, typed.isupper())


def test_two_strokes_on_a_russian_layout(heard: Heard) -> None:
    heard.press("м")
    assert heard.press("с")[-1] == ("label_requested", "CONSULT", False)


@pytest.mark.parametrize(("typed", "scan"), [("ә", 3 + 8), ("ь", 50), ("ヌ", 25 + 8)])
def test_the_physical_key_decides_where_the_platform_tells(
    heard: Heard, typed: str, scan: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layouts.sys, "platform", "linux")
    heard.keys.set_schema(Schema(types=tuple(LabelType(n, Layer.ENTITY, n, key=n) for n in ("2", "m", "p"))))
    expected = {"ә": "2", "ь": "m", "ヌ": "p"}[typed]
    assert heard.press(typed, scan=scan) == asked(expected)


@pytest.mark.parametrize("typed", ["i", "ı", "I", "İ"])
def test_turkish_dotted_and_dotless_i(heard: Heard, typed: str) -> None:
    shift = SHIFT if typed.isupper() else NONE
    assert heard.press(typed, shift) == asked("ITEM", typed.isupper())


def test_a_latin_letter_is_itself_wherever_its_key_is(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    """On AZERTY the key of a US q types a."""
    monkeypatch.setattr(layouts.sys, "platform", "linux")
    assert heard.press("q", scan=25 + 8) == []
    assert heard.press("p", scan=16 + 8) == asked("PERSON")


def test_a_shifted_digit_means_everywhere(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layouts.sys, "platform", "linux")
    assert heard.press("!", SHIFT, scan=2 + 8) == asked("MONEY", True)
    assert heard.press("1", Qt.KeyboardModifier.KeypadModifier) == asked("MONEY")


def test_roles_go_before_labels_while_an_event_is_selected(heard: Heard) -> None:
    heard.keys.set_roles([Role("Place", key="p"), Role("Topic")])
    assert heard.press("p") == [("role_key", "p")]
    assert heard.press("P", SHIFT) == asked("PERSON", True)
    heard.keys.set_roles(())
    assert heard.press("p") == asked("PERSON")


def test_a_key_the_layout_cannot_type_triggers_its_action(heard: Heard) -> None:
    """On a Kazakh layout the 0 types a letter; where 0 can be typed, the shortcut of the action has it."""
    action = QAction()
    fired: list[str] = []
    action.triggered.connect(lambda: fired.append("negative"))
    heard.keys.set_actions({"0": action})
    heard.press("қ")
    heard.press("қ", repeat=True)
    heard.press("0")
    assert fired == ["negative"]
    action.setEnabled(False)
    heard.press("қ")
    assert fired == ["negative"]


# What the keys of three layouts type without Shift, row by row as X.Org has them: the digits from 1, then q…, a…, z….
# Each with the evdev code of its first key, and the US keys at the same places.
ROWS = ((2, "1234567890-="), (16, "qwertyuiop"), (30, "asdfghjkl;'"), (44, "zxcvbnm,."))
LAYOUTS = {
    "Kazakh": ('"әіңғ,.үұқөһ', "йцукенгшщз", "фывапролджэ", "ячсмитьбю"),
    "Russian": ("1234567890-=", "йцукенгшщз", "фывапролджэ", "ячсмитьбю"),
    "Turkish": ("1234567890*-", "qwertyuıop", "asdfghjklşi", "zxcvbnmöç"),
    "French": ("&é\"'(-è_çà)=", "azertyuiop", "qsdfghjklmù", "wxcvbn,;:"),
}
KEYS = [
    pytest.param(typed, first + n, us, id=f"{name}-{us}")
    for name, rows in LAYOUTS.items()
    for (first, keys), row in zip(ROWS, rows, strict=True)
    for n, (us, typed) in enumerate(zip(keys, row, strict=False))
    if us.isdigit() or typed.isalpha()  # a French comma is where a US m is; the m is elsewhere and is itself
]


@pytest.mark.parametrize("told", [True, False], ids=["scan code", "letter alone"])
@pytest.mark.parametrize(("typed", "code", "us"), KEYS)
def test_every_key_of_a_layout_asks_for_a_label(
    heard: Heard, typed: str, code: int, us: str, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Latin letter is itself; any other key is what stands on it on a US keyboard, all digits included."""
    monkeypatch.setattr(layouts.sys, "platform", "linux")
    itself = "i" if typed == "ı" else typed if typed.isascii() and typed.isalpha() else us
    heard.keys.set_schema(Schema(types=(LabelType("x", Layer.ENTITY, "ASKED", key=itself),)))
    if not told and (not typed.isalnum() or typed in "éèçàùşöç"):
        pytest.skip("nothing but the scan code tells which key it was")
    assert heard.press(typed, scan=code + 8 if told else 0) == asked("ASKED")


@pytest.mark.parametrize(
    ("typed", "virtual", "us"),
    [("ф", 0, "a"), ("ө", 27, "-"), ("ә", 19, "2"), ("&", 18, "1"), ("ж", 41, ";"), ("ю", 47, "."), ("é", 19, "2")],
)
def test_on_macos_the_virtual_key_names_the_physical_one(
    heard: Heard, typed: str, virtual: int, us: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The scan code is always 1 there, and 0 where a program made the press: then the letter alone is known."""
    monkeypatch.setattr(layouts.sys, "platform", "darwin")
    heard.keys.set_schema(Schema(types=(LabelType("x", Layer.ENTITY, "ASKED", key=us),)))
    assert heard.press(typed, scan=1, virtual=virtual) == asked("ASKED")
    heard.keys.set_schema(Schema(types=(LabelType("x", Layer.ENTITY, "ASKED", key="q"),)))
    assert heard.press(typed, scan=1, virtual=virtual) != asked("ASKED")
    heard.keys.set_schema(Schema(types=(LabelType("x", Layer.ENTITY, "ASKED", key="a"),)))
    assert heard.press("é", scan=0, virtual=0) != asked("ASKED")


def test_readings_of_a_date_are_chosen_on_a_kazakh_layout_too(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layouts.sys, "platform", "linux")
    heard.keys.set_schema(Schema())
    fired: list[str] = []
    actions = {key: QAction() for key in "1234"}
    for key, action in actions.items():
        action.triggered.connect(lambda _=False, key=key: fired.append(key))
    heard.keys.set_actions(actions)
    for n, typed in enumerate('"әің'):
        heard.press(typed, scan=2 + n + 8)
    assert fired == list("1234")


def test_what_a_layout_types_itself_never_asks_for_another_action_on_its_key(
    heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Turkish = is Shift and 0: with nothing to link it used to mark the sentence as read without an event."""
    monkeypatch.setattr(layouts.sys, "platform", "linux")
    fired: list[str] = []
    link, negative = QAction(), QAction()
    link.setEnabled(False)
    negative.triggered.connect(lambda: fired.append("negative"))
    heard.keys.set_actions({"=": link, "0": negative})
    heard.press("=", SHIFT, scan=11 + 8)
    assert fired == []


def test_attributes_have_keys_while_an_annotation_is_selected(heard: Heard) -> None:
    assert heard.press("j") == []
    heard.keys.set_attributes([Attribute("modality", key="j"), Attribute("tense")])
    assert heard.press("j") == [("attribute_key", "modality")]
    assert heard.press("j", repeat=True) == []
    assert heard.press("j", SHIFT) == [("attribute_back", "modality")]
    assert heard.press("j", SHIFT, repeat=True) == []
    heard.keys.set_attributes([Attribute("polarity", key="p")])
    assert heard.press("p") == [("attribute_key", "polarity")]
    assert heard.press("p", SHIFT) == [("label_requested", "PERSON", True)]


def test_a_new_schema_drops_what_it_does_not_know(heard: Heard) -> None:
    heard.keys.arm("PERSON")
    heard.press("v")
    heard.said.clear()
    heard.keys.set_schema(Schema(types=(LabelType("o", Layer.ENTITY, "ORG", key="o"),)))
    assert heard.said == [("prefix_changed", ""), ("armed", "")]
    assert heard.press("p") == []
    assert heard.press("o") == asked("ORG")


def test_the_second_stroke_is_taken_before_a_shortcut(heard: Heard, qtbot: QtBot) -> None:
    plain = QWidget()
    qtbot.addWidget(plain)
    heard.keys.watch(plain)

    def taken() -> bool:
        override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_0, NONE, "0")
        override.ignore()
        QApplication.sendEvent(plain, override)
        return override.isAccepted()

    assert not taken()
    heard.press("v")
    assert taken()


def test_the_static_map_covers_every_latin_letter() -> None:
    assert set(string.ascii_lowercase) <= set(layouts._CYRILLIC.values())


def test_a_plain_widget_can_be_watched(qtbot: QtBot) -> None:
    area = QAbstractScrollArea()
    qtbot.addWidget(area)
    keys = LabelKeys()
    keys.set_schema(SCHEMA)
    keys.watch(area)
    with qtbot.waitSignal(keys.label_requested) as blocker:
        qtbot.keyClick(area, Qt.Key.Key_P)
    assert blocker.args == ["PERSON", False]
