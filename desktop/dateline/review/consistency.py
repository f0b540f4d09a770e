"""Checking a project: every offset against its text, every reference, the schema, and the file itself."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from dateline.model.annotation import Annotations, Layer, Mention
from dateline.model.article import Article, RegionKind
from dateline.model.bundle import Bundle
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.model.wording import Wording, tr

_LAYERS = {
    Layer.ENTITY: tr("entity"),
    Layer.TIME: tr("time"),
    Layer.EVENT: tr("event"),
    Layer.RELATION: tr("relation"),
}
_REGIONS = {RegionKind.BOILERPLATE: tr("a piece of boilerplate"), RegionKind.NEGATIVE: tr("a verified negative")}


class Severity(StrEnum):
    """How bad a finding is: a fault of the data, a contradiction in what was annotated, something worth a look."""

    FAULT = "fault"
    PROBLEM = "problem"
    NOTE = "note"


class Finding(Struct, frozen=True):
    """Something wrong: in which article (name), which record, and what, which the window may translate."""

    what: str | Wording
    article: str = ""
    record_id: str = ""
    severity: Severity = Severity.FAULT

    @property
    def grave(self) -> bool:
        """Whether the data are at fault."""
        return self.severity is Severity.FAULT

    def __str__(self) -> str:
        where = f"{self.article}: " if self.article else ""
        record = f" [{self.record_id}]" if self.record_id else ""
        return f"{where}{self.what}{record}"


def check_bundle(bundle: Bundle, schema: Schema) -> Iterator[Finding]:
    """Yield what is wrong with one annotator's annotations of one article."""
    article, annotations = bundle.article, bundle.annotations
    yield from _check_offsets(article, annotations, schema)
    yield from _check_labels(article, annotations, schema)
    yield from _check_references(article, annotations, schema)


def _check_offsets(article: Article, annotations: Annotations, schema: Schema) -> Iterator[Finding]:
    length = len(article.text)
    for mention in annotations.mentions:
        for fragment in mention.fragments:
            if fragment.end > length:
                yield _beyond(article, schema.shown(mention.label), fragment, length, mention.id)
            elif not fragment.of(article.text).strip():
                yield Finding(
                    Wording(tr("{label} covers only white space"), {"label": schema.shown(mention.label)}),
                    article.name,
                    mention.id,
                    Severity.NOTE,
                )
    for region in annotations.regions:
        if region.span.end > length:
            yield _beyond(article, Wording(_REGIONS[region.kind]), region.span, length, region.id)


def _beyond(article: Article, what: str | Wording, span: Span, length: int, record_id: str) -> Finding:
    text = tr("{what} at {begin}–{end} lies beyond the end of the text ({length})")
    details = {"what": what, "begin": f"{span.begin}", "end": f"{span.end}", "length": f"{length}"}
    return Finding(Wording(text, details), article.name, record_id)


def _check_labels(article: Article, annotations: Annotations, schema: Schema) -> Iterator[Finding]:
    for mention in annotations.mentions:
        label = schema.by_name.get(mention.label)
        if label is None:
            unknown = Wording(tr("the label {label} is not in the schema"), {"label": mention.label})
            yield Finding(unknown, article.name, mention.id)
        elif label.layer is not mention.layer:
            of = Wording(
                tr("{label} is a label of {layer}"), {"label": label.shown, "layer": Wording(_LAYERS[label.layer])}
            )
            yield Finding(of, article.name, mention.id)
        else:
            for name, value in mention.attributes.items():
                attribute = label.attribute(name)
                if attribute is None:
                    lacks = Wording(tr("{label} has no attribute {name}"), {"label": label.shown, "name": name})
                    yield Finding(lacks, article.name, mention.id, Severity.NOTE)
                elif attribute.values and value not in attribute.values:
                    other = Wording(tr("{value} is no value of {name}"), {"value": value, "name": name})
                    yield Finding(other, article.name, mention.id, Severity.NOTE)
    for relation in annotations.relations:
        found = schema.by_name.get(relation.label)
        if found is None or found.layer is not Layer.RELATION:
            unknown = Wording(tr("the relation {label} is not in the schema"), {"label": relation.label})
            yield Finding(unknown, article.name, relation.id)


def _check_references(article: Article, annotations: Annotations, schema: Schema) -> Iterator[Finding]:
    mentions = {m.id: m for m in annotations.mentions}
    for value in annotations.times:
        owner = mentions.get(value.id)
        if owner is None or owner.layer is not Layer.TIME:
            yield Finding(Wording(tr("a date belongs to no time expression")), article.name, value.id)
    dated = {v.id for v in annotations.times}
    for mention in annotations.mentions:
        if mention.layer is Layer.TIME and mention.id not in dated:
            yield Finding(
                Wording(
                    tr("{label} has no value (“dateline redate” reads it from its words)"),
                    {"label": schema.shown(mention.label)},
                ),
                article.name,
                mention.id,
                Severity.NOTE,
            )
    for argument in annotations.arguments:
        yield from _check_argument(article, mentions, schema, argument.event_id, argument.role, argument.filler_id)
    for relation in annotations.relations:
        if relation.source_id not in mentions or relation.target_id not in mentions:
            text = tr("the relation {label} leads nowhere")
            yield Finding(Wording(text, {"label": schema.shown(relation.label)}), article.name, relation.id)


def _check_argument(
    article: Article, mentions: dict[str, Mention], schema: Schema, event_id: str, role: str, filler_id: str
) -> Iterator[Finding]:
    event = mentions.get(event_id)
    if event is None or event.layer is not Layer.EVENT:
        yield Finding(Wording(tr("the role {role} belongs to no event"), {"role": role}), article.name, event_id)
        return
    if filler_id not in mentions:
        text = tr("the role {role} of {label} is filled by nothing")
        details = {"role": role, "label": schema.shown(event.label)}
        yield Finding(Wording(text, details), article.name, event_id)
    label = schema.by_name.get(event.label)
    if label is not None and label.role(role) is None:
        lacks = Wording(tr("{label} has no role {role}"), {"label": label.shown, "role": role})
        yield Finding(lacks, article.name, event_id, Severity.NOTE)
