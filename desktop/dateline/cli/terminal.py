"""How far a command is, on one line of a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import click

from dateline.model.wording import Wording

_EVERY = 0.05  # seconds: a terminal that is written to oftener slows the work


class Terminal:
    """Progress on one line of a terminal; nothing where standard error is none."""

    def __init__(self) -> None:
        self._shown = False
        self._on = sys.stderr.isatty()
        self._next = 0.0
        self._stage = ""

    def step(self, done: int, total: int | None, what: str | Wording) -> None:
        """Show how far it is."""
        if not self._on:
            return
        now, stage = monotonic(), what.text if isinstance(what, Wording) else ""
        if now >= self._next or done == total or stage != self._stage:
            share = f"{100 * done // total:3d} %" if total else f"{done}"
            click.echo(f"\r\x1b[K{share}  {str(what)[:60]}", nl=False, err=True)
            self._shown, self._next, self._stage = True, now + _EVERY, stage

    def agrees(self, question: str) -> bool:
        """Ask; where nobody can answer, the answer is yes."""
        if not _answers():
            return True
        self.clear()
        try:
            return click.confirm(question, err=True)
        except click.Abort:
            click.echo(err=True)  # the line of the question has not ended
            return False

    def clear(self) -> None:
        """Empty the line."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
            self._shown = False


def _answers() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


@contextmanager
def progress_line() -> Iterator[Terminal]:
    """Show progress while the block runs, and empty the line behind it."""
    progress = Terminal()
    try:
        yield progress
    finally:
        progress.clear()
