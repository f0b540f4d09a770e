"""The loss report's usual entries: what of a bundle a format has no place for."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TypeVar

from dateline.exchange.draft import when_of_value
from dateline.exchange.losses import NO_FACTS, Losses
from dateline.model.annotation import AnnotatorKind, Layer, TimeSource
from dateline.model.article import RegionKind
from dateline.model.bundle import Bundle
from dateline.model.registry import Entity, Happening
from dateline.model.wording import tr

T = TypeVar("T")
_EXAMPLES = 5


class Holds(StrEnum):
    """The things a format may have a place for besides text and labelled spans."""

    FIELDS = tr("facts of articles")  # title, published, source, url, language
    META = tr("articles' notes and further columns")
    ATTRIBUTES = tr("attributes")
    ENTITIES = tr("links to entities")
    HAPPENINGS = tr("links to happenings")
    WHEN = tr("dates of happenings")  # those set by hand
    TIMES = tr("values of times")
    ARGUMENTS = tr("arguments of events")
    RELATIONS = tr("relations")
    COMMENTS = tr("comments")
    NEGATIVES = tr("verified negatives")
    BOILERPLATE = tr("boilerplate")
    STATES = tr("states of articles")
    ANNOTATORS = tr("annotators")
    KINDS = tr("kinds of annotators")  # that one is a model, an import or the adjudicator
    ORIGINALS = tr("files that texts were taken out of")


def note_left_out(bundle: Bundle, losses: Losses, holds: frozenset[Holds], *, spans: bool = True) -> None:
    """Add to the losses what the bundle has and the format does not hold; `spans` says whether it writes mentions."""
    _note_article(bundle, losses, holds)
    found, text = bundle.annotations, bundle.article.text
    if Holds.ATTRIBUTES not in holds:
        pairs = [(m, n, v) for m in found.mentions if m.attributes for n, v in m.attributes.items()]
        _note(losses, Holds.ATTRIBUTES, pairs, lambda p: f"{p[0].text_of(text)}: {p[1]} = {p[2]}")
        told = found.mentions if spans else ()
        events = [m for m in told if m.layer is Layer.EVENT and (m.denied or m.planned)]
        _note(losses, NO_FACTS, events, lambda m: m.text_of(text))
    if Holds.ENTITIES not in holds:
        _note(losses, Holds.ENTITIES, [m for m in found.mentions if m.entity_id], lambda m: m.text_of(text))
    if Holds.HAPPENINGS not in holds:
        _note(losses, Holds.HAPPENINGS, [m for m in found.mentions if m.happening_id], lambda m: m.text_of(text))
    _note_things(bundle, losses, holds)
    if Holds.TIMES not in holds:
        _note(losses, Holds.TIMES, found.times, lambda t: t.value)
    else:
        _note_times(bundle, losses)
    _note_links(bundle, losses, holds)
    if Holds.COMMENTS not in holds:
        _note(losses, Holds.COMMENTS, found.comments, lambda c: c.text[:80])
    for kind, place in ((RegionKind.NEGATIVE, Holds.NEGATIVES), (RegionKind.BOILERPLATE, Holds.BOILERPLATE)):
        if place not in holds and found.regions:
            _note(losses, place, [r for r in found.regions if r.kind is kind], lambda r: r.span.of(text)[:80])


def _note_article(bundle: Bundle, losses: Losses, holds: frozenset[Holds]) -> None:
    article, who = bundle.article, bundle.annotator
    if Holds.META not in holds and (article.note or article.meta):
        losses.add(Holds.META, article.name)
    if Holds.FIELDS not in holds and (article.title or article.published or article.source or article.url):
        losses.add(Holds.FIELDS, article.name)
    if Holds.ORIGINALS not in holds and bundle.original:
        losses.add(Holds.ORIGINALS, bundle.original.name)
    if who is None:
        return
    if Holds.ANNOTATORS not in holds:
        losses.add_once(Holds.ANNOTATORS, who.id, who.name)
    if Holds.KINDS not in holds and who.kind is not AnnotatorKind.PERSON:
        losses.add_once(Holds.KINDS, who.id, f"{who.name}: {who.kind}")
    if Holds.STATES not in holds:
        losses.add(Holds.STATES, bundle.state.value)


def _note_links(bundle: Bundle, losses: Losses, holds: frozenset[Holds]) -> None:
    found, text = bundle.annotations, bundle.article.text
    arguments = () if Holds.ARGUMENTS in holds else found.arguments
    relations = () if Holds.RELATIONS in holds else found.relations
    if arguments or relations:
        by_id = {m.id: m for m in found.mentions}
        _note(
            losses,
            Holds.ARGUMENTS,
            arguments,
            lambda a: f"{by_id[a.event_id].text_of(text)}: {a.role} = {by_id[a.filler_id].text_of(text)}",
        )
        for r in relations:
            ends = (by_id[r.source_id].text_of(text), by_id[r.target_id].text_of(text))
            losses.drop(Holds.RELATIONS, f"{ends[0]} {r.label} {ends[1]}", r)


def _note_times(bundle: Bundle, losses: Losses) -> None:
    """A format that holds TIMEX3 values does not hold how they were found, nor an interval they do not say."""
    times = bundle.annotations.times
    found = [t for t in times if t.rule or t.anchor or t.replaced or t.source is not TimeSource.IMPORT]
    _note(losses, tr("how times were dated"), found, lambda t: t.rule or t.value)
    other = [t for t in times if t.when != when_of_value(t.value, t.mod)]
    _note(losses, tr("intervals that the values of times do not say"), other, lambda t: t.value)


def _note(losses: Losses, kind: str, items: Sequence[T], said: Callable[[T], str]) -> None:
    for item in items[:_EXAMPLES]:
        losses.add(kind, said(item))
    if len(items) > _EXAMPLES:
        losses.add(kind, count=len(items) - _EXAMPLES)


def _note_things(bundle: Bundle, losses: Losses, holds: frozenset[Holds]) -> None:
    """Note, of what the bundle is linked with, what goes with links that are not held, or stands behind those that are.

    A link that is held says of an entity its name or outside id, and its kind where the mention's label is that.
    """
    losses.only_linked()
    for m in bundle.annotations.mentions:
        for thing_id in (m.entity_id, m.happening_id):
            thing = losses.meet(thing_id) if thing_id else None
            other = thing and thing.type not in ("", m.label)
            if isinstance(thing, Entity):
                if Holds.ENTITIES not in holds:
                    losses.add(tr("entities"), thing.name)
                elif thing.aliases or thing.note or other:
                    losses.add(tr("aliases, notes and kinds of entities"), thing.name)
            elif isinstance(thing, Happening):
                if Holds.HAPPENINGS not in holds:
                    losses.add(tr("happenings"), thing.name)
                    continue
                if thing.when and Holds.WHEN not in holds:
                    losses.add(Holds.WHEN, thing.name)
                if thing.note or thing.external_id or other:
                    losses.add(tr("notes, kinds and outside ids of happenings"), thing.name)


def note_unlinked(losses: Losses) -> None:
    """Note the entities and happenings that nothing was linked with, which only Dateline JSONL holds."""
    for thing in losses.unmet():
        kind = (
            tr("entities that no mention is linked to")
            if isinstance(thing, Entity)
            else tr("happenings that no mention is linked to")
        )
        losses.add(kind, thing.name)
