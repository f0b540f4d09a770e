"""Files whose content is of another kind than their name says, where their beginning leaves no doubt of it."""

import csv
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from zipfile import is_zipfile

import orjson

from dateline.exchange.by_content import PLAIN, other_format, takes
from dateline.exchange.checks import Fault
from dateline.exchange.columns import known_columns
from dateline.exchange.decode import decoded
from dateline.exchange.format import Format
from dateline.exchange.intake import FIELDS
from dateline.exchange.jsonstream import first_object
from dateline.exchange.kinds import Kind, kind_of_file
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.exchange.tables import delimiter_of
from dateline.exchange.webpage import SUFFIXES as PAGES
from dateline.exchange.webpage import begins_as_page
from dateline.model.wording import Advice, ToDo, Wording, tr

JSON = (".json", ".jsonl", ".ndjson")
_TABLES = (".csv", ".tsv", ".tab")
_TABLE = "table"
_NO_TEXTS = (".xlsx", ".xlsm", ".zip", ".parquet", ".spacy")  # names of files that are never texts
_BOOKS = (".xlsx", ".xlsm")
_XML = Kind("XML", (".xml", ".xmi", ".tml", ".rss", ".atom", *PAGES))
_PAGE = Kind(tr("a web page"), (*PAGES, ".xml"))
_BYTES = 4096  # by which a text is told
_IS = tr("is {what}, and not what its name says ({suffix})")
_LOOKS = tr("looks like {what}, and not like what its name says ({suffix})")
_RENAME = tr("Rename it to {name}, and import that")
_RENAME_OR = tr("Rename it to {name}, and import that; or choose what it is under Format")
_RENAME_OR_SAY = "Rename it to {name}, and import that; or name what it is with --format"


def misnamed(source: Path, head: bytes, found: Format | None, formats: Iterable[Format]) -> Problem | None:
    """Say what a file seems to be that is called otherwise; None for one whose name goes with what it holds.

    `found` is the format that would take it, by its name alone as may be.
    """
    suffix, known = source.suffix.lower(), list(formats)
    if found and suffix in PLAIN:  # which is looked into anyway
        return None
    if kind := kind_of_file(source, head):
        if suffix in kind.suffixes or not any(suffix in f.suffixes for f in known if f.can_import):
            return None
        if suffix in _BOOKS and kind.suffixes == (".zip",) and not is_zipfile(source):
            return None  # a workbook that was cut off: what tells it from another archive may be at its end
        return _told(_IS, kind, kind.to_do or Wording(_RENAME, {"name": _renamed(source, kind)}), source)
    kind = _seeming(suffix, head, found, known)
    if kind is None or suffix in kind.suffixes:
        return None
    if found and suffix not in _NO_TEXTS and any(takes(found, one, head) for one in kind.suffixes):
        return None
    details = {"name": _renamed(source, kind)}
    return _told(_LOOKS, kind, Advice(Wording(_RENAME_OR, details), Wording(_RENAME_OR_SAY, details)), source)


def _renamed(source: Path, kind: Kind) -> str:
    return source.with_suffix(kind.suffixes[0]).name


def _told(wording: str, kind: Kind, to_do: ToDo, source: Path) -> Problem:
    said = Wording(wording, {"what": Wording(kind.what), "suffix": source.suffix.lower()})
    return worded(said, to_do, source.name, kind=ProblemKind.FORMAT, notice=False)


def _seeming(suffix: str, head: bytes, found: Format | None, formats: list[Format]) -> Kind | None:
    """Return what kind of text a file is; None where that is not sure, or its name says so."""
    begin = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if begin in (b"{", b"["):
        return None if suffix in JSON else _kind_of_json(head, formats)
    if begins_as_page(head):
        return _PAGE
    columns = _columns(head)
    if found and found.name == _TABLE and columns and suffix in _TABLES:
        return None
    if other := other_format(head, formats):
        return None if found == other else Kind(other.title, other.suffixes)
    if begin == b"<":
        return _XML if head.lstrip().startswith(b"<?xml") else None
    if columns and suffix not in _TABLES and suffix not in PAGES:
        return Kind(tr("a table"), (".tsv", ".csv", ".tab") if "\t" in columns else _TABLES)
    return Kind(tr("plain text"), PLAIN) if suffix in (*JSON, *_NO_TEXTS) and _is_text(suffix, head) else None


def _kind_of_json(head: bytes, formats: list[Format]) -> Kind | None:
    if not first_object(head):
        return None
    other = other_format(head, formats)
    usual = JSON if head.lstrip().startswith(b"[") else (".jsonl", ".json", ".ndjson")
    return Kind(other.title if other and other.name != "records" else "JSON", usual)


def _columns(head: bytes) -> str:
    """Return the first line of a file if it names columns of a table of articles or of files, else ""."""
    line = head[:_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").split(b"\n", 1)[0].rstrip(b"\r")
    with suppress(UnicodeDecodeError, csv.Error, IndexError, StopIteration):
        text = line.decode()
        names = [name.strip() for name in next(csv.reader([text], delimiter=delimiter_of(text, Path("x.csv"))))]
        known = known_columns((name for name in names if name), ("text", "file", *FIELDS))
        if len(names) > 1 and ("text" in known or "file" in known):
            return text
    return ""


def _is_text(suffix: str, head: bytes) -> bool:
    """Say whether a file is a text in UTF-8, and one called JSON begins with no value of it."""
    begin = head[:_BYTES]
    if len(head) > _BYTES:
        begin = begin[: begin.rfind(b"\n") + 1] or begin
    try:
        text = decoded(begin).encoding == "utf-8"
    except Fault:
        return False
    if not text or suffix not in JSON:
        return text
    try:
        orjson.loads(begin.strip().split(b"\n", 1)[0])
    except orjson.JSONDecodeError:
        return begin.strip()[:1] not in b'"-0123456789'
    return False
