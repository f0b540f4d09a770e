"""Days counted from when something began: "The talks opened on 12 September. On the third day …"."""

import re

from dateline.chronology.context import Context
from dateline.chronology.days import day_value
from dateline.chronology.patterns import ORDINAL, ordinal
from dateline.chronology.reading import Reading, dated
from dateline.chronology.rules.rule import Rules, rule
from dateline.model.calendar import DAY
from dateline.model.when import when_from_value

_TOLD = 260  # characters before in which it can be told when it began
_LONGEST = 60
_BEGAN = re.compile(
    r"\b(?:beg[aiu]ns?|beginning|start(?:s|ed|ing)?|open(?:s|ed|ing)?|launch(?:es|ed)|kick(?:s|ed) off|broke out|"
    r"erupt(?:s|ed)|arriv(?:es|ed)|set (?:off|out|sail)|landed|got under ?way|went on strike|walked out|"
    r"нача\w+|откры\w+|стартова\w+|прибы\w+|приеха\w+|вспыхну\w+|başla\w+|açıl\w+|geldi|varmıştı|vardı|bastal\w+|"
    r"басталды|басталған|келді|келген|ашылды)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(  # "for the third day", "the third day in a row": how long, not when
    r"(?:\bfor|\bуже|\bв течение|\bза) (?:the )?$|\ba $", re.IGNORECASE
)
_RUNNING = re.compile(r"\s+(?:in a row|running|straight|подряд|кряду|üst üste|boyunca|қатарынан|бойы)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;]\s")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _nth_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the third day (of the talks)" where it is told on which day they began, which is the first."""
    nth = ordinal(match["ordinal"])
    if nth is None or not 1 <= nth <= _LONGEST or _LASTING.search(context.left[-16:]) or _RUNNING.match(context.right):
        return None
    begin = _begin(context)
    if begin is None:
        return None
    number, named = begin
    return dated(day_value(number + nth - 1), "counted from the day it began, which is the first", anchor=named)


def _begin(context: Context) -> tuple[int, str] | None:
    """Return the day on which something began, as told last before the expression, and its value."""
    left = context.left[-_TOLD:]
    spans = context.days_in(left)
    values = context.mentioned[-len(spans) :] if spans else []
    for span, value in zip(reversed(spans), reversed(values), strict=False):
        when = when_from_value(value)
        if when is None or when.begin is None or not _DAY.match(value):
            continue
        if "/" in value:
            return when.begin // DAY, value  # "from 1 to 9 October"
        before = context.cues.sentences(left[: span.begin])[1]
        if _BEGAN.search(_CLAUSE.split(before)[-1]) or _BEGAN.search(_CLAUSE.split(_rest(left[span.end :]))[0]):
            return when.begin // DAY, value
    return None


def _rest(text: str) -> str:
    return re.split(r"[.!?](?:\s|$)|\n", text, maxsplit=1)[0]


RULES: Rules = (rule(_nth_day, rf"the {ORDINAL} day(?: of (?:the|their|its|his|her|this) [a-z][a-z -]+)?"),)
