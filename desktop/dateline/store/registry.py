"""Reading the registry: entities, happenings, and the mentions behind which they stand."""

from itertools import groupby

from msgspec import Struct

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

    def appearances(self, kind: Kind, record_id: str, annotator_id: str) -> list[Appearance]:
        """Return one annotator's mentions of an entity or happening, by publication date."""
        codec = CODECS[Kind.MENTION]
        rows = self._rows(
            f"SELECT {codec.select}, article.name, published FROM mention JOIN article ON article.id = article_id "
            f"WHERE {_COLUMN[kind]} = ? AND annotator_id = ? ORDER BY published, position, article.id, begin",
            [record_id, annotator_id],
        )
        mentions: list[Mention] = self._decoded(codec, rows)
        found: list[Appearance] = []
        for article_id, group in groupby(zip(mentions, rows, strict=True), key=lambda pair: pair[0].article_id):
            text = self._text_of(article_id)
            found += [Appearance(m, " ".join(m.text_of(text).split()), *row[-2:]) for m, row in group]
        return found

    def all_mentions(self, kind: Kind, record_id: str) -> list[Mention]:
        """Return every annotator's mentions of an entity or happening."""
        return self._records(Kind.MENTION, f"FROM mention WHERE {_COLUMN[kind]} = ?", [record_id])

    def entities_called(self, words: str) -> list[Entity]:
        """Return the entities whose name or an alias equals `words` without case and diacritics."""
        wanted = fold(words)
        return [e for e in self.entities() if wanted in map(fold, (e.name, *e.aliases))]

    def mention_counts(self, kind: Kind) -> dict[str, int]:
        """Return how many mentions each entity or happening has."""
        column = _COLUMN[kind]
        return dict(self._rows(f"SELECT {column}, count(*) FROM mention WHERE {column} IS NOT NULL GROUP BY {column}"))
