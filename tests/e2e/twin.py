"""The twin of the window under test: same display, size, fonts and settings, never shown. It says where things are.

The program has no hook to be asked by, so a second one is laid out the same way on a copy of the project and
answers, one JSON object a line, where on its window a word, a label, a mark or an offer stands.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from dateline.app import App
from dateline.gui.palette.delegate import ROW
from dateline.model.text import Span


class Twin:
    """A complete window that is laid out but not mapped."""

    def __init__(self, qt: QApplication, project: Path | None) -> None:
        self._qt = qt
        self._app = App(qt)
        self._window = self._app.window
        self._window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._app.start(project)
        while self._window.timeline is None:
            self._qt.processEvents()
        self.settle()

    def settle(self) -> None:
        """Let everything that is put off be done."""
        end = time.monotonic() + 0.25
        while time.monotonic() < end:
            self._qt.processEvents()

    def _at(self, widget: QWidget, point: QPoint) -> list[int]:
        where = widget.mapTo(self._window, point)
        return [where.x(), where.y()]

    def _box(self, widget: QWidget) -> list[int]:
        return [*self._at(widget, QPoint(0, 0)), widget.width(), widget.height()]

    def offer(self, number: int) -> list[int]:
        """Where an offer of the welcome screen is."""
        offer = self._window.welcome.offers[number]
        return self._at(offer, offer.rect().center())

    def word(self, words: str) -> list[int]:
        """Where the first such words of the open article are."""
        reader = self._window.pane.reader
        page = reader.page()
        assert page is not None
        begin = page.text.index(words)
        box = reader.rect_of(Span(begin, begin + len(words)))
        return self._at(reader.viewport(), QPoint(box.center().x(), box.bottom() - 3))

    def edges(self, words: str) -> list[list[int]]:
        """Where a drag over these words begins and ends."""
        reader = self._window.pane.reader
        page = reader.page()
        assert page is not None
        begin = page.text.index(words)
        box = reader.rect_of(Span(begin, begin + len(words)))
        y = box.bottom() - 3
        return [self._at(reader.viewport(), QPoint(x, y)) for x in (box.left() + 3, box.right() - 3)]

    def label(self, name: str) -> list[int]:
        """Where a label's row in the palette is."""
        rows = self._window.palette_panel._list
        model = rows.model()
        for number in range(model.rowCount()):
            index = model.index(number, 0)
            row = index.data(ROW)
            if row.label is not None and row.label.name == name:
                return self._at(rows.viewport(), rows.visualRect(index).center())
        raise LookupError(name)

    def article(self, number: int) -> list[int]:
        """Where a row of the article list is."""
        view = self._window.articles.view
        return self._at(view.viewport(), view.visualRect(view.model().index(number, 0)).center())

    def mark(self, words: str) -> list[int]:
        """Where the mark of an event with these words in its title is on the timeline."""
        panel: Any = self._window.timeline
        marks = self._window.feed.marks.values()
        mark = next(m for m in marks if words in m.title)
        box = panel.plot.mark_box(panel.plot.scene_marks.index[mark.id])
        point = panel.plot.from_box(box.center().x(), box.center().y()).toPoint()
        return self._at(panel.plot.viewport(), point)

    def plot(self, _: object) -> list[int]:
        """The box of the timeline."""
        panel: Any = self._window.timeline
        return self._box(panel.plot)

    def reader(self, _: object) -> list[int]:
        """The box of the reader."""
        return self._box(self._window.pane.reader.viewport())

    def close(self) -> None:
        """Go without leaving a trace."""
        self._window.close()


def main() -> None:
    """Answer {"question": argument, …} with {"question": place, …} for the project given, if any."""
    qt = QApplication(sys.argv[:1])
    project = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    twin = Twin(qt, project)
    print("{}", flush=True)
    for line in sys.stdin:
        answers = {name: [getattr(twin, name)(a) for a in asked] for name, asked in json.loads(line).items()}
        print(json.dumps(answers), flush=True)
    twin.close()


if __name__ == "__main__":
    main()
