"""Texts in which every token is tagged as outside: in a file in which others are tagged somebody has read them."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.article import State
from dateline.model.bundle import Bundle
from dateline.model.wording import Wording, tr

_ONE = tr("1 text in which every token is outside comes in as started, as the others of the file do")
_SEVERAL = tr("{count} texts in which every token is outside come in as started, as the others of the file do")
_NOT_READ = tr("If nobody has read them for this, mark them as new")


class Outside:
    """Gives such pages the state of the others; in a file in which nothing is tagged at all they stay new.

    `tags_anything` looks through the file for that, at most once.
    """

    def __init__(self, tags_anything: Callable[[], bool]) -> None:
        self._look = tags_anything
        self._others: bool | None = None  # whether others are tagged; None: not known yet
        self._count = 0

    def settled(self, bundle: Bundle) -> Bundle:
        """Return a page of whose tokens each has a tag, and of whose state nothing was said."""
        if bundle.annotations.mentions:
            self._others = True
        elif bundle.state is State.NEW:
            if self._others is None:
                self._others = self._look()
            if self._others:
                self._count += 1
                return replace(bundle, state=State.STARTED)
        return bundle

    def told(self, file: str) -> Iterator[Problem]:
        """Yield how many there were, once the file has been read."""
        if self._count:
            told = Wording(_ONE if self._count == 1 else _SEVERAL, {"count": f"{self._count}"})
            yield worded(told, _NOT_READ, file, kind=ProblemKind.TEXT)
