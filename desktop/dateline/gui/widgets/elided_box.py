"""A box to choose from that may be narrower than its entries: what it shows is shortened in the middle, not cut off."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from dateline.gui.widgets.choice_box import ChoiceBox

_MARGIN = 2  # pixels that a style may keep free around the words


class ElidedBox(ChoiceBox):
    """Is as wide as its place lets it, whatever its entries; all of what is chosen is in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setMaxVisibleItems(20)
        self.currentTextChanged.connect(self.setToolTip)

    def shown_text(self) -> str:
        """Return what there is room for."""
        room = max(0, self.width() - self._beside())
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideMiddle, room)

    def full_width(self) -> int:
        """Return the width at which what is chosen is shown whole."""
        self.ensurePolished()  # before, nothing is known of the room that the style takes
        return self.fontMetrics().horizontalAdvance(self.currentText()) + self._beside()

    def _beside(self) -> int:
        """Return how much of the box is not the words'."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        place = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        return self.width() - place.width() + _MARGIN

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as any box is painted, with fewer words."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
