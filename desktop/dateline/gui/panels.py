"""Going round the panels by keys: reader, docks from left to right, and the bar at the foot."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from dateline.gui.main_window import MainWindow


class Panels(QObject):
    """Puts the keys into the next (1) or previous (-1) panel that is to be seen, where they last were in it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last: dict[QWidget, QWidget] = {}
        for name, by in (("next_panel", 1), ("previous_panel", -1)):
            window.actions_table[name].triggered.connect(lambda _=False, b=by: self.step(b))

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

    def _enter(self, panel: QWidget) -> bool:
        """Say whether there was something in the panel that takes the keys."""
        last = self._last.get(panel)
        takers = [w for w in panel.findChildren(QWidget) if _takes_keys(w)]
        takers.sort(key=lambda w: not w.property("entered_first"))  # the marks of a timeline, not its tools
        if last in takers:
            takers.insert(0, last)
        for taker in takers:
            taker.setFocus(Qt.FocusReason.TabFocusReason)
            focused = QApplication.focusWidget()
            if focused is taker or (focused is not None and panel.isAncestorOf(focused)):
                return True
        return False


def _takes_keys(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
