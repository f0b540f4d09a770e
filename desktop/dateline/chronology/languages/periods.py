"""Periods told by the one we are in: last year, the next two weeks, the same month, the end of the year, every day."""

from collections.abc import Sequence

from dateline.chronology.languages.lengths import count_of, unit_of, units_of
from dateline.chronology.languages.pieces import nth_unit
from dateline.chronology.languages.words import UNITS, Token
from dateline.chronology.languages.words import value_of as _value

TURNS_OF_YEAR = ("last", "this", "next", "previous", "following", "coming")
_EDGES = {"early": "the beginning of", "mid": "the middle of", "late": "the end of"}


def every(tokens: Sequence[Token]) -> str:
    """Read "her dört yılda bir", "бес жылда бір рет", "раз в пять лет": every so many units."""
    at = next(i for i, t in enumerate(tokens) if t.letter in UNITS)
    said = [t for t in tokens[: at + 1] if t.letter not in "Kz"]
    return f"every {count_of(said)} {units_of(said)}"


def often(tokens: Sequence[Token]) -> str:
    """Read "haftada iki kez", "два раза в неделю", "раз в год" by way of "2 times a week"."""
    return f"{count_of(tokens) if _value(tokens, 'Q') or _value(tokens, 'N') else '1'} times a {unit_of(tokens)}"


def edge_of_now(tokens: Sequence[Token]) -> str:
    """Read "yıl sonu", "до конца года", "с начала года": an edge of the unit we are in."""
    return f"{_EDGES[_value(tokens, 'E')]} this {unit_of(tokens)}"


def edge(tokens: Sequence[Token]) -> str:
    """Read "ay sonunda", "к концу года", "тоқсан соңында": an edge of the unit told of, else of the one we are in."""
    return f"{_EDGES[_value(tokens, 'E')]} the {unit_of(tokens)}"


def same_period(tokens: Sequence[Token]) -> str | None:
    """Read "өткен жылдың осы кезеңінде", "в том же периоде прошлого года": the period told of, a year back."""
    turns = [t.value for t in tokens if t.letter == "T"]
    same = "the same" in turns or turns == ["last", "this"]  # "өткен жылдың осы кезеңінде"
    return "the same period last year" if same and {"last", "previous", "before last"} & {*turns} else None


def same_unit(tokens: Sequence[Token]) -> str | None:
    """Read "geçen yılın aynı ayında": the month told of, or this one, a year back."""
    turns = [t.value for t in tokens if t.letter == "T"]
    unit = next(UNITS[t.letter] for t in tokens if t.letter in "mq")
    back = ({"the same", "last"}, {"this", "last"}, {"the same", "previous"}, {"the same", "before last"})
    return f"the same {unit} last year" if set(turns) in back else None


def first_units(tokens: Sequence[Token]) -> str:
    """Read "yılın ilk üç ayında", "за первые два месяца этого года": the first units of a year."""
    turn = _value(tokens, "T")
    year = _value(tokens, "Y") or (f"{turn} year" if turn in TURNS_OF_YEAR else "this year")
    units = units_of([t for t in tokens if t.letter != "y" and t.letter in UNITS])
    return f"the first {count_of(tokens)} {units} of {year}"


def nth_unit_of_turn(tokens: Sequence[Token]) -> str | None:
    """Read "geçen yılın ilk çeyreğinde", "в первом квартале прошлого года": a quarter or half of another year."""
    turn = _value(tokens, "T")
    return nth_unit([t for t in tokens if t.letter != "T"], f"{turn} year") if turn in TURNS_OF_YEAR else None


def recent_or_coming(tokens: Sequence[Token]) -> str:
    """Read "son yıllarda", "в ближайшие годы": an unknown number of units, past or to come."""
    past = _value(tokens, "T") in ("past", "last", "recent")
    return f"{'recent' if past else 'coming'} {_value(tokens, '~') or 'years'}"


def turned(tokens: Sequence[Token]) -> str | None:
    """Read "geçen hafta", "за последние два года", "алдыңғы күні": a unit, or several, before or after now."""
    turn = _value(tokens, "T")
    if "24 hours" in (t.value for t in tokens):
        return f"the {'next' if turn in ('next', 'coming') else 'past'} 24 hours"
    if turn in ("recent", "coming"):  # in the plural
        other = {"recent": "past", "coming": "next"}[turn]
        if _value(tokens, "Q") or _value(tokens, "N"):
            return f"the {other} {count_of(tokens)} {units_of(tokens)}"
        return f"{turn} {units_of(tokens)}" if any(t.letter in UNITS for t in tokens) else None
    thing = next((t.value for t in tokens if t.letter in "WMS"), "") or unit_of(tokens)
    if _value(tokens, "Q") or _value(tokens, "N"):
        return f"the {turn} {count_of(tokens)} {thing}s"
    if turn == "before last":  # "önceki gün", "алдыңғы күні" are two days back, other units one
        return "the day before yesterday" if thing == "day" else f"previous {thing}"
    return f"the past {thing}" if turn == "past" else f"{turn} {thing}"


def years(tokens: Sequence[Token]) -> str:
    """Years in the plural: a decade ("1990 жылдары") or those named ("2016-2018 жылдары")."""
    year = _value(tokens, "Y")
    return f"{year}s" if year.endswith("0") and "-" not in year else year
