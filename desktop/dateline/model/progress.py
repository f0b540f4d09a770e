"""How long work says how far it is, and how it is told to stop."""

from collections.abc import Sequence
from typing import Protocol

from dateline.model.wording import Wording

_WHOLE = 10_000  # steps of work that is told as a share


class Cancelled(Exception):
    """The person asked to stop; whoever sees it pass leaves nothing half-done."""


class Progress(Protocol):
    """Where long work reports to."""

    def step(self, done: int, total: int | None, what: str | Wording) -> None:
        """Take note that `done` of `total` (None: unknown) is done and `what` is at hand.

        Raises Cancelled when the work shall stop. The unit is the caller's: bytes read, articles written.
        """


class Silent:
    """A progress nobody watches."""

    def step(self, done: int, total: int | None, what: str | Wording) -> None:
        """Take no note."""


class Part:
    """One part of longer work: what it reports moves the whole from one share to another (0 to 1), never back.

    `wording` is a marked text that says what is done with the {name} at hand.
    """

    def __init__(self, whole: Progress, begin: float, end: float, wording: str = "") -> None:
        self._whole, self._begin, self._end, self._wording = whole, begin, end, wording
        self._reached, self._name = begin, ""

    def step(self, done: int, total: int | None, what: str | Wording) -> None:
        """Pass on how far the whole is; where it is not known of the part, it is not known of the whole."""
        if isinstance(what, str) and self._wording:
            self._name = what or self._name
            what = Wording(self._wording, {"name": self._name})
        if total is None:
            self._whole.step(done, None, what)
            return
        share = min(1.0, done / total) if total else 1.0
        self._reached = max(self._reached, self._begin + (self._end - self._begin) * share)
        self._whole.step(round(self._reached * _WHOLE), _WHOLE, what)


def parts_of(whole: Progress, sizes: Sequence[float], wording: str = "") -> list[Part]:
    """Divide work into parts one after another, as large as `sizes` say against each other."""
    total, before, parts = sum(sizes) or 1.0, 0.0, []
    for size in sizes:
        parts.append(Part(whole, before / total, (before + size) / total, wording))
        before += size
    return parts


class Rounds:
    """Work that may have to begin again from its start: its rounds together run once from 0 to 1.

    A round has all that is left; once it is known that another one follows, it has half of that.
    """

    def __init__(self, whole: Progress) -> None:
        self._whole = whole
        self._from, self._at = 0.0, 0.0  # a share of the round, and the share of the whole it stands for
        self._done, self._end = 0.0, 1.0
        self._expected = False

    def step(self, done: int, total: int | None, what: str | Wording) -> None:
        """Pass on how far the whole is."""
        if total is None:
            self._whole.step(done, None, what)
            return
        self._done = min(1.0, max(self._done, done / total if total else 1.0))
        self._whole.step(round(self._share() * _WHOLE), _WHOLE, what)

    def expect_another(self) -> None:
        """Take note that this round is not the last."""
        if not self._expected:
            self._at, self._from = self._share(), self._done
            self._end, self._expected = self._at + (1.0 - self._at) / 2, True

    def begin(self) -> None:
        """Begin another round."""
        self._at, self._from, self._done = self._share(), 0.0, 0.0
        self._end, self._expected = 1.0, False

    def _share(self) -> float:
        left = 1.0 - self._from
        return self._end if left <= 0 else self._at + (self._end - self._at) * (self._done - self._from) / left
