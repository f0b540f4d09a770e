"""Folders and zip archives alike: names in natural order, and files read in bounded pieces without unpacking them."""

import errno
import io
import os
import re
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from dateline.exchange.checks import Fault
from dateline.exchange.jsonl import AT_ONCE, Source
from dateline.exchange.problems import ProblemKind
from dateline.model.progress import Progress, Silent
from dateline.model.wording import Wording, tr

MOST_FILES = 500_000
LARGEST_FILE = 4 << 30  # bytes, unpacked
LARGEST_READ = 256 << 20  # bytes of one file that is read at once
_ALLOWED_RATIO = 200  # an archive may unpack to so many times its size, ...
_ALLOWED_ANYWAY = 64 << 20  # ... and to this in any case
_AT_A_TIME = 500  # files that are listed between two looks at whether to stop
_DIGITS = re.compile(r"(\d+)")
_HIDDEN = re.compile(r"(^|/)(\.|~\$|__MACOSX(/|$))")


class Tree(Protocol):
    """Files below one root."""

    name: str

    @property
    def names(self) -> tuple[str, ...]:
        """The files' paths with slashes, hidden ones left out, in natural order."""

    def size(self, name: str) -> int:
        """Return a file's size in bytes."""

    def open(self, name: str) -> Source:
        """Open a file to read; raises Fault and OSError. What it gives is bounded."""


def natural(name: str) -> str:
    """Return a sort key by which report2 comes before report10, hardly longer than the name."""
    pieces = _DIGITS.split(name.casefold())
    pieces[1::2] = map(_by_size, pieces[1::2])
    pieces[::2] = [f"{piece}\0" for piece in pieces[::2]]  # so that "a" comes before "a1" and "ab"
    return "".join(pieces)


def _by_size(digits: str) -> str:
    """Return what numbers are ordered by; those that are too long, or in other scripts, come before, as texts."""
    if digits.isascii() and len(digits) < 1000:
        digits = digits.lstrip("0")
        return f"{chr(len(digits) + 2)}{digits}"
    return f"\1{digits}\0"


def read_whole(tree: Tree, name: str, most: int = LARGEST_READ, what_to_do: str = "Divide it") -> bytes:
    """Return a file's bytes; raises Fault for one that is larger than `most`, and OSError."""
    too_large = Fault(
        "", Wording(tr("is larger than {value} MB"), {"value": f"{most >> 20}"}), what_to_do, ProblemKind.TOO_LARGE
    )
    if tree.size(name) > most:
        raise too_large
    with closing(tree.open(name)) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise too_large
    return data


def is_pipe(path: str | Path) -> bool:
    """Say whether a path is a pipe, a socket or a device, from which one would read for ever."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - a Path holds ten times as much as a text
    except OSError:  # whoever opens it says what is wrong
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def is_zip(source: Path, head: bytes) -> bool:
    """Say whether a file is a zip archive by its name and first bytes."""
    return source.suffix.lower() == ".zip" and head.startswith(b"PK")


@contextmanager
def tree_of(source: Path, progress: Progress | None = None) -> Iterator[Tree]:
    """Open a folder or a zip archive.

    Raises OSError, and Fault for an archive that is broken, encrypted, too large, or names files outside itself.
    """
    if source.is_dir():
        yield _Folder(source, progress or Silent())
        return
    with _unzipped(source) as archive:
        yield _Zip(archive, source.name, source.stat().st_size, progress or Silent())


class Trees:
    """Opens folders and archives for an import, each once for all that look what it is and the one that reads it.

    One at a time is kept: of a thousand sources not all can be open. Use it as a context; it closes what is kept.
    """

    def __init__(self) -> None:
        self._source: Path | None = None
        self._found: Tree | Fault | OSError | None = None
        self._kept = ExitStack()
        self._beside: Beside | None = None

    def beside(self, file: Path) -> "Beside":
        """Return the folder of a file that is named alone, listed once for all files of it that come in a row."""
        if self._beside is None or self._beside.folder != file.parent:
            self._beside = Beside(file.parent)
        return self._beside

    def look(self, source: Path, progress: Progress | None = None) -> Tree:
        """Return what is in a source, open until another one is looked into; raises as `tree_of` does."""
        if self._source != source:
            self.close()
            try:
                self._found = self._kept.enter_context(tree_of(source, progress))
            except (Fault, OSError) as error:
                self._found = error
            self._source = source
        if self._found is None or isinstance(self._found, Exception):
            raise self._found or FileNotFoundError(source)
        return self._found

    @contextmanager
    def read(self, source: Path, progress: Progress | None = None) -> Iterator[Tree]:
        """Open a source to read it, as it was looked into last; raises as `tree_of` does."""
        with ExitStack() as stack:
            if self._source == source and self._found is not None and not isinstance(self._found, Exception):
                tree = self._found
                stack.push(self._kept.pop_all())
                self.close()
            else:
                tree = stack.enter_context(tree_of(source, progress))
            yield tree

    def let_go(self, source: Path) -> None:
        """Let go of a source that is read another way."""
        if self._source == source:
            self.close()

    def close(self) -> None:
        """Let go of what is kept."""
        self._source = self._found = None
        self._kept.close()

    def __enter__(self) -> "Trees":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def packed_tree(name: str, data: bytes) -> Tree:
    """Return the files of a zip archive that lay in another; raises Fault as `tree_of` does."""
    return _Zip(_unzipped(io.BytesIO(data)), name, len(data), Silent())


def begins_elsewhere(archive: zipfile.ZipFile, head: bytes) -> bool:
    """Say whether what was opened is an archive that lies in a file which itself begins as one: that one was cut off.

    The list of what it holds is searched for from a file's end, and what was packed without compression has its own.
    Where something else comes in front (an archive that unpacks itself), the head is another.
    """
    first = min((entry.header_offset for entry in archive.infolist()), default=archive.start_dir)
    return first > 0 and head.startswith(b"PK\x03\x04")


def _unzipped(source: Path | IO[bytes]) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(source)
        if begins_elsewhere(archive, _head(source)):
            archive.close()
            raise zipfile.BadZipFile
        return archive
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError, ValueError, OverflowError) as error:
        if isinstance(error, zipfile.BadZipFile) and _head(source).startswith(b"PK\x03\x04"):
            what = tr("is a zip archive that was cut off or damaged: the list of its files, at its end, is not there")
            raise Fault("", what, tr("Copy or download it again"), ProblemKind.SYNTAX) from None
        what = f"is not a zip archive that can be read: {error}"
        raise Fault("", what, tr("Pack it again"), ProblemKind.SYNTAX) from None


def _head(source: Path | IO[bytes]) -> bytes:
    if isinstance(source, Path):
        with source.open("rb") as file:
            return file.read(4)
    source.seek(0)
    return source.read(4)


class Beside:
    """The files in the folder of one that is named alone, without those below; they are listed when they are asked for.

    Nobody named the folder: it may be somebody's home.
    """

    def __init__(self, folder: Path) -> None:
        self.name, self.folder = folder.name, folder

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The files' names, hidden ones left out, in natural order; none of a folder that may not be listed."""
        try:
            with os.scandir(self.folder) as found:
                return tuple(sorted((e.name for e in found if not _HIDDEN.search(e.name) and e.is_file()), key=natural))
        except OSError:
            return ()

    def size(self, name: str) -> int:
        """Return a file's size in bytes."""
        return (self.folder / name).stat().st_size

    def open(self, name: str) -> Source:
        """Open a file to read."""
        return (self.folder / name).open("rb", buffering=AT_ONCE)


class _Folder:
    """A folder on the disk."""

    def __init__(self, root: Path, progress: Progress) -> None:
        self.name = root.name
        self._root = root
        self.names = tuple(sorted(self._found(progress), key=natural))

    def _found(self, progress: Progress) -> Iterator[str]:
        done = 0
        for folder, below, names in os.walk(self._root):
            below[:] = [n for n in below if not _HIDDEN.search(n)]
            inside = Path(folder).relative_to(self._root).as_posix()
            inside = "" if inside == "." else f"{inside}/"
            for name in names:
                if done % _AT_A_TIME == 0:
                    progress.step(0, 1, self.name)  # how many there are nobody knows
                done += 1
                if not _HIDDEN.search(name) and not is_pipe(f"{folder}{os.sep}{name}"):
                    yield f"{inside}{name}"

    def size(self, name: str) -> int:
        return (self._root / name).stat().st_size

    def open(self, name: str) -> Source:
        return (self._root / name).open("rb", buffering=AT_ONCE)


class _Zip:
    """A zip archive, checked before anything is read from it."""

    def __init__(self, archive: zipfile.ZipFile, name: str, size: int, progress: Progress) -> None:
        self.name = name
        self._archive = archive
        self._entries: dict[str, zipfile.ZipInfo] = {}
        listed = archive.infolist()
        if len(listed) > MOST_FILES:
            raise Fault(
                "",
                Wording(tr("holds more than {most_files} files"), {"most_files": f"{MOST_FILES}"}),
                "",
                ProblemKind.TOO_LARGE,
            )
        allowed = max(_ALLOWED_ANYWAY, size * _ALLOWED_RATIO)
        if sum(max(0, entry.file_size) for entry in listed) > allowed:
            what = "would unpack to far more than an archive of its size can hold"
            raise Fault("", what, tr("Unpack it yourself if you trust it"), ProblemKind.TOO_LARGE)
        for done, entry in enumerate(listed):
            if done % _AT_A_TIME == 0:
                progress.step(done, len(listed), name)
            self._take(entry)
        self.names = tuple(sorted(self._entries, key=natural))

    def _take(self, entry: zipfile.ZipInfo) -> None:
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or (path.parts and path.parts[0].endswith(":")):
            what = f"names a file outside itself: {entry.filename[:80]!r}"
            raise Fault("", what, tr("Pack it again without such paths"), ProblemKind.SYNTAX)
        if not entry.filename or entry.is_dir() or _HIDDEN.search(path.as_posix()):
            return
        if entry.flag_bits & 0x1:
            raise Fault(
                "",
                Wording(tr("is encrypted ({value})"), {"value": f"{entry.filename[:80]}"}),
                tr("Pack it without a password"),
                ProblemKind.SYNTAX,
            )
        if path.as_posix() in self._entries:
            raise Fault(
                "",
                Wording(tr("holds two files called {path}"), {"path": f"{path}"}),
                tr("Pack it again"),
                ProblemKind.DUPLICATE_ID,
            )
        self._entries[path.as_posix()] = entry

    def size(self, name: str) -> int:
        return self._entries[name].file_size

    def open(self, name: str) -> Source:
        try:
            return _Entry(self._archive.open(self._entries[name]), self._entries[name])
        except Exception as error:
            _let_pass(error)
            raise _broken(self._entries[name].filename, error) from None


class _Entry:
    """A packed file while it is read: no more comes than its entry promised, and damage is said in words."""

    def __init__(self, file: IO[bytes], entry: zipfile.ZipInfo) -> None:
        self._file, self._name = file, entry.filename
        self._left = min(entry.file_size, LARGEST_FILE)

    def read(self, size: int = -1) -> bytes:
        return self._bounded(self._file.read, size)

    def readline(self, size: int = -1) -> bytes:
        return self._bounded(self._file.readline, size)

    def _bounded(self, read: Callable[[int], bytes], size: int) -> bytes:
        most = self._left + 1 if size < 0 else min(size, self._left + 1)
        try:
            data = read(most)
        except Exception as error:
            _let_pass(error)
            raise _broken(self._name, error) from None
        self._left -= len(data)
        if self._left < 0:
            raise _broken(self._name, "it is longer than it says")
        return data

    def close(self) -> None:
        self._file.close()


def _let_pass(error: Exception) -> None:
    """Raise again what is the disk's fault; the rest is damage, which comes as half a dozen kinds of error."""
    if isinstance(error, OSError) and error.errno not in (None, errno.EINVAL):
        raise error


def _broken(name: str, error: object) -> Fault:
    return Fault(
        "",
        Wording(tr("the packed file {value} cannot be read: {error}"), {"value": f"{name[:80]}", "error": f"{error}"}),
        tr("Pack it again"),
        ProblemKind.SYNTAX,
    )
