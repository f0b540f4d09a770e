"""Who speaks in quotation marks, and what he says: two things that are told apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.assist.quotes import speeches
from dateline.model.schema import Schema
from dateline.model.text import Span
from tests.assist.test_role_modifiers import roles_of
from tests.assist.test_roles import schema

__all__ = ["schema"]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ('"<GPE Norway> <ACCUSE condemns> the raid," <PERSON Dahl> told reporters.', "Agent=Norway"),
        ("“<PERSON Berg> will <CONSULT visit> <GPE Oslo>,” <PERSON Dahl> said on <DATE Monday>.",
         "Agent=Berg Place=Oslo"),
        ('<PERSON Dahl> said: "<GPE Norway> will <CONSULT host> a summit in <GPE Oslo>."', "Agent=Norway Place=Oslo"),
        ('"The <AID loan> will be paid," the spokesman of the <ORG Red Cross>, <PERSON Dahl>, told reporters.', ""),
        ('"They will <CONSULT meet> in <GPE Oslo>," <TITLE Minister> <PERSON Dahl> told the <ORG BBC>.', "Place=Oslo"),
        ("It is early. <PERSON Berg> will <CONSULT visit> <GPE Oslo>,” said <PERSON Dahl>.", "Agent=Berg Place=Oslo"),
        # Who says "we" or "I" does it.
        ('"We could <CONSULT host> a summit in <GPE Oslo> in <DATE May>," <PERSON Dahl> told reporters.',
         "Agent=Dahl Place=Oslo Time=May"),
        ('<PERSON Dahl> told <PERSON Berg>: "I will <CONSULT visit> <GPE Oslo>."', "Agent=Dahl Place=Oslo"),
        ("‘We’ll <CONSULT meet> in <GPE Oslo>,’ said <PERSON Dahl>.", "Participant=Dahl Place=Oslo"),
        ("“We're ready to <CONSULT host> <PERSON Holm> in <GPE Riga>,” <PERSON Dahl> said.",
         "Agent=Dahl Target=Holm Place=Riga"),
        ('"We will <CONSULT meet> in <GPE Oslo>," <PERSON Dahl> and <PERSON Berg> said.',
         "Participant=Dahl Participant=Berg Place=Oslo"),
        # "Us" and "our" are others' words.
        ('"Our partners will <CONSULT visit> <GPE Oslo>," <PERSON Dahl> said.', "Place=Oslo"),
        # Quoted words within a clause part nothing.
        ('<GPE Norway> <ACCUSE condemned> the "illegal and brutal attack" of <GPE Mali>.', "Agent=Norway Target=Mali"),
        ('<GPE Norway> would "<CONSULT host> a summit of equals" in <GPE Oslo>.', "Agent=Norway Place=Oslo"),
        ('<PERSON Dahl>, who said "we are friends of all", <CONSULT met> <PERSON Berg>.',
         "Participant=Dahl Participant=Berg"),
    ],
)  # fmt: skip
def test_who_says_it_takes_no_part(schema: Schema, text: str, there: str) -> None:
    assert roles_of(schema, text) == set(there.split())


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("<PERSON Dahl> said <GPE Norway> would <CONSULT host> a summit.", "Agent=Norway"),
        ("<PERSON Dahl> said <ORG WHO> chief <PERSON Berg> would <CONSULT visit> <GPE Oslo>.", "Agent=Berg Place=Oslo"),
        ("<GPE Norway> would <CONSULT host> a summit, according to <PERSON Dahl>.", "Agent=Norway"),
        ("<GPE Mali> urged <GPE Norway> to <CONCEDE release> all the prisoners.", "Agent=Norway"),
        # What he does himself.
        ("<PERSON Dahl> said he would <CONSULT visit> <GPE Oslo>.", "Agent=Dahl Place=Oslo"),
        ("<PERSON Dahl> told <PERSON Berg> he would <CONSULT visit> <GPE Oslo>.", "Agent=Dahl Place=Oslo"),
        ("<PERSON Dahl> told <PERSON Berg>, and then <ACCUSE accused> <GPE Mali>.", "Agent=Dahl Target=Mali"),
        ("<PERSON Dahl> <ACCUSE warned> <GPE Mali>.", "Agent=Dahl Target=Mali"),
    ],
)
def test_who_says_what_others_do(schema: Schema, text: str, there: str) -> None:
    assert roles_of(schema, text) == set(there.split())


@pytest.mark.parametrize(
    ("language", "text", "there"),
    [
        ("ru", "<PERSON Даль> заявил: «<GPE Норвегия> <ACCUSE осудила> <GPE Мали>».", "Agent=Норвегия Target=Мали"),
        (
            "ru",
            "«Мы готовы <CONSULT принять> <PERSON Берга> в <GPE Осло>», — сказал <PERSON Даль>.",
            "Agent=Даль Target=Берга Place=Осло",
        ),
        ("tr", '"<GPE Norveç> <GPE Mali>\'yi <ACCUSE kınadı>" dedi <PERSON Dahl>.', "Agent=Norveç Target=Mali"),
    ],
)
def test_nor_in_other_languages(schema: Schema, language: str, text: str, there: str) -> None:
    assert roles_of(schema, text, language) == set(there.split())


@given(st.text(alphabet="aW \"“”‘’«»„.,:'", min_size=1, max_size=60))
def test_stretches_lie_in_their_sentence_in_order(text: str) -> None:
    found = speeches(text, Span(0, len(text)))
    assert all(a.end <= b.begin for a, b in pairwise(found))
    assert all(0 <= s.begin < s.end <= len(text) for s in found)
