"""Writes Spans JSONL."""

from pathlib import Path
from typing import Any

from dateline.exchange.json_lines import META, LinesWriter
from dateline.exchange.left_out import Holds
from dateline.exchange.losses import Losses
from dateline.exchange.options import Unit, WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.model.annotation import Mention
from dateline.model.article import RegionKind
from dateline.model.bundle import Bundle, Frame
from dateline.model.wording import tr


class SpansWriter(LinesWriter):
    """Takes bundles and writes a line for each unit of their text.

    A discontinuous mention is written as its whole stretch with its `fragments` beside. What a line cannot
    hold, and spans that boilerplate or a sentence's end cuts, goes to the losses.
    """

    holds = frozenset({Holds.FIELDS, Holds.STATES, Holds.ANNOTATORS, Holds.NEGATIVES, Holds.BOILERPLATE})

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        super().__init__(outbox, target, frame, options, losses)
        self._article, self._count = "", 0  # the article that came last, and how many of its bundles

    def add(self, bundle: Bundle) -> int:
        """Write the units of one bundle; return how many."""
        self._count = self._count + 1 if self._article == bundle.article.id else 1
        self._article = bundle.article.id
        return super().add(bundle)

    def record(self, unit: Bundle) -> dict[str, Any]:
        """Return the record of a unit; those of an article's further annotators have a number in their id."""
        article = unit.article
        name = self._article if self._count == 1 else f"{self._article}#{self._count}"
        spans = [self._span(m, article.text) for m in unit.annotations.mentions]
        spans.sort(key=lambda r: (r["start"], -r["end"], r["label"]))
        return {
            "id": name + article.id.removeprefix(self._article),
            "text": article.text,
            "spans": spans,
            "meta": self._meta(unit),
        }

    def _span(self, mention: Mention, text: str) -> dict[str, Any]:
        span = mention.span
        record: dict[str, Any] = {"start": span.begin, "end": span.end, "label": mention.label}
        if len(mention.fragments) > 1:
            record["fragments"] = [[f.begin, f.end] for f in mention.fragments]
            kind = tr("discontinuous spans (written as the whole stretch, with their fragments)")
            self.losses.add(kind, mention.text_of(text))
        return record

    def _meta(self, unit: Bundle) -> dict[str, Any]:
        article = unit.article
        meta: dict[str, Any] = {"article": self._article}
        meta |= {name: value for name in META if (value := getattr(article, name))}
        meta |= {"state": unit.state.value}
        if unit.annotator:
            meta["annotator"] = unit.annotator.name
        negatives = sorted(r.span for r in unit.annotations.regions if r.kind is RegionKind.NEGATIVE)
        if self.options.unit is Unit.SENTENCE:
            meta["begin"] = int(article.meta["begin"])
            return meta | {"negative": True} if negatives else meta
        return meta | {"negatives": [[n.begin, n.end] for n in negatives]} if negatives else meta
