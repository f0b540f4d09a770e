"""Stretches before and after Christ: "between 500 and 400 BC", "from 44 BC to AD 14", "the 2nd millennium BC"."""

import re

from dateline.chronology import lexicon
from dateline.chronology.context import Context
from dateline.chronology.patterns import ERA, NTH, ordinal
from dateline.chronology.reading import Reading, dated
from dateline.chronology.rules.rule import Rules, rule
from dateline.chronology.rules.spans import joined


def _years(match: re.Match[str], context: Context) -> Reading | None:
    """Read two years of which the first may leave its era to the last."""
    first, last = (context.read(f"{year} {match['era']}") for year in (match["a"], match["b"]))
    return joined(first.value, last.value, "years", is_list=False) if first and last else None


def _two_eras(match: re.Match[str], context: Context) -> Reading | None:
    first, last = context.read(match["a"]), context.read(match["b"])
    if not first or not last or first.granularity != "year" or last.granularity != "year":
        return None
    return joined(first.value, last.value, "years", is_list=False)


def _millennium(match: re.Match[str], _context: Context) -> Reading | None:
    """Read a thousand years by their digits, those before Christ as history counts them: the 1st is 1000 to 1 BC."""
    number = ordinal(match["nth"])
    if number is None or not 1 <= number <= 9:
        return None
    last = number * 1000
    if (match["era"] or "").startswith("b"):
        return dated(f"BC{last:04d}/BC{last - 999:04d}", "a thousand years")
    return dated(f"{max(last - 1000, 1):04d}/{last - 1:04d}", "a thousand years")


_ANY_ERA = ERA.replace("?P<era>", "?:")
_A_YEAR = rf"(?:\d{{1,4}} ?{_ANY_ERA}|{_ANY_ERA} ?\d{{1,4}})"
_JOINT = r"(?: to | and | until | till | through | ?- ?)"

RULES: Rules = (
    rule(_millennium, rf"(?:the )?(?P<nth>{NTH}|{'|'.join(lexicon.ORDINALS)})[ -]millenni(?:um|a)(?: {ERA})?"),
    rule(_years, rf"(?:between |from )?(?P<a>\d{{1,4}}){_JOINT}(?P<b>\d{{1,4}}) ?{ERA}"),
    rule(_two_eras, rf"(?:between |from )?(?P<a>{_A_YEAR}){_JOINT}(?P<b>{_A_YEAR})"),
)
