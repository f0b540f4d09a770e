"""The frame and the article fields of a Dateline JSONL file, checked."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TypeVar

from dateline.exchange.checks import (
    Fault,
    choice,
    optional_text,
    records,
    some_text,
    text,
    text_list,
    texts,
    whole,
)
from dateline.exchange.formats.native.writer import VERSION
from dateline.exchange.jsonl import kind_of
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import Annotator, AnnotatorKind, Layer
from dateline.model.article import Article, Original
from dateline.model.bundle import Frame
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Schema, SchemaError, schema_from_toml
from dateline.model.when import When, when_from_data
from dateline.model.wording import Wording, tr

Record = TypeVar("Record", Annotator, Entity, Happening)

_PUBLISHED = re.compile(r"[+-]?\d{4,}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")


def frame_from_data(raw: dict[str, Any]) -> Frame:
    """Build the frame from the first record of a file; raises Fault."""
    if raw.get("record") != "project" or raw.get("format") != "dateline":
        what = "the file does not begin with a Dateline record"
        raise Fault("record", what, tr('Expected {"record":"project","format":"dateline",…}'), ProblemKind.SYNTAX)
    version = whole(raw, "version", default=1)
    if version > VERSION:
        what = f"was written by a newer Dateline (version {version} of the format; this one reads up to {VERSION})"
        raise Fault("version", what, tr("Install the newer Dateline, or export again from it"), ProblemKind.VERSION)
    return Frame(
        schema=_schema(raw.get("schema")),
        annotators=_distinct(
            (annotator_from_data(a, f"annotators[{i}].") for i, a in enumerate(records(raw, "annotators"))),
            "annotators",
        ),
        entities=_distinct((_entity(e, f"entities[{i}].") for i, e in enumerate(records(raw, "entities"))), "entities"),
        happenings=_distinct(
            (_happening(h, f"happenings[{i}].") for i, h in enumerate(records(raw, "happenings"))), "happenings"
        ),
    )


def _schema(raw: Any) -> Schema | None:
    if raw is None:
        return None
    if not isinstance(raw, dict):
        raise Fault("schema", Wording(tr("is {kind}, not an object"), {"kind": Wording(kind_of(raw))}))
    if not any(raw.get(layer.value) for layer in Layer):  # a schema nobody has filled yet
        return Schema(text(raw, "name", "schema."), text(raw, "title", "schema."), text(raw, "description", "schema."))
    try:
        return schema_from_toml(raw)
    except SchemaError as error:
        raise Fault("schema", str(error)) from error


def _distinct(items: Iterable[Record], field: str) -> tuple[Record, ...]:
    """Return the records, whose ids must differ."""
    by_id: dict[str, Record] = {}
    for item in items:
        if item.id in by_id:
            raise Fault(
                field,
                Wording(tr("the id {id} is there twice"), {"id": f"{item.id}"}),
                tr("Give each its own id"),
                ProblemKind.DUPLICATE_ID,
            )
        by_id[item.id] = item
    return tuple(by_id.values())


def annotator_from_data(raw: dict[str, Any], where: str) -> Annotator:
    """Build an annotator; raises Fault."""
    kind = choice(raw, "kind", AnnotatorKind, AnnotatorKind.PERSON, where)
    return Annotator(some_text(raw, "id", where), some_text(raw, "name", where), kind)


def _entity(raw: dict[str, Any], where: str) -> Entity:
    return Entity(
        id=some_text(raw, "id", where),
        name=text(raw, "name", where, None),
        type=text(raw, "type", where),
        aliases=text_list(raw, "aliases", where),
        external_id=text(raw, "external_id", where),
        note=text(raw, "note", where),
    )


def _happening(raw: dict[str, Any], where: str) -> Happening:
    return Happening(
        id=some_text(raw, "id", where),
        name=text(raw, "name", where, None),
        type=text(raw, "type", where),
        when=when_of(raw, where),
        external_id=text(raw, "external_id", where),
        note=text(raw, "note", where),
    )


def when_of(raw: dict[str, Any], where: str) -> When | None:
    """Return a record's `when`, or None; raises Fault."""
    value = raw.get("when")
    if value is None:
        return None
    if not isinstance(value, dict):
        raise Fault(where + "when", Wording(tr("is {kind}, not an object or null"), {"kind": Wording(kind_of(value))}))
    if any(isinstance(part, list | dict) for part in value.values()):
        raise Fault(where + "when", tr("holds a list or an object where a text was expected"))
    try:
        return _when(*(value.get(key) for key in ("begin", "end", "granularity", "approximate")))
    except (ValueError, TypeError, OverflowError) as error:
        raise Fault(where + "when", str(error)) from error


@lru_cache(maxsize=4096, typed=True)
def _when(begin: Any, end: Any, granularity: Any, approximate: Any) -> When:
    """Dates repeat: a corpus has few days and many mentions of them."""
    given = {"begin": begin, "end": end, "granularity": granularity, "approximate": approximate}
    when = when_from_data({key: value for key, value in given.items() if value is not None})
    if any(not -(2**63) <= second < 2**63 for second in (when.begin, when.end) if second is not None):
        raise ValueError("is beyond all bounds")
    return when


def original_from_data(raw: dict[str, Any], article_id: str) -> Original | None:
    """Build what an article line says of the file its text was taken out of; raises Fault."""
    value = raw.get("original")
    if value is None:
        return None
    if not isinstance(value, dict):
        raise Fault("original", Wording(tr("is {kind}, not an object or null"), {"kind": Wording(kind_of(value))}))
    where = "original."
    return Original(
        id=some_text(value, "id", where),
        article_id=article_id,
        name=text(value, "name", where),
        media_type=text(value, "media_type", where),
        content=text(value, "content", where, None),
    )


def article_from_data(raw: dict[str, Any]) -> Article:
    """Build an article and check its text against its SHA-256; raises Fault."""
    article = Article(
        id=some_text(raw, "id"),
        text=some_text(raw, "text"),
        title=text(raw, "title"),
        published=text(raw, "published"),
        source=text(raw, "source"),
        url=text(raw, "url"),
        language=text(raw, "language"),
        note=text(raw, "note"),
        origin=text(raw, "origin"),
        meta=texts(raw, "meta"),
        position=whole(raw, "position", default=0),
    )
    if article.published and not _PUBLISHED.fullmatch(article.published):
        raise Fault(
            "published",
            Wording(tr("{published} is not a date such as 2018-04-19"), {"published": f"{article.published!r}"}),
            "",
            ProblemKind.DATE,
        )
    sha256 = optional_text(raw, "sha256")
    if sha256 is not None and sha256 != article.sha256:
        what_to_do = "The text was altered after it was written: export again, or take sha256 out if that was meant"
        raise Fault("sha256", tr("does not fit the text"), what_to_do, ProblemKind.TEXT)
    return article
