"""A box to choose from that is narrower than its entries."""

from pytestqt.qtbot import QtBot

from dateline.gui.widgets.elided_box import ElidedBox


def test_what_has_no_room_is_shortened_in_the_middle_and_is_in_the_tool_tip(qtbot: QtBot) -> None:
    box = ElidedBox()
    qtbot.addWidget(box)
    long = "New label ORGANISATION_OR_COLLECTIVE_BODY"
    box.addItems(["Person", long])
    box.resize(140, 30)
    box.show()
    assert box.shown_text() == "Person"
    box.setCurrentIndex(1)
    assert box.shown_text().startswith("New ")
    assert box.shown_text().endswith("Y")
    assert "…" in box.shown_text()
    assert box.toolTip() == box.currentText() == long
    assert box.sizeHint().width() < 250, "an entry does not widen its dialog"
    box.resize(600, 30)
    assert box.shown_text() == long
