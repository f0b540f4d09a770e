"""Ctrl+K: any action, label, article or entity by a few letters of its name."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGraphicsDropShadowEffect,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dateline.gui.actions import Actions, shown_keys, translated
from dateline.gui.search.fuzzy import Fit, fit
from dateline.gui.theme import Theme
from dateline.gui.widgets.search_field import SearchField
from dateline.model.text import fold

_HINT_COLUMN = 84.0
LIMIT = 60  # rows: nobody reads further, and each is one to draw
Index = QModelIndex | QPersistentModelIndex
HIT = Qt.ItemDataRole.UserRole


class Command(Struct, frozen=True):
    """One thing the palette offers. `hint` stands at the right (a key, a date); `run` does it.

    `id` is unique over all providers ("action:undo", "article:0190…"): what was used lately is kept by it.
    `also` holds further words to find it by that are not shown.
    """

    id: str
    title: str
    hint: str
    group: str
    run: Callable[[], object]
    also: str = ""


Provider = Callable[[str], Iterable[Command]]


class Hit(Struct, frozen=True):
    """A command with how it fits what was typed."""

    command: Command
    fit: Fit


def rank(commands: Iterable[Command], sought: str, recent: Sequence[str] = ()) -> list[Hit]:
    """Return the commands that fit, best first; with nothing typed, those used lately and then as provided."""
    hits: list[tuple[float, int, Hit]] = []
    order = {command_id: n for n, command_id in enumerate(recent)}
    for n, command in enumerate(commands):
        found = fit(sought, command.title)
        if found is None and command.also and _begins_words(sought, f"{command.title} {command.also}"):
            found = Fit(0.0, ())
        if found:
            lately = 4.0 - order[command.id] * 0.1 if command.id in order else 0.0
            hits.append((-found.score - lately if sought.strip() else -lately, n, Hit(command, found)))
    return [hit for _, _, hit in sorted(hits, key=lambda h: h[:2])[:LIMIT]]


def _begins_words(sought: str, text: str) -> bool:
    """Long descriptions hold nearly every run of letters: there, only beginnings of words count."""
    there = fold(text).split()
    return all(any(word.startswith(part) for word in there) for part in fold(sought).split())


def action_commands(actions: Actions, group: str) -> Provider:
    """Return a provider of every action that can be triggered now, with its keys."""

    def provide(_sought: str) -> list[Command]:
        return [
            Command(
                f"action:{spec.id}",
                translated(spec.text).replace("&", "").rstrip("…"),
                shown_keys(spec),
                group,
                action.trigger,
                translated(spec.description),
            )
            for spec, action in actions.items()
            if action.isEnabled() and spec.id != "command_palette"
        ]

    return provide


class _Hits(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.hits: list[Hit] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hit = self.hits[index.row()]
        if role == HIT:
            return hit
        return hit.command.title if role == Qt.ItemDataRole.DisplayRole else None

    def show(self, hits: list[Hit]) -> None:
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()


class _HitDelegate(QStyledItemDelegate):
    """Title with its matched letters strong, group and hint small at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        font: QFont = option.font
        return QSize(100, round(QFontMetricsF(font).height()) + 13)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        opt: Any = option
        hit: Hit = index.data(HIT)
        theme, rect = self.theme, QRectF(opt.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if opt.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.wash)
            painter.drawRoundedRect(rect.adjusted(6, 1, -6, -1), 6, 6)
        small = QFont(opt.font)
        small.setPointSizeF(opt.font.pointSizeF() * 0.88)
        painter.setFont(small)
        painter.setPen(theme.muted)
        right = rect.right() - 16
        for words, least in ((hit.command.hint, _HINT_COLUMN), (hit.command.group, 0.0)):
            width = min(QFontMetricsF(small).horizontalAdvance(words), rect.width() * 0.3)
            box = QRectF(right - width, rect.top(), width + 1, rect.height())
            shown = QFontMetricsF(small).elidedText(words, Qt.TextElideMode.ElideRight, width + 1)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
            right -= max(width, least) + 16
        self._title(
            painter, opt.font, hit, QRectF(rect.left() + 16, rect.top(), right - rect.left() - 16, rect.height())
        )
        painter.restore()

    def _title(self, painter: QPainter, font: QFont, hit: Hit, box: QRectF) -> None:
        """The title is laid out as one text: drawn letter by letter, Arabic would fall apart."""
        title = hit.command.title
        shown = QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, box.width())
        layout = QTextLayout(shown, font)
        formats = []
        for i in hit.fit.at:
            if i < len(shown) and shown[i] == title[i]:
                strong = QTextLayout.FormatRange()
                strong.start, strong.length = len(shown[:i].encode("utf-16-le")) // 2, 1
                style = strong.format
                style.setForeground(self.theme.accent)
                style.setFontWeight(QFont.Weight.Bold)
                strong.format = style
                formats.append(strong)
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(box.width() + 20)
        layout.endLayout()
        painter.setPen(self.theme.text)
        painter.setClipRect(box)
        layout.draw(painter, box.topLeft() + QRectF(0, (box.height() - line.height()) / 2, 0, 0).topLeft())


class CommandPalette(QFrame):
    """An overlay on the window: type, arrows choose, Enter does, Esc or a click elsewhere leaves."""

    def __init__(self, window: QWidget, theme: Theme, providers: Sequence[Provider]) -> None:
        super().__init__(window)
        self._window, self._providers = window, list(providers)
        self._recent: list[str] = []
        self._back: QWidget | None = None
        self.setObjectName("CommandPalette")
        self._field = SearchField(self.tr("Action, label, article, entity …"), theme)
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._hits = _Hits()
        self._delegate = _HitDelegate(theme)
        self._list = QListView()
        self._list.setModel(self._hits)
        self._list.setItemDelegate(self._delegate)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.entered.connect(self._list.setCurrentIndex)
        self._list.clicked.connect(self._run)
        self._none = QLabel(self.tr("Nothing has that name."))
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(6)
        for part in (self._field, self._list, self._none):
            box.addWidget(part)
        self._shadow = QGraphicsDropShadowEffect(self)
        self._shadow.setBlurRadius(36)
        self._shadow.setOffset(0, 8)
        self.setGraphicsEffect(self._shadow)
        self.hide()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.theme = theme
        self._field.set_theme(theme)
        self._none.setStyleSheet(f"color: {theme.muted.name()}; padding: 18px;")
        edge = (theme.muted if theme.dark else theme.line).name()
        ground = f"background: {theme.page.name()}; border: 1px solid {edge}; border-radius: 10px;"
        self.setStyleSheet(f"#CommandPalette {{ {ground} }}")

    def popup(self, text: str = "") -> None:
        """Show it with `text` typed; `close` gives the focus back to whoever has it now."""
        if not self.isVisible():
            self._back = self._window.focusWidget()
        self._place()
        self._window.installEventFilter(self)
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._field.text() == text:
            self._search(text)
        self._field.setText(text)
        self._field.selectAll()

    def leave(self) -> None:
        """Put it away and give the focus back."""
        self._window.removeEventFilter(self)
        self.hide()
        if self._back:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mind the keys of the field, the size of the window, and where the focus goes."""
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._place()
        if watched is self._field:
            if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(event)
            if event.type() is QEvent.Type.FocusOut and self.isVisible() and not self._field.hasFocus():
                self._back = None
                self.leave()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        steps |= {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run(self._list.currentIndex())
        elif event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        """One row past either end goes round; pages stop there."""
        count = len(self._hits.hits)
        if count:
            at = self._list.currentIndex().row() + by
            self._list.setCurrentIndex(self._hits.index(at % count if abs(by) == 1 else min(max(at, 0), count - 1)))

    def _search(self, text: str) -> None:
        offered = (command for provider in self._providers for command in provider(text))
        self._hits.show(rank(offered, text, self._recent))
        found = bool(self._hits.hits)
        self._list.setVisible(found)
        self._none.setVisible(not found)
        if found:
            self._list.setCurrentIndex(self._hits.index(0))
        self._place()

    def _run(self, index: QModelIndex) -> None:
        """It is put away first: what is run may open a window or take the focus."""
        if not index.isValid():
            return
        command = self._hits.hits[index.row()].command
        self._recent = [command.id, *(i for i in self._recent if i != command.id)][:20]
        self.leave()
        command.run()

    def _place(self) -> None:
        """In the upper middle, as tall as its rows, and no taller than leaves the page in sight."""
        area = self._window.rect()
        width = min(640, area.width() - 32)
        row = self._delegate.sizeHint(_option_of(self._list), QModelIndex()).height()
        rows = min(len(self._hits.hits), max(3, int(area.height() * 0.55) // row)) * row if self._hits.hits else 56
        height = self._field.sizeHint().height() + rows + 26
        self.setGeometry((area.width() - width) // 2, max(16, area.height() // 9), width, height)


def _option_of(view: QListView) -> QStyleOptionViewItem:
    option = QStyleOptionViewItem()
    option.font = view.font()
    return option
