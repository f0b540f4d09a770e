"""What can be wrong with a project file, told apart so that each is explained in its own words."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NO_ROOM = 1 << 16  # bytes; less than one growth of the files beside a database


class ProjectError(Exception):
    """The user's world is not as it should be. `what` happened, `where`, and what is `todo`; nothing was changed."""

    def __init__(self, what: str, where: Path | str, todo: str) -> None:
        super().__init__(f"{what}: {where}. {todo}")
        self.what, self.where, self.todo = what, str(where), todo


class MissingProject(ProjectError):
    """There is no such file."""

    def __init__(self, where: Path) -> None:
        super().__init__("There is no project file here", where, "Check the path, or make one with 'dateline new'.")


class BackupProject(ProjectError):
    """The name says that it is kept as it was, before a migration or by hand: "p.dateline.backup-20261129"."""

    def __init__(self, where: Path) -> None:
        todo = "Copy it to a name that ends in .dateline and work on the copy."
        super().__init__("This is a backup by its name, and stays as it is", where, todo)


class UnreadableProject(ProjectError):
    """The file is there but the system does not let it be read."""

    def __init__(self, where: Path, detail: str) -> None:
        super().__init__(
            f"The project file cannot be read ({detail})", where, "Check its permissions and the drive it lies on."
        )


class OldSqlite(ProjectError):
    """The database library of this Python is from before STRICT tables."""

    def __init__(self, where: Path, found: str) -> None:
        super().__init__(
            f"The SQLite library of this Python is too old ({found}; 3.37 is needed)",
            where,
            "Use a newer Python, or the packaged Dateline.",
        )


class NotAProject(ProjectError):
    """The file is something else."""

    def __init__(self, where: Path) -> None:
        super().__init__("This is not a Dateline project", where, "To bring texts or annotations in, import them.")


class NewerProject(ProjectError):
    """The file was made by a later version of the program."""

    def __init__(self, where: Path, found: int, known: int) -> None:
        super().__init__(
            f"This project was written by a newer Dateline (its format is {found}, this program knows {known})",
            where,
            "Update Dateline to open it. The file was left as it is.",
        )


class DamagedProject(ProjectError):
    """The database is broken."""

    def __init__(self, where: Path, detail: str) -> None:
        super().__init__(
            f"The project file is damaged ({detail})",
            where,
            "Make a copy of it first. Then move it away, together with the files of the same name that end in -wal "
            "and -shm, and go back to a backup (*.backup-*); or recover what is left with the sqlite3 program's "
            ".recover.",
        )


class ReadOnlyProject(ProjectError):
    """The file or its folder cannot be written."""

    def __init__(self, where: Path) -> None:
        super().__init__(
            "The project cannot be written: the file, its folder or its drive is read-only",
            where,
            "Open it for reading only, or copy it to a place of your own.",
        )


class FolderRefuses(ProjectError):
    """No project can be made in a folder."""

    def __init__(self, where: Path, detail: str) -> None:
        super().__init__(f"No file can be made in this folder ({detail})", where, "Choose a folder of your own.")


class LockedProject(ProjectError):
    """Another window or command has the file open."""

    def __init__(self, where: Path, holder: str) -> None:
        by = f" ({holder})" if holder else ""
        super().__init__(
            f"The project is open elsewhere{by}", where, "Close it there, or open it here for reading only."
        )


class BusyProject(ProjectError):
    """A long job of this program, or another program, is writing to the file."""

    def __init__(self, where: Path) -> None:
        super().__init__(
            "A long job or another program is writing to the project", where, "Wait for it to end, or cancel it."
        )


class DiskFull(ProjectError):
    """No room is left."""

    def __init__(self, where: Path) -> None:
        super().__init__("The disk is full; the last change was not saved", where, "Make room, then do it again.")


class NoRoomForTrial(ProjectError):
    """A copy of a project of `size` bytes, to try something on, finds no room among the temporary files."""

    def __init__(self, where: Path, size: int) -> None:
        needed = f"at least {size // 1_000_000 + 1} MB are needed"
        super().__init__(
            f"There is no room for the preview in the folder for temporary files ({needed})",
            where,
            "Import without a preview, or set TMPDIR to a folder with room. Nothing was changed.",
        )


class ProjectGone(ProjectError):
    """The file was removed or replaced while open."""

    def __init__(self, where: Path) -> None:
        super().__init__(
            "The project file is no longer where it was opened; the last change was not saved",
            where,
            "Plug the drive back in or put the file back, then open it again.",
        )


class DriveFailed(ProjectError):
    """The drive refused to read or write."""

    def __init__(self, where: Path, detail: str) -> None:
        super().__init__(
            f"The drive reported an error ({detail}); the last change was not saved",
            where,
            "Check the drive and its connection, and copy the project to another one.",
        )


class RepeatedId(ValueError):
    """Records that were to be added have an id that is there already; `ids` names some of them."""

    def __init__(self, table: str, ids: list[str]) -> None:
        self.table, self.ids = table, ids
        super().__init__(f"two records of the kind {table} have the id {', '.join(ids)}")


@contextmanager
def explained(path: Path, *, reading: bool = True) -> Iterator[None]:
    """Turn what SQLite says inside the block into a ProjectError about `path`; our own mistakes pass unchanged.

    Of a damaged file SQLite may speak in bytes that are no text; while only `reading`, they are taken for that.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        if not reading:
            raise
        raise DamagedProject(path, "its tables are unreadable") from error
    except sqlite3.DatabaseError as error:
        problem = _project_error(path, error)
        if problem is None and reading and getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_ERROR:
            problem = DamagedProject(path, str(error)[:80])  # our queries are sound: the definition of a table is not
        if problem is None:
            raise
        raise problem from error


def _project_error(path: Path, error: sqlite3.DatabaseError) -> ProjectError | None:
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return _drive_error(path, error)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL):
        return BusyProject(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return ReadOnlyProject(path)
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(path)
    if code == sqlite3.SQLITE_NOTADB:
        return NotAProject(path)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT) or "decode to utf-8" in str(error).lower():
        return DamagedProject(path, str(error)[:80])
    return None


def _drive_error(path: Path, error: sqlite3.DatabaseError) -> ProjectError:
    """SQLite says "I/O error" of many things; what is left of the file tells which."""
    if not path.exists():
        return ProjectGone(path)
    try:
        free = shutil.disk_usage(path.parent).free
    except OSError:
        return ProjectGone(path)
    if free < _NO_ROOM:
        return DiskFull(path)
    if not os.access(path.parent, os.W_OK):
        return ReadOnlyProject(path)
    return DriveFailed(path, str(error))
