"""WebAnno TSV 3.3, which INCEpTION writes too: tokens in lines, layers in columns; one .tsv for each article.

An export is a folder of them with a table beside that says whose each is, and what is known of its article.
"""

import re
from contextlib import closing, suppress
from pathlib import Path

from dateline.exchange.archive import is_zip
from dateline.exchange.checks import Fault
from dateline.exchange.format import Files, Format, tr
from dateline.exchange.formats.uima.project import is_project_of
from dateline.exchange.formats.webanno.reader import read
from dateline.exchange.formats.webanno.writer import WebAnnoWriter

# Older versions are no more read, which is told; they are no tables of articles.
_FIRST = re.compile(rb"#FORMAT=WebAnno TSV 3|(?:# ?[\w.]+(?: *\|[^\r\n]*)?\r?\n)?#id=\d+\r?\n#text=")


def _recognises(source: Path, head: bytes, files: Files) -> bool:
    if is_project_of(source, head, ".tsv", files):
        return True
    if source.is_dir() or is_zip(source, head):
        head = _head_of_first(files)
    return _FIRST.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def _head_of_first(files: Files) -> bytes:
    """Return how the first .tsv of a folder or zip begins, b"" where there is none that can be read."""
    with suppress(Fault, OSError):
        tree = files()
        if name := next((n for n in tree.names if n.lower().endswith(".tsv")), ""):
            with closing(tree.open(name)) as file:
                return file.read(1000)
    return b""


FORMAT = Format(
    name="webanno",
    title="WebAnno TSV 3.3",
    suffixes=(".tsv",),
    description=tr("A folder of WebAnno TSV files, for INCEpTION and WebAnno."),
    folder=True,
    reads=read,
    opens=WebAnnoWriter,
    recognises_in=_recognises,
)
