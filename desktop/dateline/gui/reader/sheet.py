"""The page as laid out: which block stands where, set and composed when first looked at.

y counts from the top of the page, x from the left edge of the column. The sheet belongs to no widget: the
reader scrolls over it and a picture of the whole article is drawn from it.
"""

from collections import OrderedDict
from collections.abc import Iterable

from msgspec import Struct

from dateline.gui.reader.blocks import Blocks
from dateline.gui.reader.compose import Composer
from dateline.gui.reader.head import Head
from dateline.gui.reader.heights import Heights
from dateline.gui.reader.scene import Scene
from dateline.gui.reader.shapes import EMPTY, LineShape
from dateline.gui.reader.styles import Styles
from dateline.gui.reader.typeset import PORTION, Grid, Portion, SetBlock, SetLine, Setting
from dateline.model.page import Page
from dateline.model.text import Span, merged

TOP = 26  # pixels above the head
BOTTOM = 60
_KEPT = 400  # blocks kept set; beyond, those looked at longest ago are let go

_CLEAR = 3  # pixels between the lowest underline of a line and the highest caption over the next


class Cell:
    """A block that has been set: its lines, what is drawn on them, and the y of each line in the block.

    A line of a long block has no shape until it is looked at.
    """

    __slots__ = ("height", "index", "number", "portions", "set", "shapes", "tops")

    def __init__(self, index: int, block: SetBlock, number: int) -> None:
        self.index = index
        self.set = block
        self.portions = block.portions()
        self.number = number
        self.shapes: list[LineShape | None] | None = None
        self.tops: list[int] = []
        self.height = 0


class LineAt(Struct, frozen=True):
    """A line of the page as it is drawn now: its block, its number there, as set, and what is drawn on it.

    `top` is the y of its cell's top, arcs included, `bottom` that of its end, `base` that of its tags below the arcs.
    """

    cell: Cell
    number: int
    top: int
    bottom: int
    base: int
    line: SetLine
    shape: LineShape


class Sheet:
    """One page set for one column width. Changing width or setting makes a new sheet; annotations do not."""

    def __init__(
        self, page: Page, scene: Scene, styles: Styles, setting: Setting, limit: int, blocks: Blocks | None = None
    ) -> None:
        self.page = page
        self.scene = scene
        self.styles = styles
        self.setting = setting
        self.grid = Grid.of(setting.family, setting.pixels, setting.leading)
        average = self.grid.average_width
        self.width = max(80, min(round(setting.chars * average), limit))
        self.blocks = blocks or Blocks(page.text)
        self.head = Head(page.article, self.blocks, self.width, setting, styles)
        self.composer = Composer(scene, styles, self.width, self.width + 40)
        self._cells: OrderedDict[int, Cell] = OrderedDict()
        self._blank = max(4, round(setting.pixels * 0.55))
        self.heights = self._estimate(max(8.0, self.width / average * 0.97))
        self.arc_row = max(11, round(setting.pixels * 0.72))

    def _estimate(self, per_line: float) -> Heights:
        """Take every character for its share of a line; what lines that are not full add, all blocks share."""
        pitch, gap, blank = self.grid.pitch, self.grid.gap, self._blank
        lengths = self.blocks.lengths.items()
        whole = sum(k * (blank if n < 2 else int(n // per_line + 1) * pitch + gap) for n, k in lengths)
        by_character = pitch / per_line
        rest = whole - by_character * len(self.blocks.text)
        return Heights(self.blocks.starts, by_character, rest / len(self.blocks))

    @property
    def height(self) -> int:
        """The height of the page, exact as far as it has been set."""
        return TOP + self.head.height + self.heights.total + BOTTOM

    @property
    def body_top(self) -> int:
        """The y at which the first block stands."""
        return TOP + self.head.height

    def cell(self, index: int) -> Cell:
        """Return a block set and composed; its height is then true in `heights`."""
        cell = self._cells.get(index)
        if cell is None:
            begin, end = self.blocks.bounds(index)
            grid = self.head.grid if index == self.head.block else self.grid
            cell = Cell(
                index, SetBlock(self.blocks.text[begin:end], begin, self.width, grid), self.blocks.number(index)
            )
            self._cells[index] = cell
            if len(self._cells) > _KEPT:
                self._cells.popitem(last=False)
        else:
            self._cells.move_to_end(index)
        if cell.shapes is None:
            self._compose(cell)
        return cell

    def _compose(self, cell: Cell) -> None:
        cell.shapes = [None] * len(cell.set.lines)
        if len(cell.portions) == 1 or self.scene.arcs:  # arcs take room
            for portion in cell.portions:
                self._compose_portion(cell.shapes, portion)
        self._stack(cell)

    def _compose_portion(self, shapes: list[LineShape | None], portion: Portion) -> None:
        shapes[portion.first : portion.first + len(portion.lines)] = self.composer.block(portion)

    def _shape(self, cell: Cell, number: int) -> LineShape:
        """Return what is drawn on a line, composed when first asked for."""
        if cell.shapes is None:
            return EMPTY
        if (shape := cell.shapes[number]) is None:
            self._compose_portion(cell.shapes, cell.portions[number // PORTION])
            shape = cell.shapes[number]
        return shape or EMPTY

    def _stack(self, cell: Cell) -> None:
        """Put a block's lines with what is drawn on them under one another."""
        y, cell.tops = 0, []
        pitch = cell.set.grid.pitch
        if not cell.set.text or cell.set.text.isspace():
            cell.tops, y = [0] * len(cell.set.lines), self._blank
        else:
            for shape in cell.shapes or ():
                cell.tops.append(y)
                y += pitch + (self.lift(shape) if shape else 0)
            if not (cell.index + 1 < len(self.blocks) and self.blocks.continues(cell.index + 1)):
                y += cell.set.grid.gap
        cell.height = y + (self.head.meta_height if cell.index == self.head.block else 0)
        self.heights.set(cell.index, cell.height)

    def lift(self, shape: LineShape) -> int:
        """Return the room that a line's arcs need above its tags, clear of the underlines of the line above."""
        if not shape.arcs:
            return 0
        beyond = int(max(0, self.styles.tag_height - self.arc_row)) // 2 + 1  # a caption is higher than its row
        return shape.rows * self.arc_row + 4 + beyond + _CLEAR

    def is_set(self, index: int) -> bool:
        """Say whether a block has been set and composed."""
        cell = self._cells.get(index)
        return cell is not None and cell.shapes is not None

    def top(self, index: int) -> int:
        """Return the y of a block's top."""
        return self.body_top + self.heights.top(index)

    def block_at(self, y: int) -> int:
        """Return the block at `y`, clamped."""
        return self.heights.at(y - self.body_top)

    def prepare(self, top: int, bottom: int, pivot: int) -> int:
        """Set all blocks that stand between two ys; return by how much what stood at y `pivot` moved down."""
        moved = grown = 0
        index = self.block_at(top)
        y = self.top(index)
        while index < len(self.blocks) and y < bottom + moved:
            before = self.heights[index]
            after = self.cell(index).height
            if y - grown < pivot:
                moved += after - before
            grown += after - before
            y += after
            index += 1
        return moved

    def lines(self, top: int, bottom: int) -> list[LineAt]:
        """Return the lines whose cells meet [top, bottom), setting their blocks when needed."""
        out: list[LineAt] = []
        index = self.block_at(top)
        y = self.top(index)
        while index < len(self.blocks) and y < bottom:
            cell = self.cell(index)
            for i, line_top in enumerate(cell.tops):
                if y + line_top >= bottom:
                    break
                if y + self._end(cell, i) > top:
                    out.append(self._at(cell, i, y))
            y += cell.height
            index += 1
        return out

    def lines_in(self, index: int, numbers: list[int]) -> list[LineAt]:
        """Return some lines of a block by their numbers."""
        cell, y = self.cell(index), self.top(index)
        return [self._at(cell, i, y) for i in numbers]

    @staticmethod
    def _end(cell: Cell, number: int) -> int:
        """Return where a line ends, from its cell's top; one in a cell that stands for blank rows is a pixel high."""
        after = cell.tops[number + 1] if number + 1 < len(cell.tops) else cell.height
        return max(after, cell.tops[number] + 1)

    def _at(self, cell: Cell, number: int, y: int) -> LineAt:
        """Return a line of the cell whose top is at `y`."""
        shape = self._shape(cell, number)
        top = y + cell.tops[number]
        base = top + self.lift(shape)
        return LineAt(cell, number, top, y + self._end(cell, number), base, cell.set.lines[number], shape)

    def line_of(self, position: int) -> LineAt:
        """Return the line that a code point stands on."""
        index = self.blocks.at(position)
        cell = self.cell(index)
        return self._at(cell, cell.set.line_at(position), self.top(index))

    def line_at(self, y: int) -> LineAt:
        """Return the line at a y, the nearest one outside the text."""
        index = self.block_at(y)
        cell = self.cell(index)
        top = self.top(index)
        number = 0
        for i, line_top in enumerate(cell.tops):
            if top + line_top <= y:
                number = i
        return self._at(cell, number, top)

    def lines_of(self, span: Span) -> list[LineAt]:
        """Return the lines that a span stands on; long spans cost what their blocks cost to set."""
        first, last = self.line_of(span.begin), self.line_of(span.end - 1)
        lines = self.lines(first.top, max(first.top + 1, last.bottom))
        return [a for a in lines if a.line.begin < span.end and span.begin < max(a.line.end, a.line.begin + 1)]

    def refresh(self, index: int, spans: Iterable[Span]) -> list[int] | None:
        """Compose anew what stands with some spans in a set block.

        Return the numbers of the lines that look different, None if the height of a line changed. A block that has not
        been set yet has no lines to differ.
        """
        cell = self._cells.get(index)
        if cell is None or cell.shapes is None:
            return []
        before, tops, height, changed = [*cell.shapes], cell.tops, cell.height, merged(spans)
        for portion in cell.portions:
            touched = any(s.begin < max(portion.end, portion.begin + 1) and portion.begin < s.end for s in changed)
            if touched and before[portion.first]:
                self._compose_portion(cell.shapes, portion)
        if self.scene.arcs:
            self._stack(cell)
        if cell.height != height or cell.tops != tops:
            return None
        return [i for i, (a, b) in enumerate(zip(before, cell.shapes, strict=True)) if a is not b and a != b]

    def forget_shapes(self) -> None:
        """Have every block composed anew when it is next looked at; the text stays set."""
        for cell in self._cells.values():
            cell.shapes = None

    def restyle(self, styles: Styles) -> None:
        """Take other colours; the text stays set."""
        self.styles = styles
        self.composer = Composer(self.scene, styles, self.width, self.width + 40)
        self.head.styles = styles
        self.forget_shapes()
