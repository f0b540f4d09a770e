"""Kinds of files that are no text, told by their first bytes, and what to do with one of them."""

import re
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from msgspec import Struct

from dateline.model.wording import Wording, tr

_LEAVE_OUT = tr("Leave it out")
_AS_TEXT = tr("Open it and save it as plain text (.txt, UTF-8), and import that")
_AS_EITHER = tr("Open it and save a table as .xlsx or CSV, a text as .txt (UTF-8), and import that")
UNPACK = tr("Unpack it, and import what is in it")
_ENTRY = re.compile(rb"PK\x03\x04.{26}(xl|word|ppt)/", re.DOTALL)
_OASIS = re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis", re.DOTALL)
# The first entry of office documents; whatever comes later may be of a document inside an archive.
_OFFICE = re.compile(
    rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/|docProps/|(?:xl|word|ppt)/[!-~]{1,80}\.xml)", re.DOTALL
)
_CONTENTS = "[Content_Types].xml"


class Kind(Struct, frozen=True):
    """What files of a kind are called; how their names end, the first the usual one, none for what is not imported.

    `to_do`: what is to be done with one that is called otherwise, "" for renaming it.
    """

    what: str
    suffixes: tuple[str, ...] = ()
    to_do: str = ""

    @property
    def advice(self) -> str | Wording:
        """What to do with one that is taken for something else."""
        return self.to_do or Wording(tr("Rename it to end in {suffix}, and import that"), {"suffix": self.suffixes[0]})


_WORKBOOK = Kind(tr("an Excel workbook"), (".xlsx", ".xlsm"))
_WORD = Kind(tr("a Word document"), to_do=_AS_TEXT)
_OPEN_DOCUMENT = Kind(tr("an OpenDocument file"), to_do=_AS_EITHER)
_ARCHIVE = Kind(tr("a zip archive"), (".zip",))
_OFFICE_DOCUMENT = Kind(tr("an office document"), to_do=_AS_TEXT)
_PICTURE = Kind(tr("a picture"), to_do=_LEAVE_OUT)
_COMPRESSED = Kind(tr("a compressed file"), to_do=UNPACK)
_PARTS = {"xl": _WORKBOOK, "word": _WORD, "ppt": _OFFICE_DOCUMENT}
_ZIPPED = (_ARCHIVE, *_PARTS.values())
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # what stands behind the readable marks of files of bytes
_BEHIND = 256  # bytes
_MAGIC = (
    (b"%PDF-", Kind(tr("a PDF"), to_do=tr("Save its text as plain text (.txt, UTF-8), and import that"))),
    (b"\xd0\xcf\x11\xe0", Kind(tr("an old office document"), to_do=_AS_EITHER)),
    (b"{\\rtf", _WORD),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"\x1f\x8b", _COMPRESSED),
    (b"BZh91AY&SY", _COMPRESSED),
    (b"\xfd7zXZ\x00", _COMPRESSED),
    (b"7z\xbc\xaf\x27\x1c", _COMPRESSED),
    (b"Rar!\x1a\x07", _COMPRESSED),
    (b"SQLite format 3\x00", Kind(tr("a database"), to_do=_LEAVE_OUT)),
)
_READABLE = (b"GIF8", b"BZh91AY&SY", b"Rar!\x1a\x07")
_PDF = re.compile(rb"%PDF-\d\.\d(?:\s|\Z)")
_PARQUET = re.compile(rb"PAR1[^ -~\s]")
_OF_PARQUET = Kind(tr("a parquet file"), (".parquet",))


def kind_of(head: bytes) -> Kind | None:
    """Return the kind of a file that is no text; None for what may be one."""
    if head.startswith(b"PK\x03\x04"):
        return _packed(head)
    if _PARQUET.match(head):
        return _OF_PARQUET
    found = next(((magic, kind) for magic, kind in _MAGIC if head.startswith(magic)), None)
    return found[1] if found and _is_of_bytes(found[0], head) else None


def kind_of_file(path: Path, head: bytes) -> Kind | None:
    """Return the kind of a file that is no text, of a zip archive by its own list of what it holds, if it has one."""
    kind = kind_of(head)
    return (_listed(path) or kind) if kind in _ZIPPED else kind


def _is_of_bytes(magic: bytes, head: bytes) -> bool:
    """Say whether what begins with a readable mark is no text about such files."""
    if magic == b"%PDF-":
        return _PDF.match(head) is not None
    return magic not in _READABLE or _NO_TEXT.search(head[:_BEHIND]) is not None


def _packed(head: bytes) -> Kind:
    """Return the kind of a zip archive by its beginning; office documents are some."""
    if _OASIS.match(head):
        return _OPEN_DOCUMENT
    found = _ENTRY.search(head) if _OFFICE.match(head) else None
    return _PARTS[found[1].decode()] if found else _ARCHIVE


def _listed(path: Path) -> Kind | None:
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
    except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return None
    if _CONTENTS not in names:
        return _ARCHIVE
    tops = {name.partition("/")[0] for name in names}
    return next((kind for part, kind in _PARTS.items() if part in tops), _OFFICE_DOCUMENT)
