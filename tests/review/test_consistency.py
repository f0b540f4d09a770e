"""Every kind of fault the check knows, found where it was put; and nothing where all is well."""

import tomllib

import pytest

from dateline import assets
from dateline.model.annotation import Annotations, Argument, Layer, Mention, Relation, TimeValue
from dateline.model.article import Article, Region, RegionKind
from dateline.model.bundle import Bundle
from dateline.model.schema import Schema, schema_from_toml
from dateline.model.text import Span
from dateline.review.consistency import check_bundle

TEXT = "Akar met Blinken  on Monday."


@pytest.fixture(scope="module")
def schema() -> Schema:
    return schema_from_toml(tomllib.loads(assets.resources("schemas", "diplomacy.toml").read_text(encoding="utf-8")))


def mention(mention_id: str, label: str, layer: Layer, begin: int, end: int, **attributes: str) -> Mention:
    return Mention(mention_id, "a", "n", layer, label, (Span(begin, end),), attributes=attributes)


AKAR = mention("akar", "PERSON", Layer.ENTITY, 0, 4)
MET = mention("met", "CONSULT", Layer.EVENT, 5, 8)
MONDAY = mention("monday", "DATE", Layer.TIME, 21, 27)
VALUE = TimeValue("monday", "2018-04-16")


def findings(schema: Schema, *mentions: Mention, **more: object) -> list[tuple[bool, str]]:
    annotations = Annotations(mentions=mentions, **more)  # type: ignore[arg-type]
    bundle = Bundle(Article("a", TEXT, "Talks"), None, annotations=annotations)
    return [(f.grave, str(f.what)) for f in check_bundle(bundle, schema)]


def test_all_is_well(schema: Schema) -> None:
    arguments = (Argument("1", "met", "Agent", "akar"), Argument("2", "met", "Time", "monday"))
    assert findings(schema, AKAR, MET, MONDAY, times=(VALUE,), arguments=arguments) == []


@pytest.mark.parametrize(
    ("mentions", "more", "grave", "what"),
    [
        ([mention("x", "PERSON", Layer.ENTITY, 20, 99)], {}, True, "beyond the end of the text (28)"),
        ([mention("x", "PERSON", Layer.ENTITY, 16, 18)], {}, False, "only white space"),
        ([mention("x", "ALIEN", Layer.ENTITY, 0, 4)], {}, True, "ALIEN is not in the schema"),
        ([mention("x", "PERSON", Layer.EVENT, 0, 4)], {}, True, "Person is a label of entity"),
        ([mention("x", "PERSON", Layer.ENTITY, 0, 4, colour="red")], {}, False, "no attribute colour"),
        ([mention("x", "CONSULT", Layer.EVENT, 5, 8, polarity="maybe")], {}, False, "maybe is no value of polarity"),
        ([MONDAY], {}, False, "Date has no value"),
        ([AKAR], {"times": (TimeValue("akar", "2018"),)}, True, "belongs to no time expression"),
        ([AKAR], {"times": (TimeValue("gone", "2018"),)}, True, "belongs to no time expression"),
        ([AKAR], {"arguments": (Argument("1", "gone", "Agent", "akar"),)}, True, "Agent belongs to no event"),
        ([AKAR], {"arguments": (Argument("1", "akar", "Agent", "akar"),)}, True, "Agent belongs to no event"),
        ([MET], {"arguments": (Argument("1", "met", "Agent", "gone"),)}, True, "filled by nothing"),
        ([AKAR, MET], {"arguments": (Argument("1", "met", "Cook", "akar"),)}, False, "Consult has no role Cook"),
        ([AKAR, MET], {"relations": (Relation("1", "a", "n", "KNOWS", "akar", "met"),)}, True, "KNOWS is not in"),
        ([AKAR], {"relations": (Relation("1", "a", "n", "PERSON", "akar", "gone"),)}, True, "leads nowhere"),
        ([AKAR], {"regions": (Region("1", "a", RegionKind.BOILERPLATE, Span(5, 90)),)}, True, "beyond the end"),
    ],
)
def test_each_fault_is_told(
    schema: Schema, mentions: list[Mention], more: dict[str, object], grave: bool, what: str
) -> None:
    found = findings(schema, *mentions, **more)
    assert [f for f in found if what in f[1] and f[0] is grave], found
