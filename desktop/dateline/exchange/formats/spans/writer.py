"""Writes Spans JSONL."""

from bisect import bisect_left, bisect_right
from pathlib import Path
from typing import Any

import orjson

from dateline.exchange.boilerplate import KeptText, kept_text
from dateline.exchange.left_out import Holds, note_left_out
from dateline.exchange.options import Unit, WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.writing import Losses
from dateline.model.article import RegionKind
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span, sentences

_HOLDS = frozenset({Holds.FIELDS, Holds.STATES, Holds.ANNOTATORS, Holds.NEGATIVES, Holds.BOILERPLATE})
_META = ("title", "published", "source", "url", "language")


class SpansWriter:
    """Takes bundles and writes a line for each unit of their text.

    A discontinuous mention is written as its whole stretch with its `fragments` beside. What a line cannot
    hold, and spans that boilerplate or a sentence's end cuts, goes to the losses.
    """

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        del frame
        self._file = outbox.file(target)
        self._options = options
        self._losses = losses
        self._previous = ("", 0)  # article id and how many of its bundles have come

    def add(self, bundle: Bundle) -> int:
        """Write the units of one bundle; return how many."""
        note_left_out(bundle, self._losses, _HOLDS)
        article = bundle.article
        count = self._previous[1] + 1 if self._previous[0] == article.id else 1
        self._previous = (article.id, count)
        name = article.id if count == 1 else f"{article.id}#{count}"
        regions = () if self._options.boilerplate else bundle.annotations.regions
        kept = kept_text(article.text, regions)
        spans = self._spans(bundle, kept)
        negatives = self._negatives(bundle, kept)
        if self._options.unit is Unit.DOCUMENT:
            return self._document(bundle, kept, name, spans, negatives)
        return self._sentences(bundle, kept, name, spans, negatives)

    def close(self) -> None:
        """Nothing stands at the end."""

    def _document(
        self, bundle: Bundle, kept: KeptText, name: str, spans: list[dict[str, Any]], negatives: list[Span]
    ) -> int:
        if not kept.text or not (spans or negatives or self._options.empty):
            return 0
        meta = _meta(bundle)
        if negatives:
            meta["negatives"] = [[n.begin, n.end] for n in negatives]
        self._write({"id": name, "text": kept.text, "spans": spans, "meta": meta})
        return 1

    def _sentences(
        self, bundle: Bundle, kept: KeptText, name: str, spans: list[dict[str, Any]], negatives: list[Span]
    ) -> int:
        """Write a line per sentence; a span belongs to the sentence it begins in and must end there."""
        meta = _meta(bundle)
        starts = [s["start"] for s in spans]
        written = 0
        for number, unit in enumerate(sentences(kept.text), start=1):
            mine = spans[bisect_left(starts, unit.begin) : bisect_right(starts, unit.end - 1)]
            inside = [_shifted(s, unit.begin) for s in mine if s["end"] <= unit.end]
            for s in mine:
                if s["end"] > unit.end:
                    self._losses.add("spans that go beyond a sentence", kept.text[s["start"] : s["end"]])
            negative = any(n.overlaps(unit) for n in negatives)
            if not (inside or negative or self._options.empty):
                continue
            more: dict[str, Any] = {"begin": kept.before(unit.begin)}
            if negative:
                more["negative"] = True
            self._write({"id": f"{name}:{number}", "text": unit.of(kept.text), "spans": inside, "meta": meta | more})
            written += 1
        return written

    def _spans(self, bundle: Bundle, kept: KeptText) -> list[dict[str, Any]]:
        """Return the spans in the kept text, in its order, the longer first."""
        out = []
        for m in bundle.annotations.mentions:
            span = kept.carried(m.span)
            if span is None:
                self._losses.add("spans in boilerplate", m.text_of(bundle.article.text))
                continue
            record: dict[str, Any] = {"start": span.begin, "end": span.end, "label": m.label}
            if len(m.fragments) > 1:
                shift = span.begin - m.fragments[0].begin
                record["fragments"] = [[f.begin + shift, f.end + shift] for f in m.fragments]
                self._losses.add(
                    "discontinuous spans (written as the whole stretch, with their fragments)",
                    m.text_of(bundle.article.text),
                )
            out.append(record)
        out.sort(key=lambda r: (r["start"], -r["end"], r["label"]))
        return out

    def _negatives(self, bundle: Bundle, kept: KeptText) -> list[Span]:
        negatives = []
        for region in bundle.annotations.regions:
            if region.kind is RegionKind.NEGATIVE:
                if span := kept.carried(region.span):
                    negatives.append(span)
                else:
                    self._losses.add("verified negatives in boilerplate", region.span.of(bundle.article.text))
        return sorted(negatives)

    def _write(self, record: dict[str, Any]) -> None:
        self._file.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))


def _meta(bundle: Bundle) -> dict[str, Any]:
    article = bundle.article
    meta: dict[str, Any] = {"article": article.id}
    meta |= {name: value for name in _META if (value := getattr(article, name))}
    meta |= {"state": bundle.state.value}
    if bundle.annotator:
        meta["annotator"] = bundle.annotator.name
    return meta


def _shifted(span: dict[str, Any], by: int) -> dict[str, Any]:
    moved = span | {"start": span["start"] - by, "end": span["end"] - by}
    if fragments := span.get("fragments"):
        moved["fragments"] = [[begin - by, end - by] for begin, end in fragments]
    return moved
