"""Dates that are a part of a name, and figures that number something: "26 September Street", "улица 8 Марта".

Only what stands directly beside the date tells, written as names are: "On May 9 Red Square was closed" has its date.
"""

import re

from dateline.chronology.patterns import A_DAY, A_MONTH, MONTH_AND_DAY

_PLACES = "Street|Avenue|Square|Road|Boulevard|Bridge|Park|Stadium|Station|Hospital|Barracks"
_GROUPS = "Alliance|Coalition|Movement|Brigades?|Group|Foundation|Committee|Battalion|Collective|Youth Movement"
_DATE = re.compile(rf"(?:the )?(?:{MONTH_AND_DAY}|{A_DAY} of {A_MONTH})", re.IGNORECASE)
_MONTH_ALONE = re.compile(rf"(?:the )?{A_MONTH}", re.IGNORECASE)
_DAY_NEXT, _DAY_BEFORE = re.compile(rf" {A_DAY}"), re.compile(rf"{A_DAY} (?:of )?$")
_TELLS_WHEN = re.compile(r"\b(?:on|in|by|since|until|from|before|after) (?:the )?$", re.IGNORECASE)
_PLACE_NEXT = re.compile(rf" (?:{_PLACES})\b")
_PLACE_AFTER_ONE = re.compile(rf" [A-Z][a-z]+ (?:{_PLACES})\b")  # "the 15 July Martyrs Bridge"
_GROUP_NEXT = re.compile(rf" (?:[A-Z][a-z]+ )?(?:{_GROUPS})\b")
_NUMBERED = re.compile(
    r"\b(?:rooms?|version|pages?|pp\.|sections?|chapters?|gates?|halls?|platforms?) $", re.IGNORECASE
)
_FIGURES, _MORE_FIGURES = re.compile(r"\d+(?:[./–-]\d+)+"), re.compile(r"[./–-]\d")

_TURKISH = re.compile(
    r"(?: Şehitler| Şehitleri)? (?:Cad(?:desi|\.)|Soka(?:k|ğı)|Köprüsü|Meydanı|Üniversitesi|Stad(?:ı|yumu)|"
    r"Lisesi|(?:İlk|Orta)okulu|Mahallesi|Parkı|Bulvarı|İstasyonu|Hastanesi)(?![a-zçğıöşü])"
)
_RUSSIAN = re.compile(
    r"\b(?:улиц[аеуы]|улицей|ул\.|площад(?:ь|и|ью)|пл\.|проспект\w*|бульвар\w*|переул\w+|парк\w{0,2}|имени|им\.|"
    r"станци\w+|завод\w{0,2}|фабрик\w{1,2}) $",
    re.IGNORECASE,
)
_KAZAKH = re.compile(r" (?:көшесі|алаңы|даңғылы|саябағы)")


def is_called_after(expression: str, left: str, right: str) -> bool:
    """Say whether an English date is a part of a name or a number of something, not a time."""
    if _FIGURES.fullmatch(expression) or (expression.isdigit() and _MORE_FIGURES.match(right)):
        return bool(_NUMBERED.search(left[-16:]))
    if _MONTH_ALONE.fullmatch(expression):  # its day stands beside it: the whole has been looked at before
        day, before = _DAY_NEXT.match(right), _DAY_BEFORE.search(left[-24:])
        if not day and not before:
            return False
        left = left[: len(left) - len(before[0])] if before else left
        right = right[day.end() :] if day else right
    elif not _DATE.fullmatch(expression):
        return False
    if _PLACE_NEXT.match(right):
        return True
    named = expression[:4].lower() == "the " or left[-4:].lower() == "the "
    in_a_name = _GROUP_NEXT.match(right) or _PLACE_AFTER_ONE.match(right)
    return named and not _TELLS_WHEN.search(left[-12:]) and bool(in_a_name)


def is_called_after_in(code: str, words: str, left: str, right: str) -> bool:
    """Say the same of a month, with its day or beside it, in "tr", "ru" or "kk"; `words` are as they stand."""
    if code == "tr":
        return words[-1:].isalpha() and not re.search("['’]", words) and bool(_TURKISH.match(right))
    left = _DAY_BEFORE.sub("", left[-24:])
    month = next((c for c in words if c.isalpha()), "")
    return month.isupper() and bool(_RUSSIAN.search(left) or _KAZAKH.match(right))
