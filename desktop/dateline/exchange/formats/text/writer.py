"""Writes a folder of .txt files with a table of their metadata."""

import json
from pathlib import Path

from dateline.exchange.boilerplate import ALL_BOILERPLATE, kept_text
from dateline.exchange.columns import FurtherColumns
from dateline.exchange.decode import encoded
from dateline.exchange.facts import NO_CELL, as_cell
from dateline.exchange.intake import FIELDS
from dateline.exchange.left_out import Holds, note_left_out
from dateline.exchange.losses import Losses
from dateline.exchange.names import FileNames
from dateline.exchange.options import WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.tables import write_table
from dateline.model.bundle import Bundle, Frame
from dateline.model.wording import tr
from dateline.scratch import Ledger

# Of what belongs to mentions only these themselves are counted.
_HOLDS = frozenset(Holds) - {
    *(Holds.ENTITIES, Holds.HAPPENINGS, Holds.NEGATIVES, Holds.BOILERPLATE),
    *(Holds.STATES, Holds.ANNOTATORS, Holds.ORIGINALS),
}


class TextWriter:
    """Takes bundles and writes each article once."""

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        del frame
        self._folder = outbox.folder(target)
        self._options = options
        self._losses = losses
        self._files = FileNames(".txt")
        self._written, self._emptied = Ledger(), Ledger()  # ids of articles, of these with their names
        self._further = FurtherColumns(("file", *FIELDS))
        self._rows = outbox.scratch()  # a table has its columns before its rows, and which these are the end tells

    def add(self, bundle: Bundle) -> int:
        """Write the article, unless an earlier bundle brought it."""
        self._note_losses(bundle)
        article = bundle.article
        if article.id in self._written:
            return 0
        regions = () if self._options.boilerplate else bundle.annotations.regions
        text = kept_text(article.text, regions).text
        self._losses.wrote(text)
        if not text.strip():  # for this annotator; another's line may bring it
            self._emptied[article.id] = article.name
            return 0
        self._written.add(article.id)
        name = self._files.of(article)
        (self._folder / name).write_bytes(encoded(text))
        for key in article.meta:
            if not self._further.take(key):
                self._losses.add(tr("further columns whose names a table cannot hold"), key)
        fields = {f: self._cell(f, getattr(article, f)) for f in FIELDS}
        row = [name, *fields.values()], {k: self._cell(k, v) for k, v in article.meta.items()}
        self._rows.write(json.dumps(row).encode() + b"\n")
        return 1

    def close(self) -> None:
        """Write the table."""
        for article_id, name in self._emptied.items():
            if article_id not in self._written:
                self._losses.add(ALL_BOILERPLATE, name)
        further = self._further.names()
        self._rows.seek(0)
        rows = (json.loads(line) for line in self._rows)
        with (self._folder / "articles.tsv").open("w", encoding="utf-8", errors="replace", newline="") as file:
            write_table(
                file,
                ("file", *FIELDS, *further),
                ((*cells, *(meta.get(k, "") for k in further)) for cells, meta in rows),
            )

    def _cell(self, name: str, fact: str) -> str:
        """Return a fact as the table holds it, with line ends such as it can hold: CR alone would end the row."""
        lines = fact.replace("\r\n", "\n").replace("\r", "\n") if "\r" in fact else fact
        if (cell := as_cell(lines)) != lines:
            self._losses.add(NO_CELL, f"{name}: {fact}")
        return cell

    def _note_losses(self, bundle: Bundle) -> None:
        found = bundle.annotations
        self._losses.drop(tr("mentions"), bundle.article.name, *found.mentions)
        self._losses.drop(tr("relations"), bundle.article.name, *found.relations)
        self._losses.add(tr("times"), bundle.article.name, len(found.times))
        self._losses.add(tr("arguments"), bundle.article.name, len(found.arguments))
        self._losses.add(tr("comments"), bundle.article.name, len(found.comments))
        note_left_out(bundle, self._losses, _HOLDS, spans=False)
