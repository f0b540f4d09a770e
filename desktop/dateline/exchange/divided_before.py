"""How the export before this one was divided, by its manifest: a test set that was trained on measures nothing."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import orjson
from msgspec import Struct, field

from dateline.exchange.beside import MANIFEST, beside, is_there
from dateline.exchange.earlier import targets
from dateline.exchange.manifest import is_manifest
from dateline.exchange.moves import for_training
from dateline.exchange.split import Split
from dateline.scratch import Ledger

_LONGEST = 1 << 16  # bytes of a line that is looked at
_NAME = re.compile(rb' {6}"name": (".*"),')
_TEXT = re.compile(rb' {8}(".*"): "([0-9a-f]{64})",?')
_TEXTS, _NO_TEXTS_MORE, _NO_SPLIT = b'      "texts": {', b"      }", b'  "split": null,'


class DividedBefore(Struct, frozen=True):
    """The names of the parts of a division, and the part of each of its articles, by id and by its text's SHA-256.

    `untold`: there are parts, and nothing tells what is in them.
    """

    names: tuple[str, ...] = ()
    parts: Ledger = field(default_factory=Ledger)
    untold: bool = False

    def part_of(self, article_id: str, sha256: str) -> str:
        """Return the part an article, or its text under another id, was in; "" for none."""
        of_text = self.parts.get(sha256) or ""
        if of_text and of_text == for_training(self.names):
            return of_text
        return self.parts.get(article_id) or of_text


def divided_before(target: Path, split: Split) -> DividedBefore:
    """Return what the manifest beside a target tells of a division; nothing where none lies there, or tells of none.

    The manifest is read as it was written, line by line: one of a million articles is as large as their hashes.
    Without one, or where a later export of the whole has taken its place, that of the parts that `split` would write
    one is there already is all that can be known.
    """
    path, parts, names = beside(target, MANIFEST), Ledger(), list[str]()
    if not is_manifest(path):
        return _untold(target, split)
    with suppress(OSError, orjson.JSONDecodeError):
        names = _names(path)
        training = for_training(names)
        for name, article_id, sha256 in _texts(path) if names else ():
            for key in (article_id, sha256):
                if name == training:
                    parts[key] = name
                else:
                    parts.setdefault(key, name)
    return DividedBefore(tuple(names), parts) if names else _untold(target, split)


def _untold(target: Path, split: Split) -> DividedBefore:
    return DividedBefore(untold=any(map(is_there, targets(target, split).values())))


def _names(manifest: Path) -> list[str]:
    """Return the names of the parts of a division; none where there was no division."""
    names = []
    for line in _lines(manifest):
        if line == _NO_SPLIT:
            return []
        if named := _NAME.fullmatch(line):
            names.append(orjson.loads(named[1]))
    return names


def _texts(manifest: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the part, the id and the text's SHA-256 of each article."""
    name, inside = "", False
    for line in _lines(manifest):
        if inside and (text := _TEXT.fullmatch(line)):
            yield name, orjson.loads(text[1]), text[2].decode()
        elif named := _NAME.fullmatch(line):
            name = orjson.loads(named[1])
        elif line in {_TEXTS, _NO_TEXTS_MORE}:
            inside = line == _TEXTS


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while line := file.readline(_LONGEST):
            yield line.rstrip(b"\r\n")
