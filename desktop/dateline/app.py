"""The composition root of the window: builds everything, wires it, runs Qt."""

import getpass
import importlib
import os
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from dateline import __version__, assets
from dateline.gui.dialogs.errors import install_reporting
from dateline.gui.files import Files
from dateline.gui.i18n import install_translation
from dateline.gui.main_window import MainWindow
from dateline.gui.overlays import Overlays
from dateline.gui.session import Session
from dateline.gui.settings import Settings
from dateline.gui.tasks import Tasks
from dateline.gui.theme_style import ThemeKeeper


class App(QObject):
    """The running program: its window and what the window is made of."""

    def __init__(self, qt: QApplication) -> None:
        super().__init__()
        qt.setApplicationName("dateline")
        qt.setApplicationDisplayName("Dateline")
        qt.setApplicationVersion(__version__)
        qt.setDesktopFileName("dateline")
        qt.setWindowIcon(QIcon(str(assets.resources("icons", "dateline.svg"))))
        self.settings = Settings(parent=self)
        self._translators = install_translation(qt, self.settings.language)
        self.themes = ThemeKeeper(qt, self.settings, self)
        self.tasks = Tasks(self)
        self.session = Session(self.settings.annotator_name or _person(), self)
        self.window = MainWindow(self.session, self.settings, self.themes, self.tasks)
        self.files = Files(self.window, self.session, self.settings, self.tasks)
        self.overlays = Overlays(self.window, self.session)
        self._reporting = install_reporting(self.window)
        self._first_paint = _FirstPaint(self.window.pane.reader.viewport(), self)
        self._first_paint.painted.append(self._warm_up)

    def start(self, path: Path | None) -> None:
        """Open a project (else the last one, else nothing) and show the window with its first article."""
        wanted = path or self.settings.last_project
        if wanted is not None and (path is not None or wanted.exists()):
            self.files.open_path(wanted)
        self.window.show()
        if self.session.project is None:
            QTimer.singleShot(0, self._warm_up)

    def _warm_up(self) -> None:
        """Import what is heavy in a thread, so that the window answers meanwhile; then draw the timeline."""
        threading.Thread(target=_import_heavy, daemon=True).start()
        self._wait = QTimer(self)
        self._wait.setInterval(15)
        self._wait.timeout.connect(self._draw_timeline)
        self._wait.start()

    def _draw_timeline(self) -> None:
        if _heavy.is_set():
            self._wait.stop()
            self.window.bring_timeline()


class _FirstPaint(QObject):
    """Calls back once, when a widget has been painted for the first time."""

    def __init__(self, widget: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self.painted: list[Callable[[], object]] = []
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the paint event pass and call back behind it."""
        if event.type() is QEvent.Type.Paint and self.painted:
            for call in self.painted:
                QTimer.singleShot(0, call)
            self.painted = []
            self._widget.removeEventFilter(self)
        return super().eventFilter(watched, event)


_heavy = threading.Event()


def _import_heavy() -> None:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # its threads cost 50 ms and nothing here uses them
    try:
        for name in ("numpy", "pyqtgraph", "sqlite_utils", "dateline.gui.timeline.panel"):
            importlib.import_module(name)
    finally:
        _heavy.set()


def _person() -> str:
    """Return the name of the person at the machine, as the system knows it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "annotator"


def run(path: Path | None = None, arguments: Sequence[str] = ()) -> int:
    """Run the window until it is closed; returns the exit code."""
    qt = QApplication([sys.argv[0], *arguments])
    app = App(qt)
    app.start(path)
    return qt.exec()
