"""Whatever bytes come, a reader gives bundles or problems that say where; it never crashes."""

import random

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions, Unit, WriteOptions
from dateline.exchange.problems import BadInput, Undecided
from dateline.model.annotation import Layer
from tests.exchange.bundles import projects

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
TOKENS = [b"null", b"-1", b"1e9", b"[]", b"{}", b'""', b"true", b"99999999999999999999", b'"\\ud800"', b"\xff", b"\x00"]
UNHURRIED = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=60
)


def mutated(data: bytes, rng: random.Random) -> bytes:
    """Return the bytes with a few of them changed, dropped, doubled or replaced by something telling."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(out) + 1)
        width = rng.choice([0, 1, 1, 2, 8, 60])
        new = rng.choice([b"", bytes([rng.randrange(256)]), rng.choice(TOKENS), bytes(out[at : at + width]) * 2])
        out[at : at + width] = new
    return bytes(out)


def read_all(name, path):
    """Read strictly and leniently; both must end in bundles or problems that name the file."""
    for skip_bad in (False, True):
        reader = format_named(name).read(path, ReadOptions(skip_bad=skip_bad, labels={"GPE": Layer.ENTITY}))
        try:
            bundles = list(reader)
        except Undecided:  # only a person knows, whatever is left out: what offsets behind an emoji count
            bundles = []
        except BadInput:
            assert not skip_bad
            bundles = []
        assert all(p.what and p.file == path.name for p in reader.problems)
        for bundle in bundles:
            length = len(bundle.article.text)
            assert all(0 <= f.begin < f.end <= length for m in bundle.annotations.mentions for f in m.fragments)
            ids = {m.id for m in bundle.annotations.mentions}
            assert all({a.event_id, a.filler_id} <= ids for a in bundle.annotations.arguments)


@pytest.mark.parametrize("name", ["dateline", "spans"])
@given(project=projects(), seed=st.integers(0, 2**32))
@UNHURRIED
def test_mutated_files_are_read_or_refused(tmp_path, name, project, seed):
    path = tmp_path / "x.jsonl"
    format_named(name).write(path, *project, WriteOptions(unit=Unit.DOCUMENT))
    data, rng = path.read_bytes(), random.Random(seed)
    for _ in range(17):
        path.write_bytes(mutated(data, rng))
        read_all(name, path)


def swapped(record, path, value):
    """Return a record with the value at a random path of it replaced."""
    if not path or not isinstance(record, dict | list) or not record:
        return value
    if isinstance(record, list):
        i = path[0] % len(record)
        return [*record[:i], swapped(record[i], path[1:], value), *record[i + 1 :]]
    key = sorted(record)[path[0] % len(record)]
    return record | {key: swapped(record[key], path[1:], value)}


@given(
    project=projects(), path=st.lists(st.integers(0, 20), min_size=1, max_size=4), value=JSON, line=st.integers(0, 9)
)
@UNHURRIED
def test_fields_of_any_type_are_read_or_refused(tmp_path, project, path, value, line):
    file = tmp_path / "x.jsonl"
    format_named("dateline").write(file, *project)
    lines = [orjson.loads(raw) for raw in file.read_bytes().splitlines()]
    lines[line % len(lines)] = swapped(lines[line % len(lines)], path, value)
    try:
        file.write_bytes(b"\n".join(orjson.dumps(raw) for raw in lines))
    except TypeError:
        return  # an integer beyond 64 bits, which orjson does not write
    read_all("dateline", file)


@given(data=st.binary(max_size=200))
@UNHURRIED
def test_any_bytes_at_all(tmp_path, data):
    for name, file in (("dateline", "x.jsonl"), ("spans", "x.jsonl"), ("text", "x.txt")):
        path = tmp_path / file
        path.write_bytes(data)
        read_all(name, path)


@given(table=st.text(st.sampled_from("file,\ttitle\"\r\n;|=' x.txt2018-04-published\x00é"), max_size=80))
@UNHURRIED
def test_any_table_at_all(tmp_path, table):
    (tmp_path / "x.txt").write_bytes(b"hello")
    for name in ("articles.csv", "articles.tsv"):
        (tmp_path / name).write_bytes(table.encode())
        reader = format_named("text").read(tmp_path, ReadOptions(skip_bad=True))
        assert [b.article.text for b in reader] == ["hello"]
        (tmp_path / name).unlink()
