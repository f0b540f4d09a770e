"""How a problem is drawn in the list: a title in bold, the explanation below, wrapped."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dateline.gui.problem_list.rows import ProblemRows
from dateline.gui.theme import Theme

_PAD = 7
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class ProblemDelegate(QStyledItemDelegate):
    """Draws rows; each is measured once for a width and a font, since the view asks all of them again and again."""

    def __init__(self, rows: ProblemRows, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._rows = rows
        self._width, self._metrics = 0, QFontMetrics(QFont())
        self._room: object = None  # what is measured for: width and font

    def prepare(self, width: int, font: QFont) -> None:
        """Say how wide rows are, in pixels, and in which font, before the view asks for their sizes."""
        self._width, self._metrics = width, QFontMetrics(font)
        if self._room != (width, font.key()):
            self._room = (width, font.key())

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as the explanation is at the width that was said."""
        row = self._rows.row(index.row())
        if row.measured_for is not self._room:
            row.measured_for = self._room
            room = QRect(0, 0, max(80, self._width - 3 * _PAD), 10_000)
            height = self._metrics.boundingRect(room, _FLAGS, row.text).height()
            row.size = QSize(self._width, self._metrics.height() + height + 2 * _PAD + 2)
        return row.size

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one problem."""
        row, theme, rect = self._rows.row(index.row()), self.theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.wash)
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.accent)
        inner = rect.adjusted(_PAD + 3, _PAD, -_PAD, -_PAD)
        bold = QFont(option.font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(theme.bad)
        line = QFontMetrics(bold).height()
        title = QFontMetrics(bold).elidedText(row.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), line), Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(option.font)
        painter.setPen(theme.text)
        painter.drawText(inner.adjusted(0, line + 2, 0, 0), _FLAGS, row.text)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()
