"""What is to be known of a choice stands in whole lines, however many texts there are."""

import pytest
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs.frame import muted
from dateline.gui.dialogs.notes import Notes


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
