"""The live checks: what they find, what they leave alone, and how they explain themselves."""

import tomllib
from itertools import permutations

import pytest
from msgspec.structs import replace

from dateline import assets
from dateline.model.annotation import Relation
from dateline.model.moved import Moved
from dateline.model.registry import Happening
from dateline.model.report import Report
from dateline.model.schema import Schema, schema_from_toml
from dateline.model.when import when_from_value
from dateline.review.comparison import Field, compare
from dateline.review.event_checks import check_event, check_happening
from dateline.review.order import check_order
from dateline.review.problems import MendKind, Problem, ProblemKind, found, is_fine, noted_as_fine
from dateline.review.whereabouts import check_whereabouts
from tests.review.reports import filler, report, time

PLANNED = {"modality": "planned"}


@pytest.fixture(scope="module")
def schema() -> Schema:
    return schema_from_toml(tomllib.loads(assets.resources("schemas", "diplomacy.toml").read_text(encoding="utf-8")))


def _kinds(told: Report, schema: Schema) -> list[ProblemKind]:
    return [p.kind for p in check_event(told, schema)]


def test_told_as_past_before_it_happened(schema: Schema) -> None:
    (problem,) = check_event(report("met", time("2018-04-20")), schema)
    assert str(problem) == "“met” is told as past, but dated 20 Apr 2018; the article appeared on 2018-04-19."
    assert [m.kind for m in problem.mends] == [MendKind.PLAN, MendKind.FINE]
    assert problem.events == ("v-met",)


@pytest.mark.parametrize(
    "told",
    [
        report("met", time("2018-04-19")),  # the same day
        report("met", time("2018-04")),  # the month goes on, but has begun
        report("met", time("2018-04-20"), modality="planned"),
        report("met", time("2018-04-20"), polarity="negative"),
        report("met", time("2018-04-20"), published=""),
        report("met", time("2018-04-20"), published="2018-04-20T09:00"),
        report("met"),
    ],
    ids=str,
)
def test_what_is_no_problem_of_time(told: Report, schema: Schema) -> None:
    assert _kinds(told, schema) == []


def test_planned_for_a_day_gone_by(schema: Schema) -> None:
    (problem,) = check_event(report("visit", time("2018-04-17"), **PLANNED), schema)
    assert str(problem) == "“visit” is told as planned, but dated 17 Apr 2018; the article appeared on 2018-04-19."
    assert [m.kind for m in problem.mends] == [MendKind.HAPPENED, MendKind.FINE]
    assert problem.kind is ProblemKind.PASSED
    assert [m.kind for m in next(iter(check_event(report("visit", time("2017-10"), **PLANNED), Schema()))).mends] == [
        MendKind.FINE
    ]


@pytest.mark.parametrize(
    "told",
    [
        report("visit", time("2018-04-18"), **PLANNED),  # yesterday's plan is still told of
        report("visit", time("2018-04-19"), **PLANNED),
        report("visit", time("2018-05"), **PLANNED),
        report("visit", time("2018-04"), **PLANNED),  # the month goes on
        report("visit", time("2016", "ON_OR_AFTER"), **PLANNED),
        report("visit", time("2018-04-01"), polarity="negative", **PLANNED),  # called off: the day is what it was
        report("visit", time("2018-04-01"), modality="hypothetical"),
        report("visit", time("2018-04-01"), published="", **PLANNED),
        report("visit", **PLANNED),
    ],
    ids=str,
)
def test_what_is_no_plan_of_the_past(told: Report, schema: Schema) -> None:
    assert _kinds(told, schema) == []


def test_planned_is_not_offered_where_the_schema_does_not_know_it() -> None:
    (problem,) = check_event(report("met", time("2018-04-20")), Schema())
    assert [m.kind for m in problem.mends] == [MendKind.FINE]


def test_ends_before_it_begins(schema: Schema) -> None:
    (problem,) = check_event(report("war", time("2016", "ON_OR_AFTER"), time("2011", "ON_OR_BEFORE")), schema)
    assert str(problem) == "“war” begins since 2016 and ends until 2011."
    assert [m.kind for m in problem.mends] == [MendKind.TAKE_OUT, MendKind.TAKE_OUT, MendKind.FINE]
    (backwards,) = check_event(report("war", time("2016/2011")), schema)
    assert backwards.kind is ProblemKind.REVERSED
    assert str(backwards.mends[0]) == "Read it as 2011–2016"
    assert _kinds(report("war", time("2011", "ON_OR_AFTER"), time("2016", "ON_OR_BEFORE")), schema) == []


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_two_times_are_found_wherever_they_stand(order: tuple[int, ...], schema: Schema) -> None:
    times = time("2018-04-17"), time("2018-04"), time("2018-04-18")
    (problem,) = check_event(report("met", *(times[n] for n in order)), schema)
    assert problem.kind is ProblemKind.TIMES
    stands = ("17 Apr 2018", "Apr 2018", "18 Apr 2018")[order[0]]
    assert str(problem).endswith(f"it stands on {stands}.")


def test_two_times_are_found_behind_one_in_another_role(schema: Schema) -> None:
    until = replace(time("2018-05"), role="Until")
    assert ProblemKind.TIMES in _kinds(report("met", until, time("2018-04-17"), time("2018-04-18")), schema)


def test_two_times_that_do_not_meet_are_asked_about(schema: Schema) -> None:
    (problem,) = check_event(report("met", time("2018-04-17"), time("2018-04"), time("2018-04-18")), schema)
    assert problem.kind is ProblemKind.TIMES
    assert str(problem) == "“met” has 17 Apr 2018 and 18 Apr 2018 as Time, which do not meet; it stands on 17 Apr 2018."
    assert [str(m) for m in problem.mends] == [
        "Take 2018-04-18 out of Time", "Take 2018-04-17 out of Time", "It is right so"
    ]  # fmt: skip


MONDAY, TUESDAY = time("2018-04-16"), time("2018-04-17")


@pytest.mark.parametrize(
    "told",
    [
        report("met", MONDAY),
        report("met", MONDAY, time("2018-04-16T10:00")),
        report("met", MONDAY, time("2018-04")),
        report("war", time("2011", "ON_OR_AFTER"), time("2016", "ON_OR_BEFORE")),
        report("war", time("2011", "ON_OR_AFTER"), time("2016")),
        report("met", MONDAY, replace(TUESDAY, role="Until")),
        report("met", MONDAY, time("P3D")),
        replace(report("met", MONDAY, TUESDAY), by_hand=when_from_value("2018-04-17")),
    ],
)
def test_what_are_no_two_times(told: Report, schema: Schema) -> None:
    assert _kinds(told, schema) == []


def test_a_day_and_the_one_it_was_moved_to_are_no_two_times(schema: Schema) -> None:
    first, second = when_from_value("2018-04-16"), when_from_value("2018-04-17")
    assert first
    assert second
    told = report("met", MONDAY, TUESDAY)
    moved = replace(told, occurrence=replace(told.occurrence, moved=Moved(first, second)))
    assert _kinds(moved, schema) == []


def test_visitor_is_host(schema: Schema) -> None:
    both = report("visit", filler("Agent", "Astana"), filler("Target", "Astana"), filler("Target", "Ankara"))
    (problem,) = check_event(both, schema)
    assert str(problem) == "Astana is both Agent and Target of “visit”."
    assert [str(m) for m in problem.mends] == [
        "Take Astana out of Agent", "Take Astana out of Target", "It is right so"
    ]  # fmt: skip
    unlinked = report("visit", filler("Agent", "ASTANA", linked=False), filler("Target", "Astana", linked=False))
    assert _kinds(unlinked, schema) == [ProblemKind.SELF]
    assert _kinds(report("visit", filler("Agent", "Astana"), filler("Participant", "Astana")), schema) == []


def test_a_required_role_is_empty(schema: Schema) -> None:
    (problem,) = check_event(report("praised", label="SUPPORT"), schema)
    assert str(problem) == "“praised” needs a mention as Agent: the schema requires it."
    assert _kinds(report("praised", filler("Agent", "Ghana"), label="SUPPORT"), schema) == []
    assert _kinds(report("praised", label="UNKNOWN"), schema) == []


VISIT = Happening("h", "The visit", "CONSULT")


def test_articles_disagree_about_a_date_unless_it_was_a_plan_or_is_settled() -> None:
    one, other = report("one", time("2018-04-17")), report("two", time("2018-04-18"), published="2018-04-20")
    (problem,) = check_happening(VISIT, [one, other])
    assert str(problem) == "“The visit”: 17 Apr 2018 in “Article one”, 18 Apr 2018 in “Article two”."
    assert [str(m) for m in problem.mends[:2]] == ["Take 17 Apr 2018", "Take 18 Apr 2018"]
    assert problem.articles == ("a-one", "a-two")
    plan = report("plan", time("2018-04-17"), published="2018-04-01", modality="planned")
    assert list(check_happening(VISIT, [plan, other])) == []
    assert list(check_happening(Happening("h", "x", when=when_from_value("2018-04-18")), [one, other])) == []
    assert list(check_happening(None, [one, other])) == []


def _in(name: str, place: str, day: str = "2018-04-17", person: str = "Fidan", **says: str) -> Report:
    return report(name, filler("Agent", person, "PERSON"), filler("Place", place), time(day), **says)


def _nothing_known(_one: str, _other: str) -> bool:
    return False


def test_a_person_in_two_far_places_on_one_day() -> None:
    (problem,) = check_whereabouts([_in("met", "Astana"), _in("spoke", "Ankara")], _nothing_known)
    assert str(problem) == (
        "Fidan is in Astana (“met”) and in Ankara (“spoke”) on 17 Apr 2018. "
        "Nothing says that one of these places lies in the other."
    )
    assert [str(m) for m in problem.mends] == ["Astana lies in Ankara", "Ankara lies in Astana", "It is right so"]


@pytest.mark.parametrize(
    "others",
    [
        [_in("spoke", "Astana")],
        [_in("spoke", "Ankara", "2018-04-18")],
        [_in("spoke", "Ankara", "2018-04")],
        [_in("spoke", "Ankara", person="Tokayev")],
        [_in("spoke", "Ankara", modality="planned")],  # planned for the day, told of another: plans change
        [_in("spoke", "Ankara", mode="call")],
        [_in("spoke", "Ankara", polarity="negative")],
        [report("spoke", filler("Agent", "Fidan", "ORG"), filler("Place", "Ankara"), time("2018-04-17"))],
        [_in("spoke", "Ankara"), report("fair", filler("Place", "Ankara"), filler("Place", "Astana"))],
    ],
    ids=str,
)
def test_what_is_no_contradiction_of_places(others: list[Report]) -> None:
    assert list(check_whereabouts([_in("met", "Astana"), *others], _nothing_known)) == []


def test_places_known_to_lie_in_each_other_are_not_far() -> None:
    reports = [_in("met", "Astana"), _in("spoke", "Kazakhstan")]
    assert list(check_whereabouts(reports, lambda a, b: {a, b} == {"astana", "kazakhstan"})) == []


def _link(number: int, one: str, other: str, label: str = "BEFORE") -> Relation:
    return Relation(f"r{number}", "a", "w", label, f"v-{one}", f"v-{other}")


def _by_id(*reports: Report) -> dict[str, Report]:
    return {r.id: r for r in reports}


def test_before_and_after_in_a_circle() -> None:
    told = _by_id(report("a"), report("b"), report("c"), report("d"))
    links = [_link(1, "a", "b"), _link(2, "c", "b", "AFTER"), _link(3, "c", "a"), _link(4, "c", "d")]
    (problem,) = check_order(told, links)
    assert str(problem) == "Each comes before the next, and the last before the first: “a” → “b” → “c” → “a”."
    assert [m.on for m in problem.mends[:3]] == [("r1",), ("r2",), ("r3",)]
    assert list(check_order(told, [links[0], links[1], links[3]])) == []


def test_a_circle_over_articles_that_happenings_join() -> None:
    told = _by_id(report("a", happening="h"), report("b"), report("c", happening="h"))
    assert [p.kind for p in check_order(told, [_link(1, "a", "b"), _link(2, "b", "c")])] == [ProblemKind.CIRCLE]


def test_a_long_chain_is_no_circle_and_no_recursion() -> None:
    told = _by_id(*(report(str(i)) for i in range(3000)))
    links = [_link(i, str(i), str(i + 1)) for i in range(2999)]
    assert list(check_order(told, links)) == []
    assert len(list(check_order(told, [*links, _link(3000, "2999", "0")]))) == 1


def test_an_order_that_the_dates_speak_against() -> None:
    told = _by_id(report("a", time("2018-04-18")), report("b", time("2018-04-17")), report("c", time("2018-04")))
    (problem,) = check_order(told, [_link(1, "a", "b"), _link(2, "b", "a"), _link(3, "a", "c"), _link(4, "a", "x")][:1])
    assert str(problem) == "“a” (18 Apr 2018) is linked as before “b” (17 Apr 2018)."
    assert list(check_order(told, [_link(3, "a", "c"), _link(4, "a", "x"), _link(5, "a", "b", "MODAL")])) == []


@pytest.mark.parametrize(
    ("one", "other", "name"), [("a", "b", "precedes"), ("b", "a", "follows"), ("a", "b", "Before")]
)
def test_an_order_counts_by_whatever_name_the_timeline_knows_it(one: str, other: str, name: str) -> None:
    told = _by_id(report("a", time("2018-04-18")), report("b", time("2018-04-17")))
    (problem,) = check_order(told, [_link(1, one, other, name)])
    assert problem.kind is ProblemKind.ORDER
    assert problem.events == ("v-a", "v-b")


def test_a_note_says_what_is_right_so() -> None:
    assert noted_as_fine("Seen twice.\nchecked: two-places\n checked: role-empty  0123abcd ") == {
        "two-places", "role-empty 0123abcd"
    }  # fmt: skip
    assert noted_as_fine("checked by me: two-places; checked: nonsense") == frozenset()


def test_what_is_right_so_is_this_problem_and_no_other(schema: Schema) -> None:
    first, later = (next(iter(check_event(report("met", time(day)), schema))) for day in ("2018-04-20", "2018-04-21"))
    noted = noted_as_fine(f"checked: {first.mark}")
    assert (is_fine(first, noted), is_fine(later, noted)) == (True, False)
    assert first.mends[-1].on == (first.events[0], first.mark)
    assert is_fine(later, noted_as_fine("checked: ahead-of-article"))


def test_a_mark_is_the_same_whichever_event_comes_first_and_whatever_the_article_is_called() -> None:
    one = found(ProblemKind.DATES, {"date": "1 May", "article": "A", "other_date": "2 May"}, ("x", "y"), ("a", "b"))
    other = found(ProblemKind.DATES, {"date": "2 May", "article": "B", "other_date": "1 May"}, ("y", "x"), ("b", "a"))
    assert one.mark == other.mark
    moved = found(ProblemKind.DATES, {"date": "2 May", "other_date": "3 May"}, ("y", "x"), ("b", "a"))
    assert moved.mark != one.mark


def test_no_problem_names_one_article_twice_as_two() -> None:
    """Two days in one article are told as that; two articles of one name are told apart."""
    visit = Happening("h", "visit")
    one, two = (report("X", time(day), happening="h") for day in ("2018-04-08", "2018-03-20"))
    (problem,) = check_happening(visit, [one, two])
    assert problem.kind is ProblemKind.TWICE
    assert str(problem) == "“visit”: “Article X” dates it 8 Apr 2018 and 20 Mar 2018."
    assert problem.articles == ("a-X",)
    event = replace(two.occurrence.event, article_id="a-Y")
    later = replace(two, occurrence=replace(two.occurrence, event=event), published="2018-04-21")
    (problem,) = check_happening(visit, [one, later])
    assert problem.kind is ProblemKind.DATES
    assert "“Article X (2018-04-19)”" in str(problem)
    assert "“Article X (2018-04-21)”" in str(problem)


def test_when_one_pair_of_reports_is_right_so_the_next_that_disagrees_is_told() -> None:
    happening = Happening("h", "the talks", "CONSULT")
    told = [report(n, time(f"2018-04-1{d}"), happening="h") for n, d in (("a", 1), ("b", 1), ("c", 3))]
    first, *rest = check_happening(happening, told)
    assert {p.mark for p in rest}
    assert first.mark not in {p.mark for p in rest}


@pytest.mark.parametrize("name", ["SIMULTANEOUS", "is_included", "INCLUDES", "identity"])
def test_at_one_time_but_dated_apart(name: str) -> None:
    told = _by_id(report("a", time("2018-04-18")), report("b", time("2018-04-17")), report("c", time("2018-04")))
    (problem,) = check_order(told, [_link(1, "a", "b", name), _link(2, "a", "c", name)])
    assert problem.kind is ProblemKind.APART
    assert str(problem) == (
        f"“a” (18 Apr 2018) and “b” (17 Apr 2018) are linked as “{name}”, so they share some time; "
        "their dates do not meet."
    )
    assert [m.kind for m in problem.mends] == [MendKind.UNRELATE, MendKind.FINE]


def test_at_one_time_but_one_after_the_other() -> None:
    told = _by_id(report("a"), report("b"), report("c"), report("d"))
    links = [_link(1, "a", "b"), _link(2, "c", "b", "AFTER"), _link(3, "c", "a", "SIMULTANEOUS")]
    (problem,) = check_order(told, links, {"SIMULTANEOUS": "Simultaneous with"}.__getitem__)
    assert problem.kind is ProblemKind.TORN
    assert problem.mark == next(iter(check_order(told, links))).mark  # what was noted counts under any name
    assert str(problem) == (
        "“c” and “a” are linked as “Simultaneous with”, so they share some time; "
        "yet each of these comes before the next: “a” → “b” → “c”."
    )
    assert [m.on for m in problem.mends[:3]] == [("r3",), ("r1",), ("r2",)]
    assert list(check_order(told, [*links[:2], _link(4, "c", "d", "SIMULTANEOUS")])) == []
    assert list(check_order(told, links[1:])) == []


def test_problems_are_told_apart_by_what_they_say(schema: Schema) -> None:
    twice = [*check_event(report("met", time("2018-04-20")), schema)] * 2
    assert len({p.key for p in twice}) == 1
    other: Problem = next(iter(check_event(report("met", time("2018-04-21")), schema)))
    assert other.key != twice[0].key


def test_a_comparison_says_field_by_field_what_differs() -> None:
    reports = [
        report(
            "visited", filler("Agent", "Fidan"), filler("Place", "Astana"), time("2018-05-20"), published="2018-06-01"
        ),
        report("visit", filler("Agent", "Fidan"), filler("Place", "Ankara"), time("2018-05-14"), **PLANNED),
        report(
            "trip", filler("Agent", "Tokayev"), filler("Place", "Astana"), time("2018-05-21"), published="2018-06-02"
        ),
    ]
    seen = compare(reports)
    assert [r.occurrence.words for r in seen.reports] == ["visit", "visited", "trip"]
    rows = {r.field: r for r in seen.rows}
    assert rows[Field.STATUS].cells == ("announced", "took place", "took place")
    assert rows[Field.STATUS].apart == frozenset()
    assert rows[Field.DATE].cells == ("14 May 2018", "20 May 2018", "21 May 2018")
    assert rows[Field.DATE].apart == {1, 2}  # the plan is no disagreement
    assert rows[Field.PLACE].apart == {0, 1, 2}
    assert rows[Field.PARTICIPANTS].apart == {0, 1, 2}
    assert Field.AMOUNT not in rows
    known = compare(reports, lambda a, b: {a, b} == {"ankara", "astana"})
    assert {r.field: r.apart for r in known.rows}[Field.PLACE] == frozenset()


def test_who_is_named_by_common_words_alone_disagrees_with_nobody() -> None:
    """They may be those whom another report names; of two that name somebody the one is not the other."""
    told = [
        report("met", filler("Participant", "ministers", "TITLE", linked=False), filler("Place", "Ankara")),
        report("talks", filler("Participant", "Fidan", "PERSON"), filler("Place", "the capital", linked=False)),
        report("meeting", filler("Participant", "Ada Bo", "PERSON", linked=False), filler("Place", "Ankara")),
    ]
    seen = compare(told)
    rows = {r.field: {seen.reports[i].occurrence.words for i in r.apart} for r in seen.rows}
    assert (rows[Field.PARTICIPANTS], rows[Field.PLACE]) == ({"talks", "meeting"}, set())


def test_amounts_and_happened_or_not_are_compared() -> None:
    one = report("loan", filler("Amount", "$5 billion", "MONEY", linked=False))
    other = report("loan2", filler("Amount", "$6 billion", "MONEY", linked=False), polarity="negative")
    rows = {r.field: r.apart for r in compare([one, other]).rows}
    assert rows == {Field.STATUS: {0, 1}, Field.AMOUNT: {0, 1}}
    assert compare([]).rows == ()
