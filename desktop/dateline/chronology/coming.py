"""Events named by a noun that lie ahead without a verb saying so: "proposed a summit in August", "the vote on Sunday".

News speaks of what has its day beforehand by the noun alone. A past verb beside it makes it the past ("the vote on
Sunday was close"), unless it is one of proposing, or what is told is what is so before ("has gained ground ahead of").
"""

import re

_EVENT = (
    r"(?:summit|meeting|conference|congress|talks|negotiations|round|session|visit|trip|tour|vote|ballot|referendum|"
    r"election|elections|by-election|poll|polls|primary|primaries|run-?off|debate|hearing|trial|verdict|ruling|strike|"
    r"walkout|stoppage|boycott|rally|march|protest|protests|demonstration|truce|ceasefire|cease-fire|match|game|"
    r"final|semi-final|semifinal|derby|fight|bout|race|launch|auction|decision|announcement|speech|address|briefing|"
    r"inauguration|ceremony|funeral|coronation|wedding|festival|concert|exhibition|opening|handover|deadline|"
    r"launch|flight|exercise|exercises|drill|drills|consultation|forum|convention|gathering|reunion|release|census)s?"
)
# What the event is of or with, as long as nothing else is told between it and its day.
_OF = r"(?: (?!(?:was|were|had|has|have|is|are|will|that|which|who|after|held|killed)\b)[\w’'-]+){0,6}?"
_ASKED = (
    r"(?:proposed|suggested|offered|urged|demanded|requested|sought|advocated|recommended|floated|mooted|"
    r"(?:called|asked|pressed|pushed|appealed|campaigned|lobbied) (?:\w+ )?for)"
)
_HAVE_ASKED = (
    rf"(?:has|have|['’]ve|['’]s)(?: \w+ly| also| now| already)? (?:{_ASKED}|invited|called|announced|agreed|set)"
)
_STRETCH = r"(?:in|by|before|for|during)(?: (?:late|early|mid|the))*[ -]?"
_PROPOSED = re.compile(
    rf"(?<!had )\b{_ASKED}(?: (?!(?:was|were|had|who|which|that)\b)[\w’'-]+){{0,8}}? {_EVENT}{_OF},? {_STRETCH}$", re.I
)
_HAS_PROPOSED = re.compile(
    rf"{_HAVE_ASKED}(?: (?!(?:was|were|had|who|which|that)\b)[\w’'-]+){{0,8}}? {_EVENT}{_OF} (?:on|for|in|by) $", re.I
)
_CALLED_FOR = re.compile(  # "called an election for June 8"
    r"\b(?:calls?|called|schedules?|scheduled|fixes|fixed|sets?|books?|booked|convenes?|convened) "
    rf"(?:(?!(?:was|were|had|who|which|that|for)\b)[\w’'-]+ ){{0,5}}?{_EVENT}{_OF} for(?: late| early| mid)?[ -]$",
    re.IGNORECASE,
)
# The day of an event that has its article, which headlines leave out: "the cup final on", "the bank's decision on".
_HELD_ON = (
    rf"\b(?:the|this|his|her|their|its|[\w-]+['’]s?)(?: (?!(?:of|on|in|at|to|and|that|who)\b)[\w’'-]+){{0,4}}? "
    rf"{_EVENT}{_OF} (?:on|this|later on)(?: late| early)? $"
)
_AWAITED = re.compile(_HELD_ON, re.I)
_BEFORE_IT = re.compile(
    r"\b(?:has|have|is|are|['’](?:ve|s|re))(?: [\w’'-]+){0,12}? "
    r"(?:ahead of|before|in advance of|prior to|in the run-up to|in preparation for|on the eve of) "
    rf"(?:\w+[\w ’'-]{{0,30}} )?{_EVENT}{_OF} (?:on|this|later on)(?: late| early)? $",
    re.I,
)
# What is told of an event when it is over: "reports of fraud in the election on", "still talking about the final on".
_AFTERMATH = re.compile(
    r"\b(?:still|reports?|results?|fraud|turnout|winners?|losers?|defeat|victory|aftermath|fallout|reeling|recovering|"
    r"mourn\w*|blam\w+|den(?:y|ies)|regrets?|complain\w*|accus\w+|dead|injured|wounded|footage|videos?|witness\w*)\b",
    re.I,
)
_AFTER = re.compile(r"\b(?:after|since|following|from)\s+$", re.I)


# What is looked forward to by its day: "rose ahead of Friday's jobs report", "awaited Thursday's ruling".
_LOOKED_TO = re.compile(
    r"(?<!\bhad )(?<!\bhaving )\b(?:(?:ahead|in advance) of|in the run-up to|on the eve of|"
    r"await(?:s|ed|ing)?|anticipat(?:es?|ed|ing)|look(?:s|ed|ing)? (?:ahead|forward) to|"
    r"(?:wait(?:s|ed|ing)?|brac(?:es?|ed|ing)(?: \w+sel(?:f|ves))?|prepar(?:es?|ing)|gear(?:s|ing)? up) for)"
    r"(?: the)?\s$",
    re.IGNORECASE,
)
_LONG_OVER = re.compile(r"\b(?:ago|last|earlier|previous(?:ly)?|in \d{4}|yesterday)\b", re.IGNORECASE)


# What became of a proposal: "…, which Kyiv rejected", "… and was ignored", "…; it was held in", "…, but nobody came".
_OVER = re.compile(
    r"[,;] (?:which|but|though|although|only|nobody|no one)\b"
    r"|[;,] (?:it|they|this|that)(?: \w+ly)? (?:was|were|had|did)\b"
    r"|\bbut (?:it|they|this|that)\b|[,;] (?:and )?then \w+ed\b"
    r"|\band (?:was|were|got|met with|received|found)\b|\b(?:records?|minutes|documents?|archives?) show",
    re.I,
)


_HAVE = re.compile(r"(?:\b(?:has|have)|['’](?:ve|s))(?: \w+)? $", re.I)
# "What we know about the trial on Monday": asked before and after it alike.
_ASKED_OF = re.compile(
    r"\b(?:what|all|everything|the little|how much)(?: (?:that )?we|['’]s| is| was)(?: now| already)? known?\b", re.I
)


def was_proposed(tail: str) -> bool:
    """Say whether an event was proposed in the simple past, so that its time may be over: "called for a strike in"."""
    proposed = _PROPOSED.search(tail)
    return proposed is not None and not _HAVE.search(tail[: proposed.start()])


def is_asked_of(tail: str, head: str) -> bool:
    """Say whether a headline asks what is known of an event, which it does before its day and after it alike."""
    return bool(_ASKED_OF.search(tail) or _ASKED_OF.search(head[:60])) and is_awaited(tail)


def tells_aftermath(tail: str) -> bool:
    """Say whether a sentence tells of what an event left behind: "turnout in the", "the winners of the"."""
    return bool(_AFTERMATH.search(tail))


def is_over(right: str) -> bool:
    """Say whether the rest of the sentence tells what became of what was proposed: then its time is past."""
    return bool(_OVER.search(right[:160].partition(". ")[0]))


def is_proposed(tail: str) -> bool:
    """Say whether a sentence proposes an event for the time it breaks off before: "called for a strike in"."""
    return bool(_PROPOSED.search(tail) or _HAS_PROPOSED.search(tail) or _CALLED_FOR.search(tail))


def is_awaited(tail: str) -> bool:
    """Say whether a sentence without a verb of its time breaks off before the day of an event: "the cup final on"."""
    met = _AWAITED.search(tail)
    return met is not None and not _AFTER.search(tail[: met.start()]) and not _AFTERMATH.search(tail)


def is_looked_to(tail: str, right: str) -> bool:
    """Say whether a sentence looks forward to what is called by its day: "ahead of" before "Friday's vote"."""
    called_so = re.match(r"['’]s [a-z]", right)
    return called_so is not None and bool(_LOOKED_TO.search(tail)) and not _LONG_OVER.search(tail)


def is_before_it(tail: str) -> bool:
    """Say whether what is told is so before an event whose day follows: "has gained ground ahead of the vote on"."""
    met = _BEFORE_IT.search(tail)
    return met is not None and not re.search(r"\b(?:was|were|had|did)\b", met[0])
