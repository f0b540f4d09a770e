"""What is written beside an export, and whether a file there is of an earlier one or somebody's own."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec import Struct

from dateline.exchange.manifest import is_manifest
from dateline.exchange.problems import CannotWrite, Problem, ProblemKind
from dateline.exchange.seal import is_edited
from dateline.model.wording import tr

MANIFEST, CARD, REPORT = "manifest.json", "card.md", "report.json"  # endings of what lies beside an export
_LARGEST = 64 << 20  # bytes of such a file that is looked into
_SEAL = re.compile(rb"<!-- Written by Dateline; SHA-256 of all above: ([0-9a-f]{64}) -->\s*\Z")


class _Report(Struct):
    export: str
    not_held: list[object]
    parts: list[str] = []
    sha256: dict[str, str] = {}  # by file, of earlier exports too; older versions wrote none, and folders have none


def beside(target: Path, ending: str) -> Path:
    """Return the path of what is written beside an export; raises CannotWrite for a path without a name."""
    if not target.name:
        raise CannotWrite(
            Problem(tr("names no file"), tr("Give the file a name"), str(target), kind=ProblemKind.UNREADABLE)
        )
    return target.with_name(f"{target.name}.{ending}")


def is_report(path: Path) -> bool:
    """Say whether a file is the list of what an export's format could not hold."""
    content = _content(path)
    try:
        return content[:20].split()[:2] == [b"{", b'"export":'] and bool(msgspec.json.decode(content, type=_Report))
    except msgspec.MsgspecError:
        return False


def reported_parts(path: Path) -> list[str]:
    """Return the names of an export's parts by its list of what it could not hold; none where that is missing."""
    return msgspec.json.decode(_content(path), type=_Report).parts if is_report(path) else []


def reported_hashes(path: Path) -> dict[str, str]:
    """Return the SHA-256 of what exports wrote, as the list of what the last could not hold tells it, by name."""
    return msgspec.json.decode(_content(path), type=_Report).sha256 if is_report(path) else {}


def sealed(text: str) -> bytes:
    """Return a text in Markdown or XML that `is_sealed` knows again as long as nobody has edited it."""
    above = text.encode()
    return above + f"<!-- Written by Dateline; SHA-256 of all above: {_digest(above)} -->\n".encode()


def is_sealed(path: Path) -> bool:
    """Say whether a file is as `sealed` made it; line ends may have become others."""
    content = _content(path)
    found = _SEAL.search(content)
    return found is not None and found[1].decode() == _digest(content[: found.start()])


def refuse_own(target: Path, *, manifest: bool, card: bool) -> None:
    """Raise CannotWrite where one of the files beside an export would take the place of somebody's own."""
    require_ours(beside(target, REPORT), lambda path: is_report(path) and not is_edited(path))
    if manifest or is_manifest(beside(target, MANIFEST)):  # it is renewed then
        require_ours(beside(target, MANIFEST), lambda path: is_manifest(path) and not is_edited(path))
    if card:
        require_ours(beside(target, CARD), is_sealed)


def require_ours(path: Path, is_ours: Callable[[Path], bool]) -> None:
    """Raise CannotWrite where something is that no export wrote; of what is sealed, that was edited since, too."""
    if is_there(path) and not is_ours(path):
        what = "cannot be written: what is there is not as an export wrote it, but somebody's own or edited"
        what_to_do = "Rename it to keep it, or choose another name for the export"
        raise CannotWrite(Problem(what, what_to_do, str(path), kind=ProblemKind.UNREADABLE))


def is_there(path: Path) -> bool:
    """Say whether something lies at a path."""
    try:
        return path.exists()
    except OSError:  # nothing can be written there either: that is said then
        return False


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    except OSError:
        return b""


def _digest(content: bytes) -> str:
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()
