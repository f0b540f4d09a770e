"""A table beside the files of a folder: what is known of their texts, and whose they are, without a place in them."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import IO
from unicodedata import normalize

from msgspec import Struct, field

from dateline.exchange.archive import Tree, read_whole
from dateline.exchange.checks import Fault
from dateline.exchange.columns import FurtherColumns, known_columns
from dateline.exchange.intake import FIELDS, Intake
from dateline.exchange.losses import Losses
from dateline.exchange.problems import ProblemKind
from dateline.exchange.tables import table_from, write_table
from dateline.model.annotation import AnnotatorKind
from dateline.model.article import STATES, State
from dateline.model.bundle import Bundle
from dateline.model.wording import tr

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f]")  # a table with many is taken for a binary file; CR alone ends a line
NO_CELL = tr("control characters and white space at the edges of facts")
_KINDS = {kind.value: kind for kind in AnnotatorKind}
PAGE = ("annotator", "state")  # columns beside the article's fields that every such table has


class FactsTable:
    """Collects the rows of one folder's table in a scratch file: which columns there are only the end tells.

    `own`: what it says of a page, of `article` (its id), `origin`, `annotator`, `annotator_kind` and `state`.
    """

    def __init__(self, losses: Losses, scratch: IO[bytes], own: Sequence[str] = PAGE) -> None:
        self._losses = losses
        self._rows = scratch
        self._columns = ("file", *FIELDS, *own)
        self._further = FurtherColumns(self._columns)

    def add(self, file: str, bundle: Bundle) -> None:
        """Add a text's row; what a table cannot hold goes to the losses."""
        article, who = bundle.article, bundle.annotator
        given = {name: getattr(article, name) for name in (*FIELDS, "origin")}
        given |= {"article": article.id, "state": bundle.state.value}
        given |= {"annotator": who.name if who else "", "annotator_kind": who.kind.value if who else ""}
        given = {name: value for name, value in given.items() if name in self._columns}
        row = {"file": file}
        for key, value in (*given.items(), *article.meta.items()):
            if key in row or (key not in given and not self._is_column(key)):
                self._losses.add(tr("further columns whose names a table cannot hold"), key)
                continue
            row[key] = clean = as_cell(value)
            if clean != value:
                self._losses.add(NO_CELL, f"{key}: {value}")
        self._rows.write(json.dumps(row).encode() + b"\n")

    def __bool__(self) -> bool:
        """Whether it has a row."""
        return self._rows.tell() > 0

    def _is_column(self, key: str) -> bool:
        return not known_columns((key,), ("file", *FIELDS)) and self._further.take(key)

    def write(self, path: Path) -> None:
        """Write the table, with commas or, as a .tsv, with tabs."""
        columns = (*self._columns, *self._further.names())
        self._rows.seek(0)
        rows = ([row.get(column, "") for column in columns] for row in map(json.loads, self._rows))
        with path.open("w", encoding="utf-8", newline="") as file:
            write_table(file, columns, rows, "," if path.suffix == ".csv" else "\t")


def as_cell(fact: str) -> str:
    """Return a fact as a table can hold it, without control characters and white space at its edges."""
    return _CONTROLS.sub(" ", fact).strip()


class Told(Struct, frozen=True):
    """What a table says of one file: article fields and further columns by name, whose it is ("": nobody's), its state.

    `state` is None where the table does not have the file.
    """

    fields: dict[str, str] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)
    annotator: str = ""
    kind: AnnotatorKind | None = None
    state: State | None = None


class FactsBeside:
    """The tables of a tree, each in the folder of the files it tells of; one that cannot be read is told."""

    def __init__(self, intake: Intake, name: str, own: Sequence[str] = PAGE) -> None:
        self._intake, self._name, self._own = intake, name, own
        self._names: frozenset[str] | None = None
        self._rows: dict[str, dict[str, dict[str, str]]] = {}  # by folder and file

    def of(self, tree: Tree, path: str) -> Told:
        """Return what is known of a file."""
        folder, _, file = path.rpartition("/")
        if self._names is None:
            self._names = frozenset(tree.names)
        if folder not in self._rows:
            self._rows[folder] = self._read(tree, f"{folder}/{self._name}" if folder else self._name)
        row = self._rows[folder].get(normalize("NFC", file), {})
        named = {*FIELDS, *self._own} - {*PAGE, "annotator_kind"}
        return Told(
            {name: value for name, value in row.items() if name in named},
            {name: v for name, v in row.items() if v and name not in named and name not in ("file", *self._own)},
            row.get("annotator", ""),
            _KINDS.get(row.get("annotator_kind", "")) if "annotator_kind" in self._own else None,
            STATES.get(row.get("state", "")),
        )

    def _read(self, tree: Tree, path: str) -> dict[str, dict[str, str]]:
        if self._names is None or path not in self._names:
            return {}
        try:
            table = table_from(read_whole(tree, path), Path(self._name))
            if "file" not in table.columns:
                raise Fault("line 1", tr("has no column file"))
        except Fault as fault:
            self._intake.tell(f"is passed over: {fault.what}", ProblemKind.TABLE, file=path, of_source=True)
            return {}
        return {normalize("NFC", row.cells.get("file", "")): row.cells for row in table.rows}
