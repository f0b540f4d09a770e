"""Reading and writing the label schema of a project."""

from collections.abc import Iterator

from dateline.model.changes import Kind
from dateline.model.schema import LabelType, Schema
from dateline.store.reader import Reader
from dateline.store.rows import Record, Setting

_TEXT_SETTINGS = ("name", "title", "description")


class SchemaReader(Reader):
    """Puts the schema together from its rows."""

    def schema(self) -> Schema:
        """Return the schema with its types in palette order."""
        types: tuple[LabelType, ...] = tuple(self._records(Kind.LABEL_TYPE, "FROM label_type ORDER BY position, id"))
        settings = dict(self._rows("SELECT id, value FROM setting WHERE id LIKE 'schema.%'"))
        text = {name: settings.get(f"schema.{name}", "") for name in _TEXT_SETTINGS}
        return Schema(fold_identical=settings.get("schema.fold_identical", "1") == "1", types=types, **text)

    def shown(self, label: str) -> str:
        """Return what `Schema.shown` does, from one row."""
        row = self._row("SELECT title FROM label_type WHERE name = ?", [label])
        return (row[0] or label) if row else label


def schema_records(schema: Schema) -> Iterator[Record]:
    """Yield the records that hold a schema."""
    for name in _TEXT_SETTINGS:
        yield Setting(f"schema.{name}", str(getattr(schema, name)))
    yield Setting("schema.fold_identical", str(int(schema.fold_identical)))
    yield from schema.types
