"""What a format cannot hold of a bundle, noted in the losses by what it can hold."""

from collections.abc import Collection
from enum import StrEnum

from dateline.exchange.writing import Losses
from dateline.model.article import RegionKind
from dateline.model.bundle import Bundle


class Holds(StrEnum):
    """The kinds of thing beyond text, spans and labels that a format may hold."""

    ARTICLE = "articles' title, date, source and the like"
    NOTES = "articles' notes and further columns"
    ANNOTATOR = "annotators"
    STATE = "states of articles"
    ATTRIBUTES = "attributes"
    ENTITIES = "links to entities"
    HAPPENINGS = "links to happenings"
    TIMES = "values of times"
    ARGUMENTS = "arguments of events"
    RELATIONS = "relations"
    COMMENTS = "comments"
    NEGATIVES = "verified negatives"
    BOILERPLATE = "boilerplate"


def note_unheld(losses: Losses, bundle: Bundle, holds: Collection[Holds]) -> None:
    """Note everything of a bundle that is of a kind the format does not hold."""
    kinds = frozenset(Holds).difference(holds)
    _note_article(losses, bundle, kinds)
    _note_mentions(losses, bundle, kinds)
    _note_links(losses, bundle, kinds)
    for region in bundle.annotations.regions:
        kind = Holds.NEGATIVES if region.kind is RegionKind.NEGATIVE else Holds.BOILERPLATE
        if kind in kinds:
            losses.add(kind, region.span.of(bundle.article.text)[:80])


def _note_article(losses: Losses, bundle: Bundle, kinds: Collection[Holds]) -> None:
    article = bundle.article
    if Holds.ARTICLE in kinds and any((article.title, article.published, article.source, article.url)):
        losses.add(Holds.ARTICLE, article.name)
    if Holds.NOTES in kinds and (article.note or article.meta):
        losses.add(Holds.NOTES, article.name)
    if bundle.annotator and Holds.ANNOTATOR in kinds:
        losses.add(Holds.ANNOTATOR, bundle.annotator.name)
    if bundle.annotator and Holds.STATE in kinds:
        losses.add(Holds.STATE, f"{article.name}: {bundle.state}")


def _note_links(losses: Losses, bundle: Bundle, kinds: Collection[Holds]) -> None:
    found, text = bundle.annotations, bundle.article.text
    words = {m.id: m.text_of(text) for m in found.mentions} if found.arguments or found.relations else {}
    if Holds.TIMES in kinds:
        for time in found.times:
            losses.add(Holds.TIMES, time.value)
    if Holds.ARGUMENTS in kinds:
        for a in found.arguments:
            losses.add(Holds.ARGUMENTS, f"{words[a.event_id]}: {a.role} = {words[a.filler_id]}")
    if Holds.RELATIONS in kinds:
        for r in found.relations:
            losses.add(Holds.RELATIONS, f"{words[r.source_id]} {r.label} {words[r.target_id]}")
    if Holds.COMMENTS in kinds:
        for c in found.comments:
            losses.add(Holds.COMMENTS, c.text[:80])


def _note_mentions(losses: Losses, bundle: Bundle, kinds: Collection[Holds]) -> None:
    text = bundle.article.text
    for m in bundle.annotations.mentions:
        if Holds.ATTRIBUTES in kinds:
            for name, value in m.attributes.items():
                losses.add(Holds.ATTRIBUTES, f"{m.text_of(text)}: {name} = {value}")
        if m.entity_id and Holds.ENTITIES in kinds:
            losses.add(Holds.ENTITIES, m.text_of(text))
        if m.happening_id and Holds.HAPPENINGS in kinds:
            losses.add(Holds.HAPPENINGS, m.text_of(text))
