"""brat standoff: a folder (or zip of one) of .txt files, each with its .ann, and the configuration they go with."""

import os
from itertools import islice
from pathlib import Path

from dateline.exchange.archive import is_zip
from dateline.exchange.checks import Fault
from dateline.exchange.format import Files, Format, tr
from dateline.exchange.formats.brat.reader import read
from dateline.exchange.formats.brat.writer import BratWriter

_MOST_LOOKED_AT = 20_000


def _recognises(source: Path, head: bytes, files: Files) -> bool:
    if source.is_dir():
        names = (name for _, _, names in os.walk(source) for name in names)
        return any(name.lower().endswith(".ann") for name in islice(names, _MOST_LOOKED_AT))
    if source.suffix.lower() == ".txt":
        return source.with_suffix(".ann").is_file()
    if not is_zip(source, head):
        return source.suffix.lower() == ".ann"
    try:
        return any(name.lower().endswith(".ann") for name in files().names)
    except Fault:
        return False


FORMAT = Format(
    name="brat",
    title="brat standoff",
    suffixes=(".ann",),
    description=tr(
        "A folder of .txt and .ann files: events with arguments, relations, attributes, discontinuous spans."
    ),
    folder=True,
    reads=read,
    opens=BratWriter,
    recognises_in=_recognises,
    encoded=True,
)
