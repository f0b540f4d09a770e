"""Where the plain files are that ship with the program: in the wheel, or at the top of a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    shipped = _PACKAGE / name
    return shipped if shipped.is_dir() else _PACKAGE.parents[1] / name


def resources(*parts: str) -> Path:
    """Return the path of a file or folder in `resources/`; it need not exist."""
    return _folder("resources").joinpath(*parts)


def seeds(*parts: str) -> Path:
    """Return the path of a file or folder of the sample project in `seeds/`."""
    return _folder("seeds").joinpath(*parts)
