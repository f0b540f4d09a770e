"""CoNLL-U: a word a line, entities as `name=B-ORG` in MISC, the text restored from SpaceAfter and SpacesAfter."""

from pathlib import Path

from dateline.exchange.archive import is_zip
from dateline.exchange.format import Format, as_outside, tr
from dateline.exchange.formats.conllu.reader import read
from dateline.exchange.formats.conllu.writer import ConlluWriter


def _recognises(source: Path, head: bytes) -> bool:
    if source.is_dir():
        return next(source.rglob("*.conllu"), None) is not None
    return b".conllu" in head if is_zip(source, head) else source.suffix.lower() == ".conllu"


FORMAT = Format(
    name="conllu",
    title="CoNLL-U",
    suffixes=(".conllu",),
    description=tr("Universal Dependencies' columns, with entities and triggers in MISC, by article or sentence."),
    training=True,
    result=True,
    unread=as_outside,
    reads=read,
    opens=ConlluWriter,
    recognises=_recognises,
)
