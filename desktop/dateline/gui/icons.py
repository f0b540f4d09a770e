"""The program's own line icons: SVG files whose `currentColor` becomes a colour of the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dateline import assets
from dateline.gui.theme import Theme, blend

SIZE = 20  # pixels an icon is drawn for; Qt scales it to what a menu or button asks


@lru_cache
def _source(name: str) -> str:
    path = assets.resources("icons", f"{name}.svg")
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KeyError(f"there is no icon called {name}") from None


def pixmap(name: str, colour: QColor, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """Draw an icon in a colour, `size` logical pixels square for a screen of that pixel ratio.

    Raises KeyError for a name there is no file of.
    """
    side = round(size * ratio)
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour.name()).encode()))
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


class Icons:
    """The icons of one theme, drawn when first asked for: `icons["open"]`."""

    def __init__(self, theme: Theme, ratio: float = 2.0) -> None:
        self._theme, self._ratio = theme, ratio
        self._drawn: dict[tuple[str, str], QIcon] = {}

    def __getitem__(self, name: str) -> QIcon:
        return self.tinted(name, blend(self._theme.text, self._theme.panel, 0.82))

    def tinted(self, name: str, colour: QColor) -> QIcon:
        """Return an icon in a colour of one's own; disabled it is faint, selected it keeps its colour."""
        key = (name, colour.name())
        if key not in self._drawn:
            icon = QIcon(pixmap(name, colour, SIZE, self._ratio))
            faint = blend(colour, self._theme.panel, 0.4)
            icon.addPixmap(pixmap(name, faint, SIZE, self._ratio), QIcon.Mode.Disabled)
            self._drawn[key] = icon
        return self._drawn[key]


def app_icon() -> QIcon:
    """Return the program's own icon, in the sizes that desktops ask for."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        icon.addPixmap(pixmap("dateline", QColor("black"), size))
    return icon
