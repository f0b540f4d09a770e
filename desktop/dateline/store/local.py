"""Where this machine left off in a project: scroll positions, what has been read. Not data, so not journalled."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec.json import decode, encode

from dateline.store.reader import Reader

_PUT = "INSERT OR REPLACE INTO local VALUES (?, ?)"


class Local(Reader):
    """A small dictionary of JSON values in the project file. Losing a write is no loss, so none is waited for."""

    def __init__(self, conn: sqlite3.Connection, path: Path, *, readonly: bool) -> None:
        super().__init__(conn, path)
        self._readonly = readonly
        self.held = False  # while the project is not yet locked

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value kept under `key`."""
        row = self._row("SELECT value FROM local WHERE key = ?", [key])
        try:
            return decode(row[0]) if row else default
        except ValueError:
            return default

    def set(self, key: str, value: Any) -> None:
        """Keep `value`; in a project that cannot be written just now it is let go."""
        self.set_all({key: value})

    def set_all(self, values: Mapping[str, Any]) -> None:
        """Keep many values at once, all or none."""
        if self._readonly or self.held or self._conn.in_transaction or not values:
            return
        rows = [(key, encode(value).decode()) for key, value in values.items()]
        waits = self._conn.execute("PRAGMA busy_timeout").fetchone()[0]
        self._conn.execute("PRAGMA busy_timeout = 0")
        self._conn.execute("PRAGMA synchronous = NORMAL")
        try:
            with suppress(sqlite3.DatabaseError):
                self._put(rows)
        finally:
            self._conn.execute("PRAGMA synchronous = FULL")
            self._conn.execute(f"PRAGMA busy_timeout = {waits}")

    def _put(self, rows: Sequence[tuple[str, str]]) -> None:
        if len(rows) == 1:
            self._conn.execute(_PUT, rows[0])
            return
        self._conn.execute("BEGIN IMMEDIATE")
        try:
            self._conn.executemany(_PUT, rows)
        except sqlite3.DatabaseError:
            self._conn.execute("ROLLBACK")
            raise
        self._conn.execute("COMMIT")
