"""What a mention most likely stands for: candidates from the project, ranked by `assist`."""

from dateline.assist.things import (
    TOLERANCE,
    MergeProposal,
    ThingProposal,
    propose_entities,
    propose_happenings,
    propose_merges,
    propose_told_before,
)
from dateline.model.annotation import Layer, Mention
from dateline.model.changes import Kind
from dateline.model.occurrence import ACTORS
from dateline.model.page import Page
from dateline.model.registry import Happening
from dateline.model.text import fold
from dateline.model.when import When
from dateline.store.project import Project

SURE = 0.9  # so likely that another as likely does not make it doubtful
LIKELY = 0.74  # a happening less likely is listed, but no key links to it


def thing_proposals(project: Project, page: Page, mention: Mention) -> list[ThingProposal]:
    """Return the entities or happenings that an unlinked mention may stand for, the likeliest first."""
    if mention.layer is Layer.ENTITY and mention.entity_id is None:
        words = mention.text_of(page.text)
        near = project.registry.entities_near(words)
        counts = project.registry.counts_of(Kind.ENTITY, [e.id for e in near]) if len(near) > 1 else {}
        return propose_entities(words, mention.label, near, counts)
    if mention.layer is Layer.EVENT and mention.happening_id is None:
        if not page.arguments_of(mention.id):
            return propose_told_before(_told_before(project, page, mention))
        return _happenings(project, mention)
    return []


def likeliest(proposals: list[ThingProposal]) -> ThingProposal | None:
    """Return the first of some proposals; None where it is faint, or the second is as good and neither is sure."""
    if not proposals or (isinstance(proposals[0].thing, Happening) and proposals[0].score < LIKELY):
        return None
    first, second = proposals[0], proposals[1] if len(proposals) > 1 else None
    return None if second and first.score < SURE and first.score - second.score < 0.01 else first


def is_open(proposals: list[ThingProposal]) -> bool:
    """Say whether two proposals or more are as likely, so that somebody has to choose; faint ones do not count."""
    first = proposals[0] if proposals else None
    faint = first is not None and isinstance(first.thing, Happening) and first.score < LIKELY
    return first is not None and not faint and likeliest(proposals) is None


def _happenings(project: Project, mention: Mention) -> list[ThingProposal]:
    told = project.occurrences.reports([mention.id])
    if not told:
        return []
    actors = told[0].occurrence.filled(ACTORS)
    people = list(dict.fromkeys(f.mention.entity_id for f in actors if f.mention.entity_id))
    between = _between(told[0].when)
    reports = project.occurrences.linked_near(mention.annotator_id, mention.label, between, people)
    ids = {r.occurrence.event.happening_id or "" for r in reports}
    happenings = {h.id: h for h in project.annotations.records(Kind.HAPPENING, ids)}
    return propose_happenings(told[0], reports, happenings)


def _told_before(project: Project, page: Page, mention: Mention) -> list[Happening]:
    """Return the happenings that earlier events of the article in the same words are linked to, the nearest first."""
    words, mode = fold(mention.text_of(page.text)), mention.attributes.get("mode")
    ids = [
        m.happening_id
        for m in page.events()
        if m.happening_id
        and m.label == mention.label
        and m.span < mention.span
        and fold(m.text_of(page.text)) == words
        and not (mode and m.attributes.get("mode", mode) != mode)
    ]
    found = {h.id: h for h in project.annotations.records(Kind.HAPPENING, set(ids))}
    return [found[i] for i in dict.fromkeys(reversed(ids)) if i in found]


def _between(when: When | None) -> tuple[int, int] | None:
    """Return the seconds in which a date must lie to be near; None where an end is open."""
    if when is None or when.begin is None or when.end is None:
        return None
    return when.begin - TOLERANCE, when.end + TOLERANCE


def merge_proposals(project: Project, annotator_id: str) -> list[MergeProposal]:
    """Return the pairs of entities that may be one, over the whole project."""
    return propose_merges(project.registry.summaries(Kind.ENTITY, annotator_id))
