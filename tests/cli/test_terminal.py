"""The line of a terminal that says how far a command is."""

import io
import sys

from dateline.cli.terminal import Terminal, progress_line
from dateline.model.wording import Wording


class Screen(io.StringIO):
    """A terminal that remembers what is written to it."""

    def isatty(self):
        return True


def lines(screen):
    return screen.getvalue().split("\r\x1b[K")[1:]


def test_thousands_of_reports_are_few_writings_and_no_stage_or_end_is_missed(monkeypatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress_line() as progress:
        for stage in ("Reading {name}", "Writing {name}"):
            for n in range(5000):
                progress.step(n, 10_000, Wording(stage, {"name": f"{n}.txt"}))
        progress.step(10_000, 10_000, Wording("Writing {name}", {"name": "all"}))
    assert len(lines(screen)) < 500
    assert lines(screen)[0] == "  0 %  Reading 0.txt"
    assert "  0 %  Writing 0.txt" in lines(screen)
    assert lines(screen)[-2:] == ["100 %  Writing all", ""]


def test_where_nobody_looks_nothing_is_written(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    progress = Terminal()
    progress.step(1, 2, "a.txt")
    progress.clear()
    assert sys.stderr.getvalue() == ""
