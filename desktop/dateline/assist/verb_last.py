"""How an event is told of in languages whose verb stands last: by the first verb behind it, if that is its own."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from dateline.assist.told_around import Around, Saying, says
from dateline.assist.told_as import Told


def words(pattern: str) -> re.Pattern[str]:
    """Return the pattern of whole words, case aside."""
    return re.compile(pattern, re.IGNORECASE)


class VerbLast(Struct, frozen=True):
    """The words of a language, by what they are to an event.

    `ends`, `own` and `light` have groups that say what an ending does: `no`, `past`, `planned`, `possible`. `own` are
    verbs of what takes place, `light` those that make a verb of a noun, `does` what is done with the noun right before
    it, `toward` and `away` with one in the dative or ablative. `heads` are nouns that make the noun before them part of
    their own, `between` what may stand between a noun and its verb, `even` what may part a noun and its light verb.
    """

    ends: re.Pattern[str]
    no_verb: re.Pattern[str]
    own: re.Pattern[str]
    own_else: Mapping[str, re.Pattern[str]]
    light: re.Pattern[str]
    does: Mapping[str, re.Pattern[str]]
    toward: Mapping[str, re.Pattern[str]]
    away: Mapping[str, re.Pattern[str]]
    locative: re.Pattern[str]
    dative: re.Pattern[str]
    ablative: re.Pattern[str]
    setting: re.Pattern[str]
    attributes: Mapping[str, re.Pattern[str]]
    heads: re.Pattern[str]
    between: re.Pattern[str]
    even: re.Pattern[str]
    if_words: re.Pattern[str]
    meetings: re.Pattern[str]


_FURTHER = 8  # words from a noun to its verb


def told_verb_last(given: Around, known: VerbLast) -> tuple[Told, bool]:
    """Return how a clause tells of an event, and whether as of what is past."""
    if not given.words:
        return {}, False
    found = _of_a_verb(given, known) or _of_a_noun(given, known)
    condition = next((w for w in given.left if known.if_words.fullmatch(w)), "")
    if condition and found.told and not found.past:
        found = says("possible", condition)
    return dict(found.told), found.past


def _conjugated(match: re.Match[str]) -> Saying:
    kind = next((k for k in ("past", "planned", "possible") if match[k]), "")
    if match["no"]:
        kind = {"past": "not_past", "planned": "not_ahead"}.get(kind, "")
    return says(kind, match[0])


def _of_a_verb(given: Around, known: VerbLast) -> Saying | None:
    """What a verb that is the trigger says; None where the trigger is a noun."""
    last, after = given.words[-1], given.right[0] if given.right else ""
    for form in (" ".join(given.words[-2:]), last):
        match = known.ends.fullmatch(form) or (known.own.fullmatch(form) if len(given.words) > 1 else None)
        if match and not known.no_verb.fullmatch(last):
            return _conjugated(match)
    if known.even.fullmatch(after) and len(given.right) > 1:
        after = given.right[1]
    light = known.light.fullmatch(after)
    if light and not _is_cased(last, known):
        return _conjugated(light)
    return None


def _is_cased(word: str, known: VerbLast) -> bool:
    return any(case.fullmatch(word) for case in (known.locative, known.ablative))


def _pairs(right: Sequence[str], at: int) -> tuple[str, ...]:
    return (" ".join(right[at : at + 3]), " ".join(right[at : at + 2]), right[at])


def _kind(table: Mapping[str, re.Pattern[str]], forms: Sequence[str]) -> Saying | None:
    for form in forms:
        for kind, pattern in table.items():
            if pattern.fullmatch(form):
                return says(kind, form)
    return None


def _of_a_noun(given: Around, known: VerbLast) -> Saying:
    word, right = given.words[-1], given.right
    after = right[0].lower() if right else ""
    attribute = _attribute(given.left, known)
    if known.setting.fullmatch(after) or (known.locative.fullmatch(word) and word.lower() not in ("da", "de")):
        last = right[-1] if right else ""
        ends = known.ends.fullmatch(last) or known.own.fullmatch(last) or known.light.fullmatch(last)
        done = bool(ends and ends["past"]) and not known.no_verb.fullmatch(last)
        return Saying(past=True) if done else attribute
    if not right:
        return attribute
    called = known.meetings.fullmatch(word)
    forms = _pairs(right, 0)
    for case, table in ((known.dative, known.toward), (known.ablative, known.away)):
        if case.fullmatch(word) and (found := _kind(table, forms)):
            return found if called or len(found.told) == 1 else attribute
    if found := _kind(known.does, forms):
        return found if called or not _is_off(known, forms) else attribute
    found = _behind(right, known, called=bool(called))
    if found is None or found.past:
        return found or attribute
    return Saying({**attribute.told, **found.told})


def _is_off(known: VerbLast, forms: Sequence[str]) -> bool:
    return any(known.does[kind].fullmatch(form) for kind in ("off", "put_off") for form in forms)


def _attribute(left: Sequence[str], known: VerbLast) -> Saying:
    """What is said of a noun right before it; one word may stand between, "yapılacak üçlü zirve"."""
    for at in range(len(left) - 1, max(-1, len(left) - 3), -1):
        forms = (" ".join(left[at - 1 : at + 1]), left[at]) if at else (left[at],)
        if found := _kind(known.attributes, forms):
            return found
    return Saying()


def _behind(right: Sequence[str], known: VerbLast, *, called: bool) -> Saying | None:
    """What the first verb behind a noun says, where nothing stands between that could be its subject instead."""
    for at, word in enumerate(right[:_FURTHER]):
        forms = _pairs(right, at)
        if match := next((m for f in forms if (m := known.own.fullmatch(f))), None):
            return _conjugated(match)
        for kind, pattern in known.own_else.items():
            if form := next((f for f in forms if pattern.fullmatch(f)), ""):
                return says(kind, form) if called or kind not in ("off", "put_off") else None
        fits = word[0].isupper() or "'" in word or known.between.fullmatch(word)
        if not fits:
            return None
        if not at and word[0].islower() and known.heads.fullmatch(word) and not known.between.fullmatch(word):
            return None
    return None
