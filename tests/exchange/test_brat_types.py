"""What brat's configuration says of labels: roles and how often they are filled, attributes, titles, colours."""

import pytest

from dateline.exchange.formats.brat.config import Met, annotation_conf, names_of, visual_conf
from dateline.exchange.formats.brat.types import types_of
from dateline.model.annotation import Layer
from dateline.model.schema import Attribute, LabelType, Role, Schema

CONF = """\
# comments
<NAMED>=Person|Organization

[entities]
Person
Organization
\tCompany
-------
!Place

[relations]
MemberOf\tArg1:Person, Arg2:Organization
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:contain

[events]
!Happening
Attack\tAgent:<NAMED>, Target+:<ENTITY>, Weapon*:<ANY>, Place?:Place, Cause{0-2}:<EVENT>, Agent:Place
Die\tVictim{2}:Person|<EVENT>
Rain

[attributes]
Negation\tArg:<EVENT>
Certainty\tArg:Attack|Die, Value:Certain|Uncertain
Rank\tArg:<ENTITY>, Value:Low|High
Seen\tArg:<ANY>, <GLYPH>:*
"""
LOOKS = """\
[labels]
Person | Human being | Hum | H
Attack | Attack
# Rain | no
[drawing]
SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen
Person\tbgColor:#FFccaa, borderColor:#000000
Attack\tfgColor:#fff, bgColor:#1a9
Rain\tbgColor:lightblue
"""
PLACES = ("Person", "Organization", "Company", "Place")
EVENTS = ("Happening", "Attack", "Die", "Rain")


def read(conf=CONF, looks=LOOKS):
    return {t.name: t for t in types_of(conf, looks, names_of(conf))}


def test_labels_are_of_the_layers_of_their_sections():
    assert {name: t.layer for name, t in read().items()} == {
        **dict.fromkeys(PLACES, Layer.ENTITY),
        "MemberOf": Layer.RELATION,
        **dict.fromkeys(EVENTS, Layer.EVENT),
    }


def test_roles_have_their_fillers_and_how_often_they_are_filled():
    found = read()
    assert found["Attack"].roles == (
        Role("Agent", fillers=("Person", "Organization"), required=True),
        Role("Target", fillers=PLACES, required=True, repeatable=True),
        Role("Weapon", repeatable=True),
        Role("Place", fillers=("Place",)),
        Role("Cause", fillers=EVENTS, repeatable=True),
    )
    assert found["Die"].roles == (Role("Victim", fillers=("Person", *EVENTS), required=True, repeatable=True),)
    assert not any(found[name].roles for name in ("Rain", "MemberOf"))


def test_attributes_are_those_of_the_labels_they_are_said_to_be_of():
    found = read()
    negation, certainty, seen = Attribute("Negation", ("true",)), ("Certain", "Uncertain"), Attribute("Seen", ("true",))
    assert found["Attack"].attributes == (negation, Attribute("Certainty", certainty), seen)
    assert found["Rain"].attributes == (negation, seen)
    assert found["Place"].attributes == (Attribute("Rank", ("Low", "High")), seen)
    assert not found["MemberOf"].attributes


@pytest.mark.parametrize(
    ("label", "title", "code", "colour"),
    [("Person", "Human being", "H", "#ffccaa"), ("Attack", "", "", "#11aa99"), ("Rain", "", "", "")],
)
def test_titles_short_forms_and_colours_are_those_of_visual_conf(label, title, code, colour):
    found = read()[label]
    assert (found.title, found.code, found.colour) == (title, code, colour)


@pytest.mark.parametrize(
    "conf", ["", "[events]\nAttack\tAgent, :x,:, Target:\nAttack\n[events", "\t|\n[x]\n[attributes]\n|"]
)
def test_what_is_not_understood_is_passed_over(conf):
    assert all(not t.roles for t in read(conf, "[labels]\n|\n[drawing]\n#\n\nx").values())


def test_what_is_written_comes_back():
    schema = Schema(
        types=(
            LabelType("1", Layer.ENTITY, "Head of State", "Head of state", "HoS", colour="#aabbcc"),
            LabelType("2", Layer.ENTITY, "Şehir", attributes=(Attribute("büyük", ("var", "yok")), Attribute("note"))),
            LabelType(
                "3", Layer.EVENT, "Sözleşme", "Agreement",
                roles=(
                    Role("Taraf", fillers=("Head of State", "Şehir"), required=True, repeatable=True),
                    Role("Kanıt 2", repeatable=True),
                    Role("Yer", fillers=("Şehir",)),
                    Role("Gün", required=True),
                ),
                attributes=(Attribute("büyük", ("var", "yok")),),
            ),
            LabelType("4", Layer.RELATION, "part of", "Part of"),
        )
    )  # fmt: skip
    met = Met()
    met.take_schema(schema)
    found = read(annotation_conf(met, schema), visual_conf(met, schema))
    plain = {t.name: (t.layer, t.title, t.code, t.colour, t.roles, t.attributes) for t in schema.types}
    assert {n: (t.layer, t.title, t.code, t.colour, t.roles, t.attributes) for n, t in found.items()} == plain
