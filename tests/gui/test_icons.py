"""Icons are drawn in the colour asked for, once, and every file is one of ours."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from dateline import assets
from dateline.gui.icons import Icons, app_icon, pixmap
from dateline.gui.theme import theme

pytestmark = pytest.mark.usefixtures("qapp")
NAMES = sorted(path.stem for path in assets.resources("icons").glob("*.svg") if path.stem != "dateline")


def inked(image: QImage) -> list[QColor]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return [colour for colour in pixels if colour.alpha() > 250]


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_of_one_colour_that_follows_the_theme(name: str) -> None:
    source = assets.resources("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in source
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", source) == []
    colours = inked(pixmap(name, QColor("#B8470F"), 24, 2.0).toImage())
    assert len(colours) > 20
    for colour in colours:  # the edges of strokes are translucent; antialiasing may round by one
        assert all(abs(a - b) <= 6 for a, b in zip(colour.getRgb(), QColor("#B8470F").getRgb(), strict=True))  # type: ignore[arg-type]


def test_a_pixmap_is_as_sharp_as_its_screen() -> None:
    drawn = pixmap("open", QColor("black"), 20, 2.0)
    assert drawn.size() == QSize(40, 40)
    assert drawn.deviceIndependentSize().toSize() == QSize(20, 20)


def test_an_icon_is_drawn_once_and_faint_when_disabled() -> None:
    icons = Icons(theme("light"))
    assert icons["open"].cacheKey() == icons["open"].cacheKey()
    assert icons.tinted("open", QColor("red")).cacheKey() != icons["open"].cacheKey()
    normal, off = (
        icons["open"].pixmap(QSize(20, 20), mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert min(c.lightness() for c in inked(off)) > min(c.lightness() for c in inked(normal)) + 40


def test_an_unknown_name_is_named() -> None:
    with pytest.raises(KeyError, match="no icon called sprocket"):
        Icons(theme("light"))["sprocket"]


def test_the_programs_icon_comes_in_every_size() -> None:
    assert {size.width() for size in app_icon().availableSizes()} >= {16, 32, 48, 256}
