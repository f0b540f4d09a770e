"""Writes records of tokens, tags and spans, as JSON lines or parquet."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from dateline.exchange.bio import TokenSpan, encoded, flat
from dateline.exchange.extras import for_writing
from dateline.exchange.left_out import Holds
from dateline.exchange.losses import NOT_IN_TAGS, Losses
from dateline.exchange.options import WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.tokens import Aligner, tokenised, without_edges
from dateline.exchange.units import units
from dateline.model.annotation import Layer, Mention
from dateline.model.article import RegionKind
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from dateline.model.wording import tr

FIELDS = ("title", "published", "source", "url", "language", "origin")
_HOLDS = frozenset({Holds.FIELDS, Holds.ANNOTATORS, Holds.STATES, Holds.NEGATIVES})
_GROUP, _GROUP_BYTES = 1000, 32 << 20  # records of a row group, and what they come to in Arrow's memory
_BATCH, _BATCH_TEXT = 100, 1 << 20  # records, and characters of these, that are held as Python's far larger objects


class _Records:
    """Makes a record of each unit of the bundles it is given."""

    def __init__(self, options: WriteOptions, losses: Losses) -> None:
        self._options, self._losses = options, losses

    def of(self, bundle: Bundle) -> Iterator[dict[str, Any]]:
        """Yield the records of one bundle."""
        for unit in units(bundle, self._options, self._losses, _HOLDS):
            yield self._record(unit)

    def _record(self, unit: Bundle) -> dict[str, Any]:
        article, who = unit.article, unit.annotator
        tokens = [t for s in tokenised(article.text) for t in s.tokens]
        negatives = [r.span for r in unit.annotations.regions if r.kind is RegionKind.NEGATIVE]
        record: dict[str, Any] = {
            "id": article.id,
            "tokens": [t.of(article.text) for t in tokens],
            "ner_tags": self._tags(unit, tokens),
            "text": article.text,
            "spans": [_span(m) for m in unit.annotations.mentions],
            "negatives": [{"start": n.begin, "end": n.end} for n in negatives],
        }
        record |= {name: getattr(article, name) for name in FIELDS}
        record |= {"annotator": who.name if who else "", "annotator_kind": who.kind.value if who else ""}
        return record | {"state": unit.state.value}

    def _tags(self, unit: Bundle, tokens: list[Span]) -> list[str]:
        """Return the tags of the spans that do not overlap; the others are told, and are among the spans anyway."""
        spans = []
        text, aligner = unit.article.text, Aligner.over(tokens)
        for m in unit.annotations.mentions:
            whole = without_edges(text, m).span  # a part that is but white space widens nothing
            place = aligner.place(whole.begin, whole.end)
            if place and place.exact:
                spans.append(TokenSpan(place.first, place.stop, m.label))
            else:
                self._losses.add(NOT_IN_TAGS, m.text_of(text))
        kept, others = flat(spans)
        for other in others:
            words = text[tokens[other.first].begin : tokens[other.stop - 1].end]
            self._losses.add(tr("spans that overlap others (in spans, not in ner_tags)"), words)
        return encoded(len(tokens), kept)


def _span(mention: Mention) -> dict[str, Any]:
    span = mention.span
    pieces = mention.fragments if len(mention.fragments) > 1 else ()
    return {
        "start": span.begin,
        "end": span.end,
        "label": mention.label,
        "layer": mention.layer.value,
        "fragments": [{"start": f.begin, "end": f.end} for f in pieces],
    }


class JsonlWriter:
    """Takes bundles and writes a line for each unit of their text; tags are words."""

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        del frame
        self._file = outbox.file(target)
        self._records = _Records(options, losses)

    def add(self, bundle: Bundle) -> int:
        """Write the units of one bundle; return how many."""
        count = 0
        for record in self._records.of(bundle):
            self._file.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
            count += 1
        return count

    def close(self) -> None:
        """Nothing stands at the end."""


class ParquetWriter:
    """Takes bundles and writes rows; tags are numbers whose names stand in the file's schema, as `datasets` wants."""

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        self._arrow = for_writing("pyarrow", "pyarrow", "parquet")
        parquet = for_writing("pyarrow.parquet", "pyarrow", "parquet")
        self._records, self._losses = _Records(options, losses), losses
        self._names = _names(frame, options)
        self._numbers = {name: n for n, name in enumerate(self._names)}
        self._schema = _schema(self._arrow, self._names)
        sink = self._arrow.PythonFile(_Sink(outbox.file(target)), mode="w")
        self._file = parquet.ParquetWriter(sink, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []  # of the batch at hand
        self._characters = 0  # of their texts
        self._batches: list[Any] = []  # of the row group at hand

    def add(self, bundle: Bundle) -> int:
        """Take in the units of one bundle; return how many."""
        count = 0
        for record in self._records.of(bundle):
            record["ner_tags"] = [self._number(tag) for tag in record["ner_tags"]]
            self._rows.append(record)
            self._characters += len(record["text"])
            count += 1
            if len(self._rows) >= _BATCH or self._characters >= _BATCH_TEXT:
                self._pack()
        return count

    def close(self) -> None:
        """Write the last rows and the table of contents."""
        self._pack()
        self._flush()
        self._file.close()

    def _number(self, tag: str) -> int:
        number = self._numbers.get(tag)
        if number is None:
            self._losses.add(tr("tags of labels that the schema does not have (in spans)"), tag)
        return number or 0

    def _pack(self) -> None:
        """Put the batch at hand to those of its row group."""
        if self._rows:
            self._batches.append(self._arrow.RecordBatch.from_pylist(self._rows, schema=self._schema))
        self._rows, self._characters = [], 0
        if sum(b.num_rows for b in self._batches) >= _GROUP or sum(b.nbytes for b in self._batches) >= _GROUP_BYTES:
            self._flush()

    def _flush(self) -> None:
        if self._batches:
            table = self._arrow.Table.from_batches(self._batches, schema=self._schema)
            self._file.write_table(table, row_group_size=table.num_rows)
        self._batches = []


class _Sink:
    """A file that drops what comes after its end: pyarrow ends even a table that was given up, when nobody waits."""

    closed = False

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, data: bytes) -> int:
        """Write, unless the outbox has closed the file."""
        return len(data) if self._file.closed else self._file.write(data)

    def flush(self) -> None:
        """The outbox flushes."""

    def close(self) -> None:
        """The outbox closes."""


def _names(frame: Frame, options: WriteOptions) -> list[str]:
    """Return the names of the tags: outside, and begin and inside of every label that may come."""
    names = ["O"]
    for label in frame.schema.types if frame.schema else ():
        wanted = options.labels is None or label.name in options.labels
        if label.layer is not Layer.RELATION and wanted and (options.layers is None or label.layer in options.layers):
            names += [f"B-{label.name}", f"I-{label.name}"]
    return names


def _schema(arrow: Any, names: list[str]) -> Any:
    """Return the table's schema, which tells `datasets` the names of the tags."""
    place = arrow.struct([("start", arrow.int64()), ("end", arrow.int64())])
    span = [("start", arrow.int64()), ("end", arrow.int64()), ("label", arrow.string()), ("layer", arrow.string())]
    columns = [
        ("id", arrow.string()),
        ("tokens", arrow.list_(arrow.string())),
        ("ner_tags", arrow.list_(arrow.int64())),
        ("text", arrow.string()),
        ("spans", arrow.list_(arrow.struct([*span, ("fragments", arrow.list_(place))]))),
        ("negatives", arrow.list_(place)),
        *((name, arrow.string()) for name in (*FIELDS, "annotator", "annotator_kind", "state")),
    ]
    text, whole = {"dtype": "string", "_type": "Value"}, {"dtype": "int64", "_type": "Value"}
    places = {"start": whole, "end": whole}
    features: dict[str, Any] = {
        "id": text,
        "tokens": {"feature": text, "_type": "Sequence"},
        "ner_tags": {"feature": {"names": names, "_type": "ClassLabel"}, "_type": "Sequence"},
        "text": text,
        "spans": [{"start": whole, "end": whole, "label": text, "layer": text, "fragments": [places]}],
        "negatives": [places],
        **dict.fromkeys((*FIELDS, "annotator", "annotator_kind", "state"), text),
    }
    metadata = {"huggingface": orjson.dumps({"info": {"features": features}})}
    return arrow.schema(columns, metadata=metadata)
