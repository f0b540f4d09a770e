"""Who brings others together, by whom a deal is signed, what came of an event, and who only goes along."""

import pytest

from dateline.model.schema import Schema
from tests.assist.test_roles import marked, proposed, schema

__all__ = ["schema"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Hosts of others act, those whom they bring together take part.
        ("<GPE Peru> hosted <CONSULT talks> between <GPE Chile> and <GPE Brazil>.", "Agent=Peru Chile Brazil"),
        ("<GPE Peru> <CONSULT hosted talks> between <GPE Chile> and <GPE Brazil>.", "Agent=Peru Chile Brazil"),
        ("<GPE Peru> <CONSULT hosted> talks between <GPE Chile> and <GPE Brazil>.", "Agent=Peru Chile Brazil"),
        (
            "<GPE Peru> and <GPE Norway> have brokered a new round of <CONSULT talks> between <GPE Chile> and "
            "<GPE Brazil>.",
            "Agent=Peru Agent=Norway Chile Brazil",
        ),
        (
            "<CONSULT Talks> between <PERSON Weber> and <PERSON Berg> were hosted by <GPE Norway>.",
            "Agent=Norway Weber Berg",
        ),
        (
            "The <CONSULT talks> that <GPE Norway> hosted between <GPE Chile> and <GPE Brazil> failed.",
            "Agent=Norway Chile Brazil",
        ),
        (
            "<PERSON Weber> and <PERSON Berg> spoke at the <CONSULT meeting> that <PERSON Ruiz> hosted.",
            "Agent=Ruiz Weber Berg",
        ),
        ("The <CONSULT meeting> that <PERSON Ruiz> chaired in <GPE Lima> went on.", "Agent=Ruiz Place=Lima"),
        # Who talks himself, hosts something else, refuses or only tells of it is no host.
        ("<GPE Norway> hosted <CONSULT talks> with <GPE Chile>.", "Norway Chile"),
        ("<GPE Peru> refused to host <CONSULT talks> between <GPE Chile> and <GPE Brazil>.", "Chile Brazil"),
        ("<GPE Peru> hosted a dinner after <CONSULT talks> between <GPE Chile> and <GPE Brazil>.", "Chile Brazil"),
        ("<PERSON Ruiz> said <CONSULT talks> between <GPE Chile> and <GPE Brazil> failed.", "Chile Brazil"),
        ("<GPE Norway> left before <CONSULT talks> between <GPE Chile> and <GPE Brazil> began.", "Chile Brazil"),
        ("<CONSULT Talks> between <GPE Chile> and <GPE Brazil>, <PERSON Ruiz> said, failed.", "Chile Brazil"),
        (
            "<PERSON Weber> <CONSULT met> <PERSON Berg> in <GPE Lima> after a dinner hosted by <PERSON Ruiz>.",
            "Weber Berg Place=Lima",
        ),
        # Parties of a deal sign it, however far behind its noun.
        ("The <AGREE deal>, signed by <GPE Chile> and <GPE Brazil>, ends the row.", "Chile Brazil"),
        (
            "The <AGREE deal> to open the border to trade in both directions was signed on <DATE Monday> by "
            "<GPE Chile> and <GPE Brazil>.",
            "Chile Brazil Time=Monday",
        ),
        (
            "The <AGREE treaty> was signed in <GPE Oslo> by <PERSON Weber>, <PERSON Berg> and <PERSON Ruiz>.",
            "Weber Berg Ruiz Place=Oslo",
        ),
        (
            "The <AGREE deal> was signed by <GPE Chile>'s <TITLE foreign minister> <PERSON Weber> and his Brazilian "
            "counterpart <PERSON Berg>.",
            "Weber Berg",
        ),
        ("An <AGREE accord> was reached by <GPE Chile> and <GPE Peru>, <PERSON Ruiz> said.", "Chile Peru"),
        ("The <AGREE deal> between <GPE Chile> and <GPE Brazil> was welcomed by <GPE Peru>.", "Chile Brazil"),
        ("The <AGREE accord> was condemned by <GPE Peru>.", ""),
        # What came of it may stand far behind.
        (
            "<ORG M23> <ASSAULT fired> on the crowd before dawn on <DATE Friday>, the army said, killing at least "
            "<NUMBER 12> in <GPE Sake>.",
            "Agent=M23 Amount=12 Place=Sake Time=Friday",
        ),
    ],
)
def test_who_brings_others_together_and_who_is_a_party(schema: Schema, text: str, found: str) -> None:
    """Where no role is said in the table it is that of those who take part on equal terms."""
    page, event = marked(schema, text)
    expected = {who if "=" in who else f"Participant={who}" for who in found.split()}
    assert {f"{role}={who}" for role, who in proposed(schema, page, event)} == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<PERSON Akar>, beraberinde <PERSON Güler> ile <GPE Oslo>'ya <CONSULT gitti>.", "Agent=Akar Place=Oslo"),
        (
            "<PERSON Akar>, beraberinde Kara Kuvvetleri Komutanı <PERSON Güler> ve <PERSON Uslu> ile "
            "<PERSON Weber> ile <CONSULT görüştü>.",
            "Participant=Akar Participant=Weber",
        ),
        (
            "<PERSON Akar>, beraberindeki heyetle <GPE Oslo>'da <PERSON Weber> ile <CONSULT görüştü>.",
            "Participant=Akar Participant=Weber Place=Oslo",
        ),
        (
            "<PERSON Akar> belgeleri beraberinde getirdi ve <PERSON Weber> ile <CONSULT görüştü>.",
            "Participant=Akar Participant=Weber",
        ),
        ("<PERSON Akar> ile <PERSON Weber> <CONSULT görüştü>.", "Participant=Akar Participant=Weber"),
    ],
)
def test_who_only_goes_along_takes_no_part(schema: Schema, text: str, found: str) -> None:
    page, event = marked(schema, text, "tr")
    assert {f"{role}={who}" for role, who in proposed(schema, page, event)} == set(found.split())


def test_who_signs_is_found_in_a_list_of_many(schema: Schema) -> None:
    names = ", ".join(f"<GPE Land{n}>" for n in range(80))
    page, event = marked(schema, f"The <AGREE deal> was signed by {names} and <GPE Chile>.")
    assert ("Participant", "Land0") in proposed(schema, page, event)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The deal<AGREE  >was signed by <GPE Chile> and <GPE Peru>."),
        ("en", "The <AGREE deal>< GPE  >was signed by <GPE Chile>."),
        ("kk", "Астанада<GPE  >келіссөз <CONSULT өтті>."),
    ],
)
def test_what_covers_but_white_space_does_no_harm(schema: Schema, language: str, text: str) -> None:
    """Files bring such annotations; they are told of, and to be deleted."""
    page, event = marked(schema, text.replace("< ", "<"), language)
    assert all(page.mentions[who].text_of(page.text).strip() for _, who in proposed(schema, page, event))
