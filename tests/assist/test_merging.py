"""Which entities, and which happenings, may be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.assist.merging import MergeProposal, propose_happening_merges, propose_merges
from dateline.model.registry import Happening
from dateline.model.report import Report, ThingSummary
from dateline.model.when import when_from_value
from tests.assist.told import report


def _thing(
    id_: str, name: str, type_: str = "PERSON", mentions: int = 1, external: str = "", *also: str
) -> ThingSummary:
    return ThingSummary(id_, name, type_, also, external, mentions)


def test_merges_by_spelling_alias_number_and_last_name() -> None:
    things = [
        _thing("a", "Çavuşoğlu", mentions=1),
        _thing("b", "Cavusoglu", mentions=5),
        _thing("c", "Astana", "GPE", 9, "", "Nur-Sultan"),
        _thing("d", "Nur-Sultan", "GPE", 2),
        _thing("e", "Kassym-Jomart Tokayev", mentions=3),
        _thing("f", "Tokayev", mentions=8),
        _thing("g", "Ankara", "GPE", 1, "Q3640"),
        _thing("h", "Engürü", "GPE", 1, "Q3640"),
    ]
    found = {(p.keep, p.other): str(p.reasons[0]) for p in propose_merges(things)}
    assert found == {
        ("g", "h"): "the same external id Q3640",
        ("b", "a"): "another spelling of Cavusoglu",
        ("c", "d"): "another spelling of Astana",
        ("f", "e"): "part of the name Kassym-Jomart Tokayev",
    }


def test_no_merge_across_types_numbers_or_among_many_of_a_last_name() -> None:
    things = [
        _thing("a", "Astana", "GPE"),
        _thing("b", "Astana", "ORG"),
        _thing("c", "Georgia", "GPE", 1, "Q230"),
        _thing("d", "Georgia", "GPE", 1, "Q1428"),
        _thing("e", "Ivan Ivanov"),
        _thing("f", "Pyotr Ivanov"),
        _thing("g", "Ivanov"),
        _thing("h", "Ivanov Brothers", "ORG"),
    ]
    assert propose_merges(things) == []


def test_who_is_only_also_called_so_is_asked_about_with_the_one_of_that_name() -> None:
    things = [
        _thing("k", "Kazakhstan", "GPE", 40, "Q232", "Astana"),
        _thing("a", "Astana", "GPE", 9, "Q1520"),
        _thing("b", "Astanà", "GPE", 1),
    ]
    assert {frozenset((p.keep, p.other)) for p in propose_merges(things)} == {frozenset("ab")}


@pytest.mark.parametrize(
    "capital",
    [_thing("a", "Astana", "ORG", 9), _thing("a", "Astana", "GPE", 9, "Q1520"), _thing("a", "Astana", "GPE", 60, "Q1")],
    ids=["another type", "another id", "told of more often"],
)
def test_two_also_called_so_are_asked_about_where_the_one_of_that_name_is_another(capital: ThingSummary) -> None:
    things = [
        capital,
        _thing("k", "Kazakhstan", "GPE", 40, "Q232", "Astana"),
        _thing("q", "Qazaqstan", "GPE", 2, "", "Astana"),
    ]
    assert [(p.keep, p.other) for p in propose_merges(things)] == [("k", "q")]


def test_each_of_two_types_of_one_name_has_its_pairs() -> None:
    things = [_thing("a", "Astana", "GPE", 9), _thing("b", "Astana", "ORG", 8), _thing("c", "Astana", "ORG", 1)]
    assert [(p.keep, p.other) for p in propose_merges(things)] == [("b", "c")]


def test_a_hundred_of_one_name_are_asked_about_once_each() -> None:
    things = [_thing(f"{n:03}", "Astana" if n % 2 else f"City {n}", "GPE", n, "", "Astana") for n in range(100)]
    assert len(propose_merges(things)) == 99


def _happenings(*ids: str) -> dict[str, Happening]:
    return {i: Happening(i, f"The meeting {i}", "CONSULT") for i in ids}


def _pairs(*reports: Report, known: dict[str, Happening] | None = None) -> list[MergeProposal]:
    told: dict[str, list[Report]] = {}
    for r in reports:
        told.setdefault(r.occurrence.event.happening_id or "", []).append(r)
    return propose_happening_merges(told, known or _happenings(*told))


def test_happenings_of_one_type_day_people_and_place_may_be_one() -> None:
    (found,) = _pairs(
        report(1, "CONSULT", "2018-05-14", "tokayev erdogan", "astana", "a"),
        report(2, "CONSULT", "2018-05-14", "erdogan tokayev", "astana", "b"),
        report(3, "CONSULT", "2018-05-15", "erdogan tokayev", "astana", "b"),
    )
    assert (found.keep, found.other) == ("b", "a")  # the one told of more often stays
    assert [str(r) for r in found.reasons] == [
        "the same type", "the same date", "both with erdogan, tokayev", "both in astana"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "day", "people", "place", "proposed"),
    [
        ("CONSULT", "2018-05-14", "tokayev erdogan", "astana", True),
        ("CONSULT", "2018-05", "tokayev erdogan", "", True),
        ("CONSULT", "2018-05-16", "tokayev erdogan", "astana", True),  # two days apart, all else the same
        ("CONSULT", "2018-05-14", "tokayev", "astana", True),
        ("CONSULT", "", "tokayev erdogan", "astana", True),
        ("CONSULT", "2018-05-20", "tokayev erdogan", "astana", False),  # another week
        ("CONSULT", "2017-05-14", "tokayev erdogan", "astana", False),
        ("CONSULT", "2018-05-14", "putin", "astana", False),  # other people, though the same place
        ("CONSULT", "2018-05-14", "tokayev putin", "", False),
        ("SUPPORT", "2018-05-14", "tokayev erdogan", "", False),
        ("CONSULT", "2018-05-14", "", "", False),
    ],
)
def test_what_makes_two_happenings_one(label: str, day: str, people: str, place: str, proposed: bool) -> None:
    known = {"a": Happening("a", "x", "CONSULT"), "b": Happening("b", "y", label)}
    one = report(1, "CONSULT", "2018-05-14", "tokayev erdogan", "astana", "a")
    assert bool(_pairs(one, report(2, label, day, people, place, "b"), known=known)) is proposed


def test_a_visit_put_off_may_be_the_one_announced() -> None:
    plan = report(1, "CONSULT", "2018-05-14", "tokayev erdogan", "astana", "a", "The Joint Trade Commission will meet.",
                  modality="planned")  # fmt: skip
    told = report(2, "CONSULT", "2018-05-28", "tokayev erdogan", "astana", "b", "The Joint Trade Commission met.")
    assert [(p.keep, p.other) for p in _pairs(plan, told)] == [("a", "b")]


def test_what_somebody_said_to_be_two_is_not_proposed() -> None:
    one = report(1, "CONSULT", "2018-05-14", "tokayev erdogan", "astana", "a")
    other = report(2, "CONSULT", "2018-05-14", "tokayev erdogan", "astana", "b")
    known = _happenings("a", "b")
    assert _pairs(one, other, known=known)
    numbered = {i: replace(h, external_id=f"Q{n}") for n, (i, h) in enumerate(known.items())}
    assert not _pairs(one, other, known=numbered)
    days = {"a": "2018-05-14", "b": "2018-05-21"}
    assert not _pairs(one, other, known={i: replace(h, when=when_from_value(days[i])) for i, h in known.items()})


def test_among_many_with_the_same_person_each_is_compared_with_its_neighbours_only() -> None:
    reports = [
        report(n, "CONSULT", f"{2000 + n // 12}-{n % 12 + 1:02}-01", "erdogan", "ankara", f"h{n:03}")
        for n in range(400)
    ]
    assert _pairs(*reports) == []
    again = report(900, "CONSULT", "2010-03-01", "erdogan", "ankara", "other")
    (found,) = _pairs(*reports, again)
    assert {found.keep, found.other} == {"h122", "other"}


@pytest.mark.parametrize(
    ("article", "words", "proposed"),
    [("a1", "met", True), ("a1", "the talks", False), ("a2", "the talks", True)],
)
def test_what_one_article_tells_of_in_other_words_is_two(article: str, words: str, proposed: bool) -> None:
    one = report(1, "CONSULT", "2018-05-14", "tokayev erdogan", "astana", "a")
    other = report(2, "CONSULT", "2018-05-14", "tokayev erdogan", "astana", "b", words=words)
    there = replace(other.occurrence, event=replace(other.occurrence.event, article_id=article))
    assert bool(_pairs(one, replace(other, occurrence=there))) is proposed


def test_a_part_and_its_whole_are_two() -> None:
    reports = [report(n, "CONSULT", "2018-05-14", "tokayev erdogan", "astana", i) for n, i in ((1, "a"), (2, "b"))]
    told = {"a": reports[:1], "b": reports[1:]}
    assert propose_happening_merges(told, _happenings("a", "b"))
    assert not propose_happening_merges(told, _happenings("a", "b"), links=[("v2", "v1")])
    assert propose_happening_merges(told, _happenings("a", "b"), links=[("v2", "v7")])


def test_who_takes_part_is_no_place_where_both_name_one() -> None:
    known = _happenings("a", "b")
    visit = report(1, "CONSULT", "", "erdogan kazakhstan", "kazakhstan", "a")
    assert not _pairs(visit, report(2, "CONSULT", "", "erdogan kazakhstan", "ankara", "b"), known=known)
    (found,) = _pairs(visit, report(2, "CONSULT", "", "erdogan kazakhstan", "", "b"), known=known)
    assert "both in kazakhstan" in [str(r) for r in found.reasons]


@given(st.lists(st.tuples(st.sampled_from(["2018-05-14", "2018-05", ""]), st.sets(st.sampled_from("xyz"))), max_size=7))
def test_each_pair_is_asked_about_once_and_in_an_order_that_holds(told: list[tuple[str, set[str]]]) -> None:
    reports = [report(n, "CONSULT", day, " ".join(sorted(who)), "", f"h{n}") for n, (day, who) in enumerate(told)]
    found = _pairs(*reports)
    pairs = [frozenset((p.keep, p.other)) for p in found]
    assert len(set(pairs)) == len(pairs)
    assert all(len(p) == 2 for p in pairs)
    assert found == _pairs(*reversed(reports))
