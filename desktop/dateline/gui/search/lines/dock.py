"""The dock of the concordance, and what connects it with the window."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDockWidget, QFileDialog

from dateline.editing.common import EditError, require_other_file
from dateline.editing.concordance import write_lines
from dateline.exchange.problems import CannotWrite
from dateline.gui.main_window import MainWindow
from dateline.gui.search.docks import brought
from dateline.gui.search.lines.panel import ConcordancePanel
from dateline.gui.widgets.wording import in_one_line
from dateline.model.progress import Progress

translate = QCoreApplication.translate
_HEIGHT = 400  # pixels that lines want at least
_BEFORE = "heightBefore"


def concordance_dock(window: MainWindow, words: str = "") -> QDockWidget:
    """Bring up the window's concordance, made the first time it is wanted, and begin to look."""
    area, title = Qt.DockWidgetArea.BottomDockWidgetArea, translate("ConcordancePanel", "All lines")
    dock = brought(window, window.themes, "dock-lines", title, lambda: _made(window), area, "dock-timeline")
    panel = dock.widget()
    if isinstance(panel, ConcordancePanel):
        once = Qt.ConnectionType.UniqueConnection
        panel.left.connect(window.pane.reader.setFocus, once)
        _grow(window, dock)
        if words:
            panel.look_for(words)
        else:
            panel.open(window.pane.reader.selected_text())
    return dock


def _grow(window: MainWindow, dock: QDockWidget) -> None:
    """Give lines room to be read; the timeline gets its own height back when they go."""
    before, wanted = dock.height(), min(_HEIGHT, window.height() * 2 // 5)
    if dock.isFloating() or before >= wanted:
        return
    dock.setProperty(_BEFORE, before)
    window.resizeDocks([dock], [wanted], Qt.Orientation.Vertical)


def _leave(window: MainWindow) -> None:
    dock = window.findChild(QDockWidget, "dock-lines")
    if dock is None:
        return
    dock.hide()
    if before := dock.property(_BEFORE):
        dock.setProperty(_BEFORE, None)
        window.resizeDocks([window.docks["timeline"]], [before], Qt.Orientation.Vertical)


def _made(window: MainWindow) -> ConcordancePanel:
    panel = ConcordancePanel(window.session, window.tasks, window.bulk, window.themes.current)
    keys, pane = window.keys, window.pane
    keys.watch(panel.view)
    keys.armed.connect(panel.choose_label)
    panel.choose_label(keys.armed_label)
    panel.listening.connect(lambda on: pane.listen(panel.choose_label if on else None))
    panel.left.connect(lambda: _leave(window))
    panel.opened.connect(pane.read_on)
    panel.export_wanted.connect(lambda: _export(window, panel))
    window.themes.changed.connect(panel.set_theme)
    return panel


def _export(window: MainWindow, panel: ConcordancePanel) -> None:
    """Ask for a file and write the lines shown into it."""
    project, annotator, session = window.session.project, window.session.annotator, window.session
    if project is None or annotator is None:
        return
    kinds, title = translate("ConcordancePanel", "Tables (*.csv)"), translate("ConcordancePanel", "Save lines")
    chosen, _ = QFileDialog.getSaveFileName(window, title, str(project.path.parent / "lines.csv"), kinds)
    if not chosen:
        return
    path, rows = Path(chosen), panel.model.shown()
    try:
        require_other_file(project, path, "replaced")
    except EditError as error:
        session.message.emit(str(error))
        return

    def work(progress: Progress) -> None:
        write_lines(path, rows, annotator, progress)

    def failed(error: BaseException) -> None:
        if not isinstance(error, CannotWrite):
            raise error
        session.message.emit(in_one_line(error.problem))

    task = window.tasks.start(translate("ConcordancePanel", "Saving lines"), work)
    said = translate("ConcordancePanel", "{n} lines are in {path}").format(n=len(rows), path=path)
    task.succeeded.connect(lambda _: session.message.emit(said))
    task.failed.connect(failed)
