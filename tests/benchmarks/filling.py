"""Filling the timeline of a large project: the window's work, and the longest turn in which no key is answered.

Beside it stands the bare reading of the same rows: sqlite3, and the words cut out of the texts. The two are done by
turns, a thousand articles at a time, as a machine that is busy with other things slows both alike.
"""

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dateline.editing.importing import import_sources
from dateline.exchange.options import ReadOptions
from dateline.gui.collector import Collector
from dateline.gui.session import Session
from dateline.gui.theme import theme
from dateline.gui.timeline.feed import TimelineFeed
from dateline.gui.timeline.panel import TimelinePanel
from dateline.gui.timeline.told import Told
from dateline.store.project import Project
from tests.benchmarks import material
from tests.benchmarks.figure import Figure
from tests.benchmarks.import_ import LARGE

_AT_ONCE = 1_000  # articles between two looks at the clock
_FRAME = 16.0
_EVENTS = (
    "SELECT id, article_id, begin, end, label, attributes, happening_id FROM mention "
    "WHERE layer = 'event' AND article_id IN ({})"
)
_FILLERS = (
    "SELECT event.id, argument.id, role, filler.begin, filler.end, filler.fragments, filler.entity_id, entity.name, "
    "value, time_value.begin, time_value.end, granularity, approximate FROM mention AS event CROSS JOIN argument "
    "ON event_id = event.id JOIN mention AS filler ON filler.id = filler_id LEFT JOIN entity ON entity.id = "
    "filler.entity_id LEFT JOIN time_value ON time_value.id = filler.id "
    "WHERE event.layer = 'event' AND event.article_id IN ({})"
)
_TEXTS = "SELECT id, text FROM article_text WHERE id IN ({})"


def figures() -> Iterator[Figure]:
    """Measure."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.dateline"
        source = path.with_suffix(".jsonl")
        material.write_corpus(source, LARGE)
        with Project.create(path, material.schema()) as project:
            import_sources(project, [source], ReadOptions())
        yield from _told(path)
        yield from _filled(app, path)


def _told(path: Path) -> Iterable[Figure]:
    with Project.open(path, readonly=True) as project, closing(sqlite3.connect(path)) as bare:
        (who,) = project.annotations.annotators()
        told = Told(project, who.id, dict, lambda _: "")
        bare.execute("PRAGMA cache_size = -32000")
        ids = [i for (i,) in bare.execute("SELECT id FROM article ORDER BY position")]
        work, ours, floor, done = told.read(), 0.0, 0.0, 0
        pieces = iter(work)
        for begin in range(0, len(ids), _AT_ONCE):
            floor += _timed(lambda part=ids[begin : begin + _AT_ONCE]: _read_bare(bare, part))  # type: ignore[misc]
            upto = LARGE * material.EVENTS * (begin + _AT_ONCE) // len(ids)
            ours += _timed(lambda upto=upto: _read_on(pieces, told, upto))  # type: ignore[misc]
        ours += _timed(lambda: _read_on(pieces, told, None))
        done = len(told.marks)
        assert done == LARGE * material.EVENTS, done
    yield Figure(f"timeline of {done:,} events: read and made into marks", ours, "s", floor, 4.0)


def _read_on(pieces: Iterator[None], told: Told, upto: int | None) -> None:
    """Go on reading until so many events are there, or to the end."""
    while upto is None or len(told.events) < upto:
        try:
            next(pieces)
        except StopIteration:
            return


def _read_bare(conn: sqlite3.Connection, ids: list[str]) -> None:
    marks = ", ".join("?" * len(ids))
    texts = dict(conn.execute(_TEXTS.format(marks), ids).fetchall())
    rows = {row[0]: (row, texts[row[1]][row[2] : row[3]]) for row in conn.execute(_EVENTS.format(marks), ids)}
    for row in conn.execute(_FILLERS.format(marks), ids):
        event, _ = rows[row[0]]
        _ = texts[event[1]][row[3] : row[4]]


def _timed(work: Callable[[], object]) -> float:
    began = time.thread_time()
    work()
    return time.thread_time() - began


def _filled(app: QApplication, path: Path) -> Iterable[Figure]:
    """Fill a panel as the program does, and look at each turn of the loop."""
    collector = Collector(app)
    session, panel = Session("Ana"), TimelinePanel(theme("light"))
    panel.resize(1_165, 300)
    panel.show()
    session.open_project(path)
    QTest.qWait(200)
    feed, turns = TimelineFeed(session), []
    feed.show_on(panel)
    while feed.busy:
        turns.append(_timed(app.processEvents))
    turns += [_timed(app.processEvents) for _ in range(10)]
    assert len(panel.plot.scene_marks) == LARGE * material.EVENTS
    sizes = sorted(turn * 1e3 for turn in turns if turn > 1e-4)
    name = f"timeline of {LARGE * material.EVENTS:,} events: filling,"
    yield Figure(f"{name} all work of the window", sum(sizes) / 1e3, "s")
    yield Figure(f"{name} one turn, p99", sizes[int(len(sizes) * 0.99)], "ms", None, _FRAME)
    yield Figure(f"{name} the longest turn", sizes[-1], "ms", None, 2 * _FRAME)
    panel.close()
    session.close_project()
    collector.deleteLater()
