"""The types of a schema in their layers, with mark, key and how many annotations carry them."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem, QWidget

from dateline.gui.dialogs.frame import framed
from dateline.gui.theme import Theme
from dateline.gui.widgets.swatch import cap_font, draw_caps, draw_swatch
from dateline.model.annotation import Layer
from dateline.model.schema import LabelType, Schema

_TYPE = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_COUNT_WIDTH = 44


class SchemaList(QTreeWidget):
    """Tells which type the person has gone to."""

    type_chosen = Signal(object)  # LabelType

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setAccessibleName(self.tr("Labels"))
        framed(self)
        self._delegate = _TypeDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self._items: dict[str, QTreeWidgetItem] = {}
        self.currentItemChanged.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def set_schema(self, schema: Schema, counts: Mapping[str, int]) -> None:
        """Show a schema; the current type stays current where it still is."""
        current = self.current
        self._delegate.schema = schema
        self.blockSignals(True)
        self.clear()
        self._items = {}
        names = {
            Layer.ENTITY: self.tr("Entities"),
            Layer.TIME: self.tr("Times"),
            Layer.EVENT: self.tr("Events"),
            Layer.RELATION: self.tr("Relations"),
        }
        for layer in Layer:
            head = QTreeWidgetItem(self, [names[layer]])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for label in schema.layer(layer):
                item = QTreeWidgetItem(head, [label.shown])
                item.setData(0, _TYPE, label.id)
                item.setData(0, _COUNT, counts.get(label.name, 0))
                item.setToolTip(0, f"{label.shown} ({label.name})" if label.title else label.name)
                self._items[label.id] = item
        self.expandAll()
        self._schema = schema
        self.blockSignals(False)
        self.choose(current.id if current else "")

    def choose(self, type_id: str) -> None:
        """Go to a type, to the first when there is none of this id."""
        found = self._items.get(type_id) or next(iter(self._items.values()), None)
        if found is not None:
            self.setCurrentItem(found)

    @property
    def current(self) -> LabelType | None:
        """The type the person is at."""
        item = self.currentItem()
        found = item.data(0, _TYPE) if item else None
        return next((t for t in self._schema.types if t.id == found), None) if found else None

    def _tell(self) -> None:
        if (label := self.current) is not None:
            self.type_chosen.emit(label)


class _TypeDelegate(QStyledItemDelegate):
    """A head in small capitals of a kind, or a type with its mark, key and count."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.schema = Schema()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Even rows, a little room above a head."""
        height = option.fontMetrics.height()
        return QSize(200, height + (10 if index.data(_TYPE) else 14))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        theme, box = self.theme, QRectF(option.rect)
        painter.save()
        label = next((t for t in self.schema.types if t.id == index.data(_TYPE)), None)
        if label is None:
            font = QFont(option.font)
            font.setPointSizeF(font.pointSizeF() * 0.88)
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(theme.muted)
            flags = Qt.AlignmentFlag.AlignBottom
            painter.drawText(box.adjusted(8, 0, -8, -3), flags, index.data())
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.wash)
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), theme.accent)
        mark = QRectF(box.left() + 12, box.center().y() - 6, 16, 13)
        draw_swatch(painter, mark, theme.ink(self.schema, label.name), label.layer, theme)
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        count = index.data(_COUNT)
        painter.setFont(option.font)
        painter.setPen(theme.muted)
        inner = box.adjusted(38, 0, -10, 0)
        if count:
            painter.drawText(inner, middle | right, str(count))
        painter.setFont(cap_font(option.font))
        left = draw_caps(painter, inner.right() - _COUNT_WIDTH, inner.center().y(), label.key, theme)
        painter.setFont(option.font)
        painter.setPen(theme.text)
        words = QRectF(inner.left(), inner.top(), left - inner.left() - 8, inner.height())
        shown = painter.fontMetrics().elidedText(label.shown, Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, middle, shown)
        painter.restore()
