"""Setting one block: a QTextLayout's lines, and where code points stand on them.

x is in pixels from the column's left edge, y from the block's top. Lines stand on a fixed grid, whatever
the heights of fallback fonts are.
"""

from bisect import bisect_right
from functools import cached_property
from math import ceil
from unicodedata import bidirectional

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from dateline.gui.reader.units import grapheme_at
from dateline.model.regex import lazy
from dateline.model.text import Utf16Map

SERIF = (
    "Noto Serif", "Source Serif 4", "Charter", "Georgia", "Cambria", "DejaVu Serif", "Liberation Serif",
    "Times New Roman",
)  # fmt: skip
SANS = ("Noto Sans", "Inter", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "Liberation Sans", "Arial")
FALLBACKS = (
    "Noto Naskh Arabic", "Noto Serif CJK SC", "Noto Serif Devanagari", "Noto Serif Hebrew", "Noto Color Emoji",
    "Apple Color Emoji", "Segoe UI Emoji",
)  # fmt: skip

_BIDI = lazy(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

PORTION = 40  # lines
_STRONG = frozenset({"L", "R", "AL"})


def font(families: tuple[str, ...], pixels: float, *, bold: bool = False) -> QFont:
    """Return a font of the first family there is, with named fallbacks for other scripts and emoji."""
    made = QFont()
    made.setFamilies([*families, *FALLBACKS])
    made.setPixelSize(max(4, round(pixels)))
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return made


class Setting(Struct, frozen=True):
    """How a page is set: measures in pixels, `chars` to a full line."""

    family: str | None = None
    pixels: float = 18.0
    chars: int = 75
    leading: float = 1.0


class Grid(Struct, frozen=True, dict=True):
    """The measures of one size of text, all in pixels.

    A line's cell has a row for tags on top, then the text, then lanes for underlines that may reach into
    the next cell's tag row. `gap` is the space under a paragraph, `lane` the step between underlines. The block
    behind an event's trigger ends at `block_bottom`, where the descenders do: its words are drawn in the colour
    of the page, and what stood out of it could not be seen.
    """

    font: QFont
    pitch: int
    tag_row: int
    text_top: int
    baseline: int
    text_bottom: int
    block_bottom: int
    underline: int
    lane: int
    gap: int

    @classmethod
    def of(cls, family: str | None, pixels: float, leading: float, *, title: bool = False) -> "Grid":
        """Return the measures for a size; `leading` multiplies the pitch of the lines."""
        size = pixels * 1.62 if title else pixels
        families = (family, *SERIF) if family else SERIF
        face = font(families, size, bold=title)
        metrics = QFontMetricsF(face)
        tag_row = max(9, round(pixels * 0.76))
        ascent, descent = min(metrics.ascent(), size * 1.05), min(metrics.descent(), size * 0.32)
        baseline = tag_row + round(ascent * 0.93)
        text_bottom = baseline + round(descent * 0.78)
        underline = baseline + max(3, round(size * 0.24))
        lane = max(3, round(pixels * 0.2))
        block_bottom = baseline + ceil(descent) + 1
        pitch = max(text_bottom + 2, block_bottom, round((tag_row + ascent + descent + 1.5 * lane) * leading))
        tops = (pitch, tag_row, tag_row - 1, baseline, text_bottom, block_bottom)
        return cls(face, *tops, underline, lane, gap=round(pixels * 0.62))

    @cached_property
    def average_width(self) -> float:
        """Return the mean advance of a character of running text."""
        sample = "the quick report of the ministry on a convoy near the port and its two drivers"
        return QFontMetricsF(self.font).horizontalAdvance(sample) / len(sample)


class SetLine(Struct):
    """One line of a block: which code points stand on it, and how far its ink reaches from `left` to `right`."""

    begin: int
    end: int
    line: QTextLine
    left: float
    right: float


class Portion:
    """Some lines of a block, which are composed by themselves: a long block costs no more to change than a short one.

    What it says of positions and lines is said as of a block that holds these lines only.
    """

    __slots__ = ("_begins", "begin", "bounded", "end", "extents", "first", "lines", "rtl")

    def __init__(self, block: "SetBlock", first: int) -> None:
        self.first = first  # the number of its first line in the block
        self.lines = block.lines[first : first + PORTION]
        self._begins = [line.begin for line in self.lines]
        last = first + PORTION >= len(block.lines)
        self.begin = self._begins[0] if first else block.begin
        self.end = block.end if last else block.lines[first + PORTION].begin
        self.rtl = block.rtl
        self.extents = block.extents
        self.bounded = block.bounded

    def line_at(self, position: int) -> int:
        """Return which of its lines holds the code point at `position`, clamped to them."""
        return max(0, bisect_right(self._begins, position) - 1)


class SetBlock:
    """One block set in lines of a given width. The heights of its cells belong to the sheet."""

    __slots__ = ("_begins", "_layout", "_map", "begin", "bidi", "end", "grid", "lines", "rtl", "text")

    def __init__(self, text: str, begin: int, width: float, grid: Grid) -> None:
        self.text = text
        self.begin = begin
        self.end = begin + len(text)
        self.grid = grid
        self._map = Utf16Map(text)
        self.bidi = not text.isascii() and _BIDI().search(text) is not None
        self._layout = QTextLayout(text, grid.font)
        self.rtl = self.bidi and text_is_right_to_left(text)
        self._layout.setTextOption(self._option())
        self._layout.setCacheEnabled(True)
        self.lines = self._set(width)
        self._begins = [line.begin for line in self.lines]

    def _option(self) -> QTextOption:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self.rtl:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        else:
            option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        return option

    def _set(self, width: float) -> list[SetLine]:
        layout, to_code_point, begin = self._layout, self._map.from_utf16, self.begin
        lines: list[SetLine] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start = line.textStart()
            natural = line.naturalTextWidth()
            left = width - natural if self.rtl else 0.0
            lines.append(
                SetLine(
                    begin + to_code_point(start),
                    begin + to_code_point(start + line.textLength()),
                    line,
                    left,
                    left + natural,
                )
            )
        layout.endLayout()
        return lines

    def portions(self) -> list[Portion]:
        """Return its lines in portions."""
        return [Portion(self, first) for first in range(0, len(self.lines), PORTION)]

    def line_at(self, position: int) -> int:
        """Return the number of the line that holds the code point at `position`, clamped to the block."""
        return max(0, bisect_right(self._begins, position) - 1)

    def extents(self, line: SetLine, begin: int, end: int) -> list[tuple[int, int]]:
        """Return where [begin, end) stands on a line, as whole-pixel stretches from left to right.

        There is more than one where directions mix. Space that hangs over the line's end has no extent.
        """
        low, high = max(begin, line.begin), min(end, line.end)
        if low >= high:
            return []
        to16, origin = self._map.to_utf16, self.begin
        first, last = to16(low - origin), to16(high - origin)
        if not self.bidi:
            left = line.line.cursorToX(first)[0]  # type: ignore[index]
            right = min(line.line.cursorToX(last)[0], line.right)  # type: ignore[index]
            return [(int(left + 0.5), int(right + 0.5))] if right > left else []
        boxes = sorted(
            (box.left(), box.right())
            for run in line.line.glyphRuns(first, last - first)
            if (box := run.boundingRect()).width() > 0
        )
        return _joined([(max(a, line.left), min(b, line.right)) for a, b in boxes])

    def bounded(self, line: SetLine, begin: int, end: int) -> list[tuple[int, int, bool, bool]]:
        """Return the extents of [begin, end) on a line, each with whether it is closed at its left and at its right.

        What goes on over the line's end stays open there, and between parts of mixed directions.
        """
        found = self.extents(line, begin, end)
        left, right = begin >= line.begin, end <= line.end
        if self.rtl:
            left, right = right, left
        last = len(found) - 1
        return [(a, b, left and n == 0, right and n == last) for n, (a, b) in enumerate(found)]

    def edge_x(self, line: SetLine, position: int, *, at_end: bool) -> tuple[int, int] | None:
        """Return where the character at `position` begins or ends as it is read, and on which side of it: -1 or 1.

        None where it does not stand on this line.
        """
        if not line.begin <= position < line.end:
            return None
        found = grapheme_at(self.text, position - self.begin)
        extents = self.extents(line, found.begin + self.begin, found.end + self.begin)
        if not extents:
            return None
        on_right = at_end != self._reads_leftwards(line, position)
        return (extents[-1][1], 1) if on_right else (extents[0][0], -1)

    def character_at(self, line: SetLine, x: float) -> int:
        """Return the code point of the character at `x`, the nearest one outside the ink."""
        if line.begin >= line.end:
            return line.begin
        x = min(max(x, line.left), max(line.left, line.right - 0.01))
        if self.bidi:
            return self._character_by_extents(line, x)
        offset = int(line.line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter))
        return min(max(self.begin + self._map.from_utf16(offset), line.begin), line.end - 1)

    def _character_by_extents(self, line: SetLine, x: float) -> int:
        """Ask every character for its extent: Qt's own answer is off by one near right-to-left edges.

        Parts of a joined emoji have extents that mean nothing: only perceived characters are asked for.
        """
        best, distance = line.begin, float("inf")
        position, origin = line.begin, self.begin
        while position < line.end:
            end = max(position + 1, min(grapheme_at(self.text, position - origin).end + origin, line.end))
            for left, right in self.extents(line, position, end):
                away = 0.0 if left <= x < right else min(abs(x - left), abs(x - right)) + 0.5
                if away < distance:
                    best, distance = position, away
            position = end
        return best

    def edge_at(self, line: SetLine, x: float) -> int:
        """Return the code point position between characters that is nearest to `x`."""
        position = self.character_at(line, x)
        if position >= line.end:
            return position
        character = grapheme_at(self.text, position - self.begin)
        begin, end = character.begin + self.begin, character.end + self.begin
        extents = self.extents(line, begin, end)
        if not extents:
            return position
        left, right = extents[0]
        past_middle = x > (left + right) / 2
        if self._reads_leftwards(line, position):
            past_middle = not past_middle
        return end if past_middle else begin

    def _reads_leftwards(self, line: SetLine, position: int) -> bool:
        if not self.bidi:
            return False
        first = self._map.to_utf16(position - self.begin)
        runs = line.line.glyphRuns(first, 1)
        return bool(runs and runs[0].isRightToLeft())

    def origin(self, baseline: float, line: SetLine) -> QPointF:
        """Return where to draw a line so that its text stands on `baseline`."""
        return QPointF(0.0, baseline - line.line.ascent())


def text_is_right_to_left(text: str) -> bool:
    """Say whether the first strongly directed character of `text` reads from right to left."""
    if text.isascii():
        return False
    strong = (way for way in map(bidirectional, text) if way in _STRONG)
    return next(strong, "L") != "L"


def _joined(boxes: list[tuple[float, float]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for left, right in boxes:
        low, high = int(left + 0.5), int(right + 0.5)
        if high <= low:
            continue
        if out and low <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(out[-1][1], high))
        else:
            out.append((low, high))
    return out
