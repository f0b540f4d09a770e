"""What all dialogs share."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs.frame import Dialog, WrappedLabel, fit_screen


def test_a_dialog_is_no_larger_than_the_screen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(1280, 720))
    dialog = Dialog("Title")
    qtbot.addWidget(dialog)
    dialog.resize(2000, 900)
    dialog.open()
    assert dialog.size() == QSize(1256, 672)
    small = QWidget()
    qtbot.addWidget(small)
    small.resize(300, 200)
    fit_screen(small)
    assert small.size() == QSize(300, 200)


def test_a_label_takes_no_more_room_than_its_words_after_it_had_more(qtbot: QtBot) -> None:
    label = WrappedLabel()
    qtbot.addWidget(label)
    label.resize(300, 20)
    for lines in (1, 3, 1, 5, 2):
        label.setText("\n".join(["A line"] * lines))
        assert label.height() == lines * label.fontMetrics().lineSpacing()
