"""Two kinds of trouble told apart: something in the person's world to put right, and a bug of ours to report."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    QUrl,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from dateline import __version__, assets
from dateline.gui.dialogs.frame import Dialog, WrappedLabel, copy_text, heading, muted
from dateline.gui.icons import pixmap
from dateline.store.errors import ProjectError

log = logging.getLogger("dateline")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class ProblemDialog(Dialog):
    """What happened, where, and what to do; details folded away, to copy. It does not block the window."""

    def __init__(self, parent: QWidget | None, what: str, where: str = "", todo: str = "", details: str = "") -> None:
        super().__init__(self.tr("Dateline"), parent)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setMinimumWidth(460)
        self.report = "\n\n".join(part for part in (what, where, todo, details) if part)
        mark = QLabel()
        bad = self.palette().color(QPalette.ColorRole.BrightText)
        mark.setPixmap(pixmap("problem", bad, 28, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(7)
        words.addWidget(heading(what, 1.05))
        if where:
            words.addWidget(muted(where))
        if todo:
            words.addWidget(WrappedLabel(todo))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setMinimumHeight(200)
        self.details.hide()
        self.body.addWidget(self.details, 1)
        if details:
            self.add_button(self.tr("Details"), self._show_details, left=True)
        self.add_button(self.tr("Copy text"), lambda: copy_text(self.report), left=True)
        self.add_button(self.tr("Close"), self.close, default=True).setFocus()

    def add_way(self, text: str, then: Callable[[], object]) -> None:
        """Put a button that closes this and calls `then` last: Enter presses it."""

        def go_on() -> None:
            self.close()
            then()

        button = self.add_button(text, go_on, default=True)
        button.show()  # one that is hidden yet takes no focus
        button.setFocus()

    def _show_details(self) -> None:
        self.details.setVisible(not self.details.isVisible())
        self.adjustSize()


def show_problem(
    parent: QWidget | None, what: str, where: str = "", todo: str = "", details: str = ""
) -> ProblemDialog:
    """Tell of trouble in the person's world: a file that is missing, a full disk, line 17 of an import.

    `what` happened and what was kept, in one sentence; `where`: the path, line or field; `todo`: what to do
    next; `details`: whatever the system said. It is logged, shown without blocking, and returned.
    """
    log.info("problem: %s | %s | %s | %s", what, where, todo, details)
    dialog = ProblemDialog(parent, what, where, todo, details)
    dialog.open()
    return dialog


def show_project_problem(
    parent: QWidget, error: ProjectError, *, todo: str = "", way_on: str = "", then: Callable[[], object] | None = None
) -> ProblemDialog:
    """Tell why a project could not be opened or written; `way_on` names a button that closes this and calls `then`.

    `todo` says what to do in the window, where the error names other means.
    """
    dialog = show_problem(parent, f"{error.what}.", error.where, todo or error.todo)
    if way_on and then is not None:
        dialog.add_way(way_on, then)
    return dialog


def start_log(folder: Path) -> Path | None:
    """Log to a file in `folder` from now on; return it, or None where it cannot be written."""
    path = folder / "dateline.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=512_000, backupCount=2, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    log.setLevel(logging.INFO)
    return path


def log_qt_messages() -> None:
    """Send what Qt says to the log instead of the terminal."""
    qt_log = logging.getLogger("qt")

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        qt_log.log(_LEVELS.get(kind, logging.INFO), "%s: %s", context.category or "", message)

    qInstallMessageHandler(handle)


class BugCatcher(QObject):
    """Takes exceptions that nobody handled, in any thread: logs them and tells `caught(report)`; the program goes on.

    The same bug is told once, however often it strikes: a slot that runs on every repaint would bury the window.
    """

    caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: set[str] = set()
        self._before = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """Become the process's hook."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.handle
        threading.excepthook = self._handle_in_thread

    def uninstall(self) -> None:
        """Give the hook back."""
        sys.excepthook, threading.excepthook = self._before

    def handle(self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        """Log one exception and tell of it; Ctrl+C ends the program as it should."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            self._before[0](kind, problem, trace)
            return
        text = "".join(traceback.format_exception(kind, problem, trace))
        key = f"{kind.__name__} {[(f.filename, f.lineno) for f in traceback.extract_tb(trace)]}"
        if key in self._seen:
            return
        self._seen.add(key)
        log.error("unhandled: %s", text)
        self.caught.emit(bug_report(text))

    def _handle_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.handle(args.exc_type, args.exc_value, args.exc_traceback)


def bug_report(trace: str) -> str:
    """Return a report to send: versions, system and the trace."""
    return "\n".join(
        [
            f"Dateline {__version__}, Python {platform.python_version()}, Qt {qVersion()}",
            f"{platform.platform()}, {QGuiApplication.platformName() or 'no display'}",
            "",
            trace.rstrip(),
        ]
    )


def show_bug(parent: QWidget | None, report: str, folder: Path) -> ProblemDialog:
    """Tell of a bug of ours, with the report to copy and the way to the log; the window stays usable."""
    translate = QCoreApplication.translate
    dialog = ProblemDialog(
        parent,
        translate("Bug", "Something in Dateline went wrong; the last thing you did may not have been done."),
        translate("Bug", "Your data is safe: every step is on the disk as soon as it is shown."),
        translate(
            "Bug",
            "You can go on. If it comes again, please send us the report. Look it through first: it may "
            "name your files.",
        ),
        report,
    )
    dialog.add_button(
        translate("Bug", "Log folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))), left=True
    )
    dialog.show()
    return dialog


def install_reporting(window: QWidget) -> BugCatcher:
    """Log to the user's state folder and show bugs over `window` from now on, one dialog at a time."""
    folder = assets.state_folder()
    start_log(folder)
    log_qt_messages()
    catcher = BugCatcher(window)
    shown: list[ProblemDialog] = []

    def show(report: str) -> None:
        if not shown:
            shown.append(show_bug(window, report, folder))
            shown[0].destroyed.connect(shown.clear)

    # Queued: a bug in a worker must not open its dialog there.
    catcher.caught.connect(show, Qt.ConnectionType.QueuedConnection)
    catcher.install()
    return catcher
