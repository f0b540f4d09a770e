"""What there is to see of a mention that may fill a role of an event: where it stands, what leads to it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from dateline.assist.lexicon import key_of
from dateline.assist.role_modifiers import with_office
from dateline.model.annotation import Layer, Mention
from dateline.model.page import Page
from dateline.model.text import Span, sentence_at

_NEAR = 60
_BACK = 4  # events before this one whose fillers may be meant
_ALSO = r"(?:and|or|(?:(?:together|along)\s+)?with|ve|ile|и|және|мен|бен|пен|then|а)\s+"
_AND = re.compile(
    rf"(?:\s*,\s+(?:{_ALSO})??|\s+{_ALSO})"
    r"(?:(?:then|later|also|затем)\s+)?(?:the\s+)?"
)
# "in the Chilean capital, Lima", "в городе Лима": what leads to the name leads to the word before it.
_CALLED = re.compile(
    r"\b(?:(?:[A-Z][\w-]+ +)?(?:capital|city|town|village|port|resort|province|region)(?: city)?"
    r"(?: of(?: [A-Z][\w-]+)?)?|столиц\w+(?: [А-ЯЁ]\w+)?|город(?:[еуа]|ом)?|г\.|сел[еоу]|област[иь]|провинци[июя]),? +$"
)
_BEFORE = re.compile(r"(\w+)\W*$")
_LIGHT = frozenset({"the", "a", "an", "his", "her", "its", "their", "that", "this", "president", "minister"})
_AT_HEAD = re.compile(
    r"(?:^|[.!?]['\"”’)]*\s+|\n\s*)(?:(?:[A-Z][a-z]+(?:ed|ing)|Born|Held) (?:in|at|near)|In|At|Near|Outside|From|On|"
    r"В|Во|На|Под)\s+(?:the\s+)?$"
)
_CLOSED = re.compile(r"(?:,?\s+(?:(?:and|or|и|или)\s+)?(?:the\s+)?[^\W\d_a-zа-яё][\w-]*)*\s*,")
_PARTING = frozenset(",;:—–")
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "в", "во", "на"})
_NEXT = frozenset({"and", "to", "in", "on", "with"})


class Candidate(Struct, frozen=True):
    """A mention that may fill a role of an event, and what there is to see of it; its label comes first."""

    mention_id: str
    label: str
    features: tuple[str, ...]


def candidates(page: Page, event: Mention) -> list[Candidate]:
    """Return what may fill the roles of an event: the mentions of its sentence, and fillers of the events before."""
    sentence = sentence_at(page.text, event.span.begin)
    if sentence is None:
        return []
    near = sorted(
        (m for m in page.mentions.values() if m.id != event.id and sentence.covers(m.span)), key=lambda m: m.span
    )
    out = [Candidate(m.id, m.label, tuple(_seen(page, event, m, near, sentence))) for m in near]
    here = {m.id for m in near} | {event.id}
    out += [_far(page, event, page.mentions[i], told) for i, told in _before(page, event).items() if i not in here]
    return out


def candidate(page: Page, event: Mention, mention: Mention) -> Candidate:
    """Return one mention as a candidate, wherever it stands."""
    found = next((c for c in candidates(page, event) if c.mention_id == mention.id), None)
    return found or _far(page, event, mention, ())


def lead_of(page: Page, mention: Mention, near: Sequence[Mention], sentence: Span) -> tuple[str, bool]:
    """Return the word that leads to a mention, or to the list it stands in, and whether it stands in one."""
    head = head_of(page.text, mention, near)
    listed = head is not mention or any(
        m.layer is mention.layer
        and m.span.begin > (end := mention.fragments[0].end)
        and _AND.fullmatch(page.text, end, m.span.begin)
        for m in near
    )
    begin = head.span.begin
    called = _CALLED.search(page.text, max(sentence.begin, begin - _NEAR), begin)
    if any(m.label == head.label and m.span.begin == head.span.end + 1 for m in near):
        called = None  # "в столице Финляндии Хельсинки"
    word = _word_before(page.text, called.start() if called else begin, sentence.begin)
    if (office := with_office(page.text, head, near)) < begin:
        further = _word_before(page.text, office, sentence.begin)
        word = word if further in _WHERE else further  # "in Oslo Minister Dahl met"
    return word, listed


def joined(text: str, one: Mention, other: Mention, near: Sequence[Mention]) -> bool:
    """Say whether two stand in one list: "A, B and C"."""
    return head_of(text, one, near).id == head_of(text, other, near).id


def _far(page: Page, event: Mention, mention: Mention, told: tuple[str, ...]) -> Candidate:
    """A mention outside the event's sentence; `told` says what it was in the events before."""
    side = "behind" if mention.span < event.span else "ahead"
    return Candidate(mention.id, mention.label, (f"label {mention.label}", "far", side, *told, _trigger(page, event)))


def _trigger(page: Page, event: Mention) -> str:
    return "trigger " + " ".join(key_of(event.text_of(page.text)))


def _before(page: Page, event: Mention) -> Mapping[str, tuple[str, ...]]:
    """Return the fillers of the events before this one, with their role there and how long ago that is."""
    triggers: dict[str, Mention] = {}
    for argument in page.arguments.values():
        other = page.mentions.get(argument.event_id)
        if other is not None and other.id != event.id and other.span < event.span:
            triggers[other.id] = other
    earlier = sorted(triggers.values(), key=lambda e: e.span, reverse=True)[:_BACK]
    ago = {other.id: n for n, other in enumerate(earlier, start=1)}
    found: dict[str, tuple[str, ...]] = {}
    for argument in sorted(page.arguments.values(), key=lambda a: ago.get(a.event_id, 0)):
        if argument.event_id in ago and argument.filler_id in page.mentions:
            found.setdefault(argument.filler_id, (f"was {argument.role}", f"ago {ago[argument.event_id]}"))
    return found


def _seen(page: Page, event: Mention, mention: Mention, near: Sequence[Mention], sentence: Span) -> Iterator[str]:
    """Yield what there is to see of a mention in the event's sentence."""
    text, head = page.text, head_of(page.text, mention, near)
    before = head.span.end <= event.span.begin
    side = "before" if before else "after" if head.span.begin >= event.span.end else "over"
    low, high = (head.span.end, event.span.begin) if before else (event.span.end, head.span.begin)
    between = sum(low <= m.span.begin and m.span.end <= high and m.layer is mention.layer for m in near)
    yield f"label {mention.label}"
    yield f"{side} {min(between, 2)}"
    yield f"{side} by {_word_before(text, head.span.begin, sentence.begin)}"
    yield "inner" if any(o.span.covers(mention.span) and len(o.span) > len(mention.span) for o in near) else "outer"
    yield "joined" if head is not mention else "alone"
    parted = not _PARTING.isdisjoint(text[min(low, high) : max(low, high)])
    yield f"{side} {'parted' if parted else 'together'}"
    leads = any(m.span.begin == mention.span.end + 1 and m.layer is Layer.ENTITY for m in near)
    follows = text[mention.span.end : mention.span.end + 12].split()
    word = follows[0].casefold() if follows else ""
    yield "leads a name" if leads else f"then {word if word in _NEXT else '-'}"
    yield _trigger(page, event)


def head_of(text: str, mention: Mention, near: Sequence[Mention]) -> Mention:
    """In "sponsored by A, B and C" what holds of A holds of B and C; an office before a name parts them not."""
    head = mention
    for _ in range(12):
        begin = with_office(text, head, near)
        before = (m for m in near if m.layer is mention.layer and m.fragments[0].end < begin)
        link = next((m for m in before if _AND.fullmatch(text, m.fragments[0].end, begin)), None)
        if link is None or (_heads_a_sentence(text, link, begin) and not _is_named_in_full(text, link, head)):
            break
        head = link
    return head


def _heads_a_sentence(text: str, mention: Mention, end: int) -> bool:
    """Say whether a mention stands at the head of a sentence as where or when: "In Oslo, Berg was arrested"."""
    if text[mention.fragments[0].end : end].strip() != ",":
        return False
    return _AT_HEAD.search(text, max(0, mention.span.begin - _NEAR), mention.span.begin) is not None


def _is_named_in_full(text: str, mention: Mention, other: Mention) -> bool:
    """Say whether a comma closes what a name goes on with: "In Oslo, Norway, Berg", not "In Oslo, Peru met"."""
    return mention.label == other.label and _CLOSED.match(text, other.fragments[0].end) is not None


def _word_before(text: str, begin: int, start: int) -> str:
    """Return the word that leads to a mention, articles and the like aside."""
    at = begin
    for _ in range(3):
        match = _BEFORE.search(text, max(start, at - 24), at)
        if match is None:
            return "-"
        word = match[1].casefold()
        if word not in _LIGHT:
            return word if len(word) <= 8 else "-"
        at = match.start()
    return "-"
