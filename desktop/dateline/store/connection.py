"""Opening the database of a project: what kind of file it is, how it is connected, backups."""

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from dateline.store.errors import (
    MissingProject,
    NewerProject,
    NotAProject,
    ReadOnlyProject,
    explained,
)
from dateline.store.migrations import APPLICATION_ID, VERSION

_HEADER = b"SQLite format 3\x00"
_BUSY_SECONDS = 5.0


def examine(path: Path) -> int:
    """Return the format version of a project file without changing it; raises a ProjectError for anything else."""
    if not path.exists():
        raise MissingProject(path)
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except PermissionError:
        raise ReadOnlyProject(path) from None
    except OSError:  # a folder, a broken drive
        raise NotAProject(path) from None
    if len(head) < 100 or not head.startswith(_HEADER):
        raise NotAProject(path)
    version, application = int.from_bytes(head[60:64]), int.from_bytes(head[68:72])
    if application != APPLICATION_ID:
        raise NotAProject(path)
    if version > VERSION:
        raise NewerProject(path, version, VERSION)
    return version


def connect(path: Path, *, readonly: bool = False) -> sqlite3.Connection:
    """Connect for durable writing (WAL, synchronous=FULL), or for reading only."""
    with explained(path):
        if readonly:
            return _connect_readonly(path)
        conn = sqlite3.connect(path, timeout=_BUSY_SECONDS, check_same_thread=False)
        try:
            conn.execute("PRAGMA journal_mode = WAL")
            conn.execute("PRAGMA synchronous = FULL")
            conn.execute("PRAGMA cache_size = -32000")
            conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.Error:
            conn.close()
            raise
        return conn


def _connect_readonly(path: Path) -> sqlite3.Connection:
    """Read along with a writer where that works; a file in a folder that cannot be written is taken as it is."""
    uri = path.resolve().as_uri()
    conn = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=_BUSY_SECONDS, check_same_thread=False)
    try:
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        conn.close()
        conn = sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return conn


def writable(path: Path) -> bool:
    """Say whether the file and its folder can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def backup(conn: sqlite3.Connection, path: Path, reason: str) -> Path:
    """Copy the whole database beside itself and return the copy's path."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    target = path.with_name(f"{path.name}.backup-{reason}-{stamp}")
    with explained(target):
        copy = sqlite3.connect(target)
        try:
            conn.backup(copy)
        finally:
            copy.close()
    return target


def integrity(conn: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong with the file and its references; empty when all is well."""
    try:
        broken = [str(row[0]) for row in conn.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
        lost = [
            f"{table} row {rowid} refers to a missing {parent}"
            for table, rowid, parent, _ in conn.execute("PRAGMA foreign_key_check").fetchmany(20)
        ]
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return broken + lost
