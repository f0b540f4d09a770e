"""Articles in the rows of a table: CSV, TSV or an Excel workbook with a column that holds the texts."""

from pathlib import Path

from dateline.exchange.format import Choice, Format, tr
from dateline.exchange.formats.table.header import COLUMN, HEADER
from dateline.exchange.formats.table.reader import COLUMNS, read
from dateline.exchange.formats.table.rows import SUFFIXES, looks_like_table
from dateline.exchange.formats.table.sheets import SHEET
from dateline.exchange.intake import DATES
from dateline.exchange.published import Dates

__all__ = ["FORMAT"]


def _recognises(source: Path, head: bytes) -> bool:
    return source.suffix.lower() in SUFFIXES and looks_like_table(source, head)


FORMAT = Format(
    name="table",
    title="Table of articles (CSV, TSV, Excel)",
    suffixes=SUFFIXES,
    description=tr(
        "One article a row: a column with the text, others with title, date, source, url, language and note."
    ),
    reads=read,
    recognises=_recognises,
    choices=(
        *(Choice(COLUMN + field, f"The column that holds the {field}", (), importing=True) for field in COLUMNS),
        Choice(DATES, tr("How 03/04/2024 is read: day-first, month-first"), (), importing=True, allowed=tuple(Dates)),
        Choice(HEADER, tr("The line that names the columns, else it is looked for"), (), importing=True),
        Choice(SHEET, tr("The sheet of a workbook, else all with a column of texts"), (), importing=True),
    ),
    encoded=True,
)
