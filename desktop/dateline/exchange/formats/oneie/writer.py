"""Writes a record for each sentence, in the field's usual JSON."""

from pathlib import Path
from typing import Any

import orjson
from msgspec.structs import replace

from dateline.exchange.left_out import Holds
from dateline.exchange.losses import WHOLE_WORDS, Losses
from dateline.exchange.names import names_needed
from dateline.exchange.options import Unit, WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.tokens import Aligned, Aligner, token_places
from dateline.exchange.units import units
from dateline.model.annotation import Layer, Mention
from dateline.model.bundle import Bundle, Frame
from dateline.model.wording import tr

_HOLDS = frozenset({Holds.ARGUMENTS, Holds.RELATIONS})
KINDS = ("entity_subtype", "mention_type")  # of an entity mention; they are attributes here


class OneIeWriter:
    """Takes bundles and writes their sentences; `start` and `end` count tokens, the end is not included.

    An article that several annotators worked on comes once for each; `doc_id` then ends in "#2" and so on, and each
    record of a project with several says whose it is.
    """

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        self._names_whose = names_needed(frame)
        self._holds = _HOLDS | {Holds.ANNOTATORS} if self._names_whose else _HOLDS
        self._file = outbox.file(target)
        self._options, self._losses = replace(options, unit=Unit.SENTENCE), losses
        self._kinds: dict[str, dict[str, str]] = {}  # of the bundle's entity mentions
        self._previous = ("", 0)  # article id and how many of its bundles have come

    def add(self, bundle: Bundle) -> int:
        """Write the sentences of one bundle; return how many."""
        article = bundle.article
        count = self._previous[1] + 1 if self._previous[0] == article.id else 1
        self._previous = (article.id, count)
        document = article.id if count == 1 else f"{article.id}#{count}"
        self._kinds = {m.id: {k: m.attributes[k] for k in KINDS if m.attributes.get(k)} for m in _entities(bundle)}
        bundle = _without_kinds(bundle)
        written = 0
        for unit in units(bundle, self._options, self._losses, self._holds):
            number = int(unit.article.id.rpartition(":")[2])
            self._file.write(orjson.dumps(self._record(unit, document, number), option=orjson.OPT_APPEND_NEWLINE))
            written += 1
        return written

    def close(self) -> None:
        """Nothing stands at the end."""

    def _record(self, unit: Bundle, document: str, number: int) -> dict[str, Any]:
        text, found = unit.article.text, unit.annotations
        of = list(token_places(text, 0, len(text)))
        aligner = Aligner(of)
        sentence = f"{document}-{number}"
        entities: dict[str, dict[str, Any]] = {}
        events: dict[str, dict[str, Any]] = {}
        for m in found.mentions:
            place = aligner.place(m.fragments[0].begin, m.fragments[-1].end)
            if place is None:
                self._losses.drop(tr("spans without a word"), m.label, m)
                continue
            if len(m.fragments) > 1 or not place.exact:
                self._note(place, len(m.fragments), m.text_of(text))
            span = {"start": place.first, "end": place.stop}
            span["text"] = text[of[place.first][0] : of[place.stop - 1][1]]  # type: ignore[assignment]
            if m.layer is Layer.EVENT:
                id_ = f"{sentence}-EV{len(events) + 1}"
                events[m.id] = {"id": id_, "event_type": m.label, "trigger": span, "arguments": []}
            else:
                id_ = f"{sentence}-E{len(entities) + 1}"
                kind = {"entity_type": m.label, "mention_type": "TIM" if m.layer is Layer.TIME else "NAM"}
                entities[m.id] = {"id": id_} | span | kind | self._kinds.get(m.id, {})
        self._arguments(unit, entities, events)
        who = {"annotator": unit.annotator.name} if unit.annotator and self._names_whose else {}
        return {
            "doc_id": document,
            "sent_id": sentence,
            "sentence": text,
            "tokens": [text[begin:end] for begin, end in of],
            "entity_mentions": list(entities.values()),
            "relation_mentions": self._relations(unit, entities, sentence),
            "event_mentions": list(events.values()),
        } | who

    def _note(self, place: Aligned, fragments: int, words: str) -> None:
        if fragments > 1:
            self._losses.add(tr("discontinuous spans (written as the whole stretch)"), words)
        if not place.exact:
            self._losses.add(WHOLE_WORDS, words)

    def _arguments(self, unit: Bundle, entities: dict[str, dict[str, Any]], events: dict[str, dict[str, Any]]) -> None:
        for a in unit.annotations.arguments:
            event, filler = events.get(a.event_id), entities.get(a.filler_id)
            if event is not None and filler is not None:
                event["arguments"].append({"entity_id": filler["id"], "role": a.role, "text": filler["text"]})
            else:
                filled = a.filler_id in events
                kind = tr("arguments filled by events") if filled else tr("links to spans without a word")
                self._losses.add(kind, a.role)

    def _relations(self, unit: Bundle, entities: dict[str, dict[str, Any]], sentence: str) -> list[dict[str, Any]]:
        out: list[dict[str, Any]] = []
        for r in unit.annotations.relations:
            ends = [entities.get(r.source_id), entities.get(r.target_id)]
            if None in ends:
                self._losses.drop(tr("relations of events"), r.label, r)
                continue
            arguments = [
                {"entity_id": end["id"], "role": f"Arg-{i}", "text": end["text"]}
                for i, end in enumerate(ends, start=1)
                if end
            ]
            number = f"{sentence}-R{len(out) + 1}"
            out.append({"id": number, "relation_type": r.label, "relation_subtype": r.label, "arguments": arguments})
        return out


def _entities(bundle: Bundle) -> list[Mention]:
    return [m for m in bundle.annotations.mentions if m.layer is not Layer.EVENT and m.attributes]


def _without_kinds(bundle: Bundle) -> Bundle:
    """Return a bundle without the attributes that have a place: the others are lost, and counted."""
    if not _entities(bundle):
        return bundle
    mentions = tuple(
        replace(m, attributes={k: v for k, v in m.attributes.items() if k not in KINDS})
        if m.layer is not Layer.EVENT
        else m
        for m in bundle.annotations.mentions
    )
    return replace(bundle, annotations=replace(bundle.annotations, mentions=mentions))
