"""What of a division before is in another part of this one: models that learned from the two cannot be compared."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct, field

_USUAL = "train"


class Before(Protocol):
    """What an export before told of its division."""

    @property
    def names(self) -> Sequence[str]:
        """The names of its parts; none where there was no division, or nothing tells of it."""

    @property
    def untold(self) -> bool:
        """Whether parts of one lie there of which nothing tells what is in them."""

    def part_of(self, article_id: str, sha256: str) -> str:
        """Return the part that an article of this id or text was in, "" for none."""


class Moved(Struct, frozen=True):
    """How many articles are in another part now, by the part they were in before and the part they are in.

    `trained` is the part that the division before had for training, `training` the one this has; "" where there was
    none. `untold`: parts lie there of which nothing tells what is in them.
    """

    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    trained: str = ""
    training: str = ""
    untold: bool = False

    def out_of_training(self) -> dict[str, int]:
        """Return how many were for training, by the part they are in now."""
        return {now: count for (then, now), count in self.counts.items() if then == self.trained}

    def into_training(self) -> dict[str, int]:
        """Return how many were not for training and are now, by the part they were in."""
        return {then: n for (then, now), n in self.counts.items() if then != self.trained and now == self.training}

    def among_others(self) -> dict[tuple[str, str], int]:
        """Return how many went from one part that is not for training to another, by both."""
        return {m: n for m, n in self.counts.items() if m[0] != self.trained and m[1] != self.training}


class Moving:
    """Counts what is in another part than before, given the names of the parts there are now.

    A part that has got another name is the same part: the one for training, and the others in their order if as many
    names went as came.
    """

    def __init__(self, before: Before | None, names: Sequence[str]) -> None:
        self._before = before if before and before.names else None
        self._untold = before is not None and before.untold
        self._counts: Counter[tuple[str, str]] = Counter()
        self._trained = self._training = ""
        self._now: dict[str, str] = {}  # what a part of the division before is called
        if self._before is None:
            return
        then = self._before.names
        self._trained = for_training(then)
        self._training = self._trained if self._trained in names else for_training(names)
        self._now = {name: name for name in then if name in names}
        if self._training not in then:
            self._now[self._trained] = self._training
        went = [name for name in then if name not in self._now]
        came = [name for name in names if name not in self._now.values()]
        if len(went) == len(came):
            self._now |= zip(went, came, strict=True)

    def look(self, article_id: str, sha256: str, part: str) -> None:
        """Look where an article that is in this part now was before."""
        then = self._before.part_of(article_id, sha256) if self._before else ""
        if then and self._now.get(then) != part:
            self._counts[then, part] += 1

    def found(self) -> Moved:
        """Return what there was."""
        return Moved(dict(sorted(self._counts.items())), self._trained, self._training, self._untold)


def for_training(names: Sequence[str]) -> str:
    """Return which of some parts is for training: the one named "train", else the first; "" where there are none."""
    return _USUAL if _USUAL in names else names[0] if names else ""
