"""A hand on the mouse and the keys, and the text it works on."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from dateline.gui.reader.view import ReaderView
from tests.gui.reader.conftest import PageMaker

TEXT = (
    "The Ministry of Foreign Affairs said on Monday that talks in Astana, the capital, went on.\r\n"
    "\r\n"
    "Officials met the envoys of the United Nations World Food Programme 🚨 there. They left at noon.\n"
    "وقالت وزارة الصحة في أنقرة إن خمسة أشخاص أصيبوا.\n"
    "Çavuşoğlu\u00a0Bey left Türkiye for Қазақстан."
)
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Hand:
    """A hand on the mouse: places are given by quoting the text."""

    def __init__(self, reader: ReaderView, made: PageMaker, qtbot) -> None:
        self.reader, self.made, self.qtbot = reader, made, qtbot

    def middle(self, quote: str, nth: int = 0) -> QPoint:
        return self.reader.rect_of(self.made.span(quote, nth)).center()

    def edge(self, quote: str, *, end: bool = False) -> QPoint:
        rect = self.reader.rect_of(self.made.span(quote))
        return QPoint(rect.right() + 1 if end else rect.left(), rect.center().y())

    def send(self, kind: QEvent.Type, point: QPoint, held: Qt.KeyboardModifier, *, down: bool) -> None:
        viewport = self.reader.viewport()
        buttons = LEFT if down else Qt.MouseButton.NoButton
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
        place = QPointF(viewport.mapToGlobal(point))
        QApplication.sendEvent(viewport, QMouseEvent(kind, QPointF(point), place, button, buttons, held))

    def click(self, quote: str | QPoint, held: Qt.KeyboardModifier = NONE, nth: int = 0) -> None:
        point = quote if isinstance(quote, QPoint) else self.middle(quote, nth)
        self.send(QEvent.Type.MouseButtonPress, point, held, down=True)
        self.send(QEvent.Type.MouseButtonRelease, point, held, down=False)

    def drag(self, start: QPoint, stop: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        self.send(QEvent.Type.MouseButtonPress, start, held, down=True)
        for i in range(1, 5):
            self.send(QEvent.Type.MouseMove, start + (stop - start) * i / 4, held, down=True)
        self.send(QEvent.Type.MouseButtonRelease, stop, held, down=False)

    def double(self, quote: str) -> None:
        self.click(quote)
        point = self.middle(quote)
        self.send(QEvent.Type.MouseButtonDblClick, point, NONE, down=True)
        self.send(QEvent.Type.MouseButtonRelease, point, NONE, down=False)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.reader, key, held)

    @property
    def words(self) -> list[str]:
        return [s.of(self.made.page.text) for s in self.reader.selection()]


def show(hand: Hand, schema) -> None:
    hand.reader.set_page(hand.made.page, schema)
