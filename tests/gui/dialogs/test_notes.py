"""What is to be known of a choice stands in whole lines, however many texts there are."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs.frame import Dialog, muted
from dateline.gui.dialogs.notes import Notes
from dateline.gui.theme import theme
from dateline.gui.theme_style import style_sheet


@pytest.mark.parametrize("lengths", [(1, 1, 9), (3, 1, 2, 8), (2, 12)])
def test_no_line_is_cut_at_the_lower_edge(qtbot: QtBot, lengths: tuple[int, ...]) -> None:
    notes = Notes("Notes")
    qtbot.addWidget(notes)
    notes.resize(500, notes.height())
    labels = [muted() for _ in lengths]
    for label, many in zip(labels, lengths, strict=True):
        notes.add(label)
        notes.say(label, "\n".join(["A line"] * many))
    notes.show()
    qtbot.wait(50)
    line, bar = notes.fontMetrics().lineSpacing(), notes.verticalScrollBar()
    assert bar.maximum() > 0
    for value in (bar.maximum(), bar.singleStep(), notes.viewport().height(), *(label.y() for label in labels)):
        assert value % line == 0


@pytest.mark.parametrize("lengths", [(1, 1, 9), (3, 1, 2, 8), (2, 12)])
@pytest.mark.parametrize("boxes", [0, 1, 2])
def test_none_is_cut_in_a_dialog_as_it_is_drawn(qtbot: QtBot, lengths: tuple[int, ...], boxes: int) -> None:
    """Its style keeps a pixel above each text, and a box to agree to is higher than a line."""
    dialog, notes = Dialog("Title"), Notes("Notes")
    qtbot.addWidget(dialog)
    dialog.setStyleSheet(style_sheet(theme("light")))
    dialog.body.addWidget(notes)
    ticks, labels = [QCheckBox("Agreed") for _ in range(boxes)], [muted() for _ in lengths]
    for widget in (*ticks, *labels):
        notes.add(widget)
    dialog.open()
    for label, many in zip(labels, lengths, strict=True):
        notes.say(label, "\n".join(["A line"] * many))
    qtbot.wait(50)
    line, bar = notes.fontMetrics().lineSpacing(), notes.verticalScrollBar()
    above = labels[0].contentsMargins().top()
    assert above == 1
    assert bar.maximum() > 0
    for value in (bar.maximum(), notes.viewport().height() - above, *(label.y() for label in labels)):
        assert value % line == 0
    shown = [*ticks, *labels]
    for upper, lower in pairwise(shown):
        assert line // 2 <= lower.y() - upper.geometry().bottom() - 1 <= line + 2
    assert all(tick.height() >= tick.sizeHint().height() for tick in ticks)


def test_texts_that_fit_leave_nothing_to_scroll(qtbot: QtBot) -> None:
    notes = Notes("Notes")
    qtbot.addWidget(notes)
    label = muted("A line")
    notes.add(label)
    notes.show()
    qtbot.wait(50)
    assert notes.verticalScrollBar().maximum() == 0
    assert label.y() == 0
