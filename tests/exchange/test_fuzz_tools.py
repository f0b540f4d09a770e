"""Damaged files of every importer: of each 2,000 that differ end in bundles or in problems that name the file."""

import random
import zlib

import pytest

from dateline.editing.checking import check_project
from dateline.editing.importing import import_sources
from dateline.exchange.formats import all_formats
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput, Undecided
from dateline.store.project import Project
from tests.exchange.fuzzing import damaged, each_damaged, read_or_refuse
from tests.exchange.valid_files import VALID, sample

COUNT = 2_000
BESIDE = {"brat's texts", "brat's configuration", "brat's table"}  # more of a format, of which its own has been damaged
FEWER = 500
READ_WHOLE = {"brat"}  # as folders
MOSTLY_WORDS = {"text", "brat"}  # nothing is wrong with most of what damage makes of them
EACH = pytest.mark.parametrize("case", VALID)


def test_every_importer_is_asked():
    assert {name for name, _ in VALID.values()} == {name for name, f in all_formats().items() if f.can_import}
    assert all(VALID[name][0] == name for name, _ in VALID.values())


@pytest.mark.slow
@EACH
def test_damaged_files_are_read_or_refused(tmp_path, case):
    name, make = VALID[case]
    file = make(tmp_path)
    source = file.parent if name in READ_WHOLE else file
    assert read_or_refuse(name, source, skip_bad=False)
    packed = name == "spacy"  # damage under the compression, whose checksum would find it all
    data = zlib.decompress(file.read_bytes()) if packed else file.read_bytes()
    count = FEWER if case in BESIDE else COUNT
    read, seen = 0, set()
    for number, worse in enumerate(each_damaged(data, count)):
        written = zlib.compress(worse, 1) if packed and number % 20 else worse
        seen.add(written)
        file.write_bytes(written)
        read += read_or_refuse(name, source, skip_bad=number % 10 > 0) > 0
    assert len(seen) == count
    assert read
    assert read < count or name in MOSTLY_WORDS


def test_damaged_type_systems_are_read_or_refused(tmp_path):
    file = VALID["uima"][1](tmp_path)
    system = file.with_name("TypeSystem.xml")
    data = system.read_bytes()
    for seed in range(300):
        system.write_bytes(damaged(data, random.Random(seed)))
        read_or_refuse("uima", file, skip_bad=True)


@EACH
def test_a_damaged_file_changes_a_project_not_at_all_or_as_a_whole(tmp_path, case):
    name, make = VALID[case]
    file = make(tmp_path)
    source = file.parent if name in READ_WHOLE else file
    data = file.read_bytes()
    frame, _ = sample()
    refused = 0
    with Project.create(tmp_path / "p.dateline", frame.schema) as project:
        for seed in range(25):
            before = project.articles.count(), len(project.annotations.annotators())
            file.write_bytes(damaged(data, random.Random(seed)))
            try:
                import_sources(project, [source], ReadOptions(), name, add_labels=True)
            except (BadInput, Undecided):
                refused += 1
                assert (project.articles.count(), len(project.annotations.annotators())) == before
        assert not [f for f in check_project(project) if f.grave]
    assert refused or name in MOSTLY_WORDS
