"""Opens workbooks, and refuses what unpacks to more than any list of articles."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from dateline.exchange import extras
from dateline.exchange.archive import begins_elsewhere
from dateline.exchange.checks import Fault
from dateline.exchange.problems import ProblemKind
from dateline.model.progress import Cancelled, Progress
from dateline.model.wording import Wording, tr

WORKBOOKS = (".xlsx", ".xlsm")
_FORMULA = re.compile(rb"<f[ >/]")
# Of a cell, with the prefix that some writers give elements: letters, digits, points and the like, in UTF-8.
_VALUE = re.compile(rb"<(?:[\w.\x80-\xff-]{1,60}:)?(?:v|is)[\s>]")
_BEFORE = 70  # bytes: more than such a tag has
_OTHER_BYTES = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")  # XML of two bytes a character begins so
_PIECE = 1 << 20  # bytes
_UNPACKED = 2 << 30  # bytes; a workbook that grows beyond it is no list of articles
_HELD = 256 << 20  # bytes of what openpyxl holds all at once: the texts that sheets refer to, and styles


@contextmanager
def opened(path: Path, *, formulas: bool = False) -> Iterator[tuple[Any, Any]]:
    """Open a workbook, and again for its formulas where they are asked for and it has any, else None.

    Raises Fault and OSError.
    """
    openpyxl = extras.for_reading("openpyxl", "openpyxl", "articles")
    _require_sane(path)
    with path.open("rb") as file, ExitStack() as opened:  # given a path, openpyxl leaves it open if it cannot be read
        with _readable():
            # Read-only goes row by row; data_only takes what a formula came to when it was saved, and runs none.
            book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
            opened.callback(book.close)
            held = None
            if formulas and _has_formulas(path):
                held = openpyxl.load_workbook(path, read_only=True, keep_links=False)
                opened.callback(held.close)
        yield book, held


def valued_sheets(path: Path, progress: Progress) -> list[str]:
    """Return the names of a workbook's sheets with a value in any cell, be it white space; raises Fault and OSError.

    No cell is read for it: formatting makes sheets of 100,000 rows without a value.
    """
    excel = extras.for_reading("openpyxl.reader.excel", "openpyxl", "articles")
    _require_sane(path)
    with path.open("rb") as file, _readable():
        book = excel.ExcelReader(file, read_only=True, keep_links=False)
        with book.archive as archive:
            book.read_manifest()
            book.read_workbook()
            sheets = [(s.name, rel.target) for s, rel in book.parser.find_sheets() if "chartsheet" not in rel.Type]
            parts = [(name, part) for name, part in sheets if part in book.valid_files]
            return [
                name for name, part in parts if _has_values(archive, part, lambda: progress.step(0, None, path.name))
            ]


def _has_values(archive: Any, part: str, chance: Callable[[], None]) -> bool:
    """Say whether a sheet has a value; `chance` is called now and then, and may raise Cancelled."""
    with archive.open(part) as file:
        before = b""
        while piece := file.read(_PIECE):
            chance()
            if _VALUE.search(before + piece) or (not before and piece.startswith(_OTHER_BYTES)):
                return True
            before = piece[-_BEFORE:]
    return False


@contextmanager
def _readable() -> Iterator[None]:
    """Make a Fault of whatever openpyxl and the parsers below it raise on a damaged file."""
    try:
        yield
    except (Fault, Cancelled):
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno:
            raise
        what_to_do = "Save it as .xlsx or CSV"
        raise Fault("", tr("cannot be read as an Excel workbook"), what_to_do, ProblemKind.SYNTAX) from error


def _has_formulas(path: Path) -> bool:
    """Say whether any sheet has a formula: then it is read twice, for what each came to and for where they are."""
    from zipfile import ZipFile

    with ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/"):
                with archive.open(name) as part:
                    before = b""
                    while piece := part.read(1 << 20):
                        if _FORMULA.search(before + piece):
                            return True
                        before = piece[-2:]
    return False


def _require_sane(path: Path) -> None:
    """Refuse a workbook that unpacks to more than any list of articles holds."""
    from zipfile import ZipFile

    if not path.stat().st_size:
        raise Fault("", tr("is empty"), "", ProblemKind.EMPTY)
    with path.open("rb") as file:
        head = file.read(4)
    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
            if begins_elsewhere(archive, head):
                raise BadZipFile
    except (BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        begun = head == b"PK\x03\x04"  # the list of what a workbook holds is at its end
        if begun and isinstance(error, BadZipFile):
            what = tr("is an Excel workbook that was cut off or damaged: its end is not there")
            raise Fault("", what, tr("Copy or download it again"), ProblemKind.SYNTAX) from error
        raise Fault(
            "", tr("cannot be read as an Excel workbook"), tr("Save it as .xlsx or CSV"), ProblemKind.SYNTAX
        ) from error
    size = sum(part.file_size for part in parts)
    held = sum(part.file_size for part in parts if not part.filename.startswith(("xl/worksheets/", "xl/media/")))
    if size > _UNPACKED or held > _HELD or size > 1_000 * max(path.stat().st_size, 1 << 16):
        raise Fault(
            "",
            Wording(tr("unpacks to {value} MB"), {"value": f"{size / 1000000.0:.0f}"}),
            tr("Save it as CSV"),
            ProblemKind.TOO_LARGE,
        )
