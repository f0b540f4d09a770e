"""Proposing the entity behind a name and the happening behind an event, the likeliest first, each with its reasons."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from enum import StrEnum
from itertools import groupby
from math import fsum

from msgspec import Struct

from dateline.assist.announced import Known, is_as_announced, nothing_known
from dateline.assist.event_kinds import is_of_another_kind
from dateline.assist.given_up import gives_up, gives_up_by_name, gives_up_day, moves
from dateline.model.calendar import DAY, publication_order
from dateline.model.lifecycle import Stage, happening_date
from dateline.model.occurrence import ACTORS, PLACES
from dateline.model.registry import Entity, Happening
from dateline.model.report import Report
from dateline.model.text import LONGER, NEARLY, alike, fold, initials
from dateline.model.when import When, overlaps, span_seconds
from dateline.model.wording import tr

TOLERANCE = 3 * DAY  # dates so far apart may still be of one happening


class Why(StrEnum):
    """Reasons for and against; the value is the text to show, {} its detail."""

    SAME_NAME = tr("the same name")
    ALIAS = tr("also called so")
    SPELLING = tr("another spelling of {}")
    PART_OF_NAME = tr("part of the name {}")
    LONGER_NAME = tr("a longer form of {}")
    INITIALS = tr("the initials of {}")
    HAS_INITIALS = tr("its initials are {}")
    SIMILAR = tr("spelt much like {}")
    OTHER_TYPE = tr("but it is a {}")
    SAME_TYPE = tr("the same type")
    SAME_DATE = tr("the same date")
    DATES_MEET = tr("the dates meet")
    DAY_NEAR = tr("one day apart")
    DATES_NEAR = tr("{} days apart")
    PLAN = tr("announced for another day")
    GIVEN_UP = tr("on the day that is given up here")
    PUT_OFF = tr("one announces it, one puts it off")
    NOT_HELD = tr("one announces it, one tells that it did not take place")
    TOOK_PLACE = tr("one announces it, one tells that it took place")
    TOGETHER = tr("both with {}")
    SAME_PLACE = tr("both in {}")
    BOTH_NAME = tr("both name the {}")
    SAME_WORDS = tr("the same words: {}")
    ALONE_ON_DAY = tr("no other of this type on that day")
    TOLD_BEFORE = tr("told before in this article")
    NOT_YET = tr("told in “{}” and linked to nothing yet")
    SAME_ID = tr("the same external id {}")


class Reason(Struct, frozen=True):
    """Why something is proposed."""

    why: Why
    detail: str = ""

    def __str__(self) -> str:
        return self.why.value.format(self.detail)


class ThingProposal(Struct, frozen=True):
    """What a mention may stand for; a greater score is a better guess.

    With `event_id` the happening is still to be made: for the mention and that event, which has none either.
    """

    thing: Entity | Happening
    score: float
    reasons: tuple[Reason, ...]
    event_id: str = ""


def propose_entities(
    words: str, label: str, entities: Iterable[Entity], mentions: Mapping[str, int]
) -> list[ThingProposal]:
    """Return the entities that `words` under a label may mean; of equals the one with more `mentions` comes first."""
    out = []
    for entity in entities:
        score, reasons = _likeness(" ".join(words.split()), entity)
        if entity.type and label and entity.type != label:
            score -= 0.35
            reasons = (*reasons, Reason(Why.OTHER_TYPE, entity.type))
        if score >= _FAIR:
            out.append(ThingProposal(entity, score, reasons))
    return sorted(out, key=lambda p: (-p.score, -mentions.get(p.thing.id, 0), p.thing.name, p.thing.id))


_FAIR = 0.5
_SHOWN = 60  # characters of an article's name


def _likeness(words: str, entity: Entity) -> tuple[float, tuple[Reason, ...]]:
    """Return how well a name fits an entity, from 0 to 1, and why."""
    if words == entity.name:
        return 1.0, (Reason(Why.SAME_NAME),)
    if words in entity.aliases:
        return 0.97, (Reason(Why.ALIAS),)
    folded = fold(words)
    best: tuple[float, tuple[Reason, ...]] = (0.0, ())
    for name in (entity.name, *entity.aliases):
        known = fold(name)
        if known == folded:
            score, why = 0.93, Why.SPELLING
        elif set(folded.split()) < set(known.split()):
            score, why = 0.7, Why.PART_OF_NAME
        elif set(known.split()) < set(folded.split()):
            score, why = 0.68, Why.LONGER_NAME
        elif words == initials(name):
            score, why = 0.8, Why.INITIALS
        elif name == initials(words):
            score, why = 0.8, Why.HAS_INITIALS
        elif (ratio := _spelt_alike(known, folded)) >= NEARLY:
            score, why = 0.6 * ratio, Why.SIMILAR
        else:
            continue
        if score > best[0]:
            best = score, (Reason(why, name),)
    return best


def _spelt_alike(one: str, other: str) -> float:
    """Return how much two folded names have in common that may be spellings of one, else 0; as the store finds them."""
    return alike(one, other) if one[:1] == other[:1] and abs(len(one) - len(other)) <= LONGER else 0.0


def propose_happenings(
    event: Report, reports: Iterable[Report], happenings: Mapping[str, Happening], known: Known = nothing_known
) -> list[ThingProposal]:
    """Return the happenings that an event may be another report of.

    `reports` are those of the candidates. Type, date, participants, place and words each add to the score; an event
    with quite other people, or on quite another day, is not proposed.
    """
    key = _happening_of
    out = []
    for happening_id, group in groupby(sorted(reports, key=key), key=key):
        happening = happenings.get(happening_id)
        if happening is not None:
            score, reasons = sameness(event, happening, list(group), known)
            if score > _FAIR:
                out.append(ThingProposal(happening, score, reasons))
    return sorted(out, key=lambda p: (-p.score, p.thing.id))


def propose_together(
    event: Report, others: Iterable[Report], least: float, known: Known = nothing_known
) -> list[ThingProposal]:
    """Return what an event and one of some others, which have no happening either, may together be reports of.

    Of others that are likely to be one themselves the first is proposed: the rest join when they are read.
    """
    scored = []
    for other in others:
        made = _happening_for(other)
        score, reasons = sameness(event, made, [other], known)
        if other.id != event.id and score >= least:
            article = other.article if len(other.article) <= _SHOWN else f"{other.article[: _SHOWN - 1].rstrip()}…"
            why = (Reason(Why.NOT_YET, article), *reasons)
            scored.append((other, ThingProposal(made, score, why, other.id)))
    scored.sort(key=lambda each: (-each[1].score, publication_order(each[0].published), each[0].id))
    kept: list[tuple[Report, ThingProposal]] = []
    for other, proposal in scored:
        if all(sameness(other, _happening_for(k), [k], known)[0] < least for k, _ in kept):
            kept.append((other, proposal))
    return [proposal for _, proposal in kept]


def _happening_for(report: Report) -> Happening:
    """What an event's happening would be; told from others by the event."""
    return Happening(report.id, report.occurrence.title[:120], report.occurrence.event.label)


def propose_told_before(happenings: Iterable[Happening]) -> list[ThingProposal]:
    """Return what an event of which nothing more is said ("the meeting") may be, of those told in the same words.

    Two or more are as likely: which is meant, only reading tells.
    """
    reasons = (Reason(Why.SAME_TYPE), Reason(Why.TOLD_BEFORE))
    return [ThingProposal(happening, 0.8, reasons) for happening in happenings]


def _happening_of(report: Report) -> str:
    return report.occurrence.event.happening_id or ""


def sameness(
    event: Report, happening: Happening, reports: Sequence[Report], known: Known = nothing_known
) -> tuple[float, tuple[Reason, ...]]:
    """Return how likely an event is another report of a happening, from below 0 to about 1, and why.

    `known` says of two places whether one lies in the other.
    """
    when = happening.when or happening_date([r.told for r in reports])
    planned = any(r.stage is Stage.PLANNED for r in reports)
    parts = (
        _types(event, happening, reports),
        (0.3, [Reason(Why.GIVEN_UP)])
        if gives_up_day(event, when, reports)
        else _dates(event, when, planned=planned, moved=any(map(moves, (event, *reports)))),
        _at_once(event, reports),
        _put_off(event, reports),
        (0.1, [Reason(Why.TOOK_PLACE)]) if is_as_announced(event, reports, known) else (0.0, []),
        _people(event, reports),
        _places(event, reports),
        _words(event, reports),
    )
    named = any(r.why is Why.BOTH_NAME for r in parts[-1][1])
    part = 0.0 if named or not is_of_another_kind(event, when, reports) else _A_PART
    score = round(
        fsum((part, *(score for score, _ in parts))), 9
    )  # the same on every Python: 3.12 adds up more exactly
    return score, tuple(reason for _, reasons in parts for reason in reasons)


_Part = tuple[float, list[Reason]]
_A_PART = -0.5  # of a summit that lies within a visit


def _types(event: Report, happening: Happening, reports: Sequence[Report]) -> _Part:
    label = event.occurrence.event.label
    if label != happening.type and all(r.occurrence.event.label != label for r in reports):
        return 0.0, []
    mode = event.occurrence.event.attributes.get("mode")
    modes = {m for r in reports if (m := r.occurrence.event.attributes.get("mode"))}
    return (0.1 if mode and modes and mode not in modes else 0.25), [Reason(Why.SAME_TYPE)]


_EXACT = ((2 * DAY, 0.35), (8 * DAY, 0.3), (40 * DAY, 0.2))  # the same day says more than the same year


def _dates(event: Report, when: When | None, *, planned: bool, moved: bool) -> _Part:
    """A plan may come to another day, and one that is put off does; else dates far apart speak against it."""
    mine = event.when
    if mine is None or when is None:
        return 0.0, []
    if overlaps(mine, when):
        lengths = (span_seconds(mine), span_seconds(when))
        longest = max((n for n in lengths if n is not None), default=0) if None not in lengths else 1000 * DAY
        weight = next((w for most, w in _EXACT if longest <= most), 0.08)
        return weight, [Reason(Why.SAME_DATE if mine == when else Why.DATES_MEET)]
    gap = max((when.begin or 0) - (mine.end or 0), (mine.begin or 0) - (when.end or 0))
    days = gap // DAY + 1
    if gap < TOLERANCE:
        return 0.05, [Reason(Why.DAY_NEAR) if days == 1 else Reason(Why.DATES_NEAR, str(days))]
    if (planned or event.stage is Stage.PLANNED) and gap < (_PUT_OFF if moved else 60 * DAY):
        return (0.0 if moved else -0.1), [Reason(Why.PLAN)]
    return -0.6, []


_PUT_OFF = 400 * DAY  # what is put off for longer is hardly the same
_NOT = (Stage.DENIED, Stage.OFF)


def _put_off(event: Report, reports: Sequence[Report]) -> _Part:
    if gives_up_by_name(event, reports):
        denied = Stage.DENIED in (event.stage, *(r.stage for r in reports))
        return 0.3, [Reason(Why.NOT_HELD if denied else Why.PUT_OFF)]
    return (0.1, [Reason(Why.PUT_OFF)]) if gives_up(event, reports) else (0.0, [])


def _at_once(event: Report, reports: Sequence[Report]) -> _Part:
    """Who writes of two days in one article writes of two things; of one, if it is the same word and the same roles."""
    article, when, told = event.occurrence.event.article_id, event.when, _in_roles(event)
    here = [r for r in reports if r.occurrence.event.article_id == article]
    if when and any(r.when and not overlaps(when, r.when) and not _is_moved(event, r) for r in here):
        return -0.5, []
    word = fold(event.occurrence.words)
    if any({event.stage, r.stage} & {*_NOT} and Stage.HAPPENED in (event.stage, r.stage) for r in here):
        return -0.8, []  # what took place and what did not, told in one article, are two
    again = any(fold(r.occurrence.words) == word and (told <= _in_roles(r) or _in_roles(r) <= told) for r in here)
    return (0.1 if again else 0.0), []


def _is_moved(one: Report, other: Report) -> bool:
    return {one.stage, other.stage} <= {Stage.PLANNED, Stage.OFF} and (moves(one) or moves(other))


def _in_roles(report: Report) -> set[tuple[str, str]]:
    return {(f.role, f.who) for f in report.occurrence.filled(ACTORS)}


def _people(event: Report, reports: Sequence[Report]) -> _Part:
    """All of one report's people in the other's speak for it; each with somebody of their own, against it."""
    mine, theirs = _fillers(event, ACTORS), _of_all(reports, ACTORS)
    here, there = _fillers(event, PLACES), _of_all(reports, PLACES)
    mine, theirs = _without(mine, there, theirs), _without(theirs, here, mine)
    if not mine or not theirs:
        return 0.0, []
    met = _met(mine, theirs)
    both = sorted(mine[k] for k in met)
    if not both:
        return -0.35, []
    reason = [Reason(Why.TOGETHER, ", ".join(both[:3]))]
    if len(met) in (len(mine), len(theirs)):
        return (0.35 if len(both) > 1 or len(mine) == len(theirs) else 0.12), reason
    return (0.35 * len(both) / (len(mine) + len(theirs) - len(met)) if len(both) > 1 else -0.15), reason


def _without(people: Mapping[str, str], places: Mapping[str, str], others: Mapping[str, str]) -> dict[str, str]:
    """Leave out who is the place in the other report: one says that Oslo is visited, the other that it is in Oslo."""
    return {k: s for k, s in people.items() if k not in places or k in others}


def _met(mine: Mapping[str, str], theirs: Mapping[str, str]) -> dict[str, str]:
    """Return who of one report is who of the other.

    Where one of the two stands for nothing yet, a name goes with the only longer one that ends in it: "Solberg" with
    "Erna Solberg".
    """
    met = {k: k for k in mine if k in theirs}
    for key, shown in mine.items():
        if key in met:
            continue
        name = fold(shown)
        free = {k: fold(s) for k, s in theirs.items() if k not in met.values()}
        alike = [k for k, other in free.items() if (key == name or k == other) and _ends_alike(name, other)]
        if len(alike) == 1:
            met[key] = alike[0]
    return met


def _ends_alike(one: str, other: str) -> bool:
    return one == other or one.endswith(f" {other}") or other.endswith(f" {one}")


def _places(event: Report, reports: Sequence[Report]) -> _Part:
    """Another place says little against it: one report may name the city and the other the country."""
    mine, theirs = _fillers(event, PLACES), _of_all(reports, PLACES)
    if not (mine and theirs):  # whom one visits may be where the other says that it was
        mine, theirs = (
            mine or {k: s for k, s in _fillers(event, ACTORS).items() if k in theirs},
            theirs or {k: s for k, s in _of_all(reports, ACTORS).items() if k in mine},
        )
    both = sorted(mine[k] for k in mine if k in theirs)
    if both:
        return 0.15, [Reason(Why.SAME_PLACE, ", ".join(both[:2]))]
    return (-0.05 if mine and theirs else 0.0), []


def _words(event: Report, reports: Sequence[Report]) -> _Part:
    """A name of several words in both sentences ("Joint Economic Commission"), or the same phrase for the event."""
    told = {fold(f.words) for r in (event, *reports) for f in r.occurrence.fillers}
    mine = _names_in(event.sentence, told)
    for report in reports:
        shared = mine & _names_in(report.sentence, told)
        if shared:
            return 0.25, [Reason(Why.BOTH_NAME, max(shared, key=lambda n: (len(n), n)))]
    phrase = _phrase(event, told)
    if phrase and any(_phrase(r, told) == phrase for r in reports):
        return 0.2, [Reason(Why.SAME_WORDS, phrase)]
    return (0.05 if any(fold(r.occurrence.words) == fold(event.occurrence.words) for r in reports) else 0.0), []


_NAME = re.compile(r"[^\W\d_a-zа-яё][\w-]+(?: (?:of the |of )?[^\W\d_a-zа-яё][\w-]+)+")


def _names_in(sentence: str, told: Set[str]) -> set[str]:
    """Return the names of several words in a sentence, and their parts of two and more words.

    A run of capitals with one of the fillers in it is that filler with its office ("Foreign Minister Dačić"): left out.
    """
    out: set[str] = set()
    for found in _NAME.finditer(sentence):
        run = fold(found[0])
        if any(len(words) > 3 and f" {words} " in f" {run} " for words in told):
            continue
        words = found[0].split()
        for i, first in enumerate(words):
            for j in range(i + 2, len(words) + 1):
                if first[0].isupper() and words[j - 1][0].isupper():
                    out.add(" ".join(words[i:j]))
    return out


def _phrase(report: Report, told: Set[str]) -> str:
    """Return the event's words with the one before, where that one says something ("defeated coup"), else ""."""
    words = report.occurrence.words
    before = report.sentence.partition(words)[0].split() if words in report.sentence else []
    if not before or len(before[-1]) < 5 or not before[-1].isalpha() or any(fold(before[-1]) in t for t in told):
        return ""
    return fold(f"{before[-1]} {words}")


def _of_all(reports: Sequence[Report], roles: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for report in reports:
        found |= _fillers(report, roles)
    return found


def _fillers(report: Report, roles: Sequence[str]) -> dict[str, str]:
    """Return what fills some roles by what tells it: the entity behind it, else the folded words."""
    return {f.who: f.shown for f in report.occurrence.filled(roles)}
