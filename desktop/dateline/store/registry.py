"""Reading the registry: entities, happenings, and the mentions behind which they stand."""

from functools import lru_cache
from itertools import groupby

from msgspec import Struct
from msgspec.json import decode

from dateline.model.annotation import Mention
from dateline.model.changes import Kind
from dateline.model.registry import Entity, Happening
from dateline.model.text import fold
from dateline.store.reader import Reader
from dateline.store.rows import CODECS


class Appearance(Struct, frozen=True):
    """A mention of a thing, with its words and where it stands."""

    mention: Mention
    words: str
    article_name: str
    published: str


@lru_cache(maxsize=1 << 16)
def _folded_names(name: str, aliases: str) -> frozenset[str]:
    """Kept, since the names of thousands of entities are looked through whenever a name is selected."""
    return frozenset(map(fold, (name, *decode(aliases))))


_COLUMN = {Kind.ENTITY: "entity_id", Kind.HAPPENING: "happening_id"}


class RegistryReader(Reader):
    """Reads entities and happenings of one project."""

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
            f"WHERE {_COLUMN[kind]} = ? AND annotator_id = ? ORDER BY published, position, article.id, begin LIMIT ?",
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

    def all_mentions(self, kind: Kind, record_id: str) -> list[Mention]:
        """Return every annotator's mentions of an entity or happening."""
        return self._records(Kind.MENTION, f"FROM mention WHERE {_COLUMN[kind]} = ?", [record_id])

    def entities_called(self, words: str) -> list[Entity]:
        """Return the entities whose name or an alias equals `words` without case and diacritics."""
        wanted = fold(words)
        rows = self._rows("SELECT id, name, aliases FROM entity")
        ids = [i for i, name, aliases in rows if wanted in _folded_names(name, aliases)]
        found = [e for i in ids if (e := self.entity(i))]
        return sorted(found, key=lambda e: (e.name, e.id))

    def entities_like(self, words: str, label: str) -> list[Entity]:
        """Return the entities of a type of which one name is part of the other: "Vučić" and "Aleksandar Vučić"."""
        wanted = set(fold(words).split())
        rows = self._rows("SELECT id, name, aliases FROM entity WHERE type = ?", [label])
        ids = [
            i
            for i, name, aliases in rows
            if any(wanted < (known := set(n.split())) or known < wanted for n in _folded_names(name, aliases) if n)
        ]
        return [e for i in ids if (e := self.entity(i))]

    def mention_counts(self, kind: Kind) -> dict[str, int]:
        """Return how many mentions each entity or happening has."""
        column = _COLUMN[kind]
        return dict(self._rows(f"SELECT {column}, count(*) FROM mention WHERE {column} IS NOT NULL GROUP BY {column}"))
