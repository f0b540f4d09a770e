"""Hugging Face datasets as JSON lines: tokens and their tags, and the spans of the untouched text."""

from pathlib import Path

from dateline.exchange.format import Format, as_outside, tr
from dateline.exchange.formats.huggingface.reader import read_jsonl
from dateline.exchange.formats.huggingface.writer import JsonlWriter
from dateline.exchange.jsonstream import line_of_first_record
from dateline.exchange.recounting import ASKED


def _recognises(source: Path, head: bytes) -> bool:
    first = line_of_first_record(head)
    return source.suffix.lower() in (".jsonl", ".json", ".ndjson") and b'"tokens"' in first and b'"ner_tags"' in first


FORMAT = Format(
    name="huggingface",
    title="Hugging Face JSONL",
    suffixes=(".jsonl",),
    description=tr("Tokens with IOB2 tags beside text and spans, one article or sentence a line, for datasets."),
    training=True,
    choices=(ASKED,),
    result=True,
    unread=as_outside,
    reads=read_jsonl,
    opens=JsonlWriter,
    recognises=_recognises,
)
