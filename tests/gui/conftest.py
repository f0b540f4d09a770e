"""A session on a project of one article, without a window."""

import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline import assets
from dateline.gui.annotating import Annotating
from dateline.gui.i18n import install_translation
from dateline.gui.session import Session
from dateline.gui.settings import Settings
from dateline.gui.tasks import Tasks
from dateline.model.article import Article
from dateline.model.changes import Changes
from dateline.model.ids import new_id
from dateline.model.schema import Schema, schema_from_toml
from dateline.model.text import Span
from dateline.store.project import Project

if TYPE_CHECKING:
    from tests.gui.whole import Whole

TEXT = (
    "Çavuşoğlu met Tokayev in Astana on Thursday.\n"
    "The minister will visit Ankara next week. 🤝 Tokayev thanked Ankara.\n"
    "Share this story."
)


def span(words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


@pytest.fixture(scope="session")
def schema() -> Schema:
    return schema_from_toml(tomllib.loads(assets.resources("schemas", "diplomacy.toml").read_text(encoding="utf-8")))


@pytest.fixture
def path(tmp_path: Path, schema: Schema) -> Path:
    file = tmp_path / "talks.dateline"
    with Project.create(file, schema) as project, project.step("Articles", kind="import") as step:
        step.put(Article(new_id(), TEXT, "Talks", published="2018-04-19", position=0))
        step.put(Article(new_id(), "Nothing yet. Astana waits.", "Later", published="2018-04-20", position=1))
    return file


@pytest.fixture
def session(qapp: object, path: Path) -> Iterator[Session]:
    session = Session("ada")
    assert session.open_project(path)
    yield session
    session.close_project()


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """Work beside the window, stopped when the test ends."""
    made = Tasks()
    yield made
    made.stop_all()


@pytest.fixture
def verbs(session: Session) -> Annotating:
    return Annotating(session)


@pytest.fixture
def heard(session: Session) -> list[Changes]:
    """What the session broadcasts."""
    told: list[Changes] = []
    session.changed.connect(lambda changes, _origin: told.append(changes))
    return told


@pytest.fixture
def tag(session: Session, verbs: Annotating) -> Callable[[str, str], str]:
    """Select words and tag them as a key press would; return the mention's id."""

    def do(words: str, label: str, nth: int = 0) -> str:
        session.select_mention(None)
        session.select_text((span(words, nth),))
        verbs.tag(label)
        assert session.mention_id
        return session.mention_id

    return do


@pytest.fixture
def whole(qapp: QApplication, qtbot: QtBot, path: Path) -> "Whole":
    """The whole window on the project of two articles, annotated by ada."""
    from tests.gui.whole import Whole

    Settings().annotator_name = "ada"
    return Whole(qapp, qtbot, path)


@pytest.fixture(autouse=True)
def _no_window_stands(request: pytest.FixtureRequest) -> Iterator[None]:
    """End the windows that a test made, all of them: each goes on with timers of its own as long as it lives."""
    if "qtbot" in request.fixturenames:
        request.getfixturevalue("qtbot")  # ends after this
    yield
    if whole := sys.modules.get("tests.gui.whole"):
        for window in reversed(whole.STANDING.copy()):
            window.end()


@pytest.fixture
def turkish(qapp: QApplication) -> Iterator[None]:
    """The window's language is Turkish."""
    before = QLocale()
    made = install_translation(qapp, "tr")
    yield
    QLocale.setDefault(before)
    for translator in made:
        qapp.removeTranslator(translator)
        if isinstance(translator, QTranslator):
            translator.setParent(None)
