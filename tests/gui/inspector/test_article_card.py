"""What is known of an article stands there as it was written."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.gui.inspector.article_card import ArticleCard
from dateline.gui.session import Session


@pytest.mark.parametrize(
    ("written", "shown", "told"),
    [
        ("2018-04-19T18:00+00:00", "2018-04-19 18:00", "2018-04-19T18:00+00:00"),
        ("2018-04-19T18:00:05", "2018-04-19 18:00", "2018-04-19T18:00:05"),
        ("2018-04-19", "2018-04-19", ""),
        ("-0043-03-15", "-0043-03-15", ""),
    ],
)
def test_a_moment_is_shown_as_in_the_list_of_articles(
    session: Session, qtbot: QtBot, written: str, shown: str, told: str
) -> None:
    assert session.page is not None
    card = ArticleCard()
    qtbot.addWidget(card)
    card.show_page(replace(session.page, article=replace(session.page.article, published=written, source="Wire")))
    assert card.facts.text().startswith(f"{shown} · Wire")
    assert card.facts.toolTip() == told


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
