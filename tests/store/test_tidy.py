"""Reading a project leaves nothing beside it, and takes nothing from who has it open."""

from pathlib import Path

import pytest

from dateline.store import connection, migrations
from dateline.store.project import Project
from tests.store.dump import content
from tests.store.test_lock_later import add
from tests.store.world import SCHEMA


def names(path: Path) -> list[str]:
    return sorted(p.name for p in path.parent.iterdir())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.dateline"
    with Project.create(path, SCHEMA) as project:
        add(project, "one")
    return path


def test_a_reader_leaves_the_folder_and_the_file_as_they_were(path: Path) -> None:
    before, bytes_before, time = names(path), path.read_bytes(), path.stat().st_mtime_ns
    with Project.open(path, readonly=True) as reader, Project.open(path, readonly=True) as other:
        assert reader.articles.count() == other.articles.count() == 1
    assert (names(path), path.read_bytes(), path.stat().st_mtime_ns) == (before, bytes_before, time)


def test_a_reader_beside_a_writer_leaves_the_writers_log_alone(path: Path) -> None:
    with Project.open(path) as writer:
        with Project.open(path, readonly=True) as reader:
            assert reader.articles.count() == 1
        add(writer, "two")
        with Project.open(path, readonly=True) as reader:
            assert reader.articles.count() == 2
        add(writer, "three")
        assert writer.articles.count() == 3
        kept = content(writer)
    with Project.open(path, readonly=True) as reader:
        assert content(reader) == kept
    assert names(path) == [path.name]


def test_a_writer_who_comes_while_one_reads_goes_on_when_the_reader_has_left(path: Path) -> None:
    reader = Project.open(path, readonly=True)
    with Project.open(path) as writer:
        reader.close()
        add(writer, "two")
        assert writer.articles.count() == 2
    with Project.open(path, readonly=True) as again:
        assert again.articles.count() == 2


def test_a_log_that_a_crash_left_is_read_and_left_to_a_writer(path: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed" / path.name
    crashed.parent.mkdir()
    with Project.open(path) as writer:
        add(writer, "two")
        for ending in ("", "-wal"):
            (crashed.parent / (path.name + ending)).write_bytes(path.with_name(path.name + ending).read_bytes())
    log = crashed.with_name(path.name + "-wal")
    before = (crashed.read_bytes(), log.read_bytes())
    with Project.open(crashed, readonly=True) as reader:
        assert reader.articles.count() == 2
    assert (crashed.read_bytes(), log.read_bytes()) == before


def test_an_older_project_read_in_a_copy_leaves_nothing_either(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    monkeypatch.setattr("dateline.store.upgrading.migrate", lambda conn: None)
    Project.open(path, readonly=True).close()
    assert names(path) == [path.name]


def test_a_folder_that_cannot_be_written_is_no_trouble(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Project.open(path, readonly=True)
    monkeypatch.setattr(connection, "writable", lambda _: False)
    reader.close()
    assert path.name in names(path)
