"""Questions about paths a person typed or that a drive took with it: an answer in every case, never an exception."""

from pathlib import Path


def is_there(path: Path) -> bool:
    """Say whether there is a file or folder; what cannot be looked at is not there."""
    try:
        return path.exists() or path.is_symlink()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Say whether there is a folder."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Say whether there is a file."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def shown(folder: Path) -> str:
    """Return a folder as people read it: "~/articles"."""
    try:
        below = folder.relative_to(Path.home())
    except (ValueError, RuntimeError):
        return str(folder)
    return "~" if below == Path() else f"~/{below.as_posix()}"


def same_file(one: Path, other: Path) -> bool:
    """Say whether two paths lead to one file; False where either is not there."""
    try:
        return one.samefile(other)
    except OSError:
        return False
