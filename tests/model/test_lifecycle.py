"""A visit that is announced, confirmed, put off and then takes place is one happening."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.model.interval import Granularity
from dateline.model.lifecycle import Stage, Told, Turn, disagreeing, happening_date, life_cycle, outlook, stage_of
from dateline.model.moving import Move, Moving
from dateline.model.when import When, overlaps, when_from_value


def _when(value: str) -> When | None:
    return when_from_value(value) if value else None


def _told(published: str, stage: Stage, value: str = "") -> Told:
    return Told(published, stage, _when(value))


def _moment(day: str) -> int:
    when = when_from_value(day)
    assert when is not None
    assert when.begin is not None
    return when.begin


def _turns(reports: list[Told]) -> list[tuple[int, Turn]]:
    return [(line.index, line.turn) for line in life_cycle(reports)]


PLANNED, HAPPENED, OFF, DENIED, POSSIBLE = Stage
VISIT = [
    _told("2018-06-02", HAPPENED, "2018-05-20"),
    _told("2018-04-01", PLANNED, "2018-05"),
    _told("2018-04-10", PLANNED, "2018-05-14"),
    _told("2018-05-01", PLANNED, "2018-05-20"),
]


def test_the_life_of_a_visit() -> None:
    assert _turns(VISIT) == [(1, Turn.ANNOUNCED), (2, Turn.CONFIRMED), (3, Turn.POSTPONED), (0, Turn.TOOK_PLACE)]
    assert happening_date(VISIT) == _when("2018-05-20")
    assert happening_date(VISIT[1:]) == _when("2018-05-20")  # before it took place: the newest plan
    assert happening_date(VISIT[1:3]) == _when("2018-05-14")
    assert disagreeing(VISIT) == []


def test_in_one_article_the_plan_comes_before_what_came_of_it() -> None:
    past = Told("2022-10-12", HAPPENED, _when("2022-10-12"), article="a", at=10)
    planned = Told("2022-10-12", PLANNED, _when("2022-10-12"), article="a", at=90)
    assert _turns([past, planned]) == [(1, Turn.ANNOUNCED), (0, Turn.TOOK_PLACE)]


def test_brought_forward_called_off_denied() -> None:
    reports = [
        _told("2018-04-01", PLANNED, "2018-06-01"),
        _told("2018-04-02", PLANNED, "2018-05-01"),
        _told("2018-04-03", OFF),
        _told("2018-06-03", DENIED),
        _told("", POSSIBLE, "2019"),
    ]
    turns = [turn for _, turn in _turns(reports)]
    assert turns == [Turn.ANNOUNCED, Turn.BROUGHT_FORWARD, Turn.CALLED_OFF, Turn.DENIED, Turn.POSSIBLE]


def test_the_day_of_the_announcement_is_not_the_day_of_the_event() -> None:
    assert happening_date([_told("2018-04-19", PLANNED)]) is None
    assert happening_date([_told("2018-04-19", PLANNED, "2018-05-14"), _told("2018-05-15", HAPPENED)]) == _when(
        "2018-05-14"
    )


def test_a_vague_report_that_it_happened_takes_the_day_from_a_plan_that_meets_it() -> None:
    reports = [_told("2018-04-01", PLANNED, "2018-05-14"), _told("2018-07-01", HAPPENED, "2018-05")]
    assert happening_date(reports) == _when("2018-05-14")
    assert happening_date([_told("2018-04-01", POSSIBLE, "2018-05-14"), reports[1]]) == _when("2018-05")


@pytest.mark.parametrize("stage", [HAPPENED, PLANNED])
@pytest.mark.parametrize("value", ["2022-10-13", "2022-10-13T10:00"])
def test_a_plan_for_one_of_several_days_does_not_shorten_them(stage: Stage, value: str) -> None:
    visit = Told("2022-10-12", stage, When(_moment("2022-10-12"), _moment("2022-10-14"), Granularity.DAY))
    assert happening_date([_told("2022-10-10", PLANNED, value), visit]) == visit.when


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("2018-06-01", HAPPENED, "2018-05-20"), ("2018-06-02", HAPPENED, "2018-05-21"), [(0, 1)]),
        (("2018-06-02", HAPPENED, "2018-05-20"), ("2018-06-01", HAPPENED, "2018-05-21"), [(1, 0)]),
        (("2018-06-01", HAPPENED, "2018-05-20"), ("2018-06-02", HAPPENED, "2018-05"), []),
        (("2018-04-01", PLANNED, "2018-05-20"), ("2018-06-02", HAPPENED, "2018-05-21"), []),
        (("2018-06-01", HAPPENED, "2018-05-20"), ("2018-06-02", PLANNED, "2018-06-21"), [(0, 1)]),
        (("2018-04-01", PLANNED, "2018-05-20"), ("2018-04-01T10:00", PLANNED, "2018-05-21"), [(0, 1)]),
        (("2018-04-01", PLANNED, "2018-05-20"), ("2018-04-02", PLANNED, "2018-05-21"), []),
        (("", PLANNED, "2018-05-20"), ("2018-04-02", PLANNED, "2018-05-21"), [(1, 0)]),
        (("2018-04-01", POSSIBLE, "2018-05-20"), ("2018-06-02", HAPPENED, "2018-05-21"), []),
        (("2018-04-01", HAPPENED, ""), ("2018-06-02", HAPPENED, "2018-05-21"), []),
    ],
)
def test_when_two_articles_disagree(
    one: tuple[str, Stage, str], other: tuple[str, Stage, str], expected: list[tuple[int, int]]
) -> None:
    assert disagreeing([_told(*one), _told(*other)]) == expected


def test_stages_are_told_by_the_attributes() -> None:
    assert stage_of({}) is HAPPENED
    assert stage_of({"polarity": "negative"}) is DENIED
    assert stage_of({"modality": "planned"}) is PLANNED
    assert stage_of({"modality": "planned", "polarity": "negative"}) is OFF
    assert stage_of({"modality": "hypothetical", "polarity": "negative"}) is POSSIBLE


_days = st.integers(1, 28).map(lambda d: f"2018-05-{d:02}")
_reports = st.builds(
    _told, st.one_of(st.just(""), _days), st.sampled_from(Stage), st.one_of(st.just(""), st.just("2018-05"), _days)
)


@given(st.lists(_reports, max_size=8))
def test_the_date_is_one_that_a_report_gives_and_each_report_has_its_turn(reports: list[Told]) -> None:
    date = happening_date(reports)
    assert (date is None) == all(r.when is None for r in reports)
    assert date is None or date in [r.when for r in reports]
    assert sorted(i for i, _ in _turns(reports)) == list(range(len(reports)))
    for i, j in disagreeing(reports):
        one, other = reports[i].when, reports[j].when
        assert one
        assert other
        assert not overlaps(one, other)


def test_reports_follow_each_other_by_the_moment_they_appeared_in_whatever_zone() -> None:
    first = Told("2018-04-20T01:00+05:00", Stage.PLANNED, _when("2018-05-14"))
    moved = Told("2018-04-19T21:00Z", Stage.PLANNED, _when("2018-05-16"))
    assert _turns([moved, first]) == [(1, Turn.ANNOUNCED), (0, Turn.POSTPONED)]
    assert happening_date([moved, first]) == moved.when


def _line(article: str, stage: Stage, value: str = "", move: Move | None = None, *, own: bool = False) -> Told:
    """One of an article's reports; articles are called by the day they appeared on and a letter: "03-14a"."""
    _line.at += 1  # type: ignore[attr-defined]
    moving = Moving(move, own) if move else None
    return Told(f"2025-{article[:5]}", stage, _when(value), article, _line.at, moving)  # type: ignore[attr-defined]


_line.at = 0  # type: ignore[attr-defined]
ANNOUNCED, CONFIRMED, POSTPONED, FORWARD, CALLED_OFF, TOOK_PLACE, *_ = Turn
FIRST = _line("03-14a", PLANNED, "2025-03-20")
PUT_OFF = [
    _line("03-18a", PLANNED, "2025-03-20", Move.PUT_OFF),
    _line("03-18a", PLANNED, "2025-04-08"),
]
CAME = _line("04-09a", HAPPENED, "2025-04-08")
AGAIN = [_line("03-25a", PLANNED, "2025-04-08"), _line("03-25a", PLANNED, "2025-03-20", Move.PUT_OFF)]


@pytest.mark.parametrize(
    ("reports", "turns", "date"),
    [
        ([FIRST, *PUT_OFF], [ANNOUNCED, POSTPONED, POSTPONED], "2025-04-08"),
        ([FIRST, *PUT_OFF[::-1]], [ANNOUNCED, POSTPONED, POSTPONED], "2025-04-08"),
        ([FIRST, *PUT_OFF, CAME], [ANNOUNCED, POSTPONED, POSTPONED, TOOK_PLACE], "2025-04-08"),
        (PUT_OFF, [POSTPONED, POSTPONED], "2025-04-08"),  # the first that is heard of it
        ([FIRST, PUT_OFF[0]], [ANNOUNCED, POSTPONED], "2025-03-20"),  # nobody says until when
        ([FIRST, *PUT_OFF, *AGAIN], [ANNOUNCED, POSTPONED, POSTPONED, CONFIRMED, POSTPONED], "2025-04-08"),
        (
            [FIRST, _line("03-18b", PLANNED, "2025-03-20"), _line("03-18b", PLANNED, "2025-04-08")],
            [ANNOUNCED, POSTPONED, POSTPONED],
            "2025-04-08",
        ),
        (  # "postponed" is an event of its own, told as past; the other says the new day
            [
                FIRST,
                _line("03-18c", HAPPENED, "2025-03-20", Move.PUT_OFF, own=True),
                _line("03-18c", PLANNED, "2025-04-08"),
            ],
            [ANNOUNCED, POSTPONED, POSTPONED],
            "2025-04-08",
        ),
        (
            [FIRST, _line("03-18d", OFF, "2025-03-20"), _line("03-18d", PLANNED, "2025-04-08")],
            [ANNOUNCED, POSTPONED, POSTPONED],
            "2025-04-08",
        ),
        (  # two articles of one day: the one puts off, the other says until when
            [FIRST, _line("03-18h", HAPPENED, "2025-03-20", Move.PUT_OFF, own=True), PUT_OFF[1]],
            [ANNOUNCED, POSTPONED, POSTPONED],
            "2025-04-08",
        ),
        ([FIRST, _line("03-18e", OFF, "2025-03-20", Move.OFF)], [ANNOUNCED, CALLED_OFF], "2025-03-20"),
        ([FIRST, _line("03-18f", HAPPENED, "", Move.OFF, own=True)], [ANNOUNCED, CALLED_OFF], "2025-03-20"),
        (
            [_line("03-18g", PLANNED, "2025-04-08", Move.FORWARD), _line("03-18g", PLANNED, "2025-03-20")],
            [FORWARD, FORWARD],
            "2025-03-20",
        ),
        ([FIRST, _line("03-19a", PLANNED, "2025-03-20")], [ANNOUNCED, CONFIRMED], "2025-03-20"),
        # an article that tells of it twice does not confirm itself
        ([_line("03-14k", PLANNED, "2025-03-20"), _line("03-14k", PLANNED, "2025-03")], [ANNOUNCED] * 2, "2025-03-20"),
        ([_line("03-14l", PLANNED), _line("03-14l", PLANNED, "2025-03-20")], [ANNOUNCED] * 2, "2025-03-20"),
        (
            [FIRST, _line("03-19m", PLANNED, "2025-03-20"), _line("03-19m", PLANNED)],
            [ANNOUNCED, CONFIRMED, CONFIRMED],
            "2025-03-20",
        ),
    ],
)
def test_an_article_that_puts_off_confirms_nothing(reports: list[Told], turns: list[Turn], date: str) -> None:
    assert [turn for _, turn in sorted(_turns(reports))] == turns
    assert happening_date(reports) == _when(date)
    assert disagreeing(reports) == []


def test_the_day_that_was_put_off_is_told_from_the_new_one() -> None:
    assert [line.index for line in life_cycle([FIRST, *PUT_OFF]) if line.gone] == [1]
    assert [line.index for line in life_cycle([FIRST, *PUT_OFF, *AGAIN]) if line.gone] == [1, 4]
    assert not [line for line in life_cycle([FIRST, PUT_OFF[1]]) if line.gone]


def test_of_one_day_what_puts_off_comes_after_what_it_puts_off() -> None:
    same_day = [_line("03-18z", PLANNED, "2025-03-20"), *PUT_OFF]
    assert [turn for _, turn in _turns(same_day)] == [ANNOUNCED, POSTPONED, POSTPONED]
    assert disagreeing(same_day) == []
    assert happening_date(same_day) == _when("2025-04-08")


def test_plans_disagree_no_more_once_it_took_place() -> None:
    plans = [_line("03-14x", PLANNED, "2025-03-20"), _line("03-14y", PLANNED, "2025-03-21")]
    assert disagreeing(plans) == [(0, 1)]
    assert disagreeing([*plans, CAME]) == []
    both = [_line("03-18x", PLANNED, day, Move.PUT_OFF) for day in ("2025-04-08",)]
    both += [_line("03-18y", PLANNED, "2025-04-09", Move.PUT_OFF)]
    assert disagreeing([FIRST, *both]) == [(1, 2)]  # put off to two days


def test_what_puts_itself_off_is_what_took_place() -> None:
    """A happening may be the suspension of aid: nothing else of it was planned."""
    alone = [_line("03-18p", HAPPENED, "2025-03-18", Move.PUT_OFF, own=True), _line("03-19p", HAPPENED, "2025-03-18")]
    assert [turn for _, turn in _turns(alone)] == [TOOK_PLACE, TOOK_PLACE]
    planned = [_line("03-01p", PLANNED, "2025-03-18", Move.PUT_OFF, own=True), *alone]
    assert [turn for _, turn in _turns(planned)][1:] == [TOOK_PLACE, TOOK_PLACE]


def test_how_it_looks_as_far_as_is_known() -> None:
    assert outlook([FIRST, *PUT_OFF]) == (True, False)
    assert outlook([FIRST, *PUT_OFF, CAME]) == (False, False)
    assert outlook([FIRST, _line("03-19q", OFF)]) == (True, True)
    assert outlook([FIRST, _line("03-19r", OFF), _line("03-20r", PLANNED, "2025-05-01")]) == (True, False)
    assert outlook([_line("04-09s", DENIED)]) == (False, True)
    assert outlook([_line("04-09t", POSSIBLE)]) == (True, False)


_lines = st.builds(
    lambda a, stage, value, move, own, before: (a, stage, value, move, own, before),
    st.integers(1, 9).map(lambda d: f"03-0{d}"),
    st.sampled_from(Stage),
    st.one_of(st.just(""), st.just("2025-03"), st.integers(1, 28).map(lambda d: f"2025-03-{d:02}")),
    st.one_of(st.none(), st.sampled_from(Move)),
    st.booleans(),
    st.one_of(st.none(), st.integers(1, 28).map(lambda d: f"2025-03-{d:02}")),
)


@given(st.lists(_lines, max_size=7), st.randoms())
def test_in_whatever_order_reports_are_read_they_say_the_same(given_: list[Any], random: Random) -> None:
    reports = [
        replace(_line(a, stage, value, move, own=own), before=_when(before or ""))
        for a, stage, value, move, own, before in given_
    ]
    other = [*reports]
    random.shuffle(other)
    assert happening_date(reports) == happening_date(other)
    told = [(reports[line.index], line.turn, line.gone) for line in life_cycle(reports)]
    assert told == [(other[line.index], line.turn, line.gone) for line in life_cycle(other)]
    assert outlook(reports) == outlook(other)
    date = happening_date(reports)
    assert (date is None) == all(r.when is None for r in reports)
    if len({r.article for r in reports}) == 1 and any(r.moving and r.stage is PLANNED for r in reports):
        assert not [p for p in disagreeing(reports) if {reports[i].stage for i in p} == {PLANNED}]


def test_a_vague_report_takes_the_newest_of_the_days_that_were_planned() -> None:
    plans = [_told("2018-04-01", PLANNED, "2018-05-14"), _told("2018-04-10", PLANNED, "2018-05-21")]
    for vague in (_told("2018-04-12", PLANNED, "2018-05"), _told("2018-06-01", HAPPENED, "2018-05")):
        assert happening_date([*plans, vague]) == _when("2018-05-21")


def test_who_tells_of_the_old_day_as_if_nothing_had_been_moved_disagrees() -> None:
    first = _line("03-14a", PLANNED, "2025-04-14")
    moved = _line("03-18a", PLANNED, "2025-04-21", Move.PUT_OFF)
    again = _line("03-20a", PLANNED, "2025-04-14")
    assert disagreeing([first, moved, again]) == [(1, 2)]
    assert disagreeing([first, moved, _line("03-20a", PLANNED, "2025-04")]) == []
    assert disagreeing([first, moved, _line("03-20a", PLANNED, "2025-04-14", Move.FORWARD)]) == []
    assert disagreeing([first, moved, again, _line("04-22a", HAPPENED, "2025-04-21")]) == []
    unsaid = _line("03-18b", PLANNED, "2025-04-21")  # of plans that only come otherwise the newest counts
    assert disagreeing([first, unsaid, again]) == []
