"""From lettered tokens to the English that says the same: one small grammar for the three languages."""

import re
from collections.abc import Callable, Sequence

from dateline.chronology.languages.words import UNITS, Token

_U = "[ymwdhnsqkcZ]"
_QTY = "[QN]"
_DATE = "(?:NM|NMYy?|Yy?-?NM|Mm?|Yy?-?Mm?|MYy?|Wd?|R|Yy?|T[ymwd]|TW)"


def english(tokens: Sequence[Token]) -> str | None:
    """Return an English expression for a run of tokens, None where the grammar has none."""
    kept = [t for t in tokens if t.letter != "-"]
    letters = "".join(t.letter for t in kept)
    for pattern, build in _GRAMMAR:
        if pattern.fullmatch(letters):
            return build(kept)
    return None


def _value(tokens: Sequence[Token], letter: str, nth: int = 0) -> str:
    values = [t.value for t in tokens if t.letter == letter]
    return values[nth] if nth < len(values) else ""


def _unit(tokens: Sequence[Token]) -> str:
    return next(UNITS[t.letter] for t in tokens if t.letter in UNITS)


def _units(tokens: Sequence[Token]) -> str:
    unit = _unit(tokens)
    return "centuries" if unit == "century" else f"{unit}s"


def _count(tokens: Sequence[Token]) -> str:
    """Return how many: words that add up ("yirmi beş"), figures, or "a" where nothing is said."""
    said = [t.value for t in tokens if t.letter in "QN"]
    numbers = [s for s in said if s.isdigit()]
    if len(numbers) > 1:
        return str(sum(int(n) for n in numbers))
    return said[0] if said else "a"


def _date(tokens: Sequence[Token]) -> str:
    month, day, year = _value(tokens, "M"), _value(tokens, "N"), _value(tokens, "Y")
    if not month:
        return year
    text = f"{month} {day}".strip()
    return f"{text}, {year}" if year and day else f"{text} {year}".strip()


def _days(tokens: Sequence[Token]) -> str:
    """Two days of a month: "14 ve 15 Mayıs", "с 14 по 15 мая"."""
    joint = "and" if any(t.letter == "&" for t in tokens) and not any(t.letter == "O" for t in tokens) else "to"
    year = _value(tokens, "Y")
    text = f"{_value(tokens, 'M')} {_value(tokens, 'N')} {joint} {_value(tokens, 'N', 1)}"
    return f"{text}, {year}" if year else text


def _span(tokens: Sequence[Token]) -> str:
    """Two months or years: "с 2011 по 2013 год", "2011 ile 2013"."""
    letter = "M" if _value(tokens, "M") else "Y"
    year = f" {_value(tokens, 'Y')}" if letter == "M" and _value(tokens, "Y") else ""
    return f"{_value(tokens, letter)} to {_value(tokens, letter, 1)}{year}"


def _inner(tokens: Sequence[Token], letters: str) -> str | None:
    return english([t for t in tokens if t.letter not in letters])


def _with(word: str, letters: str) -> Callable[[Sequence[Token]], str | None]:
    """Return a builder that puts a word before the English of the rest."""

    def build(tokens: Sequence[Token]) -> str | None:
        rest = _inner(tokens, letters)
        return f"{word or _value(tokens, letters)} {rest}" if rest else None

    return build


def _timed(tokens: Sequence[Token]) -> str | None:
    rest = [t for t in tokens if t.letter not in "Ch"]
    day = english(rest) if rest else ""
    return None if day is None else f"{day} at {_value(tokens, 'C')}" if day else _value(tokens, "C")


def _parted(tokens: Sequence[Token]) -> str | None:
    if [t.letter for t in tokens] == ["T", "P"]:
        return f"{_value(tokens, 'T')} {_value(tokens, 'P')}"
    rest = _inner(tokens, "PL")
    return f"{rest} {_value(tokens, 'P')}" if rest else None


def _o_clock(tokens: Sequence[Token]) -> str:
    part = _value(tokens, "P")
    place = "at night" if part == "night" else f"in the {part}" if part else ""
    return f"{_count(tokens)} o'clock {place}".strip()


def _turned(tokens: Sequence[Token]) -> str:
    turn = _value(tokens, "T")
    thing = next((t.value for t in tokens if t.letter in "WMS"), "") or _unit(tokens)
    if _value(tokens, "Q") or _value(tokens, "N"):
        return f"the {turn} {_count(tokens)} {thing}s"
    if turn == "before last":  # "önceki gün", "алдыңғы күні" are two days back, other units one
        return "the day before yesterday" if thing == "day" else f"previous {thing}"
    return f"the past {thing}" if turn == "past" else f"{turn} {thing}"


def _years(tokens: Sequence[Token]) -> str:
    """Years in the plural: a decade ("1990 жылдары") or those named ("2016-2018 жылдары")."""
    year = _value(tokens, "Y")
    return f"{year}s" if year.endswith("0") and "-" not in year else year


def _nth(tokens: Sequence[Token]) -> str:
    number = _value(tokens, "V")
    ordinal = f"{number}th" if number.isdigit() else number
    if number.isdigit() and any(t.letter in "qf" for t in tokens):
        ordinal = ("first", "second", "third", "fourth")[int(number) - 1] if 1 <= int(number) <= 4 else ordinal
    year = _value(tokens, "Y")
    unit = next(UNITS[t.letter] for t in tokens if t.letter in "cqf")
    outer = year or ("the year" if any(t.letter == "y" for t in tokens) and unit != "century" else "")
    return f"the {ordinal} {unit} of {outer}" if outer else f"the {ordinal} {unit}"


def _rows() -> list[tuple[str, Callable[[Sequence[Token]], str | None]]]:
    return [
        ("NM|NMYy?|Yy?NMm?|Mm?|Yy?Mm?|Mm?Yy?|Yy?", _date),
        ("Yy?N&NM|N&NM(?:Yy?)?|ONGNM(?:Yy?)?|NO?BNM", _days),
        ("OYy?GYy?|Y&Yy?|OMGM(?:Yy?)?|M&Mm?(?:Yy?)?|OYy?BYy?", _span),
        ("Wd?", lambda t: _value(t, "W")),
        ("Wd?,?NM|NMWd?", lambda t: f"{_value(t, 'W')}, {_date(t)}"),
        ("NMYy?Wd?|Wd?NMYy?", lambda t: f"{_value(t, 'W')}, {_date(t)}"),
        ("R", lambda t: _value(t, "R")),
        ("Rd", lambda t: _value(t, "R")),
        ("D[yZ]?", lambda t: f"{_value(t, 'D')}s"),
        ("YZ", _years),
        ("Tt", lambda t: {"next": "soon", "past": "recently", "last": "recently"}.get(_value(t, "T"), "now")),
        ("wE", lambda t: "the weekend" if _value(t, "E") == "late" else None),
        ("[ym]E", lambda t: f"{_value(t, 'E')} this {_unit(t)}"),
        ("[ym]EO", lambda t: f"since {_value(t, 'E')} this {_unit(t)}"),
        ("TZ", lambda t: "recent years" if _value(t, "T") in ("past", "last") else "coming years"),
        ("STy|TyS", lambda t: f"the {_value(t, 'S')} of {_value(t, 'T')} year"),
        ("PL?h?", lambda t: f"the {_value(t, 'P')}"),
        ("S|Sm?", lambda t: _value(t, "S")),
        ("SYy?|Yy?S", lambda t: f"{_value(t, 'S')} {_value(t, 'Y')}"),
        (f"T(?:{_QTY}+)?{_U}|TWd?|TMm?|TS", _turned),
        ("NMh?C|NMYy?h?C|Wd?h?C|Rh?C|h?C|h?CWd?|h?CR", _timed),
        (f"{_QTY}hP?|h{_QTY}P?", _o_clock),
        (f"(?:{_DATE})PL?|TP", _parted),
        (f"{_QTY}+{_U}A", lambda t: f"{_count(t)} {_units(t)} ago"),
        ("ZA", lambda _t: "years ago"),
        (f"{_U}A", lambda t: f"a {_unit(t)} ago"),
        (f"L{_QTY}*{_U}", lambda t: f"{_count(t)} {_units(t)} from now"),
        (f"{_QTY}+{_U}L", lambda t: f"{_count(t)} {_units(t)} later"),
        ("Ncy?", lambda t: f"the {_value(t, 'N')}th century"),
        (f"{_QTY}+{_U}", lambda t: f"{_count(t)} {_units(t)}"),
        (f"K{_U}|{_U}K", lambda t: f"every {_unit(t)}"),
        ("KWd?|Wd?K", lambda t: f"every {_value(t, 'W')}"),
        ("Vc|Vc[y]?", _nth),
        ("V[qf](?:Yy?|y)?|(?:Yy?|y)V[qf]", _nth),
        (f"E{_DATE}|{_DATE}E", _with("", "E")),
        ("ED[yZ]?|D[yZ]?E|EVc|[VN]cE|EV[qf]Yy?", _with("", "E")),
        (f"O{_DATE}|{_DATE}O|{_DATE}TO", _with("since", "O")),
        (f"B{_DATE}|{_DATE}B|BE{_DATE}|{_DATE}EB", _with("until", "B")),
        (f"F{_DATE}", _with("after", "F")),
        (f"{_DATE}L", _with("after", "L")),
        (f"{_DATE}A", _with("before", "A")),
    ]


_GRAMMAR = tuple((re.compile(pattern), build) for pattern, build in _rows())
