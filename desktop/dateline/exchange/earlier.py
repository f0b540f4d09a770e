"""Where the files of an export go, and what an earlier export left beside them.

Whoever reads a folder by a pattern (`*.jsonl`) reads both. Only what a manifest lists and what is still as it was then
is ever taken away, and only where that was asked for.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from glob import escape
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec
from msgspec import Struct, field

from dateline.exchange.beside import MANIFEST, REPORT, beside, is_report, is_there, reported_hashes, reported_parts
from dateline.exchange.exported import is_remembered
from dateline.exchange.manifest import digest, is_manifest
from dateline.exchange.problems import CannotWrite, ProblemKind, worded
from dateline.exchange.split import Split, is_part_name
from dateline.model.wording import Wording, first_of, tr

_LARGEST = 64 << 20  # bytes of a manifest that is looked into: of some hundred thousand articles
_NAMED = 3  # names in a sentence
_IN_FOLDERS = frozenset(
    {".ann", ".conf", ".csv", ".json", ".tml", ".tsv", ".txt", ".xmi", ".xml"}
)  # what formats write there
_PROJECT = ".dateline"
_OF_PROJECTS = ("-wal", "-shm", "-journal", ".lock", "")  # what lies beside one, and itself
_DATABASE = b"SQLite format 3\0"  # a project may have any name


class _File(Struct):
    path: str
    sha256: str


class _Part(Struct):
    path: str
    files: list[_File]


class _Manifest(Struct):
    parts: list[_Part]
    format: str = ""
    earlier: list[_Part] = []  # of the exports before it: what it did not write over, and nobody asked to remove


class Leftover(Struct, frozen=True):
    """A file or folder of an earlier export to the same place; `listed` are its files with their SHA-256.

    They are those its manifest lists: without one nobody knows whether it is still as it was written.
    """

    path: Path
    listed: dict[Path, str] = field(default_factory=dict)


class Earlier(Struct, frozen=True):
    """What lies where an export is to go and would not be written over.

    `parts` are of the export before it; `others` are parts of the same name that other exports wrote into the folder,
    which whoever trains on all `*.train.jsonl` reads as well; `alike` are files named like parts of it, of which
    nothing tells where they come from.
    """

    parts: tuple[Leftover, ...] = ()
    others: tuple[Path, ...] = ()
    alike: tuple[Path, ...] = ()

    @property
    def removable(self) -> list[str]:
        """What can be taken away, where it is still as it was written, by name."""
        return [left.path.name for left in self.parts if left.listed]

    @property
    def unlisted(self) -> list[str]:
        """What is of an earlier export and cannot be taken away, since no manifest says how it was written, by name."""
        return [left.path.name for left in self.parts if not left.listed]

    @property
    def listed(self) -> dict[Path, str]:
        """The files that can be taken away, with the SHA-256 they must have: who is shown this can agree to it."""
        return {path: sha256 for left in self.parts for path, sha256 in left.listed.items()}

    def told(self, target: Path) -> list[dict[str, Any]]:
        """Return what a new manifest is to list of `parts` as an earlier one did: they could never be removed else."""
        return [
            {
                "path": left.path.name,
                "files": [
                    {"path": path.relative_to(target.parent).as_posix(), "sha256": sha256}
                    for path, sha256 in left.listed.items()
                ],
            }
            for left in self.parts
            if left.listed
        ]

    def also(self, before: "Earlier") -> "Earlier":
        """Return this with what was found before and is there still, whatever now tells of it."""
        known = {left.path for left in self.parts}
        rest = (left for left in before.parts if left.path not in known and left.path.exists())
        parts = (*self.parts, *rest)
        return Earlier(parts, self.others, tuple(p for p in self.alike if p not in {left.path for left in parts}))

    def sentences(self, written: Collection[Path]) -> Iterator[Wording]:
        """Say what lies beside what is `written`, and what that means."""
        if names := [left.path.name for left in self.parts]:
            yield _of_an_earlier(names, [path.name for path in written])
        if self.others:
            patterns = dict.fromkeys(f"*{''.join(path.suffixes[-2:])}" for path in self.others)
            read = tr("{files}, of other exports, would be read by {patterns}, too")
            yield Wording(read, {"files": _few(self.others), "patterns": first_of(list(patterns), _NAMED)})
        if self.alike:
            like = self.alike[0]
            pattern = f"{like.name.removesuffix(like.suffix).rpartition('.')[0]}.*{like.suffix}"
            read = tr("{files}, named like its parts, would be read by {patterns}, too")
            yield Wording(read, {"files": _few(self.alike), "patterns": pattern})


def _of_an_earlier(names: Sequence[str], written: Sequence[str]) -> Wording:
    if len(written) == 1:
        one = tr("{files}, of an earlier export, holds articles that may be in {written}, too")
        several = tr("{files}, of an earlier export, hold articles that may be in {written}, too")
    else:
        one = tr("{files}, of an earlier export, holds articles that may be in these parts, too")
        several = tr("{files}, of an earlier export, hold articles that may be in these parts, too")
    return Wording(one if len(names) == 1 else several, {"files": ", ".join(names), "written": written[0]})


def _few(paths: Sequence[Path]) -> str:
    return first_of([path.name for path in paths], _NAMED)


def targets(target: Path, split: Split | None) -> dict[str, Path]:
    """Return the path of each part: NAME.jsonl, or NAME.train.jsonl and so on."""
    return {name: _part(target, name) for name, _ in split.parts} if split else {"": target}


def look(target: Path, written: Collection[Path]) -> Earlier:
    """Look for what earlier exports left in the folder of one that is `written`, or is to be."""
    try:
        return _found(target, written)
    except OSError:  # a name or a folder with which nothing can be written either: that is said then
        return Earlier()


def _found(target: Path, written: Collection[Path]) -> Earlier:
    own = beside(target, MANIFEST)
    parts = {path: Leftover(path, files) for path, files in _listed(own, target).items()}
    known = not parts and is_manifest(own)  # too large to be looked into: then it may tell of any of them
    told = _told_parts(target)
    for path in (target, *_parts_of(target), *told):
        of_one = path not in parts and (known or path in told)
        if of_one or (path.is_file() and _is_noted(path)) or (path.is_dir() and _is_like(path, written)):
            parts.setdefault(path, Leftover(path))
    others: list[Path] = []
    for manifest in sorted(target.parent.glob(f"*.{MANIFEST}")) if target.suffix else ():
        if manifest != own:
            found = _listed(manifest, manifest.with_name(manifest.name.removesuffix(f".{MANIFEST}")))
            others += [path for path in found if path.suffix == target.suffix and path.is_file()]
    for report in sorted(target.parent.glob(f"*.{REPORT}")) if target.suffix else ():
        named = report.with_name(report.name.removesuffix(f".{REPORT}"))
        if named != target and named.suffix == target.suffix and is_report(report):
            ours = _told_parts(named) or [named, *_parts_of(named)]  # an older version told of none
            others += [p for p in (named, *_parts_of(named), *ours) if p.is_file() and (p in ours or _is_noted(p))]
    known_paths = {*parts, *written}
    endings = tuple(path.name.removeprefix(target.stem) for path in written if path != target)
    others = [path for path in dict.fromkeys(others) if path not in known_paths and path.name.endswith(endings)]
    known_paths.update(others)
    order = (target, *_parts_of(target))
    left = sorted(parts.values(), key=lambda one: order.index(one.path) if one.path in order else len(order))
    return Earlier(
        tuple(one for one in left if one.path not in written and one.path.exists()),
        tuple(others),
        tuple(path for path in _named_like_parts(target) if path not in known_paths),
    )


def _named_like_parts(target: Path) -> list[Path]:
    if not target.suffix:  # folders of any kind may begin so
        return []
    found = sorted(target.parent.glob(f"{escape(target.stem)}.*{escape(target.suffix)}"))
    return [p for p in found if p != target and _is_part(p.name, target) and p.is_file() and not _is_of_project(p)]


def remove(found: Earlier, agreed: Mapping[Path, str]) -> tuple[list[str], list[str]]:
    """Take away what is listed, was `agreed` to and is still so; return the names of what went and of what stays.

    A folder goes with the last of its files; what the program did not write is never touched.
    """
    gone: list[str] = []
    kept: list[str] = []
    for left in found.parts:
        mine = {path: sha256 for path, sha256 in left.listed.items() if agreed.get(path) == sha256}
        if not mine:
            continue
        for path, sha256 in mine.items():
            with suppress(OSError):  # what cannot be read or removed stays, as does what was changed
                if not path.is_symlink() and digest(path) == sha256:
                    path.unlink()
        if left.path.is_dir():
            for folder in sorted({path.parent for path in mine}, key=lambda f: len(f.parts), reverse=True):
                with suppress(OSError):
                    folder.rmdir()  # it fails where something lies in it
        (kept if left.path.exists() else gone).append(left.path.name)
    return gone, kept


def not_exported(target: Path, written: Collection[Path]) -> list[Path]:
    """Return the files that would be written over and are not as an export to the same place left them.

    What an export wrote is told by its manifest, or its loss report, and the SHA-256 there (a report of an older
    version has none), or is remembered. A file without content is nobody's.
    """
    known = exported(target)
    there = [path for path in written if is_there(path) and path.is_file() and not is_database(path)]
    return [path for path in there if not _is_as_told(path, known.get(path))]


def going(target: Path, split: Split, counts: Mapping[str, int]) -> Wording | None:
    """Say which files of an earlier export go, since nothing is written to their part now; None where none does.

    `counts` are the articles of each part that make a record. What no export wrote as it is stays, and so do folders:
    into one that holds anything no part is written, which is refused.
    """
    empty = [path for name, path in targets(target, split).items() if not counts.get(name) and path.is_file()]
    own = not_exported(target, empty)
    names = [path.name for path in empty if path not in own]
    if not names:
        return None
    one = tr(
        "{files}, of an earlier export, goes with this one: nothing is left for it now; choose another name to keep it"
    )
    several = tr(
        "{files}, of an earlier export, go with this one: nothing is left for them now; choose another name to keep"
        " them"
    )
    return Wording(one if len(names) == 1 else several, {"files": ", ".join(names)})


def require_exported(target: Path, written: Collection[Path], todo: str, agreed: Collection[Path] = ()) -> None:
    """Raise CannotWrite where files would be written over that no export wrote as they are; `agreed` ones may be.

    Such a file may be there only once, as the texts that were imported. `todo` says what to do.
    """
    if own := [path for path in not_exported(target, written) if path not in agreed]:
        text = tr("is there already, and nothing beside says that an export wrote it as it is")
        raise CannotWrite(
            worded(Wording(text), todo, first_of([str(p) for p in own], _NAMED), kind=ProblemKind.UNREADABLE)
        )


def exported(target: Path) -> dict[Path, str]:
    """Return the files that exports to `target` wrote, with the SHA-256 they had; "" where none was told."""
    report = beside(target, REPORT)
    told = dict.fromkeys(reported_parts(report), "") | reported_hashes(report)
    known = {target.with_name(name): sha256 for name, sha256 in told.items() if _is_part(name, target)}
    for files in _listed(beside(target, MANIFEST), target).values():
        known.update(files)
    return known


def _is_as_told(path: Path, sha256: str | None) -> bool:
    with suppress(OSError):
        told = not path.stat().st_size or sha256 == "" or (sha256 is not None and digest(path) == sha256)
        return told or is_remembered(path)
    return False


def _is_noted(path: Path) -> bool:
    """Say whether a file is as an export left it that noted so, whatever lies beside it."""
    with suppress(OSError):
        return is_remembered(path)
    return False


def holds_export(target: Path) -> str:
    """Return the name of what beside a target says that an export wrote it; "" for nothing."""
    own, report = beside(target, MANIFEST), beside(target, REPORT)
    return own.name if is_manifest(own) else report.name if is_report(report) else ""


def _parts_of(target: Path) -> list[Path]:
    return [_part(target, name) for name in ("train", "dev", "test")]


def _told_parts(target: Path) -> list[Path]:
    """Return the parts of which the loss report of an export to `target` tells, whatever they were called.

    Those of exports before it that lay there then are among them.
    """
    report = beside(target, REPORT)
    names = dict.fromkeys((*reported_parts(report), *reported_hashes(report)))
    return [target.with_name(name) for name in names if _is_part(name, target)]


def _part(target: Path, name: str) -> Path:
    return target.with_name(f"{target.stem}.{name}{target.suffix}")


def manifest_of(target: Path) -> tuple[str, dict[Path, dict[Path, str]]]:
    """Return the format of an export by its manifest, and its parts with their files and SHA-256; "" without one."""
    told = _told(beside(target, MANIFEST))
    return (told.format, _files_of(told.parts, target)) if told else ("", {})


def _listed(manifest: Path, target: Path) -> dict[Path, dict[Path, str]]:
    """Return the files a manifest lists with their SHA-256, by the part of `target` they are or lie in.

    Those of exports before it are among them.
    """
    told = _told(manifest)
    return _files_of(told.earlier, target) | _files_of(told.parts, target) if told else {}


def _told(manifest: Path) -> _Manifest | None:
    try:
        if not is_manifest(manifest) or manifest.stat().st_size > _LARGEST:
            return None
        return msgspec.json.decode(manifest.read_bytes(), type=_Manifest)
    except (OSError, msgspec.MsgspecError):
        return None


def _files_of(parts: Sequence[_Part], target: Path) -> dict[Path, dict[Path, str]]:
    """Return what a manifest lists as `_listed` does.

    It may have been edited, or come from elsewhere: what it says of other places is passed over.
    """
    found: dict[Path, dict[Path, str]] = {}
    for part in parts:
        if not _is_part(part.path, target):
            continue
        top = target.with_name(part.path)
        for file in part.files:
            pieces = PurePosixPath(file.path).parts
            path = target.parent.joinpath(*pieces)
            usual = len(pieces) == 1 or (".." not in pieces and path.suffix in _IN_FOLDERS)
            if pieces[:1] == (part.path,) and usual and _is_below(path, target.parent) and not _is_of_project(path):
                found.setdefault(top, {})[path] = file.sha256
    return found


def _is_part(name: str, target: Path) -> bool:
    """Say whether an export to `target` could have written something of this name."""
    part = name.removeprefix(f"{target.stem}.").removesuffix(target.suffix)
    return name == target.name or (is_part_name(part) and name == _part(target, part).name)


def _is_of_project(path: Path) -> bool:
    """Say whether a file is a project or belongs to one: no export has ever written that."""
    for ending in _OF_PROJECTS:
        if path.name.casefold().endswith(ending):
            own = path.with_name(path.name[: len(path.name) - len(ending)])
            if own.suffix.casefold() == _PROJECT or is_database(own):
                return True
    return False


def is_database(path: Path) -> bool:
    """Say whether a file is SQLite's, as a project is whatever its name."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(len(_DATABASE)) == _DATABASE
    return False


def _is_below(path: Path, folder: Path) -> bool:
    """Say whether a path leads to where it says, through no link."""
    with suppress(OSError, ValueError):
        return path.resolve() == folder.resolve() / path.relative_to(folder)
    return False


def _is_like(folder: Path, written: Collection[Path]) -> bool:
    """Say whether a folder holds every kind of file that those just written do: any folder may have such a name."""
    with suppress(OSError):
        kinds = {p.suffix for each in written if each.is_dir() for p in each.iterdir()}
        return bool(kinds) and kinds <= {p.suffix for p in folder.iterdir()}
    return False
