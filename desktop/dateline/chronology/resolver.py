"""Trying the rules on an expression, the sure ones first."""

import re
from collections.abc import Callable, Sequence

from dateline.chronology.context import Context, NeedsPublicationError
from dateline.chronology.cues import ENGLISH, Cues
from dateline.chronology.faults import guarded
from dateline.chronology.open_ends import with_open_end
from dateline.chronology.reading import Dates, Reading, refused, unknown
from dateline.chronology.rules.rule import RuleTable
from dateline.model.text import Span

_KEEPS_ITS_END = re.compile(r"\w+s'$|^'\d\ds?$|\d0's$|new year's$")  # "two years'", "the 1980's"
_POSSESSIVE = re.compile(r"'s?$")
_ABBREVIATED = re.compile(r"\b[ap]\.m$|\b[a-z]\.[a-z]$")
_DEPTH = 6  # an expression within an expression within …: no real one goes deeper
_LONGEST = 120
_DASHES = re.compile(r"[‐‑‒–—−]")
_PLAIN = str.maketrans({**dict.fromkeys("’‘ʼ`", "'"), **dict.fromkeys("“”„", '"'), "\u00a0": " ", "\u200b": ""})
_EDGES = ' \t\r\n.,;:!?"()[]'
NO_RULE = "no rule reads this"
NEEDS_DATE = "counted from publication, and the publication date is not known"


def normal(text: str) -> str:
    """Return an expression in lower case with single spaces, plain quotes and hyphens, and nothing at its edges."""
    plain = " ".join(_DASHES.sub("-", text.translate(_PLAIN)).lower().split())
    stripped = plain.strip(_EDGES)
    if plain.endswith(".") and _ABBREVIATED.search(stripped):
        stripped += "."
    if "(" in stripped and ")" not in stripped:
        stripped += ")"
    if "'" not in stripped or _KEEPS_ITS_END.search(stripped):
        return stripped
    return _POSSESSIVE.sub("", stripped)


class Resolver:
    """Reads expressions by a table of rules; holds nothing but the table.

    `find_values` gives the dates that stand before an expression beside those it is told of, `values_in` all of a
    sentence and `days_in` where they stand: a finder tells of the former itself.
    """

    def __init__(
        self,
        rules: RuleTable,
        find_values: Callable[[str, str], list[str]],
        values_in: Callable[[str, str], list[str]],
        days_in: Callable[[str, str], list[Span]],
    ) -> None:
        self._rules = rules
        self._find_values = find_values
        self._values_in = values_in
        self._days_in = days_in

    def resolve(
        self,
        text: str,
        published: str,
        left: str,
        right: str,
        earlier: Sequence[str],
        cues: Cues = ENGLISH,
        dates: Dates | None = None,
    ) -> Reading | None:
        """Return the reading of an expression, None where no rule fits; `cues` tell where its sentence points.

        `dates` tells the dates before it where they are known; it is called only if one matters.
        """
        expression = normal(text)
        if not expression or len(expression) > _LONGEST:
            return None
        depth = 0

        def read(inner: str, context: Context) -> Reading | None:
            nonlocal depth
            if depth >= _DEPTH or not inner:
                return None
            depth += 1
            try:
                return self._first(inner, context)
            finally:
                depth -= 1

        context = Context(
            published, left, right, earlier, read, self._find_values, self._values_in, self._days_in, cues, dates
        )

        def whole() -> Reading | None:
            try:
                reading = read(expression, context)
            except NeedsPublicationError:
                return unknown(NEEDS_DATE)
            return with_open_end(reading, expression, left, right) if reading else None

        return guarded(whole, expression, None)

    def _first(self, expression: str, context: Context) -> Reading | None:
        refusal = None
        for match, build in self._rules.matches(expression):
            if reading := build(match, context):
                if reading.value or refused(reading):
                    return reading
                refusal = refusal or reading
        return refusal
