"""Bundles without their ids, to compare what was written with what is read back."""

from collections.abc import Callable, Collection

from dateline.exchange.intake import FIELDS
from dateline.exchange.left_out import Holds
from dateline.exchange.reading import Reader
from dateline.model.annotation import Annotations
from dateline.model.article import RegionKind
from dateline.model.bundle import Bundle, Frame
from dateline.model.registry import Entity


def everything(reader: Reader) -> tuple[Frame, list[Bundle]]:
    """Read a source to its end and return its bundles with all entities that came on the way."""
    entities = list(reader.frame.entities)
    bundles = []
    for bundle in reader:
        entities += [e for f in reader.further_frames() for e in f.entities]
        bundles.append(bundle)
    entities += [e for f in reader.further_frames() for e in f.entities]
    return Frame(reader.frame.schema, reader.frame.annotators, tuple(entities)), bundles


def shape(
    bundle: Bundle, frame: Frame, holds: Collection[Holds], clean: Callable[[str], str] = str
) -> dict[str, object]:
    """Return what a format that holds these things must bring back, with `clean` for texts it has to change."""
    article, found = bundle.article, bundle.annotations
    entities = {e.id: e for e in frame.entities}
    values = {t.id: t for t in found.times}
    text = clean(article.text)
    out: dict[str, object] = {"text": text}
    if Holds.FIELDS in holds:
        out["fields"] = {n: clean(getattr(article, n)) for n in FIELDS if n != "note"}
    if Holds.META in holds:
        out["meta"] = clean(article.note), {clean(k): clean(v) for k, v in article.meta.items()}
    if Holds.ANNOTATORS in holds:
        out["who"] = bundle.annotator and (clean(bundle.annotator.name), bundle.annotator.kind)
    if Holds.STATES in holds:
        out["state"] = bundle.state
    key: dict[str, tuple[object, ...]] = {}
    for m in found.mentions:
        said: list[object] = [m.layer, clean(m.label), m.fragments]
        if Holds.ATTRIBUTES in holds:
            said.append(sorted({clean(k): clean(v) for k, v in m.attributes.items()}.items()))
        if Holds.ENTITIES in holds:
            said.append(_linked(entities.get(m.entity_id or ""), m.text_of(text), clean))
        if Holds.TIMES in holds and (value := values.get(m.id)):
            said.append((clean(value.value), clean(value.mod) if value.value else ""))
        key[m.id] = tuple(said)
    return out | {"mentions": _sorted(key.values())} | _links(found, key, holds, clean)


def _linked(entity: Entity | None, words: str, clean: Callable[[str], str]) -> object:
    return entity and (clean(entity.name or entity.external_id or words), clean(entity.external_id))


def _links(
    found: Annotations, key: dict[str, tuple[object, ...]], holds: Collection[Holds], clean: Callable[[str], str]
) -> dict[str, object]:
    out: dict[str, object] = {}
    if Holds.ARGUMENTS in holds:
        out["arguments"] = _sorted((key[a.event_id], clean(a.role), key[a.filler_id]) for a in found.arguments)
    if Holds.RELATIONS in holds:
        out["relations"] = _sorted((clean(r.label), key[r.source_id], key[r.target_id]) for r in found.relations)
    if Holds.COMMENTS in holds:
        out["comments"] = _sorted((clean(c.text), c.at, key.get(c.mention_id or "")) for c in found.comments)
    for kind, held in ((RegionKind.NEGATIVE, Holds.NEGATIVES), (RegionKind.BOILERPLATE, Holds.BOILERPLATE)):
        if held in holds:
            out[kind.value] = sorted(r.span for r in found.regions if r.kind is kind)
    return out


def _sorted(items: object) -> list[object]:
    return sorted(items, key=repr)  # type: ignore[call-overload, no-any-return]


def lost(bundles: list[Bundle], holds: Collection[Holds]) -> set[str]:
    """Return the kinds of thing in bundles that a format does not hold and must have reported."""
    out: set[str] = set()
    for b in bundles:
        a, f = b.article, b.annotations
        there = {
            Holds.FIELDS: a.title or a.published or a.source or a.url,
            Holds.META: a.note or a.meta,
            Holds.ATTRIBUTES: any(m.attributes for m in f.mentions),
            Holds.ENTITIES: any(m.entity_id for m in f.mentions),
            Holds.HAPPENINGS: any(m.happening_id for m in f.mentions),
            Holds.TIMES: f.times,
            Holds.ARGUMENTS: f.arguments,
            Holds.RELATIONS: f.relations,
            Holds.COMMENTS: f.comments,
            Holds.NEGATIVES: any(r.kind is RegionKind.NEGATIVE for r in f.regions),
            Holds.BOILERPLATE: any(r.kind is RegionKind.BOILERPLATE for r in f.regions),
            Holds.STATES: b.annotator,
            Holds.ANNOTATORS: b.annotator,
        }
        out |= {str(kind) for kind, value in there.items() if value and kind not in holds}
    return out
