"""Schemas: TOML in and out, errors that name the type and field, keys that collide, and the presets."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.assets import resources
from dateline.model.annotation import Layer
from dateline.model.schema import (
    Attribute,
    LabelType,
    Role,
    Schema,
    SchemaError,
    attribute_to_data,
    attributes_from_data,
    label_type_to_data,
    role_to_data,
    roles_from_data,
    schema_from_toml,
    schema_to_toml_data,
)

PRESETS = sorted(path.stem for path in resources("schemas").glob("*.toml"))

STORMS = """
name = "storms"
title = "Storms"
description = "  Weather that does harm. "
fold_identical = false

[[attributes]]
name = "modality"
values = ["asserted", "planned"]
default = "asserted"
key = "j"

[[roles]]
name = "Place"
key = "i"
fillers = ["PLACE"]
repeatable = true

[[entity]]
name = "PLACE"
title = "Place"
code = "PLC"
key = "p"
colour = "#3A66B8"
description = \"\"\"
Anything on the map.
\"\"\"

[[time]]
name = "DATE"
key = "d"

[[event]]
name = "LANDFALL"
key = "v l"
roles = ["Place", { name = "Time", key = "e", fillers = ["DATE"] }]
required = ["Place"]
attributes = ["modality", { name = "note" }]

[[event]]
name = "FLOOD"
key = "v f"
roles = ["Place"]

[[relation]]
name = "CAUSES"
key = "z c"
"""


def preset(name: str) -> Schema:
    return schema_from_toml(tomllib.loads(resources("schemas", f"{name}.toml").read_text("utf-8")))


def schema_of(*types: LabelType) -> Schema:
    return Schema(types=types)


def label(name: str, key: str = "", layer: Layer = Layer.ENTITY, **more: Any) -> LabelType:
    return LabelType(id=name, layer=layer, name=name, key=key, **more)


def test_from_toml():
    schema = schema_from_toml(tomllib.loads(STORMS))
    assert (schema.name, schema.title, schema.fold_identical) == ("storms", "Storms", False)
    assert [t.name for t in schema.types] == ["PLACE", "DATE", "LANDFALL", "FLOOD", "CAUSES"]
    assert [t.position for t in schema.types] == [0, 1, 2, 3, 4]
    place = schema.by_name["PLACE"]
    assert (place.layer, place.shown, place.code, place.key, place.colour) == (
        Layer.ENTITY,
        "Place",
        "PLC",
        "p",
        "#3A66B8",
    )
    assert place.description == "Anything on the map."
    assert schema.by_name["DATE"].shown == "DATE"
    assert len({t.id for t in schema.types}) == 5


def test_shared_roles_and_attributes_and_required():
    schema = schema_from_toml(tomllib.loads(STORMS))
    landfall, flood = schema.by_name["LANDFALL"], schema.by_name["FLOOD"]
    assert landfall.role("Place") == Role("Place", "i", ("PLACE",), required=True, repeatable=True)
    assert landfall.role("Time") == Role("Time", "e", ("DATE",))
    assert flood.role("Place") == Role("Place", "i", ("PLACE",), repeatable=True)
    assert flood.role("Time") is None
    assert landfall.attribute("modality") == Attribute("modality", ("asserted", "planned"), "asserted", "j")
    assert landfall.attribute("note") == Attribute("note")
    assert flood.attribute("modality") is None


def test_look_ups():
    schema = schema_from_toml(tomllib.loads(STORMS))
    assert schema.by_key("v l") is schema.by_name["LANDFALL"]
    assert schema.by_key("v") is None
    assert schema.by_key("") is None
    assert [t.name for t in schema.layer(Layer.EVENT)] == ["LANDFALL", "FLOOD"]


def test_to_toml_data_and_back():
    schema = schema_from_toml(tomllib.loads(STORMS))
    assert schema_from_toml(schema_to_toml_data(schema)) == schema


def test_the_name_given_is_used_where_the_file_has_none():
    types = {"entity": [{"name": "PLACE"}]}
    assert schema_from_toml(types, "weather").name == "weather"
    assert schema_from_toml(types | {"name": "storms"}, "weather").name == "storms"


def test_a_schema_without_types_is_refused():
    with pytest.raises(SchemaError, match="no types"):
        schema_from_toml({"name": "storms"})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"entity": {"name": "A"}}, ("entity", "list of tables")),
        ({"entity": ["A"]}, ("entity", "list of tables")),
        ({"entity": [{}]}, ("entity", "needs a name")),
        ({"event": [{"name": "A", "roles": ["Where"]}]}, ("event A", "Where", "none")),
        ({"roles": [{"name": "Who"}], "event": [{"name": "A", "roles": ["Where"]}]}, ("event A", "Where", "Who")),
        ({"event": [{"name": "A", "roles": [7]}]}, ("event A", "7")),
        ({"event": [{"name": "A", "roles": [{"key": "w"}]}]}, ("event A", "role has no name")),
        ({"event": [{"name": "A", "roles": [{"name": "W", "fillers": "PER"}]}]}, ("event A", "W", "fillers")),
        ({"event": [{"name": "A", "required": ["Who"]}]}, ("event A", "required", "Who")),
        ({"event": [{"name": "A", "required": "Who"}]}, ("event A", "required", "list of strings")),
        ({"time": [{"name": "A", "attributes": ["mood"]}]}, ("time A", "mood")),
        ({"time": [{"name": "A", "attributes": [{"values": []}]}]}, ("time A", "attribute has no name")),
        ({"time": [{"name": "A", "attributes": [{"name": "m", "values": [1]}]}]}, ("time A", "m", "values")),
        ({"attributes": [{"values": ["x"]}]}, ("attributes", "no name")),
        ({"roles": [{"key": "x"}]}, ("roles", "no name")),
    ],
)
def test_errors_name_the_type_and_the_field(data: dict[str, Any], words: tuple[str, ...]):
    with pytest.raises(SchemaError) as error:
        schema_from_toml(data)
    assert [w for w in words if w not in str(error.value)] == []


@pytest.mark.parametrize(
    "types",
    [
        ({"name": "A"}, {"name": "A"}),
        ({"name": "A", "key": "a"}, {"name": "B", "key": "a"}),
        ({"name": "A", "key": "v"}, {"name": "B", "key": "v c"}),
        ({"name": "A", "key": "v c d"},),
        ({"name": "A", "key": "vc"},),
    ],
)
def test_a_schema_with_problems_is_refused(types: tuple[dict[str, str], ...]):
    with pytest.raises(SchemaError, match=r"A"):
        schema_from_toml({"entity": list(types)})


@pytest.mark.parametrize(
    ("first", "second", "collide"),
    [
        ("p", "p", True),
        ("v c", "v c", True),
        ("v", "v c", True),
        ("v c", "v", True),
        ("v c", "v d", False),
        ("v c", "c", False),
        ("v c", "c v", False),
        ("p", "P", False),
        ("", "", False),
        ("p", "", False),
    ],
)
def test_keys_that_collide(first: str, second: str, collide: bool):
    problems = schema_of(label("ONE", first), label("TWO", second, Layer.EVENT)).problems()
    assert bool(problems) == collide
    if collide:
        assert "ONE" in problems[0]
        assert "TWO" in problems[0]


@pytest.mark.parametrize("key", ["ab", "a b c", " a", "a ", "a  b", "Shift p"])
def test_keys_that_are_no_keys(key: str):
    (problem,) = schema_of(label("ONE", key)).problems()
    assert "ONE" in problem
    assert repr(key) in problem


def test_other_problems():
    twice = label("ONE", roles=(Role("Who"), Role("Who")))
    assert schema_of(twice).problems() == ["ONE has two roles called Who"]
    nameless = label("ONE", roles=(Role(""), Role("")), attributes=(Attribute("A"), Attribute("")))
    assert schema_of(nameless).problems() == ["ONE has a role without a name", "ONE has an attribute without a name"]
    assert schema_of(label(" ")).problems() == ["a type has no name"]
    assert schema_of(label("ONE"), label("ONE", layer=Layer.TIME)).problems() == ["two types are called ONE"]


names = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Z")), min_size=1, max_size=8)
texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=20).map(str.strip)
roles = st.builds(
    Role, names, texts, st.lists(names, max_size=3).map(tuple), st.booleans(), st.booleans(), description=texts
)
attributes = st.builds(Attribute, names, st.lists(names, max_size=3).map(tuple), texts, texts, texts)


@st.composite
def schemas(draw: st.DrawFn) -> Schema:
    layers = sorted(draw(st.lists(st.sampled_from(Layer), min_size=1, max_size=6)), key=list(Layer).index)
    found = draw(st.lists(names, min_size=len(layers), max_size=len(layers), unique=True))
    types = tuple(
        LabelType(
            id=f"id-{i}",
            layer=layer,
            name=name,
            title=draw(texts),
            code=draw(texts),
            colour=draw(texts),
            description=draw(texts),
            roles=tuple(draw(st.lists(roles, max_size=3, unique_by=lambda r: r.name))),
            attributes=tuple(draw(st.lists(attributes, max_size=3, unique_by=lambda a: a.name))),
            position=i,
        )
        for i, (layer, name) in enumerate(zip(layers, found, strict=True))
    )
    return Schema(draw(names), draw(texts), draw(texts), draw(st.booleans()), types)


@given(schemas())
def test_any_schema_comes_back(schema: Schema):
    assert schema_from_toml(schema_to_toml_data(schema)) == schema


@given(st.lists(roles, max_size=3), st.lists(attributes, max_size=3))
def test_roles_and_attributes_come_back(some_roles: list[Role], some_attributes: list[Attribute]):
    assert roles_from_data(role_to_data(r) for r in some_roles) == tuple(some_roles)
    assert attributes_from_data(attribute_to_data(a) for a in some_attributes) == tuple(some_attributes)


def test_fields_at_their_default_are_left_out():
    assert label_type_to_data(label("ONE")) == {"id": "ONE", "name": "ONE"}


def test_the_presets_are_these():
    assert PRESETS == ["conll2003", "diplomacy", "ontonotes", "timeml"]


@pytest.mark.parametrize("name", PRESETS)
def test_presets_load_without_problems(name: str):
    schema = preset(name)
    assert schema.name == name
    assert schema.title
    assert schema.problems() == []
    assert all(t.title and t.key and len(t.description.split()) >= 5 for t in schema.types)
    assert all(stroke.isalpha() and stroke.islower() for t in schema.types for stroke in t.key.split(" "))
    assert schema_from_toml(schema_to_toml_data(schema)) == schema


@pytest.mark.parametrize("name", PRESETS)
def test_roles_and_attributes_of_presets_have_keys_of_their_own(name: str):
    schema = preset(name)
    first_strokes = {t.key.split(" ")[0] for t in schema.types}
    for t in schema.types:
        keys = [r.key for r in t.roles] + [a.key for a in t.attributes]
        assert "" not in keys
        assert len(set(keys)) == len(keys), t.name
        if name == "diplomacy":
            assert not first_strokes & set(keys), t.name
        for role in t.roles:
            assert [f for f in role.fillers if f not in schema.by_name] == []
            assert role.description
        for attribute in t.attributes:
            assert attribute.default in ("", *attribute.values)


def test_diplomacy_has_what_the_timeline_reads():
    schema = preset("diplomacy")
    assert {t.name for t in schema.layer(Layer.ENTITY)} == set(
        "PERSON ORG GPE LOC NORP TITLE MONEY NUMBER AGREEMENT AWARD".split()  # noqa: SIM905
    )
    assert [t.name for t in schema.layer(Layer.TIME)] == ["DATE", "TIME", "DURATION", "SET"]
    events = schema.layer(Layer.EVENT)
    assert len(events) == 15
    for t in events:
        modality, polarity = t.attribute("modality"), t.attribute("polarity")
        assert modality is not None
        assert modality.values == ("asserted", "planned", "hypothetical")
        assert polarity is not None
        assert polarity.values == ("positive", "negative")
        time = t.role("Time")
        assert time is not None
        assert time.fillers == ("DATE", "TIME", "DURATION", "SET")
    mode = schema.by_name["CONSULT"].attribute("mode")
    assert mode is not None
    assert {"visit", "call", "multilateral", "meeting"} <= set(mode.values)
