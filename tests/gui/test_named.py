"""Everything that can have the keys has a name for those who cannot see it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.gui.conftest import span
from tests.gui.whole import Whole

DIALOGS = [
    "new_project", "import_articles", "export_data", "check_project", "project_statistics", "history",
    "schema_editor", "settings", "article_properties", "shortcuts", "guide", "about",
]  # fmt: skip


def focusable(top: QWidget) -> Iterator[QWidget]:
    """Yield the widgets the keys can come to, hidden pages of dialogs included."""
    for widget in (top, *top.findChildren(QWidget)):
        if (
            not widget.isHidden()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.window() is top
            and widget.focusProxy() is None
        ):
            holder = widget.parentWidget()
            if holder is None or holder.focusProxy() is not widget:  # a spin box answers for its field
                yield widget


def nameless(top: QWidget) -> list[str]:
    """Return what has no name, by class and by the object it is in."""
    found = []
    for widget in focusable(top):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None, widget
        if not interface.text(QAccessible.Text.Name).strip():
            chain, holder = [], widget
            while holder is not None and len(chain) < 5:
                chain.append(f"{type(holder).__name__}{'#' + holder.objectName() if holder.objectName() else ''}")
                holder = holder.parentWidget()
            found.append(" in ".join(chain))
    return found


def test_in_the_window_with_everything_shown(whole: Whole) -> None:
    whole.tag("met", "vc")
    whole.tag("Çavuşoğlu", "p")
    whole.do("link")
    whole.tag("Thursday", "d")
    for action in ("find", "search_project", "concordance"):
        whole.do(action)
    for dock in whole.window.docks.values():
        dock.show()
    whole.settle()
    for words in ("met", "Çavuşoğlu", "Thursday"):
        whole.session.select_mention(None)
        whole.session.select_mention(next(m.id for m in whole.page.exactly((span(words),))))
        whole.settle()
        assert nameless(whole.window) == [], words
    whole.do("command_palette")
    assert nameless(whole.window) == []
    whole.session.close_project()
    whole.settle()
    assert nameless(whole.window) == []


def opened_by(whole: Whole, action: str) -> QWidget:
    """Return the dialog an action opens."""
    before = set(QApplication.topLevelWidgets())
    whole.do(action)
    whole.bot.wait(50)
    (opened,) = [w for w in QApplication.topLevelWidgets() if w not in before and w.isVisible()]
    return opened


@pytest.mark.parametrize("action", DIALOGS)
def test_in_every_dialog(whole: Whole, action: str) -> None:
    opened = opened_by(whole, action)
    assert nameless(opened) == []
    opened.close()


@pytest.mark.parametrize("action", DIALOGS)
def test_alt_and_the_letter_of_a_field_lead_to_it(whole: Whole, action: str) -> None:
    opened = opened_by(whole, action)
    opened.activateWindow()
    whole.settle()
    for label in opened.findChildren(QLabel):
        buddy, at = label.buddy(), label.text().replace("&&", "").find("&")
        if buddy is None or at < 0 or not label.isVisible() or not buddy.isEnabled():
            continue
        opened.setFocus()
        whole.bot.keyClick(opened, label.text()[at + 1].lower(), Qt.KeyboardModifier.AltModifier)
        assert buddy.hasFocus(), label.text()
    opened.close()
