"""Dateline JSONL: the native format, lossless in both directions.

Line 1 is the project's frame (schema, annotators, entities, happenings); each further line is one article
with one annotator's annotations. The JSON Schema is `resources/jsonschema/dateline.schema.json`.
"""

from pathlib import Path

from dateline.exchange.format import Format, tr
from dateline.exchange.formats.native.reader import read
from dateline.exchange.formats.native.writer import NativeWriter


def _recognises(source: Path, head: bytes) -> bool:  # noqa: ARG001
    first = head.split(b"\n", 1)[0].replace(b" ", b"")
    if b'"format":"dateline"' in first:
        return True
    return b'"record":"article"' in first or b'"record":"project"' in first


FORMAT = Format(
    name="dateline",
    title="Dateline JSONL",
    suffixes=(".jsonl",),
    uncut=True,
    description=tr("Everything a project holds, one line per article and annotator; reads back identical."),
    whole=True,
    reads=read,
    opens=NativeWriter,
    recognises=_recognises,
)
