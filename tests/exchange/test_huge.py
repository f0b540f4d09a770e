"""A file with one value of more than 1 GB is refused in words, whatever the format, and never held in memory.

The files are sparse: what they hold takes no room on the disk.
"""

import subprocess
import sys

import pytest

from dateline.exchange.formats import all_formats

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
CHILD = """
import resource, sys
from pathlib import Path
from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
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
    command = [sys.executable, "-c", CHILD, name_of(case), str(path), str(small)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    grown, _, said = done.stdout.strip().partition(" ")
    assert said.startswith(file), done.stdout + done.stderr
    assert int(grown) < MOST, said
