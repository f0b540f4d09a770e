"""Making Qt know project files by their names, so that none of its file dialogs opens one to see what it is.

A process that closes any handle on a file loses its POSIX locks on it, SQLite's among them. Another program that reads
the project then takes it for unused and cuts the shared index that is mapped into this one.
"""

import os
from collections.abc import MutableMapping

from dateline import assets

_SYSTEM = "/usr/local/share:/usr/share"  # what an unset variable means


def announce(environ: MutableMapping[str, str] = os.environ) -> None:
    """Add the program's own file types to those of the desktop; call it before Qt has looked for any."""
    known = environ.get("XDG_DATA_DIRS") or _SYSTEM
    own = str(assets.resources())
    if own not in known.split(os.pathsep):
        environ["XDG_DATA_DIRS"] = os.pathsep.join((known, own))
