"""Reading events with the words of their triggers and fillers: what the timeline is drawn from."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from msgspec import Struct

from dateline.model.annotation import Comment, Layer, Mention, Relation
from dateline.model.article import first_words
from dateline.model.calendar import publication_order
from dateline.model.changes import Kind
from dateline.model.occurrence import Filler, Occurrence, occurrence_of, words_in
from dateline.model.report import Report
from dateline.model.text import sentence_at
from dateline.store.reader import Reader
from dateline.store.rows import CODECS

_MENTION, _TIME = CODECS[Kind.MENTION], CODECS[Kind.TIME_VALUE]
_EVENTS = f"SELECT {_MENTION.select} FROM mention WHERE layer = 'event' AND annotator_id = ?"
_FILLED = f"SELECT {_MENTION.select}, event_id, role, argument.id, entity.name, {_TIME.select} FROM"
_BY_WHAT = (
    "JOIN mention ON mention.id = filler_id LEFT JOIN entity ON entity.id = mention.entity_id "
    "LEFT JOIN time_value ON time_value.id = mention.id"
)
_FILLERS = f"{_FILLED} argument {_BY_WHAT} WHERE event_id IN (?)"
_FILLERS_IN = (
    f"{_FILLED} mention AS event CROSS JOIN argument ON event_id = event.id {_BY_WHAT} "
    "WHERE event.layer = 'event' AND event.annotator_id = ? AND event.article_id IN (?)"
)
_REPORTED = (
    f"SELECT {_MENTION.select}, article.name, article.published, article.source, article.title FROM mention "
    "JOIN article ON article.id = mention.article_id"
)
_BEGIN, _END = "coalesce(time_value.begin, time_value.end)", "coalesce(time_value.end, time_value.begin)"
_ON = f"SELECT id, {_BEGIN} FROM time_value WHERE {_BEGIN} >= ? AND {_BEGIN} < ? ORDER BY {_BEGIN} LIMIT ?"
_BACK = (  # the limit stands inside: what began before and ended too is read past, not past the limit
    f"SELECT id, begun FROM (SELECT id, {_BEGIN} AS begun, {_END} AS ended FROM time_value WHERE {_BEGIN} < ? "
    f"ORDER BY {_BEGIN} DESC LIMIT ?) WHERE ended > ?"
)
_BEHIND = (
    "SELECT filler_id, mention.id, coalesce(happening_id, mention.id), mention.label = ? "
    "FROM argument CROSS JOIN mention ON mention.id = event_id WHERE mention.annotator_id = ? "
    "AND mention.happening_id IS {} NULL AND (? OR mention.label = ?) AND filler_id IN (?)"
)
_TOGETHER = (
    "SELECT DISTINCT event.id, coalesce(event.happening_id, event.id) FROM mention AS filler "
    "JOIN argument ON filler_id = filler.id JOIN mention AS event ON event.id = event_id WHERE filler.entity_id = ? "
    "AND event.annotator_id = ? AND event.label = ? AND event.happening_id IS {} NULL LIMIT ?"
)
_WITH_WHOM = "SELECT event_id, entity_id FROM argument JOIN mention ON mention.id = filler_id WHERE event_id IN (?)"
_WITHIN = (
    f"SELECT event_id, {_BEGIN}, {_END} FROM argument JOIN time_value ON time_value.id = filler_id "
    "WHERE event_id IN (?)"
)
_NEAREST = 1_000  # dates looked at from an event's own date on, and as many back: what a selection reads is bounded
_Found = tuple[str, str, str, Mention, Any]  # role, argument, entity's name, mention, time value


class Sought(Struct, frozen=True):
    """An event for which others are sought that may be of one happening with it.

    `dated` are the seconds that its date spans, give or take `tolerance`; None where it has none, or an open end.
    """

    annotator_id: str
    label: str
    dated: tuple[int, int] | None = None
    entity_ids: Sequence[str] = ()
    tolerance: int = 0


class OccurrenceReader(Reader):
    """Reads the events of one project as occurrences."""

    def of(self, annotator_id: str, *, article_id: str | None = None) -> list[Occurrence]:
        """Return an annotator's events in text order, of one article or of all."""
        with self._one_moment():
            if article_id is None:
                rows = self._rows(f"{_EVENTS} ORDER BY article_id, begin, id", [annotator_id])
            else:
                rows = self._rows(f"{_EVENTS} AND article_id = ? ORDER BY begin, id", [annotator_id, article_id])
            events: list[Mention] = self._decoded(_MENTION, rows)
            fillers = self._fillers(e.id for e in events)
            found: list[Occurrence] = []
            for of_article, group in groupby(events, key=lambda e: e.article_id):
                text = self._text_of(of_article)
                found += [_occurrence(event, fillers.get(event.id, []), text) for event in group]
        return found

    def ids(self, annotator_id: str) -> list[str]:
        """Return the ids of an annotator's events, article by article in text order."""
        sql = "SELECT id FROM mention WHERE layer = 'event' AND annotator_id = ? ORDER BY article_id, begin, id"
        return [i for (i,) in self._rows(sql, [annotator_id])]

    def ids_in(self, annotator_id: str, article_ids: Iterable[str]) -> list[str]:
        """Return the ids of an annotator's events in some articles, article by article in text order."""
        sql = "SELECT article_id, begin, id, annotator_id FROM mention WHERE layer = 'event' AND article_id IN (?)"
        return [i for _, _, i, who in sorted(self._rows_for(sql, article_ids)) if who == annotator_id]

    def portions(
        self, annotator_id: str, article_ids: Iterable[str], most: int, text_of: Callable[[str], str] | None = None
    ) -> Iterator[list[Occurrence]]:
        """Yield an annotator's events of some articles, article by article, at most `most` at a time.

        Articles with few are read together, which takes less than looking up event by event. `text_of` as in `some`.
        """
        counted = "SELECT article_id, count(*) FROM mention WHERE layer = 'event' AND article_id IN (?) GROUP BY 1"
        together: list[str] = []
        room = most
        for article_id, count in list(self._rows_for(counted, article_ids)):
            if count > most:
                ids = self.ids_in(annotator_id, [article_id])
                yield from (self.some(annotator_id, ids[i : i + most], text_of) for i in range(0, len(ids), most))
                continue
            if count > room:
                yield self._in(annotator_id, together, text_of)
                together, room = [], most
            together.append(article_id)
            room -= count
        if together:
            yield self._in(annotator_id, together, text_of)

    def _in(
        self, annotator_id: str, article_ids: Sequence[str], text_of: Callable[[str], str] | None
    ) -> list[Occurrence]:
        """Return an annotator's events of a few articles."""
        with self._one_moment():
            events: list[Mention] = self._decoded(
                _MENTION, self._rows_for(f"{_EVENTS} AND article_id IN (?)", article_ids, [annotator_id])
            )
            fillers = self._grouped(list(self._rows_for(_FILLERS_IN, article_ids, [annotator_id])))
            texts = {a: (text_of or self._text_of)(a) for a in {e.article_id for e in events}}
        return [_occurrence(e, fillers.get(e.id, []), texts[e.article_id]) for e in events]

    def some(
        self, annotator_id: str, event_ids: Iterable[str], text_of: Callable[[str], str] | None = None
    ) -> list[Occurrence]:
        """Return those of some events that an annotator has, in no particular order.

        `text_of` returns the text of an article to one who has it at hand: of megabytes it is not read for one event.
        """
        with self._one_moment():
            rows = self._rows_for(f"SELECT {_MENTION.select} FROM mention WHERE id IN (?)", event_ids)
            found: list[Mention] = self._decoded(_MENTION, rows)
            events = [m for m in found if m.annotator_id == annotator_id and m.layer is Layer.EVENT]
            fillers = self._fillers(e.id for e in events)
            texts = {a: (text_of or self._text_of)(a) for a in {e.article_id for e in events}}
        return [_occurrence(e, fillers.get(e.id, []), texts[e.article_id]) for e in events]

    def concerned(self, mention_ids: Iterable[str]) -> set[str]:
        """Return the events that some mentions are, and those in which they fill a role."""
        ids = list(mention_ids)
        with self._one_moment():
            found = {i for (i,) in self._rows_for("SELECT event_id FROM argument WHERE filler_id IN (?)", ids)}
            found.update(
                i for (i,) in self._rows_for("SELECT id FROM mention WHERE +layer = 'event' AND id IN (?)", ids)
            )
        return found

    def text(self, article_id: str) -> str:
        """Return the text that the events of an article refer to."""
        return self._text_of(article_id)

    def reports(self, event_ids: Iterable[str]) -> list[Report]:
        """Return some events with their articles and sentences, by publication date; those that are gone are left out.

        Articles without a date of publication come last.
        """
        with self._one_moment():
            found = list(self._rows_for(f"{_REPORTED} WHERE mention.id IN (?)", event_ids))
            events: list[Mention] = self._decoded(_MENTION, found)
            fillers = self._fillers(e.id for e in events)
            texts = {a: self._text_of(a) for a in {e.article_id for e in events}}
        width = len(_MENTION.columns)
        out = []
        for event, row in zip(events, found, strict=True):
            text = texts[event.article_id]
            sentence = sentence_at(text, event.span.begin)
            words = " ".join(sentence.of(text).split()) if sentence else ""
            name, published, source, title = row[width : width + 4]
            name = name if title else first_words(text) or name  # older programs kept it cut without an ellipsis
            occurrence = _occurrence(event, fillers.get(event.id, []), text)
            out.append(Report(occurrence, name, published, source, words))
        return sorted(
            out,
            key=lambda r: (
                publication_order(r.published),
                r.occurrence.event.article_id,
                r.occurrence.event.span,
            ),
        )

    def light_reports(self, annotator_id: str, article_ids: Iterable[str] | None = None) -> list[Report]:
        """Return an annotator's events of all or some articles with their articles, without sentences: for checks."""
        sql = "SELECT id, name, published, source FROM article"
        with self._one_moment():
            if article_ids is None:
                rows, events = self._rows(sql), self.of(annotator_id)
            else:
                ids = list(article_ids)
                rows = list(self._rows_for(f"{sql} WHERE id IN (?)", ids))
                events = [o for a in ids for o in self.of(annotator_id, article_id=a)]
        told = {i: rest for i, *rest in rows}
        return [Report(o, *told[o.event.article_id]) for o in events if o.event.article_id in told]

    def articles_with_events(self, annotator_id: str) -> list[str]:
        """Return the articles in which an annotator has events."""
        sql = "SELECT DISTINCT article_id FROM mention WHERE layer = 'event' AND annotator_id = ? ORDER BY 1"
        return [i for (i,) in self._rows(sql, [annotator_id])]

    def order_links(self, annotator_id: str, *, article_id: str | None = None) -> list[Relation]:
        """Return an annotator's links between events, of one article or of all."""
        where, asked = ("", []) if article_id is None else (" AND relation.article_id = ?", [article_id])
        tail = (
            "FROM relation JOIN mention AS one ON one.id = source_id JOIN mention AS other ON other.id = target_id "
            f"WHERE relation.annotator_id = ? AND one.layer = 'event' AND other.layer = 'event'{where} "
            "ORDER BY relation.id"
        )
        return self._records(Kind.RELATION, tail, [annotator_id, *asked])

    def links_of(self, annotator_id: str, event_ids: Iterable[str]) -> list[Relation]:
        """Return an annotator's relations that some events are an end of, in no particular order."""
        ids, codec = list(event_ids), CODECS[Kind.RELATION]
        with self._one_moment():
            found = {
                r.id: r
                for end in ("source_id", "target_id")
                for r in self._decoded(
                    codec, self._rows_for(f"SELECT {codec.select} FROM relation WHERE {end} IN (?)", ids)
                )
            }
        return [r for r in found.values() if r.annotator_id == annotator_id]

    def notes_with(self, annotator_id: str, words: str) -> list[Comment]:
        """Return an annotator's notes on mentions in which some words stand."""
        tail = "FROM comment WHERE annotator_id = ? AND mention_id IS NOT NULL AND instr(text, ?) > 0"
        return self._records(Kind.COMMENT, tail, [annotator_id, words])

    def of_happening(self, happening_id: str, annotator_id: str) -> list[Report]:
        """Return what an annotator's articles say of a happening, by publication date."""
        sql = "SELECT id FROM mention WHERE happening_id = ? AND annotator_id = ?"
        return self.reports(i for (i,) in self._rows(sql, [happening_id, annotator_id]))

    def linked_near(self, sought: Sought, limit: int = 20) -> list[Report]:
        """Return an annotator's reports of happenings that may be the same as an event's.

        Those of its date, or with one of its entities under the same label, bring their happening, and with it all its
        reports. Which come is said at `unlinked_near`.
        """
        best = self._likeliest(sought, limit, limit, linked=True)
        sql = "SELECT id, annotator_id FROM mention WHERE happening_id IN (?)"
        return self.reports(i for i, who in self._rows_for(sql, best) if who == sought.annotator_id)

    def unlinked_near(self, sought: Sought, limit: int = 40) -> list[Report]:
        """Return an annotator's reports that are linked to no happening and may tell of the same as an event.

        They have its label, and its date or one of its entities; at most `limit` come: those with most of it, and of as
        much those that begin nearest in time. Of dates, the thousand nearest on either side are looked at; of each
        entity's events, five times `limit`.
        """
        return self.reports(self._likeliest(sought, limit, 5 * limit, linked=False))

    def _likeliest(self, asked: Sought, limit: int, each: int, *, linked: bool) -> list[str]:
        """Return the happenings, or the events without one, that have most in common with what is asked for."""
        events = dict(self._dated(asked, linked=linked))  # what each stands for, and whether its people count
        common = {(thing, "") for thing, _ in events.values()}  # counted once each: a happening is told in many events
        sql = _TOGETHER.format("NOT" if linked else "")
        more: dict[str, tuple[str, bool]] = {}
        for entity_id in asked.entity_ids:
            rows = self._rows(sql, [entity_id, asked.annotator_id, asked.label, each])
            more.update((event_id, (thing, True)) for event_id, thing in rows if event_id not in events)
        if asked.dated and more:
            begin, end = asked.dated[0] - asked.tolerance, asked.dated[1] + asked.tolerance
            within = self._rows_for(_WITHIN, more)
            common |= {(more[e][0], "") for e, b, f in within if b is not None and b < end and f > begin}
        events |= more
        if people := set(asked.entity_ids):
            fillers = self._rows_for(_WITH_WHOM, [e for e, (_, counts) in events.items() if counts])
            common |= {(events[e][0], entity_id) for e, entity_id in fillers if entity_id in people}
        counted = Counter(thing for thing, _ in common)
        things = dict.fromkeys(thing for thing, _ in events.values())  # nearest first
        return sorted(things, key=lambda thing: -counted[thing])[:limit]

    def _dated(self, asked: Sought, *, linked: bool) -> list[tuple[str, tuple[str, bool]]]:
        """Return the events dated nearly as is asked for, the nearest first, as `_likeliest` keeps them."""
        if asked.dated is None:
            return []
        begin, end = asked.dated
        dates = self._rows(_ON, [begin, end + asked.tolerance, _NEAREST])
        dates += self._rows(_BACK, [begin, _NEAREST, begin - asked.tolerance])
        dates.sort(key=lambda row: abs(row[1] - begin))
        place = {i: n for n, (i, _) in enumerate(dates)}
        which = [asked.label, asked.annotator_id, linked, asked.label]
        found = list(self._rows_for(_BEHIND.format("NOT" if linked else ""), place, which))
        found.sort(key=lambda row: (place[row[0]], row[1]))
        return [(event_id, (thing, bool(same))) for _, event_id, thing, same in found]

    def _fillers(self, event_ids: Iterable[str]) -> dict[str, list[_Found]]:
        """Return what fills the roles of some events, by event."""
        return self._grouped(list(self._rows_for(_FILLERS, event_ids)))

    def _grouped(self, rows: list[Any]) -> dict[str, list[_Found]]:
        width = len(_MENTION.columns)
        mentions = self._decoded(_MENTION, rows)
        values = iter(self._decoded(_TIME, (row[width + 4 :] for row in rows if row[width + 4])))
        fillers: dict[str, list[_Found]] = {}
        for row, mention in zip(rows, mentions, strict=True):
            event_id, role, argument_id, name = row[width : width + 4]
            value = next(values) if row[width + 4] else None
            fillers.setdefault(event_id, []).append((role, argument_id, name or "", mention, value))
        return fillers


def _occurrence(event: Mention, found: list[_Found], text: str) -> Occurrence:
    """Words are taken from the text here and not by SQL, whose substr() ends at a NUL and counts from the begin."""
    fillers = [Filler(role, m, words_in(text, m), name, value, argument) for role, argument, name, m, value in found]
    return occurrence_of(event, fillers, text)
