"""An event told with two days, of which it was moved from one to the other: "planned for 14, postponed to 21 March"."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from dateline.model import moving_words as words
from dateline.model.annotation import Mention
from dateline.model.interval import When, overlaps
from dateline.model.joined_dates import are_joined
from dateline.model.moving import Move, moving_of
from dateline.model.regex import lazy
from dateline.model.text import Span, sentence_at
from dateline.model.wrapping import unwrapped_near


class Moved(Struct, frozen=True, gc=False):
    """The day that was given up, and the new one."""

    old: When
    new: When


_CUE = rf"\b(?:{words.LATER}|{words.FORWARD}|{words.SHIFTED})"
_PART = r"(?: the)?(?: (?:early|late|mid|beginning of|end of|middle of))?"
_CUED = lazy(rf"(?i){_CUE}")
_FORWARD = lazy(rf"(?i)(?:{words.FORWARD}|{words.SHIFTED_FORWARD})")
# What stands right before a date, in its sentence.
_TO = lazy(
    rf"(?i)(?:{_CUE}[^;:]*? (?:to|until|till|на|до)|\breschedul\w+ for|\bnew date,?(?: is| will be| of)?){_PART}\s*$"
)
_TO_BEHIND = lazy(rf"(?i){words.TO_BEHIND}")  # and what stands right behind it
_TO_ENDING = lazy(rf"(?i){words.TO_ENDING}")
_TO_AHEAD = lazy(r"(?i)\bна\s*$")  # "на 21 марта перенесён визит"
_AHEAD_BEHIND = lazy(rf"(?i){words.AHEAD_BEHIND}")
_NOT_TO_BEHIND = lazy(rf"(?i){words.NOT_TO_BEHIND}")
_NOW = lazy(
    r"(?i)\b(?:(?:will|is|are|would)(?: [\w’'-]+){0,2} (?:now|instead)|now|instead) "
    r"(?:(?:be|to|take|takes|place|held|happen|planned|scheduled|set|due|expected|begin|start|open|come|go)\s+)*"
    rf"(?:(?:on|for|in|from){_PART})?\s*$"
)
_FROM = lazy(
    rf"(?i)(?:{_CUE}[^;:]*? (?:from|с)|\b(?:instead of|rather than)(?: on| in)?|\bвместо|"
    rf"\bhad been (?:[\w’'-]+ )?(?:planned|scheduled|due|set|fixed|expected) (?:for|on|in)|"
    rf"\b(?:originally|initially|previously|first|earlier) (?:[\w’'-]+ ){{0,4}}?(?:for|on|in)){_PART}\s*$"
)
_FROM_BEHIND = lazy(rf"(?i){words.FROM_BEHIND}")
_PLANNED = lazy(
    r"(?i)\b(?:planned|scheduled|slated|due|set|fixed|expected|announced)"
    rf"(?: to (?:begin|start|open|take place|be held|last))?(?: for| on| in| from| at)?{_PART}\s*$|"
    r"\b(?:(?:за|с)?планирова|назнач|намеч)\w+(?: был[аои]?)? на\s*$"
)
_DONE_ON = lazy(rf"(?i){_CUE}(?: (?:again|late|early|earlier))?(?: on| in)?\s*$")
# "was not postponed to", "denied that it had been moved to", "may be put off until": no such move was told of.
_NOT = lazy(
    r"(?i)(?:\b(?:not|never|neither|no longer|without|unless|if|may|might|could|den(?:y|ies|ied|ying)|"
    r"rul(?:e|ed|es) out|не|жоқ)\b|n[’']t\b)(?: [\w’'-]+){0,8} ?$"
)
_NOT_TO = lazy(r"(?i)\b(?:not|никак не|а не) (?:to|until|till|for|на)\s*$")
_TELL = r"(?:announced|said|says|told|reported|confirmed|stated|declared|wrote|agreed|decided)"
_TOLD_ON = lazy(rf"(?i)\b(?:first )?{_TELL}(?: [\w’'-]+){{0,2}}? (?:late |early )?(?:on )?$")
_TOLD_BEHIND = lazy(rf"(?i) {_TELL}\b(?! (?:earlier|before|previously|originally|at first))")  # "on Monday said"
_OR = lazy(r"(?i)\b(?:or|или|veya|немесе)\b")
_SEVERAL = 2
_COMMA = lazy(r", ?(?:on )?")
_OPENING = lazy(r"(?i)[\"“(\s]*(?:(?:late|early) )?(?:(?:on|in)\s+)?(?:(?:late|early) )?")
_OPENING_TOLD = lazy(
    rf"(?i),? (?:it was |(?:the )?[\w’'-]+ (?:[\w’'-]+ )?)?{_TELL}\b"
)  # "On Monday, the ministry said"
_ENDS = lazy(r"[.!?]\s+(?=[\"“(]?[A-ZА-ЯЁ])|[\n\r]")
_REACH = 160


def moved_of(text: str, event: Mention, dated: Sequence[tuple[Span, When]]) -> Moved | None:
    """Return from which of an event's dates to which it was moved, None where it was not; costs little of most."""
    if len(dated) < 2 or not any(not overlaps(dated[0][1], when) for _, when in dated[1:]):
        return None
    moving = moving_of(text, event.span, " ".join(event.text_of(text).split()), event.label)
    return moved_between(text, dated, moving.move if moving and not moving.halted else None)


def moved_between(text: str, times: Sequence[tuple[Span, When]], move: Move | None) -> Moved | None:
    """Return from which of an event's times to which it was moved, None where no words say so.

    Where the words beside a date do not tell, what puts an event off has it on the later day, what brings it forward
    (`move`) on the earlier one; the day on which that was done is neither.
    """
    text = _unwrapped(text, [span for span, _ in times])
    own = _together(text, [(span, when) for span, when in times if not _is_of_telling(text, span)])
    said = [(_before(text, span.begin), when) for span, when in own]
    to = [(_before(text, span.begin), when) for span, when in own if _is_moved_to(text, span)]
    to = to or [(before, when) for before, when in said if _NOW().search(before)]
    if not to and any(_is_denied(_before(text, s.begin)) or _NOT_TO_BEHIND().match(text, s.end) for s, _ in own):
        return None
    old = [when for (span, when), (before, _) in zip(own, said, strict=True) if _is_moved_from(text, span, before)]
    if to:
        new = to[-1][1]
        gone = [w for w in old if not overlaps(w, new)]
        others = [(b, w) for b, w in said if not overlaps(w, new) and not _DONE_ON().search(b)]
        gone += [w for _, w in sorted(others, key=lambda other: _PLANNED().search(other[0]) is None)]
        return Moved(gone[0], new) if gone else None
    rest = [w for b, w in said if not _DONE_ON().search(b)]
    if old:
        stays = [w for w in rest if not any(overlaps(w, o) for o in old)]
        return Moved(old[0], stays[0]) if stays else None
    if move in (Move.PUT_OFF, Move.FORWARD):
        first, last = min(rest, key=_begin, default=None), max(rest, key=_begin, default=None)
        if first and last and not overlaps(first, last):
            return Moved(first, last) if move is Move.PUT_OFF else Moved(last, first)
    return None


def _together(text: str, times: Sequence[tuple[Span, When]]) -> list[tuple[Span, When]]:
    """Return the dates with those of one list as one, from its first on: "14 and 16 March" are no old and new day."""
    whens = dict(times)
    return [(Span(some[0].begin, some[-1].end), whens[some[0]]) for some in _lists(text, list(whens))]


def are_one_list(text: str, spans: Sequence[Span]) -> bool:
    """Say whether dates are all in one list that takes them all: "14 and 16 March", not "14 or 16 March"."""
    text = _unwrapped(text, spans)
    lists = _lists(text, spans)
    if len(spans) < _SEVERAL or len(lists) != 1:
        return False
    return not any(_OR().search(text, one.end, other.begin) for one, other in pairwise(lists[0]))


def _lists(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    """Return dates in their order, those that "and" or "or" joins in one list."""
    out: list[list[Span]] = []
    joins = False
    for span in sorted(spans, reverse=True):
        next_ = out[-1][0] if out else None
        joins = next_ is not None and (
            are_joined(text, span, next_) or (joins and bool(_COMMA().fullmatch(text, span.end, next_.begin)))
        )
        if joins:
            out[-1].insert(0, span)
        else:
            out.append([span])
    return out[::-1]


class LikelyOld(Struct, frozen=True, gc=False):
    """Which of two dates is the likelier to be given up, and whether words of moving stand beside them."""

    span: Span
    is_moved: bool


def likely_old(text: str, one: tuple[Span, When], other: tuple[Span, When]) -> LikelyOld | None:
    """Return which of two dates of an event is likelier the one planned at first, None where no words tell.

    It is what reads as planned where the other does not; else, beside words that put off, the earlier.
    """
    text = _unwrapped(text, [one[0], other[0]])
    planned = [span for span, _ in (one, other) if _PLANNED().search(_before(text, span.begin))]
    cue = _cue_beside(text, one[0], other[0])
    if len(planned) == 1:
        return LikelyOld(planned[0], cue is not None)
    if cue is None:
        return None
    (first, _), (last, _) = sorted((one, other), key=lambda dated: _begin(dated[1]))
    return LikelyOld(last if _FORWARD().match(cue) else first, is_moved=True)


def _cue_beside(text: str, *spans: Span) -> str | None:
    """Return the words of moving in the sentences of some dates; None where there are none, or they are denied."""
    for sentence in dict.fromkeys(sentence_at(text, span.begin) for span in spans):
        for cue in _CUED().finditer(text, sentence.begin, sentence.end) if sentence else ():
            denied = _NOT().search(text[sentence.begin : cue.start()] if sentence else "")
            if not denied and not any(_NOT_TO_BEHIND().match(text, span.end) for span in spans):
                return cue[0]
    return None


def given_up(text: str, spans: Sequence[Span], *, moved: bool) -> list[Span]:
    """Return those of the dates in a sentence that an event has no more, where another is said to be its new day.

    Of an event that is itself said to be `moved` it is every other one, else those that are told as what was planned.
    """
    text = _unwrapped(text, spans)
    before = {span: _before(text, span.begin) for span in spans}
    new = new_days(text, spans)
    if not new:
        return []
    return [span for span, said in before.items() if span not in new and (moved or _is_moved_from(text, span, said))]


def new_days(text: str, spans: Sequence[Span]) -> set[Span]:
    """Return those of the dates in a sentence that are said to be the new day of something."""
    return {
        span
        for some in _lists(text, spans)
        if any(_is_moved_to(text, s) or _NOW().search(_before(text, s.begin)) for s in some)
        for span in some
    }


def _unwrapped(text: str, spans: Sequence[Span]) -> str:
    begin, end = min((s.begin for s in spans), default=0), max((s.end for s in spans), default=0)
    return unwrapped_near(text, begin, end)


def _is_moved_to(text: str, span: Span) -> bool:
    if _TO_BEHIND().match(text, span.end):
        return True
    if any(_TO_ENDING().match(text, at) for at in range(max(span.begin, span.end - 3), span.end)):
        return True
    before = _before(text, span.begin)
    if _TO_AHEAD().search(before) and _AHEAD_BEHIND().match(text, span.end) and not _PLANNED().search(before):
        return True
    return bool(_TO().search(before)) and not _PLANNED().search(before) and not _is_denied(before)


def _is_moved_from(text: str, span: Span, before: str) -> bool:
    return bool(_FROM().search(before) or _FROM_BEHIND().match(text, span.end))


def _is_denied(before: str) -> bool:
    found = _TO().search(before)
    return found is not None and bool(_NOT_TO().search(before) or _NOT().search(before[: found.start()]))


def _is_of_telling(text: str, span: Span) -> bool:
    """Say whether a day is that on which something was announced, which is never the day of what is announced.

    In "was postponed to 21 March, officials said" that is not told; in "On 21 March, officials said" it is.
    """
    before = _before(text, span.begin)
    if _TOLD_ON().search(before):
        return True
    if _OPENING().fullmatch(before):
        return bool(_OPENING_TOLD().match(text, span.end))
    return bool(_TOLD_BEHIND().match(text, span.end)) and not _is_moved_to(text, span)


def _before(text: str, begin: int) -> str:
    """Return what stands before a date in its sentence."""
    before = text[max(0, begin - _REACH) : begin]
    return _ENDS().split(before)[-1]


def _begin(when: When) -> float:
    return when.begin if when.begin is not None else float("-inf")
