"""The dateline at the head of a report, "ANKARA, March 17 (Agency) —": where and when it was sent."""

import re

from dateline.model.annotation import Mention
from dateline.model.occurrence import PERSONS
from dateline.model.text import Span

_NAME = r"(?:[^\W\d_]|[A-Z]\.)[\w.'’ʼ-]*"
_SMALL = r"(?: (?:of|the|de|del|la|di|da|do|al|el|and|on|an|der|am|upon|sur) )"
_NO_PLACE = r"(?!(?:In|At|On|From|By|After|Before|Since|Until|As|The)\b)"
_PLACE = rf"{_NO_PLACE}(?=[^\W\d_a-z]){_NAME}(?:(?:{_SMALL}| ){_NAME}){{0,4}}?"
_MONTH = r"[^\W\d_]{3,12}\.?"
_WEEKDAY = r"[^\W\d_]{3,12}day"
_DATE = (
    rf"(?:{_WEEKDAY},? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\.? {_MONTH})(?:,? \d{{4}})?"
    rf"(?: (?:г|ж)\.)?|\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?|\d{{4}}-\d{{2}}-\d{{2}}|{_WEEKDAY}"
)
_BRACKET = r"[(\[][^)\]\n]{1,40}[)\]]"
_DASH = r"(?: [–—―−]+ ?|[–—―−]+ | -{1,3} |-{2,3} )"
_LONGEST = 160
# The place, bare or in brackets, what lies around it, the date and the agency in either order, and what ends it all.
# Only behind one of these a colon ends it, or a dash without spaces: "Turkey: protests grow", "Ankara–Baku".
_HEAD = re.compile(
    rf"\s*(?:{_PLACE}(?:(?:, ?|/){_PLACE}){{0,2}}|[(\[]{_PLACE}[)\]])"
    rf"(?P<more>(?:(?:, ?|{_DASH}| )?{_BRACKET}|(?:, ?|{_DASH}|(?<=[)\]A-ZА-ЯЁÇĞİÖŞÜ]) )(?:{_DATE})){{0,3}})"
    rf"(?:{_DASH}|(?P<tight>: |[–—―−-]+))"
)


def dateline_at(text: str, position: int) -> Span | None:
    """Return the dateline of the line that holds a position, None where it has none."""
    begin = max(text.rfind("\n", max(0, position - _LONGEST), position) + 1, 0)
    if begin == 0 and position > _LONGEST:
        return None
    found = _HEAD.match(text, begin, begin + _LONGEST)
    if found is None or (found["tight"] and not found["more"]):
        return None
    return Span(begin, found.end())


def heads_the_text(text: str, mention: Mention) -> bool:
    """Say whether a place or date stands in the dateline: it takes part in nothing, and is no time of what is told."""
    head = dateline_at(text, mention.span.begin)
    return head is not None and head.covers(mention.span) and mention.label.upper() not in PERSONS
