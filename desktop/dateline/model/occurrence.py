"""An event mention with what fills its roles: what the timeline and the registry are made from."""

from collections.abc import Container, Sequence

from msgspec import Struct

from dateline.model.annotation import Mention, TimeValue
from dateline.model.calendar import DAY
from dateline.model.lifecycle import Told, stage_of
from dateline.model.moved import Moved
from dateline.model.moving import Moving
from dateline.model.text import fold
from dateline.model.when import Granularity, When

# Names of roles, case aside, by what they say: the shipped schemas' and others' for the same.
ACTORS = ("agent", "actor", "source", "target", "recipient", "participant", "party", "visitor", "guest", "host")
PLACES = ("place", "location")
PERSONS = ("PERSON", "PER", "PERS", "INDIVIDUAL", "I-PER")  # what schemas and taggers call the type of a person's name

OFFICES = ("TITLE", "OFFICE", "POSITION", "RANK")  # and that of what a person is
BODIES = ("ORG", "ORGANIZATION", "ORGANISATION", "I-ORG")  # and that of a council or company

GROUPS = ("NORP", "GROUP", "PEOPLE", "ORG", "ORGANIZATION", "ORGANISATION")  # and of many people

_NEAR = 14 * DAY  # from the first to the last day of a list that is one stretch


class Filler(Struct, frozen=True, gc=False):
    """A mention in a role of an event; `entity_name` is that of the thing behind it, `time` its value if it is one.

    `argument_id` is the argument that says so, "" where it was not read.
    """

    role: str
    mention: Mention
    words: str
    entity_name: str = ""
    time: TimeValue | None = None
    argument_id: str = ""

    @property
    def who(self) -> str:
        """What tells it from others: the entity behind it, else its folded words."""
        return self.mention.entity_id or fold(self.words)

    @property
    def shown(self) -> str:
        """What to call it: the name of the thing where it is linked to one, else the words."""
        return self.entity_name or self.words


class Occurrence(Struct, frozen=True, gc=False):
    """One event as one article tells it; of those linked to a happening, `moving` is what it does with the plan.

    `moved` is set where the article itself tells of the day that was planned and of the new one; `listed` says that its
    times are days of one list, "14 and 16 March".
    """

    event: Mention
    words: str
    fillers: tuple[Filler, ...] = ()
    moving: Moving | None = None
    moved: Moved | None = None
    listed: bool = False

    @property
    def when(self) -> When | None:
        """The day it was moved to, else the first of its times that has a place on the calendar.

        Days of one list are the stretch from the first to the last, where no more than some days lie between.
        """
        if self.moved is not None:
            return self.moved.new
        if self.listed and (stretch := _stretch([f.time.when for f in self.fillers if f.time and f.time.when])):
            return stretch
        for filler in self.fillers:
            if filler.time and filler.time.when:
                return filler.time.when
        return None

    def told(self, published: str, by_hand: When | None = None) -> Told:
        """Return what counts for the life cycle: of an article published then, with the date a person gave it."""
        event = self.event
        when, at = by_hand or self.when, event.fragments[0].begin
        before = self.moved.old if self.moved and not by_hand else None
        return Told(published, stage_of(event.attributes), when, event.article_id, at, self.moving, before)

    @property
    def title(self) -> str:
        """Its words and who took part, at most three."""
        return titled(self.words, list(dict.fromkeys(f.shown for f in self.filled(ACTORS))))

    def filled(self, roles: Container[str]) -> list[Filler]:
        """Return what fills roles of these names, case aside, dates left out."""
        return [f for f in self.fillers if f.time is None and f.role.casefold() in roles]


def _stretch(days: Sequence[When]) -> When | None:
    """Return the stretch that days take, None for what is no day, or lies weeks apart."""
    begins, ends = [d.begin for d in days if d.begin is not None], [d.end for d in days if d.end is not None]
    if any(d.granularity is not Granularity.DAY for d in days) or len(begins) < len(days) or len(ends) < len(days):
        return None
    begin, end = min(begins), max(ends)
    return When(begin, end, Granularity.DAY, any(d.approximate for d in days)) if end - begin <= _NEAR else None


def titled(words: str, actors: Sequence[str]) -> str:
    """Return what to call an event: its words and who took part, at most three."""
    return f"{words}: {', '.join(actors[:3])}" if actors else words
