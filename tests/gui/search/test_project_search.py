from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.search.project_search import HIT, ProjectSearchPanel, as_typed, search_dock
from dateline.gui.session import Session
from dateline.gui.settings import Settings
from dateline.gui.theme import theme
from dateline.gui.theme_style import ThemeKeeper
from dateline.model.article import Article
from dateline.model.changes import Place
from dateline.model.ids import new_id
from dateline.model.schema import Schema
from dateline.model.text import Span

TEXTS = (
    ("Talks", "😀 Ministers met.\r\nForeign Minister Çavuşoğlu spoke in Ankara."),
    ("Visit", "Cavusoglu flew to Astana. Nobody else did."),
    ("Weather in Çavuşoğlu's town", "It rained."),
)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    made = Session("Ann")
    assert made.create_project(tmp_path / "p.dateline", Schema())
    assert made.project is not None
    with made.project.step("Articles") as step:
        for at, (title, text) in enumerate(TEXTS):
            step.put(Article(new_id(), text, title, f"2018-04-{at + 10}", position=at))
    yield made
    made.close_project()


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> ProjectSearchPanel:
    made = ProjectSearchPanel(session, theme("light"))
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show()
    return made


def names(panel: ProjectSearchPanel) -> list[str]:
    return [panel.results.index(row).data() for row in range(panel.results.rowCount())]


def type_in(panel: ProjectSearchPanel, text: str) -> None:
    panel.field.setText(text)
    panel.search()


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("cavus", "cavus*"),
        ("cavus ", "cavus "),
        ('"in ank', '"in ank'),
        ('"in" ank', '"in" ank*'),
        ("", ""),
        ("a*", "a*"),
    ],
)
def test_a_word_being_typed_is_a_beginning(typed: str, query: str) -> None:
    assert as_typed(typed) == query


def test_results_come_while_typing(panel: ProjectSearchPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.field, "cavusog")
    qtbot.waitUntil(lambda: panel.results.rowCount() == 3)
    assert set(names(panel)[:2]) == {"Talks", "Visit"}
    assert panel.count.text() == "3 articles"


def test_enter_goes_to_the_first_match(panel: ProjectSearchPanel, session: Session, qtbot: QtBot) -> None:
    places: list[Place] = []
    session.place_shown.connect(places.append)
    panel.field.setText("ankara")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    (place,) = places
    assert session.page is not None
    assert session.page.article.title == "Talks"
    at = TEXTS[0][1].index("Ankara")
    assert place.span == Span(at, at + 6)


def test_down_and_enter_take_another(panel: ProjectSearchPanel, session: Session, qtbot: QtBot) -> None:
    type_in(panel, "cavusoglu")
    second = names(panel)[1]
    panel.activateWindow()
    panel.field.setFocus()
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert session.page is not None
    assert session.page.article.title == second


def test_a_title_alone_is_found_and_opened(panel: ProjectSearchPanel, session: Session) -> None:
    type_in(panel, "weather")
    assert names(panel) == [TEXTS[2][0]]
    panel.view.clicked.emit(panel.results.index(0))
    assert session.page is not None
    assert session.page.article.title == TEXTS[2][0]


def test_nothing_found_is_said(panel: ProjectSearchPanel, session: Session) -> None:
    type_in(panel, "dragon")
    assert panel.count.text() == "Nothing found"
    type_in(panel, "  ")
    assert panel.count.text() == ""
    session.close_project()
    type_in(panel, "cavusoglu")
    assert panel.results.rowCount() == 0


def test_words_are_marked_in_every_theme(panel: ProjectSearchPanel) -> None:
    type_in(panel, "cavusoglu")
    hit = panel.results.index(0).data(HIT)
    assert hit.marks
    for name in ("light", "dark", "contrast"):
        panel.set_theme(theme(name))
        image: QImage = panel.view.viewport().grab().toImage()
        colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, 70, 2)}
        assert len(colours) > 5


def test_escape_empties_and_then_leaves(panel: ProjectSearchPanel, qtbot: QtBot) -> None:
    panel.field.setText("cavusoglu")
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.field.text() == ""
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.field, Qt.Key.Key_Escape)


def test_the_dock_is_made_once_and_begins_with_the_words_given(
    session: Session, qtbot: QtBot, tmp_path: Path, qapp: QApplication
) -> None:
    window = QMainWindow()
    window.setCentralWidget(QWidget())
    qtbot.addWidget(window)
    window.show()
    themes = ThemeKeeper(qapp, Settings(tmp_path), window)
    dock = search_dock(window, session, themes, "ankara")
    assert dock.isVisible()
    found = dock.widget()
    assert isinstance(found, ProjectSearchPanel)
    assert found.field.text() == "ankara"
    found.left.emit()
    assert not dock.isVisible()
    assert search_dock(window, session, themes) is dock
    assert dock.isVisible()
    assert len(window.findChildren(QDockWidget)) == 1
    qapp.setStyleSheet("")
