"""The journal: every change is a step of row changes, from which undo, redo and history are read.

A step writes its rows and their images in one transaction. Undoing walks the images backwards, redoing forwards;
both change only the rows and the step's state, so they survive a restart like everything else.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import orjson
from msgspec import Struct

from dateline.model.changes import Changes, Kind, Place
from dateline.model.progress import Progress, Silent
from dateline.model.text import Span
from dateline.store import images
from dateline.store.step import Step
from dateline.store.touched import Touched

__all__ = ["HistoryEntry", "Journal", "Step", "StepInfo"]

_SILENT = Silent()
CREATION = "create"  # the kind of steps that undo passes over: later work stands on them, and they hurt nobody


class StepInfo(Struct, frozen=True):
    """A step as the journal keeps it; `size` counts the rows it changed, `state` is done, undone or dropped."""

    id: int
    label: str
    at: str
    kind: str
    annotator_id: str | None
    place: Place | None
    size: int
    state: str


class HistoryEntry(Struct, frozen=True):
    """What one step did to one record: the fields that changed, as (before, after)."""

    step: StepInfo
    op: str  # insert, update, delete
    fields: dict[str, tuple[Any, Any]]


class Journal:
    """Undo, redo and history of one project."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    def begin(self, label: str, place: Place | None) -> Step:
        """Start a step inside an open transaction. Its own row comes last, when all of it is known."""
        self._conn.execute("PRAGMA defer_foreign_keys = ON")
        (step_id,) = self._conn.execute("SELECT coalesce(max(id), 0) + 1 FROM step").fetchone()
        return Step(self._conn, step_id, label, place)

    def end(self, step: Step, kind: str, annotator_id: str | None) -> None:
        """Close a step; what had been undone can no longer be redone. One that changed nothing leaves no trace."""
        step.require_sound()
        if not step.size:
            return
        if kind != CREATION:
            self._conn.execute("UPDATE step SET state = 'dropped' WHERE state = 'undone'")
        self._conn.execute(
            f"INSERT INTO step ({_STEP}) VALUES (?, ?, ?, ?, ?, ?, ?, 'done')",
            (step.id, step.label, _now(), kind, annotator_id, _place_image(step.place), step.size),
        )
        step.changes = step.touched.changes(step.label, step.place)

    def next_undo(self) -> StepInfo | None:
        """Return the step that undo would take back: never the making of the project, or of an annotator."""
        return self._one(f"state = 'done' AND kind <> '{CREATION}' ORDER BY id DESC")

    def next_redo(self) -> StepInfo | None:
        """Return the step that redo would bring back."""
        return self._one("state = 'undone' ORDER BY id")

    def undo(self, progress: Progress = _SILENT) -> Changes:
        """Take the last step's rows back to what they were; inside an open transaction."""
        info = self.next_undo()
        if info is None:
            return Changes()
        self._conn.execute("PRAGMA defer_foreign_keys = ON")
        replay = _Replay(self._conn)
        changes = self._changes_of(info, backwards=True)
        for change_id, table, row_id, ids, op, before, _after in changes:
            progress.step(min(replay.rows, info.size), info.size, info.label)
            if op == "insert":
                replay.take_out(change_id, table, [row_id] if row_id else orjson.loads(ids))
            else:
                replay.write(table, orjson.loads(before), "update" if op == "update" else "insert")
        return self._replayed(info, "undone", replay)

    def redo(self, progress: Progress = _SILENT) -> Changes:
        """Do the step again that was last undone; inside an open transaction."""
        info = self.next_redo()
        if info is None:
            return Changes()
        self._conn.execute("PRAGMA defer_foreign_keys = ON")
        replay = _Replay(self._conn)
        changes = self._changes_of(info, backwards=False)
        for change_id, table, row_id, _ids, op, _before, after in changes:
            progress.step(min(replay.rows, info.size), info.size, info.label)
            if op == "insert":
                replay.put_back(change_id, table, orjson.loads(after))
            elif op == "update":
                replay.write(table, orjson.loads(after), "update")
            else:
                replay.remove(table, [row_id])
        return self._replayed(info, "done", replay)

    def steps(self, limit: int = 200, before: int | None = None) -> list[StepInfo]:
        """Return the latest steps, newest first, of every state; `before` pages on."""
        rows = self._conn.execute(
            f"SELECT {_STEP} FROM step WHERE id < ? ORDER BY id DESC LIMIT ?", (before or 1 << 62, limit)
        )
        return [_step_info(r) for r in rows]

    def history(self, kind: Kind, record_id: str) -> list[HistoryEntry]:
        """Return what was done to one record, oldest first; steps that were undone are left out."""
        step = _STEP.replace("id,", "step.id,", 1)
        wanted = f"SELECT {step}, op, before, after FROM change JOIN step ON step.id = step_id "
        single = wanted + "WHERE row_id = ? AND tbl = ? AND state = 'done' ORDER BY change.id"
        entries = [_history_entry(r) for r in self._conn.execute(single, (record_id, kind.value))]
        if not entries or entries[0].op != "insert":
            bulk = wanted + (
                "WHERE row_id IS NULL AND tbl = ? AND least <= ? AND greatest >= ? AND state = 'done' "
                "AND instr(ids, ?) LIMIT 1"
            )
            found = self._conn.execute(bulk, (kind.value, record_id, record_id, images.dumped(record_id)))
            entries[:0] = [_history_entry(r) for r in found]
        return entries

    def _one(self, condition: str) -> StepInfo | None:
        row = self._conn.execute(f"SELECT {_STEP} FROM step WHERE {condition} LIMIT 1").fetchone()
        return _step_info(row) if row else None

    def _changes_of(self, info: StepInfo, *, backwards: bool) -> Iterator[images.Row]:
        """Read one change at a time: the images of a bulk step would not fit memory."""
        order, beyond = ("DESC", "<") if backwards else ("ASC", ">")
        last = 1 << 62 if backwards else 0
        query = (
            f"SELECT id, tbl, row_id, ids, op, before, after FROM change "
            f"WHERE step_id = ? AND id {beyond} ? ORDER BY id {order} LIMIT 1"
        )
        while row := self._conn.execute(query, (info.id, last)).fetchone():
            yield row
            last = row[0]

    def _replayed(self, info: StepInfo, state: str, replay: "_Replay") -> Changes:
        self._conn.execute("UPDATE step SET state = ? WHERE id = ?", (state, info.id))
        return replay.touched.changes(info.label, info.place, many=info.size > 2 * images.BATCH)


class _Replay:
    """Writes the rows of a step that is undone or redone."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self.touched = Touched()
        self.rows = 0  # that have been written

    def take_out(self, change_id: int, table: str, ids: Sequence[str]) -> None:
        """Move inserted rows into the journal."""
        rows = self.remove(table, ids)
        image = images.dumped({"columns": images.columns(table), "rows": rows})
        self._conn.execute("UPDATE change SET after = ? WHERE id = ?", (image, change_id))

    def put_back(self, change_id: int, table: str, image: dict[str, Any]) -> None:
        """Move inserted rows out of the journal again."""
        names, rows = image["columns"], [tuple(r) for r in image["rows"]]
        images.insert_many(self._conn, table, rows, names)
        self._note(table, "insert", rows, names)
        self._conn.execute("UPDATE change SET after = NULL WHERE id = ?", (change_id,))

    def write(self, table: str, row: dict[str, Any], op: str) -> None:
        """Set a row to an image, or insert it."""
        if op == "insert":
            images.insert_many(self._conn, table, [tuple(row.values())], tuple(row))
        else:
            images.update(self._conn, table, row["id"], row)
        self._note(table, op, [tuple(row.values())], tuple(row))

    def remove(self, table: str, ids: Sequence[str]) -> list[images.Row]:
        """Delete rows and return what they were."""
        rows = images.fetch_many(self._conn, table, ids)
        self._note(table, "delete", rows, images.columns(table))
        images.delete_many(self._conn, table, ids)
        return rows

    def _note(self, table: str, op: str, rows: Sequence[images.Row], names: Sequence[str]) -> None:
        self.rows += len(rows)
        if table == images.TEXT or not rows:
            return
        kind = Kind(table)
        if len(rows) > images.BATCH // 2:
            self.touched.note_many(kind, op, rows[0][names.index("id")])
            return
        for row in rows:
            record = dict(zip(names, row, strict=True))
            self.touched.note(kind, op, record["id"], images.article_of(self._conn, table, record))


_STEP = "id, label, at, kind, annotator_id, place, size, state"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _step_info(row: Sequence[Any]) -> StepInfo:
    return StepInfo(row[0], row[1], row[2], row[3], row[4], _place(row[5]), row[6], row[7])


def _history_entry(row: Sequence[Any]) -> HistoryEntry:
    op, before, after = row[8:11]
    old = orjson.loads(before) if before else {}
    new = orjson.loads(after) if after and op == "update" else {}
    fields = {k: (old.get(k), v) for k, v in new.items() if old.get(k) != v}
    return HistoryEntry(_step_info(row), op, fields)


def _place_image(place: Place | None) -> str | None:
    if place is None:
        return None
    span = [place.span.begin, place.span.end] if place.span else None
    return images.dumped([place.article_id, span, place.record_id])


def _place(image: str | None) -> Place | None:
    if not image:
        return None
    article_id, span, record_id = orjson.loads(image)
    return Place(article_id, Span(*span) if span else None, record_id)
