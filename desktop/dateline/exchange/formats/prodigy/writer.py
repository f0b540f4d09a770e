"""Writes Prodigy's JSONL."""

from pathlib import Path
from typing import Any

from dateline.exchange.answers import is_rejected
from dateline.exchange.formats.prodigy.reader import WHOSE
from dateline.exchange.json_lines import LinesWriter
from dateline.exchange.left_out import Holds
from dateline.exchange.losses import Losses
from dateline.exchange.options import WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.tokens import Aligner, tokens
from dateline.model.annotation import Layer
from dateline.model.article import State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span
from dateline.model.wording import tr

HASHES = ("_input_hash", "_task_hash")
_ANSWERS = {State.DONE: "accept", State.SKIPPED: "ignore"}


class ProdigyWriter(LinesWriter):
    """Takes bundles and writes an example for each unit.

    Arguments of events are written as relations from the trigger, whose label is the role. `token_end` is the
    number of a span's last token, and so are `head` and `child` of a relation.
    """

    holds = frozenset({Holds.FIELDS, Holds.STATES, Holds.ANNOTATORS, Holds.ARGUMENTS, Holds.RELATIONS})

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        super().__init__(outbox, target, frame, options, losses)
        self._whole = ""  # the text of the article at hand
        self._relations = {t.name for t in frame.schema.layer(Layer.RELATION)} if frame.schema else set()

    def add(self, bundle: Bundle) -> int:
        """Write the units of one bundle; return how many."""
        self._whole = bundle.article.text
        return super().add(bundle)

    def record(self, unit: Bundle) -> dict[str, Any]:
        """Return the example of a unit."""
        article, found = unit.article, unit.annotations
        text = article.text
        of = list(tokens(text))
        aligner = Aligner.over(of)
        record: dict[str, Any] = {"text": text, "tokens": _token_records(text, of)}
        spans: dict[str, dict[str, Any]] = {}
        for number, m in enumerate(found.mentions):
            begin, end = m.fragments[0].begin, m.fragments[-1].end
            if len(m.fragments) > 1:
                self.losses.add(tr("discontinuous spans (written as the whole stretch)"), m.text_of(text))
            span: dict[str, Any] = {"start": begin, "end": end, "label": m.label, "id": number}
            place = aligner.place(begin, end)
            if place:
                span["token_start"], span["token_end"] = place.first, place.stop - 1
            if not place or not place.exact:
                self.losses.add(tr("tokens of spans that do not begin and end with a word"), m.text_of(text))
            spans[m.id] = span
        record["spans"] = list(spans.values())
        links = [(a.event_id, a.filler_id, a.role) for a in found.arguments]
        for _, _, role in links:
            if role in self._relations:
                self.losses.add(tr("roles named like a relation (read back as relations)"), role)
        links += [(r.source_id, r.target_id, r.label) for r in found.relations]
        if links:
            record["relations"] = [
                {
                    "head": spans[source].get("token_end"),
                    "child": spans[target].get("token_end"),
                    "head_span": spans[source],
                    "child_span": spans[target],
                    "label": label,
                }
                for source, target, label in links
            ]
        if answer := _ANSWERS.get(unit.state):
            rejected = answer == "ignore" and is_rejected(article, unit.annotator) and not found.mentions
            record["answer"] = "reject" if rejected else answer  # as it came in: without spans, which are no gold
        if unit.annotator:
            record |= dict.fromkeys(WHOSE, unit.annotator.name)
        record["meta"] = self.facts(unit)
        for name in HASHES if text == self._whole else ():  # of another text they would be another's: Prodigy merges
            if (value := article.meta.get(name, "")).lstrip("-").isdecimal() and len(value) < 19:
                record[name] = int(value)
        return record


def _token_records(text: str, of: list[Span]) -> list[dict[str, Any]]:
    """Return the tokens; `ws` says whether white space follows."""
    length = len(text)
    return [
        {"text": text[t.begin : t.end], "start": t.begin, "end": t.end, "id": i,
         "ws": t.end < length and text[t.end].isspace()}
        for i, t in enumerate(of)
    ]  # fmt: skip
