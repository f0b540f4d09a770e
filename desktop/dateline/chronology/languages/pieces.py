"""Units told by their number, and by what they are of: "the second week of November", "the 27th of the month"."""

from collections.abc import Sequence

from dateline.chronology.languages.words import UNITS, Token, value_of

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


def nth_unit(tokens: Sequence[Token]) -> str:
    """Read "XX век", "во втором квартале 2025 года", "yılın ilk yarısında"."""
    number = value_of(tokens, "V")
    ordinal = f"{number}th" if number.isdigit() else number
    if number.isdigit() and any(t.letter in "qf" for t in tokens):
        ordinal = ("first", "second", "third", "fourth")[int(number) - 1] if 1 <= int(number) <= 4 else ordinal
    year = value_of(tokens, "Y")
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
