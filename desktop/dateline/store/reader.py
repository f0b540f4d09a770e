"""What all readers share: a connection whose complaints are explained."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dateline.model.changes import Kind
from dateline.store.errors import DamagedProject, explained
from dateline.store.rows import CODECS, Codec

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

    def _rows_for(self, sql: str, ids: Iterable[str], first: Sequence[Any] = ()) -> Iterator[Any]:
        """Run `sql`, which holds `(?)` once for a list of ids, over all ids, some hundreds at a time.

        `first` are the parameters that stand before the ids.
        """
        wanted = list(ids)
        for i in range(0, len(wanted), _MANY):
            part = wanted[i : i + _MANY]
            yield from self._rows(sql.replace("(?)", f"({', '.join('?' * len(part))})"), [*first, *part])

    def _records(self, kind: Kind, tail: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """Return the records of a kind that `SELECT its columns` with the given tail finds."""
        codec = CODECS[kind]
        return self._decoded(codec, self._rows(f"SELECT {codec.select} {tail}", parameters))

    def _record(self, kind: Kind, tail: str, parameters: Sequence[Any] = ()) -> Any:
        """Return the first of such records, or None."""
        return next(iter(self._records(kind, f"{tail} LIMIT 1", parameters)), None)

    def _decoded(self, codec: Codec, rows: Iterable[Sequence[Any]]) -> list[Any]:
        """Turn rows into records; a row no program of ours wrote is a sign of damage."""
        try:
            return [codec.from_row(row) for row in rows]
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            raise DamagedProject(self._path, f"a {codec.kind.value} cannot be read: {error}"[:120]) from error

    def _text_of(self, article_id: str) -> str:
        """Return the text of an article that annotations refer to."""
        row = self._row("SELECT text FROM article_text WHERE id = ?", [article_id])
        if row is None:
            raise DamagedProject(self._path, "an article without its text")
        return str(row[0])

    @contextmanager
    def _one_moment(self) -> Iterator[None]:
        """Let several queries see the project as it is at one moment, whatever another connection writes."""
        if self._conn.in_transaction:
            yield
            return
        with explained(self._path):
            self._conn.execute("BEGIN")
            try:
                yield
            finally:
                if self._conn.in_transaction:  # damage may have ended it
                    self._conn.execute("COMMIT")
