"""A new project before it has its name: whether it can be made, and what is said of it meanwhile."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.store.errors import DiskFull, FolderRefuses, ProjectError


def try_to_make(draft: Path) -> None:
    """Raise what is wrong with a folder before anything else would speak of it in other words."""
    try:
        draft.touch()
        draft.unlink()
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(draft.parent) from error
        raise FolderRefuses(draft.parent, error.strerror or type(error).__name__) from error


@contextmanager
def told_of(path: Path, draft: Path) -> Iterator[None]:
    """Say of a project what is said of its draft, whose name nobody knows."""
    try:
        yield
    except ProjectError as error:
        if error.where != str(draft):
            raise
        error.where = str(path)
        error.args = (f"{error.what}: {path}. {error.todo}",)
        raise


def put_aside_left_over_log(path: Path) -> None:
    """A log of a project that once had this name would be replayed into the new one."""
    log = path.with_name(f"{path.name}-wal")
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    if log.exists() and log.stat().st_size:
        log.replace(path.with_name(f"{path.name}.left-over-wal"))
    log.unlink(missing_ok=True)
