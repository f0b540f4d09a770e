"""The page that shows what an import would bring: what its rows say of labels, roles and articles."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem

from dateline.editing.importing import import_sources
from dateline.editing.kept_labels import KeptLabels
from dateline.editing.preview import ImportPreview, LabelFound, preview_sources
from dateline.editing.relabelling import role_key
from dateline.editing.unknown_roles import RoleFound
from dateline.exchange.options import ReadOptions
from dateline.gui.dialogs.import_preview import PreviewPage
from dateline.gui.dialogs.import_summary import facts_lines, report_lines, report_text
from dateline.gui.widgets.elided_box import ElidedBox
from dateline.model.annotation import Layer
from dateline.model.schema import LabelType, Role, Schema
from dateline.store.project import Project

SCHEMA = Schema(
    types=(
        LabelType("gpe", Layer.ENTITY, "GPE", "Country or city"),
        LabelType("meet", Layer.EVENT, "MEET", "Meet", roles=(Role("Who"),)),
        LabelType("sign", Layer.EVENT, "SIGN", "Sign", roles=(Role("Who"),)),
    )
)


@pytest.fixture
def page(qapp, qtbot):
    page = PreviewPage()
    qtbot.addWidget(page)
    page.resize(720, 560)
    return page


@pytest.fixture
def empty_project(tmp_path):
    with Project.create(tmp_path / "here.dateline", SCHEMA) as project:
        yield project


def test_roles_chosen_earlier_are_named_with_their_event(page):
    page.recall_earlier(KeptLabels({}, {role_key("MEET", "Actor1"): "Who", role_key("SIGN", "Actor1"): "Who"}))
    roles = tuple(RoleFound("Actor1", event, 1) for event in ("MEET", "SIGN"))
    page.show_preview(ImportPreview(roles=roles, annotations=2), SCHEMA)
    assert page.text.text().endswith("earlier import: Actor1 of Meet, Actor1 of Sign.")


def _column(page, title):
    titles = [page.labels.horizontalHeaderItem(c).text() for c in range(page.labels.columnCount())]
    return titles.index(title)


def test_the_kind_of_a_label_is_what_it_becomes(page):
    found = ImportPreview(labels=(LabelFound("MEETING", Layer.ENTITY, 3, ("met",)),), annotations=3)
    page.show_preview(found, SCHEMA)
    kind = page.labels.item(0, _column(page, "Kind"))
    choice = page.labels.findChild(QComboBox)
    assert kind.text() == "Entity"
    choice.setCurrentIndex(choice.findData("MEET"))
    assert kind.text() == "Entity → Event"
    choice.setCurrentIndex(choice.findData("GPE"))
    assert kind.text() == "Entity"


def test_examples_keep_room_beside_long_choices(page, qtbot):
    """A few whole words are shown, not both ends of them, however long what is chosen is called."""
    long = replace(SCHEMA.types[0], title="A country, a city or another place that is governed by somebody, or was")
    schema = replace(SCHEMA, types=(long, *SCHEMA.types[1:]))
    examples = ("Rask", "Estria", "Malta", "Norvania and the islands beyond it", "the islands further out")
    labels = (LabelFound("P", Layer.ENTITY, 1, ("Rask",), "GPE"), LabelFound("C", Layer.ENTITY, 4, examples, "GPE"))
    page.show_preview(ImportPreview(labels=labels, annotations=5), schema)
    page.show()
    qtbot.waitExposed(page)
    page.labels.share_out()
    column, metrics = _column(page, "For example"), page.labels.fontMetrics()
    room = page.labels.columnWidth(column)
    assert room > metrics.horizontalAdvance("Rask; Estria; Malta; Nor…") + 8
    assert page.labels.columnWidth(_column(page, "Label there")) < 140, "names that are short take no more"
    total = sum(page.labels.columnWidth(c) for c in range(page.labels.columnCount()))
    assert total <= page.labels.viewport().width()
    index, option = page.labels.model().index(1, column), QStyleOptionViewItem()
    page.labels.itemDelegateForColumn(column).initStyleOption(option, index)
    assert option.textElideMode == Qt.TextElideMode.ElideRight


def test_a_resize_measures_no_row_again(page, qtbot, monkeypatch):
    labels = tuple(LabelFound(f"LABEL {n}", Layer.ENTITY, 1, ("Rask",), "GPE") for n in range(50))
    page.show_preview(ImportPreview(labels=labels, annotations=50), SCHEMA)
    page.show()
    qtbot.waitExposed(page)
    page.labels.share_out()
    column = _column(page, "Label here")
    wide, measured = page.labels.columnWidth(column), []
    monkeypatch.setattr(ElidedBox, "full_width", lambda box: measured.append(box) or 400)
    monkeypatch.setattr(type(page.labels), "sizeHintForIndex", lambda table, index: measured.append(index) or QSize())
    for width in (700, 800, 900):
        page.labels.resize(width, 300)
    assert not measured
    page.labels.share_out()
    assert len(measured) == 5, "of each column one cell, the widest"
    assert page.labels.columnWidth(column) > wide, "another choice, or another type, is measured anew"


def test_what_another_choice_takes_is_found_and_what_is_gone_is_forgotten(page, qtbot):
    long = replace(SCHEMA.types[0], title="A country, a city or another place that is governed")
    schema = replace(SCHEMA, types=(long, *SCHEMA.types[1:]))
    page.resize(1200, 500)
    page.show_preview(ImportPreview(labels=(LabelFound("P", Layer.ENTITY, 1, ("Rask",)),), annotations=1), schema)
    page.show()
    qtbot.waitExposed(page)
    column = _column(page, "Label here")
    page.labels.share_out()
    usual = page.labels.columnWidth(column)
    choice = page.labels.findChild(QComboBox)
    choice.setCurrentIndex(choice.findData("GPE"))
    qtbot.waitUntil(lambda: page.labels.columnWidth(column) > usual)
    page.show_preview(ImportPreview(labels=(LabelFound("Q", Layer.ENTITY, 1, ("Rask",)),), annotations=1), schema)
    qtbot.waitUntil(lambda: page.labels.columnWidth(column) == usual)


def test_in_a_narrow_window_what_a_label_becomes_can_still_be_chosen(page, qtbot):
    labels = (LabelFound("A label that has a long name", Layer.ENTITY, 1, ("Rask and many others",), "GPE"),)
    page.show_preview(ImportPreview(labels=labels, annotations=1), SCHEMA)
    page.resize(440, 560)
    page.show()
    qtbot.waitExposed(page)
    page.labels.share_out()
    assert page.labels.columnWidth(_column(page, "Label here")) >= 110


def test_new_articles_show_how_their_texts_begin(page, tmp_path, empty_project):
    (tmp_path / "a.csv").write_text('title,text\nTalks,"Talks\n\nThey met\nin Geneva."\n,Rain fell. Nobody came.\n')
    found = preview_sources(empty_project, [tmp_path / "a.csv"], ReadOptions())
    page.show_preview(found, empty_project.schema())
    rows = [page.articles.topLevelItem(n) for n in range(page.articles.topLevelItemCount())]
    text = [page.articles.headerItem().text(c) for c in range(page.articles.columnCount())].index("Text")
    assert rows[0].text(text) == rows[0].toolTip(text) == "They met in Geneva.", "the title is beside it"
    assert [row.text(0) for row in rows][1].startswith("Rain fell.")


def test_which_article_gets_what_it_lacks_is_listed(page, tmp_path, empty_project):
    names = [f"Day {n}" for n in range(7)]
    (tmp_path / "a.csv").write_text("text\n" + "".join(f"{name} it rained.\n" for name in names))
    import_sources(empty_project, [tmp_path / "a.csv"], ReadOptions())
    rows = "".join(f"{name} it rained.,2023-05-0{n + 1}\n" for n, name in enumerate(names))
    (tmp_path / "b.csv").write_text("text,date\n" + rows)
    found = preview_sources(empty_project, [tmp_path / "b.csv"], ReadOptions())
    lines = facts_lines(found.facts)
    assert [line.what for line in lines[:2]] == [
        "Gets what was missing: publication date “2023-05-01”",
        "Gets what was missing: publication date “2023-05-02”",
    ]
    assert lines[0].where == "Day 0 it rained."
    assert [line.what for line in lines[5:]] == ["2 more articles get what was missing"]
    report = import_sources(empty_project, [tmp_path / "b.csv"], ReadOptions())
    assert [line for line in report_lines(report) if line in lines] == lines


def test_notes_that_come_are_counted(page, tmp_path, empty_project):
    (tmp_path / "a.jsonl").write_text('{"text": "They met.", "label": [], "Comments": ["who?", "where?"]}\n')
    found = preview_sources(empty_project, [tmp_path / "a.jsonl"], ReadOptions(), "doccano")
    page.show_preview(found, empty_project.schema())
    told = "2 notes on articles and annotations come with it."
    assert told in page.text.text()
    report = import_sources(empty_project, [tmp_path / "a.jsonl"], ReadOptions(), "doccano")
    assert told in report_text(report)
    again = import_sources(empty_project, [tmp_path / "a.jsonl"], ReadOptions(), "doccano")
    assert told not in report_text(again)
