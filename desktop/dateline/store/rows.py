"""How each record lies in its table: record to row and back, column by column."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.json import decode, encode

from dateline.model.annotation import (
    Annotator,
    AnnotatorKind,
    Argument,
    Comment,
    Layer,
    Mention,
    Relation,
    TimeSource,
    TimeValue,
)
from dateline.model.article import Article, Original, Progress, Region, RegionKind, State
from dateline.model.changes import Kind
from dateline.model.registry import Entity, Happening
from dateline.model.schema import (
    LabelType,
    attribute_to_data,
    attributes_from_data,
    role_to_data,
    roles_from_data,
)
from dateline.model.text import Span
from dateline.model.when import Granularity, When

Row = tuple[Any, ...]


class Setting(Struct, frozen=True):
    """A setting of the project itself, journalled like any record."""

    id: str
    value: str


Record = (
    Article | Original | Region | Annotator | Progress | Mention | TimeValue | Argument | Relation | Comment
    | Entity | Happening | LabelType | Setting
)  # fmt: skip


class Codec(Struct, frozen=True):
    """One table: its columns (the first is `id`) and the two translations; `from_row` overlooks further values."""

    kind: Kind
    columns: tuple[str, ...]
    to_row: Callable[[Any], Row]
    from_row: Callable[[Sequence[Any]], Any]

    @property
    def select(self) -> str:
        """The columns as SQL, qualified by the table's name."""
        return ", ".join(f"{self.kind}.{c}" for c in self.columns)


def _dumps(value: Any) -> str:
    return encode(value).decode()


def _when_row(when: When | None) -> tuple[int | None, int | None, str | None, int]:
    return (when.begin, when.end, when.granularity.value, int(when.approximate)) if when else (None, None, None, 0)


_GRANULARITIES = {g.value: g for g in Granularity}
_SOURCES = {s.value: s for s in TimeSource}


def when_of(begin: int | None, end: int | None, granularity: str | None, approximate: int) -> When | None:
    """Return a date from its four columns, None where there is none."""
    return When(begin, end, _GRANULARITIES[granularity], bool(approximate)) if granularity else None


def _mention_row(m: Mention) -> Row:
    fragments = m.fragments
    return (
        m.id, m.article_id, m.annotator_id, m.layer.value, m.label, fragments[0].begin, fragments[-1].end,
        _dumps([[f.begin, f.end] for f in fragments]) if len(fragments) > 1 else None,
        _dumps(m.attributes) if m.attributes else None, m.entity_id, m.happening_id,
    )  # fmt: skip


_LAYERS = {layer.value: layer for layer in Layer}


def _mention(r: Sequence[Any]) -> Mention:
    attributes = decode(r[8]) if r[8] else {}
    if not r[7]:
        return Mention(r[0], r[1], r[2], _LAYERS[r[3]], r[4], (Span(r[5], r[6]),), attributes, r[9], r[10])
    fragments = tuple(Span(b, e) for b, e in decode(r[7]))
    return Mention(r[0], r[1], r[2], _LAYERS[r[3]], r[4], fragments, attributes, r[9], r[10])


def _article_row(a: Article) -> Row:
    """The article without its text, which lies in a table of its own."""
    return (
        a.id, a.name, a.title, a.published, a.source, a.url, a.language, a.note, a.origin, _dumps(a.meta),
        a.position, a.sha256, len(a.text),
    )  # fmt: skip


def _article(r: Sequence[Any]) -> Article:
    """Expects the text as one more value at the end."""
    return Article(
        id=r[0], text=r[13], title=r[2], published=r[3], source=r[4], url=r[5], language=r[6], note=r[7],
        origin=r[8], meta=decode(r[9]), position=r[10],
    )  # fmt: skip


def _label_type_row(t: LabelType) -> Row:
    """Return a type's row; raises SchemaError where it could not be read back: then none could be of the project."""
    row = (
        t.id, t.layer.value, t.name, t.title, t.code, t.key, t.colour, t.description,
        _dumps([role_to_data(r) for r in t.roles]), _dumps([attribute_to_data(a) for a in t.attributes]), t.position,
    )  # fmt: skip
    _label_type(row)
    return row


def _label_type(r: Sequence[Any]) -> LabelType:
    return LabelType(
        r[0], Layer(r[1]), r[2], r[3], r[4], r[5], r[6], r[7],
        roles_from_data(decode(r[8])), attributes_from_data(decode(r[9])), r[10],
    )  # fmt: skip


_CODECS = (
    Codec(Kind.SETTING, ("id", "value"), lambda s: (s.id, s.value), lambda r: Setting(*r[:2])),
    Codec(
        Kind.LABEL_TYPE,
        ("id", "layer", "name", "title", "code", "key", "colour", "description", "roles", "attributes", "position"),
        _label_type_row,
        _label_type,
    ),
    Codec(
        Kind.ANNOTATOR,
        ("id", "name", "kind"),
        lambda a: (a.id, a.name, a.kind.value),
        lambda r: Annotator(r[0], r[1], AnnotatorKind(r[2])),
    ),
    Codec(
        Kind.ARTICLE,
        ("id", "name", "title", "published", "source", "url", "language", "note", "origin", "meta", "position",
         "sha256", "length"),
        _article_row,
        _article,
    ),
    Codec(
        Kind.ORIGINAL,
        ("id", "article_id", "name", "media_type", "content"),
        lambda o: (o.id, o.article_id, o.name, o.media_type, o.content),
        lambda r: Original(*r[:5]),
    ),
    Codec(
        Kind.REGION,
        ("id", "article_id", "kind", "begin", "end", "annotator_id"),
        lambda x: (x.id, x.article_id, x.kind.value, x.span.begin, x.span.end, x.annotator_id),
        lambda r: Region(r[0], r[1], RegionKind(r[2]), Span(r[3], r[4]), r[5]),
    ),
    Codec(
        Kind.PROGRESS,
        ("id", "article_id", "annotator_id", "state"),
        lambda p: (p.id, p.article_id, p.annotator_id, p.state.value),
        lambda r: Progress(r[0], r[1], r[2], State(r[3])),
    ),
    Codec(
        Kind.ENTITY,
        ("id", "name", "type", "aliases", "external_id", "note"),
        lambda e: (e.id, e.name, e.type, _dumps(list(e.aliases)), e.external_id, e.note),
        lambda r: Entity(r[0], r[1], r[2], tuple(decode(r[3])), r[4], r[5]),
    ),
    Codec(
        Kind.HAPPENING,
        ("id", "name", "type", "begin", "end", "granularity", "approximate", "external_id", "note"),
        lambda h: (h.id, h.name, h.type, *_when_row(h.when), h.external_id, h.note),
        lambda r: Happening(r[0], r[1], r[2], when_of(*r[3:7]), r[7], r[8]),
    ),
    Codec(
        Kind.MENTION,
        ("id", "article_id", "annotator_id", "layer", "label", "begin", "end", "fragments", "attributes", "entity_id",
         "happening_id"),
        _mention_row,
        _mention,
    ),
    Codec(
        Kind.TIME_VALUE,
        ("id", "value", "begin", "end", "granularity", "approximate", "mod", "source", "rule", "anchor", "replaced"),
        lambda t: (t.id, t.value, *_when_row(t.when), t.mod, t.source.value, t.rule, t.anchor, t.replaced),
        lambda r: TimeValue(r[0], r[1], when_of(*r[2:6]), r[6], _SOURCES[r[7]], r[8], r[9], r[10]),
    ),
    Codec(
        Kind.ARGUMENT,
        ("id", "event_id", "role", "filler_id"),
        lambda a: (a.id, a.event_id, a.role, a.filler_id),
        lambda r: Argument(r[0], r[1], r[2], r[3]),
    ),
    Codec(
        Kind.RELATION,
        ("id", "article_id", "annotator_id", "label", "source_id", "target_id"),
        lambda x: (x.id, x.article_id, x.annotator_id, x.label, x.source_id, x.target_id),
        lambda r: Relation(*r[:6]),
    ),
    Codec(
        Kind.COMMENT,
        ("id", "article_id", "annotator_id", "text", "mention_id", "at"),
        lambda c: (c.id, c.article_id, c.annotator_id, c.text, c.mention_id, c.at),
        lambda r: Comment(*r[:6]),
    ),
)  # fmt: skip

CODECS: dict[Kind, Codec] = {codec.kind: codec for codec in _CODECS}

_KINDS: dict[type, Kind] = {
    Setting: Kind.SETTING,
    LabelType: Kind.LABEL_TYPE,
    Annotator: Kind.ANNOTATOR,
    Article: Kind.ARTICLE,
    Original: Kind.ORIGINAL,
    Region: Kind.REGION,
    Progress: Kind.PROGRESS,
    Entity: Kind.ENTITY,
    Happening: Kind.HAPPENING,
    Mention: Kind.MENTION,
    TimeValue: Kind.TIME_VALUE,
    Argument: Kind.ARGUMENT,
    Relation: Kind.RELATION,
    Comment: Kind.COMMENT,
}


def codec_of(record: Record) -> Codec:
    """Return the codec for a record's type."""
    return CODECS[_KINDS[type(record)]]
