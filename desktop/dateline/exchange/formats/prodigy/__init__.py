"""Prodigy's JSONL: texts with tokens, spans and relations, and what was answered."""

from pathlib import Path

from dateline.exchange.format import Choice, Format, tr
from dateline.exchange.formats.prodigy.reader import read
from dateline.exchange.formats.prodigy.writer import ProdigyWriter
from dateline.exchange.jsonstream import first_object
from dateline.exchange.recounting import ASKED

_MARKS = ("_input_hash", "_task_hash", "answer", "tokens")


def _recognises(source: Path, head: bytes) -> bool:
    if source.suffix.lower() not in (".jsonl", ".json", ".ndjson"):
        return False
    record = first_object(head)
    return isinstance(record.get("text"), str) and any(mark in record for mark in _MARKS)


FORMAT = Format(
    name="prodigy",
    title="Prodigy JSONL",
    suffixes=(".jsonl",),
    description=tr("Tokens, spans and relations as Prodigy reads and writes them, with answers and hashes."),
    training=True,
    choices=(
        Choice("rejected", tr("Spans of rejected examples"), ("leave out", "take"), importing=True),
        ASKED,
    ),
    reads=read,
    opens=ProdigyWriter,
    recognises=_recognises,
)
