"""The first rows of workbooks that somebody chooses from, held so that each is opened once however often it is asked.

(Once more, where the header is said to be below line 200, and where more are chosen from than are held.)

To open one takes as long as to read all of it where its sheets do not say how large they are, as those of many
libraries do not; what is in the first rows decides on columns and header.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct

from dateline.exchange.checks import Fault
from dateline.exchange.formats.table.header import LAST, LOOKED_AT
from dateline.exchange.formats.table.rows import is_blank_row
from dateline.exchange.formats.table.workbook import WORKBOOKS, opened

_QUICK = 1 << 16  # bytes of a workbook that is opened within a frame
_AT_FIRST = 200  # lines in which a header may be said to be before more are read
_HELD = 100  # workbooks
_LONGEST = 2_000  # characters of a cell that are held: names of columns are read whole, texts are looked at
_MOST = 10_000  # rows of one sheet, blank ones and all, that are read for its head


class SheetHead(Struct, frozen=True):
    """The first rows of a sheet, as openpyxl gives them, and what it raised below them."""

    title: str
    rows: tuple[tuple[Any, ...], ...]
    broken: Exception | None = None

    def iter_rows(self, *, values_only: bool) -> Iterator[tuple[Any, ...]]:  # noqa: ARG002 - as openpyxl has it
        """Yield the rows that are held."""
        yield from self.rows
        if self.broken:
            raise self.broken


class BookHead(Struct, frozen=True):
    """The heads of a workbook's sheets; `line`: the last at which a header may be said to be."""

    worksheets: tuple[SheetHead, ...]
    line: int


class Heads:
    """Holds the heads of workbooks, or why they have none, as long as the files stay as they are."""

    def __init__(self) -> None:
        self._held: dict[Path, tuple[tuple[int, int], BookHead | Fault]] = {}

    def is_quick(self, path: Path) -> bool:
        """Say whether a table's head is there within a frame: it is no workbook, a small one, or one that is held."""
        with suppress(OSError):
            return path.suffix.lower() not in WORKBOOKS or path.stat().st_size <= _QUICK or bool(self._known(path))
        return True  # what is wrong with it is told at once

    def of(self, path: Path, line: int = 0) -> BookHead:
        """Return the head of a workbook in which the header may be said to be at `line`; raises Fault and OSError."""
        known = self._known(path)
        if known is None or (isinstance(known, BookHead) and known.line < line):
            stamp, known = _stamp(path), _read_or_fault(path, _AT_FIRST if line <= _AT_FIRST else LAST)
            while len(self._held) >= _HELD:
                self._held.pop(next(iter(self._held)))
            self._held[path] = stamp, known
        if isinstance(known, Fault):
            raise known.with_traceback(None)
        return known

    def _known(self, path: Path) -> BookHead | Fault | None:
        stamp, known = self._held.get(path, ((0, 0), None))
        return known if known and stamp == _stamp(path) else None


def _stamp(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size


def _read_or_fault(path: Path, line: int) -> BookHead | Fault:
    """Return the head, or what is wrong with the workbook: to find that out may take as long as to read it."""
    try:
        return _read(path, line)
    except Fault as fault:
        return fault


def _read(path: Path, line: int) -> BookHead:
    with opened(path) as (book, _):
        return BookHead(tuple(_head(sheet, line) for sheet in book.worksheets), line)


def _head(sheet: Any, line: int) -> SheetHead:
    rows, filled, below = list[tuple[Any, ...]](), 0, 0
    try:
        for row in sheet.iter_rows(values_only=True):
            rows.append(_without_end(row))
            filled += not is_blank_row(row)
            below += len(rows) > line and not is_blank_row(row)
            if (filled >= LOOKED_AT and below >= LOOKED_AT) or len(rows) >= line + _MOST:
                break
    except Exception as error:  # as where it is read: what openpyxl raises on a damaged sheet is not bounded
        return SheetHead(sheet.title, tuple(rows), error)
    return SheetHead(sheet.title, tuple(rows))


def _without_end(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return a row as it is held, without its empty end: formatting makes rows of 16,384 cells."""
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return tuple(cell[:_LONGEST] if isinstance(cell, str) else cell for cell in row[:end])
