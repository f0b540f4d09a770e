"""Reading the registry: entities, happenings, and the mentions behind which they stand."""

from dataclasses import dataclass

from dateline.model.annotation import Mention
from dateline.model.changes import Kind
from dateline.model.registry import Entity, Happening
from dateline.model.text import fold
from dateline.store.reader import Reader
from dateline.store.rows import CODECS


@dataclass(frozen=True, slots=True)
class Appearance:
    """A mention of a thing, with its words and where it stands."""

    mention: Mention
    words: str
    article_name: str
    published: str


_COLUMN = {Kind.ENTITY: "entity_id", Kind.HAPPENING: "happening_id"}


class RegistryReader(Reader):
    """Reads entities and happenings of one project."""

    def entities(self) -> list[Entity]:
        """Return all entities by name."""
        codec = CODECS[Kind.ENTITY]
        return [codec.from_row(r) for r in self._rows(f"SELECT {codec.select} FROM entity ORDER BY name, id")]

    def happenings(self) -> list[Happening]:
        """Return all happenings, oldest record first."""
        codec = CODECS[Kind.HAPPENING]
        return [codec.from_row(r) for r in self._rows(f"SELECT {codec.select} FROM happening ORDER BY id")]

    def entity(self, entity_id: str) -> Entity | None:
        """Return one entity."""
        codec = CODECS[Kind.ENTITY]
        row = self._row(f"SELECT {codec.select} FROM entity WHERE id = ?", [entity_id])
        return codec.from_row(row) if row else None

    def happening(self, happening_id: str) -> Happening | None:
        """Return one happening."""
        codec = CODECS[Kind.HAPPENING]
        row = self._row(f"SELECT {codec.select} FROM happening WHERE id = ?", [happening_id])
        return codec.from_row(row) if row else None

    def appearances(self, kind: Kind, record_id: str, annotator_id: str) -> list[Appearance]:
        """Return one annotator's mentions of an entity or happening, by publication date."""
        codec = CODECS[Kind.MENTION]
        rows = self._rows(
            f"SELECT {codec.select}, substr(article_text.text, begin + 1, end - begin), article.name, published "
            f"FROM mention JOIN article ON article.id = article_id JOIN article_text ON article_text.id = article_id "
            f"WHERE {_COLUMN[kind]} = ? AND annotator_id = ? ORDER BY published, position, begin",
            [record_id, annotator_id],
        )
        return [Appearance(codec.from_row(r), " ".join(r[-3].split()), r[-2], r[-1]) for r in rows]

    def all_mentions(self, kind: Kind, record_id: str) -> list[Mention]:
        """Return every annotator's mentions of an entity or happening."""
        codec = CODECS[Kind.MENTION]
        rows = self._rows(f"SELECT {codec.select} FROM mention WHERE {_COLUMN[kind]} = ?", [record_id])
        return [codec.from_row(r) for r in rows]

    def entities_called(self, words: str) -> list[Entity]:
        """Return the entities whose name or an alias equals `words` without case and diacritics."""
        wanted = fold(words)
        return [e for e in self.entities() if wanted in map(fold, (e.name, *e.aliases))]

    def mention_counts(self, kind: Kind) -> dict[str, int]:
        """Return how many mentions each entity or happening has."""
        column = _COLUMN[kind]
        return dict(self._rows(f"SELECT {column}, count(*) FROM mention WHERE {column} IS NOT NULL GROUP BY {column}"))
