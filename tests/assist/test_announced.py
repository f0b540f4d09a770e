"""A plan for one day, and what took place on the next without a place in common: one visit, or two meetings."""

import pytest
from msgspec.structs import replace

from dateline.assist.announced import is_as_announced
from dateline.assist.merging import LIKELY, propose_happening_merges
from dateline.assist.things import Why, sameness
from dateline.model.annotation import TimeValue
from dateline.model.occurrence import Filler
from dateline.model.registry import Happening
from dateline.model.report import Report
from dateline.model.when import when_from_value
from tests.assist.told import filler, report

AHEAD = {"modality": "planned"}
PLAN = "Koval will visit Petrov."
DONE = "Petrov received Koval."


def _visit(number: int, day: str, happening: str = "", sentence: str = "", words: str = "visit",
           visitor: str = "koval", host: str = "petrov", label: str = "VISIT", **says: str) -> Report:  # fmt: skip
    made = report(number, label, "", "", "", happening, sentence, words, **says)
    fillers = [filler("Visitor", visitor)] if visitor else []
    fillers += [filler("Host", host)] if host else []
    time = filler("Time", "t", TimeValue("t", day, when_from_value(day)))
    told = replace(made.occurrence, fillers=(*fillers, time))
    return replace(made, occurrence=told, published=f"2018-05-{number:02}")


def _asked(*reports: Report) -> list[set[str]]:
    told: dict[str, list[Report]] = {}
    for r in reports:
        told.setdefault(r.occurrence.event.happening_id or "", []).append(r)
    known = {i: Happening(i, i, rs[0].occurrence.event.label) for i, rs in told.items()}
    return [{p.keep, p.other} for p in propose_happening_merges(told, known)]


def _linked(told: Report, happening: str) -> Report:
    event = replace(told.occurrence.event, happening_id=happening)
    return replace(told, occurrence=replace(told.occurrence, event=event))


ANNOUNCED = _visit(1, "2018-05-12", "a", PLAN, **AHEAD)
PLACE = _visit(14, "2018-05-13", "b", DONE, "received")


@pytest.mark.parametrize(
    ("plan", "done"),
    [
        (ANNOUNCED, PLACE),
        (ANNOUNCED, _visit(14, "2018-05-11", "b", DONE, "received")),  # a day before what was announced
        (ANNOUNCED, _visit(14, "2018-05-13", "b", "They held the visit.", "visit")),
        (_visit(1, "2018-05-13", "a", PLAN, **AHEAD), _visit(14, "2018-05-12", "b", DONE, "received")),
    ],
)
def test_what_took_place_a_day_from_its_plan_is_asked_about(plan: Report, done: Report) -> None:
    assert _asked(plan, done) == [{"a", "b"}]
    score, reasons = sameness(done, Happening("a", "a", "VISIT"), [plan])
    assert score >= LIKELY
    assert Why.TOOK_PLACE in [r.why for r in reasons]
    back, _ = sameness(plan, Happening("b", "b", "VISIT"), [done])
    assert back == score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # two that both took place, and two that are both planned, on days of one trip
        (_visit(13, "2018-05-12", "a", DONE), PLACE),
        (ANNOUNCED, _visit(2, "2018-05-13", "b", PLAN, **AHEAD)),
        # later in the week
        (ANNOUNCED, _visit(16, "2018-05-14", "b", DONE, "received")),
        (ANNOUNCED, _visit(16, "2018-05-16", "b", DONE, "received")),
        # planned when the other had taken place
        (_visit(20, "2018-05-14", "a", PLAN, **AHEAD), PLACE),
        # who receives whom, and somebody else
        (ANNOUNCED, _visit(14, "2018-05-13", "b", DONE, "received", "petrov", "koval")),
        (ANNOUNCED, _visit(14, "2018-05-13", "b", DONE, "received", host="novak")),
        (ANNOUNCED, _visit(14, "2018-05-13", "b", DONE, "received", host="")),
        (_visit(1, "2018-05-12", "a", "Koval will travel.", host="", **AHEAD), _visit(14, "2018-05-13", "b", host="")),
        (ANNOUNCED, _visit(14, "2018-05-13", "b", DONE, "received", label="CONSULT")),
        # said to be another one
        (ANNOUNCED, _visit(14, "2018-05-13", "b", "Koval and Petrov held a second round.", "round")),
        (_visit(1, "2018-05-12", "a", "Koval and Petrov will meet again.", "meet", **AHEAD), PLACE),
        (ANNOUNCED, _visit(14, "2018-05-13", "b", "Koval did not visit Petrov.", polarity="negative")),
    ],
)
def test_two_meetings_of_the_same_two_in_one_week_are_not_one(one: Report, other: Report) -> None:
    assert _asked(one, other) == []


def test_of_two_that_took_place_the_plan_is_that_of_its_own_day() -> None:
    on_its_day = _visit(13, "2018-05-12", "c", DONE, "received")
    assert _asked(ANNOUNCED, on_its_day, PLACE) == [{"a", "c"}]
    # once they are linked, the meeting of the day after is another one
    assert _asked(ANNOUNCED, _linked(on_its_day, "a"), PLACE) == []


def _at(told: Report, *places: tuple[str, str]) -> Report:
    """Tell of a visit at places, each with what tells it ("" where it is linked to nothing) and its words."""
    found = [filler("Place", who) if who == words else _named(who, words) for who, words in places]
    return replace(told, occurrence=replace(told.occurrence, fillers=(*told.occurrence.fillers, *found)))


def _named(who: str, words: str) -> Filler:
    made = filler("Place", who)
    return replace(made, words=words, entity_name="", mention=replace(made.mention, entity_id=who or None))


OSLO, RIGA, LATVIA = ("oslo", "oslo"), ("riga", "riga"), ("latvia", "latvia")


def test_what_took_place_elsewhere_is_not_what_was_announced() -> None:
    assert not is_as_announced(_at(PLACE, RIGA), [_at(ANNOUNCED, OSLO)])
    assert not is_as_announced(_at(PLACE, ("", "Riga")), [_at(ANNOUNCED, ("", "Oslo"))])
    assert not is_as_announced(_at(PLACE, RIGA), [_at(ANNOUNCED, LATVIA)])  # nobody said that Riga is in Latvia
    visit = _visit(14, "2018-05-13", "b", "They held the visit.", "visit")
    assert _asked(_at(ANNOUNCED, OSLO), _at(visit, OSLO)) == [{"a", "b"}]
    assert _asked(_at(ANNOUNCED, OSLO), _at(visit, RIGA)) == []
    assert _asked(_at(ANNOUNCED, ("", "Riga")), _at(visit, ("", "Riga Castle"))) == [{"a", "b"}]


@pytest.mark.parametrize(
    ("plan", "done"),
    [
        ([RIGA], [RIGA]),
        ([RIGA], []),
        ([], [RIGA]),
        ([OSLO, RIGA], [RIGA]),
        ([("", "Riga")], [("riga", "Riga")]),  # one is linked, the other not yet
        ([("", "Riga")], [("", "Riga Castle")]),
        ([("lv", "Rīga")], [("", "Riga")]),
    ],
)
def test_a_place_in_common_or_none_named_leaves_it_open(
    plan: list[tuple[str, str]], done: list[tuple[str, str]]
) -> None:
    assert is_as_announced(_at(PLACE, *done), [_at(ANNOUNCED, *plan)])


def test_a_city_lies_in_its_country_where_the_project_says_so() -> None:
    plan, done = _at(ANNOUNCED, LATVIA), _at(PLACE, RIGA)
    assert not is_as_announced(done, [plan])
    assert is_as_announced(done, [plan], lambda a, b: {a, b} == {"riga", "latvia"})
