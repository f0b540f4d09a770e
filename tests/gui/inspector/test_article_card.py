"""What is known of an article stands there as it was written."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.gui.inspector.article_card import ArticleCard
from dateline.gui.session import Session


@pytest.mark.parametrize("label", ["name", "facts", "note"])
def test_signs_of_markup_are_shown_and_not_read(session: Session, qtbot: QtBot, label: str) -> None:
    assert session.page is not None
    marked = "<b>Talks</b> & more"
    article = replace(session.page.article, title=marked, source=marked, note=marked)
    card = ArticleCard()
    qtbot.addWidget(card)
    card.show_page(replace(session.page, article=article))
    shown = getattr(card, label)
    assert marked in shown.text()
    assert shown.textFormat() is Qt.TextFormat.PlainText
