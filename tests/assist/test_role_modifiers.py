"""Who is meant where a country, body or office leads to a name, and to whom was done what is spoken of."""

import pytest

from dateline.assist.role_model import NONE, RoleModel
from dateline.assist.role_modifiers import is_office
from dateline.assist.roles import propose_fillers
from dateline.model.annotation import Annotations, Layer, Mention
from dateline.model.article import Article
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.model.text import Span
from tests.assist.test_roles import marked, proposed, schema

__all__ = ["schema"]


def roles_of(schema: Schema, text: str, language: str = "en") -> set[str]:
    page, event = marked(schema, text, language)
    return {f"{role}={who.replace(' ', '_')}" for role, who in proposed(schema, page, event)}


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("<PERSON Berg> did not <CONSULT meet> <ORG WHO> Director-General <PERSON Eva Dahl>.",
         "Participant=Berg Participant=Eva_Dahl"),
        ("<PERSON Berg> <CONSULT met> <ORG WHO> <TITLE Director-General> <PERSON Dahl> and <ORG FAO> <TITLE Director> "
         "<PERSON Holm>.", "Participant=Berg Participant=Dahl Participant=Holm"),
        ("<PERSON Berg> will <CONSULT host> <NORP Finnish> Prime Minister <PERSON Dahl> on <DATE Monday>.",
         "Agent=Berg Target=Dahl Time=Monday"),
        ("<PERSON Berg> <CONSULT received> <GPE Peru> <PERSON Dahl>.", "Agent=Berg Target=Dahl"),
        ("<PERSON Berg> <CONSULT met> <GPE United States> Secretary of State <PERSON Dahl> in <GPE Riga>.",
         "Participant=Berg Participant=Dahl Place=Riga"),
        ("<PERSON Berg> <CONSULT met> <ORG EU> High Representative for Foreign Affairs <PERSON Dahl>.",
         "Participant=Berg Participant=Dahl"),
        ("<ORG Red Cross> chief <PERSON Dahl> and <ORG WHO> chief <PERSON Holm> <CONSULT met> in <GPE Riga>.",
         "Participant=Dahl Participant=Holm Place=Riga"),
        ("<PERSON Berg> <CONSULT met> <ORG WHO>'s <PERSON Dahl>.", "Participant=Berg Participant=Dahl"),
        ("<GPE Riga> Mayor <PERSON Dahl> <CONSULT received> <PERSON Berg>.", "Agent=Dahl Target=Berg"),
        # What is none: a place said of the event, who is given something, and a list.
        ("In <GPE Oslo> <PERSON Dahl> <CONSULT met> <PERSON Berg>.", "Participant=Dahl Participant=Berg Place=Oslo"),
        ("On <DATE Monday> in <GPE Oslo> Foreign Minister <PERSON Dahl> <CONSULT met> <PERSON Berg>.",
         "Participant=Dahl Participant=Berg Place=Oslo Time=Monday"),
        ("<PERSON Dahl> <CONSULT met> in <GPE Oslo> President <PERSON Berg>.",
         "Participant=Dahl Participant=Berg Place=Oslo"),
        ("<GPE Norway> <SUPPORT thanked> President <PERSON Berg>.", "Agent=Norway Target=Berg"),
        ("<GPE Norway> <AID gave> <GPE Mali> <MONEY $2 million>.", "Agent=Norway Target=Mali Amount=$2_million"),
    ],
)  # fmt: skip
def test_a_country_or_body_before_a_name_is_a_modifier(schema: Schema, text: str, there: str) -> None:
    assert roles_of(schema, text) == set(there.split())


@pytest.mark.parametrize(
    ("language", "text", "there"),
    [
        ("ru", "<PERSON Берг> <CONSULT встретился> в <GPE Риге> с <TITLE министром обороны> <GPE Норвегии> "
         "<PERSON Далем>.", "Participant=Берг Participant=Далем Place=Риге"),
        ("ru", "В <GPE Риге> <PERSON Даль> и <PERSON Берг> <CONSULT обсудили> торговлю.",
         "Participant=Даль Participant=Берг Place=Риге"),
        ("tr", "<GPE Norveç> <TITLE Dışişleri Bakanı> <PERSON Dahl>, <PERSON Uslu> ile <GPE Oslo>'da "
         "<CONSULT görüştü>.", "Participant=Dahl Participant=Uslu Place=Oslo"),
        ("tr", "<GPE Norveç> Cumhurbaşkanı <PERSON Dahl> <GPE Oslo>'da <PERSON Uslu>'yu <CONSULT kabul etti>.",
         "Agent=Dahl Target=Uslu Place=Oslo"),
        ("kk", "<PERSON Лайне> <GPE Ригада> <GPE Норвегия> <TITLE президенті> <PERSON Бергпен> "
         "<CONSULT кездесті>.", "Participant=Лайне Participant=Бергпен Place=Ригада"),
    ],
)  # fmt: skip
def test_and_so_in_other_languages(schema: Schema, language: str, text: str, there: str) -> None:
    assert roles_of(schema, text, language) == set(there.split())


def test_what_was_learned_makes_nobody_of_a_modifier_either(schema: Schema) -> None:
    class Sure(RoleModel):
        """Takes every body for who takes part."""

        events = 10_000

        def seen(self, event, trigger=()):  # type: ignore[no-untyped-def]
            return self.events

        def chances(self, label, found, filled, *, none=True):  # type: ignore[no-untyped-def]
            return {"Participant" if found.label in ("ORG", "PERSON") else NONE: 1.0}

    page, event = marked(schema, "<PERSON Berg> <CONSULT met> <ORG WHO> <TITLE Director> <PERSON Dahl>.")
    found = {(p.role, p.mention_id) for p in propose_fillers(page, schema, event, Sure())}
    assert found == {("Participant", "Berg"), ("Participant", "Dahl")}


@pytest.mark.parametrize("words", [" Secretary General ", " foreign policy chief ", " Secretary of State ", " coach "])
def test_an_office_between_names(words: str) -> None:
    assert is_office(words)


@pytest.mark.parametrize(
    "words", [" ", " and President ", " met President ", " will chief ", " the ", ", chief ", " in "]
)
def test_no_office_between_names(words: str) -> None:
    assert not is_office(words)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("<GPE Norway> <ACCUSE condemned> the attack on the consulate of <GPE Chile>.", "Agent=Norway"),
        ("<GPE Norway> <ACCUSE condemned> the attack on the embassy of <GPE Chile> in <GPE Lima>.",
         "Agent=Norway Place=Lima"),
        ("<GPE Norway> <ACCUSE denounced> the drone attacks on <GPE Chile>'s consulates.", "Agent=Norway"),
        ("<GPE Norway> <ACCUSE criticised> the sanctions against <GPE Chile> and <GPE Peru>.", "Agent=Norway"),
        ("<GPE Norway>'s <ACCUSE condemnation> of the attack on <GPE Peru> was firm.", "Agent=Norway"),
        ("<GPE Norway> <ACCUSE condemned> the invasion of <GPE Peru> by <GPE Chile>.", "Agent=Norway Target=Chile"),
        ("<GPE Norway> <ACCUSE condemned> <GPE Chile>'s invasion of <GPE Peru>.", "Agent=Norway Target=Chile"),
        ("<GPE Norway> <ACCUSE condemned> <GPE Chile> over the attack on <GPE Peru>.", "Agent=Norway Target=Chile"),
        # Whom it is aimed at, all the same.
        ("<GPE Norway> <ACCUSE condemned> the government of <GPE Chile>.", "Agent=Norway Target=Chile"),
        ("<GPE Norway> <ACCUSE condemned> the attack by <GPE Chile> on the port.", "Agent=Norway Target=Chile"),
        ("<GPE Norway> <ACCUSE blamed> the attack on <GPE Chile>.", "Agent=Norway Target=Chile"),
        ("<GPE Norway> <SANCTION imposed> sanctions on <GPE Chile>.", "Agent=Norway Target=Chile"),
        ("<GPE Norway> <ASSAULT attacked> the consulate of <GPE Chile>.", "Agent=Norway Target=Chile"),
        ("<GPE Norway> <PROTEST protested> against <GPE Chile>.", "Agent=Norway Target=Chile"),
        ("<GPE Norway> <SUPPORT supports> <GPE Chile> against <GPE Peru>.", "Agent=Norway Target=Chile"),
    ],
)  # fmt: skip
def test_to_whom_it_was_done_is_not_who_is_accused(schema: Schema, text: str, there: str) -> None:
    assert roles_of(schema, text) == set(there.split())


@pytest.mark.parametrize(
    ("language", "text", "there"),
    [
        ("ru", "<GPE Норвегия> <ACCUSE осудила> нападение на посольство <GPE Мали>.", "Agent=Норвегия"),
        ("ru", "<GPE Норвегия> <ACCUSE осудила> санкции против <GPE Мали>.", "Agent=Норвегия"),
        ("tr", "<GPE Norveç>, <GPE Mali> konsolosluğuna düzenlenen saldırıyı <ACCUSE kınadı>.", "Agent=Norveç"),
        ("kk", "<GPE Норвегия> <GPE Малиге> жасалған шабуылды <ACCUSE айыптады>.", "Agent=Норвегия"),
        ("ru", "<GPE Норвегия> <ACCUSE осудила> политику <GPE Мали>.", "Agent=Норвегия Target=Мали"),
    ],
)
def test_nor_in_other_languages(schema: Schema, language: str, text: str, there: str) -> None:
    assert roles_of(schema, text, language) == set(there.split())


@pytest.mark.parametrize("verb", ["AGREE", "COOPERATE"])
def test_both_of_two_names_that_share_a_word(schema: Schema, verb: str) -> None:
    text = "North and South Korea agreed to talk."
    north = Mention("North", "a", "n", Layer.ENTITY, "GPE", (Span(0, 5), Span(16, 21)))
    south = Mention("South", "a", "n", Layer.ENTITY, "GPE", (Span(10, 21),))
    agreed = Mention("agreed", "a", "n", Layer.EVENT, verb, (Span(22, 28),))
    page = Page.of(Article("a", text), "n", Annotations(mentions=(north, south, agreed)))
    found = propose_fillers(page, schema, "agreed")
    assert {p.mention_id for p in found} == {"North", "South"}
    assert len({p.role for p in found}) == 1


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("<PERSON Dahl> is due to <CONSULT visit> <GPE Lima>.", "Agent=Dahl Place=Lima"),
        ("<PERSON Dahl> <CONSULT visited> <GPE Lima>, <GPE Quito> and <GPE Cusco>.",
         "Agent=Dahl Place=Lima Place=Quito Place=Cusco"),
        ("<PERSON Dahl> will <CONSULT visit> <GPE Lima> and <GPE Quito>.", "Agent=Dahl Place=Lima Place=Quito"),
        ("<PERSON Dahl> <CONSULT visited> <GPE Chile> and then <GPE Peru>.", "Agent=Dahl Place=Chile Place=Peru"),
        ("<PERSON Dahl> <CONSULT toured> <GPE Chile>, <GPE Peru> and <LOC Patagonia>.",
         "Agent=Dahl Place=Chile Place=Peru Place=Patagonia"),
        ("<PERSON Dahl> <CONSULT visited> the capital, <GPE Lima>, and <GPE Cusco>.",
         "Agent=Dahl Place=Lima Place=Cusco"),
        ("<PERSON Dahl> <CONSULT visited> both <GPE Peru> and <GPE Chile>.", "Agent=Dahl Place=Peru Place=Chile"),
        ("<PERSON Dahl> began a <CONSULT tour> of <GPE Peru> and <GPE Chile>.", "Agent=Dahl Place=Peru Place=Chile"),
        ("<PERSON Dahl>'s <GPE Lima> <CONSULT visit> was short.", "Agent=Dahl Place=Lima"),
        ("The <CONSULT visit> of <PERSON Dahl> to <GPE Lima> was short.", "Agent=Dahl Place=Lima"),
        ("The <CONSULT visit> by <ORG WHO> chief <PERSON Dahl> to <GPE Lima> was short.", "Agent=Dahl Place=Lima"),
        ("<GPE Norway> and <GPE Mali> <CONSULT visit> <GPE Peru>.", "Agent=Norway Agent=Mali Place=Peru"),
        ("<PERSON Dahl> <CONSULT visited> <PERSON Berg> and <PERSON Holm>.", "Agent=Dahl Target=Berg Target=Holm"),
        ("<PERSON Dahl> <CONSULT visited> <PERSON Berg> in <GPE Lima>.", "Agent=Dahl Target=Berg Place=Lima"),
        ("<PERSON Dahl> <CONSULT met> <PERSON Berg> in the <NORP Peruvian> capital, <GPE Lima>.",
         "Participant=Dahl Participant=Berg Place=Lima"),
    ],
)  # fmt: skip
def test_all_places_of_a_visit_are_places(schema: Schema, text: str, there: str) -> None:
    assert roles_of(schema, text) == set(there.split())


@pytest.mark.parametrize(
    ("language", "text", "there"),
    [
        ("ru", "<PERSON Даль> <CONSULT посетит> <GPE Осло>, <GPE Турку> и <GPE Ригу>.",
         "Agent=Даль Place=Осло Place=Турку Place=Ригу"),
        ("ru", "<PERSON Даль> планирует <CONSULT посетить> <GPE Ригу>.", "Agent=Даль Place=Ригу"),
        ("ru", "<DATE В мае> состоится <CONSULT визит> <PERSON Даля> в <GPE Осло>.",
         "Agent=Даля Place=Осло Time=В_мае"),
        ("ru", "<CONSULT Визит> <TITLE президента> <GPE Норвегии> <PERSON Даля> в <GPE Ригу>.",
         "Agent=Даля Place=Ригу"),
        ("ru", "<PERSON Даль> приехал из <GPE Осло> в <GPE Ригу> на <CONSULT переговоры>.",
         "Participant=Даль Place=Ригу"),
        ("ru", "<CONSULT Саммит> пройдет под <GPE Ригой>.", "Place=Ригой"),
        ("tr", "<PERSON Uslu>'nun <GPE Oslo> <CONSULT ziyareti> ertelendi.", "Agent=Uslu Place=Oslo"),
        ("tr", "<PERSON Uslu> <GPE Oslo> kentinde <PERSON Berg> ile <CONSULT görüştü>.",
         "Participant=Uslu Participant=Berg Place=Oslo"),
        ("tr", "<PERSON Uslu>, <GPE Norveç>'in başkenti <GPE Oslo>'da <PERSON Berg>'le <CONSULT görüştü>.",
         "Participant=Uslu Participant=Berg Place=Oslo"),
        ("tr", "<GPE Norveç>, <GPE Mali>'nin kararını <ACCUSE eleştirdi>.", "Agent=Norveç Target=Mali"),
        ("kk", "<PERSON Лайне> <GPE Осло> қаласына <CONSULT барды>.", "Agent=Лайне Place=Осло"),
        ("kk", "<PERSON Лайне> <GPE Норвегияның> астанасы <GPE Ослода> <PERSON Бергпен> <CONSULT кездесті>.",
         "Participant=Лайне Participant=Бергпен Place=Ослода"),
        ("kk", "<GPE Норвегия> <GPE Малидің> шешімін <ACCUSE айыптады>.", "Agent=Норвегия Target=Малидің"),
        ("tr", "<PERSON Uslu>, <GPE Oslo> ve <GPE Turku>'yu <CONSULT ziyaret edecek>.",
         "Agent=Uslu Place=Oslo Place=Turku"),
    ],
)  # fmt: skip
def test_also_in_other_languages(schema: Schema, language: str, text: str, there: str) -> None:
    assert roles_of(schema, text, language) == set(there.split())


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("<GPE Chile> was <ACCUSE condemned> on <DATE Monday> by <GPE Norway> and <GPE Mali>.",
         "Agent=Norway Agent=Mali Target=Chile Time=Monday"),
        ("<GPE Chile> and <GPE Peru> were sharply <ACCUSE criticised>.", "Target=Chile Target=Peru"),
        ("<PERSON Dahl> <CONSULT was received> by <PERSON Berg> in <GPE Oslo>.", "Agent=Berg Target=Dahl Place=Oslo"),
        ("<GPE Chile> and <GPE Peru> were <CONSULT visited> by <PERSON Dahl>.", "Agent=Dahl Place=Chile Place=Peru"),
        ("<MONEY $5 million> was <AID granted> to <GPE Mali> by <GPE Norway>.",
         "Agent=Norway Target=Mali Amount=$5_million"),
        ("An accord was <AGREE signed> by <GPE Peru> and <GPE Chile>.", "Participant=Peru Participant=Chile"),
        ("<GPE Norway> had <ASSAULT attacked> <GPE Mali>.", "Agent=Norway Target=Mali"),
        ("<PERSON Dahl> is <ACCUSE concerned>.", "Agent=Dahl"),
    ],
)  # fmt: skip
def test_who_stands_before_a_passive_has_it_done_to_him(schema: Schema, text: str, there: str) -> None:
    assert roles_of(schema, text) == set(there.split())
