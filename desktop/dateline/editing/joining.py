"""Joining annotations that have become identical: the same words, annotator and label, or the same ends and label."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from dateline.model.annotation import Comment, Mention, Relation, TimeSource, TimeValue
from dateline.model.changes import Kind
from dateline.store.journal import Step
from dateline.store.project import Project


def twins(project: Project, source: str, target: str) -> dict[str, str]:
    """Return which mentions of two labels are the same but for the label: the one to go and the one to stay."""
    first: dict[tuple[Any, ...], str] = {}
    moved = project.annotations.with_label(source)
    wanted = {_place(m) for m in moved}
    for mention in project.annotations.with_label(target):
        if _place(mention) in wanted:
            first.setdefault(_place(mention), mention.id)
    return {m.id: stays for m in moved if (stays := first.setdefault(_place(m), m.id)) != m.id}


def relation_twins(project: Project, source: str, target: str) -> list[str]:
    """Return the relations of `source` between mentions that `target`, or an earlier one, joins already."""
    known = {_ends(r) for r in project.annotations.relations_with_label(target)}
    gone = []
    for relation in project.annotations.relations_with_label(source):
        if _ends(relation) in known:
            gone.append(relation.id)
        known.add(_ends(relation))
    return gone


def join(project: Project, step: Step, pairs: Mapping[str, str]) -> None:
    """Let each mention go into the one that stays: what refers to it, and what it knew alone, are handed over.

    What the staying one says itself counts; a date set by hand counts more than one found by rule.
    """
    records, ids = project.annotations.records, [*pairs, *pairs.values()]
    mentions: dict[str, Mention] = {m.id: m for m in records(Kind.MENTION, set(ids))}
    times: dict[str, TimeValue] = {t.id: t for t in records(Kind.TIME_VALUE, set(ids))}
    for gone, stays in pairs.items():
        mentions[stays] = _enriched(mentions[stays], mentions[gone])
        if gone in times:
            times[stays] = _better(times.get(stays), replace(times[gone], id=stays))
            step.delete(Kind.TIME_VALUE, gone)
    for stays in dict.fromkeys(pairs.values()):
        step.put(mentions[stays])
        if stays in times:
            step.put(times[stays])
    found = {kind: records(kind, held) for kind, held in project.annotations.dependants(ids).items()}
    _hand_over(step, pairs, Kind.ARGUMENT, found[Kind.ARGUMENT], ("event_id", "filler_id"), ("role",))
    _hand_over(step, pairs, Kind.RELATION, found[Kind.RELATION], ("source_id", "target_id"), ("label", "annotator_id"))
    _join_notes(step, pairs, found[Kind.COMMENT])
    for gone in pairs:
        step.delete(Kind.MENTION, gone)


def _place(mention: Mention) -> tuple[Any, ...]:
    return mention.article_id, mention.annotator_id, mention.fragments


def _ends(relation: Relation) -> tuple[str, str, str]:
    return relation.annotator_id, relation.source_id, relation.target_id


def _enriched(stays: Mention, gone: Mention) -> Mention:
    return replace(
        stays,
        attributes={**gone.attributes, **stays.attributes},
        entity_id=stays.entity_id or gone.entity_id,
        happening_id=stays.happening_id or gone.happening_id,
    )


def _better(stays: TimeValue | None, gone: TimeValue) -> TimeValue:
    if stays is None or (stays.source is not TimeSource.HAND and gone.source is TimeSource.HAND):
        return gone
    return stays


def _join_notes(step: Step, pairs: Mapping[str, str], found: Iterable[Comment]) -> None:
    """A mention has one note: where both had one, it holds both texts."""
    notes: dict[str | None, Comment] = {c.mention_id: c for c in found if c.mention_id not in pairs}
    for note in found:
        stays = pairs.get(note.mention_id or "")
        if stays is None:
            continue
        mine = notes.get(stays)
        if mine is None:
            notes[stays] = replace(note, mention_id=stays)
        else:
            notes[stays] = replace(mine, text="\n".join(dict.fromkeys((mine.text, note.text))))
            step.delete(Kind.COMMENT, note.id)
    for note in notes.values():
        step.put(note)


def _hand_over(
    step: Step,
    pairs: Mapping[str, str],
    kind: Kind,
    found: Iterable[Any],
    ends: tuple[str, str],
    rest: tuple[str, ...],
) -> None:
    """Give links new ends; one that is there already, or that would link a mention with itself, goes."""
    groups: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for link in found:
        new = replace(link, **{end: pairs.get(getattr(link, end), getattr(link, end)) for end in ends})
        groups[*(getattr(new, name) for name in (*ends, *rest))].append((link, new))
    for (one, other, *_), links in groups.items():
        moved = any(link != new for link, new in links)
        untouched = [link for link, new in links if link == new]
        kept = untouched[:1] or [links[0][1]]
        for link, new in links if moved else ():
            if one == other or new.id != kept[0].id:
                step.delete(kind, link.id)
            else:
                step.put(new)
