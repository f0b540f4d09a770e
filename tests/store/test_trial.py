"""A copy of a project to try something on: it works as a project does, and nothing of it stays behind."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from dateline.model.progress import Cancelled, Silent
from dateline.model.wording import Wording
from dateline.store import errors, trial
from dateline.store.project import Project
from tests.store.dump import content
from tests.store.world import article

SECRET = "The envoys met in secret."
HOLDS_ONE = """
import sys, time
from pathlib import Path
from dateline.store.project import Project
from tests.store.world import article
with Project.open(Path(sys.argv[1]), readonly=True) as project, project.throwaway() as copy:
    with copy.little_memory(), copy.step("Try") as step:
        for number in range(200):
            step.put(article(f"{number} " + "x y z " * 4_000))
        print("ready", flush=True)
        time.sleep(60)
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "temporary"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    return made


def _fail(project: Project) -> None:
    with project.step("Fails") as step:
        step.put(article("Never there."))
        raise ZeroDivisionError


def _fill_up(project: Project) -> None:
    with project.throwaway() as copy:
        pages = copy._conn.execute("PRAGMA page_count").fetchone()[0]
        copy._conn.execute(f"PRAGMA max_page_count = {pages + 4}")
        with copy.step("Try") as step:
            for _ in range(40):
                step.put(article("x y z " * 4_000))


def test_what_is_tried_is_seen_in_the_copy_alone(filled: Project, temporary: Path) -> None:
    before = content(filled)
    with filled.throwaway() as copy:
        assert content(copy) == before
        with copy.step("Try") as step:
            step.put(article(SECRET))
            with pytest.raises(ZeroDivisionError):
                _fail(copy)
        with pytest.raises(ZeroDivisionError):
            _fail(copy)
        assert copy.articles.count() == filled.articles.count() + 1
        assert copy.integrity() == []
        copy.undo()
        assert content(copy) == before
    assert content(filled) == before
    assert not list(temporary.iterdir())


def test_copying_tells_how_far_it_is_and_stops_when_told_to(filled: Project, temporary: Path) -> None:
    with filled.step("Much") as step:
        for n in range(300):
            step.put(article(f"{n} " + "x y z " * 20_000))

    class Watched(Silent):
        def __init__(self, last: float) -> None:
            self.shares: list[float] = []
            self._last = last

        def step(self, done: int, total: int | None, what: str | Wording) -> None:
            self.shares.append(done / (total or 1))
            if self.shares[-1] > self._last:
                raise Cancelled

    watched = Watched(1)
    with filled.throwaway(watched) as copy:
        assert copy.articles.count() == filled.articles.count()
    assert watched.shares == sorted(watched.shares)
    assert (len(watched.shares) > 1, watched.shares[-1]) == (True, 1)
    with pytest.raises(Cancelled), filled.throwaway(Watched(0)):
        pass
    assert not list(temporary.iterdir())
    assert filled.integrity() == []


@pytest.mark.skipif(os.name != "posix", reason="only there an open file can be deleted")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_nothing_stays_behind_of_a_killed_program(filled: Project, temporary: Path, how: signal.Signals) -> None:
    with filled.step("Secret") as step:
        step.put(article(SECRET))
    filled.close()
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "TMPDIR": str(temporary)}
    command = [sys.executable, "-c", HOLDS_ONE, str(filled.path)]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
        assert not [p for p in temporary.rglob("*") if p.is_file()], "while it is in use"
        child.send_signal(how)
        child.wait(20)
    assert not [p for p in temporary.rglob("*") if p.is_file()]


def test_where_open_files_cannot_be_deleted_the_next_copy_sweeps(temporary: Path) -> None:
    left, another = temporary / "dateline-trial-x", temporary / "dateline-y"
    for folder in (left, another):
        folder.mkdir()
        (folder / "copy").write_text(SECRET)
    trial._sweep(temporary)
    assert sorted(temporary.iterdir()) == [another]


def test_no_room_for_the_copy_is_not_said_of_the_project(filled: Project, temporary: Path) -> None:
    with pytest.raises(errors.NoRoomForTrial) as refused:
        _fill_up(filled)
    assert str(temporary) in str(refused.value)
    assert "at least 1 MB" in str(refused.value)
    assert "without a preview, or set TMPDIR" in refused.value.todo
    assert "not saved" not in str(refused.value)
    assert not list(temporary.iterdir())


def test_a_fault_of_the_project_itself_stays_its_own(filled: Project, temporary: Path) -> None:
    with pytest.raises(errors.DiskFull), filled.throwaway():
        raise errors.DiskFull(filled.path)
