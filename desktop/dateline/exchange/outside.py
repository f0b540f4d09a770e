"""Texts in which every token is tagged as outside: in a file in which others are tagged somebody has read them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.article import State
from dateline.model.bundle import Bundle
from dateline.model.progress import Part
from dateline.model.wording import Wording, tr

_ONE = tr("1 text in which every token is outside comes in as started, since its file is annotated")
_SEVERAL = tr("{count} texts in which every token is outside come in as started, since its file is annotated")
_NOT_READ = tr("If nobody has read them for this, mark them as new")


class Outside:
    """Gives such pages the state of the others; in a file in which nothing is tagged at all they stay new.

    `tagged` reads the file once more, at most once, with options that note nothing anywhere, and says of each record
    that is taken whether it is tagged: what is left out acts on no other. `again`: this is that second time, in which
    no page's state is asked for.
    """

    def __init__(
        self, tagged: Callable[[ReadOptions], Iterable[bool]], options: ReadOptions, *, again: bool = False
    ) -> None:
        self._tagged, self._options = tagged, options
        self._others: bool | None = False if again else None  # whether others are tagged; None: not known yet
        self._count = 0

    def settled(self, bundle: Bundle) -> Bundle:
        """Return a page of whose tokens each has a tag, and of whose state nothing was said."""
        if bundle.annotations.mentions:
            self._others = True
        elif bundle.state is State.NEW:
            if self._others is None:
                self._others = any(self._tagged(_unwatched(self._options)))
            if self._others:
                self._count += 1
                return replace(bundle, state=State.STARTED)
        return bundle

    def told(self, file: str) -> Iterator[Problem]:
        """Yield how many there were, once the file has been read."""
        if self._count:
            told = Wording(_ONE if self._count == 1 else _SEVERAL, {"count": f"{self._count}"})
            yield worded(told, _NOT_READ, file, kind=ProblemKind.TEXT)


def _unwatched(options: ReadOptions) -> ReadOptions:
    """Return the options for a reading that counts for nothing else."""
    return replace(options, progress=Part(options.progress, 0, 0), clashing=Counter())
