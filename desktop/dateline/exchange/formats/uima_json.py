"""UIMA CAS as JSON 1.0: a folder with one .json for each article and annotator, each with its type system."""

from pathlib import Path

from dateline.exchange.format import Files, Format, tr
from dateline.exchange.formats.uima.project import is_project_of
from dateline.exchange.formats.uima.reader import read_json
from dateline.exchange.formats.uima.writer import JsonWriter

_MARKS = (b'"%FEATURE_STRUCTURES"', b'"%TYPES"', b'"%VIEWS"')
_HEAD = 1 << 16


def _recognises(source: Path, head: bytes, files: Files) -> bool:
    if is_project_of(source, head, ".json", files):
        return True
    if source.is_dir():
        first = next((p for p in source.rglob("*.json") if p.is_file()), None)
        if first is None:
            return False
        with first.open("rb") as file:
            head = file.read(_HEAD)
    return any(mark in head for mark in _MARKS)


FORMAT = Format(
    name="uima-json",
    title="UIMA CAS JSON (INCEpTION)",
    suffixes=(".json",),
    uncut=True,
    description=tr("A folder of UIMA JSON 1.0 files, each with its type system, for INCEpTION and dkpro-cassis."),
    folder=True,
    reads=read_json,
    opens=JsonWriter,
    recognises_in=_recognises,
)
