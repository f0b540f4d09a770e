"""Folders in which several annotators have the same texts, each in a folder of their own."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

from msgspec import Struct, field

from dateline.exchange.checks import Fault
from dateline.exchange.line_ends import plain_lines
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.wording import Advice, Wording, tr

_NAMED = 8  # folders that a notice names
_NOT_TAKEN = tr(
    "has texts of the same names in several folders ({names}), which are not taken for annotators: no more than half"
    " of these texts are the same"
)
_SAY_WHOSE = Advice(
    tr("If the folders are annotators', import each by itself, with its name under Annotator"),
    "If the folders are annotators', import each by itself with --annotator NAME",
)


class Whose(Struct, frozen=True):
    """The folders that are annotators', with the name of each, and others whose texts have the same names.

    `copies`: of texts by their paths, that of the first annotator's copy, where it is the same but for the line ends.
    """

    names: dict[str, str]
    others: tuple[str, ...] = ()
    copies: dict[str, str] = field(default_factory=dict)

    def told(self, file: str) -> Problem:
        """Say that the others are no annotators'."""
        more = f" and {len(self.others) - _NAMED} more" if len(self.others) > _NAMED else ""
        names = ", ".join(folder or "." for folder in self.others[:_NAMED]) + more
        return worded(Wording(_NOT_TAKEN, {"names": names}), _SAY_WHOSE, file, kind=ProblemKind.REPEATED_TEXT)


def annotators_of(decoded: Callable[[str], str], texts: Iterable[str]) -> Whose:
    """Return whose the folders of texts are; `decoded` gives a text by its path, or raises Fault or OSError.

    Collections number their texts alike, too: a folder is an annotator's only where most of its texts that another
    folder has by the same name are the same there, but for the line ends and what is blank at the edges.
    """
    by_name: defaultdict[str, list[str]] = defaultdict(list)  # a text's name to the folders that have it
    for text in texts:
        folder, _, name = text.rpartition("/")
        by_name[name].append(folder)
    shared = {name: folders for name, folders in by_name.items() if len(folders) > 1}
    weighed: Counter[str] = Counter()
    groups: list[tuple[str, list[str]]] = []
    for name, folders in shared.items():
        for group in _alike(decoded, name, folders):
            weighed.update(dict.fromkeys(group, 1 if len(group) > 1 else -1))
            groups.append((name, group))
    found: dict[str, str] = {}
    copies: dict[str, str] = {}
    for name, group in groups:
        own = [folder for folder in group if weighed[folder] > 0]
        if len(own) > 1:
            found = dict(zip(own, _named(own), strict=True)) | found
            copies |= {_path(folder, name): _path(own[0], name) for folder in own[1:]}
    others = dict.fromkeys(folder for folders in shared.values() for folder in folders if folder not in found)
    return Whose(found, tuple(sorted(others)), copies)


def _alike(decoded: Callable[[str], str], name: str, folders: Sequence[str]) -> list[list[str]]:
    """Part folders by what their text of a name is; one that cannot be read is told when it is its turn."""
    groups: defaultdict[bytes, list[str]] = defaultdict(list)
    for folder in folders:
        try:
            lines = plain_lines(decoded(_path(folder, name)).removeprefix("\ufeff"))
            groups[hashlib.sha256(lines.encode()).digest()].append(folder)
        except (Fault, OSError):
            continue
    return list(groups.values())


def _path(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _named(folders: Sequence[str]) -> list[str]:
    """Return what tells folders apart: the part of their paths in which all differ, else the whole path."""
    parts = [PurePosixPath(folder).parts for folder in folders]
    for place in range(max(map(len, parts))):
        names = [of[place] if place < len(of) else "" for of in parts]
        if len(set(names)) == len(names):
            return names
    return list(folders)
