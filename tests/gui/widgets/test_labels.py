"""Elided text, section heads and key caps."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.gui.theme import theme
from dateline.gui.widgets.labels import ElidedLabel, KeyCap, SectionHeader


def test_what_does_not_fit_is_cut_and_told_whole(qtbot: QtBot) -> None:
    label = ElidedLabel("The Ministry of Foreign Affairs of the Republic")
    qtbot.addWidget(label)
    label.resize(90, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == label.full_text == label.accessibleName()
    label.resize(900, 20)
    assert label.text() == label.full_text
    assert label.toolTip() == ""


def test_line_breaks_and_markup_are_plain_words(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(400, 20)
    label.set_full_text("one\r\n<b>two</b>\u00a0three")
    assert label.text() == "one <b>two</b> three"
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_section_folds_only_where_it_may(qtbot: QtBot) -> None:
    for folds in (True, False):
        head = SectionHeader("Roles", "3", folds=folds)
        qtbot.addWidget(head)
        told: list[bool] = []
        head.toggled.connect(told.append)
        qtbot.mouseClick(head, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(head, Qt.MouseButton.LeftButton)
        assert told == ([False, True] if folds else [])
        assert head.open


def test_two_strokes_are_wider_than_one(qtbot: QtBot) -> None:
    one, two = KeyCap("v", theme("light")), KeyCap("v c", theme("light"))
    for cap in (one, two):
        qtbot.addWidget(cap)
        cap.grab()
    assert two.sizeHint().width() > one.sizeHint().width() * 1.7
    assert two.accessibleName() == "v c"
