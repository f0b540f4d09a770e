"""Names beside a place for what is on its way there, and what of a process that was killed is left of such.

Whoever stages in a folder holds a lock there as long, whose name is part of all its names; no crash leaves a lock
behind. So what goes with a lock that nobody holds is a dead process's, and nothing else ever is.
"""

import platform
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from dateline.model.text import text_sha256
from dateline.scratch import let_go

_LOCK = re.compile(r"\.([0-9a-f]{16})\.part\.lock")
_STAGED = r"\..{{0,40}}\.{token}-\d+\.part(\.[^.]{{0,9}})?"
_BEFORE = r"(\.(?P<name>.+))?\.{token}-\d+\.before"
_LONGEST = 200  # bytes of a name that another name can hold
_TRIES = 3


class Staging:
    """Names in one folder that are this process's until `close`; what dead ones left there is cleared away at first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: list[Path] = []
        _clear(folder)
        self._token, self._lock = _locked(folder)

    def staged(self, target: Path) -> Path:
        """Return a path that ends as the target does; nothing is there."""
        return self._named(f".{target.stem[:40]}.", f".part{target.suffix[:10]}")

    def before(self, target: Path) -> Path:
        """Return a path for what a target was before; nothing is there."""
        fits = len(target.name.encode("utf-8", "surrogatepass")) <= _LONGEST
        return self._named(f".{target.name}." if fits else ".", ".before")

    def _named(self, begin: str, end: str) -> Path:
        path = self._folder / f"{begin}{self._token}-{len(self._made)}{end}"
        self._made.append(path)
        return path

    def close(self) -> None:
        """Give the names back; what could not be removed of them waits for the next who stages here."""
        if self._lock is None:
            return
        if any(path.exists() for path in self._made):
            self._lock.release()
        else:
            let_go(self._lock)


def token() -> str:
    """Return 16 digits that are used once: 8 of this machine, as another's locks may not be seen here, and others."""
    return text_sha256(platform.node())[:8] + secrets.token_hex(4)


def _lock_of(folder: Path, name: str) -> FileLock:
    return FileLock(folder / f".{name}.part.lock", timeout=0, thread_local=False)


def _locked(folder: Path) -> tuple[str, FileLock | None]:
    """Return a token and its lock; None where there can be none, and then nobody will clear away what is named so."""
    for _ in range(_TRIES if folder.is_dir() else 0):  # a lock would make its folder
        name = token()
        lock = _lock_of(folder, name)
        try:
            lock.acquire()
        except Timeout:  # somebody looks whether it is a dead process's
            continue
        except (OSError, NotImplementedError):
            break
        if Path(lock.lock_file).exists():
            return name, lock
        lock.release()
    return token(), None


def _clear(folder: Path) -> None:
    """Clear away what processes of this machine that are dead have left in a folder."""
    own = token()[:8]
    for name in [name for path in _hidden(folder) if (name := _token_of(path)).startswith(own)]:
        lock = _lock_of(folder, name)
        try:
            lock.acquire()
        except (OSError, NotImplementedError):  # a living one has it; Timeout is an OSError
            continue
        if _cleared(folder, name):
            let_go(lock)
        else:
            lock.release()


def _cleared(folder: Path, name: str) -> bool:
    """Clear away what has a token that nobody holds; say whether all of it is gone."""
    staged, before = (re.compile(pattern.format(token=name), re.DOTALL) for pattern in (_STAGED, _BEFORE))
    left = False
    for path in _hidden(folder):
        try:
            if staged.fullmatch(path.name):
                _remove(path)
            elif found := before.fullmatch(path.name):
                _put_back(path, found["name"])
        except OSError:
            left = True
    return not left


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _put_back(path: Path, name: str | None) -> None:
    """Let what was there before be there again, unless something is there: the same, or what took its place."""
    if name is not None and not path.with_name(name).exists():
        path.rename(path.with_name(name))
    elif name is not None or path.stat().st_nlink > 1:
        path.unlink()


def _hidden(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from [path for path in folder.iterdir() if path.name.startswith(".")]


def _token_of(path: Path) -> str:
    found = _LOCK.fullmatch(path.name)
    return found[1] if found else ""
