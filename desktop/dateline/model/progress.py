"""How long work says how far it is, and how it is told to stop."""

from typing import Protocol


class Cancelled(Exception):
    """The person asked to stop; whoever sees it pass leaves nothing half-done."""


class Progress(Protocol):
    """Where long work reports to."""

    def step(self, done: int, total: int | None, what: str) -> None:
        """Take note that `done` of `total` (None: unknown) is done and `what` is at hand.

        Raises Cancelled when the work shall stop. The unit is the caller's: bytes read, articles written.
        """


class Silent:
    """A progress nobody watches."""

    def step(self, done: int, total: int | None, what: str) -> None:
        """Take no note."""
