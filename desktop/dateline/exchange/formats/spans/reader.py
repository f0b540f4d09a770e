"""Reads Spans JSONL: each line becomes an article with mentions."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.exchange.checks import Fault, records, some_text, text
from dateline.exchange.jsonl import lines, parse
from dateline.exchange.options import ReadOptions
from dateline.exchange.places import fragments_of, span_of
from dateline.exchange.problems import Problem, ProblemKind
from dateline.exchange.published import normalised_published
from dateline.exchange.reading import Item, NewLabel
from dateline.model.annotation import (
    Annotations,
    Annotator,
    AnnotatorKind,
    Layer,
    Mention,
    TimeSource,
    TimeValue,
)
from dateline.model.article import Article, Region, RegionKind, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.ids import new_id

_FIELDS = ("title", "published", "source", "url", "language", "note")
_OURS = frozenset((*_FIELDS, "article", "annotator", "state", "begin", "negative", "negatives"))


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield an article for each line; spans whose label the project does not know are taken for entities."""
    who = options.annotator or Annotator(new_id(), source.stem, AnnotatorKind.IMPORT)
    yield Frame(annotators=(who,))
    labels = dict(options.labels or {})
    position = options.first_position
    empty = True
    for number, line in lines(source, options.progress):
        empty = False
        record = parse(line, source.name, number) if isinstance(line, bytes) else line
        if isinstance(record, Problem):
            yield record
            continue
        try:
            bundle, repeated = _bundle(record, source, who, labels, position, options)
        except Fault as fault:
            yield fault.at(source.name, number)
            continue
        for mention in bundle.annotations.mentions:
            if mention.label not in labels:
                labels[mention.label] = Layer.ENTITY
                if options.labels is not None:
                    yield NewLabel(mention.label, Layer.ENTITY, source.name, number, "spans")
        if repeated:
            what = f"has the same text as the project's article {repeated}"
            yield Problem(what, "", source.name, number, kind=ProblemKind.REPEATED_TEXT, notice=True)
        position += 1
        yield bundle
    if empty:
        yield Problem("holds no record", "", source.name, kind=ProblemKind.EMPTY)


def _bundle(
    raw: dict[str, Any], source: Path, who: Annotator, labels: dict[str, Layer], position: int, options: ReadOptions
) -> tuple[Bundle, str | None]:
    """Return a line's article with its mentions, and what the project calls the text if it has it."""
    if "text" not in raw:
        raise Fault("text", "missing: a text was expected")
    body = some_text(raw, "text")
    article = _article(raw, body, source, position, options)
    mentions = []
    for i, item in enumerate(records(raw, "spans")):
        where = f"spans[{i}]."
        span = span_of(item, where, body)
        label = some_text(item, "label", where)
        layer = labels.get(label, Layer.ENTITY)
        if layer is Layer.RELATION:
            raise Fault(f"{where}label", f"{label} is a relation in the schema", "", ProblemKind.UNKNOWN_LABEL)
        fragments = fragments_of(item, where, body, span)
        mentions.append(Mention(new_id(), article.id, who.id, layer, label, fragments))
    mentions.sort(key=lambda m: (m.span.begin, -m.span.end, m.id))
    times = tuple(TimeValue(m.id, "", source=TimeSource.IMPORT) for m in mentions if m.layer is Layer.TIME)
    regions = tuple(_negatives(raw, article, who))
    state = State.STARTED if mentions or regions else State.NEW
    annotations = Annotations(mentions=tuple(mentions), times=times, regions=regions)
    return Bundle(article, who, state, annotations), options.known_as(article.sha256)


def _article(raw: dict[str, Any], body: str, source: Path, position: int, options: ReadOptions) -> Article:
    meta = raw.get("meta")
    meta = meta if isinstance(meta, dict) else {}
    fields = {name: text(meta, name, "meta.") or options.defaults.get(name, "") for name in _FIELDS}
    try:
        fields["published"] = normalised_published(fields["published"])
    except ValueError as error:
        raise Fault("meta.published", str(error), "", ProblemKind.DATE) from error
    further = {k: str(v) for k, v in meta.items() if k not in _OURS and isinstance(v, str | int | float)}
    if isinstance(raw.get("id"), str | int):
        further["id"] = str(raw["id"])
    return Article(id=new_id(), text=body, origin=source.name, meta=further, position=position, **fields)


def _negatives(raw: dict[str, Any], article: Article, who: Annotator) -> Iterator[Region]:
    """Yield the verified negatives: the whole text when flagged, else the stretches listed."""
    meta = raw.get("meta")
    if not isinstance(meta, dict):
        return
    pairs = [[0, len(article.text)]] if meta.get("negative") is True else meta.get("negatives") or []
    if not isinstance(pairs, list):
        raise Fault("meta.negatives", "expected a list of [start, end] pairs")
    for i, pair in enumerate(pairs):
        where = f"meta.negatives[{i}]"
        if not isinstance(pair, list) or len(pair) != 2:
            raise Fault(where, "expected [start, end]")
        span = span_of({"start": pair[0], "end": pair[1]}, f"{where}.", article.text)
        yield Region(new_id(), article.id, RegionKind.NEGATIVE, span, who.id)
