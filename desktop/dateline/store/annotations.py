"""Reading annotations: a page, single records, counts, and whole projects as a stream of bundles."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dateline.model.annotation import Annotations, Annotator, Mention
from dateline.model.article import State
from dateline.model.bundle import Bundle
from dateline.model.changes import Kind
from dateline.model.occurrence import Filler, Occurrence
from dateline.model.page import Page
from dateline.store.articles import ArticleReader
from dateline.store.reader import Reader
from dateline.store.rows import CODECS

_OF_ARTICLE = {
    Kind.MENTION: (
        "FROM mention WHERE mention.article_id = ?1 AND mention.annotator_id = ?2 ORDER BY begin, end DESC, id"
    ),
    Kind.TIME_VALUE: (
        "FROM mention JOIN time_value ON time_value.id = mention.id "
        "WHERE mention.article_id = ?1 AND mention.annotator_id = ?2 AND layer = 'time' "
        "ORDER BY mention.begin, mention.id"
    ),
    Kind.ARGUMENT: (
        "FROM mention JOIN argument ON event_id = mention.id WHERE mention.article_id = ?1 "
        "AND mention.annotator_id = ?2 AND layer = 'event' ORDER BY mention.begin, mention.id, argument.id"
    ),
    Kind.RELATION: "FROM relation WHERE article_id = ?1 AND annotator_id = ?2 ORDER BY id",
    Kind.COMMENT: "FROM comment WHERE article_id = ?1 AND annotator_id = ?2 ORDER BY id",
    Kind.REGION: "FROM region WHERE article_id = ?1 AND (annotator_id = ?2 OR annotator_id IS NULL) ORDER BY begin, id",
}
_FIELDS = {
    Kind.MENTION: "mentions",
    Kind.TIME_VALUE: "times",
    Kind.ARGUMENT: "arguments",
    Kind.RELATION: "relations",
    Kind.COMMENT: "comments",
    Kind.REGION: "regions",
}


class AnnotationReader(Reader):
    """Reads annotations of one project."""

    def of(self, article_id: str, annotator_id: str) -> Annotations:
        """Return one annotator's annotations of one article, with the zones that belong to nobody."""
        found = {field: tuple(self._of(kind, article_id, annotator_id)) for kind, field in _FIELDS.items()}
        return Annotations(**found)

    def page(self, article_id: str, annotator_id: str) -> Page:
        """Return an article with one annotator's annotations, indexed; raises KeyError for an unknown article."""
        article = ArticleReader(self._conn, self._path).get(article_id)
        return Page.of(article, annotator_id, self.of(article_id, annotator_id))

    def records(self, kind: Kind, ids: Iterable[str]) -> list[Any]:
        """Return the records of these ids, in no particular order; those that are gone are left out."""
        codec = CODECS[kind]
        sql = f"SELECT {codec.select} FROM {kind.value} WHERE id IN (?)"
        return [codec.from_row(r) for r in self._rows_for(sql, ids)]

    def annotators(self) -> list[Annotator]:
        """Return all annotators, oldest first."""
        codec = CODECS[Kind.ANNOTATOR]
        return [codec.from_row(r) for r in self._rows(f"SELECT {codec.select} FROM annotator ORDER BY id")]

    def annotator(self, name: str) -> Annotator | None:
        """Return the annotator of that name."""
        return next((a for a in self.annotators() if a.name == name), None)

    def progress_id(self, article_id: str, annotator_id: str) -> tuple[str, State] | None:
        """Return the id and state of an annotator's progress with an article."""
        row = self._row(
            "SELECT id, state FROM progress WHERE article_id = ? AND annotator_id = ?", [article_id, annotator_id]
        )
        return (row[0], State(row[1])) if row else None

    def dependants(self, mention_ids: Iterable[str]) -> dict[Kind, list[str]]:
        """Return the ids of the records that refer to these mentions, by kind."""
        ids = list(mention_ids)
        queries = {
            Kind.ARGUMENT: (
                "SELECT id FROM argument WHERE event_id IN (?)",
                "SELECT id FROM argument WHERE filler_id IN (?)",
            ),
            Kind.RELATION: (
                "SELECT id FROM relation WHERE source_id IN (?)",
                "SELECT id FROM relation WHERE target_id IN (?)",
            ),
            Kind.COMMENT: ("SELECT id FROM comment WHERE mention_id IN (?)",),
            Kind.TIME_VALUE: ("SELECT id FROM time_value WHERE id IN (?)",),
        }
        return {
            kind: list(dict.fromkeys(row[0] for sql in sqls for row in self._rows_for(sql, ids)))
            for kind, sqls in queries.items()
        }

    def with_label(self, label: str) -> list[Mention]:
        """Return all mentions under a label, of all annotators."""
        codec = CODECS[Kind.MENTION]
        rows = self._rows(f"SELECT {codec.select} FROM mention WHERE label = ? ORDER BY id", [label])
        return [codec.from_row(r) for r in rows]

    def relations_with_label(self, label: str) -> list[Any]:
        """Return all relations under a label."""
        codec = CODECS[Kind.RELATION]
        rows = self._rows(f"SELECT {codec.select} FROM relation WHERE label = ? ORDER BY id", [label])
        return [codec.from_row(r) for r in rows]

    def label_counts(self, article_id: str | None = None, annotator_id: str | None = None) -> dict[str, int]:
        """Return how many mentions and relations each label has, in an article or in all, by an annotator or all."""
        where = " AND ".join(c for c, v in (("article_id = ?", article_id), ("annotator_id = ?", annotator_id)) if v)
        given = [v for v in (article_id, annotator_id) if v]
        tail = (f" WHERE {where}" if where else "") + " GROUP BY label"
        counts: dict[str, int] = {}
        for table in ("mention", "relation"):
            counts.update(self._rows(f"SELECT label, count(*) FROM {table}{tail}", given))
        return counts

    def role_counts(self) -> dict[tuple[str, str], int]:
        """Return how many arguments each (event label, role) has."""
        rows = self._rows(
            "SELECT mention.label, role, count(*) FROM argument JOIN mention ON mention.id = event_id GROUP BY 1, 2"
        )
        return {(label, role): n for label, role, n in rows}

    def arguments_of_label(self, label: str) -> list[Any]:
        """Return all arguments of events under a label."""
        codec = CODECS[Kind.ARGUMENT]
        sql = f"SELECT {codec.select} FROM argument JOIN mention ON mention.id = event_id WHERE mention.label = ?"
        return [codec.from_row(r) for r in self._rows(sql, [label])]

    def totals(self) -> dict[str, int]:
        """Return how many records of each kind the project holds."""
        kinds = (k for k in Kind if k not in (Kind.SETTING, Kind.LABEL_TYPE))
        return {k.value: int(self._row(f"SELECT count(*) FROM {k.value}")[0]) for k in kinds}

    def article_counts(self, annotator_id: str) -> dict[str, int]:
        """Return how many mentions an annotator has in each article."""
        sql = "SELECT article_id, count(*) FROM mention WHERE annotator_id = ? GROUP BY article_id"
        return dict(self._rows(sql, [annotator_id]))

    def article_count(self, article_id: str, annotator_id: str) -> int:
        """Return how many mentions an annotator has in one article."""
        sql = "SELECT count(*) FROM mention WHERE article_id = ? AND annotator_id = ?"
        return int(self._row(sql, [article_id, annotator_id])[0])

    def bundles(self, *, annotator: str | None = None, states: Sequence[State] = ()) -> Iterator[Bundle]:
        """Yield the whole project article by article, each with every annotator who touched it.

        `annotator` (a name) and `states` pick; without either an article nobody touched comes with no annotator.
        """
        articles = ArticleReader(self._conn, self._path)
        by_id = {a.id: a for a in self.annotators()}
        used = [k for k in _FIELDS if self._row(f"SELECT EXISTS (SELECT 1 FROM {k.value})")[0]]
        for article_id in articles.ids():
            workers = self._workers(article_id)
            picked = [
                (by_id[w], state)
                for w, state in workers.items()
                if (annotator is None or by_id[w].name == annotator) and (not states or state in states)
            ]
            untouched = not workers and annotator is None and (not states or State.NEW in states)
            if not picked and not untouched:
                continue
            article = articles.get(article_id)
            if untouched:
                regions = tuple(self._of(Kind.REGION, article_id, "")) if Kind.REGION in used else ()
                yield Bundle(article, annotations=Annotations(regions=regions))
            for worker, state in picked:
                found = {_FIELDS[k]: tuple(self._of(k, article_id, worker.id)) for k in used}
                yield Bundle(article, worker, state, Annotations(**found))

    def _workers(self, article_id: str) -> dict[str, State]:
        """Return the annotators who touched an article, with their states."""
        rows = self._rows(
            "SELECT annotator_id, state FROM progress WHERE article_id = ?1 UNION ALL "
            "SELECT DISTINCT annotator_id, NULL FROM mention WHERE article_id = ?1 UNION ALL "
            "SELECT DISTINCT annotator_id, NULL FROM region WHERE article_id = ?1 AND annotator_id IS NOT NULL "
            "UNION ALL SELECT DISTINCT annotator_id, NULL FROM comment WHERE article_id = ?1",
            [article_id],
        )
        states: dict[str, State] = {}
        for annotator_id, state in rows:
            if state:
                states[annotator_id] = State(state)
            else:
                states.setdefault(annotator_id, State.NEW)
        return dict(sorted(states.items()))

    def occurrences(self, annotator_id: str, event_ids: Iterable[str] | None = None) -> list[Occurrence]:
        """Return an annotator's events with the words of their triggers and fillers, for the timeline."""
        mention, time = CODECS[Kind.MENTION], CODECS[Kind.TIME_VALUE]
        words = "substr(article_text.text, mention.begin + 1, mention.end - mention.begin)"
        text = "JOIN article_text ON article_text.id = mention.article_id"
        events = f"SELECT {words}, {mention.select} FROM mention {text} WHERE layer = 'event' AND "
        if event_ids is None:
            found = self._rows(events + "annotator_id = ? ORDER BY article_id, begin", [annotator_id])
        else:
            found = list(self._rows_for(events + "mention.id IN (?)", event_ids))
        fillers: dict[str, list[Filler]] = {}
        sql = (
            f"SELECT event_id, role, entity.name, {words}, {mention.select}, {time.select} FROM argument "
            f"JOIN mention ON mention.id = filler_id {text} LEFT JOIN entity ON entity.id = mention.entity_id "
            "LEFT JOIN time_value ON time_value.id = mention.id WHERE event_id IN (?)"
        )
        width = 4 + len(mention.columns)
        for row in self._rows_for(sql, (r[1] for r in found)):
            value = time.from_row(row[width:]) if row[width] else None
            filler = Filler(row[1], mention.from_row(row[4:width]), " ".join(row[3].split()), row[2] or "", value)
            fillers.setdefault(row[0], []).append(filler)
        return [
            Occurrence(
                mention.from_row(row[1:]),
                " ".join(row[0].split()),
                tuple(sorted(fillers.get(row[1], ()), key=lambda f: f.mention.span)),
            )
            for row in found
        ]

    def _of(self, kind: Kind, article_id: str, annotator_id: str) -> list[Any]:
        codec = CODECS[kind]
        return [
            codec.from_row(r)
            for r in self._rows(f"SELECT {codec.select} {_OF_ARTICLE[kind]}", [article_id, annotator_id])
        ]

    def ids_of_article(self, article_id: str) -> dict[Kind, list[str]]:
        """Return the ids of all records of an article, every annotator's, mentions first."""
        kinds = (Kind.MENTION, Kind.RELATION, Kind.COMMENT, Kind.REGION, Kind.PROGRESS)
        return {
            k: [r[0] for r in self._rows(f"SELECT id FROM {k.value} WHERE article_id = ?", [article_id])] for k in kinds
        }
