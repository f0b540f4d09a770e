"""Who is meant by "he", "they" and "the two ministers", and what "the talks" carry on: fillers told of before."""

import re
from collections.abc import Collection, Sequence

from msgspec.structs import replace

from dateline.assist.lexicon import key_of
from dateline.assist.quotes import speakers
from dateline.assist.role_kinds import AGENTS, EQUALS, TARGETS, of_equals
from dateline.assist.role_rules import Guess, Setting
from dateline.model.annotation import Layer, Mention
from dateline.model.occurrence import ACTORS, PERSONS
from dateline.model.page import Page
from dateline.model.schema import Role
from dateline.model.text import Span, sentence_at

_SCORE = 0.6  # of a fair guess
_REACH = 600  # code points back to who was named last
_FURTHER = 3_000  # and to what "the talks" were told of
# Whom the verb goes back to, and nothing but words of the verb between.
_VERB = (
    r"(?:(?: (?:will|would|could|may|might|can|should|shall|must|had|has|have|is|are|was|were|also|then|later|now|not|"
    r"never|already|soon|first|again|both|last|due|to|planned|plans?|expected|going|about|even|"
    r"want(?:s|ed)?|hopes?|hoped|aims?|intends?|intended|mean|agreed|ready|willing|determined|seek|\w+ly))*)\s+$"
)
_ONE = re.compile(rf"\b(?P<who>he|she){_VERB}", re.IGNORECASE)
_SEVERAL = re.compile(
    rf"\b(?P<who>they|both|both (?:of them|\w+s|men|women)|(?:the|these|those) two(?: [\w-]+){{0,3}}?|the pair){_VERB}",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"men|women|ministers?|presidents?|leaders?|chiefs?|diplomats?|envoys?|officials?|premiers?|heads?|kings?"
)
_STATES = re.compile(r"states?|countr(?:y|ies)|nations?|governments?|capitals?|neighbou?rs?|powers?|allies|republics?")
_ANOTHER = re.compile(
    r"next|another|other|new|last|first|second|third|fourth|fifth|\w+th|earlier|previous|later|more|\d\w*"
)
_BETWEEN_THEM = re.compile(
    r"\s+(?:between|among)\s+(?P<who>them|both(?: \w+)?|the (?:two|three)(?: \w+)?)\b", re.IGNORECASE
)
_GOES_ON = re.compile(rf"\b(?:and|then|but)(?: (?:mean|intend|plan|hope|want|agree)s? to)?{_VERB}")
_HIM = re.compile(
    r"(?:\s+with)?\s+(?:him|them|her(?=\s*(?:[.,;]|in\b|on\b|at\b|for\b|to\b|and\b|as\b|of\b))|"
    r"(?:his|her|their) (?:guests?|hosts?|visitors?|counterparts?|colleagues?|opposite number)\b(?!\s+[A-Z]))"
)
_THE = re.compile(r"\b(?:the|this|that|these|those|their)\s+$", re.IGNORECASE)


def carried(page: Page, setting: Setting, found: Sequence[Guess], refused: Collection[str]) -> list[Guess]:
    """Return guesses for roles that nothing in the event's own clause fills, from who and what was told of before."""
    event = setting.event
    filled = {a.role.casefold() for a in page.arguments_of(event.id)}
    out = [] if filled else _same_again(page, setting, found)
    if not out and filled.isdisjoint(ACTORS):
        out = _who_speaks(page, setting, found)
        if not out and not any(_acts(page, g, event) for g in found):
            out = _who_is_meant(page, setting)
        out += _whom_is_meant(page, setting, [*found, *out])
        out = [replace(g, mention_id=_nearest(page, event, page.mentions[g.mention_id]).id) for g in out]
    there = {g.mention_id for g in found}
    return [g for g in out if g.mention_id not in refused and g.mention_id not in there]


def _nearest(page: Page, event: Mention, mention: Mention) -> Mention:
    """Return where the same one was named last before the event: that is what the words point back to."""
    near = (
        m
        for m in page.mentions.values()
        if m.label == mention.label and mention.span.begin < m.span.begin and m.span.end < event.span.begin
    )
    return max((m for m in near if _is_same(page.text, m, mention)), key=lambda m: m.span, default=mention)


def _acts(page: Page, guess: Guess, event: Mention) -> bool:
    """Say whether it is guessed who acts, or takes part, before the event's words."""
    name = guess.role.casefold()
    return name in ACTORS and page.mentions[guess.mention_id].span < event.span


def _who_speaks(page: Page, setting: Setting, found: Sequence[Guess]) -> list[Guess]:
    """In "We could host a summit," Dahl said, it is Dahl."""
    event, sentence = setting.event, sentence_at(page.text, setting.event.span.begin)
    if sentence is None or any(
        page.mentions[g.mention_id].span < event.span for g in found if g.role.casefold() in ACTORS
    ):
        return []
    return _as_guesses(setting, speakers(page.text, sentence, event, setting.near))


def _who_is_meant(page: Page, setting: Setting) -> list[Guess]:
    """Return whom a pronoun before the event's verb stands for, as who acts or who takes part."""
    event, sentence = setting.event, sentence_at(page.text, setting.event.span.begin)
    if sentence is None:
        return []
    ahead = page.text[sentence.begin : event.span.begin]
    several, between = _SEVERAL.search(ahead), _BETWEEN_THEM.match(page.text, event.span.end)
    word = between or several or _ONE.search(ahead)
    if word is None:
        went_on = (
            _who_went_on(page, setting, sentence) if _GOES_ON.search(ahead) else []
        )  # all arguments are gone through
        return _as_guesses(setting, went_on)
    called, two = word["who"].casefold().split()[-1], bool(several or between)
    named = _named_before(setting, sentence.begin + word.start(), called, several=True) if several else []
    if not two:
        named = _named_before(setting, sentence.begin + word.start(), called, several=False)
    named = named or _told_before(page, setting, sentence.begin, called, several=two)
    return _as_guesses(setting, named, together=between is not None)


def _as_guesses(setting: Setting, who: Sequence[Mention], *, together: bool = False) -> list[Guess]:
    role = _role_for(setting, len(who), together=together)
    return [Guess(role.name, m.id, _SCORE) for m in who if role and m.label in role.fillers]


def _who_went_on(page: Page, setting: Setting, sentence: Span) -> list[Mention]:
    """In "They opened it and mean to celebrate" it is who opened it that celebrates."""
    event, text = setting.event, page.text
    before = [
        m
        for i in {a.event_id for a in page.arguments.values()}
        if (m := page.mentions.get(i)) and sentence.begin <= m.span.begin and m.span.end < event.span.begin
    ]
    if not before:
        return []
    last = max(before, key=lambda m: m.span)
    subjects = (m for m in setting.outer if last.span.end < m.span.begin < event.span.begin and m.layer is Layer.ENTITY)
    if not _GOES_ON.search(text[last.span.end : event.span.begin]) or any(subjects):
        return []
    return [m for m in _actors_of(page, last) if m.span.begin < event.span.begin]


def _whom_is_meant(page: Page, setting: Setting, found: Sequence[Guess]) -> list[Guess]:
    """In "Weber thanked his guest" and "received him" it is who was told of before, and is not Weber."""
    event, text = setting.event, page.text
    roles = {r.name.casefold(): r for r in setting.label.roles}
    names = EQUALS if setting.mutual else TARGETS
    role = next((roles[n] for n in names if n in roles), None)
    if role is None:
        return []
    sentence = sentence_at(text, event.span.begin)
    word = _HIM.match(text, event.span.end)
    acting = [page.mentions[g.mention_id] for g in found if g.role.casefold() in ACTORS]
    if sentence is None or word is None or not acting:
        return []
    if word[0].split()[-1] == "them":
        pairs = [_pair(_actors_of(page, e)) for e in _events_before(page, event, event.span.begin)]
        them = next((who for who in pairs if who and not any(_is_same(text, m, a) for m in who for a in acting)), [])
        return [Guess(role.name, m.id, _SCORE) for m in them if m.label in role.fillers]
    ahead = sorted((m for m in setting.near if m.span.end < event.span.begin), key=lambda m: m.span)
    near = [m for i in _events_before(page, event, sentence.begin) for m in _actors_of(page, i)]
    others = [
        m
        for m in (*reversed(ahead), *near)
        if m.label.upper() in PERSONS and m.label in role.fillers and not any(_is_same(text, m, a) for a in acting)
    ]
    return [Guess(role.name, m.id, _SCORE) for m in others[:1]]


def _is_same(text: str, one: Mention, other: Mention) -> bool:
    """Say whether two names are of one person, as far as their last words tell."""
    mine, theirs = key_of(one.text_of(text))[-1:], key_of(other.text_of(text))[-1:]
    return one.id == other.id or mine == theirs or (one.entity_id is not None and one.entity_id == other.entity_id)


def _named_before(setting: Setting, upto: int, called: str, *, several: bool) -> list[Mention]:
    """In "Weber said he would come" it is Weber; of several who are named before the first tells."""
    people = [m for m in setting.outer if m.label.upper() in PERSONS and m.span.end <= upto]
    people.sort(key=lambda m: m.span)
    if several:
        return people if len(people) > 1 and not _STATES.fullmatch(called) else []
    return people[:1]


def _told_before(page: Page, setting: Setting, begin: int, called: str, *, several: bool) -> list[Mention]:
    """Return who acted, or took part, in the event that was told of last."""
    for event in _events_before(page, setting.event, begin):
        found = _actors_of(page, event)
        who = (
            (_pair(found) or _with_a_crowd(page.text, found))
            if several
            else [m for m in found[:1] if m.label.upper() in PERSONS]
        )
        if who and _may_be_called(who[0], called):
            return who
    return []


def _may_be_called(who: Mention, called: str) -> bool:
    """Say whether "ministers" may be these, who are people, or "countries", who are none."""
    person = who.label.upper() in PERSONS
    return not (_STATES if person else _PEOPLE).fullmatch(called)


def _events_before(page: Page, event: Mention, begin: int) -> list[Mention]:
    """Return the events with fillers that stand before a sentence and near it, the nearest first."""
    events = {i for a in page.arguments.values() if (i := a.event_id) != event.id and i in page.mentions}
    near = [m for i in events if begin - _REACH <= (m := page.mentions[i]).span.begin < begin]
    return sorted(near, key=lambda m: m.span, reverse=True)


def _actors_of(page: Page, event: Mention) -> list[Mention]:
    """Return who acts in an event, takes part or is acted upon, in this order."""
    order = [*AGENTS, *EQUALS, *TARGETS]
    arguments = [a for a in page.arguments_of(event.id) if a.role.casefold() in order and a.filler_id in page.mentions]
    arguments.sort(key=lambda a: (order.index(a.role.casefold()), page.mentions[a.filler_id].span))
    return [page.mentions[i] for i in dict.fromkeys(a.filler_id for a in arguments)]


def _pair(who: list[Mention]) -> list[Mention]:
    return who if len({m.label for m in who}) == 1 and len(who) > 1 else []


def _with_a_crowd(text: str, who: list[Mention]) -> list[Mention]:
    """Return them if one of them is several already: "the foreign ministers"."""
    words = [m.text_of(text).split() for m in who]
    return who if any(w and w[-1].islower() and w[-1].endswith("s") for w in words) else []


def _role_for(setting: Setting, count: int, *, together: bool) -> Role | None:
    """Return the role of those who are meant: several take part, one acts."""
    aimed = any(lead.next for lead in setting.leads.values())
    together = together or setting.mutual or (count > 1 and not aimed and of_equals(setting.label))
    wanted = (*EQUALS, *AGENTS) if together else (*AGENTS, *EQUALS)
    roles = {r.name.casefold(): r for r in setting.label.roles}
    return next((roles[name] for name in wanted if name in roles), None)


def _same_again(page: Page, setting: Setting, found: Sequence[Guess]) -> list[Guess]:
    """Return what "the talks" have from the talks that were told of before, in roles that are guessed empty."""
    event, text = setting.event, page.text
    words = key_of(event.text_of(text))
    head = words[-1:]
    if (
        not head
        or any(_ANOTHER.fullmatch(w) for w in words)
        or not _THE.search(text, max(0, event.span.begin - 12), event.span.begin)
    ):
        return []
    guessed = {g.role for g in found}
    if any(g.role.casefold() in ACTORS for g in found):
        return []
    same = [
        m
        for m in page.mentions.values()
        if m.layer is Layer.EVENT
        and m.label == event.label
        and event.span.begin - _FURTHER <= m.span.begin < event.span.begin
        and key_of(m.text_of(text))[-1:] == head
        and page.arguments_of(m.id)
    ]
    if not same:
        return []
    last = max(same, key=lambda m: m.span)
    return [
        Guess(a.role, a.filler_id, _SCORE)
        for a in page.arguments_of(last.id)
        if a.role not in guessed and a.filler_id in page.mentions and setting.label.role(a.role)
    ]
