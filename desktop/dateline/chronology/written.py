"""Values on the calendar as they may stand in a text: so what is set by hand is counted from as words are."""

import re

from dateline.model.calendar import DAY, civil
from dateline.model.timex import when_from_value

_DATE = re.compile(r"(?P<date>\d{4}(?:-\d\d){0,2})(?:T.+)?(?:/(?P<last>\d{4}(?:-\d\d){0,2})(?:T.+)?)?")
_MOMENT = re.compile(r"(?P<date>\d{4}-\d\d-\d\d)T(?P<clock>\d\d:\d\d)(?::\d\d)?")
_UNIT = re.compile(r"(?P<year>\d{4})-(?P<unit>Q[1-4]|H[12]|SP|SU|FA|WI)|(?P<decade>\d{3})")
_YEAR = re.compile(r"\d{4}")
_WEEK = re.compile(r"\d{4}-W\d\d(?P<end>-WE)?")
_UNITS = {  # by language
    "en": {
        "Q1": "Q1 {}", "Q2": "Q2 {}", "Q3": "Q3 {}", "Q4": "Q4 {}",
        "H1": "the first half of {}", "H2": "the second half of {}",
        "SP": "spring {}", "SU": "summer {}", "FA": "autumn {}", "WI": "winter {}", "": "the {}0s", "Y": "{}",
    },
    "tr": {
        "Q1": "{} birinci çeyrek", "Q2": "{} ikinci çeyrek", "Q3": "{} üçüncü çeyrek", "Q4": "{} dördüncü çeyrek",
        "H1": "{} yılının ilk yarısı", "H2": "{} yılının ikinci yarısı",
        "SP": "{} ilkbaharı", "SU": "{} yazı", "FA": "{} sonbaharı", "WI": "{} kışı", "": "{}0'lar",
        "Y": "{} yılı",
    },
    "ru": {
        "Q1": "первый квартал {} года", "Q2": "второй квартал {} года",
        "Q3": "третий квартал {} года", "Q4": "четвёртый квартал {} года",
        "H1": "первое полугодие {} года", "H2": "второе полугодие {} года",
        "SP": "весна {} года", "SU": "лето {} года", "FA": "осень {} года", "WI": "зима {} года", "": "{}0-е",
        "Y": "{} год",
    },
    "kk": {
        "Q1": "{} жылдың бірінші тоқсаны", "Q2": "{} жылдың екінші тоқсаны",
        "Q3": "{} жылдың үшінші тоқсаны", "Q4": "{} жылдың төртінші тоқсаны",
        "H1": "{} жылдың бірінші жартысы", "H2": "{} жылдың екінші жартысы",
        "SP": "{} жылдың көктемі", "SU": "{} жылдың жазы", "FA": "{} жылдың күзі", "WI": "{} жылдың қысы",
        "": "{}0-жылдар", "Y": "{} жыл",
    },
}  # fmt: skip


def written(value: str, language: str) -> str:
    """Return how a TIMEX3 value may stand in a text of a language (ISO 639-1), "" where nothing counts from it.

    Days, months, ranges of dates and minutes stand in figures, which all languages read. A week is that of its Monday
    in English, and its days elsewhere.
    """
    words = _UNITS.get(language, _UNITS["en"])
    if _YEAR.fullmatch(value):
        return words["Y"].format(value)
    if moment := _MOMENT.fullmatch(value):
        return f"{moment['date']} {moment['clock']}"
    if date := _DATE.fullmatch(value):
        return f"{date['date']} - {date['last']}" if date["last"] else date["date"]
    if unit := _UNIT.fullmatch(value):
        return words[unit["unit"] or ""].format(unit["year"] or unit["decade"])
    week, when = _WEEK.fullmatch(value), when_from_value(value)
    if week is None or when is None or when.begin is None or when.end is None:
        return ""
    first, last = ("{:04}-{:02}-{:02}".format(*civil(day)) for day in (when.begin // DAY, when.end // DAY - 1))
    if language not in _UNITS or language == "en":
        return f"the {'weekend' if week['end'] else 'week'} of {first}"
    return f"{first} - {last}"
