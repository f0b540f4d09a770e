"""Names that have a date in them, and figures that number something: "26 September Street", "улица 8 Марта"."""

import re

from dateline.chronology.lexicon import MONTHS

_PLACES = (
    r"Street|St|Avenue|Ave|Square|Road|Rd|Boulevard|Bridge|Park|Stadium|Station|University|College|School|Institute|"
    r"Hospital|Airport|Hall|Plaza|Museum|Dam|Prison|Base|Barracks|Theatre|Theater"
)
_GROUPS = (
    r"Alliance|Coalition|Movement|Brigades?|Party|Front|Group|Foundation|Prize|Award|Committee|Forces?|Battalion|"
    r"Organi[sz]ation|Association|Club|Collective|Revolutionary|Martyrs?|Army|Bloc|Union"
)
_MONTH = "|".join(name.title() for name in MONTHS)
_DAY = r"\d\d?(?:st|nd|rd|th)?"
_MONTH_AND_DAY = re.compile(rf"(?:[Tt]he )?(?:(?:{_MONTH})\.?(?: {_DAY})?|{_DAY} (?:{_MONTH}))")
_DAY_NEXT, _DAY_LAST = re.compile(rf" {_DAY}"), re.compile(rf"{_DAY} $")
_PLACE_NEXT = re.compile(rf"(?: [A-Z][\w’'-]+){{0,2}} (?:{_PLACES})\b")
_GROUP_NEXT = re.compile(rf"(?: [A-Z][\w’'-]+){{0,2}} (?:{_GROUPS})\b")
_NUMBERS = re.compile(
    r"\b(?:rooms?|versions?|ver|v|pages?|pp?|sections?|chapters?|paragraphs?|clauses?|gates?|halls?|platforms?|items?|"
    r"lines?|flats?|apartments?|units?|tables?|figures?|figs?|seats?|flights?|trains?|release|build|model|nos?)\.? ?$",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d[\d./–-]*")

_TURKISH = re.compile(
    r"(?: [^\W\d_a-zçğıöşü][^\W\d_]*){0,2} (?:cad(?:desi|\.)|soka(?:k|ğı)|köprüsü|meydanı|üniversitesi|stad(?:ı|yumu)|"
    r"lisesi|(?:ilk|orta)?okulu|mahallesi|parkı|bulvarı|istasyonu|hastanesi|havalimanı|vakfı|derneği|hareketi|şehitler)",
    re.IGNORECASE,
)
_RUSSIAN = re.compile(
    r"\b(?:улиц[аеуы]|улицей|ул\.|площад(?:ь|и|ью)|пл\.|проспект\w*|бульвар\w*|переул\w+|набережн\w+|парк\w{0,2}|имени|им\.|"
    r"станци\w+|завод\w{0,2}|фабрик\w{1,2}|пос[её]л\w+|шахт\w{1,2}) $",
    re.IGNORECASE,
)
_KAZAKH = re.compile(r" (?:көшесі|алаңы|даңғылы|саябағы|мектебі|атындағы)", re.IGNORECASE)


def is_called_after(expression: str, left: str, right: str) -> bool:
    """Say whether an English date is a part of a name or a number of something, not a time."""
    if _FIGURES.fullmatch(expression):
        return not (expression.isdigit() and len(expression) < 4) and bool(_NUMBERS.search(left[-16:]))
    if not _MONTH_AND_DAY.fullmatch(expression):
        return False
    if expression.isalpha():  # a month whose day stands beside it: the whole has been looked at before
        left = _DAY_LAST.sub("", left[-24:])
        day = _DAY_NEXT.match(right)
        right = right[day.end() :] if day else right
    named = expression[:4].lower() == "the " or left[-4:].lower() == "the "
    return bool(_PLACE_NEXT.match(right) or (named and _GROUP_NEXT.match(right)))


def is_called_after_in(code: str, left: str, right: str) -> bool:
    """Say the same of a month, with its day or beside it, in "tr", "ru" or "kk"."""
    left = _DAY_LAST.sub("", left[-24:])
    if code == "tr":
        return bool(_TURKISH.match(right))
    return bool(_RUSSIAN.search(left[-16:]) or _KAZAKH.match(right))
