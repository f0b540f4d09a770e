"""What can be wrong with a project file, told apart so that each is explained in its own words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class ProjectError(Exception):
    """The user's world is not as it should be. `what` happened, `where`, and what is `todo`; nothing was changed."""

    def __init__(self, what: str, where: Path | str, todo: str) -> None:
        super().__init__(f"{what}: {where}. {todo}")
        self.what, self.where, self.todo = what, str(where), todo


class MissingProject(ProjectError):
    """There is no such file."""

    def __init__(self, where: Path) -> None:
        super().__init__("There is no project file here", where, "Check the path, or make one with 'dateline new'.")


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
            "Make a copy of it first; then go back to a backup beside it (*.backup-*), or recover what is left "
            "with the sqlite3 program's .recover.",
        )


class ReadOnlyProject(ProjectError):
    """The file or its folder cannot be written."""

    def __init__(self, where: Path) -> None:
        super().__init__(
            "The project cannot be written: the file, its folder or its drive is read-only",
            where,
            "Open it for reading only, or copy it to a place of your own.",
        )


class LockedProject(ProjectError):
    """Another window or command has the file open."""

    def __init__(self, where: Path, holder: str) -> None:
        by = f" ({holder})" if holder else ""
        super().__init__(
            f"The project is open elsewhere{by}", where, "Close it there, or open it here for reading only."
        )


class BusyProject(ProjectError):
    """A long job of this program is writing to the file."""

    def __init__(self, where: Path) -> None:
        super().__init__("A long job is writing to the project", where, "Wait for it to end, or cancel it.")


class DiskFull(ProjectError):
    """No room is left."""

    def __init__(self, where: Path) -> None:
        super().__init__("The disk is full; the last change was not saved", where, "Make room, then do it again.")


class ProjectGone(ProjectError):
    """The file was removed or replaced while open."""

    def __init__(self, where: Path) -> None:
        super().__init__(
            "The project file is no longer where it was opened; the last change was not saved",
            where,
            "Plug the drive back in or put the file back, then open it again.",
        )


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says inside the block into a ProjectError about `path`."""
    try:
        yield
    except sqlite3.Error as error:
        if isinstance(error, sqlite3.ProgrammingError | sqlite3.IntegrityError):
            raise  # our bug, not the user's world
        raise _project_error(path, error) from error


def _project_error(path: Path, error: sqlite3.Error) -> ProjectError:
    message = str(error).lower()
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    if code == sqlite3.SQLITE_FULL or "disk is full" in message:
        return DiskFull(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return BusyProject(path)
    if code == sqlite3.SQLITE_NOTADB or "not a database" in message:
        return NotAProject(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return ReadOnlyProject(path)
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return ProjectGone(path)
    return DamagedProject(path, str(error))
