"""A list of files in a workbook: the sheet of it that names them, as the rows of a table of metadata."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from dateline.exchange.checks import Fault
from dateline.exchange.columns import known_columns
from dateline.exchange.formats.table.header import Sought
from dateline.exchange.formats.table.reader import unstored
from dateline.exchange.formats.table.rows import Line, Sheet, lines_of, sheets_of
from dateline.exchange.formats.table.workbook import WORKBOOKS
from dateline.exchange.intake import FIELDS
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.exchange.tables import NO_HEADER, Row, Table, distinct
from dateline.model.wording import Wording, first_of, tr

_READ = tr("the sheet {name} is read; the sheets {others}, whose column names files too, are left out")
_ONE_ALONE = tr("Put them in one sheet, or save each as a table of its own and import its files with it")


def is_workbook(path: Path) -> bool:
    """Say whether a table is a workbook by its name."""
    return path.suffix.lower() in WORKBOOKS


def table_of_workbook(path: Path) -> tuple[Table, list[Problem]]:
    """Return the first sheet with a column of files, else the first that holds anything, and what there is to tell.

    Raises Fault ("line 3" in `field`) and OSError.
    """
    sheets = [sheet for sheet in sheets_of(path) if sheet.header]
    naming = [sheet for sheet in sheets if "file" in _known(sheet)]
    if not sheets:
        raise Fault("", NO_HEADER, "", ProblemKind.TABLE)
    sheet = (naming or sheets)[0]
    told = []
    if others := [other.name for other in naming[1:]]:
        wording = Wording(_READ, {"name": sheet.name, "others": first_of(others)})
        told.append(worded(wording, _ONE_ALONE, path.name, kind=ProblemKind.TABLE))
    header = Sought(columns=frozenset(cell.strip() for cell in sheet.header))
    with closing(lines_of(path, sheet=sheet.name, sought=header)) as lines:
        first = next(line for line in lines if line.cells)
        columns = tuple(cell.strip() for cell in first.cells)
        distinct(columns, first.number)
        rows = list(_rows(lines, columns, path.name, set(_known(sheet).values()), told))
    return Table(columns, tuple(rows)), told


def _known(sheet: Sheet) -> dict[str, str]:
    """Return which of its columns are ours, by our names."""
    return known_columns((cell.strip() for cell in sheet.header if cell.strip()), ("file", *FIELDS))


def _rows(
    lines: Iterator[Line], columns: tuple[str, ...], file: str, known: set[str], told: list[Problem]
) -> Iterator[Row]:
    """Yield the rows; one with a formula of which nobody knows what it came to is told, and left out if need be."""
    for line in lines:
        if wrong := unstored(line, columns, known, file):
            told.append(wrong)
        if line.cells and (wrong is None or wrong.notice):
            yield Row(
                line.number, {name: cell.strip() for name, cell in zip(columns, line.cells, strict=False) if name}
            )
