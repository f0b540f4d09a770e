"""What an export that was killed leaves beside its place is cleared away by the next one there, and nothing else is."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from dateline.exchange import staging
from dateline.exchange.outbox import Outbox
from dateline.exchange.problems import CannotWrite

# Stages a file and a folder, says so, and waits; told to go on, it dies in the delivery, where ("link", "rename") is
# how the file before was put aside.
EXPORTER = """
import os, sys
from pathlib import Path
from dateline.exchange.delivery import Delivery
from dateline.exchange.outbox import Outbox
folder, aside = Path(sys.argv[1]), sys.argv[2]
def refuse(*_): raise OSError("no second names on this drive")
if aside == "rename": os.link = refuse
replace = Path.replace
def die(self, target):
    if Path(target).name != "o.train.jsonl": return replace(self, target)
    os.kill(os.getpid(), 9)
Path.replace = die
with Outbox() as box:
    box.file(folder / "o.train.jsonl").write(b"half of it")
    box.flush()
    (box.folder(folder / "brat") / "a.ann").write_bytes(b"T1")
    box.file(folder / ("long" * 60)).write(b"half of it")
    print("staged", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def exporting(folder: Path, aside: str = "link") -> "Iterator[subprocess.Popen[str]]":
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", EXPORTER, str(folder), aside]
    with subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "staged\n"
        try:
            yield process
        finally:
            process.kill()


def export(folder: Path, name: str = "other.jsonl") -> None:
    with Outbox() as box:
        box.file(folder / name).write(b"whole")


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_what_a_killed_export_left_goes_with_the_next_to_that_folder(tmp_path: Path) -> None:
    with exporting(tmp_path) as process:
        process.kill()
    left = names(tmp_path)
    assert len(left) > 3
    assert all(name.startswith(".") for name in left)
    export(tmp_path)
    assert names(tmp_path) == ["other.jsonl"]


def test_it_goes_with_an_export_that_is_refused_or_fails_too(tmp_path: Path) -> None:
    with exporting(tmp_path) as process:
        process.kill()
    (tmp_path / "o.jsonl").write_bytes(b"good")
    with pytest.raises(CannotWrite), Outbox(overwrite=False) as box:
        box.file(tmp_path / "o.jsonl")
    assert names(tmp_path) == ["o.jsonl"]


def test_a_living_export_keeps_what_it_has(tmp_path: Path) -> None:
    with exporting(tmp_path):
        before = names(tmp_path)
        export(tmp_path)
        assert names(tmp_path) == sorted([*before, "other.jsonl"])
    with Outbox() as box:
        box.file(tmp_path / "mine.jsonl").write(b"mine")
        export(tmp_path, "another.jsonl")
    assert names(tmp_path) == ["another.jsonl", "mine.jsonl", "other.jsonl"]
    assert (tmp_path / "mine.jsonl").read_bytes() == b"mine"


def test_a_persons_files_stay_whatever_they_are_called(tmp_path: Path) -> None:
    with exporting(tmp_path) as process:
        process.kill()
    (part,) = (p for p in tmp_path.iterdir() if p.suffix == ".jsonl")
    elsewhere = staging.token()
    mine = [
        tmp_path / name
        for name in (
            ".o.train.3f05c9e0.part.jsonl",  # as they were called once: whose it is nobody can know
            part.name.removeprefix("."),
            f"{part.name}.bak",
            part.name.replace(".part.", ".whole."),
            f".o.{elsewhere}-1.part.jsonl",
            ".notes.part.lock",
            "part.lock",
        )
    ]
    for path in mine:
        path.write_bytes(b"mine")
    export(tmp_path)
    assert names(tmp_path) == sorted([*(p.name for p in mine), "other.jsonl"])


def test_what_another_machine_left_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not every drive of a network tells one machine of another's locks."""
    with exporting(tmp_path) as process:
        process.kill()
    before = names(tmp_path)
    monkeypatch.setattr(staging.platform, "node", lambda: "another")
    export(tmp_path)
    assert names(tmp_path) == sorted([*before, "other.jsonl"])


@pytest.mark.parametrize("aside", ["link", "rename"])
def test_what_stood_there_before_an_export_that_was_killed_in_its_delivery_stands_there(
    tmp_path: Path, aside: str
) -> None:
    (tmp_path / "o.train.jsonl").write_bytes(b"before")
    with exporting(tmp_path, aside) as process:
        process.communicate("\n")
    assert (tmp_path / "o.train.jsonl").exists() == (aside == "link")
    export(tmp_path)
    assert names(tmp_path) == ["o.train.jsonl", "other.jsonl"]
    assert (tmp_path / "o.train.jsonl").read_bytes() == b"before"


@pytest.mark.parametrize("refused", [Timeout("x"), OSError("no locks on this drive"), NotImplementedError()])
def test_where_no_lock_can_be_had_exports_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: Exception
) -> None:
    with exporting(tmp_path) as process:
        process.kill()
    before = names(tmp_path)

    def refuse(*_: object, **__: object) -> None:
        raise refused

    monkeypatch.setattr(FileLock, "acquire", refuse)
    export(tmp_path)
    assert names(tmp_path) == sorted([*before, "other.jsonl"])


def test_what_cannot_be_removed_waits_for_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scanner may have a file open, which Windows does not let anyone remove then."""
    with exporting(tmp_path) as process:
        process.kill()
    remove = Path.unlink

    def refuse(self: Path, *, missing_ok: bool = False) -> None:
        if self.suffix == ".jsonl":
            raise PermissionError(13, "in use", str(self))
        remove(self, missing_ok=missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        export(tmp_path)
    assert len(names(tmp_path)) == 3, "the file, the lock that tells whose it is, and what was written"
    export(tmp_path)
    assert names(tmp_path) == ["other.jsonl"]
