"""Hugging Face datasets as JSON lines: tokens and their tags, and the spans of the untouched text."""

from pathlib import Path

from dateline.exchange.format import Choice, Format, tr
from dateline.exchange.formats.huggingface.reader import read_jsonl
from dateline.exchange.formats.huggingface.writer import JsonlWriter


def _recognises(source: Path, head: bytes) -> bool:
    first = head.split(b"\n", 1)[0]
    return source.suffix.lower() in (".jsonl", ".json", ".ndjson") and b'"tokens"' in first and b'"ner_tags"' in first


FORMAT = Format(
    name="huggingface",
    title="Hugging Face JSONL",
    suffixes=(".jsonl",),
    description=tr("Tokens with IOB2 tags beside text and spans, one article or sentence a line, for datasets."),
    training=True,
    choices=(Choice("offsets", tr("Offsets count"), ("ask", "codepoints", "utf16"), importing=True),),
    result=True,
    reads=read_jsonl,
    opens=JsonlWriter,
    recognises=_recognises,
)
