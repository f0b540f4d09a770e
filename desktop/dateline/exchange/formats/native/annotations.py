"""One line's annotations: every span checked against the text, every reference against the line and the frame."""

from collections.abc import Collection, Sequence
from typing import Any

from dateline.exchange.checks import Fault, choice, optional_text, records, some_text, text, texts
from dateline.exchange.formats.native.frame import when_of
from dateline.exchange.jsonl import kind_of
from dateline.exchange.options import ReadOptions
from dateline.exchange.other_layer import other_layer
from dateline.exchange.places import fragments_of, span_of, text_there
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import (
    Annotations,
    Annotator,
    Argument,
    Comment,
    Layer,
    Mention,
    Relation,
    TimeSource,
    TimeValue,
)
from dateline.model.article import Article, Region, RegionKind
from dateline.model.text import Span
from dateline.model.wording import Wording, tr

_UUID_LENGTH = 36  # ids of this length were made to be unique; shorter ones are checked over the whole file
_NO_IDS: frozenset[str] = frozenset()
_FIVE_TEXTS = [str] * 5
_SOURCES = {source.value: source for source in TimeSource}
_LAYERS = ((Layer.ENTITY, "entities"), (Layer.TIME, "times"), (Layer.EVENT, "events"))


class AnnotationsReader:
    """Builds annotations line by line; `new_labels` collects labels that are not in the schema, with their place.

    `labels` None takes any label for known. Raises Fault.
    """

    def __init__(
        self,
        options: ReadOptions,
        labels: dict[str, Layer] | None = None,
        entities: Collection[str] = _NO_IDS,
        happenings: Collection[str] = _NO_IDS,
    ) -> None:
        self._options, self._labels = options, labels
        self._entities = entities
        self._happenings = happenings
        self._short_ids: set[str] = set()
        self.new_labels: dict[str, tuple[Layer, str]] = {}

    def read(self, raw: dict[str, Any], article: Article, annotator: Annotator | None) -> Annotations:
        """Return the annotations of a line."""
        who = annotator.id if annotator else ""
        mentions: dict[str, Mention] = {}
        ordered: list[tuple[int, int, str, Mention]] = []
        times: list[TimeValue] = []
        for layer, key in _LAYERS:
            if found := _listed(raw, key):
                self._mentions(found, layer, key, article, who, mentions, ordered)
                if layer is Layer.TIME:
                    times = _time_values(found)
        ordered.sort()
        annotations = Annotations(
            mentions=tuple([entry[3] for entry in ordered]),
            times=tuple(times),
            arguments=self._arguments(raw, mentions),
            relations=self._relations(raw, mentions, article.id, who),
            comments=_comments(raw, mentions, article.id, who),
            regions=_regions(raw, article, annotator),
        )
        self._check_ids(annotations, mentions)
        return annotations

    def _mentions(
        self,
        raws: list[dict[str, Any]],
        layer: Layer,
        key: str,
        article: Article,
        who: str,
        mentions: dict[str, Mention],
        ordered: list[tuple[int, int, str, Mention]],
    ) -> None:
        """Add the mentions of one list; a quick check passes what is right, the rest is looked at again."""
        body, article_id = article.text, article.id
        length = len(body)
        labels = self._labels
        event = layer is Layer.EVENT
        for i, raw in enumerate(raws):
            try:
                place = raw["trigger"] if event else raw
                start, end, label, id_ = place["start"], place["end"], raw["label"], raw["id"]
                right = (
                    start.__class__ is int
                    and end.__class__ is int
                    and 0 <= start < end <= length
                    and label.__class__ is str
                    and id_.__class__ is str
                    and "fragments" not in place
                    and place.get("text") == body[start:end]
                    and id_
                    and label
                    and id_ not in mentions
                )
            except (KeyError, TypeError, AttributeError):
                right = False
            if right:
                fragments: tuple[Span, ...] = (Span(start, end),)
            else:
                id_, label, fragments = _looked_at(raw, event, f"{key}[{i}]", body, mentions)
                start, end = fragments[0].begin, fragments[-1].end
            attributes = texts(raw, "attributes", f"{key}[{i}].") if "attributes" in raw else {}
            entity_id = happening_id = None
            if "entity" in raw and layer is Layer.ENTITY:
                entity_id = _linked(raw["entity"], self._entities, f"{key}[{i}].entity", "entities")
            elif "happening" in raw and event:
                happening_id = _linked(raw["happening"], self._happenings, f"{key}[{i}].happening", "happenings")
            if labels is not None and labels.get(label) is not layer:
                self._new_label(label, layer, f"{key}[{i}].label")
            mention = Mention(id_, article_id, who, layer, label, fragments, attributes, entity_id, happening_id)
            mentions[id_] = mention
            ordered.append((start, -end, id_, mention))

    def _new_label(self, label: str, layer: Layer, field: str) -> None:
        """Note a label the first time it is met; a label known for another layer cannot be taken."""
        assert self._labels is not None  # noqa: S101 - only called when there are labels
        if self._options.left_out.takes(label):
            return
        if label in self._labels:
            raise other_layer(self._options, label, self._labels[label], layer, field)
        self._labels[label] = layer
        self.new_labels[label] = (layer, field)

    def _arguments(self, raw: dict[str, Any], mentions: dict[str, Mention]) -> tuple[Argument, ...]:
        arguments: list[Argument] = []
        for i, event in enumerate(raw.get("events") or ()):
            if not event.get("arguments"):
                continue
            for j, item in enumerate(records(event, "arguments", f"events[{i}].")):
                where = f"events[{i}].arguments[{j}]."
                filler = mentions.get(some_text(item, "mention", where))
                if filler is None:
                    raise _dangling(f"{where}mention", item["mention"], "annotations of this line")
                if ("start" in item and item["start"] != filler.fragments[0].begin) or (
                    "end" in item and item["end"] != filler.fragments[-1].end
                ):
                    what = f"the offsets differ from those of the mention {filler.id}"
                    raise Fault(f"{where}start", what, "", ProblemKind.OFFSETS)
                role = some_text(item, "role", where)
                arguments.append(Argument(some_text(item, "id", where), event["id"], role, filler.id))
        return tuple(arguments)

    def _relations(
        self, raw: dict[str, Any], mentions: dict[str, Mention], article_id: str, who: str
    ) -> tuple[Relation, ...]:
        relations = []
        for i, item in enumerate(records(raw, "relations")):
            where = f"relations[{i}]."
            label = some_text(item, "label", where)
            ends = [some_text(item, name, where) for name in ("source", "target")]
            for name, end in zip(("source", "target"), ends, strict=True):
                if end not in mentions:
                    raise _dangling(where + name, end, "annotations of this line")
            if self._labels is not None and self._labels.get(label) is not Layer.RELATION:
                self._new_label(label, Layer.RELATION, f"{where}label")
            relations.append(Relation(some_text(item, "id", where), article_id, who, label, *ends))
        return tuple(relations)

    def _check_ids(self, annotations: Annotations, mentions: dict[str, Mention]) -> None:
        """No id may be there twice: of a line all are looked at, of the file those that are not UUIDs."""
        others: dict[str, Sequence[Argument | Relation | Comment]] = {
            "arguments": annotations.arguments,
            "relations": annotations.relations,
            "comments": annotations.comments,
        }
        for name, group in (*others.items(), ("regions", annotations.regions)):
            if group and len({item.id for item in group}) < len(group):
                raise Fault(name, tr("two have the same id"), tr("Give each its own id"), ProblemKind.DUPLICATE_ID)
        short = {id_ for id_ in mentions if len(id_) != _UUID_LENGTH}
        for group in others.values():
            if group:
                short.update(item.id for item in group if len(item.id) != _UUID_LENGTH)
        if short:
            if again := short & self._short_ids:
                what = f"the id {min(again)} is there on an earlier line, too"
                raise Fault("id", what, tr("Ids must differ over the whole file"), ProblemKind.DUPLICATE_ID)
            self._short_ids |= short


def _listed(raw: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Return a list whose items are yet to be looked at."""
    value = raw.get(key)
    if value is not None and value.__class__ is not list:
        raise Fault(key, Wording(tr("is {kind}, not a list"), {"kind": Wording(kind_of(value))}))
    return value or []


def _linked(id_: Any, known: Collection[str], field: str, where: str) -> str | None:
    if id_ is None:
        return None
    if id_.__class__ is not str:
        raise Fault(field, Wording(tr("is {kind}, not a text or null"), {"kind": Wording(kind_of(id_))}))
    if id_ not in known:
        raise _dangling(field, id_, f"{where} of the first line")
    return id_


def _dangling(field: str, id_: object, where: str) -> Fault:
    return Fault(
        field,
        Wording(tr("{id} is not among the {where}"), {"id": f"{id_!r}", "where": f"{where}"}),
        "",
        ProblemKind.REFERENCE,
    )


def _looked_at(
    raw: dict[str, Any], event: bool, field: str, body: str, mentions: dict[str, Mention]
) -> tuple[str, str, tuple[Span, ...]]:
    """Return id, label and fragments of a mention that is unusual (discontinuous, without text) or wrong."""
    if not isinstance(raw, dict):
        raise Fault(field, Wording(tr("is {kind}, not an object"), {"kind": Wording(kind_of(raw))}))
    place: Any = raw
    where = f"{field}."
    id_, label = some_text(raw, "id", where), some_text(raw, "label", where)
    if id_ in mentions:
        raise Fault(
            f"{where}id",
            Wording(tr("the id {id} is there twice"), {"id": f"{id_}"}),
            tr("Give each its own id"),
            ProblemKind.DUPLICATE_ID,
        )
    if event:
        place, where = raw.get("trigger"), f"{where}trigger."
        if not isinstance(place, dict):
            raise Fault(
                where[:-1],
                Wording(tr("is {kind}, not an object with start, end and text"), {"kind": Wording(kind_of(place))}),
            )
    span = span_of(place, where, body)
    fragments = fragments_of(place, where, body, span)
    words = place.get("text")
    covered = " ".join(f.of(body) for f in fragments)
    if words is not None and words != covered:
        what = text_there(covered, words)
        what_to_do = tr("Offsets count characters (code points) from 0, the end is not included")
        raise Fault(f"{where}text", what, what_to_do, ProblemKind.TEXT)
    return id_, label, fragments


def _time_values(raws: list[dict[str, Any]]) -> list[TimeValue]:
    """Return the values of the time mentions that have one (the key `value`, be it empty)."""
    values = []
    for i, raw in enumerate(raws):
        if raw.get("value") is None:
            continue
        where = f"times[{i}]."
        said = [raw.get(key, "") for key in ("value", "mod", "rule", "anchor", "replaced")]
        if [s.__class__ for s in said] != _FIVE_TEXTS:
            said = [text(raw, key, where) for key in ("value", "mod", "rule", "anchor", "replaced")]
        value, mod, rule, anchor, replaced = said
        given = raw.get("source")
        source = _SOURCES.get(given) if given.__class__ is str else None
        if source is None:
            source = choice(raw, "source", TimeSource, TimeSource.IMPORT, where)
        values.append(TimeValue(raw["id"], value, when_of(raw, where), mod, source, rule, anchor, replaced))
    return values


def _comments(raw: dict[str, Any], mentions: dict[str, Mention], article_id: str, who: str) -> tuple[Comment, ...]:
    comments = []
    for i, item in enumerate(records(raw, "comments")):
        where = f"comments[{i}]."
        mention_id = optional_text(item, "mention", where)
        if mention_id is not None and mention_id not in mentions:
            raise _dangling(f"{where}mention", mention_id, "annotations of this line")
        said, at = text(item, "text", where), text(item, "at", where)
        comments.append(Comment(some_text(item, "id", where), article_id, who, said, mention_id, at))
    return tuple(comments)


def _regions(raw: dict[str, Any], article: Article, annotator: Annotator | None) -> tuple[Region, ...]:
    regions = []
    for key, usual in (("regions", RegionKind.BOILERPLATE), ("negatives", RegionKind.NEGATIVE)):
        for i, item in enumerate(records(raw, key)):
            where = f"{key}[{i}]."
            kind = choice(item, "kind", RegionKind, usual, where)
            span = span_of(item, where, article.text)
            owner = annotator.id if annotator and kind is RegionKind.NEGATIVE else None
            regions.append(Region(some_text(item, "id", where), article.id, kind, span, owner))
    return tuple(regions)
