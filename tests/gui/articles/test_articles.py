"""The article list: states, filters, following."""

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from dateline.gui.annotating import Annotating
from dateline.gui.articles.model import COUNT, SUMMARY
from dateline.gui.articles.panel import ArticlesPanel
from dateline.gui.session import Session
from dateline.gui.theme import theme
from tests.gui.test_session import Tag


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ArticlesPanel:
    made = ArticlesPanel(session, theme("light"))
    qtbot.addWidget(made)
    made.reload()
    made.resize(260, 500)
    made.show()
    qtbot.wait(20)
    return made


def shown(panel: ArticlesPanel) -> list[str]:
    model = panel.view.model()
    return [model.index(i, 0).data() for i in range(model.rowCount())]


def choose(panel: ArticlesPanel, text: str) -> None:
    next(b for b in panel.findChildren(QToolButton) if b.text() == text).click()


def test_articles_are_listed_and_the_open_one_is_chosen(panel: ArticlesPanel, session: Session) -> None:
    assert shown(panel) == ["Talks", "Later"]
    assert panel.view.currentIndex().data() == "Talks"
    panel.view.clicked.emit(panel.view.model().index(1, 0))
    assert session.page
    assert session.page.article.title == "Later"
    assert panel.view.currentIndex().data() == "Later"


def test_tags_are_counted_and_states_shown(panel: ArticlesPanel, verbs: Annotating, tag: Tag) -> None:
    tag("Astana", "GPE")
    row = panel.view.model().index(0, 0)
    assert (row.data(COUNT), row.data(SUMMARY).state) == (1, "started")
    verbs.done_and_next()
    assert panel.view.model().index(0, 0).data(SUMMARY).state == "done"
    choose(panel, "To do")
    assert shown(panel) == ["Later"]
    choose(panel, "Done")
    assert shown(panel) == ["Talks"]
    choose(panel, "Skipped")
    assert shown(panel) == []
    choose(panel, "All")
    assert shown(panel) == ["Talks", "Later"]


@pytest.mark.parametrize(
    ("typed", "rows"), [("LATER", ["Later"]), ("2018-04 talks", ["Talks"]), ("ţalks", ["Talks"]), ("nothing", [])]
)
def test_words_filter_without_case_and_diacritics(panel: ArticlesPanel, typed: str, rows: list[str]) -> None:
    panel.field.setText(typed)
    assert shown(panel) == rows


def test_a_range_filters_and_its_button_clears_it(panel: ArticlesPanel, session: Session) -> None:
    assert session.project
    second = session.project.articles.ids()[1]
    panel.set_range(frozenset({second}))
    assert shown(panel) == ["Later"]
    cleared: list[bool] = []
    panel.range_cleared.connect(lambda: cleared.append(True))
    assert panel._range.isVisibleTo(panel)
    panel._range.click()
    assert cleared == [True]
    panel.set_range(None)
    assert shown(panel) == ["Talks", "Later"]
    assert not panel._range.isVisibleTo(panel)


def test_a_closed_project_leaves_an_empty_list(panel: ArticlesPanel, session: Session) -> None:
    session.close_project()
    assert shown(panel) == []
    assert panel._progress.text() == ""


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_rows_are_painted_in_every_theme(panel: ArticlesPanel, look: str) -> None:
    panel.set_theme(theme(look))
    image = panel.view.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert len(colours) > 3
