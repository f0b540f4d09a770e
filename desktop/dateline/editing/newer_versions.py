"""Annotations that come for a text of which the project has a newer version: what stands in that one goes there."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.annotation import Annotations, Argument, Mention, Relation
from dateline.model.article import Article
from dateline.model.calendar import from_iso
from dateline.model.ids import is_id
from dateline.model.revision import Alignment
from dateline.model.text import Span
from dateline.model.wording import Wording, tr

NEWER = "newer_version"  # the column of an older version that holds the id of the article in its place
_OF_OLDER = tr("has the text of an older version of {name}: {joins}")
_MOVED = tr("{moved} of its annotations stand in the newer version, too, and join that")
_STAYED = tr("{stayed} join the older one")
_BOTH = tr("{moved}; {stayed}")
_CUT = tr("{joins}; what links the ones to the others is left out: {cut}")
_NEWER_IS_HERE = tr("{name} is a newer version, and keeps the annotations; this one is taken in beside it")


class Parted(Struct, frozen=True):
    """A page in two: what has its place in the newer version, and what has not."""

    carried: Annotations
    stays: Annotations
    cut: tuple[Argument | Relation, ...] = ()  # links whose ends come apart: they are in neither


def newest(article: Article, find: Callable[[str], Article | None]) -> Article | None:
    """Return the newest version of an article, None where it is that itself."""
    met, at = {article.id}, article
    while (after := at.meta.get(NEWER, "")) and after not in met and (there := find(after)):
        met.add(after)
        at = there
    return at if at is not article else None


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
    return bool(one and other) and from_iso(one) > from_iso(other)


def told_of_newer(article: Article, newer: Article) -> Problem:
    """Say that an article that was to be a newer version is not the newest."""
    return worded(Wording(_NEWER_IS_HERE, {"name": newer.name}), "", article.name, kind=ProblemKind.NEAR_TEXT)


def parted(come: Annotations, alignment: Alignment, here: Iterable[Mention]) -> Parted:
    """Part what comes for an older version; what is `here`, on its page, is left to it."""
    known = {_place(m) for m in here}
    moved = {
        m.id: there
        for m in come.mentions
        if _place(m) not in known and (there := carried_fragments(alignment, m.fragments))
    }
    mentions = tuple(replace(m, fragments=moved[m.id]) for m in come.mentions if m.id in moved)
    regions = [(r, alignment.carried(r.span)) for r in come.regions]
    carried = Annotations(
        mentions,
        tuple(t for t in come.times if t.id in moved),
        tuple(a for a in come.arguments if a.event_id in moved and a.filler_id in moved),
        tuple(r for r in come.relations if r.source_id in moved and r.target_id in moved),
        tuple(c for c in come.comments if c.mention_id in moved) if moved else (),
        tuple(replace(r, span=there) for r, there in regions if there and moved),
    )
    stays = Annotations(
        tuple(m for m in come.mentions if m.id not in moved),
        tuple(t for t in come.times if t.id not in moved),
        tuple(a for a in come.arguments if a.event_id not in moved and a.filler_id not in moved),
        tuple(r for r in come.relations if r.source_id not in moved and r.target_id not in moved),
        tuple(c for c in come.comments if c.mention_id not in moved),
        tuple(r for r, there in regions if not (there and moved)),
    )
    links: list[Argument | Relation] = [*come.arguments, *come.relations]
    ends = [(a.event_id, a.filler_id) for a in come.arguments] + [(r.source_id, r.target_id) for r in come.relations]
    cut = (link for link, (one, other) in zip(links, ends, strict=True) if (one in moved) != (other in moved))
    return Parted(carried, stays, tuple(cut))


def carried_fragments(alignment: Alignment, fragments: Iterable[Span]) -> tuple[Span, ...] | None:
    """Return where all parts of a mention stand in the new text, None where one does not, or they changed places."""
    there = [alignment.carried(f) for f in fragments]
    found = tuple(f for f in there if f is not None)
    return found if len(found) == len(there) and all(a.end <= b.begin for a, b in pairwise(found)) else None


def told_of_older(old: Article, newer: Article, parts: Parted, here: Iterable[Mention]) -> Iterator[Problem]:
    """Say that a page is of an older version, and what becomes of its annotations that are not on either version."""
    known = {(m.article_id, _place(m)) for m in here}
    moved = sum((newer.id, _place(m)) not in known for m in parts.carried.mentions)
    stayed = sum((old.id, _place(m)) not in known for m in parts.stays.mentions)
    said: list[Wording] = []
    if moved:
        said.append(Wording(_MOVED, {"moved": f"{moved}"}))
    if stayed:
        said.append(Wording(_STAYED, {"stayed": f"{stayed}"}))
    if not said:
        return
    joins = said[0] if len(said) == 1 else Wording(_BOTH, {"moved": said[0], "stayed": said[1]})
    told = Wording(_OF_OLDER, {"name": newer.name, "joins": joins})
    if parts.cut:
        names = dict.fromkeys(link.role if isinstance(link, Argument) else link.label for link in parts.cut)
        told = Wording(_CUT, {"joins": told, "cut": ", ".join(names)})
    yield worded(told, "", old.name, kind=ProblemKind.NEAR_TEXT)


def _place(mention: Mention) -> tuple[object, ...]:
    return mention.layer, mention.label, mention.fragments
