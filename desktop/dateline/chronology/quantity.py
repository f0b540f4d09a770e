"""Words to quantities: "$6.3 billion" is 6.3e9 USD, "almost 2,200" about 2200, "54%" 54 of a hundred.

Reads English, Turkish, Russian and Kazakh. What does not say how many ("several", "millions") is no quantity.
"""

import re
import unicodedata

from msgspec import Struct

from dateline.chronology.numbers import amount
from dateline.model.regex import lazy

_CURRENCIES = {
    "USD": "us$ $ dollar dollars usd dolar doları доллар доллара долларов доллары usd.",
    "EUR": "€ euro euros eur avro евро еуро",
    "GBP": "£ gbp sterling sterlin стерлингов",
    "JPY": "¥ jpy yen иен иены йен",
    "CNY": "cny rmb yuan renminbi юань юаней юаня",
    "KZT": "₸ kzt tenge теңге тенге",
    "TRY": "₺ try lira liras lirası лир лира лиры",
    "RUB": "₽ rub rouble roubles ruble rubles ruble рубль рубля рублей",
    "INR": "₹ inr rupee rupees",
    "UAH": "₴ uah hryvnia hryvnias гривен гривны гривна",
    "AUD": "a$ aud", "CAD": "c$ cad", "CHF": "chf franc francs", "SEK": "sek", "NOK": "nok", "PLN": "pln zloty",
    "AZN": "₼ azn manat manats", "UZS": "uzs sum som",
    "%": "% percent pct yüzde процент процента процентов пайыз пайызы",
}  # fmt: skip
_ABOUT = 0.1  # of a number that is only about right
_SCALES = {
    1e3: "k thousand bin тыс тыс. тысяча тысячи тысяч мың",
    1e6: "m mn mln mio million millions milyon млн млн. миллион миллиона миллионов",
    1e9: "b bn bln billion billions milyar млрд млрд. миллиард миллиарда миллиардов",
    1e12: "t tn trn trillion trillions trilyon трлн трлн. триллион триллиона триллионов",
}
_MODS = {
    "≈": "almost|nearly|about|around|roughly|approximately|approx\\.?|some|close to|an estimated|estimated|circa|c\\.|"
    "yaklaşık|около|примерно|почти|шамамен|~|≈",
    ">": "more than|over|well over|at least|upwards of|no less than|not less than|above|past|exceeding|"
    "en az|fazla|более|свыше|больше|не менее|астам|кемінде|>|≥",
    "<": "less than|fewer than|under|below|up to|at most|no more than|not more than|"
    "en fazla|менее|меньше|до|не более|кем|<|≤",
}
_COMMA_DECIMAL = frozenset({"tr", "ru", "kk", "de", "fr", "es", "it", "pt", "az", "uz", "uk", "pl"})

_UNIT = {word: unit for unit, words in _CURRENCIES.items() for word in words.split()}
_SCALE = {word: scale for scale, words in _SCALES.items() for word in words.split()}
_MOD = tuple((mod, lazy(rf"^(?:{words})(?:\s+|(?=[\d$€£¥₸₺₽₹₴₼~]))")) for mod, words in _MODS.items())
_SIGNS = "".join(sorted(w for w in _UNIT if len(w) == 1 and not w.isalpha()))
_FIGURE = r"[-−]?\d[\d.,'\u2019 ]*\d|[-−]?\d"
_TO = lazy(
    r"^(?:between\s+|from\s+|от\s+)?(.+?)\s*(?:\bto\b|\band\b|–|—|(?<=\S)-(?=\s*[\d$€£])|\s-\s|\bдо\b|\bile\b)\s*(.+)$"
)
_AFFIX = lazy(r"^(\d[\d.,]*)(k|m|mn|bn|b|tn|t)(?![\w])")
_TURKISH_FALL = str.maketrans("İI", "ii")


class Quantity(Struct, frozen=True):
    """From `low` to `high` (the same, where one number is named) in a `unit`: a currency's code, "%", words, or "".

    `mod` is "≈" for about, ">" for more than, "<" for less than, "" where the words are plain.
    """

    low: float
    high: float
    unit: str = ""
    mod: str = ""

    @property
    def value(self) -> float:
        """The middle."""
        return (self.low + self.high) / 2

    @property
    def number(self) -> str:
        """The number alone as short text: "≈ 2,200", "6.3 bn"."""
        number = short_number(self.low)
        if self.high != self.low:
            number += f"–{short_number(self.high)}"
        return f"{self.mod} {number}" if self.mod else number

    @property
    def shown(self) -> str:
        """It as short text: "≈ 2,200", "6.3 bn USD", "54 %"."""
        return f"{self.number} {self.unit}" if self.unit else self.number


def quantity(text: str, language: str = "en") -> Quantity | None:
    """Return the quantity that words name, None where they name none; `language` decides what "1.500" means."""
    words = _folded(text)
    if language == "tr":
        words = _suffix_off(words)
    words, mod = _modifier(words)
    if both := _TO().match(words):
        low, high = (_single(part, language) for part in both.groups())
        if low and high:
            return _joined(low, high, mod)
    found = _single(words, language)
    if found is None:
        return None
    number, _, unit = found
    return Quantity(number, number, unit, mod)


_Single = tuple[float, float, str]  # the number, the scale it was given in, the unit


def may_be_one(words: str, other: str) -> bool:
    """Say whether two wordings may name one quantity: "$5 million" and "5 млн долларов", "more than 20" and "23".

    What is counted is not compared, as it has other words in another language; currencies and per cent are. Where
    "1.500" may be read in two ways either will do. What names no quantity is none.
    """
    readings = [[q for way in ("en", "tr") if (q := quantity(w, way))] for w in (words, other)]
    return any(_meet(a, b) for a in readings[0] for b in readings[1])


def _meet(one: Quantity, other: Quantity) -> bool:
    units = {q.unit for q in (one, other) if q.unit in _CURRENCIES}
    (low, high), (from_, to) = _bounds(one), _bounds(other)
    return len(units) < 2 and low <= to and from_ <= high


def _bounds(of: Quantity) -> tuple[float, float]:
    if of.mod == ">":
        return of.low, float("inf")
    if of.mod == "<":
        return float("-inf"), of.high
    some = _ABOUT if of.mod == "≈" else 0.0
    return of.low * (1 - some), of.high * (1 + some)


def _joined(low: _Single, high: _Single, mod: str) -> Quantity | None:
    """In "5 to 6 billion dollars" what is said last holds for both, unless the first has its own."""
    first = low[0] * high[1] if low[1] == 1 and high[1] > 1 and low[0] < high[0] else low[0]
    unit = high[2] or low[2]
    if (low[2] and high[2] and low[2] != high[2]) or first > high[0]:
        return None
    return Quantity(first, high[0], unit, mod)


def _folded(text: str) -> str:
    """Lower case, one kind of space, and the letters of fractions as figures."""
    text = unicodedata.normalize("NFC", text.translate(_TURKISH_FALL)).casefold()
    text = text.replace("½", ".5") if re.search(r"\d½", text) else text
    return " ".join(text.replace("\u202f", " ").replace("per cent", "percent").split()).strip(' .,;:()"“”')


def _suffix_off(words: str) -> str:
    """Turkish hangs its endings on behind an apostrophe: "10 milyar dolar'ı"."""
    return re.sub(r"['\u2019][a-zçğıöşü]+", "", words)


def _modifier(words: str) -> tuple[str, str]:
    for mod, pattern in _MOD:
        if found := pattern().match(words):
            return words[found.end() :].strip(), mod
    for mod, tail in ((">", " or more"), (">", "+"), (">", "'dan fazla"), (">", " астам")):
        if words.endswith(tail):
            return words[: -len(tail)].strip(), mod
    return words, ""


def _single(words: str, language: str) -> _Single | None:
    """Read one number with its scale and unit, the sign or word of the unit on either side."""
    unit, words = _unit_before(words)
    words = _AFFIX().sub(r"\1 \2", words)
    figure = re.match(_FIGURE, words)
    if figure:
        number = _figure(figure.group(), language)
        rest = words[figure.end() :].strip()
    else:
        number, rest = _in_words(words)
    if number is None:
        return None
    scale, rest = _scale_of(rest)
    behind = _unit_behind(rest)
    if behind is None or (unit and behind and behind != unit and behind in _CURRENCIES):
        return None
    return number * scale, scale, unit or behind


def _unit_before(words: str) -> tuple[str, str]:
    signs = re.match(rf"^(?:us|a|c)?[{re.escape(_SIGNS)}]\s*", words)
    if signs:
        sign = signs.group().strip()
        return _UNIT.get(sign, _UNIT.get(sign[-1], "")), words[signs.end() :]
    first, _, rest = words.partition(" ")
    if first in _UNIT and rest and (rest[0].isdigit() or first == "yüzde"):
        return _UNIT[first], rest
    return "", words


def _figure(text: str, language: str) -> float | None:
    """Groups of three behind a sign part thousands; a sign before fewer or more figures is the decimal one."""
    text = text.replace("−", "-").replace(" ", "").replace("'", "").replace("\u2019", "")
    comma = language in _COMMA_DECIMAL
    for thousands, decimal in ((".", ","), (",", ".")) if comma else ((",", "."), (".", ",")):
        grouped = rf"-?\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(decimal)}\d+)?"
        plain = rf"-?\d+(?:{re.escape(decimal)}\d+)?"
        if re.fullmatch(grouped, text) or re.fullmatch(plain, text):
            return float(text.replace(thousands, "").replace(decimal, "."))
    return None


def _in_words(words: str) -> tuple[float | None, str]:
    """The longest row of words that is a number: "thirty-six projects", "two and a half million"."""
    parts = words.split(" ")
    for count in range(len(parts), 0, -1):
        found = amount(" ".join(parts[:count]))
        if found is not None and found.number is not None:
            lone_article = count == 1 and parts[0] in ("a", "an")
            if lone_article and (len(parts) < 2 or parts[1] not in _SCALE):
                return None, ""
            return found.number, " ".join(parts[count:])
    return None, ""


def _scale_of(rest: str) -> tuple[float, str]:
    scale = 1.0
    while rest:
        first, _, more = rest.partition(" ")
        if first not in _SCALE:
            break
        scale, rest = scale * _SCALE[first], more
    return scale, rest


def _unit_behind(rest: str) -> str:
    rest = rest.removeprefix("of ").removeprefix("american ").removeprefix("u.s. ").removeprefix("us ").strip()
    words = rest.split(" ")
    if rest in _UNIT:
        return _UNIT[rest]
    if words[-1] in _UNIT and len(words) <= 2 and not words[0][:1].isdigit():  # "abd doları", "kazakh tenge"
        return _UNIT[words[-1]]
    return "" if any(c.isdigit() for c in rest) else rest


def short_number(number: float) -> str:
    """Return a number no longer than reads at a glance: "6.3 bn", "2,200", "0.5"."""
    size = abs(number)
    for scale, name in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if size >= scale:
            return f"{_plain(number / scale)} {name}"
    return _plain(number)


def _plain(number: float) -> str:
    if number == int(number):
        return f"{int(number):,}"
    return f"{number:,.4g}" if abs(number) < 1000 else f"{number:,.1f}"
