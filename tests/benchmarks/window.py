"""The whole window, all panels shown: from one article to the next, and a span added or removed in a text of any size.

Work is CPU time of the GUI's thread from the key press until the reader is painted; what the panels do after that
is a figure of its own. Elapsed time has the wait for the disk in it, and for the processor.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from statistics import median

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dateline.app import App
from dateline.editing.importing import import_sources
from dateline.editing.sample import preset
from dateline.exchange.options import ReadOptions
from dateline.model.annotation import Annotator, Layer
from dateline.model.article import Article
from dateline.model.ids import new_id
from dateline.model.text import words
from dateline.store.project import Project
from tests.benchmarks import material, shown
from tests.benchmarks.figure import Figure
from tests.benchmarks.import_ import LARGE
from tests.benchmarks.reader import page_of, percentile

_ARTICLES = 100
_EDITS, _WARM_UP = 100, 10
_PAGES = 25
_SIZES = (("10 kB", 10_000), ("100 kB", 100_000), ("1 MB", 1_000_000), ("10 MB", 10_000_000))  # the last takes minutes
_SPANS = 100_000  # in 10 MB; a span per hundred characters in all of them
Took = tuple[float, float]  # work and elapsed, in milliseconds


def figures() -> Iterator[Figure]:
    """Measure."""
    yield from _apart("_next_article()")
    for name, size in _SIZES:
        yield from _apart(f"_edits({name!r}, {size})")


def _apart(what: str) -> Iterator[Figure]:
    """Measure in a process of its own: the program is started once in each."""
    code = f"from tests.benchmarks import window; window.tell(window.{what})"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            yield Figure(**json.loads(line))


def tell(measured: Iterable[Figure]) -> None:
    """Print figures for the process that asked, then end without waiting for what still works in the background."""
    for figure in measured:
        print(json.dumps(asdict(figure)), flush=True)
    os._exit(0)


@contextmanager
def _project(fill: Callable[[Path], object]) -> Iterator[tuple[App, list[str]]]:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "window.dateline"
        fill(path)
        with shown.program(path) as opened:
            yield opened


def _timed(painted: shown.Painted, act: Callable[[], object]) -> Took:
    began, began_wall = time.thread_time(), time.perf_counter()
    painted.after(act)
    return (time.thread_time() - began) * 1e3, (time.perf_counter() - began_wall) * 1e3


def _next_article() -> Iterator[Figure]:
    with _project(_fill_many) as (app, said):
        reader = app.window.pane.reader
        painted = shown.Painted(reader.viewport())
        for what, key in (("next article", Qt.Key.Key_PageDown), ("next to do", Qt.Key.Key_J)):
            took, followed = [], []
            for i in range(_ARTICLES + _WARM_UP):
                before = app.session.page.article.id
                one = _timed(painted, lambda key=key: QTest.keyClick(reader, key, Qt.KeyboardModifier.ControlModifier))
                assert app.session.page.article.id != before, said
                began = time.thread_time()
                QTest.qWait(150)
                if i >= _WARM_UP:
                    took.append(one)
                    followed.append((time.thread_time() - began) * 1e3)
            yield from _spread(f"window: {what} of {LARGE:,}, key to painted", took, 16.0, 33.0)
            yield Figure(f"window: {what}, the panels that follow, work, median", median(followed), "ms")


def _fill_many(path: Path) -> None:
    source = path.with_suffix(".jsonl")
    material.write_corpus(source, LARGE)
    _open_all(source)
    with Project.create(path, material.schema()) as project:
        import_sources(project, [source], ReadOptions())
    source.unlink()


def _open_all(source: Path) -> None:
    """Leave every article of the corpus to do, so that there is always a next one."""
    source.write_bytes(source.read_bytes().replace(b'"state":"done"', b'"state":"started"'))


def _edits(name: str, size: int) -> Iterator[Figure]:
    spans = size * _SPANS // 10_000_000
    with _project(lambda path: _fill_one(path, size, spans)) as (app, said):
        reader = app.window.pane.reader
        reader.setFocus()
        painted = shown.Painted(reader.viewport())
        bar = reader.verticalScrollBar()
        for _ in range(3):
            painted.after(lambda: bar.setValue(bar.value() + bar.pageStep()))
            QTest.qWait(100)
        floor = [
            _timed(painted, lambda i=i: bar.setValue(bar.value() + (-1 if i % 2 else 1) * bar.pageStep()))[0]
            for i in range(_PAGES)
        ]
        page = app.session.page
        at = reader.scroll_state()[0]
        taken = {m.span.begin for m in page.mentions.values()}
        near = words(page.text[at : at + 4_000])
        free = [shifted for w in near if (shifted := replace(w, begin=w.begin + at, end=w.end + at)).begin not in taken]
        added, removed = [], []
        for i in range(_EDITS + _WARM_UP):
            reader.set_selection((free[i % 100],), reveal=True)
            QTest.qWait(60)
            there = len(page.mentions)
            add = _timed(painted, lambda i=i: QTest.keyClick(reader, "pogl"[i % 4]))
            assert len(page.mentions) == there + 1, (i, said)
            QTest.qWait(120)
            remove = _timed(painted, lambda: QTest.keyClick(reader, Qt.Key.Key_Delete))
            assert len(page.mentions) == there, (i, said)
            QTest.qWait(120)
            if i >= _WARM_UP:
                added.append(add)
                removed.append(remove)
    down = median(floor)
    for what, took in (("add", added), ("remove", removed)):
        yield from _spread(f"window: {what} a span, stored and painted, {name}", took, None, 16.0)
        yield Figure(f"window: {what} a span beside a page down, {name}, p50", median(t[0] for t in took), "ms", down)


def _spread(what: str, took: list[Took], limit: float | None, high: float | None) -> Iterator[Figure]:
    work, elapsed = [t[0] for t in took], [t[1] for t in took]
    yield Figure(f"{what}, work, p50", median(work), "ms", None, limit)
    yield Figure(f"{what}, work, p99", percentile(work, 0.99), "ms", None, high)
    yield Figure(f"{what}, elapsed, p50", median(elapsed), "ms")
    yield Figure(f"{what}, elapsed, p99", percentile(elapsed, 0.99), "ms")


def _fill_one(path: Path, size: int, spans: int) -> None:
    made = page_of(size, spans)
    article, who = Article(new_id(), made.text, "Long", published="2018-04-19"), Annotator(new_id(), "Ana")
    layers = {Layer.ENTITY: "PERSON", Layer.TIME: "DATE", Layer.EVENT: "CONSULT"}
    with Project.create(path, preset("diplomacy")) as project, project.step("Fill") as step:
        step.add_all([who])
        step.add_all([article])
        step.add_all(
            [
                replace(m, id=new_id(), article_id=article.id, annotator_id=who.id, label=layers[m.layer])
                for m in made.mentions.values()
            ]
        )
