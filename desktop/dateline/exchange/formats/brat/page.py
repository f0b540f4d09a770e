"""One .ann file put together: lines may refer to lines further down."""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from dateline.exchange.checks import Fault
from dateline.exchange.draft import Draft
from dateline.exchange.formats.brat.config import Names
from dateline.exchange.formats.brat.lines import (
    BREAKS,
    ENTITY,
    HAPPENING,
    TIMEX,
    Attribute,
    Equivalence,
    Event,
    Line,
    Note,
    Reference,
    Relation,
    TextBound,
    parsed,
)
from dateline.exchange.intake import Intake, fragments_in
from dateline.exchange.places import text_there
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import Layer, Mention
from dateline.model.bundle import Frame
from dateline.model.ids import new_id
from dateline.model.registry import Entity, Happening
from dateline.model.text import Span
from dateline.model.wording import tr

_MOD = re.compile(r"mod=(\S+)$")
_SPACE = re.compile(r"\s+")
_AS_ANNOTATED = tr("Offsets count characters, line ends included: the text must be as it was when annotated")


class Linked:
    """The entities and happenings that references of a source name, each once."""

    def __init__(self) -> None:
        self._entities: dict[str, Entity] = {}  # by id here, or by outside id
        self._happenings: dict[str, Happening] = {}
        self._told: set[str] = set()

    def entity(self, key: str, name: str, type_: str, *, ours: bool = False, external: str = "") -> Entity:
        """Return the entity of a key, made where it is new."""
        if key not in self._entities:
            self._entities[key] = Entity(key if ours else new_id(), name, type_, external_id=external)
        elif external and not self._entities[key].external_id and self._entities[key].id not in self._told:
            self._entities[key] = replace(self._entities[key], external_id=external)
        return self._entities[key]

    def happening(self, key: str, name: str, type_: str, *, ours: bool = False, external: str = "") -> Happening:
        """Return the happening of a key, made where it is new."""
        if key not in self._happenings:
            self._happenings[key] = Happening(key if ours else new_id(), name, type_, external_id=external)
        return self._happenings[key]

    def news(self) -> Frame | None:
        """Return those that are new since this was last asked."""
        entities = tuple(e for e in self._entities.values() if e.id not in self._told)
        happenings = tuple(h for h in self._happenings.values() if h.id not in self._told)
        self._told.update(e.id for e in entities)
        self._told.update(h.id for h in happenings)
        return Frame(entities=entities, happenings=happenings) if entities or happenings else None


class Page:
    """Takes lines, and puts them together at the end. `shift` is what a byte order mark adds to offsets."""

    def __init__(self, draft: Draft, intake: Intake, names: Names, linked: Linked, shift: int) -> None:
        self._draft, self._intake, self._names, self._linked, self._shift = draft, intake, names, linked, shift
        self._lines: list[tuple[Line, str, int]] = []
        self._spans: dict[str, TextBound] = {}
        self._ids: dict[str, str] = {}  # the file's ids to mentions'
        self._fragments: dict[str, tuple[Span, ...]] = {}
        self._triggered: dict[str, list[str]] = {}  # events by their trigger's id
        self._known: set[str] = set()

    def take(self, line: str, file: str, number: int) -> None:
        """Take a line; raises Fault for one that cannot be read, or that does not fit the text."""
        found = parsed(line)
        if found is None:
            return
        if not isinstance(found, Note | Equivalence):
            id_ = found.id
            if id_ in self._known:
                raise Fault(id_, tr("the id is there twice"), tr("Give each line its own id"), ProblemKind.DUPLICATE_ID)
            self._known.add(id_)
        if isinstance(found, TextBound):
            self._fragments[found.id] = self._placed(found)
            self._spans[found.id] = found
        self._lines.append((found, file, number))

    def _placed(self, found: TextBound) -> tuple[Span, ...]:
        """Return a span's fragments; those parted by line ends alone are one that brat cannot write as one."""
        body = self._draft.article.text
        pieces = [(max(0, begin - self._shift), end - self._shift) for begin, end in found.pieces]
        fragments = fragments_in(pieces, len(body), found.id)
        if found.words is not None:
            there = " ".join(body[begin:end] for begin, end in pieces)
            if _SPACE.sub(" ", there).strip() != _SPACE.sub(" ", found.words).strip():
                what = text_there(there, found.words)
                raise Fault(found.id, what, _AS_ANNOTATED, ProblemKind.TEXT)
        out = [fragments[0]]
        for piece in fragments[1:]:
            gap = body[out[-1].end : piece.begin]
            if gap and not gap.strip(BREAKS):
                out[-1] = Span(out[-1].begin, piece.end)
            else:
                out.append(piece)
        return tuple(out)

    def finished(self) -> Iterator[tuple[Fault, str, int]]:
        """Put everything into the draft, in the order it depends on; yield what is wrong."""
        passes: tuple[tuple[type, Callable[[Any, int], None]], ...] = (
            (Event, self._event),
            (TextBound, self._span),
            (Event, self._arguments),
            (Relation, self._relation),
            (Attribute, self._attribute),
            (Note, self._note),
            (Reference, self._reference),
            (Equivalence, self._equivalence),
        )
        for sort, put in passes:
            for line, file, number in self._lines:
                if line.__class__ is sort:
                    self._intake.file = file
                    try:
                        put(line, number)
                    except Fault as fault:
                        yield fault, file, number

    def _mention(self, id_: str, field: str) -> str:
        if id_ not in self._ids:
            what = f"{id_} is the id of no span or event that could be read"
            raise Fault(field, what, "", ProblemKind.REFERENCE)
        return self._ids[id_]

    def _event(self, line: Event, number: int) -> None:
        """Note whose trigger a span is; two events may share the words."""
        trigger = self._spans.get(line.trigger)
        if trigger is None:
            what = f"its trigger {line.trigger} is the id of no span that could be read"
            raise Fault(line.id, what, "", ProblemKind.REFERENCE)
        if trigger.label != line.label:
            what = f"is of type {line.label}, its trigger {line.trigger} of type {trigger.label}"
            raise Fault(line.id, what, tr("Give both the same type"), ProblemKind.REFERENCE)
        self._intake.layer(self._names.types.get(line.label, line.label), number, line.id, Layer.EVENT)
        self._triggered.setdefault(line.trigger, []).append(line.id)

    def _span(self, line: TextBound, number: int) -> None:
        """Add a mention, or one for each event whose trigger it is."""
        label = self._names.types.get(line.label, line.label)
        events = self._triggered.get(line.id)
        layer = Layer.EVENT if events else self._intake.layer(label, number, line.id)
        for id_ in events or (line.id,):
            self._ids[id_] = self._draft.mention(layer, label, self._fragments[line.id])
            self._ids.setdefault(line.id, self._ids[id_])

    def _arguments(self, line: Event, number: int) -> None:
        del number
        if line.id not in self._ids:
            return
        roles = {written for written, _ in line.arguments}
        for written, id_ in line.arguments:
            role = self._names.role(written, roles)
            self._draft.argument(self._ids[line.id], role, self._mention(id_, line.id))

    def _relation(self, line: Relation, number: int) -> None:
        label = self._names.types.get(line.label, line.label)
        source, target = self._mention(line.source, line.id), self._mention(line.target, line.id)
        self._intake.layer(label, number, line.id, Layer.RELATION)
        self._draft.relation(label, source, target)

    def _note(self, line: Note, number: int) -> None:
        target = self._ids.get(line.target)
        if target is None:
            what = f"a note on {line.target} was taken as one on the article; only spans and events have some here"
            self._intake.tell(what, ProblemKind.REFERENCE, number, self._intake.file)
        self._draft.comment(line.text, target)

    def _attribute(self, line: Attribute, number: int) -> None:
        if line.target not in self._ids and line.target in self._known:
            what = f"{line.id}: an attribute of {line.target} was left out; only spans and events have some here"
            self._intake.tell(what, ProblemKind.REFERENCE, number, self._intake.file)
            return
        mention = self._draft.of(self._mention(line.target, line.id))
        name = self._names.attributes.get(line.name, line.name)
        self._draft.change(replace(mention, attributes=mention.attributes | {name: line.value}))

    def _reference(self, line: Reference, number: int) -> None:
        del number
        mention = self._draft.of(self._mention(line.target, line.id))
        if line.database == TIMEX and mention.layer is Layer.TIME:
            mod = _MOD.search(line.name)
            self._draft.time(mention.id, line.key, mod[1] if mod else "")
            return
        name = line.name or mention.text_of(self._draft.article.text)
        external = line.key if line.database in ("Wikidata", "External") else f"{line.database}:{line.key}"
        if mention.layer is Layer.EVENT:
            ours = line.database == HAPPENING
            thing = self._linked.happening(
                line.key if ours else external, line.name if ours else name, mention.label,
                ours=ours, external="" if ours else external,
            )  # fmt: skip
            if ours or mention.happening_id is None:
                self._draft.change(replace(mention, happening_id=thing.id))
        elif mention.layer is Layer.ENTITY:
            self._draft.change(
                replace(mention, entity_id=self._entity(line, external, name, mention.entity_id, mention.label))
            )

    def _entity(self, line: Reference, external: str, name: str, known: str | None, label: str) -> str:
        """Return the id of the entity a reference names; one that follows our own adds what others call it."""
        if line.database == ENTITY:
            return self._linked.entity(line.key, line.name, label, ours=True).id
        if known:
            self._linked.entity(known, name, label, ours=True, external=external)
            return known
        return self._linked.entity(external, name, label, external=external).id

    def _equivalence(self, line: Equivalence, number: int) -> None:
        """Link mentions that mean the same to one thing: that of one of them, else a new one."""
        del number
        mentions = [self._draft.of(self._mention(id_, "*")) for id_ in line.targets]
        for layer, field in ((Layer.ENTITY, "entity_id"), (Layer.EVENT, "happening_id")):
            group = [m for m in mentions if m.layer is layer]
            if len(group) < 2:
                continue
            thing = next((getattr(m, field) for m in group if getattr(m, field)), None) or self._meant(layer, group)
            for m in group:
                self._draft.change(replace(m, **{field: thing}))

    def _meant(self, layer: Layer, group: Sequence[Mention]) -> str:
        """Return the thing that mentions stand for: where annotators agree on which mean the same, it is one."""
        text, first = self._draft.article.text, group[0]
        places = sorted((m.label, [(f.begin, f.end) for f in m.fragments]) for m in group)
        key = hashlib.sha256(f"{layer} {places} {text}".encode("utf-8", "replace")).hexdigest()
        make = self._linked.entity if layer is Layer.ENTITY else self._linked.happening
        return make(f"* {key}", first.text_of(text), first.label).id
