"""Times in an event's sentence that are not when it takes place.

"Said on Thursday that her visit …" is when it was said, "put off from Monday to Thursday" when it was to be, "planned
for Monday" no time of the one who calls it off.
"""

import re

from dateline.assist.told_words import BRINGS_ABOUT, is_finite
from dateline.model.moving_words import DROPPED, MOVED, RESCHEDULED
from dateline.model.text import Span

_SAY = (
    r"say|says|said|saying|tell|tells|told|telling|announces?|announced|announcing|confirms?|confirmed|states?|stated|"
    r"adds?|added|declares?|declared|writes?|wrote|recalls?|recalled|notes?|noted|reveals?|revealed|discloses?|"
    r"disclosed|reports?|reported|quoted|published|aired|tweeted|posted"
)
_ISSUED = (
    r"(?:statement|interview|report|article|letter|tweet|post|remarks|comments) (?:issued|released|published|made)"
)
_WHOM = r"(?: (?:reporters|journalists|parliament|lawmakers|the [a-z]+(?: agency)?|[A-Z]\w+(?: [A-Z]\w+)?))?"
# "said on", "told reporters late on", "was announced": and then the time.
_BEFORE_TIME = re.compile(rf"\b(?:{_SAY}|{_ISSUED}){_WHOM}(?: (?:earlier|late|early))?(?: on| in)?\s*$")
# The time, and then "the palace said", ", officials told reporters": the one who says it is all that stands between.
_AFTER_TIME = re.compile(rf",?(?:\s+[\w’'.-]+){{0,6}}?\s+(?:{_SAY})\b(?!,)")
_ON_THE_OCCASION = re.compile(r"\s+(?:at|during|in|on the sidelines of|after|following)\b[^,;:]*$", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:that|will|would|was|were|had|has|have|is|are)\b")
_VERB = re.compile(r"\b(?:\w+ed|met|sank|left|held|came|began|took|was|were|will|would|has|had|have)\b")
_MOVED_FROM = re.compile(rf"\b(?:{RESCHEDULED}|moved|shifted)(?: [\w’'-]+){{0,4}}? from\s*$")
# "The visit planned for 12 May was postponed on 3 May": the first is the visit's, the second when that was done.
_PLANNED_FOR = re.compile(
    r"(?<!\bas )\b(?:planned|scheduled|slated|due|set|fixed|expected)"
    r"(?: to (?:begin|start|open|take place|be held|last))?(?: for| on| in| from| at)?(?: (?:early|late|mid))?\s*$"
)
_PLACE = r"(?: (?:in|at) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)?"
_SOME = r"(?: (?!(?:to|for|on|about|that|and|or|but|after|before)\b)[\w’'-]+)"
# From the time to the event: "to visit", "in Oslo to hold two days of talks", "for talks"; at one, ", Koval will meet".
_TO_DO = re.compile(rf"{_PLACE} to (?:\w+ly )?")
_TO_BRING_ABOUT = re.compile(rf"{_PLACE} to (?:\w+ly )?(\w+){_SOME}{{0,4}} ")
_FOR = re.compile(rf"{_PLACE} for{_SOME}{{0,4}} ")
_AT_ONE = re.compile(r"^\W*(?:at|during|on the sidelines of)\b[^,;:]*$", re.IGNORECASE)
_THEN_WILL = re.compile(rf"{_PLACE},(?: [\w’'.-]+){{1,6}} (?:will|is to|are to|is due to|are due to)(?: \w+ly)? ")
_OFF = rf"(?:{MOVED}|{DROPPED}|postpones|cancels|calls off)"
_OFF_ON = re.compile(rf"\b{_OFF}(?: (?:on|in|early|late|earlier|last|only|again|at short notice))*\s*$")
# Until when something is put off is when it takes place, not when it was put off.
_MOVED_TO = re.compile(
    rf"\b({_OFF}|moved|shifted|postpone|put off|reschedule|postponing)(?: [\w’'-]+){{0,8}}? "
    r"(?:to|until|till)(?: (?:early|late|mid))?\s*$"
)
_REACH = 60


def is_another_time(text: str, sentence: Span, time: Span, event: Span) -> bool:
    """Say whether a time of the event's sentence is that of something else.

    When it was spoken of; when it was to be before it was moved; when something was planned for, of what was done
    about that; when something was put off, of what was.
    """
    before = text[max(sentence.begin, time.begin - _REACH) : time.begin]
    if _MOVED_FROM.search(before) or is_when_it_was_said(text, sentence, time, event):
        return True
    begin = time.begin - len(before)
    if (plan := _PLANNED_FOR.search(before)) and not _meets(event, begin + plan.start(), time.begin):
        if event.begin < time.end:
            return is_finite(event.of(text).split()[0])
        occasion = _AT_ONE.search(text[sentence.begin : begin + plan.start()])
        return not _is_planned(text, time, event, occasion=bool(occasion))
    if (off := _OFF_ON.search(before)) and not _meets(event, begin + off.start(), time.begin):
        return text[time.end : time.end + 2] not in ("'s", "’s")
    moved = _MOVED_TO.search(before)
    return bool(moved and _meets(event, begin + moved.start(1), begin + moved.end(1)))


def _is_planned(text: str, time: Span, event: Span, *, occasion: bool) -> bool:
    """Say whether what is planned for a time is the event behind it: "due on Monday to hold talks", "… for talks".

    So is what will be done at an `occasion` that is planned for then.
    """
    way = text[time.end : event.begin]
    if occasion and _THEN_WILL.fullmatch(way):
        return True
    if _TO_DO.fullmatch(way):
        return True
    does = _TO_BRING_ABOUT.fullmatch(way)
    return bool(does and does[1] in BRINGS_ABOUT) or bool(_FOR.fullmatch(way))


def _meets(event: Span, begin: int, end: int) -> bool:
    return event.begin < end and begin < event.end


def is_when_it_was_said(text: str, sentence: Span, time: Span, event: Span) -> bool:
    """Say whether a time of the event's sentence belongs to a verb of saying that is not the event itself.

    "Said on Thursday at a news conference" dates the conference, too: what is said on an occasion is said then.
    """
    if text[time.end : time.end + 2] in ("'s", "’s"):
        return False  # "said Thursday's talks failed"
    before = text[max(sentence.begin, time.begin - _REACH) : time.begin]
    if said := _BEFORE_TIME.search(before):
        word = Span(time.begin - len(before) + said.start(), time.begin)
        if _meets(event, word.begin, word.end):
            return False  # what is said is the event, or it stands between: "announced the talks on Monday"
        return not _is_occasion(text, time, event)
    after = text[time.end : min(sentence.end, time.end + _REACH)]
    said = _AFTER_TIME.match(after)
    # "The ship sank on Monday, officials said": a verb before has the time already.
    claimed = _VERB.search(text, sentence.begin, time.begin)
    return said is not None and event.begin >= time.end + said.end() and not claimed


def _is_occasion(text: str, time: Span, event: Span) -> bool:
    way = text[time.end : event.begin] if time.end <= event.begin else ""
    return bool(way and _ON_THE_OCCASION.match(way) and not _FINITE.search(way))
