"""What is drawn over the page besides annotations: suggestions, which are walked through, and what find has found."""

from collections.abc import Callable, Iterable, Set

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dateline.gui.reader import caret as moves
from dateline.gui.reader.scene import Scene, Suggestion
from dateline.gui.reader.selecting import SelectingSurface
from dateline.gui.theme import Theme
from dateline.model.text import Span


class ProposingSurface(SelectingSurface):
    """A selecting surface with suggestions, of which one can be current, and hits."""

    suggestion_selected = Signal(object)  # suggestion id or None
    walk_ended = Signal()  # Tab was pressed once more after the last suggestion was answered

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._hits: list[Span] = []
        self._current_hit: Span | None = None
        self._walked = False
        self.selection_changed.connect(self._leave_suggestion)

    def set_suggestions(self, suggestions: Iterable[Suggestion]) -> None:
        """Show proposed mentions as outlines; only lines that differ are repainted."""
        if self._scene and self._sheet:
            self._differ(self._scene, lambda scene: scene.set_suggestions(suggestions))

    def withdraw_suggestions(self, ids: Set[str]) -> None:
        """Show some no longer, which takes no longer where there are thousands of others."""
        if self._scene and self._sheet:
            self._differ(self._scene, lambda scene: scene.withdraw_suggestions(ids))

    def _differ(self, scene: Scene, change: Callable[[Scene], Iterable[Span]]) -> None:
        before = scene.current_suggestion
        self._refresh(change(scene))
        if scene.current_suggestion != before:
            self.suggestion_selected.emit(None)

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return the suggestions shown, in text order."""
        return self._scene.suggestions if self._scene else ()

    def current_suggestion(self) -> str | None:
        """Return the id of the suggestion walked to, or None."""
        return self._scene.current_suggestion if self._scene else None

    def suggestion_here(self) -> str | None:
        """Return the suggestion walked to, else the smallest around the one unit of text that the cursor is on."""
        caret = self._caret
        if self.current_suggestion() is not None or caret is None or self._selected or caret.anchor != caret.head:
            return self.current_suggestion()
        here = [s for s in self.suggestions() if any(f.covers(caret.head) for f in s.fragments)]
        return min(here, key=lambda s: len(s.span)).id if here else None

    def set_current_suggestion(self, suggestion_id: str | None, *, reveal: bool = True) -> None:
        """Walk to a suggestion; its words are selected, so that a key can give them another label."""
        scene = self._scene
        if not scene or suggestion_id == scene.current_suggestion:
            return
        left, found = scene.suggestion(scene.current_suggestion), scene.suggestion(suggestion_id)
        scene.current_suggestion = found.id if found else None
        self._refresh([s.span for s in (left, found) if s])
        if found:
            self.move_to(moves.Caret(found.span, found.span), show=False)
            if reveal:
                self.reveal(found.span, flash=False)
        self.suggestion_selected.emit(scene.current_suggestion)

    def _leave_suggestion(self, selected: tuple[Span, ...]) -> None:
        """The cursor went elsewhere."""
        current = self._scene.suggestion(self._scene.current_suggestion) if self._scene else None
        if current and (self._selected or selected != (current.span,)):
            self.set_current_suggestion(None)

    def next_suggestion(self, step: int) -> str | None:
        """Walk to the next (1) or previous (-1) suggestion, from the cursor if none is current; around the end."""
        order = self.suggestions()
        if not order:
            return None
        ids = [s.id for s in order]
        if self.current_suggestion() in ids:
            at = (ids.index(self.current_suggestion() or "") + step) % len(ids)
        else:
            here = self.cursor_position()
            after = next((i for i, s in enumerate(order) if s.span.begin >= here), 0)
            at = after if step > 0 else after - 1
        self.set_current_suggestion(ids[at])
        return ids[at]

    def end_walk(self) -> None:
        """The last suggestion was answered: the next Tab, pressed in the same rhythm, does not leave the text."""
        self._walked = True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave the text by Tab where there is nothing to walk to, but for the first time after a walk."""
        if self._walked:
            self._walked = False
            self.walk_ended.emit()
            return True
        return super().focusNextPrevChild(forward)

    def set_hits(self, spans: Iterable[Span], current: Span | None = None) -> None:
        """Show what find has found; the current one is brought into view."""
        self._hits = sorted(spans)
        self.strip.set_hits(self._hits)
        self.set_current_hit(current)

    def set_current_hit(self, current: Span | None) -> None:
        """Go to another of the hits shown, which takes no longer where there are thousands."""
        self._current_hit = current
        self.viewport().update()
        if current:
            self.reveal(current, flash=False)
