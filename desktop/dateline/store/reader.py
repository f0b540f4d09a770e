"""What all readers share: a connection whose complaints are explained."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.store.errors import explained

_MANY = 500  # ids in one query; SQLite's limit of variables is far above


class Reader:
    """Runs queries on one project's connection."""

    def __init__(self, conn: sqlite3.Connection, path: Path) -> None:
        self._conn = conn
        self._path = path

    def _rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        with explained(self._path):
            return self._conn.execute(sql, parameters).fetchall()

    def _row(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        with explained(self._path):
            return self._conn.execute(sql, parameters).fetchone()

    def _rows_for(self, sql: str, ids: Iterable[str]) -> Iterator[Any]:
        """Run `sql`, which holds `(?)` once for a list of ids, over all ids, some hundreds at a time."""
        wanted = list(ids)
        for i in range(0, len(wanted), _MANY):
            part = wanted[i : i + _MANY]
            yield from self._rows(sql.replace("(?)", f"({', '.join('?' * len(part))})"), part)
