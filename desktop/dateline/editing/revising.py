"""Carrying annotations over from one version of an article to another, which is a text of its own."""

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from dateline.editing.newer_versions import (
    carried_fragments,
    copies_of_ends,
    state_of_newest,
    with_ends_copied,
)
from dateline.editing.times import reresolved
from dateline.model.annotation import Annotations, Annotator
from dateline.model.article import NEWER, Article, Progress, Region, State
from dateline.model.ids import new_id
from dateline.model.page import Page
from dateline.model.revision import Alignment
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.store.project import Project
from dateline.store.step import Step

_FACTS = ("title", "published", "source", "url", "language")


class Revision(Struct):
    """What became of the annotations of an older version: how many moved, and the words of those that could not."""

    old_name: str
    new_name: str
    moved: int = 0
    stayed: list[str] = field(default_factory=list)  # "label “words” (annotator)"; still on the older version
    cut: list[str] = field(default_factory=list)  # "role: trigger – filler (annotator)"; likewise, with both their ends
    kept: list[str] = field(default_factory=list)  # annotators of whose work nothing moved: the older one stays theirs
    skipped: list[str] = field(default_factory=list)  # annotators for whom the older version is skipped now
    reopened: list[str] = field(default_factory=list)  # those of them who were done, and are started with the newer one


def carry_over(project: Project, step: Step, old_id: str, new: Article) -> Revision:
    """Move every annotator's annotations from an article to its newer version, inside a step.

    A mention whose words are all in the new text moves with its value, entity and happening; one whose words were
    changed or cut stays where it is. Arguments and relations follow when both ends do; where only one does they stay,
    and a copy of that end with them. The older version names the newer one. For an annotator of whose work something
    moved it is skipped, and the newer one started; for one of whose work nothing did both stay as they are: a text
    without annotations in the place of one that has some would be a wrong example of one in which there is nothing.
    """
    old = project.articles.get(old_id)
    alignment = Alignment(old.text, new.text)
    done = Revision(*_told_apart(old, new))
    shared = _Carrying(step, alignment, new, done, project.schema())
    for annotator in project.annotations.annotators_of(old_id):
        state = project.annotations.progress_id(old_id, annotator.id)
        if shared.annotator(old, annotator, project.annotations.of(old_id, annotator.id)):
            before = _hand_on_state(project, step, old_id, new.id, annotator.id)
            if before not in (State.NEW, State.SKIPPED):
                done.skipped.append(annotator.name)
            if before is State.DONE:
                done.reopened.append(annotator.name)
        elif state is not None and state[1] not in (State.NEW, State.SKIPPED):
            done.kept.append(annotator.name)
    replaced = f"Replaced by a newer version, {new.published[:16] or new.name}."
    step.put(replace(old, note=f"{old.note}\n{replaced}".strip(), meta={**old.meta, NEWER: new.id}))
    shared.everybodys(project.annotations.of(old_id, "").regions)
    return done


def with_facts_of(old: Article | None, new: Article) -> Article:
    """Return a newer version with what its source does not say of it and the older version does."""
    missing = {name: getattr(old, name) for name in _FACTS if old is not None and not getattr(new, name)}
    return replace(new, **missing)


class _Carrying:
    """Moves the records of one annotator after the other."""

    def __init__(self, step: Step, alignment: Alignment, new: Article, done: Revision, schema: Schema) -> None:
        self._step, self._alignment, self._new, self._done, self._schema = step, alignment, new, done, schema

    def annotator(self, old: Article, who: Annotator, annotations: Annotations) -> bool:
        """Move what can be of somebody's page; say whether that was anything."""
        moved = {
            m.id: there for m in annotations.mentions if (there := carried_fragments(self._alignment, m.fragments))
        }
        negatives = [r for r in annotations.regions if r.annotator_id == who.id]
        for mention in annotations.mentions:
            if mention.id not in moved:
                words = mention.text_of(old.text)[:60]
                self._done.stayed.append(f"{self._schema.shown(mention.label)} “{words}” ({who.name})")
        if not (moved or any(self._alignment.carried(r.span) for r in negatives)):
            return False
        self._links(old, who, annotations, set(moved))
        for mention in annotations.mentions:
            if there := moved.get(mention.id):
                self._step.put(replace(mention, article_id=self._new.id, fragments=there))
                self._done.moved += 1
        for comment in annotations.comments:
            if comment.mention_id is None or comment.mention_id in moved:
                self._step.put(replace(comment, article_id=self._new.id))
        self._regions(negatives)
        self._resolve(old, who.id, annotations, moved)
        return True

    def _links(self, old: Article, who: Annotator, annotations: Annotations, moved: set[str]) -> None:
        """Let links that come apart stay, with a copy of the end that moves."""
        words = {m.id: m.text_of(old.text)[:40] for m in annotations.mentions}
        copies = copies_of_ends(annotations, moved)
        for mention in annotations.mentions:
            if mention.id in copies:
                self._step.put(replace(mention, id=copies[mention.id]))
        for time in annotations.times:
            if time.id in copies:
                self._step.put(replace(time, id=copies[time.id]))
        for a in annotations.arguments:
            if (a.event_id in moved) != (a.filler_id in moved):
                self._step.put(with_ends_copied(a, copies))
                self._done.cut.append(f"{a.role}: “{words[a.event_id]}” – “{words[a.filler_id]}” ({who.name})")
        for r in annotations.relations:
            if r.source_id in moved and r.target_id in moved:
                self._step.put(replace(r, article_id=self._new.id))
            elif r.source_id in moved or r.target_id in moved:
                self._step.put(with_ends_copied(r, copies))
                ends = f"“{words[r.source_id]}” – “{words[r.target_id]}”"
                self._done.cut.append(f"{self._schema.shown(r.label)}: {ends} ({who.name})")

    def everybodys(self, regions: Sequence[Region]) -> None:
        """Mark the same boilerplate in the new text; it stays marked in the old one, too."""
        for region in regions:
            if region.annotator_id is None and (there := self._alignment.carried(region.span)):
                self._step.put(Region(new_id(), self._new.id, region.kind, there))

    def _regions(self, negatives: Sequence[Region]) -> None:
        for region in negatives:
            if there := self._alignment.carried(region.span):
                self._step.put(replace(region, article_id=self._new.id, span=there))

    def _resolve(
        self, old: Article, annotator_id: str, annotations: Annotations, moved: dict[str, tuple[Span, ...]]
    ) -> None:
        """Resolve anew what was resolved by rule, where the versions were published on different days."""
        if (old.published, old.language) == (self._new.published, self._new.language):
            return
        mentions = tuple(
            replace(m, article_id=self._new.id, fragments=moved[m.id]) for m in annotations.mentions if m.id in moved
        )
        times = tuple(t for t in annotations.times if t.id in moved)
        page = Page.of(self._new, annotator_id, Annotations(mentions=mentions, times=times))
        for _, value in reresolved(page, self._new):
            self._step.put(value)


def _told_apart(old: Article, new: Article) -> tuple[str, str]:
    """Return the names of two versions, with their dates where the names are one and the dates are not."""
    if old.name != new.name or old.published == new.published:
        return old.name, new.name
    older, newer = (f"{one.name} ({one.published[:10]})" if one.published else one.name for one in (old, new))
    return older, newer


def _hand_on_state(project: Project, step: Step, old_id: str, new_id_: str, annotator_id: str) -> State:
    """Skip an older version for an annotator, and start the newer one; return what state the older one was in."""
    known = project.annotations.progress_id(old_id, annotator_id)
    if known is None or known[1] is State.NEW:
        return State.NEW
    step.put(Progress(known[0], old_id, annotator_id, State.SKIPPED))
    there = project.annotations.progress_id(new_id_, annotator_id)
    state = state_of_newest(known[1])
    step.put(Progress(there[0] if there else new_id(), new_id_, annotator_id, state))
    return known[1]
