"""A field for the path of a file or folder, with a button that opens the system's chooser."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget


class PathKind(StrEnum):
    """What is chosen: a file that is there, one to be written, or a folder."""

    FILE = "file"
    NEW = "new"
    FOLDER = "folder"


class PathField(QWidget):
    """A path that is typed or chosen."""

    changed = Signal()

    def __init__(self, kind: PathKind, title: str, start: Path, filters: str = "") -> None:
        super().__init__()
        self._kind, self._title, self._start, self._filters = kind, title, start, filters
        self.edit = QLineEdit()
        self.edit.setAccessibleName(title)
        self.button = QPushButton(self.tr("Choose…"))
        self.button.setAutoDefault(False)
        self.button.setAccessibleName(self.tr("Choose: {}").format(title))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else Alt and the letter of its label would lead nowhere
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self.changed)
        self.button.clicked.connect(self._choose)

    @property
    def path(self) -> Path | None:
        """The path given, None for none."""
        text = self.edit.text().strip()
        return Path(text).expanduser() if text else None

    def set_path(self, path: Path | None) -> None:
        """Show a path."""
        self.edit.setText(str(path or ""))

    def set_start(self, folder: Path) -> None:
        """Let the chooser begin in another folder while no path is given."""
        self._start = folder

    def set_choice(self, kind: PathKind, filters: str) -> None:
        """Choose another kind of thing from now on."""
        self._kind, self._filters = kind, filters

    def _choose(self) -> None:
        at = str(self.path or self._start)
        if self._kind is PathKind.FOLDER:
            chosen = QFileDialog.getExistingDirectory(self, self._title, at)
        elif self._kind is PathKind.NEW:
            # A file that is there is told about in the dialog itself.
            options = QFileDialog.Option.DontConfirmOverwrite
            chosen, _ = QFileDialog.getSaveFileName(self, self._title, at, self._filters, options=options)
        else:
            chosen, _ = QFileDialog.getOpenFileName(self, self._title, at, self._filters)
        if chosen:
            self.edit.setText(chosen)
