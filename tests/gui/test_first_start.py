"""The very first start opens the sample project; later ones what was open last."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.gui.timeline.panel import TimelinePanel
from tests.gui.whole import Whole


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DATA_DIR", str(tmp_path / "data"))


def test_the_first_start_opens_the_sample_and_the_next_where_it_was_left(qapp: QApplication, qtbot: QtBot) -> None:
    first = Whole(qapp, qtbot, None)
    first.app.open_sample_at_first()
    qtbot.waitUntil(lambda: first.session.page is not None, timeout=20_000)
    project = first.session.project
    assert project
    assert project.articles.count() == 5
    assert len(first.page.mentions) > 50
    second = project.articles.ids()[1]
    first.session.open_article(second)
    first.close()
    again = Whole(qapp, qtbot, None)
    again.app.open_sample_at_first()
    assert again.page.article.id == second
    again.close()


def test_a_person_who_closed_everything_is_not_given_the_sample_again(qapp: QApplication, qtbot: QtBot) -> None:
    whole = Whole(qapp, qtbot, None)
    whole.app.settings.set_flag("started_before", True)
    whole.app.open_sample_at_first()
    assert whole.window.welcome.isVisible()
    assert not whole.app.tasks.running
    whole.close()


def test_all_is_there_only_when_the_timeline_is_painted_with_its_marks(qapp: QApplication, qtbot: QtBot) -> None:
    first = Whole(qapp, qtbot, None)
    first.app.open_sample_at_first()
    qtbot.waitUntil(lambda: first.session.page is not None, timeout=20_000)
    first.close()
    again = Whole(qapp, qtbot, None)
    timeline = again.window.timeline
    assert isinstance(timeline, TimelinePanel)
    assert len(timeline.plot.scene_marks) > 30
    again.close()
