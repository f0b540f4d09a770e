"""What is seen in the centre while a project has no articles: how they come in."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dateline.gui.theme import Theme
from dateline.gui.welcome import WIDTH, Offer, bold


class NothingYet(QWidget):
    """Offers to import articles; files and folders are dropped anywhere on the window."""

    import_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._drop = QLabel(self.tr("No articles yet")), QLabel()
        self._title.setFont(bold(self.font(), 1.6))
        self._drop.setWordWrap(True)
        text = self.tr("Texts, tables, feeds, or what other tools have annotated")
        self.offer = Offer("import", self.tr("Import articles"), text, theme, key="Ctrl+I")
        self.offer.clicked.connect(lambda _=False: self.import_wanted.emit())
        self.setFocusProxy(self.offer)
        column = QVBoxLayout()
        column.setSpacing(12)
        for widget in (self._title, self.offer, self._drop):
            column.addWidget(widget)
        sheet = QWidget()
        sheet.setMaximumWidth(WIDTH)
        sheet.setLayout(column)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(sheet, 100)
        row.addStretch(1)
        middle = QVBoxLayout(self)
        middle.setContentsMargins(28, 12, 28, 12)
        middle.addStretch(2)
        middle.addLayout(row)
        middle.addStretch(3)
        self.let_import(True)
        self.set_theme(theme)

    def let_import(self, on: bool) -> None:
        """Offer to import, unless the project is open for reading only."""
        self.offer.setVisible(on)
        self._drop.setText(
            self.tr("Or drop files and folders here.")
            if on
            else self.tr("This project is open for reading only: nothing can be imported.")
        )

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        self._drop.setStyleSheet(f"color: {theme.muted.name()};")
        self.offer.set_theme(theme)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground is the page's."""
        QPainter(self).fillRect(self.rect(), self._theme.page)
