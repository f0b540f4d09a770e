"""A key that is held down does an edit once. X11 tells repeats apart only now and then, so they are told here."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from dateline.gui.action_spec import Scope
from dateline.gui.actions import Actions


class HeldKeys(QObject):
    """Marks presses that repeat as such for all that lies in a window, and keeps them from actions that are done once.

    While a key is held an X server says that it was let go and pressed again, both at the very same millisecond. Qt
    looks whether the second message has come already, which on an idle machine it has not: such a press does not say
    `isAutoRepeat`. No person lets go and presses again within a millisecond.
    """

    def __init__(self, window: QWindow, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._once: dict[str, list[tuple[Scope, QAction]]] = {}
        for spec, action in actions.items():
            if not action.autoRepeat():
                for keys in action.shortcuts():
                    self._once.setdefault(keys.toString(), []).append((spec.scope, action))
        self._let_go: tuple[int, int] | None = None  # scan code and moment
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at keys only; a window gets few other events."""
        if isinstance(event, QKeyEvent):
            kind, now = event.type(), (event.nativeScanCode(), event.timestamp())
            if kind is QEvent.Type.KeyRelease:
                self._let_go = now
            elif now == self._let_go or event.isAutoRepeat():
                return self._repeated(watched, event)
        return super().eventFilter(watched, event)

    def _repeated(self, watched: QObject, event: QKeyEvent) -> bool:
        if self._is_done_once(event):
            event.accept()  # as an override: then no shortcut has it either
            return True
        if event.type() is not QEvent.Type.KeyPress or event.isAutoRepeat():
            return False
        QCoreApplication.sendEvent(watched, _marked(event))
        return True

    def _is_done_once(self, event: QKeyEvent) -> bool:
        """Say whether an action has these keys here: in the window everywhere, else where the focus is."""
        there = self._once.get(QKeySequence(event.keyCombination()).toString(), ())
        return any(scope is Scope.WINDOW or _has_there(scope, action) for scope, action in there)


def _has_there(scope: Scope, action: QAction) -> bool:
    """Say whether what has the focus has an action, or the panel that it lies in."""
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None and action not in widget.actions():
        widget = widget.parentWidget() if scope is not Scope.READER else None  # its keys need its own focus
    return widget is not None


def _marked(event: QKeyEvent) -> QKeyEvent:
    native = (event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers())
    marked = QKeyEvent(event.type(), event.key(), event.modifiers(), *native, event.text(), True, event.count())
    marked.setTimestamp(event.timestamp())
    return marked
