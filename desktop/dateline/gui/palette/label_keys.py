"""Key presses in the reader become requests for labels: one stroke or two, Shift for everywhere, twice to arm."""

from collections.abc import Iterable, Mapping
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from dateline.gui.layouts import is_dead, strokes
from dateline.model.schema import Attribute, Role, Schema

DOUBLE_TAP = 0.4  # seconds between two presses of the same key


class LabelKeys(QObject):
    """Turns what is typed in the widgets it is told to `watch` into requests.

    `label_requested(name, everywhere)`: a label's key was pressed. `armed(name)`: a label is held, "" for
    none any more. `prefix_changed(stroke)`: the first of two strokes waits for its second, "" when it no
    longer does. `role_key(key)` and `attribute_key(name)`: the key of a role or an attribute while
    `set_roles` and `set_attributes` name it; `attribute_back(name)`: an attribute's with Shift, where no label
    has that key. `unknown_stroke(prefix, stroke)`: the second stroke leads nowhere; nothing was done.
    """

    label_requested = Signal(str, bool)
    armed = Signal(str)
    prefix_changed = Signal(str)
    role_key = Signal(str)
    attribute_key = Signal(str)
    attribute_back = Signal(str)
    unknown_stroke = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels: dict[str, str] = {}
        self._first: set[str] = set()
        self._roles: dict[str, str] = {}
        self._attributes: dict[str, str] = {}
        self._actions: dict[str, QAction] = {}
        self._prefix, self._everywhere, self._armed = "", False, ""
        self._last, self._last_at = "", 0.0
        self._composing = self._dead = False

    @property
    def armed_label(self) -> str:
        """The label every selection gets until Esc, or ""."""
        return self._armed

    @property
    def prefix(self) -> str:
        """The first stroke that waits for its second, or ""."""
        return self._prefix

    def watch(self, widget: QWidget) -> None:
        """Take label keys from the widget while it has the focus; a scroll area's viewport is watched with it."""
        widget.installEventFilter(self)
        if isinstance(widget, QAbstractScrollArea):
            widget.viewport().installEventFilter(self)

    def set_schema(self, schema: Schema) -> None:
        """Take the keys of a schema; a label held armed that it lacks is let go."""
        self._labels = {label.key.lower(): label.name for label in schema.types if label.key}
        self._first = {key.split(" ")[0] for key in self._labels if " " in key}
        self._set_prefix("")
        if self._armed not in schema.by_name:
            self.disarm()

    def set_roles(self, roles: Iterable[Role]) -> None:
        """Let roles' keys go before labels' while an event is selected; () when none is."""
        self._roles = {role.key.lower(): role.key for role in roles if role.key}

    def set_attributes(self, attributes: Iterable[Attribute]) -> None:
        """Let attributes' keys go before labels' while an annotation is selected; () when none is."""
        self._attributes = {a.key.lower(): a.name for a in attributes if a.key}

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Trigger these by their physical key on layouts that cannot type it (a Kazakh 0 is a letter)."""
        self._actions = dict(actions)

    def arm(self, name: str) -> None:
        """Hold a label: every selection is to get it until `disarm`."""
        if name != self._armed:
            self._armed = name
            self.armed.emit(name)

    def disarm(self) -> None:
        """Let the armed label go."""
        self.arm("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key presses that are ours, leave all others."""
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return not self._composing and (self._after_dead_key(event) or self.press(event))
        if kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._prefix:
            # The second stroke is ours even where a shortcut of the reader ("0") has the same key.
            if any(True for _ in strokes(event)):
                event.accept()
                return True
        elif kind is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._composing, self._dead = bool(event.preeditString()), False
        elif kind in {QEvent.Type.MouseButtonPress, QEvent.Type.FocusOut}:
            self._last = ""
            self._set_prefix("")
        return super().eventFilter(watched, event)

    def _after_dead_key(self, event: QKeyEvent) -> bool:
        """Take a dead key, and the letter it is for, where no input method makes one letter of the two."""
        if event.key() == Qt.Key.Key_Shift:
            return False
        before = self._dead
        self._dead = is_dead(event)
        return self._dead or (before and bool(event.text().strip()))

    def press(self, event: QKeyEvent) -> bool:
        """Handle one key press; return whether it was ours."""
        if event.key() == Qt.Key.Key_Escape:
            return self._escape()
        if event.key() in {Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock}:
            return False
        candidates = list(strokes(event))
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._prefix:
            return self._second(candidates, shift, event.isAutoRepeat())
        for stroke in candidates:
            if not shift and (stroke in self._roles or stroke in self._attributes):
                self._last = ""
                if not event.isAutoRepeat():
                    self._selected(stroke)
                return True
            if stroke in self._first or stroke in self._labels or self._last.endswith(f" {stroke}"):
                if not event.isAutoRepeat():
                    self._one(stroke, shift)
                return True
            if shift and stroke in self._attributes:
                self._last = ""
                if not event.isAutoRepeat():
                    self.attribute_back.emit(self._attributes[stroke])
                return True
        self._last = ""
        return not event.isAutoRepeat() and self._by_physical_key(candidates)

    def _by_physical_key(self, candidates: list[str]) -> bool:
        """Where the layout does type the character, the action's own shortcut has it, also while it is disabled."""
        if candidates and candidates[0] in self._actions:
            return False
        action = next((self._actions[c] for c in candidates[1:] if c in self._actions), None)
        if action is None or not action.isEnabled():
            return False
        action.trigger()
        return True

    def _selected(self, stroke: str) -> None:
        if stroke in self._roles:
            self.role_key.emit(self._roles[stroke])
        else:
            self.attribute_key.emit(self._attributes[stroke])

    def _one(self, stroke: str, shift: bool) -> None:
        """Tapping the last stroke of "v c" again is that label's double tap, even where "c" is a label itself."""
        if self._last.endswith(f" {stroke}") and self._soon() and not shift:
            self._request(self._labels[self._last], self._last, False)
        elif name := self._labels.get(stroke):
            self._request(name, stroke, shift)
        else:
            self._set_prefix(stroke, shift)

    def _second(self, candidates: list[str], shift: bool, repeated: bool) -> bool:
        if repeated and self._prefix in candidates:
            return True
        prefix, everywhere = self._prefix, shift or self._everywhere
        self._set_prefix("")
        for stroke in candidates:
            if name := self._labels.get(f"{prefix} {stroke}"):
                self._request(name, f"{prefix} {stroke}", everywhere)
                return True
        if candidates:
            self.unknown_stroke.emit(prefix, candidates[0])
        return bool(candidates)

    def _request(self, name: str, key: str, everywhere: bool) -> None:
        again = key == self._last and self._soon()
        self._last, self._last_at = ("", 0.0) if again else (key, monotonic())
        if again and not everywhere:
            self.arm(name)
        else:
            if self._armed and name != self._armed:
                self.arm(name)  # another key while armed changes what is held
            self.label_requested.emit(name, everywhere)
            self._last_at = monotonic()  # not before: what tagging takes is not the person's hesitation

    def _soon(self) -> bool:
        return monotonic() - self._last_at <= DOUBLE_TAP

    def _escape(self) -> bool:
        self._last = ""
        if self._prefix:
            self._set_prefix("")
            return True
        if self._armed:
            self.disarm()
            return True
        return False

    def _set_prefix(self, stroke: str, everywhere: bool = False) -> None:
        """Wait for a second stroke, however long: were the first forgotten, the second would tag something else."""
        self._everywhere = everywhere
        if stroke != self._prefix:
            self._prefix = stroke
            self.prefix_changed.emit(stroke)
