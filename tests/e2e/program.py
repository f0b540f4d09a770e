"""The program as a person starts it, and what a test may know of it from outside: its window, file and log."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dateline.model.page import Page
from dateline.store.errors import ProjectError
from dateline.store.project import Project
from tests.e2e.screen import PATIENCE, Box, Point, Screen, wait_until

_ROOT = Path(__file__).parents[2]
_BAD = re.compile(r"^\S+ \S+ (WARNING|ERROR|CRITICAL) ", re.MULTILINE)


def variables(screen: Screen, home: Path) -> dict[str, str]:
    """Return the environment of a program of this tree on a screen, with folders of its own."""
    return screen.variables(home) | {"PYTHONPATH": os.pathsep.join((str(_ROOT / "desktop"), str(_ROOT)))}


def started(home: Path) -> None:
    """Let it not be the very first start, which would open the sample."""
    (home / "config").mkdir(parents=True, exist_ok=True)
    (home / "config" / "dateline.ini").write_text("[flags]\nstarted_before=true\n", encoding="utf-8")


class Program:
    """A running Dateline on a screen, with folders of its own under `home`."""

    def __init__(self, screen: Screen, home: Path, *arguments: str, title: str = "Dateline") -> None:
        self.screen, self.home = screen, home
        home.mkdir(exist_ok=True)
        self._errors = home / "stderr.txt"
        with self._errors.open("ab") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "dateline", *arguments],
                env=variables(screen, home),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )
        self.id = ""
        self._title = title

    def wait_for_window(self) -> Point:
        """Wait until the window is there and has the keys; return where its corner is."""
        wait_until(lambda: self.alive, "the program", 2)
        self.id = self.screen.window(self._title)
        return self.corner

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    @property
    def corner(self) -> Point:
        """Where the window's upper left corner is on the screen."""
        told = dict(p.split("=") for p in self.screen.xdotool("getwindowgeometry", "--shell", self.id).split())
        return int(told["X"]), int(told["Y"])

    def focus(self) -> None:
        """Give the window the keys."""
        self.screen.xdotool("windowfocus", "--sync", self.id)

    def quit(self) -> int:
        """Press Ctrl+Q and wait for the end."""
        self.focus()
        self.screen.keys("ctrl+q")
        return self._process.wait(PATIENCE)

    def kill(self) -> None:
        """End the process as a power cut would: it gets to know nothing of it."""
        if self.alive:
            self._process.send_signal(signal.SIGSTOP)
            self.screen.save_picture(self.home / "last-seen.png")
            self._process.send_signal(signal.SIGKILL)
        self._process.wait(10)

    def complaints(self) -> str:
        """Return what it printed to standard error, and what it logged at WARNING or above."""
        log = self.home / "state" / "dateline.log"
        logged = log.read_text(encoding="utf-8") if log.exists() else ""
        bad = logged[found.start() :] if (found := _BAD.search(logged)) else ""
        return self._errors.read_text(encoding="utf-8", errors="replace") + bad


class Twin:
    """Asks a program of the same look where things are; see `twin.py`."""

    def __init__(self, screen: Screen, home: Path, project: Path | None = None) -> None:
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        started(home)
        copy: list[str] = []
        if project is not None:
            # The writer's last steps may still lie in the write-ahead log.
            for path in project.parent.glob(f"{project.name}*"):
                if not path.name.endswith((".lock", "-shm")):
                    shutil.copy(path, home / path.name)
            copy = [str(home / project.name)]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.twin", *copy],
            env=variables(screen, home),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._answer()

    def _answer(self) -> dict[str, list[Any]]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, "the twin ended"
        told: dict[str, list[Any]] = json.loads(line)
        return told

    def ask(self, corner: Point, **asked: Sequence[object]) -> dict[str, list[Any]]:
        """Return places on the screen for what is asked: `word=["Astana"]` gives `{"word": [(x, y)]}`."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return {name: [_moved(place, corner) for place in places] for name, places in self._answer().items()}

    def close(self) -> None:
        """Let the twin go."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(PATIENCE)
        assert self._process.stdout
        self._process.stdout.close()


def _moved(place: list[Any], corner: Point) -> Any:
    if place and isinstance(place[0], list):
        return [_moved(p, corner) for p in place]
    moved = (place[0] + corner[0], place[1] + corner[1])
    return (*moved, *place[2:]) if len(place) > 2 else moved


def around(point: Point, width: int, height: int) -> Box:
    """Return a box about a point."""
    return point[0] - width // 2, point[1] - height // 2, width, height


def page_in(path: Path, title: str) -> Page | None:
    """Return an article, by the begin of its name, with its annotator's annotations as the file has them, or None."""
    try:
        with Project.open(path, readonly=True) as project:
            found = next((a.id for a in project.articles.summaries(None) if a.name.startswith(title)), None)
            annotators = project.annotations.annotators()
            return project.annotations.page(found, annotators[0].id) if found and annotators else None
    except ProjectError:
        return None
