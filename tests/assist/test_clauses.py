"""Which clause of a sentence words stand in: clauses are told apart by what opens them and by their verbs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.assist.clauses import Clauses
from dateline.model.text import Span


def split(text: str, *triggers: str, language: str = "") -> list[set[str]]:
    """Return the names of each clause, in the order of the sentence; those of one clause are together."""
    spans = [Span(at, at + len(t)) for t in triggers for at in [text.index(t)]]
    clauses = Clauses(text, Span(0, len(text)), spans, (), language)
    found: dict[int, set[str]] = {}
    for word in text.replace(",", "").replace(".", "").replace(";", "").split():
        if word[:1].isupper() and word not in ("As", "While", "In"):
            at = text.index(word)
            found.setdefault(clauses.of(Span(at, at + len(word))), set()).add(word)
    return list(found.values())


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Akar met Weber in Oslo, while Duda flew to Rome.", ["Akar Weber Oslo", "Duda Rome"]),
        ("Akar met Weber in Oslo, but Duda refused to see Costa.", ["Akar Weber Oslo", "Duda Costa"]),
        ("Akar met Weber, but Duda, who stayed in Oslo, mocked Costa.", ["Akar Weber", "Duda Costa", "Oslo"]),
        ("Akar met Weber in Oslo; Duda flew to Rome.", ["Akar Weber Oslo", "Duda Rome"]),
        ("Akar, who visited Oslo in March, met Weber in Rome.", ["Akar Weber Rome", "Oslo March"]),
        ("Akar received Weber in Oslo, where Duda had met Costa.", ["Akar Weber Oslo", "Duda Costa"]),
        ("Akar praised the deal, which Weber signed in Oslo.", ["Akar", "Weber Oslo"]),
        ("As Akar arrived in Oslo, Weber met Duda.", ["Akar Oslo", "Weber Duda"]),
        ("While Akar was in Oslo, Weber met Duda.", ["Akar Oslo", "Weber Duda"]),
        ("Akar met Weber, and Duda flew to Rome.", ["Akar Weber", "Duda Rome"]),
        ("Akar met Weber and visited Rome.", ["Akar Weber", "Rome"]),
        ("Akar met Weber in Oslo and Duda flew to Rome.", ["Akar Weber Oslo", "Duda Rome"]),
        ("Akar met Weber, who lives in Oslo, on Monday.", ["Akar Weber Monday", "Oslo"]),
        ("Akar met Weber, who lives in Oslo and is ill, in Rome.", ["Akar Weber Rome", "Oslo"]),
        ("Akar met Weber in Oslo and the Duda also flew to Rome.", ["Akar Weber Oslo", "Duda Rome"]),
        ("Akar said that Weber met Duda in Oslo.", ["Akar", "Weber Duda Oslo"]),
        ("Weber met Duda in Oslo, Akar said.", ["Weber Duda Oslo", "Akar"]),
        ("Akar will meet Weber in Oslo, while Duda will fly to Rome.", ["Akar Weber Oslo", "Duda Rome"]),
        ("Акар встретился с Вебером в Осло, а Дуда посетил Рим.", ["Акар Вебером Осло", "Дуда Рим"]),
        ("Акар, который посетил Осло, встретился с Дудой.", ["Акар Дудой", "Осло"]),
    ],
)
def test_clauses_with_verbs_of_their_own(text: str, parts: list[str]) -> None:
    assert sorted(map(sorted, split(text))) == sorted(sorted(p.split()) for p in parts)


@pytest.mark.parametrize(
    "text",
    [
        "Akar, Weber, and Duda met in Oslo.",
        "Akar met Weber, the minister of Norway, in Oslo.",
        "Akar met Weber after a flight from Oslo.",
        "In Oslo, Akar met Weber.",
        "Akar and Weber met in Oslo and Rome.",
        "Akar, as head of the Council, met Weber.",
        "Akar met Weber, but not in Oslo.",
        "Акар встретился с Вебером, но не в Осло.",
    ],
)
def test_phrases_are_no_clauses(text: str) -> None:
    assert len(split(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Akar met Weber and Modi in Oslo.",
        "Akar said Weber and Duda flew to Oslo.",
        "Akar saw Weber and Duda leave for Oslo.",
        "Akar met Weber and Will Duda in Oslo.",
        "Akar met Weber, and May Duda in Oslo.",
        "Akar met Weber and Saudi prince Duda in Oslo.",
        "The summit was delayed until May in Oslo.",
        "Akar met Weber and exiled leader Duda in Oslo.",
        "Akar met Weber and newly elected president Duda.",
        "Akar met Weber and US-backed rebel Duda.",
        "Akar met and thanked Weber in Oslo.",
        "Akar met Weber as planned in Oslo.",
        "Akar met Weber when asked in Oslo.",
        "Акар встретился с Вебером, а генерала Дуда.",
        "Акар встретился с Вебером, если около Осло совет.",
    ],
)
def test_names_months_nouns_and_participles_are_no_verbs(text: str) -> None:
    assert len(split(text)) == 1


def test_an_article_in_turkish_has_its_verbs_last() -> None:
    text = "Akar geldi, ancak Weber kendi ordu birliği ile kaldı."
    assert len(split(text, language="tr")) == 2
    assert len(split(text, language="en")) == 1
    assert len(split("Akar geldi, ancak Weber ordu.", language="tr")) == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Akar met Weber, who is ill, in Oslo.", ["Akar Weber Oslo"]),
        ("Akar met Weber, who visited Rome, in Oslo.", ["Akar Weber Oslo", "Rome"]),
        ("Akar met Weber, the man who resigned, on Monday in Oslo.", ["Akar Weber Monday Oslo"]),
        ("Akar, invited by Duda, met Weber.", ["Akar Weber", "Duda"]),
    ],
)
def test_behind_a_clause_that_a_comma_closes_the_one_before_goes_on(text: str, parts: list[str]) -> None:
    assert sorted(map(sorted, split(text))) == sorted(sorted(p.split()) for p in parts)


def test_a_name_is_not_parted_and_has_no_verb() -> None:
    text = "Akar met Weber and Bill and signed Duda in Oslo."
    name = Span(text.index("Bill"), text.index(" in Oslo"))
    clauses = Clauses(text, Span(0, len(text)), (), [name])
    assert len(clauses.clauses) == 1


@pytest.mark.parametrize(
    ("text", "event", "other", "apart"),
    [
        ("Akar met Weber at a hotel where delegates stayed in Oslo.", "met", "Oslo", False),
        ("Akar met Weber in Oslo, where delegates stayed on Monday.", "met", "Monday", True),
        ("Next week Akar sees the council, whose gathering he praised.", "gathering", "Next week", False),
        ("The coup of July, in which Weber died, was long.", "coup", "Weber", False),
    ],
)
def test_in_doubt_when_and_where_are_not_cut_off(text: str, event: str, other: str, apart: bool) -> None:
    event_span, other_span = (Span(text.index(w), text.index(w) + len(w)) for w in (event, other))
    clauses = Clauses(text, Span(0, len(text)), [event_span])
    assert clauses.apart(event_span, other_span, circumstance=True) is apart


def test_a_trigger_makes_a_clause_where_no_verb_is_known() -> None:
    text = "Akar çay içti, ancak Weber Oslo ziyareti."
    assert len(split(text)) == 1
    assert len(split(text, "ziyareti")) == 2


@given(
    st.lists(
        st.sampled_from(("Akar", "met", "who", "while", "and", ",", "but", ";", "said", "that", "if")),
        min_size=1,
        max_size=14,
    )
)
def test_whatever_is_said_each_word_has_its_clause_and_is_in_its_own(words: list[str]) -> None:
    text = " ".join(words)
    clauses = Clauses(text, Span(0, len(text)))
    at = 0
    for word in words:
        span = Span(at, at + len(word))
        assert 0 <= clauses.of(span) < len(clauses.clauses)
        assert not clauses.apart(span, span)
        at = span.end + 1
