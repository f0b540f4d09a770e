"""Names the fonts of an SVG so that every viewer finds one like them."""

import re

from PySide6.QtGui import QFont, QFontInfo

_NAMED = re.compile(rb'font-family="([^"]*)"')
_SERIF = ("serif", "georgia", "times", "garamond", "palatino", "cambria", "book")


def with_fallbacks(svg: bytes) -> bytes:
    """Return an SVG of Qt's whose fonts are called as they really are, each with its kind behind it.

    Qt writes what was asked for, "Sans Serif", which no browser knows: it would show another font, of other widths.
    """
    told: dict[bytes, bytes] = {}

    def named(found: re.Match[bytes]) -> bytes:
        asked = found[1]
        if asked not in told:
            told[asked] = _stack(asked.decode()).encode()
        return b'font-family="' + told[asked] + b'"'

    return _NAMED.sub(named, svg)


def _stack(asked: str) -> str:
    real = QFontInfo(QFont(asked)).family().replace("'", "").replace('"', "").replace("&", "&amp;")
    name = real.casefold()
    if "mono" in name:
        kind = "monospace"
    else:
        kind = "serif" if "sans" not in name and any(word in name for word in _SERIF) else "sans-serif"
    return f"'{real}', {kind}" if real else kind
