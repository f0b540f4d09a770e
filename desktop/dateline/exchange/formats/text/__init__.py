"""Articles as files, with a table of metadata beside them.

In: .txt and web pages, folders and zip archives of them. Out: a folder of .txt with the table.
"""

from pathlib import Path

from dateline.exchange.archive import is_zip
from dateline.exchange.by_content import PLAIN
from dateline.exchange.checks import Fault
from dateline.exchange.format import Choice, Files, Format, tr
from dateline.exchange.formats.text.reader import read
from dateline.exchange.formats.text.writer import TextWriter
from dateline.exchange.intake import DATES
from dateline.exchange.published import Dates
from dateline.exchange.webpage import SUFFIXES as PAGES


def _recognises(source: Path, head: bytes, files: Files) -> bool:
    if is_zip(source, head):
        try:
            return any(name.lower().endswith((*PLAIN, *PAGES)) for name in files().names)
        except (Fault, OSError):
            return True  # the reader says what is wrong with it
    return source.is_dir() or source.suffix.lower() in (*PLAIN, *PAGES)


FORMAT = Format(
    name="text",
    title="Texts and web pages",
    suffixes=(".txt", *PAGES, ".zip"),
    uncut=True,
    description=tr(
        "One article a file; title, date, source, url, language and note in a table beside them. Of a web page "
        "the report is taken, and the page kept."
    ),
    writes=tr("A folder of .txt files, one an article, without annotations; title, date and the rest in a table."),
    folder=True,
    annotated=False,
    choices=(
        Choice(DATES, tr("How 03/04/2024 is read: day-first, month-first"), (), importing=True, allowed=tuple(Dates)),
    ),
    reads_many=read,
    opens=TextWriter,
    recognises_in=_recognises,
    encoded=True,
)
