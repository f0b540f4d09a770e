"""Kinds of files that are no text, told by their first bytes, and what to do with one of them."""

import re

from msgspec import Struct

from dateline.model.wording import Wording, tr

_LEAVE_OUT = tr("Leave it out")
_AS_TEXT = tr("Open it and save it as plain text (.txt, UTF-8), and import that")
_AS_EITHER = tr("Open it and save a table as .xlsx or CSV, a text as .txt (UTF-8), and import that")
UNPACK = tr("Unpack it, and import what is in it")
_ENTRY = re.compile(rb"PK\x03\x04.{26}(xl|word|ppt|mimetypeapplication/vnd\.oasis)", re.DOTALL)
_OFFICE = b"[Content_Types].xml"


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
_PARTS = {b"xl": _WORKBOOK, b"word": _WORD, b"ppt": _OFFICE_DOCUMENT}
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
_PARQUET = re.compile(rb"PAR1[^ -~\s]")
_OF_PARQUET = Kind(tr("a parquet file"), (".parquet",))


def kind_of(head: bytes) -> Kind | None:
    """Return the kind of a file that is no text; None for what may be one."""
    if head.startswith(b"PK\x03\x04"):
        return _packed(head)
    if _PARQUET.match(head):
        return _OF_PARQUET
    return next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)


def _packed(head: bytes) -> Kind:
    """Return the kind of a zip archive; office documents are some."""
    found = _ENTRY.search(head)
    if found and found[1].startswith(b"mimetype"):
        return _OPEN_DOCUMENT
    return _PARTS[found[1]] if found and _OFFICE in head else _ARCHIVE
