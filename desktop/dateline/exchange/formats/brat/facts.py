"""articles.tsv beside the texts: what is known of them that brat has no place for."""

import json
import re
from pathlib import Path
from typing import IO

from dateline.exchange.checks import Fault
from dateline.exchange.columns import FurtherColumns, known_columns
from dateline.exchange.intake import FIELDS
from dateline.exchange.losses import Losses
from dateline.exchange.tables import table_from, write_table
from dateline.model.article import State
from dateline.model.bundle import Bundle

NAME = "articles.tsv"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f]")  # a table with many is taken for a binary file; CR alone ends a line
_OWN = ("annotator", "state")
_STATES = {state.value: state for state in State}


class FactsTable:
    """Collects the rows of one folder's table in a scratch file: which columns there are only the end tells."""

    def __init__(self, losses: Losses, scratch: IO[bytes]) -> None:
        self._losses = losses
        self._rows = scratch
        self._further = FurtherColumns(("file", *FIELDS, *_OWN))

    def add(self, file: str, bundle: Bundle) -> None:
        """Add a text's row; what a table cannot hold goes to the losses."""
        article, who = bundle.article, bundle.annotator
        row = {"file": file}
        given = {name: getattr(article, name) for name in FIELDS} | article.meta
        for key, value in given.items():
            further = key not in FIELDS
            if further and not self._is_column(key):
                self._losses.add("further columns whose names a table cannot hold", key)
                continue
            row[key] = clean = _CONTROLS.sub(" ", value).strip()
            if clean != value:
                self._losses.add("control characters and white space at the edges of facts", f"{key}: {value}")
        row |= {"annotator": who.name if who else "", "state": bundle.state.value}
        self._rows.write(json.dumps(row).encode() + b"\n")

    def _is_column(self, key: str) -> bool:
        return not known_columns((key,), ("file", *FIELDS)) and self._further.take(key)

    def write(self, folder: Path) -> None:
        """Write the table into its folder."""
        columns = ("file", *FIELDS, *_OWN, *self._further.names())
        self._rows.seek(0)
        rows = ([row.get(column, "") for column in columns] for row in map(json.loads, self._rows))
        with (folder / NAME).open("w", encoding="utf-8", newline="") as file:
            write_table(file, columns, rows)


class Facts:
    """What a folder's table says of its files."""

    def __init__(self, data: bytes | None) -> None:
        self._rows: dict[str, dict[str, str]] = {}
        if data is None:
            return
        table = table_from(data, Path(NAME))
        if "file" not in table.columns:
            raise Fault("line 1", "has no column file")
        self._rows = {row.cells.get("file", ""): row.cells for row in table.rows}

    def of(self, file: str) -> tuple[dict[str, str], dict[str, str], str, State | None]:
        """Return a text's article fields, further columns, annotator ("" for none) and state."""
        row = self._rows.get(file, {})
        fields = {name: row[name] for name in FIELDS if name in row}
        known = {"file", *FIELDS, *_OWN}
        further = {name: value for name, value in row.items() if name not in known and value}
        return fields, further, row.get("annotator", ""), _STATES.get(row.get("state", ""))
