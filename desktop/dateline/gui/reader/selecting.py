"""What is selected on the surface, what that brings into focus, and how annotations that change are taken over."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from dateline.gui.reader import caret as moves
from dateline.gui.reader.blocks import Blocks
from dateline.gui.reader.caret import Caret
from dateline.gui.reader.sheet import Sheet
from dateline.gui.reader.surface import Surface
from dateline.gui.reader.units import Granularity
from dateline.gui.theme import Theme
from dateline.model.annotation import Mention
from dateline.model.changes import Changes, Kind
from dateline.model.page import Page
from dateline.model.text import Span, merged

_FLASH_MS = 900
_FEW = 300  # records changed at once; beyond, everything is composed anew


class SelectingSurface(Surface):
    """A surface with a word cursor, a selected mention and the event that it brings into focus."""

    selection_changed = Signal(object)  # tuple[Span, ...]
    mention_selected = Signal(object)  # mention id or None
    granularity_changed = Signal(object)  # Granularity

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._caret: Caret | None = None
        self._extra: tuple[Span, ...] = ()
        self._regrained: tuple[Caret, Caret] | None = None  # where the cursor stood, and what another unit made of it
        self._place: Caret | None = None  # where the cursor was given up
        self._selected: str | None = None
        self._marked: tuple[Span, ...] = ()  # what is shown as selected
        self._granularity = Granularity.WORD
        self._flash: Span | None = None
        self._goal_x: float | None = None
        self._flash_timer = QTimer(self)
        self._flash_timer.setSingleShot(True)
        self._flash_timer.setInterval(_FLASH_MS)
        self._flash_timer.timeout.connect(self._end_flash)

    # Page and annotations

    def page(self) -> Page | None:
        """Return the page shown."""
        return self._page

    def sheet(self) -> Sheet | None:
        """Return the page as laid out, for the reader's own parts."""
        return self._sheet

    def text_blocks(self) -> Blocks:
        """Return the blocks of the text shown; of an empty one without a page."""
        return self._sheet.blocks if self._sheet else Blocks("")

    def mentions_in(self, span: Span) -> list[Mention]:
        """Return the mentions that stand wholly inside a stretch of text, in text order."""
        return [m for m in self._scene.index.over(span.begin, span.end) if span.covers(m.span)] if self._scene else []

    def apply(self, changes: Changes) -> None:
        """Show what a step changed in the page, which already holds it; only lines that differ are repainted."""
        if not (self._scene and self._sheet and self._page):
            return
        if not changes.touches_article(self._page.article.id):
            return
        kinds = (Kind.MENTION, Kind.ARGUMENT, Kind.RELATION, Kind.REGION)
        touched = sum(len(part.get(k, ())) for part in (changes.added, changes.altered, changes.removed) for k in kinds)
        if changes.articles is None or touched > _FEW:
            self._scene.reload()
            self._refocus()
            self._recompose()
        elif touched:
            spans = self._scene.apply(changes)
            if not self._refocus():
                self._refresh(spans)
                if self._scene.focus:  # its connector may run elsewhere now
                    self.viewport().update()
        self._drop_lost_selection()

    def _refresh(self, spans: Iterable[Span]) -> None:
        """Compose the blocks under `spans` anew and repaint the lines that came out different."""
        if self._sheet is None:
            return
        blocks, touched = self._sheet.blocks, dict[int, list[Span]]()
        for span in spans:
            for index in range(blocks.at(span.begin), blocks.at(span.end - 1) + 1):
                touched.setdefault(index, []).append(span)
        grown = False
        for index in sorted(touched):
            anchor = self.scroll_state() if self._arcs else None
            lines = self._sheet.refresh(index, touched[index])
            if lines is None:
                grown = True
                if anchor:
                    self._sync_bar()
                    self.restore_scroll(anchor)
            elif lines:
                self.update_lines(self._sheet.lines_in(index, lines))
        if grown:
            self._settle()
            self.viewport().update()

    def _recompose(self) -> None:
        if self._sheet is None:
            return
        anchor = self.scroll_state()
        self._sheet.forget_shapes()
        if self._arcs:
            self.restore_scroll(anchor)
        self._settle()
        self.viewport().update()

    def _drop_lost_selection(self) -> None:
        """A mention that is gone leaves the words it stood on selected; one that changed is drawn where it is now."""
        if self._selected is None or self._page is None:
            return
        mention = self._page.mentions.get(self._selected)
        if mention is None:
            self._set_selected(None)
            self.mention_selected.emit(None)
            self.selection_changed.emit(self.selection())
        elif self._caret is None or self._caret.span != mention.span:
            self._caret = Caret(mention.span, mention.span)
            self._mark_selection()
            self.selection_changed.emit(self.selection())

    # Selection

    def selection(self) -> tuple[Span, ...]:
        """Return what is selected: a mention's fragments, or the words under the cursor and added pieces."""
        if self._selected and self._page and (mention := self._page.mentions.get(self._selected)):
            return mention.fragments
        spans = (*self._extra, *((self._caret.span,) if self._caret else ()))
        return merged(spans) if len(spans) > 1 else spans

    def set_selection(self, spans: Sequence[Span], *, reveal: bool = False) -> None:
        """Select words; the last span becomes the cursor. No mention is selected then."""
        spans = [s for s in spans if self._sheet and s.end <= len(self._sheet.blocks.text)]
        caret = Caret(spans[-1], spans[-1]) if spans else None
        self.move_to(caret, extra=tuple(spans[:-1]), show=reveal)

    def selected_text(self) -> str:
        """Return the selected words of the text of record, pieces joined by one space."""
        return " ".join(s.of(self._page.text) for s in self.selection()) if self._page else ""

    def selected_mention(self) -> str | None:
        """Return the id of the selected mention, or None."""
        return self._selected

    def select_mention(self, mention_id: str | None, reveal: bool = True) -> None:
        """Select a mention (None: keep only the words under the cursor)."""
        mention = self._page.mentions.get(mention_id) if self._page and mention_id else None
        if mention is None:
            self.move_to(self._caret, show=False)
            return
        self._select(mention)
        if reveal:
            self._keep_in_view(mention.span)

    def select_next(self, step: int) -> Mention | None:
        """Select the next (1) or previous (-1) mention in text order, around the ends; None when there is none."""
        if not self._scene:
            return None
        found = self._scene.index.neighbour(self._selected, self.cursor_position(), step)
        if found is not None:
            self.select_mention(found.id)
        return found

    def cycle(self) -> None:
        """Go to the next of the mentions under the cursor, outermost to innermost, then to the bare words."""
        if self._scene and self._caret:
            self.cycle_at(self._caret.head.begin, self._caret.head)

    def cycle_at(self, position: int, unit: Span) -> None:
        """Select the next of what a click at `position` can mean; the last is the unit of text itself."""
        if self._scene is None:
            return
        stops: list[str | None] = [m.id for m in self._scene.index.at(position)]
        stops.append(None)
        present = self._selected if self._selected in stops else None
        fresh = self._selected not in stops or (self._selected is None and not self._on(unit))
        following = stops[0] if fresh else stops[(stops.index(present) + 1) % len(stops)]
        if following is None:
            self.move_to(Caret(unit, unit), show=False)
        else:
            self.select_mention(following, reveal=False)

    def _on(self, unit: Span) -> bool:
        return self._caret is not None and self._caret.span == unit and not self._extra

    def _select(self, mention: Mention) -> None:
        self._extra = ()
        self._caret = Caret(mention.span, mention.span)
        changed = self._selected != mention.id
        self._set_selected(mention.id)
        if changed:
            self.mention_selected.emit(mention.id)
        self.selection_changed.emit(self.selection())

    def move_to(self, caret: Caret | None, *, extra: tuple[Span, ...] = (), show: bool = True) -> None:
        """Put the word cursor somewhere; a mention that was selected no longer is."""
        before = (self._caret, self._extra, self._selected)
        self._caret, self._extra = caret, extra
        lost = self._selected is not None
        self._set_selected(None)
        if (self._caret, self._extra, self._selected) != before:
            if lost:
                self.mention_selected.emit(None)
            self.selection_changed.emit(self.selection())
        if show and caret:
            self._keep_in_view(caret.head)

    def go_to(self, caret: Caret, *, extend: bool) -> None:
        """Put the word cursor where a key moved it; added pieces stay while it extends."""
        self.move_to(caret, extra=self._extra if extend and not self._selected else ())

    def _set_selected(self, mention_id: str | None) -> None:
        self._selected = mention_id
        self._refocus()
        self._mark_selection()

    def _mark_selection(self) -> None:
        """Repaint the lines where something was selected and where something is now."""
        before, self._marked = self._marked, self.selection()
        spans = (*before, *self._marked)
        self.update_lines(
            [at for at in self.visible_lines() if any(s.begin < at.line.end and at.line.begin < s.end for s in spans)]
        )

    def _refocus(self) -> bool:
        """Bring the selected mention's event into focus; return whether anything had to be composed anew."""
        if not self._scene or not self._page:
            return False
        focus = self._scene.links.focus(self._page, self._selected) if self._selected else None
        if focus == self._scene.focus:
            return False
        self._scene.focus = focus
        self._recompose()
        return True

    def caret(self) -> Caret | None:
        """Return the word cursor."""
        return self._caret

    def give_up_cursor(self) -> None:
        """Take the word cursor away; the place is kept for the next arrow."""
        place = self._caret
        self.move_to(None)
        self._place = place

    def place_left(self) -> Caret | None:
        """Return where the cursor was given up, where that is still in view."""
        if self._place is None:
            return None
        at, top = self.line_of(self._place.head.begin), self.scroll_offset()
        return self._place if top <= at.top and at.bottom <= top + self.viewport().height() else None

    def cursor_position(self) -> int:
        """Return the code point at which the cursor stands; where the view begins when there is none."""
        return self._caret.head.begin if self._caret else self.scroll_state()[0]

    def granularity(self) -> Granularity:
        """Return what one step of the cursor takes."""
        return self._granularity

    def set_granularity(self, granularity: Granularity) -> None:
        """Let the cursor and clicks take characters, words, phrases or sentences; several pieces stay as they are.

        Until it is moved, the cursor knows where it stood: the sentence's word comes back after the sentence.
        """
        if granularity is self._granularity:
            return
        self._granularity = granularity
        if self._caret and self._sheet and not self._selected and not self._extra:
            stood, regrained = self._regrained or (self._caret, self._caret)
            stood = stood if regrained is self._caret else self._caret
            self.move_to(moves.regrain(self._sheet.blocks, stood, granularity))
            self._regrained = (stood, self._caret)
        self.granularity_changed.emit(granularity)

    def copy(self) -> None:
        """Put the selected words on the clipboard, exactly as in the text of record."""
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    # Going places

    def reveal(self, span: Span, flash: bool = True) -> None:
        """Bring a span into view, a third from the top if it was out of view, and light it up for a moment."""
        if not self._sheet:
            return
        at = self.line_of(span.begin)
        top, height = self.scroll_offset(), self.viewport().height()
        pitch = self._sheet.grid.pitch
        if at.top < top + pitch // 2 or at.bottom > top + height - pitch // 2:
            self._sync_bar()
            self.verticalScrollBar().setValue(at.top - height // 3)
            # Setting what is above may have moved it: go to where it is now.
            at = self.line_of(span.begin)
            self.verticalScrollBar().setValue(at.top - height // 3)
        if flash:
            self._flash = span
            self._flash_timer.start()
            self.viewport().update()

    def _end_flash(self) -> None:
        self._flash = None
        self.viewport().update()

    def _keep_in_view(self, span: Span) -> None:
        """Scroll as little as needed for a span, with a line of context; of one that is too long show the begin."""
        if not self._sheet:
            return
        height, pitch = self.viewport().height(), self._sheet.grid.pitch
        for _ in range(4):  # setting what comes into view may move what is below it
            last, first = self.line_of(span.end - 1), self.line_of(span.begin)
            self._sync_bar()
            top = self.scroll_offset()
            wanted = min(max(top, last.bottom + pitch - height), first.top - pitch)
            self.verticalScrollBar().setValue(wanted)
            if self.scroll_offset() == top:
                break

    def line_step(self, direction: int, *, extend: bool) -> None:
        """Move the cursor a line down (1) or up (-1), keeping its x over short lines."""
        if not self._sheet or not self._caret:
            return
        head = self._caret.head
        at = self.line_of(head.begin)
        extents = at.cell.set.extents(at.line, head.begin, head.end)
        x = self._goal_x if self._goal_x is not None else float(sum(extents[0]) / 2 if extents else at.line.left)
        y = at.bottom + 1 if direction > 0 else at.top - 1
        for _ in range(200):
            if not self._sheet.body_top <= y < self._sheet.body_top + self._sheet.heights.total:
                return
            found = self.line_at(y)
            if found.line.begin < found.line.end and not self._sheet.blocks.is_blank(found.cell.index):
                caret = moves.nearest(self._sheet.blocks, found.cell.set.character_at(found.line, x), self._granularity)
                if caret:
                    self.go_to(self._caret.to(caret.head, extend=extend), extend=extend)
                break
            y = found.bottom + 1 if direction > 0 else found.top - 1
        self._goal_x = x

    def forget_goal(self) -> None:
        """The next move up or down starts from where the cursor is."""
        self._goal_x = None
