"""Clauses that tell of an event's noun: who does something there, and who only wished for it."""

import pytest

from dateline.model.schema import Schema
from tests.assist.test_roles import marked, proposed, schema

__all__ = ["schema"]


@pytest.mark.parametrize(
    ("language", "text", "there"),
    [
        ("en", "The <CONSULT conference> that <GPE Kenya> had wanted to host took place in <GPE Rwanda>.",
         "Place=Rwanda"),
        ("en", "The <CONSULT talks> that <GPE Qatar> had offered to mediate opened in <GPE Cairo> on <DATE "
         "Sunday>.",
         "Place=Cairo Time=Sunday"),
        ("en", "The <AGREE treaty>, which <GPE Serbia> refused to sign, entered into force in <DATE May>.",
         "Time=May"),
        ("en", "The <AGREE accord> that <GPE Kenya> and <GPE Uganda> signed in <GPE Jinja> was praised by "
         "<PERSON Ruiz>.",
         "Participant=Kenya Participant=Uganda Place=Jinja"),
        ("en", "The <AGREE agreement>, which <GPE Kenya> signed with <GPE Uganda> on <DATE Monday>, covers "
         "fishing.",
         "Participant=Kenya Participant=Uganda Time=Monday"),
        ("en", "The <CONSULT visit> that <PERSON Holm> had planned for <DATE June> was called off.",
         "Agent=Holm Time=June"),
        ("en", "The <CONSULT summit> which <GPE Nepal> was to host in <DATE May> will be held in <GPE "
         "Bhutan>.",
         "Place=Bhutan"),
        ("en", "The <CONSULT summit> <GPE Chile> had hoped to host was held in <GPE Spain>.",
         "Place=Spain"),
        ("en", "The <SANCTION sanctions> that <GPE Canada> imposed on <GPE Belarus> in <DATE March> were "
         "lifted.",
         "Agent=Canada Target=Belarus Time=March"),
        ("en", "The <CONSULT talks>, which <PERSON Ruiz> attended, were held in <GPE Lima>.",
         "Participant=Ruiz Place=Lima"),
        ("en", "<PERSON Holm>, whom <PERSON Ruiz> had criticised, <CONSULT visited> <GPE Bogota> on <DATE "
         "Friday>.",
         "Agent=Holm Place=Bogota Time=Friday"),
        ("ru", "<CONSULT Саммит>, который надеялась провести <GPE Чехия>, состоялся в <GPE Испании>.",
         "Place=Испании"),
        ("ru", "<CONSULT Переговоры>, которые <GPE Катар> предлагал провести у себя, прошли в <GPE Каире> "
         "<DATE в воскресенье>.",
         "Place=Каире Time=в_воскресенье"),
        ("tr", "<GPE Şili>'nin ev sahipliği yapmayı umduğu <CONSULT zirve> <GPE İspanya>'da yapıldı.",
         "Place=İspanya"),
        ("tr", "<GPE Kenya>'nın düzenlediği <CONSULT zirve> <DATE salı günü> başladı.",
         "Agent=Kenya Time=salı_günü"),
        ("en", "The <CONSULT visit>, which <PERSON Lund> had to cut short, began on <DATE Friday>.",
         "Agent=Lund Time=Friday"),
        ("en", "The <AID aid> that <GPE Qatar> has pledged to send to <GPE Gaza> is delayed.",
         "Agent=Qatar Target=Gaza"),
        ("en", "The <CONSULT summit> that <GPE Laos> will host in <DATE October> is being prepared.",
         "Agent=Laos Time=October"),
        ("en", "The <PROTEST rally> that <ORG Solidar> had tried to stage was held in <GPE Gdansk> on <DATE "
         "May 1>.",
         "Place=Gdansk Time=May_1"),
        ("en", "The <ASSAULT attack> that <PERSON Lund> condemned took place in <GPE Mopti>.",
         "Place=Mopti"),
        ("en", "The <SANCTION sanctions> which <GPE Canada> and <GPE Japan> imposed on <PERSON Lund> remain.",
         "Agent=Canada Agent=Japan Target=Lund"),
        ("en", "<PERSON Lund> <CONSULT met> <PERSON Abebe>, whom <GPE Chad> had refused to receive, in <GPE "
         "Lome>.",
         "Participant=Abebe Participant=Lund Place=Lome"),
        ("ru", "<CONSULT Визит>, который <PERSON Лунд> планировал на <DATE июнь>, отменён.",
         "Agent=Лунд Time=июнь"),
        ("ru", "<CONSULT Саммит>, принять который отказалась <GPE Чехия>, пройдёт в <GPE Риге>.",
         "Place=Риге"),
        ("tr", "<PERSON Lund>'un planladığı <CONSULT ziyaret> iptal edildi.",
         "Agent=Lund"),
        ("tr", "<GPE Malta>'nın düzenlemek istediği <CONSULT konferans> <GPE Roma>'da yapıldı.",
         "Place=Roma"),
        ("kk", "<PERSON Лунд> жоспарлаған <CONSULT сапар> кейінге қалдырылды.",
         "Agent=Лунд"),
    ],
)  # fmt: skip
def test_who_does_it_and_who_only_wished_for_it(schema: Schema, language: str, text: str, there: str) -> None:
    page, event = marked(schema, text, language)
    assert {f"{role}={who.replace(' ', '_')}" for role, who in proposed(schema, page, event)} == set(there.split())
