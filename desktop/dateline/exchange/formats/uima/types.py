"""The types and features our annotations have in a CAS: DKPro's and INCEpTION's where there are such."""

import keyword
import re
from typing import Any

from dateline.model.schema import Schema

NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
TIMEX3 = "de.unihd.dbs.uima.types.heideltime.Timex3"
CAS_METADATA = "de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata"
# INCEpTION names the types of layers that people add like this.
TIME = "webanno.custom.Time"
EVENT = "webanno.custom.Event"
ARGUMENT = "webanno.custom.EventArgumentsLink"
RELATION = "webanno.custom.Relation"
ZONE = "webanno.custom.Zone"
COMMENT = "webanno.custom.Comment"

MORE = "furtherAttributes"  # names and values in turns, of attributes that cannot be features
FRAGMENTS = "fragments"  # "0 5 9 12": UTF-16 offsets of a discontinuous mention's parts
FIELDS = "datelineFields"  # names and values in turns
MENTIONS = (NAMED_ENTITY, TIME, EVENT)
_OWN_FEATURES: dict[str, tuple[str, ...]] = {
    NAMED_ENTITY: ("value", "identifier", "entityName", FRAGMENTS),
    TIME: ("value", "timex", "mod", FRAGMENTS),
    EVENT: ("value", FRAGMENTS),
    RELATION: ("value",),
    ZONE: ("value",),
    COMMENT: ("value", "at"),
}
RESERVED = frozenset(
    (
        *(name for names in _OWN_FEATURES.values() for name in names),
        *("arguments", "Governor", "Dependent", "target", MORE, FIELDS),
        *("begin", "end", "sofa", "self", "type", "elements", "xmiID", "self_", "type_"),
    )
)
_FEATURE = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,60}")
_STRING, _STRINGS, _ARRAY = "uima.cas.String", "uima.cas.StringArray", "uima.cas.FSArray"
_ANNOTATION = "uima.tcas.Annotation"


def attribute_features(schema: Schema | None) -> frozenset[str]:
    """Return the attributes of a schema that can be features of their own, so that INCEpTION shows them."""
    names = {a.name for t in schema.types for a in t.attributes} if schema else set()
    return frozenset(n for n in names if _FEATURE.fullmatch(n) and n not in RESERVED and not keyword.iskeyword(n))


def type_system(cassis: Any, attributes: frozenset[str]) -> Any:
    """Return a type system for our annotations."""
    system = cassis.TypeSystem()

    def declare(name: str, parent: str = _ANNOTATION) -> Any:
        made = system.create_type(name, parent)
        for feature in _OWN_FEATURES.get(name, ()):
            system.create_feature(made, feature, _STRING)
        return made

    metadata = declare(METADATA, "uima.tcas.DocumentAnnotation")
    for feature in ("documentTitle", "documentId", "documentUri"):
        system.create_feature(metadata, feature, _STRING)
    system.create_feature(metadata, FIELDS, _STRINGS)
    for name in MENTIONS:
        made = declare(name)
        for feature in sorted(attributes):
            system.create_feature(made, feature, _STRING)
        system.create_feature(made, MORE, _STRINGS)
    link = declare(ARGUMENT, "uima.cas.TOP")
    system.create_feature(link, "role", _STRING)
    system.create_feature(link, "target", _ANNOTATION)
    system.create_feature(system.get_type(EVENT), "arguments", _ARRAY, elementType=ARGUMENT)
    relation = declare(RELATION)
    for feature in ("Governor", "Dependent"):
        system.create_feature(relation, feature, _ANNOTATION)
    declare(ZONE)
    system.create_feature(declare(COMMENT), "target", _ANNOTATION)
    return system


def inferred_types(structures: Any) -> dict[str, Any]:
    """Return a "%TYPES" section for JSON that came without: what its feature structures show.

    Every type that has a place in the text is an annotation. Raises AttributeError and the like for what is no CAS.
    """
    listed = structures.values() if isinstance(structures, dict) else structures
    types: dict[str, dict[str, Any]] = {}
    for structure in listed:
        name = structure["%TYPE"]
        if name.startswith("uima.") or name.endswith("[]"):
            continue
        placed = "begin" in structure and "end" in structure
        made = types.setdefault(name, {"%NAME": name, "%SUPER_TYPE": _ANNOTATION if placed else "uima.cas.TOP"})
        if placed:
            made["%SUPER_TYPE"] = _ANNOTATION
        for key, value in structure.items():
            if key.startswith("%") or key in ("begin", "end", "@sofa"):
                continue
            feature = key.lstrip("@#^")
            made.setdefault(feature, {"%NAME": feature, "%RANGE": _range_of(key, value)})
    return types


def _range_of(key: str, value: Any) -> str:
    if key.startswith(("@", "^")):
        return "uima.cas.TOP"
    if key.startswith("#") or isinstance(value, float):
        return "uima.cas.Double"
    if isinstance(value, bool):
        return "uima.cas.Boolean"
    return "uima.cas.Long" if isinstance(value, int) else _STRING
