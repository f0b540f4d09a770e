"""What was chosen for the columns of a table, kept in the project on this machine for tables of the same columns."""

from collections.abc import Mapping

from dateline.exchange.formats.table.reader import COLUMNS
from dateline.exchange.intake import DATES
from dateline.exchange.published import Dates
from dateline.store.project import Project

_KEPT = "import_columns"  # choices by the tables' headers
_SHEETS = "import_sheets"  # the sheet chosen, by the sheets of a workbook
_HEADERS = "import_headers"  # the line of the header that was said, by the sheet and the columns found without it


def kept_columns(project: Project, columns: tuple[str, ...]) -> Mapping[str, str]:
    """Return what was chosen before for a table with these columns: field to column, "" for none; empty where nothing.

    How dates are written is there under DATES.
    """
    remembered = project.local.get(_KEPT)
    found = remembered.get(_signature(columns)) if isinstance(remembered, dict) else None
    if not isinstance(found, dict):
        return {}
    dates = {DATES: found[DATES]} if found.get(DATES) in list(Dates) else {}
    return dates | {f: c for f, c in found.items() if f in COLUMNS and isinstance(c, str) and (not c or c in columns)}


def anything_kept(project: Project) -> bool:
    """Say whether anything was chosen for a table before."""
    return any(project.local.get(key) for key in (_KEPT, _SHEETS, _HEADERS))


def keep_columns(project: Project, columns: tuple[str, ...], chosen: Mapping[str, str]) -> None:
    """Remember what was chosen for a table with these columns."""
    kept = project.local.get(_KEPT)
    project.local.set(_KEPT, (kept if isinstance(kept, dict) else {}) | {_signature(columns): dict(chosen)})


def kept_sheet(project: Project, sheets: tuple[str, ...]) -> str:
    """Return the sheet that was chosen before of a workbook with these, "" for all."""
    remembered = project.local.get(_SHEETS)
    found = remembered.get(_signature(sheets)) if isinstance(remembered, dict) else None
    return found if isinstance(found, str) and found in sheets else ""


def keep_sheet(project: Project, sheets: tuple[str, ...], chosen: str) -> None:
    """Remember which sheet was chosen of a workbook with these, "" for all."""
    kept = project.local.get(_SHEETS)
    project.local.set(_SHEETS, (kept if isinstance(kept, dict) else {}) | {_signature(sheets): chosen})


def kept_header(project: Project, sheet: str, found: tuple[str, ...]) -> int:
    """Return the line of the header that was said before for a sheet in which these columns are `found`, 0 for none.

    `sheet`: "" where none was named.
    """
    remembered = project.local.get(_HEADERS)
    line = remembered.get(_signature((sheet, *found))) if isinstance(remembered, dict) else None
    return line if isinstance(line, int) and line > 0 else 0


def any_header_kept(project: Project) -> bool:
    """Say whether the line of any table's header was said before: else none need be looked for."""
    return bool(project.local.get(_HEADERS))


def keep_header(project: Project, sheet: str, found: tuple[str, ...], line: int) -> None:
    """Remember which line was said to be the header of such a sheet, 0 for none."""
    kept = project.local.get(_HEADERS)
    headers = kept if isinstance(kept, dict) else {}
    if line or _signature((sheet, *found)) in headers:
        project.local.set(_HEADERS, headers | {_signature((sheet, *found)): line})


def _signature(columns: tuple[str, ...]) -> str:
    return "\t".join(columns)
