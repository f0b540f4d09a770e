"""Of many problems few lines are made: a line speaks only for those that say the same."""

from dateline.editing.problem_groups import grouped
from dateline.exchange.problems import Problem, ProblemKind, weight, worded
from dateline.model.wording import Wording


def _bad(what: str, file: str, kind: ProblemKind = ProblemKind.UNREADABLE) -> Problem:
    return Problem(what, "Mend it", file, kind=kind)


def test_different_faults_of_one_kind_are_told_apart() -> None:
    found = grouped(
        [_bad("is no workbook", "cut.xlsx"), _bad("is no number", "nan.jsonl"), _bad("is a pdf", "doc.pdf")]
    )
    assert [(g.count, str(g.examples[0])) for g in found] == [
        (1, "cut.xlsx: is no workbook. Mend it"),
        (1, "nan.jsonl: is no number. Mend it"),
        (1, "doc.pdf: is a pdf. Mend it"),
    ]


def test_the_same_fault_of_many_places_is_one() -> None:
    found = grouped([_bad("is no workbook", f"{n}.xlsx") for n in range(30)] + [_bad("is empty", "a.txt")])
    assert [(g.count, len(g.examples)) for g in found] == [(30, 20), (1, 1)]


def test_what_is_said_of_many_articles_in_one_wording_is_one() -> None:
    same = "has the text of {name}"
    told = [worded(Wording(same, {"name": f"{n}"}), file=f"{n}.txt", kind=ProblemKind.REPEATED_TEXT) for n in range(9)]
    assert [(g.count, len(g.examples)) for g in grouped(told)] == [(9, 9)]


def test_what_each_record_says_in_its_own_words_does_not_fill_the_screen() -> None:
    found = grouped([_bad(f"ends at {n}", "a.jsonl", ProblemKind.OFFSETS) for n in range(50)])
    assert len(found) == 11
    assert sum(g.count for g in found) == 50
    assert found[-1].examples[0].what == "40 more that are not listed (offsets)"


def test_the_most_frequent_kind_comes_first() -> None:
    found = grouped([_bad("is empty", "a"), *(_bad("is no date", f"{n}", ProblemKind.DATE) for n in range(2))])
    assert [g.kind for g in found] == ["date", "unreadable"]


def test_what_has_no_place_is_one_only_where_it_says_the_same() -> None:
    """Of roles of four types of event each says something of its own, and nothing else would name them."""
    lacks = "the role is not among those of {event}"
    told = [worded(Wording(lacks, {"event": e}), kind=ProblemKind.ROLE) for e in ("Sign", "Leave", "Consult", "Sign")]
    found = grouped(told)
    said = [(g.count, g.examples[0].what.rpartition(" ")[2]) for g in found]
    assert said == [(2, "Sign"), (1, "Leave"), (1, "Consult")]


def test_what_names_columns_speaks_for_no_table_with_others() -> None:
    taken = "the date is taken from {column}"
    columns = {"a.xlsx": "Jour", "b.xlsx": "Tag", "c.xlsx": "Jour"}
    told = [worded(Wording(taken, {"column": c}), file=f, kind=ProblemKind.TABLE) for f, c in columns.items()]
    assert [(g.count, [p.file for p in g.examples]) for g in grouped(told)] == [
        (2, ["a.xlsx", "c.xlsx"]),
        (1, ["b.xlsx"]),
    ]


NEAR, SHEETS, HEADER, WHOSE, OTHER_DAY, JOINS = (
    worded(Wording(said), todo, file, kind=kind)
    for said, todo, file, kind in (
        ("is nearly the same text as B", "", "A", ProblemKind.NEAR_TEXT),
        ("not read: 2023", "Choose it", "a.xlsx", ProblemKind.UNREAD),
        ("line 3 is taken for the header", "Choose another", "a.xlsx", ProblemKind.TABLE),
        ("perhaps the same work once more", "Leave it", "", ProblemKind.NAMESAKE),
        ("is of another day; it is left out", "Correct its date", "C", ProblemKind.REPEATED_TEXT),
        ("its annotations join that one", "", "D", ProblemKind.REPEATED_TEXT),
    )
)


def test_notices_stand_in_the_order_of_what_has_to_be_acted_on() -> None:
    told = [HEADER, HEADER, JOINS, JOINS, JOINS, NEAR, SHEETS, OTHER_DAY, WHOSE]
    said = [str(p) for p in (WHOSE, OTHER_DAY, NEAR, SHEETS, HEADER, JOINS)]
    assert [str(group.examples[0]) for group in grouped(told)] == said
    assert [*dict.fromkeys(str(p) for p in sorted(told, key=weight))] == [
        str(p) for p in (WHOSE, NEAR, SHEETS, OTHER_DAY, HEADER, JOINS)
    ]


def test_what_is_wrong_is_told_by_how_often_whether_it_can_be_mended_or_not() -> None:
    plain = [Problem("is no number", file=f"{n}", kind=ProblemKind.FIELD) for n in range(3)]
    assert [g.count for g in grouped([_bad("is empty", "a"), *plain])] == [3, 1]


def _odd(number: int, what_to_do: str = "Mend it") -> Problem:
    return Problem(f"thing {number} is odd", what_to_do, "f", number, kind=ProblemKind.TEXT, notice=True)


def test_the_rest_of_a_kind_stands_behind_it() -> None:
    encoding = Problem("read as latin1", "Choose", "f", kind=ProblemKind.ENCODING, notice=True)
    groups = grouped([*map(_odd, range(30)), *[JOINS] * 5, encoding])
    assert [g.kind for g in groups] == ["text mismatch"] * 11 + ["encoding", "repeated text"]
    assert str(groups[10].examples[0]) == "20 more that are not listed (text mismatch)"
    plain = grouped([*(_odd(n, "") for n in range(30)), encoding])
    assert [g.kind for g in plain] == ["encoding"] + ["text mismatch"] * 11, "it weighs no more than it speaks for"


def test_what_has_to_be_acted_on_is_not_among_the_rest() -> None:
    groups = grouped([*(_odd(n, "") for n in range(30)), _odd(99)])
    assert str(groups[0].examples[0]) == "f, line 99: thing 99 is odd. Mend it"
    assert [g.count for g in groups] == [1] * 10 + [21]
