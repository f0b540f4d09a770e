"""Finding and tagging what was found, in the whole window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QFileDialog

from tests.gui.whole import Whole


def test_all_hits_are_tagged_by_a_labels_key_or_the_armed_label(whole: Whole) -> None:
    whole.tag("Tokayev", "p")
    whole.do("find")
    bar = whole.window.pane.find_bar
    bar.field.setText("tokayev")
    whole.bot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bar.count.text() == "Press a label's key"
    whole.bot.keyClick(bar.tag_all, "p")  # the roles and attributes of the selected mention do not get it
    whole.settle()
    assert [m for m in whole.labels() if m[1] == "Tokayev"] == [("PERSON", "Tokayev")] * 2
    assert "Tagged 1 as Person; 1 were already" in whole.said()
    assert whole.window.pane.reader.hasFocus()
    assert bar.isVisible()
    whole.do("undo")
    assert len(whole.labels()) == 1
    bar.field.setText("ankara")
    whole.window.keys.arm("GPE")
    bar.tag_all.click()
    whole.settle()
    assert [m for m in whole.labels() if m[1] == "Ankara"] == [("GPE", "Ankara")] * 2
    whole.click("Astana")
    whole.keys("g")
    assert ("GPE", "Astana") in whole.labels()


def test_escape_in_the_text_ends_the_search_once_nothing_else_is_to_be_left(whole: Whole) -> None:
    reader, bar = whole.window.pane.reader, whole.window.pane.find_bar
    whole.click("Astana")
    whole.do("find")
    bar.field.setText("tokayev")
    whole.bot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    whole.bot.keyClick(bar.tag_all, "p")
    whole.settle()
    assert bar.isVisible()
    assert reader.hasFocus()
    assert len(reader.overlay().hits) == 2
    whole.key(Qt.Key.Key_Escape)  # the word
    assert not reader.selection()
    assert bar.isVisible()
    whole.key(Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert not reader.overlay().hits
    assert reader.hasFocus()
    assert not reader.selection()  # what was found is not selected once more
    whole.key(Qt.Key.Key_Escape)
    assert reader.hasFocus()


def test_hits_of_another_expression_or_article_are_never_tagged(whole: Whole) -> None:
    whole.do("find")
    bar = whole.window.pane.find_bar
    bar.options.regex.setChecked(True)
    whole.window.keys.arm("PERSON")
    for instead in (lambda: bar.field.setText("Ankara"), lambda: whole.verbs.step_article(1)):
        bar.field.setText("Tokayev")
        whole.bot.waitUntil(lambda: len(bar.hits) == 2, timeout=20_000)
        instead()
        whole.bot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        whole.settle()
        assert whole.labels() == []
    assert whole.page.article.title == "Later"


def test_the_hit_that_is_walked_to_is_the_current_one_in_the_text(whole: Whole) -> None:
    whole.do("find")
    bar, reader = whole.window.pane.find_bar, whole.window.pane.reader
    bar.field.setText("Ankara")
    assert reader.overlay().current_hit == bar.hits[0]
    whole.bot.keyClick(bar.field, Qt.Key.Key_Return)
    assert reader.overlay().current_hit == bar.hits[1]
    bar.field.setText("Ankarax")
    assert reader.overlay().current_hit is None


def test_in_another_article_what_is_sought_is_shown_there(whole: Whole) -> None:
    whole.do("find")
    bar, reader = whole.window.pane.find_bar, whole.window.pane.reader
    bar.field.setText("Astana")
    whole.verbs.step_article(1)
    assert bar.count.text() == "1 of 1"
    assert [s.of(whole.page.text) for s in reader.overlay().hits] == ["Astana"]


def test_all_lines_of_the_selected_annotation_are_tagged_by_key(whole: Whole) -> None:
    whole.tag("Astana", "g")
    whole.do("concordance")
    dock = whole.window.findChild(QDockWidget, "dock-lines")
    panel = dock.widget()
    whole.bot.waitUntil(lambda: panel.model.rowCount() == 2)
    whole.bot.waitUntil(panel.view.hasFocus)
    whole.bot.keyClick(panel.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    whole.bot.keyClick(panel.view, Qt.Key.Key_Space)
    assert panel.tag_button.text() == "Tag 1"
    whole.bot.keyClick(panel.view, "p")  # chooses what to tag as, and tags nothing yet
    whole.settle()
    assert whole.labels() == [("GPE", "Astana")]
    assert (panel.template.currentText(), panel.tag_button.text()) == ("Person", "Tag 2")
    whole.bot.keyClick(panel.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    whole.settle()
    assert whole.labels() == [("GPE", "Astana"), ("PERSON", "Astana")]
    whole.bot.keyClick(panel.view, Qt.Key.Key_Down)
    whole.bot.keyClick(panel.view, Qt.Key.Key_Return)
    whole.settle()
    assert whole.page.article.title == "Later"
    assert whole.labels() == [("PERSON", "Astana")]
    whole.do("concordance")
    assert panel.view.hasFocus()
    whole.bot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert dock.isHidden()
    assert whole.window.pane.reader.hasFocus()
    whole.keys("g")  # labels are the selection's again
    assert whole.labels() == [("GPE", "Astana")]


def test_a_search_goes_on_as_lines_which_are_saved(
    whole: Whole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):  # opened twice, it still answers once
        whole.do("search_project")
    search = whole.window.findChild(QDockWidget, "dock-search").widget()
    search.field.setText('"astana"')
    whole.bot.keyClick(search.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    whole.settle()
    panel = whole.window.findChild(QDockWidget, "dock-lines").widget()
    whole.bot.waitUntil(lambda: panel.model.rowCount() == 2)
    assert panel.asking.field.text() == "astana"
    target = tmp_path / "lines.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    panel.export_button.click()
    whole.bot.waitUntil(lambda: "2 lines are in" in whole.said())
    assert target.read_text(encoding="utf-8-sig").count("\n") == 3
    project = whole.session.project
    assert project
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(project.path), ""))
    panel.export_button.click()
    assert "belongs to the open project" in whole.said()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "x.csv"), ""))
    panel.export_button.click()
    whole.bot.waitUntil(lambda: "cannot be written" in whole.said())
