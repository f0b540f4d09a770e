"""Sets: "every Thursday", "daily", "twice a week", "Mondays", "each year"."""

import re

from dateline.chronology import lexicon
from dateline.chronology.context import Context
from dateline.chronology.numbers import NUMBER, Amount, amount
from dateline.chronology.patterns import DAYPART, MONTH, NTH, SEASON, UNIT, WEEKDAY, ordinal, words
from dateline.chronology.reading import Reading, recurring
from dateline.chronology.rules.durations import written
from dateline.chronology.rules.rule import Rules, rule

_ADVERBS = {
    "daily": "P1D", "a daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y",
    "annually": "P1Y", "annual": "P1Y", "an annual": "P1Y", "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI",
    "biweekly": "P2W", "bi-weekly": "P2W", "fortnightly": "P2W", "bimonthly": "P2M", "bi-monthly": "P2M",
    "biannual": "P6M", "bi-annual": "P6M", "semiannual": "P6M", "semi-annual": "P6M", "semiannually": "P6M",
    "twice-yearly": "P6M", "biennial": "P2Y", "biennially": "P2Y", "per annum": "P1Y", "day-to-day": "P1D",
    "everyday": "P1D", "weekdays": "XXXX-WXX", "nights": "XXXX-XX-XXTNI", "weekends": "XXXX-WXX-WE",
    "mornings": "XXXX-XX-XXTMO", "evenings": "XXXX-XX-XXTEV", "afternoons": "XXXX-XX-XXTAF", "twice-weekly": "P1W",
    "twice-daily": "P1D", "twice-annual": "P6M", "month-to-month": "P1M", "year-to-year": "P1Y",
    "every weekday": "XXXX-WXX",
    "semimonthly": "P15D", "triennial": "P3Y", "perennial": "P1Y", "seasonally": "P1Y", "annualized": "P1Y",
    "year-on-year": "P1Y", "month-on-month": "P1M",
}  # fmt: skip


def _adverb(match: re.Match[str], _context: Context) -> Reading:
    return recurring(_ADVERBS[match["word"]], "regularly")


def _every(match: re.Match[str], _context: Context) -> Reading | None:
    group = match.groupdict()
    unit = match["unit"] if match["unit"] in lexicon.UNITS else match["unit"].rstrip("s")
    number = amount(group.get("count") or "one")
    if group.get("other"):
        number = Amount(2 if group["other"] == "other " else ordinal(group["other"].strip()))
    if number == Amount(1) and unit in _NAMED_TIMES and not group.get("other"):
        return recurring(_NAMED_TIMES[unit], f"every {unit}")
    if number is None:
        return None
    value, _ = written(number, unit)
    often = _OFTEN.match(match[0])
    once = f"{often[0] if often else 'once'} a {unit}"
    return recurring(value, once if value in ("P1D", "P1W", "P1M", "P1Y", "PT1H") else "regularly")


def _rate(match: re.Match[str], context: Context) -> Reading | None:
    """Read "15 a year", "$5 a share a month", "twice a day"; "a year" by itself is a length."""
    rated = re.search(
        r"(?:\d|[$€£]\S+|once|twice|times|million|billion|percent|%|share|barrels?|tons|people)\s*$", context.left
    )
    return _every(match, context) if rated and match["unit"] in lexicon.UNITS else None


def _every_weekday(match: re.Match[str], _context: Context) -> Reading:
    part = match.groupdict().get("part")
    name = match["weekday"]
    often = "every other week" if match.groupdict().get("other") else "every week"
    return recurring(f"XXXX-WXX-{lexicon.WEEKDAYS[name]}{'T' + lexicon.DAYPARTS[part] if part else ''}", often)


def _nth_of_each(match: re.Match[str], _context: Context) -> Reading:
    """Read "the first Friday of every month": as often as the unit, which day of it no value can say."""
    return recurring(written(Amount(1), match["unit"])[0], f"once a {match['unit']}")


def _every_part(match: re.Match[str], _context: Context) -> Reading:
    return recurring(f"XXXX-XX-XXT{lexicon.DAYPARTS[match['part']]}", "every day")


def _every_month(match: re.Match[str], _context: Context) -> Reading:
    return recurring(f"XXXX-{lexicon.MONTHS[match['month']]:02d}", "every year")


def _every_season(match: re.Match[str], _context: Context) -> Reading:
    return recurring(f"XXXX-{lexicon.SEASONS[match['season']]}", "every year")


_OFTEN = re.compile(r"twice|thrice|(?:[\w-]+ ){1,3}?times\b")
_NAMED_TIMES = {"night": "XXXX-XX-XXTNI", "weekend": "XXXX-WXX-WE"}
_NTH = rf"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|first|{NTH}"
_EACH = r"(?:every|each|every single|each and every|every passing)"
_TIMES = rf"(?:once|twice|thrice|(?:{NUMBER}|several|many|a few|three|four) times) "

RULES: Rules = (
    rule(_adverb, rf"(?P<word>{'|'.join(sorted(_ADVERBS, key=len, reverse=True))})(?: basis)?"),
    rule(
        _every,
        rf"{_EACH} (?P<other>other |(?:{_NTH}) )?(?P<count>{NUMBER} |half |few |several |couple of )?(?:business |",
        r"working |trading |calendar |fiscal )?",
        rf"{UNIT}s?",
    ),
    rule(_every_weekday, rf"{_EACH} {WEEKDAY}(?: {DAYPART})?"),
    rule(_every_weekday, rf"{_EACH} (?P<other>other|second) {WEEKDAY}(?: {DAYPART})?"),
    rule(
        _nth_of_each, rf"(?:on )?the (?:{_NTH}|last) (?:{words(lexicon.WEEKDAYS)}|day|weekend) (?:of|in) {_EACH} {UNIT}"
    ),
    rule(_every_weekday, rf"(?:{_EACH} |on )?{WEEKDAY}s(?: {DAYPART}s?)?"),
    rule(_every_weekday, rf"{WEEKDAY} {DAYPART}s"),
    rule(_every_part, rf"{_EACH} {DAYPART}"),
    rule(_every_month, rf"{_EACH} {MONTH}"),
    rule(_every_season, rf"{_EACH} {SEASON}"),
    rule(_every, rf"(?:{_TIMES}){_EACH} (?P<other>other |second )?(?P<count>{NUMBER} |few |several )?{UNIT}s?"),
    rule(_every, rf"(?:{NUMBER}) (?:hours|days|nights|weeks|months|times) (?:a|an|per|each|every) {UNIT}"),
    rule(_adverb, r"(?:once|twice|three times|four times) (?P<word>daily|weekly|monthly|yearly|annually)"),
    rule(_every, rf"(?:{_TIMES})?per {UNIT}"),
    rule(_rate, rf"(?P<single>an?) {UNIT}"),
    rule(_every, rf"{_TIMES}(?:per|a|an|each|every|in a) {UNIT}"),
)
