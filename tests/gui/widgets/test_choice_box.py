"""No box changes what is chosen when somebody scrolls past it."""

import re
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import dateline
from dateline.gui.widgets.choice_box import ChoiceBox
from tests.gui.whole import Whole


def turn(widget: QWidget, by: int = -120) -> QWheelEvent:
    """Turn the wheel over a widget; return the event."""
    middle = QPointF(widget.rect().center())
    none, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    place, phase = widget.mapToGlobal(middle), Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(middle, place, QPoint(), QPoint(0, by), button, none, phase, False)
    QApplication.sendEvent(widget, event)
    return event


def test_the_wheel_over_a_box_scrolls_what_it_stands_in(qtbot: QtBot) -> None:
    area, inner = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column, box = QVBoxLayout(inner), ChoiceBox()
    box.addItems(["positive", "negative"])
    column.addWidget(box)
    column.addSpacing(2_000)
    area.setWidget(inner)
    area.resize(200, 100)
    area.show()
    box.setFocus()
    assert not turn(box).isAccepted()  # so it goes to the area
    assert box.currentText() == "positive"


def test_scrolling_the_inspector_changes_no_annotation(whole: Whole) -> None:
    event = whole.tag("met", "vc")
    whole.settle()
    before = whole.page.mentions[event.id]
    boxes = [b for b in whole.window.inspector.findChildren(QComboBox) if b.isVisible() and b.count() > 1]
    assert len(boxes) > 1
    for box in boxes:
        for by in (-120, 120, -120):
            turn(box, by)
    whole.settle()
    assert whole.page.mentions[event.id] == before


def test_every_box_of_the_program_is_such_a_one() -> None:
    root = Path(dateline.__file__).parent
    made = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if re.search(r"QComboBox\(\)|\(QComboBox\):", path.read_text("utf-8"))
    }
    assert made == {str(Path("gui", "widgets", "choice_box.py"))}
