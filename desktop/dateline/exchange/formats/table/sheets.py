"""Which sheets of a workbook are read, and what there is to tell of those that are not."""

from collections.abc import Iterable, Iterator, Sequence

from dateline.exchange.columns import known_columns
from dateline.exchange.formats.table.rows import Sheet
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.wording import Advice, Wording, tr

SHEET = "sheet"  # the option that names the sheet of a workbook that is read alone
_MOST_NAMED = 8  # sheets or columns that a notice names
_TAKEN = tr("articles are read from {count} sheets: {names}")
_ONE_ALONE = Advice(
    tr("To read one of them alone, choose it under Columns…"), "To read one of them alone: --option sheet=NAME"
)
_LEFT = tr("the sheet {name} has no column text and is left out (its columns: {columns})")
_TAKE_IT = Advice(
    tr("To read it, choose it and its column of texts under Columns…, or give that column the name text"),
    "To read it: --option sheet=NAME with --option column.text=NAME, or give its column that name",
)
_AS_SAID = tr("of its sheets {name} is read, as was said, and not: {others}")
_AS_BEFORE = tr("the sheet {name} alone is read, as was chosen for such a workbook before; not read: {others}")
_ALL_SHEETS = Advice(tr("Choose another one under Columns…"), "--option sheet= reads all with a column of texts")


def told_of_sheets(file: str, taken: Sequence[Sheet], left: Sequence[Sheet]) -> Iterator[Problem]:
    """Yield from which sheets of a workbook articles are read, and for each other one that it has no texts."""
    if len(taken) > 1:
        details = {"count": f"{len(taken)}", "names": listed(sheet.name for sheet in taken)}
        yield worded(Wording(_TAKEN, details), _ONE_ALONE, file, kind=ProblemKind.TABLE)
    for sheet in left:
        details = {"name": sheet.name, "columns": listed(c.strip() for c in sheet.header if c.strip()) or "none"}
        yield worded(Wording(_LEFT, details), _TAKE_IT, file, kind=ProblemKind.UNREAD)


def told_of_one(file: str, name: str, sheets: Sequence[str], *, before: bool) -> Iterator[Problem]:
    """Yield that a sheet is read alone, if there are others; `before`: it was chosen at an earlier import."""
    others = [sheet for sheet in sheets if sheet != name]
    if others and name in sheets:
        said = Wording(_AS_BEFORE if before else _AS_SAID, {"name": name, "others": listed(others)})
        yield worded(said, _ALL_SHEETS, file, kind=ProblemKind.UNREAD)


def likeliest(sheets: Sequence[Sheet]) -> str:
    """Return the sheet to say something of where none has texts: one that names files, else the first, "" for none."""
    naming = [s for s in sheets if known_columns((c.strip() for c in s.header), ("file",))]
    return next((sheet.name for sheet in (*naming, *sheets)), "")


def listed(names: Iterable[str]) -> str:
    """Return names in a sentence, the first of them and how many more there are."""
    first = list(names)
    more = f" and {len(first) - _MOST_NAMED} more" if len(first) > _MOST_NAMED else ""
    return ", ".join(first[:_MOST_NAMED]) + more
