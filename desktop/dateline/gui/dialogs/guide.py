"""The user guide: Markdown pages with their titles beside them."""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QSplitter, QTextBrowser, QWidget

from dateline import assets
from dateline.gui.dialogs.frame import fit_screen
from dateline.gui.theme import Theme
from dateline.gui.theme_style import ThemeKeeper


def guide_pages(folder: Path) -> list[tuple[str, Path]]:
    """Return the pages of a guide as (title, file) in the order of their names; the index comes first."""
    pages = []
    for path in sorted(folder.glob("*.md"), key=lambda p: (p.stem != "index", p.name)):
        lines = path.read_text(encoding="utf-8").splitlines()
        title = next((line.lstrip("# ").strip() for line in lines if line.startswith("#")), path.stem)
        pages.append((title, path))
    return pages


def guide_folder() -> Path:
    """Return the guide in the language of the system where there is one, else in English."""
    own = assets.resources("guide", QLocale().name()[:2])
    return own if own.is_dir() else assets.resources("guide")


class GuideWindow(QWidget):
    """A window of its own beside the work; links between pages work, links to the web open outside."""

    def __init__(self, themes: ThemeKeeper, parent: QWidget | None = None, folder: Path | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("User guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(900, 700)
        fit_screen(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages"))
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.tr("Page"))
        self.page.setOpenExternalLinks(True)
        self.page.document().setDocumentMargin(28)
        font = self.page.font()
        font.setPointSizeF(font.pointSizeF() * 1.12)
        self.page.setFont(font)
        self._missing = QLabel(self.tr("The guide is not part of this installation."))
        self._missing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        both = QSplitter()
        both.addWidget(self.list)
        both.addWidget(self.page)
        both.setStretchFactor(1, 1)
        both.setSizes([220, 680])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(both)
        row.addWidget(self._missing)
        for title, path in guide_pages(folder or guide_folder()):
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, path)
            self.list.addItem(item)
        both.setVisible(self.list.count() > 0)
        self._missing.setVisible(self.list.count() == 0)
        self.list.currentItemChanged.connect(self._show)
        self.page.sourceChanged.connect(self._follow)
        themes.changed.connect(self._wear)
        self._wear(themes.current)
        self.list.setCurrentRow(0)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            url = QUrl.fromLocalFile(str(item.data(Qt.ItemDataRole.UserRole)))
            if self.page.source().path() != url.path():
                self.page.setSource(url, QTextDocument.ResourceType.MarkdownResource)

    def _follow(self, url: QUrl) -> None:
        """Mark the page a link led to."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            if str(item.data(Qt.ItemDataRole.UserRole)) == url.toLocalFile():
                self.list.setCurrentRow(row)

    def _wear(self, theme: Theme) -> None:
        self.page.setStyleSheet(
            f"QTextBrowser {{ background: {theme.page.name()}; border: 1px solid {theme.page.name()}; }}"
            f"QTextBrowser:focus {{ border-color: {theme.accent.name()}; }}"
        )
        if not self.page.source().isEmpty():
            self.page.reload()
