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


@pytest.mark.parametrize(
    ("language", "text", "there"),
    [
        ("en", "Flanked by <PERSON Mbeki> and <PERSON Otieno>, <PERSON Ruiz> <CONSULT received> <PERSON "
         "Holm> on <DATE Friday>.",
         "Agent=Ruiz Target=Holm Time=Friday"),
        ("kk", "<GPE Чехия> өткізгісі келген <CONSULT саммит> <GPE Испанияда> өтті.",
         "Place=Испанияда"),
        ("en", "<GPE Turkey> <THREATEN threatened> to expel <GPE Sweden>'s ambassador.",
         "Agent=Turkey Target=Sweden"),
        ("en", "<GPE Iran> has <THREATEN threatened> <GPE Israel> with strikes.",
         "Agent=Iran Target=Israel"),
        ("en", "<GPE Burundi> <REJECT refused> to attend the summit in <GPE Kigali>.",
         "Agent=Burundi"),
        ("ru", "<GPE Казахстан> <AGREE подписал> с <ORG Alstom> контракт на <MONEY 2 млрд евро>.",
         "Amount=2_млрд_евро Participant=Alstom Participant=Казахстан"),
        ("ru", "<DATE В четверг> <GPE Сербия> <AGREE заключила> с <GPE Венгрией> соглашение о газе.",
         "Participant=Венгрией Participant=Сербия Time=В_четверг"),
        ("ru", "<GPE Сербия> <COOPERATE подписала> с <GPE Венгрией> контракт на поставку газа.",
         "Participant=Венгрией Participant=Сербия"),
        ("ru", "С <GPE Венгрией> <GPE Сербия> <AGREE подписала> договор в <DATE мае>.",
         "Participant=Венгрией Participant=Сербия Time=мае"),
        ("ru", "<GPE Мали> <THREATEN пригрозила> выйти из <ORG ЭКОВАС>.",
         "Agent=Мали Target=ЭКОВАС"),
        ("tr", "<GPE Mali>, <ORG ECOWAS>'tan çekilmekle <THREATEN tehdit etti>.",
         "Agent=Mali Target=ECOWAS"),
        ("tr", "<GPE Türkiye>, <GPE Katar> ile sözleşme <AGREE imzaladı>.",
         "Participant=Katar Participant=Türkiye"),
        ("tr", "<PERSON Demir> ile <PERSON Holm>'un <CONSULT görüşmesinde> <GPE Suriye> ele alındı.",
         "Participant=Demir Participant=Holm Topic=Suriye"),
        ("tr", "<GPE Viyana>'daki <CONSULT görüşmede> <GPE Suriye> ele alındı.",
         "Place=Viyana Topic=Suriye"),
        ("kk", "<PERSON Асқаров> <PERSON Холммен> <GPE Сирияны> <CONSULT талқылады>.",
         "Participant=Асқаров Participant=Холммен Topic=Сирияны"),
        ("en", "Backed by <GPE France>, <GPE Togo> <ACCUSE accused> <GPE Benin>.",
         "Agent=Togo Target=Benin"),
        ("en", "Angered by <GPE France>, <GPE Togo> <COERCE expelled> <PERSON Holm>.",
         "Agent=Togo Target=Holm"),
        ("en", "Together with <PERSON Mbeki>, <PERSON Ruiz> <CONSULT met> <PERSON Holm>.",
         "Participant=Holm Participant=Mbeki Participant=Ruiz"),
        ("en", "Born in <GPE Chile>, <PERSON Ruiz> <CONSULT met> <PERSON Holm> on <DATE Friday>.",
         "Participant=Holm Participant=Ruiz Time=Friday"),
        ("en", "Elected in <DATE May>, <PERSON Ruiz> <CONSULT visited> <GPE Oslo>.",
         "Agent=Ruiz Place=Oslo"),
        ("ru", "<GPE Япония> <AID направила> спасателей в <GPE Турцию> после землетрясения.",
         "Agent=Япония Target=Турцию"),
        ("tr", "<GPE Japonya>, depremin ardından <GPE Türkiye>'ye ekip <AID gönderdi>.",
         "Agent=Japonya Target=Türkiye"),
        ("kk", "<GPE Жапония> <GPE Түркияға> құтқарушылар <AID жіберді>.",
         "Agent=Жапония Target=Түркияға"),
        ("ru", "<PERSON Ивлев> <CONSULT прибыл> в <GPE Баку> <DATE в пятницу>.",
         "Agent=Ивлев Place=Баку Time=в_пятницу"),
        ("tr", "<PERSON Demir>, <DATE cuma günü> <GPE Bakü>'ye <CONSULT gitti>.",
         "Agent=Demir Place=Bakü Time=cuma_günü"),
        ("en", "In <GPE Bern>, <GPE Switzerland>, <PERSON Abebe> <CONSULT met> <PERSON Lund>.",
         "Participant=Abebe Participant=Lund Place=Bern Place=Switzerland"),
        ("en", "<PERSON Abebe> and <PERSON Lund> <CONSULT met> <PERSON Okafor> in <GPE Abuja>.",
         "Participant=Abebe Participant=Lund Participant=Okafor Place=Abuja"),
        ("en", "<PERSON Abebe> and <PERSON Lund> <CONSULT met> in <GPE Abuja>, the capital of <GPE Nigeria>.",
         "Participant=Abebe Participant=Lund Place=Abuja"),
        ("ru", "<PERSON Лунд> и <PERSON Абебе> <CONSULT встретились> с <PERSON Окафором> в <GPE Абудже>.",
         "Participant=Абебе Participant=Лунд Participant=Окафором Place=Абудже"),
        ("ru", "При взрыве в <GPE Мопти> <ASSAULT погибли> десять человек.",
         "Place=Мопти"),
        ("ru", "<GPE Кувейт> <AID отправил> гуманитарную помощь в <GPE Ливию>.",
         "Agent=Кувейт Target=Ливию"),
        ("ru", "<PERSON Лунд> <CONSULT отправился> в <GPE Ливию> <DATE в среду>.",
         "Agent=Лунд Place=Ливию Time=в_среду"),
        ("ru", "<GPE Кувейт> <AGREE подписал> соглашение на <MONEY 3 млрд долларов> с <GPE Ираком>.",
         "Amount=3_млрд_долларов Participant=Ираком Participant=Кувейт"),
        ("tr", "<PERSON Lund>, eşi ile birlikte <GPE Roma>'ya <CONSULT gitti>.",
         "Agent=Lund Place=Roma"),
        ("tr", "<PERSON Lund>, <PERSON Abebe>'yi <CONSULT kabul etti>.",
         "Agent=Lund Target=Abebe"),
        ("en", "Asked in <GPE Doha> on <DATE Monday>, <PERSON Abebe> <ACCUSE accused> <GPE Chad>.",
         "Agent=Abebe Place=Doha Target=Chad Time=Monday"),
        ("en", "Held in <GPE Doha> on <DATE Monday>, the <CONSULT talks> between <GPE Chad> and <GPE Mali> "
         "ended early.",
         "Participant=Chad Participant=Mali Place=Doha Time=Monday"),
        ("en", "Mediated by <GPE Oman>, <GPE Chad> and <GPE Mali> <AGREE agreed> on a truce.",
         "Participant=Chad Participant=Mali"),
        ("en", "Joined by <PERSON Okafor>, <PERSON Abebe> <CONSULT visited> <GPE Lome>.",
         "Agent=Abebe Place=Lome"),
        ("en", "Released in <DATE May>, <PERSON Abebe> <CONSULT met> <PERSON Lund> on <DATE Friday> in <GPE "
         "Lome>.",
         "Participant=Abebe Participant=Lund Place=Lome Time=Friday"),
        ("en", "United in grief, <GPE Chad> and <GPE Mali> <ACCUSE condemned> <GPE Niger>.",
         "Agent=Chad Agent=Mali Target=Niger"),
        ("en", "Based in <GPE Geneva>, <ORG Medair> <AID sent> doctors to <GPE Haiti>.",
         "Agent=Medair Target=Haiti"),
        ("ru", "<GPE Иран> <SUPPORT подписал> с <GPE Китаем> контракт.",
         "Agent=Иран Participant=Китаем"),
        ("en", "<GPE Iran> <SUPPORT signed> a contract with <GPE China>.",
         "Agent=Iran Participant=China"),
        ("tr", "<GPE İran>, <GPE Çin> ile sözleşme <SUPPORT imzaladı>.",
         "Agent=İran Participant=Çin"),
        ("kk", "<GPE Иран> <GPE Қытаймен> келісімшартқа <SUPPORT қол қойды>.",
         "Agent=Иран Participant=Қытаймен"),
    ],
)  # fmt: skip
def test_who_comes_along_signs_or_is_told_of_at_the_head(schema: Schema, language: str, text: str, there: str) -> None:
    _check_all(schema, language, text, there)


def _check_all(schema: Schema, language: str, text: str, there: str) -> None:
    page, event = marked(schema, text, language)
    assert {f"{role}={who.replace(' ', '_')}" for role, who in proposed(schema, page, event)} == set(there.split())


@pytest.mark.parametrize(
    ("language", "text", "there", "not_there"),
    [
        (
            "en",
            "<GPE Norway> <CONSULT hosted> six rounds of talks attended by delegates from <GPE Peru>, <GPE Chile>, and "
            "<GPE Mali>, the neighbouring states that negotiated a truce in <GPE Chad> in <DATE May 2015>.",
            "Agent=Norway",
            "Place=Peru Place=Chile Place=Mali Place=Chad Time=May_2015",
        ),
        (
            "en",
            "<PERSON Berg> <CONSULT met> the mediators who signed a truce in <GPE Chad> in <DATE May 2015>.",
            "Participant=Berg",
            "Place=Chad Time=May_2015",
        ),
        (
            "en",
            "<GPE Norway> <CONSULT hosted> delegates from <GPE Peru> in <GPE Oslo> on <DATE Monday>.",
            "Agent=Norway Place=Oslo Time=Monday",
            "Place=Peru",
        ),
        (
            "en",
            "<GPE Mali> <ASSAULT launched> an attack that killed ten in <GPE Chad> on <DATE Monday>.",
            "Agent=Mali Time=Monday",
            "",
        ),
        ("en", "<PERSON Berg> called on <DATE Tuesday> for a <AGREE truce>.", "Agent=Berg", "Time=Tuesday"),
        ("en", "<PERSON Berg> called for a <AGREE truce> on <DATE Friday>.", "Time=Friday", ""),
        ("kk", "<PERSON Берік Сәтті> <GPE Ослоға> <CONSULT барады>.", "Agent=Берік_Сәтті Place=Ослоға", ""),
        ("kk", "<PERSON Лайне> <PERSON Берік Сәттіні> <CONSULT қабылдады>.", "Agent=Лайне Target=Берік_Сәттіні", ""),
        ("tr", "<PERSON Uslu> <GPE Oslo>'dan <CONSULT ayrıldı>.", "Agent=Uslu", "Target=Oslo"),
        ("kk", "<PERSON Лайне> <GPE Ослодан> <CONSULT кетті>.", "Agent=Лайне", "Target=Ослодан"),
        (
            "en",
            "<PERSON Berg> <CONSULT visited> <GPE Oslo> with <PERSON Dahl> on <DATE Tuesday>.",
            "Agent=Berg Place=Oslo Time=Tuesday",
            "Target=Dahl",
        ),
        (
            "en",
            "<PERSON Berg> <CONSULT travelled> to <GPE Oslo> for talks with <PERSON Dahl>.",
            "Agent=Berg Place=Oslo Target=Dahl",
            "",
        ),
        (
            "en",
            "The <NORP foreign ministers> of <GPE Norway> and <GPE Peru> <CONSULT met> in <GPE Oslo>.",
            "Participant=foreign_ministers Place=Oslo",
            "Participant=Norway Participant=Peru",
        ),
    ],
)
def test_what_only_describes_another_or_goes_himself(
    schema: Schema, language: str, text: str, there: str, not_there: str
) -> None:
    _check(schema, language, text, there, not_there)
