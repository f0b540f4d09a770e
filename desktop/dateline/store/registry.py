"""Reading the registry: entities, happenings, and the mentions behind which they stand."""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.json import decode

from dateline.model.annotation import Mention
from dateline.model.calendar import NOT_KNOWN, publication_order
from dateline.model.changes import Kind
from dateline.model.lifecycle import Told, happening_date
from dateline.model.registry import Entity, Happening
from dateline.model.report import ThingSummary
from dateline.model.when import When
from dateline.store.nearness import Names
from dateline.store.occurrences import OccurrenceReader
from dateline.store.reader import Reader
from dateline.store.rows import CODECS, when_of


class Appearance(Struct, frozen=True):
    """A mention of a thing, with its words and where it stands."""

    mention: Mention
    words: str
    article_name: str
    published: str


_APPEARED = "publication_order(published), position, article.id"
_COLUMN = {Kind.ENTITY: "entity_id", Kind.HAPPENING: "happening_id"}


_SUMMARIES = (
    "SELECT thing.id, thing.name, thing.type, {aliases}, thing.external_id, count(mention.id), "
    "count(DISTINCT mention.article_id), min(appeared), max(appeared) "
    "FROM {table} AS thing LEFT JOIN mention ON mention.{column} = thing.id AND mention.annotator_id = ? "
    "LEFT JOIN {articles} AS article ON article.id = mention.article_id"
)
_APPEARANCES = "SELECT id, appeared(published) AS appeared FROM article"
_ONE_BY_ONE = f"({_APPEARANCES})"
_ALL_AT_ONCE = f"WITH appearances AS MATERIALIZED ({_APPEARANCES}) "  # each article is looked at once, not each mention
_TOLD = (
    "SELECT mention.happening_id, mention.id, time_value.begin, time_value.end, granularity, approximate FROM mention "
    "JOIN argument ON event_id = mention.id JOIN mention AS filler ON filler.id = filler_id "
    "JOIN time_value ON time_value.id = filler_id "
    "WHERE mention.annotator_id = ? AND mention.happening_id IS NOT NULL AND granularity IS NOT NULL"
)


@lru_cache(1 << 14)
def _appeared(published: str) -> str | None:
    """Return a publication date behind its moment, so that of two texts the earlier moment is the lesser one."""
    moment = publication_order(published)
    return None if moment == NOT_KNOWN else f"{moment + NOT_KNOWN:0{_DIGITS}d}{published}"


_DIGITS = len(str(2 * NOT_KNOWN))


def _summary(row: Sequence[Any], when: When | None) -> ThingSummary:
    thing_id, name, type_, aliases, external, mentions, articles, first, last = row
    first, last = (first or "")[_DIGITS:], (last or "")[_DIGITS:]
    return ThingSummary(thing_id, name, type_, tuple(decode(aliases)), external, mentions, articles, first, last, when)


_PART_OF = (
    "SELECT 1 FROM mention AS one JOIN relation ON source_id = one.id JOIN mention AS other ON other.id = target_id "
    "WHERE one.entity_id = ? AND other.entity_id = ? AND upper(relation.label) IN ('PART_OF', 'LOCATED_IN') LIMIT 1"
)
_SIDE_BY_SIDE = (
    "SELECT 1 FROM mention AS one JOIN mention AS other ON other.article_id = one.article_id "
    "WHERE one.entity_id = ? AND other.entity_id = ? AND other.begin - one.end BETWEEN 1 AND 2 LIMIT 1"
)


class RegistryReader(Reader):
    """Reads entities and happenings of one project."""

    def __init__(self, conn: sqlite3.Connection, path: Path) -> None:
        super().__init__(conn, path)
        self._events = OccurrenceReader(conn, path)
        conn.create_function("publication_order", 1, publication_order, deterministic=True)
        conn.create_function("appeared", 1, _appeared, deterministic=True)
        self._names = Names()
        self._names_of: int | None = None  # the version of the data they were taken from; None: to be taken anew

    def entities(self) -> list[Entity]:
        """Return all entities by name."""
        return self._records(Kind.ENTITY, "FROM entity ORDER BY name, id")

    def happenings(self) -> list[Happening]:
        """Return all happenings, oldest record first."""
        return self._records(Kind.HAPPENING, "FROM happening ORDER BY id")

    def entity(self, entity_id: str) -> Entity | None:
        """Return one entity."""
        found: Entity | None = self._record(Kind.ENTITY, "FROM entity WHERE id = ?", [entity_id])
        return found

    def happening(self, happening_id: str) -> Happening | None:
        """Return one happening."""
        found: Happening | None = self._record(Kind.HAPPENING, "FROM happening WHERE id = ?", [happening_id])
        return found

    def appearances(
        self, kind: Kind, record_id: str, annotator_id: str, *, limit: int | None = None
    ) -> list[Appearance]:
        """Return one annotator's mentions of an entity or happening, by publication date: all, or the first."""
        codec = CODECS[Kind.MENTION]
        rows = self._rows(
            f"SELECT {codec.select}, article.name, published FROM mention JOIN article ON article.id = article_id "
            f"WHERE {_COLUMN[kind]} = ? AND annotator_id = ? ORDER BY {_APPEARED}, begin LIMIT ?",
            [record_id, annotator_id, -1 if limit is None else limit],
        )
        mentions: list[Mention] = self._decoded(codec, rows)
        found: list[Appearance] = []
        for article_id, group in groupby(zip(mentions, rows, strict=True), key=lambda pair: pair[0].article_id):
            text = self._text_of(article_id)
            found += [Appearance(m, " ".join(m.text_of(text).split()), *row[-2:]) for m, row in group]
        return found

    def count_of(self, kind: Kind, record_id: str, annotator_id: str) -> int:
        """Return how many mentions of an entity or happening an annotator has."""
        sql = f"SELECT count(*) FROM mention WHERE {_COLUMN[kind]} = ? AND annotator_id = ?"
        return int(self._row(sql, [record_id, annotator_id])[0])

    def counts_of(self, kind: Kind, ids: Iterable[str]) -> dict[str, int]:
        """Return how many mentions of all annotators some entities or happenings have."""
        column = _COLUMN[kind]
        return dict(self._rows_for(f"SELECT {column}, count(*) FROM mention WHERE {column} IN (?) GROUP BY 1", ids))

    def links(self, kind: Kind, annotator_id: str) -> dict[str, str]:
        """Return which entity or happening each of an annotator's linked mentions stands for, by mention."""
        column = _COLUMN[kind]
        sql = f"SELECT id, {column} FROM mention WHERE {column} IS NOT NULL AND annotator_id = ?"
        return dict(self._rows(sql, [annotator_id]))

    def things_in(self, kind: Kind, article_ids: Iterable[str]) -> set[str]:
        """Return the entities or happenings that some articles mention, whoever annotated them."""
        column = _COLUMN[kind]
        sql = f"SELECT DISTINCT {column} FROM mention WHERE article_id IN (?) AND {column} IS NOT NULL"
        return {i for (i,) in self._rows_for(sql, article_ids)}

    def stand_together(self, one_id: str, other_id: str) -> bool:
        """Say whether two entities are linked as part and whole, or stand side by side in a text ("Astana, …")."""
        for a, b in ((one_id, other_id), (other_id, one_id)):
            if self._row(_PART_OF, [a, b]) or self._row(_SIDE_BY_SIDE, [a, b]):
                return True
        return False

    def all_mentions(self, kind: Kind, record_id: str) -> list[Mention]:
        """Return every annotator's mentions of an entity or happening."""
        return self._records(Kind.MENTION, f"FROM mention WHERE {_COLUMN[kind]} = ?", [record_id])

    def some_mentions(self, kind: Kind, record_id: str, most: int) -> list[str]:
        """Return the ids of at most so many of the mentions of an entity or happening, whoever made them."""
        sql = f"SELECT id FROM mention WHERE {_COLUMN[kind]} = ? LIMIT ?"
        return [i for (i,) in self._rows(sql, [record_id, most])]

    def entities_near(self, words: str) -> list[Entity]:
        """Return the entities that have a name near some words, by name; `Names.near` says what that is."""
        self._take_names()
        self._names.learn()
        ids = self._names.near(words)
        found: list[Entity] = self._decoded(
            CODECS[Kind.ENTITY], self._rows_for(f"SELECT {CODECS[Kind.ENTITY].select} FROM entity WHERE id IN (?)", ids)
        )
        return sorted(found, key=lambda e: (e.name, e.id))

    def learn_names(self, seconds: float) -> bool:
        """Get ready for `entities_near`, for about so long; return whether that is done. Else the first one waits."""
        self._take_names()
        return self._names.learn(seconds)

    def forget_names(self) -> None:
        """Entities changed: read their names anew when they are next asked for."""
        self._names_of = None

    def _take_names(self) -> None:
        version = int(self._row("PRAGMA data_version")[0])
        open_step = self._conn.in_transaction  # it may have changed names, and may be taken back
        if open_step or version != self._names_of:
            self._names.expect(self._rows("SELECT id, name, aliases FROM entity"))
            self._names_of = None if open_step else version

    def summaries(self, kind: Kind, annotator_id: str, only: Iterable[str] | None = None) -> list[ThingSummary]:
        """Return all entities or happenings (or `only` some) with what an annotator's articles say of them."""
        aliases = "thing.aliases" if kind is Kind.ENTITY else "'[]'"
        articles = "appearances" if only is None else _ONE_BY_ONE
        sql = _SUMMARIES.format(table=kind.value, column=_COLUMN[kind], aliases=aliases, articles=articles)
        with self._one_moment():
            if only is None:
                rows = self._rows(f"{_ALL_AT_ONCE}{sql} GROUP BY thing.id", [annotator_id])
                dates = self._dates(annotator_id, None) if kind is Kind.HAPPENING else {}
            else:
                ids = list(only)
                rows = [
                    r for i in ids for r in self._rows(f"{sql} WHERE thing.id = ? GROUP BY thing.id", [annotator_id, i])
                ]
                dates = self._dates(annotator_id, ids) if kind is Kind.HAPPENING else {}
        return [_summary(r, dates.get(r[0])) for r in rows]

    def _dates(self, annotator_id: str, ids: list[str] | None) -> dict[str, When]:
        """Return the dates of happenings: by hand, else what the reports tell."""
        sql = "SELECT id, begin, end, granularity, approximate FROM happening WHERE granularity IS NOT NULL"
        by_hand = {r[0]: when_of(*r[1:]) for r in self._rows(sql)}
        if ids is None:
            rows = self._rows(f"{_TOLD} ORDER BY mention.id, filler.begin", [annotator_id])
        else:
            tail = f"{_TOLD} AND mention.happening_id = ? ORDER BY mention.id, filler.begin"
            rows = [r for i in ids for r in self._rows(tail, [annotator_id, i])]
        told: dict[str, set[When | None]] = {}
        for _, group in groupby(rows, key=lambda r: r[1]):
            first = next(group)  # where an event has several dates, the words say which is meant
            told.setdefault(first[0], set()).update(when_of(*row[2:6]) for row in (first, *group))
        dates = {i: when for i, given in told.items() if len(given) == 1 and (when := next(iter(given)))}
        dates |= self._dates_of_several(annotator_id, [i for i in told if i not in dates and i not in by_hand])
        return dates | {i: when for i, when in by_hand.items() if when}

    def _dates_of_several(self, annotator_id: str, ids: list[str]) -> dict[str, When]:
        """Return the dates of happenings of which some reports give others: told by the words, as everywhere."""
        sql = "SELECT id, annotator_id FROM mention WHERE happening_id IN (?)"
        mine = [i for i, who in self._rows_for(sql, ids) if who == annotator_id]
        told: dict[str, list[Told]] = {}
        for report in self._events.reports(mine):
            told.setdefault(report.occurrence.event.happening_id or "", []).append(report.told)
        return {i: when for i, reports in told.items() if (when := happening_date(reports))}

    def mention_counts(self, kind: Kind) -> dict[str, int]:
        """Return how many mentions each entity or happening has."""
        column = _COLUMN[kind]
        return dict(self._rows(f"SELECT {column}, count(*) FROM mention WHERE {column} IS NOT NULL GROUP BY {column}"))
