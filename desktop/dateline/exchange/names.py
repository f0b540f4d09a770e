"""File names for articles, safe on every system and none twice in a folder."""

import re
from pathlib import Path

from dateline.model.article import Article
from dateline.scratch import Ledger

_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*\x7f]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


class FileNames:
    """Gives out names, those `taken` never."""

    def __init__(self, suffix: str, taken: tuple[str, ...] = ()) -> None:
        self._suffix = suffix
        self._taken = Ledger()
        self._counts = Ledger()  # how often a name was wished for: thousands of articles may come from one table
        for name in taken:
            self._taken.add(name.casefold())

    def of(self, article: Article) -> str:
        """Return a name no other file of the folder has, on systems that ignore case, too."""
        return self.named(Path(article.origin).stem if article.origin else article.name)

    def named(self, wished: str) -> str:
        """Return a name like the one wished for."""
        stem = _UNSAFE.sub(" ", wished)
        stem = " ".join(stem.encode(errors="replace").decode().split()).strip(". ")[:80].rstrip(". ") or "article"
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
