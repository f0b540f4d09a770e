"""An article too long for a picture is told so, and no report of a bug is asked for."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs.errors import ProblemDialog
from dateline.gui.dialogs.picture import save_article_picture
from dateline.gui.session import Session
from dateline.gui.theme import theme
from dateline.model.article import Article


def test_a_picture_that_would_be_too_tall(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert session.project
    with session.project.step("Long") as step:
        step.put(Article("long", "Astana waits.\n" * 3000, "Long", position=9))
    session.broadcast(step.changes)
    session.open_article("long")
    out = tmp_path / "long.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    parent = QWidget()
    qtbot.addWidget(parent)
    save_article_picture(parent, session, theme("light"), tmp_path)
    (dialog,) = parent.findChildren(ProblemDialog)
    assert "SVG" in dialog.report
    assert not out.exists()
    dialog.close()
