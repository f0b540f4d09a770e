"""Proposing values for an event's attributes: that it is planned, possible or negated, where the text tells it so."""

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from dateline.assist.ahead import lies_ahead
from dateline.assist.told_as import Manner, Told, told_as
from dateline.assist.told_elsewhere import told_elsewhere
from dateline.assist.told_words import TOKEN, is_finite
from dateline.assist.turned_out import outcome_of
from dateline.model.annotation import Mention
from dateline.model.language import language_of
from dateline.model.page import Page
from dateline.model.schema import Attribute, Schema
from dateline.model.text import sentence_at


class AttributeProposal(Struct, frozen=True):
    """A value that an attribute of an event should have, and the words of the text that say so."""

    name: str
    value: str
    cue: str


# What attributes, and their values, that say it are called, case aside: the shipped schemas' names and others'.
_MODALITY = ("modality", "factuality", "certainty", "realis", "status")
_POLARITY = ("polarity", "negation", "negated", "factuality")
_SAID_BY: dict[Manner, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Manner.PLANNED: (_MODALITY, ("planned", "scheduled", "announced", "intended", "future")),
    Manner.POSSIBLE: (_MODALITY, ("hypothetical", "possible", "potential", "conditional", "uncertain")),
    Manner.NEGATED: (_POLARITY, ("negative", "neg", "negated")),
}


def propose_attributes(
    page: Page, schema: Schema, event_id: str, refused: Collection[str] = (), fillers: Iterable[str] = ()
) -> list[AttributeProposal]:
    """Return what the text says of an event, in the words its type has for it, where nobody has said anything yet.

    `refused` are the names of attributes of which nothing is to be proposed, `fillers` what may fill its roles.
    """
    event = page.mentions[event_id]
    label = schema.by_name.get(event.label)
    said = {*refused, *event.attributes}
    open_ones = [a for a in label.attributes if a.name not in said] if label else []
    values = {a.name: {m: v for m in Manner if (v := value_for(a, m))} for a in open_ones}
    if not any(values.values()):
        return []
    told = _told(page, event, [*(a.filler_id for a in page.arguments_of(event_id)), *fillers])
    found: list[AttributeProposal] = []
    for attribute in open_ones:
        manner = next((m for m in told if m in values[attribute.name]), None)
        if manner and values[attribute.name][manner] != attribute.default:
            found.append(AttributeProposal(attribute.name, values[attribute.name][manner], told[manner]))
    return found


def value_for(attribute: Attribute, manner: Manner) -> str | None:
    """Return the value of an attribute that says of an event how it is told, None where it has none."""
    names, values = _SAID_BY[manner]
    if attribute.name.casefold() not in names:
        return None
    return next((v for v in attribute.values if v.casefold() in values), None)


def _told(page: Page, event: Mention, fillers: Sequence[str]) -> Told:
    """What the words say; where they say nothing of when, a time of the event that is still ahead says it."""
    language = language_of(page.article.language, page.text)
    if outcome := outcome_of(page.text, event.span, language):
        return dict.fromkeys(outcome.manners, outcome.cue)
    if language == "en":
        found = told_as(page.text, event.span)
        happened = _after_a_verb_of_the_past(page.text, event)  # "signed a treaty valid until June"
    else:
        found, happened = told_elsewhere(page.text, event.span, language)
    ahead = "" if happened or {Manner.PLANNED, Manner.POSSIBLE} & found.keys() else _still_ahead(page, fillers)
    return {Manner.PLANNED: ahead, **found} if ahead else found


def _after_a_verb_of_the_past(text: str, event: Mention) -> bool:
    """Say whether the trigger, or a word before it in its sentence, tells of what was done: then a date is no sign."""
    sentence = sentence_at(text, event.span.begin)
    said = text[sentence.begin if sentence else event.span.begin : event.span.end]
    return any(is_finite(word.lower()) for word in TOKEN.findall(said))


def _still_ahead(page: Page, fillers: Sequence[str]) -> str:
    """Return the words of a time among the fillers that begins after the article's day, in whatever language."""
    for filler_id in fillers:
        value, filler = page.times.get(filler_id), page.mentions.get(filler_id)
        if value and filler and lies_ahead(page, value):
            return " ".join(filler.text_of(page.text).split())
    return ""
