"""A seal on JSON that lies beside an export: whether somebody has edited it since."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

_END = b"\n}\n"
_SEAL = re.compile(rb',\n  "sealed": "([0-9a-f]{64})"\n\}\s*\Z')
# What only sealed files have: the seal, wherever it is, the hashes of a report, the version of a manifest.
_TO_BE_SEALED = re.compile(rb'"sealed"\s*:|"sha256"\s*:\s*\{')
_SEALED_VERSION = re.compile(rb'\s*\{\s*"manifest"\s*:\s*"dateline"\s*,\s*"version"\s*:\s*(?!1\b)\d')
_CHUNK = 1 << 20
_KEPT = 1 << 12  # bytes in which the seal is, with blanks behind; what is looked for anywhere is shorter


def write_sealed(file: BinaryIO, pieces: Iterable[bytes]) -> None:
    """Write an object in JSON, indented by two, that comes in pieces, and as its last value the SHA-256 of the rest.

    The last piece ends with the object's end.
    """
    so_far, before = hashlib.sha256(), b""
    for piece in pieces:
        so_far.update(before)
        file.write(before)
        before = piece
    before = before.removesuffix(_END)
    so_far.update(before)
    file.write(before + f',\n  "sealed": "{so_far.hexdigest()}"'.encode() + _END)


def is_edited(path: Path) -> bool:
    """Say whether a file is no longer as it was sealed; one of an older version has no seal, and may be.

    Line ends may have become others. However large it is, little of it is held.
    """
    so_far, kept, to_be = hashlib.sha256(), b"", False
    try:
        with path.open("rb") as file:
            to_be = _SEALED_VERSION.match(file.read(_KEPT)) is not None
            file.seek(0)
            for chunk in _with_line_feeds(file):
                kept += chunk
                to_be = to_be or _TO_BE_SEALED.search(kept) is not None
                so_far.update(kept[:-_KEPT])
                kept = kept[-_KEPT:]
    except OSError:
        return False
    found = _SEAL.search(kept)
    if found is None:
        return to_be
    so_far.update(kept[: found.start()])
    return found[1].decode() != so_far.hexdigest()


def _with_line_feeds(file: BinaryIO) -> Iterator[bytes]:
    """Yield the bytes of a file, with the line ends they had when they were sealed."""
    held = b""
    while chunk := file.read(_CHUNK):
        chunk = held + chunk
        held = b"\r" if chunk.endswith(b"\r") else b""
        yield chunk[: len(chunk) - len(held)].replace(b"\r\n", b"\n")
    yield held
