"""Damaged files of other tools: 2,000 for each importer end in bundles or in problems that name the file."""

import random
import zlib

import pytest

from dateline.editing.checking import check_project
from dateline.editing.importing import import_sources
from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput
from dateline.model.annotation import (
    Annotations,
    Annotator,
    Argument,
    Layer,
    Mention,
    Relation,
    TimeSource,
    TimeValue,
)
from dateline.model.article import Article, Region, RegionKind
from dateline.model.bundle import Bundle, Frame
from dateline.model.registry import Entity
from dateline.model.schema import Attribute, LabelType, Schema
from dateline.model.text import Span
from dateline.store.project import Project
from tests.exchange.fuzzing import damaged, read_or_refuse

CASES = 2_000
TEXT = "😀 Ann met Bob Ray in Rome on 19 April.\r\nThey\u00a0left."
SUFFIXES = {
    "uima": ".xmi", "uima-json": ".json", "spacy": ".spacy", "timeml": ".tml", "webanno": ".tsv", "conllu": ".conllu",
    "huggingface": ".jsonl", "parquet": ".parquet",
}  # fmt: skip
NEEDS = {"uima": "cassis", "uima-json": "cassis", "spacy": "spacy", "parquet": "pyarrow"}
EACH = pytest.mark.parametrize("name", SUFFIXES)


def at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def sample():
    types = (
        LabelType("1", Layer.ENTITY, "PER"), LabelType("2", Layer.ENTITY, "GPE"), LabelType("3", Layer.TIME, "DATE"),
        LabelType("4", Layer.EVENT, "MEET", attributes=(Attribute("tense"),)), LabelType("5", Layer.RELATION, "BEFORE"),
    )  # fmt: skip
    who = Annotator("w", "Ada")
    mentions = (
        Mention("m1", "a", "w", Layer.ENTITY, "PER", (at("Ann"),)),
        Mention("m2", "a", "w", Layer.EVENT, "MEET", (at("met"),), {"tense": "PAST"}),
        Mention("m3", "a", "w", Layer.ENTITY, "PER", (at("Bob Ray"),)),
        Mention("m4", "a", "w", Layer.ENTITY, "GPE", (at("Rome"),), {}, "e"),
        Mention("m5", "a", "w", Layer.TIME, "DATE", (at("19 April"),)),
        Mention("m6", "a", "w", Layer.EVENT, "MEET", (at("They"), at("left"))),
    )
    found = Annotations(
        mentions,
        (TimeValue("m5", "2018-04-19", None, "", TimeSource.IMPORT),),
        (Argument("a1", "m2", "Agent", "m1"), Argument("a2", "m2", "Time", "m5")),
        (Relation("r1", "a", "w", "BEFORE", "m2", "m6"), Relation("r2", "a", "w", "BEFORE", "m2", "m5")),
        regions=(Region("z", "a", RegionKind.NEGATIVE, at("They"), "w"),),
    )
    frame = Frame(Schema("s", types=types), (who,), (Entity("e", "Rome", "GPE", (), "Q220"),))
    return frame, Bundle(Article("a", TEXT, "T", "2018-04-20", origin="a.txt"), who, annotations=found)


def written(name, folder):
    """Write the sample and return the file to damage, which is a valid one as yet."""
    if package := NEEDS.get(name):
        pytest.importorskip(package)
    frame, bundle = sample()
    made = format_named(name)
    target = folder / ("out" if made.folder else f"a{SUFFIXES[name]}")
    made.write(target, frame, [bundle])
    file = next(target.glob(f"*{SUFFIXES[name]}")) if made.folder else target
    assert read_or_refuse(name, file, skip_bad=False) == 1
    return file


@EACH
def test_damaged_files_are_read_or_refused(tmp_path, name):
    file = written(name, tmp_path)
    packed = name == "spacy"  # damage under the compression, whose checksum would find it all
    data = zlib.decompress(file.read_bytes()) if packed else file.read_bytes()
    read = 0
    for seed in range(CASES):
        worse = damaged(data, random.Random(seed))
        file.write_bytes(zlib.compress(worse, 1) if packed and seed % 20 else worse)
        read += read_or_refuse(name, file, skip_bad=seed % 10 > 0)
    assert 0 < read < CASES


def test_damaged_type_systems_are_read_or_refused(tmp_path):
    file = written("uima", tmp_path)
    system = file.with_name("TypeSystem.xml")
    data = system.read_bytes()
    for seed in range(300):
        system.write_bytes(damaged(data, random.Random(seed)))
        read_or_refuse("uima", file, skip_bad=True)


@EACH
def test_a_damaged_file_changes_a_project_not_at_all_or_as_a_whole(tmp_path, name):
    file = written(name, tmp_path)
    data = file.read_bytes()
    frame, _ = sample()
    refused = 0
    with Project.create(tmp_path / "p.dateline", frame.schema) as project:
        for seed in range(25):
            before = project.articles.count(), len(project.annotations.annotators())
            file.write_bytes(damaged(data, random.Random(seed)))
            try:
                import_sources(project, [file], ReadOptions(), name, add_labels=True)
            except BadInput:
                refused += 1
                assert (project.articles.count(), len(project.annotations.annotators())) == before
        assert not [f for f in check_project(project) if f.grave]
    assert refused
