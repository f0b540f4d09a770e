"""Other tools' formats into a project: whole in one step that undo takes back, or not at all."""

import json
import random

import pytest

from dateline import assets
from dateline.editing.exporting import export_project
from dateline.editing.importing import import_sources
from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.exchange.problems import BadInput
from dateline.model.changes import Kind
from dateline.model.schema import Schema
from dateline.store.project import Project
from tests.exchange.test_fuzz import mutated

FORMATS = ("brat", "doccano", "label-studio", "prodigy", "conll", "oneie")


def facts(project):
    """Count what a project holds."""
    found = [b.annotations for b in project.annotations.bundles()]
    return {
        "articles": project.articles.count(),
        "mentions": sum(len(f.mentions) for f in found),
        "arguments": sum(len(f.arguments) for f in found),
        "relations": sum(len(f.relations) for f in found),
        "entities": len(list(project.registry.entities())),
        "happenings": len(list(project.registry.happenings())),
    }


@pytest.fixture
def sample(tmp_path):
    with Project.create(tmp_path / "gold.dateline", Schema()) as project:
        import_sources(project, [assets.seeds("gold.jsonl")], ReadOptions())
        yield project


def options(name):
    """Say what only a person knows of our own export."""
    return ReadOptions(extra={"offsets": "utf16"} if name == "doccano" else {})


def target(tmp_path, name):
    found = format_named(name)
    return tmp_path / ("out" if found.folder else f"out{found.suffixes[0]}")


@pytest.mark.parametrize("name", FORMATS)
def test_the_sample_goes_out_and_comes_into_a_new_project(sample, tmp_path, name):
    path = target(tmp_path, name)
    export_project(sample, path, name, WriteOptions())
    with Project.create(tmp_path / "new.dateline", sample.schema()) as project:
        before = facts(project)
        report = import_sources(project, [path], options(name))
        got, whole = facts(project), facts(sample)
        assert got["articles"] == report.articles == whole["articles"]
        if name in ("brat", "doccano", "label-studio", "prodigy"):
            for what in ("mentions", "arguments", "relations"):
                assert got[what] == whole[what], what
        assert got["mentions"] > 0.9 * whole["mentions"] or name == "conll"
        if name == "brat":
            linked = {m.entity_id for b in sample.annotations.bundles() for m in b.annotations.mentions} - {None}
            assert got["entities"] == len(linked)
        project.undo()
        assert facts(project) == before


@pytest.mark.parametrize("name", ["brat", "doccano", "label-studio", "prodigy"])
def test_what_comes_back_joins_the_articles_it_went_out_from(sample, tmp_path, name):
    path = target(tmp_path, name)
    export_project(sample, path, name, WriteOptions(boilerplate=True))
    before = facts(sample)
    report = import_sources(sample, [path], options(name), name)
    assert (report.articles, report.known_articles) == (0, before["articles"])
    assert facts(sample)["articles"] == before["articles"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_that_is_wrong_changes_nothing(sample, tmp_path, name):
    path = target(tmp_path, name)
    export_project(sample, path, name, WriteOptions())
    file = sorted(path.glob("*.ann"))[-1] if path.is_dir() else path
    whole = file.read_bytes()
    rng = random.Random(3)
    refused = 0
    with Project.create(tmp_path / "new.dateline", sample.schema()) as project:
        before = facts(project), project.articles.count()
        for _ in range(12):
            file.write_bytes(mutated(whole, rng)[: -rng.randrange(1, 40)])
            try:
                import_sources(project, [path], options(name), name, add_labels=True)
                project.undo()
            except BadInput:
                refused += 1
            assert (facts(project), project.articles.count()) == before
        assert refused


HUGE = 10**24
HOSTILE = {
    "deep nesting": b'{"text": "x", "label": ' + b"[" * 200_000 + b"]" * 200_000 + b"}",
    "deep objects": b'{"data": ' * 5_000 + b"1" + b"}" * 5_000,
    "not a number": b'{"text": "x", "label": [[0, NaN, "A"]], "data": {"text": "x"}}',
    "infinite": b'{"text": "x", "spans": [{"start": -Infinity, "end": 1, "label": "A"}]}',
    "half a pair": b'{"text": "\\ud83d", "label": []}',
    "beyond 64 bits": json.dumps(
        {
            "text": "x",
            "label": [[0, HUGE, "A"]],
            "spans": [{"start": 0, "end": HUGE, "label": "A"}],
            "data": {"text": "x"},
            "annotations": [{"result": [{"type": "labels", "value": {"start": 0, "end": HUGE, "labels": ["A"]}}]}],
            "tokens": ["x"],
            "event_mentions": [],
            "entity_mentions": [{"id": "e", "start": 0, "end": HUGE, "entity_type": "A"}],
        }
    ).encode(),
    "no end": b'{"text": "' + b"x" * 3_000_000,
    "only openings": b"[" * 1_000_000,
}


@pytest.mark.parametrize("attack", HOSTILE)
@pytest.mark.parametrize("name", ["doccano", "label-studio", "prodigy", "oneie"])
def test_hostile_json_is_refused_in_words(tmp_path, name, attack):
    path = tmp_path / "x.jsonl"
    path.write_bytes(HOSTILE[attack])
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        with pytest.raises(BadInput, match=r"x\.jsonl"):
            import_sources(project, [path], ReadOptions(), name, add_labels=True)
        assert project.articles.count() == 0


@pytest.mark.parametrize("name", ["doccano", "label-studio", "prodigy", "oneie"])
def test_a_key_given_twice_is_refused(tmp_path, name):
    """Neither value is known to be the one that was meant."""
    record = {"data": {"text": "no"}, "annotations": [], "tokens": ["yes"], "event_mentions": []}
    twice = json.dumps(record)[:-1] + ', "text": "no", "text": "yes"}'
    (tmp_path / "x.jsonl").write_text(twice)
    with pytest.raises(BadInput, match=r"x\.jsonl, line 1.*'text' is given twice"):
        list(format_named(name).read(tmp_path / "x.jsonl"))


def test_a_further_entity_comes_in_with_the_article_that_names_it(tmp_path):
    folder = tmp_path / "b"
    folder.mkdir()
    for n in (1, 2):
        (folder / f"{n}.txt").write_text(f"Ankara {n}")
        (folder / f"{n}.ann").write_text(f"T1\tGPE 0 6\tAnkara\nN1\tReference T1 Wikidata:Q{n}\tAnkara\n")
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        import_sources(project, [folder], ReadOptions(), add_labels=True)
        assert sorted(e.external_id for e in project.registry.entities()) == ["Q1", "Q2"]
        linked = [m.entity_id for b in project.annotations.bundles() for m in b.annotations.mentions]
        assert set(linked) == {e.id for e in project.registry.entities()}
        assert all(e.type == "GPE" for e in project.annotations.records(Kind.ENTITY, linked))
