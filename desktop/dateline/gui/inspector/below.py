"""What of the inspector lies below its edge: a line that names it and leads there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QToolButton, QWidget

from dateline.gui.inspector.card import link_button

_LEAST = 150  # pixels that the cards must keep before the line gets room of its own
Place = tuple[QWidget, str, str]  # a card, what it is called, what it says


class Below(QFrame):
    """A line at the foot of a scroll area: a button for each card that is not in view."""

    wanted = Signal(object)  # the card to be shown
    shown = Signal(int)  # how much of the area's foot it takes, in pixels; 0 where it lies over the cards

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self.setObjectName("below")
        self._area = area
        self._places: Sequence[Place] = ()
        self._buttons: list[QToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 2, 8, 2)
        self._row.setSpacing(4)
        self.hide()
        area.verticalScrollBar().valueChanged.connect(self.look)
        area.verticalScrollBar().rangeChanged.connect(self.look)

    @property
    def texts(self) -> list[str]:
        """Return what is said to lie below."""
        return [b.toolTip() for b in self._buttons if not b.isHidden()] if self.isVisibleTo(self._area) else []

    def set_places(self, places: Sequence[Place]) -> None:
        """Watch over these cards."""
        self._places = places
        while len(self._buttons) < len(places):
            button = link_button("")
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            number = len(self._buttons)
            button.clicked.connect(lambda _=False, n=number: self.wanted.emit(self._places[n][0]))
            self._buttons.append(button)
            self._row.addWidget(button, 1)
        self.look()

    def look(self) -> None:
        """Name the cards that are below what can be seen, or cut by its edge."""
        below = [self._is_below(card) for card, _, _ in self._places]
        shares = [3 if says else 1 for _, _, says in self._places]
        all_shares = max(1, sum(share for share, there in zip(shares, below, strict=True) if there))
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(below) and below[number])
            if button.isVisibleTo(self):
                _, name, says = self._places[number]
                text = f"{name}: {says}" if says else name
                button.setToolTip(text)
                self._row.setStretch(number, shares[number])
                room = max(40, (self._area.viewport().width() - 24) * shares[number] // all_shares - 34)
                cut = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
                button.setText(f"{cut}  ▾")
        self.setVisible(any(below))
        self.place()
        left = self._area.height() - self.height()
        self.shown.emit(self.height() if any(below) and left >= _LEAST else 0)

    def _is_below(self, card: QWidget) -> bool:
        bar, line = self._area.verticalScrollBar(), self.fontMetrics().height()
        top, edge = card.y() - bar.value(), self._area.height() - self.height()
        if card.isHidden() or bar.value() >= bar.maximum():
            return False
        cut = top > line and top + card.height() > self._area.height() + line // 2
        return cut or top + 2 * line > edge

    def place(self) -> None:
        """Lie along the lower edge of the area."""
        height = self.sizeHint().height()
        viewport = self._area.viewport().geometry()
        self.setGeometry(0, self._area.height() - height, viewport.width(), height)
