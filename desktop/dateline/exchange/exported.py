"""Which files exports of this person wrote, by SHA-256: the next export may write over them without being told to.

A format has no place of its own to say so, and most exports leave nothing beside theirs.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from dateline.assets import state_folder
from dateline.exchange.manifest import digest

_FILE = "exported.txt"  # a SHA-256 in a line, the newest last
_KEPT = 10_000


def remember(written: Iterable[Path]) -> None:
    """Note that an export wrote these files as they are; where nothing can be noted, nothing is said."""
    with suppress(OSError):
        lines = [digest(path) for path in written if path.is_file()]
        known = [line for line in _lines() if line not in lines]
        place = state_folder() / _FILE
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_name(f"{place.name}.new")
        beside.write_text("".join(f"{line}\n" for line in [*known, *lines][-_KEPT:]), encoding="ascii")
        beside.replace(place)


def is_remembered(path: Path) -> bool:
    """Say whether a file is as an export wrote it, there or elsewhere. Raises OSError if it cannot be read."""
    known = _lines()
    return bool(known) and digest(path) in known


def _lines() -> list[str]:
    try:
        return (state_folder() / _FILE).read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return []
