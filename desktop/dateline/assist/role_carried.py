"""Who is meant by "he", "they" and "the two ministers", and what "the talks" carry on: fillers told of before."""

import re
from collections.abc import Collection, Sequence

from dateline.assist.lexicon import key_of
from dateline.assist.role_kinds import AGENTS, EQUALS, TARGETS, of_equals
from dateline.assist.role_rules import Guess, Setting
from dateline.model.annotation import Layer, Mention
from dateline.model.occurrence import ACTORS, PERSONS
from dateline.model.page import Page
from dateline.model.schema import Role
from dateline.model.text import sentence_at

_SCORE = 0.6  # of a fair guess
_REACH = 600  # code points back to who was named last
_FURTHER = 3_000  # and to what "the talks" were told of
# Whom the verb goes back to, and nothing but words of the verb between.
_VERB = (
    r"(?:(?: (?:will|would|could|may|might|can|should|shall|must|had|has|have|is|are|was|were|also|then|later|now|not|"
    r"never|already|soon|first|again|both|jointly|last|due|to|planned|plans?|expected|going|about|\w+ly))*)\s+$"
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
    r"next|another|other|new|last|first|second|third|fourth|fifth|\w+th|earlier|previous|later|more|\d+\w*"
)
_THE = re.compile(r"\b(?:the|this|that|these|those|their)\s+$", re.IGNORECASE)


def carried(page: Page, setting: Setting, found: Sequence[Guess], refused: Collection[str]) -> list[Guess]:
    """Return guesses for roles that nothing in the event's own clause fills, from who and what was told of before."""
    event = setting.event
    filled = {a.role.casefold() for a in page.arguments_of(event.id)}
    out = [] if filled else _same_again(page, setting, found)
    if not out and filled.isdisjoint(ACTORS) and not any(_acts(page, g, event) for g in found):
        out = _who_is_meant(page, setting)
    there = {g.mention_id for g in found}
    return [g for g in out if g.mention_id not in refused and g.mention_id not in there]


def _acts(page: Page, guess: Guess, event: Mention) -> bool:
    """Say whether it is guessed who acts, or takes part, before the event's words."""
    name = guess.role.casefold()
    return name in EQUALS or (name in ACTORS and page.mentions[guess.mention_id].span < event.span)


def _who_is_meant(page: Page, setting: Setting) -> list[Guess]:
    """Return whom a pronoun before the event's verb stands for, as who acts or who takes part."""
    sentence = sentence_at(page.text, setting.event.span.begin)
    if sentence is None:
        return []
    ahead = page.text[sentence.begin : setting.event.span.begin]
    several = _SEVERAL.search(ahead)
    word = several or _ONE.search(ahead)
    if word is None:
        return []
    upto = sentence.begin + word.start()
    called = word["who"].casefold().split()[-1]
    named = _named_before(setting, upto, called, several=several is not None)
    named = named or _told_before(page, setting, sentence.begin, called, several=several is not None)
    role = _role_for(setting, len(named))
    return [Guess(role.name, m.id, _SCORE) for m in named if role and m.label in role.fillers]


def _named_before(setting: Setting, upto: int, called: str, *, several: bool) -> list[Mention]:
    """In "Weber said he would come" it is Weber; of several who are named before the first tells."""
    people = [m for m in setting.outer if m.label.upper() in PERSONS and m.span.end <= upto]
    people.sort(key=lambda m: m.span)
    if several:
        return people if len(people) > 1 and not _STATES.fullmatch(called) else []
    return people[:1]


def _told_before(page: Page, setting: Setting, begin: int, called: str, *, several: bool) -> list[Mention]:
    """Return who acted, or took part, in the event that was told of last."""
    events = {i for a in page.arguments.values() if (i := a.event_id) != setting.event.id and i in page.mentions}
    near = [m for i in events if begin - _REACH <= (m := page.mentions[i]).span.begin < begin]
    for event in sorted(near, key=lambda m: m.span, reverse=True):
        who = _actors_of(page, event, several=several)
        if who and _may_be_called(who[0], called):
            return who
    return []


def _may_be_called(who: Mention, called: str) -> bool:
    """Say whether "ministers" may be these, who are people, or "countries", who are none."""
    person = who.label.upper() in PERSONS
    return not (_STATES if person else _PEOPLE).fullmatch(called)


def _actors_of(page: Page, event: Mention, *, several: bool) -> list[Mention]:
    order = [*AGENTS, *EQUALS, *TARGETS]
    arguments = [a for a in page.arguments_of(event.id) if a.role.casefold() in order and a.filler_id in page.mentions]
    arguments.sort(key=lambda a: (order.index(a.role.casefold()), page.mentions[a.filler_id].span))
    who = list(dict.fromkeys(a.filler_id for a in arguments))
    found = [page.mentions[i] for i in who]
    if several:
        return found if len({m.label for m in found}) == 1 and len(found) > 1 else []
    return [m for m in found[:1] if m.label.upper() in PERSONS]


def _role_for(setting: Setting, count: int) -> Role | None:
    """Return the role of those who are meant: several take part, one acts."""
    aimed = any(lead.next for lead in setting.leads.values())
    together = setting.mutual or (count > 1 and not aimed and of_equals(setting.label))
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
