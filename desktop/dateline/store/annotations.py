"""Reading annotations: a page, single records, counts, and whole projects as a stream of bundles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from dateline.model.annotation import Annotations, Annotator, Mention
from dateline.model.article import STATES, State
from dateline.model.bundle import Bundle
from dateline.model.changes import Kind
from dateline.model.page import Page
from dateline.store.articles import ArticleReader
from dateline.store.errors import DamagedProject
from dateline.store.reader import Reader
from dateline.store.rows import CODECS

FIELDS = {
    Kind.MENTION: "mentions",
    Kind.TIME_VALUE: "times",
    Kind.ARGUMENT: "arguments",
    Kind.RELATION: "relations",
    Kind.COMMENT: "comments",
    Kind.REGION: "regions",
}
# Each kind by article and annotator; CROSS JOIN keeps SQLite from beginning at the larger end.
_OF_ARTICLES = {
    Kind.MENTION: "mention.annotator_id FROM mention WHERE {} ORDER BY mention.begin, mention.end DESC, mention.id",
    Kind.TIME_VALUE: (
        "mention.annotator_id FROM mention CROSS JOIN time_value ON time_value.id = mention.id "
        "WHERE {} AND layer = 'time' ORDER BY mention.begin, mention.id"
    ),
    Kind.ARGUMENT: (
        "mention.annotator_id FROM mention CROSS JOIN argument ON event_id = mention.id "
        "WHERE {} AND layer = 'event' ORDER BY mention.begin, mention.id, argument.id"
    ),
    Kind.RELATION: "relation.annotator_id FROM relation WHERE {} ORDER BY id",
    Kind.COMMENT: "comment.annotator_id FROM comment WHERE {} ORDER BY id",
    Kind.REGION: "region.annotator_id FROM region WHERE {} ORDER BY begin, id",
}
_OWNED = ("mention", "relation", "comment", "region", "progress")  # tables that name an article and an annotator
_OWNER = {Kind.TIME_VALUE: "mention", Kind.ARGUMENT: "mention"}  # the table that knows article and annotator
_AT_ONCE = 4  # articles whose annotations are read together; more would leave the processor's cache
_Owner = tuple[str, str | None]  # article and annotator
_Found = dict[Kind, dict[_Owner, list[Any]]]


class AnnotationReader(Reader):
    """Reads annotations of one project."""

    def of(self, article_id: str, annotator_id: str) -> Annotations:
        """Return one annotator's annotations of one article, with the zones that belong to nobody."""
        who = [article_id, annotator_id]
        with self._one_moment():
            mine, everyones = "annotator_id = ?", "(annotator_id = ? OR annotator_id IS NULL)"
            found = {
                kind: self._found(kind, f"article_id = ? AND {everyones if kind is Kind.REGION else mine}", who)[1]
                for kind in FIELDS
            }
        return Annotations(**{field: tuple(found[kind]) for kind, field in FIELDS.items()})

    def page(self, article_id: str, annotator_id: str) -> Page:
        """Return an article with one annotator's annotations, indexed; raises KeyError for an unknown article."""
        with self._one_moment():
            article = ArticleReader(self._conn, self._path).get(article_id)
            return Page.of(article, annotator_id, self.of(article_id, annotator_id))

    def mentions(self, article_id: str, annotator_id: str) -> list[Mention]:
        """Return one annotator's mentions of an article in text order, longer ones first."""
        tail = "FROM mention WHERE article_id = ? AND annotator_id = ? ORDER BY begin, end DESC, id"
        return self._records(Kind.MENTION, tail, [article_id, annotator_id])

    def linked(self, kind: Kind, article_id: str) -> list[Mention]:
        """Return the mentions of an article that are linked to an entity, or a happening, whoever made them."""
        column = f"{kind.value}_id"
        tail = f"FROM mention WHERE article_id = ? AND {column} IS NOT NULL ORDER BY begin, end DESC, id"
        return self._records(Kind.MENTION, tail, [article_id])

    def records(self, kind: Kind, ids: Iterable[str]) -> list[Any]:
        """Return the records of these ids, in no particular order; those that are gone are left out.

        For articles use `ArticleReader.get`: their text lies elsewhere.
        """
        codec = CODECS[kind]
        return self._decoded(codec, self._rows_for(f"SELECT {codec.select} FROM {kind.value} WHERE id IN (?)", ids))

    def annotators(self) -> list[Annotator]:
        """Return all annotators, oldest first."""
        return self._records(Kind.ANNOTATOR, "FROM annotator ORDER BY id")

    def annotators_of(self, article_id: str) -> list[Annotator]:
        """Return those who have annotations of an article, or a state of it, oldest first."""
        who = " UNION ".join(f"SELECT annotator_id FROM {table} WHERE article_id = ?1" for table in _OWNED)
        return self._records(Kind.ANNOTATOR, f"FROM annotator WHERE id IN ({who}) ORDER BY id", [article_id])

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

    def worked_on(self, annotator_id: str, limit: int) -> list[str]:
        """Return the ids of the articles an annotator began or finished, those begun last first."""
        sql = (
            "SELECT article_id FROM progress WHERE annotator_id = ? AND state IN ('started', 'done') "
            "ORDER BY id DESC LIMIT ?"
        )
        return [row[0] for row in self._rows(sql, [annotator_id, limit])]

    def with_label(self, label: str) -> list[Mention]:
        """Return all mentions under a label, of all annotators."""
        return self._records(Kind.MENTION, "FROM mention WHERE label = ? ORDER BY id", [label])

    def relations_with_label(self, label: str) -> list[Any]:
        """Return all relations under a label."""
        return self._records(Kind.RELATION, "FROM relation WHERE label = ? ORDER BY id", [label])

    def label_counts(self, article_id: str | None = None, annotator_id: str | None = None) -> dict[str, int]:
        """Return how many mentions and relations each label has, in an article or in all, by an annotator or all."""
        where = " AND ".join(c for c, v in (("article_id = ?", article_id), ("annotator_id = ?", annotator_id)) if v)
        given = [v for v in (article_id, annotator_id) if v]
        tail = (f" WHERE {where}" if where else "") + " GROUP BY label"
        counts: dict[str, int] = {}
        for table in ("mention", "relation"):
            counts.update(self._rows(f"SELECT label, count(*) FROM {table}{tail}", given))
        return counts

    def twin_counts(self, label: str) -> dict[str, int]:
        """Return how many mentions and relations of a label have a twin under another one, by that other label."""
        mentions = (
            "SELECT twin.label, count(DISTINCT mention.id) FROM mention CROSS JOIN mention AS twin "
            "ON twin.article_id = mention.article_id AND twin.annotator_id = mention.annotator_id "
            "WHERE mention.label = ? AND twin.label <> mention.label AND twin.layer = mention.layer "
            "AND twin.begin = mention.begin AND twin.end = mention.end AND twin.fragments IS mention.fragments "
            "GROUP BY 1"
        )
        relations = (
            "SELECT twin.label, count(DISTINCT relation.id) FROM relation CROSS JOIN relation AS twin "
            "ON twin.source_id = relation.source_id AND twin.target_id = relation.target_id "
            "WHERE relation.label = ? AND twin.label <> relation.label AND twin.annotator_id = relation.annotator_id "
            "GROUP BY 1"
        )
        return {**dict(self._rows(mentions, [label])), **dict(self._rows(relations, [label]))}

    def role_counts(self) -> dict[tuple[str, str], int]:
        """Return how many arguments each (event label, role) has."""
        rows = self._rows(
            "SELECT mention.label, role, count(*) FROM argument JOIN mention ON mention.id = event_id GROUP BY 1, 2"
        )
        return {(label, role): n for label, role, n in rows}

    def filled_roles(self, names: Iterable[str]) -> set[tuple[str, str]]:
        """Return which roles of these names are filled, as (event label, role)."""
        events = "SELECT DISTINCT mention.label, role FROM argument JOIN mention ON mention.id = event_id"
        return {(label, role) for label, role in self._rows_for(f"{events} WHERE role IN (?)", names)}

    def arguments_of_label(self, label: str) -> list[Any]:
        """Return all arguments of events under a label."""
        tail = "FROM argument JOIN mention ON mention.id = event_id WHERE mention.label = ?"
        return self._records(Kind.ARGUMENT, tail, [label])

    def totals(self) -> dict[str, int]:
        """Return how many records of each kind the project holds."""
        kinds = (k for k in Kind if k not in (Kind.SETTING, Kind.LABEL_TYPE))
        return {k.value: int(self._row(f"SELECT count(*) FROM {k.value}")[0]) for k in kinds}

    def counts_by_annotator(self) -> dict[str, int]:
        """Return how many mentions each annotator has, by id."""
        return dict(self._rows("SELECT annotator_id, count(*) FROM mention GROUP BY annotator_id"))

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
        pages = articles.ids_by(_AT_ONCE)
        used = [k for k in FIELDS if self._row(f"SELECT EXISTS (SELECT 1 FROM {k.value})")[0]]
        originals = self._row("SELECT EXISTS (SELECT 1 FROM original)")[0]
        for part in pages:
            with self._one_moment():
                found = self._of_many(used, part)
                workers = self._workers(found, part)
            for article_id in part:
                picked = list(_picked(workers.get(article_id, {}), annotator, states))
                article = articles.find(article_id) if picked else None
                if article is None:
                    continue
                original = articles.original(article_id) if originals else None
                for worker, state in picked:
                    owner = worker.id if worker else None
                    yield Bundle(article, worker, state, _annotations(found, article_id, owner), original)

    def _workers(self, found: _Found, article_ids: Sequence[str]) -> dict[str, dict[Annotator, State]]:
        """Return who touched each article, in annotations or in progress alone, and how far they have come."""
        states: dict[str, dict[str, State]] = {}
        for article_id, annotator_id in chain.from_iterable(found.values()):
            if annotator_id is not None:
                states.setdefault(article_id, {})[annotator_id] = State.NEW
        sql = "SELECT article_id, annotator_id, state FROM progress WHERE article_id IN (?)"
        for article_id, annotator_id, state in self._rows_for(sql, article_ids):
            states.setdefault(article_id, {})[annotator_id] = STATES[state]
        known = {a.id: a for a in self.annotators()}
        try:
            return {a: {known[w]: state for w, state in of_article.items()} for a, of_article in states.items()}
        except KeyError:
            raise DamagedProject(self._path, "annotations of nobody who is known") from None

    def _of_many(self, kinds: Iterable[Kind], article_ids: Sequence[str]) -> _Found:
        """Return all annotations of some articles."""
        where = f"article_id IN ({', '.join('?' * len(article_ids))})"
        found: _Found = {}
        for kind in kinds:
            by_owner = found[kind] = defaultdict(list)
            for row, record in zip(*self._found(kind, where, article_ids), strict=True):
                by_owner[row[-2], row[-1]].append(record)
        return found

    def _found(self, kind: Kind, where: str, parameters: Sequence[str]) -> tuple[list[Any], list[Any]]:
        """Return rows of a kind that end with their article and annotator, and the records in them."""
        codec = CODECS[kind]
        owner = _OWNER.get(kind, kind.value)
        tail = _OF_ARTICLES[kind].format(where.replace("article_id", f"{owner}.article_id"))
        rows = self._rows(f"SELECT {codec.select}, {owner}.article_id, {tail}", parameters)
        return rows, self._decoded(codec, rows)


def _annotations(found: _Found, article_id: str, annotator_id: str | None) -> Annotations:
    """Put one annotator's records together, with the zones that belong to nobody."""
    mine = {kind: of_kind.get((article_id, annotator_id), ()) for kind, of_kind in found.items()}
    everyones = found.get(Kind.REGION, {}).get((article_id, None), ())
    if annotator_id is not None and everyones:
        mine[Kind.REGION] = sorted([*everyones, *mine[Kind.REGION]], key=lambda r: (r.span.begin, r.id))
    return Annotations(**{field: tuple(mine.get(kind, ())) for kind, field in FIELDS.items()})


def _picked(
    workers: dict[Annotator, State], name: str | None, states: Sequence[State]
) -> Iterator[tuple[Annotator | None, State]]:
    """Yield those of an article's annotators who were asked for, or nobody for an article nobody has touched."""
    for worker in sorted(workers, key=lambda w: w.id):
        if name in (None, worker.name) and (not states or workers[worker] in states):
            yield worker, workers[worker]
    if not workers and name is None and (not states or State.NEW in states):
        yield None, State.NEW
