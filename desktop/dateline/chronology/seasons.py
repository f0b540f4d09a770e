"""Which year's season is meant; winter is named by the year it begins in."""

from dateline.chronology.context import Context
from dateline.chronology.cues import Direction
from dateline.chronology.days import nearest_period
from dateline.model.timex import year_value

_ORDER = ("SP", "SU", "FA", "WI")


def season_value(
    context: Context, season: str, turn: int | None, month: tuple[int, int] | None = None
) -> tuple[str, list[str]]:
    """Return a season's TIMEX3 value and the other readings; `turn` is -1 last, 0 this, 1 next, None for the bare word.

    A bare season looks to the side its sentence does, else to the nearer one. `month`: the year and month that "last"
    and "next" count from, without it that of publication.
    """
    counted_from = month or context.month
    now = (counted_from[0] * 12 + counted_from[1] - 3) // 3  # seasons in a row, four a year, spring first
    year, current = divmod(now, 4)
    number = _ORDER.index(season)
    if turn is None:
        year += _bare(context, current, number)
    elif turn < 0:
        year -= number >= current
    elif turn > 0:
        year += number <= current
    elif number != current:
        year = context.year
        if number > current and (context.direction is Direction.PAST or (current - number) % 4 < number - current):
            year -= 1  # "this winter" of a March report is the one just over
    values = [f"{year_value(year + k)}-{season}" for k in (0, -1, 1)]
    return values[0], values[1:]


def _bare(context: Context, current: int, number: int) -> int:
    return nearest_period(current, 4, number, context.direction or Direction.NONE)
