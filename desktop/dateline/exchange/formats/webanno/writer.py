"""Writes WebAnno TSV 3.3 as INCEpTION does, so that it reads every offset as it was."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from pathlib import Path

from msgspec import Struct

from dateline.exchange.facts import FactsTable
from dateline.exchange.formats.uima import types
from dateline.exchange.formats.webanno.escapes import NOT_IN_VALUES, escaped_text, escaped_value
from dateline.exchange.formats.webanno.table import COLUMNS, TABLE
from dateline.exchange.left_out import Holds, note_left_out
from dateline.exchange.losses import EDGES, Losses
from dateline.exchange.names import FileNames, names_needed
from dateline.exchange.options import WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.tokens import tokenised
from dateline.exchange.units import trimmed
from dateline.model.annotation import Layer, Mention
from dateline.model.bundle import Bundle, Frame
from dateline.model.schema import Schema
from dateline.model.text import Span, Utf16Map
from dateline.model.wording import tr

_OF_SPANS = {Holds.ATTRIBUTES, Holds.ENTITIES, Holds.TIMES, Holds.ARGUMENTS, Holds.RELATIONS}  # as noted here
_OF_PAGES = {Holds.FIELDS, Holds.META, Holds.STATES, Holds.ANNOTATORS, Holds.KINDS}  # in the table beside
_HOLDS = frozenset(_OF_SPANS | _OF_PAGES)
_TYPES = {Layer.ENTITY: types.NAMED_ENTITY, Layer.TIME: types.TIME, Layer.EVENT: types.EVENT}
_FIXED = {Layer.ENTITY: ("identifier", "value"), Layer.TIME: ("mod", "timex", "value"), Layer.EVENT: ("value",)}
_SLOT = f"ROLE_{types.EVENT}:arguments_{types.ARGUMENT}|uima.tcas.Annotation"
_PLAIN_GAP = re.compile(r"\n *")  # what a reader puts between two sentences by itself
_ANY = "*"  # an annotation whose feature has no value
_NONE = "_"


class WebAnnoWriter:
    """Takes bundles and writes a file for each, and a table that says whose they are."""

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        self._folder = outbox.folder(target)
        self._options, self._losses = options, losses
        self._files = FileNames(".tsv")
        self._table = FactsTable(losses, outbox.scratch(), COLUMNS)
        self._names_whose = names_needed(frame)
        self._entities = {e.id: (e.name, e.external_id) for e in frame.entities}
        self._attributes = _attributes(frame.schema)

    def add(self, bundle: Bundle) -> int:
        """Write one file."""
        kept = trimmed(bundle, self._options, self._losses, _HOLDS)
        if kept is None:
            return 0
        note_left_out(kept, self._losses, _HOLDS)
        document = _Document(kept, self._entities, self._attributes, self._losses)
        if not document.sentences:
            self._losses.add(tr("articles without a word"), bundle.article.name)
            self._losses.uncount(*kept.annotations.mentions)
            return 0
        whose = bundle.annotator.name if bundle.annotator and self._names_whose else ""
        name = self._files.of(bundle.article, whose)
        (self._folder / name).write_text(document.tsv(), "utf-8", newline="")
        self._table.add(name, kept)
        return 1

    def close(self) -> None:
        """Write the table."""
        if self._table:
            self._table.write(self._folder / TABLE)


def _attributes(schema: Schema | None) -> dict[Layer, tuple[str, ...]]:
    """Return the attributes that are columns of their own, by layer."""
    valid = types.attribute_features(schema)
    by_layer: dict[Layer, set[str]] = {layer: set() for layer in _TYPES}
    for label in schema.types if schema else ():
        if label.layer in by_layer:
            by_layer[label.layer] |= {a.name for a in label.attributes} & valid
    return {layer: tuple(sorted(names)) for layer, names in by_layer.items()}


class _Unit(Struct):
    """A token, or a part of one that an annotation begins or ends in, with the annotations over it by layer."""

    id: str
    span: Span
    mentions: dict[Layer, list[Mention]]


class _Document:
    """One article as a table."""

    def __init__(
        self,
        bundle: Bundle,
        entities: dict[str, tuple[str, str]],
        attributes: dict[Layer, tuple[str, ...]],
        losses: Losses,
    ) -> None:
        self._bundle, self._text, self._losses = bundle, bundle.article.text, losses
        self._entities, self._attributes = entities, attributes
        self._values = {t.id: t for t in bundle.annotations.times}
        self._utf16 = Utf16Map(self._text)
        self.sentences = [s.tokens for s in tokenised(self._text)]
        self._tokens = [t for s in self.sentences for t in s]
        self._ends = [t.end for t in self._tokens]
        self._begins = [t.begin for t in self._tokens]
        self._ids = [f"{n}-{m}" for n, s in enumerate(self.sentences, 1) for m in range(1, len(s) + 1)]
        self._units: list[dict[tuple[int, int], _Unit]] = [{} for _ in self._tokens]
        self._lines: list[list[_Unit]] = []
        self._first: dict[str, _Unit] = {}
        self._numbers: dict[str, int] = {}

    def tsv(self) -> str:
        """Return the file's content."""
        self._place()
        self._slots: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
        self._relations: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        by_id = {m.id: m for m in self._bundle.annotations.mentions}
        for a in self._bundle.annotations.arguments:
            if a.event_id in self._first and a.filler_id in self._first:
                self._slots[a.event_id].append((a.role, by_id[a.filler_id]))
            else:
                self._losses.add(Holds.ARGUMENTS, a.role)
        for r in self._bundle.annotations.relations:
            if r.source_id in self._first and r.target_id in self._first:
                self._relations[self._first[r.target_id].id].append((r.label, r.source_id, r.target_id))
            else:
                self._losses.drop(Holds.RELATIONS, r.label, r)
        lines = ["#FORMAT=WebAnno TSV 3.3", *self._header(), ""]
        begin = 0
        for tokens, following in zip(self.sentences, [*self.sentences[1:], None], strict=True):
            lines.append("")
            lines += self._text_lines(tokens, following)
            for _ in tokens:
                lines += [self._line(unit) for unit in self._lines[begin]]
                begin += 1
        self._check_start()
        return "\n".join((*lines, ""))

    def _header(self) -> list[str]:
        lines = [
            "|".join((f"#T_SP={name}", *self._features(layer))) + (f"|{_SLOT}" if layer is Layer.EVENT else "")
            for layer, name in _TYPES.items()
        ]
        return [*lines, f"#T_RL={types.RELATION}|value|BT_uima.tcas.Annotation"]

    def _features(self, layer: Layer) -> tuple[str, ...]:
        return (*_FIXED[layer], *self._attributes[layer])

    def _place(self) -> None:
        """Give every mention its units, and a number where it needs one to be told from others."""
        linked = {end for r in self._bundle.annotations.relations for end in (r.source_id, r.target_id)}
        linked |= {a.filler_id for a in self._bundle.annotations.arguments}
        several = set()
        for m in self._bundle.annotations.mentions:
            units = self._units_of(m)
            if not units:
                continue
            self._first[m.id] = units[0]
            several.update([m.id] if len(units) > 1 or m.id in linked else [])
            for unit in units:
                unit.mentions.setdefault(m.layer, []).append(m)
        for n, units_of_token in enumerate(self._units):
            for unit in self._numbered(n, units_of_token):
                several.update(m.id for mine in unit.mentions.values() if len(mine) > 1 for m in mine)
        for m in self._bundle.annotations.mentions:
            if m.id in several and m.id in self._first:
                self._numbers[m.id] = len(self._numbers) + 1

    def _numbered(self, n: int, units: dict[tuple[int, int], _Unit]) -> list[_Unit]:
        """Return the lines of a token: itself, and the parts of it that annotations begin or end in."""
        token = self._tokens[n]
        whole = units.pop((token.begin, token.end), None) or _Unit(self._ids[n], token, {})
        parts = [units[key] for key in sorted(units)]
        for number, part in enumerate(parts, start=1):
            part.id = f"{self._ids[n]}.{number}"
        self._lines.append([whole, *parts])
        return self._lines[-1]

    def _units_of(self, mention: Mention) -> list[_Unit]:
        span, words = mention.span, mention.text_of(self._text)
        if len(mention.fragments) > 1:
            self._losses.add(tr("discontinuous spans (written as the whole stretch)"), words)
        first, stop = bisect_right(self._ends, span.begin), bisect_left(self._begins, span.end)
        if first >= stop:
            self._losses.drop(tr("spans that hold no word"), words, mention)
            return []
        if self._begins[first] > span.begin or self._ends[stop - 1] < span.end:
            self._losses.add(EDGES, words)
        units = []
        for n in range(first, stop):
            token = self._tokens[n]
            part = Span(max(span.begin, token.begin), min(span.end, token.end))
            key = part.begin, part.end
            if key not in self._units[n]:
                self._units[n][key] = _Unit(self._ids[n], part, {})
            units.append(self._units[n][key])
        return units

    def _text_lines(self, tokens: tuple[Span, ...], following: tuple[Span, ...] | None) -> list[str]:
        """Return the sentence's text, which goes on to the next where a reader would not put the same gap."""
        end = following[0].begin if following else len(self._text)
        gap = self._text[tokens[-1].end : end]
        if following and _PLAIN_GAP.fullmatch(gap):
            end = tokens[-1].end
        return [f"#Text={escaped_text(line)}" for line in self._text[tokens[0].begin : end].split("\n")]

    def _line(self, unit: _Unit) -> str:
        begin, end = self._utf16.to_utf16(unit.span.begin), self._utf16.to_utf16(unit.span.end)
        cells = [unit.id, f"{begin}-{end}", unit.span.of(self._text)]
        for layer in _TYPES:
            mine = unit.mentions.get(layer, [])
            for name in self._features(layer):
                values = [self._value(m, name) + self._number(m) for m in mine]
                cells += ["|".join(values) or _NONE]
            if layer is Layer.EVENT:
                cells.append("|".join(self._roles(m) for m in mine) or _NONE)
                cells.append("|".join(self._targets(m) for m in mine) or _NONE)
        return "\t".join((*cells, *self._relation_cells(unit), ""))

    def _number(self, mention: Mention) -> str:
        return f"[{self._numbers[mention.id]}]" if mention.id in self._numbers else ""

    def _value(self, mention: Mention, feature: str) -> str:
        time = self._values.get(mention.id)
        name, external = self._entities.get(mention.entity_id or "", ("", ""))
        del name
        own = {"value": mention.label, "identifier": external}
        own |= {"timex": time.value, "mod": time.mod} if time else {}
        value = own.get(feature) if feature in _FIXED[mention.layer] else mention.attributes.get(feature)
        return escaped_value(value.replace(NOT_IN_VALUES, " ")) if value else _ANY

    def _roles(self, event: Mention) -> str:
        roles = [escaped_value(role.replace(NOT_IN_VALUES, " ")) for role, _ in self._slots.get(event.id, ())]
        return (";".join(roles) or _NONE) + self._number(event)

    def _targets(self, event: Mention) -> str:
        found = self._slots.get(event.id, ())
        return ";".join(f"{self._first[m.id].id}{self._number(m)}" for _, m in found) or _ANY

    def _relation_cells(self, unit: _Unit) -> tuple[str, str]:
        """Return the relations that end here: their labels, and where they come from."""
        found = self._relations.get(unit.id, ())
        labels = [escaped_value(label.replace(NOT_IN_VALUES, " ")) for label, _, _ in found]
        places = [f"{self._first[s].id}[{self._numbers[s]}_{self._numbers[t]}]" for _, s, t in found]
        return "|".join(labels) or _NONE, "|".join(places) or _NONE

    def _check_start(self) -> None:
        """Note what the columns do not hold."""
        start = self._text[: self._begins[0]]
        if start.strip(" "):
            self._losses.add(tr("white space before the first word (written as spaces)"), self._bundle.article.name)
        breaks = 0
        for m in self._bundle.annotations.mentions:
            if m.id not in self._first:
                continue
            words = m.text_of(self._text)
            for name, value in m.attributes.items():
                if name not in self._attributes[m.layer] or not value:
                    self._losses.add(Holds.ATTRIBUTES, f"{words}: {name} = {value}")
            name, external = self._entities.get(m.entity_id or "", ("", ""))
            if m.entity_id and not external:
                self._losses.add(tr("links to entities without an external id"), f"{words}: {name}")
            elif m.entity_id and name != words:
                self._losses.add(tr("names of entities"), name)
            time = self._values.get(m.id)
            roles = (role for role, _ in self._slots.get(m.id, ()))
            held = (value for name, value in m.attributes.items() if name in self._attributes[m.layer])
            said = (m.label, *held, *roles, *((time.value, time.mod) if time else ()), external)
            breaks += any(NOT_IN_VALUES in text for text in said)
        related = (label for found in self._relations.values() for label, _, _ in found)
        breaks += sum(NOT_IN_VALUES in label for label in related)
        self._losses.add(tr("line ends in values (written as spaces)"), count=breaks)
