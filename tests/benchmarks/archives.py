"""Texts in a zip: looking what it is against listing it, and importing it against importing a folder of the same."""

import os
import random
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from dateline.editing.importing import import_sources
from dateline.exchange.formats import all_formats, recognised
from dateline.exchange.options import ReadOptions
from dateline.model.schema import Schema
from dateline.store.project import Project
from tests.benchmarks.figure import Figure

TEXTS = int(os.environ.get("DATELINE_BENCHMARK_ARTICLES", "10000"))
_WORDS = 150  # of a text
_TRIES = 5


def figures() -> Iterator[Figure]:
    """Yield the time it takes to look what a zip is, and to import it."""
    all_formats()
    with tempfile.TemporaryDirectory() as name:
        packed, folder = _written(Path(name))
        listing = min(_seconds(lambda: zipfile.ZipFile(packed).close()) for _ in range(_TRIES))
        looking = min(_seconds(lambda: recognised(packed)) for _ in range(_TRIES))
        of_folder, of_zip = (_seconds(lambda s=source: _import(s, Path(name))) for source in (folder, packed))
    yield Figure(f"looking what a zip of {TEXTS:,} texts is", looking * 1000, "ms", listing * 1000, 6.0)
    yield Figure(f"import of {TEXTS:,} texts in a zip", of_zip, "s", of_folder, 1.3)


def _written(into: Path) -> tuple[Path, Path]:
    """Write texts of invented words into a zip and a folder; return the two."""
    rng = random.Random(1)
    vocabulary = ["".join(rng.choices("abcdefghiklmnoprstuw", k=rng.randint(2, 9))) for _ in range(5000)]
    packed, folder = into / "texts.zip", into / "texts"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(TEXTS):
            path = f"{number % 100:02}/{number}.txt"
            text = " ".join(rng.choices(vocabulary, k=_WORDS))
            archive.writestr(path, text)
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
    return packed, folder


def _import(source: Path, into: Path) -> None:
    with Project.create(into / f"{source.name}.dateline", Schema()) as project:
        assert import_sources(project, [source], ReadOptions()).articles == TEXTS


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
