"""BioC, XML and JSON, import only: documents of passages with annotations and relations."""

from pathlib import Path

from dateline.exchange.archive import is_zip
from dateline.exchange.format import Format, tr
from dateline.exchange.formats.bioc.reader import read


def _recognises(source: Path, head: bytes) -> bool:
    if source.is_dir() or is_zip(source, head):
        return False
    start = head[:20_000]
    xml = b"<collection" in start and (b"BioC.dtd" in start or b"<passage" in head)
    return xml or (b'"passages"' in head and b'"infons"' in head)


FORMAT = Format(
    name="bioc",
    title="BioC",
    suffixes=(".xml", ".json"),
    description=tr("BioC XML and JSON, such as PubTator's: annotations with their types, and relations of two."),
    reads=read,
    recognises=_recognises,
)
