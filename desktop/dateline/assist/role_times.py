"""Which times of a sentence are an event's own: not that of an announcement, of a plan given up, or a mere distance."""

import re
from collections.abc import Iterable, Sequence

from dateline.model.annotation import Layer, Mention
from dateline.model.language import language_of
from dateline.model.moved import given_up, new_days
from dateline.model.moving import Move, moving_of
from dateline.model.page import Page
from dateline.model.text import Span

_TWO = 2  # times that one of them may be the plan's
_NOW = ("now", "currently", "at present", "recently", "soon", "later")
_LASTING = ("DURATION", "SET")
_OFFSET = re.compile(
    r"\s+(?:(?:after|before|prior to|ahead of|following)\s+(?:the |an? )?[\w“\"‘]|(?:later|earlier) than\b)",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:for|lasting|of|over|throughout)\s+(?:the |some |about |almost |nearly )?$", re.IGNORECASE)
_WAY = 30  # characters back to what says that something lasted


def other_times(page: Page, event: Mention, mentions: Iterable[Mention], sentence: Span) -> set[str]:
    """Return the times of a sentence that are not the event's: of an announcement, or what it was put off from.

    Nor is what is still ahead that of what has happened, or how far off something else is.
    """
    from dateline.assist.ahead import is_told_as_past, lies_ahead  # their patterns take a while to compile
    from dateline.assist.telling import is_another_time

    times = [m for m in mentions if m.layer is Layer.TIME]
    ahead = {m.id for m in times if (value := page.times.get(m.id)) and lies_ahead(page, value)}
    if ahead and not is_told_as_past(page, event):
        ahead = set()
    gone = [*_given_up(page.text, event, times), *_only_planned(page, event, times)]
    return ahead | {
        m.id
        for m in times
        if m.span in gone
        or is_another_time(page.text, sentence, m.span, event.span)
        or (lasts(page, m) and _is_offset(page.text, m.span))
    }


def _given_up(text: str, event: Mention, times: Sequence[Mention]) -> Sequence[Span]:
    """Return those of a sentence's times on which an event was to be, where it has another day by now.

    Of an event that is the very moving, "postponed", every time counts: which day was given up is told from them all.
    What is called off has no new day: another one in its sentence is of something else.
    """
    moving = moving_of(text, event.span, event.text_of(text), event.label) if len(times) > 1 else None
    if moving is not None and moving.own:
        return []
    moved = moving is not None and moving.move is not Move.OFF
    return given_up(text, [m.span for m in times], moved=moved)


def _turned_out(page: Page, event: Mention, times: Sequence[Mention]) -> Sequence[Mention]:
    """Return the times at which an event that was to be at another one came about after all, or will."""
    if len(times) < _TWO:
        return []
    from dateline.assist.told_as import Manner
    from dateline.assist.turned_out import outcome_of

    outcome = outcome_of(page.text, event.span, language_of(page.article.language, page.text))
    if outcome is None or Manner.NEGATED in outcome.manners:
        return []
    return [t for t in times if outcome.told.covers(t.span) and not lasts(page, t)]


def _only_planned(page: Page, event: Mention, times: Sequence[Mention]) -> Sequence[Span]:
    """Return the times for which an event was planned that came about at another one."""
    at = _turned_out(page, event, times)
    return [t.span for t in times if t not in at] if at else []


def moved_to(page: Page, event: Mention, mentions: Iterable[Mention]) -> set[str]:
    """Return the times of a sentence to which an event is said to be moved, in whatever clause that is said.

    So is that at which it took place instead.
    """
    times = [m for m in mentions if m.layer is Layer.TIME]
    if at := _turned_out(page, event, times):
        return {t.id for t in at}
    moving = moving_of(page.text, event.span, event.text_of(page.text), event.label) if len(times) > 1 else None
    if moving is None or moving.own or moving.move is Move.OFF:
        return set()
    new = new_days(page.text, [m.span for m in times])
    return {m.id for m in times if m.span in new}


def is_now(page: Page, mention: Mention) -> bool:
    """Say whether a time gives no date of its own: beside one that does, "now" is rarely when it was."""
    value = page.times.get(mention.id)
    return value.value.endswith("_REF") if value else mention.text_of(page.text).casefold() in _NOW


def lasts(page: Page, mention: Mention) -> bool:
    """Say whether a time tells how long or how often: in "came on Tuesday for a two-day visit" it is not when."""
    value = page.times.get(mention.id)
    return mention.label in _LASTING or (value is not None and value.value.startswith("P") and value.when is None)


def _is_offset(text: str, time: Span) -> bool:
    """Say whether a length of time only tells how far off something else is: "two days after the vote"."""
    return bool(_OFFSET.match(text, time.end)) and not _FOR.search(text[max(0, time.begin - _WAY) : time.begin])
