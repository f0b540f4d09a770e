"""Which column may hold the day of publication where none is called so: the only other one that is all dates.

Only cells that a spreadsheet keeps as dates count: what a text means is anybody's guess.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from dateline.exchange.checks import Fault
from dateline.exchange.formats.table.header import COLUMN, LOOKED_AT
from dateline.exchange.formats.table.rows import Line
from dateline.exchange.options import ReadOptions


def day_of_publication(
    columns: Sequence[str], used: Collection[str], lines: Iterator[Line], options: ReadOptions
) -> tuple[str, Iterator[Line]]:
    """Return the column of dates among those that are not `used`, "" for none or several, and all lines again.

    Where it was said, now or at an earlier import, which column holds the day, or that none does, none is returned.
    """
    said = options.columns(tuple(columns)) if options.columns else {}
    if "published" in said or f"{COLUMN}published" in options.extra:
        return "", lines
    first, again = _looked_ahead(lines)
    free = [place for place, name in enumerate(columns) if name and name not in used]
    found = [place for place in free if _is_all_days(first, place)]
    return columns[found[0]] if len(found) == 1 else "", again


def _is_all_days(lines: Sequence[Line], place: int) -> bool:
    filled = [line for line in lines if place < len(line.cells) and line.cells[place].strip()]
    return bool(filled) and all(place in line.days for line in filled)


def _looked_ahead(lines: Iterator[Line]) -> tuple[list[Line], Iterator[Line]]:
    """Return the first LOOKED_AT lines, and all of them again; what cannot be read is raised where it stands."""
    first, broken = list[Line](), list[Fault]()
    try:
        for line in islice(lines, LOOKED_AT):
            first.append(line)
    except Fault as fault:
        broken.append(fault)

    def again() -> Iterator[Line]:
        yield from first
        if broken:
            raise broken[0]
        yield from lines

    return first, again()
