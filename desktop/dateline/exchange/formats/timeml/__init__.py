"""TimeML 1.2.1, inline XML: times, events, their instances, and the links between them; one .tml for each article."""

from pathlib import Path

from dateline.exchange.archive import is_zip
from dateline.exchange.format import Format, tr
from dateline.exchange.formats.timeml.reader import read
from dateline.exchange.formats.timeml.writer import TimeMLWriter


def _recognises(source: Path, head: bytes) -> bool:
    if source.is_dir():
        return next(source.rglob("*.tml"), None) is not None
    return b".tml" in head if is_zip(source, head) else b"<TimeML" in head


FORMAT = Format(
    name="timeml",
    title="TimeML",
    suffixes=(".tml",),
    description=tr("A folder of TimeML files: times with their values, events, and temporal links."),
    folder=True,
    reads=read,
    opens=TimeMLWriter,
    recognises=_recognises,
)
