"""Proposing who and what fills the roles of an event: fitting mentions near the trigger."""

from dataclasses import dataclass

from dateline.model.annotation import Layer, Mention
from dateline.model.page import Page
from dateline.model.schema import Role, Schema
from dateline.model.text import Span, sentence_at


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mention that would fit a role; a greater score is a better guess."""

    role: str
    mention_id: str
    score: float


def propose_fillers(page: Page, schema: Schema, event_id: str) -> list[Proposal]:
    """Return the best free filler for each empty role of an event, in the order of the roles.

    A filler must be of a type the role takes and stand in the trigger's sentence; a time may also stand in the
    sentence before. No mention is proposed twice.
    """
    event = page.mentions[event_id]
    label = schema.by_name.get(event.label)
    sentence = sentence_at(page.text, event.span.begin)
    if label is None or sentence is None:
        return []
    filled = page.arguments_of(event_id)
    used = {a.filler_id for a in filled} | {event_id}
    used |= {m.id for m in page.mentions.values() if any(m.span == page.mentions[u].span for u in used)}
    done = {a.role for a in filled}
    out: list[Proposal] = []
    for role in label.roles:
        if role.name in done or not role.fillers:
            continue
        found = _best(page, schema, event, role, sentence, used)
        if found:
            out.append(found)
            used.add(found.mention_id)
    return out


def _best(page: Page, schema: Schema, event: Mention, role: Role, sentence: Span, used: set[str]) -> Proposal | None:
    candidates = []
    for mention in page.mentions.values():
        if mention.id in used or mention.label not in role.fillers or mention.layer is Layer.EVENT:
            continue
        if not sentence.covers(mention.span) or _inside_another(page, mention):
            continue
        candidates.append(Proposal(role.name, mention.id, _score(page, schema, event, mention, role)))
    best = max(candidates, key=lambda p: p.score, default=None)
    return best if best and best.score > 0 else None


def _inside_another(page: Page, mention: Mention) -> bool:
    """The outer of nested names is the better guess: "Turkish Foreign Ministry" rather than "Turkish"."""
    return any(
        other.layer is Layer.ENTITY and other.id != mention.id and other.span.covers(mention.span)
        and len(other.span) > len(mention.span)
        for other in page.mentions.values()
    )  # fmt: skip


_BEFORE_PLACE = ("in", "at", "near", "outside", "inside", "to", "from")


def _score(page: Page, schema: Schema, event: Mention, mention: Mention, role: Role) -> float:
    """Near is better; an actor stands before its verb and a target behind it; "in" announces a place."""
    gap = max(mention.span.begin - event.span.end, event.span.begin - mention.span.end, 0)
    score = 1.0 / (1.0 + gap / 40)
    before = mention.span.begin < event.span.begin
    name = role.name.casefold()
    word = page.text[max(0, mention.span.begin - 12) : mention.span.begin].split()
    preposition = word[-1].casefold() if word else ""
    rank = role.fillers.index(mention.label)
    score += 0.2 / (1 + rank)
    if name in ("agent", "actor", "source"):
        score += 0.4 if before else -0.6
    elif name in ("target", "recipient"):
        score += -0.6 if before else 0.3
    elif name == "place":
        score += 0.6 if preposition in _BEFORE_PLACE else -0.7
    label = schema.by_name.get(mention.label)
    if label and label.layer is Layer.TIME:
        score += 0.4
    return score
