"""Which row of a table is its header: people write a title, the day or an empty row above it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from dateline.exchange.checks import Fault
from dateline.exchange.columns import known_columns
from dateline.exchange.intake import FIELDS
from dateline.exchange.problems import ProblemKind
from dateline.model.wording import Advice, Wording, tr

LOOKED_AT = 20  # rows that are not blank
HEADER = "header"  # the option that names the header's line
_SEVERAL = 2
_SAY_WHICH = Advice(
    tr("Say under Columns… which line holds the names of the columns"),
    "Say which line holds the names of the columns: --option header=3",
)
Row = tuple[int, Sequence[str]]  # a row that is not blank: its line and its cells


class NoHeader(Fault):
    """There is no row at the line that was named."""


def asked_header(given: str) -> int:
    """Return the line of the header that an option names, 0 for none; raises Fault for what is no number of a line."""
    if given and not (given.isascii() and given.isdigit() and int(given)):
        what = Wording(tr("{given} is not the number of a line"), {"given": given})
        raise Fault("", what, _SAY_WHICH, ProblemKind.TABLE)
    return int(given or 0)


def header_line(rows: Iterable[Row], asked: int = 0) -> int:
    """Return the line of the header, 0 for a table without rows; `asked` is what the option says, 0 for nothing.

    It is the first row, unless that names no column of texts. Then it is the first that names one and another of our
    fields, or else, where the first has but one cell, as a title has, the first that has several.
    Raises NoHeader where no row is at the line that was asked for.
    """
    if asked:
        if asked not in (line for line, _ in _up_to(rows, asked)):
            what = Wording(tr("line {line} is blank or beyond the table's end"), {"line": f"{asked}"})
            raise NoHeader("", what, _SAY_WHICH, ProblemKind.TABLE)
        return asked
    rows = iter(rows)
    head = list(islice(rows, 1))
    if not head or "text" in _known(head[0][1]):
        return head[0][0] if head else 0
    head += islice(rows, LOOKED_AT - 1)
    for line, cells in head:
        if "text" in (known := _known(cells)) and len(known) >= _SEVERAL:
            return line
    if _filled(head[0][1]) == 1:
        return next((line for line, cells in head if _filled(cells) >= _SEVERAL), head[0][0])
    return head[0][0]


def _up_to(rows: Iterable[Row], last: int) -> Iterator[Row]:
    """Yield the rows up to a line."""
    for row in rows:
        if row[0] > last:
            return
        yield row


def _known(cells: Sequence[str]) -> dict[str, str]:
    return known_columns((cell.strip() for cell in cells if cell.strip()), ("text", *FIELDS))


def _filled(cells: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)
