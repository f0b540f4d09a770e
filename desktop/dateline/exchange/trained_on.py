"""What the export before this one had for training, by its manifest: a test set that holds it measures nothing."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import orjson
from msgspec import Struct, field

from dateline.exchange.beside import MANIFEST, beside
from dateline.exchange.manifest import is_manifest
from dateline.scratch import Ledger

_USUAL = "train"
_LONGEST = 1 << 16  # bytes of a line that is looked at
_NAME = re.compile(rb' {6}"name": (".*"),')
_TEXT = re.compile(rb' {8}(".*"): "([0-9a-f]{64})",?')
_TEXTS, _NO_TEXTS_MORE, _NO_SPLIT = b'      "texts": {', b"      }", b'  "split": null,'


class TrainedOn(Struct, frozen=True):
    """The part of a division that is for training, and its articles, by id and by the SHA-256 of their texts."""

    part: str = ""
    articles: Ledger = field(default_factory=Ledger)

    def had(self, article_id: str, sha256: str) -> bool:
        """Say whether an article, or its text under another id, was in that part."""
        return article_id in self.articles or sha256 in self.articles


def trained_on(target: Path) -> TrainedOn:
    """Return what the manifest beside a target lists for training; nothing where none lies there, or tells no division.

    That is the part named "train", else the first. The manifest is read as it was written, line by line: one of a
    million articles is as large as their hashes.
    """
    articles, part = Ledger(), ""
    with suppress(OSError, orjson.JSONDecodeError):
        names = _names(path) if is_manifest(path := beside(target, MANIFEST)) else []
        part = _USUAL if _USUAL in names else names[0] if names else ""
        for name, article_id, sha256 in _texts(path) if part else ():
            if name == part:
                articles[article_id] = sha256
                articles[sha256] = article_id
    return TrainedOn(part, articles)


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
