"""The process is killed at random moments of work; what had been shown is there, and the file is sound."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from dateline.store.project import Project
from tests.store.tagger import IMPORTED
from tests.store.world import SCHEMA, TEXT, World, article

KILLS = 200
SHOWN = 400  # edits at the least: each child is waited for until it has said what it was asked for

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "day.dateline"
    world = World.make()
    with Project.create(path, SCHEMA) as project, project.step("Fill") as step:
        step.put(world.annotator)
        step.put(article(TEXT * 100))
    return path


@pytest.fixture
def server(path: Path) -> Iterator["subprocess.Popen[str]"]:
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", "tests.store.tagger", str(path)]
    with subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        yield server
        server.kill()


@pytest.mark.slow
def test_killed_at_200_random_moments(path: Path, server: "subprocess.Popen[str]") -> None:
    assert server.stdin
    assert server.stdout
    chance = random.Random(20260101)
    labels, articles = _state(path)
    kills = shown = recoveries = 0
    while kills < KILLS:
        what = "import" if kills % 8 == 7 else "annotate"
        server.stdin.write(f"{what}\n")
        server.stdin.flush()
        said = _killed_after(server.stdout, chance.choice([0, 1, 1, 2, 4, 8]), chance.uniform(0, 0.02))
        recoveries += path.with_name(path.name + "-wal").exists()
        now, articles_now = _state(path)
        expected = _after(labels, said)
        late = [i for i in now.keys() | expected.keys() if now.get(i) != expected.get(i)]
        assert len(late) <= 1, f"kill {kills}: shown and not there (or there and not shown): {late}"
        imports = (articles_now - articles) / IMPORTED
        assert imports in (said.count("imported"), said.count("imported") + 1), f"kill {kills}: half an import"
        labels, articles = now, articles_now
        shown += len(said)
        kills += 1
    assert shown > SHOWN, "the script hardly came to work"
    assert recoveries > kills // 2, "hardly any kill met an open project"
    _takes_back_everything(path)


def _killed_after(stdout: IO[str], steps: int, seconds: float) -> list[str]:
    """Let a child say so many things, as long as the machine takes for them, and a little more; kill it.

    Returns what it said. With no step it is killed while it opens the project.
    """
    child = int(stdout.readline().removeprefix("pid "))
    said = [stdout.readline().strip() for _ in range(steps)]
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    while not (line := stdout.readline()).startswith("end "):
        assert line, "the server of children is gone"
        said.append(line.strip())
    assert line == f"end {int(signal.SIGKILL)}\n", f"the child ended by itself: {said[-3:]}"
    return [s for s in said if s]


def _state(path: Path) -> tuple[dict[str, str], int]:
    """Return the labels of all mentions and the number of articles of a project that must be sound."""
    with Project.open(path) as project:
        assert project.integrity() == []
        (who,) = project.annotations.annotators()
        page = project.annotations.page(project.articles.ids()[0], who.id)
        count = project.articles.count()
        assert project.search.count("words") == count - 1
        before = project.next_undo()
        assert before
        project.undo()
        project.redo()
        assert project.next_undo() == before
        return {m.id: m.label for m in page.mentions.values()}, count


def _after(labels: dict[str, str], said: list[str]) -> dict[str, str]:
    """What the labels must be after what was said."""
    now: dict[str, str] = dict(labels)
    done: list[tuple[str, str, str]] = []
    undone: list[tuple[str, str, str]] = []

    def put(mention_id: str, label: str) -> None:
        now.pop(mention_id, None)
        if label != "-":
            now[mention_id] = label

    for line in said:
        op, *rest = line.split()
        if op == "edit":
            mention_id, before, after = rest
            done.append((mention_id, before, after))
            undone.clear()
            put(mention_id, after)
        elif op == "undo":
            undone.append(done.pop())
            put(undone[-1][0], undone[-1][1])
        elif op == "redo":
            done.append(undone.pop())
            put(done[-1][0], done[-1][2])
    return now


def _takes_back_everything(path: Path) -> None:
    """All that was done between the kills can still be undone, down to the empty project."""
    with Project.open(path) as project:
        while project.undo():
            pass
        assert project.articles.count() == 0
        assert project.integrity() == []
