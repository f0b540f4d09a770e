"""Panels by keys: round all of them (reader, docks from left to right, the bar at the foot), to one, and back."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from dateline.gui.main_window import MainWindow
from dateline.gui.side import in_front

_BEHIND = ("registry", "problems")  # they lie behind the inspector, and say themselves where the keys go


class Panels(QObject):
    """Puts the keys into the next (1) or previous (-1) panel that is to be seen, where they last were in it.

    A panel's own key brings it to the front with the keys, wherever it is, and puts it away where it has them.
    `Esc` that nothing in a panel has a use for gives the keys back to the text.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last: dict[QWidget, QWidget] = {}
        for name, by in (("next_panel", 1), ("previous_panel", -1)):
            window.actions_table[name].triggered.connect(lambda _=False, b=by: self.step(b))
        self._by_action: dict[QObject, str] = {}
        for name, dock in window.docks.items():
            action = window.actions_table[f"toggle_{name}"]
            action.setAutoRepeat(False)
            action.installEventFilter(self)  # in a menu it is a tick for what is seen, and no more
            self._by_action[action] = name
            dock.installEventFilter(self)  # it may be a window of its own
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mind the keys of the panels, and Esc that was left over."""
        kind = event.type()
        if kind is QEvent.Type.Shortcut and watched in self._by_action:
            self.press(self._by_action[watched])
            return True
        if kind is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not _is_escape(event):
            return False
        there = self._window.pane.reader.isVisible()
        if there:
            self._give_back()
        return there

    def press(self, name: str) -> None:
        """Bring a panel to the front with the keys; where it has them, or nothing in it takes them, put it away."""
        dock, held = self._window.docks[name], QApplication.focusWidget()
        if not in_front(dock):
            self._bring(name, dock)
            return
        if held is not None and dock.isAncestorOf(held):
            self._last[dock] = held
        elif self._enter(dock, again=name not in _BEHIND):
            return
        if name in _BEHIND:
            self._window.side.put_behind(dock)
        else:
            dock.hide()
        self._give_back()

    def _bring(self, name: str, dock: QDockWidget) -> None:
        if name in _BEHIND:
            self._window.side.show(name)
            _activate(dock)
            return
        dock.show()
        dock.raise_()
        QTimer.singleShot(0, self, lambda: self._enter(dock))  # what lay behind another takes the keys once it is seen

    def _give_back(self) -> None:
        _activate(self._window)
        self._window.pane.reader.setFocus()

    def step(self, by: int) -> None:
        """Go on by so many panels, round at the ends."""
        panels = self._shown()
        focused = QApplication.focusWidget()
        here = next((p for p in panels if focused is not None and (p is focused or p.isAncestorOf(focused))), None)
        if here is not None and focused is not None:
            self._last[here] = focused
        at = panels.index(here) if here is not None else -1 if by > 0 else 0
        for further in range(1, len(panels) + 1):
            if self._enter(panels[(at + by * further) % len(panels)]):
                return

    def _shown(self) -> list[QWidget]:
        """The centre comes first, then the docks as they lie, leftmost and topmost first."""
        window = self._window
        docks = [d for d in window.findChildren(QDockWidget) if d.isVisible() and not d.visibleRegion().isEmpty()]
        centre = window.centralWidget()
        rest = sorted(
            docks, key=lambda d: (d.mapToGlobal(d.rect().topLeft()).x(), d.mapToGlobal(d.rect().topLeft()).y())
        )
        return [*([centre] if centre is not None else []), *rest, window.statusBar()]

    def _enter(self, panel: QWidget, *, again: bool = True) -> bool:
        """Say whether there was something in the panel that takes the keys: `again` where they last were in it."""
        last, window = self._last.get(panel), panel.window()
        _activate(panel)
        takers = [w for w in panel.findChildren(QWidget) if _takes_keys(w)]
        takers.sort(key=lambda w: not w.property("entered_first"))  # the marks of a timeline, not its tools
        if again and last in takers:
            takers.insert(0, last)
        for taker in takers:
            taker.setFocus(Qt.FocusReason.TabFocusReason)
            focused = window.focusWidget()  # the window's: it may become the active one only a moment later
            if focused is taker or (focused is not None and panel.isAncestorOf(focused)):
                return True
        return False


def _activate(panel: QWidget) -> None:
    """Make the window of a panel the active one: the keys may be in another panel, floating in a window of its own."""
    if not panel.window().isActiveWindow():
        panel.window().activateWindow()


def _takes_keys(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape and not event.modifiers()
