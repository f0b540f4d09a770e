"""The further columns of an article as a person changes them: an author, a desk, a category."""

from collections.abc import Iterable, Mapping

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


def is_for_people(column: str) -> bool:
    """Say whether a column is one that people fill: no program's own, and not the one that names a newer version."""
    return column != NEWER and not column.startswith("_")


def with_columns(meta: Mapping[str, str], rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return an article's columns where those for people are `rows` of name and value; one without a value is none.

    What is not for people stays, and so does white space about a value that is not changed otherwise. Raises
    ColumnRefused.
    """
    found: dict[str, str] = {}
    for name, value in rows:
        if not name and not value:
            continue
        if wrong := _wrong(name, value, found):
            raise ColumnRefused(wrong)
        kept = meta.get(name, "")
        found[name] = kept if kept.strip() == value else value
    own = {name: value for name, value in meta.items() if not is_for_people(name)}
    empty = {name for name, value in meta.items() if not value and name in found}  # was there without a value
    return {name: value for name, value in found.items() if value or name in empty} | own


def _wrong(name: str, value: str, before: Mapping[str, str]) -> Wording | None:
    if not name:
        return Wording(_NAMELESS, {"value": value})
    if name in before:
        return Wording(_TWICE, {"name": name})
    if name in FIELDS or name == NEWER:
        return Wording(_OF_ITS_OWN, {"name": name})
    return None if is_for_people(name) else Wording(_OF_PROGRAMS, {"name": name})
