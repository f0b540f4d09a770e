"""The composition root of the window: builds everything in stages, runs Qt.

First what it takes to read an article; when that has been painted, all other panels; then, once a thread has imported
numpy and pyqtgraph, the timeline.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from dateline import __version__, assets
from dateline.gui.file_types import announce
from dateline.gui.i18n import install_translation
from dateline.gui.main_window import MainWindow
from dateline.gui.reader.view import accessible_reader
from dateline.gui.session import Session
from dateline.gui.settings import Settings
from dateline.gui.tasks import Tasks
from dateline.gui.theme_style import FUSION, ThemeKeeper

if TYPE_CHECKING:
    from threading import Thread

_STARTED = "started_before"
_NO_PAINT_MS = 500  # a window that is hidden or minimised is completed without having been painted


class App(QObject):
    """The running program: its window and what the window is made of."""

    readable = Signal()  # the first article has been painted
    completed = Signal()  # everything is there and drawn, the timeline included
    _imported = Signal()  # from the thread: the timeline can be made

    def __init__(self, qt: QApplication) -> None:
        super().__init__()
        self._qt = qt
        qt.setApplicationName("dateline")
        qt.setApplicationDisplayName("Dateline")
        qt.setApplicationVersion(__version__)
        qt.setDesktopFileName("dateline")
        self.settings = Settings(parent=self)
        self._translators = install_translation(qt, self.settings.language)
        self.themes = ThemeKeeper(qt, self.settings, self)
        self.tasks = Tasks(self)
        self.session = Session(self.settings.annotator_name or _person(), self)
        QAccessible.installFactory(accessible_reader)
        self.window = MainWindow(self.session, self.settings, self.themes, self.tasks)
        self._wanted: Path | None = None
        self._heavy: Thread | None = None
        self._complete = self._there = self._prepared = self._ending = False
        qt.aboutToQuit.connect(self._end)

    def start(self, path: Path | None) -> None:
        """Open a project (else the last one, else nothing) and show the window with its first article."""
        self.window.show()  # first, so that the article is laid out once, in its size; it is painted in the loop
        wanted = path or self.settings.last_project
        if wanted is not None and (path is not None or wanted.exists()):
            self._wanted = wanted
            self.session.open_project(wanted, lock_later=True)  # what goes wrong is told when there is a window
        self.window.pane.reader.setFocus()
        if self.session.project is None:
            self.complete()
        else:
            reader = self.window.pane.reader.viewport()
            self._first_paint = _FirstPaint(reader, self._painted, self)
            QTimer.singleShot(_NO_PAINT_MS, self.window, self.complete)

    def open_sample_at_first(self) -> None:
        """At the very first start on this machine, open the sample project: a page to look at beats an empty one."""
        if not self.settings.flag(_STARTED):
            self.settings.set_flag(_STARTED, True)
            if self.session.project is None and self._wanted is None:
                self.files.open_sample()

    def _end(self) -> None:
        self._ending = True

    def _painted(self) -> None:
        self.readable.emit()
        self.complete()

    def complete(self) -> None:
        """Make everything but the timeline, then let the timeline come; once."""
        if self._complete:
            return
        self._complete = True
        from dateline.gui.files import Files
        from dateline.gui.menu_dialogs import MenuDialogs

        sys.excepthook = self._report
        self.window.complete()
        self.window.suggesting.wait_for(lambda: self._prepared)
        self.files = Files(self.window, self.session, self.settings, self.tasks)
        self.dialogs = MenuDialogs(self.window, self.session, self.settings, self.tasks)
        if self._wanted is not None and self.session.project is None:
            self.files.open_path(self._wanted)  # tells what is wrong and what can be done
        self._panels_paint = _FirstPaint(self.window.statusBar(), self._warm_up, self)
        QTimer.singleShot(_NO_PAINT_MS, self.window, self._warm_up)

    def _report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Something broke before reporting was there: bring it in, and report."""
        self._install_reporting()
        sys.excepthook(kind, error, trace)

    def _install_reporting(self) -> None:
        from dateline.gui.dialogs.errors import install_reporting

        if sys.excepthook == self._report:
            sys.excepthook = sys.__excepthook__
            self._reporting = install_reporting(self.window)

    def _warm_up(self) -> None:
        """Import what is heavy in a thread, so that the window answers meanwhile; then draw the timeline; once.

        Not before the panels have been painted: the two would fight for the interpreter and both take longer.
        """
        if self._heavy is not None:
            return
        self._imported.connect(self._draw_timeline, Qt.ConnectionType.QueuedConnection)
        self._heavy = self._aside(self._import)

    def _import(self) -> None:
        _import_heavy()
        self._imported.emit()

    def _draw_timeline(self) -> None:
        if not isValid(self.window):  # it was closed meanwhile
            return
        drawn_on = self.window.bring_timeline()
        if drawn_on.isVisible():
            self._timeline_paint = _FirstPaint(drawn_on, self._all_there, self)
            QTimer.singleShot(_NO_PAINT_MS, self.window, self._all_there)
        else:  # its dock was put away
            QTimer.singleShot(0, self.window, self._all_there)

    def _all_there(self) -> None:
        """The timeline has been painted; once."""
        if self._there:
            return
        self._there = True
        QTimer.singleShot(0, self.window, self._say_complete)  # what painting has put off is through by then

    def _say_complete(self) -> None:
        self.completed.emit()
        QTimer.singleShot(0, self.window, self._settle)

    def _settle(self) -> None:
        """Bring in what nobody sees: reporting, the lock, what keys bring up, the icons of menus."""
        from PySide6.QtGui import QIcon

        from dateline.gui.collector import Collector
        from dateline.gui.held_keys import HeldKeys
        from dateline.gui.overlays import Overlays

        self._install_reporting()
        if not self.session.secure() and self._wanted is not None:
            self.files.open_path(self._wanted)  # somebody else has it, or wrote to it before it was locked
        self.overlays = Overlays(self.window, self.session)
        self.window.draw_icons()
        self._qt.setWindowIcon(QIcon(str(assets.resources("icons", "dateline.svg"))))
        self.held_keys = HeldKeys(self.window.windowHandle(), self.window.actions_table, self)
        self.collector = Collector(self.window)  # goes with it
        self.session.project_changed.connect(self.collector.look_at_all)
        self._qt.applicationStateChanged.connect(self.collector.heed)
        self._aside(self._prepare)

    def _aside(self, work: Callable[[], None]) -> "Thread":
        """Start work in a thread; who quits early meets no error: while Python ends it lets in no further module."""
        import threading

        def run() -> None:
            try:
                work()
            except RuntimeError:
                if not self._ending:
                    raise

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        return thread

    def _prepare(self) -> None:
        _import_later()
        self._prepared = True


class _FirstPaint(QObject):
    """Calls back once, when a widget has been painted for the first time."""

    def __init__(self, widget: QWidget, painted: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._widget, self._painted = widget, painted
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the paint event pass and call back behind it."""
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._widget, self._painted)
        return super().eventFilter(watched, event)


def _import_heavy() -> None:
    import importlib

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # its threads cost 50 ms and nothing here uses them
    from dateline.gui.lean import import_pyqtgraph

    import_pyqtgraph()
    importlib.import_module("dateline.gui.timeline.panel")


def _import_later() -> None:
    """What the first edit of a date, the first event, or the first migration, would otherwise wait for."""
    import importlib

    from dateline.assist.told_elsewhere import prepare as prepare_telling
    from dateline.assist.turned_out import prepare as prepare_outcomes
    from dateline.chronology import prepare

    importlib.import_module("dateline.model.date_input")
    for proposing in ("attributes", "clauses", "telling"):
        importlib.import_module(f"dateline.assist.{proposing}")
    importlib.import_module("sqlite_utils")
    prepare()
    prepare_telling()
    prepare_outcomes()


def _person() -> str:
    """Return the name of the person at the machine, as the system knows it."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "annotator"


def path_of(arguments: Sequence[str]) -> Path | None:
    """Return the project that a command line asks the window to open: the first argument, if any."""
    return Path(arguments[0]).absolute() if arguments else None


def run(path: Path | None = None, *, started: Callable[[App, QApplication], None] | None = None) -> int:
    """Run the window until it is closed; returns the exit code. `started` is handed the app before it starts."""
    gc.disable()  # until all is there: nothing made at the start is rubbish
    announce()
    qt = QApplication([*sys.argv[:1], "-style", "Fusion"])
    qt.setProperty(FUSION, True)
    app = App(qt)
    if started is not None:
        started(app, qt)
    app.start(path)
    app.open_sample_at_first()
    return qt.exec()
