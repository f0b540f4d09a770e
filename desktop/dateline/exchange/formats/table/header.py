"""Which row of a table is its header: people write a title, the day or an empty row above it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from dateline.exchange.checks import Fault
from dateline.exchange.columns import known_columns
from dateline.exchange.intake import FIELDS
from dateline.exchange.options import Columns, ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.wording import Advice, Wording, tr

LOOKED_AT = 20  # rows that are not blank
LAST = 10_000  # lines in which a header may be
HEADER = "header"  # the option that names the header's line
COLUMN = "column."  # prefix of the options that say which column holds a field: "column.text" = "Body"
_SEVERAL = 2
T = TypeVar("T")
_SAY_WHICH = Advice(
    tr("Say under Columns… which line holds the names of the columns"),
    "Say which line holds the names of the columns: --option header=3, of one of several tables alone"
    " --option TABLE:header=3",
)
Row = tuple[int, Sequence[str]]  # a row: its line and its cells, none where it holds but formulas without a result


class NoHeader(Fault):
    """There is no row at the line that was named."""


class Sought(Struct, frozen=True):
    """What was said of a table's header: its line, 0 for nothing, or columns that it has.

    `chosen_before`: gives what was chosen for a table with these columns before, empty for nothing.
    """

    line: int = 0
    columns: frozenset[str] = frozenset()
    chosen_before: Columns | None = None

    def is_it(self, cells: Sequence[str]) -> bool:
        """Say whether a row has all columns that were named, or is one for whose columns something was chosen."""
        names = tuple(cell.strip() for cell in cells)
        if self.columns:
            return self.columns.issubset(names)
        return bool(self.chosen_before and self.chosen_before(names))


ANY = Sought()


def sought_header(options: ReadOptions) -> Sought:
    """Return what options say of a table's header; raises Fault for what is no number of a line."""
    given = options.extra.get(HEADER, "")
    if given and not (given.isascii() and given.isdigit() and int(given[:20])):
        what = Wording(tr("{given} is not the number of a line"), {"given": given[:20]})
        raise Fault("", what, _SAY_WHICH, ProblemKind.TABLE)
    if len(given) > len(f"{LAST}") or int(given or 0) > LAST:
        what = Wording(tr("names of columns are looked for in the first {count} lines"), {"count": f"{LAST:,}"})
        raise Fault("", what, _SAY_WHICH, ProblemKind.TABLE)
    named = (column for key, column in options.extra.items() if key.startswith(COLUMN))
    return Sought(int(given or 0), frozenset(filter(None, named)), options.columns)


def header_line(head: Sequence[Row], sought: Sought = ANY) -> int:
    """Return the line of the header by the first LOOKED_AT rows, 0 for a table without rows.

    It is the first row with what was `sought`. Where there is none it is the first row, unless that names no column of
    texts. Then it is the first that names one and another of our fields, or else, where the first has but one cell, as
    a title has, the first that has several.
    """
    for line, cells in head:
        if sought.is_it(cells):
            return line
    if not head or "text" in _known(head[0][1]):
        return head[0][0] if head else 0
    for line, cells in head:
        if "text" in (known := _known(cells)) and len(known) >= _SEVERAL:
            return line
    if _filled(head[0][1]) == 1:
        return next((line for line, cells in head if _filled(cells) >= _SEVERAL), head[0][0])
    return head[0][0]


def headed(rows: Iterable[T], row_of: Callable[[T], Row | None], sought: Sought) -> Iterator[tuple[T, int]]:
    """Yield rows from the header on, with how many were above it; `row_of` gives None for a chance to stop.

    Such a chance is handed on at once, a row once the header is known.
    Raises NoHeader where no row is at the line that was named.
    """
    if sought.line:
        yield from _from_line(rows, row_of, sought.line)
        return
    rows, held, head = iter(rows), list[T](), list[Row]()
    broken: Fault | None = None
    try:
        while len(held) < LOOKED_AT and (row := next(rows, None)) is not None:
            if (found := row_of(row)) is None:
                yield row, 0
            else:
                held.append(row)
                head += [found] if found[1] else []
    except Fault as fault:
        broken = fault
    first = header_line(head, sought)
    above = sum(line < first for line, _ in head)
    yield from ((row, above) for row in held if (row_of(row) or (0,))[0] >= first)
    if broken:
        raise broken
    yield from ((row, above) for row in rows)


def _from_line(rows: Iterable[T], row_of: Callable[[T], Row | None], line: int) -> Iterator[tuple[T, int]]:
    above, reached = 0, False
    for row in rows:
        found = row_of(row)
        if reached or found is None:
            yield row, above
        elif found[0] == line and found[1]:
            reached = True
            yield row, above
        elif found[0] >= line:
            break
        else:
            above += bool(found[1])
    if not reached:
        what = Wording(tr("line {line} is blank or beyond the table's end"), {"line": f"{line}"})
        raise NoHeader("", what, _SAY_WHICH, ProblemKind.TABLE)


def _known(cells: Sequence[str]) -> dict[str, str]:
    return known_columns((cell.strip() for cell in cells if cell.strip()), ("text", *FIELDS))


def _filled(cells: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)
