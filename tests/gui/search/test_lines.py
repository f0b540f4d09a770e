"""The concordance panel on a project of three articles."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.editing.registry import link_entity, new_entity
from dateline.gui.bulk import Bulk
from dateline.gui.search.lines import asking, work
from dateline.gui.search.lines.model import HIT, TICK
from dateline.gui.search.lines.panel import ConcordancePanel
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.theme import theme
from dateline.model.article import Article
from dateline.model.changes import Place
from dateline.model.ids import new_id
from dateline.model.schema import Schema
from dateline.model.text import Span

TEXTS = (
    ("Talks", "😀 Ministers met.\r\nForeign Minister Çavuşoğlu spoke in Ankara."),
    ("Visit", "Cavusoglu flew to Astana. Nobody else did. Later CAVUSOGLU left."),
    ("Weather", "It rained in Ankara."),
)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, schema: Schema) -> Iterator[Session]:
    made = Session("ada")
    assert made.create_project(tmp_path / "p.dateline", schema)
    assert made.project is not None
    with made.project.step("Articles") as step:
        for at, (title, text) in enumerate(TEXTS):
            step.put(Article(new_id(), text, title, f"2018-04-{at + 10}", position=at))
    made.open_article(made.project.articles.first() or "")
    yield made
    made.close_project()


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> Iterator[ConcordancePanel]:
    tasks = Tasks(session)
    made = ConcordancePanel(session, tasks, Bulk(session, tasks, session), theme("light"))
    qtbot.addWidget(made)
    made.resize(1000, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    tasks.stop_all()


def look(panel: ConcordancePanel, qtbot: QtBot, words: str) -> None:
    with qtbot.waitSignal(panel.work.found):
        panel.look_for(words)


def shown(panel: ConcordancePanel) -> list[str]:
    return [panel.model.lines[i].hit for i in panel.model.rows]


def tagged(session: Session) -> list[tuple[str, str, str | None]]:
    assert session.project
    assert session.annotator
    found = []
    for article in session.project.articles.all():
        page = session.project.annotations.page(article.id, session.annotator.id)
        found += [(m.label, m.text_of(page.text), m.entity_id) for m in page.in_order()]
    return found


def test_enter_looks_and_the_lines_have_the_keys(panel: ConcordancePanel, qtbot: QtBot) -> None:
    panel.open()
    assert panel.asking.field.hasFocus()
    qtbot.keyClicks(panel.asking.field, "cavusoglu")
    with qtbot.waitSignal(panel.work.found):
        qtbot.keyClick(panel.asking.field, Qt.Key.Key_Return)
    assert shown(panel) == ["Çavuşoğlu", "Cavusoglu", "CAVUSOGLU"]
    assert panel.count.text() == "3 lines"
    assert panel.view.hasFocus()
    panel.open()  # the same key again asks anew
    assert panel.asking.field.hasFocus()
    qtbot.keyClick(panel.asking.field, Qt.Key.Key_Down)
    assert panel.view.hasFocus()


def test_ticked_lines_are_tagged_in_one_step_and_marked(
    panel: ConcordancePanel, session: Session, qtbot: QtBot
) -> None:
    look(panel, qtbot, "cavusoglu")
    panel.view.setFocus()
    panel.choose_label("PERSON")
    qtbot.keyClick(panel.view, Qt.Key.Key_Space)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Space)
    assert panel.tag_button.text() == "Tag 2"
    assert panel.all.checkState() is Qt.CheckState.PartiallyChecked
    said: list[str] = []
    session.message.connect(said.append)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return, CTRL)
    assert tagged(session) == [("PERSON", "Çavuşoğlu", None), ("PERSON", "Cavusoglu", None)]
    assert said == ["Tagged 2 as Person; one undo takes all back."]
    qtbot.waitUntil(lambda: panel.tag_button.text() == "Tag")
    assert panel.remove_button.text() == "Remove 2"
    assert panel.model.tags(0) == "Person"
    qtbot.keyClick(panel.view, Qt.Key.Key_Return, CTRL)
    assert "Tick lines first" in said[-1]
    panel.all.click()
    assert panel.tag_button.text() == "Tag 1"
    session.undo()
    assert tagged(session) == []
    qtbot.waitUntil(lambda: panel.tag_button.text() == "Tag 3")


def test_delete_removes_the_labels_annotations_from_what_is_ticked(
    panel: ConcordancePanel, session: Session, qtbot: QtBot
) -> None:
    look(panel, qtbot, "cavusoglu")
    panel.choose_label("PERSON")
    panel.all.click()
    panel.tag()
    panel.asking.kind.setCurrentIndex(asking.LABEL)
    panel.asking.label.choose("PERSON")
    with qtbot.waitSignal(panel.work.found):
        panel.asking.ask()
    assert shown(panel) == ["Çavuşoğlu", "Cavusoglu", "CAVUSOGLU"]
    panel.model.tick_all(False)
    panel.model.tick([1, 2], True)
    panel.choose_label("GPE")
    assert panel.remove_button.text() == "Remove"
    panel.choose_label("PERSON")
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert tagged(session) == [("PERSON", "Çavuşoğlu", None)]
    qtbot.waitUntil(lambda: panel.model.tags(1) == "")
    assert len(shown(panel)) == 3  # the places stay, to be looked at or tagged again


def test_like_the_selected_annotation_with_its_entity(panel: ConcordancePanel, session: Session, qtbot: QtBot) -> None:
    look(panel, qtbot, "Çavuşoğlu")
    panel.choose_label("PERSON")
    panel.model.tick([0], True)
    panel.tag()
    project, page = session.project, session.page
    assert project
    assert page
    (mention,) = page.mentions.values()
    entity = new_entity(page, mention.id)
    session.do(lambda: link_entity(project, page, [mention.id], entity))
    session.select_mention(mention.id)
    panel.hide()
    panel.show()
    with qtbot.waitSignal(panel.work.found):
        panel.open()
    assert panel.asking.like.full_text == "Person: Çavuşoğlu = Çavuşoğlu"
    assert shown(panel) == ["Çavuşoğlu", "Cavusoglu", "CAVUSOGLU"]
    assert panel.template.currentText() == "Like it: Person = Çavuşoğlu"
    panel.model.tick_all(True)
    assert panel.tag_button.text() == "Tag 2"
    panel.tag()
    assert tagged(session) == [("PERSON", w, entity.id) for w in ("Çavuşoğlu", "Cavusoglu", "CAVUSOGLU")]


def test_nothing_selected_is_said(panel: ConcordancePanel) -> None:
    panel.asking.kind.setCurrentIndex(asking.LIKE)
    assert "Select an annotation" in panel.asking.like.full_text
    assert panel.chosen() is not None  # the first label, as before


def test_enter_opens_the_article_at_the_hit(panel: ConcordancePanel, session: Session, qtbot: QtBot) -> None:
    places: list[Place] = []
    session.place_shown.connect(places.append)
    look(panel, qtbot, "ankara")
    panel.view.setCurrentIndex(panel.model.index(1, HIT))
    with qtbot.waitSignal(panel.opened):
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert session.page
    assert session.page.article.title == "Weather"
    assert places[-1].span == Span(13, 19)


def test_filter_and_order(panel: ConcordancePanel, qtbot: QtBot) -> None:
    look(panel, qtbot, "cavusoglu")
    panel.filter.setText("spoke")
    qtbot.waitUntil(lambda: shown(panel) == ["Çavuşoğlu"])
    assert panel.count.text() == "1 of 3 lines"
    panel.all.click()
    panel.filter.clear()
    qtbot.waitUntil(lambda: len(shown(panel)) == 3)
    assert panel.count.text() == "3 lines, 1 ticked"
    panel.filter.setText("visit astana")
    qtbot.waitUntil(lambda: shown(panel) == ["Cavusoglu", "CAVUSOGLU"])
    panel.choose_label("PERSON")
    assert panel.tag_button.text() == "Tag"  # what is hidden is never acted upon
    panel.filter.clear()
    panel.order.setCurrentIndex(3)
    qtbot.waitUntil(lambda: shown(panel) == ["Cavusoglu", "CAVUSOGLU", "Çavuşoğlu"])
    panel.order.setCurrentIndex(2)
    qtbot.waitUntil(lambda: shown(panel) == ["Cavusoglu", "CAVUSOGLU", "Çavuşoğlu"])
    assert panel.words.isEnabled()


def test_what_is_no_expression_is_said_in_a_line(panel: ConcordancePanel, qtbot: QtBot) -> None:
    panel.asking.options.regex.setChecked(True)
    panel.look_for("(")
    assert panel.count.text().startswith("Not an expression: missing )")
    look(panel, qtbot, r"\bm\w+s\b")
    assert shown(panel) == ["Ministers"]


def test_an_expression_without_end_can_be_stopped(
    panel: ConcordancePanel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert session.project
    with session.project.step("Article") as step:
        step.put(Article(new_id(), "a" * 70, "Endless", position=9))
    panel.asking.options.regex.setChecked(True)
    panel.look_for("(a+)+$(?<!a)")
    assert panel.asking.button.text() == "Stop"
    qtbot.wait(300)
    qtbot.keyClick(panel.asking.field, Qt.Key.Key_Escape)
    assert panel.asking.button.text() == "Look"
    look(panel, qtbot, "rained")
    assert shown(panel) == ["rained"]


def test_many_lines_are_ordered_and_marked_beside_the_window(
    panel: ConcordancePanel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "FEW", 1)
    monkeypatch.setattr("dateline.gui.bulk.FEW", 1)
    look(panel, qtbot, "cavusoglu")
    qtbot.waitUntil(lambda: len(shown(panel)) == 3)
    panel.choose_label("PERSON")
    panel.order.setCurrentIndex(1)
    qtbot.waitUntil(lambda: shown(panel) == ["Cavusoglu", "CAVUSOGLU", "Çavuşoğlu"])
    panel.model.tick_all(True)
    panel.tag()
    assert session.locked
    qtbot.waitUntil(lambda: not session.locked)
    assert len(tagged(session)) == 3
    qtbot.waitUntil(lambda: panel.remove_button.text() == "Remove 3")
    panel.remove()
    qtbot.waitUntil(lambda: not session.locked)
    assert tagged(session) == []


def test_what_is_ticked_stays_so_when_it_is_looked_for_again(panel: ConcordancePanel, qtbot: QtBot) -> None:
    look(panel, qtbot, "ankara")
    panel.model.tick([1], True)
    look(panel, qtbot, "in Ankara")
    assert panel.model.ticked == set()
    look(panel, qtbot, "ankara")
    panel.model.tick([1], True)
    look(panel, qtbot, "nkara")
    assert panel.count.text() == "2 lines"
    look(panel, qtbot, "ankara")
    assert panel.model.ticked == set()


def test_the_table_is_read_out_whole(panel: ConcordancePanel, qtbot: QtBot) -> None:
    look(panel, qtbot, "rained")
    panel.model.setData(panel.model.index(0, TICK), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    said = panel.model.index(0, HIT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "ticked; It rained in Ankara.; Weather"


def test_it_is_drawn_in_every_theme(panel: ConcordancePanel, qtbot: QtBot) -> None:
    look(panel, qtbot, "cavusoglu")
    panel.choose_label("PERSON")
    panel.model.tick([0], True)
    panel.tag()
    for name in ("light", "dark", "contrast"):
        panel.set_theme(theme(name))
        image = panel.view.viewport().grab().toImage()
        row = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(24)}
        assert len(row) > 8


def test_another_project_has_other_lines(panel: ConcordancePanel, session: Session, qtbot: QtBot) -> None:
    look(panel, qtbot, "cavusoglu")
    session.close_project()
    assert shown(panel) == []
    assert panel.count.text() == ""
    panel.look_for("ankara")
    panel.tag()
    panel.remove()
    assert shown(panel) == []
