"""Proposing that two entities, or two happenings, of the registry are one: in pairs, the likeliest first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from msgspec import Struct

from dateline.assist.announced import Known, nothing_known
from dateline.assist.things import Reason, Why, sameness
from dateline.model.calendar import DAY
from dateline.model.lifecycle import happening_date
from dateline.model.occurrence import ACTORS, PLACES
from dateline.model.registry import Happening
from dateline.model.report import Report, ThingSummary
from dateline.model.text import fold
from dateline.model.when import When, overlaps

LIKELY = 0.74  # two happenings less alike are not asked about
_PUT_OFF = 60 * DAY  # so far a plan may have moved
_COMPARED = 25  # of those that share something, each is compared with so many that follow it by date


class MergeProposal(Struct, frozen=True):
    """Two things that may be one; the first has more mentions and would stay."""

    keep: str
    other: str
    score: float
    reasons: tuple[Reason, ...]


def propose_merges(entities: Sequence[ThingSummary]) -> list[MergeProposal]:
    """Return the pairs of entities that may be one: by external id, by name, alias or folded spelling, by part of it.

    Part of a name counts only where just one entity of that type goes on from it: there are many called Ivanov.
    """
    by_name: dict[str, list[ThingSummary]] = {}
    by_word: dict[tuple[str, str], list[ThingSummary]] = {}
    for e in entities:
        for name in {fold(n) for n in (e.name, *e.aliases)}:
            by_name.setdefault(name, []).append(e)
        for word in set(fold(e.name).split()):
            by_word.setdefault((e.type, word), []).append(e)
        if e.external_id:
            by_name.setdefault(f"\0{e.external_id}", []).append(e)
    found: dict[tuple[str, str], MergeProposal] = {}
    for name, group in by_name.items():
        for a, b in _pairs(name, group):
            if name.startswith("\0"):
                _note(found, a, b, 1.0, Reason(Why.SAME_ID, name[1:]))
            else:
                known = a if a.mentions >= b.mentions else b
                _note(found, a, b, 0.9, Reason(Why.SAME_NAME if a.name == b.name else Why.SPELLING, known.name))
    for e in entities:
        parts = fold(e.name).split()
        longer = by_word.get((e.type, parts[-1]), []) if len(parts) == 1 and len(parts[0]) > 3 else []
        others = [o for o in longer if o.id != e.id and len(fold(o.name).split()) > 1]
        if len(others) == 1 and fold(others[0].name).split()[-1] == parts[0]:
            _note(found, others[0], e, 0.6, Reason(Why.PART_OF_NAME, others[0].name))
    return sorted(found.values(), key=lambda p: (-p.score, p.keep, p.other))


def _pairs(name: str, group: Sequence[ThingSummary]) -> Iterable[tuple[ThingSummary, ThingSummary]]:
    """The first of those that may be one with each of the others, so that a hundred of one name give ninety-nine pairs.

    What has the name for its own is asked about with its like, and so is what is only also called so; of the latter
    the first is asked about with the former, too: a country may be called by its capital, and be another thing.
    """
    ordered = sorted({e.id: e for e in group}.values(), key=lambda e: (-e.mentions, e.id))
    own, also = [e for e in ordered if fold(e.name) == name], [e for e in ordered if fold(e.name) != name]
    firsts: list[ThingSummary] = []
    for first, rest in _stars(name, own):
        firsts.append(first)
        yield from ((first, other) for other in rest)
    for other, rest in _stars(name, also):
        yield from ((other, one) for one in rest)
        yield from [(first, other) for first in firsts if _may_be_one(name, first, other)][:1]


def _stars(name: str, ordered: Sequence[ThingSummary]) -> Iterable[tuple[ThingSummary, list[ThingSummary]]]:
    """Each that is one with none before it, and those behind it that may be one with it."""
    left = list(ordered)
    while left:
        first = left.pop(0)
        yield first, [o for o in left if _may_be_one(name, first, o)]
        left = [o for o in left if not _may_be_one(name, first, o)]


def _may_be_one(name: str, a: ThingSummary, b: ThingSummary) -> bool:
    if name.startswith("\0"):
        return True  # whatever their types, they have one external id
    apart = a.external_id and b.external_id and a.external_id != b.external_id  # somebody said that they are two
    return not apart and (a.type == b.type or not a.type or not b.type)


def _note(
    found: dict[tuple[str, str], MergeProposal], a: ThingSummary, b: ThingSummary, score: float, why: Reason
) -> None:
    if a.external_id and b.external_id and a.external_id != b.external_id:
        return  # somebody said that they are two
    keep, other = (a, b) if (a.mentions, -len(a.id)) >= (b.mentions, -len(b.id)) else (b, a)
    key = (min(a.id, b.id), max(a.id, b.id))
    if key not in found or found[key].score < score:
        found[key] = MergeProposal(keep.id, other.id, score, (why,))


def propose_happening_merges(
    told: Mapping[str, Sequence[Report]],
    happenings: Mapping[str, Happening],
    known: Known = nothing_known,
    links: Iterable[tuple[str, str]] = (),
) -> list[MergeProposal]:
    """Return the pairs of happenings that may be one, by type, participants, dates within a tolerance, and place.

    `told` has the reports of each, `known` says of two places whether one lies in the other. Those are compared that
    share a type and, besides, somebody who took part, a place or a day; what was dated by hand on two days, or has two
    external ids, is two. So are what one article tells of in different words, and events that are linked (`links`, by
    their ids): a part and its whole, what comes before and what after.
    """
    linked = _linked(told, links)
    sketches = {i: _Sketch.of(happenings[i], reports) for i, reports in told.items() if reports and i in happenings}
    found = []
    for a, b in _to_compare(sketches):
        one, other = happenings[a], happenings[b]
        if _said_to_be_two(one, other) or (a, b) in linked or _told_apart(told[a], told[b]):
            continue
        keep, lesser = (one, other) if (len(told[a]), b) >= (len(told[b]), a) else (other, one)
        parts = [sameness(report, keep, told[keep.id], known) for report in told[lesser.id]]
        score = fmean(score for score, _ in parts)
        if score >= LIKELY:
            found.append(MergeProposal(keep.id, lesser.id, score, max(parts)[1]))
    return sorted(_without_days_beside(found), key=lambda p: (-p.score, p.keep, p.other))


def _linked(told: Mapping[str, Sequence[Report]], links: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the pairs of happenings, the lesser id first, of which two events are linked with each other."""
    of = {report.id: happening for happening, reports in told.items() for report in reports}
    pairs = ((of.get(one, ""), of.get(other, "")) for one, other in links)
    return {(min(pair), max(pair)) for pair in pairs if all(pair)}


def _told_apart(one: Sequence[Report], other: Sequence[Report]) -> bool:
    """Say whether an article tells of two happenings, and of each in words of its own: its reader found them two.

    In the same words, "visit" and "visit", they may be one that was taken for two.
    """
    words = {(r.occurrence.event.article_id, fold(r.occurrence.words)) for r in one}
    theirs = {(r.occurrence.event.article_id, fold(r.occurrence.words)) for r in other}
    return bool({a for a, _ in words} & {a for a, _ in theirs}) and not words & theirs


def _without_days_beside(found: Sequence[MergeProposal]) -> Iterable[MergeProposal]:
    """Leave out a plan's fulfilment on the day beside it where it may be one with something on its own day."""
    met = {i for p in found if any(r.why in _MEETING for r in p.reasons) for i in (p.keep, p.other)}
    for proposal in found:
        beside = any(r.why is Why.TOOK_PLACE for r in proposal.reasons)
        if not (beside and {proposal.keep, proposal.other} & met):
            yield proposal


_MEETING = (Why.SAME_DATE, Why.DATES_MEET)


class _Sketch(Struct, frozen=True):
    """What of a happening has to be met by another before the two are compared."""

    when: When | None
    keys: frozenset[tuple[str, str]]  # type, and who or where or which day

    @classmethod
    def of(cls, happening: Happening, reports: Sequence[Report]) -> "_Sketch":
        when = happening.when or happening_date([r.told for r in reports])
        types = {happening.type, *(r.occurrence.event.label for r in reports)} - {""}
        shared = {f.who for r in reports for f in r.occurrence.filled((*ACTORS, *PLACES))}
        if when and when.begin is not None:
            shared.add(f"\0{when.begin // DAY}")
        return cls(when, frozenset((t, s) for t in types for s in shared))


def _to_compare(sketches: Mapping[str, _Sketch]) -> list[tuple[str, str]]:
    """Return the pairs that share a key and lie near in time, each once; the cost grows with the happenings alone."""
    by_key: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for happening_id, sketch in sketches.items():
        for key in sketch.keys:
            by_key[key].append(happening_id)
    begins = {i: s.when.begin if s.when and s.when.begin is not None else None for i, s in sketches.items()}
    pairs: dict[tuple[str, str], None] = {}
    for group in by_key.values():
        dated = sorted((begin, i) for i in group if (begin := begins[i]) is not None)
        undated = [i for i in group if begins[i] is None][:_COMPARED]
        for place, (begin, i) in enumerate(dated):
            near = (j for later, j in dated[place + 1 : place + 1 + _COMPARED] if later - begin <= _PUT_OFF)
            pairs |= dict.fromkeys((min(i, j), max(i, j)) for j in near)
        for place, i in enumerate(undated):
            others = (*undated[place + 1 :], *(j for _, j in dated[:_COMPARED]))
            pairs |= dict.fromkeys((min(i, j), max(i, j)) for j in others)
    return list(pairs)


def _said_to_be_two(one: Happening, other: Happening) -> bool:
    apart = one.when and other.when and not overlaps(one.when, other.when)
    return bool(apart or (one.external_id and other.external_id and one.external_id != other.external_id))
