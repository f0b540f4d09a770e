"""The whole window in a test: made like the program makes it, complete with its timeline."""

import faulthandler
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.app import App
from dateline.gui.annotating import Annotating
from dateline.gui.main_window import MainWindow
from dateline.gui.session import Session
from dateline.gui.timeline.panel import TimelinePanel
from dateline.model.annotation import Mention
from dateline.model.page import Page
from tests.gui.conftest import span

STANDING: list["Whole"] = []  # whose windows the test that made them has not ended


class Whole:
    """A running program without its event loop, and a hand on its keys and mouse."""

    def __init__(self, qt: QApplication, bot: QtBot, path: Path | None) -> None:
        self.bot = bot
        self.app = App(qt)
        STANDING.append(self)
        self.app.start(path)
        self.first_size = self.window.size()
        self.window.screen_fit.stop()
        self.window.resize(1480, 940)  # the offscreen screen is smaller than any desktop's
        try:
            bot.waitUntil(lambda: self.window.timeline is not None and hasattr(self.app, "overlays"), timeout=20_000)
        except BaseException:
            app, window = self.app, self.window
            print("complete", app._complete, "thread", app._heavy, "timeline", window.timeline, "there", app._there)
            faulthandler.dump_traceback(sys.__stderr__)  # why a timeline never came
            self.end()  # a window left over would take the pointer from the tests after this one
            raise
        self.settle()
        self.window.pane.reader.setFocus()

    @property
    def window(self) -> MainWindow:
        return self.app.window

    @property
    def session(self) -> Session:
        return self.app.session

    @property
    def verbs(self) -> Annotating:
        return self.window.annotating

    @property
    def page(self) -> Page:
        assert self.session.page
        return self.session.page

    @property
    def timeline(self) -> TimelinePanel:
        assert isinstance(self.window.timeline, TimelinePanel)
        return self.window.timeline

    def settle(self) -> None:
        """Let what is put off be done."""
        for _ in range(6):
            QApplication.processEvents()
            self.bot.wait(5)

    def at(self, words: str, nth: int = 0) -> QPoint:
        """Return where words stand in the reader."""
        box = self.window.pane.reader.rect_of(span(words, nth))
        return QPoint(box.center().x(), box.bottom() - 3)

    def click(self, words: str, nth: int = 0) -> None:
        """Click on words."""
        reader = self.window.pane.reader
        self.bot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=self.at(words, nth))
        reader.setFocus()

    def keys(self, keys: str) -> None:
        """Type into the reader."""
        for key in keys:
            self.bot.keyClick(self.window.pane.reader, key)
        self.settle()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key in the reader."""
        self.bot.keyClick(self.window.pane.reader, key, held)
        self.settle()

    def tag(self, words: str, keys: str, nth: int = 0) -> Mention:
        """Click on words and tag them; return the mention."""
        self.click(words, nth)
        self.keys(keys)
        mention = self.verbs.selected
        assert mention is not None
        return mention

    def do(self, action: str) -> None:
        """Trigger an action, which must be enabled."""
        self.settle()
        found = self.window.actions_table[action]
        assert found.isEnabled(), action
        found.trigger()
        self.settle()

    def labels(self) -> list[tuple[str, str]]:
        """Return what is tagged in the open article."""
        return [(m.label, m.text_of(self.page.text)) for m in self.page.in_order()]

    def said(self) -> str:
        """Return what the status line says."""
        return self.window.status_line.text

    def close(self) -> None:
        """Close as a person does; the window can still be asked."""
        self.window.close()

    def end(self) -> None:
        """Close, and let go of all that the program is made of: what is left over goes on counting and collecting."""
        STANDING.remove(self)
        self.close()
        self.window.deleteLater()
        self.app.deleteLater()
