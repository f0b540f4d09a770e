"""Which files exports of this person wrote, by place and SHA-256: the next may write over them without being told to.

A format has no place of its own to say so, and most exports leave nothing beside theirs.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from dateline.assets import state_folder
from dateline.exchange.manifest import digest
from dateline.model.text import text_sha256

_FILE = "exported.txt"  # in a line the SHA-256 of a place and of what was written there, and the format; newest last
_KEPT = 10_000


def remember(written: Iterable[Path], format_name: str = "") -> None:
    """Note that an export wrote these files as they are; where nothing can be noted, nothing is said."""
    with suppress(OSError):
        lines = [f"{_line(path)} {format_name}".rstrip() for path in written if path.is_file()]
        place = state_folder() / _FILE
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("a", encoding="ascii") as file:  # several programs may be at it
            file.write("".join(f"{line}\n" for line in lines))
        if len(known := _known()) > 2 * _KEPT:
            place.write_text("".join(f"{line}\n" for line in known[-_KEPT:]), encoding="ascii")


def is_remembered(path: Path) -> bool:
    """Say whether a file is as an export to the same place left it. Raises OSError if it cannot be read."""
    return _remembered(path) is not None


def remembered_format(path: Path) -> str:
    """Return the name of the format in which an export left a file; "" for one that is not so, or not known.

    Raises OSError if it cannot be read.
    """
    return _remembered(path) or ""


def _remembered(path: Path) -> str | None:
    """Return the format of the newest note of a file as it is, "" where it has none; None without a note."""
    at = _place(path)
    here = [line for line in _known() if line.startswith(at)]
    as_it_is = _line(path) if here else ""
    return next((line[len(as_it_is) :].strip() for line in reversed(here) if line.startswith(as_it_is)), None)


def _line(path: Path) -> str:
    return f"{_place(path)} {digest(path)}"


def _place(path: Path) -> str:
    return text_sha256(str(path.resolve()))


def _known() -> list[str]:
    try:
        return (state_folder() / _FILE).read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return []
