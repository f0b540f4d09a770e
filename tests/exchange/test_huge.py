"""A file with one value of more than 1 GB is refused in words, whatever the format, and never held in memory.

The files are sparse: what they hold takes no room on the disk.
"""

import json
import subprocess
import sys

import pytest

from dateline.exchange import archive
from dateline.exchange.formats import all_formats, format_named, recognised
from dateline.exchange.formats.uima import reader as uima_reader
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput, ProblemKind
from dateline.exchange.unknown import Unrecognised

SIZE = 1_200_000_000
LESS = 600_000_000  # for those that read lines and records as the first ones do: enough to tell whether it is held
MOST = 420  # megabytes the reading process may grow by: a record of 128 MB is taken, and put together of two halves

OPENINGS = {
    "dateline": ("x.jsonl", b'{"record":"article","id":"a","text":"'),
    "spans": ("x.jsonl", b'{"spans":[],"text":"'),
    "doccano": ("x.jsonl", b'{"label":[],"text":"'),
    "doccano-list": ("x.json", b'[\n{"label":[],"text":"'),
    "label-studio": ("x.json", b'[{"data":{"text":"'),
    "prodigy": ("x.jsonl", b'{"text":"'),
    "records": ("x.jsonl", b'{"body":"'),
    "spacy-tuples": ("x.jsonl", b'["'),
    "spacy-tuples-list": ("x.json", b'[["'),
    "spacy-json": ("x.json", b'[{"id":0,"paragraphs":[{"raw":"'),
    "oneie": ("x.jsonl", b'{"tokens":["'),
    "pubannotation": ("x.json", b'{"denotations":[],"text":"'),
    "huggingface": ("x.jsonl", b'{"tokens":["'),
    "bioc": ("x.xml", b"<collection><document><passage><text>"),
    "bioc-json": ("x.json", b'{"documents":[{"passages":[{"text":"'),
    "uima": ("x.xmi", b"<xmi:XMI><text>"),
    "uima-json": ("x.json", b'{"%FEATURE_STRUCTURES":[{"sofaString":"'),
    "timeml": ("x.tml", b"<TimeML><TEXT>"),
    "gate": ("x.xml", b"<GateDocument><TextWithNodes>"),
    "cat": ("x.xml", b"<Document><token t_id='1'>"),
    "webanno": ("x.tsv", b"#FORMAT=WebAnno TSV 3.3\n#Text="),
    "conll": ("x.conll", b"-DOCSTART- O\n\n"),
    "conllu": ("x.conllu", b"# text = "),
    "brat": ("x.txt", b"Ann "),
    "feed": ("x.rss", b"<rss><channel><item><description>"),
    "table": ("x.csv", b"title,text\na,"),
    "text": ("x.txt", b"Ann "),
    "spacy": ("x.spacy", b"\x78\x9c"),
    "parquet": ("x.parquet", b"PAR1"),
}
ALIKE = {"spans", "doccano", "label-studio", "prodigy", "oneie", "pubannotation", "huggingface", "conll", "conllu"}
PEAK = """
import resource, sys
def peak():  # in MB; on Linux the other figure is handed down from the process that started this one
    if sys.platform != "linux":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> (20 if sys.platform == "darwin" else 10)
    told = next(line for line in open("/proc/self/status") if line.startswith("VmHWM:"))
    return int(told.split()[1]) // 1024
"""
CHILD = """
import sys
from pathlib import Path
from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput
own = format_named(sys.argv[1])
list(own.read_all([Path(sys.argv[3])], ReadOptions(skip_bad=True))[0]) if sys.argv[3] else None
before = peak()
try:
    list(own.read_all([Path(sys.argv[2])], ReadOptions())[0])
except BadInput as error:
    print(peak() - before, error.problems[0])
"""


def name_of(case):
    return case.removesuffix("-list") if case.endswith("-list") else {"bioc-json": "bioc"}.get(case, case)


def test_every_importer_is_asked():
    assert {name_of(case) for case in OPENINGS} == {n for n, f in all_formats().items() if f.can_import}


@pytest.mark.parametrize("case", OPENINGS)
def test_a_value_without_end_is_refused_in_little_memory(tmp_path, case):
    pytest.importorskip("resource")
    file, opening = OPENINGS[case]
    path, small = tmp_path / file, tmp_path / "small" / file
    small.parent.mkdir()
    large = LESS if case in ALIKE else SIZE
    for made, size in ((path, large), (small, 1_000)):
        with made.open("wb") as out:
            out.write(opening)
            out.truncate(size)
    if case == "brat":
        for made in (path, small):
            made.with_suffix(".ann").write_bytes(b"")
    command = [sys.executable, "-c", PEAK + CHILD, name_of(case), str(path), str(small)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    grown, _, said = done.stdout.strip().partition(" ")
    assert said.startswith(file), done.stdout + done.stderr
    assert int(grown) < MOST, said


def densest(size):
    """Yield the pieces of a CAS as JSON in which as many annotations stand as go into so many bytes."""
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text"}
    yield f'{{"%FEATURE_STRUCTURES":[{json.dumps(sofa | {"sofaString": "word " * 1000})}'
    count = size // 75
    for n in range(count):
        at = 5 * (n % 1000)
        yield f',{{"%ID":{n + 2},"%TYPE":"c.A","@sofa":1,"begin":{at},"end":{at + 4}}}'
    ids = ",".join(str(n + 2) for n in range(count))
    yield f'],"%VIEWS":{{"_InitialView":{{"%SOFA":1,"%INDEX":1,"%MEMBERS":[{ids}]}}}}}}'


READS = """
import sys
from pathlib import Path
from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions
found = [b for b in format_named("uima-json").read(Path(sys.argv[1]), ReadOptions())]
print(len(found[0].annotations.mentions), peak())
"""


def test_a_cas_of_12_mb_is_held_in_less_than_300_mb(tmp_path):
    pytest.importorskip("resource")
    """The largest that is taken is four times that: what this one takes more would be seen there fourfold."""
    size = 12 << 20
    assert size * 4 == uima_reader.LARGEST
    path = tmp_path / "x.json"
    path.write_text("".join(densest(size)))
    assert 0.8 * size < path.stat().st_size <= size
    done = subprocess.run([sys.executable, "-c", PEAK + READS, str(path)], capture_output=True, text=True, check=True)
    mentions, held = map(int, done.stdout.split())
    assert mentions == size // 75
    assert held < 300, done.stderr


@pytest.mark.parametrize("file", ["x.json", "x.xmi"])
def test_a_larger_cas_is_refused_before_it_is_read(tmp_path, file, monkeypatch):
    path = tmp_path / file
    with path.open("wb") as out:
        out.truncate(uima_reader.LARGEST + 1)
    monkeypatch.setattr(archive, "closing", lambda _: pytest.fail("it was opened to be read"))
    name = "uima-json" if file.endswith("json") else "uima"
    with pytest.raises(BadInput) as caught:
        list(format_named(name).read(path, ReadOptions()))
    (problem,) = caught.value.problems
    assert (problem.file, problem.kind) == (file, ProblemKind.TOO_LARGE)
    assert "larger than 48 MB" in str(problem)
    assert "leave out layers" in str(problem)


def test_a_record_that_is_too_long_is_not_said_to_be_cut_off(tmp_path):
    path = tmp_path / "x.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text":"')
        for _ in range(129):
            file.write(b"a" * (1 << 20))
        file.write(b'"}\n')
    with pytest.raises(Unrecognised, match="line 1: the line is longer than 128 MB"):
        recognised(path)
