"""What a person does that is no step of the journal, and that undo takes back in its turn all the same.

A rejection is remembered beside the annotations, not among them. It lies between two steps, and is gone with the
session: in a project that was closed undo knows steps only.
"""

from collections.abc import Callable

from msgspec import Struct

from dateline.model.changes import Place


class Aside(Struct, frozen=True):
    """One such thing: what it is called in undo, where it was, how it is taken back and done again."""

    label: str
    place: Place
    back: Callable[[], None]
    again: Callable[[], None]


class Asides:
    """Those that were done and those that were undone, each with the step that was the last one done before it."""

    def __init__(self) -> None:
        self._done: list[tuple[int | None, Aside]] = []
        self._undone: list[tuple[int | None, Aside]] = []

    def add(self, aside: Aside, last_step: int | None) -> None:
        """Keep what was done after that step (None: after none)."""
        self._done.append((last_step, aside))
        self._undone.clear()

    def next(self, last_step: int | None, *, back: bool) -> Aside | None:
        """Return what comes before the journal's own next step, where that one is the last one done."""
        found = self._done if back else self._undone
        return found[-1][1] if found and found[-1][0] == last_step else None

    def replay(self, *, back: bool) -> None:
        """Take the last one back, or do the one that was undone last again."""
        taken, given = (self._done, self._undone) if back else (self._undone, self._done)
        at, aside = taken.pop()
        (aside.back if back else aside.again)()
        given.append((at, aside))

    def forget_undone(self) -> None:
        """Let go of what was undone: something else was done, and it cannot be done again."""
        self._undone.clear()

    def clear(self) -> None:
        """Let go of all: another project is open, or none."""
        self._done.clear()
        self._undone.clear()

    def __bool__(self) -> bool:
        return bool(self._done or self._undone)
