"""A picture of a whole article with its annotations, without a window: as pixels or as SVG."""

from pathlib import Path

from msgspec import Struct, field
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from dateline.gui.reader.painting import Overlay, PagePainter
from dateline.gui.reader.scene import Scene
from dateline.gui.reader.sheet import Sheet
from dateline.gui.reader.styles import Styles
from dateline.gui.reader.typeset import Setting
from dateline.gui.svg_fonts import with_fallbacks
from dateline.gui.theme import Theme
from dateline.model.page import Page
from dateline.model.schema import Schema

TALLEST = 32_000  # pixels: the painter's own limit
_LEFT, _RIGHT = 62, 48
_CSS_DPI = 96
_STRIP = 2000  # painted at a time, so that few blocks are held at once


class PictureTooTall(ValueError):
    """A picture that would pass TALLEST pixels; the message says how high it would be and what to do."""


class Look(Struct, frozen=True):
    """What a picture shows: measures in pixels before scaling; `select` is a mention whose event is in focus."""

    width: int = 900
    setting: Setting = field(default_factory=Setting)
    arcs: bool = False
    select: str | None = None


class Picture:
    """A page laid out for a picture of a given look."""

    def __init__(self, page: Page, schema: Schema, theme: Theme, look: Look | None = None) -> None:
        self._look = look or Look()
        self._theme = theme
        scene = Scene(page)
        scene.index.complete()
        scene.arcs = self._look.arcs
        scene.focus = scene.links.focus(page, self._look.select)
        styles = Styles.of(theme, schema, self._look.setting.pixels)
        limit = max(120, self._look.width - _LEFT - _RIGHT)
        self._sheet = Sheet(page, scene, styles, self._look.setting, limit)
        for block in range(len(self._sheet.blocks)):
            self._sheet.cell(block)

    @property
    def size(self) -> QSize:
        """The size of the picture before scaling."""
        return QSize(self._look.width, self._sheet.height)

    def paint(self, painter: QPainter) -> None:
        """Paint the whole page with its top left at the painter's origin."""
        size = self.size
        painter.fillRect(QRect(QPoint(0, 0), size), self._theme.page)
        painter.translate(max(_LEFT, (size.width() - self._sheet.width) // 2), 0)
        page_painter = PagePainter(self._sheet, tag_images=False)
        everything = self._sheet.lines(0, size.height()) if self._sheet.scene.focus else []
        for top in range(0, size.height(), _STRIP):
            lines = [a for a in self._sheet.lines(top, top + _STRIP) if top <= a.top < top + _STRIP]
            page_painter.paint(painter, lines, Overlay(), [])
        page_painter.paint(painter, [], Overlay(), everything)
        self._sheet.head.paint(painter, self._sheet.body_top - self._sheet.head.height)


def render_page(
    page: Page, schema: Schema, theme: Theme, width: int = 900, scale: float = 2.0, look: Look | None = None
) -> QImage:
    """Return the whole article as an image of `width` × `scale` pixels; `look` replaces `width` when given.

    Raises PictureTooTall. Needs a QGuiApplication.
    """
    picture = Picture(page, schema, theme, look or Look(width=width))
    size = QSize(round(picture.size.width() * scale), round(picture.size.height() * scale))
    if size.height() > TALLEST:
        text = QCoreApplication.translate(
            "Picture", "The picture would be {height} pixels high, {most} at most: choose a smaller scale, or SVG."
        )
        raise PictureTooTall(text.format(height=size.height(), most=TALLEST))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor(theme.page))
    painter = QPainter(image)
    picture.paint(painter)
    painter.end()
    return image


def render_svg(page: Page, schema: Schema, theme: Theme, width: int = 900, look: Look | None = None) -> bytes:
    """Return the whole article as an SVG document. Needs a QGuiApplication."""
    picture = Picture(page, schema, theme, look or Look(width=width))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # Tiny knows no clipping
    generator.setOutputDevice(buffer)
    generator.setResolution(_CSS_DPI)  # so that one point is one pixel of a web page
    generator.setSize(picture.size)
    generator.setViewBox(QRect(QPoint(0, 0), picture.size))
    generator.setTitle(page.article.name)
    painter = QPainter(generator)
    picture.paint(painter)
    painter.end()
    buffer.close()
    return with_fallbacks(bytes(data.data()))


def save_page(path: Path, page: Page, schema: Schema, theme: Theme, scale: float = 2.0) -> None:
    """Write the whole article to a file; ".svg" gives SVG, every other ending what Qt makes of it.

    Raises OSError where it cannot be written, PictureTooTall.
    """
    if path.suffix.lower() == ".svg":
        path.write_bytes(render_svg(page, schema, theme))
    elif not render_page(page, schema, theme, scale=scale).save(str(path)):
        raise OSError(QCoreApplication.translate("Picture", "{path} could not be written").format(path=path))
