"""What the timeline is given to draw: marks and publications, free of Qt."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.when import When


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """One happening, or one event mention that belongs to none; `id` is the happening's id or the mention's.

    `when` None stands in the undated tray. `badge` explains a contradiction, "" where there is none;
    `sentence` are the words it comes from.
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
    source: str = ""
    article: str = ""
    planned: bool = False
    negated: bool = False
    badge: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article appeared, in seconds from 1970-01-01T00:00 without a zone."""

    article_id: str
    title: str
    at_seconds: int


class Grouping(StrEnum):
    """What makes a lane."""

    TYPE = "type"
    PARTICIPANT = "participant"
    PLACE = "place"
    SOURCE = "source"
    ARTICLE = "article"
    NONE = "none"


def lane_keys(mark: TimelineMark, by: Grouping) -> tuple[str, ...]:
    """Return the lanes a mark stands in: several participants give several, none gives the lane called ""."""
    if by is Grouping.NONE:
        return ("",)
    if by is Grouping.PARTICIPANT:
        return tuple(dict.fromkeys(mark.participants)) or ("",)
    return (str(getattr(mark, by.value)),)
