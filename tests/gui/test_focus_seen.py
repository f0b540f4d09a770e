"""Whoever works without a mouse sees where the keys are: a widget looks different while it has them."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.test_named import DIALOGS, focusable, opened_by
from tests.gui.whole import Whole

LEAST = 40  # pixels that change


def picture(widget: QWidget) -> np.ndarray:
    image = widget.grab().toImage()
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)[:, : image.width()].copy()


def unseen(top: QWidget) -> list[tuple[str, str]]:
    """Return the widgets that look the same with the keys and without, or that do not take them."""
    reached = [w for w in focusable(top) if w.isVisible() and w.isEnabled()]
    found = []
    for widget in reached:
        apart = (w for w in reached if w is not widget and not w.isAncestorOf(widget) and not widget.isAncestorOf(w))
        elsewhere = next(apart, None)
        if elsewhere is None:
            continue
        elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        before = picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        after = picture(widget)
        same = before.shape == after.shape and int((before != after).sum()) < LEAST
        if same or not widget.hasFocus():
            found.append((type(widget).__name__, widget.accessibleName() or str(widget.property("text") or "")))
    return found


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_in_the_window(whole: Whole, theme: str) -> None:
    whole.do(f"theme_{theme}")
    whole.window.pane.reader.strip.hide()  # it fills while one reads
    whole.window.activateWindow()
    whole.settle()
    assert unseen(whole.window) == []  # nothing is selected in the article
    whole.tag("met", "vc")
    for action in ("find", "search_project"):
        whole.do(action)
    assert unseen(whole.window) == []
    whole.do("concordance")
    assert unseen(whole.window) == []
    whole.do("theme_auto")


def test_on_the_welcome_page(whole: Whole) -> None:
    whole.session.close_project()
    whole.settle()
    assert unseen(whole.window) == []


@pytest.mark.parametrize("action", DIALOGS)
def test_in_every_dialog(whole: Whole, action: str) -> None:
    opened = opened_by(whole, action)
    opened.activateWindow()
    whole.settle()
    assert unseen(opened) == []
    opened.close()
