"""The journal: every change is a step of row changes, from which undo, redo and history are read.

A step writes its rows and their images in one transaction. Undoing walks the images backwards, redoing forwards;
both change only the rows and the step's state, so they survive a restart like everything else.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import orjson

from dateline.model.article import Article
from dateline.model.changes import Changes, Kind, Place
from dateline.model.progress import Progress, Silent
from dateline.model.text import Span
from dateline.store.rows import CODECS, Record, codec_of

if TYPE_CHECKING:
    from sqlite_utils import Database

_TEXT = "article_text"
_TEXT_COLUMNS = ("id", "text")
_SILENT = Silent()
_BATCH = 500  # rows a bulk change lists in one journal row


@lru_cache(maxsize=1)
def _columns() -> dict[str, tuple[str, ...]]:
    return {codec.kind.value: codec.columns for codec in CODECS.values()} | {_TEXT: _TEXT_COLUMNS}


@dataclass(frozen=True, slots=True)
class StepInfo:
    """A step as the journal keeps it; `size` counts the rows it changed, `state` is done, undone or dropped."""

    id: int
    label: str
    at: str
    kind: str
    annotator_id: str | None
    place: Place | None
    size: int
    state: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What one step did to one record: the fields that changed, as (before, after)."""

    step: StepInfo
    op: str  # insert, update, delete
    fields: dict[str, tuple[Any, Any]]


class Touched:
    """Collects what a step touches."""

    def __init__(self) -> None:
        self.added: dict[Kind, set[str]] = {}
        self.altered: dict[Kind, set[str]] = {}
        self.removed: dict[Kind, set[str]] = {}
        self.articles: set[str] | None = set()

    def note(self, table: str, op: str, row_id: str, article_id: str | None) -> None:
        """Record that a row was inserted, updated or deleted."""
        if table == _TEXT:
            return
        part = {"insert": self.added, "update": self.altered, "delete": self.removed}[op]
        part.setdefault(Kind(table), set()).add(row_id)
        if article_id and self.articles is not None:
            self.articles.add(article_id)

    def changes(self, label: str, place: Place | None) -> Changes:
        """Return what was collected; a record added and removed in one step is in neither part."""
        gone = {k: self.added.get(k, set()) & self.removed.get(k, set()) for k in Kind}

        def part(of: dict[Kind, set[str]], *less: dict[Kind, set[str]]) -> dict[Kind, frozenset[str]]:
            kept = {k: frozenset(v - gone[k] - set().union(*(d.get(k, set()) for d in less))) for k, v in of.items()}
            return {k: v for k, v in kept.items() if v}

        return Changes(
            label=label,
            added=part(self.added),
            altered=part(self.altered, self.added, self.removed),
            removed=part(self.removed),
            articles=None if self.articles is None else frozenset(self.articles),
            place=place,
        )


class Step:
    """One undoable step while it is being made. `changes` may be read once the `with` block has ended."""

    def __init__(self, db: "Database", step_id: int, label: str, kind: str, place: Place | None) -> None:
        self._db = db
        self._id = step_id
        self.label = label
        self.kind = kind
        self.place = place
        self.touched = Touched()
        self.size = 0
        self.changes = Changes()

    def put(self, record: Record) -> None:
        """Insert the record, or replace the one with its id; an equal one is left alone."""
        codec = codec_of(record)
        row = dict(zip(codec.columns, codec.to_row(record), strict=True))
        before = _fetch(self._db.conn, codec.kind.value, record.id)
        if before is None:
            self._insert(codec.kind.value, row)
            if isinstance(record, Article):
                self._insert(_TEXT, {"id": record.id, "text": record.text})
        elif before != row:
            changed = {c: v for c, v in row.items() if before[c] != v}
            self._db.table(codec.kind.value).update(record.id, changed)
            self._journal(codec.kind.value, "update", record.id, before, row)

    def delete(self, kind: Kind, record_id: str) -> None:
        """Delete the record; what refers to it must be deleted in the same step. A missing one is left alone."""
        if kind is Kind.ARTICLE:
            self._delete(_TEXT, record_id)
        self._delete(kind.value, record_id)

    def add_all(self, records: Sequence[Record]) -> None:
        """Insert new records of one type, journalled in batches; for imports, where rows are many."""
        if not records:
            return
        codec = codec_of(records[0])
        self._insert_many(codec.kind.value, codec.columns, [codec.to_row(r) for r in records])
        if isinstance(records[0], Article):
            texts = [(r.id, r.text) for r in records if isinstance(r, Article)]
            self._insert_many(_TEXT, _TEXT_COLUMNS, texts)
        self.touched.articles = None

    def _insert(self, table: str, row: dict[str, Any]) -> None:
        self._db.table(table).insert(row)
        self._journal(table, "insert", row["id"], None, row)

    def _delete(self, table: str, record_id: str) -> None:
        before = _fetch(self._db.conn, table, record_id)
        if before is not None:
            article = _article_of(self._db.conn, table, before)
            self._db.execute(f"DELETE FROM {table} WHERE id = ?", [record_id])
            self._journal(table, "delete", record_id, before, None, article)

    def _insert_many(self, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
        """Positional rows and executemany: naming columns row by row would triple the cost."""
        marks = ", ".join("?" * len(columns))
        names = ", ".join(f'"{c}"' for c in columns)
        self._db.conn.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
        ids = [row[0] for row in rows]
        batches = [(self._id, table, orjson.dumps(ids[i : i + _BATCH]).decode()) for i in range(0, len(ids), _BATCH)]
        self._db.conn.executemany("INSERT INTO change (step_id, tbl, ids, op) VALUES (?, ?, ?, 'insert')", batches)
        self.size += len(rows)
        if table != _TEXT:
            self.touched.added.setdefault(Kind(table), set()).update(ids if len(ids) < _BATCH else ids[:1])

    def _journal(
        self,
        table: str,
        op: str,
        row_id: str,
        before: dict[str, Any] | None,
        after: dict[str, Any] | None,
        article_id: str | None = None,
    ) -> None:
        """Write the change; an inserted row needs no image, being one itself."""
        self._db.table("change").insert(
            {
                "step_id": self._id,
                "tbl": table,
                "row_id": row_id,
                "op": op,
                "before": _image(before),
                "after": _image(after) if op == "update" else None,
            }
        )
        self.size += 1
        row = after or before or {}
        self.touched.note(table, op, row_id, article_id or _article_of(self._db.conn, table, row))


class Journal:
    """Undo, redo and history of one project."""

    def __init__(self, db: "Database") -> None:
        self._db = db
        self._conn = db.conn

    def begin(self, label: str, kind: str, annotator_id: str | None, place: Place | None) -> Step:
        """Start a step inside an open transaction; what had been undone can no longer be redone."""
        self._conn.execute("PRAGMA defer_foreign_keys = ON")
        cursor = self._conn.execute(
            "INSERT INTO step (label, at, kind, annotator_id, place, size, state) VALUES (?, ?, ?, ?, ?, 0, 'done')",
            [label, datetime.now(UTC).isoformat(timespec="milliseconds"), kind, annotator_id, _place_image(place)],
        )
        return Step(self._db, int(cursor.lastrowid or 0), label, kind, place)

    def end(self, step: Step) -> bool:
        """Close a step; one that changed nothing leaves no trace, and returns False."""
        if not step.size:
            self._conn.execute("DELETE FROM step WHERE id = ?", [step._id])
            return False
        if step.kind != "create":
            self._conn.execute("UPDATE step SET state = 'dropped' WHERE state = 'undone'")
        self._conn.execute(
            "UPDATE step SET size = ?, label = ?, place = ? WHERE id = ?",
            [step.size, step.label, _place_image(step.place), step._id],
        )
        step.changes = step.touched.changes(step.label, step.place)
        return True

    def next_undo(self) -> StepInfo | None:
        """Return the step that undo would take back."""
        return self._one("state = 'done' AND kind <> 'create' ORDER BY id DESC")

    def next_redo(self) -> StepInfo | None:
        """Return the step that redo would bring back."""
        return self._one("state = 'undone' ORDER BY id")

    def undo(self, info: StepInfo, progress: Progress = _SILENT) -> Changes:
        """Take a step's rows back to what they were; inside an open transaction."""
        self._conn.execute("PRAGMA defer_foreign_keys = ON")
        touched = Touched()
        changes = self._changes_of(info, backwards=True)
        for done, (change_id, table, row_id, ids, op, before, _after) in enumerate(changes):
            progress.step(done, None, info.label)
            if op == "insert":
                self._take_out(change_id, table, [row_id] if row_id else orjson.loads(ids), touched)
            elif op == "update":
                self._write(table, orjson.loads(before), touched, "update")
            else:
                self._write(table, orjson.loads(before), touched, "insert")
        self._conn.execute("UPDATE step SET state = 'undone' WHERE id = ?", [info.id])
        return self._finish(info, touched)

    def redo(self, info: StepInfo, progress: Progress = _SILENT) -> Changes:
        """Do a step again that was undone; inside an open transaction."""
        self._conn.execute("PRAGMA defer_foreign_keys = ON")
        touched = Touched()
        changes = self._changes_of(info, backwards=False)
        for done, (change_id, table, row_id, _ids, op, _before, after) in enumerate(changes):
            progress.step(done, None, info.label)
            if op == "insert":
                self._put_back(change_id, table, after, touched)
            elif op == "update":
                self._write(table, orjson.loads(after), touched, "update")
            else:
                self._remove(table, row_id, touched)
        self._conn.execute("UPDATE step SET state = 'done' WHERE id = ?", [info.id])
        return self._finish(info, touched)

    def steps(self, limit: int = 200, before: int | None = None) -> list[StepInfo]:
        """Return the latest steps, newest first, of every state; `before` pages on."""
        rows = self._conn.execute(
            f"SELECT {_STEP} FROM step WHERE id < ? ORDER BY id DESC LIMIT ?", [before or 1 << 62, limit]
        )
        return [_step_info(r) for r in rows]

    def history(self, kind: Kind, record_id: str) -> list[HistoryEntry]:
        """Return what was done to one record, oldest first; steps that were undone are left out."""
        step = _STEP.replace("id,", "step.id,", 1)
        wanted = f"SELECT {step}, op, before, after FROM change JOIN step ON step.id = step_id "
        single = wanted + "WHERE row_id = ? AND tbl = ? AND state = 'done' ORDER BY change.id"
        entries = [_history_entry(r) for r in self._conn.execute(single, [record_id, kind.value])]
        if not entries or entries[0].op != "insert":
            bulk = wanted + "WHERE row_id IS NULL AND tbl = ? AND state = 'done' AND instr(ids, ?) LIMIT 1"
            entries[:0] = [_history_entry(r) for r in self._conn.execute(bulk, [kind.value, f'"{record_id}"'])]
        return entries

    def _one(self, condition: str) -> StepInfo | None:
        row = self._conn.execute(f"SELECT {_STEP} FROM step WHERE {condition} LIMIT 1").fetchone()
        return _step_info(row) if row else None

    def _changes_of(self, info: StepInfo, *, backwards: bool) -> Iterator[tuple[Any, ...]]:
        """Read one change at a time: the images of a bulk step would not fit memory."""
        order, beyond = ("DESC", "<") if backwards else ("ASC", ">")
        last = 1 << 62 if backwards else 0
        query = (
            f"SELECT id, tbl, row_id, ids, op, before, after FROM change "
            f"WHERE step_id = ? AND id {beyond} ? ORDER BY id {order} LIMIT 1"
        )
        while row := self._conn.execute(query, [info.id, last]).fetchone():
            yield row
            last = row[0]

    def _take_out(self, change_id: int, table: str, ids: Iterable[str], touched: Touched) -> None:
        """Move inserted rows into the journal."""
        images = []
        for row_id in ids:
            row = _fetch(self._conn, table, row_id)
            if row is not None:
                images.append(row)
                self._remove(table, row_id, touched, row)
        self._conn.execute("UPDATE change SET after = ? WHERE id = ?", [orjson.dumps(images).decode(), change_id])

    def _put_back(self, change_id: int, table: str, after: str, touched: Touched) -> None:
        """Move inserted rows out of the journal again."""
        for row in orjson.loads(after):
            self._write(table, row, touched, "insert")
        self._conn.execute("UPDATE change SET after = NULL WHERE id = ?", [change_id])

    def _write(self, table: str, row: dict[str, Any], touched: Touched, op: str) -> None:
        columns = list(row)
        if op == "insert":
            names, marks = ", ".join(f'"{c}"' for c in columns), ", ".join("?" * len(columns))
            self._conn.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))
        else:
            names = ", ".join(f'"{c}" = ?' for c in columns)
            self._conn.execute(f"UPDATE {table} SET {names} WHERE id = ?", [*row.values(), row["id"]])
        touched.note(table, op, row["id"], _article_of(self._conn, table, row))

    def _remove(self, table: str, row_id: str, touched: Touched, row: dict[str, Any] | None = None) -> None:
        row = row or _fetch(self._conn, table, row_id)
        if row is not None:
            article_id = _article_of(self._conn, table, row)
            self._conn.execute(f"DELETE FROM {table} WHERE id = ?", [row_id])
            touched.note(table, "delete", row_id, article_id)

    def _finish(self, info: StepInfo, touched: Touched) -> Changes:
        if info.size > 2 * _BATCH:
            touched.articles = None
        return touched.changes(info.label, info.place)


_STEP = "id, label, at, kind, annotator_id, place, size, state"


def _step_info(row: Sequence[Any]) -> StepInfo:
    return StepInfo(row[0], row[1], row[2], row[3], row[4], _place(row[5]), row[6], row[7])


def _history_entry(row: Sequence[Any]) -> HistoryEntry:
    op, before, after = row[8:11]
    old = orjson.loads(before) if before else {}
    new = orjson.loads(after) if after and op == "update" else {}
    fields = {k: (old.get(k), new.get(k)) for k in new if old.get(k) != new.get(k)} if op == "update" else {}
    return HistoryEntry(_step_info(row), op, fields)


def _fetch(conn: sqlite3.Connection, table: str, row_id: str) -> dict[str, Any] | None:
    columns = _columns()[table]
    names = ", ".join(f'"{c}"' for c in columns)
    row = conn.execute(f"SELECT {names} FROM {table} WHERE id = ?", [row_id]).fetchone()
    return dict(zip(columns, row, strict=True)) if row else None


def _article_of(conn: sqlite3.Connection, table: str, row: dict[str, Any]) -> str | None:
    """Return the article a row belongs to, asking its mention where the row itself does not say."""
    if table == Kind.ARTICLE:
        return str(row["id"])
    if "article_id" in row:
        return str(row["article_id"])
    mention_id = row.get("event_id") if table == Kind.ARGUMENT else row.get("id") if table == Kind.TIME_VALUE else None
    if mention_id is None:
        return None
    found = conn.execute("SELECT article_id FROM mention WHERE id = ?", [mention_id]).fetchone()
    return found[0] if found else None


def _image(row: dict[str, Any] | None) -> str | None:
    return orjson.dumps(row).decode() if row is not None else None


def _place_image(place: Place | None) -> str | None:
    if place is None:
        return None
    span = [place.span.begin, place.span.end] if place.span else None
    return orjson.dumps([place.article_id, span, place.record_id]).decode()


def _place(image: str | None) -> Place | None:
    if not image:
        return None
    article_id, span, record_id = orjson.loads(image)
    return Place(article_id, Span(*span) if span else None, record_id)
