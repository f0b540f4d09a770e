"""UIMA CAS as XMI, INCEpTION's own format: a folder with TypeSystem.xml and one .xmi for each article and annotator."""

from pathlib import Path

from dateline.exchange.archive import is_zip
from dateline.exchange.format import Files, Format, tr
from dateline.exchange.formats.uima.project import is_project_of
from dateline.exchange.formats.uima.reader import read_xmi
from dateline.exchange.formats.uima.writer import XmiWriter


def _recognises(source: Path, head: bytes, files: Files) -> bool:
    if source.is_dir():
        return next(source.rglob("*.xmi"), None) is not None or is_project_of(source, head, ".xmi", files)
    if is_zip(source, head):
        return b".xmi" in head or is_project_of(source, head, ".xmi", files)
    return source.suffix.lower() == ".xmi" or b'"http://www.omg.org/XMI"' in head[:4000]


FORMAT = Format(
    name="uima",
    title="UIMA CAS XMI (INCEpTION)",
    suffixes=(".xmi",),
    uncut=True,
    description=tr("A folder of XMI files with their type system, for INCEpTION, WebAnno and DKPro."),
    folder=True,
    reads=read_xmi,
    opens=XmiWriter,
    recognises_in=_recognises,
)
