"""Making timeline marks from what the project says: happenings, and events that belong to none."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from dateline.gui.date_words import label
from dateline.gui.timeline.marks import Publication, Reported, TimelineMark
from dateline.model.calendar import DAY, publication_order
from dateline.model.lifecycle import Line, Told, Turn, disagreeing, happening_date, life_cycle, outlook
from dateline.model.occurrence import ACTORS, PLACES, Occurrence, titled
from dateline.model.registry import Happening
from dateline.model.when import When, from_iso, overlaps
from dateline.review.event_checks import told_apart
from dateline.store.articles import ArticleSummary

_ACTORS = frozenset(ACTORS)


def marks_from(
    occurrences: Iterable[Occurrence],
    happenings: Mapping[str, Happening],
    articles: Mapping[str, ArticleSummary],
) -> list[TimelineMark]:
    """Return a mark for each happening that is mentioned, and one for each event mention without a happening."""
    groups: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences:
        groups.setdefault(occurrence.event.happening_id or occurrence.event.id, []).append(occurrence)
    return [_mark(key, group, happenings.get(key), articles) for key, group in groups.items()]


def publications_from(articles: Iterable[ArticleSummary]) -> list[Publication]:
    """Return when each article appeared, leaving out those whose date is not known.

    Where only the day is known that is its noon, as for the mark of an event: none seems to come before the other.
    """
    out = []
    for article in articles:
        try:
            at = from_iso(article.published)
        except ValueError:
            continue
        day = ":" not in article.published
        out.append(Publication(article.id, article.name, at + day * DAY // 2, day))
    return out


def key_of(occurrence: Occurrence) -> str:
    """Return the id of the mark an occurrence belongs to."""
    return occurrence.event.happening_id or occurrence.event.id


def _mark(
    key: str, group: list[Occurrence], happening: Happening | None, articles: Mapping[str, ArticleSummary]
) -> TimelineMark:
    """A happening is dated by hand, else by what its reports tell; planned if none of them says it took place."""
    if len(group) == 1 and happening is None:
        return _lone_mark(group[0], articles)
    reports = sorted(group, key=lambda o: _published(o, articles))
    first, alone = reports[0], len(reports) == 1
    told = [_told(o, articles) for o in reports]
    planned, negated = outlook(told)
    when = happening.when if happening and happening.when else first.when if alone else happening_date(told)
    actors, places, amounts = _taking_part(reports)
    tell = [articles[o.event.article_id] for o in reports if o.event.article_id in articles]
    mark = TimelineMark(
        id=key,
        title=happening.name if happening else first.title,
        type=happening.type if happening and happening.type else first.event.label,
        when=when,
        happening_id=happening.id if happening else None,
        event_ids=tuple(o.event.id for o in reports),
        article_ids=tuple(dict.fromkeys(o.event.article_id for o in reports)),
        participants=actors,
        place=places[0] if places else "",
        sources=tuple(dict.fromkeys(a.source for a in tell)),
        articles=tuple(dict.fromkeys(a.name for a in tell)),
        planned=planned,
        negated=negated or all(o.event.denied for o in reports),
        badge=_disagreement(reports, told, articles, happening),
        amounts=amounts,
    )
    days = [day for t in told for day in (t.when, t.before) if day is not None]
    own_days = not (happening and happening.when) or _differ(days) or not _differ([*days, happening.when])
    return replace(mark, reports=_reports(mark, reports, life_cycle(told), own_days=own_days))


def _lone_mark(told: Occurrence, articles: Mapping[str, ArticleSummary]) -> TimelineMark:
    """One report by itself: by far the most are, tens of thousands at a time, and nothing is to be compared."""
    event = told.event
    actors, places, amounts = _taking_part((told,))
    article = articles.get(event.article_id)
    given_up = _given_up(told, told.when) if told.moved else None
    own = Reported(event.article_id, None, event.planned, event.denied)
    return TimelineMark(
        event.happening_id or event.id,
        titled(told.words, actors),
        event.label,
        told.when,
        event_ids=(event.id,),
        article_ids=(event.article_id,),
        participants=actors,
        place=places[0] if places else "",
        sources=(article.source,) if article else (),
        articles=(article.name,) if article else (),
        planned=event.planned,
        negated=event.denied,
        amounts=amounts,
        reports=(own, given_up) if given_up else (),
    )


def _taking_part(reports: Sequence[Occurrence]) -> tuple[tuple[str, ...], list[str], tuple[str, ...]]:
    """Return who takes part, where, and how much there is of it, in one look at each filler."""
    actors: dict[str, None] = {}
    places: list[str] = []
    amounts: dict[str, None] = {}
    for report in reports:
        for filler in report.fillers:
            if filler.time is not None:
                continue
            role = filler.role.casefold()
            if role in _ACTORS:
                actors[filler.shown] = None
            elif role in PLACES:
                places.append(filler.shown)
            elif role == "amount":
                amounts[filler.words] = None
    return tuple(actors), places, tuple(amounts)


_PAST = (Turn.TOOK_PLACE, Turn.DENIED)
_OFF = (Turn.CALLED_OFF, Turn.DENIED)


def _differ(days: Sequence[When]) -> bool:
    """Whether there is no moment that all of them hold."""
    begin = max((d.begin for d in days if d.begin is not None), default=None)
    end = min((d.end for d in days if d.end is not None), default=None)
    return begin is not None and end is not None and begin >= end


def _reports(
    mark: TimelineMark, reports: list[Occurrence], lines: list[Line], *, own_days: bool
) -> tuple[Reported, ...]:
    """Return how the reports look one by one; nothing where all look as their mark.

    Without `own_days` all stand on the mark's: a person set right what they agree on. Where a date set by hand only
    chooses among what they say, it erases none of it.
    """
    found: dict[Reported, None] = {}
    for line in lines:
        told, turn = reports[line.index], line.turn
        mine = told.when if own_days and mark.when else None
        other = mine if mine != mark.when else None  # also one that is less exact
        # Put off, and to no day that is known, it stands where it stood.
        gone = line.gone and other is not None and _differ([other, mark.when or other])
        off = turn in _OFF or gone or (turn is not Turn.TOOK_PLACE and told.event.denied)
        found[Reported(told.event.article_id, other, turn not in _PAST, off, gone)] = None
        if own_days and (day := _given_up(told, mark.when)):
            found[day] = None
    plain = {Reported(a, None, mark.planned, mark.negated) for a in mark.article_ids}
    return () if found.keys() == plain else tuple(found)


def _given_up(told: Occurrence, when: When | None) -> Reported | None:
    """Return how the day looks that an event's own article gives up for the new one."""
    old = told.moved.old if told.moved else None
    if old is None or when is None or overlaps(old, when):
        return None
    return Reported(told.event.article_id, old, planned=True, negated=True, gone=True)


def _published(occurrence: Occurrence, articles: Mapping[str, ArticleSummary]) -> int:
    article = articles.get(occurrence.event.article_id)
    return publication_order(article.published if article else "")


def _told(occurrence: Occurrence, articles: Mapping[str, ArticleSummary]) -> Told:
    article = articles.get(occurrence.event.article_id)
    return occurrence.told(article.published if article else "")


def _disagreement(
    reports: list[Occurrence], told: list[Told], articles: Mapping[str, ArticleSummary], happening: Happening | None
) -> str:
    """Say which articles date the same happening to days that cannot both be; by hand it is settled."""
    if happening and happening.when:
        return ""
    for i, j in disagreeing(told):
        one, other = told[i].when, told[j].when
        told_in = [articles[a] for a in (reports[i].event.article_id, reports[j].event.article_id) if a in articles]
        if one is None or other is None or len(told_in) < 2:
            continue
        a, b = told_in
        if a.id == b.id:
            return f"{label(one)}, {label(other)}: “{a.name}”"
        names = told_apart((a.name, a.published, a.source), (b.name, b.published, b.source))
        return f"{label(one)} in “{names[0]}”, {label(other)} in “{names[1]}”"
    return ""
