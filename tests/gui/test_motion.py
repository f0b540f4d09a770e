"""Nothing moves by itself. Qt does not tell whether a person asked the system for less motion, so nobody has to ask."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QProgressBar, QWidget

from dateline import assets
from dateline.gui import theme_style
from tests.gui.whole import Whole

MOVING = re.compile(
    r"Q\w*Animation\b|QTimeLine|QScroller|QMovie|setAnimated\((?!False)|setRange\(0, 0\)|setClearButtonEnabled"
)


def in_motion() -> list[str]:
    """Return what is animated now, anywhere in the window."""
    found = {a for top in QApplication.topLevelWidgets() for a in top.findChildren(QAbstractAnimation)}
    running = [a for a in found if a.state() is QAbstractAnimation.State.Running]
    return [f"{type(a.parent()).__name__}: {type(a).__name__}" for a in running]


def test_no_module_of_the_window_has_an_animation() -> None:
    found = {
        path.name: hits
        for path in Path(theme_style.__file__).parent.rglob("*.py")
        if (hits := MOVING.findall(path.read_text(encoding="utf-8")))
        and path.name != "clear_button.py"  # ends Qt's own
    }
    assert found == {}


def test_menus_boxes_and_tips_come_at_once(whole: Whole) -> None:
    effects = [e for e in Qt.UIEffect if e is not Qt.UIEffect.UI_General]
    for effect in effects:
        QApplication.setEffectEnabled(effect, True)  # as desktops ask for
    whole.do("theme_dark")
    assert [e for e in effects if QApplication.isEffectEnabled(e)] == []
    whole.do("theme_auto")


def test_nothing_is_in_motion_whatever_is_opened(whole: Whole) -> None:
    moved = list(in_motion())
    for action in ("find", "search_project", "concordance", "reader_alone", "reader_alone", "show_arcs", "show_arcs"):
        whole.do(action)
        moved += in_motion()
    whole.tag("met", "vc")
    moved += in_motion()
    for field in whole.window.findChildren(QLineEdit):
        if field.isVisible() and field.isEnabled() and not field.isReadOnly():
            field.setFocus()
            whole.bot.keyClicks(field, "a")
            moved += in_motion()
            field.clear()
            moved += in_motion()
    assert moved == []
    endless = [b for b in whole.window.findChildren(QProgressBar) if b.isVisible() and b.minimum() == b.maximum()]
    assert endless == []


class Painted(QObject):
    """Notes which widgets are painted."""

    def __init__(self, top: QWidget) -> None:
        super().__init__(top)
        self.widgets: list[str] = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.widgets.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_a_window_that_is_left_alone_is_not_painted_again(whole: Whole, monkeypatch: pytest.MonkeyPatch) -> None:
    """No cursor blinks in the text, no mark pulses; the strip that says what was read is the one thing that grows."""
    monkeypatch.setattr(whole.window.pane.reader, "isActiveWindow", lambda: False)  # nobody reads
    whole.tag("met", "vc")
    whole.window.pane.reader.setFocus()
    painted = Painted(whole.window)

    def still() -> bool:
        painted.widgets.clear()
        whole.bot.wait(1300)  # more than a cursor's blink
        return not painted.widgets

    whole.bot.waitUntil(still, timeout=20_000)  # what flashed to be found goes, what was put off is done: then no more
    QApplication.instance().removeEventFilter(painted)


@pytest.mark.parametrize("path", sorted(assets.resources("web").glob("*.*")), ids=lambda p: p.name)
def test_the_web_page_moves_only_for_those_who_did_not_ask_for_less(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    calm = re.sub(r"@media \(prefers-reduced-motion: no-preference\) \{[^{}]*(\{[^{}]*\}[^{}]*)*\}", "", text)
    assert not re.search(r"\b(transition|animation|scroll-behavior)\s*:|@keyframes|behavior:\s*.smooth", calm)
