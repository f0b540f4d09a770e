"""A private X server, real keys and a real mouse, and the picture that is on the screen."""

import os
import select
import shutil
import struct
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtGui import QImage

WIDTH, HEIGHT = 1600, 1000
PATIENCE = 20.0  # seconds until something that should happen counts as not happening

Box = tuple[int, int, int, int]  # left, top, width, height on the screen
Point = tuple[int, int]


def missing_tools() -> list[str]:
    """Return the programs that driving a real window needs and that are not there."""
    return [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]


def wait_until(holds: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Wait for something to hold; fail saying what did not come."""
    end = time.monotonic() + patience
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"this did not come within {patience:g} s: {what}")
        time.sleep(0.02)


class Screen:
    """An Xvfb of its own. Its frame buffer is a mapped file, so that looking at it needs no other program."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._frame = folder / "Xvfb_screen0"
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"]
        with (folder / "xvfb.err").open("wb") as errors:
            self._server = subprocess.Popen(
                [*command, "-noreset", "-nolisten", "tcp", "-fbdir", str(folder)], pass_fds=[writing], stderr=errors
            )
        os.close(writing)
        try:
            self.display = f":{self._number(reading)}"
        finally:
            os.close(reading)

    def _number(self, reading: int) -> int:
        """The server ends when it cannot write the line's end, so all of it is read."""
        told = b""
        while not told.endswith(b"\n"):
            ready, _, _ = select.select([reading], [], [], PATIENCE)
            piece = os.read(reading, 16) if ready else b""
            if not piece:
                self._server.kill()
                self._server.wait()
                raise AssertionError("Xvfb did not start: " + (self._folder / "xvfb.err").read_text(errors="replace"))
            told += piece
        return int(told)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait(10)

    def variables(self, folder: Path) -> dict[str, str]:
        """Return the environment of a program on this screen that keeps everything it writes in `folder`.

        It has been started there before: the very first start would open the sample project.
        """
        settings = folder / "config" / "dateline.ini"
        if not settings.exists():
            settings.parent.mkdir(parents=True, exist_ok=True)
            settings.write_text("[flags]\nstarted_before=true\n", encoding="utf-8")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "DATELINE_", "WAYLAND", "XDG_"))}
        return kept | {
            "DISPLAY": self.display,
            "LC_ALL": "C.UTF-8",
            "PYTHONFAULTHANDLER": "1",
            "HOME": str(folder),
            "QT_QPA_PLATFORM": "xcb",
            "QT_XCB_GL_INTEGRATION": "none",
            "QT_ACCESSIBILITY": "0",
            "DATELINE_CONFIG_DIR": str(folder / "config"),
            "DATELINE_DATA_DIR": str(folder / "data"),
            "DATELINE_STATE_DIR": str(folder / "state"),
        }

    # The picture

    def pixels(self, box: Box) -> bytes:
        """Return what is in a box of the screen, four bytes a pixel, row by row."""
        left, top, width, height = box
        with self._frame.open("rb") as file:
            head = struct.unpack(">25I", file.read(100))
            begin, stride = head[0] + head[19] * 12, head[12]
            rows = []
            for row in range(top, top + height):
                file.seek(begin + row * stride + left * 4)
                rows.append(file.read(width * 4))
        return b"".join(rows)

    def settled(self, box: Box, still: float = 0.12) -> bytes:
        """Return what is in a box once it no longer changes."""
        before, since = self.pixels(box), time.monotonic()
        end = since + PATIENCE
        while time.monotonic() - since < still:
            time.sleep(0.02)
            now = self.pixels(box)
            if now != before:
                before, since = now, time.monotonic()
            assert time.monotonic() < end, f"the screen never comes to rest in {box}"
        return before

    def save_picture(self, path: Path) -> None:
        """Write what is on the screen as a picture, to look at when something failed."""
        image = QImage(self.pixels((0, 0, WIDTH, HEIGHT)), WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        image.save(str(path))

    # Keys and mouse

    def xdotool(self, *words: object) -> str:
        """Run one xdotool command and return what it printed."""
        done = subprocess.run(
            ["xdotool", *map(str, words)],
            env={**os.environ, "DISPLAY": self.display, "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return done.stdout

    def window(self, title: str) -> str:
        """Wait for a window of this title (a regular expression), give it the keys and return its id."""
        found: list[str] = []

        def is_there() -> bool:
            found[:] = self.xdotool("search", "--onlyvisible", "--name", title).split()
            return bool(found)

        wait_until(is_there, f"a window called {title}")
        self.xdotool("windowfocus", "--sync", found[-1])
        return found[-1]

    def is_gone(self, title: str) -> bool:
        """Say whether no window of this title is to be seen."""
        return not self.xdotool("search", "--onlyvisible", "--name", title).split()

    def keys(self, *keys: str) -> None:
        """Press keys one after the other ("Ctrl+z" is "ctrl+z" here)."""
        self.xdotool("key", "--delay", 25, *keys)

    def type(self, text: str) -> None:
        """Type ASCII; xdotool loses other characters."""
        assert text.isascii()
        self.xdotool("type", "--delay", 8, text)

    def click(self, point: Point, *, hold: str = "") -> None:
        """Click at a place of the screen."""
        self._move(point)
        time.sleep(0.03)
        if hold:
            self.xdotool("keydown", hold, "click", 1, "keyup", hold)
        else:
            self.xdotool("click", 1)

    def drag(self, begin: Point, end: Point) -> None:
        """Drag with the left button."""
        self._move(begin)
        self.xdotool("mousedown", 1)
        middle = ((begin[0] + end[0]) // 2, (begin[1] + end[1]) // 2)
        for point in (middle, end, end):
            self._move(point)
            time.sleep(0.03)
        self.xdotool("mouseup", 1)

    def _move(self, point: Point) -> None:
        """Move the pointer; where it is there already, xdotool would wait fifteen seconds for it to move."""
        there = self.xdotool("getmouselocation").split()[:2] == [f"x:{point[0]}", f"y:{point[1]}"]
        self.xdotool("mousemove", *([] if there else ["--sync"]), *point)
