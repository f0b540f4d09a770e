"""Writes Dateline JSONL."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson

from dateline.exchange.losses import Losses
from dateline.exchange.options import WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.model.annotation import Annotations, Annotator, Layer, TimeValue
from dateline.model.article import Article, Original, RegionKind
from dateline.model.bundle import Bundle, Frame
from dateline.model.registry import Entity, Happening
from dateline.model.schema import schema_to_toml_data
from dateline.model.when import When, when_to_data

VERSION = 1


class NativeWriter:
    """Takes bundles and writes a line for each."""

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        del options, losses  # the format holds everything
        self._file = outbox.file(target)
        self._with_original = ""  # the article whose original was written last
        self._names = {entity.id: entity.name for entity in frame.entities}
        self._file.write(orjson.dumps(frame_to_data(frame), option=orjson.OPT_APPEND_NEWLINE))

    def add(self, bundle: Bundle) -> int:
        """Write one line."""
        data = bundle_to_data(bundle, self._names)
        if bundle.original is not None and self._with_original != bundle.article.id:
            self._with_original = bundle.article.id
            data["original"] = _original_to_data(bundle.original)
        self._file.write(orjson.dumps(data, option=orjson.OPT_APPEND_NEWLINE))
        return 1

    def close(self) -> None:
        """Nothing stands at the end."""


def frame_to_data(frame: Frame) -> dict[str, Any]:
    """Return the first line of a file as plain data."""
    return {
        "record": "project",
        "format": "dateline",
        "version": VERSION,
        "schema": schema_to_toml_data(frame.schema) if frame.schema else None,
        "annotators": [annotator_to_data(a) for a in frame.annotators],
        "entities": [_entity_to_data(e) for e in frame.entities],
        "happenings": [_happening_to_data(h) for h in frame.happenings],
    }


def annotator_to_data(annotator: Annotator) -> dict[str, str]:
    """Return an annotator as plain data."""
    return {"id": annotator.id, "name": annotator.name, "kind": annotator.kind.value}


def _entity_to_data(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "aliases": entity.aliases,
        "external_id": entity.external_id,
        "note": entity.note,
    }


def _happening_to_data(happening: Happening) -> dict[str, Any]:
    data: dict[str, Any] = {"id": happening.id, "name": happening.name, "type": happening.type}
    if happening.when:
        data["when"] = when_to_data(happening.when)
    return data | {"external_id": happening.external_id, "note": happening.note}


def bundle_to_data(bundle: Bundle, entity_names: dict[str, str]) -> dict[str, Any]:
    """Return one line of a file as plain data; fields at their empty default are left out of annotations."""
    data = _article_to_data(bundle.article)
    data["annotator"] = annotator_to_data(bundle.annotator) if bundle.annotator else None
    data["state"] = bundle.state.value
    return _annotations_to_data(data, bundle.annotations, bundle.article.text, entity_names)


def _article_to_data(article: Article) -> dict[str, Any]:
    return {
        "record": "article",
        "id": article.id,
        "title": article.title,
        "published": article.published,
        "source": article.source,
        "url": article.url,
        "language": article.language,
        "note": article.note,
        "origin": article.origin,
        "meta": article.meta,
        "position": article.position,
        "sha256": article.sha256,
        "text": article.text,
    }


def _original_to_data(original: Original) -> dict[str, str]:
    return {
        "id": original.id,
        "name": original.name,
        "media_type": original.media_type,
        "content": original.content,
    }


def _annotations_to_data(  # noqa: PLR0912 - flat on purpose, see below
    data: dict[str, Any], annotations: Annotations, text: str, names: dict[str, str]
) -> dict[str, Any]:
    entities: list[dict[str, Any]] = []
    times: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    values = {t.id: t for t in annotations.times} if annotations.times else {}
    places: dict[str, dict[str, Any]] = {}  # where each mention stands, for arguments
    events_by_id: dict[str, dict[str, Any]] = {}
    for m in annotations.mentions:
        # One flat loop: it runs once for each span of a corpus, and is most of what an export costs.
        fragments = m.fragments
        first = fragments[0]
        start = first.begin
        end = first.end
        if len(fragments) == 1:
            words = text[start:end]
        else:
            end = fragments[-1].end
            words = m.text_of(text)
        layer = m.layer
        if layer is Layer.EVENT:
            place: dict[str, Any] = {"start": start, "end": end, "text": words}
            record: dict[str, Any] = {"id": m.id, "label": m.label, "trigger": place}
            events_by_id[m.id] = record
            events.append(record)
            if m.happening_id:
                record["happening"] = m.happening_id
        else:
            record = place = {"id": m.id, "label": m.label, "start": start, "end": end, "text": words}
            if layer is Layer.TIME:
                times.append(record)
                if value := values.get(m.id):
                    _add_time_value(record, value)
            else:
                entities.append(record)
                if m.entity_id:
                    record["entity"] = m.entity_id
                    record["entity_name"] = names.get(m.entity_id, "")
        if len(fragments) > 1:
            place["fragments"] = [[f.begin, f.end] for f in fragments]
        if m.attributes:
            record["attributes"] = m.attributes
        places[m.id] = place
    if annotations.arguments:
        _add_arguments(annotations, events_by_id, places)
    data["entities"] = entities
    data["times"] = times
    data["events"] = events
    return _add_the_rest(data, annotations)


def _add_time_value(record: dict[str, Any], value: TimeValue) -> None:
    record["value"] = value.value
    if value.mod:
        record["mod"] = value.mod
    record["when"] = _when_data(value.when) if value.when else None
    record["source"] = value.source.value
    if value.rule:
        record["rule"] = value.rule
    if value.anchor:
        record["anchor"] = value.anchor
    if value.replaced:
        record["replaced"] = value.replaced


@lru_cache(maxsize=4096)
def _when_data(when: When) -> dict[str, Any]:
    """Dates repeat: a corpus has few days and many mentions of them. The result is only ever written."""
    return when_to_data(when)


def _add_arguments(
    annotations: Annotations, events: dict[str, dict[str, Any]], places: dict[str, dict[str, Any]]
) -> None:
    for a in annotations.arguments:
        event, place = events.get(a.event_id), places.get(a.filler_id)
        if event is None or place is None:
            raise ValueError(f"argument {a.id} has an end that is not there")
        event.setdefault("arguments", []).append(
            {
                "id": a.id,
                "role": a.role,
                "mention": a.filler_id,
                "start": place["start"],
                "end": place["end"],
                "text": place["text"],
            }
        )


def _add_the_rest(data: dict[str, Any], annotations: Annotations) -> dict[str, Any]:
    data["relations"] = [
        {"id": r.id, "label": r.label, "source": r.source_id, "target": r.target_id} for r in annotations.relations
    ]
    regions: list[dict[str, Any]] = []
    negatives: list[dict[str, Any]] = []
    for r in annotations.regions:
        record: dict[str, Any] = {"id": r.id, "start": r.span.begin, "end": r.span.end}
        if r.kind is RegionKind.NEGATIVE:
            negatives.append(record)
        else:
            regions.append(record | {"kind": r.kind.value})
    data["regions"] = regions
    data["negatives"] = negatives
    data["comments"] = [{"id": c.id, "mention": c.mention_id, "text": c.text, "at": c.at} for c in annotations.comments]
    return data
