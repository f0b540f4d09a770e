"""Rows as the journal sees them: read, written and removed by table and id, with their JSON images."""

import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import orjson

from dateline.model.changes import Kind
from dateline.store.rows import CODECS

Row = tuple[Any, ...]
TEXT = "article_text"
BATCH = 500  # rows that a bulk change lists in one journal row
_ROOM = 4 << 20  # characters of text in one journal row; SQLite's limit for a value is 1 GB


@lru_cache(maxsize=1)
def _all_columns() -> dict[str, tuple[str, ...]]:
    return {codec.kind.value: codec.columns for codec in CODECS.values()} | {TEXT: ("id", "text")}


def columns(table: str) -> tuple[str, ...]:
    """Return the columns of a table that are data; the first is `id`."""
    return _all_columns()[table]


@lru_cache(maxsize=64)
def _insert_sql(table: str, names: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({_names(names)}) VALUES ({', '.join('?' * len(names))})"


@lru_cache(maxsize=64)
def _select_sql(table: str) -> str:
    return f"SELECT {_names(columns(table))} FROM {table} WHERE id"


def _names(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def fetch(conn: sqlite3.Connection, table: str, row_id: str) -> Row | None:
    """Return a row, or None where there is none."""
    row: Row | None = conn.execute(f"{_select_sql(table)} = ?", (row_id,)).fetchone()
    return row


def fetch_many(conn: sqlite3.Connection, table: str, ids: Sequence[str]) -> list[Row]:
    """Return the rows of these ids that are there, in the order of `ids`."""
    found = {row[0]: row for row in conn.execute(f"{_select_sql(table)} IN ({_marks(ids)})", ids)}
    return [found[i] for i in ids if i in found]


def insert_many(conn: sqlite3.Connection, table: str, rows: Sequence[Row], names: Sequence[str] = ()) -> None:
    """Insert rows whose values stand in the order of `names` (all columns when not given)."""
    conn.executemany(_insert_sql(table, tuple(names) or columns(table)), rows)


def update(conn: sqlite3.Connection, table: str, row_id: str, changed: dict[str, Any]) -> None:
    """Set some columns of a row."""
    names = ", ".join(f'"{c}" = ?' for c in changed)
    conn.execute(f"UPDATE {table} SET {names} WHERE id = ?", [*changed.values(), row_id])


def delete_many(conn: sqlite3.Connection, table: str, ids: Sequence[str]) -> None:
    """Delete rows by id."""
    conn.execute(f"DELETE FROM {table} WHERE id IN ({_marks(ids)})", ids)


def _marks(ids: Sequence[str]) -> str:
    return ", ".join("?" * len(ids))


def batches(table: str, rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Part rows so that the image of each part fits memory and the database."""
    batch: list[Row] = []
    room = _ROOM
    for row in rows:
        size = len(row[1]) if table == TEXT else 0
        if batch and (len(batch) == BATCH or size > room):
            yield batch
            batch, room = [], _ROOM
        batch.append(row)
        room -= size
    if batch:
        yield batch


def article_of(conn: sqlite3.Connection, table: str, row: dict[str, Any]) -> str | None:
    """Return the article a row belongs to, asking its mention where the row itself does not say."""
    if table == Kind.ARTICLE:
        return str(row["id"])
    if "article_id" in row:
        return str(row["article_id"])
    mention_id = row.get("event_id") if table == Kind.ARGUMENT else row.get("id") if table == Kind.TIME_VALUE else None
    if mention_id is None:
        return None
    found = conn.execute("SELECT article_id FROM mention WHERE id = ?", (mention_id,)).fetchone()
    return found[0] if found else None


def named(table: str, row: Row) -> dict[str, Any]:
    """Return a row with the names of its columns."""
    return dict(zip(columns(table), row, strict=True))


def dumped(value: Any) -> str:
    """Return the JSON image of a row or of rows."""
    return orjson.dumps(value).decode()


def repeated(conn: sqlite3.Connection, table: str, ids: Sequence[str], most: int = 3) -> list[str]:
    """Return the first of `ids` that stand there twice, or in the table already."""
    seen: set[str] = set()
    out = []
    for row_id in ids:
        if row_id in seen or conn.execute(f"SELECT 1 FROM {table} WHERE id = ?", [row_id]).fetchone():
            out.append(row_id)
        seen.add(row_id)
        if len(out) == most:
            break
    return out
