"""What may be wrong with what was annotated: each problem explains itself and offers mends."""

from enum import StrEnum

from msgspec import Struct, field


def tr(text: str) -> str:
    """Mark a text for translation; it is translated where it is shown."""
    return text


class ProblemKind(StrEnum):
    """The live checks."""

    AHEAD = "ahead-of-article"
    REVERSED = "end-before-begin"
    DATES = "dates-disagree"
    WHEREABOUTS = "two-places"
    SELF = "visitor-is-host"
    EMPTY = "role-empty"
    CIRCLE = "circular-order"
    ORDER = "order-against-dates"


TITLES = {
    ProblemKind.AHEAD: tr("Told before it happened"),
    ProblemKind.REVERSED: tr("Ends before it begins"),
    ProblemKind.DATES: tr("Articles disagree about the date"),
    ProblemKind.WHEREABOUTS: tr("In two places on one day"),
    ProblemKind.SELF: tr("On both sides"),
    ProblemKind.EMPTY: tr("A required role is empty"),
    ProblemKind.CIRCLE: tr("Before and after in a circle"),
    ProblemKind.ORDER: tr("The order speaks against the dates"),
}
TEXTS = {
    ProblemKind.AHEAD: tr("“{event}” is told as past, but dated {date}; the article appeared on {published}."),
    ProblemKind.REVERSED: tr("“{event}” begins {begin} and ends {end}."),
    ProblemKind.DATES: tr("“{event}”: {date} in “{article}”, {other_date} in “{other_article}”."),
    ProblemKind.WHEREABOUTS: tr(
        "{person} is in {place} (“{event}”) and in {other_place} (“{other_event}”) on {date}. "
        "Nothing says that one of these places lies in the other."
    ),
    ProblemKind.SELF: tr("{name} is both {role} and {other_role} of “{event}”."),
    ProblemKind.EMPTY: tr("“{event}” needs a mention as {role}: the schema requires it."),
    ProblemKind.CIRCLE: tr("Each comes before the next, and the last before the first: {events}."),
    ProblemKind.ORDER: tr("“{event}” ({date}) is linked as before “{other_event}” ({other_date})."),
}


class MendKind(StrEnum):
    """What can be done about a problem with one key; the value is the text on the button."""

    PLAN = tr("Mark as planned")
    DATE = tr("Take {date}")
    FILL = tr("{role}: {words}")
    TAKE_OUT = tr("Take {name} out of {role}")
    UNRELATE = tr("Delete the link “{one}” → “{other}”")
    LIES_IN = tr("{one} lies in {other}")
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
    def key(self) -> tuple[str, ...]:
        """What tells it from others."""
        return (self.kind.value, *self.events, *self.details.values())

    def __str__(self) -> str:
        return TEXTS[self.kind].format(**self.details)


NOTED = "checked: "  # begins a line of a mention's note by which a person said that something is right so


def noted_as_fine(note: str) -> frozenset[ProblemKind]:
    """Return the kinds of problem that a mention's note says are none."""
    lines = (line.strip() for line in note.splitlines())
    said = {line.removeprefix(NOTED).strip() for line in lines if line.startswith(NOTED)}
    return frozenset(k for k in ProblemKind if k.value in said)


def fine(kind: ProblemKind, mention_id: str) -> Mend:
    """Return the mend that notes that something is right as it is."""
    return Mend(MendKind.FINE, (mention_id, kind.value))
