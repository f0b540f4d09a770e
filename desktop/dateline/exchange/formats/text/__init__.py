"""Plain text: files and folders of .txt in, with a table of metadata beside them; a folder of both out."""

from pathlib import Path

from dateline.exchange.format import Format
from dateline.exchange.formats.text.reader import read
from dateline.exchange.formats.text.writer import TextWriter


def _recognises(source: Path, head: bytes) -> bool:  # noqa: ARG001
    return source.is_dir() or source.suffix.lower() in (".txt", ".text")


FORMAT = Format(
    name="text",
    title="Plain text",
    suffixes=(".txt",),
    description="One article a file; title, date, source, url, language and note in a table beside them.",
    folder=True,
    reads_many=read,
    opens=TextWriter,
    recognises=_recognises,
)
