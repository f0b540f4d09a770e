"""Damaging files: bytes changed, dropped, doubled, replaced by something telling; and reading what comes of it."""

import random
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput, Undecided
from dateline.model.annotation import Layer

TELLING = [
    *(b"null", b"-1", b"1e9", b"[]", b"{}", b'""', b"true", b"99999999999999999999", b'"\\ud800"', b"\xff", b"\x00"),
    *(b"<", b">", b"&", b"&#0;", b"&lol;", b"]]>", b"<!--", b"</", b"/>", b'="', b"\t", b"\n", b"\r", b"\\", b"|"),
    *(b"_", b"*[1]", b"[1_0]", b"#", b"# newdoc", b"1-2", b"1.1", b"name=B-X", b"0-0", b"9-1", b"\xf0\x9f\x98\x80"),
]


def damaged(data: bytes, rng: random.Random) -> bytes:
    """Return the bytes with a few of them changed, dropped, doubled, swapped or cut off."""
    out = bytearray(data)
    for _ in range(rng.choice([1, 1, 1, 2, 4])):
        at = rng.randrange(len(out) + 1)
        width = rng.choice([0, 1, 1, 2, 8, 60])
        sort = rng.randrange(5)
        if sort == 0:
            out[at : at + width] = b""
        elif sort == 1:
            out[at : at + 1] = bytes([rng.randrange(256)])
        elif sort == 2:
            out[at : at + width] = rng.choice(TELLING)
        elif sort == 3:
            out[at : at + width] = bytes(out[at : at + width]) * 2
        else:
            other = rng.randrange(len(out) + 1)
            out[at : at + width] = out[other : other + rng.choice([1, 8, 60])]
    return bytes(out[: rng.randrange(len(out) + 1)] if rng.random() < 0.05 else out)


def each_damaged(data: bytes, count: int) -> Iterator[bytes]:
    """Yield so many damaged versions of a file, each another one, and none the file itself nor empty.

    Damages fall on the same few bytes again and again, the more often the smaller the file: it goes on until there are
    as many. The same each time.
    """
    seen = {data, b""}
    seed = 0
    while len(seen) < count + 2:
        worse = damaged(data, random.Random(seed))
        seed += 1
        if worse not in seen:
            seen.add(worse)
            yield worse


def read_or_refuse(name: str, path: Path, *, skip_bad: bool) -> int:
    """Read a file; whatever is wrong with it must end in bundles that hold together, or in problems that name it."""
    reader = format_named(name).read(path, ReadOptions(skip_bad=skip_bad, labels={"GPE": Layer.ENTITY}))
    bundles = []
    with suppress(BadInput, Undecided):  # it may be asked what offsets count
        bundles += reader
    assert all(p.what and p.file for p in reader.problems), reader.problems
    for bundle in bundles:
        length = len(bundle.article.text)
        found = bundle.annotations
        assert length
        bundle.article.text.encode()
        assert all(0 <= f.begin < f.end <= length for m in found.mentions for f in m.fragments)
        assert all(0 <= r.span.begin < r.span.end <= length for r in found.regions)
        ids = {m.id for m in found.mentions}
        assert len(ids) == len(found.mentions)
        assert all(m.label for m in found.mentions)
        assert all({a.event_id, a.filler_id} <= ids for a in found.arguments)
        assert all({r.source_id, r.target_id} <= ids for r in found.relations)
        assert all(t.id in ids for t in found.times)
        assert all(c.mention_id is None or c.mention_id in ids for c in found.comments)
    return len(bundles)
