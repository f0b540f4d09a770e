"""How the bootstrap speaks to the person in front of it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter


class Trouble(Exception):
    """Something in the person's world that stops the job; the text says what, and what to do."""


def say(text: str) -> None:
    """Print one line at once, so that it stands before what the next program prints."""
    print(text, flush=True)


def note(text: str) -> None:
    """Print what is missing but does not stop the job."""
    print(text, file=sys.stderr, flush=True)


@contextmanager
def announced(text: str) -> Iterator[None]:
    """Say what begins, and afterwards how many seconds it took."""
    say(f"{text} …")
    begun = perf_counter()
    yield
    say(f"  {perf_counter() - begun:.1f} s")
