"""The head of a table, to choose from: its columns, what they are taken for, and its first rows."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from dateline.exchange.columns import known_columns
from dateline.exchange.decode import Decoded
from dateline.exchange.formats.table.days import day_of_publication
from dateline.exchange.formats.table.header import sought_header
from dateline.exchange.formats.table.heads import Heads
from dateline.exchange.formats.table.reader import COLUMNS, has_texts, header_of, named_columns
from dateline.exchange.formats.table.rows import Line, lines_of, rows_of, sheet_named, sheets_in
from dateline.exchange.formats.table.sheets import SHEET
from dateline.exchange.formats.table.workbook import WORKBOOKS
from dateline.exchange.intake import DATES
from dateline.exchange.options import ReadOptions


class TablePreview(Struct, frozen=True):
    """The head of a table: its columns, which is taken for which field, and its first rows.

    `dates`: how dates such as 03/04/2024 are written, where that was said.
    `sheets`: those of a workbook; `sheet`: the one that is read alone, "" for all with a column of texts.
    `guessed`: the encoding it was read in, where the bytes do not prove it.
    `header`: the line of the header, where rows above it are left out, else 0; `asked`: what was said.
    """

    columns: tuple[str, ...]
    fields: dict[str, str]
    rows: tuple[tuple[str, ...], ...]
    guessed: str = ""
    dates: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    header: int = 0
    asked: int = 0


def preview(source: Path, options: ReadOptions, rows: int = 5, heads: Heads | None = None) -> TablePreview:
    """Return the head of a table, of a workbook that of its first sheet with texts; raises Fault, BadInput, OSError.

    `heads` holds those of workbooks that were looked at before.
    """
    read_as: list[Decoded] = []
    sought, named = sought_header(options), options.extra.get(SHEET, "")
    book = (heads or Heads()).of(source, sought.line) if source.suffix.lower() in WORKBOOKS else None
    found = [sheet for sheet in sheets_in(book, sought, options.progress, source.name) if sheet.header] if book else []
    sheet = named or next((s.name for s in found if has_texts(s, options)), "")
    if book:
        lines = rows_of(sheet_named(book, sheet), sought=sought)
    else:
        lines = lines_of(source, options.encoding, sheet, read_as.append, sought)
    with closing(lines):
        columns, at = header_of(lines, options.progress, source.name)
        fields = known_columns((c for c in columns if c), COLUMNS) | named_columns(options, columns, strict=False)
        again: Iterator[Line] = lines
        if "published" not in fields:
            fields["published"], again = day_of_publication(columns, fields.values(), lines, options)
        first = tuple(line.cells for _, line in zip(range(rows), (x for x in again if x.cells), strict=False))
    guessed = next((got.encoding for got in read_as if got.guessed), "")
    taken = {f: c for f, c in fields.items() if c}
    dates = options.extra.get(DATES, "")
    sheets = tuple(s.name for s in found)
    return TablePreview(columns, taken, first, guessed, dates, sheets, named, at.number if at.above else 0, sought.line)
