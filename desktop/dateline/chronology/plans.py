"""What was promised, planned or put off: where a day in such a clause lies."""

import re
from collections.abc import Sequence

from dateline.chronology.lexicon import WEEKDAYS, listed
from dateline.chronology.patterns import words
from dateline.model.moving_words import DROPPED, MOVED

# What is promised, wanted or asked for comes after the promise: "promised to visit Ankara in October" …
_COMMITS = listed(
    "promised pledged vowed planned hoped wanted intended aimed threatened invited wished prepared offered proposed "
    "agreed asked urged told begged encouraged committed undertook volunteered arranged resolved"
)
# … what was decided mostly goes with the day of the decision ("voted to cut aid in June"), unless it is a meeting.
_DECIDES = listed("decided voted ordered chose instructed required obliged advised signed announced")
_COMMITMENTS = listed(
    "plan promise pledge proposal offer invitation vow commitment intention hope request threat wish desire intent"
)
_AGREEMENTS = listed("agreement deal decision arrangement order summons")
_MEETINGS = listed(
    "meet visit return hold host attend appear resume reconvene convene gather travel fly go come speak testify play "
    "reopen depart arrive talk continue participate stay march strike protest rally vote"
)
_AT_ONCE = listed("buy sell pay acquire accept merge settle recognise recognize")  # done when they are agreed
_STRETCHES = listed("in by before during for within this next")  # stand before months and years, "on" before days
_NARROWED = listed("late early mid the")
_NOT_INFINITIVE = listed("new further more peace direct joint fresh full other similar closer date least most")
_BASES_IN_S = ("ss", "us", "discuss")

_OFF = re.compile(
    rf"(?<!\bhad been )(?<!\bhad )\b(?:{MOVED}|{DROPPED}|banned|calls off|cancels|postpones|"
    r"scraps|postponing|cancelling|canceling|calling off|"
    r"(?:put|puts|called|calls)(?: \w+){1,3} off)\b",
    re.IGNORECASE,
)
_PLANNED_THEN = re.compile(
    r"\b(?:(?P<past>had(?: \w+ly| long| already| also)? been|had|was|were)(?: \w+ly| also)? )?"
    r"(?P<plan>planned|planning|scheduled|due|expected|slated|set|supposed|meant|arranged|fixed|intended|hoped|"
    r"to(?! have\b))\b"
    r"(?P<rest>[^,;:—]{0,60})$"
)
_FINITE = re.compile(
    r"\b(?<!be )(?<!been )(?<!being )(?:[a-z]{3,}ed|was|were|had|took|held|came|went|began|made|met)\b"
)
_TURNED_OUT = re.compile(r"^[^.;]{0,40}?,? (?:but|yet|though|although|and yet)\b(?P<rest>.*)")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_TOLD_ON = re.compile(
    rf"\b(?:{MOVED}|{DROPPED}|banned|said|announced|told|"
    r"reported|confirmed)\b(?P<between>[^.;]{0,40}?)\b"
    rf"(?P<weekday>{words(w for w in WEEKDAYS if w.endswith('day'))})\b",
    re.IGNORECASE,
)
_ANOTHERS_DAY = re.compile(r"\b(?:to|until|till|for|from|by|before|after)\s*$", re.IGNORECASE)


def infinitive_of(tokens: Sequence[str], i: int) -> str:
    """Return the verb behind a "to", "" where that is no infinitive: "agreed to terms", "said to reporters"."""
    word = tokens[i + 1] if tokens[i].lower() == "to" and i + 1 < len(tokens) else ""
    if not word.islower() or not word.isalpha() or word in _NOT_INFINITIVE:
        return ""
    plural = word.endswith("s") and not word.endswith(_BASES_IN_S)
    return "" if plural or word.endswith(("ing", "tion", "ed")) else word


def leads_ahead(tokens: Sequence[str], i: int, verb: str) -> bool:
    """Say whether a past verb (or noun) before an infinitive tells of what lies ahead of it.

    Of a day it is taken only of what has its day, such as a meeting: "vowed to fight on Friday" is when he vowed.
    """
    word = tokens[i].lower()
    if i and tokens[i - 1].lower() == "had":
        return False
    if word == "agreed" and verb in _AT_ONCE:
        return False
    if word in _COMMITS | _COMMITMENTS:
        return verb in _MEETINGS or _is_stretch(tokens)
    return word in _DECIDES | _AGREEMENTS and verb in _MEETINGS


def is_commitment(word: str) -> bool:
    """Say whether a noun before an infinitive may tell of what lies ahead: "announced a plan to visit"."""
    return word.lower() in _COMMITMENTS | _AGREEMENTS


def _is_stretch(tokens: Sequence[str]) -> bool:
    last = [t.lower() for t in tokens[-3:] if t.lower() not in _NARROWED and t != "-"]
    return bool(last) and last[-1] in _STRETCHES


def is_called_off(tail: str, head: str) -> bool:
    """Say whether a day was planned for something whose postponement or end is the news.

    `tail` and `head` are what stands of the sentence before and after the day: "has put off his visit, which had been
    planned for", "A meeting that was due on … has been called off". A year in the sentence makes it history.
    """
    plan = _plan(tail)
    if plan is None or _YEAR.search(tail) or _YEAR.search(head):
        return False
    return bool(_OFF.search(tail[: plan.start()]) or _OFF.search(head))


def has_turned_out(tail: str) -> bool:
    """Say whether a sentence tells before a day that it was once planned: "was scheduled for"."""
    plan = _plan(tail)
    return plan is not None and bool(plan["past"])


def what_came(head: str) -> str:
    """Return what a sentence tells of what came of a plan: behind its "but"."""
    match = _TURNED_OUT.match(head)
    return match["rest"] if match else ""


def _plan(tail: str) -> re.Match[str] | None:
    plan = _PLANNED_THEN.search(tail)
    if plan is None or _FINITE.search(plan["rest"]):
        return None
    if plan["plan"] in ("to", "hoped", "expected", "planning") and plan["past"] is None:
        return None
    return plan


def told_on(tail: str, head: str) -> int | None:
    """Return the weekday on which a sentence says that something was called off or told, None where it says none."""
    for part in (head, tail):
        for match in _TOLD_ON.finditer(part):
            if not _ANOTHERS_DAY.search(match["between"]):
                return WEEKDAYS[match["weekday"].lower()]
    return None
