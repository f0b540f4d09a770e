"""What the timeline shows becomes a file beside the window, whole or not at all."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from dateline.gui import rendering
from dateline.gui.dialogs.errors import ProblemDialog
from dateline.gui.dialogs.picture import save_timeline_page, save_timeline_picture
from dateline.gui.rendering import Wish, render_project
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.timeline import picture
from dateline.gui.timeline.panel import TimelinePanel
from dateline.model.progress import Progress
from dateline.store.project import Project


def saved(
    panel: TimelinePanel, session: Session, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, path: str
) -> list[str]:
    """Save under a name that is asked for; return what was told, in the status line or in a dialog."""
    told: list[str] = []
    session.message.connect(told.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, "Drawings (*.svg)"))
    save_timeline_picture(panel, session, tasks, Path(path).parent)
    qtbot.waitUntil(lambda: not tasks.running)
    for dialog in panel.findChildren(ProblemDialog):
        told.append(dialog.report)
        dialog.close()
        dialog.setParent(None)
    session.message.disconnect(told.append)
    return told


@pytest.mark.parametrize(
    ("name", "begin"), [("x.png", b"\x89PNG"), ("x.svg", b"<?xml"), ("X.SVG", b"<?xml"), ("no ending", b"<?xml")]
)
def test_a_picture_is_saved_as_its_ending_or_the_chosen_kind_says(
    panel: TimelinePanel,
    session: Session,
    tasks: Tasks,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    name: str,
    begin: bytes,
) -> None:
    target = tmp_path / ("no ending.svg" if name == "no ending" else name)
    assert saved(panel, session, tasks, qtbot, monkeypatch, str(tmp_path / name)) == [f"Saved: {target}"]
    assert target.read_bytes().startswith(begin)


def test_no_name_saves_nothing_and_a_folder_that_is_gone_is_told(
    panel: TimelinePanel, session: Session, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert saved(panel, session, tasks, qtbot, monkeypatch, "") == []
    (told,) = saved(panel, session, tasks, qtbot, monkeypatch, str(tmp_path / "no" / "x.svg"))
    assert "x.svg was not saved" in told
    assert "there is no folder" in told


def test_a_good_picture_stays_where_a_new_one_cannot_be_written(
    panel: TimelinePanel, session: Session, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "x.png").write_bytes(b"good")

    def broken(path: Path, _drawn: object) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "no space left", str(path))

    monkeypatch.setattr(picture, "write_drawn", broken)
    (told,) = saved(panel, session, tasks, qtbot, monkeypatch, str(tmp_path / "pictures" / "x.png"))
    assert "x.png was not saved" in told
    assert [file.read_bytes() for file in (tmp_path / "pictures").iterdir()] == [b"good"]


def test_a_web_page_can_be_cancelled_and_leaves_nothing(
    panel: TimelinePanel, session: Session, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "pages"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out / "t.html"), ""))
    pressed = Event()

    def held(project: Project, wish: Wish, progress: Progress) -> None:
        pressed.wait()
        render_project(project, wish, progress)

    with monkeypatch.context() as patched:
        patched.setattr(rendering, "render_project", held)
        save_timeline_page(panel, session, tasks, out)
        (task,) = tasks.running
        with qtbot.waitSignal(task.finished):
            task.cancel()
            pressed.set()
    assert list(out.iterdir()) == []
    save_timeline_page(panel, session, tasks, out)
    qtbot.waitUntil(lambda: not tasks.running)
    assert [file.name for file in out.iterdir()] == ["t.html"]
