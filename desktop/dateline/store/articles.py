"""Reading articles: one whole, or many at a glance."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from dateline.model.article import NEWER, STATES, Article, Original, State
from dateline.model.changes import Kind
from dateline.model.occasion import Occasion
from dateline.store.errors import DamagedProject, explained
from dateline.store.reader import Reader
from dateline.store.rows import CODECS

_ARTICLE = CODECS[Kind.ARTICLE]
_NAMES = msgspec.json.Decoder(dict[str, msgspec.Raw])  # of columns: what they say is left as it is


class ArticleSummary(Struct, frozen=True):
    """What lists show of an article; `state` is the asking annotator's, `length` in code points."""

    id: str
    name: str
    published: str
    source: str
    language: str
    position: int
    length: int
    state: State


def _summary(r: Sequence[Any], state: State) -> ArticleSummary:
    return ArticleSummary(r[0], r[1], r[2], r[3], r[4], r[5], r[6], state)


class ArticleReader(Reader):
    """Reads articles of one project."""

    def get(self, article_id: str) -> Article:
        """Return an article with its text; raises KeyError for an unknown id."""
        article = self.find(article_id)
        if article is None:
            raise KeyError(article_id)
        return article

    def find(self, article_id: str) -> Article | None:
        """Return an article with its text, or None for an unknown id."""
        sql = f"SELECT {_ARTICLE.select}, text FROM article LEFT JOIN article_text USING (id) WHERE article.id = ?"
        rows = self._rows(sql, [article_id])
        if rows and rows[0][-1] is None:
            raise DamagedProject(self._path, "an article without its text")
        found: list[Article] = self._decoded(_ARTICLE, rows)
        return found[0] if found else None

    def original(self, article_id: str) -> Original | None:
        """Return the file an article's text was taken out of, if one was kept."""
        found: Original | None = self._record(Kind.ORIGINAL, "FROM original WHERE article_id = ?", [article_id])
        return found

    def exists(self, article_id: str) -> bool:
        """Say whether there is an article of this id."""
        return self._row("SELECT 1 FROM article WHERE id = ?", [article_id]) is not None

    def count(self) -> int:
        """Return how many articles there are."""
        return int(self._row("SELECT count(*) FROM article")[0])

    def summaries(self, annotator_id: str | None, *, only: str | None = None) -> list[ArticleSummary]:
        """Return all articles at a glance in list order, or only the one of id `only`."""
        sql = "SELECT id, name, published, source, language, position, length FROM article "
        known = "SELECT article_id, state FROM progress WHERE annotator_id = ?"
        if only is not None:
            rows = self._rows(sql + "WHERE id = ?", [only])
            states = dict(self._rows(known + " AND article_id = ?", [annotator_id, only]))
        else:
            rows = self._rows(sql + "ORDER BY position, id")
            states = dict(self._rows(known, [annotator_id]))
        return [_summary(row, STATES[states.get(row[0], "new")]) for row in rows]

    def summaries_by(self, number: int, annotator_id: str) -> Iterator[list[ArticleSummary]]:
        """Yield all articles at a glance in list order, so many at a time."""
        sql = "SELECT id, name, published, source, language, position, length FROM article WHERE id IN (?)"
        known = "SELECT article_id, state, annotator_id FROM progress WHERE article_id IN (?)"
        for ids in self.ids_by(number):
            rows = {row[0]: row for row in self._rows_for(sql, ids)}
            states = {i: state for i, state, who in self._rows_for(known, ids) if who == annotator_id}
            yield [_summary(rows[i], STATES[states.get(i, "new")]) for i in ids if i in rows]

    def first(self) -> str | None:
        """Return the id of the first article of the list."""
        row = self._row("SELECT id FROM article ORDER BY position, id LIMIT 1")
        return row[0] if row else None

    def ids(self) -> list[str]:
        """Return the ids of all articles in list order."""
        return [r[0] for r in self._rows("SELECT id FROM article ORDER BY position, id")]

    def ids_by(self, number: int) -> Iterator[list[str]]:
        """Yield the ids of all articles in list order, so many at a time."""
        last: tuple[int, str] = (-(2**63), "")
        sql = "SELECT position, id FROM article WHERE (position, id) > (?, ?) ORDER BY position, id LIMIT ?"
        while rows := self._rows(sql, [*last, number]):
            yield [row[1] for row in rows]
            last = rows[-1]

    def all(self) -> Iterator[Article]:
        """Yield all articles in list order, one at a time."""
        for article_id in self.ids():
            yield self.get(article_id)

    def arrived(self) -> int:
        """Return a number by which the articles there are now are told from those that come later."""
        return int(self._row("SELECT coalesce(max(rowid), 0) FROM article")[0])

    def texts(self, after: int, until: int) -> Iterator[tuple[str, str]]:
        """Yield (id, text) of the articles that had `arrived` by `until` and not by `after`, in list order."""
        sql = (
            "SELECT id, text FROM article JOIN article_text USING (id)"
            " WHERE article.rowid > ? AND article.rowid <= ? ORDER BY position, article.rowid"
        )
        with explained(self._path):
            yield from self._conn.execute(sql, [after, until])

    def holds(self, article_id: str, sha256: str) -> bool:
        """Say whether the article of this id has the text of this hash."""
        sql = "SELECT 1 FROM article WHERE id = ? AND sha256 = ?"
        return self._row(sql, [article_id, sha256]) is not None

    def has_text(self, sha256: str, arrived: int) -> bool:
        """Say whether an article of those that had `arrived` has this text."""
        return self._row("SELECT 1 FROM article WHERE sha256 = ? AND rowid <= ? LIMIT 1", [sha256, arrived]) is not None

    def by_text(self, sha256: str, arrived: int) -> Iterator[tuple[str, Occasion]]:
        """Yield the ids of all articles with this text, of those that had `arrived`, in list order, with its dates."""
        sql = "SELECT id, published, url FROM article WHERE sha256 = ? AND rowid <= ? ORDER BY position, rowid"
        for article_id, published, url in self._rows(sql, [sha256, arrived]):
            yield article_id, Occasion(published, url)

    def addresses(self, after: int, until: int) -> Iterator[tuple[str, str]]:
        """Yield (address, id) of the articles that have an address, of those that `texts` would yield, in its order."""
        with explained(self._path):
            sql = "SELECT url, id FROM article WHERE url <> '' AND rowid > ? AND rowid <= ? ORDER BY position, rowid"
            yield from self._conn.execute(sql, [after, until])

    def texts_of_addresses(self, arrived: int) -> Iterator[tuple[str, str]]:
        """Yield each address with the SHA-256 of the text from there, "" for several, of what had `arrived`."""
        with explained(self._path):
            sql = (
                "SELECT url, iif(min(sha256) = max(sha256), min(sha256), '') FROM article"
                " WHERE url <> '' AND rowid <= ? GROUP BY url"
            )
            yield from self._conn.execute(sql, [arrived])

    def columns(self, most: int, characters: int) -> list[str]:
        """Return the names of the columns of the articles that came last, in the order of the alphabet.

        These are `most` articles, or fewer that have as many characters of columns as are to be gone through.
        """
        found, left = set[str](), characters
        with explained(self._path):
            for (meta,) in self._conn.execute("SELECT meta FROM article ORDER BY rowid DESC LIMIT ?", [most]):
                found.update(self._names_of(meta))
                if (left := left - len(meta)) <= 0:
                    break
        return sorted(found)

    def _names_of(self, meta: str) -> dict[str, msgspec.Raw]:
        try:
            return _NAMES.decode(meta)
        except msgspec.DecodeError as error:
            raise DamagedProject(self._path, f"an article's columns cannot be read: {error}"[:120]) from error

    def newer_versions(self) -> Iterator[str]:
        """Yield the ids under which articles name their newer versions, be they there or not."""
        with explained(self._path):
            sql = "SELECT json_extract(meta, ?) FROM article WHERE json_type(meta, ?) = 'text'"
            yield from (found for (found,) in self._conn.execute(sql, [f"$.{NEWER}"] * 2))

    def brief_ones(self, most: int, after: int, until: int) -> Iterator[tuple[str, str, str]]:
        """Yield (title, origin, id) of those of at most so many characters, of those that `texts` would yield."""
        with explained(self._path):
            sql = (
                "SELECT title, origin, id FROM article WHERE length <= ? AND rowid > ? AND rowid <= ?"
                " ORDER BY position, rowid"
            )
            yield from self._conn.execute(sql, [most, after, until])

    def last_position(self) -> int:
        """Return the greatest list position in use, -1 in an empty project."""
        return int(self._row("SELECT coalesce(max(position), -1) FROM article")[0])

    def dependants(self, article_id: str) -> dict[Kind, list[str]]:
        """Return the ids of all records of an article, every annotator's; those of its mentions' follow from them."""
        kinds = (Kind.MENTION, Kind.RELATION, Kind.COMMENT, Kind.REGION, Kind.PROGRESS, Kind.ORIGINAL)
        return {
            k: [r[0] for r in self._rows(f"SELECT id FROM {k.value} WHERE article_id = ?", [article_id])] for k in kinds
        }

    def with_wrong_hash(self) -> list[str]:
        """Return the names of the articles whose text is not the one that was stored."""
        return [article.name for article in self.all() if article.sha256 != self._stored_hash(article.id)]

    def _stored_hash(self, article_id: str) -> str:
        return str(self._row("SELECT sha256 FROM article WHERE id = ?", [article_id])[0])
