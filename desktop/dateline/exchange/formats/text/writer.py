"""Writes a folder of .txt files with a table of their metadata."""

from pathlib import Path

from dateline.exchange.arrivals import FIELDS
from dateline.exchange.boilerplate import kept_text
from dateline.exchange.names import FileNames
from dateline.exchange.options import WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.tables import write_table
from dateline.exchange.writing import Losses
from dateline.model.article import Article
from dateline.model.bundle import Bundle, Frame


class TextWriter:
    """Takes bundles and writes each article once."""

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        del frame
        self._folder = outbox.folder(target)
        self._options = options
        self._losses = losses
        self._names: dict[str, str] = {}  # article id to file name
        self._files = FileNames(".txt")
        self._rows: list[tuple[str, Article]] = []

    def add(self, bundle: Bundle) -> int:
        """Write the article, unless an earlier bundle brought it."""
        self._note_losses(bundle)
        article = bundle.article
        if article.id in self._names:
            return 0
        name = self._names[article.id] = self._files.of(article)
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
