"""The timeline: first draw, frames while panning and zooming, hits, single changes, packing.

Beside each stands what an empty pyqtgraph plot of the same size needs. Times are CPU time of the GUI thread.
"""

import random
import time
from collections.abc import Callable, Iterable

import numpy as np
import pyqtgraph as pg
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QWidget

from dateline.gui.theme import theme
from dateline.gui.timeline.lanes import pack
from dateline.gui.timeline.marks import TimelineMark
from dateline.gui.timeline.panel import TimelinePanel
from dateline.model.annotation import Layer
from dateline.model.calendar import DAY, from_iso
from dateline.model.schema import LabelType, Schema
from dateline.model.when import Granularity, When
from tests.benchmarks.figure import Figure

_TYPES = ("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "AID", "REQUEST", "THREATEN", "PROTEST")
_SCHEMA = Schema("bench", types=tuple(LabelType(t, Layer.EVENT, t, t.title()) for t in _TYPES))
_SIZE = (1400, 600)
_FRAMES = 120
_FRAME = 16.0


def marks(count: int, seed: int = 1) -> list[TimelineMark]:
    """Return events of 76 years, mostly days, a third of them around one busy year."""
    rng = random.Random(seed)
    low, high, busy = from_iso("1950-01-01"), from_iso("2026-01-01"), from_iso("2001-06-01")
    out = []
    for i in range(count):
        begin = int(rng.gauss(busy, 4e7) if rng.random() < 0.33 else rng.uniform(low, high)) // DAY * DAY
        kind = rng.random()
        days = 1 if kind < 0.8 else rng.randint(2, 40) if kind < 0.95 else rng.randint(200, 2000)
        when = When(begin, begin + days * DAY, Granularity.YEAR if days >= 200 else Granularity.DAY)
        title = f"Event {i} in the news"
        out.append(TimelineMark(f"m{i}", title, _TYPES[min(int(rng.expovariate(0.5)), 7)], when, event_ids=("e",)))
    return out


def milliseconds(work: Callable[[], object]) -> float:
    """Return how much CPU time some work takes."""
    begin = time.process_time()
    work()
    return (time.process_time() - begin) * 1e3


def frames(app: QApplication, move: Callable[[int], object], count: int = _FRAMES) -> list[float]:
    """Return the CPU time of each frame that follows a move, in order of size."""

    def one(i: int) -> None:
        move(i)
        app.processEvents()

    return sorted(milliseconds(lambda i=i: one(i)) for i in range(count))  # type: ignore[misc]


def p99(sizes: list[float]) -> float:
    """Return the 99th percentile."""
    return sizes[min(len(sizes) - 1, int(len(sizes) * 0.99))]


def shown(app: QApplication, widget: QWidget) -> None:
    """Show a widget in the size all are measured at."""
    widget.resize(*_SIZE)
    widget.show()
    app.processEvents()


def _empty(app: QApplication) -> tuple[float, float]:
    """Return what an empty plot needs for its first draw and for a frame (p99)."""
    plots: list[pg.PlotWidget] = []

    def first() -> None:
        plots.append(pg.PlotWidget(background="w"))
        shown(app, plots[0])

    spent = milliseconds(first)
    box = plots[0].getPlotItem().getViewBox()
    panned = frames(app, lambda i: box.setXRange(i * 0.01, i * 0.01 + 1, padding=0))
    plots[0].close()
    return spent, p99(panned)


def _shown_with(app: QApplication, count: int, floor: tuple[float, float]) -> Iterable[Figure]:
    first_limit = {10_000: 150.0, 1_000_000: 2_000.0}.get(count)
    frame_limit = {10_000: _FRAME, 100_000: 33.0, 1_000_000: 100.0}[count]
    held, panel = marks(count), TimelinePanel(theme("light"))
    shown(app, panel)

    def first() -> None:
        panel.set_marks(held, (), _SCHEMA)
        app.processEvents()

    name = f"{count:,} events"
    yield Figure(f"{name}: first draw", milliseconds(first), "ms", floor[0], first_limit, relative=False)
    pan = frames(app, lambda i: panel.plot.pan(6 if i % 60 < 30 else -6))
    yield Figure(f"{name}: pan, frame p99", p99(pan), "ms", floor[1], frame_limit, relative=False)
    busy = from_iso("2001-06-01")
    zoom = frames(app, lambda i: panel.plot.zoom(0.85 if i < _FRAMES // 2 else 1 / 0.85, busy))
    yield Figure(f"{name}: zoom, frame p99", p99(zoom), "ms", floor[1], frame_limit, relative=False)
    if count == 10_000:
        yield from _touched(app, panel, held, floor[1])
    panel.close()


def _touched(app: QApplication, panel: TimelinePanel, held: list[TimelineMark], floor: float) -> Iterable[Figure]:
    panel.fit()
    app.processEvents()
    rng = random.Random(2)
    points = [(rng.uniform(0, 1200), rng.uniform(30, 500)) for _ in range(500)]
    hits = sorted(milliseconds(lambda x=x, y=y: panel.plot.mark_at(x, y)) for x, y in points)  # type: ignore[misc]
    yield Figure("10,000 events: hit test p99", p99(hits), "ms", None, 1.0, relative=False)

    def move(i: int) -> None:
        mark = held[i * 7]
        assert mark.when is not None
        assert mark.when.begin is not None
        assert mark.when.end is not None
        later = replace(mark.when, begin=mark.when.begin + 30 * DAY, end=mark.when.end + 30 * DAY)
        panel.update_marks([replace(mark, when=later)])

    sizes = frames(app, move)
    yield Figure("10,000 events: one moved and drawn p99", p99(sizes), "ms", floor, _FRAME, relative=False)


def _packing() -> Iterable[Figure]:
    rng = np.random.default_rng(1)
    begin = rng.uniform(0, 76 * 365 * DAY, 1_000_000)
    end = begin + rng.exponential(20 * DAY, 1_000_000) + DAY
    floor = milliseconds(lambda: np.argsort(begin, kind="stable"))
    for rows in (8, 64):
        spent = milliseconds(lambda rows=rows: pack(begin, end, rows))  # type: ignore[misc]
        yield Figure(f"packing 1,000,000 intervals into {rows} rows", spent, "ms", floor, 1_000.0, relative=False)
    short = begin + 60.0
    spent = milliseconds(lambda: pack(begin, short))
    yield Figure("packing 1,000,000 short intervals, rows as needed", spent, "ms", floor, 1_000.0, relative=False)


def figures() -> Iterable[Figure]:
    """Measure."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    floor = _empty(app)
    for count in (10_000, 100_000, 1_000_000):
        yield from _shown_with(app, count, floor)
    yield from _packing()
