"""A visit that is announced, confirmed, put off and then takes place is one happening."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.lifecycle import Stage, Told, Turn, disagreeing, happening_date, life_cycle, stage_of
from dateline.model.when import When, overlaps, when_from_value


def _when(value: str) -> When | None:
    return when_from_value(value) if value else None


def _told(published: str, stage: Stage, value: str = "") -> Told:
    return Told(published, stage, _when(value))


PLANNED, HAPPENED, OFF, DENIED, POSSIBLE = Stage
VISIT = [
    _told("2018-06-02", HAPPENED, "2018-05-20"),
    _told("2018-04-01", PLANNED, "2018-05"),
    _told("2018-04-10", PLANNED, "2018-05-14"),
    _told("2018-05-01", PLANNED, "2018-05-20"),
]


def test_the_life_of_a_visit() -> None:
    assert life_cycle(VISIT) == [(1, Turn.ANNOUNCED), (2, Turn.CONFIRMED), (3, Turn.POSTPONED), (0, Turn.TOOK_PLACE)]
    assert happening_date(VISIT) == _when("2018-05-20")
    assert happening_date(VISIT[1:]) == _when("2018-05-20")  # before it took place: the newest plan
    assert happening_date(VISIT[1:3]) == _when("2018-05-14")
    assert disagreeing(VISIT) == []


def test_brought_forward_called_off_denied() -> None:
    reports = [
        _told("2018-04-01", PLANNED, "2018-06-01"),
        _told("2018-04-02", PLANNED, "2018-05-01"),
        _told("2018-04-03", OFF),
        _told("2018-06-03", DENIED),
        _told("", POSSIBLE, "2019"),
    ]
    turns = [turn for _, turn in life_cycle(reports)]
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
    assert sorted(i for i, _ in life_cycle(reports)) == list(range(len(reports)))
    for i, j in disagreeing(reports):
        one, other = reports[i].when, reports[j].when
        assert one
        assert other
        assert not overlaps(one, other)


def test_reports_follow_each_other_by_the_moment_they_appeared_in_whatever_zone() -> None:
    first = Told("2018-04-20T01:00+05:00", Stage.PLANNED, _when("2018-05-14"))
    moved = Told("2018-04-19T21:00Z", Stage.PLANNED, _when("2018-05-16"))
    assert life_cycle([moved, first]) == [(1, Turn.ANNOUNCED), (0, Turn.POSTPONED)]
    assert happening_date([moved, first]) == moved.when
