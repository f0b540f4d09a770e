"""Folders in which several annotators have the same texts, each in a folder of their own."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from dateline.exchange.archive import Tree, read_whole
from dateline.exchange.checks import Fault


def annotators_of(tree: Tree, texts: Iterable[str]) -> dict[str, str]:
    """Return the folders that are annotators', with the name of each.

    Collections number their texts alike, too: a folder is an annotator's only where most of its texts that another
    folder has by the same name are the same there.
    """
    by_name: defaultdict[str, list[str]] = defaultdict(list)  # a text's name to the folders that have it
    for text in texts:
        folder, _, name = text.rpartition("/")
        by_name[name].append(folder)
    weighed: Counter[str] = Counter()
    groups: list[list[str]] = []
    for name, folders in by_name.items():
        if len(folders) > 1:
            for group in _alike(tree, name, folders):
                weighed.update(dict.fromkeys(group, 1 if len(group) > 1 else -1))
                groups.append(group)
    found: dict[str, str] = {}
    for group in groups:
        own = [folder for folder in group if weighed[folder] > 0]
        if len(own) > 1:
            found = dict(zip(own, _named(own), strict=True)) | found
    return found


def _alike(tree: Tree, name: str, folders: Sequence[str]) -> list[list[str]]:
    """Part folders by what their text of a name is; one that cannot be read is told when it is its turn."""
    groups: defaultdict[bytes, list[str]] = defaultdict(list)
    for folder in folders:
        path = f"{folder}/{name}" if folder else name
        try:
            groups[hashlib.sha256(read_whole(tree, path)).digest()].append(folder)
        except (Fault, OSError):
            continue
    return list(groups.values())


def _named(folders: Sequence[str]) -> list[str]:
    """Return what tells folders apart: the part of their paths in which all differ, else the whole path."""
    parts = [PurePosixPath(folder).parts for folder in folders]
    for place in range(max(map(len, parts))):
        names = [of[place] if place < len(of) else "" for of in parts]
        if len(set(names)) == len(names):
            return names
    return list(folders)
