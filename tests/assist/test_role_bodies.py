"""Whose session is told of, and who holds it together with whom."""

import pytest

from dateline.model.schema import Schema
from tests.assist.test_roles import marked, proposed, schema

__all__ = ["schema"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "en",
            "<PERSON Berg> and his Chilean counterpart <PERSON Laine> <CONSULT co-chaired> the third session of the "
            "<ORG Nordic Planning Board>.",
            "Participant=Berg Participant=Laine",
        ),
        (
            "en",
            "<TITLE Foreign Minister> <PERSON Berg> and his <NORP Chilean> counterpart <PERSON Laine> "
            "<CONSULT co-chaired> the <ORG Planning Board>.",
            "Participant=Berg Participant=Laine",
        ),
        ("en", "<PERSON Berg> and <PERSON Laine> <CONSULT co-hosted> a summit.", "Participant=Berg Participant=Laine"),
        ("en", "<PERSON Berg> <CONSULT chaired> a meeting of the <ORG Planning Board>.", "Agent=Berg"),
        ("en", "<PERSON Berg> <CONSULT chaired> the <ORG Planning Board> meeting.", "Agent=Berg"),
        ("en", "The <ORG Second Planning Board> was <CONSULT held> in <GPE Oslo>.", "Place=Oslo"),
        ("en", "The <ORG Planning Board> was <CONSULT held> between the delegations.", ""),
        ("en", "The <ORG Planning Board> will also be <CONSULT convened> in <GPE Oslo>.", "Place=Oslo"),
        (
            "tr",
            "<PERSON Berg> ve Şilili mevkidaşı <PERSON Laine>, <ORG Planlama Kurulu>'nun üçüncü toplantısına "
            "<CONSULT eş başkanlık etti>.",
            "Participant=Berg Participant=Laine",
        ),
        (
            "ru",
            "<PERSON Берг> и его коллега <PERSON Лайне> <CONSULT сопредседательствовали> на заседании <ORG Совета>.",
            "Participant=Берг Participant=Лайне",
        ),
        # A body that itself meets, receives or is received has its part all the same.
        ("en", "The <ORG Planning Board> <CONSULT met> in <GPE Oslo>.", "Participant=Planning_Board Place=Oslo"),
        ("en", "<ORG Red Cross> <CONSULT hosted> <PERSON Berg>.", "Agent=Red_Cross Target=Berg"),
        ("en", "<PERSON Berg> <CONSULT hosted> the <ORG Red Cross>.", "Agent=Berg Target=Red_Cross"),
        ("en", "<ORG Red Cross> was <CONSULT hosted> by <PERSON Berg>.", "Agent=Berg Target=Red_Cross"),
        # His counterpart does with him what he does.
        (
            "en",
            "<PERSON Berg> and his Chilean counterpart <PERSON Laine> <CONSULT visited> <GPE Oslo>.",
            "Agent=Berg Agent=Laine Place=Oslo",
        ),
        ("en", "<PERSON Berg> thanked his Chilean counterpart <PERSON Laine> and <CONSULT left>.", "Agent=Berg"),
    ],
)
def test_nothing_is_done_to_the_body_whose_session_it_is(schema: Schema, language: str, text: str, found: str) -> None:
    page, event = marked(schema, text, language)
    assert {f"{role}={who.replace(' ', '_')}" for role, who in proposed(schema, page, event)} == set(found.split())


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "en",
            "They discussed <PERSON Berg>'s <CONSULT visit> to <GPE Peru> as well as the Second <GPE Mali>-<GPE Chile> "
            "Planning Council meeting.",
            "Agent=Berg Place=Peru",
        ),
        (
            "en",
            "They discussed the <CONSULT visit> of <PERSON Berg> to <GPE Peru> and the <ORG Planning Board> meeting.",
            "Agent=Berg Place=Peru",
        ),
        (
            "en",
            "<PERSON Berg> <CONSULT visited> <GPE Oslo> for the <GPE Peru>-<GPE Chile> Business Forum.",
            "Agent=Berg Place=Oslo",
        ),
        ("en", "<PERSON Berg> <SUPPORT praised> the <GPE Chile> National Bank.", "Agent=Berg"),
        (
            "tr",
            "<PERSON Berg>, <GPE Peru>-<GPE Şili> Planlama Konseyi için <GPE Oslo>'yu <CONSULT ziyaret> etti.",
            "Agent=Berg Place=Oslo",
        ),
        # At the session itself the two states are there, and so is who only stands side by side.
        (
            "en",
            "They prepared the Second <GPE Peru>-<GPE Chile> High-Level Planning Council <CONSULT meeting>.",
            "Participant=Peru Participant=Chile",
        ),
        (
            "en",
            "The <CONSULT meeting> of the <GPE Peru>-<GPE Chile> Planning Council was long.",
            "Participant=Peru Participant=Chile",
        ),
        ("en", "<GPE Peru>-<GPE Chile> <CONSULT talks> began.", "Participant=Peru Participant=Chile"),
        (
            "en",
            "<GPE Peru> and <GPE Chile> <CONSULT met> in the <GPE Oslo> Conference Centre.",
            "Participant=Peru Participant=Chile Place=Oslo",
        ),
    ],
)
def test_who_is_but_a_part_of_a_longer_name_does_nothing(schema: Schema, language: str, text: str, found: str) -> None:
    page, event = marked(schema, text, language)
    assert {f"{role}={who.replace(' ', '_')}" for role, who in proposed(schema, page, event)} == set(found.split())
