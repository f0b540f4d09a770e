"""What may be wrong with what was annotated: each problem explains itself and offers mends."""

from collections.abc import Container, Iterable, Mapping, Sequence
from enum import StrEnum
from hashlib import sha256

from msgspec import Struct, field

from dateline.model.wording import tr


class ProblemKind(StrEnum):
    """The live checks."""

    AHEAD = "ahead-of-article"
    PASSED = "plan-of-the-past"
    REVERSED = "end-before-begin"
    TIMES = "two-times"
    DATES = "dates-disagree"
    TWICE = "dated-twice"
    BY_HAND = "date-by-hand"
    WHEREABOUTS = "two-places"
    SELF = "visitor-is-host"
    EMPTY = "role-empty"
    CIRCLE = "circular-order"
    ORDER = "order-against-dates"
    APART = "together-against-dates"
    TORN = "together-against-order"


TITLES = {
    ProblemKind.AHEAD: tr("Told before it happened"),
    ProblemKind.PASSED: tr("Planned for a day gone by"),
    ProblemKind.REVERSED: tr("Ends before it begins"),
    ProblemKind.TIMES: tr("Two times: which one counts?"),
    ProblemKind.DATES: tr("Articles disagree about the date"),
    ProblemKind.TWICE: tr("An article gives two dates"),
    ProblemKind.BY_HAND: tr("No report gives the date set by hand"),
    ProblemKind.WHEREABOUTS: tr("In two places on one day"),
    ProblemKind.SELF: tr("On both sides"),
    ProblemKind.EMPTY: tr("A required role is empty"),
    ProblemKind.CIRCLE: tr("Before and after in a circle"),
    ProblemKind.ORDER: tr("The order speaks against the dates"),
    ProblemKind.APART: tr("At one time, but dated apart"),
    ProblemKind.TORN: tr("At one time, but one after the other"),
}
TEXTS = {
    ProblemKind.AHEAD: tr("“{event}” is told as past, but dated {date}; the article appeared on {published}."),
    ProblemKind.PASSED: tr("“{event}” is told as planned, but dated {date}; the article appeared on {published}."),
    ProblemKind.REVERSED: tr("“{event}” begins {begin} and ends {end}."),
    ProblemKind.TIMES: tr("“{event}” has {date} and {other_date} as {role}, which do not meet; it stands on {stands}."),
    ProblemKind.DATES: tr("“{event}”: {date} in “{article}”, {other_date} in “{other_article}”."),
    ProblemKind.TWICE: tr("“{event}”: “{article}” dates it {date} and {other_date}."),
    ProblemKind.BY_HAND: tr(
        "“{event}”: the date set by hand, {date}, is none that its reports give in the end; "
        "“{article}” gives {other_date}."
    ),
    ProblemKind.WHEREABOUTS: tr(
        "{person} is in {place} (“{event}”) and in {other_place} (“{other_event}”) on {date}. "
        "Nothing says that one of these places lies in the other."
    ),
    ProblemKind.SELF: tr("{name} is both {role} and {other_role} of “{event}”."),
    ProblemKind.EMPTY: tr("“{event}” needs a mention as {role}: the schema requires it."),
    ProblemKind.CIRCLE: tr("Each comes before the next, and the last before the first: {events}."),
    ProblemKind.ORDER: tr("“{event}” ({date}) is linked as before “{other_event}” ({other_date})."),
    ProblemKind.APART: tr(
        "“{event}” ({date}) and “{other_event}” ({other_date}) are linked as “{shown}”, so they share some time; "
        "their dates do not meet."
    ),
    ProblemKind.TORN: tr(
        "“{event}” and “{other_event}” are linked as “{shown}”, so they share some time; "
        "yet each of these comes before the next: {events}."
    ),
}


class MendKind(StrEnum):
    """What can be done about a problem with one key; the value is the text on the button."""

    PLAN = tr("Mark as planned")
    HAPPENED = tr("Mark as asserted")
    DATE = tr("Take {date}")
    FILL = tr("{role}: {words}")
    TAKE_OUT = tr("Take {name} out of {role}")
    MOVED = tr("It was moved to {date}: take {name} out of {role}")
    UNRELATE = tr("Delete the link “{one}” → “{other}”")
    TURN = tr("Read it as {date}")
    LIES_IN = tr("{one} lies in {other}")
    UNDATE = tr("Take back {date}, set by hand")
    FINE = tr("It is right so")


class Mend(Struct, frozen=True):
    """One way to mend a problem: ids of what it works on, and the details of its text."""

    kind: MendKind
    on: tuple[str, ...]
    details: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.kind.value.format(**self.details)


class Problem(Struct, frozen=True):
    """Something worth a look: the events it is about (the first is where to go), their articles, and mends."""

    kind: ProblemKind
    details: dict[str, str]
    events: tuple[str, ...]
    articles: tuple[str, ...]
    mends: tuple[Mend, ...] = ()

    @property
    def mark(self) -> str:
        """What a note keeps to say that this very problem is none: its kind, and a digest of its events and values."""
        return mark_of(self.kind, self.events, self.details)

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from others."""
        return (self.kind.value, *self.events, *self.details.values())

    def __str__(self) -> str:
        return TEXTS[self.kind].format(**self.details)


NOTED = "checked: "  # begins a line of a mention's note by which a person said that something is right so
SHOWN = "shown"  # what a label is called on the screen
_NAMES = ("article", "other_article", SHOWN)  # may be changed without changing anything about the problem
_DIGITS = 8


def mark_of(kind: ProblemKind, events: Iterable[str], details: Mapping[str, str]) -> str:
    """Return a problem's mark: the same whichever of its events comes first, another when a date or place changes."""
    values = [] if kind is ProblemKind.CIRCLE else [v for k, v in details.items() if k not in _NAMES]
    told = "\n".join((*sorted(events), "", *sorted(values)))
    return f"{kind.value} {sha256(told.encode()).hexdigest()[:_DIGITS]}"


def noted_as_fine(note: str) -> frozenset[str]:
    """Return what a mention's note says is none: marks of single problems, or whole kinds ("checked: two-places")."""
    lines = (line.strip() for line in note.splitlines())
    said = {" ".join(line.removeprefix(NOTED).split()) for line in lines if line.startswith(NOTED)}
    kinds = {k.value for k in ProblemKind}
    return frozenset(s for s in said if s.partition(" ")[0] in kinds)


def is_fine(problem: Problem, noted: Container[str]) -> bool:
    """Say whether somebody noted that a problem, or every problem of its kind, is none."""
    return problem.mark in noted or problem.kind.value in noted


def found(
    kind: ProblemKind, details: dict[str, str], events: Sequence[str], articles: Sequence[str], *mends: Mend
) -> Problem:
    """Return a problem with its mends, the last of which notes on its first event that it is none."""
    fine = Mend(MendKind.FINE, (events[0], mark_of(kind, events, details)))
    return Problem(kind, details, tuple(events), tuple(articles), (*mends, fine))
