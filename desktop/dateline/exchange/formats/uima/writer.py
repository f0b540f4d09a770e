"""Writes CAS files with dkpro-cassis, which turns our code points into UIMA's UTF-16."""

import warnings
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any

from dateline.exchange.extras import for_writing
from dateline.exchange.formats.uima import types
from dateline.exchange.left_out import Holds, note_left_out
from dateline.exchange.losses import Losses
from dateline.exchange.names import FileNames
from dateline.exchange.options import WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.safexml import without_forbidden
from dateline.model.annotation import Layer, Mention, TimeValue
from dateline.model.bundle import Bundle, Frame
from dateline.model.registry import Entity
from dateline.model.text import Utf16Map
from dateline.model.wording import tr

_HOLDS = frozenset(Holds) - {Holds.HAPPENINGS}
_TYPES = {Layer.ENTITY: types.NAMED_ENTITY, Layer.TIME: types.TIME, Layer.EVENT: types.EVENT}
_FIELDS = ("published", "source", "note", "origin")
TYPE_SYSTEM = "TypeSystem.xml"


class _CasWriter:
    """Takes bundles and writes a CAS for each."""

    _suffix = ""
    _is_xml = True

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        del options  # an exchange of work, not a training set: boilerplate is marked, not cut
        self._cassis = for_writing("cassis", "dkpro-cassis", "uima")
        self._folder = outbox.folder(target)
        self._losses = losses
        self._entities = {e.id: e for e in frame.entities}
        self._attributes = types.attribute_features(frame.schema)
        self._system = types.type_system(self._cassis, self._attributes)
        self._files = FileNames(self._suffix, (TYPE_SYSTEM,))

    def add(self, bundle: Bundle) -> int:
        """Write one file."""
        note_left_out(bundle, self._losses, _HOLDS)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # cassis tells of offsets at the end of a text
            replaced = without_forbidden if self._is_xml else str
            made = _CasOf(self._cassis, self._system, bundle, self._entities, self._attributes, self._losses, replaced)
            self._write(made.cas, self._folder / self._files.of(bundle.article))
        return 1

    def close(self) -> None:
        """Nothing stands at the end."""

    def _write(self, cas: Any, path: Path) -> None:
        raise NotImplementedError


class XmiWriter(_CasWriter):
    """Writes a folder of XMI files and the type system beside them."""

    _suffix = ".xmi"

    def close(self) -> None:
        """Write the type system."""
        self._system.to_xml(self._folder / TYPE_SYSTEM)

    def _write(self, cas: Any, path: Path) -> None:
        cas.to_xmi(path)


class JsonWriter(_CasWriter):
    """Writes a folder of JSON files, each with its type system."""

    _suffix = ".json"
    _is_xml = False

    def _write(self, cas: Any, path: Path) -> None:
        cas.to_json(path, ensure_ascii=True)


class _CasOf:
    """One bundle as a CAS."""

    def __init__(
        self,
        cassis: Any,
        system: Any,
        bundle: Bundle,
        entities: dict[str, Entity],
        attributes: frozenset[str],
        losses: Losses,
        replaced: Callable[[str], str],
    ) -> None:
        self._replaced = replaced
        self._system, self._bundle, self._entities, self._attributes = system, bundle, entities, attributes
        self._losses = losses
        text = self._clean(bundle.article.text)
        self.cas = cassis.Cas(typesystem=system, sofa_string=text)
        self._utf16 = Utf16Map(text)
        self._made: dict[str, Any] = {}
        self._add_metadata(len(text))
        self._add_mentions()
        self._add_links()
        for region in bundle.annotations.regions:
            self._add(types.ZONE, begin=region.span.begin, end=region.span.end, value=region.kind.value)
        for comment in bundle.annotations.comments:
            target = self._made.get(comment.mention_id or "")
            begin, end = (target.begin, target.end) if target else (0, len(text))
            said = self._clean(comment.text)
            self._add(types.COMMENT, begin=begin, end=end, value=said, at=self._clean(comment.at), target=target)

    def _clean(self, text: str) -> str:
        """Replace one for one what the file cannot hold, so that offsets stay."""
        clean = self._replaced(text)
        if clean != text:
            count = sum(a != b for a, b in zip(clean, text, strict=True))
            self._losses.add(tr("control characters (replaced by �)"), self._bundle.article.name, count)
        return clean

    def _add(self, type_name: str, **features: Any) -> Any:
        made = self._system.get_type(type_name)(**features)
        self.cas.add(made)
        return made

    def _strings(self, pairs: dict[str, str]) -> Any:
        if not pairs:
            return None
        elements = [self._clean(text) for text in chain.from_iterable(pairs.items())]
        return self._system.get_type("uima.cas.StringArray")(elements=elements)

    def _add_metadata(self, length: int) -> None:
        article, annotator = self._bundle.article, self._bundle.annotator
        fields = {name: value for name in _FIELDS if (value := getattr(article, name))}
        fields["state"] = self._bundle.state.value
        if annotator:
            fields |= {"annotator": annotator.name, "annotatorKind": annotator.kind.value}
        fields |= {f"meta.{name}": value for name, value in article.meta.items()}
        self._add(
            types.METADATA,
            begin=0,
            end=length,
            language=self._clean(article.language) or "x-unspecified",
            documentTitle=self._clean(article.title),
            documentId=article.id,
            documentUri=self._clean(article.url),
            **{types.FIELDS: self._strings(fields)},
        )

    def _add_mentions(self) -> None:
        values = {t.id: t for t in self._bundle.annotations.times}
        for m in self._bundle.annotations.mentions:
            own = {n: self._clean(v) for n, v in m.attributes.items() if n in self._attributes}
            further = {n: v for n, v in m.attributes.items() if n not in self._attributes}
            features: dict[str, Any] = {"value": self._clean(m.label), types.MORE: self._strings(further), **own}
            if len(m.fragments) > 1:
                features[types.FRAGMENTS] = self._fragments(m)
            if m.layer is Layer.TIME:
                features |= self._time(values.get(m.id))
            elif m.entity_id and (entity := self._entities.get(m.entity_id)):
                name = entity.name or entity.external_id or m.text_of(self._bundle.article.text)
                features |= {"identifier": self._clean(entity.external_id), "entityName": self._clean(name)}
            self._made[m.id] = self._add(_TYPES[m.layer], begin=m.span.begin, end=m.span.end, **features)

    def _time(self, value: TimeValue | None) -> dict[str, str]:
        return {"timex": self._clean(value.value), "mod": self._clean(value.mod)} if value else {}

    def _fragments(self, mention: Mention) -> str:
        what = tr("discontinuous spans (other tools see the whole stretch; the parts are in a feature)")
        self._losses.add(what, mention.text_of(self._bundle.article.text))
        ends = (self._utf16.to_utf16(end) for f in mention.fragments for end in (f.begin, f.end))
        return " ".join(map(str, ends))

    def _add_links(self) -> None:
        found = self._bundle.annotations
        link, array = self._system.get_type(types.ARGUMENT), self._system.get_type("uima.cas.FSArray")
        by_event: dict[str, list[Any]] = {}
        for a in found.arguments:
            made = link(role=self._clean(a.role), target=self._made[a.filler_id])
            by_event.setdefault(a.event_id, []).append(made)
        for event_id, links in by_event.items():
            self._made[event_id].arguments = array(elements=links)
        for r in found.relations:
            source, target = self._made[r.source_id], self._made[r.target_id]
            label = self._clean(r.label)
            self._add(
                types.RELATION, begin=target.begin, end=target.end, value=label, Governor=source, Dependent=target
            )
