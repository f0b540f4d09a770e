"""File names for articles, safe on every system and none twice in a folder."""

import hashlib
import re
from pathlib import Path

from dateline.model.article import Article
from dateline.model.bundle import Frame
from dateline.scratch import Ledger

_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*\x7f]+')
_LONGEST, _LONGEST_IN_BYTES = 80, 200  # a system takes 255 bytes, a number and a suffix included
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def names_needed(frame: Frame) -> bool:
    """Say whether records must name their annotators: what several did with two copies of a text looks the same."""
    return len(frame.annotators) > 1


class FileNames:
    """Gives out names, those `taken` never."""

    def __init__(self, suffix: str, taken: tuple[str, ...] = ()) -> None:
        self._suffix = suffix
        self._taken = Ledger()
        self._counts = Ledger()  # how often a name was wished for: thousands of articles may come from one table
        for name in taken:
            self._taken.add(name.casefold())

    def of(self, article: Article, annotator: str = "") -> str:
        """Return a name no other file of the folder has, on systems that ignore case, too; in it the annotator's."""
        name = Path(article.origin).stem if article.origin else article.name
        return self.named(f"{name} ({annotator})" if annotator else name)

    def named(self, wished: str) -> str:
        """Return a name like the one wished for."""
        stem = _UNSAFE.sub(" ", wished)
        stem = _of_bounded_length(" ".join(stem.encode(errors="replace").decode().split()).strip(". ")) or "article"
        if _RESERVED.fullmatch(stem):
            stem = f"{stem}_"
        name = f"{stem}{self._suffix}"
        if self._taken.add(name.casefold()):
            return name
        n = int(self._counts.get(stem.casefold()) or "1") + 1
        while not self._taken.add((name := f"{stem} {n}{self._suffix}").casefold()):
            n += 1
        self._counts[stem.casefold()] = str(n)
        return name


def _of_bounded_length(stem: str) -> str:
    """Cut a long name; a digest of what it was tells it from others that begin alike, wherever it is written."""
    if len(stem) <= _LONGEST and len(stem.encode()) <= _LONGEST_IN_BYTES:
        return stem
    digest = hashlib.sha256(stem.encode()).hexdigest()[:8]
    begin = stem[: _LONGEST - 9].encode()[: _LONGEST_IN_BYTES - 9].decode(errors="ignore")
    return f"{begin.rstrip('. ')} {digest}"
