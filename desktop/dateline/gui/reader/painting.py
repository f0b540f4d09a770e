"""Painting the lines of a sheet: given shapes, colours and what is selected, nothing is decided here."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from dateline.gui.reader.arcs import paint_arcs
from dateline.gui.reader.connector import Bus, Connector, connect
from dateline.gui.reader.shapes import Outline, Piece
from dateline.gui.reader.sheet import LineAt, Sheet
from dateline.gui.reader.strokes import rounded, stroke
from dateline.gui.reader.styles import DENIED, HIT, HIT_WORDS, PLANNED, Mode, Styles, faded, mix
from dateline.gui.reader.tag_painting import TagPainter
from dateline.gui.reader.typeset import Grid
from dateline.gui.theme import Underline
from dateline.model.text import Span

_OVERHANG = 40  # how far letters may reach beyond a line's ends
MARGIN = 15  # how far left of the column the connector runs
_DASHES = {
    Underline.DASHED: (3.0, 2.0),
    Underline.DOTTED: (1.0, 1.0),
    Underline.DASHDOT: (4.0, 1.5, 1.0, 1.5),
}


class Overlay(Struct, frozen=True):
    """What is drawn over the annotations and changes without them: selection, find hits, drags."""

    selection: tuple[Span, ...] = ()
    selected: str | None = None
    preview: tuple[Span, ...] = ()
    hits: Sequence[Span] = ()  # sorted
    current_hit: Span | None = None
    flash: Span | None = None
    hovered: str | None = None
    active: bool = True


class PagePainter:
    """Paints lines of a sheet with the column's left edge at x = 0 and the page's top at y = 0."""

    def __init__(self, sheet: Sheet, *, tag_images: bool) -> None:
        self.sheet = sheet
        self.styles: Styles = sheet.styles
        self.theme = sheet.styles.theme
        self._tags = TagPainter(sheet, keep_images=tag_images)
        self._pens: dict[tuple[int, Underline, float], QPen] = {}

    def paint(self, painter: QPainter, lines: Sequence[LineAt], overlay: Overlay, around: Sequence[LineAt]) -> None:
        """Paint `lines`; `around` are all lines in view, which the connector may run through."""
        self._tags.ratio = painter.device().devicePixelRatio()
        for at in lines:
            self._paint_grounds(painter, at, overlay)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for at in lines:
            self._paint_text(painter, at)
            if overlay.hits:
                self._paint_hits(painter, at, overlay)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for at in lines:
            self._paint_underlines(painter, at)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setFont(self.styles.tag_font)
        for at in lines:
            y = at.base
            if at.shape.arcs:
                paint_arcs(painter, self.styles, at.shape.arcs, at.top, y, self.sheet.arc_row)
            for tag in at.shape.tags:
                self._tags.paint(painter, tag, y)
            if at.shape.outlines:
                self._paint_outlines(painter, at, y)
        self._paint_margins(painter, lines)
        for at in lines:
            self._paint_selection(painter, at, overlay)
        self._paint_connector(painter, around)

    def _paint_grounds(self, painter: QPainter, at: LineAt, overlay: Overlay) -> None:
        """Everything under the text that is a plain rectangle."""
        grid, shape = at.cell.set.grid, at.shape
        base = at.base
        top, height = base + grid.text_top, grid.text_bottom - grid.text_top
        for left, right in shape.negatives:
            painter.fillRect(left, top, right - left, height, faded(self.theme.muted, 0.1))
        for left, right, _ in self._hits_on(at, overlay):
            painter.fillRect(left, top, right - left, height, self.styles.hit_wash)
        for piece in shape.pieces:
            if not piece.style.trigger:
                wash = piece.style.shades[piece.mode].wash
                low = max(height, grid.underline + piece.lane * grid.lane + 1 - grid.text_top)
                painter.fillRect(piece.left, top, piece.right - piece.left, low, wash)
        for span in overlay.selection if not overlay.selected else ():
            for left, right in at.cell.set.extents(at.line, span.begin, span.end):
                painter.fillRect(left - 1, top, right - left + 2, height, faded(self.theme.accent, 0.2))
        if overlay.flash:
            for left, right in at.cell.set.extents(at.line, overlay.flash.begin, overlay.flash.end):
                painter.fillRect(left - 2, top, right - left + 4, height, faded(self.theme.accent, 0.35))

    @staticmethod
    def _hits_on(at: LineAt, overlay: Overlay) -> Iterable[tuple[int, int, bool]]:
        """Yield where find hits stand on a line, each with whether it is the current one."""
        hits = overlay.hits
        i = max(0, bisect_left(hits, at.line.begin, key=_begin) - 1) if hits else 0
        while i < len(hits) and hits[i].begin < at.line.end:
            for left, right in at.cell.set.extents(at.line, hits[i].begin, hits[i].end):
                yield left, right, hits[i] == overlay.current_hit
            i += 1

    def _paint_hits(self, painter: QPainter, at: LineAt, overlay: Overlay) -> None:
        """Frame find hits, which no wash has; the current one is a marker's solid stroke with black words."""
        grid, top = at.cell.set.grid, at.base + at.cell.set.grid.text_top
        height = grid.block_bottom - grid.text_top
        for left, right, current in self._hits_on(at, overlay):
            if current:
                rect = QRect(left - 1, top, right - left + 2, height)
                painter.fillRect(rect, HIT)
                self._draw_clipped(painter, at, self._origin(at), [rect], HIT_WORDS)
            painter.setPen(QPen(self.theme.text if current else self.styles.hit_line, 2 if current else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(left - 0.5, top + 0.5, right - left + 1, height - 1))

    def _origin(self, at: LineAt) -> QPointF:
        return at.cell.set.origin(at.base + at.cell.set.grid.baseline, at.line)

    def _paint_text(self, painter: QPainter, at: LineAt) -> None:
        """Text, then triggers as blocks with their words on top, then greyed words."""
        grid, shape, line = at.cell.set.grid, at.shape, at.line
        if line.begin >= line.end:
            return
        base = at.base
        origin = self._origin(at)
        whole = shape.greyed and _covers(shape.greyed, line.left, line.right)
        if shape.greyed and not whole:  # not one over the other: the darker would be seen round the letters
            grey = [QRect(a, base, b - a, grid.pitch) for a, b in shape.greyed]
            low, high = round(line.left) - _OVERHANG, round(line.right) + _OVERHANG
            edges = [low, *(x for pair in sorted(shape.greyed) for x in pair), high]
            rest = [QRect(a, base, b - a, grid.pitch) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
            self._draw_clipped(painter, at, origin, rest, self.theme.text)
            self._draw_clipped(painter, at, origin, grey, self._grey())
        else:
            painter.setPen(self._grey() if whole else self.theme.text)
            line.line.draw(painter, origin)
        blocks = [p for p in shape.pieces if p.style.trigger]
        if blocks:
            painter.setPen(Qt.PenStyle.NoPen)
            for piece in blocks:
                self._paint_block(painter, piece, base, grid)
            for mode, hollow in sorted({(p.mode, p.told & PLANNED) for p in blocks}, key=lambda each: each[1]):
                # Only on the block: what a script's letters reach beyond it keeps the colour of text.
                tall = grid.block_bottom - grid.text_top
                rects = [
                    QRect(p.left - 1, base + grid.text_top, p.right - p.left + 1, tall)
                    for p in blocks
                    if p.mode is mode and p.told & PLANNED == hollow
                ]
                words = self.styles.hollow(mode).words if hollow else self.styles.trigger_shades[mode].line
                self._draw_clipped(painter, at, origin, rects, words)
            for piece in blocks:
                if piece.told & DENIED:
                    self._strike(painter, piece, base, grid)

    def _grey(self) -> QColor:
        return mix(self.theme.page, self.theme.muted, 0.8)

    def _paint_block(self, painter: QPainter, piece: Piece, base: int, grid: Grid) -> None:
        """A trigger is a solid block; one told as planned is hollow, as its mark on the timeline is."""
        left = piece.left - 1
        rect = QRectF(left, base + grid.text_top, piece.right + 1 - left, grid.block_bottom - grid.text_top)
        if piece.told & PLANNED:
            look = self.styles.hollow(piece.mode)
            painter.setPen(QPen(look.rim, 1.6))
            painter.setBrush(look.ground)
            painter.drawRoundedRect(rect.adjusted(0.8, 0.8, -0.8, -0.8), 3, 3)
            painter.setPen(Qt.PenStyle.NoPen)
            return
        painter.setBrush(piece.style.shades[piece.mode].wash)
        painter.drawRoundedRect(rect, 3, 3)

    def _strike(self, painter: QPainter, piece: Piece, base: int, grid: Grid) -> None:
        """What is denied is struck: a line through its words, as through its mark on the timeline."""
        hollow = piece.told & PLANNED
        look = self.styles.hollow(piece.mode).words if hollow else self.styles.trigger_shades[piece.mode].line
        y = round(base + grid.baseline - (grid.baseline - grid.text_top) * 0.3) + 0.5
        painter.setPen(QPen(look, 1.4))
        painter.drawLine(QPointF(piece.left - 1, y), QPointF(piece.right, y))

    @staticmethod
    def _draw_clipped(painter: QPainter, at: LineAt, origin: QPointF, rects: list[QRect], colour: QColor) -> None:
        painter.setPen(colour)
        region = QRegion()
        for rect in rects:
            region += rect
        painter.save()
        painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)
        at.line.line.draw(painter, origin)
        painter.restore()

    def _paint_underlines(self, painter: QPainter, at: LineAt) -> None:
        grid = at.cell.set.grid
        base, lane = at.base + grid.underline, grid.lane
        whole = self._tags.ratio == int(self._tags.ratio)
        for piece in at.shape.pieces:  # there may be a thousand in view
            style, y = piece.style, base + piece.lane * lane
            if style.trigger:
                continue
            if whole and style.underline is Underline.SOLID:
                painter.fillRect(piece.left, y, piece.right - piece.left, 2, style.shades[piece.mode].line)
            else:
                self._underline(painter, piece, y)
        for bridge in at.shape.bridges:
            y = base + bridge.lane * grid.lane
            colour = bridge.style.colour if not bridge.style.trigger else self.theme.trigger
            painter.setPen(QPen(faded(colour, 0.35 if bridge.mode is Mode.DIM else 0.9), 1))
            painter.drawLine(bridge.left, y, bridge.right, y)

    def _underline(self, painter: QPainter, piece: Piece, y: int) -> None:
        """Each type's own style, two pixels strong, starting with the span so that it never crawls.

        On screens of 1.25 or 1.5 pixels to a unit it begins on a whole pixel and has a whole number of them, or the
        same underline would be thinner here and thicker there.
        """
        style, colour = piece.style.underline, piece.style.shades[piece.mode].line
        left, width = piece.left, piece.right - piece.left
        ratio = self._tags.ratio
        top, thin, strong = float(y), 1.0, 2.0
        if ratio != int(ratio):
            shift = painter.deviceTransform().dy()
            top, thin, strong = (
                (round(y * ratio + shift) - shift) / ratio,
                round(ratio) / ratio,
                round(2 * ratio) / ratio,
            )
        if style is Underline.SOLID:
            painter.fillRect(QRectF(left, top, width, strong), colour)
        elif style is Underline.DOUBLE:
            painter.fillRect(QRectF(left, top - thin, width, thin), colour)
            painter.fillRect(QRectF(left, top + thin, width, thin), colour)
        else:
            painter.setPen(self._pen(colour, style, strong))
            painter.drawLine(QPointF(left, top + strong / 2), QPointF(left + width, top + strong / 2))

    def _pen(self, colour: QColor, style: Underline, strong: float) -> QPen:
        key = (colour.rgba(), style, strong)
        pen = self._pens.get(key)
        if pen is None:
            pen = QPen(colour, strong)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern(_DASHES[style])
            self._pens[key] = pen
        return pen

    def _paint_outlines(self, painter: QPainter, at: LineAt, base: int) -> None:
        grid = at.cell.set.grid
        for o in at.shape.outlines:
            colour = self.theme.accent if o.current else _outline_colour(o, self.theme.text)
            pen = QPen(colour, 1.8 if o.current else 1.2)
            if not o.current:
                pen.setDashPattern((3.0, 2.5))
            rect = QRectF(
                o.left - 0.5, base + grid.text_top + 0.5, o.right - o.left + 1, grid.text_bottom - grid.text_top
            )
            stroke(painter, rect, pen, left=o.closed_left, right=o.closed_right)

    def _paint_margins(self, painter: QPainter, lines: Iterable[LineAt]) -> None:
        painter.setFont(self.styles.small_font)
        painter.setPen(self.theme.muted)
        for at in lines:
            base = at.base
            if at.number == 0 and at.cell.number and at.cell.index != self.sheet.head.block:
                rect = QRectF(
                    -80,
                    base + at.cell.set.grid.text_top,
                    80 - MARGIN - 7,
                    at.cell.set.grid.baseline - at.cell.set.grid.text_top + 1,
                )
                painter.drawText(
                    rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, str(self._number(at))
                )
            if at.shape.more:
                painter.drawText(QPointF(self.sheet.width + 8, base + at.cell.set.grid.baseline), f"+{at.shape.more}")
            if at.shape.marked:
                extents = at.shape.negatives
                self._paint_negative_mark(painter, extents[-1][0], base, at.cell.set.grid)
            if at.cell.index == self.sheet.head.block and at.number == len(at.cell.tops) - 1:
                self.sheet.head.paint_meta(painter, at.base + at.cell.set.grid.pitch + 1)
                painter.setFont(self.styles.small_font)
                painter.setPen(self.theme.muted)

    def _number(self, at: LineAt) -> int:
        return at.cell.number - (1 if self.sheet.head.block >= 0 else 0)

    def _paint_negative_mark(self, painter: QPainter, left: int, base: int, grid: Grid) -> None:
        """A small struck circle where a sentence was read and held no event."""
        size = grid.tag_row - 5
        rect = QRectF(left + 0.5, base + 2.5, size, size)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect)
        painter.drawLine(rect.bottomLeft(), rect.topRight())

    def _paint_selection(self, painter: QPainter, at: LineAt, overlay: Overlay) -> None:
        if not (overlay.selection or overlay.preview or overlay.hovered):
            return
        grid, base = at.cell.set.grid, at.base
        block = any(p.style.trigger and p.mention == overlay.selected for p in at.shape.pieces)
        top = base + grid.text_top
        height = (grid.block_bottom if block else grid.text_bottom) - grid.text_top
        accent = self.theme.accent if overlay.active else self.theme.muted
        spans = overlay.preview or overlay.selection
        for span in spans:
            for left, right, *closed in at.cell.set.bounded(at.line, span.begin, span.end):
                rect = QRectF(left - 1.5, top + 0.8, right - left + 3, height + 0.7)  # clear of the tags
                stroke(painter, rect, QPen(accent, 1.6), left=closed[0], right=closed[1])
        if overlay.selected and not overlay.preview:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            middle = top + 0.8 + (height + 0.7) / 2
            # Small grips where the selected mention begins and ends as it is read: there its edges are dragged.
            for position, at_end in ((spans[0].begin, False), (spans[-1].end - 1, True)):
                if edge := at.cell.set.edge_x(at.line, position, at_end=at_end):
                    x = edge[0] + 1.5 * edge[1]
                    painter.drawRoundedRect(QRectF(x - 1.8, middle - 4, 3.6, 8), 1.8, 1.8)

    def _paint_connector(self, painter: QPainter, around: Sequence[LineAt]) -> None:
        connector = self.connector(around)
        if connector is None:
            return
        pen = QPen(self.theme.accent, 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for points in connector.paths:
            painter.drawPath(rounded(points, 5.0))
        for x, y in connector.drops:
            painter.drawLine(QPointF(x, y), QPointF(x, y + 3))

    def connector(self, around: Sequence[LineAt]) -> Connector | None:
        """Return the connector of the event in focus through the lines in view; none while arcs are shown."""
        focus, scene = self.sheet.scene.focus, self.sheet.scene
        if focus is None or scene.arcs or not around or not focus.roles:
            return None
        seen: set[str] = set()
        buses = []
        for at in around:
            stops = []
            for tag in at.shape.tags:
                if focus.holds(tag.owner):
                    seen.add(tag.owner)
                    stops.append(tag.x + (tag.width // 2 if tag.kind == "role" else 8))
            buses.append(Bus(at.base - 2, tuple(stops)))
        begin, end = around[0].line.begin, around[-1].line.end
        rest = [m.span.begin for i in (focus.centre, *focus.roles) if i not in seen and (m := scene.index.get(i))]
        above = around[0].top - 20 if any(p < begin for p in rest) else None
        below = around[-1].bottom + 20 if any(p >= end for p in rest) else None
        return connect(buses, -MARGIN, above=above, below=below)


def _begin(span: Span) -> int:
    return span.begin


def _covers(extents: Sequence[tuple[int, int]], left: float, right: float) -> bool:
    return any(a <= left + 1 and right - 1 <= b for a, b in extents)


def _outline_colour(outline: Outline, text: QColor) -> QColor:
    return text if outline.style.trigger else outline.style.colour
