"""Whether a stretch of words that a rule can read is a time expression in its place, so that it is worth proposing."""

import re

from dateline.chronology import names, vocabulary
from dateline.chronology.called_after import is_called_after
from dateline.chronology.names import is_name
from dateline.chronology.patterns import A_DAY, A_MONTH, MONTH_AND_DAY, NTH
from dateline.chronology.rates import is_rate
from dateline.chronology.reading import Reading, TimeType, refused
from dateline.model.moving_words import RESCHEDULED

SHORT_YEARS = re.compile(r"(?:19|20)\d\d/\d\d")
SHORT_PIECE = re.compile(r"[QH][1-4]")  # of a year, as analysts write
_OF_A_YEAR = re.compile(r"(?:^|\b(?:in|for|of|by|since|until|during|from|through|after|before|its|their|over)\s)$")
_REPORTED = re.compile(
    r"\s(?:results?|earnings|revenues?|profits?|sales|gdp|growth|figures|reports?|numbers|output)\b", re.I
)
_OF_YEARS = re.compile(r"\d{4}s? to (?:\d{4}|\d\d)s?$")  # years are what something lasts: one range
_MOVED = re.compile(
    rf"\b(?:{RESCHEDULED}|(?:is|are|was|were|been|be) moved)(?:,? [\w’'-]+){{0,9}}? (?:(?:from|on) )?$",
    re.IGNORECASE,
)
_SOME_NUMBER = re.compile(r"(?:(?:about|around|circa) )?(\d+)")
_DAY_LAST = re.compile(r"(?!.*\d{4}).*(?<!\d)\d\d?$")
_NEXT_TWO = re.compile(
    r" (?!(?:and|or|to|in|at|on|of|for|with|from|by|but|as|when|while|after|before|this|that|who|where|because|if|than|"
    r"until|till|the|an?|all|both|some|no|he|she|it|they|we|his|her|its|their|was|were|is|are|has)\b)"
    r"([a-z]+)(?: ([a-z]+))?"
)
_MONTH_FIRST = re.compile(rf"{A_MONTH}(?: {A_DAY}\b|$)")
_DAY_FIRST = re.compile(rf"\d\d?(?:[/-]\d\d?)? {A_MONTH}(?!\w)")
_MONTH_LAST, _DAY_OF_IT = re.compile(rf"\d.* {A_MONTH}$"), re.compile(r" \d\d?(?!\d)")
_MONTH_NEXT = re.compile(rf" {A_MONTH}(?!\w)", re.IGNORECASE)
_JOINTS = re.compile(r", and |, | and | & ")
_FULL_YEAR = re.compile(r"\d{4}")
_OF_THE_ATTACKS = re.compile(r"(?:^|\b(?:the|on|after|since|before|of|until|by|from|pre|post)[ -])$", re.IGNORECASE)
_ATTACKED = re.compile(r" (?:attack|terror|hijack|victim|plot|commission|memorial|anniversar|report)", re.IGNORECASE)
_DATE = re.compile(MONTH_AND_DAY)
_OLDER_THAN = re.compile(r"\b(?:over|under)(?:-| the )?$", re.IGNORECASE)  # "the over-70s"
_NTH_ALONE = re.compile(rf"(?:(?:the )?{NTH}(?: (?:to|and|or|until|through) |-)?)+")


def is_worth(reading: Reading, words: str, left: str, right: str) -> bool:
    """Say whether a stretch that a rule can read is a time expression in this place."""
    plain = " ".join(words.lower().replace("’", "'").split())
    if _is_something_else(reading, words, plain, left, right):
        return False
    if reading.value.endswith("_REF"):
        if re.match(r"\s(?:after|before)\b", right) or left.endswith((" as ", "\nas ")):
            return False
        if plain == "future":  # "in future.", not "in future talks"
            return bool(re.search(r"\bin $", left, re.IGNORECASE)) and not re.match(r"\s+\w", right)
        return plain in vocabulary.REFERENCES or plain.endswith(
            ("years", "months", "weeks", "days", "decades", "ago", "later", "earlier")
        )
    if (bare := _bare_date(plain, left, right)) is not None:
        return bare
    if number := _SOME_NUMBER.fullmatch(plain):
        return _is_year(number[1], left, right) and not (
            number[0] != number[1] and number[1].endswith("00") and _counts(right)
        )
    if reading.type is TimeType.DURATION and re.match(r"the (?:\w+-)+(?:old|day|week|month|year|hour|minute)$", plain):
        return False  # the words that follow say it all
    if (
        reading.type is TimeType.DURATION
        and re.search(r"\b(?:time|while|period)$", plain)
        and not re.search(r"\d|-", plain)
    ):
        return False
    if plain.removeprefix("the ") in ("spring", "fall"):
        return bool(re.search(r"\b(?:in|since|by|until|during|of|from|next|last)\s$", left))
    if plain.removeprefix("the ") in vocabulary.IDLE or (plain.endswith(("quarter", "half")) and right[:4] == " of "):
        return False
    if re.fullmatch(r"\d{1,2}[:.]\d\d", plain) and reading.type is TimeType.TIME:
        return not re.match(r"\s?(?:percent|%|million|billion|points)", right)
    if re.fullmatch(r"\d\d?/\d\d?", plain):
        return plain == "9/11" and bool(_OF_THE_ATTACKS.search(left[-8:]) or _ATTACKED.match(right))
    return not (left.rstrip().endswith(tuple(vocabulary.MONEY)) and words[0].isdigit())


def _is_something_else(reading: Reading, words: str, plain: str, left: str, right: str) -> bool:
    """Say whether a stretch is a name, a rate, a count or two days of which one is put off to the other."""
    two_days = re.search(" (?:to|until|till) ", plain) and not _OF_YEARS.search(plain) and _MOVED.search(left)
    return bool(
        two_days
        or left.endswith(("as many ", "as few "))  # "the second in as many weeks"
        or (plain.endswith("0s") and _OLDER_THAN.search(left[-12:]))
        or _are_apart(reading, plain)
        or (_DAY_LAST.match(words) and _MONTH_NEXT.match(right))
        or (" and " in plain and _MONTH_LAST.search(plain) and _DAY_OF_IT.match(right))
        or is_name(words, left, right)
        or is_rate(plain, left)
        or is_called_after(words, left, right)
        or _counts_people(reading, words, right)
    )


def _are_apart(reading: Reading, plain: str) -> bool:
    """Say whether two dates that do not follow each other are each told whole: "in 1998 and 2003"."""
    if reading.mod != "APPROX" or not reading.rule.startswith("several dates"):
        return False
    parts = _JOINTS.split(plain)
    if len(parts) != 2:  # the finder would take a shorter list and lose what stands in the middle
        return False
    return all(_FULL_YEAR.fullmatch(p) for p in parts) or all(_DATE.fullmatch(p) for p in parts)


def _bare_date(plain: str, left: str, right: str) -> bool | None:
    """Say whether a part of a date that stands alone is worth it here, None where it is no such part."""
    if plain.startswith("the ") and (plain[4:].isdigit() or any(p.match(plain, 4) for p in (_MONTH_FIRST, _DAY_FIRST))):
        return False  # "the January events", "the 15 July coup": the month and day alone
    if len(plain) == 2 and SHORT_PIECE.match(plain.upper()):  # "in Q3", "Q3 results", not "an Audi Q3"
        return bool(_OF_A_YEAR.search(left[-12:]) or _REPORTED.match(right))
    if _NTH_ALONE.fullmatch(plain):
        return names.is_day_of_month(plain, left, right)
    if SHORT_YEARS.fullmatch(plain):
        return (int(plain[2:4]) + 1) % 100 == int(plain[5:])
    return None


def _counts_people(reading: Reading, words: str, right: str) -> bool:
    """Say whether the day that there is not counts what stands behind it: "In April 31 people died"."""
    return bool(refused(reading) and _DAY_LAST.match(words) and _counts(right))


def _counts(right: str) -> bool:
    """Say whether a noun that can be counted stands behind a figure."""
    following = _NEXT_TWO.match(right)
    return following is not None and any(
        word in vocabulary.COUNTED or (len(word) > 3 and word.endswith("s") and not word.endswith("ss"))
        for word in following.groups("")
    )


def _is_year(text: str, left: str, right: str) -> bool:
    year = int(text)
    if not 1000 <= year <= 2100 or re.search(r"(?:No\.|[#$€£¥₺₸₽]|\d[.,]|\w-)\s?$", left):
        return False
    following = re.match(r"\s?([a-z%]+)", right)
    if following and following[1] in vocabulary.COUNTED:
        return False
    if 1900 <= year <= 2100:
        return not re.match(r"[.,:]\d|-[A-Za-z]", right)
    return bool(
        re.search(
            r"\b(?:in|since|until|by|of|from|to|before|after|between|and|during|year|circa|c\.)\s$",
            left,
            re.IGNORECASE,
        )
    )
