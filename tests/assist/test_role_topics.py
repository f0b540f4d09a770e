"""What is discussed is what it is about, in whatever language, and takes no part."""

import pytest

from dateline.model.schema import Schema
from tests.assist.test_roles import marked, proposed, schema

__all__ = ["schema"]


@pytest.mark.parametrize(
    ("language", "text", "there"),
    [
        ("tr", "<PERSON Demir> ve <PERSON Holm>, <GPE Viyana>'da <GPE Suriye>'yi <CONSULT ele aldı>.",
         "Participant=Demir Participant=Holm Place=Viyana Topic=Suriye"),
        ("tr", "<PERSON Demir>, <PERSON Holm> ile <GPE Suriye>'yi <CONSULT görüştü>.",
         "Participant=Demir Participant=Holm Topic=Suriye"),
        ("kk", "<GPE Қазақстан> <GPE Катармен> келісімге <AGREE қол қойды>.",
         "Participant=Катармен Participant=Қазақстан"),
        ("kk", "<CONSULT Кездесуде> <GPE Сирия> талқыланды.",
         "Topic=Сирия"),
        ("ru", "На <CONSULT встрече> обсуждалась <GPE Сирия>.",
         "Topic=Сирия"),
        ("ru", "<PERSON Ивлев> и <PERSON Холм> <CONSULT обсудили> <GPE Сирию>.",
         "Participant=Ивлев Participant=Холм Topic=Сирию"),
        ("en", "<PERSON Abebe> and <PERSON Lund> held <CONSULT talks> with <PERSON Okafor> on <GPE Sudan>.",
         "Participant=Abebe Participant=Lund Participant=Okafor Topic=Sudan"),
        ("en", "<GPE Libya> was <CONSULT discussed> by <PERSON Abebe> and <PERSON Lund> in <GPE Rome>.",
         "Participant=Abebe Participant=Lund Place=Rome Topic=Libya"),
    ],
)  # fmt: skip
def test_what_is_discussed_is_the_topic(schema: Schema, language: str, text: str, there: str) -> None:
    page, event = marked(schema, text, language)
    assert {f"{role}={who.replace(' ', '_')}" for role, who in proposed(schema, page, event)} == set(there.split())
