"""A step while it is being made: the rows it writes, and with each its image for the journal."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from dateline.model.article import Article
from dateline.model.changes import Changes, Kind, Place
from dateline.store import connection, images
from dateline.store.errors import RepeatedId
from dateline.store.rows import Record, codec_of
from dateline.store.touched import Touched

_CHANGE = "INSERT INTO change (step_id, tbl, row_id, op, before, after) VALUES (?, ?, ?, ?, ?, ?)"
_CHANGES = "INSERT INTO change (step_id, tbl, op, least, greatest, ids) VALUES (?, ?, 'insert', ?, ?, ?)"


class Step:
    """One undoable step while it is being made. `changes` may be read once the `with` block has ended.

    `size` counts the rows changed. A change that fails and is caught inside the block spoils the step: it ends in
    RuntimeError and leaves nothing. A part that may fail goes into a `with project.step(...)` of its own.
    """

    def __init__(self, conn: sqlite3.Connection, step_id: int, label: str, place: Place | None) -> None:
        self._conn = conn
        self.id = step_id
        self.label = label
        self.place = place
        self.touched = Touched()
        self.size = 0
        self.changes = Changes()
        self._open = True
        self._spoiled = False

    def put(self, record: Record) -> None:
        """Insert the record, or replace the one with its id; an equal one is left alone.

        Raises ValueError when the text of an article would change.
        """
        codec = codec_of(record)
        table, row = codec.kind.value, codec.to_row(record)
        with self._writing():
            before = images.fetch(self._conn, table, record.id)
            if before is None:
                self._insert(table, row)
                if isinstance(record, Article):
                    self._insert(images.TEXT, (record.id, record.text))
            elif before != row:
                old, new = images.named(table, before), images.named(table, row)
                if isinstance(record, Article) and old["sha256"] != new["sha256"]:
                    raise ValueError(f"the text of an article never changes: {record.id}")
                images.update(self._conn, table, record.id, {c: v for c, v in new.items() if old[c] != v})
                self._journal(table, "update", new, images.dumped(old), images.dumped(new))

    def delete(self, kind: Kind, record_id: str) -> None:
        """Delete the record; what refers to it must be deleted in the same step. A missing one is left alone."""
        with self._writing():
            if kind is Kind.ARTICLE:
                self._delete(images.TEXT, record_id)
            self._delete(kind.value, record_id)

    def add_all(self, records: Sequence[Record]) -> None:
        """Insert new records of one type, journalled in batches; for imports, where rows are many.

        Beyond a thousand rows they are no longer listed in `changes`, which then say "reload everything".
        """
        if not records:
            return
        codec = codec_of(records[0])
        with self._writing():
            self._insert_many(codec.kind.value, [codec.to_row(r) for r in records])
            if isinstance(records[0], Article):
                self._insert_many(images.TEXT, [(r.id, r.text) for r in records if isinstance(r, Article)])

    def close(self) -> None:
        """Refuse further changes."""
        self._open = False

    def require_sound(self) -> None:
        """Raise RuntimeError when a change failed and the failure was swallowed: half a change must not be kept."""
        if self._spoiled:
            raise RuntimeError(f"a change failed inside the step {self.label!r} and the failure was not passed on")

    @contextmanager
    def part(self) -> Iterator["Step"]:
        """Let a part of the step fail without the rest: its changes are then taken out again."""
        mark, size, spoiled = self.touched.mark(), self.size, self._spoiled
        try:
            with connection.savepoint(self._conn):
                yield self
                self.require_sound()
        except BaseException:
            self.touched.back_to(mark)
            self.size = size
            self._spoiled = spoiled or not self._conn.in_transaction
            raise

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if not self._open:
            raise RuntimeError(f"the step {self.label!r} has ended")
        self.require_sound()
        try:
            yield
        except BaseException:
            self._spoiled = True
            raise

    def _insert(self, table: str, row: images.Row) -> None:
        """An inserted row needs no image, being one itself."""
        images.insert_many(self._conn, table, [row])
        self._journal(table, "insert", images.named(table, row), None, None)

    def _delete(self, table: str, record_id: str) -> None:
        before = images.fetch(self._conn, table, record_id)
        if before is not None:
            row = images.named(table, before)
            article = images.article_of(self._conn, table, row)
            images.delete_many(self._conn, table, [record_id])
            self._journal(table, "delete", row, images.dumped(row), None, article)

    def _insert_many(self, table: str, rows: Sequence[images.Row]) -> None:
        """Positional rows and executemany: naming columns row by row would triple the cost."""
        try:
            with connection.savepoint(self._conn):
                images.insert_many(self._conn, table, rows)
        except sqlite3.IntegrityError as error:
            if again := images.repeated(self._conn, table, [row[0] for row in rows]):
                raise RepeatedId(table, again) from error
            raise
        for batch in images.batches(table, rows):
            ids = [row[0] for row in batch]
            self._conn.execute(_CHANGES, (self.id, table, min(ids), max(ids), images.dumped(ids)))
        self.size += len(rows)
        if table == images.TEXT:
            return
        if self.size > 2 * images.BATCH:
            self.touched.note_many(Kind(table), "insert", rows[0][0])
            return
        for row in rows:
            article = images.article_of(self._conn, table, images.named(table, row))
            self.touched.note(Kind(table), "insert", row[0], article)

    def _journal(
        self,
        table: str,
        op: str,
        row: dict[str, Any],
        before: str | None,
        after: str | None,
        article: str | None = None,
    ) -> None:
        self._conn.execute(_CHANGE, (self.id, table, row["id"], op, before, after))
        self.size += 1
        if table != images.TEXT:
            self.touched.note(Kind(table), op, row["id"], article or images.article_of(self._conn, table, row))
