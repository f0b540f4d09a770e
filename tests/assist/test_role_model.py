"""Roles are learned from the events annotated so far, and asked for one filler or for all."""

import itertools

import pytest

from dateline.assist.role_features import candidate, candidates, lead_of
from dateline.assist.role_model import ENOUGH, NONE, RoleModel, best_of
from dateline.assist.roles import fitting_roles, propose_fillers
from dateline.model.annotation import Argument, Layer
from dateline.model.schema import LabelType, Role, Schema
from dateline.model.text import Span
from tests.assist.test_roles import page_of, schema

__all__ = ["schema"]

NAMES = [
    "Akar",
    "Blinken",
    "Dendias",
    "Lavrov",
    "Tokayev",
    "Vucic",
    "Rama",
    "Orban",
    "Meloni",
    "Scholz",
    "Tusk",
    "Duda",
    "Sunak",
    "Costa",
]


def trained(schema: Schema) -> RoleModel:
    """Return a model that saw the one before "thanked" be the Target, which no rule of thumb would say."""
    model = RoleModel()
    for a, b in itertools.pairwise(NAMES):
        page = page_of(schema, f"{a} thanked {b}. Nobody saw it.", **{a: "PERSON", b: "PERSON"}, thanked="SUPPORT")
        page.arguments["1"] = Argument("1", "thanked", "Target", a)
        page.arguments["2"] = Argument("2", "thanked", "Agent", b)
        model.learn(page, schema, page.mentions["thanked"])
    return model


def test_what_was_learned_goes_before_the_rules(schema: Schema) -> None:
    model = trained(schema)
    assert model.knows
    page = page_of(
        schema, "Merz thanked Fidan on Monday.", Merz="PERSON", Fidan="PERSON", Monday="DATE", thanked="SUPPORT"
    )
    assert {(p.role, p.mention_id) for p in propose_fillers(page, schema, "thanked", model)} >= {
        ("Target", "Merz"), ("Agent", "Fidan"),
    }  # fmt: skip
    assert fitting_roles(page, schema, "thanked", "Merz", model)[0] == "Target"
    assert fitting_roles(page, schema, "thanked", "Merz")[0] == "Agent"
    assert fitting_roles(page, schema, "thanked", "Monday", model)[0] == "Time"


def test_little_that_was_learned_takes_no_role_away(schema: Schema) -> None:
    model = RoleModel()
    taught = page_of(schema, "In Rome Akar blamed Rama.", Rome="GPE", Akar="PERSON", Rama="PERSON", blamed="ACCUSE")
    for n, (role, who) in enumerate([("Agent", "Akar"), ("Target", "Rama"), ("Place", "Rome")]):
        taught.arguments[str(n)] = Argument(str(n), "blamed", role, who)
    for times in range(1, ENOUGH):
        model.learn(taught, schema, taught.mentions["blamed"])
        assert model.seen("ACCUSE") == times
        assert (model.seen("ACCUSE", ("blamed",)), model.seen("ACCUSE", ("criticised",))) == (times, 0)
        page = page_of(schema, "Norway criticised Chile.", Norway="GPE", Chile="GPE", criticised="ACCUSE")
        found = {(p.role, p.mention_id) for p in propose_fillers(page, schema, "criticised", model)}
        assert ("Agent", "Norway") in found, times


def test_little_is_not_enough(schema: Schema) -> None:
    model = RoleModel()
    page = page_of(schema, "Akar thanked Rama.", Akar="PERSON", Rama="PERSON", thanked="SUPPORT")
    model.learn(page, schema, page.mentions["thanked"])
    assert model.events == 0  # an event without arguments teaches nothing
    page.arguments["1"] = Argument("1", "thanked", "Target", "Akar")
    model.learn(page, schema, page.mentions["thanked"])
    assert (model.events, model.knows) == (1, False)
    model.events = ENOUGH
    assert model.knows
    model.clear()
    assert model.events == 0


def test_chances_sum_to_one_and_keep_to_the_roles_that_take_the_label(schema: Schema) -> None:
    model = trained(schema)
    page = page_of(
        schema, "Merz thanked Fidan on Monday.", Merz="PERSON", Fidan="PERSON", Monday="DATE", thanked="SUPPORT"
    )
    event = page.mentions["thanked"]
    for found in candidates(page, event):
        chances = model.chances(schema.by_name["SUPPORT"], found, ["Agent"])
        assert sum(chances.values()) == pytest.approx(1.0)
        assert NONE in chances
        assert ("Time" in chances) == (found.mention_id == "Monday")
    assert best_of({"a": 0.5, "b": 0.5}) == "a"


def test_fillers_of_the_events_before_are_candidates(schema: Schema) -> None:
    page = page_of(
        schema, "Akar met Rama on Monday. He thanked him. Costa left.", Akar="PERSON", Rama="PERSON", Monday="DATE",
        met="CONSULT", thanked="SUPPORT", Costa="PERSON",
    )  # fmt: skip
    page.arguments["1"] = Argument("1", "met", "Participant", "Akar")
    found = {c.mention_id: c.features for c in candidates(page, page.mentions["thanked"])}
    assert set(found) == {"Akar"}
    assert {"was Participant", "ago 1"} <= set(found["Akar"])
    assert "far" in candidate(page, page.mentions["thanked"], page.mentions["Costa"]).features


def test_what_leads_to_a_list_leads_to_all_of_it(schema: Schema) -> None:
    page = page_of(
        schema, "The talks between Iran, Russia and Turkey went on.", Iran="GPE", Russia="GPE", Turkey="GPE",
        talks="CONSULT",
    )  # fmt: skip
    near = [page.mentions[i] for i in ("Iran", "Russia", "Turkey")]
    assert [lead_of(page, m, near, Span(0, len(page.text))) for m in near] == [("between", True)] * 3
    found = {(p.role, p.mention_id) for p in propose_fillers(page, schema, "talks")}
    assert {("Participant", "Iran"), ("Participant", "Russia")} <= found
    assert not [role for role, _ in found if role == "Agent"]


def test_a_role_that_takes_everything_takes_everything() -> None:
    label = LabelType("1", Layer.EVENT, "ACT", roles=(Role("Any"), Role("One", fillers=("PERSON",))))
    schema = Schema("s", types=(label, LabelType("2", Layer.ENTITY, "GPE"), LabelType("3", Layer.ENTITY, "PERSON")))
    page = page_of(schema, "Akar left Astana.", Akar="PERSON", Astana="GPE", left="ACT")
    assert fitting_roles(page, schema, "left", "Astana") == ["Any", "One"]
    assert set(fitting_roles(page, schema, "left", "Akar")) == {"Any", "One"}
    model = RoleModel()
    model.events = ENOUGH
    assert {p.role for p in propose_fillers(page, schema, "left", model)} <= {"Any", "One"}
