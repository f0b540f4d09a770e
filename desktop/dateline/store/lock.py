"""One writer a project: an operating-system lock on a file beside it, which no crash can leave behind."""

import os
import platform
import threading
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from dateline.scratch import let_go
from dateline.store.errors import LockedProject, ReadOnlyProject


class ProjectLock:
    """Holds `NAME.dateline.lock`, which also tells others who has it, until it was released as often as acquired.

    Any thread may release it: a worker's connection keeps the lock of the window that began it.
    """

    def __init__(self, project: Path) -> None:
        self._project = project
        real = project.resolve()  # two links to one project are one project
        self._file = real.with_name(real.name + ".lock")
        self._lock = FileLock(self._file, timeout=0, thread_local=False)
        self._mutex = threading.Lock()
        self._held = 0

    def acquire(self) -> None:
        """Take the lock; raises LockedProject naming the holder, ReadOnlyProject where it cannot be made."""
        with self._mutex:
            if not self._held:
                self._take()
            self._held += 1

    def release(self) -> None:
        """Give the lock back; the last one removes its file."""
        with self._mutex:
            self._held = max(0, self._held - 1)
            if self._held or not self._lock.is_locked:
                return
            let_go(self._lock)

    def _take(self) -> None:
        try:
            self._lock.acquire()
        except Timeout:
            raise LockedProject(self._project, self._holder()) from None
        except OSError:
            raise ReadOnlyProject(self._project) from None
        with suppress(OSError):  # a full disk; or Windows, where a locked file cannot be written by another handle
            self._file.write_text(f"process {os.getpid()} on {platform.node()}", encoding="utf-8")

    def _holder(self) -> str:
        try:
            return self._file.read_text(encoding="utf-8", errors="replace")[:200]
        except OSError:
            return ""
