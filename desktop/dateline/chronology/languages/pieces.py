"""Units told by their number, and by what they are of: "the second week of November", "the 27th of the month"."""

from collections.abc import Sequence

from dateline.chronology.languages.words import UNITS, Token, value_of
from dateline.chronology.lexicon import MONTHS

_MONTHS = sorted((m for m in MONTHS if m in ("may", "june", "july") or len(m) > 4), key=lambda m: MONTHS[m])
_NTH = {"1": "first", "2": "second", "3": "third", "4": "fourth", "past": "last", "last": "last"}
HALVES_OF_DAY = {"first": "morning", "second": "afternoon"}  # "в первой половине дня"


def nth_of(tokens: Sequence[Token]) -> str:
    """Return which of several is told, as "first"; "" where it is none of them."""
    said = value_of(tokens, "V") or value_of(tokens, "T")
    return _NTH.get(said, said if said in _NTH.values() else "")


def piece_of_month(tokens: Sequence[Token]) -> str | None:
    """Read "kasım ayının ikinci haftasında", "в первой половине июня", "в последнюю неделю ноября 2025 года"."""
    which, unit = nth_of(tokens), next(UNITS[t.letter] for t in tokens if t.letter in "wf")
    month = f"{value_of(tokens, 'M')} {value_of(tokens, 'Y')}".strip()
    return f"the {which} {unit} of {month}" if which else None


def nth_unit(tokens: Sequence[Token], year: str = "") -> str:
    """Read "XX век", "во втором квартале 2025 года", "yılın ilk yarısında"; `year` in English says of which one."""
    number = value_of(tokens, "V")
    ordinal = f"{number}th" if number.isdigit() else number
    if number.isdigit() and any(t.letter in "qf" for t in tokens):
        ordinal = ("first", "second", "third", "fourth")[int(number) - 1] if 1 <= int(number) <= 4 else ordinal
    year = year or value_of(tokens, "Y")
    unit = next(UNITS[t.letter] for t in tokens if t.letter in "cqf")
    outer = year or ("the year" if any(t.letter == "y" for t in tokens) and unit != "century" else "")
    return f"the {ordinal} {unit} of {outer}" if outer else f"the {ordinal} {unit}"


def day_of_its_month(tokens: Sequence[Token]) -> str:
    """Read "қазанның 27-сінде", "2024 yılı mayısının 13'ünde"."""
    year = value_of(tokens, "Y")
    return f"{value_of(tokens, 'M')} {value_of(tokens, 'u')}{f', {year}' if year else ''}"


def nth_of_month(tokens: Sequence[Token]) -> str | None:
    """Read "26-го числа", "5 числа следующего месяца", "aynı ayın 13'ünde", "айдың 15-інде"."""
    day, turn = value_of(tokens, "u") or value_of(tokens, "V") or value_of(tokens, "N"), value_of(tokens, "T")
    if not day.isdigit() or ("d" in (t.letter for t in tokens) and value_of(tokens, "d") != "of its month"):
        return None
    if "m" not in (t.letter for t in tokens):
        return f"the {day}th"
    return f"the {day}th of {'the same' if turn == 'the same' else turn or 'the'} month"


def nth_day(tokens: Sequence[Token]) -> str:
    """Read "четвёртые сутки", what has lasted for so many, and "на четвёртый день", "dördüncü gün", one of them."""
    number = value_of(tokens, "V")
    nth = f"{number}th" if number.isdigit() else number
    return f"a {nth} straight day" if value_of(tokens, "d") == "24 hours" else f"the {nth} day"


def days_of_month(tokens: Sequence[Token]) -> str | None:
    """Read "в 20-х числах марта", "в первых числах мая": a part of the month."""
    said = value_of(tokens, "D") or value_of(tokens, "V") or value_of(tokens, "T")
    part = {"10": "mid", "20": "late", "first": "early", "last": "late", "past": "late", "recent": "late"}.get(said)
    if part is None or value_of(tokens, "d") != "of its month":
        return None
    return f"{part} {value_of(tokens, 'M')} {value_of(tokens, 'Y')}".strip()


def decade_of_century(tokens: Sequence[Token]) -> str | None:
    """Read "XX ғасырдың 30-жылдары", "в 30-е годы XIX века"."""
    century, decade = value_of(tokens, "V"), value_of(tokens, "D")
    if not century.isdigit() or len(decade) != 2:
        return None
    return f"{int(century) - 1}{decade}s"


def in_words(figures: str) -> str:
    """Return a date in figures with its month in letters: "30.09.2024" is "30 september 2024"."""
    day, _, rest = figures.partition(".")
    month, _, year = rest.partition(".")
    if not (month.isdigit() and 1 <= int(month) <= len(_MONTHS)):
        return figures
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"
