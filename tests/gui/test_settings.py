"""Settings survive a restart, and an INI file edited by hand does no harm."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from dateline.gui.settings import RECENT_LIMIT, Settings, config_folder

pytestmark = pytest.mark.usefixtures("qapp")


def test_folder_from_environment(own_folders: Path) -> None:
    assert config_folder() == own_folders / "config"


def test_defaults_of_a_first_start() -> None:
    settings = Settings()
    assert (settings.theme, settings.reader_width, settings.show_arcs) == ("auto", 75, False)
    assert settings.last_project is None
    assert settings.recent_projects == ()
    assert settings.window_geometry.isEmpty()


def test_values_come_back_typed_after_a_restart() -> None:
    first = Settings()
    first.theme, first.reader_size, first.reader_width, first.show_arcs = "dark", 14.5, 60, True
    first.annotator_name = "Aýna Çelik; «Ä»"
    first.window_state = QByteArray(b"\x00\xff;=")
    first.flush()
    again = Settings()
    assert (again.theme, again.reader_size, again.reader_width, again.show_arcs) == ("dark", 14.5, 60, True)
    assert again.annotator_name == "Aýna Çelik; «Ä»"
    assert again.window_state == QByteArray(b"\x00\xff;=")


def test_change_is_told_once() -> None:
    settings = Settings()
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.theme = "dark"
    settings.theme = "dark"
    settings.show_arcs = False
    assert told == ["theme"]


@pytest.mark.parametrize(
    ("key", "raw"), [("reader/size", "huge"), ("reader/size", "4000"), ("reader/width", "-1"), ("reader/leading", "")]
)
def test_nonsense_in_the_file_is_the_default(key: str, raw: str) -> None:
    settings = Settings()
    before = (settings.reader_size, settings.reader_width, settings.reader_leading)
    settings.store.setValue(key, raw)
    assert (settings.reader_size, settings.reader_width, settings.reader_leading) == before
    assert all(value > 0 for value in before)


def test_recent_projects_newest_first_without_repeats_and_limited() -> None:
    settings = Settings()
    paths = [Path(f"/p/{n}.dateline") for n in range(RECENT_LIMIT + 2)]
    for path in [*paths, paths[5]]:
        settings.last_project = path
    settings.flush()
    recent = Settings().recent_projects
    assert recent[:2] == (paths[5], paths[-1])
    assert len(recent) == RECENT_LIMIT
    assert len(set(recent)) == RECENT_LIMIT


def test_one_recent_project_stays_a_list() -> None:
    settings = Settings()
    settings.last_project = Path("/p/ü one.dateline")
    settings.flush()
    assert Settings().recent_projects == (Path("/p/ü one.dateline"),)


def test_forgetting_a_project_drops_it_as_the_last() -> None:
    settings = Settings()
    path = Path("/x/gone.dateline")
    settings.last_project = path
    settings.forget_project(path)
    assert settings.recent_projects == ()
    assert Settings().last_project is None


def test_flags() -> None:
    settings = Settings()
    assert settings.flag("articles/done", True)
    settings.set_flag("articles/done", False)
    assert not settings.flag("articles/done", True)


def test_the_folder_last_used_is_remembered_while_it_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "Aýna; «Ä», ö"
    folder.mkdir()
    first = Settings()
    assert first.last_folder("import") is None
    first.set_last_folder("import", folder)
    first.flush()
    assert (Settings().last_folder("import"), Settings().last_folder("export")) == (folder, None)
    folder.rmdir()
    assert Settings().last_folder("import") is None
