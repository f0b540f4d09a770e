"""What was chosen for the columns of a table, kept in the project on this machine for tables of the same columns."""

from collections.abc import Mapping

from dateline.exchange.formats.table.reader import COLUMNS
from dateline.exchange.intake import DATES
from dateline.exchange.published import Dates
from dateline.store.project import Project

_KEPT = "import_columns"  # choices by the tables' headers


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


def keep_columns(project: Project, columns: tuple[str, ...], chosen: Mapping[str, str]) -> None:
    """Remember what was chosen for a table with these columns."""
    kept = project.local.get(_KEPT)
    project.local.set(_KEPT, (kept if isinstance(kept, dict) else {}) | {_signature(columns): dict(chosen)})


def _signature(columns: tuple[str, ...]) -> str:
    return "\t".join(columns)
