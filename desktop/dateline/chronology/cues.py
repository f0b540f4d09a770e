"""Whether the words around a time expression look back or ahead: read from the verb that governs it."""

import re
from collections.abc import Callable
from enum import Enum
from functools import cache, lru_cache

from msgspec import Struct

from dateline.chronology import coming, headlines, plans
from dateline.chronology.lexicon import listed
from dateline.chronology.moves import is_moved_to
from dateline.chronology.outcomes import has_come_of_it
from dateline.chronology.past import PAST, is_past
from dateline.chronology.present import DETERMINERS, is_fixed_ahead, is_participle_of_noun, is_passive
from dateline.model.moving_words import RESCHEDULED


class Direction(Enum):
    """Where a neighbouring cue points."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


class Cues(Struct, frozen=True):
    """What a language tells from the words before and after an expression.

    `looks` says where they point, `places` whether they make the expression an adverbial ("in October", not "October
    figures"), `leaves` whether something is moved from that day: None, or where that day lies (NONE: the nearer one).

    `clause` says where its own verb points, whatever stands right before it; `sentences` divides what is before into
    the last whole sentence and the one that goes on; `then_ahead` says whether what is told was ahead of another time
    ("would close"), `up_to_now` whether it goes on until publication ("has fallen"); `since` says whether the
    expression tells when that began which goes on: then it is over.
    """

    looks: Callable[[str, str], Direction]
    places: Callable[[str, str], bool]
    leaves: Callable[[str, str], Direction | None]
    clause: Callable[[str, str], Direction]
    sentences: Callable[[str], tuple[str, str]]
    then_ahead: Callable[[str, str], bool]
    up_to_now: Callable[[str, str], bool]
    since: Callable[[str, str], bool]


_FUTURE = listed(
    "will 'll won't would shall scheduled expected expects due slated planned plans planning plan intends intend "
    "upcoming tomorrow aims hopes hope wants want agrees invites looks seeks seek "
    "threatens vows pledges promises prepares preparing preparations should may might must can could if unless "
    "begin resume meet expire likely poised bound tipped deadline"
)
_BEFORE_LAST = listed("will would to may might could can should must 'll")
_THEN = ("last", "ago", "since")
# The bare form of these looks like their past: "should hit the coast", "could become law".
_ALIKE = listed("hit cut put set shut read spread quit hurt let become burst cast split")
_UNDER_WAY = listed("meeting holding leaving hosting playing travelling traveling arriving opening closing returning "
                    "visiting flying heading voting releasing launching")  # fmt: skip
_FORESEEN = listed("forecast predicted projected")  # "rain is forecast for the weekend"
_NOUNS_ALONE = ("hopes", "plans")  # "rises on rate hopes", but "hopes to"
_STILL = listed("now also instead")  # "is now on Friday"
_SETTLED = listed("votes decides fails refuses manages")  # "House votes to cut aid": headlines say so afterwards
_PLANNED = listed("due scheduled planned expected slated set supposed")
# Verbs in the past that say nothing of when that came about which they tell of.
_ANNOUNCED = _PLANNED | listed(
    "said told announced agreed called proposed invited confirmed fixed booked promised offered asked wanted hoped "
    "decided vowed declared named chose reported moved postponed rescheduled delayed extended added noted was were had "
    "has been changed allowed ordered approved banned cancelled canceled suspended arranged registered"
)
_WILL = re.compile(r"(?:\b(?:will|shall)|['’]ll)(?: [\w’'-]+){1,6}\s*$")
_NEAR = 8  # words back to the verb that governs a date
_SET_FOR = listed("to for on")
_SENTENCE_END = re.compile(r"(?:[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z]|$)|[\n\r;]|\s--?\s)")
_TOKEN = re.compile(r"[A-Za-z][A-Za-z'’-]*|\S")
_ABBREVIATED = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Gen|Sen|Gov|St|Inc|Corp|Co|[A-Z])\.$"
)
_PARTICIPLES = ("ed", "en", "held", "made", "built", "sold", "sent", "paid", "put", "set", "cut", "told")
_REACH = 14
_REACH_AHEAD = 18  # long names of subjects stand between the expression and their verb


@cache
def _ahead_at_once() -> re.Pattern[str]:
    words = (
        "until|till|by|(?:no|not) (?:later|earlier|sooner) than|as early as|as soon as|set for|due|coming|upcoming|"
        "beginning|starting|effective"
    )
    return re.compile(rf"\b(?:{words})(?: (?:at least|at the latest|about|around|as late as))?\s*$", re.IGNORECASE)


_OPENS = re.compile(r"\b(?:until|till|by|before|since|through|prior to|(?:no|not) later than)\s*$", re.IGNORECASE)
_BY = re.compile(r"\bby\s*$", re.IGNORECASE)
# "By Friday the army was to withdraw": told of before it is so.
_STILL_TO = re.compile(
    r"\b(?:(?:was|were|is|are|had|has|have|ought) to|(?:expected|scheduled|due|supposed|set|meant|slated|about|likely|"
    r"told|asked|ordered|urged|required) to|wanted|hoped|needed|wished|would|should|must|could|might|will|can|may)\b",
    re.IGNORECASE,
)
# "… gave way Monday, and by Tuesday night most of the city was under water": the clause begins with it.
_BY_FIRST = re.compile(r"(?:^|[,:]|\b(?:and|but))\s*by\s*$", re.IGNORECASE)
# "Postponed in March, the visit will now be paid": the sentence begins with what was done.
_DONE_FIRST = re.compile(r"^[\"'“‘(]?[A-Z][a-z]{2,}ed(?: off| back| again)? (?:in|on)\s*$")
_MOVED_FROM = re.compile(rf"\b(?P<moved>{RESCHEDULED}|delayed|moved)\b[^.;,]{{0,30}}\bfrom\s*$", re.IGNORECASE)
# "The fair runs through Thursday", "flights are suspended from Friday": how it is from now on.
_ORDERED = (
    r"(?:is|are) (?:suspended|banned|barred|closed|shut|cancell?ed|halted|grounded|prohibited|forbidden|restricted|"
    r"limited|required|allowed|permitted|extended|booked|open|off|frozen)"
)
_HOLDS_ON = re.compile(
    rf"\b(?:(?:runs?|lasts?|applies|apply|{_ORDERED})(?: for [^.;,]{{1,20}}?)? from|"
    r"(?<!had )to (?:extend|prolong|renew|fund|finance|keep)\b[^.;,]{1,60} (?:through|thru|until|till|to)|"
    rf"(?:runs?|lasts?|continues?|stays?|remains?|extends?|{_ORDERED})(?: \w+)?(?: from [^;,]{{1,20}})? "
    r"(?:through|thru|to)|(?:is|are|stays?|remains?) (?:open|closed|shut)(?: on)?)"
    r"\s*$",
    re.IGNORECASE,
)
# "originally planned for May": what was planned once may lie before or ahead.
_ONCE_PLANNED = re.compile(
    r"\b(?:originally|initially|first|previously) (?:planned|scheduled|due|set|slated|expected|meant|supposed)\b"
    r"[^.;,]{0,16}$",
    re.IGNORECASE,
)


@cache
def _ahead_if_nothing_else() -> re.Pattern[str]:
    near = "".join(
        rf"(?<!{word} )" for word in ("shortly", "just", "right", "minutes", "hours", "long", "soon", "well")
    )
    return re.compile(rf"\b{near}(?:before|prior to|ahead of)\s*$", re.IGNORECASE)


@cache
def _back_at_once() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:since|ended|as recently as|as late as|dated|"
        r"(?<!\bbe )(?<!\bcome )(?<!\bgo )(?<!\bis )(?<!\bare )(?<!['’]s )(?<!['’]re )back (?:in|on))\s*$",
        re.I,
    )


_AS_OF = re.compile(r"\bas of(?: late| early)? $", re.IGNORECASE)  # "as of Friday only eight had been freed"
_SO_THEN = re.compile(
    r"(?:\b(?:is|are|am)|['’](?:s|re|m)) (?:back|over|out|home|here|there|up|ready|open|done|due|away|off|free|gone)"
    r"(?: [\w’'-]+){0,3} in\s*$",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"(?:^|\b(?:in|by|until|till|since|from|to|through|during|before|after|between|and|or|of|for|as|at|this|on|around|about|"
    r"late|early|mid|next|last|ended|begun|due|beginning|starting)|[-,(])\s*$",
    re.IGNORECASE,
)


def is_adverbial(left: str, _right: str = "") -> bool:
    """Say whether an expression after these words tells when: "will be out in October", not "October figures"."""
    return bool(_ADVERBIAL.search(left[-24:]))


def direction(left: str, right: str) -> Direction:
    """Return where the neighbours of an expression point; `left` and `right` are the text before and after it."""
    if (at_once := _told_at_once(left, right)) is not None:
        return at_once
    if _ahead_at_once().search(left[-30:]):
        done = _BY.search(left[-8:]) and _is_done_by(sentence_tail(left), right)
        return Direction.PAST if done else Direction.FUTURE
    if _back_at_once().search(left[-24:]):
        return Direction.PAST
    if _HOLDS_ON.search(sentence_tail(left)):
        return Direction.FUTURE
    tail, head = sentence_tail(left), _sentence_head(right)
    before = _TOKEN.findall(tail)[-_REACH:]
    if is_attributive(before):
        return Direction.NONE
    if _DONE_FIRST.search(tail) and "," in head:
        return Direction.PAST
    if plans.is_called_off(tail, head):
        return Direction.FUTURE
    if plans.has_turned_out(tail) and _came_about(head):
        return Direction.PAST
    if (
        coming.is_before_it(tail)
        or coming.is_looked_to(tail, right)
        or (coming.is_proposed(tail) and not coming.is_over(right))
    ):
        return Direction.FUTURE
    found = _looking_left(before)
    if found is Direction.NONE:
        found = _looking_right(_TOKEN.findall(head)[:_REACH_AHEAD])
    if found is Direction.NONE and (_ahead_if_nothing_else().search(left[-24:]) or coming.is_awaited(tail)):
        return Direction.FUTURE
    return found


def _told_at_once(left: str, right: str) -> Direction | None:
    """Return where an expression points by the words next to it alone, None where these do not tell."""
    if _ONCE_PLANNED.search(left[-90:]):
        return Direction.NONE
    if is_moved_to(left) or headlines.looks_ahead(left, right):
        return Direction.FUTURE
    said = _looking_right(_TOKEN.findall(_sentence_head(right))[:_REACH_AHEAD]) if _AS_OF.search(left[-16:]) else None
    return None if said is Direction.NONE else said


def _came_about(head: str) -> bool:
    """Say whether what was planned came about otherwise: "was due to land on Sunday, but never arrived"."""
    return _looking_right(_TOKEN.findall(plans.what_came(head))[:_REACH_AHEAD]) is Direction.PAST


def is_tentative(left: str, right: str) -> bool:
    """Say whether a sentence looks ahead from what is over: "promised to come in May", "was planned for May".

    Such a month may be over, too, where it is nearer.
    """
    tail, head = sentence_tail(left), _sentence_head(right)
    return plans.is_called_off(tail, head) or _looking_left(_TOKEN.findall(tail)[-_REACH:], promised=False) is (
        Direction.PAST
    )


def tells_what_was(left: str) -> bool:
    """Say whether the verb next before a date tells of what was done: "met in Rome from", not "said its talks from"."""
    tokens = _TOKEN.findall(sentence_tail(left))[-_NEAR:]
    for i in range(len(tokens) - 1, 0, -1):
        word, before = tokens[i].lower(), tokens[i - 1].lower()
        if word in _FUTURE or word in ("to", "is", "are", "be", "being", ",", "of", "for"):
            return False
        if is_past(tokens[i]):
            return word not in _ANNOUNCED and before not in ("be", "is", "are", "been", "to", "being")
    return False


def tells_what_will_be(left: str) -> bool:
    """Say whether the verb next before a date says outright that it lies ahead: "will meet from"."""
    return bool(_WILL.search(sentence_tail(left)))


def clause_direction(left: str, right: str) -> Direction:
    """Return where the verb of a clause points, whatever preposition stands before the expression."""
    tail = _OPENS.sub("", sentence_tail(left))
    found = _looking_left(_TOKEN.findall(tail)[-_REACH:])
    if found is not Direction.NONE:
        return found
    return _looking_right(_TOKEN.findall(_sentence_head(right))[:_REACH_AHEAD])


def called_off_on(left: str, right: str) -> int | None:
    """Return the weekday on which a plan was called off, None where the sentence tells of none or says no day."""
    tail, head = sentence_tail(left), _sentence_head(right)
    return plans.told_on(tail, head) if plans.is_called_off(tail, head) else None


def is_back_home(tail: str) -> bool:
    """Say whether a sentence in the present breaks off before when something will be so: "is back in"."""
    return bool(_SO_THEN.search(tail))


def _is_done_by(tail: str, right: str) -> bool:
    """Say whether what is told of "by Friday" has come about, from the sentence before and after it."""
    if has_come_of_it(tail):
        return True
    if not _BY_FIRST.search(tail):
        return False
    clause = _sentence_head(right).lstrip(" ,").partition(",")[0]  # "By May, the village had been left"
    if _STILL_TO.search(clause):
        return False
    return _looking_right(_TOKEN.findall(clause)[:_REACH_AHEAD]) is Direction.PAST


def sentence_tail(left: str) -> str:
    """Return what of `left` belongs to the sentence that goes on after it."""
    return last_sentences(left[-160:])[1]


@lru_cache(maxsize=16)  # several rules ask of the text before one expression
def last_sentences(left: str) -> tuple[str, str]:
    """Return the sentence before the one that `left` breaks off in ("" where a line begins between), and this one."""
    ends = [m for m in _SENTENCE_END.finditer(left) if not _ABBREVIATED.search(left[: m.start() + 1])]
    current = ends[-1].end() if ends else 0
    begin = ends[-2].end() if len(ends) > 1 else 0
    apart = bool(ends) and any(c in ends[-1][0] for c in "\n\r")
    return "" if apart or not ends else left[begin : ends[-1].start()], left[current:]


@lru_cache(maxsize=16)
def _sentence_head(right: str) -> str:
    head = right[:160]
    for match in _SENTENCE_END.finditer(head):
        if not _ABBREVIATED.search(head[: match.start() + 1]):
            return head[: match.start()]
    return head


def is_attributive(before: list[str]) -> bool:
    """Say whether a determiner stands before the expression: "the Thursday ruling" says nothing of the verb."""
    return bool(before) and (before[-1].lower() in DETERMINERS or before[-1].endswith(("'s", "’s")))


def _looking_left(tokens: list[str], *, promised: bool = True) -> Direction:
    infinitive, verb = False, ""
    for i in range(len(tokens) - 1, -1, -1):
        word = tokens[i].lower()
        following = tokens[i + 1] if i + 1 < len(tokens) else ""
        if (
            (word.endswith(_PARTICIPLES) or word in PAST)
            and i
            and tokens[i - 1].lower() in ("be", "being", "get", "remain", "stay", "to")
        ):
            continue  # "should be completed": the verb that tells stands before it
        if word in _ALIKE and i and tokens[i - 1].lower() in _BEFORE_LAST:
            continue
        if word in _PLANNED and i > 1 and tokens[i - 1].lower() == "been" and tokens[i - 2].lower() == "had":
            return Direction.PAST  # "had been due in court on Monday": nobody says so beforehand
        if _points_ahead(tokens, i):
            return Direction.FUTURE
        if verb and promised and following == "to" and plans.is_commitment(word) and plans.leads_ahead(tokens, i, verb):
            return Direction.FUTURE
        lasting = word == "last" and i and tokens[i - 1].lower() in _BEFORE_LAST
        if lasting or (verb and word in _THEN):
            continue  # "agreed last week to meet": what was agreed comes after; "will last"
        if is_past(tokens[i]) and not is_participle_of_noun(tokens, i):
            ahead = verb and promised and plans.leads_ahead(tokens, i, verb)
            return Direction.FUTURE if ahead else Direction.PAST
        if word in _SETTLED and following == "to":
            return Direction.PAST
        if word == "to" and following.islower() and following not in DETERMINERS:
            infinitive = True
            verb = verb or plans.infinitive_of(tokens, i)
    return Direction.FUTURE if infinitive else Direction.NONE


def _points_ahead(tokens: list[str], i: int) -> bool:
    """Say whether a word tells of what is to come: "will", "is to", "is meeting", "set for", "plans"."""
    word, following = tokens[i].lower(), (tokens[i + 1].lower() if i + 1 < len(tokens) else "")
    if word in _UNDER_WAY | _FORESEEN and i and tokens[i - 1].lower() in ("is", "are"):
        return True
    if word == "set" and following in _SET_FOR:
        return True
    if word in ("is", "are", "be") and following in _STILL:
        following = tokens[i + 2].lower() if i + 2 < len(tokens) else ""
    if word in ("is", "are", "be") and following in ("to", "on", "in"):
        return True
    if word == "plan" and i > 1 and tokens[i - 1].lower() in DETERMINERS and following not in ("to", "for"):
        return not any(is_past(token) for token in tokens[max(0, i - 4) : i - 1])  # "unveiled its plan on Monday"
    if word.endswith(("'ll", "’ll", "'d", "’d")) or (word in _FUTURE and tokens[i][0].islower()):
        return True
    return is_fixed_ahead(tokens, i) or bool(i and is_passive(tokens, i - 1))


def _looking_right(tokens: list[str]) -> Direction:
    for i, token in enumerate(tokens):
        following = tokens[i + 1].lower() if i + 1 < len(tokens) else ""
        word = token.lower()
        if is_fixed_ahead(tokens, i) or (word in ("is", "are") and following in _FORESEEN):
            return Direction.FUTURE
        if word in _NOUNS_ALONE and following != "to":
            continue
        if (word in _FUTURE and token[0].islower()) or (word in ("is", "are") and following in ("to", "set", "due")):
            return Direction.FUTURE
        if is_past(token) and not _is_of_now(tokens, i):
            return Direction.PAST
    return Direction.NONE


def _is_of_now(tokens: list[str], i: int) -> bool:
    """Say whether a participle tells how something is: "is sold out", "is keenly awaited"."""
    before = i - 2 if i > 1 and tokens[i - 1].endswith("ly") else i - 1
    return before >= 0 and tokens[before] in ("is", "are")


def is_moved_from(left: str, _right: str = "") -> Direction | None:
    """Say whether something is moved from what follows: "put off from"; what is brought forward was to come later."""
    moved = _MOVED_FROM.search(left[-80:])
    if moved is None:
        return None
    return Direction.FUTURE if moved["moved"].lower().startswith("brought") else Direction.NONE


_THEN_AHEAD = re.compile(r"\b(?:would|was to|were to|had to)\b")
_UP_TO_NOW = re.compile(r"\b(?:has|have)\b|\w[’'](?:ve|s been)\b")


def is_then_ahead(left: str, right: str) -> bool:
    """Say whether a sentence tells of what was ahead of a time it tells of, not of publication: "would close"."""
    return bool(_THEN_AHEAD.search(left) or _THEN_AHEAD.search(right))


def is_up_to_now(left: str, right: str) -> bool:
    """Say whether a sentence tells of what goes on until publication: "has fallen since"."""
    return bool(_UP_TO_NOW.search(left) or _UP_TO_NOW.search(right))


_SINCE = re.compile(r"\bsince(?: (?:about|around|at least))?\s*$", re.IGNORECASE)
ENGLISH = Cues(
    direction, is_adverbial, is_moved_from, clause_direction, last_sentences, is_then_ahead, is_up_to_now,
    lambda left, _right: bool(_SINCE.search(left[-20:])),
)  # fmt: skip
