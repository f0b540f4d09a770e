"""Reports of one happening side by side."""

import pytest
from msgspec.structs import replace

from dateline.chronology.quantity import may_be_one
from dateline.model.registry import Happening
from dateline.model.when import when_from_value
from dateline.review.comparison import Field, compare
from dateline.review.event_checks import check_happening
from dateline.review.problems import MendKind, ProblemKind
from tests.review.reports import filler, report, time


def test_amounts_in_other_words_are_no_disagreement() -> None:
    told = [report(w, filler("Amount", w, "MONEY", linked=False)) for w in ("$5 million", "5 млн долларов")]
    assert {r.field: r.apart for r in compare(told, may_be_one=may_be_one).rows}[Field.AMOUNT] == frozenset()
    assert {r.field: r.apart for r in compare(told).rows}[Field.AMOUNT] == {0, 1}


@pytest.mark.parametrize(
    ("told", "by_hand", "against"),
    [
        # what each article says (date, publication, modality), the date set by hand, and who stands against it
        ([("2018-04-19", "2018-04-20", "asserted")], "2018-04-25", {0}),
        ([("2018-04-19", "2018-04-20", "asserted")], "2018-04", set()),
        ([("2018-04-25", "2018-04-20", "planned"), ("2018-05-02", "2018-04-22", "planned")], "2018-05-02", set()),
        ([("2018-04-25", "2018-04-20", "planned"), ("2018-05-02", "2018-04-22", "planned")], "2018-04-25", {1}),
        ([("2018-04-25", "2018-04-20", "planned"), ("2018-04-25", "2018-04-22", "planned")], "2018-05-02", {0, 1}),
        ([("2018-04-25", "2018-04-20", "planned"), ("2018-04-26", "2018-04-27", "asserted")], "2018-04-26", set()),
        ([("", "2018-04-20", "asserted")], "2018-04-25", {0}),  # told as past before that day
        ([("", "2018-04-20", "planned")], "2018-04-25", set()),
        ([("", "2018-04-20", "planned")], "2018-04-10", {0}),  # told as to come, ten days after
    ],
)
def test_a_date_set_by_hand_stands_against_what_reports_say(
    told: list[tuple[str, str, str]], by_hand: str, against: set[int]
) -> None:
    reports = [
        report(f"r{n}", *((time(day),) if day else ()), published=published, modality=modality)
        for n, (day, published, modality) in enumerate(told)
    ]
    (row,) = [r for r in compare(reports, by_hand=when_from_value(by_hand)).rows if r.field is Field.DATE]
    assert row.against == against
    assert all(r.against == frozenset() for r in compare(reports).rows)


@pytest.mark.parametrize(
    ("days", "by_hand", "told"),
    [
        # the days that reports give, told as past on the 25th; the date set by hand; what the problem offers to take
        (["2018-04-21"] * 3, "2018-04-20", ["21 Apr 2018"]),
        (["2018-04-21", "2018-04-22"], "2018-04-20", ["21 Apr 2018", "22 Apr 2018"]),
        (["2018-04-21"], "2018-04-20", ["21 Apr 2018"]),
        (["2018-04-21"], "2018-04", []),
        (["2018-04-21", "2018-04-20"], "2018-04-20", []),  # settled
        ([""], "2018-04-20", []),
        (["2018-04-21"] * 2, "2018-05-20", []),  # told of each report: it appeared before
    ],
)
def test_what_stands_against_a_date_set_by_hand_is_a_problem_too(
    days: list[str], by_hand: str, told: list[str]
) -> None:
    when = when_from_value(by_hand)
    reports = [
        report(f"r{n}", *((time(day),) if day else ()), published="2018-04-25", happening="h")
        for n, day in enumerate(days)
    ]
    found = list(check_happening(Happening("h", "visit", when=when), [replace(r, by_hand=when) for r in reports]))
    assert [p.kind for p in found] == [ProblemKind.BY_HAND] * bool(told)
    assert [m.details["date"] for p in found for m in p.mends if m.kind is MendKind.DATE] == told
    for problem in found:
        assert str(problem).startswith("“visit”: the date set by hand, 20 Apr 2018, is none that its reports give")
        (row,) = [r for r in compare(reports, by_hand=when).rows if r.field is Field.DATE]
        assert row.against == set(range(len(days)))
