"""Making, opening and closing a project, and what may be wrong with a file."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from dateline.model.project_file import APPLICATION_ID
from dateline.store import connection, errors, migrations, upgrading
from dateline.store.project import Project
from tests.store.dump import content, raw
from tests.store.world import SCHEMA, World, mention


def test_a_new_project_has_its_schema_and_nothing_else(project: Project) -> None:
    assert project.schema() == SCHEMA
    assert project.articles.count() == 0
    assert project.next_undo() is None, "the creation cannot be undone"
    assert not project.undo()


def test_the_file_says_what_it_is(project: Project, path: Path) -> None:
    project.close()
    head = path.read_bytes()[:100]
    assert int.from_bytes(head[68:72]) == APPLICATION_ID
    assert int.from_bytes(head[60:64]) == migrations.VERSION


def test_every_table_of_ours_is_strict(project: Project) -> None:
    strict = dict(project._conn.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'"))
    ours = migrations.TABLES - {"article_fts"}
    assert len(ours) == 18
    assert all(strict[name] for name in ours)


@pytest.mark.parametrize("how", ["owner", "sibling"])
def test_saved_means_durable(project: Project, how: str) -> None:
    conn = (project if how == "owner" else project.sibling())._conn
    pragmas = {name: conn.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")}
    assert pragmas == {"journal_mode": "wal", "synchronous": 2}
    assert conn.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    if how == "sibling":
        conn.close()


def test_what_was_put_is_there_after_closing(project: Project, path: Path, world: World) -> None:
    with project.step("Fill") as step:
        for record in world.records():
            step.put(record)
    before = content(project)
    project.close()
    project.close()
    with Project.open(path) as again:
        assert content(again) == before
        assert again.integrity() == []
    assert not list(path.parent.glob("*-wal"))
    assert not list(path.parent.glob("*.lock"))


@pytest.mark.parametrize(
    "name", ["with space.dateline", "what?.dateline", "a#b%20.dateline", "Ölçü ışık.dateline", "'q'"]
)
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / "folder ?#%" / name
    path.parent.mkdir()
    Project.create(path, SCHEMA).close()
    with Project.open(path) as project, project.step("x") as step:
        step.put(World.make().annotator)
    with Project.open(path, readonly=True) as project:
        assert len(project.annotations.annotators()) == 1
    assert {p.name for p in path.parent.iterdir()} <= {name, f"{name}-wal", f"{name}-shm"}


def test_create_refuses_what_is_there(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(errors.ProjectError, match="already a file"):
        Project.create(path, SCHEMA)
    assert path.read_text() == "mine"


def test_create_refuses_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(errors.ProjectError, match="no such folder"):
        Project.create(tmp_path / "no" / "x.dateline", SCHEMA)


def test_a_failed_creation_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("no")

    monkeypatch.setattr(migrations, "MIGRATIONS", (("0001-first", fail),))
    with pytest.raises(sqlite3.OperationalError):
        Project.create(path, SCHEMA)
    assert list(path.parent.iterdir()) == []
    monkeypatch.undo()
    Project.create(path, SCHEMA).close()


def test_of_a_new_project_the_last_transaction_alone_waits_for_the_drive(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does so for all of them, before the file has its name."""
    waits: list[int] = []
    renamed = Path.rename

    def watched(database: object, **how: object) -> sqlite3.Connection:
        def told(statement: str) -> None:
            if statement.startswith("PRAGMA synchronous"):
                waits.append(0)
            elif statement.upper().startswith("COMMIT"):
                waits[-1] += 1

        conn = connect(database, **how)  # type: ignore[call-overload]
        if str(database).endswith(".new"):
            conn.set_trace_callback(told)
        return conn  # type: ignore[no-any-return]

    def rename(own: Path, other: Path) -> Path:
        waits.append(-1)
        return renamed(own, other)

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", watched)
    monkeypatch.setattr(Path, "rename", rename)
    Project.create(path, SCHEMA).close()
    unsynced, synced, named = waits
    assert unsynced > 1
    assert (synced, named) == (1, -1)


def test_a_project_killed_just_after_its_creation_is_a_project(path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from dateline.store.project import Project;"
        "from tests.store.world import SCHEMA; Project.create(Path(sys.argv[1]), SCHEMA); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], env=_env(), check=False)
    with Project.open(path) as project:
        assert project.schema() == SCHEMA


def test_the_log_of_a_former_project_of_this_name_is_not_replayed(path: Path, world: World) -> None:
    former = Project.create(path, SCHEMA)
    with former.step("Fill") as step:
        step.put(world.annotator)
    log = path.with_name(path.name + "-wal")
    kept = log.read_bytes()
    former.close()
    path.unlink()
    log.write_bytes(kept)
    with Project.create(path, SCHEMA) as project:
        assert project.annotations.annotators() == []
        assert project.integrity() == []
    assert path.with_name(path.name + ".left-over-wal").read_bytes() == kept


# --- files that cannot be opened


def test_missing(path: Path) -> None:
    with pytest.raises(errors.MissingProject) as caught:
        Project.open(path)
    assert str(path) in str(caught.value)
    with pytest.raises(errors.MissingProject):
        Project.open(path / "below" / "a file that is none")


@pytest.mark.parametrize("what", ["empty", "text", "short", "database", "folder", "zeros"])
def test_something_else(path: Path, what: str) -> None:
    if what == "folder":
        path.mkdir()
    elif what == "database":
        raw(path, "CREATE TABLE article (id)")
    else:
        path.write_bytes(
            {"empty": b"", "text": b"Hello, world. " * 40, "short": b"SQLite format 3\0", "zeros": bytes(4096)}[what]
        )
    before = path.read_bytes() if path.is_file() else None
    for readonly in (False, True):
        with pytest.raises(errors.NotAProject):
            Project.open(path, readonly=readonly)
    assert before is None or path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_unreadable(path: Path, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.close()

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(errors.UnreadableProject, match="Permission denied"):
        Project.open(path)


def test_newer(path: Path, project: Project) -> None:
    project.close()
    raw(path, "PRAGMA user_version = 70")
    before = path.read_bytes()
    for readonly in (False, True):
        with pytest.raises(errors.NewerProject, match=rf"its format is 70, this program knows {migrations.VERSION}"):
            Project.open(path, readonly=readonly)
    assert path.read_bytes() == before


def test_newer_as_only_the_log_knows(path: Path, project: Project) -> None:
    """A newer program that was killed has its version in the log, not yet in the file's head."""
    project._conn.execute("PRAGMA user_version = 70")
    twin = path.with_name("twin.dateline")
    shutil.copy(path, twin)
    shutil.copy(f"{path}-wal", f"{twin}-wal")
    assert int.from_bytes(twin.read_bytes()[60:64]) == migrations.VERSION
    with pytest.raises(errors.NewerProject):
        Project.open(twin)
    assert not twin.with_name(twin.name + ".lock").exists()


def test_old_library(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    with pytest.raises(errors.OldSqlite, match=r"3\.37 is needed"):
        Project.open(path)


# --- damage


def test_a_damaged_list_of_tables(path: Path, filled: Project) -> None:
    filled.close()
    data = bytearray(path.read_bytes())
    data[100:140] = b"\xff" * 40
    path.write_bytes(data)
    with pytest.raises(errors.DamagedProject, match="backup"):
        Project.open(path)
    assert path.read_bytes() == data


def test_a_missing_table(path: Path, project: Project) -> None:
    project.close()
    raw(path, "DROP TABLE comment")
    for readonly in (False, True):
        with pytest.raises(errors.DamagedProject, match="without table comment"):
            Project.open(path, readonly=readonly)


def test_cut_short(path: Path, filled: Project) -> None:
    filled.close()
    os.truncate(path, path.stat().st_size // 2)
    with pytest.raises(errors.DamagedProject):
        _read_all(path)


def test_flipped_bytes_anywhere_never_give_a_bare_error(path: Path, filled: Project) -> None:
    """Whatever is broken is either explained, seen by integrity(), or in no byte that matters."""
    filled.close()
    sound = path.read_bytes()
    seen = {"refused": 0, "found": 0, "unharmed": 0}
    used = [place for place in range(16, len(sound)) if sound[place]]
    for place in used[:: len(used) // 150]:
        data = bytearray(sound)
        data[place : place + 24] = bytes(b ^ 0xA5 for b in data[place : place + 24])
        path.write_bytes(data)
        for left in path.parent.glob(f"{path.name}-*"):
            left.unlink()
        try:
            seen["found" if _read_all(path) else "unharmed"] += 1
        except errors.ProjectError:
            seen["refused"] += 1
    assert seen["refused"] > 5, seen
    assert seen["found"] > 5, seen


def _read_all(path: Path) -> list[str]:
    with Project.open(path) as project:
        project.schema()
        for bundle in project.annotations.bundles():
            assert bundle.article
        project.registry.entities()
        project.registry.happenings()
        project.search.articles("ministers")
        return project.integrity()


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("mention", "fragments = '[[9,3],[4'"),
        ("mention", "attributes = '{'"),
        ("label_type", "roles = '[3]'"),
        ("time_value", "granularity = 'fortnight'"),
        ("article", "meta = 'x'"),
    ],
)
def test_values_no_program_of_ours_wrote(path: Path, filled: Project, table: str, change: str) -> None:
    filled.close()
    raw(path, f"UPDATE {table} SET {change}")
    with pytest.raises(errors.DamagedProject, match=f"a {table} cannot be read"):
        _read_all(path)


def test_integrity_names_lost_references(filled: Project, world: World) -> None:
    filled._conn.execute("PRAGMA foreign_keys = OFF")
    filled._conn.execute("DELETE FROM entity")
    assert filled.integrity() == ["mention row 1 refers to a missing entity"]


# --- who may write


def test_two_windows_are_refused(project: Project, path: Path) -> None:
    with pytest.raises(errors.LockedProject, match=rf"process {os.getpid()} on "):
        Project.open(path)
    with Project.open(path, readonly=True) as reader:
        assert reader.schema() == SCHEMA
    project.close()
    Project.open(path).close()


def test_another_process_is_refused_and_named(path: Path) -> None:
    Project.create(path, SCHEMA).close()
    script = (
        "import sys; from pathlib import Path; from dateline.store.project import Project;"
        "p = Project.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, str(path)]
    with subprocess.Popen(command, env=_env(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdin
        assert other.stdout.readline() == "open\n"
        with pytest.raises(errors.LockedProject, match=f"process {other.pid} on "):
            Project.open(path)
        other.kill()
    with Project.open(path) as project:  # what a crash left is in nobody's way
        assert project.integrity() == []


def test_a_link_to_an_open_project_is_the_same_project(project: Project, path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.dateline"
    link.symlink_to(path)
    with pytest.raises(errors.LockedProject):
        Project.open(link)
    project.close()
    with Project.open(link) as by_link:
        with by_link.step("x") as step:
            step.put(World.make().annotator)
        with pytest.raises(errors.LockedProject):
            Project.open(path)
    with pytest.raises(errors.ProjectError, match="already"):
        Project.create(link, SCHEMA)


def test_opened_in_one_thread_and_closed_in_another(path: Path) -> None:
    Project.create(path, SCHEMA).close()
    opened: list[Project] = []
    thread = threading.Thread(target=lambda: opened.append(Project.open(path)))
    thread.start()
    thread.join()
    opened[0].close()
    Project.open(path).close()


def test_the_lock_is_held_until_the_last_sibling_is_closed(path: Path, project: Project) -> None:
    worker = project.sibling()
    project.close()
    with pytest.raises(errors.LockedProject):
        Project.open(path)
    worker.close()
    Project.open(path).close()


def test_a_full_drive_does_not_keep_the_lock_from_being_taken(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Project.create(path, SCHEMA).close()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    Project.open(path).close()


@pytest.mark.parametrize(
    ("number", "error", "said"),
    [
        (errno.EACCES, errors.FolderRefuses, "No file can be made in this folder"),
        (errno.ENOENT, errors.FolderRefuses, "No file can be made in this folder"),  # as below /proc
        (errno.ENOSPC, errors.DiskFull, "disk is full"),
    ],
)
def test_a_folder_that_takes_no_file_is_said_before_anything_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[errors.ProjectError], said: str
) -> None:
    def refuse(self: Path, *_: object) -> None:
        raise OSError(number, "as the system says", str(self))

    monkeypatch.setattr(Path, "touch", refuse)
    with pytest.raises(error, match=said):
        Project.create(tmp_path / "x.dateline", SCHEMA)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_halfway_is_said_of_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(upgrading, "migrate", fill)
    with pytest.raises(errors.ProjectError) as refused:
        Project.create(tmp_path / "x.dateline", SCHEMA)
    assert refused.value.where == str(tmp_path / "x.dateline")
    assert ".new" not in str(refused.value)


@pytest.mark.parametrize("which", ["file", "folder"])
def test_readonly(path: Path, filled: Project, which: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As root nothing is forbidden, so the question is answered in the system's place."""
    filled.close()
    refused = path if which == "file" else path.parent
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda p, mode: Path(p) != refused and allowed(p, mode))
    with pytest.raises(errors.ReadOnlyProject, match="reading only"):
        Project.open(path)
    with Project.open(path, readonly=True) as project:
        assert project.articles.count() == 1


def test_readonly_projects_refuse_to_change(filled: Project, path: Path, world: World) -> None:
    with Project.open(path, readonly=True) as project:
        for refused in (project.undo, project.redo, lambda: project.step("x").__enter__()):
            with pytest.raises(errors.ReadOnlyProject):
                refused()
        project.local.set("a", 1)
        with project.sibling() as other:
            assert other.readonly
            assert other.articles.count() == 1
        assert project.local.get("a") is None


def test_a_reader_sees_what_is_written_meanwhile(filled: Project, path: Path, world: World) -> None:
    with Project.open(path, readonly=True) as reader:
        with filled.step("more") as step:
            step.put(mention(world.article, world.annotator, 0, 3))
        assert len(reader.annotations.page(world.article.id, world.annotator.id).mentions) == 4


def _as_on_a_readonly_drive(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let plain mode=ro fail as it does where no shared memory can be made; return what was opened instead."""
    real, opened = connection._opened, []

    def refuse(uri: str) -> sqlite3.Connection:
        opened.append(uri.partition("?")[2])
        if uri.endswith("mode=ro"):
            error = sqlite3.OperationalError("unable to open database file")
            error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
            raise error
        return real(uri)

    monkeypatch.setattr(connection, "_opened", refuse)
    return opened


def test_a_project_on_a_readonly_drive_is_taken_as_it_is(
    filled: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.close()
    opened = _as_on_a_readonly_drive(monkeypatch)
    with Project.open(path, readonly=True) as project:
        assert project.articles.count() == 1
    assert opened == ["mode=ro", "mode=ro&immutable=1"]


def test_a_crashed_project_on_a_readonly_drive_is_read_with_its_log(
    filled: Project, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twin = tmp_path / "drive" / path.name
    twin.parent.mkdir()
    shutil.copy(path, twin)
    shutil.copy(f"{path}-wal", f"{twin}-wal")
    opened = _as_on_a_readonly_drive(monkeypatch)
    with Project.open(twin, readonly=True) as project:
        assert project.articles.count() == 1
        assert project.integrity() == []
    assert opened == ["mode=ro"]
    assert sorted(p.name for p in twin.parent.iterdir()) == [path.name, f"{path.name}-wal"]


def _env() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def test_closing_frees_the_file(path: Path) -> None:
    project = Project.create(path, SCHEMA)
    project.close()
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",), "nobody else is connected"
