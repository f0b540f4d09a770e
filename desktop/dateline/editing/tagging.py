"""Tagging: making, relabelling, moving and deleting mentions."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from dateline.assist.propagation import identical_occurrences
from dateline.editing.common import (
    EditError,
    delete_with_dependants,
    mark_started,
    mention_of,
    place_of,
    quoted,
    require_words,
)
from dateline.editing.registry import drop_emptied, follow_words
from dateline.editing.times import resolved
from dateline.model.annotation import Layer, Mention, TimeSource
from dateline.model.changes import Changes, Kind, Place
from dateline.model.ids import new_id
from dateline.model.page import Page
from dateline.model.progress import Progress, Silent
from dateline.model.schema import LabelType
from dateline.model.text import Span, SpanSet
from dateline.model.wording import counted
from dateline.store.journal import Step
from dateline.store.project import Project

_MANY = 500  # mentions made at once
_SILENT = Silent()


def tag(project: Project, page: Page, fragments: Sequence[Span], label: LabelType) -> Changes:
    """Tag a selection; the same label on the same words twice changes nothing.

    The new mention's id is the `record_id` of the Changes' place. Raises EditError inside boilerplate, and where
    there are no words.
    """
    pieces = tuple(sorted(fragments))
    if same := [m for m in page.exactly(pieces) if m.label == label.name]:
        return Changes(place=place_of(page, same[0]))
    mention = new_mention(page, pieces, label)
    with project.step(
        f"Tag {quoted(page, pieces)} as {label.shown}", annotator_id=page.annotator_id, place=place_of(page, mention)
    ) as step:
        put_mention(project, page, step, mention)
    return step.changes


def new_mention(page: Page, fragments: tuple[Span, ...], label: LabelType) -> Mention:
    """Return a mention that is not stored yet; raises EditError where none may be."""
    if label.layer is Layer.RELATION:
        raise EditError(f"{label.shown} links two annotations: drag from one to the other.")
    require_words(page, fragments)
    return Mention(new_id(), page.article.id, page.annotator_id, label.layer, label.name, fragments)


def put_mention(project: Project, page: Page, step: Step, mention: Mention) -> None:
    """Store a new mention with, for a time expression, what it resolves to."""
    step.put(mention)
    if mention.layer is Layer.TIME:
        step.put(resolved(page, mention))
    mark_started(project, page, step)


def put_mentions(
    project: Project, page: Page, step: Step, mentions: Sequence[Mention], progress: Progress = _SILENT
) -> None:
    """Store new mentions like `put_mention`; many of them row by row would take long."""
    if len(mentions) <= _MANY:
        for mention in mentions:
            put_mention(project, page, step, mention)
        return
    for done in range(0, len(mentions), _MANY):
        progress.step(done, len(mentions), step.label)
        some = mentions[done : done + _MANY]
        step.add_all(some)
        step.add_all([resolved(page, m) for m in some if m.layer is Layer.TIME])
    mark_started(project, page, step)


def tag_everywhere(
    project: Project,
    page: Page,
    fragments: Sequence[Span],
    label: LabelType,
    *,
    folded: bool,
    progress: Progress = _SILENT,
) -> tuple[Changes, int]:
    """Tag a selection and every identical stretch of words in the article; returns the Changes and how many are new.

    A stretch inside a mention of the same label is left out: "Cavusoglu" in "Mevlut Cavusoglu" is tagged already. So
    is one that just carries another label.
    """
    pieces = tuple(sorted(fragments))
    if len(pieces) > 1:
        raise EditError("Only a selection in one piece can be looked for elsewhere.")
    require_words(page, pieces)
    found = _watched(identical_occurrences(page.text, pieces[0], folded=folded), len(page.text), label, progress)
    first = [pieces[0]] if may_be_tagged(page, pieces, label) else []
    event = label.layer is Layer.EVENT
    otherwise = {m.fragments for m in page.mentions.values() if (m.layer is Layer.EVENT) == event}
    new = sorted(s for s in {*first, *untagged(page, found, label)} if (s,) not in otherwise)
    words = quoted(page, pieces)
    with project.step(
        f"Tag {words} as {label.shown}, {counted(len(new), 'time')}",
        annotator_id=page.annotator_id,
        place=Place(page.article.id, pieces[0]),
    ) as step:
        put_mentions(project, page, step, [new_mention(page, (span,), label) for span in new], progress)
    return step.changes, len(new)


def _watched(spans: Iterable[Span], length: int, label: LabelType, progress: Progress) -> Iterator[Span]:
    """Report how far in the text the spans are that are found."""
    for number, span in enumerate(spans):
        if number % _MANY == 0:
            progress.step(span.begin, length, label.shown)
        yield span


def may_be_tagged(page: Page, fragments: tuple[Span, ...], label: LabelType) -> bool:
    """Say whether these words are outside boilerplate and not under this very label."""
    zones = page.boilerplate()
    if any(z.overlaps(f) for z in zones for f in fragments):
        return False
    return not any(m.label == label.name for m in page.exactly(fragments))


def untagged(page: Page, spans: Iterable[Span], label: LabelType) -> list[Span]:
    """Return those of `spans` that are outside boilerplate and outside mentions with this label.

    "Cavusoglu" in "Mevlut Cavusoglu" is tagged already.
    """
    zones = SpanSet(page.boilerplate())
    same = SpanSet(m.span for m in page.mentions.values() if m.label == label.name)
    return [s for s in spans if not zones.meets(s) and not same.covers(s)]


def relabel(project: Project, page: Page, mention_id: str, label: LabelType) -> Changes:
    """Change a mention's label; across layers what no longer fits (value, roles, links) goes with it."""
    old = mention_of(page, mention_id)
    if old.label == label.name:
        return Changes(place=place_of(page, old))
    if label.layer is Layer.RELATION:
        raise EditError(f"{label.shown} links two annotations; it cannot be the label of one.")
    if any(m.label == label.name for m in page.exactly(old.fragments)):
        raise EditError(f"{quoted(page, old.fragments)} is already tagged as {label.shown}.")
    kept = {name: value for name, value in old.attributes.items() if label.attribute(name)}
    new = replace(old, label=label.name, layer=label.layer, attributes=kept)
    if label.layer is not old.layer:
        new = replace(new, entity_id=None, happening_id=None)
    text = f"Change {quoted(page, old.fragments)} from {project.shown(old.label)} to {label.shown}"
    with project.step(text, annotator_id=page.annotator_id, place=place_of(page, old)) as step:
        if old.layer is Layer.TIME and label.layer is not Layer.TIME:
            step.delete(Kind.TIME_VALUE, old.id)
        if old.layer is Layer.EVENT:
            for argument in page.arguments_of(old.id):
                if label.role(argument.role) is None:
                    step.delete(Kind.ARGUMENT, argument.id)
        step.put(new)
        if label.layer is Layer.TIME and (old.id not in page.times or page.times[old.id].source is TimeSource.RULE):
            step.put(resolved(page, new))
    return step.changes


def set_fragments(project: Project, page: Page, mention_id: str, fragments: Sequence[Span]) -> Changes:
    """Move a mention's edges or add a piece.

    A date found by rule is resolved anew from the new words; what was named after the mention alone takes its new name.
    """
    old = mention_of(page, mention_id)
    new = replace(old, fragments=tuple(sorted(fragments)))
    if new == old:
        return Changes(place=place_of(page, old))
    require_words(page, new.fragments)
    if clash := [m for m in page.exactly(new.fragments) if m.label == new.label]:
        label = project.shown(new.label)
        raise EditError(f"{quoted(page, clash[0].fragments)} is already tagged as {label}.")
    text = f"Change {quoted(page, old.fragments)} to {quoted(page, new.fragments)}"
    with project.step(text, annotator_id=page.annotator_id, place=place_of(page, new)) as step:
        step.put(new)
        follow_words(project, step, page, old, new)
        value = page.times.get(mention_id)
        if new.layer is Layer.TIME and (value is None or value.source is TimeSource.RULE):
            step.put(resolved(page, new))
    return step.changes


def delete(project: Project, page: Page, mention_ids: Iterable[str]) -> Changes:
    """Delete mentions with their values, arguments, relations and comments."""
    mentions = [page.mentions[i] for i in mention_ids if i in page.mentions]
    if not mentions:
        return Changes()
    label, words = project.shown(mentions[0].label), quoted(page, mentions[0].fragments)
    what = f"{label} {words}" if len(mentions) == 1 else f"{len(mentions)} annotations"
    with project.step(f"Delete {what}", annotator_id=page.annotator_id, place=place_of(page, mentions[0])) as step:
        delete_with_dependants(project, step, [m.id for m in mentions])
        drop_emptied(project, step, mentions)
    return step.changes


def set_attribute(project: Project, page: Page, mention_id: str, name: str, value: str) -> Changes:
    """Set an attribute of a mention; an empty value takes it away."""
    old = mention_of(page, mention_id)
    attributes = {k: v for k, v in old.attributes.items() if k != name}
    if value:
        attributes[name] = value
    text = f"Set {name} of {quoted(page, old.fragments)} to {value or 'nothing'}"
    with project.step(text, annotator_id=page.annotator_id, place=place_of(page, old)) as step:
        step.put(replace(old, attributes=attributes))
    return step.changes
