"""Hugging Face datasets as parquet, with the names of the tags in the file."""

from pathlib import Path

from dateline.exchange.format import Format, as_outside, tr
from dateline.exchange.formats.huggingface.reader import read_parquet
from dateline.exchange.formats.huggingface.writer import ParquetWriter


def _recognises(source: Path, head: bytes) -> bool:
    return source.suffix.lower() == ".parquet" and head.startswith(b"PAR1")


FORMAT = Format(
    name="parquet",
    title="Hugging Face parquet",
    suffixes=(".parquet",),
    description=tr("Tokens with numbered tags (ClassLabel) beside text and spans, for datasets and pyarrow."),
    training=True,
    result=True,
    unread=as_outside,
    reads=read_parquet,
    opens=ParquetWriter,
    recognises=_recognises,
)
