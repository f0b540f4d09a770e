"""Writing one JSON record a line, and reading what it says of a page."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from dateline.exchange.intake import Intake
from dateline.exchange.left_out import Holds
from dateline.exchange.losses import Losses
from dateline.exchange.options import Unit, WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.problems import ProblemKind
from dateline.exchange.units import units
from dateline.model.article import STATES, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.wording import Wording, tr

META = ("title", "published", "source", "url", "language")
OURS = "annotator"  # the field that names whose annotations a record has in what we write
_OTHERS = ("annotated_by", "annotator_name")  # what others call it; a `user` or `username` may have written the text
_IS_WHOSE = tr("the field {name} is taken for whose the annotations are")
_NO_ANNOTATOR = tr("If it names nobody who annotated, call it otherwise in the file")


def field_of_annotator(
    record: Mapping[str, Any], intake: Intake, line: int | None = None, own: Sequence[str] = (), *, others: bool = True
) -> str:
    """Return the field of a record that names its annotator, `annotator` where none does; another's is told once.

    `own`: what the format calls it. `others`: whether it may be called as in other programs. A blank is no name.
    """
    key, _ = named_annotator(record, (OURS, *own, *_OTHERS) if others else (OURS, *own))
    if key in _OTHERS:
        intake.tell_once(Wording(_IS_WHOSE, {"name": key}), ProblemKind.FIELD, line, to_do=_NO_ANNOTATOR)
    return key


def named_annotator(record: Mapping[str, Any], known: Sequence[str] = (OURS, *_OTHERS)) -> tuple[str, str]:
    """Return the first of the `known` fields of a record that names its annotator, and the name; "" of `annotator`."""
    for key in known:
        if isinstance(said := record.get(key), str) and said.strip():
            return key, said
    return OURS, ""


def told_of_page(
    raw: dict[str, Any],
    meta: dict[str, Any],
    intake: Intake,
    line: int,
    own: Sequence[str] = (),
    *,
    others: bool = True,
) -> tuple[str, State | None, frozenset[str]]:
    """Return whose a record's page is, its state, and which fields say so, or are else what `facts` writes.

    Other programs have such fields, too: a state that is none of a page's, an annotator who is a number, an offset
    beside the text. "" and None where nothing is said. `own` and `others`: as `field_of_annotator` has them.
    """
    record = {**raw, **meta}
    whose = field_of_annotator(record, intake, line, own, others=others)
    said, state = record.get(whose), record.get("state")
    who = said if isinstance(said, str) and said.strip() else ""
    found = STATES.get(state) if isinstance(state, str) else None
    ours = {key: True for key in (OURS, *own, *_OTHERS) if isinstance(record.get(key), str) and not record[key].strip()}
    ours |= {whose: isinstance(said, str), "state": found is not None, "begin": "begin" in meta}
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
