"""How an event is told of in languages other than English: by the commonest words and endings of its clause."""

import re

from dateline.assist.clauses import Clauses
from dateline.assist.told_as import Manner, Told
from dateline.assist.told_words import Cues, cues_of
from dateline.model.text import Span, sentence_at

_NOT_BEFORE = re.compile(r"\b(?:не|ни)\s+$", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def told_elsewhere(text: str, trigger: Span, language: str) -> tuple[Told, bool]:
    """Return how the words of a clause tell of an event, and whether they tell of what has happened.

    Of a language that has no table nothing is known.
    """
    cues, sentence = cues_of(language), sentence_at(text, trigger.begin)
    if cues is None or sentence is None:
        return {}, False
    clause = Clauses(text, sentence, [trigger], language=language).words_of(trigger)
    event = trigger.of(text)
    if not cues.last and cues.past.fullmatch(event.split()[0]):
        return _of_the_past(text, trigger, clause), True
    said = _said(clause, cues)
    return said, not said and _has_happened(clause, cues)


def _of_the_past(text: str, trigger: Span, clause: str) -> Told:
    """A verb in the past is denied by the word before it only, and possible under a condition."""
    if match := _NOT_BEFORE.search(text, 0, trigger.begin):
        return {Manner.NEGATED: match[0].strip()}
    condition = re.search(r"\b(?:если|бы)\b", clause, re.IGNORECASE)
    return {Manner.POSSIBLE: condition[0]} if condition else {}


def _said(clause: str, cues: Cues) -> Told:
    if off := cues.off.search(clause):
        return {Manner.PLANNED: off[0], Manner.NEGATED: off[0]}
    if put_off := cues.put_off.search(clause):
        return {Manner.PLANNED: put_off[0]}
    found: Told = {}
    if possible := cues.possible.search(clause):
        found[Manner.POSSIBLE] = possible[0]
    elif planned := cues.planned.search(clause):
        found[Manner.PLANNED] = planned[0]
    if negated := cues.negated.search(clause):
        found[Manner.NEGATED] = negated[0]
    return found


def _has_happened(clause: str, cues: Cues) -> bool:
    words = _WORD.findall(clause)
    return any(w[0].islower() and cues.past.fullmatch(w) for w in (words[-1:] if cues.last else words))
