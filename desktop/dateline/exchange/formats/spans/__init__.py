"""Spans JSONL: one text unit with its labelled spans per line, for training taggers.

The JSON Schema is `resources/jsonschema/spans.schema.json`.
"""

from pathlib import Path

from dateline.exchange.format import Format, as_outside, tr
from dateline.exchange.formats.spans.reader import read
from dateline.exchange.formats.spans.writer import SpansWriter
from dateline.exchange.jsonstream import line_of_first_record
from dateline.exchange.recounting import ASKED


def _recognises(source: Path, head: bytes) -> bool:
    first = line_of_first_record(head)
    return source.suffix.lower() in (".jsonl", ".json", ".ndjson") and b'"text"' in first and b'"spans"' in first


FORMAT = Format(
    name="spans",
    title="Spans JSONL",
    suffixes=(".jsonl",),
    description=tr("Text with labelled spans, one article or sentence per line, for training a tagger."),
    training=True,
    choices=(ASKED,),
    result=True,
    unread=as_outside,
    reads=read,
    opens=SpansWriter,
    recognises=_recognises,
)
