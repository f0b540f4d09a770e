"""Which entity or happening a mention may stand for, how likely, and why."""

import pytest
from msgspec.structs import replace

from dateline.assist.things import (
    Reason,
    ThingProposal,
    Why,
    propose_entities,
    propose_happenings,
    propose_together,
)
from dateline.editing.proposing import LIKELY
from dateline.model.occurrence import Filler
from dateline.model.registry import Entity, Happening
from dateline.model.report import Report
from dateline.model.when import when_from_value
from tests.assist.told import filler, report

TOKAYEV = Entity("e1", "Kassym-Jomart Tokayev", "PERSON", ("Tokayev",))
CAVUSOGLU = Entity("e2", "Mevlüt Çavuşoğlu", "PERSON")
ASTANA = Entity("e3", "Astana", "GPE", ("Nur-Sultan",))
STATES = Entity("e5", "Organization of the Turkic States", "ORG")
BOF = Entity("e6", "BF", "ORG", ("Suomen Pankki",))


def _best(words: str, label: str, *entities: Entity) -> ThingProposal | None:
    return next(iter(propose_entities(words, label, entities or (TOKAYEV, CAVUSOGLU, ASTANA, STATES, BOF), {})), None)


@pytest.mark.parametrize(
    ("words", "label", "found", "why"),
    [
        ("Astana", "GPE", ASTANA, "the same name"),
        ("Nur-Sultan", "GPE", ASTANA, "also called so"),
        ("NUR-SULTAN", "GPE", ASTANA, "another spelling of Nur-Sultan"),
        ("Mevlut  Cavusoglu", "PERSON", CAVUSOGLU, "another spelling of Mevlüt Çavuşoğlu"),
        ("Çavuşoğlu", "PERSON", CAVUSOGLU, "part of the name Mevlüt Çavuşoğlu"),
        ("President Tokayev", "PERSON", TOKAYEV, "a longer form of Tokayev"),
        ("Tokaev", "PERSON", TOKAYEV, "spelt much like Tokayev"),
        ("OTS", "ORG", STATES, "the initials of Organization of the Turkic States"),
        ("Bank of Finland", "ORG", BOF, "its initials are BF"),
    ],
)
def test_entities_by_name_alias_and_spelling(words: str, label: str, found: Entity, why: str) -> None:
    best = _best(words, label)
    assert best
    assert best.thing == found
    assert str(best.reasons[0]) == why


def test_another_type_comes_last_and_says_so() -> None:
    org = Entity("e4", "Astana", "ORG")
    first, second = propose_entities("Astana", "GPE", (org, ASTANA), {"e4": 100})
    assert (first.thing, second.thing) == (ASTANA, org)
    assert second.reasons[-1] == Reason(Why.OTHER_TYPE, "ORG")
    assert _best("Tokayev's dog", "GPE") is None
    assert _best("Ankara", "GPE") is None
    assert _best("ots", "ORG") is None
    assert _best("OST", "ORG") is None
    assert _best("T", "ORG") is None


def test_of_two_alike_the_one_mentioned_more_comes_first() -> None:
    two = (Entity("a", "Ivan Ivanov", "PERSON"), Entity("b", "Pyotr Ivanov", "PERSON"))
    found = propose_entities("Ivanov", "PERSON", two, {"b": 3, "a": 1})
    assert [p.thing.id for p in found] == ["b", "a"]
    assert found[0].score == found[1].score


EVENT = report(20, "CONSULT", "2018-05-14", "erdogan tokayev", "astana")
H = Happening("h", "the talks", "CONSULT")


def _same(*reports: Report, happening: Happening = H) -> ThingProposal | None:
    return next(iter(propose_happenings(EVENT, reports, {happening.id: happening})), None)


def test_a_happening_by_type_date_people_and_place() -> None:
    best = _same(report(1, "CONSULT", "2018-05-14", "tokayev erdogan", "astana", "h"))
    assert best
    assert best.thing == H
    assert [str(r) for r in best.reasons] == [
        "the same type", "the same date", "both with erdogan, tokayev", "both in astana"
    ]  # fmt: skip
    less = _same(report(1, "CONSULT", "2018-05-16", "tokayev erdogan", "", "h"))
    assert less
    assert less.score < best.score
    assert Reason(Why.DATES_NEAR, "2") in less.reasons


@pytest.mark.parametrize(
    ("label", "day", "people", "place"),
    [
        ("CONSULT", "2018-05-14", "putin", "sochi"),  # other people on that day
        ("CONSULT", "2017-05-14", "tokayev erdogan", "astana"),  # the same people a year before
        ("CONSULT", "", "", ""),  # nothing but the type
        ("SUPPORT", "2018-05-15", "", ""),  # nothing but a day nearby
    ],
)
def test_what_differs_is_not_proposed(label: str, day: str, people: str, place: str) -> None:
    assert _same(report(1, label, day, people, place, "h"), happening=Happening("h", "x", label)) is None


def test_a_plan_for_another_day_may_be_the_same_visit() -> None:
    best = _same(report(1, "CONSULT", "2018-05-28", "tokayev erdogan", "astana", "h", modality="planned"))
    assert best
    assert Reason(Why.PLAN) in best.reasons


OFF = {"modality": "planned", "polarity": "negative"}
AHEAD = {"modality": "planned"}


@pytest.mark.parametrize("number", [1, 2])  # in one article and in two
@pytest.mark.parametrize(
    ("day", "says", "words", "sentence"),
    [
        ("", OFF, "visit", "The visit was cancelled."),
        ("2018-05-14", OFF, "visit", "The visit planned for 14 May was cancelled."),
        ("2018-06-20", AHEAD, "visit", "The visit was postponed until 20 June."),
        ("2018-09-20", AHEAD, "Визит", "Визит перенесён на 20 сентября."),
        ("", AHEAD, "Ziyaret", "Ziyaret ertelendi."),
    ],
)
def test_what_is_put_off_or_cancelled_is_what_was_announced(
    number: int, day: str, says: dict[str, str], words: str, sentence: str
) -> None:
    told = report(1, "CONSULT", "2018-05-14", "koval", "rome", "h", "Koval will visit Rome.", words, **AHEAD)
    off = report(number, "CONSULT", day, "koval", "", "", sentence, words, **says)
    assert _score(off, told) >= LIKELY
    assert "one announces it, one puts it off" in _why(off, told)
    other_way = report(1, "CONSULT", day, "koval", "", "h", sentence, words, **says)
    announced = report(number, "CONSULT", "2018-05-14", "koval", "rome", "", "Koval will visit Rome.", words, **AHEAD)
    assert _score(announced, other_way) >= LIKELY


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize(
    "sentence",
    [
        "Koval will meet Petrov again on 20 June to discuss the cancelled pipeline.",
        "Koval will meet Petrov again on 20 June after a delay in the budget talks.",
        "Koval, a suspended minister, will meet Petrov again on 20 June.",
    ],
)
def test_two_plans_are_two_whatever_else_is_put_off(number: int, sentence: str) -> None:
    first = "Koval will meet Petrov on 14 May."
    told = report(1, "CONSULT", "2018-05-14", "koval petrov", "", "h", first, "meet", **AHEAD)
    again = report(number, "CONSULT", "2018-06-20", "koval petrov", "", "", sentence, "meet", **AHEAD)
    assert _score(again, told) < LIKELY
    assert "one announces it, one puts it off" not in _why(again, told)


def test_another_visit_of_the_same_person_that_is_cancelled_is_another() -> None:
    told = report(1, "CONSULT", "2018-05-14", "koval", "rome", "h", "Koval will visit Rome.", **AHEAD)
    assert _score(report(2, "CONSULT", "", "koval", "oslo", "", "The visit was cancelled.", **OFF), told) < LIKELY
    far = report(2, "CONSULT", "2020-05-14", "koval", "rome", "", "The visit was postponed.", **AHEAD)
    assert _score(far, told) < LIKELY


DENIED = {"polarity": "negative"}


@pytest.mark.parametrize("says", [OFF, DENIED])
@pytest.mark.parametrize("people", ["", "koval petrov"])
@pytest.mark.parametrize("day", ["", "2018-05-14"])
def test_what_nobody_is_named_to_take_part_in_is_known_by_its_word_and_place(
    says: dict[str, str], people: str, day: str
) -> None:
    told = report(1, "CONSULT", "2018-05-14", people, "astana", "h", "A forum opens in Astana.", "forum", **AHEAD)
    off = report(2, "CONSULT", day, "", "astana", "", "The forum in Astana was cancelled.", "forum", **says)
    assert _score(off, told) >= LIKELY
    assert ("one announces it, one puts it off" in _why(off, told)) == (says is OFF)
    elsewhere = report(2, "CONSULT", day, "", "oslo", "", "The forum in Oslo was cancelled.", "forum", **says)
    assert _score(elsewhere, told) < LIKELY
    fair = report(2, "CONSULT", "", "", "astana", "", "The fair in Astana was cancelled.", "fair", **says)
    assert _score(fair, told) < LIKELY
    held = report(2, "CONSULT", "", "", "astana", "", "The forum in Astana was held.", "forum")
    assert _score(held, told) < LIKELY


def test_who_is_visited_in_one_report_may_be_where_it_is_in_the_other() -> None:
    told = report(1, "CONSULT", "2018-05-14", "koval rome", "", "h")
    same = report(2, "CONSULT", "2018-05-14", "koval", "rome")
    assert _why(same, told) == ["the same type", "the same date", "both with koval", "both in rome"]
    assert _score(same, told) > 0.9


def test_a_date_set_by_hand_counts_for_the_happening() -> None:
    by_hand = Happening("h", "the talks", "CONSULT", when_from_value("2017-01-01"))
    told = report(1, "CONSULT", "2018-05-14", "tokayev erdogan", "", "h")
    assert _same(told)
    assert _same(told, happening=by_hand) is None


def _score(event: Report, *reports: Report) -> float:
    found = propose_happenings(event, reports, {"h": H})
    return found[0].score if found else 0.0


def _why(event: Report, *reports: Report) -> list[str]:
    found = propose_happenings(event, reports, {"h": H})
    return [str(r) for r in found[0].reasons] if found else []


def test_the_same_day_says_more_than_the_same_month_and_that_more_than_the_same_year() -> None:
    scores = []
    for day in ("2018-05-14", "2018-W20", "2018-05", "2018"):
        told = report(1, "CONSULT", day, "tokayev erdogan", happening="h")
        scores.append(_score(report(2, "CONSULT", day, "tokayev erdogan"), told))
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 4


def test_reports_with_somebody_of_their_own_each_are_of_two_meetings() -> None:
    told = report(1, "CONSULT", "2018-05-14", "tokayev erdogan", happening="h")
    assert _score(report(2, "CONSULT", "2018-05-14", "tokayev erdogan putin"), told) > 0.9
    assert _score(report(2, "CONSULT", "2018-05-14", "tokayev"), told) > 0.7
    assert _score(report(2, "CONSULT", "2018-05-14", "tokayev putin"), told) == 0
    three = report(1, "CONSULT", "2018-05-14", "tokayev erdogan aliyev", happening="h")
    assert _score(report(2, "CONSULT", "2018-05-14", "tokayev erdogan putin"), three) > 0.7  # a summit of many


def test_two_days_in_one_article_are_two_things() -> None:
    told = report(1, "CONSULT", "2018-05-14", "tokayev erdogan", happening="h", modality="planned")
    same = report(1, "CONSULT", "2018-05-28", "tokayev erdogan", modality="planned")
    assert _score(same, told) == 0
    assert _score(report(2, "CONSULT", "2018-05-15", "tokayev erdogan"), told) > 0.5


def test_what_took_place_and_what_did_not_are_two_things_in_one_article() -> None:
    told = report(1, "CONSULT", "2018-05-14", "tokayev erdogan", happening="h")
    assert _score(report(1, "CONSULT", "2018-05-14", "tokayev erdogan", polarity="negative"), told) == 0
    assert _score(report(1, "CONSULT", "2018-05-14", "tokayev erdogan"), told) > 0.5
    assert _score(report(2, "CONSULT", "2018-05-14", "tokayev erdogan", polarity="negative"), told) > 0.5


def test_a_name_of_several_words_in_both_sentences_joins_them() -> None:
    first = "The Joint Economic Commission will have its meeting in 2018."
    second = "The 12th term of the Kazakh-Turkish Joint Economic Commission begins next week."
    told = report(1, "CONSULT", "2018", "", happening="h", sentence=first)
    event = report(2, "CONSULT", "2018-05-14", "", sentence=second)
    assert _why(event, told)[-1] == "both name the Joint Economic Commission"


def test_an_office_before_a_participant_is_no_such_name() -> None:
    sentence = "Foreign Minister Tokayev met him in Astana."
    told = report(1, "CONSULT", "", "tokayev", happening="h", sentence=sentence)
    assert _score(report(2, "CONSULT", "", "tokayev", sentence=sentence), told) < 0.7


def test_the_same_phrase_joins_them() -> None:
    told = report(1, "CONSULT", "2018", "", happening="h", sentence="They recalled how the envoys secretly met there.")
    event = report(2, "CONSULT", "2018-05-14", "", sentence="Where the two had secretly met is not known.")
    assert _why(event, told)[-1] == "the same words: secretly met"
    other = report(2, "CONSULT", "2018-05-14", "", sentence="Where the two met is not known.")
    assert _why(other, told) == []


def test_a_visit_is_no_telephone_call() -> None:
    told = report(1, "CONSULT", "2018-05-14", "tokayev erdogan", happening="h", mode="call")
    event = report(2, "CONSULT", "2018-05-14", "tokayev erdogan", mode="visit")
    assert _score(event, told) < _score(report(2, "CONSULT", "2018-05-14", "tokayev erdogan"), told)


def test_the_same_word_twice_in_one_article_is_the_same_thing_where_nothing_speaks_against_it() -> None:
    first = report(1, "CONSULT", "2022", "commission", "kazakhstan", "h")
    again = report(1, "CONSULT", "2022-03-01", "commission", "astana")
    elsewhere = report(2, "CONSULT", "2022-03-01", "commission", "astana")
    scores = [propose_happenings(r, [first], {"h": H})[0].score for r in (again, elsewhere)]
    assert scores[0] > scores[1]
    assert propose_happenings(report(1, "CONSULT", "2021", "commission", "astana"), [first], {"h": H}) == []


def test_the_same_word_with_roles_changed_over_is_another_thing() -> None:
    def opened(who: str, where: str, happening: str = "") -> Report:
        told = report(1, "SUPPORT", "1992", "", "", happening)
        fillers = (filler("Agent", who), filler("Target", where), *told.occurrence.fillers)
        return replace(told, occurrence=replace(told.occurrence, fillers=fillers))

    h = Happening("h", "an embassy", "SUPPORT")
    same, other = (
        propose_happenings(r, [opened("kazakhstan", "turkey", "h")], {"h": h})[0].score
        for r in (opened("kazakhstan", "turkey"), opened("turkey", "kazakhstan"))
    )
    assert same > other


def test_two_reports_without_a_happening_are_proposed_to_be_one_where_all_of_it_fits() -> None:
    event = report(1, "CONSULT", "2018-04-19", "e1 e2", "e3")
    same = report(2, "CONSULT", "2018-04-19", "e1 e2", "e3")
    later = report(3, "CONSULT", "2018-06-19", "e1 e2", "e3")
    others = report(4, "CONSULT", "2018-04-19", "e7 e8", "e3")
    (found,) = propose_together(event, [event, others, later, same], 0.74)
    assert (found.event_id, found.thing.id, found.thing.type) == ("v2", "v2", "CONSULT")
    assert [str(r) for r in found.reasons][:3] == [
        "told in “Article 2” and linked to nothing yet", "the same type", "the same date"
    ]  # fmt: skip


def test_of_several_that_are_one_the_first_is_proposed_so_that_it_can_be_on_the_key() -> None:
    event, *others = (report(n, "CONSULT", "2018-04-19", "e1 e2", "e3") for n in range(1, 5))
    assert [p.event_id for p in propose_together(event, others, 0.74)] == ["v2"]


def test_a_name_that_stands_for_nothing_yet_goes_with_the_only_longer_one_that_ends_in_it() -> None:
    def told(number: int, *names: str) -> Report:
        made = report(number, "CONSULT", "2018-04-19", "", "Oslo")
        people = (Filler("Participant", replace(filler("Participant", n).mention, entity_id=None), n) for n in names)
        return replace(made, occurrence=replace(made.occurrence, fillers=(*made.occurrence.fillers, *people)))

    event = told(1, "Solberg", "Katrin Jakobsdottir")
    (found,) = propose_together(event, [told(2, "Erna Solberg", "Jakobsdottir")], 0.74)
    assert "both with Katrin Jakobsdottir, Solberg" in [str(r) for r in found.reasons]
    assert propose_together(event, [told(2, "Erna Solberg", "Ine Solberg")], 0.74) == []
    assert propose_together(event, [told(2, "Erna Hansen", "Jakobsdottir")], 0.74) == []
    assert propose_together(told(1, "Berg", "Lund"), [told(2, "Solberg", "Lund")], 0.74) == []


VISIT = "Koval made an official visit to Astana on 12 and 13 May."


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize(
    ("words", "day", "told", "told_day", "same"),
    [
        ("participate", "2018-05-13", "official visit", "2018-05-12/2018-05-13", False),
        ("summit", "2018-05-13", "visit", "2018-05-12/2018-05-13", False),
        ("talks", "2018-05-13", "summit", "2018-05-12/2018-05-14", False),
        ("official visit", "2018-05-12/2018-05-13", "participate", "2018-05-13", False),
        ("zirveye katıldı", "2018-05-13", "ziyaret", "2018-05-12/2018-05-13", False),
        ("участвовал", "2018-05-13", "визит", "2018-05-12/2018-05-13", False),
        ("қатысты", "2018-05-13", "сапар", "2018-05-12/2018-05-13", False),
        # On the same days the words may differ; words of one kind, or of none, may tell of one day of several.
        ("talks", "2018-05-13", "summit", "2018-05-13", True),
        ("participate", "2018-05-12/2018-05-13", "official visit", "2018-05-12/2018-05-13", True),
        ("visited", "2018-05-13", "visit", "2018-05-12/2018-05-13", True),
        ("hosted", "2018-05-13", "visit", "2018-05-12/2018-05-13", True),
        ("talks", "2018-05-13", "met", "2018-05-12/2018-05-13", True),
        ("summit meeting", "2018-05-13", "summit", "2018-05-12/2018-05-13", True),
        ("summit", "2018-05-13", "visit", "2018-05", True),
    ],
)
def test_a_part_of_it_is_not_the_same(
    number: int, words: str, day: str, told: str, told_day: str, *, same: bool
) -> None:
    known = report(1, "CONSULT", told_day, "koval", "astana", "h", VISIT, told)
    again = report(number, "CONSULT", day, "koval", "astana", "", "Koval was in Astana.", words)
    found = propose_happenings(again, [known], {"h": Happening("h", "x", "CONSULT")})
    assert bool(found and found[0].score >= LIKELY) is same
