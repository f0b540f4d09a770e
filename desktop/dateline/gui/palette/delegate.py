"""How a row of the palette is drawn: mark, name, count, key caps; and the head of a layer."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dateline.gui.palette.rows import Row, continues
from dateline.gui.theme import Theme, blend
from dateline.gui.widgets.swatch import cap_font, caps_width, draw_caps, draw_swatch
from dateline.model.schema import LabelType, Schema

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
PAD, MARK, GAP = 10, 20, 9
FAINT = 0.32  # opacity of what a first stroke does not lead to


class PaletteDelegate(QStyledItemDelegate):
    """Paints palette rows; its owner sets what is held and started, and repaints."""

    def __init__(self, theme: Theme, schema: Schema) -> None:
        super().__init__()
        self.theme, self.schema = theme, schema
        self.prefix = self.armed = self.selected = ""
        self.layer_names: dict[str, str] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows fit their font with little to spare: a schema of thirty types should be seen whole."""
        row: Row = index.data(ROW)
        height = QFontMetrics(_option(option).font).height()
        return QSize(80, height + (9 if row.label else 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: Row = index.data(ROW)
        opt = _option(option)
        painter.save()
        if row.label is None:
            self._head(painter, opt.rect, opt.font, row)
        else:
            self._ground(painter, opt.rect, opt.state, row.label)
            if self.prefix and not continues(row.label, self.prefix):
                painter.setOpacity(FAINT)
            self._label(painter, opt.rect, opt.font, row, row.label)
        painter.restore()

    def _head(self, painter: QPainter, rect: QRect, font: QFont, row: Row) -> None:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.86)
        small.setWeight(QFont.Weight.DemiBold)
        painter.setFont(small)
        painter.setPen(self.theme.muted)
        box = rect.adjusted(PAD, 6, -PAD, -2)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._name_of(row))
        if row.count:
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(row.count))

    def _name_of(self, row: Row) -> str:
        return self.layer_names.get(row.layer.value, row.layer.value)

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, label: LabelType) -> None:
        theme = self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(4, 1, -4, -1)
        if label.name == self.armed:
            painter.setPen(QPen(theme.accent, 1.5))
            painter.setBrush(theme.wash)
            painter.drawRoundedRect(box.adjusted(0.5, 0, -0.5, 0), 5, 5)
        elif state & QStyle.StateFlag.State_MouseOver or label.name == self.selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.wash if label.name == self.selected else blend(theme.text, theme.page, 0.08))
            painter.drawRoundedRect(box, 5, 5)

    def _label(self, painter: QPainter, rect: QRect, font: QFont, row: Row, label: LabelType) -> None:
        theme, middle = self.theme, QRectF(rect).center().y()
        height = QFontMetrics(font).height()
        mark = QRectF(rect.left() + PAD, middle - height / 2 + 1, MARK, height)
        if label.layer.value == "event":
            mark = QRectF(mark.center().x() - 5.5, middle - 5.5, 11, 11)
        draw_swatch(painter, mark, theme.ink(self.schema, label.name), label.layer, theme)
        painter.setFont(cap_font(font))
        pressed = 1 if self.prefix and continues(label, self.prefix) else 0
        right = draw_caps(
            painter, rect.right() - PAD + 3, middle, label.key, theme, pressed=pressed, ready=bool(pressed)
        )
        left = rect.left() + PAD + MARK + GAP
        right = min(right, rect.right() - PAD) - 6
        if row.count:
            right = self._count(painter, rect, right, row.count)
        painter.setFont(font)
        painter.setPen(theme.text)
        words = QFontMetrics(font).elidedText(label.shown, Qt.TextElideMode.ElideRight, int(right - left))
        painter.drawText(QRectF(left, rect.top(), right - left, rect.height()), Qt.AlignmentFlag.AlignVCenter, words)

    def _count(self, painter: QPainter, rect: QRect, right: float, count: int) -> float:
        words = str(count)
        width = QFontMetrics(painter.font()).horizontalAdvance(words)
        painter.setPen(self.theme.muted)
        box = QRectF(right - width, rect.top(), width + 1, rect.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        return right - width - 6


def is_elided(label: LabelType, count: int, width: int, font: QFont) -> bool:
    """Return whether a row of this width cannot show the label's whole name."""
    small = QFontMetrics(cap_font(font))
    taken = PAD + MARK + GAP + caps_width(label.key, cap_font(font)) + PAD + 6
    taken += small.horizontalAdvance(str(count)) + 6 if count else 0
    return QFontMetrics(font).horizontalAdvance(label.shown) > width - taken


def _option(option: QStyleOptionViewItem) -> Any:
    """The stubs leave out the fields a style option has."""
    return option
