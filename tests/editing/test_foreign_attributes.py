"""Attributes that the schema does not have: what denies or doubts an event is said in its words, the rest is told."""

import pytest

from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import Layer
from dateline.model.ids import new_id
from dateline.model.schema import Attribute, LabelType, Schema
from dateline.store.project import Project

TEXT = "Ada met Bo in Riga."
POLARITY = Attribute("polarity", ("positive", "negative"), "positive")
MODALITY = Attribute("modality", ("asserted", "planned", "hypothetical"), "asserted")


def brat(folder, *attributes):
    folder.mkdir(exist_ok=True, parents=True)
    (folder / "a.txt").write_text(TEXT)
    lines = ["T1\tMEET 4 7\tmet", "E1\tMEET:T1", "T2\tPER 0 3\tAda"]
    lines += [f"A{n}\t{name} {on}{f' {value}' if value else ''}" for n, (name, on, value) in enumerate(attributes, 1)]
    (folder / "a.ann").write_text("".join(f"{line}\n" for line in lines))
    return folder


def taken_in(tmp_path, source, *attributes):
    """Import into a project whose events have the attributes; return what marks each label, and what is told."""
    types = LabelType(new_id(), Layer.EVENT, "MEET", attributes=attributes), LabelType(new_id(), Layer.ENTITY, "PER")
    with Project.create(tmp_path / f"{new_id()}.dateline", Schema(types=types)) as project:
        found = preview_sources(project, [source], ReadOptions(), "brat")
        report = import_sources(project, [source], ReadOptions(), "brat")
        told = [str(p) for p in report.notices if p.kind is ProblemKind.ATTRIBUTE]
        assert told == [str(p) for g in found.notices if g.kind == ProblemKind.ATTRIBUTE for p in g.examples]
        (page,) = project.annotations.bundles()
        assert not import_sources(project, [source], ReadOptions(), "brat").changes
        return {m.label: m.attributes for m in page.annotations.mentions}, told


@pytest.mark.parametrize(("said", "here"), [
    (("Negated", "E1", ""), {"polarity": "negative"}),
    (("Negation", "E1", ""), {"polarity": "negative"}),
    (("Polarity", "E1", "Negative"), {"polarity": "negative"}),
    (("polarity", "E1", "NEG"), {"polarity": "negative"}),
    (("Speculation", "E1", ""), {"modality": "hypothetical"}),
    (("Modality", "E1", "Other"), {"modality": "hypothetical"}),
    (("Modality", "E1", "Asserted"), {"modality": "asserted"}),
    (("Polarity", "E1", "Positive"), {"polarity": "positive"}),
    (("Negated", "E1", "false"), {"polarity": "positive"}),
])  # fmt: skip
def test_what_denies_or_doubts_an_event_is_said_as_its_type_says_it(tmp_path, said, here):
    marks, told = taken_in(tmp_path, brat(tmp_path / "in", said), POLARITY, MODALITY)
    assert marks["MEET"] == here
    (notice,) = told
    ((name, value),) = here.items()
    assert notice == f"{said[0]}: {said[2] or 'true'} is taken for {name}: {value} (MEET, 1 ×)"


@pytest.mark.parametrize("values", [("Negative", "Neutral"), ("Neutral", "Negative"), ("positive", "mixed")])
def test_a_scale_with_a_value_of_its_own_is_kept_as_it_is_wherever_that_comes(tmp_path, values):
    """Sentiment is called polarity, too; what the values are is known at the end."""
    for number, value in enumerate(values):
        part = brat(tmp_path / "in" / f"{number}", ("Polarity", "E1", value))
        (part / "a.txt").write_text(f"{TEXT}\nReport {number}.")
    types = LabelType(new_id(), Layer.EVENT, "MEET", attributes=(POLARITY,)), LabelType(new_id(), Layer.ENTITY, "PER")
    with Project.create(tmp_path / "a.dateline", Schema(types=types)) as project:
        found = preview_sources(project, [tmp_path / "in"], ReadOptions(), "brat")
        report = import_sources(project, [tmp_path / "in"], ReadOptions(), "brat")
        pages = project.annotations.bundles()
        assert sorted(m.attributes["Polarity"] for p in pages for m in p.annotations.mentions if m.label == "MEET") == (
            sorted(values)
        )
        assert (report.articles, found.articles) == (2, 2)
        told = [str(p) for p in report.notices if p.kind is ProblemKind.ATTRIBUTE]
        assert ["the attribute Polarity is not among those of MEET" in t for t in told] == [True]


@pytest.mark.parametrize("default", ["", "negative"])
def test_what_is_asserted_is_kept_where_the_type_does_not_say_so_by_itself(tmp_path, default):
    polarity = Attribute("polarity", ("positive", "negative"), default)
    marks, told = taken_in(tmp_path, brat(tmp_path / "in", ("Polarity", "E1", "Positive")), polarity)
    assert marks["MEET"] == {"Polarity": "Positive"}
    assert len(told) == 1


@pytest.mark.parametrize(("said", "types", "kept", "told"), [
    (("Negated", "E1", ""), (), {"MEET": {"Negated": "true"}}, "the attribute Negated is not among those of MEET"),
    (("Confidence", "E1", "L1"), (MODALITY,), {"MEET": {"Confidence": "L1"}}, "the attribute Confidence is not"),
    (("Confidence", "E1", "High"), (MODALITY,), {"MEET": {"Confidence": "High"}}, "the attribute Confidence is not"),
    (("Confidence", "E1", "Low"), (MODALITY,), {"MEET": {"Confidence": "Low"}}, "the attribute Confidence is not"),
    (("Certainty", "E1", "Possible"), (MODALITY,), {"MEET": {"Certainty": "Possible"}}, "the attribute Certainty is"),
    (("Uncertain", "E1", ""), (MODALITY,), {"MEET": {"Uncertain": "true"}}, "the attribute Uncertain is not"),
    (("Negation", "E1", "Positive"), (POLARITY,), {"MEET": {"Negation": "Positive"}}, "the attribute Negation is"),
    (("Tense", "E1", "Past"), (MODALITY,), {"MEET": {"Tense": "Past"}}, "the attribute Tense is not among"),
    (("Negated", "T2", ""), (POLARITY,), {"PER": {"Negated": "true"}}, "is not among those of PER"),
])  # fmt: skip
def test_what_no_type_has_is_kept_and_told(tmp_path, said, types, kept, told):
    marks, notices = taken_in(tmp_path, brat(tmp_path / "in", said), *types)
    assert {label: found for label, found in marks.items() if found} == kept
    assert [told in notice for notice in notices] == [True]


def test_what_the_type_has_is_as_it_was_and_goes_before_what_others_say(tmp_path):
    source = brat(
        tmp_path / "in", ("polarity", "E1", "positive"), ("Negation", "E1", ""), ("modality", "E1", "planned")
    )
    marks, told = taken_in(tmp_path, source, POLARITY, MODALITY)
    assert marks["MEET"] == {"polarity": "positive", "Negation": "true", "modality": "planned"}
    assert len(told) == 1
