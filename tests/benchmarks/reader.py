"""The reader beside Qt's own plain text view and a scroll area that only copies: CPU time of the GUI thread.

Every floor is measured in this run, turn and turn about with the reader, at 1600 × 1000.
"""

import gc
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPlainTextEdit, QWidget

from dateline.gui.reader.view import ReaderView
from dateline.gui.theme import theme
from dateline.model.annotation import Layer, Mention
from dateline.model.article import Article
from dateline.model.changes import Changes, Kind
from dateline.model.page import Page
from dateline.model.schema import LabelType, Schema
from dateline.model.text import Span
from tests.benchmarks.figure import Figure

SIZE = (1600, 1000)
_NAMES = [(Layer.ENTITY, n) for n in ("Person", "Organization", "Place", "Facility", "Group")]
_NAMES += [(Layer.TIME, "Date"), (Layer.EVENT, "Attack"), (Layer.EVENT, "Meet")]
SCHEMA = Schema("bench", types=tuple(LabelType(n, layer, n, code=n[:3].upper()) for layer, n in _NAMES))
_THEME = theme("light")
_PROSE = (
    "officials reported that the convoy near port city moved on after talks with ministers from both sides of "
    "border while residents waited for news about water power and roads in northern districts Monday agreement"
)
_WORDS = _PROSE.split()


def text_of(size: int, seed: int = 1) -> str:
    """Return about `size` characters in paragraphs of some 460."""
    rng = random.Random(seed)
    out: list[str] = []
    length = paragraph = 0
    while length < size:
        word = rng.choice(_WORDS)
        paragraph += len(word) + 1
        end = "\n" if paragraph > 460 else " "
        if end == "\n":
            paragraph = 0
        out.append(word + end)
        length += len(word) + 1
    return "".join(out)


def page_of(size: int, spans: int, name: str = "a") -> Page:
    """Return a page with mentions spread over it, every fifth around another."""
    text = text_of(size)
    rng = random.Random(2)
    mentions = {}
    for i in range(spans):
        begin = min(i * len(text) // spans, len(text) - 60)
        length = rng.randint(4, 14) if i % 5 else rng.randint(25, 45)
        layer, label = _NAMES[rng.randrange(len(_NAMES))]
        mentions[f"m{i}"] = Mention(f"m{i}", name, "me", layer, label, (Span(begin, begin + length),))
    return Page(Article(name, text), "me", mentions)


class Blitting(QAbstractScrollArea):
    """The least a scroll area can do: copy what stays and fill what comes in."""

    def __init__(self) -> None:
        super().__init__()
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setRange(0, 10_000_000)
        self.verticalScrollBar().setSingleStep(40)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), Qt.GlobalColor.white)


class Painted(QObject):
    """Notices when a widget has been painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.seen = False
        self._watched = watched
        watched.installEventFilter(self)

    def leave(self) -> None:
        """Look no longer: whoever still looked would cost time at every later event."""
        self._watched.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def plain(text: str) -> QPlainTextEdit:
    """Return the floor of most figures: a bare view of the text in the same font."""
    edit = QPlainTextEdit()
    font = QFont()
    font.setFamilies(["Noto Serif", "DejaVu Serif"])
    font.setPixelSize(18)
    edit.setFont(font)
    edit.resize(*SIZE)
    edit.setReadOnly(True)
    edit.setPlainText(text)
    return edit


def reader(page: Page) -> ReaderView:
    """Return a reader with a page."""
    view = ReaderView(_THEME)
    view.resize(*SIZE)
    view.set_page(page, SCHEMA)
    return view


def cpu(work: Callable[[], object]) -> float:
    """Return the milliseconds of CPU this thread spends on `work`."""
    gc.disable()
    start = time.thread_time()
    work()
    spent = (time.thread_time() - start) * 1000
    gc.enable()
    return spent


def until_painted(widget: QAbstractScrollArea) -> None:
    """Show a widget and go on until its content has been painted once."""
    painted = Painted(widget.viewport())
    widget.show()
    while not painted.seen:
        QApplication.processEvents()


def settle() -> None:
    """Let what waits for idle time be done."""
    for _ in range(8):
        time.sleep(0.025)
        QApplication.processEvents()


def opening(makes: Sequence[Callable[[], QAbstractScrollArea]], times: int = 15) -> list[float]:
    """Return the median cost of making each view and painting it once, measured in turns."""
    costs: list[list[float]] = [[] for _ in makes]
    for turn in range(times * len(makes)):
        make = makes[turn % len(makes)]
        kept: list[QWidget] = []

        def work(make: Callable[[], QAbstractScrollArea] = make, kept: list[QWidget] = kept) -> None:
            view = make()
            kept.append(view)
            until_painted(view)

        costs[turn % len(makes)].append(cpu(work))
        kept[0].close()
        kept[0].deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [median(each) for each in costs]


def wheel(view: QAbstractScrollArea, steps: int = 200) -> list[float]:
    """Return the cost of each step of the wheel with its repaint."""
    out = []
    for _ in range(steps):
        point = QPointF(400, 400)
        event = QWheelEvent(
            point,
            point,
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )

        def work(event: QWheelEvent = event) -> None:
            QApplication.sendEvent(view.viewport(), event)
            QApplication.processEvents()

        out.append(cpu(work))
    return out


def pages(view: QAbstractScrollArea, steps: int = 40, *, idle: bool = True) -> list[float]:
    """Return the cost of each page down with its repaint; what is done while idle in between is not counted."""
    out = []
    bar = view.verticalScrollBar()
    for _ in range(steps):
        if idle:
            settle()

        def work() -> None:
            bar.setValue(bar.value() + bar.pageStep())
            _paint_now(view)

        out.append(cpu(work))
    return out


def _paint_now(view: QAbstractScrollArea) -> None:
    """Have what changed painted; without a paint there was no change on the screen, and nothing was measured."""
    painted = Painted(view.viewport())
    try:
        for _ in range(20):
            QApplication.processEvents()
            if painted.seen:
                return
    finally:
        painted.leave()
    raise RuntimeError("nothing was painted")


def edits(view: ReaderView, page: Page, times: int = 80) -> list[float]:
    """Return the cost of each adding and removing of a span in view, with its repaint."""
    out = []
    first = view.scroll_state()[0]
    for i in range(times):
        begin = first + 37 * (i % 20) + 5
        mention = Mention(f"new{i}", page.article.id, "me", Layer.ENTITY, "Person", (Span(begin, begin + 9),))
        out += [cpu(lambda m=mention: _add(view, page, m)), cpu(lambda m=mention: _remove(view, page, m))]
    return out


def _add(view: ReaderView, page: Page, mention: Mention) -> None:
    page.mentions[mention.id] = mention
    view.apply(Changes(added={Kind.MENTION: frozenset({mention.id})}, articles=frozenset({page.article.id})))
    _paint_now(view)


def _remove(view: ReaderView, page: Page, mention: Mention) -> None:
    del page.mentions[mention.id]
    view.apply(Changes(removed={Kind.MENTION: frozenset({mention.id})}, articles=frozenset({page.article.id})))
    _paint_now(view)


def resizing(views: Sequence[QAbstractScrollArea], times: int = 20) -> list[float]:
    """Return the median cost of a change of width with its repaint, for each view, measured in turns."""
    out: list[list[float]] = [[] for _ in views]
    for i in range(times):
        for view, costs in zip(views, out, strict=True):

            def work(view: QAbstractScrollArea = view, width: int = 700 + 60 * (i % 2) + i) -> None:
                view.resize(width, SIZE[1])
                _paint_now(view)

            costs.append(cpu(work))
    return [median(each) for each in out]


def percentile(values: Iterable[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def memory(which: str) -> float:
    """Return how many MB showing 10 MB of text (the reader: with 100,000 spans) takes, from a process of its own."""
    out = subprocess.run(
        [sys.executable, "-c", f"from tests.benchmarks.reader import show_memory; show_memory({which!r})"],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(out.stdout.split()[-1])


def show_memory(which: str) -> None:
    """Print what showing a large page adds to this process, in MB."""
    _app = QApplication([])
    page = page_of(10_000_000, 100_000)
    until_painted(plain("warm"))
    until_painted(reader(page_of(2000, 20)))
    gc.collect()
    before = _resident()
    view = plain(page.text) if which == "plain" else reader(page)
    until_painted(view)
    settle()
    print(_resident() - before)


def _resident() -> float:
    """Return the resident memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def figures() -> Iterator[Figure]:
    """Measure the reader; limits are those the project promises."""
    app = QApplication.instance() or QApplication([])
    until_painted(plain("warm"))
    until_painted(reader(page_of(3000, 40)))
    yield from _open_figures()
    yield from _scroll_figures()
    yield from _edit_figures()
    yield from _unready_figures()
    yield from _next_article()
    yield from _dense_figures()
    yield Figure("reader: memory, 10 MB, 100,000 spans", memory("reader"), "MB", memory("plain"), 1.2)
    del app


def _open_figures() -> Iterator[Figure]:
    for name, size, spans, limit in (
        ("10 kB", 10_000, 125, 0.85),
        ("100 kB", 100_000, 1250, 0.85),
        ("1 MB", 1_000_000, 12_500, 0.85),
        ("10 MB", 10_000_000, 100_000, 0.5),
    ):
        page = page_of(size, spans)
        floor, ours = opening([partial(plain, page.text), partial(reader, page)])
        yield Figure(f"reader: open to first paint, {name}, {spans:,} spans", ours, "ms", floor, limit)


def _scroll_figures() -> Iterator[Figure]:
    page = page_of(10_000_000, 100_000)
    bare, edit, view = Blitting(), plain(page.text), reader(page)
    bare.resize(*SIZE)
    for each in (bare, edit, view):
        until_painted(each)
    settle()
    floor, ours = [], []
    for _ in range(10):  # turn and turn about: what else the machine does meets both
        floor += wheel(bare, 20)
        ours += wheel(view, 20)
    yield Figure("reader: wheel step, p50, 10 MB", median(ours), "ms", median(floor), 1.8)
    yield Figure("reader: wheel step, p99, 10 MB", percentile(ours, 0.99), "ms", percentile(floor, 0.99), 3.0)
    floor, down = pages(edit), pages(view)
    yield Figure("reader: page down, p50, 10 MB", median(down), "ms", median(floor), 0.7)
    settle()
    changed = edits(view, page)
    yield Figure("reader: add or remove a span, p99, 10 MB", percentile(changed, 0.99), "ms", median(down), 1.0)
    floor, ours = resizing([edit, view])
    yield Figure("reader: change of width, 10 MB", ours, "ms", floor, 1.2)


def _edit_figures() -> Iterator[Figure]:
    """The smaller sizes, whose few pages are each turned in a fresh view after it was set while idle."""
    pages_of = {
        "10 kB": page_of(10_000, 100),
        "100 kB": page_of(100_000, 1_000),
        "1 MB": page_of(1_000_000, 10_000),
        "a paragraph of 19 kB": _in_one_paragraph(page_of(19_000, 200)),
    }
    for name, page in pages_of.items():
        views = [reader(page) for _ in range(15)]
        for view in views:
            until_painted(view)
        warm = median(pages(view, 1)[0] for view in views)
        changed = edits(views[0], page)
        for what, costs in (("add", changed[::2]), ("remove", changed[1::2])):
            yield Figure(f"reader: {what} a span, p99, {name}", percentile(costs, 0.99), "ms", warm, 1.0)


def _in_one_paragraph(page: Page) -> Page:
    return Page(Article(page.article.id, page.text.replace("\n", " ")), "me", page.mentions)


def _unready_figures() -> Iterator[Figure]:
    """What a person does before the first idle turn, and how long such a turn can keep anybody waiting."""
    page = page_of(10_000_000, 100_000)
    turns, first, cold = [], [], []
    for i in range(5):
        view = reader(page)
        until_painted(view)
        cold += pages(view, 1, idle=False)
        mention = Mention(f"new{i}", page.article.id, "me", Layer.ENTITY, "Person", (_in_view(view),))
        first.append(cpu(lambda m=mention, v=view: _add(v, page, m)))
        view.close()
        del page.mentions[mention.id]
        view = reader(page)
        until_painted(view)
        costs = []
        while len(costs) < 10_000:
            more: list[bool] = []
            costs.append(cpu(lambda v=view, m=more: m.append(v.idle_turn())))
            if not more[0]:
                break
        turns.append(max(costs))
        view.close()
    yield Figure("reader: first edit, before the first idle turn, 10 MB", median(first), "ms", median(cold), 1.0)
    yield Figure("reader: longest idle turn, 10 MB, 100,000 spans", median(turns), "ms", limit=8.0)
    view = reader(Page(Article("a", "a b\n" * 1_000_000), "me"))
    until_painted(view)
    yield Figure(
        "reader: Ctrl+End on a million lines, before the first idle turn", cpu(lambda: _end(view)), "ms", limit=120
    )
    view.close()


def _in_view(view: ReaderView) -> Span:
    begin = view.scroll_state()[0]
    return Span(begin + 5, begin + 14)


def _end(view: ReaderView) -> None:
    none = Qt.KeyboardModifier.NoModifier
    for key, held in ((Qt.Key.Key_Right, none), (Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)):
        QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, held))
    _paint_now(view)


def _next_article() -> Iterator[Figure]:
    articles = [page_of(3000, 40, f"a{i}") for i in range(40)]
    view = reader(articles[0])
    until_painted(view)
    costs = []
    for page in articles:

        def work(page: Page = page) -> None:
            view.set_page(page, SCHEMA)
            _paint_now(view)

        costs.append(cpu(work))
    yield Figure("reader: next article, p50, the reader's part", median(costs), "ms", limit=16.0)
    yield Figure("reader: next article, p99, the reader's part", percentile(costs, 0.99), "ms", limit=33.0)


def _dense_figures() -> Iterator[Figure]:
    page = page_of(10_000, 100_000)
    yield Figure("reader: open, 100,000 spans on 10 kB", opening([partial(reader, page)])[0], "ms", limit=200.0)
    view = reader(page)
    until_painted(view)
    costs = pages(view, 6)
    yield Figure("reader: page down, 100,000 spans on 10 kB", median(costs), "ms", limit=30.0)
