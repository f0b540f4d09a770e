"""Only files named as projects are worked on, by whatever way they come; the others are offered a free name."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs.errors import ProblemDialog
from dateline.gui.project_names import free_name, is_misnamed, is_named
from dateline.gui.settings import Settings
from dateline.model.schema import Schema
from dateline.store.project import Project
from tests.gui.whole import Whole


@pytest.mark.parametrize(
    ("name", "beside", "free"),
    [
        ("p1.dateline.backup-20261129", [], "p1-backup-20261129.dateline"),
        ("p1.dateline.backup-v3-20261129T101010", ["p1.dateline"], "p1-backup-v3-20261129T101010.dateline"),
        ("p1.dateline.bak", ["p1-bak.dateline"], "p1-bak-2.dateline"),
        ("p1.DATELINE.bak.1", [], "p1-bak-1.dateline"),
        ("p1.sqlite", [], "p1.dateline"),
        ("p1.sqlite", ["p1.dateline", "p1-2.dateline"], "p1-3.dateline"),
        ("v1.2.db", [], "v1.2.dateline"),
        ("noext", [], "noext.dateline"),
        (".dateline", [], "project.dateline"),
        ("p1.dateline.", [], "p1.dateline"),
    ],
)
def test_a_free_name_says_what_it_is_a_copy_of(tmp_path: Path, name: str, beside: list[str], free: str) -> None:
    for other in beside:
        (tmp_path / other).touch()
    assert free_name(tmp_path / name).name == free


@pytest.mark.parametrize("name", ["p1.dateline.backup-20261129", "p1.sqlite", "noext"])
@pytest.mark.parametrize("last", [False, True], ids=["argument", "last project"])
def test_the_program_does_not_start_on_what_is_not_named_as_a_project(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, name: str, last: bool
) -> None:
    path = tmp_path / name
    Project.create(tmp_path / "p1.dateline", Schema()).close()
    (tmp_path / "p1.dateline").rename(path)
    before = path.read_bytes()
    if last:
        settings = Settings()
        settings.last_project = path
        settings.flush()
    whole = Whole(qapp, qtbot, None if last else path)
    assert whole.session.project is None
    assert whole.window.welcome.isVisible()
    assert whole.window.windowTitle() == "Dateline"
    (dialog,) = whole.window.findChildren(ProblemDialog)
    assert "ends in .dateline" in dialog.report
    assert path.read_bytes() == before
    whole.close()


def test_a_link_counts_as_what_it_leads_to(tmp_path: Path) -> None:
    Project.create(tmp_path / "p1.dateline", Schema()).close()
    (tmp_path / "p1.dateline").rename(tmp_path / "p1.db")
    (tmp_path / "link.dateline").symlink_to(tmp_path / "p1.db")
    assert not is_named(tmp_path / "link.dateline")
    assert is_misnamed(tmp_path / "link.dateline")
