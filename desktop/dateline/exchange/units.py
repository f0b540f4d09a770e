"""What one record of an export is: a whole article or one of its sentences, boilerplate cut out of either."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import TypeVar

from msgspec.structs import replace

from dateline.exchange.boilerplate import ALL_BOILERPLATE, KeptText, kept_text
from dateline.exchange.left_out import Holds, note_left_out
from dateline.exchange.losses import Losses
from dateline.exchange.options import Unit, WriteOptions
from dateline.exchange.tokens import without_edges
from dateline.model.annotation import Annotations, Mention
from dateline.model.article import Article, Region, RegionKind
from dateline.model.bundle import Bundle
from dateline.model.text import Span, sentences
from dateline.model.wording import tr

T = TypeVar("T")


def units(
    bundle: Bundle, options: WriteOptions, losses: Losses, holds: frozenset[Holds] = frozenset(Holds)
) -> Iterator[Bundle]:
    """Yield a bundle for each record to write: text, offsets and links of what is in it, and only that.

    What a format that `holds` so much has no place for goes to the losses, each thing once.

    A sentence's article has the id "ARTICLE:NUMBER" and says in `meta` ("begin") where in the article's whole text
    it stands. What boilerplate or a sentence's end cuts goes to the losses. Without `options.empty` a unit must hold
    a span or a verified negative.
    """
    note_left_out(bundle, losses, holds)
    whole = trimmed(bundle, options, losses, holds)
    if whole is None:
        return
    regions = () if whole is bundle else bundle.annotations.regions
    characters = 0
    for unit in _sentences(whole, kept_text(bundle.article.text, regions), losses, options, holds):
        if unit.article.text and (options.empty or _tells(unit)):
            characters += len(unit.article.text)
            yield unit
        elif Holds.COMMENTS in holds:
            _note_left_out_comments(unit.annotations, losses)
    losses.wrote(whole.article.text, characters)


def _note_left_out_comments(found: Annotations, losses: Losses) -> None:
    for comment in found.comments:  # on the article: there is no span
        losses.add(tr("comments on texts that were left out"), comment.text[:80])


def _tells(unit: Bundle) -> bool:
    found = unit.annotations
    return bool(found.mentions) or any(r.kind is RegionKind.NEGATIVE for r in found.regions)


def trimmed(
    bundle: Bundle, options: WriteOptions, losses: Losses, holds: frozenset[Holds] = frozenset(Holds)
) -> Bundle | None:
    """Return the bundle with boilerplate cut out of its text and everything else moved along, if the options ask so.

    Where all of it is boilerplate there is nothing to write: that is noted, and None returned. Links that go with it
    are noted where the format `holds` links; else they have been noted as such.
    """
    article, regions = bundle.article, bundle.annotations.regions
    if options.boilerplate or not any(r.kind is RegionKind.BOILERPLATE for r in regions):
        return bundle
    kept = kept_text(article.text, regions)
    if not kept.text.strip():
        kept = KeptText("", (), ())  # white space that is left tells nothing
    moved = _moved_over(bundle, kept, losses)
    _note_cut(bundle.annotations, moved, losses, holds)
    losses.wrote(kept.text)
    if kept.text:
        return replace(bundle, article=replace(article, text=kept.text), annotations=moved)
    losses.add(ALL_BOILERPLATE, article.name)
    if Holds.COMMENTS in holds:
        _note_left_out_comments(moved, losses)
    return None


def _moved_over(bundle: Bundle, kept: KeptText, losses: Losses) -> Annotations:
    """Return what of the annotations lies in the kept text, where it is there; note the spans that do not."""
    text, found = bundle.article.text, bundle.annotations
    mentions = []
    for m in found.mentions:
        moved = [kept.carried(f) for f in m.fragments]
        if all(moved):
            mentions.append(replace(m, fragments=tuple(f for f in moved if f)))
        else:
            losses.drop(tr("spans in boilerplate"), m.text_of(text), m)
    regions = []
    for r in found.regions:
        if r.kind is not RegionKind.BOILERPLATE:
            if span := kept.carried(r.span):
                regions.append(replace(r, span=span))
            else:
                losses.add(tr("verified negatives in boilerplate"), r.span.of(text)[:80])
    return _linked(found, mentions, regions)


def _note_cut(found: Annotations, left: Annotations, losses: Losses, holds: frozenset[Holds]) -> None:
    """Note what belonged to spans that were cut out, of what the format holds."""
    if Holds.ARGUMENTS in holds:
        losses.add(tr("arguments in boilerplate"), count=len(found.arguments) - len(left.arguments))
    if Holds.RELATIONS in holds:
        there = {r.id for r in left.relations}
        losses.drop(tr("relations in boilerplate"), "", *(r for r in found.relations if r.id not in there))
    if Holds.COMMENTS in holds:
        losses.add(tr("comments in boilerplate"), count=len(found.comments) - len(left.comments))


def _sentences(
    bundle: Bundle, kept: KeptText, losses: Losses, options: WriteOptions, holds: frozenset[Holds]
) -> Iterator[Bundle]:
    """Yield the sentences of a bundle, or itself; `kept` says where its text was before boilerplate was cut out."""
    if options.unit is not Unit.SENTENCE:
        yield bundle
        return
    article, text = bundle.article, bundle.article.text
    bare = [without_edges(text, m) for m in bundle.annotations.mentions]
    dragged = {m.id: m for m, cut in zip(bundle.annotations.mentions, bare, strict=True) if cut is not m}
    found = replace(bundle.annotations, mentions=tuple(sorted(bare, key=lambda m: m.fragments)))
    starts = [m.fragments[0].begin for m in found.mentions]
    belonging = _Belonging(found)
    sentence_of: dict[str, int] = {}  # by the mentions that are in one
    taken = 0
    for number, span in enumerate(sentences(text), start=1):
        first = bisect_left(starts, span.begin)
        for m in found.mentions[taken:first]:
            losses.drop(tr("spans that begin between two sentences"), m.text_of(text), m)
        taken = bisect_right(starts, span.end - 1)
        mine = found.mentions[first:taken]
        inside = []
        for m in mine:
            if m.fragments[-1].end <= span.end:
                sentence_of[m.id] = number
                losses.edges(text, dragged.get(m.id, m), m)
                inside.append(replace(m, fragments=tuple(_moved(f, span) for f in m.fragments)))
            else:
                losses.drop(tr("spans that go beyond a sentence"), m.text_of(text), m)
        regions = [
            replace(r, span=_moved(Span(max(r.span.begin, span.begin), min(r.span.end, span.end)), span))
            for r in found.regions
            if r.span.overlaps(span)
        ]
        meta = article.meta | {"begin": str(kept.before(span.begin))}
        unit = Article(
            f"{article.id}:{number}", span.of(text), article.title, article.published, article.source, article.url,
            article.language, article.note, article.origin, meta, article.position,
        )  # fmt: skip
        there = belonging.of(inside, of_article=number == 1)
        yield replace(bundle, article=unit, annotations=_linked(there, inside, regions, of_article=number == 1))
    for m in found.mentions[taken:]:
        losses.drop(tr("spans that begin between two sentences"), m.text_of(text), m)
    _note_links_between(found, sentence_of, losses, holds)


def _moved(span: Span, into: Span) -> Span:
    return Span(span.begin - into.begin, span.end - into.begin)


class _Belonging:
    """What belongs to each mention, and to the article: a sentence need not go through all there is."""

    def __init__(self, found: Annotations) -> None:
        self._times = _grouped(found.times, lambda t: t.id)
        self._arguments = _grouped(found.arguments, lambda a: a.event_id)
        self._relations = _grouped(found.relations, lambda r: r.source_id)
        self._comments = _grouped(found.comments, lambda c: c.mention_id or "")

    def of(self, mentions: Sequence[Mention], *, of_article: bool) -> Annotations:
        """Return what belongs to some mentions, and to the article where it is asked for, in the order it was in."""
        ids = [m.id for m in mentions]
        return Annotations(
            times=_together(self._times, ids),
            arguments=_together(self._arguments, ids),
            relations=_together(self._relations, ids),
            comments=_together(self._comments, ["", *ids] if of_article else ids),
        )


def _grouped(items: Iterable[T], owner: Callable[[T], str]) -> dict[str, list[tuple[int, T]]]:
    groups: dict[str, list[tuple[int, T]]] = {}
    for place, item in enumerate(items):
        groups.setdefault(owner(item), []).append((place, item))
    return groups


def _together(groups: Mapping[str, list[tuple[int, T]]], owners: Iterable[str]) -> tuple[T, ...]:
    there = [pair for owner in owners for pair in groups.get(owner, ())]
    return tuple(item for _, item in sorted(there, key=lambda pair: pair[0]))


def _linked(
    found: Annotations, mentions: Sequence[Mention], regions: Sequence[Region], *, of_article: bool = True
) -> Annotations:
    """Return the annotations that still have both their ends."""
    ids = {m.id for m in mentions}
    arguments = tuple(a for a in found.arguments if a.event_id in ids and a.filler_id in ids)
    relations = tuple(r for r in found.relations if r.source_id in ids and r.target_id in ids)
    return Annotations(
        tuple(mentions),
        tuple(t for t in found.times if t.id in ids),
        arguments,
        relations,
        tuple(c for c in found.comments if (of_article if c.mention_id is None else c.mention_id in ids)),
        tuple(regions),
    )


def _note_links_between(
    found: Annotations, sentence_of: Mapping[str, int], losses: Losses, holds: frozenset[Holds]
) -> None:
    """Count the links that no sentence has: their ends are in two, or one of them was left out."""
    if Holds.ARGUMENTS in holds:
        for a in found.arguments:
            match _lying(sentence_of.get(a.event_id), sentence_of.get(a.filler_id)):
                case _Lying.CUT:
                    losses.add(tr("arguments of spans that are in no sentence"))
                case _Lying.APART:
                    losses.add(tr("arguments in another sentence than their event"))
    if Holds.RELATIONS in holds:
        for r in found.relations:
            match _lying(sentence_of.get(r.source_id), sentence_of.get(r.target_id)):
                case _Lying.CUT:
                    losses.drop(tr("relations of spans that are in no sentence"), "", r)
                case _Lying.APART:
                    losses.drop(tr("relations between two sentences"), "", r)


class _Lying(Enum):
    """Where the ends of a link lie: in one sentence, in two, or one of them in none."""

    TOGETHER = auto()
    APART = auto()
    CUT = auto()


def _lying(one: int | None, other: int | None) -> _Lying:
    if one is None or other is None:
        return _Lying.CUT
    return _Lying.TOGETHER if one == other else _Lying.APART
