"""How the lines of a concordance are drawn and walked through."""

import unicodedata

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from dateline.assist.kwic import Line
from dateline.editing.concordance import Marks
from dateline.gui.search.lines.model import AFTER, ARTICLE, BEFORE, HIT, LINE, MARKS, SKIPPED, TAGS, TICK, LinesModel
from dateline.gui.theme import Theme, blend
from dateline.gui.widgets.swatch import draw_underline

Index = QModelIndex | QPersistentModelIndex
_PAD = 6
_WIDEST = 260  # pixels of what was found
_SAMPLE = 400  # lines measured for it


class LinesView(QTableView):
    """A table of whole rows: Space ticks, Enter opens, Delete removes."""

    opened = Signal(int)  # row
    remove_wanted = Signal()
    listening = Signal(bool)  # whether it has the focus, and with it the label keys
    up_wanted = Signal()  # beyond the first row

    def __init__(self, model: LinesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self._delegate = LineDelegate(theme, model, self)
        for column in (BEFORE, HIT, AFTER, TAGS, ARTICLE):
            self.setItemDelegateForColumn(column, self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Lines found"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(round(QFontMetricsF(self.font()).height()) + 8)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(24)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self.fit)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def fit(self) -> None:
        """Give what was found its room, and the rest to what stands around it."""
        metrics = QFontMetricsF(_bold(self.font()))
        shown = (self._lines.lines[i].hit for i in self._lines.rows[:_SAMPLE])
        hit = max((metrics.horizontalAdvance(text[:80]) for text in shown), default=60.0)
        whole = self.viewport().width()
        widths = {TICK: 30, HIT: round(min(max(hit, 60.0), _WIDEST)) + 2 * _PAD + 4}
        widths[ARTICLE] = min(190, whole // 6)
        widths[TAGS] = min(130, whole // 8)
        left = max(160, whole - sum(widths.values()))
        widths[BEFORE], widths[AFTER] = left // 2, left - left // 2
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mind Space, Enter, Delete and the way up to the field."""
        key, row = event.key(), self.currentIndex().row()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Space and row >= 0:
            rows = {index.row() for index in self.selectionModel().selectedRows()} or {row}
            self._lines.tick(rows, not self._lines.is_ticked(row))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held and row >= 0:
            self.opened.emit(row)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not held:
            self.remove_wanted.emit()
        elif key == Qt.Key.Key_Up and row <= 0 and not held:
            self.up_wanted.emit()
        elif event.text().isprintable() and event.text() and not held & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()  # no leaping to lines that begin so: letters are labels
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: object) -> None:
        """Open, unless the tick was hit twice."""
        super().mouseDoubleClickEvent(event)  # type: ignore[arg-type]
        index = self.currentIndex()
        if index.isValid() and index.column() != TICK:
            self.opened.emit(index.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first line is current when none is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._lines.rowCount():
            self.setCurrentIndex(self._lines.index(0, HIT))
        self.listening.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Label keys are somebody else's again."""
        super().focusOutEvent(event)
        self.listening.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other rows."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(round(QFontMetricsF(self.font()).height()) + 8)


class LineDelegate(QStyledItemDelegate):
    """Draws what was found under its label's line in the middle, and what stands around it up to it."""

    def __init__(self, theme: Theme, model: LinesModel, view: QTableView) -> None:
        super().__init__(view)
        self.theme = theme
        self._model, self._view = model, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        self._ground(painter, box, state, index)
        inner = QRectF(box).adjusted(_PAD, 0, -_PAD, 0)
        font: QFont = option.font
        painter.setFont(font)
        one: Line = index.data(LINE)
        skipped = bool(index.data(SKIPPED))
        if index.column() == HIT:
            self._hit(painter, inner, font, one, index.data(MARKS))
        elif index.column() in (BEFORE, AFTER):
            self._around(painter, inner, one, index.column(), faint=skipped)
        else:
            self._words(painter, inner, str(index.data()), Qt.TextElideMode.ElideRight, self.theme.muted)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag, index: Index) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self.theme.wash)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, blend(self.theme.text, self.theme.page, 0.06))
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            painter.setPen(QPen(self.theme.accent, 1))
            painter.drawLine(box.topLeft(), box.topRight())
            painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _around(self, painter: QPainter, box: QRectF, one: Line, column: int, *, faint: bool) -> None:
        """In a text that runs from right to left, what comes before stands at the right."""
        rtl = _is_rtl(one.hit)
        text = one.before if (column == BEFORE) != rtl else one.after
        begin_cut = text is one.before
        mode = Qt.TextElideMode.ElideLeft if begin_cut else Qt.TextElideMode.ElideRight
        side = Qt.AlignmentFlag.AlignRight if column == BEFORE else Qt.AlignmentFlag.AlignLeft
        colour = blend(self.theme.text, self.theme.page, 0.62) if faint else self.theme.text
        self._words(painter, box, text.strip(), mode, colour, side)

    def _hit(self, painter: QPainter, box: QRectF, font: QFont, one: Line, marks: Marks) -> None:
        bold = _bold(font)
        painter.setFont(bold)
        metrics = QFontMetricsF(bold)
        words = metrics.elidedText(one.hit, Qt.TextElideMode.ElideMiddle, box.width())
        width = metrics.horizontalAdvance(words)
        left = box.center().x() - width / 2
        if label := next((name for name, _ in marks.exact), next(reversed(marks.covering), "")):
            ink = self.theme.ink(self._model.schema, label)
            strip = QRectF(left - 2, box.top() + 2, width + 4, box.height() - 5)
            painter.fillRect(strip, blend(ink.colour, self.theme.page, 0.24 if self.theme.dark else 0.16))
            draw_underline(painter, strip.left(), strip.right(), strip.bottom(), ink)
        painter.setPen(self.theme.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _words(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        mode: Qt.TextElideMode,
        colour: QColor,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setPen(colour)
        shown = QFontMetricsF(painter.font()).elidedText(text, mode, box.width())
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _is_rtl(text: str) -> bool:
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False
