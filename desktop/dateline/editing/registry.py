"""Linking mentions to entities and happenings, and editing these."""

from collections.abc import Iterable, Sequence, Set
from typing import Any

from msgspec.structs import replace

from dateline.editing.common import EditError, place_of, quoted
from dateline.model.annotation import Layer, Mention
from dateline.model.changes import Changes, Kind
from dateline.model.ids import new_id
from dateline.model.page import Page
from dateline.model.records import Records
from dateline.model.registry import Entity, Happening
from dateline.model.when import When
from dateline.model.wording import cut_short, first_of
from dateline.store.journal import Step
from dateline.store.project import Project


def link_entity(project: Project, page: Page, mention_ids: Sequence[str], entity: Entity | None) -> Changes:
    """Say which entity is behind mentions; None unlinks. A new spelling becomes an alias, a new entity is stored."""
    mentions = _of_layer(page, mention_ids, Layer.ENTITY)
    words = quoted(page, mentions[0].fragments)
    text = f"Link {words} to {entity.name}" if entity else f"Unlink {words}"
    with project.step(text, annotator_id=page.annotator_id, place=place_of(page, mentions[0])) as step:
        if entity:
            entity = project.registry.entity(entity.id) or entity  # a card may show it as it was
            spelled = {" ".join(m.text_of(page.text).split()) for m in mentions}
            new = sorted(spelled - {entity.name, *entity.aliases})
            step.put(replace(entity, aliases=(*entity.aliases, *new)))
        for mention in mentions:
            step.put(replace(mention, entity_id=entity.id if entity else None))
        if entity:
            _drop_left(project, step, Kind.ENTITY, {m.entity_id for m in mentions} - {entity.id}, mentions)
    return step.changes


def new_entity(page: Page, mention_id: str) -> Entity:
    """Return an entity named after a mention, not stored yet."""
    mention = page.mentions[mention_id]
    return Entity(new_id(), " ".join(mention.text_of(page.text).split()), mention.label)


def link_happening(project: Project, page: Page, mention_ids: Sequence[str], happening: Happening | None) -> Changes:
    """Say which happening is behind event mentions; None unlinks, a new happening is stored."""
    mentions = _of_layer(page, mention_ids, Layer.EVENT)
    words = quoted(page, mentions[0].fragments)
    text = f"Link {words} to {happening.name}" if happening else f"Unlink {words}"
    with project.step(text, annotator_id=page.annotator_id, place=place_of(page, mentions[0])) as step:
        if happening and project.registry.happening(happening.id) is None:
            if project.annotations.records(Kind.MENTION, [happening.id]):  # as proposed for two: it has the other's id
                happening = replace(happening, id=new_id())
            step.put(happening)
        for mention in mentions:
            step.put(replace(mention, happening_id=happening.id if happening else None))
        drop_emptied(project, step, mentions, happening.id if happening else "")
    return step.changes


def link_together(project: Project, page: Page, mention_id: str, other_id: str, happening: Happening) -> Changes:
    """Make a happening for two events that have none, wherever the other one is told; one step.

    If the other was linked meanwhile, its happening is the one.
    """
    (mention,) = _of_layer(page, [mention_id], Layer.EVENT)
    found = [m for m in project.annotations.records(Kind.MENTION, [other_id]) if m.layer is Layer.EVENT]
    if not found or found[0].annotator_id != page.annotator_id:
        raise EditError("The other event is no longer there.")
    other: Mention = found[0]
    known = project.registry.happening(other.happening_id) if other.happening_id else None
    if known is not None:
        return link_happening(project, page, [mention_id], known)
    made = replace(happening, id=new_id())
    text = f"Link {quoted(page, mention.fragments)} and another event to {made.name}"
    with project.step(text, annotator_id=page.annotator_id, place=place_of(page, mention)) as step:
        step.put(made)
        for each in (mention, other):
            step.put(replace(each, happening_id=made.id))
    return step.changes


def _drop_left(project: Project, step: Step, kind: Kind, left: Iterable[str | None], linked: Sequence[Mention]) -> None:
    """Remove what was made out of a mention that now stands for something else: nothing else was ever said of it."""
    gone = {m.id for m in linked}
    for thing_id in left:
        if thing_id is None or _has_others(project, kind, thing_id, gone):
            continue
        past = project.history(kind, thing_id)
        if len(past) == 1 and past[0].op == "insert" and past[0].step.place and past[0].step.kind == "edit":
            step.delete(kind, thing_id)


def drop_emptied(project: Project, step: Step, left_by: Sequence[Mention], but: str = "") -> None:
    """Remove the happenings that some mentions leave, or go with, where nothing else was ever said of them.

    Such a one was made by linking, is called as it was called then, and has neither date, id nor note. What a person
    named, dated, numbered or noted stays, and so does what was made in the registry or came with an import.
    """
    known = {m.id for m in left_by}
    for happening_id in dict.fromkeys(m.happening_id for m in left_by):
        if happening_id in (None, but) or _has_others(project, Kind.HAPPENING, happening_id, known):
            continue
        happening = project.registry.happening(happening_id)
        if happening and not (happening.when or happening.external_id or happening.note):
            words = {w for m in left_by if m.happening_id == happening_id for w in _words_of(project, m)}
            if _made_by_linking(project, happening, words):
                step.delete(Kind.HAPPENING, happening_id)


def _made_by_linking(project: Project, happening: Happening, words: Set[str]) -> bool:
    """Say whether a happening was made out of an event and changed only with it; `words` are of its last events."""
    past = project.history(Kind.HAPPENING, happening.id)
    if not past or past[0].op != "insert" or any(not e.step.place or e.step.kind != "edit" for e in past):
        return False
    place = past[0].step.place
    article = project.articles.find(place.article_id) if place is not None and place.span is not None else None
    if article is not None and place is not None and place.span is not None:
        words = words | set(place.span.of(article.text).split())
    return words >= set(happening.name.partition(": ")[0].split())


def _words_of(project: Project, mention: Mention) -> list[str]:
    return mention.text_of(project.articles.get(mention.article_id).text).split()


def _has_others(project: Project, kind: Kind, thing_id: str, known: Set[str]) -> bool:
    """Say whether a thing has mentions beside those known; it may have tens of thousands."""
    return any(i not in known for i in project.registry.some_mentions(kind, thing_id, len(known) + 1))


def follow_words(project: Project, step: Step, page: Page, old: Mention, new: Mention) -> None:
    """Call what was made out of a mention, and named after it alone, by its new words.

    What has another mention, another name, or came otherwise than from these words is called as it was.
    """
    for kind, thing_id in ((Kind.ENTITY, old.entity_id), (Kind.HAPPENING, old.happening_id)):
        if thing_id is None or _has_others(project, kind, thing_id, {old.id}):
            continue
        thing = project.registry.entity(thing_id) if kind is Kind.ENTITY else project.registry.happening(thing_id)
        named = new_entity if kind is Kind.ENTITY else new_happening
        if thing is None or thing.name != named(page, old.id).name or (isinstance(thing, Entity) and thing.aliases):
            continue
        made = project.history(kind, thing_id)[:1]
        if made and made[0].op == "insert" and made[0].step.place and made[0].step.kind == "edit":
            changed = replace(page, mentions=Records({**page.mentions, new.id: new}))
            step.put(replace(thing, name=named(changed, new.id).name))


def new_happening(page: Page, mention_id: str) -> Happening:
    """Return a happening named after an event mention and its fillers, not stored yet."""
    mention = page.mentions[mention_id]
    words = " ".join(mention.text_of(page.text).split())
    fillers = [page.mentions[a.filler_id] for a in page.arguments_of(mention_id) if a.filler_id in page.mentions]
    names = [" ".join(f.text_of(page.text).split()) for f in fillers if f.layer is Layer.ENTITY]
    name = f"{words}: {', '.join(dict.fromkeys(names))}" if names else words
    return Happening(new_id(), name[:120], mention.label)


def set_happening_date(project: Project, happening_id: str, when: When | None) -> Changes:
    """Date a happening by hand (None: back to what the articles say)."""
    happening = project.registry.happening(happening_id)
    if happening is None:
        raise EditError("This happening is no longer there.")
    if happening.when == when:
        return Changes()
    with project.step(f"Date of {cut_short(happening.name)}") as step:
        step.put(replace(happening, when=when))
    return step.changes


def date_happening(project: Project, happening_id: str, typed: str, here: str = "", said: str = "") -> Changes:
    """Date a happening by what a person typed; an empty text goes back to what the articles say.

    Raises ValueError saying what a date looks like. `here` and `said`: as in `typed_date`.
    """
    if not typed.strip():
        return set_happening_date(project, happening_id, None)
    reports = [m.id for m in project.registry.all_mentions(Kind.HAPPENING, happening_id)]
    return set_happening_date(project, happening_id, typed_date(project, typed, reports, here, said))


def typed_date(project: Project, typed: str, event_ids: Sequence[str], here: str = "", said: str = "") -> When:
    """Return the date that a person typed for events that are reports of one happening.

    Weekdays and dates without a year are counted from the publication of the report that is selected (the event
    `here`), else from the day on which all reports appeared. `said` is as in
    `parse_date_input`. Raises ValueError saying what to write or do instead.
    """
    from dateline.model.date_input import parse_date_input  # many expressions to compile

    days = days_of_reports(project, [here] if here in event_ids else event_ids)
    try:
        return parse_date_input(typed, days[0] if len(days) == 1 else "", said)[1]
    except ValueError:
        if len(days) < 2:
            raise
    parse_date_input(typed, days[0], said)  # what is wrong with it on any day is told first
    told = first_of(days, 3)
    raise ValueError(
        f"{said or typed!r} is counted from the day of an article, and these appeared on {told}: "
        "select one of its events in the text, or write a full date"
    )


def days_of_reports(project: Project, event_ids: Sequence[str]) -> list[str]:
    """Return on which days (ISO 8601) the articles of some events appeared, each once; unknown ones are left out."""
    articles = {m.article_id for m in project.annotations.records(Kind.MENTION, event_ids)}
    found = (s.published[:10] for a in articles for s in project.articles.summaries(None, only=a))
    return sorted({day for day in found if day})


def date_event(project: Project, event_id: str, when: When) -> Changes:
    """Date an event by hand, making a happening behind it where there is none."""
    found = project.annotations.records(Kind.MENTION, [event_id])
    if not found:
        raise EditError("This event is no longer there.")
    mention: Mention = found[0]
    if mention.happening_id:
        return set_happening_date(project, mention.happening_id, when)
    page = project.annotations.page(mention.article_id, mention.annotator_id)
    told = project.occurrences.of(mention.annotator_id, article_id=mention.article_id)
    title = next(o.title for o in told if o.event.id == event_id)  # as the timeline calls it before and after
    happening = Happening(new_id(), title[:120], mention.label, when=when)
    text = f"Date {quoted(page, mention.fragments)}"
    with project.step(text, annotator_id=page.annotator_id, place=place_of(page, mention)) as step:
        step.put(happening)
        step.put(replace(mention, happening_id=happening.id))
    return step.changes


def merge(project: Project, kind: Kind, keep_id: str, other_ids: Sequence[str]) -> Changes:
    """Merge entities or happenings into one; names become aliases and all mentions follow.

    It is called what a person called one of them, rather than what the words of an article or a file made of it.
    """
    things = {t.id: t for t in project.annotations.records(kind, [keep_id, *other_ids])}
    if keep_id not in things:
        raise EditError("What the others were to become is no longer there.")
    keep, others = things[keep_id], [things[i] for i in other_ids if i in things and i != keep_id]
    if not others:
        return Changes()
    named = things[gives_name(project, kind, keep_id, [t.id for t in others])]
    gone = first_of([cut_short(t.name) for t in (keep, *others) if t is not named], 3)
    with project.step(f"Merge {gone} into {cut_short(named.name)}") as step:
        for other in others:
            for mention in project.registry.all_mentions(kind, other.id):
                step.put(linked(mention, kind, keep_id))
            step.delete(kind, other.id)
        step.put(_joined(keep, others, named.name))
    return step.changes


def gives_name(project: Project, kind: Kind, keep_id: str, other_ids: Sequence[str]) -> str:
    """Return the id of that by whose name things are called when they are merged: where a person chose none, `keep`."""
    return next((i for i in (keep_id, *other_ids) if _named_by_a_person(project, kind, i)), keep_id)


def _named_by_a_person(project: Project, kind: Kind, thing_id: str) -> bool:
    """Say whether somebody made a thing in the registry, or renamed it: neither words nor a file gave it its name."""
    past = [entry for entry in project.history(kind, thing_id) if entry.step.kind == "edit"]
    return any(entry.step.place is None and (entry.op == "insert" or "name" in entry.fields) for entry in past)


def _joined(keep: Any, others: Sequence[Any], name: str) -> Entity | Happening:
    """Add to a thing what is known of others, under a name: all notes, and what it does not have itself."""
    notes = dict.fromkeys(t.note.strip() for t in (keep, *others) if t.note.strip())
    external = next((t.external_id for t in (keep, *others) if t.external_id), "")
    whole: Entity | Happening = replace(
        keep, name=name, note="\n".join(notes), external_id=external, type=keep.type or others[0].type
    )
    if isinstance(whole, Happening):
        return replace(whole, when=next((t.when for t in (keep, *others) if t.when), None))
    names = dict.fromkeys([*keep.aliases, keep.name, *(n for o in others for n in (o.name, *o.aliases))])
    return replace(whole, aliases=tuple(n for n in names if n != name))


def remove_thing(project: Project, kind: Kind, thing_id: str) -> Changes:
    """Remove an entity or happening; its mentions stay, unlinked."""
    found = project.annotations.records(kind, [thing_id])
    if not found:
        return Changes()
    with project.step(f"Remove {cut_short(found[0].name)}") as step:
        for mention in project.registry.all_mentions(kind, thing_id):
            step.put(linked(mention, kind, None))
        step.delete(kind, thing_id)
    return step.changes


def linked(mention: Mention, kind: Kind, thing_id: str | None) -> Mention:
    """Return a mention that stands for another entity or happening, or for none."""
    if kind is Kind.ENTITY:
        return replace(mention, entity_id=thing_id)
    return replace(mention, happening_id=thing_id)


def _of_layer(page: Page, mention_ids: Sequence[str], layer: Layer) -> list[Mention]:
    mentions = [page.mentions[i] for i in mention_ids if i in page.mentions and page.mentions[i].layer is layer]
    if not mentions:
        raise EditError(
            "Only names can be linked to an entity."
            if layer is Layer.ENTITY
            else "Only events can be linked to a happening."
        )
    return mentions
