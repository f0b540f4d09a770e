"""Vague dates as they are drawn: what is planned for some day of a month is seen on the page of every theme."""

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from dateline.gui.theme import contrast, theme
from dateline.gui.timeline.ink import Ink
from dateline.gui.timeline.marks import TimelineMark
from dateline.gui.timeline.shapes import Form, draw_mark
from dateline.model.annotation import Layer
from dateline.model.schema import LabelType, Schema

KINDS = tuple(LabelType(str(n), Layer.EVENT, f"KIND{n}") for n in range(8))


@pytest.mark.parametrize("kind", [k.name for k in KINDS])
def test_the_rim_of_a_planned_month_is_seen_in_the_dark(qapp: QApplication, kind: str) -> None:
    worn = theme("dark")
    ink = Ink(worn, Schema("s", types=KINDS), QFont())
    image = QImage(120, 30, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(worn.page)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    form = Form(10, 46, 74, 110, 10, 110, 10, 110, point=False, open_begin=False, open_end=False, vague=True)
    mark = TimelineMark("m", "talks", kind, None, planned=True)
    draw_mark(painter, ink, mark, form, 15.0, 24.0)
    painter.end()

    def most(column: int) -> float:
        return max(contrast(QColor(image.pixelColor(column, y)), worn.page) for y in range(30))

    ends = [most(16), most(103)]
    assert min(ends) >= 1.8, ends
    assert most(60) > max(ends)  # and still tells where it is most likely
