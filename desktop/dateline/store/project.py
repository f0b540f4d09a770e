"""A project file: open, create, lock, and `step()`, through which every change goes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from dateline.model.changes import Changes, Kind, Place
from dateline.model.progress import Progress, Silent
from dateline.model.schema import Schema
from dateline.store import connection
from dateline.store.annotations import AnnotationReader
from dateline.store.articles import ArticleReader
from dateline.store.errors import ProjectError, ProjectGone, ReadOnlyProject, explained
from dateline.store.journal import HistoryEntry, Journal, Step, StepInfo
from dateline.store.local import Local
from dateline.store.lock import ProjectLock
from dateline.store.migrations import VERSION, migrate
from dateline.store.registry import RegistryReader
from dateline.store.schema import SchemaReader, schema_records
from dateline.store.search import Search

if TYPE_CHECKING:
    from sqlite_utils import Database


_SILENT = Silent()


class Project:
    """An open project. All reading goes through its readers, all changing through `step`.

    One thread uses one Project; a worker takes a `sibling`, with a connection of its own under the same lock.
    """

    def __init__(
        self, path: Path, conn: sqlite3.Connection, lock: ProjectLock | None, *, readonly: bool, owner: bool = True
    ) -> None:
        self.path = path
        self.readonly = readonly
        self._conn = conn
        self._lock = lock
        self._owner = owner
        self._identity = _identity(path)
        self._open_step: Step | None = None
        self.articles = ArticleReader(conn, path)
        self.annotations = AnnotationReader(conn, path)
        self.registry = RegistryReader(conn, path)
        self.search = Search(conn, path)
        self.local = Local(conn, path, readonly=readonly)
        self._schema_reader = SchemaReader(conn, path)

    @classmethod
    def create(cls, path: Path, schema: Schema) -> Self:
        """Make a new project with `schema`; raises ProjectError when the file exists or cannot be made."""
        path = Path(path).absolute()
        if path.exists():
            raise ProjectError("There is already a file of this name", path, "Choose another name, or open it.")
        if not path.parent.is_dir():
            raise ProjectError("There is no such folder", path.parent, "Make it first, or choose another.")
        lock = ProjectLock(path)
        lock.acquire()
        try:
            project = cls(path, _created(path), lock, readonly=False)
            with project.step("New project", kind="create") as step:
                for record in schema_records(schema):
                    step.put(record)
        except BaseException:
            path.unlink(missing_ok=True)
            lock.release()
            raise
        return project

    @classmethod
    def open(cls, path: Path, *, readonly: bool = False) -> Self:
        """Open a project, migrating an older one after a backup; raises the ProjectError that fits."""
        path = Path(path).absolute()
        version = connection.examine(path)
        if readonly:
            return cls(path, connection.connect(path, readonly=True), None, readonly=True)
        if not connection.writable(path):
            raise ReadOnlyProject(path)
        lock = ProjectLock(path)
        lock.acquire()
        try:
            conn = connection.connect(path)
            if version < VERSION:
                connection.backup(conn, path, f"v{version}")
                _migrated(conn, path)
            conn.execute("PRAGMA foreign_keys = ON")
            return cls(path, conn, lock, readonly=False)
        except BaseException:
            lock.release()
            raise

    def sibling(self) -> Self:
        """Return a second connection for a worker thread, under this project's lock."""
        conn = connection.connect(self.path, readonly=self.readonly)
        if not self.readonly:
            conn.execute("PRAGMA foreign_keys = ON")
        return type(self)(self.path, conn, self._lock, readonly=self.readonly, owner=False)

    def close(self) -> None:
        """Close the file; a sibling leaves the lock to its owner."""
        self._conn.close()
        if self._owner and self._lock:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def _db(self) -> "Database":
        """The sqlite-utils view of the connection; made when first needed, since importing it takes a while."""
        from sqlite_utils import Database

        return Database(self._conn, strict=True, execute_plugins=False)

    @cached_property
    def _journal(self) -> Journal:
        return Journal(self._db)

    @contextmanager
    def step(
        self, label: str, *, kind: str = "edit", annotator_id: str | None = None, place: Place | None = None
    ) -> Iterator[Step]:
        """Make one undoable step: all that is put or deleted inside is durable when the block ends, or nothing is.

        Steps do not nest: an inner `step` joins the outer one. `changes` may be read after the block.
        """
        if self._open_step is not None:
            yield self._open_step
            return
        self._require_writable()
        try:
            with explained(self.path), self._db.atomic():
                self._open_step = self._journal.begin(label, kind, annotator_id, place)
                yield self._open_step
                self._journal.end(self._open_step)
        finally:
            self._open_step = None

    def undo(self, progress: Progress = _SILENT) -> Changes:
        """Take the last step back; falsy Changes when there is none."""
        return self._replay(self.next_undo(), self._journal.undo, progress)

    def redo(self, progress: Progress = _SILENT) -> Changes:
        """Do the step that was last undone again; falsy Changes when there is none."""
        return self._replay(self.next_redo(), self._journal.redo, progress)

    def next_undo(self) -> StepInfo | None:
        """Return the step `undo` would take back; what merely made the project or an annotator cannot be."""
        with explained(self.path):
            return self._journal.next_undo()

    def next_redo(self) -> StepInfo | None:
        """Return the step `redo` would do again."""
        with explained(self.path):
            return self._journal.next_redo()

    def steps(self, limit: int = 200, before: int | None = None) -> list[StepInfo]:
        """Return the latest steps of the journal, newest first."""
        with explained(self.path):
            return self._journal.steps(limit, before)

    def history(self, kind: Kind, record_id: str) -> list[HistoryEntry]:
        """Return what was done to one record, oldest first."""
        with explained(self.path):
            return self._journal.history(kind, record_id)

    def schema(self) -> Schema:
        """Read the project's label schema."""
        return self._schema_reader.schema()

    def integrity(self) -> list[str]:
        """Return what is wrong with the file itself; empty when all is well."""
        return connection.integrity(self._conn)

    def backup(self, reason: str = "copy") -> Path:
        """Copy the project beside itself and return the copy's path."""
        return connection.backup(self._conn, self.path, reason)

    def _replay(self, info: StepInfo | None, how: "_Replay", progress: Progress) -> Changes:
        if info is None:
            return Changes()
        self._require_writable()
        with explained(self.path), self._db.atomic():
            return how(info, progress)

    def _require_writable(self) -> None:
        """SQLite writes on into a file that was unlinked; the person would lose the work."""
        if self.readonly:
            raise ReadOnlyProject(self.path)
        if _identity(self.path) != self._identity:
            raise ProjectGone(self.path)


if TYPE_CHECKING:
    from collections.abc import Callable

    _Replay = Callable[[StepInfo, Progress], Changes]


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


def _created(path: Path) -> sqlite3.Connection:
    try:
        conn = connection.connect(path)
    except ProjectError:
        raise ReadOnlyProject(path) from None
    _migrated(conn, path)
    conn.execute("PRAGMA foreign_keys = ON")
    return conn


def _migrated(conn: sqlite3.Connection, path: Path) -> None:
    from sqlite_utils import Database

    with explained(path):
        migrate(Database(conn, strict=True, execute_plugins=False))
