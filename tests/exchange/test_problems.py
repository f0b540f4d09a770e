"""Problems by the thousand: the first of a kind in full, the others counted."""

from collections.abc import Iterator
from pathlib import Path

from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import MOST_IN_FULL, Problem, ProblemKind, Tally, weight
from dateline.exchange.reading import Item, Reader


def _wrong(number: int, kind: ProblemKind = ProblemKind.FIELD, notice: bool = False) -> Problem:
    return Problem("is wrong", file="a.jsonl", line=number, kind=kind, notice=notice)


def test_the_first_of_each_kind_are_listed_and_the_rest_is_counted() -> None:
    tally = Tally()
    for number in range(MOST_IN_FULL + 3):
        tally.add(_wrong(number))
    tally.add(_wrong(1, ProblemKind.DATE))
    *listed, rest = tally.listed()
    assert len(tally) == MOST_IN_FULL + 4
    assert [p.line for p in listed] == [*range(MOST_IN_FULL), 1]
    assert (rest.what, rest.kind, rest.count) == ("3 more that are not listed (field)", ProblemKind.FIELD, 3)


def test_tallies_add_up() -> None:
    one, both = Tally(), Tally()
    for number in range(MOST_IN_FULL + 2):
        one.add(_wrong(number))
    both.extend(one.listed())
    both.extend(one.listed())
    assert len(both) == 2 * (MOST_IN_FULL + 2)
    assert len(both.listed()) == MOST_IN_FULL + 1


def test_a_source_with_something_wrong_on_every_line_does_not_fill_memory() -> None:
    def items() -> Iterator[Item]:
        for number in range(20_000):
            yield _wrong(number)
            yield _wrong(number, ProblemKind.ENCODING, notice=True)

    reader = Reader(items(), ReadOptions(skip_bad=True), Path("a.jsonl"))
    assert list(reader) == []
    for found in (reader.problems, reader.notices):
        assert len(found) == MOST_IN_FULL + 1
        assert sum(p.count for p in found) == 20_000


def test_those_beyond_stand_where_what_they_speak_for_stands() -> None:
    tally = Tally()
    for number in range(MOST_IN_FULL + 1):
        tally.add(Problem(f"thing {number} is odd", "Mend it", kind=ProblemKind.TEXT, notice=True))
    tally.add(Problem("is here already", kind=ProblemKind.REPEATED_TEXT, notice=True))
    tally.add(Problem("read as latin1", "Choose", kind=ProblemKind.ENCODING, notice=True))
    last = sorted(tally.listed(), key=weight)[-3:]
    assert [p.kind for p in last] == [ProblemKind.TEXT, ProblemKind.ENCODING, ProblemKind.REPEATED_TEXT]
    assert last[0].what == "1 more that are not listed (text mismatch)"
