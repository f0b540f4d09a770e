"""Numbers over time: the amounts that events give, joined to series with one unit. Free of Qt and numpy.

A measure is an event with an Amount and a Time; what is measured is its Topic, or else what its trigger says.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from dateline.chronology.quantity import Quantity, quantity
from dateline.gui.timeline.source import key_of
from dateline.model.calendar import DAY
from dateline.model.language import code_of
from dateline.model.occurrence import ACTORS, Filler, Occurrence
from dateline.model.text import fold
from dateline.model.when import Granularity, When, from_iso, sort_key
from dateline.store.articles import ArticleSummary

# Words that say that something is measured, or between how many, but not what.
_MEASURE_WORDS = frozenset(
    fold(
        "the a of total overall annual yearly bilateral two-way mutual volume turnover value level amount figure "
        "figures number sum toplam ikili hacmi hacim tutarı объем объём оборот общий двусторонний көлемі жалпы"
    ).split()
)
_LEAST = 2  # numbers that make a series; a single one is told by its mark


class Reading(Struct, frozen=True):
    """One number as one article gives it; `due` is False where a target's date is not said."""

    mark_id: str
    event_id: str
    article_id: str
    name: str
    who: tuple[str, ...]
    amount: Quantity
    words: str
    when: When
    target: bool = False
    due: bool = True


class Point(Struct, frozen=True):
    """One number of a series, and the reports that agree on it."""

    amount: Quantity
    when: When
    target: bool
    due: bool
    mark_id: str
    words: str
    event_ids: tuple[str, ...]
    article_ids: tuple[str, ...]


class Series(Struct, frozen=True):
    """What is measured, of whom, in which unit, and its numbers in order of time."""

    name: str
    who: tuple[str, ...]
    unit: str
    points: tuple[Point, ...]

    @property
    def title(self) -> str:
        """The name and whom it is about."""
        return f"{self.name}: {', '.join(self.who)}" if self.who else self.name

    @property
    def range(self) -> tuple[float, float]:
        """The values at the lower and the upper edge of its lane: from 0, unless all lie close together."""
        low = min(p.amount.low for p in self.points)
        high = max(p.amount.high for p in self.points)
        spread = high - low
        if 0 <= low <= 0.7 * high:
            return 0.0, high
        return (low - spread * 0.25, high + spread * 0.1) if spread else (low - 1.0, high + 1.0)

    def before(self, number: int) -> Point | None:
        """Return the last number that was reached before one of the points, None where there is none."""
        held = self.points[number]
        earlier = (p for p in reversed(self.points[:number]) if not p.target and p.due and p.when != held.when)
        return next(earlier, None)


def readings_of(occurrences: Iterable[Occurrence], articles: Mapping[str, ArticleSummary]) -> list[Reading]:
    """Return the numbers that some events give; what did not happen and what has no date is left out.

    A target without a date stands from the day it was reported, open to the future.
    """
    return [r for o in occurrences if any(f.role == "Amount" for f in o.fillers) for r in _readings(o, articles)]


def _readings(occurrence: Occurrence, articles: Mapping[str, ArticleSummary]) -> list[Reading]:
    event = occurrence.event
    if event.attributes.get("polarity", "positive") == "negative":
        return []
    article = articles.get(event.article_id)
    target = event.attributes.get("modality", "asserted") != "asserted"
    dated = [f for f in occurrence.fillers if f.time and f.time.when]
    name, who = _what(occurrence), tuple(dict.fromkeys(f.shown for f in occurrence.filled(ACTORS)))
    out = []
    for filler in occurrence.filled(("amount",)):
        amount = quantity(filler.words, (code_of(article.language) if article else "") or "en")
        when = _nearest(filler, dated) or (_since_published(article) if target else None)
        if amount and when:
            out.append(
                Reading(
                    key_of(occurrence), event.id, event.article_id, name, who, amount, filler.words, when, target,
                    due=bool(dated),
                )
            )  # fmt: skip
    return out


def _what(occurrence: Occurrence) -> str:
    """The document or event it is about, else what the trigger says."""
    name = next((f.shown for f in occurrence.filled(("topic",))), occurrence.words)
    return name[:1].upper() + name[1:]


def _nearest(amount: Filler, dated: Sequence[Filler]) -> When | None:
    """Of several dates an amount belongs to the one that stands closest to it, rather behind than before it."""
    at = amount.mention.span

    def away(date: Filler) -> tuple[int, bool]:
        own = date.mention.span
        return max(own.begin - at.end, at.begin - own.end), own.begin < at.begin

    time = min(dated, key=away).time if dated else None
    return time.when if time else None


def _since_published(article: ArticleSummary | None) -> When | None:
    try:
        day = from_iso(article.published) // DAY * DAY if article else None
    except ValueError:
        return None
    return When(day, None, Granularity.DAY) if day is not None else None


def series_of(readings: Iterable[Reading]) -> tuple[Series, ...]:
    """Join readings of one name, unit and people to series, the longest first; one number alone makes none.

    A reading that names nobody belongs to the only series of its name and unit.
    """
    groups: dict[tuple[str, str], dict[frozenset[str], list[Reading]]] = {}
    for reading in readings:
        by_who = groups.setdefault((_key(reading.name), reading.amount.unit), {})
        by_who.setdefault(frozenset(map(fold, reading.who)), []).append(reading)
    out = []
    for by_who in groups.values():
        if len(by_who) == 2 and frozenset() in by_who:
            by_who = {frozenset("*"): [r for group in by_who.values() for r in group]}  # noqa: PLW2901
        out += [made for group in by_who.values() if _says_something((made := _series(group)).points)]
    return tuple(sorted(out, key=lambda s: (-len(s.points), fold(s.title), s.unit)))


def _key(name: str) -> str:
    """Return what a name is compared by: "bilateral trade volume" and "Trade" are one measure."""
    words = fold(name).split()
    return " ".join([w for w in words if w not in _MEASURE_WORDS] or words)


def _says_something(points: Sequence[Point]) -> bool:
    """They are of different dates, and not only one number and the aim to reach it."""
    numbers = max(len({p.amount for p in points}), len({p.when for p in points if p.due}))
    return min(numbers, len({p.when for p in points})) >= _LEAST


def _series(group: list[Reading]) -> Series:
    agreeing: dict[tuple[Quantity, When, bool], list[Reading]] = {}
    for reading in group:
        agreeing.setdefault((reading.amount, reading.when, reading.target), []).append(reading)
    points = [
        Point(
            amount, when, target, told[0].due, told[0].mark_id, told[0].words,
            tuple(dict.fromkeys(r.event_id for r in told)), tuple(dict.fromkeys(r.article_id for r in told)),
        )
        for (amount, when, target), told in agreeing.items()
    ]  # fmt: skip
    points.sort(key=lambda p: (sort_key(p.when), p.amount.value))
    named = next((r for r in group if r.who), group[0])
    return Series(named.name, tuple(sorted(named.who, key=fold)), named.amount.unit, tuple(points))
