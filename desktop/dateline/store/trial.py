"""A copy of a database that has no name: whatever ends the program, nothing of its texts stays behind."""

import errno
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.model.progress import Progress, Silent
from dateline.store.errors import DiskFull, DriveFailed, NoRoomForTrial, ProjectGone, explained

_PREFIX = "dateline-trial-"
_AT_A_TIME = 4000  # pages that are copied between two looks at whether to stop
_LITTLE = 1 << 20  # bytes: a drive with less is full


@contextmanager
def unnamed_copy(
    conn: sqlite3.Connection, of: Path, progress: Progress | None = None
) -> Iterator[tuple[Path, sqlite3.Connection]]:
    """Yield where a copy of the project `of` is made, and the connection to it; it is gone when the block ends.

    Where a file can be deleted while it is open, it is before anything is copied into it, and so is its log; elsewhere
    what a killed program left is swept up with the next copy. Raises ProjectError, NoRoomForTrial also for what the
    block does to the copy.
    """
    with explained(of):
        size = _size(conn)
    where = Path(tempfile.gettempdir())
    if os.name != "posix":
        _sweep(where)
    path = where
    try:
        with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as folder:
            path = Path(folder, "copy")
            with explained(path):
                copy = _filled(path, conn, progress or Silent())
            try:
                yield path, copy
            finally:
                copy.close()
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise NoRoomForTrial(where, size) from error
    except DiskFull as error:
        if error.where != str(path):
            raise
        raise NoRoomForTrial(where, size) from error
    except ProjectGone as error:  # of what has no name SQLite's "I/O error" tells no more
        if error.where != str(path):
            raise
        if shutil.disk_usage(where).free < _LITTLE:
            raise NoRoomForTrial(where, size) from error
        raise DriveFailed(where, str(error.__cause__)) from error


def _filled(path: Path, source: sqlite3.Connection, progress: Progress) -> sqlite3.Connection:
    """Connect to a copy that is written with a log, as a project is: it can be rolled back, in little memory."""
    copy = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    try:
        for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = OFF", "synchronous = OFF"):
            copy.execute(f"PRAGMA {pragma}").fetchone()
        copy.execute("BEGIN IMMEDIATE")  # the file is opened
        copy.execute("COMMIT")
        if os.name == "posix":
            path.unlink()
        progress.step(0, 1, "")
        source.backup(copy, pages=_AT_A_TIME, progress=lambda _, left, total: progress.step(total - left, total, ""))
        path.touch()  # the log is made with the permissions of what has this name
        copy.execute("PRAGMA journal_mode = WAL").fetchone()
        copy.execute("BEGIN IMMEDIATE")  # the log is opened
        copy.execute("COMMIT")
        if os.name == "posix":
            for left in path.parent.iterdir():
                left.unlink()
        copy.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        copy.close()
        raise
    return copy


def _size(conn: sqlite3.Connection) -> int:
    """Return how many bytes a database has."""
    pages, page = (conn.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages) * int(page)


def _sweep(where: Path) -> None:
    """Delete the copies of programs that were killed; those in use do not let themselves be deleted."""
    for left in where.glob(f"{_PREFIX}*"):
        shutil.rmtree(left, ignore_errors=True)
