from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs.new_project import NewProjectDialog
from dateline.model.schema import Schema
from dateline.store.errors import ProjectError
from dateline.store.project import Project


class Maker:
    def __init__(self) -> None:
        self.asked: list[tuple[Path, Schema]] = []
        self.error: ProjectError | None = None

    def __call__(self, path: Path, schema: Schema) -> ProjectError | None:
        self.asked.append((path, schema))
        return self.error


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture
def dialog(tmp_path: Path, maker: Maker, window: QWidget) -> NewProjectDialog:
    made = NewProjectDialog(tmp_path, maker, window)
    made.open()
    return made


def test_it_proposes_a_free_name_and_the_usual_labels(
    dialog: NewProjectDialog, tmp_path: Path, maker: Maker, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.created) as heard:
        dialog.make.click()
    assert heard.args == [None]
    (path, schema), *more = maker.asked
    assert path == tmp_path / "articles.dateline"
    assert schema.name == "diplomacy"
    assert more == []


def test_a_name_that_is_taken_is_not_proposed_and_not_accepted(tmp_path: Path, maker: Maker, window: QWidget) -> None:
    (tmp_path / "articles.dateline").write_text("")
    dialog = NewProjectDialog(tmp_path, maker, window)
    dialog.open()
    assert dialog.target == tmp_path / "articles-2.dateline"
    dialog.file.set_path(tmp_path / "articles")
    assert "is there already" in dialog.problem.text()
    assert not dialog.make.isEnabled()


def test_every_shipped_schema_can_be_chosen_and_is_described(dialog: NewProjectDialog, maker: Maker) -> None:
    names = [dialog.schema.itemData(i) for i in range(dialog.schema.count())]
    assert names == ["diplomacy", "conll2003", "ontonotes", "timeml", "own"]
    assert "names it most directly." in dialog.about.text()
    dialog.schema.setCurrentIndex(1)
    assert dialog.about.text().startswith("4 entities")
    dialog.make.click()
    assert maker.asked[0][1].name == "conll2003"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"name = [", "own.toml"),
        (b"name = 'x'", "no types"),
        (b"[[entity]]\nname = 'A'\nkey = 'aa'", "key of A"),
        (b"\xff\xfe", "UTF-8"),
        (None, "own.toml"),
    ],
)
def test_what_is_wrong_with_a_schema_of_ones_own_is_named(
    dialog: NewProjectDialog, tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "own.toml"
    if content is not None:
        path.write_bytes(content)
    dialog.schema.setCurrentIndex(dialog.schema.count() - 1)
    assert dialog.own.isVisible()
    assert not dialog.make.isEnabled()
    dialog.own.set_path(path)
    assert said in dialog.problem.text()
    assert not dialog.make.isEnabled()
    path.write_text("[[entity]]\nname = 'A'\nkey = 'a'\n", encoding="utf-8")
    dialog.own.set_path(None)
    dialog.own.set_path(path)
    assert dialog.make.isEnabled()


def test_the_folder_of_texts_is_handed_on(dialog: NewProjectDialog, tmp_path: Path, maker: Maker, qtbot: QtBot) -> None:
    dialog.texts.set_path(tmp_path / "gone")
    dialog.make.click()
    assert "no folder" in dialog.problem.text()
    assert maker.asked == []
    dialog.texts.set_path(tmp_path)
    with qtbot.waitSignal(dialog.created) as heard:
        dialog.make.click()
    assert heard.args == [tmp_path]


def test_what_stood_in_the_way_is_said_in_the_dialog(dialog: NewProjectDialog, tmp_path: Path, maker: Maker) -> None:
    maker.error = ProjectError("The disk is full", tmp_path, "Make room.")
    dialog.make.click()
    assert dialog.isVisible()
    assert dialog.problem.text() == "The disk is full. Make room."


def test_the_file_it_makes_opens(tmp_path: Path, window: QWidget) -> None:
    def create(path: Path, schema: Schema) -> ProjectError | None:
        Project.create(path, schema).close()
        return None

    dialog = NewProjectDialog(tmp_path, create, window)
    dialog.open()
    dialog.make.click()
    with Project.open(tmp_path / "articles.dateline") as project:
        assert project.schema().name == "diplomacy"
