"""Opening a project: file, first article with its annotations, the article list."""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from dateline.editing.importing import import_sources
from dateline.exchange.options import ReadOptions
from dateline.store.project import Project
from tests.benchmarks import material
from tests.benchmarks.figure import Figure
from tests.benchmarks.import_ import LARGE

_CHILD = """
import json, sys, time
from pathlib import Path
from dateline.store.project import Project

def once():
    began = time.perf_counter()
    with Project.open(Path(sys.argv[1])) as project:
        project.schema()
        (who,) = project.annotations.annotators()
        project.annotations.page(project.articles.first(), who.id)
        project.articles.summaries(who.id)
        project.next_undo()
        return time.perf_counter() - began

cold = once()
print(json.dumps({"cold": cold, "warm": once() if sys.argv[2:] else 0}))
"""
_SAMPLE = 5
_TIMES = 9


def figures() -> Iterator[Figure]:
    """Yield what opening a large project takes, in a fresh process and in one that is warm, beside a sample's."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = {articles: _made(folder, articles) for articles in (_SAMPLE, LARGE)}
        took: dict[int, list[dict[str, float]]] = {articles: [] for articles in paths}
        for _ in range(_TIMES):
            for articles, path in paths.items():
                took[articles].append(_in_child(path) | {"warm": _in_child(path, "again")["warm"]})
    middle = {
        (articles, key): statistics.median(t[key] for t in of_them) * 1e3
        for articles, of_them in took.items()
        for key in ("process", "cold", "warm")
    }
    words = f"project of {LARGE:,} articles"
    yield Figure(
        f"{words}: start to list and first article", middle[LARGE, "process"], "ms", middle[_SAMPLE, "process"], 2.0
    )
    yield Figure(f"{words}: opened, after the imports", middle[LARGE, "cold"], "ms", middle[_SAMPLE, "cold"])
    yield Figure(f"{words}: opened once more", middle[LARGE, "warm"], "ms", middle[_SAMPLE, "warm"])


def _made(folder: Path, articles: int) -> Path:
    source, path = folder / f"{articles}.jsonl", folder / f"{articles}.dateline"
    material.write_corpus(source, articles)
    with Project.create(path, material.schema()) as project:
        import_sources(project, [source], ReadOptions())
        with project.step("Last edit") as step:
            (who,) = project.annotations.annotators()
            step.put(next(iter(project.annotations.page(project.articles.ids()[0], who.id).mentions.values())))
    source.unlink()
    shutil.copy(path, path.with_suffix(".kept"))
    return path


def _in_child(path: Path, *more: str) -> dict[str, float]:
    """Open in a fresh process; the time of a whole start is taken from outside."""
    began = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", _CHILD, str(path), *more], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found | {"process": time.perf_counter() - began}
