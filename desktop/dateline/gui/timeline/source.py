"""Making timeline marks from what the project says: happenings, and events that belong to none."""

from collections.abc import Iterable, Mapping

from dateline.gui.timeline.marks import Publication, TimelineMark
from dateline.model.occurrence import Occurrence
from dateline.model.registry import Happening
from dateline.model.when import When, from_iso, label
from dateline.store.articles import ArticleSummary

_ACTORS = ("Agent", "Target", "Participant")


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
    """Return when each article appeared, leaving out those whose date is not known."""
    out = []
    for article in articles:
        try:
            out.append(Publication(article.id, article.name, from_iso(article.published)))
        except ValueError:
            continue
    return out


def key_of(occurrence: Occurrence) -> str:
    """Return the id of the mark an occurrence belongs to."""
    return occurrence.event.happening_id or occurrence.event.id


def _mark(
    key: str, group: list[Occurrence], happening: Happening | None, articles: Mapping[str, ArticleSummary]
) -> TimelineMark:
    """A happening is dated by hand, else by the most exact report; planned if no report says it took place."""
    reports = sorted(group, key=lambda o: _published(o, articles))
    first = reports[0]
    when = happening.when if happening and happening.when else _most_exact(reports)
    actors = dict.fromkeys(f.shown for o in reports for f in o.in_role(*_ACTORS))
    places = [f.shown for o in reports for f in o.in_role("Place")]
    sources = [articles[o.event.article_id] for o in reports if o.event.article_id in articles]
    return TimelineMark(
        id=key,
        title=happening.name if happening else _title(first, list(actors)),
        type=happening.type if happening and happening.type else first.event.label,
        when=when,
        happening_id=happening.id if happening else None,
        event_ids=tuple(o.event.id for o in reports),
        article_ids=tuple(dict.fromkeys(o.event.article_id for o in reports)),
        participants=tuple(actors),
        place=places[0] if places else "",
        source=sources[0].source if sources else "",
        article=sources[0].name if sources else "",
        planned=all(o.event.attributes.get("modality", "asserted") != "asserted" for o in reports),
        negated=all(o.event.attributes.get("polarity", "positive") == "negative" for o in reports),
        badge=_disagreement(reports, articles),
    )


def _published(occurrence: Occurrence, articles: Mapping[str, ArticleSummary]) -> str:
    article = articles.get(occurrence.event.article_id)
    return article.published if article and article.published else "9999"


def _title(occurrence: Occurrence, actors: list[str]) -> str:
    return f"{occurrence.words}: {', '.join(actors[:3])}" if actors else occurrence.words


def _most_exact(reports: Iterable[Occurrence]) -> When | None:
    """The shortest closed interval any report gives; an open one where there is no closed one."""
    dates = [o.when for o in reports if o.when]
    closed = [(w.end - w.begin, i) for i, w in enumerate(dates) if w.begin is not None and w.end is not None]
    if closed:
        return dates[min(closed)[1]]
    return dates[0] if dates else None


def _disagreement(reports: list[Occurrence], articles: Mapping[str, ArticleSummary]) -> str:
    """Say which articles date the same happening to days that do not meet."""
    dated = [(o, o.when) for o in reports if o.when]
    for i, (one, a) in enumerate(dated):
        for other, b in dated[i + 1 :]:
            if not _meet(a, b):
                names = [articles[o.event.article_id].name for o in (one, other) if o.event.article_id in articles]
                if len(names) == 2:
                    return f"{label(a)} in “{names[0]}”, {label(b)} in “{names[1]}”"
    return ""


def _meet(a: When, b: When) -> bool:
    before = a.end is not None and b.begin is not None and a.end <= b.begin
    after = b.end is not None and a.begin is not None and b.end <= a.begin
    return not (before or after)
