"""Where this machine left off in a project: scroll positions, what has been read. Not data, so not journalled."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec.json import decode, encode

from dateline.store.reader import Reader


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
        if self._readonly or self.held or self._conn.in_transaction:
            return
        image = encode(value).decode()
        waits = self._conn.execute("PRAGMA busy_timeout").fetchone()[0]
        self._conn.execute("PRAGMA busy_timeout = 0")
        self._conn.execute("PRAGMA synchronous = NORMAL")
        try:
            with suppress(sqlite3.DatabaseError):
                self._conn.execute("INSERT OR REPLACE INTO local VALUES (?, ?)", [key, image])
        finally:
            self._conn.execute("PRAGMA synchronous = FULL")
            self._conn.execute(f"PRAGMA busy_timeout = {waits}")
