"""An event mention with what fills its roles: what the timeline and the registry are made from."""

from collections.abc import Container, Sequence

from msgspec import Struct

from dateline.model.annotation import Mention, TimeValue
from dateline.model.calendar import DAY
from dateline.model.lifecycle import Told, stage_of
from dateline.model.moved import Moved, are_one_list, moved_of
from dateline.model.moving import Moving, moving_of
from dateline.model.text import Span, fold
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
    def value(self) -> str:
        """The TIMEX3 value of what says `when`, those of a list parted by "; "; else that of the first of its times."""
        times = [f.time for f in self.fillers if f.time]
        dated = [t for t in times if t.when]
        if self.moved is not None:
            return next((t.value for t in dated if t.when == self.moved.new), "")
        if self.listed and _stretch([t.when for t in dated if t.when]):
            return "; ".join(dict.fromkeys(t.value for t in dated))
        return next((t.value for t in dated or times), "")

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


def occurrence_of(event: Mention, fillers: list[Filler], text: str) -> Occurrence:
    """Return an event as its article tells it; the fillers are put in the order of the text."""
    dated: list[tuple[Span, When]] = []
    if len(fillers) > 1:
        fillers.sort(key=_place)
        dated = [(f.mention.span, f.time.when) for f in fillers if f.time is not None and f.time.when is not None]
    words = words_in(text, event)
    moved = moved_of(text, event, dated) if len(dated) > 1 and text else None
    listed = len(dated) > 1 and bool(text) and moved is None and are_one_list(text, [span for span, _ in dated])
    moving = moving_of(text, event.span, words, event.label) if event.happening_id is not None and text else None
    return Occurrence(event, words, tuple(fillers), moving, moved, listed)


def words_in(text: str, mention: Mention) -> str:
    """Return the words of a mention on one line."""
    if len(mention.fragments) > 1:
        return " ".join(mention.text_of(text).split())
    (span,) = mention.fragments
    return " ".join(text[span.begin : span.end].split())


def _place(filler: Filler) -> tuple[int, int]:
    """Return a filler's place in the order of spans, without making a span of it."""
    fragments = filler.mention.fragments
    return fragments[0].begin, fragments[-1].end


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
