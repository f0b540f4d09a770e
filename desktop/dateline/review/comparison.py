"""What each article says of one happening, field by field, with what they do not agree about."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from dateline.model.label import label
from dateline.model.lifecycle import Turn, disagreeing, life_cycle
from dateline.model.occurrence import ACTORS, PLACES, Filler
from dateline.model.report import Report
from dateline.model.text import fold
from dateline.model.when import When
from dateline.review.event_checks import against_by_hand, against_its_article

AMOUNTS = ("amount",)
TOPICS = ("topic", "theme")


class Field(StrEnum):
    """The rows of a comparison."""

    STATUS = "status"
    DATE = "date"
    PLACE = "place"
    PARTICIPANTS = "participants"
    AMOUNT = "amount"
    TOPIC = "topic"


class Row(Struct, frozen=True):
    """One field: what each report says ("" for nothing), and which of the reports stand against each other.

    `gone` are those whose date is one that was put off; of dates, `before` are the days that the reports give up for
    those in the cells, `by_hand` is what a person set ("" for nothing), and `against` are those that speak against it.
    """

    field: Field
    cells: tuple[str, ...]
    apart: frozenset[int] = frozenset()
    gone: frozenset[int] = frozenset()
    before: tuple[str, ...] = ()
    by_hand: str = ""
    against: frozenset[int] = frozenset()


class Comparison(Struct, frozen=True):
    """The reports by publication date, what each adds to the story, and the fields that any of them fills."""

    reports: tuple[Report, ...]
    turns: tuple[Turn, ...]
    rows: tuple[Row, ...]


Known = Callable[[str, str], bool]


def _unknown(_one: str, _other: str) -> bool:
    return False


def compare(
    reports: Sequence[Report],
    known_parts: Known = _unknown,
    may_be_one: Known = _unknown,
    by_hand: When | None = None,
) -> Comparison:
    """Compare reports of one happening; `known_parts(a, b)` says whether one of two places lies in the other.

    `may_be_one(a, b)` says whether two wordings of an amount may name the same; `by_hand` is the date that a person
    gave the happening.
    """
    told = [r.told for r in reports]
    lines = life_cycle(told)
    turns = tuple(line.turn for line in lines)
    placed = [reports[line.index] for line in lines]
    rows = [
        Row(Field.STATUS, tuple(turn.value for turn in turns), _stages_apart(turns)),
        Row(
            Field.DATE,
            tuple(label(r.when) if r.when else "" for r in placed),
            frozenset(i for pair in disagreeing([r.told for r in placed]) for i in pair),
            frozenset(i for i, line in enumerate(lines) if line.gone),
            tuple(label(r.before) if r.before else "" for r in placed),
            label(by_hand) if by_hand else "",
            _against(placed, by_hand) if by_hand else frozenset(),
        ),
        _of_roles(Field.PLACE, placed, PLACES, known_parts),
        _of_roles(Field.PARTICIPANTS, placed, ACTORS),
        _of_roles(Field.AMOUNT, placed, AMOUNTS, may_be_one, named=False),
        _of_roles(Field.TOPIC, placed, TOPICS, apart=False),
    ]
    return Comparison(tuple(placed), turns, tuple(r for r in rows if any(r.cells) or r.by_hand))


def _against(reports: Sequence[Report], by_hand: When) -> frozenset[int]:
    """Return those that give another day, as what took place or as the newest plan, or that cannot tell of that day.

    What took place was told of no sooner, and what is planned is yet to come.
    """
    other = against_by_hand(reports, by_hand)
    return frozenset(
        other.keys() | {i for i, r in enumerate(reports) if against_its_article(replace(r, by_hand=by_hand))}
    )


def _stages_apart(turns: Sequence[Turn]) -> frozenset[int]:
    """One says that it happened, another that it did not, or that it was called off after it had happened."""
    happened = [i for i, turn in enumerate(turns) if turn is Turn.TOOK_PLACE]
    denied = [
        i
        for i, turn in enumerate(turns)
        if turn is Turn.DENIED or (turn is Turn.CALLED_OFF and happened and i > happened[0])
    ]
    return frozenset((*happened, *denied)) if happened and denied else frozenset()


def _of_roles(
    field: Field,
    reports: Sequence[Report],
    roles: Sequence[str],
    known: Known = _unknown,
    *,
    apart: bool = True,
    named: bool = True,
) -> Row:
    """Two reports stand against each other where they share nothing; that one says more is no disagreement.

    Who is told by common words alone counts for nothing: "the ministers" may be those whom the other names.
    """
    said = [{fold(f.shown): f.shown for f in r.occurrence.filled(roles)} for r in reports]
    keys = [{f.who for f in r.occurrence.filled(roles) if not (named and _names_nobody(f))} for r in reports]
    against = {
        n
        for i, one in enumerate(keys)
        for j, other in enumerate(keys[i + 1 :], start=i + 1)
        if apart and one and other and not any(a == b or known(a, b) for a in one for b in other)
        for n in (i, j)
    }
    return Row(field, tuple(", ".join(s.values()) for s in said), frozenset(against))


def _names_nobody(filler: Filler) -> bool:
    """Say whether a filler is common words that are linked to nothing: "ministers", "the capital", not "@adabo"."""
    return not filler.mention.entity_id and all(w.isalpha() and w.islower() for w in filler.words.split())
