"""From lettered tokens to the English that says the same: one small grammar for the three languages."""

import re
from collections.abc import Callable, Sequence

from dateline.chronology.languages.eras import ERA_ROWS
from dateline.chronology.languages.lengths import (
    LENGTHS,
    back_from,
    count_of,
    counted_in_several,
    each,
    in_several_units,
    length_of,
    on_from,
    so_long,
    unit_of,
    units_of,
    year_or_so_long,
)
from dateline.chronology.languages.periods import (
    TURNS_OF_YEAR,
    edge,
    edge_of_now,
    every,
    first_units,
    nth_unit_of_turn,
    often,
    recent_or_coming,
    same_period,
    same_unit,
    turned,
    years,
)
from dateline.chronology.languages.pieces import (
    HALVES_OF_DAY,
    day_of_its_month,
    days_of_month,
    decade_of_century,
    in_words,
    nth_day,
    nth_of,
    nth_of_month,
    nth_unit,
    piece_of_month,
)
from dateline.chronology.languages.words import Token
from dateline.chronology.languages.words import value_of as _value

_U = "[ymwdhnsqkcZ]"
_QTY = "[QN½]"
_HOUR = "(?:N|QQ?)½?"  # "saat 5'te", "saat on yedi buçukta"
_SEVERAL = f"(?:{_QTY}+{_U}&?)+{_QTY}+{_U}"
ABOUT = re.compile(f"a{_QTY}+{_U}[AL]?|{_QTY}+{_U}a|a{_U}A?")  # what says how exact a length is stands at its edge
_COUNTED = frozenset("QNymwdhnsqkcZ")
_REFERENCES = {"next": "soon", "past": "recently", "last": "recently", "the same": None}  # "aynı zamanda" is "also"
_SOME_DAYS = "(?:N(?:[&G]N)?M|Mm?)"
_OF_YEAR = "(?:Mm?Ty|TyMm?|RMm?|Mm?R)"
_DAY = "(?:NM(?:Yy?)?(?:Wd?|d)?|Yy?NMd?|Wd?NM(?:Yy?)?|Wd?|R|#d?|Mm?u)"  # what an hour can be of
_DATE = "(?:#|Mm?u|NM|NMYy?|Yy?-?NM|Mm?|Yy?-?Mm?|MYy?|Wd?|R|Yy?|T[ymwd]|TW|H)"


def english(tokens: Sequence[Token]) -> str | None:
    """Return an English expression for a run of tokens, None where the grammar has none."""
    kept = [t for t in tokens if t.letter != "-"]
    letters = "".join(t.letter for t in kept)
    if "H" in letters and len(kept) < len(tokens):
        return None  # "8 марта, в Международный женский день": two expressions
    if "a" in letters and not ABOUT.fullmatch(letters):
        if letters.endswith("a") or re.search("[ymwdZ]a", letters):
            return None
        kept = [t for t in kept if t.letter != "a"]  # beside a date it says no more than the date: "около 5 мая"
        letters = letters.replace("a", "")
    if any(t.letter == "Q" and t.ended and after in _COUNTED for t, after in zip(kept, letters[1:], strict=False)):
        return None  # "onu iki gün", "masanın altında iki gün": those are no numbers
    if letters[-1:] == "P" and (night := _night_that_leads(tokens)):
        return night
    if letters[:1] == "P" and (night := _night_onto(tokens)):
        return night
    if tokens and (tokens[0].letter, tokens[0].value) == ("-", "at") and letters in ("Qh", "Nh"):
        return _o_clock(kept)  # "в 9 часов", where "9 часов" is a length
    if _DAY_AND_HOURS.fullmatch(letters) and not _at_an_hour(tokens):
        return None  # "во вторник 5 часов": so long
    for pattern, build in _GRAMMAR:
        if pattern.fullmatch(letters):
            return build(kept)
    return None


def _at_an_hour(tokens: Sequence[Token]) -> bool:
    """Say whether "at" stands before the number, which half an hour has not: "12 мая в 18 часов"."""
    number = max((i for i, t in enumerate(tokens) if t.letter in "QN"), default=0)
    return number > 0 and (tokens[number - 1].letter, tokens[number - 1].value) == ("-", "at")


def _night_onto(tokens: Sequence[Token]) -> str | None:
    """Read "в ночь на среду", "в ночь со вторника на среду", "в ночь с 4 на 5 мая": the night that leads to a day."""
    said = [t for t in tokens if (t.letter, t.value) != ("-", "at")]
    at = next((i for i, t in enumerate(said) if (t.letter, t.value) == ("-", "onto")), 0)
    begins, day = "".join(t.letter for t in said[1:at]), said[at + 1 :]
    if not at or said[0].value != "night" or not re.fullmatch("(?:O(?:W|NM?))?", begins):
        return None
    if not re.fullmatch("Wd?|NM(?:Yy?)?", "".join(t.letter for t in day)):
        return None
    return f"the night into {english(day)}"


def _night_that_leads(tokens: Sequence[Token]) -> str | None:
    """Read "жексенбіге қараған түні", "cumartesiyi pazara bağlayan gece", "12'yi 13 Mayıs'a bağlayan gece"."""
    if len(tokens) < 3 or tokens[-1].value != "night" or (tokens[-2].letter, tokens[-2].value) != ("-", "onto"):
        return None
    days = re.fullmatch("(Wd?|NM?)?(Wd?|NM(?:Yy?)?)", "".join(t.letter for t in tokens[:-2]))
    return f"the night into {english(tokens[days.start(2) : -2])}" if days else None


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


def _from_day_to_day(tokens: Sequence[Token]) -> str:
    """Read "с 14 июня по 13 июля 2025 года", "14 Haziran - 13 Temmuz"."""
    at = next(i for i, t in enumerate(tokens) if t.letter in "GB")
    return f"{_date([t for t in tokens[:at] if t.letter != 'O'])} to {_date(tokens[at:])}"


def _span(tokens: Sequence[Token]) -> str:
    """Two months or years: "с 2011 по 2013 год", "2011 ile 2013"."""
    letter = "M" if _value(tokens, "M") else "Y"
    year = f" {_value(tokens, 'Y')}" if letter == "M" and _value(tokens, "Y") else ""
    return f"{_value(tokens, letter)} to {_value(tokens, letter, 1)}{year}"


def _with_era(tokens: Sequence[Token]) -> str | None:
    rest = _inner(tokens, "b")
    return f"{rest} {_value(tokens, 'b')}" if rest else None


def _inner(tokens: Sequence[Token], letters: str) -> str | None:
    return english([t for t in tokens if t.letter not in letters])


def _with(word: str, letters: str) -> Callable[[Sequence[Token]], str | None]:
    """Return a builder that puts a word before the English of the rest."""

    def build(tokens: Sequence[Token]) -> str | None:
        rest = _inner(tokens, letters)
        return f"{word or _value(tokens, letters)} {rest}" if rest else None

    return build


def _day(tokens: Sequence[Token]) -> str | None:
    """Read the day that an hour is of, with or without the word for it: "25.04.2024 күні", "8 Mart günü"."""
    return english(tokens) or english([t for t in tokens if t.letter != "d"])


def _timed(tokens: Sequence[Token]) -> str | None:
    rest = [t for t in tokens if t.letter not in "Ch"]
    day = _day(rest) if rest else ""
    return None if day is None else f"{day} at {_value(tokens, 'C')}" if day else _value(tokens, "C")


def _parted(tokens: Sequence[Token]) -> str | None:
    if [t.letter for t in tokens] == ["T", "P"]:
        return f"{_value(tokens, 'T')} {_value(tokens, 'P')}"
    rest = _inner(tokens, "PL")
    return f"{rest} {_value(tokens, 'P')}" if rest else None


def _o_clock(tokens: Sequence[Token]) -> str:
    part = _value(tokens, "P")
    place = "at night" if part == "night" else f"in the {part}" if part else ""
    hour = f"{count_of(tokens)} o'clock".replace(".5 o'clock", ":30")
    return f"{hour} {place}".strip()


def _o_clock_of_day(tokens: Sequence[Token]) -> str | None:
    """Read "завтра в 9 часов утра", "yarın saat 9'da", "12 мая в 18 часов"."""
    at = next(i for i, t in enumerate(tokens) if t.letter == "h" or _is_hour(tokens, i))
    day = _day(tokens[:at])
    return f"{day} at {_o_clock(tokens[at:])}" if day else None


def _is_hour(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].letter in "QN" and i + 1 < len(tokens) and tokens[i + 1].letter == "h"


def _part_and_clock(tokens: Sequence[Token]) -> str | None:
    """Read "pazartesi sabahı saat 04.35", "түнгі сағат 03:20"."""
    rest, part = _day([t for t in tokens if t.letter not in "PhC"]), _value(tokens, "P")
    if rest or len(tokens) > 1 + len([t for t in tokens if t.letter in "hC"]):
        return f"{_value(tokens, 'C')} {rest} {part}" if rest else None
    return f"{_value(tokens, 'C')} {'at night' if part == 'night' else f'in the {part}'}"


def _early_or_late(tokens: Sequence[Token]) -> str | None:
    """Read "рано утром в воскресенье", "pazar sabahı erken saatlerde"."""
    rest = _inner(tokens, "l")
    return f"{'early' if 'early' in _value(tokens, 'l') else 'late'} {rest.removeprefix('the ')}" if rest else None


def _midnight(tokens: Sequence[Token]) -> str | None:
    """Read "gece yarısı", "сейсенбі түн ортасы": the middle, or the half, of the night."""
    if _value(tokens, "P") != "night" or _value(tokens, "E") not in ("", "mid"):
        return None
    day = _inner(tokens, "PfE") if len(tokens) > 2 else ""
    return None if day is None else f"{day} at midnight" if day else "midnight"


def _about(tokens: Sequence[Token]) -> str | None:
    """Read "около трёх часов", "iki yıldan fazla", "почти два года назад"."""
    rest = _inner(tokens, "a") or (f"a {unit_of(tokens)}" if len(tokens) == 2 else None)
    return f"{_value(tokens, 'a')} {rest}" if rest else None


def _day_of_year(tokens: Sequence[Token]) -> str | None:
    """Read "3 апреля прошлого года", "geçen yıl 3 Nisan", "былтыр 3 сәуірде"."""
    turn, known = _value(tokens, "T"), _value(tokens, "R")
    year = known if known in ("this year", "last year") else f"{turn} year" if turn in TURNS_OF_YEAR else ""
    date = _inner(tokens, "TyR")
    if turn == "the same" and date and not re.search(r"\d$", date):
        return f"{date} of the same year"
    return f"{date} {year}" if year and date else None


def _half_of(tokens: Sequence[Token]) -> str | None:
    """Read "первой половине XX века", "1990'ların ikinci yarısında"."""
    half, rest = (tokens[:2], tokens[2:]) if tokens[1].letter == "f" else (tokens[-2:], tokens[:-2])
    which, period = nth_of(half), english(rest)
    return f"the {which} half of {period}" if which and period else None


def _rows() -> list[tuple[str, Callable[[Sequence[Token]], str | None]]]:
    return [
        ("NM|NMYy?|Yy?NMm?|Mm?|Yy?Mm?|Mm?Yy?|Yy?", _date),
        ("Yy?N&NM|N[&G]NM(?:Yy?)?|ONGNM(?:Yy?)?|NO?BNM", _days),
        ("t?OYy?GYy?|Y[&G]Yy?|O?MGM(?:Yy?)?|M&Mm?(?:Yy?)?|t?OYy?BYy?", _span),
        ("(?:Yy?)?M[G&]M(?:Yy?|[mt~])", _span),
        ("#", lambda t: _value(t, "#")),
        ("#d", lambda t: _value(t, "#")),
        ("#Wd?|Wd?#", lambda t: f"{_value(t, 'W')}, {in_words(_value(t, '#'))}"),
        ("NM(?:Yy?)?d|Yy?NMd", _date),
        ("O?NM(?:Yy?)?GNM(?:Yy?)?|ONM(?:Yy?)?BNM(?:Yy?)?", _from_day_to_day),
        ("VcD[yZ]?|D[yZ]?Vc", decade_of_century),
        ("[DVT]dM(?:Yy?)?", days_of_month),
        ("O?#G#", lambda t: f"{_value(t, '#')} to {_value(t, '#', 1)}"),
        ("Mm?u|Yy?Mm?u", day_of_its_month),
        ("Vd", lambda t: nth_of_month(t) or nth_day(t)),
        ("T?mu|[VN]dTm", nth_of_month),
        ("Nd", lambda t: nth_of_month(t) or so_long(t)),
        ("Wd?", lambda t: _value(t, "W")),
        ("Wd?,?NM|NMWd?", lambda t: f"{_value(t, 'W')}, {_date(t)}"),
        ("NMYy?Wd?|Wd?NMYy?", lambda t: f"{_value(t, 'W')}, {_date(t)}"),
        ("R", lambda t: _value(t, "R")),
        ("H", lambda t: _value(t, "H")),
        ("HWd?", lambda t: f"{_value(t, 'W')} of {_value(t, 'H')}" if _value(t, "H") == "next week" else None),
        *ERA_ROWS,
        ("[VN]cb|b[VN]c|D[yZ]?b|bD[yZ]?", _with_era),
        ("E[VN]cb|b[VN]cE|bE[VN]c", _with("", "E")),
        ("HYy?|Yy?H", lambda t: f"{_value(t, 'H')} {_value(t, 'Y')}"),
        ("NM(?:Yy?)?H|HNM(?:Yy?)?", _date),
        ("Rd", lambda t: _value(t, "R")),
        ("D[yZ]?", lambda t: f"{_value(t, 'D')}s"),
        ("YZ", years),
        ("Tt", lambda t: _REFERENCES.get(_value(t, "T"), "now")),
        ("wE", lambda t: "the weekend" if _value(t, "E") == "late" else edge(t)),
        ("TwE", lambda t: f"{_value(t, 'T')} weekend" if _value(t, "E") == "late" else None),
        ("e", lambda t: "the weekend" if _value(t, "e") == "weekend" else None),
        ("e[d~]", lambda _t: "the weekend"),
        ("S~", lambda t: _value(t, "S")),
        ("Ted?", lambda t: f"{_value(t, 'T')} weekend"),
        ("GR", lambda t: _value(t, "R") if _value(t, "R").endswith("s") else None),
        ("[ymqkc]E|E[ymwqkc]", edge),
        ("[ymq]EO|OE[ymwq]", lambda t: f"since {edge_of_now(t)}"),
        ("[ymqkc]EB|BE[ymwqkc]", lambda t: f"until {edge(t)}"),
        (f"[ymwdh]{_QTY}z|{_QTY}?z[ymwdh]", often),
        (f"K{_QTY}+[ymwdhZ]Qz?|{_QTY}+[ymwdhZ]Qz?", lambda t: every(t) if _value(t[-2:], "Q") == "1" else None),
        (f"z{_QTY}+[ymwdhZ]|K{_QTY}+{_U}", every),
        ("[ymwd]Q", lambda t: f"every {unit_of(t)}" if _value(t, "Q") == "1" else None),
        ("[QN]+R", length_of),
        ("TtTy|TyTt", same_period),
        ("O?T[mq]Ty|TyT[mq]", same_unit),
        (f"V{_QTY}+[mwd](?:Yy?|T?y)|(?:Yy?|T?y)V{_QTY}+[mwd]", first_units),
        ("T[Z~]", recent_or_coming),
        ("STy|TyS", lambda t: f"the {_value(t, 'S')} of {_value(t, 'T')} year"),
        ("PL?h?", lambda t: f"the {_value(t, 'P')}"),
        ("S|Sm?", lambda t: _value(t, "S")),
        ("SYy?|Yy?S", lambda t: f"{_value(t, 'S')} {_value(t, 'Y')}"),
        (f"T(?:{_QTY}+)?{_U}|TWd?|TMm?|TS", turned),
        (f"(?:{_DAY})?h?C|h?CWd?|h?CR", _timed),
        ("(?:NM|Wd?|R)?h?CGt", lambda t: _timed([x for x in t if x.letter not in "Gt"])),
        (f"[QN]hP|h{_HOUR}P?", _o_clock),
        (f"{_DAY}(?:[QN]hP?|h{_HOUR}P?)", _o_clock_of_day),
        (f"(?:{_DAY})?Ph?C", _part_and_clock),
        ("(?:NM(?:Yy?)?|Wd?|R)?P[fE]", _midnight),
        (f"lP(?:Wd?|R|NM(?:Yy?)?)?|(?:{_DATE}|{_DAY})?Pl", _early_or_late),
        (f"(?:{_DATE}|{_DAY})PL?|TP|P(?:Wd?|R|NM(?:Yy?)?)", _parted),
        (f"{_QTY}+{_U}A|[ymwdh]½A", back_from),
        ("ZA", lambda t: f"years {_value(t, 'A').removesuffix(' or earlier')}"),
        (f"{_U}A", lambda t: f"a {unit_of(t)} {_value(t, 'A').removesuffix(' or earlier')}"),
        ("PA", lambda t: "a day earlier" if [x.value for x in t] == ["afternoon", "earlier"] else None),
        (f"{_U}L", lambda t: f"a {unit_of(t)} later"),
        (f"L{_QTY}*{_U}|L[ymwdh]½|LR", on_from),
        (f"{_QTY}*{_U}j", lambda t: f"{count_of(t)} {units_of(t)} later"),
        ("Pj", lambda t: "a day later" if _value(t, "P") == "afternoon" else None),
        ("[jA]T[mwyq]", lambda t: f"{w} {turned(t[1:])}" if (w := t[0].value) in ("later", "earlier") else None),
        ("TPh?C", lambda t: f"{_value(t, 'C')} {_value(t, 'T')} {_value(t, 'P')}"),
        ("RA", lambda t: f"{LENGTHS[t[0].value]} ago" if t[0].value in LENGTHS else None),
        ("(?:Yy?)?Mm?[VT][wf]|[VT][wf]M(?:Yy?)?", piece_of_month),
        ("[VT]f(?:[VN]cy?|D[yZ]?)|(?:[VN]c|D[yZ]?)[VT]f", _half_of),
        ("Vfd", lambda t: f"the {part}" if (part := HALVES_OF_DAY.get(nth_of(t))) else None),
        (f"{_SOME_DAYS}Ty|Ty{_SOME_DAYS}|R{_SOME_DAYS}|{_SOME_DAYS}R", _day_of_year),
        ("(?:NM(?:Yy?)?|Wd?|R)pt?", lambda t: f"{english([x for x in t if x.letter not in 'pt'])} at noon"),
        ("pt?", lambda _t: "noon"),
        (f"{_QTY}+{_U}L|[ymwdh]½L", lambda t: f"{count_of(t)} {units_of(t)} later"),
        ("Ncy?", lambda t: f"the {_value(t, 'N')}th century"),
        ("[ymwdhnsk]", lambda t: "24 hours" if _value(t, "d") == "24 hours" else f"a {unit_of(t)}"),
        ("Ny", year_or_so_long),
        (f"{_QTY}+{_U}|[ymwdh]½", so_long),
        (_SEVERAL, in_several_units),
        (f"{_SEVERAL}[ALj]|L{_SEVERAL}", counted_in_several),
        (f"{_QTY}+{_U}K", every),
        ("KR", lambda t: f"every {LENGTHS[t[1].value]}" if t[1].value in LENGTHS else None),
        (f"K{_U}|{_U}K", lambda t: f"every {unit_of(t)}"),
        ("KWd?K?|Wd?K", lambda t: f"every {_value(t, 'W')}"),
        (f"K{_U}K|K[SP]K?|[SP]K", each),
        (ABOUT.pattern, _about),
        ("Vc|Vc[y]?", nth_unit),
        ("V[qf](?:Yy?|y)?|(?:Yy?|y)V[qf]", nth_unit),
        ("TyV[qf]|V[qf]Ty", nth_unit_of_turn),
        (f"E{_DATE}|{_DATE}E|E{_OF_YEAR}|{_OF_YEAR}E", _with("", "E")),
        ("ED[yZ]?|D[yZ]?E|EYZ|YZE|EVc|[VN]cE|EV[qf]Yy?", _with("", "E")),
        (f"O{_DATE}|{_DATE}O", _with("", "O")),
        (f"{_DATE}TO", lambda t: _with("since", "O")(t[:-2])),
        (f"B{_DATE}|{_DATE}B|BE{_DATE}|{_DATE}EB", _with("until", "B")),
        (f"F{_DATE}", _with("after", "F")),
        (f"{_DATE}L", lambda t: _with("after", "L")(t) if _value(t, "L") == "later" else None),
        (f"{_DATE}A", lambda t: _with("before", "A")(t) if _value(t, "A").startswith("ago") else None),
    ]


_DAY_AND_HOURS = re.compile(f"(?:NM(?:Yy?)?|Wd?|R){_QTY}h")
_GRAMMAR = tuple((re.compile(pattern), build) for pattern, build in _rows())
