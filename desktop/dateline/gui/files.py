"""Projects and what goes in and out of them: opening, making, importing, exporting.

Dialogs are imported when they are opened: none of them is needed for the first paint.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStandardPaths, QTimer
from PySide6.QtGui import QDropEvent

from dateline.gui.long_undo import LongUndo
from dateline.gui.main_window import MainWindow
from dateline.gui.paths import is_folder
from dateline.gui.paths import shown as shown_folder
from dateline.gui.project_names import Misnamed, copied, is_misnamed
from dateline.gui.session import Session
from dateline.gui.settings import Settings
from dateline.gui.tasks import Tasks
from dateline.model.schema import Schema
from dateline.store.errors import LockedProject, MissingProject, ProjectError, ReadOnlyProject
from dateline.store.project import SUFFIX

if TYPE_CHECKING:
    from dateline.gui.dialogs.import_dialog import Sources
    from dateline.gui.dialogs.import_preview import Chosen
    from dateline.gui.welcome import Welcome


class Files(QObject):
    """Answers the actions that open and make projects, and those that bring something in or out."""

    def __init__(self, window: MainWindow, session: Session, settings: Settings, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._session, self._settings, self._tasks = window, session, settings, tasks
        self._caught: list[ProjectError] | None = None
        self._imported: dict[Sources, Chosen] = {}  # what labels and roles of sources were to become
        self._shown: set[str] = set()  # what open messages say
        session.failed.connect(self._failed)
        session.steps.long = LongUndo(session, tasks, self).start
        settings.changed.connect(self._setting_changed)
        window.welcome_made.connect(self._greet)
        if window.has_welcome:
            self._greet(window.welcome)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._wire()
        self._list_recent()

    def _greet(self, welcome: "Welcome") -> None:
        """Answer what the welcome page asks for."""
        welcome.sample_wanted.connect(self.open_sample)
        welcome.new_wanted.connect(self.new_project)
        welcome.open_wanted.connect(self.ask_open)
        welcome.recent_wanted.connect(self.open_path)
        welcome.set_recent(self._settings.recent_projects)

    def _wire(self) -> None:
        for name, then in {
            "new_project": self.new_project,
            "open_project": self.ask_open,
            "open_sample": self.open_sample,
            "import_articles": self.open_import,
            "export_data": self.open_export,
            "export_picture": self.export_picture,
            "timeline_picture": self.export_timeline_picture,
            "timeline_page": self.export_timeline_page,
            "quit": self._window.close,
        }.items():
            self._window.actions_table[name].triggered.connect(lambda _=False, t=then: t())

    # Opening

    def ask_open(self) -> None:
        """Ask for a project file and open it."""
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("Dateline projects (*{})").format(SUFFIX) + ";;" + self.tr("All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open project"), str(self.folder), kinds)
        if chosen:
            self.open_path(Path(chosen))

    def open_path(self, path: Path, *, readonly: bool = False) -> bool:
        """Open a project in place of the present one; where it cannot be, say why and offer what can be done."""
        project = self._session.project
        if project is not None and project.path == path.absolute() and project.readonly == readonly:
            return True
        if self._busy():
            return False
        error = self.attempt(lambda: self._session.open_project(path, readonly=readonly))
        if error is not None:
            self._explain(error, path)
            return False
        if readonly:
            self._session.message.emit(self.tr("Opened for reading only: nothing can be changed here."))
        self._window.pane.reader.setFocus()
        return True

    def copy_and_open(self, path: Path) -> None:
        """Copy a project that has no project's name, a backup for instance, under one beside it, and open the copy."""
        if self._busy():
            return
        task = self._tasks.start(self.tr("Copying the project"), lambda _progress: copied(path))
        task.succeeded.connect(self.open_path)
        task.failed.connect(lambda error: self._not_made(error, self.tr("The project could not be copied")))

    def open_sample(self) -> None:
        """Open this user's copy of the sample project, made the first time."""
        from dateline.editing.sample import make_sample, sample_path

        path = sample_path()
        if path.exists():
            self.open_path(path)
            return
        if self._busy():
            return
        task = self._tasks.start(self.tr("Making the sample project"), lambda progress: make_sample(path, progress))
        task.succeeded.connect(self.open_path)
        task.failed.connect(lambda error: self._not_made(error, self.tr("The sample could not be made")))

    def _not_made(self, error: BaseException, what: str) -> None:
        if isinstance(error, ProjectError):
            self._failed(error)
        elif isinstance(error, OSError):
            where = str(error.filename or "")
            self._failed(ProjectError(what, where, str(error.strerror or error)))
        else:
            raise error

    def new_project(self, folders: Sequence[Path] = (), file: Path | None = None) -> None:
        """Ask what a new project shall be, make it (as `file`, if nothing else is said), and bring in its texts."""
        from dateline.gui.dialogs.new_project import NewProjectDialog

        if self._busy():
            return
        dialog = NewProjectDialog(self.folder, self.create, self._window)
        dialog.created.connect(self._created)
        if folders:
            dialog.texts.set_path(folders[0])
        if file is not None:
            dialog.file.set_path(file)
        dialog.open()

    def create(self, path: Path, schema: Schema) -> ProjectError | None:
        """Make a project and open it; return what stood in the way."""
        return self.attempt(lambda: self._session.create_project(path, schema))

    def _created(self, folder: Path | None) -> None:
        if folder is not None:
            self.open_import([folder])
        else:
            self._session.message.emit(self.tr("The project is ready. Import articles with Ctrl+I."))

    @property
    def folder(self) -> Path:
        """The folder to begin looking for files in: the present or last project's, not the sample's; else documents."""
        from dateline.editing.sample import sample_path

        project = self._session.project
        last = project.path if project else self._settings.last_project
        if last is not None and is_folder(last.parent) and last.parent != sample_path().parent:
            return last.parent
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents) if documents and is_folder(Path(documents)) else Path.home()

    def _busy(self) -> bool:
        """A long job writes to the project that is open: it cannot be closed now."""
        if self._session.locked:
            self._session.message.emit(self.tr("A long job is running: wait for it, or cancel it below."))
        return self._session.locked

    # What goes wrong

    def attempt(self, act: Callable[[], object]) -> ProjectError | None:
        """Do something through the session and return its failure, instead of letting it be shown."""
        self._caught = []
        try:
            act()
            return self._caught[0] if self._caught else None
        finally:
            self._caught = None

    def _failed(self, error: ProjectError) -> None:
        if self._caught is not None:
            self._caught.append(error)
        else:
            self._explain(error)

    def _explain(self, error: ProjectError, path: Path | None = None) -> None:
        """Open one message at a time about the same thing: every key pressed on a full disk fails."""
        from dateline.gui.dialogs.errors import show_project_problem

        if str(error) in self._shown:
            return
        if path is not None and isinstance(error, LockedProject | ReadOnlyProject):
            dialog = show_project_problem(
                self._window,
                error,
                way_on=self.tr("Open for reading only"),
                then=lambda: QTimer.singleShot(0, lambda: self.open_path(path, readonly=True)),
            )
        elif path is not None and isinstance(error, MissingProject):
            dialog = show_project_problem(
                self._window,
                error,
                todo=self.tr("Check the path, or make a new project."),
                way_on=self.tr("New project here…"),
                then=lambda: self.new_project(file=path),
            )
            if path in self._settings.recent_projects:
                dialog.add_way(self.tr("Take it off the list"), lambda: self._settings.forget_project(path))
            self._session.project_changed.connect(dialog.close)
        elif isinstance(error, Misnamed):
            dialog = show_project_problem(
                self._window,
                error,
                way_on=self.tr("Work on a copy"),
                then=lambda: self.copy_and_open(error.path),
            )
        else:
            dialog = show_project_problem(self._window, error)
        self._shown.add(str(error))
        dialog.finished.connect(lambda _: self._shown.discard(str(error)))

    # The recent ones

    def _setting_changed(self, name: str) -> None:
        if name in {"last_project", "recent_projects"}:
            self._list_recent()
        elif name == "annotator_name":
            self._session.set_own_name(self._settings.annotator_name)
        elif name.startswith("reader_"):
            self._window.pane.set_type(self._settings)

    def _list_recent(self) -> None:
        paths = self._settings.recent_projects
        if self._window.has_welcome:
            self._window.welcome.set_recent(paths)
        menu = self._window.menus["file/recent"]
        menu.clear()
        for number, path in enumerate(paths, start=1):
            name = path.stem.replace("&", "&&")
            shown = f"&{number} {name}" if number < 10 else name
            action = menu.addAction(f"{shown}\t{shown_folder(path.parent)}")
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, p=path: self.open_path(p))
        menu.setEnabled(bool(paths))

    # In and out

    def open_import(self, sources: Sequence[Path] = ()) -> None:
        """Open the import dialog, with files and folders that were dropped, for instance; none without a project."""
        from dateline.gui.dialogs.import_dialog import ImportDialog

        project = self._session.project
        if project is None:
            self._session.message.emit(self.tr("Open or make a project first, then import into it."))
        elif project.readonly:
            self._session.message.emit(self.tr("This project is open for reading only: nothing can be imported."))
        elif not self._busy():
            folder = self._settings.last_folder("import") or self.folder
            dialog = ImportDialog(self._session, self._tasks, folder, sources, self._window, self._imported)
            dialog.folder_used.connect(lambda folder: self._settings.set_last_folder("import", folder))
            dialog.open()

    def open_export(self) -> None:
        """Open the export dialog."""
        from dateline.gui.dialogs.export_dialog import ExportDialog

        if self._session.project is not None:
            dialog = ExportDialog(self._session, self._tasks, self._window, self._settings.last_folder("export"))
            dialog.folder_used.connect(lambda folder: self._settings.set_last_folder("export", folder))
            dialog.open()

    def export_picture(self) -> None:
        """Ask for a file and draw the open article into it."""
        from dateline.gui.dialogs.picture import save_article_picture

        page = self._session.page
        if page is not None:
            save_article_picture(self._window, self._session, self._window.themes.current, self.folder)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files dropped on the window are opened or imported."""
        if isinstance(event, QDropEvent) and (paths := _dropped(event)):
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                # The desktop waits for the drop to end before it is usable again.
                QTimer.singleShot(0, lambda: self.take_dropped(paths))
            return True
        return super().eventFilter(watched, event)

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Open a project; import anything else, where no project is open into a new one."""
        if len(paths) == 1 and (paths[0].suffix.lower() == SUFFIX or is_misnamed(paths[0])):
            self.open_path(paths[0])
        elif self._session.project is not None:
            self.open_import(paths)
        else:
            self.new_project([path for path in paths if is_folder(path)])

    def export_timeline_page(self) -> None:
        """Ask for a file and write the timeline into it as a web page that needs nothing else."""
        from dateline.gui.dialogs.picture import save_timeline_page

        if self._session.project is not None:
            save_timeline_page(self._window, self._session, self._tasks, self.folder)

    def export_timeline_picture(self) -> None:
        """Ask for a file and draw the timeline into it as it is seen."""
        from dateline.gui.dialogs.picture import save_timeline_picture
        from dateline.gui.timeline.panel import TimelinePanel

        if isinstance(self._window.timeline, TimelinePanel):
            save_timeline_picture(self._window.timeline, self._session, self._tasks, self.folder)


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
