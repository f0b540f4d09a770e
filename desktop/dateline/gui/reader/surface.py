"""The scrolling surface a page is drawn on: laid out where it is looked at, anchored to the text."""

from time import perf_counter

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from dateline.gui.reader.blocks import Blocks
from dateline.gui.reader.idle import SECONDS, work_ahead
from dateline.gui.reader.lanes import LANES
from dateline.gui.reader.painting import Overlay, PagePainter
from dateline.gui.reader.port import Port
from dateline.gui.reader.scene import Scene
from dateline.gui.reader.sheet import LineAt, Sheet
from dateline.gui.reader.strip import CoverageStrip
from dateline.gui.reader.styles import Styles
from dateline.gui.reader.typeset import Setting
from dateline.gui.theme import Theme
from dateline.model.page import Page
from dateline.model.schema import Schema

LEFT = 62  # pixels at least between the view's edge and the column: paragraph numbers, the connector
RIGHT = 40  # and on the other side: "+n"
_OVERHANG = 10  # how far a line's lanes and outlines may reach out of its cell


class Surface(QAbstractScrollArea):
    """Shows one page and scrolls it by pixels; subclasses say what is selected."""

    zoomed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._schema = Schema()
        self._setting = Setting()
        self._zoom = 1.0
        self._arcs = False
        self._page: Page | None = None
        self._scene: Scene | None = None
        self._sheet: Sheet | None = None
        self._painter: PagePainter | None = None
        self._styles = Styles.of(theme, self._schema, self._setting.pixels)
        self._guard = False
        # What to keep at the top while the page is laid out anew, and where that is.
        self._held: tuple[tuple[int, float], tuple[int, float]] | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(20)
        self._idle.timeout.connect(self.idle_turn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # A viewport made here: asked for Qt's own, PySide first builds every class that it might be (30 ms at start).
        self._port = Port(self)
        self.setViewport(self._port)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.strip = CoverageStrip(theme, self)
        self.setViewportMargins(0, 0, self.strip.WIDTH, 0)

    # What is shown

    def show_page(self, page: Page | None, schema: Schema) -> None:
        """Show another page from its top, or nothing."""
        self._page, self._schema = page, schema
        self._scene = Scene(page) if page else None
        if self._scene:
            self._scene.arcs = self._arcs
        self._sheet = self._held = None
        if schema != self._styles.schema:
            self._make_styles()
        self._lay_out(None)
        self._set_value(0)

    def _make_styles(self) -> None:
        self._styles = Styles.of(self._theme, self._schema, self._setting.pixels * self._zoom)

    def _lay_out(self, anchor: tuple[int, float] | None, blocks: Blocks | None = None) -> None:
        """Make a sheet for the present width and setting, and go to where `anchor` says."""
        if self._page is None or self._scene is None:
            self._sheet = self._painter = None
            self.viewport().update()
            return
        setting = replace(self._setting, pixels=self._setting.pixels * self._zoom)
        self._sheet = Sheet(self._page, self._scene, self._styles, setting, self._limit(), blocks)
        self._painter = PagePainter(self._sheet, tag_images=True)
        self.verticalScrollBar().setSingleStep(self._sheet.grid.pitch)
        self._sync_bar()
        if anchor is not None:
            self.restore_scroll(anchor)
        self._settle()
        self.viewport().update()

    def _limit(self) -> int:
        """Return how wide the column may be; before the first show the viewport does not know its size."""
        if self.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            bar = self.verticalScrollBar().sizeHint().width()
            return self.width() - self.strip.WIDTH - bar - LEFT - RIGHT
        return self.viewport().width() - LEFT - RIGHT

    def _again(self) -> None:
        """Lay the page out anew with the same text at the top, also after many turns: lines break elsewhere then."""
        if self._sheet:
            state = self.scroll_state()
            anchor = self._held[0] if self._held and self._held[1] == state else state
            self._lay_out(anchor if self.scroll_offset() > 0 else None, self._sheet.blocks)
            self._held = (anchor, self.scroll_state())

    def set_schema(self, schema: Schema) -> None:
        """Take another schema; colours and tags follow."""
        self._schema = schema
        self._restyle()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.strip.set_theme(theme)
        self._restyle()

    def _restyle(self) -> None:
        self._make_styles()
        if self._sheet:
            self._sheet.restyle(self._styles)
            self._painter = PagePainter(self._sheet, tag_images=True)
        self.viewport().update()

    def set_font(self, family: str | None, size: float) -> None:
        """Take a font family (None: the page's serif) and size in pixels; the text at the top stays there."""
        self._setting = replace(self._setting, family=family, pixels=max(6.0, min(size, 96.0)))
        self._make_styles()
        self._again()

    def set_line_width(self, chars: int) -> None:
        """Let a full line hold about `chars` characters."""
        self._setting = replace(self._setting, chars=max(20, min(chars, 240)))
        self._again()

    def set_leading(self, factor: float) -> None:
        """Multiply the distance of the lines."""
        self._setting = replace(self._setting, leading=max(0.8, min(factor, 3.0)))
        self._again()

    def set_show_arcs(self, on: bool) -> None:
        """Show arcs for all events and relations, with room for them above the lines, or not."""
        self._arcs = on
        if self._scene and self._sheet and self._scene.arcs != on:
            anchor = self.scroll_state()
            self._scene.arcs = on
            self._sheet.forget_shapes()
            self.restore_scroll(anchor)
            self._settle()
            self.viewport().update()

    def set_zoom(self, factor: float) -> None:
        """Enlarge the text (1.0 is the size set by set_font); the text at the top stays there."""
        factor = max(0.4, min(round(factor, 2), 4.0))
        if factor != self._zoom:
            self._zoom = factor
            self._make_styles()
            self._again()
            self.zoomed.emit(factor)

    def zoom(self) -> float:
        """Return the present zoom factor."""
        return self._zoom

    # Where things are

    def scroll_offset(self) -> int:
        """Return the y of the page at the top of the view."""
        return self.verticalScrollBar().value()

    def column_left(self) -> int:
        """Return the x in the viewport at which the column begins."""
        width = self._sheet.width if self._sheet else 0
        return max(LEFT, (self.viewport().width() - width) // 2)

    def line_of(self, position: int) -> LineAt:
        """Return the line a code point stands on; raises RuntimeError while there is no page."""
        sheet = self._shown()
        self._set_in_place(sheet, sheet.blocks.at(position))
        return sheet.line_of(position)

    def line_at(self, y: int) -> LineAt:
        """Return the line at a y of the page, the nearest one outside; raises RuntimeError while there is no page."""
        sheet = self._shown()
        self._set_in_place(sheet, sheet.block_at(y))
        return sheet.line_at(y)

    def _shown(self) -> Sheet:
        if self._sheet is None:
            raise RuntimeError("no page is shown")
        return self._sheet

    def _set_in_place(self, sheet: Sheet, index: int) -> None:
        """Set a block if it is not yet; what is in view stays there whatever height the block turns out to have."""
        if sheet.is_set(index):
            return
        top = self.scroll_offset()
        above, old = index < sheet.block_at(top), sheet.heights[index]
        height = sheet.cell(index).height
        self._sync_bar()
        if above and height != old:
            self._set_value(top + height - old)

    def scroll_state(self) -> tuple[int, float]:
        """Return the first code point of the line at the top, and how far (in pixels) it is scrolled out."""
        if not self._sheet:
            return 0, 0.0
        top = self.scroll_offset()
        if top < self._sheet.body_top:
            return 0, float(top - self._sheet.body_top)
        at = self._sheet.line_at(top)
        return at.line.begin, float(top - at.top)

    def restore_scroll(self, state: tuple[int, float]) -> None:
        """Scroll to where `scroll_state` was taken, whatever the width or font is now."""
        if self._sheet:
            position, offset = state
            position = max(0, min(position, len(self._sheet.blocks.text)))
            at = self._sheet.line_of(position)
            self._sync_bar()
            self._set_value(at.top + round(offset) if position or offset > 0 else self._sheet.body_top + round(offset))
            self._settle()

    def visible_lines(self) -> list[LineAt]:
        """Return the lines in view, also those in view only in part."""
        if not self._sheet:
            return []
        top = self.scroll_offset()
        return self._sheet.lines(top, top + self.viewport().height())

    def to_viewport(self, x: float, y: float) -> QPoint:
        """Return a point of the page in viewport coordinates."""
        return QPoint(round(x) + self.column_left(), round(y) - self.scroll_offset())

    # Scrolling

    def _set_value(self, value: int) -> None:
        """Move the scroll bar without anything being scrolled by it."""
        bar = self.verticalScrollBar()
        self._guard = True
        bar.setValue(value)
        self._guard = False
        if bar.value() != value:  # the page ends here: what is in view could not stay
            self.viewport().update()

    def _sync_bar(self) -> None:
        if self._sheet:
            bar, height = self.verticalScrollBar(), self.viewport().height()
            value = bar.value()
            self._guard = True
            bar.setPageStep(max(1, height - self._sheet.grid.pitch))
            bar.setRange(0, max(0, self._sheet.height - height))
            self._guard = False
            if bar.value() != value:
                self.viewport().update()

    def _settle(self) -> None:
        """Set what is in view, and keep it in place where heights above it turn out different."""
        if self._sheet:
            top = self.scroll_offset()
            moved = self._prepare(self._sheet, top, top + self.viewport().height(), top)
            self._sync_bar()
            if moved:
                self._set_value(top + moved)
            self._idle.start()

    def _prepare(self, sheet: Sheet, begin: int, end: int, pivot: int) -> int:
        """Set all that is painted with what stands between two ys, lest it be set, and grow, while it is painted."""
        return sheet.prepare(begin - self._overhang(), end + _OVERHANG, pivot)

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        """Scroll by copying what stays in view; blocks that come into view are set first."""
        if self._guard or not self._sheet:
            return
        height, top = self.viewport().height(), self.scroll_offset()
        jumps = abs(dy) >= height
        # What was in view before is set already: only what comes in is to be looked at.
        begin, end = (top, top + height) if jumps else (top, top + dy) if dy > 0 else (top + height + dy, top + height)
        moved = self._prepare(self._sheet, begin, end, top if jumps else max(top, top + dy))
        self._sync_bar()
        if moved:
            self._set_value(top + moved)
        ratio = self.viewport().devicePixelRatio()
        whole = jumps or ratio != int(ratio) or self._scene_focused()  # a connector's corners go with what is in view
        if whole or self.scroll_offset() != top + moved:
            self.viewport().update()
        else:
            self.viewport().scroll(0, dy)
        self._idle.start()
        self.scrolled()

    def scrolled(self) -> None:
        """Hook: the view shows another part of the page."""

    def idle_turn(self) -> bool:
        """Do a little of what will be needed, in the few milliseconds an idle turn has; return whether more is left."""
        if not self._sheet or not self.isVisible():
            return False
        top = self.scroll_offset()
        turn = work_ahead(self._sheet, top, self.viewport().height(), perf_counter() + SECONDS)
        self._sync_bar()
        if turn.moved:
            self._set_value(top + turn.moved)
        if turn.surprise:
            self._sheet.forget_shapes()
            self._settle()
            self.viewport().update()
        if turn.more:
            self._idle.start()
        return turn.more

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms, anything else scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y() / 120
            if steps:
                self.set_zoom(self._zoom * 1.1**steps)
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew only where the column's width changes."""
        super().resizeEvent(event)
        view = self.viewport().geometry()
        self.strip.setGeometry(view.right() + 1, view.top(), self.strip.WIDTH, view.height())
        if not self._sheet:
            return
        limit = self._limit()
        full = round(self._setting.chars * self._sheet.grid.average_width)
        if max(80, min(full, limit)) != self._sheet.width:
            self._again()
        else:
            self._sync_bar()
            self._settle()
            if event.oldSize().width() != event.size().width():
                self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Show focus coming and going."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ActivationChange, QEvent.Type.EnabledChange):
            self.viewport().update()

    # Painting

    def overlay(self) -> Overlay:
        """Hook: what is drawn over the page."""
        return Overlay()

    def update_lines(self, lines: list[LineAt]) -> None:
        """Repaint lines with what hangs out of them, those in view only."""
        top, view, over = self.scroll_offset(), self.viewport(), self._overhang()
        for at in lines:
            rect = QRect(0, at.top - top - over, view.width(), at.bottom - at.top + 2 * over)
            if rect.intersects(view.rect()):
                view.update(rect)

    def _overhang(self) -> int:
        """Return how far down lanes may reach out of their line: the tighter the lines, the farther."""
        if not self._sheet:
            return _OVERHANG
        grids = (self._sheet.grid, self._sheet.head.grid)
        return max(_OVERHANG, *(grid.underline + LANES * grid.lane - grid.pitch for grid in grids))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the exposed part."""
        painter = QPainter(self.viewport())
        rect = event.rect()
        painter.fillRect(rect, self._theme.page)
        if not self._sheet or not self._painter:
            return
        sheet, top = self._sheet, self.scroll_offset()
        painter.translate(self.column_left(), -top)
        low, high = rect.top() + top, rect.bottom() + 1 + top
        lines = sheet.lines(low - self._overhang(), high + _OVERHANG)
        self._painter.paint(painter, lines, self.overlay(), self.visible_lines() if self._scene_focused() else lines)
        if low < sheet.body_top:
            sheet.head.paint(painter, sheet.body_top - sheet.head.height)
        self.paint_over(painter)
        painter.end()
        if self._idle.isActive():
            self._idle.start()  # idle begins when the painting is done

    def _scene_focused(self) -> bool:
        return bool(self._scene and self._scene.focus)

    def paint_over(self, painter: QPainter) -> None:
        """Hook: paint over everything, in page coordinates."""
