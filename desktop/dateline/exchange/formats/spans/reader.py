"""Reads Spans JSONL: ours, and other people's that has at least `text` and `spans`."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from dateline.exchange.checks import Fault, records, some_text, text
from dateline.exchange.draft import Draft
from dateline.exchange.intake import FIELDS, Intake, plain
from dateline.exchange.json_lines import told_of_page
from dateline.exchange.jsonl import parsed_lines
from dateline.exchange.options import ReadOptions
from dateline.exchange.places import fragments_of, require_words, span_of
from dateline.exchange.reading import Item
from dateline.exchange.recounting import counted_records
from dateline.model.article import RegionKind
from dateline.model.bundle import Bundle
from dateline.model.text import Span
from dateline.model.wording import tr

_NOT_META = frozenset({"text", "spans", "meta"})
_NEGATIVES = frozenset({"negative", "negatives"})  # in `meta`
_OF_SPANS = frozenset({"start", "end", "label", "text", "fragments", "id", "token_start", "token_end"})


def read(source: Path, options: ReadOptions) -> Iterator[Item]:
    """Yield an article with its annotations for each line."""
    intake = Intake(source.name, options)
    found = counted_records(partial(parsed_lines, source), source.name, options)
    yield from intake.taken(found, lambda raw, number: [_bundle(raw, intake, number)], of="record")


def _bundle(raw: dict[str, Any], intake: Intake, number: int) -> Bundle:
    """Return a line's page."""
    if "text" not in raw:
        raise Fault("text", tr("missing: a text was expected"))
    body = some_text(raw, "text")
    meta = raw.get("meta")
    meta = meta if isinstance(meta, dict) else {}
    for name in FIELDS:
        text(meta, name, "meta.")
    said, state, ours = told_of_page(raw, meta, intake, number)
    not_columns = _NOT_META | ours | (_NEGATIVES & meta.keys())
    facts, further = intake.facts({**raw, **meta}, not_columns, number)  # others write their facts beside the text
    facts["article"] = plain(meta.get("article"))
    if isinstance(raw.get("id"), str | int):
        further["id"] = str(raw["id"])
    who = intake.annotator(said) if said else intake.owner()
    try:
        draft = Draft(intake.article(body, who, facts, further, number), who)
    except Fault as fault:
        fault.field = f"meta.{fault.field}" if fault.field in FIELDS else fault.field
        raise
    for i, item in enumerate(records(raw, "spans")):
        where = f"spans[{i}]."
        fragments = fragments_of(item, where, body, span_of(item, where, body))
        require_words(item, where, body, fragments)
        label = some_text(item, "label", where)
        for key in sorted(item.keys() - _OF_SPANS):
            intake.leave_out(f"spans.{key}", "is left out", number)
        draft.mention(intake.layer(label, number, f"{where}label"), label, fragments)
    for span in _negatives(meta, body):
        draft.region(RegionKind.NEGATIVE, span)
    return draft.bundle(state)


def _negatives(meta: dict[str, Any], body: str) -> Iterator[Span]:
    """Yield the verified negatives: the whole text when flagged, else the stretches listed."""
    pairs = [[0, len(body)]] if meta.get("negative") is True else meta.get("negatives") or []
    if not isinstance(pairs, list):
        raise Fault("meta.negatives", tr("expected a list of [start, end] pairs"))
    for i, pair in enumerate(pairs):
        where = f"meta.negatives[{i}]"
        if not isinstance(pair, list) or len(pair) != 2:
            raise Fault(where, tr("expected [start, end]"))
        yield span_of({"start": pair[0], "end": pair[1]}, f"{where}.", body)
