"""Who and what stands in phrases and shares of a sentence that are not the event's own."""

import pytest

from dateline.model.schema import Schema
from tests.assist.test_roles import marked, proposed, schema

__all__ = ["schema"]
_MET = "<CONSULT met> <PERSON Weber>"


def _check(schema: Schema, language: str, text: str, there: str, not_there: str) -> None:
    page, event = marked(schema, text, language)
    found = {f"{role}={who.replace(' ', '_')}" for role, who in proposed(schema, page, event)}
    assert set(there.split()) <= found
    assert not set(not_there.split()) & found


@pytest.mark.parametrize(
    ("text", "there", "not_there"),
    [
        # What was done before has its own day and place; what is done at once shares them.
        (
            f"<PERSON Berg>, having visited <GPE Oslo> on <DATE Monday>, {_MET}.",
            "Participant=Berg Participant=Weber",
            "Participant=Oslo Place=Oslo Time=Monday",
        ),
        (
            f"Having visited <GPE Oslo> on <DATE Monday>, <PERSON Berg> {_MET} on <DATE Friday>.",
            "Participant=Berg Participant=Weber Time=Friday",
            "Participant=Oslo Time=Monday",
        ),
        (
            "<PERSON Berg> <ACCUSE accused> <GPE Norway>, having met <PERSON Weber> in <GPE Oslo> on <DATE Monday>.",
            "Agent=Berg Target=Norway",
            "Target=Weber Place=Oslo Time=Monday",
        ),
        (
            "Having been invited by <PERSON Weber> on <DATE Monday>, <PERSON Berg> <CONSULT flew> to <GPE Oslo>.",
            "Agent=Berg Place=Oslo",
            "Participant=Weber Agent=Weber Time=Monday",
        ),
        (
            f"While visiting <GPE Oslo> on <DATE Monday>, <PERSON Berg> {_MET}.",
            "Participant=Berg Participant=Weber Time=Monday",
            "Participant=Oslo",
        ),
        (
            f"Visiting <GPE Oslo>, <GPE Rome> and <GPE Bern>, <PERSON Berg> {_MET}.",
            "Participant=Berg Participant=Weber",
            "Participant=Oslo Participant=Rome Participant=Bern",
        ),
        (
            f"<PERSON Berg>, visiting <GPE Oslo> on <DATE Monday>, {_MET}.",
            "Participant=Berg Participant=Weber Time=Monday",
            "Participant=Oslo",
        ),
        (
            "The ministry, citing <PERSON Weber>, <ACCUSE accused> <GPE Norway>.",
            "Target=Norway",
            "Agent=Weber Target=Weber",
        ),
        (
            "Speaking in <GPE Oslo> on <DATE Monday>, <PERSON Berg> <ACCUSE accused> <GPE Norway>.",
            "Agent=Berg Target=Norway Place=Oslo Time=Monday",
            "",
        ),
        # The phrase is the event: who does it stands outside.
        (
            "Having <CONSULT visited> <GPE Oslo> on <DATE Monday>, <PERSON Berg> met <PERSON Weber>.",
            "Agent=Berg Place=Oslo Time=Monday",
            "Target=Berg Participant=Weber Target=Weber",
        ),
        (
            "<PERSON Berg>, having <CONSULT visited> <GPE Oslo>, met <PERSON Weber> on <DATE Monday>.",
            "Agent=Berg Place=Oslo",
            "Target=Weber Participant=Weber Time=Monday",
        ),
        (
            "After <CONSULT visiting> <GPE Oslo> on <DATE Monday>, <PERSON Berg> met <PERSON Weber>.",
            "Agent=Berg Place=Oslo Time=Monday",
            "Target=Berg Target=Weber",
        ),
        # No such phrases.
        (
            f"Officials, including <PERSON Berg>, {_MET}.",
            "Participant=Berg Participant=Weber",
            "",
        ),
        (
            "<PERSON Berg> <ASSAULT attacked> the convoy, killing <PERSON Weber> on <DATE Monday>.",
            "Agent=Berg Target=Weber Time=Monday",
            "",
        ),
        (
            "Following talks in <GPE Oslo> on <DATE Monday>, <PERSON Berg> <ACCUSE accused> <GPE Norway>.",
            "Agent=Berg Target=Norway Time=Monday",
            "",
        ),
    ],
)
def test_phrases_with_a_verb_in_ing(schema: Schema, text: str, there: str, not_there: str) -> None:
    _check(schema, "en", text, there, not_there)


@pytest.mark.parametrize(
    ("language", "text", "there", "not_there"),
    [
        (
            "en",
            "<GPE Norway> <AID sent> <MONEY $5 million> and <GPE Sweden> <MONEY $3 million>.",
            "Agent=Norway Amount=$5_million",
            "Target=Sweden Agent=Sweden Amount=$3_million",
        ),
        (
            "en",
            "<GPE Norway> <AID sent> <MONEY $5 million> to <GPE Mali> and <GPE Sweden> <MONEY $3 million>.",
            "Agent=Norway Target=Mali Amount=$5_million",
            "Target=Sweden Amount=$3_million",
        ),
        (
            "en",
            "<GPE Oslo> <AID sent> <MONEY $5 mln>, <GPE Rome> <MONEY $3 mln> and <GPE Bern> <MONEY $1 mln>.",
            "Agent=Oslo Amount=$5_mln",
            "Target=Rome Target=Bern Amount=$3_mln Amount=$1_mln",
        ),
        (
            "en",
            "<PERSON Berg> <CONSULT visited> <GPE Oslo> on <DATE Monday> and <GPE Rome> on <DATE Tuesday>.",
            "Agent=Berg Place=Oslo Time=Monday",
            "Target=Rome Place=Rome Time=Tuesday",
        ),
        (
            "ru",
            "<GPE Норвегия> <AID выделила> <MONEY 5 млн>, а <GPE Швеция> — <MONEY 3 млн>.",
            "Agent=Норвегия Amount=5_млн",
            "Target=Швеция Amount=3_млн",
        ),
        (
            "tr",
            "<GPE Norveç> <MONEY 5 milyon>, <GPE İsveç> <MONEY 3 milyon> <AID gönderdi>.",
            "Agent=İsveç Amount=3_milyon",
            "Agent=Norveç Amount=5_milyon",
        ),
        (
            "kk",
            "<GPE Норвегия> <MONEY 5 миллион>, <GPE Швеция> <MONEY 3 миллион> <AID бөлді>.",
            "Agent=Швеция Amount=3_миллион",
            "Agent=Норвегия Amount=5_миллион",
        ),
        # One share of all.
        (
            "en",
            "<GPE Norway> <AID sent> <GPE Mali>, <GPE Chad> and <GPE Sweden> <MONEY $5 million>.",
            "Agent=Norway Target=Mali Target=Chad Target=Sweden Amount=$5_million",
            "",
        ),
        (
            "en",
            "<PERSON Berg> <CONSULT visited> <GPE Oslo> and <GPE Rome> on <DATE Tuesday>.",
            "Agent=Berg Place=Oslo Place=Rome Time=Tuesday",
            "",
        ),
        (
            "en",
            "<GPE Norway> <AID sent> <MONEY $5 million> and <MONEY 3 million kroner> to <GPE Sweden>.",
            "Agent=Norway Target=Sweden Amount=$5_million",
            "",
        ),
    ],
)
def test_another_share_of_what_is_told_once(
    schema: Schema, language: str, text: str, there: str, not_there: str
) -> None:
    _check(schema, language, text, there, not_there)


@pytest.mark.parametrize(
    ("language", "text", "there", "not_there"),
    [
        # Who says it, and when, in Russian.
        (
            "ru",
            "<GPE Польша> <ACCUSE обвинила> <GPE Чехию> в провокации, сообщило <ORG РИА> в <DATE пятницу>.",
            "Agent=Польша Target=Чехию",
            "Time=пятницу Agent=РИА Target=РИА",
        ),
        (
            "ru",
            "<GPE Польша> <ACCUSE обвинила> <GPE Чехию> в <DATE пятницу>, сообщило <ORG РИА>.",
            "Agent=Польша Target=Чехию Time=пятницу",
            "Agent=РИА",
        ),
        # Where somebody lives is not where it took place.
        ("tr", "<GPE Paris>'te yaşayan <PERSON Aydın>, <GPE Mali>'yi <ACCUSE suçladı>.", "Agent=Aydın", "Place=Paris"),
        ("tr", "<PERSON Aydın>, <GPE Paris>'te <GPE Mali>'yi <ACCUSE suçladı>.", "Agent=Aydın Place=Paris", ""),
        ("kk", "<GPE Парижде> тұратын <PERSON Айдын> <GPE Малиді> <ACCUSE айыптады>.", "Agent=Айдын", "Place=Парижде"),
        # By whom something else is done.
        (
            "en",
            "Teachers <PROTEST protested> in <GPE Oslo> on <DATE Monday> against cuts announced by <PERSON Berg>.",
            "Place=Oslo Time=Monday",
            "Target=Berg Agent=Berg",
        ),
        ("en", "<PERSON Weber> was <COERCE arrested> by <ORG Interpol>.", "Agent=Interpol Target=Weber", ""),
        ("en", "<PERSON Weber> was found and <COERCE detained> by <ORG Interpol>.", "Agent=Interpol Target=Weber", ""),
        ("en", "<PERSON Weber> <CONSULT received> a delegation led by <PERSON Berg>.", "Agent=Weber Target=Berg", ""),
    ],
)
def test_who_only_stands_in_the_sentence(schema: Schema, language: str, text: str, there: str, not_there: str) -> None:
    _check(schema, language, text, there, not_there)
