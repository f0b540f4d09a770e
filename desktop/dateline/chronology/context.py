"""What an expression is read against: the publication date, its neighbours, the dates before it in the article."""

from collections.abc import Callable, Collection, Sequence
from functools import cached_property

from dateline.chronology.cues import Cues, Direction
from dateline.chronology.reading import Reading
from dateline.model.calendar import DAY, civil, from_iso, iso_week, to_iso, weekday
from dateline.model.text import Span


class NeedsPublicationError(Exception):
    """A relative expression in an article whose publication date is not known."""


class Context:
    """The surroundings of one expression.

    `read` resolves a part of the expression by the same rules; `find_values` returns the TIMEX3 values of the time
    expressions before it that `earlier` has not, in order, `values_in` all those of a text, `days_in` where they stand;
    `cues` tell where the words before and after point; `sure` are dates before it that somebody set.
    """

    def __init__(
        self,
        published: str,
        left: str,
        right: str,
        earlier: Sequence[str],
        read: Callable[[str, "Context"], Reading | None],
        find_values: Callable[[str, str], list[str]],
        values_in: Callable[[str, str], list[str]],
        days_in: Callable[[str, str], list[Span]],
        cues: Cues,
        sure: Collection[str] = (),
    ) -> None:
        self.published = published
        self.left = left
        self.right = right
        self._earlier = earlier
        self._read = read
        self._find_values = find_values
        self._values_in = values_in
        self._days_in = days_in
        self.cues = cues
        self.sure = sure

    def read(self, text: str) -> Reading | None:
        """Resolve a part of the expression; None where no rule fits."""
        return self._read(text, self)

    def read_after(self, words: str, text: str) -> Reading | None:
        """Resolve a part of the expression with the words of it that stand before as neighbours."""
        begins = not self.left.strip() or self.left.rstrip()[-1] in ".!?"
        inner = Context(
            self.published,
            f"{self.left} {words.capitalize() if begins else words} ",
            self.right,
            self._earlier,
            self._read,
            self._find_values,
            self._values_in,
            self._days_in,
            self.cues,
            self.sure,
        )
        return self._read(text, inner)

    @cached_property
    def moment(self) -> int:
        """The moment of publication; raises NeedsPublicationError."""
        if not self.published:
            raise NeedsPublicationError
        return from_iso(self.published)

    @property
    def has_clock(self) -> bool:
        """Whether the hour of publication is known."""
        return "T" in self.published or " " in self.published.strip()

    @property
    def day(self) -> int:
        """The day number of publication."""
        return self.moment // DAY

    @property
    def year(self) -> int:
        """The year of publication."""
        return civil(self.day)[0]

    @property
    def month(self) -> tuple[int, int]:
        """The year and month of publication."""
        return civil(self.day)[:2]

    @property
    def weekday(self) -> int:
        """The day of the week of publication, Monday 1."""
        return weekday(self.day)

    @property
    def week(self) -> tuple[int, int]:
        """The ISO year and week of publication."""
        return iso_week(self.day)

    @property
    def anchor(self) -> str:
        """The publication date as it is named in readings."""
        return to_iso(self.day * DAY)

    @cached_property
    def direction(self) -> Direction:
        """Where the neighbouring words point."""
        return self.cues.looks(self.left, self.right)

    @cached_property
    def clause_direction(self) -> Direction:
        """Where the verb of its clause points, whatever stands right before the expression."""
        return self.cues.clause(self.left, self.right)

    @cached_property
    def is_since(self) -> bool:
        """Whether the expression tells when that began which goes on: "in custody since"."""
        return self.cues.since(self.left, self.right)

    @property
    def moved_from(self) -> Direction | None:
        """Where the day lies from which something is moved (NONE: the nearer one), None where nothing is."""
        return self.cues.leaves(self.left, self.right)

    @cached_property
    def is_adverbial(self) -> bool:
        """Whether the expression tells when, as the words before it have it: "in October", not "October figures"."""
        return self.cues.places(self.left, self.right)

    def values_in(self, text: str) -> list[str]:
        """Return the values on the calendar in a text, the nearest last."""
        return self._values_in(text, self.published) if text else []

    def days_in(self, text: str) -> list[Span]:
        """Return where the dates and times on the calendar stand in a text, in order."""
        return self._days_in(text, self.published) if text else []

    @cached_property
    def mentioned(self) -> list[str]:
        """The values on the calendar that stand before the expression, the nearest last."""
        near = self._find_values(self.left, self.published) if self.left else []
        return [*self._earlier, *near]
