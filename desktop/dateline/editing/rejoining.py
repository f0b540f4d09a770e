"""Annotations that come once more: formats that give no ids bring those of an earlier import again."""

from collections import defaultdict
from collections.abc import Mapping, Set
from typing import Any

from msgspec.structs import replace

from dateline.model.annotation import Annotations, Mention


def without_known(come: Annotations, there: Annotations, seen: Set[str]) -> Annotations:
    """Return of what comes for an annotator's page what is not `there`; its links lead to what is.

    Each mention that is there stands for one that says the same: words, label, attributes, for an event also who fills
    which role. What has changed since, on either side, comes beside. `seen` are ids that are there already: those
    records are told by their ids.
    """
    same = _same_mentions(come, there, seen)

    def moved(record_id: str) -> str:
        return same.get(record_id, record_id)

    relations = {(r.label, r.source_id, r.target_id) for r in there.relations}
    notes = {(c.text, c.mention_id) for c in there.comments}
    zones = {(r.kind, r.span, r.annotator_id is None) for r in there.regions}
    arguments = (
        replace(a, event_id=moved(a.event_id), filler_id=moved(a.filler_id))
        for a in come.arguments
        if a.event_id not in same
    )
    related = (replace(r, source_id=moved(r.source_id), target_id=moved(r.target_id)) for r in come.relations)
    told = (replace(c, mention_id=moved(c.mention_id)) if c.mention_id else c for c in come.comments)
    return Annotations(
        tuple(m for m in come.mentions if m.id not in same),
        tuple(t for t in come.times if t.id not in same),
        tuple(arguments),
        tuple(r for r in related if r.id in seen or (r.label, r.source_id, r.target_id) not in relations),
        tuple(c for c in told if c.id in seen or (c.text, c.mention_id) not in notes),
        tuple(r for r in come.regions if r.id in seen or (r.kind, r.span, r.annotator_id is None) not in zones),
    )


def _same_mentions(come: Annotations, there: Annotations, seen: Set[str]) -> dict[str, str]:
    """Return by their ids the mentions that are there, with the ids of those they are."""
    free: dict[Any, list[str]] = defaultdict(list)
    keys = _keys(there)
    for mention in reversed(there.mentions):
        if mention.id not in seen:
            free[keys[mention.id]].append(mention.id)
    links = {m.id: (m.entity_id, m.happening_id) for m in there.mentions}
    keys = _keys(come)
    same: dict[str, str] = {}
    for mention in come.mentions:
        left = free.get(keys[mention.id])
        if mention.id not in seen and left and _links_no_further(mention, links[left[-1]]):
            same[mention.id] = left.pop()
    return same


def _links_no_further(mention: Mention, links: tuple[str | None, str | None]) -> bool:
    """Say whether a mention is linked to nothing, or to what the one that is there is linked to."""
    return all(
        mine in (None, theirs) for mine, theirs in zip((mention.entity_id, mention.happening_id), links, strict=True)
    )


def _keys(found: Annotations) -> Mapping[str, Any]:
    """Return what each mention says, by its id."""
    plain = {m.id: (m.layer, m.label, m.fragments, tuple(sorted(m.attributes.items()))) for m in found.mentions}
    roles: dict[str, list[Any]] = defaultdict(list)
    for argument in found.arguments:
        if argument.filler_id in plain:
            roles[argument.event_id].append((argument.role, plain[argument.filler_id]))
    return {i: (said, tuple(sorted(roles[i], key=repr)) if i in roles else ()) for i, said in plain.items()}
