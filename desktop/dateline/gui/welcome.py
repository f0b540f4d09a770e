"""What is seen while no project is open: three ways to begin, and the projects worked on lately."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from dateline.gui import icons
from dateline.gui.paths import is_there, shown
from dateline.gui.theme import Theme, blend
from dateline.gui.widgets.swatch import cap_font, caps_width, draw_caps

WIDTH = 560
_ICON = 22
_SHOWN = 6  # recent projects


class Offer(QAbstractButton):
    """A wide button: an icon, what it does, a line that explains, and its key."""

    def __init__(self, icon: str, title: str, text: str, theme: Theme, *, key: str = "", small: bool = False) -> None:
        super().__init__()
        self._icon, self._title, self._line, self._key = icon, title, text, key
        self._theme, self._small, self._over = theme, small, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        if small:
            self.setToolTip(text)

    @property
    def title(self) -> str:
        """What it does."""
        return self._title

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Tall enough for its lines."""
        height = QFontMetricsF(self.font()).height()
        return QSize(WIDTH, round(height * (2.1 if self._small else 3.9)))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        self._over = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go back."""
        self._over = False
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does; up and down go to the next offer."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card and what is on it."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(self._edge(), 1.2))
        painter.setBrush(theme.wash if self.isDown() else self._ground())
        painter.drawRoundedRect(box, 8, 8)
        side = _ICON if not self._small else 16
        drawn = icons.pixmap(self._icon, theme.muted if self._small else theme.accent, side, self.devicePixelRatioF())
        painter.drawPixmap(round(box.left() + 16), round(box.center().y() - side / 2), drawn)
        right = box.right() - 16
        if self._key:
            painter.setFont(cap_font(self.font()))
            draw_caps(painter, right, box.center().y(), self._key, theme)
            right -= caps_width(self._key, painter.font()) + 12
        inner = QRectF(box.left() + 16 + side + 14, box.top(), 0, box.height())
        inner.setRight(right)
        (self._draw_line if self._small else self._draw_lines)(painter, inner)

    def _ground(self) -> QColor:
        theme = self._theme
        if self._small:
            return theme.panel if self._over else theme.page
        return blend(theme.wash, theme.panel, 0.45) if self._over else theme.panel

    def _edge(self) -> QColor:
        theme = self._theme
        if self.hasFocus():
            return theme.accent
        if self._small:
            return self._ground()
        return blend(theme.accent, theme.line, 0.6) if self._over else theme.line

    def _draw_lines(self, painter: QPainter, box: QRectF) -> None:
        """The title over its explanation."""
        heading = bold(self.font(), 1.1)
        line, small = QFontMetricsF(heading), QFontMetricsF(self.font())
        top = box.center().y() - (line.height() + small.height() + 2) / 2
        painter.setFont(heading)
        painter.setPen(self._theme.text)
        title = line.elidedText(self._title, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QRectF(box.left(), top, box.width(), line.height()), 0, title)
        painter.setFont(self.font())
        painter.setPen(self._theme.muted)
        text = small.elidedText(self._line, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QRectF(box.left(), top + line.height() + 2, box.width(), small.height()), 0, text)

    def _draw_line(self, painter: QPainter, box: QRectF) -> None:
        """The title, and after it the explanation as far as there is room."""
        middle = Qt.AlignmentFlag.AlignVCenter
        metrics = QFontMetricsF(self.font())
        name = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, box.width() * 0.6)
        painter.setFont(self.font())
        painter.setPen(self._theme.text)
        painter.drawText(box, middle, name)
        used = metrics.horizontalAdvance(name) + 14
        rest = box.adjusted(used, 0, 0, 0)
        painter.setPen(self._theme.muted)
        where = metrics.elidedText(self._line, Qt.TextElideMode.ElideMiddle, rest.width())
        painter.drawText(rest, middle | Qt.AlignmentFlag.AlignRight, where)


class Welcome(QWidget):
    """Offers the sample, a new project, another project, and those opened lately."""

    sample_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    recent_wanted = Signal(object)  # Path

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._recent: list[Offer] = []
        self._mark, self._name, self._claim, self._lately = QLabel(), QLabel("Dateline"), QLabel(), QLabel()
        self._name.setFont(bold(self.font(), 2.0))
        self._claim.setText(self.tr("Tag who, where, when and what happened, and see it on a timeline."))
        self._claim.setWordWrap(True)
        self._lately.setText(self.tr("Recent projects"))
        self._lately.setFont(bold(self.font(), 0.9))
        offers = (
            ("guide", self.tr("Look round in the sample project"), self.tr("Five short reports, fully annotated"), ""),
            ("new", self.tr("New project"), self.tr("From a folder of articles, or empty"), "Ctrl+N"),
            ("open", self.tr("Open a project"), self.tr("A .dateline file on this computer"), "Ctrl+O"),
        )
        self.offers = [Offer(icon, title, text, theme, key=key) for icon, title, text, key in offers]
        for offer, wanted in zip(self.offers, (self.sample_wanted, self.new_wanted, self.open_wanted), strict=True):
            offer.clicked.connect(lambda _=False, signal=wanted: signal.emit())
        self._lay_out()
        self.set_theme(theme)
        self.set_recent(())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._mark)
        head.addWidget(self._name, 1)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._claim)
        column.addSpacing(14)
        for offer in self.offers:
            column.addWidget(offer)
        column.addSpacing(14)
        column.addWidget(self._lately)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(1)
        column.addLayout(self._rows)
        sheet = QWidget()
        sheet.setMaximumWidth(WIDTH)
        sheet.setLayout(column)
        whole = QWidget()
        middle = QVBoxLayout(whole)
        middle.setContentsMargins(28, 24, 28, 24)
        middle.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(sheet, 100)
        row.addStretch(1)
        middle.addLayout(row)
        middle.addStretch(3)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(whole)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setFocusProxy(self.offers[0])

    def set_recent(self, paths: Sequence[Path]) -> None:
        """List the projects opened lately, newest first; those that are gone stay off."""
        for row in self._recent:
            row.hide()
            row.deleteLater()
        self._recent = []
        for path in [p for p in paths if is_there(p)][:_SHOWN]:
            row = Offer("article", path.stem, shown(path.parent), self._theme, small=True)
            row.clicked.connect(lambda _=False, p=path: self.recent_wanted.emit(p))
            self._rows.addWidget(row)
            self._recent.append(row)
        self._lately.setVisible(bool(self._recent))

    @property
    def recent(self) -> tuple[Offer, ...]:
        """The rows of recent projects."""
        return tuple(self._recent)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        self._mark.setPixmap(icons.app_icon().pixmap(QSize(44, 44), self.devicePixelRatioF()))
        self._claim.setStyleSheet(f"color: {theme.muted.name()};")
        self._lately.setStyleSheet(f"color: {theme.muted.name()};")
        for offer in (*self.offers, *self._recent):
            offer.set_theme(theme)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground is the page's."""
        QPainter(self).fillRect(self.rect(), self._theme.page)


def bold(font: QFont, factor: float) -> QFont:
    """Return a font that is bold and `factor` times as large."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    made.setBold(True)
    return made
