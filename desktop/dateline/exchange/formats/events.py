"""A table of events, one row each: what those who count and compare events work with (CSV, export only)."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from itertools import chain, count
from pathlib import Path

from dateline.exchange.format import Format, tr
from dateline.exchange.left_out import Holds, note_left_out
from dateline.exchange.losses import Losses
from dateline.exchange.options import WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.tables import escaped
from dateline.model.annotation import Layer, Mention
from dateline.model.bundle import Bundle, Frame
from dateline.model.occurrence import Filler, occurrence_of, words_in
from dateline.model.text import sentence_at
from dateline.model.when import When, when_to_data

_FIRST = ("happening_id", "happening", "event_id", "type", "begin", "end", "granularity", "time")
_LAST = ("trigger", "sentence", "article_id", "title", "published", "source", "url", "annotator", "state")
_HOLDS = frozenset(
    {
        *(Holds.ATTRIBUTES, Holds.HAPPENINGS, Holds.WHEN, Holds.ARGUMENTS, Holds.TIMES),
        *(Holds.FIELDS, Holds.ANNOTATORS, Holds.STATES),
    }
)


class EventsWriter:
    """Takes bundles and writes a row for each event.

    The columns between the fixed ones are the schema's roles and attributes of events, by name, and behind them those
    that events have and the schema lacks, as types have that came with an import. A role that several mentions fill
    holds them all, parted by "; ", each under the name of its entity where it is linked to one. A
    happening's own date goes before the date the article gives, which is that of the timeline.
    """

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        del options
        self._losses = losses
        self._entities = {e.id: e.name for e in frame.entities}
        self._happenings = {h.id: h for h in frame.happenings}
        events = frame.schema.layer(Layer.EVENT) if frame.schema else ()
        self._roles = dict.fromkeys(role.name for t in events for role in t.roles)
        self._attributes = dict.fromkeys(a.name for t in events for a in t.attributes)
        self._further_roles: set[str] = set()
        self._further_attributes: set[str] = set()
        self._out = io.TextIOWrapper(outbox.file(target), encoding="utf-8", newline="", write_through=True)
        self._rows = outbox.scratch()  # which columns there are is known at the end

    def add(self, bundle: Bundle) -> int:
        """Write the events of one bundle; return how many."""
        note_left_out(bundle, self._losses, _HOLDS)
        rows = 0
        for row in self._of(bundle):
            self._rows.write(json.dumps(row).encode() + b"\n")
            rows += 1
        if not rows:
            self._losses.wrote(None, 0)
        others = [m for m in bundle.annotations.mentions if m.layer is not Layer.EVENT]
        fillers = {a.filler_id for a in bundle.annotations.arguments}
        for mention in bundle.annotations.mentions:
            if mention.attributes:
                self._note_attributes(mention, bundle.article.text)
        for mention in others:
            if mention.id not in fillers:
                self._losses.drop(tr("mentions in no role of an event"), mention.text_of(bundle.article.text), mention)
        return rows

    def close(self) -> None:
        """Write the rows and let go of the file; the outbox closes it."""
        roles = (*self._roles, *sorted(self._further_roles.difference(self._roles)))
        attributes = (*self._attributes, *sorted(self._further_attributes.difference(self._attributes)))
        table = csv.writer(self._out)
        table.writerow((*_FIRST, *_named_apart(roles, attributes), *_LAST))
        self._rows.seek(0)
        for line in self._rows:
            first, filled, said, last = json.loads(line)
            cells = (*first, *(filled.get(n, "") for n in roles), *(said.get(n, "") for n in attributes), *last)
            table.writerow([escaped(cell) for cell in cells])
        self._out.flush()
        self._out.detach()

    def _of(self, bundle: Bundle) -> Iterator[tuple[list[str], dict[str, str], dict[str, str], list[str]]]:
        """Yield of each event the first cells, those of its roles and attributes by name, and the last."""
        article, found = bundle.article, bundle.annotations
        mentions = {m.id: m for m in found.mentions}
        times = {t.id: t for t in found.times}
        filled: dict[str, list[Filler]] = {}
        for a in found.arguments:
            m = mentions[a.filler_id]
            name = self._entities.get(m.entity_id or "", "")
            filler = Filler(a.role, m, words_in(article.text, m), name, times.get(m.id))
            filled.setdefault(a.event_id, []).append(filler)
        for event in (m for m in found.mentions if m.layer is Layer.EVENT):
            told = occurrence_of(event, filled.get(event.id, []), article.text)
            happening = self._happenings.get(event.happening_id or "")
            when = (happening and happening.when) or told.when
            sentence = sentence_at(article.text, event.span.begin)
            first = [
                *(event.happening_id or "", happening.name if happening else "", event.id, event.label),
                *_dates(when),
                told.value,
            ]
            by_role: dict[str, list[str]] = {}
            for f in told.fillers:
                by_role.setdefault(f.role, []).append(f.entity_name or f.mention.text_of(article.text))
            self._further_roles.update(by_role)
            self._further_attributes.update(event.attributes)
            last = [
                *(event.text_of(article.text), " ".join(sentence.of(article.text).split()) if sentence else ""),
                *(article.id, article.title, article.published, article.source, article.url),
                *(bundle.annotator.name if bundle.annotator else "", bundle.state.value),
            ]
            yield first, {role: "; ".join(said) for role, said in by_role.items()}, event.attributes, last

    def _note_attributes(self, mention: Mention, text: str) -> None:
        """Note the attributes that have no column: of mentions that are no events."""
        if mention.layer is not Layer.EVENT:
            for name, value in mention.attributes.items():
                self._losses.add(tr("attributes that have no column"), f"{mention.text_of(text)}: {name} = {value}")


def _named_apart(roles: Iterable[str], attributes: Iterable[str]) -> list[str]:
    """Return the headers of the columns of roles and attributes, no two alike, and none like a fixed one.

    What is called as something before it has "(role)" or "(attribute)" behind its name, with a number where that is
    somebody's name as well.
    """
    wanted = [(escaped(name), "role") for name in roles] + [(escaped(name), "attribute") for name in attributes]
    taken = {*_FIRST, *_LAST}
    headers: dict[int, str] = {}
    for place, (name, _) in enumerate(wanted):
        if name not in taken:
            headers[place] = name
            taken.add(name)
    for place, (name, kind) in enumerate(wanted):
        if place not in headers:
            ways = chain([f"{name} ({kind})"], (f"{name} ({kind} {n})" for n in count(2)))
            headers[place] = next(way for way in ways if way not in taken)
            taken.add(headers[place])
    return [headers[place] for place in range(len(wanted))]


def _dates(when: When | None) -> tuple[str, str, str]:
    """Return begin, end and granularity; the end is the first moment that is no part of it any more."""
    data = when_to_data(when) if when else {}
    return str(data.get("begin") or ""), str(data.get("end") or ""), str(data.get("granularity") or "")


FORMAT = Format(
    name="events",
    title="Table of events (CSV)",
    suffixes=(".csv",),
    uncut=True,
    description=tr("One row an event: type, date, who fills which role, attributes, the sentence and the article."),
    result=True,
    record_of=Layer.EVENT,
    opens=EventsWriter,
)
