"""What one article says of a happening, and what is known of a thing at a glance: the registry is made from these."""

from functools import cached_property

from msgspec import Struct

from dateline.model.lifecycle import Stage, Told, stage_of
from dateline.model.occurrence import Occurrence
from dateline.model.when import When


class Report(Struct, frozen=True, dict=True):
    """One event mention with its article: the name, the ISO date of publication ("" unknown), the source."""

    occurrence: Occurrence
    article: str
    published: str
    source: str = ""
    sentence: str = ""
    by_hand: When | None = None  # the date a person gave its happening, where that counts more than the article's

    @property
    def id(self) -> str:
        """The event mention's id."""
        return self.occurrence.event.id

    @cached_property
    def when(self) -> When | None:
        """The date it gives, or that was given by hand."""
        return self.by_hand or self.occurrence.when

    @property
    def before(self) -> When | None:
        """The day from which it was moved, where its article gives that too."""
        moved = self.occurrence.moved
        return moved.old if moved and not self.by_hand else None

    @cached_property
    def stage(self) -> Stage:
        """Whether it tells of something planned, past or called off."""
        return stage_of(self.occurrence.event.attributes)

    @property
    def told(self) -> Told:
        """What counts for the life cycle."""
        return self.occurrence.told(self.published, self.by_hand)


class ThingSummary(Struct, frozen=True):
    """An entity or happening in a list: one annotator's mentions of it, the articles they stand in, and the dates.

    `first` and `last` are the publication dates of these articles; `when` is a happening's date.
    """

    id: str
    name: str
    type: str = ""
    aliases: tuple[str, ...] = ()
    external_id: str = ""
    mentions: int = 0
    articles: int = 0
    first: str = ""
    last: str = ""
    when: When | None = None
