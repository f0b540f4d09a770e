"""WebAnno TSV 3.3, which INCEpTION writes too: tokens in lines, layers in columns; one .tsv for each article."""

import re
from pathlib import Path

from dateline.exchange.archive import is_zip
from dateline.exchange.format import Format, tr
from dateline.exchange.formats.uima.project import is_project_of
from dateline.exchange.formats.webanno.reader import read
from dateline.exchange.formats.webanno.writer import WebAnnoWriter

# Older versions are no more read, which is told; they are no tables of articles.
_FIRST = re.compile(rb"#FORMAT=WebAnno TSV 3|(?:# ?[\w.]+(?: *\|[^\r\n]*)*\r?\n)?#id=\d+\r?\n#text=")


def _recognises(source: Path, head: bytes) -> bool:
    if is_project_of(source, head, ".tsv"):
        return True
    if is_zip(source, head):
        return False  # packed, a table and this look alike
    if source.is_dir():
        first = next((p for p in source.rglob("*.tsv") if p.is_file()), None)
        if first is None:
            return False
        with first.open("rb") as file:
            head = file.read(1000)
    return _FIRST.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


FORMAT = Format(
    name="webanno",
    title="WebAnno TSV 3.3",
    suffixes=(".tsv",),
    description=tr("A folder of WebAnno TSV files, for INCEpTION and WebAnno."),
    folder=True,
    reads=read,
    opens=WebAnnoWriter,
    recognises=_recognises,
)
