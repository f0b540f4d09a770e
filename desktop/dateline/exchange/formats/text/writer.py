"""Writes a folder of .txt files with a table of their metadata."""

import re
from pathlib import Path

from dateline.exchange.boilerplate import kept_text
from dateline.exchange.formats.text.metadata import FIELDS
from dateline.exchange.options import WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.tables import write_table
from dateline.exchange.writing import Losses
from dateline.model.article import Article
from dateline.model.bundle import Bundle, Frame

_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*\x7f]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


class TextWriter:
    """Takes bundles and writes each article once."""

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        del frame
        self._folder = outbox.folder(target)
        self._options = options
        self._losses = losses
        self._names: dict[str, str] = {}  # article id to file name
        self._taken: set[str] = set()
        self._rows: list[tuple[str, Article]] = []

    def add(self, bundle: Bundle) -> int:
        """Write the article, unless an earlier bundle brought it."""
        self._note_losses(bundle)
        article = bundle.article
        if article.id in self._names:
            return 0
        name = self._names[article.id] = self._name(article)
        regions = () if self._options.boilerplate else bundle.annotations.regions
        text = kept_text(article.text, regions).text
        (self._folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        self._rows.append((name, article))
        return 1

    def close(self) -> None:
        """Write the table."""
        further = sorted({key for _, article in self._rows for key in article.meta})
        rows = [
            (name, *(getattr(article, f) for f in FIELDS), *(article.meta.get(key, "") for key in further))
            for name, article in self._rows
        ]
        table = write_table(("file", *FIELDS, *further), rows)
        (self._folder / "articles.tsv").write_bytes(table.encode("utf-8", "replace"))

    def _note_losses(self, bundle: Bundle) -> None:
        found = bundle.annotations
        for kind in ("mentions", "times", "arguments", "relations", "comments"):
            self._losses.add(kind, bundle.article.name, len(getattr(found, kind)))

    def _name(self, article: Article) -> str:
        """Return a name no other file of the folder has, on systems that ignore case, too."""
        stem = _UNSAFE.sub(" ", Path(article.origin).stem if article.origin else article.name)
        stem = " ".join(stem.split()).strip(". ")[:80].rstrip(". ") or "article"
        if _RESERVED.fullmatch(stem):
            stem = f"{stem}_"
        name, n = f"{stem}.txt", 1
        while name.casefold() in self._taken:
            n += 1
            name = f"{stem} {n}.txt"
        self._taken.add(name.casefold())
        return name
