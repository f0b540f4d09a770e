"""Somebody who says what others do, that have no name, does not do it himself."""

import pytest

from dateline.model.schema import Schema
from tests.assist.test_role_carried import told
from tests.assist.test_roles import marked, proposed, schema

__all__ = ["schema"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "<PERSON Berg> said both countries want to <COOPERATE increase> trade.", ""),
        ("en", "<PERSON Berg> and <PERSON Laine> said both countries want to <COOPERATE increase> trade.", ""),
        ("en", "<PERSON Berg> said adding that the countries aim to <COOPERATE raise> trade.", ""),
        ("en", "<PERSON Berg> told reporters the two countries would <COOPERATE increase> trade.", ""),
        ("en", "<PERSON Berg> said on Monday that his government would <SUPPORT help> <GPE Chile>.", "Target=Chile"),
        ("en", "<PERSON Berg> said the two countries <AGREE signed> a deal.", ""),
        ("en", "<PERSON Berg> said the two would <CONSULT meet> in <GPE Oslo>.", "Place=Oslo"),
        ("en", "<PERSON Berg> said there was no need to <SUPPORT help> <GPE Mali>.", "Target=Mali"),
        ("ru", "<PERSON Берг> заявил, что обе страны хотят <COOPERATE увеличить> торговлю.", ""),
        # Who says it of himself, or of himself and others, does it; and so does who announces what a noun names.
        ("en", "<PERSON Berg> said he wants to <SUPPORT help> <GPE Chile>.", "Agent=Berg Target=Chile"),
        ("en", "<PERSON Berg> said that he and his friends would <SUPPORT help> <GPE Chile>.",
         "Agent=Berg Target=Chile"),
        ("en", "<PERSON Berg> said we would <SUPPORT help> <GPE Chile>.", "Agent=Berg Target=Chile"),
        ("en", "<PERSON Berg> announced the new <AGREE deal> with <GPE Chile>.",
         "Participant=Berg Participant=Chile"),
        ("en", "<PERSON Berg> announced the recently signed <AGREE deal> with <GPE Chile>.",
         "Participant=Berg Participant=Chile"),
        ("en", "<PERSON Berg> confirmed the planned <CONSULT visit> to <GPE Chile>.", "Agent=Berg Place=Chile"),
        ("en", "<PERSON Berg>, who said the government was late, <CONSULT visited> <GPE Chile>.",
         "Agent=Berg Place=Chile"),
    ],
)  # fmt: skip
def test_who_says_it_does_not_do_it(schema: Schema, language: str, text: str, found: str) -> None:
    page, event = marked(schema, text, language)
    assert {f"{role}={who}" for role, who in proposed(schema, page, event)} == set(found.split())


def test_both_countries_are_those_told_of_before(schema: Schema) -> None:
    text = "<GPE Peru> and <GPE Chile> <COOPERATE trade>. <PERSON Berg> said both countries want to <AGREE sign> it."
    page, event = told(schema, text, "Participant=Peru Participant=Chile")
    assert proposed(schema, page, event) == {("Participant", "Peru"), ("Participant", "Chile")}
