"""What the timeline is given to draw: marks and publications, free of Qt."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from dateline.model.calendar import DAY
from dateline.model.when import When


class Reported(Struct, frozen=True, gc=False):
    """What one article reports of a happening, as it looks beside other reports.

    `when` is the date it gives, None where that is the mark's; `gone`: it is the one from which it was put off.
    """

    article_id: str
    when: When | None = None
    planned: bool = False
    negated: bool = False
    gone: bool = False


class TimelineMark(Struct, frozen=True, gc=False):
    """One happening, or one event mention that belongs to none; `id` is the happening's id or the mention's.

    `when` None stands in the undated tray. `badge` explains a contradiction, "" where there is none;
    `sentence` are the words it comes from; `sources` and `articles` are the names of those that tell of it, once each;
    `reports` is empty where all its articles tell what the mark shows.
    """

    id: str
    title: str
    type: str
    when: When | None
    happening_id: str | None = None
    event_ids: tuple[str, ...] = ()
    article_ids: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    place: str = ""
    sources: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    planned: bool = False
    negated: bool = False
    badge: str = ""
    sentence: str = ""
    amounts: tuple[str, ...] = ()
    reports: tuple[Reported, ...] = ()


class Publication(Struct, frozen=True):
    """When an article appeared, in seconds from 1970-01-01T00:00 without a zone.

    `day`: only the day is known, of which `at_seconds` is the noon.
    """

    article_id: str
    title: str
    at_seconds: int
    day: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Within which seconds it appeared, [begin, end): that day, or the one second that is known."""
        half = DAY // 2
        return (self.at_seconds - half, self.at_seconds + half) if self.day else (self.at_seconds, self.at_seconds + 1)


class Grouping(StrEnum):
    """What makes a lane."""

    TYPE = "type"
    PARTICIPANT = "participant"
    PLACE = "place"
    SOURCE = "source"
    ARTICLE = "article"
    NONE = "none"


def lane_keys(mark: TimelineMark, by: Grouping) -> tuple[str, ...]:
    """Return the lanes a mark stands in: several participants, sources or articles give several, none gives ""."""
    return _LANES[by](mark)


_LANES: Mapping[Grouping, Callable[[TimelineMark], tuple[str, ...]]] = MappingProxyType(
    {
        Grouping.TYPE: lambda mark: (mark.type,),
        Grouping.PARTICIPANT: lambda mark: tuple(dict.fromkeys(mark.participants)) or ("",),
        Grouping.PLACE: lambda mark: (mark.place,),
        Grouping.SOURCE: lambda mark: mark.sources or ("",),
        Grouping.ARTICLE: lambda mark: mark.articles or ("",),
        Grouping.NONE: lambda _: ("",),
    }
)


def lanes_of(marks: Sequence[TimelineMark | None], by: Grouping, first: int = 0) -> dict[str, list[int]]:
    """Return the indices, counted from `first`, of the marks in each lane; None stands for a mark that is gone."""
    keys_of, lanes = _LANES[by], defaultdict[str, list[int]](list)
    for i, mark in enumerate(marks, first):
        if mark is not None:
            for key in keys_of(mark):
                lanes[key].append(i)
    return dict(lanes)
