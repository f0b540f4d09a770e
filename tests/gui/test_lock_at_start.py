"""The window opens a project before it has the lock: it has it when everything is drawn, or at the first edit."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.app import App
from dateline.gui.dialogs.errors import ProblemDialog
from dateline.gui.settings import Settings
from dateline.store.project import Project
from tests.gui.conftest import span
from tests.gui.whole import Whole


@pytest.fixture
def app(qapp: QApplication, path: Path) -> Iterator[App]:
    """A program that has just shown its first article, and nothing after it."""
    Settings().annotator_name = "ada"
    with Project.open(path) as project:  # an annotator there is needs none to be made, which would be an edit
        from dateline.editing.articles import ensure_annotator

        ensure_annotator(project, "ada")
    app = App(qapp)
    app.start(path)
    yield app
    app.window.close()
    app.window.deleteLater()
    app.deleteLater()


def lock_of(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def settled(app: App, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: hasattr(app, "overlays"), timeout=20_000)
    qtbot.wait(20)


def test_it_is_taken_once_everything_is_drawn(app: App, path: Path, qtbot: QtBot) -> None:
    assert app.session.page is not None
    assert not lock_of(path).exists()
    settled(app, qtbot)
    assert lock_of(path).exists()


def test_it_is_taken_by_an_edit_before_that(app: App, path: Path) -> None:
    app.complete()
    assert not lock_of(path).exists()
    app.session.select_text((span("Astana"),))
    app.window.annotating.tag("GPE")
    assert lock_of(path).exists()
    assert [m.label for m in app.session.page.mentions.values()] == ["GPE"] if app.session.page else False


def test_what_another_wrote_meanwhile_is_shown(app: App, path: Path, qtbot: QtBot) -> None:
    with Project.open(path) as other:
        from dateline.editing.articles import ensure_annotator
        from dateline.editing.tagging import tag

        ada, _ = ensure_annotator(other, "ada")
        page = other.annotations.page(other.articles.ids()[0], ada.id)
        tag(other, page, [span("Astana")], other.schema().by_name["GPE"])
    settled(app, qtbot)
    assert app.session.page is not None
    assert [m.label for m in app.session.page.mentions.values()] == ["GPE"]
    assert lock_of(path).exists()


def test_a_project_another_program_has_is_not_edited_but_explained(
    app: App, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    with Project.open(path) as other:
        app.complete()
        app.session.failed.connect(told.append)
        app.session.select_text((span("Astana"),))
        app.window.annotating.tag("GPE")
        assert "open elsewhere" in str(told[0]) or "another" in str(told[0])
        assert other.annotations.totals()["mention"] == 0
        settled(app, qtbot)
        assert app.session.project is None
        dialogs = app.window.findChildren(ProblemDialog)
        assert dialogs
        assert "read" in " ".join(d.report for d in dialogs)


def test_the_whole_window_opens_again_where_the_other_has_gone(qapp: QApplication, path: Path, qtbot: QtBot) -> None:
    other = Project.open(path)
    whole = Whole(qapp, qtbot, path)
    assert whole.session.project is None
    other.close()
    assert whole.app.files.open_path(path)
    assert not whole.session.readonly
    whole.close()
