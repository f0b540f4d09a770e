"""One CAS to one bundle: which of its types are mentions, links, zones, and what their features say."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from dateline.exchange.checks import Fault
from dateline.exchange.draft import Draft
from dateline.exchange.formats.uima import types
from dateline.exchange.formats.uima.layers import is_passed_over, is_plain, label_feature, layer_of, tells_layer
from dateline.exchange.formats.uima.project import user
from dateline.exchange.intake import FIELDS, Intake, fragments_in, plain
from dateline.exchange.problems import ProblemKind
from dateline.exchange.things import Things
from dateline.model.annotation import Annotations, Annotator, AnnotatorKind, Layer
from dateline.model.article import RegionKind, State
from dateline.model.bundle import Bundle
from dateline.model.text import Span, Utf16Map
from dateline.model.wording import tr

_NO_MENTIONS = (types.ZONE, types.COMMENT)


class CasReader:
    """Reads the CAS of one file into a draft. `document` and `annotator` are what its path says."""

    def __init__(self, intake: Intake, things: Things, file: str, document: str, annotator: str) -> None:
        self._intake, self._things, self._file = intake, things, file
        self._document, self._annotator = document, annotator
        self._mentions: dict[int, str] = {}  # a structure's id() to its mention's
        self._skipped: Counter[str] = Counter()

    def read(self, cas: Any, state_there: State | None = None) -> Bundle:
        """Return the bundle; `state_there`: what the project it is of says of it. Raises Fault."""
        view = _view_with_text(cas)
        if further := sum(bool(s.sofaString) for s in cas.sofas) - 1:
            what = f"holds {further} more texts (views), which are passed over with their annotations"
            self._intake.tell(what, ProblemKind.FIELD, None, self._file)
        structures = view.select_all_fs()
        text = view.sofa_string
        fields = self._fields(structures)
        who = self._who(fields, structures)
        meta = {name.removeprefix("meta."): v for name, v in fields.items() if name.startswith("meta.")}
        facts = {n: fields.get(n, "") for n in (*FIELDS, "origin", "article")}
        article = self._intake.article(text, who, facts, meta)
        self._draft, self._text, self._utf16 = Draft(article, who), text, Utf16Map(text)
        taken = [f for f in structures if _is_annotation(f) and not _is_link(f) and f.type.name not in _NO_MENTIONS]
        for fs in taken:  # before any is taken: what a type of events has is of events wherever else it stands
            name = fs.type.name
            if (
                fs.begin != fs.end
                and tells_layer(name)
                and not is_plain(name)
                and not is_passed_over(name)
                and name != types.TIMEX3
            ):
                layer_of(self._intake, name, _label(fs))
        for fs in taken:
            self._mention(fs)
        for fs in structures:
            self._links(fs)
        for name, count in self._skipped.items():
            self._intake.tell(f"{count} annotations were passed over: {name}", ProblemKind.FIELD, None, self._file)
        state = next((s for s in State if s.value == fields.get("state")), None)
        bundle = self._draft.bundle(state or state_there)
        if (
            state
            and "annotator" not in fields
            and bundle.annotations == Annotations(regions=bundle.annotations.regions)
        ):
            bundle = replace(bundle, annotator=None)  # written by us for an article nobody has touched
        return bundle

    def _fields(self, structures: list[Any]) -> dict[str, str]:
        fields = {"origin": self._document}
        for fs in structures:
            if fs.type.name in (types.METADATA, "uima.tcas.DocumentAnnotation"):
                language = _string(fs, "language")
                fields["language"] = "" if language == "x-unspecified" else language
                fields["article"] = _string(fs, "documentId") or fields.get("article", "")
                if title := _string(fs, "documentTitle"):
                    fields["title"] = title
                uri = _string(fs, "documentUri")
                if uri.startswith(("http:", "https:")) or types.FIELDS in _names(fs):
                    fields["url"] = uri
                fields |= _pairs(fs, types.FIELDS)
        if fields.get("title") == fields["origin"] and "state" not in fields:
            del fields["title"]  # INCEpTION's title is the name of the file
        return fields

    def _who(self, fields: dict[str, str], structures: list[Any]) -> Annotator:
        """Return whose the annotations are: as the file says itself, as INCEpTION notes, as the path says."""
        name = fields.get("annotator", "")
        if not name:
            noted = (_string(fs, "username") for fs in structures if fs.type.name == types.CAS_METADATA)
            return user(self._intake, next(noted, "") or self._annotator)
        kind = next((k for k in AnnotatorKind if k.value == fields.get("annotatorKind")), AnnotatorKind.PERSON)
        return self._intake.annotator(name, kind)

    def _mention(self, fs: Any) -> None:
        """Take an annotation of a layer that people annotate."""
        name = fs.type.name
        if is_plain(name):
            return
        if is_passed_over(name):
            self._skipped[f"{name} is no layer taken here"] += 1
            return
        if name == types.TIMEX3:
            self._timex3(fs)
            return
        label_feature, label = _label_feature(fs), _label(fs)
        fragments = self._fragments(fs)
        if fragments is None:
            self._skipped["they cover no text"] += 1
            return
        layer = layer_of(self._intake, name, label)
        attributes = self._attributes(fs, label_feature)
        attributes |= _pairs(fs, types.MORE)
        entity = self._entity(fs, label) if layer is Layer.ENTITY else None
        mention = self._draft.mention(layer, label, fragments, attributes, entity)
        self._mentions[id(fs)] = mention
        if layer is Layer.TIME and (value := _string(fs, "timex")):
            self._draft.time(mention, value, _string(fs, "mod"))

    def _attributes(self, fs: Any, label_feature: str) -> dict[str, str]:
        """Return the features that are plain values as texts; what holds several values is passed over, and told."""
        found: dict[str, str] = {}
        for name in _own_names(fs, label_feature):
            value = getattr(fs, name)
            if value.__class__ is str:
                found[name] = value
            elif value.__class__ in (bool, int, float):
                if value:  # false and 0 are what UIMA writes where nobody said anything
                    found[name] = plain(value)
            elif _plain_elements(value):
                self._skipped[f"the feature {name} of {fs.type.name} holds several values"] += 1
        return found

    def _timex3(self, fs: Any) -> None:
        if not (fragments := self._fragments(fs)):
            return
        label = _string(fs, "timexType") or "TIMEX3"
        mention = self._draft.mention(self._intake.layer(label, None, fs.type.name, Layer.TIME), label, fragments)
        self._mentions[id(fs)] = mention
        if value := _string(fs, "timexValue"):
            self._draft.time(mention, value, _string(fs, "timexMod"))

    def _fragments(self, fs: Any) -> tuple[Span, ...] | None:
        """Return where an annotation is, None where it covers nothing; raises Fault outside the text."""
        begin, end = fs.begin, fs.end
        where = f"{fs.type.name} {getattr(fs, 'xmiID', '')}"
        if begin.__class__ is not int or end.__class__ is not int:
            raise Fault(where, tr("has no begin or end"), "", ProblemKind.OFFSETS)
        if begin == end and 0 <= begin <= len(self._text):
            return None
        pieces = _string(fs, types.FRAGMENTS).split()
        if pieces and len(pieces) % 2 == 0 and all(p.isascii() and p.isdecimal() and len(p) < 10 for p in pieces):
            places = [self._utf16.from_utf16(int(p)) for p in pieces]
            if min(places) == begin and max(places) == end:  # else somebody has moved it since
                return fragments_in(list(zip(places[::2], places[1::2], strict=True)), len(self._text), where)
        return fragments_in([(begin, end)], len(self._text), where)

    def _entity(self, fs: Any, label: str) -> str | None:
        name, external = _string(fs, "entityName"), _string(fs, "identifier")
        if not name and not external:
            return None
        words = self._text[fs.begin : fs.end]
        return self._things.entity((name, external, label), name or words, label, external)

    def _links(self, fs: Any) -> None:
        """Take relations, link features, zones and comments."""
        name = fs.type.name
        if name == types.ZONE:
            kind = next((k for k in RegionKind if k.value == _string(fs, "value")), None)
            if kind and (place := self._fragments(fs)):
                self._draft.region(kind, place[0])
        elif name == types.COMMENT:
            target = self._mentions.get(id(_feature(fs, "target")))
            self._draft.comment(_string(fs, "value"), target, _string(fs, "at"))
        elif _is_link(fs):
            if not is_plain(name) and not is_passed_over(name):
                self._relation(fs)
        elif id(fs) in self._mentions:
            self._slots(fs)

    def _relation(self, fs: Any) -> None:
        source, target = (self._mentions.get(id(_feature(fs, end))) for end in ("Governor", "Dependent"))
        if source is None or target is None:
            self._skipped[f"{fs.type.name} links what was not taken"] += 1
            return
        label = _string(fs, _label_feature(fs)) or fs.type.name.rpartition(".")[2]
        self._intake.layer(label, None, fs.type.name, Layer.RELATION)
        self._draft.relation(label, source, target)

    def _slots(self, fs: Any) -> None:
        """Take the link features of a mention: an event's arguments, else relations."""
        mention = self._mentions[id(fs)]
        for feature, link in _all_links(fs):
            filler = self._mentions.get(id(_feature(link, "target")))
            role = _string(link, "role") or feature
            if filler is None:
                self._skipped[f"{role} is filled by what was not taken"] += 1
            elif self._draft.of(mention).layer is Layer.EVENT:
                self._draft.argument(mention, role, filler)
            else:
                self._intake.layer(role, None, f"{fs.type.name}.{feature}", Layer.RELATION)
                self._draft.relation(role, mention, filler)


def _view_with_text(cas: Any) -> Any:
    for sofa in cas.sofas:
        if isinstance(sofa.sofaString, str) and sofa.sofaString:
            return cas.get_view(sofa.sofaID)
    raise Fault("sofaString", tr("holds no text"), "", ProblemKind.EMPTY)


def _names(fs: Any) -> list[str]:
    return [f.name for f in fs.type.all_features]


def _feature(fs: Any, name: str) -> Any:
    return getattr(fs, name, None)


def _string(fs: Any, name: str) -> str:
    value = getattr(fs, name, None) if name else None
    return value if isinstance(value, str) else ""


def _is_annotation(fs: Any) -> bool:
    return hasattr(fs, "begin") and hasattr(fs, "end")


def _is_link(fs: Any) -> bool:
    return hasattr(fs, "Governor") and hasattr(fs, "Dependent")


def _own_names(fs: Any, label_feature: str) -> list[str]:
    """Return the features that are attributes: all texts but the label and what has a meaning of its own."""
    return [n for n in _names(fs) if n != label_feature and n not in types.RESERVED]


def _label(fs: Any) -> str:
    """Return the label of an annotation: what it says, else what its type is called."""
    return _string(fs, _label_feature(fs)) or str(fs.type.name.rpartition(".")[2])


def _label_feature(fs: Any) -> str:
    return label_feature([f.name for f in fs.type.all_features if f.rangeType.name == "uima.cas.String"])


def _plain_elements(value: Any) -> bool:
    elements = getattr(value, "elements", None)
    return isinstance(elements, list) and any(isinstance(e, str | int | float) for e in elements)


def _pairs(fs: Any, name: str) -> dict[str, str]:
    """Return names and values that stand in turns in an array of texts."""
    array = getattr(fs, name, None)
    elements = getattr(array, "elements", None)
    if not isinstance(elements, list):
        return {}
    texts = [e if isinstance(e, str) else "" for e in elements]
    return dict(zip(texts[::2], texts[1::2], strict=False))


def _all_links(fs: Any) -> Iterator[tuple[str, Any]]:
    for name in _names(fs):
        elements = getattr(getattr(fs, name, None), "elements", None)
        if isinstance(elements, list):
            yield from ((name, e) for e in elements if hasattr(e, "target"))
