"""Proposing who and what fills the roles of an event: fitting mentions near the trigger."""

from msgspec import Struct

from dateline.model.annotation import Layer, Mention
from dateline.model.page import Page
from dateline.model.schema import Role, Schema
from dateline.model.text import sentence_at


class Proposal(Struct, frozen=True):
    """A mention that would fit a role; a greater score is a better guess."""

    role: str
    mention_id: str
    score: float


def propose_fillers(page: Page, schema: Schema, event_id: str) -> list[Proposal]:
    """Return the best free fillers for the empty roles of an event, in the order of the roles.

    A filler must be of a type the role takes and stand in the trigger's sentence, near enough or in the right place
    of it to be a fair guess. A repeatable role that names equals ("A and B met") may get two. No mention is
    proposed twice.
    """
    event = page.mentions[event_id]
    label = schema.by_name.get(event.label)
    sentence = sentence_at(page.text, event.span.begin)
    if label is None or sentence is None:
        return []
    filled = page.arguments_of(event_id)
    taken = {page.mentions[a.filler_id].span for a in filled if a.filler_id in page.mentions} | {event.span}
    done = {a.role for a in filled}
    said_who = any(name.casefold() in _ACTORS for name in done)
    near = [m for m in page.mentions.values() if m.layer is not Layer.EVENT and sentence.covers(m.span)]
    outer = [m for m in near if not _inside_another(m, near) and not _leads_a_name(page.text, m, near)]
    out: list[Proposal] = []
    for role in label.roles:
        if role.name in done or not role.fillers:
            continue
        if said_who and role.name.casefold() in _ACTORS and not role.required:
            continue  # somebody said who took part: what they left open was left open
        guesses = sorted(
            (Proposal(role.name, m.id, _score(page, schema, event, m, role)) for m in outer if m.label in role.fillers),
            key=lambda p: -p.score,
        )
        most = 2 if role.repeatable and role.name.casefold() in _EQUALS else 1
        for guess in guesses:
            span = page.mentions[guess.mention_id].span
            if guess.score >= _FAIR and most and span not in taken:
                out.append(guess)
                taken.add(span)
                most -= 1
    return out


_FAIR = 0.5
_ACTORS = ("agent", "actor", "source", "target", "recipient", "participant", "party")
_EQUALS = ("participant", "party")
_PLACE_WORDS = ("in", "at", "near", "outside", "inside", "to", "from")


def _inside_another(mention: Mention, others: list[Mention]) -> bool:
    """The outer of nested names is the better guess: "Turkish Foreign Ministry" rather than "Turkish"."""
    return any(o.span.covers(mention.span) and len(o.span) > len(mention.span) for o in others)


def _leads_a_name(text: str, mention: Mention, others: list[Mention]) -> bool:
    """In "Foreign Minister Dačić met" the name fills the role, not the office before it."""
    return mention.layer is Layer.ENTITY and any(
        o.layer is Layer.ENTITY
        and o.label != mention.label
        and o.span.begin > mention.span.end
        and text[mention.span.end : o.span.begin].isspace()
        for o in others
    )


def _score(page: Page, schema: Schema, event: Mention, mention: Mention, role: Role) -> float:
    """Near is better; an actor stands before its verb and a target behind it; "in" announces a place."""
    before = mention.span.begin < event.span.begin
    gap = max(mention.span.begin - event.span.end, event.span.begin - mention.span.end, 0)
    score = 1.0 / (1.0 + gap / 60) - 0.05 * role.fillers.index(mention.label)
    words = page.text[max(0, mention.span.begin - 12) : mention.span.begin].split()
    preposition = words[-1].casefold() if words else ""
    name = role.name.casefold()
    if name != "place" and preposition in _PLACE_WORDS[:5]:
        score -= 0.6
    if name in ("agent", "actor", "source"):
        return score + 0.3 if before else score - (0.2 if preposition == "by" else 1.0)
    if name in ("target", "recipient"):
        return score - 1.0 if before else score
    if name == "place":
        return score + 0.4 if preposition in _PLACE_WORDS else score - 1.0
    label = schema.by_name.get(mention.label)
    return score + 0.4 if label and label.layer is Layer.TIME else score
