"""The files and folders to import: chosen, or dropped from the desktop."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from dateline.gui.dialogs.frame import framed
from dateline.gui.paths import is_folder, shown

_PATH = Qt.ItemDataRole.UserRole


def dropped_paths(data: QMimeData) -> list[Path]:
    """Return the local files and folders that are being dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class SourceList(QListWidget):
    """Lists sources; Delete takes the selected ones off."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        framed(self)
        self.setAccessibleName(self.tr("Files and folders to import"))

    @property
    def paths(self) -> list[Path]:
        """The sources in their order."""
        return [self.item(i).data(_PATH) for i in range(self.count())]

    @property
    def selected_paths(self) -> set[Path]:
        """The sources that are selected."""
        return {item.data(_PATH) for item in self.selectedItems()}

    def add(self, paths: Iterable[Path]) -> None:
        """Add sources that are not listed yet."""
        there = set(self.paths)
        for path in paths:
            if path not in there:
                there.add(path)
                item = QListWidgetItem(f"{path.name}/" if is_folder(path) else path.name)
                item.setText(f"{item.text()}    {shown(path.parent)}")
                item.setToolTip(str(path))
                item.setData(_PATH, path)
                self.addItem(item)
        self.changed.emit()

    def remove_selected(self) -> None:
        """Take the selected sources off the list."""
        for item in self.selectedItems():
            self.takeItem(self.row(item))
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace remove."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_selected()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take files anywhere."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        self.add(dropped_paths(event.mimeData()))
        event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say in the empty list what it is for."""
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            box = self.viewport().rect().adjusted(16, 8, -16, -8)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box, flags, self.tr("Drop files and folders here, or add them with the buttons"))
