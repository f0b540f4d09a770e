"""The text files of an import: on the disk, or in an archive, from which they are read without unpacking it."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from os.path import isfile, join, normcase, normpath, relpath
from pathlib import Path

from msgspec import Struct

from dateline.exchange.archive import Tree, is_pipe, natural, read_whole
from dateline.exchange.by_content import PLAIN
from dateline.exchange.checks import Fault
from dateline.exchange.decode import read_bytes, read_within
from dateline.exchange.problems import ProblemKind
from dateline.exchange.webpage import SUFFIXES as PAGES
from dateline.model.wording import Wording, tr
from dateline.scratch import Ledger

NAMES = ("articles.tsv", "articles.csv", "metadata.tsv", "metadata.csv")  # of tables with what is known of texts
_DEEPEST = 200  # folders of an archive in one another


class TextFile(Struct, frozen=True):
    """A file with a text: its path, which for a packed one leads through the archive, and its name in messages."""

    path: Path
    shown: str
    archive: Path | None = None
    inside: str = ""  # what the archive calls it


class Listing:
    """The texts of an import in the order they come, each once. As they may be half a million, memory holds few."""

    def __init__(self) -> None:
        self._sources: list[tuple[Path, bool]] = []  # and whether it is an archive
        self._listed = Ledger()  # the path of each to the number of its source and what it is called in that

    def add(self, source: Path, names: Iterable[str], *, packed: bool) -> int:
        """Take in the texts of a source, but for those that came with another; return how many it has."""
        self._sources.append((source, packed))
        number, above, count = len(self._sources) - 1, "" if source == Path() else str(source), 0
        for name in names:
            path = normcase(join(above, name) if name else above)  # noqa: PTH118 - no Path for each of them
            self._listed.setdefault(_kept(path), f"{number} {_kept(name)}")
            count += 1
        return count

    def folders(self) -> Iterator[Path]:
        """Yield the folders they are in, each once."""
        met: set[tuple[Path, str]] = set()
        for source, name, _ in self._all():
            inside = name.rpartition("/")[0]
            if (source, inside) not in met:
                met.add((source, inside))
                yield source / inside if name else source.parent

    def __len__(self) -> int:
        return len(self._listed)

    def __iter__(self) -> Iterator[TextFile]:
        for source, name, packed in self._all():
            shown = printable(name or source.name)
            yield TextFile(source / name if name else source, shown, source if packed else None, name)

    def _all(self) -> Iterator[tuple[Path, str, bool]]:
        """Yield the source of each text, what it is called in that, and whether that is an archive."""
        for listed in self._listed.values():
            number, _, kept = listed.partition(" ")
            source, packed = self._sources[int(number)]
            yield source, kept.encode("latin-1").decode("utf-8", "surrogatepass"), packed


def _kept(name: str) -> str:
    """Return a file's name as a ledger can keep it, whatever the bytes are that it stands for."""
    return name.encode("utf-8", "surrogatepass").decode("latin-1")


class Places:
    """What lies at a path, on the disk or in an archive of the import.

    One archive is open at a time, as of a thousand not all can be; `opened` opens one. Close it in the end.
    """

    def __init__(self, opened: Callable[[Path], AbstractContextManager[Tree]]) -> None:
        self._opened = opened
        self._archives: dict[Path, tuple[tuple[str, ...], frozenset[str]]] = {}  # the files in each
        self._current: tuple[Path, Tree] | None = None
        self._stack = ExitStack()

    def add(self, archive: Path) -> None:
        """Take in an archive; raises Fault and OSError."""
        names = self._tree(archive).names
        self._archives[archive] = names, frozenset(names)

    def names(self, source: Path) -> tuple[str, ...] | None:
        """Return the files in an archive; None for what is none."""
        return self._archives[source][0] if source in self._archives else None

    def close(self) -> None:
        """Close the archive that is open."""
        self._current = None
        self._stack.close()

    def _tree(self, archive: Path) -> Tree:
        if self._current is None or self._current[0] != archive:
            self.close()
            self._current = archive, self._stack.enter_context(self._opened(archive))
        return self._current[1]

    def is_file(self, path: str) -> bool:
        """Say whether a file is there; raises nothing for what no file can be called."""
        packed = self._packed(Path(normpath(path)))
        return packed is not None or isfile(path)  # noqa: PTH113 - which fails for no name

    def read(self, path: Path) -> bytes:
        """Return a file's content; raises Fault and OSError."""
        packed = self._packed(path)
        return read_bytes(path) if packed is None else self._read_packed(*packed)

    def read_text(self, file: TextFile) -> bytes:
        """Return the content of a text; raises Fault and OSError."""
        return read_bytes(file.path) if file.archive is None else self._read_packed(file.archive, file.inside)

    def _packed(self, path: Path) -> tuple[Path, str] | None:
        for above in path.parents if self._archives else ():
            if above in self._archives:
                inside = path.relative_to(above).as_posix()
                return (above, inside) if inside in self._archives[above][1] else None
        return None

    def _read_packed(self, archive: Path, inside: str) -> bytes:
        tree = self._tree(archive)
        try:
            size = tree.size(inside)
        except KeyError:  # another one lies there by now
            what = tr("is no longer in its archive")
            raise Fault("", what, tr("Import it again"), ProblemKind.UNREADABLE) from None
        return read_within(size, lambda: read_whole(tree, inside))


def text_files(source: Path, packed: Sequence[str] | None, others: list[str]) -> Iterator[str]:
    """Yield what texts are called in a source: "" for a file named itself, whatever its suffix.

    Of a folder or archive these are its texts and pages, and those below, with slashes; `packed`: the files in an
    archive. The names of what else is there, but for tables of metadata, are added to `others`. Raises Fault for an
    archive whose folders lead too deep.
    """
    if packed is None and source.is_file():
        yield ""
        return
    root = str(source)
    for folder, below, names in os.walk(root) if packed is None else _walked(packed):
        pages = {name.rsplit(".", 1)[0] for name in names if name.lower().endswith(PAGES)}
        kept = (n for n in below if not n.startswith(".") and n.removesuffix("_files") not in pages - {n})
        below[:] = sorted(kept, key=natural)  # without what a browser saved beside a page
        inside = folder if packed is not None else relpath(folder, root).replace(os.sep, "/")
        inside = "" if inside in ("", ".") else f"{inside}/"
        for name in sorted(names, key=natural):
            if name.startswith((".", "~$")) or name.lower() in NAMES:
                continue
            if packed is None and is_pipe(f"{folder}{os.sep}{name}"):
                continue
            if name.lower().endswith((*PLAIN, *PAGES)):
                yield f"{inside}{name}"
            else:
                others.append(printable(f"{inside}{name}"))


def _walked(packed: Sequence[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Go through the folders of an archive as os.walk does through those of the disk."""
    files: defaultdict[str, list[str]] = defaultdict(list)
    folders: defaultdict[str, list[str]] = defaultdict(list)
    met = {""}
    for name in packed:
        folder, _, last = name.rpartition("/")
        if (depth := name.count("/")) > _DEEPEST:
            what = Wording(tr("holds a file in {depth} folders, one in another"), {"depth": f"{depth}"})
            raise Fault("", what, tr("Pack it again"), ProblemKind.TOO_LARGE)
        files[folder].append(last)
        while folder not in met:
            met.add(folder)
            above, _, own = folder.rpartition("/")
            folders[above].append(own)
            folder = above
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        below = folders[folder]
        yield folder, below, files[folder]
        waiting.extend(f"{folder}/{name}" if folder else name for name in reversed(below))


def printable(name: str) -> str:
    """Return a file's name without the bytes that are not UTF-8, which could not be stored or shown."""
    return os.fsencode(name).decode("utf-8", "replace")
