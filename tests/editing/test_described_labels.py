"""New labels come with what their source says of them; those that the project has stay as they are."""

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import ReadOptions
from dateline.model.annotation import Layer
from dateline.model.schema import Attribute, LabelType, Role, Schema
from dateline.store.project import Project

CONF = """\
[entities]
Person
Town
When
[relations]
[events]
Attack\tAgent:Person|Nobody, Place?:Town, Target*:<ANY>
[attributes]
Certainty\tArg:<EVENT>, Value:Certain|Uncertain
"""
TEXT = "Rebels struck Ada on Monday."
ANN = """\
T1\tPerson 0 6\tRebels
T2\tAttack 7 13\tstruck
T3\tTown 14 17\tAda
E1\tAttack:T2 Agent:T1 Place:T3
A1\tCertainty E1 Certain
"""
ATTACK = LabelType("a", Layer.EVENT, "Attack", roles=(Role("Agent"),))


@pytest.fixture(params=["top", "beside", "alone"])
def source(tmp_path, request):
    """A folder with its configuration at the top or with the texts, or a file of it."""
    folder = tmp_path / "in"
    (folder / "x").mkdir(parents=True)
    (folder / "x" / "a.txt").write_text(TEXT)
    (folder / "x" / "a.ann").write_text(ANN)
    conf = folder if request.param == "top" else folder / "x"
    (conf / "annotation.conf").write_text(CONF)
    (conf / "visual.conf").write_text("[labels]\nTown | City or town | T\n[drawing]\nAttack\tbgColor:#ff0000\n")
    return folder / "x" / "a.ann" if request.param == "alone" else folder


def imported(tmp_path, source, *types, **said):
    with Project.create(tmp_path / "p.dateline", Schema(types=types)) as project:
        found = preview_sources(project, [source], ReadOptions(), "brat", **said)
        report = import_sources(project, [source], ReadOptions(), "brat", add_labels=True, **said)
        assert not import_sources(project, [source], ReadOptions(), "brat", **said).changes
        return project.schema().by_name, report, found


def test_a_new_label_has_what_its_source_says_of_it(tmp_path, source):
    schema, report, found = imported(tmp_path, source)
    attack, town = schema["Attack"], schema["Town"]
    assert attack.roles == (
        Role("Agent", fillers=("Person",), required=True),
        Role("Place", fillers=("Town",)),
        Role("Target", repeatable=True),
    )
    assert attack.attributes == (Attribute("Certainty", ("Certain", "Uncertain")),)
    assert (attack.colour, town.title, town.code) == ("#ff0000", "City or town", "T")
    assert set(schema) == {"Person", "Attack", "Town"}, "labels that nothing has are not added"
    assert not found.roles
    assert not [n for n in report.notices if "not among those of" in n.what]


def test_a_label_of_the_project_stays_as_it_is(tmp_path, source):
    schema, report, found = imported(tmp_path, source, ATTACK)
    assert schema["Attack"] == ATTACK
    assert [role.name for role in found.roles] == ["Place"]
    assert [n.what for n in report.notices if "not among those of" in n.what] == [
        "the role Place is not among those of Attack; what fills it is kept under that name",
        "the attribute Certainty is not among those of Attack; it is kept under that name",
    ]


def test_a_new_label_names_what_fills_it_as_it_is_called_here(tmp_path, source):
    here = LabelType("h", Layer.ENTITY, "PER")
    said = {"mapping": {"Person": "PER", "Town": ""}}
    schema, _, _ = imported(tmp_path, source, here, **said)
    assert schema["Attack"].roles == (
        Role("Agent", fillers=("PER",), required=True),
        Role("Place"),
        Role("Target", repeatable=True),
    )
