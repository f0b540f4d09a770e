"""How a row of the article list is drawn: state, title on up to two lines, date, source and count."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dateline.gui.articles.model import COUNT, SUMMARY, facts_of
from dateline.gui.theme import Theme
from dateline.model.article import State
from dateline.store.articles import ArticleSummary

_PAD = 8
_DOT = 11


class ArticleDelegate(QStyledItemDelegate):
    """Paints article rows in the colours of the theme."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.open_id = ""  # the article that is read

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is as tall as two lines of title and one of facts, so that a long list scrolls evenly."""
        height = QFontMetrics(option.font).height()
        return QSize(120, 3 * height + 2 * _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        theme, summary = self._theme, index.data(SUMMARY)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.wash)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.panel)
        if summary.id == self.open_id:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.accent)
        font: QFont = option.font
        line = QFontMetrics(font).height()
        left = rect.left() + _PAD + 3
        dot = QRectF(left, rect.top() + _PAD + (line - _DOT) / 2, _DOT, _DOT)
        draw_state(painter, dot, summary.state, theme)
        text_left = left + _DOT + 8
        width = rect.right() - text_left - _PAD
        painter.setPen(theme.muted if summary.state is State.SKIPPED else theme.text)
        top = rect.top() + _PAD
        lines = _two_lines(summary.name, font, width)
        for i, words in enumerate(lines):
            painter.drawText(QRectF(text_left, top + i * line, width, line), Qt.AlignmentFlag.AlignVCenter, words)
        self._draw_facts(painter, QRectF(text_left, top + len(lines) * line, width, line), summary, index.data(COUNT))
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _draw_facts(self, painter: QPainter, rect: QRectF, summary: ArticleSummary, count: int) -> None:
        font = QFont(painter.font())
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
        painter.setPen(self._theme.muted)
        facts = facts_of(summary)
        number = f"{count}" if count else ""
        metrics = QFontMetrics(font)
        reserved = metrics.horizontalAdvance(number) + 10 if number else 0
        shown = metrics.elidedText(facts, Qt.TextElideMode.ElideRight, int(rect.width()) - reserved)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if number:
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number)


def draw_state(painter: QPainter, rect: QRectF, state: State, theme: Theme) -> None:
    """Draw a state as a shape that tells itself without colour: ring, half, disc with tick, dash."""
    colour = theme.good if state is State.DONE else theme.accent if state is State.STARTED else theme.muted
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = rect.adjusted(1, 1, -1, -1)
    if state is State.SKIPPED:
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
    elif state is State.DONE:
        painter.setBrush(colour)
        painter.drawEllipse(box)
        painter.setPen(QPen(QColor(theme.page), 1.6))
        middle = QPointF(box.center().x() - 0.5, box.bottom() - 2.8)
        painter.drawLine(QPointF(box.left() + 2.2, box.center().y()), middle)
        painter.drawLine(middle, QPointF(box.right() - 2, box.top() + 2.8))
    else:
        painter.drawEllipse(box)
        if state is State.STARTED:
            painter.setBrush(colour)
            painter.drawPie(box, 90 * 16, 180 * 16)


def _two_lines(text: str, font: QFont, width: int) -> list[str]:
    """Break a title into at most two lines, the second elided."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    if not first.isValid():
        layout.endLayout()
        return [text]
    first.setLineWidth(max(width, 10))
    end = first.textLength()
    layout.endLayout()
    # Qt counts in UTF-16; the cut is at a word, so encode to find it.
    head = text.encode("utf-16-le")[: 2 * end].decode("utf-16-le", "ignore")
    rest = text[len(head) :].strip()
    if not rest:
        return [head.strip()]
    return [head.strip(), QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, max(width, 10))]
