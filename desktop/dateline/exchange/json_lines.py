"""Writing one JSON record a line, and reading what it says of a page."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

import orjson

from dateline.exchange.left_out import Holds
from dateline.exchange.losses import Losses
from dateline.exchange.options import Unit, WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.units import units
from dateline.model.article import STATES, State
from dateline.model.bundle import Bundle, Frame

META = ("title", "published", "source", "url", "language")


def told_of_page(raw: dict[str, Any], meta: dict[str, Any]) -> tuple[str, State | None, frozenset[str]]:
    """Return whose a record's page is, its state, and which fields say so, or are else what `facts` writes.

    Other programs have such fields, too: a state that is none of a page's, an annotator who is a number, an offset
    beside the text. "" and None where nothing is said.
    """
    record = {**raw, **meta}
    said, state = record.get("annotator"), record.get("state")
    who = said if isinstance(said, str) else ""
    found = STATES.get(state) if isinstance(state, str) else None
    ours = {"annotator": said == who, "state": found is not None, "begin": "begin" in meta}
    return who, found, frozenset(name for name, is_ours in ours.items() if is_ours)


class LinesWriter(ABC):
    """Takes bundles and writes a line for each unit; a format says what it `holds` and how a record looks."""

    holds: frozenset[Holds] = frozenset()

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        self.frame, self.options, self.losses = frame, options, losses
        self.file = outbox.file(target)

    def add(self, bundle: Bundle) -> int:
        """Write the units of one bundle; return how many."""
        written = 0
        for unit in units(bundle, self.options, self.losses, self.holds):
            self.write(orjson.dumps(self.record(unit), option=orjson.OPT_APPEND_NEWLINE), unit)
            written += 1
        return written

    def write(self, line: bytes, unit: Bundle) -> None:
        """Write a line."""
        del unit
        self.file.write(line)

    @abstractmethod
    def record(self, unit: Bundle) -> dict[str, Any]:
        """Return the record of a unit."""

    def close(self) -> None:  # noqa: B027 - most formats have nothing to add
        """Nothing stands at the end."""

    def facts(self, unit: Bundle) -> dict[str, Any]:
        """Return what is known of an article and who worked on it, with the same keys for every unit of a file."""
        article, who = unit.article, unit.annotator
        by_sentence = self.options.unit is Unit.SENTENCE
        facts: dict[str, Any] = {"article": article.id.rpartition(":")[0] if by_sentence else article.id}
        facts |= {name: getattr(article, name) for name in META}
        facts |= {"annotator": who.name if who else "", "state": unit.state.value}
        if by_sentence:
            facts["begin"] = int(article.meta["begin"])
        return facts
