"""A box to choose a label from, with its mark beside its name."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QWidget

from dateline.gui.theme import Theme
from dateline.gui.widgets.choice_box import ChoiceBox
from dateline.gui.widgets.swatch import draw_swatch
from dateline.model.annotation import Layer
from dateline.model.schema import LabelType, Schema

_SIZE = QSize(18, 14)
_SHARP = 2.0  # drawn twice as fine, for screens that are


class LabelBox(ChoiceBox):
    """Lists the labels that words can have; a first entry may stand for something else."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._schema, self._first = theme, Schema(), ""
        self.setIconSize(_SIZE)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)

    def set_theme(self, theme: Theme) -> None:
        """Draw the marks in the colours of a theme."""
        self._theme = theme
        self._fill()

    def set_schema(self, schema: Schema) -> None:
        """List the labels of a schema."""
        self._schema = schema
        self._fill()

    def set_first(self, text: str) -> None:
        """Put an entry that is no label before all others, or take it away with ""."""
        if text != self._first:
            self._first = text
            self._fill()

    def label(self) -> LabelType | None:
        """Return the label chosen, None for the first entry or an empty box."""
        return self._schema.by_name.get(self.currentData() or "")

    def choose(self, name: str) -> bool:
        """Choose a label, "" for the first entry; False where there is none of that name."""
        at = self.findData(name)
        if at >= 0:
            self.setCurrentIndex(at)
        return at >= 0

    def _fill(self) -> None:
        chosen = self.currentData()
        before = self.blockSignals(True)
        self.clear()
        if self._first:
            self.addItem(self._first, "")
        for label in self._schema.types:
            if label.layer is not Layer.RELATION:
                self.addItem(self._mark(label), label.shown, label.name)
        kept = chosen is not None and self.choose(chosen)
        self.blockSignals(before)
        if not kept or self.currentData() != chosen:
            self.currentIndexChanged.emit(self.currentIndex())

    def _mark(self, label: LabelType) -> QIcon:
        pixmap = QPixmap(_SIZE * _SHARP)
        pixmap.setDevicePixelRatio(_SHARP)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        box = QRectF(1, 1, _SIZE.width() - 2, _SIZE.height() - 1)
        if label.layer is Layer.EVENT:
            box = QRectF(box.center().x() - 5, 2, 10, 10)
        draw_swatch(painter, box, self._theme.ink(self._schema, label.name), label.layer, self._theme)
        painter.end()
        return QIcon(pixmap)
