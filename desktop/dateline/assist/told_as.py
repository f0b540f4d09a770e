"""How the words around an event's trigger tell of it: as planned, as possible, or as something that was not."""

from collections.abc import Sequence
from enum import Enum

from dateline.assist import told_words as w
from dateline.assist.denials import denial
from dateline.model.text import Span, sentence_at
from dateline.model.wrapping import unwrapped_near

_REACH = 16  # words to either side that are looked at
_NOUN_REACH = 5  # words of a noun phrase before its head


class Manner(Enum):
    """A way in which an event is told."""

    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"


Told = dict[Manner, str]  # the manners, each with the words that say so


def told_as(text: str, trigger: Span) -> Told:
    """Return how English words tell of an event; what is told as having happened gives nothing."""
    text = unwrapped_near(text, trigger.begin, trigger.end)
    sentence = sentence_at(text, trigger.begin)
    words = trigger.of(text).split()
    if sentence is None or not words:
        return {}
    left, right = text[sentence.begin : trigger.begin], text[trigger.end : max(sentence.end, trigger.end)]
    before = w.TOKEN.findall(w.SET_APART.sub(r"\1", left).replace("’", "'"))[-_REACH:]
    first = words[0]
    if denied := denial(left, first):
        return {Manner.NEGATED: denied}
    if _has_happened(before, first):
        return _conditional(before)
    found, stopped = _from_verbs(before, first)
    verb = _is_verb(before, first) or (w.is_finite(first) and _last_word(before) in ("and", "or"))
    if not found and not verb and not w.CAME_ABOUT.match(right):
        found = _from_noun(before, first)
        if found.keys() == {Manner.PLANNED} and Manner.NEGATED in (off := _from_right(right, there=True)):
            found |= off  # "the planned visit was called off"
    nothing_said = stopped is None or stopped in w.REPORTS
    if not found and not verb and (nothing_said or w.SEEN_AT_ONCE.match(right.lstrip(" ,"))):
        found = _from_right(right, there=first.lower() in w.THERE_ALREADY)
    if not {"since", "until"}.isdisjoint(right.split()[:4]):
        found.pop(Manner.NEGATED, None)  # "had not come since 2017": then he did
    return found


def has_happened(text: str, trigger: Span) -> bool:
    """Say whether an English trigger is itself a verb that tells of what has happened, under no condition."""
    text = unwrapped_near(text, trigger.begin, trigger.end)
    sentence = sentence_at(text, trigger.begin)
    words = trigger.of(text).split()
    if sentence is None or not words:
        return False
    before = w.TOKEN.findall(text[sentence.begin : trigger.begin].replace("’", "'"))[-_REACH:]
    after = text[trigger.end : max(sentence.end, trigger.end)]
    return _has_happened(before, words[0]) and not _conditional(before) and not _is_participle(before, words[0], after)


def _is_participle(before: Sequence[str], first: str, after: str) -> bool:
    """Say whether another verb of the clause makes a form that may be either a participle: "wants it signed"."""
    if _last_word(before) in ("once", "when", "until", "as", "than"):
        return True
    for token in reversed(before):
        word = token.lower()
        if token in w.CLOSES or word in w.NEW_CLAUSE or word in w.REPORTS or word in ("and", "or"):
            break
        if _is_of_a_verb(token) or word in w.FIXED | w.WISHED or word == "to":  # "to see it signed"
            return True
    following = w.TOKEN.findall(after.replace("’", "'"))[:_REACH]
    for token in [] if first.lower() in w.REPORTS else following:
        if token in w.CLOSES or token in w.NEW_CLAUSE or token in ("and", "or"):
            break
        if _is_of_a_verb(token) and (token in w.WILL or token in w.MAY or token in w.BE or token in w.HAVE):
            return True  # "a treaty signed by 12 May would avert it"
    return False


def _is_of_a_verb(written: str) -> bool:
    """Say whether a word is a verb or helps one; "May" with its capital is a month."""
    low = written.lower()
    return written != "May" and (low in w.WILL or low in w.MAY or low in w.HAVE or w.is_finite(written))


def _last_word(before: Sequence[str]) -> str:
    """Return the word before the trigger, adverbs aside."""
    words = [t.lower() for t in before if t.lower() not in w.ADVERBS and not t.lower().endswith("ly")]
    if words[-1:] == ["to"] and words[-2:-1] and words[-2] in w.TO_A_NOUN:
        return "of"  # "in the run-up to elections": no infinitive
    return words[-1] if words else ""


def _is_verb(before: Sequence[str], first: str) -> bool:
    word = _last_word(before)
    if word in w.BE:
        return w.is_finite(first)
    return word in w.WILL or word in w.MAY or word in w.HAVE or word in ("to", "did", "does", "do", "he", "she", "they")


def _has_happened(before: Sequence[str], first: str) -> bool:
    """Say whether the trigger is a verb in the past that no other verb governs: "met", "was annexed" is none."""
    word = _last_word(before)
    governed = word in w.BE or word in w.HAVE or word in w.WILL or word in w.MAY or word in w.DETERMINERS
    return w.is_finite(first) and not governed and word not in ("to", "be", "been", "being", "and", "n't")


def _conditional(before: Sequence[str]) -> Told:
    """In "if they met" what is told in the past is possible only."""
    for token in reversed(before):
        if token in w.CLOSES:
            break
        if token.lower() in w.IF:
            return {Manner.POSSIBLE: token}
    return {}


def _from_verbs(before: Sequence[str], first: str) -> tuple[Told, str | None]:
    """Go left to the verb that governs the trigger; also return the verb at which the way ended, if it says nothing."""
    low = [t.lower() for t in before]
    to = bool(low) and _last_word(before) == "to"
    for i in range(len(low) - 1, -1, -1):
        word = low[i]
        if word in w.CLOSES or word in w.NEW_CLAUSE:
            return ({Manner.PLANNED: "to"} if to and _is_headline(before[i + 1 :]) else {}), None
        if word in w.IF:
            return {Manner.POSSIBLE: before[i]}, None
        governs = _governs(low[i + 1 :], first)
        if found := _modal(low, i, governs=governs) or _negated(low, i, governs=governs):
            return found, None
        if found := _to(low, i, to=to and i < len(low) - 1, first=first):
            return found, None
        helps = word in w.HAVE and any(t in w.MAY or t in w.WILL for t in low[max(0, i - 3) : i])
        if w.is_finite(word) and not helps and not (word not in w.FINITE and low[i - 1 : i] == ["be"]):
            return {}, word
    return ({Manner.PLANNED: "to"} if to and _is_headline(before) else {}), None


def _modal(low: Sequence[str], i: int, *, governs: bool) -> Told:
    word = low[i]
    planned = word in w.WILL or word.endswith("'ll")
    if not (planned or word in w.MAY) or not governs:
        return {}
    if word == "would" and any(t in w.REPORTS or t in w.FIXED for t in low[:i]):
        planned = True  # "promised that it would": what was ahead when it was said
    found: Told = {Manner.PLANNED if planned else Manner.POSSIBLE: word}
    if word in ("cannot", "can't"):
        return {Manner.NEGATED: word}
    if word.endswith("n't") or "not" in low[i + 1 : i + 3] or "never" in low[i + 1 : i + 3]:
        found[Manner.NEGATED] = word if word.endswith("n't") else f"{word} not"
    return found


def _negated(low: Sequence[str], i: int, *, governs: bool) -> Told:
    """The "not" of a modal is its own: the modal is looked at with it."""
    word = low[i]
    says_no = word in w.NOT or (word.endswith("n't") and word not in w.WILL and word not in w.MAY)
    if not says_no or not governs or low[i + 1 : i + 2] == ["only"]:
        return {}
    if any(t in w.BRINGS_ABOUT and t not in w.MAKES for t in low[i + 1 :]):
        return {}  # who "did not attend the summit" says that there was one
    if any(t in w.WILL or t in w.MAY for t in low[max(0, i - 2) : i]):
        return {}
    if low[i + 1 : i + 2] and low[i + 1] in (w.FIXED | w.WISHED):
        return {}
    helper = next((t for t in reversed(low[:i]) if t not in w.ADVERBS), "")
    return {Manner.NEGATED: f"{helper} {word}" if helper in w.BE | w.HAVE | {"did", "does", "do"} else word}


def _to(low: Sequence[str], i: int, *, to: bool, first: str) -> Told:
    """What stands before "to" says how firm it is; of what is asked of somebody, with him in between."""
    word = low[i]
    at = i + 1
    while at < len(low) and low[at] in w.ADVERBS:
        at += 1
    right_before = at < len(low) and low[at] == "to" and _governs(low[at + 1 :], first)
    if not right_before and not (to and word in w.WITH_OBJECT):
        return {}
    said_no = any(t in w.NOT or t.endswith("n't") for t in low[max(0, i - 2) : at])
    if word in w.REFUSED:
        return {Manner.NEGATED: f"{word} to"}
    if word in w.FIXED and low[max(0, i - 2) : i] == ["had", "been"]:
        return {}  # nobody says so beforehand
    if word in w.FIXED or (word in w.BE and right_before):
        found: Told = {Manner.PLANNED: f"{word} to"}
    elif word in w.WISHED:
        found = {Manner.POSSIBLE: f"{word} to"}
        said_no = False  # who does not wish it says nothing of whether it came about
    else:
        return {}
    return found | ({Manner.NEGATED: f"not {word} to"} if said_no else {})


def _governs(between: Sequence[str], first: str) -> bool:
    """Say whether a helping verb is the trigger's own, or that of a verb that brings the event about."""
    plain = w.BY_THE_WAY.sub("", " ".join(between)).split()
    rest = [t for t in plain if t not in w.AUXILIARY and not t.endswith("ly")]
    if not rest:
        return True
    if rest[-1] in ("and", "or"):
        return not first.endswith(("s", "ed", "ing"))
    return rest[0] in w.BRINGS_ABOUT and w.OF_SOMETHING_ELSE.isdisjoint(rest)


def _is_headline(before: Sequence[str]) -> bool:
    """Say whether "to" is a headline's for "will": "Erdogan to visit Baku", with no verb before it."""
    words = [t for t in before if t.lower() not in w.ADVERBS][:-1]
    named = bool(words) and (words[-1][0].isupper() or (words[-1].endswith("s") and len(words[-1]) > 3))
    return named and words[0].lower() not in w.DETERMINERS and words[0][0].isupper()


def _from_noun(before: Sequence[str], first: str) -> Told:
    """Read what stands within the words of a noun, and right before them: "planned talks", "ahead of the summit"."""
    if first.lower() in (*w.COMING, "next"):
        return {Manner.PLANNED: first}
    found: Told = {}
    for n, token in enumerate(reversed(before[-_NOUN_REACH:])):
        word = token.lower()
        if word in w.CLOSES or word == "than":
            break
        lead = _lead(word, " ".join(before[: len(before) - n]))
        if lead and (not found or Manner.NEGATED in lead):
            if word not in w.COMING:
                return lead
            found = lead  # what was planned may be called off: "cancelled a planned visit"
        if word in w.PREPOSITIONS or (n and before[len(before) - n].lower() in w.DETERMINERS):
            break  # what stands before it is not the noun's: "potential for cooperation"
    return found


def _lead(word: str, lead: str) -> Told:
    if word in w.COMING:
        return {Manner.PLANNED: word}
    if word in w.PERHAPS:
        return {Manner.POSSIBLE: word}
    if match := w.CALLED_OFF.search(lead):
        return {Manner.PLANNED: match[0], Manner.NEGATED: match[0]}
    for pattern, manner in (
        (w.PUT_OFF, Manner.PLANNED),
        (w.LEADS_AHEAD, Manner.PLANNED),
        (w.LEADS_PERHAPS, Manner.POSSIBLE),
        (w.LEADS_AWAY, Manner.NEGATED),
    ):
        if match := pattern.search(lead):
            denied = manner is Manner.NEGATED and w.NOT_JUST_BEFORE.search(lead[: match.start()])
            return {} if denied else {manner: match[0]}  # "did not rule out a visit" denies nothing
    return {}


def _from_right(right: str, *, there: bool) -> Told:
    """Go right from a noun to its verb: "The next round will be held"; of what is `there` that says little."""
    rest = " ".join(right.replace("’", "'").split())
    plan: Told = {}
    n, at = -1, 0
    while match := w.TOKEN.search(rest, at):
        here, word, n, at = rest[match.start() :], match[0].lower(), n + 1, match.end()
        if aside := w.PLANNED_ASIDE.match(here):
            plan, at = {Manner.PLANNED: aside["cue"]}, match.start() + aside.end()
            continue
        if word == "," and (not n or plan):
            continue
        if n > _REACH or word in w.CLOSES:
            break
        if plan and w.CAME_ABOUT.match(f" {here}"):
            return {}  # "the meeting planned for Monday took place"
        found = _seen(here)
        if found and not (there and word in (*w.WILL, *w.MAY) and not w.COMES_ABOUT_NEXT.match(here)):
            return plan | found
        following = rest[at:].lstrip()
        if word in w.NEW_CLAUSE or (word in ("and", "or") and following[:1].islower()) or w.is_finite(word):
            break
    return plan


def _seen(here: str) -> Told:
    if off := w.SEEN_OFF.match(here):
        found: Told = {Manner.PLANNED: off[0]}
        return found if off[0].endswith(("postponed", "put off", "delayed")) else found | {Manner.NEGATED: off[0]}
    found = {}
    if match := w.SEEN_NOT.match(here):
        found[Manner.NEGATED] = match[0]
    if match := w.SEEN_PERHAPS.match(here):
        found[Manner.POSSIBLE] = match[0]
    elif match := w.SEEN_AHEAD.match(here):
        found[Manner.PLANNED] = match[0]
    return found
