"""Files that appear only when they are whole: written beside their place and renamed at the end."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, BinaryIO

from dateline.exchange.delivery import Delivery
from dateline.exchange.earlier import holds_export, is_database
from dateline.exchange.problems import CannotWrite, Problem, ProblemKind, problem_of
from dateline.exchange.staging import Staging

_BUFFER = 1 << 20


class Outbox:
    """Stages files and folders in the folder they are meant for; all take their places when the block ends well.

    When it ends with an error (or Cancelled) nothing is left, and what was there before is untouched.
    Raises CannotWrite.
    """

    def __init__(self, overwrite: bool = True) -> None:
        self._overwrite = overwrite
        self._staged: list[tuple[Path, Path]] = []  # (temporary, target)
        self._open: list[BinaryIO] = []
        self._scratch: list[IO[bytes]] = []
        self._stagings: dict[Path, Staging] = {}
        self._dropped: dict[Path, bool] = {}  # whether what was there before goes

    @property
    def targets(self) -> tuple[Path, ...]:
        """Where the staged files are to appear, in the order they were asked for."""
        return tuple(target for _, target in self._staged)

    def file(self, target: Path) -> BinaryIO:
        """Return a file to write the content of `target` to; it is closed with the box."""
        with _said(target):
            file = self.path(target).open("xb", buffering=_BUFFER)
        self._open.append(file)
        return file

    def scratch(self) -> IO[bytes]:
        """Return a file for what has to wait; it is nowhere to be seen and goes with the box."""
        self._scratch.append(tempfile.TemporaryFile())  # noqa: SIM115 - closed with the box
        return self._scratch[-1]

    def path(self, target: Path) -> Path:
        """Return a path to write the content of `target` to, for libraries that want a path; it ends as that does."""
        with _said(target):
            target = target.resolve() if target.is_symlink() else target
            staging = self._staging(target.parent)
            self._check(target)
        staged = staging.staged(target)
        self._staged.append((staged, target))
        return staged

    def folder(self, target: Path) -> Path:
        """Return an empty folder to fill; `target` must not exist, or be an empty folder."""
        with _said(target):
            if target.is_dir() and any(target.iterdir()):
                said = holds_export(target)
                what = f"the folder is not empty: it is of an earlier export, as {said} beside it says" if said else ""
                what_to_do = "Choose another name, or remove that folder first" if said else ""
                raise _occupied(
                    target, what or "the folder is not empty", what_to_do or "Choose a new or an empty folder"
                )
            staged = self.path(target)
            staged.mkdir()
        return staged

    def flush(self) -> None:
        """Bring what has been written to the disk so far, so that it can be read again where it is staged."""
        with _said(self.targets[0]):
            for file in self._open:
                file.flush()

    def staged(self, target: Path) -> Path:
        """Return where the content of a target lies until the box is delivered; raises KeyError for no target."""
        target = target.resolve() if target.is_symlink() else target
        return {target: staged for staged, target in self._staged}[target]

    def drop(self, target: Path, *, clear: bool) -> None:
        """Write nothing to a target that was asked for; with `clear` what was there before is gone in the end, too.

        An empty folder stays one.
        """
        target = target.resolve() if target.is_symlink() else target
        self._dropped[target] = clear

    def _staging(self, folder: Path) -> Staging:
        if folder not in self._stagings:
            self._stagings[folder] = Staging(folder)
        return self._stagings[folder]

    def _check(self, target: Path) -> None:
        if target in self.targets:
            raise _occupied(target, "two parts of the export have the same name", "Choose other names")
        if target.is_file() and is_database(target):
            raise _occupied(
                target, "it is a database, such as a Dateline project, and no export", "Choose another name"
            )
        if target.exists() and not (target.is_file() or target.is_dir()):
            raise _occupied(target, "it is a device or a pipe, no file that can be replaced", "Choose another name")
        if target.is_file() and not self._overwrite:
            raise _occupied(target, "the file is there already", "Choose another name, or allow replacing it")
        if not target.parent.is_dir():
            what_to_do = "Make the folder, or check that the drive is connected"
            raise _occupied(target, f"there is no folder {target.parent}", what_to_do)

    def __enter__(self) -> "Outbox":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        try:
            if error is None:
                self._deliver()
        except CannotWrite:
            raise
        except OSError as refused:
            target = next((t for s, t in self._staged if s.exists()), None) or self._staged[0][1]
            raise CannotWrite(problem_of(refused, target, "written")) from refused
        finally:
            self._clear()
        if isinstance(error, OSError) and not isinstance(error, CannotWrite) and self._concerns(error):
            raise CannotWrite(problem_of(error, self.targets[0], "written")) from error

    def _concerns(self, error: OSError) -> bool:
        """Say whether an error came from writing here: a full disk names no file, other errors a staged one."""
        return bool(self._staged) and (error.filename is None or ".part" in str(error.filename))

    def _deliver(self) -> None:
        for file in self._open:
            file.flush()
            os.fsync(file.fileno())
            file.close()
        written = {file.name for file in self._open}
        for staged, _ in self._staged:
            if str(staged) not in written and staged.is_file():
                with staged.open("r+b") as file:  # by a library, which closed it
                    os.fsync(file.fileno())
        if any(staged.is_dir() for staged, _ in self._staged) and hasattr(os, "sync"):
            os.sync()  # once, where a sync of each of thousands of files would take minutes
        for staged, target in self._staged:
            if target.is_dir() and not staged.is_dir():
                raise IsADirectoryError(errno.EISDIR, "is a directory", str(target))
        delivery = Delivery(lambda target: self._staging(target.parent).before(target))
        try:
            for staged, target in self._staged:
                if target not in self._dropped:
                    delivery.put(staged, target)
                elif self._dropped[target] and target.is_file():
                    delivery.remove(target)
        except BaseException:
            delivery.take_back()
            raise
        delivery.keep()
        for parent in {target.parent for _, target in self._staged}:
            _sync_folder(parent)

    def _clear(self) -> None:
        for file in (*self._open, *self._scratch):
            with suppress(OSError):
                file.close()
        for staged, _ in self._staged:
            with suppress(OSError):
                if staged.is_dir():
                    shutil.rmtree(staged)
                else:
                    staged.unlink(missing_ok=True)
        for staging in self._stagings.values():
            staging.close()


@contextmanager
def _said(target: Path) -> Iterator[None]:
    """Turn what the system refuses into CannotWrite."""
    try:
        yield
    except CannotWrite:
        raise
    except OSError as error:
        raise CannotWrite(problem_of(error, target, "written")) from error


def _occupied(target: Path, what: str, what_to_do: str) -> CannotWrite:
    return CannotWrite(Problem(f"cannot be written: {what}", what_to_do, str(target), kind=ProblemKind.UNREADABLE))


def _sync_folder(folder: Path) -> None:
    """Make a rename durable, where the system can do that for a folder."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
