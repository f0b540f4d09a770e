"""A seal on JSON that lies beside an export: whether somebody has edited it since."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

_END = b"\n}\n"
_KEY = b'"sealed":'
_SEAL = re.compile(rb',\n  "sealed": "([0-9a-f]{64})"\n\}\s*\Z')
_LARGEST = 64 << 20  # bytes of a file that is looked into


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
    """Say whether a sealed file is no longer as it was written; one of an older version has no seal, and may be.

    Line ends may have become others.
    """
    try:
        content = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    except OSError:
        return False
    content = content.replace(b"\r\n", b"\n")
    found = _SEAL.search(content)
    if found is None:
        return _KEY in content[-200:].replace(b" :", b":")
    return found[1].decode() != hashlib.sha256(content[: found.start()]).hexdigest()
