"""CAT XML, import only: MEANTIME, ECB+ and what else the CAT tool wrote."""

from pathlib import Path

from dateline.exchange.archive import is_zip
from dateline.exchange.format import Format, tr
from dateline.exchange.formats.cat.reader import read


def _recognises(source: Path, head: bytes) -> bool:
    if source.is_dir() or is_zip(source, head):
        return False
    return b"<Document" in head[:4000] and b"<token " in head and b"t_id=" in head


FORMAT = Format(
    name="cat",
    title="CAT XML (MEANTIME, ECB+)",
    suffixes=(".xml",),
    description=tr("Tokens, markables and relations of the CAT tool: events with participants, times, coreference."),
    reads=read,
    recognises=_recognises,
)
