"""Where plain files are: those that ship with the program, in the wheel or at the top of a checkout, and its own."""

import os
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


def state_folder() -> Path:
    """Return the folder of what the program notes for itself: DATELINE_STATE_DIR, or the user's own for such files."""
    from platformdirs import user_state_path  # not needed to start

    own = os.environ.get("DATELINE_STATE_DIR")
    return Path(own) if own else user_state_path("dateline", appauthor=False)
