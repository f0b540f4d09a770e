"""The further columns of an article as a person changes them: an author, a desk, a category."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from dateline.exchange.intake import FIELDS
from dateline.model.article import NEWER
from dateline.model.wording import Wording, tr

_NAMELESS = tr("the value {value} has no column")
_TWICE = tr("the column {name} is there twice")
_OF_ITS_OWN = tr("{name} is no further column: it has a field of its own here")
_OF_PROGRAMS = tr("{name} is no column for people: names that begin with _ are programs’ own")


class ColumnRefused(ValueError):
    """A column cannot be called so; `wording` says why."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        super().__init__(f"{wording}")


class ColumnRow(Struct, frozen=True, gc=False):
    """A column as a person has it, name and value without white space about them.

    `was`: what the article's column that the row shows is called, None for a row that was added.
    """

    was: str | None
    name: str
    value: str


def is_for_people(column: str) -> bool:
    """Say whether a column is one that people fill: no program's own, and not the one that names a newer version."""
    return column != NEWER and not column.startswith("_")


def shown_columns(meta: Mapping[str, str]) -> dict[str, str]:
    """Return an article's columns that people see and change: those for people that have a value."""
    return {name: value for name, value in meta.items() if value and is_for_people(name)}


def with_columns(meta: Mapping[str, str], rows: Sequence[ColumnRow]) -> dict[str, str]:
    """Return an article's columns where those that are shown are as in `rows`; one without a value is none.

    What is not shown stays. A name or value that nobody changed stays as it is, with the white space about it, and is
    not judged: a file may call its columns as people may not. Raises ColumnRefused for a name that was changed.
    """
    times = Counter(row.name for row in rows)
    of = {row.was: row for row in rows}
    added = [row for row in rows if row.was is None]
    columns = shown_columns(meta)
    found: dict[str, str] = {}
    for name, value in meta.items():
        if name not in columns:
            found.setdefault(name, value)
        elif row := of.get(name):
            found |= _said(row, name, value, times)
    for row in added:
        found |= _said(row, "", "", times)
    return found


def _said(row: ColumnRow, name: str, value: str, times: Mapping[str, int]) -> dict[str, str]:
    """Return the column that a row says, where it was `name` and `value`; none without a value."""
    is_called_so = row.was is not None and row.name == name.strip()
    if not row.name and not row.value and not is_called_so:
        return {}
    if not is_called_so:
        if wrong := _wrong(row, times):
            raise ColumnRefused(wrong)
        name = row.name
    said = value if row.value == value.strip() else row.value
    return {name: said} if said else {}


def _wrong(row: ColumnRow, times: Mapping[str, int]) -> Wording | None:
    name = row.name
    if not name:
        return Wording(_NAMELESS, {"value": row.value})
    if times[name] > 1:
        return Wording(_TWICE, {"name": name})
    if name in FIELDS or name == NEWER:
        return Wording(_OF_ITS_OWN, {"name": name})
    return None if is_for_people(name) else Wording(_OF_PROGRAMS, {"name": name})
