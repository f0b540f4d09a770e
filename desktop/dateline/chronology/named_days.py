"""Days with a name, in which country they are which day, and their day in a year."""

import re

from dateline.chronology.lexicon import listed
from dateline.model.calendar import day_number, days_in_month, weekday

# Month and day. Names are as expressions are read: lower case, and "st" without its point.
FIXED = {
    "christmas": (12, 25), "christmas day": (12, 25), "xmas": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26), "st stephen's day": (12, 26), "new year's day": (1, 1), "new year's": (1, 1),
    "new year": (1, 1), "the new year": (1, 1), "new years day": (1, 1), "new year's eve": (12, 31),
    "new years eve": (12, 31), "hogmanay": (12, 31), "epiphany": (1, 6), "three kings day": (1, 6),
    "orthodox christmas": (1, 7), "orthodox new year": (1, 14), "candlemas": (2, 2), "groundhog day": (2, 2),
    "valentine's day": (2, 14), "st valentine's day": (2, 14), "st david's day": (3, 1),
    "international women's day": (3, 8), "women's day": (3, 8), "st patrick's day": (3, 17), "st george's day": (4, 23),
    "st andrew's day": (11, 30), "st nicholas day": (12, 6), "nowruz": (3, 21), "nauryz": (3, 21), "newroz": (3, 21),
    "april fools' day": (4, 1), "april fool's day": (4, 1), "earth day": (4, 22), "anzac day": (4, 25),
    "may day": (5, 1), "labour day": (5, 1), "international workers' day": (5, 1), "cinco de mayo": (5, 5),
    "victory in europe day": (5, 8), "juneteenth": (6, 19), "canada day": (7, 1), "the fourth of july": (7, 4),
    "bastille day": (7, 14), "assumption day": (8, 15), "halloween": (10, 31), "all saints' day": (11, 1),
    "all souls' day": (11, 2), "day of the dead": (11, 2), "guy fawkes night": (11, 5), "bonfire night": (11, 5),
    "armistice day": (11, 11), "veterans day": (11, 11), "remembrance day": (11, 11), "australia day": (1, 26),
    "waitangi day": (2, 6), "africa day": (5, 25), "europe day": (5, 9), "russia day": (6, 12),
    "cosmonautics day": (4, 12), "defender of the fatherland day": (2, 23), "defenders of the fatherland day": (2, 23),
    "german unity day": (10, 3), "world cancer day": (2, 4), "world water day": (3, 22),
    "world health day": (4, 7), "world press freedom day": (5, 3), "world no tobacco day": (5, 31),
    "world environment day": (6, 5), "world refugee day": (6, 20), "world food day": (10, 16),
    "united nations day": (10, 24), "world aids day": (12, 1), "human rights day": (12, 10),
    "international human rights day": (12, 10), "international migrants day": (12, 18),
    "international holocaust remembrance day": (1, 27), "international day of peace": (9, 21),
    "international children's day": (6, 1),
}  # fmt: skip
# Month, weekday, and which of them in the month (-1 the last).
COUNTED = {
    "martin luther king day": (1, 1, 3), "martin luther king jr. day": (1, 1, 3), "mlk day": (1, 1, 3),
    "presidents' day": (2, 1, 3), "presidents day": (2, 1, 3), "patriots' day": (4, 1, 3), "mother's day": (5, 7, 2),
    "memorial day": (5, 1, -1), "father's day": (6, 7, 3), "labor day": (9, 1, 1), "columbus day": (10, 1, 2),
    "indigenous peoples' day": (10, 1, 2), "thanksgiving": (11, 4, 4), "thanksgiving day": (11, 4, 4),
}  # fmt: skip
FROM_THANKSGIVING = {"black friday": 1, "cyber monday": 4, "giving tuesday": 5}
_FROM_EASTER = {
    "easter": 0, "easter sunday": 0, "easter day": 0, "good friday": -2, "holy saturday": -1, "easter eve": -1,
    "easter monday": 1, "palm sunday": -7, "holy thursday": -3, "maundy thursday": -3, "ash wednesday": -46,
    "shrove tuesday": -47, "mardi gras": -47, "mothering sunday": -21, "ascension day": 39, "pentecost": 49,
    "whit sunday": 49, "whit monday": 50, "trinity sunday": 56,
}  # fmt: skip
_FROM_ORTHODOX_EASTER = {
    "orthodox easter": 0, "orthodox easter sunday": 0, "orthodox good friday": -2, "orthodox palm sunday": -7,
    "orthodox pentecost": 49, "radonitsa": 9, "maslenitsa": -49,
}  # fmt: skip
# What has its day in each country, by the stem of the country's name and of what is of it; "" where none is named.
OF_COUNTRIES = {
    "independence day": {
        "": (7, 4), "america": (7, 4), "argentin": (7, 9), "armenia": (9, 21), "bangladesh": (3, 26),
        "belarus": (7, 3), "brazil": (9, 7), "chile": (9, 18), "colombia": (7, 20), "estonia": (2, 24),
        "finland": (12, 6), "finnish": (12, 6), "georgia": (5, 26), "ghana": (3, 6), "india": (8, 15),
        "indonesia": (8, 17), "kazakh": (12, 16), "kyrgyz": (8, 31), "malaysia": (8, 31), "mexic": (9, 16),
        "moldova": (8, 27), "nigeria": (10, 1), "pakistan": (8, 14), "peru": (7, 28), "philippine": (6, 12),
        "poland": (11, 11), "polish": (11, 11), "south sudan": (7, 9), "sri lanka": (2, 4), "tajik": (9, 9),
        "turkmen": (9, 27), "ukrain": (8, 24), "uzbek": (9, 1),
    },
    "republic day": {"india": (1, 26), "ital": (6, 2), "kazakh": (10, 25), "turk": (10, 29), "türk": (10, 29)},
    "victory day": {
        "": (5, 9), "russia": (5, 9), "soviet": (5, 9), "belarus": (5, 9), "kazakh": (5, 9), "kyrgyz": (5, 9),
        "uzbek": (5, 9), "tajik": (5, 9), "turkmen": (5, 9), "armenia": (5, 9), "azerbaijan": (5, 9),
        "georgia": (5, 9), "moldova": (5, 9), "serbia": (5, 9), "turk": (8, 30), "türk": (8, 30),
    },
    "flag day": {"": (6, 14), "america": (6, 14), "russia": (8, 22), "ukrain": (8, 23)},
    "constitution day": {
        "america": (9, 17), "danish": (6, 5), "denmark": (6, 5), "kazakh": (8, 30), "kyrgyz": (5, 5), "norw": (5, 17),
        "poland": (5, 3), "polish": (5, 3), "russia": (12, 12), "spain": (12, 6), "spanish": (12, 6),
        "ukrain": (6, 28), "uzbek": (12, 8),
    },
    "national day": {
        "austria": (10, 26), "belgi": (7, 21), "chin": (10, 1), "emirat": (12, 2), "france": (7, 14),
        "french": (7, 14), "hungar": (8, 20), "iceland": (6, 17), "kuwait": (2, 25), "norw": (5, 17), "qatar": (12, 18),
        "romania": (12, 1), "saudi": (9, 23), "singapore": (8, 9), "spain": (10, 12), "spanish": (10, 12),
        "swed": (6, 6), "swiss": (8, 1), "switzerland": (8, 1),
    },
    "national unity day": {"kazakh": (5, 1), "russia": (11, 4), "turk": (7, 15), "türk": (7, 15)},
    "people's unity day": {"kazakh": (5, 1), "russia": (11, 4)},
    "unity day": {"german": (10, 3), "kazakh": (5, 1), "russia": (11, 4)},
    "liberation day": {"bulgaria": (3, 3), "dutch": (5, 5), "ital": (4, 25), "korea": (8, 15), "netherlands": (5, 5)},
}  # fmt: skip
NAMES = frozenset({**FIXED, **COUNTED, **FROM_THANKSGIVING, **_FROM_EASTER, **_FROM_ORTHODOX_EASTER})
STEMS = frozenset(country for days in OF_COUNTRIES.values() for country in days if country)
# Countries whose days are not known here: what is told of one of them is on no other country's day.
_OTHERS = listed(
    "Afghan Albania Algeria Angola Azerbaijan Bahrain Bolivia Botswana Bulgar Burma Cambodia Cameroon Croat "
    "Cuba Cypr Czech Dominica Ecuador Egypt Eritrea Ethiopia Gambia Greece Greek Guatemala Haiti Hondura Iraq "
    "Iran Ireland Irish Israel Jamaica Jordan Kenya Kosov Kyiv Laos Latvia Leban Liberia Libya Lithuania "
    "Macedonia Malawi Mali Mongolia Montenegr Morocc Mozambi Myanmar Namibia Nepal Nicaragua Niger Oman "
    "Palestin Panama Paragua Portug Rwanda Senegal Serbia Slovak Sloven Somalia Sudan Syria Taiwan Tanzania "
    "Tunisia Uganda Urugua Venezuela Vietnam Yemen Zambia Zimbabw "
)
_CLAUSE_ENDS = re.compile(r"[,;:.]\s")
_NAMED = "|".join(sorted({*(stem.title() for stem in STEMS), *_OTHERS}, key=len, reverse=True))
_COUNTRY = re.compile(
    rf"(?<![a-z], )\b(?:(?P<country>{_NAMED})(?!napolis|na\b|ook\b|town)\w*|(?:U\.S\.?|US|United States)(?![\w.]))"
)
_ITS_OWN = re.compile(
    r"^['’]s? $|^ ?$|"
    r"^ (?:(?:will|has|have|had|is to|was to) )?(?:mark|celebrat|observ|commemorat|honou?r)\w* (?:its |the |their )?$"
)
_THERE = re.compile(r"^ (?:in|of|across|throughout) (?:the )?$")


def country_of(name: str, before: str, after: str) -> str | None:
    """Return the stem of the country whose day is meant; "" for that of the name alone, None where none can be told.

    It is the one the day is attached to ("Turkey's Victory Day", "Victory Day in Turkey"), else the only one that is
    named in its clause. What is called so by itself, as Victory Day, is another's only where it is attached to it.
    """
    known = OF_COUNTRIES[name]
    inside = _CLAUSE_ENDS.split(before)[-1], _CLAUSE_ENDS.split(after)[0]
    if inside != (before, after) and any(_COUNTRY.search(part) for part in inside):
        return country_of(name, *inside)
    ahead, behind = list(_COUNTRY.finditer(before)), list(_COUNTRY.finditer(after))
    attached = [_stem(m) for m in ahead[-1:] if _ITS_OWN.search(before[m.end() :])]
    attached += [_stem(m) for m in behind[:1] if _THERE.search(after[: m.start()])]
    near = attached[:1] or list(dict.fromkeys(map(_stem, (*ahead, *behind))))
    if len(near) == 1 and near[0] in known and (attached or "" not in known or name == "independence day"):
        return near[0]
    return "" if "" in known and (not near or (not attached and name != "independence day")) else None


def _stem(named: re.Match[str]) -> str:
    return (named["country"] or "america").lower()


def day_of(name: str, year: int, country: str = "") -> int:
    """Return the day number of a named day in a year; `country` of what has its day in each."""
    if name in OF_COUNTRIES:
        return day_number(year, *OF_COUNTRIES[name][country])
    if name in FIXED:
        return day_number(year, *FIXED[name])
    if name in COUNTED:
        month, name_of_day, count = COUNTED[name]
        if count < 0:
            last = day_number(year, month, days_in_month(year, month))
            return last - (weekday(last) - name_of_day) % 7
        first = day_number(year, month, 1)
        return first + (name_of_day - weekday(first)) % 7 + 7 * (count - 1)
    if name in FROM_THANKSGIVING:
        return day_of("thanksgiving", year) + FROM_THANKSGIVING[name]
    if name in _FROM_ORTHODOX_EASTER:
        return orthodox_easter(year) + _FROM_ORTHODOX_EASTER[name]
    return easter(year) + _FROM_EASTER[name]


def easter(year: int) -> int:
    """Return the day number of Western Easter Sunday (the anonymous Gregorian computus, as in Meeus 1991)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap_centuries, odd = divmod(century, 4)
    correction = (8 * century + 13) // 25
    moon = (19 * golden + century - leap_centuries - correction + 15) % 30
    quad, left = divmod(rest, 4)
    sunday = (32 + 2 * odd + 2 * quad - moon - left) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return day_number(year, month, day + 1)


def orthodox_easter(year: int) -> int:
    """Return the day number of Eastern Easter Sunday: Meeus's rule for the Julian calendar, on the Gregorian one."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return day_number(year, month, day + 1) + year // 100 - year // 400 - 2
