"""Files in a real window: opening, making, the menus, and what goes wrong."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dateline.editing.sample import make_sample, sample_path
from dateline.gui.dialogs.errors import ProblemDialog
from dateline.gui.dialogs.import_dialog import ImportDialog
from dateline.gui.dialogs.new_project import NewProjectDialog
from dateline.gui.files import Files
from dateline.gui.main_window import MainWindow
from dateline.gui.menu_dialogs import MenuDialogs
from dateline.gui.search.project_search import ProjectSearchPanel
from dateline.gui.session import Session
from dateline.gui.settings import Settings
from dateline.gui.tasks import Tasks
from dateline.gui.theme_style import ThemeKeeper
from dateline.model.schema import Schema
from dateline.store.errors import DiskFull
from dateline.store.project import Project


@dataclass
class Room:
    """A window with everything Files needs."""

    window: MainWindow
    session: Session
    settings: Settings
    tasks: Tasks
    files: Files
    said: list[str]

    def trigger(self, name: str) -> None:
        self.window.actions_table[name].trigger()

    def dialogs(self) -> list[QWidget]:
        return [w for w in self.window.findChildren(QWidget) if w.isWindow() and w.isVisible()]

    def dialog(self) -> QWidget:
        (found,) = self.dialogs()
        return found


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setenv("DATELINE_DATA_DIR", str(tmp_path / "data"))
    settings = Settings(tmp_path / "config")
    session, tasks = Session("Ann"), Tasks()
    window = MainWindow(session, settings, ThemeKeeper(qapp, settings), tasks)
    window.complete()
    qtbot.addWidget(window)
    made = Room(window, session, settings, tasks, Files(window, session, settings, tasks), [])
    MenuDialogs(window, session, settings, tasks)
    session.message.connect(made.said.append)
    window.show()
    yield made
    for dialog in made.dialogs():
        dialog.close()
    tasks.stop_all()
    session.close_project()
    qapp.setStyleSheet("")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "mine.dateline"
    Project.create(path, Schema()).close()
    return path


def test_files_are_not_looked_for_where_the_sample_lies(sample: Room, project: Path) -> None:
    assert sample.files.folder != sample_path().parent
    assert sample.files.open_path(project)
    assert sample.files.folder == project.parent


@pytest.fixture
def sample(room: Room, qtbot: QtBot) -> Room:
    assert room.files.open_path(make_sample(sample_path()))
    qtbot.waitUntil(room.window.actions_table["remove_article"].isEnabled)  # menus follow the first paint
    return room


def press(dialog: QWidget, text: str) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == text).click()


def test_the_sample_is_made_once_and_opened(room: Room, qtbot: QtBot) -> None:
    room.window.welcome.offers[0].click()
    qtbot.waitUntil(lambda: room.session.project is not None, timeout=20_000)
    assert room.session.project is not None
    assert room.session.project.path == sample_path()
    assert room.session.project.articles.count() == 5
    made = sample_path().stat().st_ino
    room.session.close_project()
    room.trigger("open_sample")
    assert room.session.project is not None
    assert sample_path().stat().st_ino == made
    assert [p.name for p in sample_path().parent.iterdir() if "draft" in p.name] == []


def test_a_sample_that_cannot_be_made_is_explained(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DATELINE_DATA_DIR", str(tmp_path / "file"))
    room.trigger("open_sample")
    qtbot.waitUntil(lambda: bool(room.dialogs()), timeout=10_000)
    dialog = room.dialog()
    assert isinstance(dialog, ProblemDialog)
    assert "sample could not be made" in dialog.report


def test_opening_lists_the_project_as_recent(
    room: Room, project: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(project), ""))
    room.trigger("open_project")
    assert room.session.project is not None
    assert room.session.project.path == project
    room.session.close_project()
    assert [row.title for row in room.window.welcome.recent] == ["mine"]
    (action,) = room.window.menus["file/recent"].actions()
    assert "mine" in action.text()
    action.trigger()
    assert room.session.project is not None


def test_what_is_not_named_as_projects_are_is_not_worked_on(room: Room, project: Path) -> None:
    """File dialogs look into it, which takes the locks of its database."""
    other = project.rename(project.with_name("mine.db"))
    assert not room.files.open_path(other)
    dialog = room.dialog()
    assert isinstance(dialog, ProblemDialog)
    assert "ends in .dateline" in dialog.report
    assert "Copy it to mine.dateline" in dialog.report
    dialog.close()
    assert room.files.open_path(other, readonly=True)
    assert room.window.windowTitle() == "mine.db — Dateline"


def test_a_backup_is_copied_under_a_free_name_and_opened(room: Room, project: Path, qtbot: QtBot) -> None:
    backup = project.with_name("mine.dateline.backup-v3")
    shutil.copyfile(project, backup)
    before = backup.read_bytes()
    room.files.open_path(backup)
    dialog = room.dialog()
    qtbot.waitUntil(lambda: isinstance(w := dialog.focusWidget(), QPushButton) and w.text() == "Work on a copy")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.session.project is not None, timeout=10_000)
    assert room.session.project is not None
    assert room.session.project.path == project.with_name("mine-backup-v3.dateline")
    assert backup.read_bytes() == before


def test_a_text_is_no_project_whatever_its_name(room: Room, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Ministers met.")
    assert not room.files.open_path(tmp_path / "notes.txt")
    assert "not a Dateline project" in room.dialog().report  # type: ignore[attr-defined]


def test_a_dropped_backup_is_refused_like_any_other_way_in(room: Room, project: Path, qtbot: QtBot) -> None:
    backup = project.rename(project.with_name("mine.dateline.bak"))
    assert drop(room, backup)
    qtbot.waitUntil(lambda: bool(room.dialogs()))
    assert "Copy it to mine-bak.dateline" in room.dialog().report  # type: ignore[attr-defined]


def test_a_chooser_that_is_left_opens_nothing(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    room.trigger("open_project")
    assert room.session.project is None


def test_a_project_open_elsewhere_can_be_opened_for_reading(room: Room, project: Path, qtbot: QtBot) -> None:
    with Project.open(project):
        assert not room.files.open_path(project)
        dialog = room.dialog()
        assert isinstance(dialog, ProblemDialog)
        assert "open elsewhere" in dialog.report
        press(dialog, "Open for reading only")
        qtbot.waitUntil(lambda: room.session.project is not None)
        assert room.session.project is not None
        assert room.session.project.readonly
        room.trigger("import_articles")
        room.files.open_import()
        assert "reading only" in room.said[-1]
        assert not room.window.findChildren(ImportDialog)


def test_what_is_no_project_leaves_the_present_one_open(room: Room, project: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.dateline"
    other.write_text("no database")
    assert room.files.open_path(project)
    assert not room.files.open_path(other)
    assert room.session.project is not None
    assert room.session.project.path == project
    dialog = room.dialog()
    assert isinstance(dialog, ProblemDialog)
    assert "not a Dateline project" in dialog.report
    assert not [b for b in dialog.findChildren(QPushButton) if "reading" in b.text()]


def test_a_recent_project_that_is_gone_can_be_taken_off_the_list(room: Room, project: Path) -> None:
    room.files.open_path(project)
    room.session.close_project()
    project.unlink()
    assert not room.files.open_path(project)
    press(room.dialog(), "Take it off the list")
    assert room.settings.recent_projects == ()


def test_where_no_project_is_enter_begins_a_new_one_there(room: Room, tmp_path: Path) -> None:
    """The message names no command of a terminal to someone in a window."""
    wanted = tmp_path / "talks.dateline"
    assert not room.files.open_path(wanted)
    dialog = room.dialog()
    assert isinstance(dialog, ProblemDialog)
    assert "dateline new" not in dialog.report
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
    (asked,) = room.window.findChildren(NewProjectDialog)
    assert asked.target == wanted
    asked.reject()


def test_enter_closes_a_message_that_offers_nothing_else(room: Room, tmp_path: Path) -> None:
    other = tmp_path / "other.dateline"
    other.write_text("no database")
    room.files.open_path(other)
    dialog = room.dialog()
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_opening_what_is_open_does_nothing(room: Room, project: Path) -> None:
    room.files.open_path(project)
    before = room.session.project
    assert room.files.open_path(project)
    assert room.session.project is before


def test_while_a_long_job_runs_the_project_stays(room: Room, project: Path, tmp_path: Path) -> None:
    room.files.open_path(project)
    room.session.locked = True
    assert not room.files.open_path(tmp_path / "other.dateline")
    room.trigger("new_project")
    room.files.open_sample()
    assert room.dialogs() == []
    assert room.session.project is not None
    assert room.session.project.path == project


def test_a_new_project_with_texts_goes_on_to_import_them(room: Room, tmp_path: Path, qtbot: QtBot) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "one.txt").write_text("Ministers met.")
    room.trigger("new_project")
    dialog = room.dialog()
    assert isinstance(dialog, NewProjectDialog)
    dialog.file.set_path(tmp_path / "new.dateline")
    dialog.texts.set_path(texts)
    dialog.make.click()
    assert room.session.project is not None
    assert room.session.project.path == tmp_path / "new.dateline"
    (following,) = room.window.findChildren(ImportDialog)
    assert following.form.sources.paths == [texts]
    following.start.click()
    qtbot.waitUntil(lambda: not following.work.running, timeout=10_000)
    assert room.session.page is not None


def test_a_new_project_that_cannot_be_made_is_explained_in_its_dialog(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.trigger("new_project")
    dialog = room.dialog()
    assert isinstance(dialog, NewProjectDialog)
    dialog.file.set_path(tmp_path / "new.dateline")
    (tmp_path / "new.dateline").touch()
    dialog._make()
    assert "already a file" in dialog.problem.text()
    assert room.dialogs() == [dialog]


def test_removing_an_article_is_undone(sample: Room) -> None:
    project = sample.session.project
    assert project is not None
    first = project.articles.first()
    sample.trigger("remove_article")
    assert project.articles.count() == 4
    assert "undo brings it back" in sample.said[-1]
    assert sample.session.page is not None
    assert sample.session.page.article.id != first
    sample.session.undo()
    assert project.articles.count() == 5


@pytest.mark.parametrize(
    "name",
    [
        "import_articles",
        "export_data",
        "check_project",
        "project_statistics",
        "history",
        "schema_editor",
        "settings",
        "article_properties",
        "guide",
        "about",
        "new_project",
    ],
)
def test_every_action_opens_its_dialog_and_escape_leaves_it(sample: Room, qtbot: QtBot, name: str) -> None:
    sample.trigger(name)
    dialog = sample.dialog()
    assert dialog.windowTitle()
    if isinstance(dialog, QDialog):
        dialog.reject()
    else:
        dialog.close()
    qtbot.waitUntil(lambda: not sample.dialogs() and not sample.tasks.running, timeout=10_000)


def test_search_is_brought_up_in_a_dock(sample: Room) -> None:
    sample.trigger("search_project")
    assert sample.window.findChild(QDockWidget, "dock-search").isVisible()


def test_a_result_of_the_search_leaves_the_keys_to_the_reader(sample: Room, qtbot: QtBot) -> None:
    for _ in range(2):
        sample.trigger("search_project")
    panel = sample.window.findChild(ProjectSearchPanel)
    panel.field.setText("astana")
    sample.window.activateWindow()
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert sample.window.pane.reader.hasFocus()


def test_the_same_trouble_is_told_once_at_a_time(room: Room, tmp_path: Path, qtbot: QtBot) -> None:
    for _ in range(3):
        room.session.failed.emit(DiskFull(tmp_path))
    room.dialog().close()
    qtbot.waitUntil(lambda: not room.dialogs())
    room.session.failed.emit(DiskFull(tmp_path))
    assert "disk is full" in room.dialog().report  # type: ignore[attr-defined]


def drop(room: Room, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, left, plain)
    QApplication.sendEvent(room.window, enter)
    QApplication.sendEvent(room.window, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, plain))
    return enter.isAccepted()


def test_a_project_dropped_on_the_window_is_opened(room: Room, project: Path, qtbot: QtBot) -> None:
    assert drop(room, project)
    qtbot.waitUntil(lambda: room.session.project is not None)


def test_texts_dropped_on_an_open_project_are_imported(room: Room, project: Path, tmp_path: Path, qtbot: QtBot) -> None:
    room.files.open_path(project)
    text = tmp_path / "one.txt"
    text.write_text("Ministers met.")
    assert drop(room, text)
    qtbot.waitUntil(lambda: bool(room.window.findChildren(ImportDialog)))
    assert room.window.findChildren(ImportDialog)[0].form.sources.paths == [text]


def test_a_folder_dropped_without_a_project_makes_a_new_one(room: Room, tmp_path: Path, qtbot: QtBot) -> None:
    assert drop(room, tmp_path)
    qtbot.waitUntil(lambda: bool(room.dialogs()))
    dialog = room.dialog()
    assert isinstance(dialog, NewProjectDialog)
    assert dialog.texts.path == tmp_path


def test_what_is_no_file_is_not_taken(room: Room) -> None:
    assert not drop(room)


def test_the_log_is_shown_in_the_file_manager_or_named(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url) or False)
    room.trigger("show_log")
    assert asked[0].isLocalFile()
    assert asked[0].toLocalFile() in room.said[-1]


def test_the_page_follows_the_settings(sample: Room) -> None:
    before = sample.window.pane.reader.grab().toImage()
    sample.settings.reader_size = 22.0
    assert sample.window.pane.reader.grab().toImage() != before
    sample.settings.annotator_name = "Berna"
    assert sample.session.own_name == "Berna"
    assert sample.session.annotator is not None
    assert sample.session.annotator.name == "gold"


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_the_article_is_saved_as_a_picture(
    sample: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    target = tmp_path / f"article{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    sample.trigger("export_picture")
    assert target.stat().st_size > 1000
    assert str(target) in sample.said[-1]


def test_a_picture_that_cannot_be_saved_is_explained(
    sample: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "a.png"), ""))
    sample.trigger("export_picture")
    assert isinstance(sample.dialog(), ProblemDialog)


def test_a_project_can_be_filled_by_the_very_next_key(room: Room, project: Path) -> None:
    assert not room.window.actions_table["import_articles"].isEnabled()
    assert room.files.open_path(project)
    assert room.window.actions_table["import_articles"].isEnabled()
