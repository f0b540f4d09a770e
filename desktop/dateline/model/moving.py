"""Whether an event's words tell that what was planned is put off, brought forward or called off."""

from enum import StrEnum

from msgspec import Struct

from dateline.model.regex import lazy
from dateline.model.text import Span, sentence_at


class Move(StrEnum):
    """What is done with a plan."""

    PUT_OFF = "put off"
    FORWARD = "brought forward"
    OFF = "called off"


class Moving(Struct, frozen=True, gc=False):
    """What a report does with a plan; `own`: the event it tells of is that very act ("postponed"), not the plan's."""

    move: Move
    own: bool = False


# What is done with a plan, wherever in its sentence that is said; by the stem in Russian, Turkish and Kazakh.
MOVES = lazy(
    r"(?i)\b(?:postpon|put(?:s|ting)? (?:off|back)\b|delay|reschedul|cancel|call(?:s|ed|ing)? off\b|brought forward\b|"
    r"moved? (?:to|from)\b|scrap(?:s|ped|ping)\b|suspend|shelved?\b|отлож|отклад|перенес|перенос|отмен|ertele|iptal|"
    r"кейінге|шегер|болдырма|тоқтат)"
)
_SOME = r"(?:[\w’'-]+ ){0,5}?"
_CUES = (
    (Move.FORWARD, lazy(rf"(?i)\b(?:br(?:ing(?:s|ing)?|ought)|mov(?:es?|ed|ing)) {_SOME}(?:forward|up)\b")),
    (
        Move.OFF,
        lazy(
            rf"(?i)\b(?:cancel\w*|call(?:s|ed|ing)? {_SOME}off\b|scrap(?:s|ped|ping)?\b|abandon(?:s|ed|ing)?\b|"
            r"отмен\w+|сорвал\w+|iptal\w*|vazgeç\w+|болдырма\w*|тоқтат\w*)"
        ),
    ),
    (
        Move.PUT_OFF,
        lazy(
            rf"(?i)\b(?:postpon\w+|put(?:s|ting)? {_SOME}(?:off|back)\b|push(?:es|ed|ing)? {_SOME}back\b|delay\w*|"
            r"reschedul\w+|mov(?:es?|ed|ing) (?:to|from)\b|suspend\w*|shelv\w+|отлож\w+|отклад\w+|перен[её]с\w*|"
            r"перенос\w*|ertele\w*|кейінге \w+|шегер\w*)"
        ),
    ),
)
_NO = ("reject", "refuse", "cancel", "postpone")  # names of types of which an event turns down what others plan
_NOT = lazy(r"(?i)(?:\b(?:not|never|no|без|не)|n[’']t)\s+(?:\w+\s+){0,2}$")
_ASIDE = lazy(r",[^,;]*,")
_PARTED = lazy(
    r"(?i)[,;:]|\b(?:after|before|while|but|although|though|when|despite|as)\b|\band (?:will|is|was|has|to)\b"
)
_THE = lazy(r"(?i)\b(?:the|a|an|this|that|his|her|its|their|our|\w+[’']s?) (?:\w+[- ])?$")
_NEAR = 120  # characters between the words that say so and the event


def moving_of(text: str, trigger: Span, words: str, label: str) -> Moving | None:
    """Return what an event's words do with a plan, None for nothing: its own, or those near it in its sentence.

    "The postponed visit" tells of no putting off, nor does what is denied; and what another clause says is another's.
    """
    for move, cue in _CUES:
        if cue().search(words):
            return Moving(move, own=True)
    found = _near(text, trigger)
    if any(name in label.casefold() for name in _NO):
        return Moving(found or Move.OFF, own=True)
    return Moving(found) if found else None


def _near(text: str, trigger: Span) -> Move | None:
    sentence = sentence_at(text, trigger.begin)
    if sentence is None:
        return None
    for move, cue in _CUES:
        for match in cue().finditer(text, sentence.begin, sentence.end):
            if _meant(text, sentence, trigger, match.start(), match.end()):
                return move
    return None


def _meant(text: str, sentence: Span, trigger: Span, begin: int, end: int) -> bool:
    """Say whether words that move a plan, from `begin` to `end`, are said of this event."""
    before = text[sentence.begin : begin]
    if _NOT().search(before):
        return False
    if begin <= trigger.begin < end:
        return True  # "put the visit off"
    way = text[end : trigger.begin] if end <= trigger.begin else text[trigger.end : begin]
    if len(way) > _NEAR or _PARTED().search(_ASIDE().sub(" ", way)):
        return False
    return bool(way.strip()) or end > trigger.begin or not _THE().search(before)
