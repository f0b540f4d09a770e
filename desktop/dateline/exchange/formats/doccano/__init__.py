"""doccano: JSON lines of texts with labelled spans, relations and comments, alone or in a zip with a file per user.

Offsets made in doccano's window count UTF-16 units, and nothing in a file says so; see `offsets`.
"""

from pathlib import Path

from dateline.exchange.archive import is_zip
from dateline.exchange.checks import Fault
from dateline.exchange.format import Choice, Files, Format, tr
from dateline.exchange.formats.doccano.reader import is_record, packed_files, read
from dateline.exchange.formats.doccano.writer import DoccanoWriter
from dateline.exchange.jsonstream import first_object


def _recognises(source: Path, head: bytes) -> bool:
    return source.suffix.lower() in (".jsonl", ".json", ".ndjson") and is_record(first_object(head))


def _recognises_in(source: Path, head: bytes, files: Files) -> bool:
    if not is_zip(source, head):
        return False
    try:
        return any(is_record(first_object(file.head())) for file in packed_files(files(), source)[:1])
    except Fault:
        return False


FORMAT = Format(
    name="doccano",
    title="doccano JSONL",
    suffixes=(".jsonl", ".zip"),
    description=tr(
        "Spans, relations and comments as doccano reads and writes them; a .zip holds a file per annotator."
    ),
    training=True,
    choices=(
        Choice("offsets", tr("Offsets count"), ("ask", "codepoints", "utf16", "graphemes"), importing=True),
        Choice("offsets", tr("Offsets count"), ("utf16", "codepoints"), exporting=True),
        Choice("style", tr("Records hold"), ("entities", "triples"), exporting=True),
    ),
    reads=read,
    opens=DoccanoWriter,
    recognises=_recognises,
    recognises_in=_recognises_in,
)
