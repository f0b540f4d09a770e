"""What an expression is read against: the publication date, its neighbours, the dates before it in the article."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from dateline.chronology.cues import Cues, Direction
from dateline.chronology.reading import Reading, Told
from dateline.model.calendar import DAY, civil, from_iso, iso_week, to_iso, weekday
from dateline.model.text import Span

_YEAR = re.compile(r"\d{4}")


class NeedsPublicationError(Exception):
    """A relative expression in an article whose publication date is not known."""


class Context:
    """The surroundings of one expression.

    `read` resolves a part of the expression by the same rules; `find_values` returns the TIMEX3 values of the time
    expressions before it that `earlier` has not, in order, `values_in` all those of a text, `days_in` where they stand;
    `cues` tell where the words before and after point. `dates` returns the dates before it in order where somebody
    knows them: then none is looked for, and they count by their values, whatever their words say.
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
        dates: Callable[[], Sequence[Told]] | None = None,
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
        self._dates = dates

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
            self._dates,
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
        """Return the values on the calendar in a part of the text before, the nearest last."""
        if (told := self._told_in(text)) is not None:
            return [t.value for t in told]
        return self._values_in(text, self.published) if text else []

    def values_of(self, before: str, current: str) -> list[str]:
        """Return the values on the calendar in the sentence that breaks off and the one before it, the nearest last."""
        if self._dates is not None:
            at = len(self.left) - len(current)
            at = max(0, self.left.rfind(before, 0, at)) if before else at
            return [t.value for t in self._dates() if t.begin >= at]
        return self.values_in(f"{before} {current}")

    def values_ahead(self, text: str) -> list[str]:
        """Return the values on the calendar in a part of the text behind."""
        return self._values_in(text, self.published) if text else []

    def days_in(self, text: str) -> list[Span]:
        """Return where the dates and times on the calendar stand in a part of the text before, in order."""
        if (told := self._told_in(text)) is not None:
            at = self.left.rfind(text)
            return [Span(t.begin - at, t.end - at) for t in told]
        return self._days_in(text, self.published) if text else []

    def year_in(self, text: str, written: re.Match[str]) -> int:
        """Return the year of a date in a part of the text before in which a year is written."""
        at = self.left.rfind(text)
        for told in self._told_in(text) or ():
            if told.begin <= at + written.start() and at + written.end() <= told.end and _YEAR.match(told.value):
                return int(told.value[:4])
        return int(written[0])

    def _told_in(self, text: str) -> list[Told] | None:
        """Return the known dates in a part of the text before, None where none are known."""
        if self._dates is None or not text or (at := self.left.rfind(text)) < 0:
            return None
        return [t for t in self._dates() if at <= t.begin and t.end <= at + len(text)]

    @cached_property
    def sure(self) -> frozenset[str]:
        """The values before the expression against which no tense speaks."""
        return frozenset(t.value for t in self._dates() if t.sure) if self._dates else frozenset()

    @cached_property
    def mentioned(self) -> list[str]:
        """The values on the calendar that stand before the expression, the nearest last."""
        if self._dates is not None:
            return [t.value for t in self._dates()]
        near = self._find_values(self.left, self.published) if self.left else []
        return [*self._earlier, *near]
