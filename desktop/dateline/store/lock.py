"""One writer a project: an operating-system lock on a file beside it, which no crash can leave behind."""

import os
import platform
from pathlib import Path

from filelock import FileLock, Timeout

from dateline.store.errors import LockedProject, ReadOnlyProject


class ProjectLock:
    """Holds `NAME.dateline.lock` from acquire to release; `NAME.dateline.lock` tells others who has it."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._file = project.with_name(project.name + ".lock")
        self._lock = FileLock(self._file, timeout=0)

    def acquire(self) -> None:
        """Take the lock; raises LockedProject naming the holder, ReadOnlyProject where it cannot be made."""
        try:
            self._lock.acquire()
        except Timeout:
            raise LockedProject(self._project, self._holder()) from None
        except OSError:
            raise ReadOnlyProject(self._project) from None
        self._file.write_text(f"process {os.getpid()} on {platform.node()}", encoding="utf-8")

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if self._lock.is_locked:
            if os.name == "posix":  # elsewhere an open file cannot be removed, and an empty lock file does no harm
                self._file.unlink(missing_ok=True)
            self._lock.release()

    def _holder(self) -> str:
        try:
            return self._file.read_text(encoding="utf-8")[:200]
        except OSError:
            return ""
