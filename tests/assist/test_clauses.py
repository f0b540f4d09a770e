"""Which clause of a sentence words stand in: clauses are told apart by what opens them and by their verbs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.assist.clauses import Clauses
from dateline.model.text import Span


def split(text: str, *triggers: str) -> list[set[str]]:
    """Return the names of each clause, in the order of the sentence; those of one clause are together."""
    spans = [Span(at, at + len(t)) for t in triggers for at in [text.index(t)]]
    clauses = Clauses(text, Span(0, len(text)), spans)
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
