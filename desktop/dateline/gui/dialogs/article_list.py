"""The articles an import brings, as a list to look over."""

from textwrap import fill

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from dateline.editing.newcomers import Newcomers
from dateline.gui.dialogs.frame import framed
from dateline.gui.widgets.tips import plain_tip

_TEXT = 3  # the column of the first words; it is shown second
_LINE = 70  # characters of a line of them
_WIDEST = 160  # pixels of a source


class ArticleList(QTreeWidget):
    """Title, first words, date and source of the first new articles; what is missing is marked quietly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("New articles"))
        self.setHeaderLabels([self.tr("Title"), self.tr("Published"), self.tr("Source"), self.tr("Text")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        header.moveSection(_TEXT, 1)
        framed(self)
        self.hide()

    def show_new(self, new: Newcomers) -> None:
        """Show these; nothing where there are none."""
        self.clear()
        quiet = self.palette().brush(QPalette.ColorRole.PlaceholderText)
        for article in new.first:
            published = article.published[:16].replace("T", " ")
            item = QTreeWidgetItem(
                [article.name, published or self.tr("no date"), article.source, " ".join(article.opening.split())]
            )
            item.setForeground(_TEXT, quiet)
            item.setToolTip(_TEXT, plain_tip(fill(" ".join(article.opening.split()), _LINE)))
            if not published:
                item.setForeground(1, quiet)
            for column in (0, 2):
                item.setToolTip(column, plain_tip(item.text(column)))
            self.addTopLevelItem(item)
        if more := new.count - len(new.first):
            item = QTreeWidgetItem([self.tr("and {} more").format(f"{more:n}")])
            item.setForeground(0, quiet)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.addTopLevelItem(item)
        self.setColumnHidden(2, not any(article.source for article in new.first))
        for column in (1, 2):
            self.resizeColumnToContents(column)
        self.setColumnWidth(2, min(_WIDEST, self.columnWidth(2)))
        self.setVisible(bool(new.first))
