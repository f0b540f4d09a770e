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
    folder.mkdir(exist_ok=True)
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
    (("Certainty", "E1", "Possible"), {"modality": "hypothetical"}),
    (("Modality", "E1", "Asserted"), {}),
    (("Polarity", "E1", "Positive"), {}),
])  # fmt: skip
def test_what_denies_or_doubts_an_event_is_said_as_its_type_says_it(tmp_path, said, here):
    marks, told = taken_in(tmp_path, brat(tmp_path / "in", said), POLARITY, MODALITY)
    assert marks["MEET"] == here
    (notice,) = told
    name, value = next(iter(here.items()), ("", ""))
    expected = f"{said[0]}: {said[2] or 'true'} is " + (
        f"taken for {name}: {value} (MEET, 1 ×)" if here else "what MEET says by itself, and is not set (1 ×)"
    )
    assert notice == expected


@pytest.mark.parametrize(("said", "types", "kept", "told"), [
    (("Negated", "E1", ""), (), {"MEET": {"Negated": "true"}}, "the attribute Negated is not among those of MEET"),
    (("Confidence", "E1", "L1"), (MODALITY,), {"MEET": {"Confidence": "L1"}}, "the attribute Confidence is not"),
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
