"""Whether an event's words tell that what was planned is put off, brought forward or called off."""

import re
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from dateline.model import moving_words as cues
from dateline.model.regex import lazy
from dateline.model.text import Span, sentence_at
from dateline.model.wrapping import unwrapped_near


class Move(StrEnum):
    """What is done with a plan."""

    PUT_OFF = "put off"
    FORWARD = "brought forward"
    OFF = "called off"


class Moving(Struct, frozen=True, gc=False):
    """What a report does with a plan; `own`: the event it tells of is that very act ("postponed"), not the plan's.

    What is `halted` ("suspended", "shelved") is given no other day: two days beside it are not an old and a new one.
    """

    move: Move
    own: bool = False
    halted: bool = False


# What is done with a plan, and whether it is halted.
_CUES = (
    (Move.FORWARD, False, lazy(rf"(?i)\b(?:{cues.FORWARD}|{cues.SHIFTED_FORWARD})")),
    (Move.OFF, False, lazy(rf"(?i)\b(?:{cues.CALLED_OFF})")),
    (Move.PUT_OFF, False, lazy(rf"(?i)\b(?:{cues.LATER}|mov(?:es?|ed|ing) (?:to|from)\b)")),
    (Move.PUT_OFF, True, lazy(rf"(?i)\b(?:{cues.HALTED})")),
)
_NO = ("reject", "refuse", "cancel", "postpone")  # names of types of which an event turns down what others plan
_NOT = lazy(r"(?i)(?:\b(?:not|never|no|без|не)|n[’']t)\s+(?:\w+\s+){0,2}$")
_THE = lazy(r"(?i)\b(?:the|a|an|this|that|his|her|its|their|our|\w+[’']s?) (?:\w+[- ])?$")
# What stands between words that move something and the event that is moved, where they belong together.
_IS = lazy(r"(?i)\b(?:is|are|was|were|be|been|being|got|gets)(?: \w+ly| also| now| again| since| been| being| not)* $")
_OWN_WORDS = lazy(  # whose the event is, and what is told of it on the way
    r"(?i)(?:,? (?:which|that)|"
    r"(?: (?:of|by|to|with|between|in|at|on|for|from|planned|scheduled|set|due|and|the|an?)\b[^,;:.]*?|"
    r", (?:originally |initially |first )?(?:planned|scheduled|due|set|which|that)\b[^,;:.]*,)*)"
    r"(?P<plan> (?:was|were|is|are|has been|have been|had been)(?: \w+ly)? "
    r"(?:planned|scheduled|due|set|expected|fixed)\b"
    r"[^,;:.]*?,? (?:but|and|before|then))?(?: (?:later|then))?"  # "had been planned for May but was postponed"
    r"(?: (?:will|may|might|could|would|must|should|has|have|had|to|not))* ?"
)
_ANOTHER = lazy(r"(?i)\b(?:who|which|where|while|when|after|before|because|until|since|but|discuss\w*)\b")
_DAY = r"(?: (?:on|in|until|till|to|from|for) (?:(?:[A-Z]\w+|\d+)[ ,]*?){1,3})?"
_OBJECT = lazy(  # "postponed on Friday his planned visit", "delay of the talks"
    rf"{_DAY}(?: (?:of|in|to))?(?: plans for)?"
    r"(?: (?!(?:and|or|of|in|on|at|for|to|with|from|by|about|over|after|before|until|during|because|as|that|who|which|"
    r"where|while|when|is|are|was|were|will|has|have|had)\b)[\w'’-]+){0,4} "
)
_PLANS_TO = lazy(r" plans? to $")
_LEADS_A_VERB = lazy(r"(?i)\b(?:will|shall|would|may|might|can|could|must|should|to) $")  # a verb is not put off
_NOUN = lazy(r"(?i)(?:отмен[аеуы]|перенос\w*|отложени\w*|ertelenme\w*|iptal\w*)")
_ADJECTIVE = lazy(r"(?i)\w*(?:ый|ий|ого|ому|ым|ом|ая|ую|ой|ые|ых|ыми|ое)|\w*(?:nen|len|lan|nan|ған|ген)")
_BREAK = lazy(r"[,;:–—]")
_BUT = lazy(r"(?i), (?:но|однако|ancak|ama|fakat|бірақ|алайда)(?= )")  # what goes on about the same
_ASIDE = lazy(  # and when it was to be: "визит, запланированный на 14 марта, перенесён"
    r"(?i), (?:(?:ранее|первоначально|изначально) )?(?:(?:за|с)?планированн|назначенн|намеченн|"
    r"котор\w+ (?:[\w-]+ ){0,2}?(?:заплан|назнач|намеч|состоя|пройти))\w*[^,;:–—]*,(?= )"
)
_NOT_ENGLISH = lazy(r"(?i)ertele|ötele|iptal|vazgeç|[^\x00-\x7f]")


def moving_of(text: str, trigger: Span, words: str, label: str, *, already: bool = False) -> Moving | None:
    """Return what an event's words do with a plan, None for nothing: its own, or those that are said of it.

    "The postponed visit" tells of no putting off, unless what was done `already` counts; nor does what is denied. And
    what does not clearly belong to the event is of something else: "will meet to discuss the cancelled pipeline".
    """
    for move, halted, cue in _CUES:
        if cue().search(words):
            return Moving(move, own=True, halted=halted)
    found = _said_of(text, trigger, already=already)
    if any(name in label.casefold() for name in _NO):
        return replace(found or Moving(Move.OFF), own=True)
    return found


def _said_of(text: str, trigger: Span, *, already: bool) -> Moving | None:
    text = unwrapped_near(text, trigger.begin, trigger.end)
    sentence = sentence_at(text, trigger.begin)
    if sentence is None:
        return None
    for move, halted, cue in _CUES:
        for match in cue().finditer(text, sentence.begin, sentence.end):
            before = text[sentence.begin : match.start()]
            if _NOT().search(before) or not _belongs(text, sentence.begin, trigger, match):
                continue
            behind = match.start() >= trigger.end
            if already or behind or text[match.end() : trigger.begin].strip() or not _THE().search(before):
                return Moving(move, halted=halted)
    return None


def _belongs(text: str, begin: int, trigger: Span, cue: re.Match[str]) -> bool:
    """Say whether words that move something, in the sentence from `begin` on, move this event."""
    if cue.start() <= trigger.begin < cue.end():
        return True  # "put the visit off"
    behind = cue.start() >= trigger.end
    between = text[trigger.end : cue.start()] if behind else text[cue.end() : trigger.begin]
    if _NOT_ENGLISH().search(cue[0]):
        if _BREAK().search(_ASIDE().sub("", _BUT().sub(" ", between)) if behind else between):
            return False
        return not _ADJECTIVE().fullmatch(cue[0]) if behind else len(between.split()) <= _most_between(cue[0])
    if not behind:
        if plans := _PLANS_TO().search(between):
            return bool(_OBJECT().fullmatch(between[: plans.start() + 1]))
        return bool(_OBJECT().fullmatch(between)) and not _LEADS_A_VERB().search(text, begin, trigger.begin)
    helps = _IS().search(between)
    if _LEADS_A_VERB().search(text, begin, trigger.begin) or (helps is None and not cue[0].lower().startswith("mov")):
        return False
    own = between[: helps.start()] if helps else between
    words = _OWN_WORDS().fullmatch(own)
    return words is not None and not _ANOTHER().search(
        own[: words.start("plan")] if words["plan"] else own.partition(",")[0]
    )


def _most_between(cue: str) -> int:
    return 1 if _NOUN().fullmatch(cue) else 2
