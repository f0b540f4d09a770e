"""What a project that is worked on is called, and what is done with one that is called otherwise: a backup, a copy.

File dialogs look into files whose kind they do not know by the name, which loses the locks of an open database (see
`file_types`); another program that then reads the project ends this one.
"""

import re
from itertools import chain, count
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from dateline.gui.paths import is_there
from dateline.store.connection import examine
from dateline.store.errors import ProjectError
from dateline.store.project import SUFFIX, Project

_INNER = re.compile(rf"{re.escape(SUFFIX)}(?=\.|$)", re.IGNORECASE)


class Misnamed(ProjectError):
    """A project lies under a name that is no project's; `free` is one beside it that it can be copied to."""

    def __init__(self, path: Path) -> None:
        self.path, self.free = path, free_name(path)
        what = QCoreApplication.translate("Misnamed", "The name of a project that is worked on ends in {suffix}")
        todo = QCoreApplication.translate(
            "Misnamed", "Copy it to {name} and work on the copy. The file itself stays as it is."
        )
        super().__init__(what.format(suffix=SUFFIX), path, todo.format(name=self.free.name))


def is_named(path: Path) -> bool:
    """Say whether a file is named as projects are, and so is what a link leads to."""
    return path.suffix.lower() == SUFFIX and path.resolve().suffix.lower() == SUFFIX


def require_name(path: Path) -> None:
    """Raise what keeps a file from being worked on: Misnamed, or that it is no project at all."""
    if not is_named(path):
        examine(path)
        raise Misnamed(path)


def is_misnamed(path: Path) -> bool:
    """Say whether this is a project under a name that is no project's."""
    if is_named(path):
        return False
    try:
        examine(path)
    except ProjectError:
        return False
    return True


def free_name(path: Path) -> Path:
    """Return a path beside `path` that no file has and that says what it is a copy of.

    `p1.dateline.backup-v3` becomes `p1-backup-v3.dateline`, `p1.sqlite` `p1.dateline`, or `p1-2.dateline` beside one.
    """
    parts = _INNER.split(path.name)
    kept = [part.strip(". ") for part in parts] if len(parts) > 1 else [path.stem.strip(". ")]
    stem = "-".join(part.replace(".", "-") if at else part for at, part in enumerate(kept) if part) or "project"
    stems = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(free for name in stems if not is_there(free := path.with_name(name + SUFFIX)))


def copied(path: Path) -> Path:
    """Copy a project, whatever it is called, under a free name beside it; return that. Raises ProjectError."""
    with Project.open(path, readonly=True) as project:
        target = free_name(path)
        project.copy_to(target)
        return target
