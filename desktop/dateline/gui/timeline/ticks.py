"""Where the axis has its marks and what it says there, from minutes to millennia, BC included."""

from collections.abc import Callable

from msgspec import Struct

from dateline.gui.date_words import calendar_names, date_words
from dateline.model.calendar import DAY, HOUR, MINUTE, civil, day_number, weekday
from dateline.model.label import year_text

_YEAR_SECONDS = 365.2425 * DAY
_LABEL_GAP = 14.0
_PAD = 4.0

TextWidth = Callable[[str], float]


class Tick(Struct, frozen=True):
    """A mark on the axis: `at` in seconds, its label, where the label begins in pixels (None: no room for it)."""

    at: int
    label: str
    x: float
    label_x: float | None


class Ticks(Struct, frozen=True):
    """The upper row of fine marks and the lower row that says which day, month or year they are in."""

    fine: tuple[Tick, ...]
    context: tuple[Tick, ...]


class _Step(Struct, frozen=True):
    seconds: float
    sample: str  # about the widest label
    kind: str  # clock, day, date (a day without its name), month, year
    count: int


_STEPS = (
    *(_Step(n * MINUTE, "00:00", "clock", n * MINUTE) for n in (1, 2, 5, 10, 15, 30)),
    *(_Step(n * HOUR, "00:00", "clock", n * HOUR) for n in (1, 2, 3, 6, 12)),
    _Step(DAY, "Wed 30", "day", 1),
    _Step(DAY, "30", "date", 1),
    _Step(7 * DAY, "Mon 30", "day", 7),
    *(_Step(n * 30.4 * DAY, "Sept", "month", n) for n in (1, 3, 6)),
    *(
        _Step(n * _YEAR_SECONDS, "2024 BC" if n >= 1000 else "2024", "year", n)
        for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000)
    ),
)


def ticks(
    begin: float, end: float, width: float, text_width: TextWidth, context_width: TextWidth | None = None
) -> Ticks:
    """Return the marks of an axis `width` pixels wide that shows `begin` to `end`; labels never touch or stick out.

    `context_width` measures those of the lower row where they are in another font.
    """
    per_pixel = (end - begin) / max(width, 1.0)
    step = next(
        (s for s in _STEPS if s.seconds / per_pixel >= text_width(s.sample) + _LABEL_GAP),
        _STEPS[-1],
    )
    fine = _labelled(_moments(step, begin, end), begin, per_pixel, width, text_width)
    context = _context(step, begin, end, per_pixel, width, context_width or text_width)
    return Ticks(fine, context)


def _moments(step: _Step, begin: float, end: float) -> list[tuple[int, str]]:
    if step.kind == "clock":
        first = int(begin // step.count) * step.count
        return [(t, f"{t % DAY // HOUR:02d}:{t % HOUR // MINUTE:02d}") for t in _steps(first, step.count, begin, end)]
    if step.kind in ("day", "date"):
        days = _days(step.count, begin, end)
        return days if step.kind == "day" else [(at, label.partition(" ")[2]) for at, label in days]
    if step.kind == "month":
        return _months(step.count, begin, end)
    return _years(step.count, begin, end)


def _steps(first: int, count: int, begin: float, end: float) -> list[int]:
    return [t for t in range(first, int(end // 1) + 1, count) if t >= begin]


def _days(count: int, begin: float, end: float) -> list[tuple[int, str]]:
    first, last = int(begin // DAY), int(end // DAY)
    if count == 7:
        first -= weekday(first) - 1
    numbers = (n for n in range(first, last + 1, count) if n * DAY >= begin)
    names = calendar_names().days
    return [(n * DAY, f"{names[weekday(n) - 1]} {civil(n)[2]}") for n in numbers]


def _months(count: int, begin: float, end: float) -> list[tuple[int, str]]:
    year, month, _ = civil(int(begin // DAY))
    first = (year * 12 + month - 1) // count * count
    names = date_words().months
    out = []
    while (at := day_number(first // 12, first % 12 + 1) * DAY) <= end:
        if at >= begin:
            out.append((at, names[first % 12]))
        first += count
    return out


def _years(count: int, begin: float, end: float) -> list[tuple[int, str]]:
    """Before year 1 the round numbers are those of the BC count, which is one off the astronomical one."""
    first, last = civil(int(begin // DAY))[0], civil(int(end // DAY))[0]
    years: list[int] = []
    if first <= 0:
        years += range(1 - (1 - first) // count * count, min(0, last) + 1, count)
    if first <= 1 <= last and count > 1:
        years.append(1)
    years += range(max(count, (first + count - 1) // count * count), last + 1, count)
    words = date_words()
    moments = ((day_number(y) * DAY, year_text(y, words)) for y in years)
    return [(at, label) for at, label in moments if begin <= at <= end]


def _labelled(
    moments: list[tuple[int, str]], begin: float, per_pixel: float, width: float, text_width: TextWidth
) -> tuple[Tick, ...]:
    out, free = [], 0.0
    for at, label in moments:
        x = (at - begin) / per_pixel
        wide = text_width(label)
        left = x - wide / 2
        fits = left >= free and left + wide <= width - 2
        out.append(Tick(at, label, x, left if fits else None))
        if fits:
            free = left + wide + _PAD
    return tuple(out)


def _context(
    step: _Step, begin: float, end: float, per_pixel: float, width: float, text_width: TextWidth
) -> tuple[Tick, ...]:
    """The label of what is under the left edge sticks there until the next one pushes it out."""
    number = int(begin // DAY)
    year, month, _ = civil(number)
    last, words = civil(int(end // DAY)), date_words()
    moments: list[tuple[int, str]] = []
    if step.kind == "clock":
        days = range(number, int(end // DAY) + 1)
        room = DAY / per_pixel - 3 * _PAD
        short = any(text_width(_day_in_full(n)) > room for n in days) and len(days) > 1
        moments = [(n * DAY, _day_in_full(n, year=not short)) for n in days]
        if short:  # the first one with room for it says which year it is, in place of the weekday
            first = next((i for i in (0, 1) if ((days[i] + 1) * DAY - begin) / per_pixel > room), 0)
            moments[first] = (days[first] * DAY, _day_in_full(days[first]).partition(" ")[2])
    elif step.kind in ("day", "date"):
        months, names = range(year * 12 + month - 1, last[0] * 12 + last[1]), calendar_names().months
        moments = [
            (day_number(m // 12, m % 12 + 1) * DAY, f"{names[m % 12]} {year_text(m // 12, words)}") for m in months
        ]
    elif step.kind == "month":
        moments = [(day_number(y) * DAY, year_text(y, words)) for y in range(year, last[0] + 1)]
    out: list[Tick] = []
    edge = width
    for at, label in reversed(moments):
        x = (at - begin) / per_pixel
        wide = text_width(label)
        left = max(x, 0.0) + _PAD
        if left + wide > edge - _PAD:
            left = edge - _PAD - wide  # pushed to the left by its neighbour, while it stays on its own ground
        fits = left >= max(x, 0.0) and left >= 0
        out.append(Tick(at, label, x, left if fits else None))
        edge = max(x, 0.0) if fits or x > 0 else edge
    return tuple(reversed(out))


def _day_in_full(number: int, *, year: bool = True) -> str:
    its_year, month, day = civil(number)
    words = date_words()
    named = f"{calendar_names().days[weekday(number) - 1]} {day} {words.months[month - 1]}"
    return f"{named} {year_text(its_year, words)}" if year else named
