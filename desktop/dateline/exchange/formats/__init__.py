"""The formats there are: each module or package in this folder, and what other packages offer.

A format is found by its constant `FORMAT`. Another package offers one through the entry point group
"dateline.formats", whose objects are `Format` values.
"""

import logging
import pkgutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from difflib import get_close_matches
from functools import cache, partial
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

from msgspec.structs import replace

from dateline.exchange.archive import Trees, is_pipe
from dateline.exchange.by_content import PLAIN, other_format
from dateline.exchange.format import Files, Format, UnknownFormat
from dateline.exchange.jsonl import LONGEST_LINE
from dateline.exchange.misnamed import JSON, misnamed
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind, problem_of
from dateline.exchange.reading import Reader
from dateline.exchange.unknown import Unrecognised, unrecognised
from dateline.model.progress import Part, Progress, Silent, parts_of
from dateline.model.project_file import is_project_head
from dateline.model.wording import tr

ENTRY_POINTS = "dateline.formats"
LOOKED, READ = 0.03, 0.97  # shares of an import after which it is known what its sources are, and all is read
_LOOKING = tr("Looking what {name} is")
_READING = tr("Reading {name}")
_HEAD = 1 << 20
_LAST = ("records", "table", "text")  # take any table and any folder, so they are asked when nobody else wants one
_log = logging.getLogger(__name__)


@cache
def own_formats() -> dict[str, Format]:
    """Return the formats of this folder by name."""
    return {found.name: found for found in _own()}


@cache
def all_formats() -> dict[str, Format]:
    """Return every format by name, ours first; one from outside that does not load is logged and left out."""
    formats = dict(own_formats())
    for found in _foreign():
        formats.setdefault(found.name, found)
    return formats


def format_named(name: str) -> Format:
    """Return the format of that name; raises UnknownFormat naming those there are."""
    if found := own_formats().get(name) or all_formats().get(name):
        return found
    raise _unknown(name, f"there is no format {name}", all_formats())


def format_to_write(name: str) -> Format:
    """Return the format of that name; raises UnknownFormat naming those that can be written if it is none of them."""
    known = all_formats()
    found = known.get(name)
    if found is not None and found.can_export:
        return found
    what = f"the format {name} can only be imported" if found else f"there is no format {name}"
    raise _unknown(name, what, [n for n, f in known.items() if f.can_export])


def _format_to_read(name: str) -> Format:
    known = all_formats()
    if found := known.get(name):
        return found
    raise _unknown(name, f"there is no format {name}", [n for n, f in known.items() if f.can_import])


def _unknown(name: str, what: str, known: Iterable[str]) -> UnknownFormat:
    close = get_close_matches(name, known, 1)
    meant = f"; did you mean {close[0]}" if close else ""
    return UnknownFormat(f"{what}{meant}; there are {', '.join(sorted(known))}")


def recognised(
    source: Path, *, long_records: bool = True, trees: Trees | None = None, progress: Progress | None = None
) -> Format:
    """Return the format a file or folder looks like; raises Unrecognised, or OSError when it cannot be read.

    `long_records`: look at more than the first megabyte of a file whose first record goes beyond it. `trees` keeps
    a folder or archive open for who reads it.
    """
    with ExitStack() as stack:
        files = partial((trees or stack.enter_context(Trees())).look, source, progress)
        head = b"" if source.is_dir() else _head(source, _HEAD)
        found = _taker(source, head, files)
        if wrong := _misnamed(source, head, found):
            raise Unrecognised(wrong)
        if found:
            return found
        if long_records and len(head) == _HEAD and source.suffix.lower() in JSON:
            head = _head(source, LONGEST_LINE + 1)  # what goes beyond it is too long, and not cut off
            if found := _taker(source, head, files):
                return found
    raise Unrecognised(unrecognised(source, head, all_formats().values()))


def _misnamed(source: Path, head: bytes, found: Format | None) -> Problem | None:
    """Say that a file holds something else than its name says; what another package takes, that knows."""
    foreign = found is not None and found.name not in own_formats()
    if foreign or not head.strip() or is_project_head(head):
        return None
    return misnamed(source, head, found, all_formats().values())


def _head(source: Path, most: int) -> bytes:
    with source.open("rb") as file:
        return file.read(most)


def _taker(source: Path, head: bytes, files: Files) -> Format | None:
    inquired = sorted(all_formats().values(), key=lambda f: f.name in _LAST)
    found = next((found for found in inquired if found.takes(source, head, files)), None)
    named_text = found is not None and found.name == "text" and source.suffix.lower() in PLAIN and not source.is_dir()
    return (other_format(head, inquired) if named_text else None) or found


def open_sources(
    sources: Sequence[Path], options: ReadOptions, name: str = "", own: Mapping[str, ReadOptions] | None = None
) -> list[Reader]:
    """Open files and folders, of the format named or of the one each looks like, in the order given.

    `own`: the options of formats whose sources have others.

    Sources of a format that reads many at once share a reader, which comes where the first of them stands. One that
    cannot be opened, or whose format nobody knows, has a reader that says so: it is a problem like any other. Looking
    and reading are the options' progress from 0 to READ. Raises UnknownFormat for a name no format has, and Cancelled.
    """
    told: list[tuple[str, Path]] = []
    refused: list[Reader] = []
    looking = parts_of(Part(options.progress, 0, LOOKED), [1.0] * len(sources), _LOOKING)
    for source, progress in zip(sources, looking, strict=True):
        progress.step(0, 1, source.name)
        try:
            told.append((_format_of(source, name, options.trees, progress), source))
        except Unrecognised as error:
            refused.append(Reader(iter([error.problem]), options, source))
        except OSError as error:
            refused.append(Reader(iter([problem_of(error, source, "read")]), options, source))
    formats = {n: _format_to_read(n) for n, _ in told}
    groups: dict[tuple[str, int], list[Path]] = {}
    for number, (n, source) in enumerate(told):
        groups.setdefault((n, -1 if formats[n].reads_many else number), []).append(source)
    together = [(formats[n], group) for (n, _), group in groups.items()]
    reading = parts_of(Part(options.progress, LOOKED, READ), _sizes([group for _, group in together]), _READING)
    readers = refused
    for (one, group), progress in zip(together, reading, strict=True):
        given = (own or {}).get(one.name, options)
        concerning = given if name else _concerning(one, given, formats)
        opened = one.read_all(group, replace(concerning.of(group), progress=progress, named=bool(name)))
        for reader in opened:
            reader.format = one.name
        readers += opened
    return readers


def formats_of(sources: Sequence[Path], options: ReadOptions, name: str = "") -> set[str]:
    """Return the names of the formats that `open_sources` would read; of what it refuses none. Raises Cancelled."""
    found: set[str] = set()
    for source in sources:
        with suppress(Unrecognised, OSError):
            found.add(_format_of(source, name, options.trees, Silent()))
    return found


def _sizes(groups: Sequence[Sequence[Path]]) -> list[float]:
    """Return how large sources are against each other; a folder, which is not walked through for it, as the largest."""
    found = [[_size(source) for source in group] for group in groups]
    largest = max((size for sizes in found for size in sizes if size), default=1)
    return [sum(largest if size is None else size for size in sizes) for sizes in found]


def _size(source: Path) -> int | None:
    try:
        return None if source.is_dir() else max(1, source.stat().st_size)
    except OSError:  # whoever reads it says so
        return 1


def _format_of(source: Path, name: str, trees: Trees, progress: Progress) -> str:
    if is_pipe(source):
        what_to_do = "Save what comes out of it in a file first"
        wrong = Problem(tr("is neither a file nor a folder"), what_to_do, source.name, kind=ProblemKind.UNREADABLE)
        raise Unrecognised(wrong)
    return name or recognised(source, trees=trees, progress=progress).name


def _concerning(one: Format, options: ReadOptions, formats: Mapping[str, Format]) -> ReadOptions:
    """Of options meant for several formats leave one those it has; what none has stays, to be refused."""
    others = {c.key for f in formats.values() if f is not one for c in f.choices} - {c.key for c in one.choices}
    return replace(options, extra={key: value for key, value in options.extra.items() if key not in others})


def _own() -> Iterator[Format]:
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        found = getattr(import_module(module.name), "FORMAT", None)
        if isinstance(found, Format):
            yield found


def _foreign() -> Iterator[Format]:
    for point in entry_points(group=ENTRY_POINTS):
        try:
            found = point.load()
        except Exception:  # whatever another package's module does on import
            _log.exception("The format %s could not be loaded", point.name)
            continue
        if isinstance(found, Format):
            yield found
        else:
            _log.error("The entry point %s is not a Format", point.name)
