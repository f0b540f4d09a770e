"""Fonts of an SVG are found in other programs, too."""

import re

import pytest
from PySide6.QtGui import QFont, QFontInfo

from dateline.gui.svg_fonts import with_fallbacks


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("asked", ["Sans Serif", "no such font"])
def test_a_font_is_called_as_it_is_and_its_kind_stands_behind_it(asked: str) -> None:
    real = QFontInfo(QFont(asked)).family()
    svg = with_fallbacks(f'<text font-family="{asked}" x="1">a</text><text font-family="{asked}"/>'.encode()).decode()
    named = re.findall(r'font-family="([^"]*)"', svg)
    assert len(named) == 2
    assert set(named) <= {f"'{real}', {kind}" for kind in ("serif", "sans-serif", "monospace")}


@pytest.mark.usefixtures("qapp")
def test_the_rest_stays_as_it_is() -> None:
    svg = '<svg><title>font-family of “Ü”</title><rect x="1"/></svg>'.encode()
    assert with_fallbacks(svg) == svg
