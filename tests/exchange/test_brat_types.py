"""What brat's configuration says of labels: roles and how often they are filled, attributes, titles, colours."""

import pytest
from msgspec.structs import replace

from dateline.exchange.formats.brat.conf import conf_of
from dateline.exchange.formats.brat.config import Met, annotation_conf, names_of, visual_conf
from dateline.exchange.formats.brat.types import types_of
from dateline.model.annotation import Layer
from dateline.model.schema import Attribute, LabelType, Role, Schema
from dateline.model.wording import cut_short

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
    said = conf_of(conf)
    return {t.name: t for t in types_of(said, looks, names_of(said))}


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


def test_a_name_and_its_arguments_may_be_parted_by_any_white_space():
    """brat takes tabs and spaces alike; lines may be indented, and comments, too."""
    assert all(t.roles for name, t in read().items() if name in ("Attack", "Die"))
    for blank in (" ", "  ", " \t "):
        spaced = CONF.replace("\tCompany", f"{blank}Company").replace("\t", blank)
        for conf in (spaced, spaced.replace("[events]", " [events] \n  # told"), spaced.replace("\n", "\r\n")):
            assert [replace(t, id="") for t in read(conf).values()] == [replace(t, id="") for t in read().values()]
            assert [str(what) for _, what in conf_of(conf).faults] == ["Agent is there twice; the first counts"]


@pytest.mark.parametrize(
    ("lines", "fillers"),
    [
        ("<A>=Person\n<B>=<A>|Place\nE Who:<B>", ("Person", "Place")),
        ("<Args>= Who:Person|Place, Where?:Place\nE <Args>", ("Person", "Place")),
        ("<A>=Person\nD Who:<A>\n<A>=Place\nE Who:<A>", ("Place",)),
        ("E Who:Person|Place", ("Person", "Place")),
        ("E|Other Who:Person", ("Person",)),
        ("  !E Who : Person, Who:Place", ("Place",)),
    ],
)
def test_macros_stand_for_what_they_say(lines, fillers):
    assert read(f"[entities]\nPerson\nPlace\n[events]\n{lines}\n")["E"].role("Who").fillers == fillers


def test_names_with_spaces_as_older_exports_wrote_them_are_read():
    events = "State visit\tWho+:<ANY>\nA b Who:<ANY>"
    conf = f"[entities]\nHead of State\n[events]\n{events}\n[attributes]\nhow sure\tArg:<ANY>"
    assert [(t.name, len(t.roles), len(t.attributes)) for t in read(conf, "").values()] == [
        ("Head of State", 0, 1),
        ("State visit", 1, 1),
        ("A", 0, 1),
    ]


EXPECTED = {
    "entities": "Label",
    "events": "Label Role:Label|Label, Role:Label",
    "attributes": "Name Arg:Label|Label, Value:A|B",
}


@pytest.mark.parametrize(
    ("section", "line", "piece"),
    [
        ("attributes", "| Certainty\tArg:GPE, Value:sure|unsure", ""),
        ("attributes", "!\tArg:GPE", ""),
        ("attributes", "Sure\tArg:<WHO>", "Arg:<WHO>"),
        ("attributes", "Sure\tArg", "Arg"),
        ("entities", "|", ""),
        ("entities", "<PLACES>", ""),
        ("events", "Visit Who:GPE; Where:GPE", "Who:GPE; Where:GPE"),
        ("events", "Visit Who:, Where:GPE", "Who:"),
        ("events", "Visit :GPE", ":GPE"),
        ("events", "Visit Who{two}:GPE", "Who{two}:GPE"),
        ("events", f"Visit Who{{{'9' * 5000}}}:GPE", f"Who{{{'9' * 5000}}}:GPE"),
        ("events", "Visit Who:<EVENTS>", "Who:<EVENTS>"),
    ],
)
def test_a_line_that_is_not_understood_is_told(section, line, piece):
    conf = conf_of(f"[entities]\nGPE\n[{section}]\n{line}\n")
    (told,) = conf.told("annotation.conf")
    assert (told.where, told.notice) == ("annotation.conf, line 4", True)
    assert told.what.startswith(cut_short(repr(piece or line)))
    assert told.what.endswith(f"not understood and passed over: expected a line such as {EXPECTED[section]}")
    found = types_of(conf, "", names_of(conf))
    assert all(part.name for t in found for part in (t, *t.roles, *t.attributes))


@pytest.mark.parametrize(
    ("conf", "told"),
    [
        ("GPE\n", "line 1: 'GPE' is passed over: no section of"),
        ("[entity]\nGPE\n", "line 1: [entity] is none of [entities]"),
        ("[events]\nVisit Who where\n", "line 2: the name 'Visit Who where' has spaces, which brat does not allow"),
        ("# Written by Dateline.\n[events]\nVisit Who\tA:<ANY>\n", ""),
        ("[options]\nTokens tokenizer:whitespace\n", ""),
        ("\ufeff[entities]\nGPE\n", ""),
        ("# GPE\n\n---\n <A>=GPE\n[relations]\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:contain\n", ""),
        ("[events]\nVisit Who:<ANY>, Who:<ANY>\n", "line 2: Who is there twice"),
        ("<A>=" + "a" * 400 + "\n[events]\nE " + "<A>" * 400, "line 3: grows beyond 100,000 characters"),
        ("".join(f"<{n}>=a<{n - 1}><{n - 1}>\n" for n in range(20)) + "<19>", "line 15: grows beyond 100,000"),
        ('[entities]\nGPE\n# dateline type: GPE = "\\ud800"\n# dateline type: GPE = " "\n', ""),
    ],
)
def test_what_is_no_part_of_a_configuration_is_told(conf, told):
    said = [str(problem) for problem in conf_of(conf).told("")]
    assert said[0].startswith(told) if told else said == []
