"""Bringing a project of an older program up to date."""

from pathlib import Path
from typing import Any

import pytest

from dateline.store import errors, migrations
from dateline.store.project import Project
from tests.store.dump import content, raw
from tests.store.world import SCHEMA, World

NOW = migrations.VERSION


def _second(db: Any) -> None:
    db.execute("ALTER TABLE article ADD COLUMN mood TEXT NOT NULL DEFAULT ''")


@pytest.fixture
def older(filled: Project, path: Path) -> Path:
    filled.close()
    return path


def _grow(monkeypatch: pytest.MonkeyPatch, how: Any) -> None:
    """Let the program be one migration further on."""
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, ("mood", how)))
    monkeypatch.setattr(migrations, "VERSION", NOW + 1)


def test_an_older_project_is_kept_and_brought_up_to_date(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = older.read_bytes()
    _grow(monkeypatch, _second)
    with Project.open(older) as project:
        assert project._conn.execute("SELECT mood FROM article").fetchall() == [("",)]
        assert project._conn.execute("PRAGMA user_version").fetchone() == (NOW + 1,)
        assert project.integrity() == []
        now = content(project)
    (kept,) = older.parent.glob(f"*.backup-v{NOW}-*")
    assert raw(kept, "PRAGMA user_version") == [(NOW,)]
    assert raw(kept, "SELECT count(*) FROM mention") == [(3,)]
    with Project.open(older) as project:
        assert content(project) == now
    assert len(list(older.parent.glob("*.backup-*"))) == 1, "only once"
    monkeypatch.undo()
    with pytest.raises(errors.NewerProject):
        Project.open(older)
    kept.rename(older)
    with Project.open(older) as project:
        assert content(project) == now
    assert len(older.read_bytes()) == len(before)


def test_a_project_of_the_first_version_opens(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as old:
        old.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:1])
        old.setattr(migrations, "VERSION", 1)
        old.setattr(migrations, "TABLES", migrations.TABLES - {"original"})
        Project.create(path, SCHEMA).close()
    with Project.open(path) as project:
        assert project._conn.execute("PRAGMA user_version").fetchone() == (NOW,)
        assert project.schema() == SCHEMA
        assert {name for (name,) in project._conn.execute("SELECT name FROM sqlite_schema")} >= migrations.TABLES
    assert len(list(path.parent.glob("*.backup-v1-*"))) == 1


def test_undo_reaches_back_beyond_the_upgrade(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _grow(monkeypatch, _second)
    with Project.open(older) as project:
        before = content(project)
        assert project.undo()
        assert project.articles.count() == 0
        assert project.redo()
        assert content(project) == before


def test_a_migration_that_fails_changes_nothing(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Project.open(older) as project:
        before = content(project)

    def fail(db: Any) -> None:
        _second(db)
        raise ZeroDivisionError

    _grow(monkeypatch, fail)
    with pytest.raises(ZeroDivisionError):
        Project.open(older)
    monkeypatch.undo()
    with Project.open(older) as project:
        assert content(project) == before
    assert len(list(older.parent.glob(f"*.backup-v{NOW}-*"))) == 1


def test_a_migration_that_loses_references_is_refused(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _grow(monkeypatch, lambda db: db.execute("DELETE FROM entity"))
    with pytest.raises(errors.ProjectError, match=rf"kept as it was in news\.dateline\.backup-v{NOW}-"):
        Project.open(older)


def test_an_older_project_can_be_read_without_changing_it(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _grow(monkeypatch, _second)
    before = older.read_bytes()
    with Project.open(older, readonly=True) as project:
        assert project._conn.execute("SELECT mood FROM article").fetchall() == [("",)]
        assert project.articles.count() == 1
    assert older.read_bytes() == before


def test_backups_do_not_overwrite_one_another(filled: Project, world: World) -> None:
    first, second = filled.backup(), filled.backup()
    assert first != second
    for copy in (first, second):
        assert copy.parent == filled.path.parent
        with Project.open(copy) as project:
            assert content(project) == content(filled)
            assert project.next_undo() == filled.next_undo()


def test_a_backup_on_a_full_drive_leaves_nothing(filled: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    def full(*_: object, **__: object) -> sqlite3.Connection:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(sqlite3, "connect", full)
    with pytest.raises(errors.DiskFull):
        filled.backup()
    assert not list(filled.path.parent.glob("*.backup-*"))


def test_the_schema_of_the_fixture_is_what_was_stored(older: Path) -> None:
    with Project.open(older) as project:
        assert project.schema() == SCHEMA
