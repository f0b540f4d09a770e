"""The rows of a table file one at a time, whatever kind of file it is: CSV, TSV, or a workbook's sheet."""

import csv
import io
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any, Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from dateline.exchange.checks import Fault
from dateline.exchange.decode import LARGEST, Decoded, decoded
from dateline.exchange.formats.table.header import ANY, LOOKED_AT, NoHeader, Row, Sought, headed, header_line
from dateline.exchange.formats.table.workbook import WORKBOOKS, opened, valued_sheets
from dateline.exchange.problems import ProblemKind
from dateline.exchange.tables import declared_delimiter, delimiter_of, delimiters_in, taking
from dateline.model.progress import Progress, Silent
from dateline.model.wording import Advice, Wording, tr

SUFFIXES = (".csv", ".tsv", ".tab", *WORKBOOKS)
_SILENT = Silent()
_HEAD = 1 << 20  # bytes by which an encoding is told
_BLANK_ROWS = 1_000  # passed between two chances to stop: a sheet's formatting may go on for a million
_OF_WHICH = Advice(
    tr("Choose another one under Columns…"),
    "Check its spelling; what holds of one of several workbooks alone is said so: --option TABLE:sheet=NAME",
)


class Line(Struct, frozen=True):
    """One row: its number in the file (the first is 1) and its cells as text, stripped of nothing.

    `above`: of the header, how many rows above it are left out.
    `unvalued`: by their places in the row the names ("B3") of its cells with a formula whose result is not stored.
    `days`: of the first LOOKED_AT below the header the places of cells that a workbook keeps as dates.
    """

    number: int
    cells: tuple[str, ...]
    unvalued: Mapping[int, str] = {}
    above: int = 0
    days: tuple[int, ...] = ()


class Sheet(Struct, frozen=True):
    """A sheet of a workbook: its name and its header's cells, none where it holds nothing."""

    name: str
    header: tuple[str, ...]


def sheets_of(path: Path, sought: Sought = ANY, progress: Progress = _SILENT) -> list[Sheet]:
    """Return the sheets of a workbook; none of a file of text. Raises Fault and OSError.

    A sheet without a row where the header was said to be is passed over.
    """
    if path.suffix.lower() not in WORKBOOKS:
        return []
    with opened(path) as (book, _):
        return sheets_in(book, sought, progress, path.name)


def sheets_in(book: Any, sought: Sought, progress: Progress, name: str) -> list[Sheet]:
    """Return the sheets of an open workbook, or of what is held of one; as `sheets_of`."""
    found = []
    for sheet in book.worksheets:
        with suppress(NoHeader), closing(rows_of(sheet, sought=sought)) as lines:
            line = first_of(lines, progress, name)
            found.append(Sheet(sheet.title, line.cells if line else ()))
    return found


def names_of(path: Path, progress: Progress = _SILENT) -> list[str]:
    """Return the names of a workbook's sheets that hold anything; raises Fault and OSError.

    Of one that alone has values it is not looked at whether they are more than white space.
    """
    valued = valued_sheets(path, progress)
    if len(valued) < 2:
        return valued
    with opened(path) as (book, _):
        names = []
        for sheet in book.worksheets:
            progress.step(0, None, path.name)
            if sheet.title in valued and any(not is_blank_row(raw.values) for raw in _raw_rows(sheet, None)):
                names.append(sheet.title)
        return names


def first_of(lines: Iterator[Line], progress: Progress, name: str) -> Line | None:
    """Return the first line that is not blank, None for none; raises Cancelled."""
    for line in lines:
        if line.cells:
            return line
        progress.step(0, None, name)
    return None


def lines_of(
    path: Path,
    encoding: str = "",
    sheet: str = "",
    read_as: Callable[[Decoded], None] | None = None,
    sought: Sought = ANY,
) -> Generator[Line, None, None]:
    """Yield the rows that are not blank, the header first, and among many blank ones now and then one without cells.

    What stands above the header is left out.
    `read_as` is told, before the first row, the head of a text file and the encoding it was read in.
    Raises Fault ("line 3" in `field`) and OSError.
    """
    if path.suffix.lower() in WORKBOOKS:
        return _sheet_lines(path, sheet, sought)
    return _with_above(_csv_lines(path, encoding, read_as, sought), sought)


def looks_like_table(path: Path, head: bytes) -> bool:
    """Say whether a file begins with a row of cells, or is called as workbooks are."""
    if path.suffix.lower() in WORKBOOKS:
        return True
    try:
        lines_ = decoded(head[: _whole_lines(head)]).text.lstrip("\r\n").split("\n", 2)
        delimiter = delimiter_of(lines_[0], path)
        first = lines_[bool(declared_delimiter(lines_[0])) and len(lines_) > 1].rstrip("\r")
        return bool(next(csv.reader([first], delimiter=delimiter)))
    except (Fault, csv.Error, StopIteration, IndexError, ValueError):
        return False


def _whole_lines(head: bytes) -> int:
    """Return how much of the head of a file to decode: up to a line's end, so that no character is cut."""
    return len(head) if len(head) < _HEAD else head.rfind(b"\n") + 1 or len(head)


def _csv_lines(
    path: Path, encoding: str, read_as: Callable[[Decoded], None] | None, sought: Sought
) -> Generator[Line, None, None]:
    with path.open("rb") as raw:
        head = raw.read(_HEAD)
        if not head:
            raise Fault("", tr("is empty"), "", ProblemKind.EMPTY)
        got = decoded(head[: _whole_lines(head)], encoding)
        if read_as:
            read_as(got)
        raw.seek(0)
        csv.field_size_limit(LARGEST)  # of the csv module as a whole; the usual limit is an article's length
        with io.TextIOWrapper(raw, encoding=got.encoding, errors="strict", newline="") as text:
            first = got.text.lstrip("\r\n").split("\n", 1)[0]
            delimiter = delimiter_of(_with_delimiter(got.text, first, path, sought), path)
            quoted = delimiter != "\t" or _quoted(path, got.encoding)
            quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
            rows = csv.reader(_bounded(text), delimiter=delimiter, quoting=quoting, strict=True)
            yield from _numbered(rows, got.encoding, declared=bool(declared_delimiter(first)))


def _with_above(lines: Iterator[Line], sought: Sought) -> Generator[Line, None, None]:
    """Yield lines from the header on, which says how many are above it."""
    begun = False
    for line, above in headed(lines, lambda line: (line.number, line.cells), sought):
        yield line if begun or not above else replace(line, above=above)
        begun = True


def _with_delimiter(text: str, first: str, path: Path, sought: Sought) -> str:
    """Return the line of a table's head that shows what parts its cells: below a title that has nothing to part."""
    if declared_delimiter(first):
        return first
    below = text.lstrip("\r\n").split("\n", LOOKED_AT)[:LOOKED_AT]
    taken = header_line([(number, _cells_of(line, path)) for number, line in enumerate(below)], sought)
    return below[taken] if delimiters_in(below[taken]) else first


def _cells_of(line: str, path: Path) -> list[str]:
    """Return the cells of a line by itself, as the names in a header are."""
    return [cell.strip('" \r') for cell in line.split(delimiter_of(line, path))] if line.strip() else []


def _bounded(text: IO[str]) -> Iterator[str]:
    """Yield lines, none of which is longer than any cell may be, without the mark that may stand before the first."""
    line = text.readline(LARGEST + 1).removeprefix("\ufeff")  # before the quote of a quoted header
    while line:
        if len(line) > LARGEST:
            raise csv.Error(f"a line is longer than {LARGEST >> 20} MB")
        yield line
        line = text.readline(LARGEST + 1)


def _quoted(path: Path, encoding: str) -> bool:
    """Say whether quotes in a table of tabs are quotes: many programs write tabs without quoting anything.

    Looked at is the head, to the end of the row that goes beyond it: quoted texts go over many lines.
    """
    seen = 0
    with path.open(encoding=encoding, errors="replace", newline="") as text, suppress(csv.Error):
        for row in csv.reader(_bounded(text), delimiter="\t", strict=True):
            seen += sum(map(len, row))
            if seen > _HEAD:
                break
        return True
    return False


def _numbered(rows: Any, encoding: str, *, declared: bool) -> Generator[Line, None, None]:
    """Yield rows with the line each begins on; `declared`: the first of them only says what parts the cells."""
    line = 1
    taken: Callable[[str], str] | None = None
    try:
        for row in rows:
            if any(cell.strip() for cell in row) and declared:
                declared = False
            elif any(cell.strip() for cell in row):
                taken = taken or taking(row)
                yield Line(line, tuple(taken(cell) for cell in row))
            line = rows.line_num + 1
    except csv.Error as error:
        what_to_do = tr("Put quotes round cells that hold line ends or the delimiter, and double quotes inside them")
        raise Fault(
            f"line {line}",
            Wording(tr("cannot be read as a table row: {error}"), {"error": f"{error}"}),
            what_to_do,
            ProblemKind.TABLE,
        ) from error
    except UnicodeDecodeError as error:
        what = Wording(tr("is not {encoding}: a byte does not fit"), {"encoding": encoding})
        raise Fault(f"line {line}", what, tr("Name its encoding, or save it as UTF-8"), ProblemKind.ENCODING) from error


def _sheet_lines(path: Path, sheet: str, sought: Sought) -> Generator[Line, None, None]:
    with opened(path, formulas=True) as (book, formulas):
        yield from rows_of(sheet_named(book, sheet), sheet_named(formulas, sheet) if formulas else None, sought)


def sheet_named(book: Any, name: str) -> Any:
    """Return the sheet of this name of a workbook, "" for its first; raises Fault where there is none."""
    if not name:
        return book.worksheets[0] if book.worksheets else []
    named = {sheet.title: sheet for sheet in book.worksheets}  # book.sheetnames has those that are but a chart, too
    if name not in named:
        raise Fault(
            "",
            Wording(tr("has no sheet {name}; there are {names}"), {"name": f"{name}", "names": ", ".join(named)}),
            _OF_WHICH,
            ProblemKind.TABLE,
        )
    return named[name]


class _Raw(NamedTuple):
    """A row of a sheet: its number, its values, and its cells with their formulas where these are read, too."""

    number: int
    values: Sequence[Any]
    held: Sequence[Any]


def rows_of(sheet: Any, formulas: Any = None, sought: Sought = ANY) -> Generator[Line, None, None]:
    """Yield a sheet's rows; `formulas`: the same sheet with what its cells hold instead of what that came to."""

    def row_of(raw: _Raw) -> Row | None:
        if not raw.values and not raw.held:
            return None
        return raw.number, () if is_blank_row(raw.values) else tuple(
            str(value) for value in raw.values if value is not None
        )

    named: list[int] | None = None  # the columns that the header names
    looked = 0
    for (number, row, held), above in headed(_raw_rows(sheet, formulas), row_of, sought):
        if named is None and not is_blank_row(row):
            named = [i for i, value in enumerate(row) if value is not None]
        else:
            above = 0  # noqa: PLW2901 - it is said of the header
        cells = tuple(_cell(row[i]) if i < len(row) else "" for i in named or ())
        # Formatting makes rows of 16,384 cells, of which few have a name in the header.
        unvalued = {
            place: held[i].coordinate
            for place, i in enumerate(named or ())
            if i < len(held) and _is_unvalued(row, held, i)
        }
        blank = is_blank_row(row) and not unvalued
        days: tuple[int, ...] = ()
        if (looked := looked + 1) <= LOOKED_AT + 1:  # beside the header
            days = tuple(place for place, i in enumerate(named or ()) if i < len(row) and isinstance(row[i], date))
        yield Line(number, () if blank else cells, unvalued, above, days)


def _raw_rows(sheet: Any, formulas: Any) -> Iterator[_Raw]:
    """Yield the rows that hold something, and now and then one of many that do not."""
    rows = iter(sheet.iter_rows(values_only=True)) if sheet else iter(())
    written = iter(formulas.iter_rows()) if formulas else None
    number = blank = 0
    while True:
        number += 1
        try:
            row = next(rows)
            held = next(written, ()) if written else ()
        except StopIteration:
            return
        except Exception as error:  # what openpyxl and the parsers below it raise on a damaged sheet is not bounded
            what = f"cannot be read: {type(error).__name__}"
            raise Fault(f"line {number}", what, tr("Save the workbook anew"), ProblemKind.SYNTAX) from error
        if not is_blank_row(row) or any(_is_unvalued(row, held, i) for i in range(len(held))):
            blank = 0
            yield _Raw(number, row, held)
        elif (blank := blank + 1) % _BLANK_ROWS == 0:
            yield _Raw(number, (), ())


def _is_unvalued(row: Sequence[Any], held: Sequence[Any], i: int) -> bool:
    return (i >= len(row) or row[i] is None) and held[i].data_type == "f"


def is_blank_row(row: Sequence[Any]) -> bool:
    """Say whether a row holds nothing but white space."""
    return row.count(None) == len(row) or not any(str(value).strip() for value in row if value is not None)


def _cell(value: Any) -> str:
    """Return a cell as text; Excel keeps days as moments at midnight and every number as a fraction."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(timespec="minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_x000D_", "\r")
