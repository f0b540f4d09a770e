"""How long, and how often, in the grammar of the three languages: "yirmi beş gün", "3 yıl 4 ay", "каждое лето"."""

from collections.abc import Sequence

from dateline.chronology.languages.words import UNITS, Token
from dateline.chronology.languages.words import value_of as _value

LENGTHS = {"six months": "6 months", "half an hour": "30 minutes"}  # what one word says: "полгода", "полчаса"


def unit_of(tokens: Sequence[Token]) -> str:
    """Return the unit that is told, in the singular."""
    return next(UNITS[t.letter] for t in tokens if t.letter in UNITS)


def units_of(tokens: Sequence[Token]) -> str:
    """Return the unit that is told, in the plural."""
    unit = unit_of(tokens)
    return "centuries" if unit == "century" else f"{unit}s"


def count_of(tokens: Sequence[Token]) -> str:
    """Return how many: words that form a number ("yirmi beş"), figures, or "a" where nothing is said.

    Of words that form none ("iki üç yıl", two or three years) it is "several". A half is beside a number, or one of
    the unit: "екі жарым сағат", "жарым сағат"; it is a half more where it follows the unit: "год с половиной".
    """
    said = [t.value for t in tokens if t.letter in "QN"]
    numbers = [int(s) for s in said if s.isdigit()]
    count = _composed(numbers) if len(numbers) > 1 else said[0] if said else "a"
    half = next((i for i, t in enumerate(tokens) if t.letter == "½"), -1)
    if half < 0:
        return count
    if count == "a":
        return "1.5" if half and tokens[half - 1].letter in UNITS else "half a"
    return f"{count}.5" if count.isdigit() else count


def _composed(numbers: Sequence[int]) -> str:
    total, room = 0, 1000
    for number in numbers:
        if number == 100 and 1 < total < 10:  # "iki yüz"
            total, room = total * 100, 100
        elif number < room:
            total, room = total + number, 100 if number >= 100 else 10 if number % 10 == 0 else 1
        else:
            return "several"
    return str(total)


def so_long(tokens: Sequence[Token]) -> str | None:
    """Read "iki gün"; what is cut short is a date's year, and a gram: "12 г. масла"."""
    return None if tokens[-1].value == "short" else f"{count_of(tokens)} {units_of(tokens)}"


def year_or_so_long(tokens: Sequence[Token]) -> str | None:
    """Read "в 988 году", a year of three figures, and "15 лет"."""
    year = tokens[0].value if tokens[1].value == "the year" else ""
    return f"{int(year)} ad" if year.isdigit() and len(year) == 3 else so_long(tokens)


def in_several_units(tokens: Sequence[Token]) -> str | None:
    """Read "3 yıl 4 ay", "два года и шесть месяцев": the longer unit stands first."""
    ends = [i for i, t in enumerate(tokens) if t.letter in UNITS]
    order = ["ymwdhns".find(tokens[i].letter.replace("Z", "y")) for i in ends]
    if -1 in order or order != sorted(set(order)) or any(tokens[i].value == "short" for i in ends):
        return None
    begins = [0, *(i + 1 for i in ends[:-1])]
    return " ".join(
        so_long([t for t in tokens[a : b + 1] if t.letter != "&"]) or "" for a, b in zip(begins, ends, strict=True)
    )


def counted_in_several(tokens: Sequence[Token]) -> str | None:
    """Read "3 yıl 4 ay önce", "два года и три месяца назад", "через 2 недели 3 дня": counted by all its units."""
    so_long = in_several_units([t for t in tokens if t.letter not in "ALj"])
    way = next(t.value for t in tokens if t.letter in "ALj")
    both = {"in": "later or from now", "ago or earlier": "earlier or ago"}
    return f"{so_long} {both.get(way, way)}" if so_long else None


def each(tokens: Sequence[Token]) -> str:
    """Read "каждое лето", "her sabah", "әр жыл сайын"."""
    return f"every {_value(tokens, 'S') or _value(tokens, 'P') or unit_of(tokens)}"


def length_of(tokens: Sequence[Token]) -> str | None:
    """Read "10 yıllık", "üç günlük": so long; by itself "yıllık" is "annually"."""
    unit = {"annually": "years", "monthly": "months", "weekly": "weeks", "daily": "days"}.get(_value(tokens, "R"))
    return f"{count_of(tokens)} {unit}" if unit else None


def on_from(tokens: Sequence[Token]) -> str | None:
    """Read "через два дня", "через полгода": from now of what is to come, from what was told of what is over."""
    if known := _value(tokens, "R"):
        return f"{LENGTHS[known]} later or from now" if known in LENGTHS else None
    return f"{count_of(tokens)} {units_of(tokens)} later or from now"


def back_from(tokens: Sequence[Token]) -> str:
    """Read "iki gün önce", "бір күн бұрын", which are "ago" and "earlier" alike; "два дня назад" is from now."""
    said = f"{count_of(tokens)} {units_of(tokens)}"
    return f"{said} earlier or ago" if _value(tokens, "A") == "ago or earlier" else f"{said} {_value(tokens, 'A')}"
