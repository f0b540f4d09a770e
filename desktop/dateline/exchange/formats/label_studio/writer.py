"""Writes Label Studio's JSON and the labelling configuration beside it."""

from pathlib import Path
from typing import Any

import orjson

from dateline.exchange.beside import is_sealed, require_ours, sealed
from dateline.exchange.formats.label_studio.config import (
    ANNOTATOR,
    COMMENT,
    LABELS,
    MOD,
    OURS,
    STATE,
    TEXT,
    VALUE,
    labelling_config,
)
from dateline.exchange.json_lines import META
from dateline.exchange.left_out import Holds, note_left_out
from dateline.exchange.losses import Losses
from dateline.exchange.options import WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.units import trimmed
from dateline.model.annotation import AnnotatorKind, Layer
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.wording import tr

_HOLDS = frozenset(
    {
        *(Holds.FIELDS, Holds.META, Holds.ATTRIBUTES, Holds.TIMES, Holds.ARGUMENTS, Holds.RELATIONS, Holds.COMMENTS),
        *(Holds.STATES, Holds.ANNOTATORS, Holds.KINDS),
    }
)
_MOST_CHOICES = 50


class LabelStudioWriter:
    """Takes bundles and writes a task for each article, with an annotation for each annotator.

    A model's are predictions. Who annotated stands in a text field of the annotation: `completed_by` would have
    to name a user that Label Studio knows, or it refuses the file.
    """

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        self._file = outbox.file(target)
        config = target.with_suffix(".xml")
        require_ours(config, is_sealed)
        self._config = outbox.file(config)
        self._options, self._losses, self._schema = options, losses, frame.schema
        types = frame.schema.types if frame.schema else ()
        self._labels = {t.name: None for t in types if t.layer is not Layer.RELATION}
        self._relations = {t.name for t in types if t.layer is Layer.RELATION}
        self._links = {t.name: None for t in types if t.layer is Layer.RELATION}
        self._links |= {role.name: None for t in types for role in t.roles}
        self._attributes = {a.name: dict.fromkeys(a.values) for t in types for a in t.attributes if a.name not in OURS}
        self._free = {name for name, values in self._attributes.items() if not values}
        self._task: dict[str, Any] | None = None
        self._of = ("", "")  # the article's id and text
        self._tasks = 0

    def add(self, bundle: Bundle) -> int:
        """Add an annotation to the article's task; return how many tasks that began."""
        note_left_out(bundle, self._losses, _HOLDS)
        kept = trimmed(bundle, self._options, self._losses, _HOLDS)
        if kept is None:
            return 0
        article = kept.article
        if self._task is None or self._of != (article.id, article.text):
            self._flush()
            self._task = {"id": self._tasks + 1, "data": self._data(article), "annotations": [], "predictions": []}
            self._of = article.id, article.text
            begun = 1
        else:
            begun = 0
        if kept.annotator:
            self._add_result(kept, self._task)
        return begun

    def close(self) -> None:
        """Write the last task and the configuration."""
        self._flush()
        self._file.write(b"\n]\n" if self._tasks else b"[]\n")
        config = labelling_config(self._schema, self._labels, self._links, self._attributes)
        self._config.write(sealed(config))

    def _flush(self) -> None:
        if self._task is not None:
            self._file.write((b",\n" if self._tasks else b"[\n") + orjson.dumps(self._task))
            self._tasks += 1
            self._task = None

    def _data(self, article: Article) -> dict[str, str]:
        facts = {name: value for name in (*META, "note") if (value := getattr(article, name))}
        for key, value in article.meta.items():
            if key in (TEXT, *META, "note", "article"):
                self._losses.add(tr("further columns that are named like a fact"), key)
            else:
                facts[key] = value
        return {TEXT: article.text, "article": article.id} | facts

    def _add_result(self, bundle: Bundle, task: dict[str, Any]) -> None:
        who = bundle.annotator
        result = self._result(bundle, len(task["annotations"]) + len(task["predictions"]) + 1)
        if who and who.kind is AnnotatorKind.MODEL:
            task["predictions"].append({"model_version": who.name, "result": result})
            if bundle.state not in (State.NEW, State.STARTED):
                self._losses.add(tr("states of models' annotations"), bundle.state.value)
            return
        if who:
            result.append(_of_whole(ANNOTATOR, "textarea", [who.name]))
            if who.kind is not AnnotatorKind.PERSON:
                self._losses.add(Holds.KINDS, f"{who.name}: {who.kind}")
        if bundle.state in (State.NEW, State.STARTED):
            result.append(_of_whole(STATE, "choices", [bundle.state.value]))
        task["annotations"].append({"was_cancelled": bundle.state is State.SKIPPED, "result": result})

    def _result(self, bundle: Bundle, number: int) -> list[dict[str, Any]]:
        text, found = bundle.article.text, bundle.annotations
        notes: dict[str, list[str]] = {}
        result: list[dict[str, Any]] = []
        for c in found.comments:
            if c.at:
                self._losses.add(tr("when comments were made"), c.at)
            if c.mention_id:
                notes.setdefault(c.mention_id, []).append(c.text)
            elif c.text:
                result.append(_of_whole(COMMENT, "textarea", [c.text]))
        ids = {m.id: f"{number}-{i}" for i, m in enumerate(found.mentions, start=1)}
        times = {t.id: t for t in found.times}
        for m in found.mentions:
            if len(m.fragments) > 1:
                self._losses.add(tr("discontinuous spans (written as the whole stretch)"), m.text_of(text))
            begin, end = m.fragments[0].begin, m.fragments[-1].end
            place = {"start": begin, "end": end, "text": text[begin:end]}
            self._labels.setdefault(m.label, None)
            region = _of_region(ids[m.id], LABELS, "labels", place, [m.label])
            if m.id in notes:
                region["meta"] = {"text": notes[m.id]}
            result.append(region)
            if time := times.get(m.id):
                for name, said in ((VALUE, time.value), (MOD, time.mod)):
                    if said:
                        result.append(_of_region(ids[m.id], name, "textarea", place, [said]))
            for name, said in m.attributes.items():
                if name in OURS or not name:
                    self._losses.add(tr("attributes named like a part of the configuration"), name)
                    continue
                sort = self._sort_of(name, said)
                result.append(_of_region(ids[m.id], name, sort, place, [said]))
        return result + self._linked(bundle, ids)

    def _sort_of(self, name: str, value: str) -> str:
        """Return how an attribute is written: as one of few choices, or as free text."""
        values = self._attributes.setdefault(name, {})
        if name not in self._free and value not in values and value and len(values) < _MOST_CHOICES:
            values[value] = None
        return "choices" if value in values else "textarea"

    def _linked(self, bundle: Bundle, ids: dict[str, str]) -> list[dict[str, Any]]:
        found = bundle.annotations
        links = [(a.event_id, a.filler_id, a.role) for a in found.arguments]
        for _, _, role in links:
            if role in self._relations:
                self._losses.add(tr("roles named like a relation (read back as relations)"), role)
        links += [(r.source_id, r.target_id, r.label) for r in found.relations]
        self._links |= dict.fromkeys(label for _, _, label in links)
        return [
            {"type": "relation", "from_id": ids[source], "to_id": ids[target], "direction": "right", "labels": [label]}
            for source, target, label in links
        ]


def _of_region(id_: str, name: str, sort: str, place: dict[str, Any], said: list[str]) -> dict[str, Any]:
    value = place | {"text" if sort == "textarea" else sort: said}
    return {"id": id_, "from_name": name, "to_name": TEXT, "type": sort, "value": value}


def _of_whole(name: str, sort: str, said: list[str]) -> dict[str, Any]:
    return {"from_name": name, "to_name": TEXT, "type": sort, "value": {"text" if sort == "textarea" else sort: said}}
