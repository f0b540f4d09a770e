"""A project file: open, create, lock, and `step()`, through which every change goes."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from dateline.model.changes import Changes, Kind, Place
from dateline.model.progress import Progress, Silent
from dateline.model.schema import Schema
from dateline.store import connection, migrations, upgrading
from dateline.store.annotations import AnnotationReader
from dateline.store.articles import ArticleReader
from dateline.store.draft import put_aside_left_over_log, told_of, try_to_make
from dateline.store.errors import ProjectError, ProjectGone, ReadOnlyProject, explained
from dateline.store.local import Local
from dateline.store.schema import SchemaReader, schema_records

if TYPE_CHECKING:  # what the first article does not need is imported when it is asked for
    from dateline.store.journal import HistoryEntry, Journal, Step, StepInfo
    from dateline.store.lock import ProjectLock
    from dateline.store.occurrences import OccurrenceReader
    from dateline.store.registry import RegistryReader
    from dateline.store.search import Search

SUFFIX = ".dateline"  # of a project's file name
_SILENT = Silent()


class Project:
    """An open project. All reading goes through its readers, all changing through `step`.

    One thread uses one Project; a worker takes a `sibling`, with a connection of its own under the same lock.
    """

    def __init__(self, path: Path, conn: sqlite3.Connection, lock: "ProjectLock | None", *, readonly: bool) -> None:
        self.path = path
        self.readonly = readonly
        self._conn = conn
        self._lock = lock
        self._closed = False
        self._identity = _identity(path)
        self._open_step: Step | None = None
        self._lock_later = False
        self._seen = 0
        self.annotator_id: str | None = None  # who works on it, where that is known
        self.articles = ArticleReader(conn, path)
        self.annotations = AnnotationReader(conn, path)
        self.local = Local(conn, path, readonly=readonly)
        self._schema_reader = SchemaReader(conn, path)

    @cached_property
    def _journal(self) -> "Journal":
        from dateline.store.journal import Journal

        return Journal(self._conn)

    @cached_property
    def occurrences(self) -> "OccurrenceReader":
        """What happened when, for the timeline."""
        from dateline.store.occurrences import OccurrenceReader

        return OccurrenceReader(self._conn, self.path)

    @cached_property
    def registry(self) -> "RegistryReader":
        """Entities and happenings."""
        from dateline.store.registry import RegistryReader

        return RegistryReader(self._conn, self.path)

    @cached_property
    def search(self) -> "Search":
        """The search index."""
        from dateline.store.search import Search

        return Search(self._conn, self.path)

    @classmethod
    def create(cls, path: Path, schema: Schema) -> Self:
        """Make a new project with `schema`; raises ProjectError when the file exists or cannot be made.

        It is made under another name and then given its own, so that no crash leaves a half-made project.
        """
        path = Path(path).absolute()
        if path.exists() or path.is_symlink():
            raise ProjectError("There is already a file of this name", path, "Choose another name, or open it.")
        if not path.parent.is_dir():
            raise ProjectError("There is no such folder", path.parent, "Make it first, or choose another.")
        draft = path.with_name(f"{path.name}.{os.getpid()}.new")
        try_to_make(draft)
        lock = _locked(path)
        try:
            with told_of(path, draft):
                cls._make(draft, schema)
            put_aside_left_over_log(path)
            draft.rename(path)
            connection.sync_folder(path.parent)
            return cls._connected(path, lock)
        except BaseException:
            for name in (draft.name, f"{draft.name}-journal"):
                draft.with_name(name).unlink(missing_ok=True)
            lock.release()
            raise

    @classmethod
    def _make(cls, draft: Path, schema: Schema) -> None:
        """Write a whole new database in one file, without a log beside it.

        Only the last of its transactions waits for the drive, for all of them: the file has not got its name yet.
        """
        draft.unlink(missing_ok=True)
        with explained(draft):
            conn = sqlite3.connect(draft, isolation_level=None)
            try:
                conn.execute("PRAGMA journal_mode = MEMORY")
                conn.execute("PRAGMA synchronous = OFF")
                upgrading.migrate(conn)
                conn.execute("PRAGMA synchronous = FULL")
                with cls(draft, conn, None, readonly=False).step("New project", kind="create") as step:
                    for record in schema_records(schema):
                        step.put(record)
            finally:
                conn.close()

    @classmethod
    def open(cls, path: Path, *, readonly: bool = False, lock_later: bool = False) -> Self:
        """Open a project, migrating an older one after a backup; raises the ProjectError that fits.

        `lock_later` puts the lock off to `secure`, or to the first edit, whichever comes first.
        """
        path = Path(path).absolute()
        version = connection.examine(path)
        if readonly:
            return cls(path, upgrading.reading(path), None, readonly=True)
        if not connection.writable(path):
            raise ReadOnlyProject(path)
        lock = None if lock_later and version == migrations.VERSION else _locked(path)
        try:
            project = cls._connected(path, lock)
        except BaseException:
            if lock:
                lock.release()
            raise
        if lock is None:
            project._lock_later = project.local.held = True
            project._seen = project._data_version()
        return project

    def secure(self) -> bool:
        """Take the lock that `lock_later` put off; raises LockedProject when another program has it.

        Returns whether somebody wrote to the project meanwhile: then what was read of it is to be read again.
        """
        if not self._lock_later:
            return False
        self._lock = _locked(self.path)
        self._lock_later = self.local.held = False
        return self._data_version() != self._seen

    def _data_version(self) -> int:
        with explained(self.path):
            return int(self._conn.execute("PRAGMA data_version").fetchone()[0])

    @classmethod
    def _connected(cls, path: Path, lock: "ProjectLock | None", *, waits: float = connection.OWNER_WAITS) -> Self:
        conn = connection.connect(path, waits=waits)
        try:
            version = connection.format_version(conn, path)
            if version < migrations.VERSION:
                upgrading.upgrade(conn, path, version)
            connection.require_tables(conn, path)
            conn.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            conn.close()
            raise
        return cls(path, conn, lock, readonly=False)

    def sibling(self) -> Self:
        """Return a second connection for a worker thread; the lock is held until both are closed."""
        self.secure()
        if self._lock is None:
            return type(self)(self.path, upgrading.reading(self.path), None, readonly=True)
        self._lock.acquire()
        try:
            self._require_there()
            made = self._connected(self.path, self._lock, waits=connection.SIBLING_WAITS)
            made.annotator_id = self.annotator_id
            return made
        except BaseException:
            self._lock.release()
            raise

    @contextmanager
    def throwaway(self, progress: Progress | None = None) -> Iterator[Self]:
        """Yield a copy of the project to try something on; it is gone when the block ends, however it ends.

        `progress` counts pages of the file while it is copied.
        """
        from dateline.store.trial import unnamed_copy

        with unnamed_copy(self._conn, self.path, progress) as (path, conn):
            yield type(self)(path, conn, None, readonly=False)

    def close(self) -> None:
        """Close the file. Closing twice does no harm."""
        if self._closed:
            return
        self._closed = True
        try:
            if self.readonly:
                connection.close_reading(self._conn, self.path)
            else:
                self._conn.close()
        finally:
            if self._lock:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def step(
        self, label: str, *, kind: str = "edit", annotator_id: str | None = None, place: Place | None = None
    ) -> "Iterator[Step]":
        """Make one undoable step: all that is put or deleted inside is durable when the block ends, or nothing is.

        The history tells it as the annotator's, where none is given as that of who works on the project.
        A `step` inside a `step` is a part of the outer one that may fail by itself: its own changes are taken back,
        and the outer step goes on if it catches the error. `changes` may be read after the outer block.
        """
        if self._open_step is not None:
            with explained(self.path, reading=False), self._open_step.part() as step:
                yield step
            return
        self._require_writable()
        with explained(self.path, reading=False), connection.transaction(self._conn):
            step = self._open_step = self._journal.begin(label, place)
            try:
                yield step
                self._journal.end(step, kind, annotator_id or self.annotator_id)
            finally:
                self._open_step = None
                step.close()
                self._entities_changed(step.changes)

    def _entities_changed(self, changes: Changes) -> Changes:
        if "registry" in self.__dict__ and changes.touches(Kind.ENTITY):
            self.registry.forget_names()
        return changes

    @contextmanager
    def little_memory(self) -> Iterator[None]:
        """Let a job that goes through the whole project once do so without filling memory with it."""
        with connection.little_memory(self._conn):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all reading inside the block see the project as it is at one moment, for exports from a sibling.

        No step can be made inside.
        """
        with explained(self.path, reading=False):
            self._conn.execute("BEGIN")
            try:
                self._conn.execute("SELECT 1 FROM sqlite_master").fetchone()  # the moment is that of the first reading
                yield
            finally:
                if self._conn.in_transaction:
                    self._conn.execute("COMMIT")

    def undo(self, progress: Progress = _SILENT) -> Changes:
        """Take the last step back; falsy Changes when there is none."""
        self._require_writable()
        with explained(self.path, reading=False), connection.transaction(self._conn):
            return self._entities_changed(self._journal.undo(progress))

    def redo(self, progress: Progress = _SILENT) -> Changes:
        """Do the step that was last undone again; falsy Changes when there is none."""
        self._require_writable()
        with explained(self.path, reading=False), connection.transaction(self._conn):
            return self._entities_changed(self._journal.redo(progress))

    def next_undo(self) -> "StepInfo | None":
        """Return the step `undo` would take back; the project's creation cannot be."""
        with explained(self.path):
            return self._journal.next_undo()

    def next_redo(self) -> "StepInfo | None":
        """Return the step `redo` would do again."""
        with explained(self.path):
            return self._journal.next_redo()

    def steps(self, limit: int = 200, before: int | None = None) -> "list[StepInfo]":
        """Return the latest steps of the journal, newest first."""
        with explained(self.path):
            return self._journal.steps(limit, before)

    def history(self, kind: Kind, record_id: str) -> "list[HistoryEntry]":
        """Return what was done to one record, oldest first."""
        with explained(self.path):
            return self._journal.history(kind, record_id)

    def schema(self) -> Schema:
        """Read the project's label schema."""
        return self._schema_reader.schema()

    def shown(self, label: str) -> str:
        """Return what a label is called on the screen, as the schema says, without reading all of it."""
        return self._schema_reader.shown(label)

    def integrity(self) -> list[str]:
        """Return what is wrong with the file itself; empty when all is well."""
        return connection.integrity(self._conn) or connection.astray(self._conn)

    def gather(self) -> None:
        """Bring what lies in the log beside the file into the file, so that a copy of it alone has all the work.

        Waits for nobody: what another connection still needs stays in the log. A drive that refuses is told by the
        next edit.
        """
        if not self.readonly and not self._closed:
            with suppress(sqlite3.Error):
                self._conn.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    def backup(self, reason: str = "copy") -> Path:
        """Copy the project beside itself and return the copy's path."""
        return connection.backup(self._conn, self.path, reason)

    def copy_to(self, target: Path) -> None:
        """Copy the project into a new file, whole in itself; raises ProjectError and leaves none then."""
        connection.copy(self._conn, target)
        connection.sync_folder(target.parent)

    def _require_writable(self) -> None:
        """SQLite writes on into a file that was unlinked; the person would lose the work."""
        if self.readonly:
            raise ReadOnlyProject(self.path)
        self.secure()
        self._require_there()

    def _require_there(self) -> None:
        if _identity(self.path) != self._identity:
            raise ProjectGone(self.path)


def _locked(path: Path) -> "ProjectLock":
    from dateline.store.lock import ProjectLock

    lock = ProjectLock(path)
    lock.acquire()
    return lock


def _identity(path: Path) -> tuple[tuple[int, int] | None, ...]:
    """Tell the file and its log from others of the same names."""
    found: list[tuple[int, int] | None] = []
    for name in (path, f"{path}-wal"):
        try:
            stat = os.stat(name)  # noqa: PTH116 - a Path for each edit is slower
            found.append((stat.st_dev, stat.st_ino))
        except OSError:
            found.append(None)
    return tuple(found)
