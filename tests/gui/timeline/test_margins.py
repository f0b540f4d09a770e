"""The column of names: whole, or not at all."""

import pytest
from PySide6.QtGui import QFont

from dateline.gui.theme import Theme
from dateline.gui.timeline.ink import Ink, wrapped
from dateline.gui.timeline.margins import fitting
from dateline.model.schema import Schema


@pytest.mark.parametrize(("lines_seen", "count"), [(0.5, 0), (1.0, 1), (1.9, 1), (2.0, 2), (3.0, 3), (9.0, 3)])
def test_of_a_name_only_whole_lines_are_shown(qapp: object, light: Theme, lines_seen: float, count: int) -> None:
    ink = Ink(light, Schema(), QFont())
    name = ["Organization", "for Security and", "Co-operation"]
    shown = fitting(name, lines_seen * ink.bold_metrics.height(), 200.0, ink)
    assert len(shown) == count
    assert shown[:-1] == name[: max(count - 1, 0)]
    if 0 < count < 3:
        assert shown[-1].endswith("…")


def test_no_line_of_a_name_is_wider_than_the_column(qapp: object, light: Theme) -> None:
    ink = Ink(light, Schema(), QFont())
    for words in ("Donaudampfschifffahrtsgesellschaft" * 3, "one two three four five six seven", "—", ""):
        for line in wrapped(words, 90.0, ink.bold_metrics):
            assert ink.bold_metrics.horizontalAdvance(line) <= 90.0
        assert "".join(wrapped(words, 90.0, ink.bold_metrics)).replace(" ", "") == words.replace(" ", "")
