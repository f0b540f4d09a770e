from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from dateline.editing.articles import ensure_annotator, set_note
from dateline.editing.registry import date_happening
from dateline.gui.dialogs.history import HistoryDialog
from dateline.gui.session import Session
from dateline.model.changes import Place

ROOT = QModelIndex()


def note(session: Session, text: str) -> None:
    project, page = session.project, session.page
    assert project is not None
    assert page is not None
    session.do(lambda: set_note(project, page, text))


def shown(dialog: HistoryDialog) -> list[list[str]]:
    proxy = dialog.proxy
    return [
        [proxy.index(row, column).data() for column in range(proxy.columnCount())] for row in range(proxy.rowCount())
    ]


def test_steps_are_listed_newest_first_with_who_and_state(sample: Session, window: QWidget) -> None:
    note(sample, "one")
    note(sample, "two")
    sample.undo()
    dialog = HistoryDialog(sample, window)
    dialog.open()
    rows = shown(dialog)
    assert [row[1:] for row in rows[:2]] == [
        ["gold", "Note on the article", "undone"],
        ["gold", "Note on the article", ""],
    ]
    assert rows[-1][2] == "New project"
    font = dialog.proxy.index(0, 2).data(Qt.ItemDataRole.FontRole)
    assert isinstance(font, QFont)
    assert font.italic()
    assert dialog.model.headerData(0, Qt.Orientation.Horizontal) == "When"


def test_no_state_is_cut_short(sample: Session, window: QWidget) -> None:
    note(sample, "one")
    sample.undo()
    note(sample, "two")
    dialog = HistoryDialog(sample, window)
    dialog.open()
    assert "undone for good" in {row[3] for row in shown(dialog)}
    assert dialog.view.sizeHintForColumn(3) <= dialog.view.columnWidth(3)


def test_what_was_done_has_the_room_that_no_state_needs(sample: Session, window: QWidget, turkish: None) -> None:
    note(sample, "one")
    dialog = HistoryDialog(sample, window)
    dialog.open()
    header = dialog.view.header()
    assert dialog.view.columnWidth(3) == header.sectionSizeHint(3)
    sample.undo()
    note(sample, "two")
    assert dialog.view.sizeHintForColumn(3) <= dialog.view.columnWidth(3)
    assert dialog.view.columnWidth(3) > header.sectionSizeHint(3)


def test_a_click_goes_to_the_place(sample: Session, window: QWidget) -> None:
    note(sample, "one")
    assert sample.page is not None
    first = sample.page.article.id
    assert sample.project is not None
    sample.open_article(sample.project.articles.ids()[2])
    places: list[Place] = []
    sample.place_shown.connect(places.append)
    dialog = HistoryDialog(sample, window)
    dialog.open()
    dialog.view.clicked.emit(dialog.proxy.index(0, 0))
    assert [p.article_id for p in places] == [first]
    assert sample.page.article.id == first
    dialog.view.clicked.emit(dialog.proxy.index(dialog.proxy.rowCount() - 1, 0))
    assert "no place" in dialog.problem.text()


def test_it_follows_what_is_done_beside_it(sample: Session, window: QWidget) -> None:
    dialog = HistoryDialog(sample, window)
    dialog.open()
    before = dialog.proxy.rowCount()
    note(sample, "one")
    assert dialog.proxy.rowCount() == before + 1
    assert not dialog.isModal()


def test_a_filter_looks_further_back(empty: Session, window: QWidget) -> None:
    assert empty.project is not None
    ensure_annotator(empty.project, "Needle")
    for number in range(700):
        ensure_annotator(empty.project, f"Hay {number}")
    dialog = HistoryDialog(empty, window)
    dialog.open()
    assert dialog.model.rowCount() < 700
    dialog.field.setText("needle")
    assert [row[2] for row in shown(dialog)] == ["Annotator Needle"]
    dialog.field.setText("")
    while dialog.model.canFetchMore(ROOT):
        dialog.model.fetchMore(ROOT)
    assert dialog.model.rowCount() == len(empty.project.steps(5000))


def test_it_empties_with_the_project(sample: Session, window: QWidget, tmp_path: Path) -> None:
    dialog = HistoryDialog(sample, window)
    dialog.open()
    sample.close_project()
    assert dialog.proxy.rowCount() == 0


def test_a_step_of_the_registry_is_somebodys_too(sample: Session, window: QWidget) -> None:
    project = sample.project
    assert project is not None
    happening = project.registry.happenings()[0]
    sample.do(lambda: date_happening(project, happening.id, "2018-04-25"))
    sample.set_annotator("ada")
    sample.do(lambda: date_happening(project, happening.id, "2018-04-26"))
    dialog = HistoryDialog(sample, window)
    dialog.open()
    assert [row[1] for row in shown(dialog)[:3]] == ["ada", "gold", "gold"]  # the second: ada is made
