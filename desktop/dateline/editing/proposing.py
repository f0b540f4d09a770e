"""What a mention most likely stands for, and which things may be one: found in the project, ranked by `assist`."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from dateline.assist.merging import MergeProposal, propose_happening_merges
from dateline.assist.things import (
    TOLERANCE,
    ThingProposal,
    propose_entities,
    propose_happenings,
    propose_together,
    propose_told_before,
)
from dateline.assist.told_again import propose_on_its_day, propose_told_again
from dateline.chronology import find
from dateline.editing.watching import known_parts
from dateline.model.annotation import Layer, Mention, Relation
from dateline.model.changes import Kind
from dateline.model.interval import overlaps
from dateline.model.lifecycle import Stage
from dateline.model.moved import moved_of
from dateline.model.occurrence import ACTORS, PLACES
from dateline.model.page import Page
from dateline.model.registry import Happening
from dateline.model.report import Report
from dateline.model.text import Span, fold, sentence_at
from dateline.model.when import When
from dateline.store.occurrences import Sought
from dateline.store.project import Project

SURE = 0.9  # so likely that another as likely does not make it doubtful
_NEAR = 600  # characters back to what is told of again
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
        told = [moved_from(page, r) for r in project.occurrences.reports([mention.id])]
        found = _happenings(project, mention, told)
        if found and found[0].score >= LIKELY:
            return found
        again = _told_again(project, page, mention) or _on_its_day(project, page, mention, told)
        return [*again, *(f for f in found if all(f.thing.id != a.thing.id for a in again))]
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


def moved_from(page: Page, report: Report) -> Report:
    """Return a report with the day from which its event was moved, as its sentence tells it: no role needs to name it.

    A date that nobody tagged counts as well.
    """
    event, about = report.occurrence.event, page.article
    sentence = sentence_at(page.text, event.span.begin)
    if report.when is None or report.by_hand or report.occurrence.moved or sentence is None:
        return report
    dated = [(m.span, v.when) for v in page.times.values() if v.when and (m := page.mentions.get(v.id))]
    dated = [(span, when) for span, when in dated if sentence.covers(span)]
    for found in find(sentence.of(page.text), about.published, about.language):
        span = Span(found.span.begin + sentence.begin, found.span.end + sentence.begin)
        if found.reading.when and not any(span.overlaps(tagged) for tagged, _ in dated):
            dated.append((span, found.reading.when))
    moved = moved_of(page.text, event, sorted(dated, key=lambda each: each[0]))
    if moved is None or not overlaps(moved.new, report.when):
        return report
    return replace(report, occurrence=replace(report.occurrence, moved=moved))


def _happenings(project: Project, mention: Mention, told: Sequence[Report]) -> list[ThingProposal]:
    if not told:
        return []
    fillers = told[0].occurrence.filled(ACTORS) or told[0].occurrence.filled(PLACES)  # a forum has but a place
    people = list(dict.fromkeys(f.mention.entity_id for f in fillers if f.mention.entity_id))
    days = dict.fromkeys((_dated(told[0].when), *((_dated(told[0].before),) if told[0].before else ())))
    sought = [Sought(mention.annotator_id, mention.label, day, people, TOLERANCE) for day in days]
    reports = _each_once(project.occurrences.linked_near(s) for s in sought)
    ids = {r.occurrence.event.happening_id or "" for r in reports}
    happenings = {h.id: h for h in project.annotations.records(Kind.HAPPENING, ids)}
    found = propose_happenings(told[0], reports, happenings, known_parts(project))
    if found and found[0].score >= LIKELY:
        return found  # what is not linked yet joins that one
    alone = _each_once(project.occurrences.unlinked_near(s) for s in sought)
    return [*propose_together(told[0], alone, LIKELY, known_parts(project)), *found]


def _each_once(found: Iterable[Sequence[Report]]) -> list[Report]:
    return list({r.id: r for reports in found for r in reports}.values())


def _told_again(project: Project, page: Page, mention: Mention) -> list[ThingProposal]:
    """Return what an event of which but the time and place are told may be, of those of the sentences before."""
    told = project.occurrences.reports([mention.id])
    if not told or _roles_beside_times(page, mention) - {*PLACES}:
        return []
    near = [
        m.id
        for m in page.events()
        if m.label == mention.label and m.span < mention.span and mention.span.begin - m.span.end < _NEAR
    ]
    before = sorted(project.occurrences.reports(near), key=lambda r: r.occurrence.event.span)
    ids = {r.occurrence.event.happening_id or "" for r in before}
    happenings = {h.id: h for h in project.annotations.records(Kind.HAPPENING, ids)}
    return propose_told_again(told[0], before, happenings)


def _on_its_day(project: Project, page: Page, mention: Mention, told: Sequence[Report]) -> list[ThingProposal]:
    """Return what an event of which but a day is told may be: the only one of its type on that day, in any article.

    Of one that is moved it may be the only one that is planned for the day that is given up.
    """
    if not told or _roles_beside_times(page, mention):
        return []
    event = told[0]
    found = _on_day(project, event)
    if not found and event.before:
        found = _on_day(project, replace(event, by_hand=event.before), Stage.PLANNED)
    return found


def _on_day(project: Project, event: Report, only: Stage | None = None) -> list[ThingProposal]:
    dated, which = _dated(event.when), event.occurrence.event
    if dated is None:
        return []
    sought = Sought(which.annotator_id, which.label, dated, [], 0)
    others = [*project.occurrences.linked_near(sought), *project.occurrences.unlinked_near(sought)]
    others = [r for r in others if only in (None, r.stage)]
    ids = {r.occurrence.event.happening_id or "" for r in others}
    happenings = {h.id: h for h in project.annotations.records(Kind.HAPPENING, ids)}
    return propose_on_its_day(event, others, happenings)


def _roles_beside_times(page: Page, event: Mention) -> set[str]:
    return {a.role.casefold() for a in page.arguments_of(event.id) if a.filler_id not in page.times}


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


def _dated(when: When | None) -> tuple[int, int] | None:
    """Return the seconds that a date spans; None where an end is open."""
    if when is None or when.begin is None or when.end is None:
        return None
    return when.begin, when.end


class HappeningPairs:
    """Finds the pairs of one annotator's happenings that may be one, reading only those that changed.

    A link that came or went changed the happenings of its ends. One thread at a time uses it; each call is given that
    thread's own connection.
    """

    def __init__(self, annotator_id: str) -> None:
        self._annotator_id = annotator_id
        self._told: dict[str, list[Report]] = {}  # by happening
        self._known: dict[str, Happening] = {}
        self._links: dict[str, Relation] = {}  # between events

    def refresh(self, project: Project, stale: Iterable[str] | None = None) -> list[MergeProposal]:
        """Return the pairs; only the `stale` ones are read anew (None: all)."""
        if stale is None:
            self._told, self._known = {}, {}
            mine = project.registry.links(Kind.HAPPENING, self._annotator_id)
            reports = project.occurrences.reports(mine)
            known: list[Happening] = project.registry.happenings()
            self._links = {r.id: r for r in project.occurrences.order_links(self._annotator_id)}
        else:
            ids = list(stale)
            reports = [r for i in ids for r in project.occurrences.of_happening(i, self._annotator_id)]
            known = project.annotations.records(Kind.HAPPENING, ids)
            self._read_links(project, {r.id for i in ids for r in self._told.get(i, ())} | {r.id for r in reports})
            for happening_id in ids:
                self._told.pop(happening_id, None)
                self._known.pop(happening_id, None)
        for report in reports:
            self._told.setdefault(report.occurrence.event.happening_id or "", []).append(report)
        self._known |= {h.id: h for h in known}
        links = [(r.source_id, r.target_id) for r in self._links.values() if r.label.casefold() != "identity"]
        return propose_happening_merges(self._told, self._known, known_parts(project), links)

    def _read_links(self, project: Project, events: set[str]) -> None:
        """Read anew what links some events."""
        self._links = {i: r for i, r in self._links.items() if not {r.source_id, r.target_id} & events}
        self._links |= {r.id: r for r in project.occurrences.links_of(self._annotator_id, events)}
