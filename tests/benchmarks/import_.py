"""Importing a corpus: 10,000 articles of 3 kB with 40 spans each, from the native JSONL."""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from dateline.editing.importing import import_sources
from dateline.exchange.options import ReadOptions
from dateline.store import images
from dateline.store.project import Project
from tests.benchmarks import material
from tests.benchmarks.figure import Figure

LARGE = int(os.environ.get("DATELINE_BENCHMARK_ARTICLES", "10000"))
SMALL = LARGE // 10
_TABLES = ("annotator", "article", "article_text", "progress", "mention", "time_value", "argument")
_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "cache_size = -32000", "foreign_keys = ON")


def figures() -> Iterator[Figure]:
    """Yield the time and the peak memory of an import."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        grown = {}
        for articles in (SMALL, LARGE):
            material.write_corpus(folder / f"{articles}.jsonl", articles)
            grown[articles] = _in_child(folder / f"{articles}.jsonl", folder / f"{articles}.dateline")
        floor = bare_insert(folder / f"{LARGE}.dateline", folder / "bare.db")
    yield Figure(f"import of {LARGE:,} articles, 40 spans each", grown[LARGE]["seconds"], "s", floor, 4.0)
    yield Figure(
        f"import: peak memory grown at {LARGE:,} articles, at {SMALL:,}",
        grown[LARGE]["megabytes"], "MB", grown[SMALL]["megabytes"], 1.25,
    )  # fmt: skip


def _in_child(source: Path, project: Path) -> dict[str, float]:
    """Import in a process of its own, whose memory has held nothing else."""
    command = [sys.executable, "-m", "tests.benchmarks.import_", str(source), str(project)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _import(source: Path, path: Path) -> dict[str, float]:
    import resource  # not on Windows

    with Project.create(path, material.schema()) as project:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = time.perf_counter()
        report = import_sources(project, [source], ReadOptions())
        seconds = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        assert report.annotations == 40 * report.articles
    return {"seconds": seconds, "megabytes": (after - before) / 1024}


def bare_insert(path: Path, twin: Path) -> float:
    """Return the seconds that sqlite3 takes to insert the project's rows into tables with the same indexes."""
    with closing(sqlite3.connect(path)) as conn:
        rows = {t: conn.execute(f"SELECT {_names(t)} FROM {t}").fetchall() for t in _TABLES}
        definitions = conn.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index') "
            "AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'article_fts%' AND tbl_name NOT IN ('step', 'change')"
        ).fetchall()
    with closing(sqlite3.connect(twin, isolation_level=None)) as bare:
        for pragma in _PRAGMAS:
            bare.execute(f"PRAGMA {pragma}")
        for (sql,) in definitions:
            bare.execute(sql)
        began = time.perf_counter()
        bare.execute("BEGIN")
        for table, of_table in rows.items():
            marks = ", ".join("?" * len(images.columns(table)))
            bare.executemany(f"INSERT INTO {table} ({_names(table)}) VALUES ({marks})", of_table)
        bare.execute("COMMIT")
        return time.perf_counter() - began


def _names(table: str) -> str:
    return ", ".join(f'"{c}"' for c in images.columns(table))


if __name__ == "__main__":
    print(json.dumps(_import(Path(sys.argv[1]), Path(sys.argv[2]))))
