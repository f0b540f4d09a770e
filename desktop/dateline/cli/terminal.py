"""How far a command is, on one line of a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click


class Terminal:
    """Progress on one line of a terminal; nothing where standard error is none."""

    def __init__(self) -> None:
        self._shown = False
        self._on = sys.stderr.isatty()

    def step(self, done: int, total: int | None, what: str) -> None:
        """Show how far it is."""
        if self._on:
            share = f"{100 * done // total:3d} %" if total else f"{done}"
            click.echo(f"\r\x1b[K{share}  {what[:60]}", nl=False, err=True)
            self._shown = True

    def clear(self) -> None:
        """Empty the line."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
            self._shown = False


@contextmanager
def progress_line() -> Iterator[Terminal]:
    """Show progress while the block runs, and empty the line behind it."""
    progress = Terminal()
    try:
        yield progress
    finally:
        progress.clear()
