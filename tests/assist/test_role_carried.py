"""Whom "he", "they" and "the two ministers" stand for, and what "the talks" have from those told of before."""

import pytest

from dateline.assist.roles import fitting_roles
from dateline.model.annotation import Argument
from dateline.model.page import Page
from dateline.model.schema import Schema
from tests.assist.test_roles import marked, proposed, schema

__all__ = ["schema"]

MET = "<PERSON Berg> <CONSULT met> <PERSON Laine> in <GPE Oslo> on <DATE Monday>. "
MET_FILLED = "Participant=Berg Participant=Laine Place=Oslo Time=Monday"
TRADE = "<GPE Peru> and <GPE Chile> <COOPERATE trade> in copper. "
TALKS = "<CONSULT Talks> between <GPE Peru> and <GPE Chile> began in <GPE Oslo>. "


def told(schema: Schema, text: str, filled: str = "") -> tuple[Page, str]:
    """Return a page whose first event has these fillers, and the id of its last event."""
    page, first = marked(schema, text)
    for n, each in enumerate(filled.split()):
        role, _, who = each.partition("=")
        page.arguments[f"x{n}"] = Argument(f"x{n}", first, role, who)
    return page, max(page.events(), key=lambda m: m.span).id


@pytest.mark.parametrize(
    ("text", "filled", "there", "not_there"),
    [
        (MET + "They <AGREE agreed> to help.", MET_FILLED, "Participant=Berg Participant=Laine", "Place=Oslo"),
        (MET + "The two ministers also <SUPPORT signed> it.", MET_FILLED, "Agent=Berg Agent=Laine", ""),
        ("The <NORP ministers> <CONSULT met> in <GPE Oslo>. <DATE The next day> they <AGREE signed> a deal.",
         "Participant=ministers", "Agent=ministers", "Agent=Oslo Participant=Oslo"),
        (MET + "The two countries have <AGREE agreed> to help.", MET_FILLED, "", "Participant=Berg Agent=Berg"),
        (
            TRADE + "The two countries <AGREE agreed> to help.",
            "Participant=Peru Participant=Chile",
            "Participant=Peru Participant=Chile",
            "",
        ),
        (TRADE + "He <AGREE agreed> to help.", "Participant=Peru Participant=Chile", "", "Agent=Peru Participant=Peru"),
        (
            "<PERSON Berg> <CONSULT visited> <GPE Oslo>. She then <ACCUSE blamed> <GPE Mali>.",
            "Agent=Berg Place=Oslo",
            "Agent=Berg Target=Mali",
            "",
        ),
        (
            "<PERSON Berg> <CONSULT visits> <GPE Oslo>. She is due to <CONSULT meet> Foreign Minister <PERSON Koval>.",
            "Agent=Berg Place=Oslo",
            "Participant=Berg Participant=Koval",
            "",
        ),
        (MET + "He said <PERSON Koval> <CONSULT meets> <PERSON Dahl>.", MET_FILLED, "", "Participant=Berg"),
        ("<PERSON Berg> said that she would <CONSULT visit> <GPE Oslo>.", "", "Agent=Berg Place=Oslo", ""),
        (MET + "She said <PERSON Koval> <ACCUSE blamed> <GPE Mali>.", MET_FILLED, "Agent=Koval", "Agent=Berg"),
        (MET + "The weather <AGREE promised> little.", MET_FILLED, "", "Participant=Berg Agent=Berg"),
        (TALKS + "The <CONSULT talks > went on.", "Participant=Peru Participant=Chile Place=Oslo",
         "Participant=Peru Participant=Chile Place=Oslo", ""),
        (TALKS + "The next <CONSULT talks > are in <GPE Lima>.", "Participant=Peru Participant=Chile Place=Oslo",
         "Place=Lima", "Participant=Peru Place=Oslo"),
        (TALKS + "The <CONSULT next talks> went on.", "Participant=Peru Participant=Chile Place=Oslo",
         "", "Participant=Peru Place=Oslo"),
        (TALKS + "The <CONSULT talks > on <DATE Friday> in <GPE Lima> went on.",
         "Participant=Peru Participant=Chile Place=Oslo",
         "Participant=Peru Participant=Chile Time=Friday Place=Lima", "Place=Oslo"),
        (TALKS + "Some <CONSULT talks > went on.", "Participant=Peru Participant=Chile", "", "Participant=Peru"),
    ],
)  # fmt: skip
def test_who_was_told_of_before(schema: Schema, text: str, filled: str, there: str, not_there: str) -> None:
    page, event = told(schema, text, filled)
    found = {f"{role}={who}" for role, who in proposed(schema, page, event)}
    assert set(there.split()) <= found
    assert not set(not_there.split()) & found


def test_once_somebody_is_in_nobody_from_before_is_proposed(schema: Schema) -> None:
    page, event = told(schema, MET + "They <AGREE agreed> with <GPE Mali> to help.", MET_FILLED)
    page.arguments["own"] = Argument("own", event, "Participant", "Mali")
    assert not {who for _, who in proposed(schema, page, event)} & {"Berg", "Laine"}


def test_whom_one_clicks_on_in_another_sentence_is_the_target_once_somebody_acts(schema: Schema) -> None:
    page, event = told(schema, "<PERSON Laine> spoke. <PERSON Berg> <SUPPORT thanked> him.")
    assert fitting_roles(page, schema, event, "Laine")[0] == "Agent"
    page.arguments["x"] = Argument("x", event, "Agent", "Berg")
    assert fitting_roles(page, schema, event, "Laine")[0] == "Target"


def test_whom_one_clicks_on_in_another_sentence_takes_part_once_another_does(schema: Schema) -> None:
    page, event = told(schema, "<GPE Peru> spoke. <GPE Chile> <AGREE agreed>.")
    page.arguments["x"] = Argument("x", event, "Participant", "Chile")
    assert fitting_roles(page, schema, event, "Peru")[0] == "Participant"


def test_the_place_of_the_dateline_is_where(schema: Schema) -> None:
    page, event = told(schema, "<GPE OSLO>, <DATE May 4> – <PERSON Laine> spoke. <PERSON Berg> <SUPPORT thanked> him.")
    assert fitting_roles(page, schema, event, "OSLO")[0] == "Place"


@pytest.mark.parametrize(
    ("text", "filled", "there", "not_there"),
    [
        (MET + "<PERSON Berg > <SUPPORT thanked> her guest.", MET_FILLED, "Agent=Berg_ Target=Laine", "Target=Berg"),
        ("<PERSON Berg> <CONSULT came> to <GPE Oslo>, where <PERSON Koval> <CONSULT received> her on <DATE Monday>.",
         "Agent=Berg Place=Oslo", "Agent=Koval Target=Berg Time=Monday", ""),
        (MET + "<PERSON Koval> <CONSULT invited> him to <GPE Rome>.", MET_FILLED,
         "Agent=Koval Target=Berg", "Target=Rome"),
        (MET + "<PERSON Koval> <SUPPORT thanked> them.", MET_FILLED, "Agent=Koval Target=Berg Target=Laine", ""),
        (MET + "<PERSON Koval> <SUPPORT thanked> her friend <PERSON Moe>.", MET_FILLED,
         "Agent=Koval Target=Moe", "Target=Laine Target=Berg"),
        (TRADE + "The <COOPERATE commerce> between them grew.", "Participant=Peru Participant=Chile",
         "Participant=Peru Participant=Chile", ""),
        ("<GPE Peru> and <GPE Chile> <AGREE promised> it, and mean to <SUPPORT celebrate> it on <DATE Monday>.",
         "Participant=Peru Participant=Chile", "Agent=Peru Agent=Chile Time=Monday", ""),
        # Whom words point back to is meant where he was named last.
        (MET + "It was late, <PERSON Laine > said. They <AGREE agreed> to help.", MET_FILLED,
         "Participant=Berg Participant=Laine_", "Participant=Laine"),
    ],
)  # fmt: skip
def test_to_whom_something_was_done(schema: Schema, text: str, filled: str, there: str, not_there: str) -> None:
    page, event = told(schema, text, filled)
    found = {f"{role}={who.replace(' ', '_')}" for role, who in proposed(schema, page, event)}
    assert set(there.split()) <= found
    assert not set(not_there.split()) & found
