"""RSS and Atom feeds saved as files: one article an entry. Nothing is fetched: what a feed holds is all there is."""

from pathlib import Path

from dateline.exchange.format import Format, tr
from dateline.exchange.formats.feed.reader import read

_SUFFIXES = (".rss", ".atom", ".xml")
_ROOTS = (b"<rss", b"<feed", b"<rdf:rdf")


def _recognises(source: Path, head: bytes) -> bool:
    return source.suffix.lower() in _SUFFIXES and any(root in head[:4096].lower() for root in _ROOTS)


FORMAT = Format(
    name="feed",
    title="News feed (RSS, Atom)",
    suffixes=_SUFFIXES,
    description=tr("One article an entry of a feed that was saved as a file; its title, date, address and author."),
    reads=read,
    recognises=_recognises,
)
