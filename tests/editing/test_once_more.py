"""An export of ours into the project it is of, and another tool's file a second time: nothing is there twice."""

from collections import Counter

import pytest

from dateline import assets
from dateline.editing.exporting import export_project
from dateline.editing.importing import import_sources
from dateline.editing.preview import preview_sources
from dateline.exchange.formats import format_named, own_formats
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import Annotator, AnnotatorKind
from dateline.model.schema import Schema
from dateline.store.project import Project

BOTH_WAYS = sorted(f.name for f in own_formats().values() if f.can_import and f.can_export)
TEXT_IS_LOST = {"conll", "oneie"}  # made anew of the tokens, it is another text: its articles come beside
NAMES_NOBODY = {"timeml", "webanno", *TEXT_IS_LOST}
EXTRAS = {"spacy": "spacy", "uima": "cassis", "uima-json": "cassis", "parquet": "pyarrow"}
GOLD = Annotator("somebody", "gold", AnnotatorKind.IMPORT)  # as a name is given on the command line and in the dialog


def counts(project: Project) -> Counter[str]:
    """Count everything a project holds."""
    with_links: Counter[str] = Counter(articles=project.articles.count())
    for bundle in project.annotations.bundles():
        found = bundle.annotations
        for what in ("mentions", "times", "arguments", "relations", "comments", "regions"):
            with_links[what] += len(getattr(found, what))
        with_links["links"] += sum(bool(m.entity_id or m.happening_id) for m in found.mentions)
    with_links["entities"] = len(project.registry.entities())
    with_links["happenings"] = len(project.registry.happenings())
    with_links["annotators"] = len(project.annotations.annotators())
    with_links["labels"] = len(project.schema().types)
    return with_links


@pytest.fixture
def sample(tmp_path):
    with Project.create(tmp_path / "gold.dateline", Schema()) as project:
        import_sources(project, [assets.seeds("gold.jsonl")], ReadOptions())
        yield project


def options(name: str) -> ReadOptions:
    """Say what only a person knows of our own export."""
    extra = {"offsets": "utf16"} if name == "doccano" else {}
    return ReadOptions(extra=extra, annotator=GOLD if name in NAMES_NOBODY else None)


def exported(project: Project, folder, name: str):
    if name in EXTRAS:
        pytest.importorskip(EXTRAS[name])
    found = format_named(name)
    path = folder / ("out" if found.folder else f"out{found.suffixes[0]}")
    export_project(project, path, name, WriteOptions(boilerplate=True))
    return path


@pytest.mark.parametrize("name", [n for n in BOTH_WAYS if n not in {"timeml", *TEXT_IS_LOST}])
def test_an_export_into_its_own_project_adds_nothing(sample, tmp_path, name):
    path, before = exported(sample, tmp_path, name), counts(sample)
    found = preview_sources(sample, [path], options(name), name)
    assert (found.nothing_new, found.adds) == (True, 0)
    report = import_sources(sample, [path], options(name), name)
    assert counts(sample) == before
    assert not report.changes, "not even a step to undo"
    told = {p.kind for p in report.notices} - {ProblemKind.REPEATED_TEXT}
    assert told <= {ProblemKind.OTHERWISE, ProblemKind.FIELD}
    words = [p.what for p in report.notices if p.kind is ProblemKind.OTHERWISE]
    assert all(", words: " in what for what in words), "what differs are parts that the format made one of"
    assert len(words) == sum(g.count for g in found.notices if g.kind == ProblemKind.OTHERWISE)


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_a_second_import_of_an_export_adds_nothing(sample, tmp_path, name):
    """Into another project: the first time all is new, the second time nothing is."""
    path = exported(sample, tmp_path, name)
    with Project.create(tmp_path / "new.dateline", sample.schema()) as project:
        first = import_sources(project, [path], options(name), name, add_labels=True)
        assert first.articles == sample.articles.count()
        before = counts(project)
        found = preview_sources(project, [path], options(name), name)
        assert (found.nothing_new, found.adds) == (True, 0)
        report = import_sources(project, [path], options(name), name)
        assert counts(project) == before
        assert not report.changes
        assert ProblemKind.OTHERWISE not in {p.kind for p in report.notices}


@pytest.mark.parametrize("name", [n for n in BOTH_WAYS if n in {"uima", "uima-json", "spacy", "webanno"}])
def test_an_entity_of_many_documents_is_one(sample, tmp_path, name):
    path = exported(sample, tmp_path, name)
    with Project.create(tmp_path / "new.dateline", sample.schema()) as project:
        import_sources(project, [path], options(name), name)
        entities = project.registry.entities()
        told = Counter((e.name if name.startswith("uima") else e.external_id, e.external_id, e.type) for e in entities)
        assert told.most_common(1)[0][1] == 1
        assert 0 < len(entities) <= len(sample.registry.entities())


@pytest.mark.parametrize("name", ["uima", "webanno", "spacy", "brat"])
def test_another_annotators_file_is_linked_to_the_entities_there_are(sample, tmp_path, name):
    """Who comes with the same texts under a name of their own means the same persons and places."""
    path, before = exported(sample, tmp_path, name), counts(sample)
    sample.undo()
    report = None
    with Project.create(tmp_path / "other.dateline", sample.schema()) as project:
        import_sources(project, [assets.seeds("gold.jsonl")], ReadOptions())
        gold = project.annotations.annotator("gold")
        with project.step("Rename") as step:
            step.put(Annotator(gold.id, "ada", AnnotatorKind.PERSON))
        before = counts(project)
        report = import_sources(project, [path], options(name), name)
        after = counts(project)
    assert report.annotations > before["mentions"] * 0.9
    assert (after["entities"], after["happenings"]) == (before["entities"], before["happenings"])
    assert after["links"] > before["links"]
