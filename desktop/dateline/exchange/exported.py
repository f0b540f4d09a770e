"""Which files exports of this person wrote, by place and SHA-256: the next may write over them without being told to.

A format has no place of its own to say so, and most exports leave nothing beside theirs.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from dateline.assets import state_folder
from dateline.exchange.manifest import digest
from dateline.model.text import text_sha256

_FILE = "exported.txt"  # in a line the SHA-256 of a place and of what was written there, the newest last
_KEPT = 10_000


def remember(written: Iterable[Path]) -> None:
    """Note that an export wrote these files as they are; where nothing can be noted, nothing is said."""
    with suppress(OSError):
        lines = [_line(path) for path in written if path.is_file()]
        place = state_folder() / _FILE
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("a", encoding="ascii") as file:  # several programs may be at it
            file.write("".join(f"{line}\n" for line in lines))
        if len(known := _known()) > 2 * _KEPT:
            place.write_text("".join(f"{line}\n" for line in known[-_KEPT:]), encoding="ascii")


def is_remembered(path: Path) -> bool:
    """Say whether a file is as an export to the same place left it. Raises OSError if it cannot be read."""
    at = _place(path)
    here = {line for line in _known() if line.startswith(at)}
    return bool(here) and _line(path) in here


def _line(path: Path) -> str:
    return f"{_place(path)} {digest(path)}"


def _place(path: Path) -> str:
    return text_sha256(str(path.resolve()))


def _known() -> list[str]:
    try:
        return (state_folder() / _FILE).read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return []
