"""New labels come with what their source says of them; those that the project has stay as they are."""

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput
from dateline.model.annotation import Layer
from dateline.model.schema import Attribute, LabelType, Role, Schema, SchemaError
from dateline.store.project import Project
from tests.store.dump import content

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


def test_a_configuration_that_is_not_understood_leaves_a_project_that_can_be_read(tmp_path, source):
    """What has no name is told with its file and line, and is no part of the schema."""
    conf = next((source.parent if source.is_file() else source).rglob("annotation.conf"))
    conf.write_text(CONF.replace("Certainty\t", "| Certainty ").replace("\t", " ") + "!\tArg:Attack\n")
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        report = import_sources(project, [source], ReadOptions(), "brat", add_labels=True)
        shown = conf.relative_to(source).as_posix() if source.is_dir() else conf.name
        told = [p.where for p in report.notices if "not understood" in p.what]
        assert told == [f"{shown}, line {line}" for line in (9, 10)]
        attack = project.schema().by_name["Attack"]
        assert [role.name for role in attack.roles] == ["Agent", "Place", "Target"]
        assert attack.attributes == ()
        assert project.schema().problems() == []
    with Project.open(tmp_path / "p.dateline") as project:
        assert project.schema().by_name["Attack"].roles == attack.roles


@pytest.mark.parametrize("part", [{"attributes": (Attribute(""),)}, {"roles": (Role(""),)}])
def test_what_no_schema_can_hold_stops_an_import_before_anything_is_written(tmp_path, source, part, monkeypatch):
    """A format from outside may describe labels as it likes."""
    described = (LabelType("a", Layer.EVENT, "Attack", **part),)
    monkeypatch.setattr("dateline.exchange.formats.brat.reader.types_of", lambda *_: described)
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        before = content(project)
        with pytest.raises(BadInput) as refused:
            import_sources(project, [source], ReadOptions(), "brat", add_labels=True)
        (problem,) = refused.value.problems
        assert problem.file == source.name
        assert problem.what.startswith("says of the label Attack what no schema can hold: Attack has a")
        found = preview_sources(project, [source], ReadOptions(), "brat")
        assert problem.what in [p.what for group in found.problems for p in group.examples]
        assert content(project) == before


def test_a_project_takes_no_label_that_it_could_not_read_again(tmp_path):
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        with pytest.raises(SchemaError, match="no name"), project.step("Add") as step:
            step.put(LabelType("a", Layer.EVENT, "Attack", roles=(Role(""),)))
        assert project.schema().types == ()
