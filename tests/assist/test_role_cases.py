"""Who and where, as endings and prepositions say it in Turkish, Kazakh and Russian."""

import pytest

from dateline.model.schema import Schema
from tests.assist.test_roles import marked, proposed, schema

__all__ = ["schema"]


@pytest.mark.parametrize(
    ("language", "text", "there"),
    [
        ("tr", "<GPE Norveç>, <GPE İsveç>'i <ACCUSE kınadı>.", "Agent=Norveç Target=İsveç"),
        ("tr", "<GPE Norveç> <GPE İsveç'e> çadır <AID gönderdi>.", "Agent=Norveç Target=İsveç'e"),
        (
            "tr",
            "<GPE Norveç> ve <GPE Danimarka>, <GPE Mali> ve <GPE Çad>'a yardım <AID gönderdi>.",
            "Agent=Norveç Agent=Danimarka Target=Mali Target=Çad",
        ),
        (
            "tr",
            "<TITLE Başbakan> <PERSON Kerem Uslu> <DATE cuma günü> <GPE Oslo>'da <NORP Fin> mevkidaşı "
            "<PERSON Aino Laine> ile <CONSULT görüştü>.",
            "Participant=Kerem_Uslu Participant=Aino_Laine Place=Oslo Time=cuma_günü",
        ),
        (
            "tr",
            "<PERSON Uslu> <GPE Oslo>'da <PERSON Laine> ve <PERSON Berg> ile <CONSULT bir araya geldi>.",
            "Participant=Uslu Participant=Laine Participant=Berg Place=Oslo",
        ),
        ("tr", "<PERSON Uslu> <DATE cuma günü> <GPE Oslo>'ya <CONSULT gidecek>.",
         "Agent=Uslu Place=Oslo Time=cuma_günü"),
        ("tr", "<PERSON Uslu> <GPE Oslo>'yu <CONSULT ziyaret etti>.", "Agent=Uslu Place=Oslo"),
        ("tr", "<PERSON Uslu> <PERSON Laine>'yi <CONSULT ziyaret etti>.", "Agent=Uslu Target=Laine"),
        ("kk", "<GPE Норвегия> <GPE Швецияны> <ACCUSE айыптады>.", "Agent=Норвегия Target=Швецияны"),
        ("kk", "<GPE Қазақстан> <GPE Малиге> көмек <AID жіберді>.", "Agent=Қазақстан Target=Малиге"),
        ("kk", "<PERSON Лайне> <DATE жұмада> <GPE Ослода> <PERSON Бергпен> <CONSULT кездесті>.",
         "Participant=Лайне Participant=Бергпен Place=Ослода Time=жұмада"),
        ("kk", "<PERSON Лайне> <GPE Ослоға> <CONSULT барды>.", "Agent=Лайне Place=Ослоға"),
        ("kk", "<PERSON Лайне> <GPE Ослоға> <CONSULT бармайды>.", "Agent=Лайне Place=Ослоға"),
        ("ru", "<PERSON Лайне> не <CONSULT поедет> в <GPE Осло>.", "Agent=Лайне Place=Осло"),
        ("ru", "<PERSON Лайне> <DATE в пятницу> <CONSULT встретилась> в <GPE Осло> с <PERSON Бергом>.",
         "Participant=Лайне Participant=Бергом Place=Осло Time=в_пятницу"),
        ("ru", "<GPE Мали> <ASSAULT напала> на <GPE Норвегию>.", "Agent=Мали Target=Норвегию"),
        ("ru", "<PERSON Лайне> <CONSULT посетила> <GPE Осло>.", "Agent=Лайне Place=Осло"),
        ("ru", "<PERSON Лайне> <CONSULT прибыла> в <GPE Норвегию>.", "Agent=Лайне Place=Норвегию"),
        ("ru", "<COOPERATE Торговля> между <GPE Мали>, <GPE Чадом> и <GPE Перу> растёт.",
         "Participant=Мали Participant=Чадом Participant=Перу"),
        # What is done to somebody, and by whom; what only looks like it.
        ("ru", "В <GPE Осло> <PERSON Берг> был <COERCE арестован>.", "Target=Берг Place=Осло"),
        ("ru", "<PERSON Берг> был <CONSULT принят> <PERSON Вебером> в <GPE Осло>.",
         "Agent=Вебером Target=Берг Place=Осло"),
        ("ru", "<PERSON Берг> <COERCE арестовал> <PERSON Вебера>.", "Agent=Берг Target=Вебера"),
        ("tr", "<GPE Oslo>'da <PERSON Berg> <ORG polis> tarafından <COERCE gözaltına alındı>.",
         "Agent=polis Target=Berg Place=Oslo"),
        ("tr", "<PERSON Berg>, <PERSON Weber> tarafından <CONSULT kabul edildi>.", "Agent=Weber Target=Berg"),
        ("tr", "<PERSON Berg> <GPE Oslo>'daki toplantıya <CONSULT katıldı>.", "Agent=Berg Place=Oslo"),
        ("kk", "<PERSON Берг> <ORG полиция> тарапынан <COERCE қамауға алынды>.", "Agent=полиция Target=Берг"),
        ("kk", "<PERSON Берг> <GPE Ослода> <COERCE қамауға алынды>.", "Target=Берг Place=Ослода"),
        ("ru", "<PERSON Берга> <COERCE задержали> в <GPE Осло>.", "Target=Берга Place=Осло"),
        # What was done before or after has its own time and people.
        ("tr", "<PERSON Berg>, <DATE 17 Mart>'ta <PERSON Weber> ile görüştükten sonra <GPE Oslo>'ya <CONSULT gitti>.",
         "Agent=Berg Place=Oslo"),
        ("tr", "<PERSON Berg>, <DATE 17 Mart>'ta <PERSON Weber> ile <CONSULT görüştükten> sonra <GPE Oslo>'ya gitti.",
         "Participant=Berg Participant=Weber Time=17_Mart"),
        ("kk", "<PERSON Берг> <DATE 17 наурызда> <PERSON Вебермен> кездескеннен кейін <GPE Ослоға> <CONSULT барды>.",
         "Agent=Берг Place=Ослоға"),
        ("ru", "<PERSON Берг>, посетивший <GPE Осло> <DATE 17 марта>, <CONSULT встретился> с <PERSON Вебером>.",
         "Participant=Берг Participant=Вебером"),
        ("ru", "Посетив <GPE Осло> <DATE 17 марта>, <PERSON Берг> <CONSULT встретился> с <PERSON Вебером>.",
         "Participant=Берг Participant=Вебером"),
        ("ru", "Бывший <TITLE президент> <PERSON Берг> <DATE 17 марта> <CONSULT встретился> с <PERSON Вебером>.",
         "Participant=Берг Participant=Вебером Time=17_марта"),
        ("ru", "Торговля <COOPERATE выросла> с <MONEY 5 млрд долларов> в <DATE 2022> до <MONEY 6 млрд долларов> в "
         "<DATE 2024>.", "Amount=6_млрд_долларов Time=2024"),
        ("tr", "Ticaret <DATE 2022>'deki <MONEY 5 milyar dolardan> <DATE 2024>'te <MONEY 6 milyar dolara> "
         "<COOPERATE yükseldi>.", "Amount=6_milyar_dolara Time=2024"),
    ],
)  # fmt: skip
def test_roles_by_ending_and_preposition(schema: Schema, language: str, text: str, there: str) -> None:
    page, event = marked(schema, text, language)
    assert {f"{role}={who.replace(' ', '_')}" for role, who in proposed(schema, page, event)} == set(there.split())


@pytest.mark.parametrize("name", ["Алматы", "Канада", "Өзбекстан", "Йемен", "Иран"])
def test_a_name_that_ends_like_a_case_has_none(schema: Schema, name: str) -> None:
    page, event = marked(schema, f"<GPE {name}> <GPE Малиге> көмек <AID жіберді>.", "kk")
    assert proposed(schema, page, event) == {("Agent", name), ("Target", "Малиге")}
