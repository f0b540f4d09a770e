"""Files that take their places together: when one cannot, all that stood there before stands there again."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from dateline.exchange.problems import CannotWrite, problem_of


class Delivery:
    """Moves of staged files and folders to their places, each over what was there, until `keep` or `take_back`.

    `aside` names a path beside a target, for what was there before.
    """

    def __init__(self, aside: Callable[[Path], Path]) -> None:
        self._aside = aside
        self._done: list[tuple[Path | None, Path, Path | None]] = []  # (staged, its place, what was there before)

    def put(self, staged: Path, target: Path) -> None:
        """Move a file over a file or to nowhere, a folder over an empty one or to nowhere; raises CannotWrite."""
        before = None
        try:
            before = self._set_aside(target) if target.is_file() else None
            if staged.is_dir() and target.is_dir():
                target.rmdir()  # empty, or it fails
            staged.replace(target)
        except OSError as error:
            if before is not None:
                _restore(before, target)
            raise CannotWrite(problem_of(error, target, "written")) from error
        self._done.append((staged, target, before))

    def remove(self, target: Path) -> None:
        """Take a file away; raises CannotWrite."""
        before = None
        try:
            before = self._set_aside(target)
            target.unlink(missing_ok=True)
        except OSError as error:
            if before is not None:
                _restore(before, target)
            raise CannotWrite(problem_of(error, target, "written")) from error
        self._done.append((None, target, before))

    def take_back(self) -> None:
        """Put everything back as it was, as far as the system lets it."""
        for staged, target, before in reversed(self._done):
            with suppress(OSError):
                if staged is not None and target.is_dir():
                    target.replace(staged)
                elif before is None:
                    target.unlink(missing_ok=True)
                if before is not None:
                    before.replace(target)
        self._done.clear()

    def keep(self) -> None:
        """Let go of what was there before."""
        for _, _, before in self._done:
            if before is not None:
                with suppress(OSError):
                    before.unlink(missing_ok=True)
        self._done.clear()

    def _set_aside(self, target: Path) -> Path:
        """Return a file's other name: a second one, so that its place is never empty, or, without those, its only."""
        aside = self._aside(target)
        try:
            os.link(target, aside)
        except OSError:
            target.rename(aside)
        return aside


def _restore(aside: Path, target: Path) -> None:
    with suppress(OSError):
        if target.exists():
            aside.unlink()
        else:
            aside.rename(target)
