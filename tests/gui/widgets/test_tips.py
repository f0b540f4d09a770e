"""Tips show what others wrote, whatever it looks like."""

import pytest
from PySide6.QtGui import QTextDocument

from dateline.gui.widgets.tips import plain_tip


@pytest.mark.parametrize("text", ["Ministers <b>met</b>", "<p>a & b", "a < b > c & d", "Talks\nended"])
def test_a_text_that_looks_like_a_page_is_shown_as_it_is(qapp: object, text: str) -> None:
    shown, tip = QTextDocument(), plain_tip(text)
    if tip != text:
        shown.setHtml(tip)
        assert shown.toPlainText() == text
