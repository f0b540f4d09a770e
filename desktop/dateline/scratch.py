"""What a long job has to remember and memory should not hold: a little in memory, all beyond in a temporary file.

The file is SQLite's own kind for the purpose: nameless, without a journal, and gone with the connection, whatever
becomes of the program.
"""

import errno
import os
import sqlite3
import weakref
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from filelock import FileLock

_HELD = 500  # pairs a ledger keeps in memory
_CACHE = "PRAGMA cache_size = -256"  # KiB


class Ledger:
    """Texts by texts, however many come, in the order they came.

    Raises OSError where there is no room for temporary files.
    """

    def __init__(self, held: int = _HELD) -> None:
        self._most = held
        self._held: dict[str, str] = {}
        self._beyond: sqlite3.Connection | None = None

    def get(self, key: str) -> str | None:
        """Return what is kept under a key, None for nothing."""
        found = self._held.get(key)
        if found is not None or self._beyond is None:
            return found
        with _said():
            row = self._beyond.execute("SELECT value FROM pair WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def __getitem__(self, key: str) -> str:
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        return self.keys()

    def __len__(self) -> int:
        if self._beyond is None:
            return len(self._held)
        with _said():
            return len(self._held) + int(self._beyond.execute("SELECT count(*) FROM pair").fetchone()[0])

    def __eq__(self, other: object) -> bool:
        """Say whether another ledger has the same pairs, in whatever order."""
        if not isinstance(other, Ledger):
            return NotImplemented
        return len(self) == len(other) and all(other.get(key) == value for key, value in self.items())

    __hash__ = None  # type: ignore[assignment]

    def __setitem__(self, key: str, value: str) -> None:
        if key in self._held or (self._beyond is None and len(self._held) < self._most):
            self._held[key] = value
            return
        if self._beyond is None:
            self._beyond = _opened(self, "CREATE TABLE pair (key TEXT PRIMARY KEY, value TEXT NOT NULL)", "BEGIN")
        with _said():
            sql = "INSERT INTO pair VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
            self._beyond.execute(sql, (key, value))

    def setdefault(self, key: str, value: str) -> str:
        """Keep a value unless there is one; return what is kept."""
        found = self.get(key)
        if found is None:
            self[key] = found = value
        return found

    def add(self, key: str) -> bool:
        """Keep a key alone; say whether it is new."""
        if key in self:
            return False
        self[key] = ""
        return True

    def items(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs; a key keeps the place it first had. The ledger must not change meanwhile."""
        yield from self._held.items()
        if self._beyond is not None:
            with _said():
                yield from self._beyond.execute("SELECT key, value FROM pair ORDER BY rowid")

    def keys(self) -> Iterator[str]:
        """Yield the keys, likewise."""
        return (key for key, _ in self.items())

    def values(self) -> Iterator[str]:
        """Yield the values, likewise."""
        return (value for _, value in self.items())

    def __bool__(self) -> bool:
        return bool(self._held) or self._beyond is not None

    def clear(self) -> None:
        """Forget everything."""
        self._held.clear()
        if self._beyond is not None:
            self._beyond.close()
            self._beyond = None


class Sorter:
    """Rows of texts, whole numbers and bytes, put in order, however many there are."""

    def __init__(self, columns: int) -> None:
        self._names = ", ".join(f"c{number}" for number in range(columns))
        self._insert = f"INSERT INTO line VALUES ({', '.join('?' * columns)})"
        self._conn = _opened(self, f"CREATE TABLE line ({self._names})", "BEGIN")

    def add(self, *row: str | int | bytes) -> None:
        """Take a row in."""
        with _said():
            self._conn.execute(self._insert, row)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """Yield the rows in the order of their columns, texts by their characters; no row may come meanwhile."""
        with _said():
            yield from self._conn.execute(f"SELECT {self._names} FROM line ORDER BY {self._names}")


class Sketches:
    """Numbered sketches of texts (name, size, packed hashes), and which of them have a hash: the first so many."""

    def __init__(self, most_holders: int) -> None:
        self._most = most_holders
        self._conn = _opened(
            self,
            "CREATE TABLE sketch (number INTEGER PRIMARY KEY, name TEXT NOT NULL, size INTEGER NOT NULL, hashes BLOB)",
            "CREATE TABLE holder (hash INTEGER PRIMARY KEY, numbers BLOB NOT NULL)",
        )
        self._room = f"length(numbers) < {array('I').itemsize * most_holders}"

    def add(self, sketches: Iterable[tuple[int, str, int, bytes]], holders: "Iterable[tuple[int, array[int]]]") -> None:
        """Keep sketches, and for each hash the numbers of those that have it, behind those kept of it before."""
        sql = (
            "INSERT INTO holder VALUES (?, ?) ON CONFLICT (hash)"
            f" DO UPDATE SET numbers = CAST(numbers || excluded.numbers AS BLOB) WHERE {self._room}"
        )
        packed = ((value, numbers[: self._most].tobytes()) for value, numbers in sorted(holders))
        with _said():
            self._conn.executemany("INSERT INTO sketch VALUES (?, ?, ?, ?)", sketches)
            self._conn.execute("BEGIN")
            self._conn.executemany(sql, packed)
            self._conn.execute("COMMIT")

    def holders(self, hashes: Sequence[int]) -> "Iterator[tuple[int, array[int]]]":
        """Yield each of these hashes that a sketch has, with the numbers of the first sketches that have it."""
        marks = ", ".join("?" * len(hashes))
        with _said():
            rows = self._conn.execute(f"SELECT hash, numbers FROM holder WHERE hash IN ({marks})", hashes).fetchall()
        return ((value, array("I", numbers)[: self._most]) for value, numbers in rows)

    def some(self, numbers: Sequence[int]) -> dict[int, tuple[str, int, bytes]]:
        """Return the name, size and hashes of those of the sketches with these numbers that are here."""
        marks = ", ".join("?" * len(numbers))
        with _said():
            rows = self._conn.execute(f"SELECT * FROM sketch WHERE number IN ({marks})", numbers).fetchall()
        return {number: (name, size, hashes) for number, name, size, hashes in rows}


def _opened(owner: object, *definitions: str) -> sqlite3.Connection:
    """Open a database that nobody else sees and that goes with its owner."""
    with _said():
        conn = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        weakref.finalize(owner, conn.close)
        for sql in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", _CACHE, *definitions):
            conn.execute(sql)
    return conn


def let_go(lock: FileLock) -> None:
    """Release a lock whose file is to be seen only as long as it is held."""
    file = Path(lock.lock_file)
    if os.name == "posix":
        with suppress(OSError):
            file.unlink()  # while it is held: nobody else can have taken it
    lock.release()
    if os.name != "posix":  # an open file cannot be removed there; where another has it open now, it stays and is empty
        with suppress(OSError):
            file.unlink()


@contextmanager
def _said() -> Iterator[None]:
    """SQLite has one kind of error for a full drive and for all else; others here know the system's."""
    try:
        yield
    except sqlite3.OperationalError as error:
        code = errno.ENOSPC if "full" in str(error) else errno.EIO
        raise OSError(code, str(error), "the folder for temporary files") from error
