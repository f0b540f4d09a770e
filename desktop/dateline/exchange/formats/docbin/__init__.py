"""spaCy's DocBin, for `spacy train`: spans that do not overlap in `doc.ents`, all of them in `doc.spans`."""

from pathlib import Path

from dateline.exchange.format import Choice, Format, tr
from dateline.exchange.formats.docbin.reader import read
from dateline.exchange.formats.docbin.writer import UNFINISHED, DocBinWriter, unread


def _recognises(source: Path, head: bytes) -> bool:
    return source.suffix.lower() == ".spacy" and head[:1] == b"\x78"  # zlib


FORMAT = Format(
    name="spacy",
    title="spaCy DocBin",
    suffixes=(".spacy",),
    description=tr("Texts as spaCy documents, by article or sentence, ready for spacy train."),
    training=True,
    result=True,
    unread=unread,
    choices=(Choice(*UNFINISHED, exporting=True),),
    reads=read,
    opens=DocBinWriter,
    recognises=_recognises,
)
