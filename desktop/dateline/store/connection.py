"""Opening the database of a project: what kind of file it is, how it is connected, transactions, backups."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from dateline.model.project_file import HEAD, is_project_head
from dateline.store import migrations
from dateline.store.errors import (
    DamagedProject,
    MissingProject,
    NewerProject,
    NotAProject,
    OldSqlite,
    UnreadableProject,
    explained,
)

OWNER_WAITS = 1.0  # seconds for another writer; the window must not stand still for longer
SIBLING_WAITS = 10.0
_CACHE = "PRAGMA cache_size = -32000"  # KiB
_LITTLE_CACHE = "PRAGMA cache_size = -4000"
_LOG_KEPT = 16 << 20  # bytes of write-ahead log that stay on the drive after a large import


def examine(path: Path) -> int:
    """Refuse what is no project file, or one of a newer program, without changing it; raises the ProjectError.

    Returns the format version in the file's head, which the write-ahead log may be ahead of.
    """
    if sqlite3.sqlite_version_info < (3, 37):
        raise OldSqlite(path, sqlite3.sqlite_version)
    try:
        if path.is_dir():
            raise NotAProject(path)
        with path.open("rb") as file:
            head = file.read(HEAD)
    except (FileNotFoundError, NotADirectoryError):
        raise MissingProject(path) from None
    except OSError as error:
        raise UnreadableProject(path, error.strerror or str(error)) from None
    if not is_project_head(head):
        raise NotAProject(path)
    version = int.from_bytes(head[60:64])
    _require_known(path, version)
    return version


def format_version(conn: sqlite3.Connection, path: Path) -> int:
    """Return the format version as the write-ahead log has it, which the file's head may lag behind."""
    with explained(path):
        version = int(conn.execute("PRAGMA user_version").fetchone()[0])
    _require_known(path, version)
    return version


def _require_known(path: Path, version: int) -> None:
    if version > migrations.VERSION:
        raise NewerProject(path, version, migrations.VERSION)


def require_tables(conn: sqlite3.Connection, path: Path) -> None:
    """Raise DamagedProject when a table of a project of this version is missing."""
    with explained(path):
        found = {row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if missing := sorted(migrations.TABLES - found):
        raise DamagedProject(path, f"without table {missing[0]}")


def connect(path: Path, *, waits: float = OWNER_WAITS) -> sqlite3.Connection:
    """Connect for durable writing: WAL, synchronous=FULL, no transaction but those of `transaction`.

    Where there is no file none is made: SQLite would throw away the log of one that was taken away for a while.
    """
    with explained(path):
        uri = _uri(path, "mode=rw")
        conn = sqlite3.connect(uri, uri=True, timeout=waits, check_same_thread=False, isolation_level=None)
        try:
            conn.execute("PRAGMA journal_mode = WAL")
            conn.execute("PRAGMA synchronous = FULL")
            conn.execute(_CACHE)
            conn.execute(f"PRAGMA journal_size_limit = {_LOG_KEPT}")
            conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            conn.close()
            raise
        return conn


def connect_readonly(path: Path) -> sqlite3.Connection:
    """Read along with a writer where that works; a file in a folder that cannot be written is taken as it is."""
    with explained(path):
        try:
            return _opened(_uri(path, "mode=ro"))
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
                raise
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            return _copied(path, log)
        return _opened(_uri(path, "mode=ro&immutable=1"))


def close_reading(conn: sqlite3.Connection, path: Path) -> None:
    """Close a connection for reading and clear away the empty log that SQLite makes even for one.

    Only a connection that may write clears it away, and SQLite lets it only where nobody else has the file open.
    """
    conn.close()
    log = path.with_name(path.name + "-wal")
    with suppress(OSError, sqlite3.Error):
        if log.stat().st_size == 0 and writable(path):
            last = sqlite3.connect(_uri(path, "mode=rw"), uri=True, timeout=0, isolation_level=None)
            try:
                last.execute("SELECT count(*) FROM sqlite_master").fetchone()
            finally:
                last.close()


def _uri(path: Path, query: str) -> str:
    """A file URI that SQLite takes on every system: never with a host, not even for a network share."""
    plain = path.resolve().as_posix()
    from urllib.parse import quote

    return f"file:{'' if plain.startswith('/') else '/'}{quote(plain)}?{query}"


def _opened(uri: str) -> sqlite3.Connection:
    conn = sqlite3.connect(uri, uri=True, timeout=OWNER_WAITS, check_same_thread=False, isolation_level=None)
    try:
        conn.execute(_CACHE)
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        conn.close()
        raise
    return conn


def _copied(path: Path, log: Path) -> sqlite3.Connection:
    """A crash left a log that cannot be replayed where it lies: replay it in a copy, and keep that in memory."""
    import shutil
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="dateline-") as folder:
        twin = Path(folder) / "copy"
        shutil.copyfile(path, twin)
        shutil.copyfile(log, f"{twin}-wal")
        conn = sqlite3.connect(twin, isolation_level=None)
        try:
            return in_memory(conn)
        finally:
            conn.close()


def in_memory(conn: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy of the database that lives in memory."""
    copy = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    conn.backup(copy)
    return copy


@contextmanager
def transaction(conn: sqlite3.Connection) -> Iterator[None]:
    """Hold the write lock from the first statement, so that what is read inside stays true; all or nothing."""
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        conn.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # what went wrong first is what counts
            if conn.in_transaction:  # SQLite may have rolled back by itself
                conn.execute("ROLLBACK")
        raise


@contextmanager
def little_memory(conn: sqlite3.Connection) -> Iterator[None]:
    """Keep few pages in memory meanwhile: what goes through a file once, from end to end, gains nothing by more."""
    conn.execute(_LITTLE_CACHE)
    try:
        yield
    finally:
        with suppress(sqlite3.Error):
            conn.execute(_CACHE)


@contextmanager
def savepoint(conn: sqlite3.Connection) -> Iterator[None]:
    """A part of a transaction that can fail by itself."""
    conn.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            if conn.in_transaction:
                conn.execute("ROLLBACK TO part")
                conn.execute("RELEASE part")
        raise
    conn.execute("RELEASE part")


def writable(path: Path) -> bool:
    """Say whether the file and its folder can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def backup(conn: sqlite3.Connection, path: Path, reason: str) -> Path:
    """Copy the whole database beside itself under a new name and return the copy's path."""
    from datetime import UTC, datetime

    stamp = f"{path.name}.backup-{reason}-{datetime.now(UTC):%Y%m%dT%H%M%S}"
    names = (path.with_name(stamp + (f"-{n}" if n else "")) for n in count())
    target = next(name for name in names if not name.exists())
    copy(conn, target)
    sync_folder(target.parent)
    return target


def copy(conn: sqlite3.Connection, target: Path) -> None:
    """Copy the whole database into a new file, or leave none; raises ProjectError."""
    with explained(target):
        try:
            made = sqlite3.connect(target, isolation_level=None)
            try:
                conn.backup(made)
                made.execute("PRAGMA journal_mode = DELETE")  # one file, whole in itself
            finally:
                made.close()
        except BaseException:
            target.unlink(missing_ok=True)
            raise


def sync_folder(folder: Path) -> None:
    """Make new names in a folder durable, where the system knows how."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def integrity(conn: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong with the file and its references; empty when all is well."""
    try:
        broken = [str(row[0]) for row in conn.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
        lost = [
            f"{table} row {rowid} refers to a missing {parent}"
            for table, rowid, parent, _ in conn.execute("PRAGMA foreign_key_check").fetchmany(20)
        ]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return [str(error)]
    return broken + lost


def astray(conn: sqlite3.Connection) -> list[str]:
    """Return which links of a sound file join mentions of two articles; empty when all is well."""
    of = "JOIN mention {0} ON {0}.id = {1}"
    checks = {
        "argument": f"FROM argument x {of.format('a', 'x.event_id')} {of.format('b', 'x.filler_id')}"
        " WHERE a.article_id <> b.article_id",
        "relation": f"FROM relation x {of.format('a', 'x.source_id')} {of.format('b', 'x.target_id')}"
        " WHERE a.article_id <> x.article_id OR b.article_id <> x.article_id",
        "comment": f"FROM comment x {of.format('a', 'x.mention_id')} WHERE a.article_id <> x.article_id",
    }
    return [
        f"{kind} {row[0]} refers to a mention of another article"
        for kind, sql in checks.items()
        for row in conn.execute(f"SELECT x.id {sql} LIMIT 20")
    ]
