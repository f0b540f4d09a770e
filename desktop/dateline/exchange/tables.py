"""Tables of metadata: CSV and TSV, of any dialect, to rows that know their line."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Literal

from msgspec import Struct

from dateline.exchange.checks import Fault
from dateline.exchange.decode import decoded
from dateline.exchange.intake import FIELDS
from dateline.exchange.problems import ProblemKind
from dateline.model.wording import Wording, tr

_DELIMITERS = ",;\t|"
_OURS = frozenset(("file", *FIELDS))  # every table is written with these that is read again
_DECLARED = re.compile(r"sep=([^\r\n])", re.IGNORECASE)
NO_HEADER = tr("holds no header line")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED_FORMULA = re.compile(r"'+[=+\-@\t\r]")
QUOTE_CELLS = tr("Put quotes round cells that hold the delimiter")


class Row(Struct, frozen=True):
    """One row: the line it begins on, and its cells by column, stripped."""

    line: int
    cells: dict[str, str]


class Table(Struct, frozen=True):
    """A table: its columns as they are written, and its rows, blank ones left out; and how its bytes were read."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str = "utf-8"
    guessed: bool = False


def table_from(data: bytes, path: Path, encoding: str = "") -> Table:
    """Read the bytes of a CSV or TSV with a header line; its path says by its suffix what parts the cells.

    Raises Fault, its line in `field` as "line 3".
    """
    got = decoded(data, encoding)
    text = got.text
    cells = _parsed(text, delimiter_of(text, path))
    if cells and declared_delimiter(text.lstrip("\r\n").split("\n", 1)[0]):
        del cells[0]
    if not cells:
        raise Fault("", NO_HEADER, "", ProblemKind.TABLE)
    line, header = cells[0]
    taken = taking(header)
    columns = tuple(taken(name).strip() for name in header)
    distinct(columns, line)
    rows = []
    for number, values in cells[1:]:
        if len(values) > len(columns) and any(v.strip() for v in values[len(columns) :]):
            what = cells_beyond(len(values), len(columns))
            raise Fault(f"line {number}", what, QUOTE_CELLS, ProblemKind.TABLE)
        by_name = {name: taken(v).strip() for name, v in zip(columns, values, strict=False) if name}
        rows.append(Row(number, by_name))
    return Table(columns, tuple(rows), got.encoding, got.guessed)


def cells_beyond(cells: int, columns: int) -> Wording:
    """Say that a row has more cells than its header has columns."""
    return Wording(tr("has {cells} cells, the header {columns}"), {"cells": f"{cells}", "columns": f"{columns}"})


def distinct(columns: Sequence[str], line: int) -> None:
    """Refuse a header, on that line, that has two columns of one name; raises Fault."""
    named = [name.casefold() for name in columns if name]
    if double := sorted({name for name in named if named.count(name) > 1}):
        what = Wording(tr("two columns are called {names}"), {"names": ", ".join(double)})
        raise Fault(f"line {line}", what, "", ProblemKind.TABLE)


def declared_delimiter(line: str) -> str:
    """Return the delimiter that a first line says and nothing else, as Excel reads it ("sep=;"); "" for none."""
    match = _DECLARED.fullmatch(line.rstrip("\r\n"))
    return match[1] if match else ""


def delimiter_of(text: str, path: Path) -> str:
    """Return the delimiter: the one that is declared, the tab of a .tsv, else the one the header has most of."""
    header = text.lstrip("\r\n").splitlines()[0]
    if declared := declared_delimiter(header):
        return declared
    if path.suffix.lower() in (".tsv", ".tab") and "\t" in header:
        return "\t"
    return max(_DELIMITERS, key=header.count)


def delimiters_in(line: str) -> bool:
    """Say whether a line holds anything that may part cells."""
    return any(delimiter in line for delimiter in _DELIMITERS)


class _BrokenRow(Exception):
    """A row that is not CSV, and the line it begins on."""


def _parsed(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """Return (line, cells) of each row that is not blank.

    Quotes are taken strictly. Where that fails in a tab-separated table they are ordinary characters:
    many programs write tabs without quoting anything.
    """
    try:
        return list(_rows(text, delimiter, quoted=True))
    except _BrokenRow as broken:
        line, error = broken.args
        if delimiter == "\t":
            with suppress(_BrokenRow):
                return list(_rows(text, delimiter, quoted=False))
        raise Fault(
            f"line {line}",
            Wording(tr("cannot be read as a table row: {error}"), {"error": f"{error}"}),
            "",
            ProblemKind.TABLE,
        ) from broken


def _rows(text: str, delimiter: str, quoted: bool) -> Iterator[tuple[int, list[str]]]:
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting, strict=True)
    line = 1
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                yield line, row
            line = rows.line_num + 1
    except csv.Error as error:
        raise _BrokenRow(line, error) from error


def write_table(file: IO[str], columns: Sequence[str], rows: Iterable[Sequence[str]], delimiter: str = "\t") -> None:
    """Write a table; cells a spreadsheet would run as formulas get an apostrophe before them."""
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
    writer.writerow([escaped(name) for name in columns])
    for row in rows:
        writer.writerow([escaped(cell) for cell in row])


def escaped(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would run as a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def taking(header: Sequence[str]) -> Callable[[str], str]:
    """Return how the cells of a table with such a header are taken.

    In a table that has all columns of ours the apostrophe that `escaped` put there is taken away, also when a
    spreadsheet has saved it since; in any other an apostrophe is somebody's own.
    """
    return _unescaped if _OURS.issubset(name.strip() for name in header) else str


def _unescaped(cell: str) -> str:
    return cell[1:] if _ESCAPED_FORMULA.match(cell) else cell
