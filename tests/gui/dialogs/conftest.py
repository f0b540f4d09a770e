"""Projects and the collaborators of dialogs."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline import assets
from dateline.gui.session import Session
from dateline.gui.settings import Settings
from dateline.gui.tasks import Tasks
from dateline.model.schema import Schema, schema_from_toml


@pytest.fixture
def schema() -> Schema:
    path = assets.resources("schemas", "diplomacy.toml")
    return schema_from_toml(tomllib.loads(path.read_text(encoding="utf-8")), "diplomacy")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "config")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def tasks(window: QWidget) -> Iterator[Tasks]:
    made = Tasks(window)
    yield made
    made.stop_all()


@pytest.fixture
def session(window: QWidget) -> Iterator[Session]:
    made = Session("Ann", window)
    yield made
    made.close_project()


@pytest.fixture
def empty(session: Session, schema: Schema, tmp_path: Path) -> Session:
    """A session with a new project."""
    assert session.create_project(tmp_path / "empty.dateline", schema)
    return session


@pytest.fixture
def sample(session: Session, sample_file: Path, tmp_path: Path) -> Session:
    """A session with a copy of the sample project."""
    path = tmp_path / "copy.dateline"
    path.write_bytes(sample_file.read_bytes())
    assert session.open_project(path)
    return session


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from dateline.editing.sample import make_sample

    return make_sample(tmp_path_factory.mktemp("sample") / "sample.dateline")
