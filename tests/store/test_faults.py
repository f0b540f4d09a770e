"""What goes wrong while a project is open: full drives, other writers, files taken away."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from dateline.model.changes import Kind
from dateline.model.text import Span
from dateline.store import connection, errors
from dateline.store.project import Project
from tests.store.dump import content
from tests.store.world import World, article, mention


def _large(project: Project) -> None:
    with project.step("Large") as step:
        for _ in range(40):
            step.put(article("x y z " * 4_000))


def test_a_full_database_is_said_to_be_and_nothing_is_lost(filled: Project) -> None:
    before = content(filled)
    pages = filled._conn.execute("PRAGMA page_count").fetchone()[0]
    filled._conn.execute(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(errors.DiskFull, match="was not saved"):
        _large(filled)
    assert content(filled) == before
    assert filled.integrity() == []
    filled._conn.execute("PRAGMA max_page_count = 1000000")
    _large(filled)
    assert filled.articles.count() == 41
    filled.undo()
    assert content(filled) == before


def test_a_full_drive(tmp_path: Path) -> None:
    """In a mount namespace of its own, so that the drive of 1 MB is gone with the process however that ends."""
    mount = 'mount -t tmpfs -o size=1m tmpfs "$1" || exit 77; exec "$2" -m tests.store.full_drive "$1"'
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", mount, "sh", str(tmp_path), sys.executable]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    if not shutil.which("unshare"):
        pytest.skip("no unshare")
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode == 77 or "unshare failed" in done.stderr:
        pytest.skip("no drive of our own on this system")
    assert (done.stdout, done.returncode) == ("all as it should be\n", 0), done.stderr


def test_another_writer_is_waited_for_briefly(filled: Project, world: World) -> None:
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        with pytest.raises(errors.BusyProject), filled.step("x"):
            raise AssertionError("never here")
        assert time.monotonic() - began < 2 * connection.OWNER_WAITS
        for refused in (filled.undo, filled.redo):
            with pytest.raises(errors.BusyProject):
                refused()
        other.execute("ROLLBACK")
    filled.undo()
    assert filled.articles.count() == 0


@pytest.mark.parametrize("how", ["removed", "replaced", "moved", "log removed"])
def test_a_file_taken_away_while_open(filled: Project, path: Path, how: str, world: World) -> None:
    if how == "removed":
        path.unlink()
    elif how == "moved":
        path.rename(path.with_name("elsewhere"))
    elif how == "log removed":
        path.with_name(path.name + "-wal").unlink()
    else:
        shutil.copy(path, path.with_name("copy"))
        path.with_name("copy").replace(path)
    for refused in (lambda: filled.step("x").__enter__(), filled.undo, filled.redo):
        with pytest.raises(errors.ProjectGone, match="Plug the drive back in"):
            refused()
    assert filled.articles.count() == 1, "what is open can still be read"


@pytest.mark.parametrize("how", ["moved", "replaced"])
def test_work_beside_makes_no_file_where_the_project_was(filled: Project, path: Path, how: str, world: World) -> None:
    """SQLite would make an empty one and throw away the log beside it, and the file brought back would not fit."""
    away, other = path.with_name("elsewhere"), path.with_name("other")
    if how == "replaced":
        shutil.copy(path, other)
    path.rename(away)
    if how == "replaced":
        other.rename(path)
    with pytest.raises(errors.ProjectGone, match="Plug the drive back in"):
        filled.sibling()
    assert path.exists() == (how == "replaced")
    away.replace(path)
    with filled.step("On it goes") as step:
        step.put(mention(world.article, world.annotator, 0, 3))
    with filled.sibling() as beside:
        assert content(beside) == content(filled)


def test_the_connection_works_on_after_each_failure(filled: Project, world: World) -> None:
    def clash() -> None:
        with filled.step("clash") as step:
            step.add_all([world.article])

    def dangle() -> None:
        with filled.step("dangle") as step:
            step.delete(Kind.ENTITY, world.entity.id)

    before = content(filled)
    for failure, error in ((clash, errors.RepeatedId), (dangle, sqlite3.IntegrityError)):
        with pytest.raises(error):
            failure()
        assert not filled._conn.in_transaction
        assert content(filled) == before
    with filled.step("ok") as step:
        step.put(mention(world.article, world.annotator, 0, 3))
    assert len(content(filled)["mention"]) == 4


def test_our_own_mistakes_are_not_called_damage(filled: Project) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), filled.step("x"):
        filled._conn.execute("SELECT * FROM no_such")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_FULL, errors.DiskFull),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, errors.BusyProject),
        (sqlite3.SQLITE_READONLY_DBMOVED, errors.ReadOnlyProject),
        (sqlite3.SQLITE_CORRUPT_VTAB, errors.DamagedProject),
        (sqlite3.SQLITE_IOERR_WRITE, errors.DriveFailed),
        (sqlite3.SQLITE_NOTADB, errors.NotAProject),
    ],
)
def test_what_sqlite_says_in_our_words(project: Project, code: int, expected: type[errors.ProjectError]) -> None:
    error = sqlite3.OperationalError("…")
    error.sqlite_errorcode = code
    with pytest.raises(expected) as caught, errors.explained(project.path):
        raise error
    assert caught.value.where == str(project.path)
    assert caught.value.what
    assert caught.value.todo
    assert caught.value.__cause__ is error


def test_drive_errors_are_told_apart(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
        with errors.explained(path):
            raise error

    with pytest.raises(errors.ProjectGone):
        fail()
    path.touch()
    with pytest.raises(errors.DriveFailed, match="disk I/O error"):
        fail()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: type("Usage", (), {"free": 100}))
    with pytest.raises(errors.DiskFull):
        fail()


def test_links_between_two_articles_are_told(filled: Project, world: World) -> None:
    other = article("another text, as long as the first one is, and more so: Astana")
    with filled.step("Astray") as step:
        step.put(other)
        step.put(replace(world.place, article_id=other.id, fragments=(Span(0, 5),)))
    told = filled.integrity()
    assert told == [
        f"argument {world.arguments[0].id} refers to a mention of another article",
        f"relation {world.relation.id} refers to a mention of another article",
    ]
    with filled.step("Event") as step:
        step.put(replace(world.place, article_id=world.article.id))
        step.put(replace(world.comment, article_id=other.id))
    assert filled.integrity() == [f"comment {world.comment.id} refers to a mention of another article"]
