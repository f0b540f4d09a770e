"""Searching all articles at once: results as you type, with the words marked where they stand."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDockWidget,
    QHBoxLayout,
    QListView,
    QMainWindow,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dateline.gui.dialogs.frame import muted, plural
from dateline.gui.search.docks import brought
from dateline.gui.session import Session
from dateline.gui.theme import Theme, blend
from dateline.gui.theme_style import ThemeKeeper
from dateline.gui.widgets.ctrl_enter import OwnsCtrlEnter, is_ctrl_enter
from dateline.gui.widgets.search_field import SearchField
from dateline.model.changes import Changes, Kind, Place
from dateline.model.text import Utf16Map
from dateline.store.errors import ProjectError
from dateline.store.search import SearchHit

_PAUSE = 120  # milliseconds after the last key
_LIMIT = 200  # articles listed
_LINES = 3  # of the snippet
_PAD = 8
HIT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def as_typed(text: str) -> str:
    """Return a query for words that are still being typed: the last one is a beginning."""
    words = text.rstrip()
    return f"{words}*" if words and words == text and words[-1].isalnum() and words.count('"') % 2 == 0 else text


def plain_words(text: str) -> str:
    """Return a query as words that stand for themselves."""
    return " ".join(text.replace('"', " ").replace("*", " ").split())


class ProjectSearchPanel(OwnsCtrlEnter):
    """A field over the articles that match, best first; Enter or a click goes to the first match in one."""

    left = Signal()
    opened = Signal(object)  # Place: it was gone to, the person reads on there
    lines_wanted = Signal(str)  # every place where these words stand, side by side

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.field = SearchField(self.tr("Search all articles"), theme)
        self.field.setToolTip(self.tr('Words, "phrases" and begin*; case and diacritics make no difference'))
        self.count = muted()
        self.results = _Results(self)
        self.view = QListView()
        self.view.setModel(self.results)
        self._delegate = _HitDelegate(theme, self)
        self.view.setItemDelegate(self._delegate)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(self.tr("Articles found"))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 4)
        column.setSpacing(4)
        self.lines = QPushButton(self.tr("All lines"))
        self.lines.setToolTip(self.tr("Every place where these words stand, side by side, to be tagged (Ctrl+Enter)"))
        self.lines.setFlat(True)
        self.lines.setEnabled(False)
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        row.addWidget(self.lines)
        column.addWidget(self.field)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self.search)
        self.field.textChanged.connect(self._later.start)
        self.field.accepted.connect(self._accept)
        self.lines.clicked.connect(self._want_lines)
        self.field.left.connect(self.left)
        self.view.clicked.connect(self._open)
        self.view.activated.connect(self._open)
        session.project_changed.connect(self.search)
        session.changed.connect(self._changed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self.field.set_theme(theme)
        self._delegate.set_theme(theme)
        self.view.viewport().update()

    def open(self, words: str = "") -> None:
        """Begin to search, for `words` where there are any."""
        if words and len(words) < 80:
            self.field.setText(" ".join(words.split()))
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def search(self) -> None:
        """Look for what the field says now."""
        self._later.stop()
        project, text = self._session.project, self.field.text()
        self.lines.setEnabled(project is not None and bool(text.strip()))
        query = as_typed(text)
        if project is None or not query.strip():
            self.results.set_hits([])
            self.count.setText("")
            return
        try:
            hits, total = project.search.articles(query, _LIMIT), project.search.count(query)
        except ProjectError as error:
            self._session.failed.emit(error)
            return
        self.results.set_hits(hits)
        total = max(total, len(hits))
        said = plural(total, self.tr("1 article"), self.tr("{} articles")) if hits else self.tr("Nothing found")
        self.count.setText(said + (self.tr(", the best {} listed").format(len(hits)) if total > len(hits) else ""))
        if hits:
            self.view.setCurrentIndex(self.results.index(0))
            self.view.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the field, down goes to the results; Esc leaves."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus() and self.results.rowCount():
            self.view.setFocus()
        elif is_ctrl_enter(event):
            self._want_lines()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _want_lines(self) -> None:
        if words := plain_words(self.field.text()):
            self.lines_wanted.emit(words)

    def _accept(self, _shift: bool) -> None:
        if self._later.isActive():
            self.search()
        if self.view.currentIndex().isValid():
            self._open(self.view.currentIndex())

    def _open(self, index: Index) -> None:
        hit: SearchHit = index.data(HIT)
        place = Place(hit.article_id, hit.first)
        self._session.show_place(place, "search")
        self.opened.emit(place)

    def _changed(self, changes: Changes, _origin: str) -> None:
        if self.isVisible() and changes.touches(Kind.ARTICLE):
            self._later.start()


class _Results(QAbstractListModel):
    """The articles found."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits: Sequence[SearchHit] = ()

    def set_hits(self, hits: Sequence[SearchHit]) -> None:
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self._hits[index.row()]
        if role == HIT:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.name
        return f"{hit.name}\n{hit.snippet}" if role == Qt.ItemDataRole.AccessibleTextRole else None


class _HitDelegate(QStyledItemDelegate):
    """Draws an article's name and date over the piece of its text, with the words marked."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        line = QFontMetricsF(option.font).height()
        return QSize(120, round(line * (1 + _LINES * 0.94) + 2 * _PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, hit = self._theme, index.data(HIT)
        box = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.wash)
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), theme.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.panel)
        inner = box.adjusted(_PAD + 3, _PAD, -_PAD, -_PAD)
        self._draw_head(painter, inner, option.font, hit)
        self._draw_snippet(painter, inner, option.font, hit)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()

    def _draw_head(self, painter: QPainter, box: QRectF, font: QFont, hit: SearchHit) -> None:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics, plain = QFontMetricsF(bold), QFontMetricsF(font)
        day = hit.published[:10]
        width = plain.horizontalAdvance(day)
        painter.setFont(font)
        painter.setPen(self._theme.muted)
        line = QRectF(box.left(), box.top(), box.width(), metrics.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, day)
        painter.setFont(bold)
        painter.setPen(self._theme.text)
        name = metrics.elidedText(hit.name, Qt.TextElideMode.ElideRight, box.width() - width - 10)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, name)

    def _draw_snippet(self, painter: QPainter, box: QRectF, font: QFont, hit: SearchHit) -> None:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.93)
        layout = QTextLayout(hit.snippet.replace("\n", " ").replace("\r", " "), small)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(hit))
        layout.beginLayout()
        y = QFontMetricsF(font).height() + 2
        for _ in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(20.0, box.width()))
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        painter.setPen(self._theme.muted)
        layout.draw(painter, box.topLeft(), [], box)

    def _formats(self, hit: SearchHit) -> list[QTextLayout.FormatRange]:
        """The marks are code points, Qt counts in UTF-16."""
        to16 = Utf16Map(hit.snippet).to_utf16
        looks = QTextCharFormat()
        looks.setForeground(self._theme.text)
        looks.setBackground(blend(self._theme.accent, self._theme.page, 0.42))
        looks.setFontWeight(QFont.Weight.DemiBold)
        found = []
        for mark in hit.marks:
            part = QTextLayout.FormatRange()
            begin = to16(mark.begin)
            part.start, part.length, part.format = begin, to16(mark.end) - begin, looks
            found.append(part)
        return found


def search_dock(window: QMainWindow, session: Session, themes: ThemeKeeper, words: str = "") -> QDockWidget:
    """Bring up the window's search, made the first time it is wanted, and begin to search."""

    def make() -> ProjectSearchPanel:
        panel = ProjectSearchPanel(session, themes.current)
        themes.changed.connect(panel.set_theme)
        return panel

    area = Qt.DockWidgetArea.LeftDockWidgetArea
    title = QCoreApplication.translate("ProjectSearchPanel", "Search")
    dock = brought(window, themes, "dock-search", title, make, area, "dock-articles")
    found = dock.widget()
    if isinstance(found, ProjectSearchPanel):
        found.left.connect(dock.hide, Qt.ConnectionType.UniqueConnection)
        found.open(words)
    return dock
