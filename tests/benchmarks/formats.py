"""The JSON formats: how fast 10,000 articles with 40 spans each go out and come in, and in how much memory.

Floors are orjson over the same bytes: what parsing or writing the records alone takes. Each format runs in a process
of its own.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import orjson
from msgspec.structs import replace

from dateline.exchange.formats import format_named
from dateline.exchange.options import ReadOptions, WriteOptions
from dateline.model.bundle import Bundle
from tests.benchmarks import material
from tests.benchmarks.figure import Figure

ARTICLES = int(os.environ.get("DATELINE_BENCHMARK_ARTICLES", "10000"))
FORMATS = ("dateline", "spans", "doccano", "prodigy", "label-studio", "oneie")
_KINDS = 500  # different articles, which come again and again
_IMPORT, _EXPORT, _MEMORY = 5.0, 10.0, 300.0  # MB/s, MB/s, MB


def figures() -> Iterator[Figure]:
    """Yield speed and memory of each format."""
    for name in FORMATS:
        with tempfile.TemporaryDirectory() as folder:
            material.write_corpus(Path(folder) / "in.jsonl", _KINDS)
            out = _in_child("export", name, folder)
            read = _in_child("import", name, folder)
        for way, found, limit in (("export", out, _EXPORT), ("import", read, _IMPORT)):
            yield Figure(
                f"{name}: {way} of {ARTICLES:,} articles ({found['megabytes']:.0f} MB)",
                found["megabytes"] / found["seconds"], "MB/s", found["megabytes"] / found["floor"],
                limit, "higher", relative=False,
            )  # fmt: skip
        peak = max(out["peak"], read["peak"])
        yield Figure(f"{name}: peak memory of export and import", peak, "MB", None, _MEMORY)


def _in_child(way: str, name: str, folder: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.formats", way, name, folder]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _export(name: str, folder: Path) -> dict[str, float]:
    reader = format_named("dateline").read(folder / "in.jsonl")
    frame, kinds = reader.frame, list(reader)
    target = folder / f"out{format_named(name).suffixes[0]}"
    began = time.process_time()
    format_named(name).write(target, frame, _again(kinds), WriteOptions())
    return {"seconds": time.process_time() - began, "floor": _dumping(target)} | _facts(target)


def _again(kinds: list[Bundle]) -> Iterator[Bundle]:
    """Yield articles that differ in id and text, with annotations that come again."""
    for number in range(ARTICLES):
        bundle = kinds[number % len(kinds)]
        article = bundle.article
        other = replace(article, id=f"{number:08}-0000-7000-8000-000000000000", text=f"{article.text} {number}")
        yield replace(bundle, article=other)


def _dumping(target: Path) -> float:
    """Return the seconds that orjson takes to write the file's records."""
    spent = 0.0
    with target.open("rb") as lines:
        for line in lines:
            record = _record(line)
            began = time.process_time()
            orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)
            spent += time.process_time() - began
    return spent


def _import(name: str, folder: Path) -> dict[str, float]:
    target = folder / f"out{format_named(name).suffixes[0]}"
    labels = {t.name: t.layer for t in material.schema().types}
    began = time.process_time()
    found = sum(len(b.annotations.mentions) for b in format_named(name).read(target, ReadOptions(labels=labels)))
    seconds = time.process_time() - began
    assert found > 30 * ARTICLES
    began = time.process_time()
    with target.open("rb") as lines:
        for line in lines:
            _record(line)
    return {"seconds": seconds, "floor": time.process_time() - began} | _facts(target)


def _record(line: bytes) -> object:
    """Parse a line; those of a list end in a comma."""
    plain = line.rstrip(b"\n,")
    return orjson.loads(plain) if len(plain) > 1 else None


def _facts(target: Path) -> dict[str, float]:
    import resource  # not on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"megabytes": target.stat().st_size / 1_000_000, "peak": peak}


if __name__ == "__main__":
    work = {"export": _export, "import": _import}[sys.argv[1]]
    print(json.dumps(work(sys.argv[2], Path(sys.argv[3]))))
