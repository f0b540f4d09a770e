"""Annotations that come for a text of which the project has a newer version: what stands in that one goes there."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import pairwise
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dateline.editing.rejoining import placed
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.annotation import Annotations, Argument, Mention, Relation
from dateline.model.article import NEWER, Article, State
from dateline.model.calendar import instant
from dateline.model.ids import is_id, new_id
from dateline.model.revision import Alignment
from dateline.model.text import Span
from dateline.model.wording import Wording, tr

Link = TypeVar("Link", Argument, Relation)
_OF_OLDER = tr("has the text of an older version of {name}: {joins}")
_ONE_MOVED = tr("1 of its annotations stands in the newer version, too, and joins that")
_ONE_BETWEEN = tr("1 joins a version between the two")
_ONE_STAYED = tr("1 joins the older one")
_MOVED = tr("{moved} of its annotations stand in the newer version, too, and join that")
_BETWEEN = tr("{count} join a version between the two")
_STAYED = tr("{stayed} join the older one")
_BOTH = tr("{moved}; {stayed}")
_CUT = tr("{joins}; what links the ones to the others joins the older one: {cut}")
_NEWER_IS_HERE = tr("{name} is a newer version, and keeps the annotations; this one is taken in beside it")


class Parted(Struct, frozen=True):
    """A page in two: what has its place in the newer version, and what has not."""

    carried: Annotations
    stays: Annotations
    cut: tuple[Argument | Relation, ...] = ()  # links whose ends come apart, as they came: they stay
    copies: frozenset[str] = frozenset()  # ids of what stays for their sake, a copy of what is carried


def later_than(article: Article, find: Callable[[str], Article | None]) -> list[Article]:
    """Return the newer versions of an article, each the one that came into the place of the one before it."""
    met, found = {article.id}, [article]
    while (after := found[-1].meta.get(NEWER, "")) and after not in met and (there := find(after)):
        met.add(after)
        found.append(there)
    return found[1:]


def with_newer_named(meta: Mapping[str, str], find: Callable[[str], Article | None]) -> dict[str, str]:
    """Return an article's columns for people to read: its newer version by title and date, as titles are often one.

    A version that is there no more is not named.
    """
    named = dict(meta)
    if newer := find(meta.get(NEWER, "")):
        named[NEWER] = f"{newer.name} ({newer.published[:10]})" if newer.published else newer.name
    elif is_id(meta.get(NEWER, "")):
        del named[NEWER]
    return named


def is_later(one: str, other: str) -> bool:
    """Say whether an article of one publication date appeared after that of another; not where one is not known."""
    return bool(one and other) and instant(one) > instant(other)


def told_of_newer(article: Article, newer: Article) -> Problem:
    """Say that an article that was to be a newer version is not the newest."""
    return worded(Wording(_NEWER_IS_HERE, {"name": newer.name}), "", article.name, kind=ProblemKind.NEAR_TEXT)


def parted(
    come: Annotations,
    alignment: Alignment,
    here: Annotations,
    goes_on: Callable[[Mention], bool],
    *,
    joins: bool,
    notes_adrift: bool = False,
) -> Parted:
    """Part what comes for an older version as it had been parted if it had come before the newer one did.

    What is `here`, on its page, is left to it, unless it is only a copy there: `goes_on` says whether a mention stands
    on the page of a newer version. Links whose ends come apart stay, with a copy of the end that does not. Boilerplate
    stays, and is marked in the newer version, too, where something goes there. Where no mention and no negative does,
    notes do only if what goes there `joins` something. `notes_adrift`: a note on the text may be one that is on a
    mention here.
    """
    known = {placed(m) for m in here.mentions}
    moved = {
        m.id: there
        for m in come.mentions
        if (placed(m) not in known or goes_on(m)) and (there := carried_fragments(alignment, m.fragments))
    }
    zones = {(r.kind, r.span) for r in here.regions}
    places = [(r, span) for r in come.regions if (span := alignment.carried(r.span))]
    own = {r.id: replace(r, span=span) for r, span in places if r.annotator_id and (r.kind, r.span) not in zones}
    if not (moved or own or joins):
        return Parted(Annotations(), come)
    notes = {*moved, *_new_notes(come, here, adrift=notes_adrift)}
    carried = Annotations(
        tuple(replace(m, fragments=moved[m.id]) for m in come.mentions if m.id in moved),
        tuple(t for t in come.times if t.id in moved),
        tuple(a for a in come.arguments if a.event_id in moved and a.filler_id in moved),
        tuple(r for r in come.relations if r.source_id in moved and r.target_id in moved),
        tuple(c for c in come.comments if (c.mention_id or c.id) in notes),
        tuple(own.values()),
    )
    if carried != Annotations():
        shared = (replace(r, id=new_id(), span=span) for r, span in places if not r.annotator_id)
        carried = replace(carried, regions=(*carried.regions, *shared))
    copies = copies_of_ends(come, moved)
    staying = {m.id for m in come.mentions if m.id not in moved}
    stays = Annotations(
        tuple(replace(m, id=copies.get(m.id, m.id)) for m in come.mentions if m.id in copies or m.id in staying),
        tuple(replace(t, id=copies.get(t.id, t.id)) for t in come.times if t.id in copies or t.id in staying),
        tuple(with_ends_copied(a, copies) for a in come.arguments if not moved.keys() >= {a.event_id, a.filler_id}),
        tuple(with_ends_copied(r, copies) for r in come.relations if not moved.keys() >= {r.source_id, r.target_id}),
        tuple(c for c in come.comments if (c.mention_id or c.id) not in notes),
        tuple(r for r in come.regions if r.id not in own),
    )
    cut = (link for link in _links(come) if _apart(link, moved))
    return Parted(carried, stays, tuple(cut), frozenset(copies.values()))


def copies_of_ends(page: Annotations, moved: Collection[str]) -> dict[str, str]:
    """Return the ids of mentions that move while something they are linked to stays, with ids for copies that stay."""
    apart = [_ends(link) for link in _links(page) if _apart(link, moved)]
    return {end: new_id() for end in dict.fromkeys(e for ends in apart for e in ends if e in moved)}


def with_ends_copied(link: Link, copies: Mapping[str, str]) -> Link:
    """Return an argument or relation between what stays, copies included."""
    one, other = (copies.get(end, end) for end in _ends(link))
    if isinstance(link, Argument):
        return replace(link, event_id=one, filler_id=other)
    return replace(link, source_id=one, target_id=other)


def state_of_newest(state: State) -> State:
    """Return what an annotator's state for an older version makes that of the newest, where something went there."""
    return State.SKIPPED if state is State.SKIPPED else State.STARTED


def _links(page: Annotations) -> Iterator[Argument | Relation]:
    yield from page.arguments
    yield from page.relations


def _ends(link: Argument | Relation) -> tuple[str, str]:
    return (link.event_id, link.filler_id) if isinstance(link, Argument) else (link.source_id, link.target_id)


def _apart(link: Argument | Relation, moved: Collection[str]) -> bool:
    one, other = _ends(link)
    return (one in moved) != (other in moved)


def _new_notes(come: Annotations, here: Annotations, *, adrift: bool) -> Iterator[str]:
    """Yield the ids of the notes on the text that are not here; of those `adrift` one on a mention here may be one."""
    left = Counter(c.text for c in here.comments if adrift or c.mention_id is None)
    for note in come.comments:
        if note.mention_id is None:
            left[note.text] -= 1
            if left[note.text] < 0:
                yield note.id


def carried_fragments(alignment: Alignment, fragments: Iterable[Span]) -> tuple[Span, ...] | None:
    """Return where all parts of a mention stand in the new text, None where one does not, or they changed places."""
    there = [alignment.carried(f) for f in fragments]
    found = tuple(f for f in there if f is not None)
    return found if len(found) == len(there) and all(a.end <= b.begin for a, b in pairwise(found)) else None


def told_of_older(
    versions: Sequence[Article],
    pages: Iterable[tuple[Article, Annotations]],
    cut: Iterable[Argument | Relation],
    here: Iterable[Mention],
    copies: Collection[str],
) -> Iterator[Problem]:
    """Say that a page is of the first of some versions, and what becomes of its annotations that are on none of them.

    `pages`: what goes to which version; `here`: what is on these; `copies`: ids of what is on a newer one, too.
    """
    known = {(m.article_id, placed(m)) for m in here}
    counts = dict.fromkeys((v.id for v in versions), 0)
    for version, annotations in pages:
        counts[version.id] += sum(
            (version.id, placed(m)) not in known for m in annotations.mentions if m.id not in copies
        )
    stayed, *between, moved = counts.values()
    said = [
        Wording(one if count == 1 else several, {name: f"{count}"})
        for one, several, name, count in (
            (_ONE_MOVED, _MOVED, "moved", moved),
            (_ONE_BETWEEN, _BETWEEN, "count", sum(between)),
            (_ONE_STAYED, _STAYED, "stayed", stayed),
        )
        if count
    ]
    if not said:
        return
    joins = reduce(lambda one, other: Wording(_BOTH, {"moved": one, "stayed": other}), said)
    told = Wording(_OF_OLDER, {"name": versions[-1].name, "joins": joins})
    if names := dict.fromkeys(link.role if isinstance(link, Argument) else link.label for link in cut):
        told = Wording(_CUT, {"joins": told, "cut": ", ".join(names)})
    yield worded(told, "", versions[0].name, kind=ProblemKind.NEAR_TEXT)
