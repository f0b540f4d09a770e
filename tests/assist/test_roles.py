"""Who and what is proposed for the roles of an event."""

import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline import assets
from dateline.assist.role_model import NONE, RoleModel
from dateline.assist.roles import propose_fillers
from dateline.assist.suggestions import SpanProposal
from dateline.model.annotation import Annotations, Argument, Layer, Mention, TimeValue
from dateline.model.article import Article
from dateline.model.page import Page
from dateline.model.records import Records
from dateline.model.schema import Schema, schema_from_toml
from dateline.model.text import Span, sentence_at
from dateline.model.when import when_from_value


@pytest.fixture(scope="module")
def schema() -> Schema:
    return schema_from_toml(tomllib.loads(assets.resources("schemas", "diplomacy.toml").read_text(encoding="utf-8")))


def page_of(schema: Schema, text: str, **labels: str) -> Page:
    """Return a page whose mentions are the words of `text` with these labels; a mention's id is its words."""
    mentions = []
    for words, label in labels.items():
        shown = words.replace("_", " ")
        begin = text.index(shown)
        span = Span(begin, begin + len(shown))
        mentions.append(Mention(shown, "a", "n", schema.by_name[label].layer, label, (span,)))
    return Page.of(Article("a", text), "n", Annotations(mentions=tuple(mentions)))


def proposed(schema: Schema, page: Page, event: str) -> set[tuple[str, str]]:
    return {(p.role, p.mention_id) for p in propose_fillers(page, schema, event)}


def test_equals_place_and_time_of_a_meeting(schema: Schema) -> None:
    page = page_of(
        schema, "Akar met Blinken in Astana on Monday.",
        Akar="PERSON", Blinken="PERSON", Astana="GPE", Monday="DATE", met="CONSULT",
    )  # fmt: skip
    found = proposed(schema, page, "met")
    assert {("Place", "Astana"), ("Time", "Monday")} <= found
    assert {i for _, i in found} == {"Akar", "Blinken", "Astana", "Monday"}


def test_a_date_is_when_and_a_duration_beside_the_event_is_not(schema: Schema) -> None:
    page = page_of(
        schema, "Akar arrived in Astana on Tuesday for a two-day visit.",
        Akar="PERSON", Astana="GPE", Tuesday="DATE", **{"two-day": "DURATION"}, visit="CONSULT",
    )  # fmt: skip
    assert ("Time", "Tuesday") in proposed(schema, page, "visit")
    assert "two-day" not in {i for _, i in proposed(schema, page, "visit")}


def test_a_duration_alone_is_still_proposed(schema: Schema) -> None:
    page = page_of(
        schema, "Their two-day visit pleased Akar.", Akar="PERSON", **{"two-day": "DURATION"}, visit="CONSULT"
    )
    assert ("Time", "two-day") in proposed(schema, page, "visit")


def test_a_date_is_when_and_now_is_not(schema: Schema) -> None:
    page = page_of(
        schema, "Akar will now visit Rome on 19 May.",
        Akar="PERSON", now="DATE", visit="CONSULT", Rome="GPE", **{"19 May": "DATE"},
    )  # fmt: skip
    assert {i for r, i in proposed(schema, page, "visit") if r == "Time"} == {"19 May"}


def test_the_place_of_the_dateline_takes_part_in_nothing(schema: Schema) -> None:
    for head in ("ROME - ", "ROME (Wire) – ", "ROME, Italy (Wire) -- "):
        page = page_of(
            schema, f"{head}A visit to Oslo by Akar has been prepared.",
            ROME="GPE", visit="CONSULT", Oslo="GPE", Akar="PERSON",
        )  # fmt: skip
        assert "ROME" not in {i for r, i in proposed(schema, page, "visit") if r != "Place"}


def test_what_was_learned_does_not_make_the_dateline_take_part_either(schema: Schema) -> None:
    class Sure(RoleModel):
        """Takes every place for who did it."""

        events = 10_000

        def seen(self, event, trigger=()):  # type: ignore[no-untyped-def]
            return self.events

        def chances(self, label, found, filled, *, none=True):  # type: ignore[no-untyped-def]
            return {"Agent" if found.label == "GPE" else NONE: 1.0}

    page = page_of(
        schema, "ROME (Wire) – Norway hosted the talks.", ROME="GPE", Norway="GPE", hosted="CONSULT"
    )  # fmt: skip
    assert [(p.role, p.mention_id) for p in propose_fillers(page, schema, "hosted", Sure())] == [("Agent", "Norway")]


def test_between_in_a_later_clause_is_about_something_else(schema: Schema) -> None:
    page = page_of(
        schema, "Akar met Blinken, and the two signed a plan for a railway between Astana and Ankara.",
        Akar="PERSON", Blinken="PERSON", Astana="GPE", Ankara="GPE", met="CONSULT",
    )  # fmt: skip
    found = proposed(schema, page, "met")
    assert "Blinken" in {i for _, i in found}
    assert ("Participant", "Astana") not in found
    assert ("Topic", "Blinken") not in found


def test_nobody_is_proposed_twice_or_from_another_sentence(schema: Schema) -> None:
    page = page_of(
        schema, "Akar spoke. Blinken met them.", Akar="PERSON", Blinken="PERSON", met="CONSULT"
    )  # fmt: skip
    found = propose_fillers(page, schema, "met")
    assert "Akar" not in {p.mention_id for p in found}
    assert len({p.mention_id for p in found}) == len(found)


def test_a_filled_role_and_a_used_mention_are_left_alone(schema: Schema) -> None:
    page = page_of(schema, "Akar flew to Astana on Monday.", Akar="PERSON", Astana="GPE", Monday="DATE", flew="CONSULT")
    page.arguments["x"] = Argument("x", "flew", "Time", "Monday")
    found = proposed(schema, page, "flew")
    assert not [r for r, i in found if r == "Time" or i == "Monday"]


def test_the_outer_of_nested_names_is_proposed(schema: Schema) -> None:
    page = page_of(
        schema, "Turkish Foreign Ministry accused Chile.",
        Turkish="NORP", Turkish_Foreign_Ministry="ORG", Chile="GPE", accused="ACCUSE",
    )  # fmt: skip
    found = proposed(schema, page, "accused")
    assert ("Agent", "Turkish Foreign Ministry") in found
    assert ("Target", "Chile") in found
    assert "Turkish" not in {i for _, i in found}


def test_an_event_with_an_unknown_label_gets_no_proposals(schema: Schema) -> None:
    page = page_of(schema, "Akar met them.", Akar="PERSON", met="CONSULT")
    assert propose_fillers(page, Schema(), "met") == []


@pytest.mark.parametrize(
    ("language", "text", "old", "day"),
    [
        ("en", "The visit had been planned for 14 March but was postponed to 21 March.", "14 March", "21 March"),
        ("en", "The visit was due on 14 March, but has been moved to 21 March.", "14 March", "21 March"),
        ("en", "The visit had been planned for 14 March but was not postponed to 21 March.", "21 March", "14 March"),
        ("en", "The visit was planned for 14 March, but Duda was moved to 21 March.", "21 March", "14 March"),
        ("tr", "visit 14 Mart'ta yapılacaktı ancak 21 Mart'a ertelendi.", "14 Mart", "21 Mart"),
        ("tr", "visit 14 Mart'ta yapılacaktı, ancak 21 Mart'a ertelendi.", "14 Mart", "21 Mart"),
        ("ru", "Этот visit был запланирован на 14 марта, но был перенесён на 21 марта.", "14 марта", "21 марта"),
        ("kk", "visit 14 наурызға жоспарланған еді, бірақ 21 наурызға шегерілді.", "14 наурызға", "21 наурызға"),
    ],
)
def test_what_was_planned_for_one_day_and_then_moved_has_the_new_day(
    schema: Schema, language: str, text: str, old: str, day: str
) -> None:
    page = page_of(schema, text, visit="CONSULT", **{old: "DATE", day: "DATE"})
    page = replace(page, article=replace(page.article, language=language))
    assert [i for r, i in sorted(proposed(schema, page, "visit")) if r == "Time"] == [day]


def test_the_office_before_a_name_is_not_proposed_beside_it(schema: Schema) -> None:
    page = page_of(
        schema, "Foreign Minister Akar met Blinken.",
        Foreign_Minister="TITLE", Akar="PERSON", Blinken="PERSON", met="CONSULT",
    )  # fmt: skip
    assert {i for _, i in proposed(schema, page, "met")} == {"Akar", "Blinken"}


def test_once_somebody_said_who_took_part_no_other_actor_is_proposed(schema: Schema) -> None:
    page = page_of(
        schema, "Akar met Blinken in Astana on Monday.",
        Akar="PERSON", Blinken="PERSON", Astana="GPE", Monday="DATE", met="CONSULT",
    )  # fmt: skip
    page.arguments["x"] = Argument("x", "met", "Participant", "Akar")
    roles = {r for r, _ in proposed(schema, page, "met")}
    assert {"Place", "Time"} <= roles
    assert not roles & {"Agent", "Target", "Participant"}


def test_those_between_whom_something_takes_place_take_part(schema: Schema) -> None:
    page = page_of(
        schema, "Talks between Iran and Turkey went on in Doha, said Ansari.",
        Iran="GPE", Turkey="GPE", Doha="GPE", Ansari="PERSON", Talks="CONSULT",
    )  # fmt: skip
    found = proposed(schema, page, "Talks")
    assert {("Participant", "Iran"), ("Participant", "Turkey"), ("Place", "Doha")} <= found
    assert ("Participant", "Ansari") not in found
    assert ("Place", "Iran") not in found


def test_of_two_that_fit_the_nearer_is_proposed(schema: Schema) -> None:
    page = page_of(
        schema, "On Sunday in Izmir officials said that Akar met Blinken in Astana on Monday.",
        Sunday="DATE", Izmir="GPE", Akar="PERSON", Blinken="PERSON", Astana="GPE", Monday="DATE", met="CONSULT",
    )  # fmt: skip
    found = proposed(schema, page, "met")
    assert {("Place", "Astana"), ("Time", "Monday")} <= found
    assert not {"Izmir", "Sunday"} & {i for _, i in found}


def test_what_another_clause_tells_of_is_not_reached_for(schema: Schema) -> None:
    for joint in (", while", ", but", ", where", ";", ", and"):
        page = page_of(
            schema, f"Akar met Blinken{joint} Fidan flew to Astana on Monday.",
            Akar="PERSON", Blinken="PERSON", Fidan="PERSON", Astana="GPE", Monday="DATE", met="CONSULT", flew="CONSULT",
        )  # fmt: skip
        assert {i for _, i in proposed(schema, page, "met")} == {"Akar", "Blinken"}, joint
        assert {i for _, i in proposed(schema, page, "flew")} >= {"Fidan", "Astana", "Monday"}, joint
        assert not {"Akar"} & {i for _, i in proposed(schema, page, "flew")}, joint


def test_who_is_told_of_further_takes_part_in_both(schema: Schema) -> None:
    page = page_of(
        schema, "Akar, who visited Astana in March, met Blinken in Rome on Monday.",
        Akar="PERSON", Blinken="PERSON", Astana="GPE", Rome="GPE", March="DATE", Monday="DATE", visited="CONSULT",
        met="CONSULT",
    )  # fmt: skip
    assert {i for _, i in proposed(schema, page, "visited")} == {"Akar", "Astana", "March"}
    assert {i for _, i in proposed(schema, page, "met")} == {"Akar", "Blinken", "Rome", "Monday"}


def test_who_does_two_things_takes_part_in_both(schema: Schema) -> None:
    page = page_of(
        schema, "Akar met Blinken and visited Astana.",
        Akar="PERSON", Blinken="PERSON", Astana="GPE", met="CONSULT", visited="CONSULT",
    )  # fmt: skip
    assert {i for _, i in proposed(schema, page, "visited")} == {"Akar", "Astana"}
    assert {"Akar", "Blinken"} <= {i for _, i in proposed(schema, page, "met")}


def test_the_clause_behind_an_event_that_goes_on_about_it_is_its_own(schema: Schema) -> None:
    page = page_of(
        schema, "The visit, which Akar began on Monday, went well.", Akar="PERSON", Monday="DATE", visit="CONSULT"
    )  # fmt: skip
    assert {i for _, i in proposed(schema, page, "visit")} == {"Akar", "Monday"}


def test_what_was_learned_does_not_reach_across_either(schema: Schema) -> None:
    class Sure(RoleModel):
        """Takes everybody for who did it."""

        events = 10_000

        def seen(self, event, trigger=()):  # type: ignore[no-untyped-def]
            return self.events

        def chances(self, label, found, filled, *, none=True):  # type: ignore[no-untyped-def]
            return {"Agent" if found.label == "PERSON" else NONE: 1.0}

    page = page_of(
        schema, "Akar spoke, while Blinken met Fidan.",
        Akar="PERSON", Blinken="PERSON", Fidan="PERSON", spoke="CONSULT", met="CONSULT",
    )  # fmt: skip
    assert {p.mention_id for p in propose_fillers(page, schema, "spoke", Sure())} == {"Akar"}


def test_the_day_of_a_visit_is_not_the_day_on_which_it_was_put_off(schema: Schema) -> None:
    page = page_of(
        schema, "The visit planned for 12 May was postponed on 3 May by Akar.",
        visit="CONSULT", postponed="REJECT", Akar="PERSON", **{"12 May": "DATE", "3 May": "DATE"},
    )  # fmt: skip
    assert ("Time", "12 May") in proposed(schema, page, "visit")
    assert ("Time", "3 May") in proposed(schema, page, "postponed")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The visit of Akar to Rome, planned for 14 March, was postponed to 21 March.", "21 March"),
        ("The visit of Akar to Rome, planned for 14 March, was postponed until 21 June.", "21 June"),
        ("The visit of Akar to Rome on 14 March was put off until 21 March.", "21 March"),
        ("The visit of Akar to Rome was moved from 14 March to 21 March.", "21 March"),
        ("The visit of Akar to Rome, set for 21 March, was brought forward to 14 March.", "14 March"),
        ("Akar postponed his visit to Rome planned for 14 March until 21 June.", "21 June"),
        ("The visit of Akar to Rome, originally due on 14 March, will now begin on 21 March.", "21 March"),
        ("The visit of Akar to Rome planned for 14 March was postponed on 3 March.", "14 March"),
    ],
)
def test_the_day_of_a_visit_put_off_is_the_new_one(schema: Schema, text: str, day: str) -> None:
    days = dict.fromkeys(re.findall(r"\d+ (?:March|June)", text), "DATE")
    page = page_of(schema, text, visit="CONSULT", Akar="PERSON", Rome="GPE", **days)
    found = proposed(schema, page, "visit")
    assert {i for role, i in found if role == "Time"} == {day}
    assert ("Agent", "Akar") in found
    assert ("Target", "Akar") not in found


@pytest.mark.parametrize(
    "text",
    [
        "The visit to Rome pleased Akar.",
        "A visit by Akar to Rome was prepared.",
        "The visit of Akar to Rome with Blinken was long.",
        "Akar began the visit to Rome.",
        "Akar will go to Rome for a visit with Blinken.",
        "Akar came to Rome on a visit.",
        "Akar may visit Rome with Blinken.",
    ],
)
def test_where_one_goes_is_the_place_whoever_else_is_there(schema: Schema, text: str) -> None:
    people = {name: "PERSON" for name in ("Akar", "Blinken") if name in text}
    page = page_of(schema, text, Rome="GPE", visit="CONSULT", **people)
    assert {r for r, i in proposed(schema, page, "visit") if i == "Rome"} == {"Place"}


@pytest.mark.parametrize(
    "text", ["Akar returned to Oslo after talks with Blinken in Rome.", "Akar flew to Oslo after talks in Rome."]
)
def test_where_another_verb_leads_is_not_the_place(schema: Schema, text: str) -> None:
    page = page_of(schema, text, Akar="PERSON", Oslo="GPE", Rome="GPE", talks="CONSULT")
    assert {i for r, i in proposed(schema, page, "talks") if r == "Place"} == {"Rome"}
    assert {i for r, i in proposed(schema, page, "talks") if r == "Participant"} == {"Akar"}


@pytest.mark.parametrize(
    "text",
    [
        "Akar met Blinken, who is ill, in Oslo on Monday.",
        "Akar met Blinken as planned in Oslo on Monday.",
        "Akar met Blinken at a hotel where delegates stayed in Oslo on Monday.",
        "Akar met Blinken, the minister who resigned, on Monday in Oslo.",
    ],
)
def test_when_and_where_behind_an_aside_are_those_of_the_event(schema: Schema, text: str) -> None:
    page = page_of(schema, text, Akar="PERSON", Blinken="PERSON", Oslo="GPE", Monday="DATE", met="CONSULT")
    assert {("Place", "Oslo"), ("Time", "Monday"), ("Participant", "Blinken")} <= proposed(schema, page, "met")


@pytest.mark.parametrize("name", ["Modi", "Will Smith", "May", "Verdi", "Saudi Arabia"])
def test_a_name_that_looks_like_a_verb_ends_no_clause(schema: Schema, name: str) -> None:
    label = "GPE" if name == "Saudi Arabia" else "PERSON"
    page = page_of(schema, f"Akar met Blinken and {name} in Oslo.", Akar="PERSON", Blinken="PERSON", met="CONSULT",
                   **{name: label})  # fmt: skip
    assert name in {i for _, i in proposed(schema, page, "met")}


def test_what_is_given_to_somebody_is_not_given_there(schema: Schema) -> None:
    page = page_of(schema, "Akar gave aid to Rome and Blinken.", Akar="PERSON", Rome="GPE", Blinken="PERSON", aid="AID")
    assert "Place" not in {r for r, i in proposed(schema, page, "aid") if i == "Rome"}


def test_without_a_place_where_one_goes_is_whom_one_visits(schema: Schema) -> None:
    event = schema.by_name["CONSULT"]
    roles = tuple(r for r in event.roles if r.name != "Place")
    types = tuple(replace(t, roles=roles) if t is event else t for t in schema.types)
    page = page_of(schema, "Akar came for a visit to Rome.", Akar="PERSON", Rome="GPE", visit="CONSULT")
    assert ("Target", "Rome") in proposed(replace(schema, types=types), page, "visit")


@pytest.mark.parametrize(
    ("language", "text", "trigger", "day", "offered"),
    [
        ("en", "Akar signed a treaty valid until 26 April.", "signed", "2018-04-26", False),
        ("en", "Akar will sign a treaty on 26 April.", "sign", "2018-04-26", True),
        ("en", "Akar signed a treaty on 16 April.", "signed", "2018-04-16", True),
        ("en", "If Akar signed a treaty on 26 April, all is well.", "signed", "2018-04-26", True),
        ("ru", "Акар подписал договор до 26 апреля.", "подписал", "2018-04-26", False),
        ("ru", "Акар намерен подписать договор 26 апреля.", "подписать", "2018-04-26", True),
        ("tr", "Akar, 26 Nisan'a kadar geçerli bir anlaşma imzaladı.", "imzaladı", "2018-04-26", False),
        ("tr", "Akar 26 Nisan'da anlaşmayı imzalayacak.", "imzalayacak", "2018-04-26", True),
        ("kk", "Акар 26 сәуірге дейінгі келісімге қол қойды.", "қол қойды", "2018-04-26", False),
        ("kk", "Акар 26 сәуірде келісімге қол қояды.", "қол қояды", "2018-04-26", True),
    ],
)
def test_what_has_happened_did_not_happen_on_a_day_that_is_ahead(
    schema: Schema, language: str, text: str, trigger: str, day: str, *, offered: bool
) -> None:
    shown = next(w for w in ("26 April", "16 April", "26 апреля", "26 Nisan", "26 сәуір") if w in text)
    page = page_of(schema, text, **{trigger.replace(" ", "_"): "AGREE", shown: "DATE"})
    article = replace(page.article, published="2018-04-19", language=language)
    values = Records({shown: TimeValue(shown, day, when_from_value(day))})
    page = replace(page, article=article, times=values)
    assert (("Time", shown) in proposed(schema, page, trigger)) is offered
    bare = replace(page, mentions=Records({trigger: page.mentions[trigger]}), times=Records({}))
    suggested = SpanProposal("DATE", Layer.TIME, page.mentions[shown].span, says=day)
    found = propose_fillers(bare, schema, trigger, suggestions=[suggested])
    assert bool([p for p in found if p.role == "Time"]) is offered


WORDS = ("Akar", "Blinken", "Astana", "Monday", "Tengiz", "twelve", "accord", "Izmir")
KINDS = ("PERSON", "ORG", "GPE", "DATE", "LOC", "MONEY", "AGREEMENT", "NUMBER", "AWARD", "TITLE")


@given(
    st.permutations(WORDS),
    st.lists(st.sampled_from(KINDS), min_size=len(WORDS), max_size=len(WORDS)),
    st.sampled_from(("CONSULT", "AID", "AGREE", "ASSAULT", "SANCTION")),
    st.lists(st.sampled_from((" ", ", ", " and ", " between ", " in ", ". ")), min_size=9, max_size=9),
    st.integers(0, 8),
)
def test_whatever_is_proposed_is_of_a_type_the_role_takes_and_in_the_sentence(
    schema: Schema, words: list[str], kinds: list[str], event: str, joints: list[str], place: int
) -> None:
    parts = [*words[:place], "did", *words[place:]]
    text = "".join(w + j for w, j in zip(parts, joints, strict=True)) + "."
    page = page_of(schema, text, **dict(zip(words, kinds, strict=True)), did=event)
    label = schema.by_name[event]
    sentence = sentence_at(text, text.index("did"))
    found = propose_fillers(page, schema, "did")
    for proposal in found:
        role, filler = label.role(proposal.role), page.mentions[proposal.mention_id]
        assert role
        assert filler.label in role.fillers
        assert sentence
        assert sentence.covers(filler.span)
    assert len({p.mention_id for p in found}) == len(found)


@pytest.mark.parametrize(
    "text",
    [
        "Minister Akar met Blinken, and thanked Lavrov afterwards.",
        "Akar met Blinken after a call from Lavrov.",
        "The visit by Akar pleased Blinken and Lavrov.",
    ],
)
def test_a_person_is_no_topic_by_standing_near(schema: Schema, text: str) -> None:
    trigger = "visit" if "visit" in text else "met"
    people = dict.fromkeys(("Akar", "Blinken", "Lavrov"), "PERSON")
    page = page_of(schema, text, **people, **{trigger: "CONSULT"})
    assert "Topic" not in {role for role, _ in proposed(schema, page, trigger)}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Akar and Blinken held talks on Syria in Ankara.", "talks"),
        ("Akar spoke about Syria.", "spoke"),
        ("Akar and Blinken met to discuss Syria.", "met"),
        ("Akar and Blinken discussed Syria.", "discussed"),
        ("Akar had a conversation with Blinken concerning Syria.", "conversation"),
    ],
)
def test_what_is_talked_about_is_the_topic_and_takes_no_part(schema: Schema, text: str, trigger: str) -> None:
    names = {"Akar": "PERSON", "Blinken": "PERSON", "Syria": "GPE", "Ankara": "GPE"}
    page = page_of(schema, text, **{n: t for n, t in names.items() if n in text}, **{trigger: "CONSULT"})
    found = proposed(schema, page, trigger)
    assert {role for role, who in found if who == "Syria"} == {"Topic"}


def test_who_stands_in_a_clause_of_his_own_behind_the_event_takes_no_part(schema: Schema) -> None:
    page = page_of(
        schema, "Norway could join the talks if Denmark agrees.", Norway="GPE", Denmark="GPE", talks="CONSULT"
    )
    assert "Denmark" not in {who for _, who in proposed(schema, page, "talks")}


def test_sanctions_on_somebody_are_not_about_them(schema: Schema) -> None:
    page = page_of(schema, "Washington imposed sanctions on Iran.", Washington="GPE", Iran="GPE", sanctions="SANCTION")
    assert ("Target", "Iran") in proposed(schema, page, "sanctions")


def test_what_nobody_can_be_is_a_topic_by_standing_near(schema: Schema) -> None:
    page = page_of(
        schema, "Akar received the Order of Friendship.", Akar="PERSON", Order_of_Friendship="AWARD", received="SUPPORT"
    )
    assert ("Topic", "Order of Friendship") in proposed(schema, page, "received")


def test_what_is_only_suggested_in_the_sentence_may_fill_a_role(schema: Schema) -> None:
    text = "Akar met Blinken in Astana on Monday. Lavrov left on Friday."
    page = page_of(schema, text, Akar="PERSON", met="CONSULT")

    def suggested(words: str, label: str) -> SpanProposal:
        begin = text.index(words)
        return SpanProposal(label, schema.by_name[label].layer, Span(begin, begin + len(words)))

    given = [suggested("Blinken", "PERSON"), suggested("Astana", "GPE"), suggested("Monday", "DATE")]
    far = [suggested("Lavrov", "PERSON"), suggested("Friday", "DATE"), suggested("Astana", "CONSULT")]
    found = propose_fillers(page, schema, "met", suggestions=[*given, *far])
    assert {p.suggestion for p in found if p.suggestion} == set(given)
    assert {("Place", given[1].id), ("Time", given[2].id)} <= {(p.role, p.mention_id) for p in found}
    assert {p.mention_id for p in found if p.suggestion is None} == {"Akar"}
    assert all(p.mention_id == p.suggestion.id for p in found if p.suggestion)
    refused = propose_fillers(page, schema, "met", refused=[given[2].id], suggestions=given)
    assert given[2] not in {p.suggestion for p in refused}
    assert "Monday" not in page.mentions


def marked(schema: Schema, text: str, language: str = "en") -> tuple[Page, str]:
    """Return a page made from a text with "<LABEL words>", and the id of its only event."""
    mentions, plain, at = [], "", 0
    for match in re.finditer(r"<(\w+) ([^>]+)>", text):
        plain += text[at : match.start()]
        span = Span(len(plain), len(plain) + len(match[2]))
        plain, at = plain + match[2], match.end()
        mentions.append(Mention(match[2], "a", "n", schema.by_name[match[1]].layer, match[1], (span,)))
    article = Article("a", plain + text[at:], language=language)
    page = Page.of(article, "n", Annotations(mentions=tuple(mentions)))
    return page, next(m.id for m in mentions if m.layer is Layer.EVENT)


@pytest.mark.parametrize(
    ("text", "there", "not_there"),
    [
        # The date of the dateline is when the report was sent.
        (
            "<GPE OSLO>, <DATE May 4> — <PERSON Berg> has put off her <CONSULT trip> to <GPE Finland>, which had been "
            "set for <DATE Tuesday>, her office said on <DATE Monday>.",
            "Agent=Berg Place=Finland Time=Tuesday",
            "Time=May_4 Time=Monday Place=OSLO",
        ),
        (
            "<GPE LIMA> (Wire) – <DATE June 2> – <GPE Chile> <SUPPORT recognised> it on <DATE Sunday>.",
            "Agent=Chile Time=Sunday",
            "Time=June_2 Agent=LIMA",
        ),
        ("<GPE OSLO>, <DATE May 4>: <GPE Chile> <ACCUSE condemned> it.", "Agent=Chile", "Time=May_4 Agent=OSLO"),
        ("<PERSON Akar> – it seems – <CONSULT visited> <GPE Oslo>.", "Agent=Akar Place=Oslo", ""),
        # At a meeting all take part; on a visit one goes to the other.
        (
            "<PERSON Berg> <CONSULT met> her <NORP Finnish> counterpart <PERSON Laine> in <GPE Turku>.",
            "Participant=Berg Participant=Laine Place=Turku",
            "Target=Finnish Participant=Finnish Agent=Berg",
        ),
        (
            "<PERSON Berg> <CONSULT spoke> by telephone with <PERSON Laine> on <DATE Monday>.",
            "Participant=Berg Participant=Laine Time=Monday",
            "Agent=Berg Target=Laine",
        ),
        ("<PERSON Berg> had <CONSULT met> <PERSON Laine>.", "Participant=Berg Participant=Laine", "Target=Laine"),
        ("<PERSON Berg> <CONSULT visited> <GPE Turku>.", "Agent=Berg Place=Turku", "Participant=Berg"),
        (
            "<PERSON Berg> <CONSULT met> <PERSON Laine>, <PERSON Akar> and <PERSON Koval>.",
            "Participant=Berg Participant=Laine Participant=Akar Participant=Koval",
            "",
        ),
        (
            "<PERSON Koval>, the <NORP Finnish> <TITLE minister>, <CONSULT talked> to <PERSON Laine>.",
            "Participant=Koval Participant=Laine",
            "Participant=minister",
        ),
        # Where somebody is says not who acted.
        (
            "Shopkeepers in <GPE Quito> <ACCUSE blamed> the <ORG Finance Ministry>.",
            "Place=Quito Target=Finance_Ministry",
            "Agent=Quito",
        ),
        ("Protesters near <GPE Lagos> <ACCUSE denounced> <PERSON Okoro>.", "Target=Okoro", "Agent=Lagos"),
        ("<GPE Peru> in <DATE March> <ACCUSE criticised> <GPE Chile>.", "Agent=Peru Target=Chile Time=March", ""),
        # What an amount is held against has a time of its own.
        (
            "<COOPERATE Trade> between <GPE Chile> and <GPE Peru> rose to <MONEY $9 billion> in <DATE 2022>, compared "
            "with <MONEY $7 billion> in <DATE 2019>.",
            "Amount=$9_billion Time=2022",
            "Amount=$7_billion Time=2019",
        ),
        (
            "<COOPERATE Exports> to <GPE Peru> fell to <MONEY $2 billion> in <DATE 2021> from <MONEY $3 billion> in "
            "<DATE 2020>.",
            "Amount=$2_billion Time=2021",
            "Amount=$3_billion Time=2020",
        ),
        (
            "<COOPERATE Trade> rose from <MONEY $3 billion> in <DATE 2020> to <MONEY $4 billion> in <DATE 2023>.",
            "Amount=$4_billion Time=2023",
            "Amount=$3_billion Time=2020",
        ),
        (
            "Trade reached <MONEY $4 billion> in <DATE 2023>, <COOPERATE up> from <MONEY $3 billion> in <DATE 2020>.",
            "Amount=$3_billion Time=2020",
            "Time=2023",
        ),
        (
            "<COOPERATE Trade> reached <MONEY $4 billion> in <DATE 2023>, compared with <MONEY $3 billion> "
            "<DATE a year earlier>.",
            "Amount=$4_billion Time=2023",
            "Time=a_year_earlier",
        ),
        # What is told to have been done before or after is not when and with whom this was.
        (
            "<PERSON Berg>, who <CONSULT visited> <GPE Mali> after hosting <PERSON Laine> on <DATE Monday>, left.",
            "Agent=Berg Place=Mali",
            "Time=Monday Target=Laine Participant=Laine",
        ),
        (
            "<PERSON Berg>, who visited <GPE Mali> after <CONSULT hosting> <PERSON Laine> on <DATE Monday>, left.",
            "Agent=Berg Target=Laine Time=Monday",
            "Place=Mali",
        ),
        (
            "<PERSON Berg>, who <CONSULT visited> <GPE Mali> after hosting <PERSON Laine>, left on <DATE Monday>.",
            "Agent=Berg Place=Mali",
            "Time=Monday",
        ),
        (
            "<PERSON Berg> <CONSULT visited> <GPE Oslo> on <DATE Monday> before meeting <PERSON Laine>.",
            "Agent=Berg Place=Oslo Time=Monday",
            "Target=Laine Participant=Laine",
        ),
        (
            "After meeting <PERSON Laine> on <DATE Monday>, <PERSON Berg> <CONSULT visited> <GPE Oslo>.",
            "Agent=Berg Place=Oslo",
            "Time=Monday Participant=Laine",
        ),
        (
            "<PERSON Berg> <CONSULT met> <PERSON Laine> on <DATE Monday> after the evening in <GPE Oslo>.",
            "Time=Monday",
            "",
        ),
        ("<GPE Oslo> was last <CONSULT visited> by <PERSON Berg>.", "Agent=Berg", "Agent=Oslo Target=Berg"),
        ("Exports to <GPE Peru> <COOPERATE fell>.", "", "Agent=Peru"),
        ("On his way to <GPE Peru>, <PERSON Berg> <ACCUSE condemned> <GPE Mali>.", "Agent=Berg Target=Mali", ""),
        (
            "<PERSON Berg> <CONSULT met> <PERSON Laine>, whom he had known since <DATE 2014>, on <DATE Monday>.",
            "Participant=Berg Participant=Laine Time=Monday",
            "Time=2014",
        ),
        # For whom something is, is not together with whom.
        (
            "<GPE Chile> and <GPE Peru> <AGREE agreed> to deliver food to <GPE Haiti>.",
            "Target=Haiti Participant=Chile Participant=Peru",
            "Participant=Haiti",
        ),
        (
            "<GPE Norway> <AGREE pledged> <MONEY $3 million> in aid for <GPE Haiti>.",
            "Target=Haiti Amount=$3_million",
            "Participant=Haiti Topic=$3_million",
        ),
        # Who is listed with one that fills a role fills it, too.
        (
            "<GPE Peru>, <GPE Chile> and <GPE Haiti> <AID sent> tents to <GPE Mali> and <GPE Chad>.",
            "Agent=Peru Agent=Chile Agent=Haiti Target=Mali Target=Chad",
            "",
        ),
        (
            "<GPE Peru> <ACCUSE condemned> <GPE Mali>, <GPE Chad> and <GPE Haiti>.",
            "Agent=Peru Target=Mali Target=Chad Target=Haiti",
            "",
        ),
        ("<PERSON Berg> <CONSULT met> <PERSON Laine> in <GPE Turku>, <GPE Finland>.", "Place=Turku Place=Finland", ""),
        (
            "<TITLE President> <PERSON Berg> and <TITLE Prime Minister> <PERSON Laine> <ACCUSE blamed> <GPE Mali>.",
            "Agent=Berg Agent=Laine Target=Mali",
            "Agent=President",
        ),
        # Two who do something to a third one act; who does something alone takes part with nobody.
        (
            "<GPE Peru> and <GPE Chile> <SUPPORT recognised> <GPE Mali>.",
            "Agent=Peru Agent=Chile Target=Mali",
            "Participant=Peru",
        ),
        ("<GPE Peru> and <GPE Chile> <AGREE agreed>.", "Participant=Peru Participant=Chile", "Agent=Peru"),
        ("<GPE Peru> <AGREE promised> <MONEY $2 million>.", "Agent=Peru Amount=$2_million", "Participant=Peru"),
        (
            "Led by <GPE Peru>, <GPE Chile> and <GPE Mali>, the rebels fought, and <PERSON Berg> <SUPPORT thanked> "
            "<PERSON Laine>.",
            "Agent=Berg Target=Laine",
            "Participant=Berg Participant=Peru",
        ),
        # Of a name and its short form the nearer one; an office that is said of somebody is nobody else.
        (
            "The <ORG Nordic Council> (<ORG NC>) <THREATEN threatened> <GPE Mali>.",
            "Agent=NC Target=Mali",
            "Agent=Nordic_Council Participant=Nordic_Council",
        ),
        ("<GPE Mali> <ACCUSE blamed> the <ORG Nordic Council> (<ORG NC>).", "Target=Nordic_Council", "Target=NC"),
        ("<PERSON Berg>, still <TITLE president>, <CONSULT came> to <GPE Oslo>.", "Agent=Berg", "Agent=president"),
        (
            "<PERSON Berg>, <TITLE Foreign Minister> of <GPE Mali>, <CONSULT came> to <GPE Oslo>.",
            "Agent=Berg Place=Oslo",
            "Participant=Foreign_Minister Agent=Foreign_Minister",
        ),
        (
            "<GPE Norway>'s <TITLE Prime Minister> <PERSON Berg> <CONSULT visited> <GPE Turku>.",
            "Agent=Berg Place=Turku",
            "Agent=Norway Participant=Norway",
        ),
        ("<GPE Norway>'s <AID help> is welcome.", "Agent=Norway", ""),
        # To whom another verb did something does not act, unless it says so.
        (
            "<PERSON Berg> left <GPE Turku> on <DATE Monday>, <CONSULT arrived> in <GPE Oslo>.",
            "Agent=Berg Place=Oslo",
            "Agent=Turku Participant=Turku",
        ),
        ("<PERSON Berg> urged <PERSON Laine> to <REJECT resign>.", "Agent=Laine", ""),
        (
            "<PERSON Berg> told <ORG Radio Oslo> that she would <CONSULT see> <PERSON Laine>.",
            "Agent=Berg Target=Laine",
            "Agent=Radio_Oslo",
        ),
        (
            "<GPE Peru> <AGREE offered> <GPE Mali> <MONEY $2 million> to fight <ORG the Front>.",
            "Agent=Peru Target=Mali Amount=$2_million",
            "Participant=the_Front Agent=the_Front",
        ),
        ("<PERSON Berg> thanked <GPE Mali> for its <AID help>.", "Agent=Mali", "Agent=Berg"),
        ("It was a lie, said <PERSON Berg>, who <ACCUSE blamed> <GPE Mali>.", "Agent=Berg Target=Mali", ""),
        # Whose relative, spokesman or party acts does not act himself; what he does is a noun.
        (
            "<PERSON Berg>'s grandfather had <CONSULT visited> <GPE Oslo> in <DATE 1960>.",
            "Place=Oslo Time=1960",
            "Agent=Berg Participant=Berg Target=Berg",
        ),
        ("<PERSON Berg>’s late mother, a nurse, once <CONSULT visited> <GPE Oslo>.", "Place=Oslo", "Agent=Berg"),
        ("The grandfather of <PERSON Berg> <CONSULT visited> <GPE Oslo>.", "Place=Oslo", "Agent=Berg"),
        ("<PERSON Berg>'s party and its allies will <ACCUSE condemn> <GPE Mali>.", "Target=Mali", ""),
        ("<PERSON Berg>'s spokesman <ACCUSE condemned> <GPE Mali>.", "Target=Mali", "Agent=Berg"),
        ("<PERSON Berg>'s <CONSULT visit> to <GPE Oslo> ended.", "Agent=Berg Place=Oslo", ""),
        ("<PERSON Berg>'s three-day <CONSULT trip> to <GPE Oslo> ended.", "Agent=Berg Place=Oslo", ""),
        ("<PERSON Berg>'s decision to <CONSULT visit> <GPE Oslo> was praised.", "Agent=Berg Place=Oslo", ""),
        ("<GPE Chile>'s parliament <ACCUSE condemned> <GPE Mali>.", "Agent=Chile Target=Mali", ""),
        # What is put off or called off is the visit, not who goes, nor where.
        ("The visit of <PERSON Berg> to <GPE Oslo> was <REJECT postponed>.", "", "Target=Berg Target=Oslo Agent=Oslo"),
        ("The planned trip by <PERSON Berg> to <GPE Oslo> was <REJECT cancelled>.", "", "Target=Berg Target=Oslo"),
        ("The visit of <GPE Mali> to <GPE Oslo> has been <REJECT postponed>.", "", "Target=Mali Target=Oslo"),
        (
            "The visit of <PERSON Berg> to <GPE Oslo> was <CONSULT postponed>.",
            "Agent=Berg Place=Oslo",
            "Target=Berg Target=Oslo",
        ),
        (
            "The <CONSULT visit> of Foreign Minister <PERSON Berg> to <GPE Oslo>, planned for May, was postponed.",
            "Agent=Berg Place=Oslo",
            "Target=Berg",
        ),
        (
            "The <CONSULT trip> to <GPE Oslo> of the Norwegian Foreign Minister <PERSON Berg> was postponed.",
            "Agent=Berg Place=Oslo",
            "Target=Berg",
        ),
        (
            "The <CONSULT visit> by its foreign minister, <PERSON Berg>, to <GPE Oslo> was postponed.",
            "Agent=Berg Place=Oslo",
            "Target=Berg",
        ),
        (
            "<CONSULT Визит> министра иностранных дел <PERSON Берга> в <GPE Осло> перенесён.",
            "Agent=Берга",
            "Target=Берга",
        ),
        ("<PERSON Berg>'s visit was <REJECT postponed>.", "", "Target=Berg Agent=Berg"),
        ("In <GPE Oslo> <PERSON Berg> was <ASSAULT attacked>.", "Target=Berg Place=Oslo", ""),
        ("In <GPE Oslo>, <PERSON Berg> was <COERCE arrested>.", "Target=Berg Place=Oslo", "Agent=Berg"),
        ("<PERSON Berg>, in <GPE Oslo>, was <COERCE arrested> by <ORG Interpol>.", "Target=Berg Agent=Interpol", ""),
        # What is given to whom.
        (
            "<GPE Norway> <AGREE promised> <GPE Mali> <MONEY $2 million>.",
            "Agent=Norway Target=Mali Amount=$2_million",
            "Participant=Mali Participant=Norway",
        ),
        # When and where what somebody agrees to is to be, is not when he agreed.
        (
            "<PERSON Berg> and <PERSON Laine> <AGREE agreed> on <DATE Monday> to meet in <GPE Oslo> in <DATE June>.",
            "Participant=Berg Participant=Laine Time=Monday",
            "Time=June Place=Oslo",
        ),
        (
            "<PERSON Berg> and <PERSON Laine> <CONSULT met> to discuss <GPE Mali> in <GPE Oslo> in <DATE June>.",
            "Time=June Place=Oslo Topic=Mali",
            "",
        ),
        (
            "<GPE Peru> opened it in <DATE March>, and <GPE Chile> and <GPE Mali> <AGREE pledged> <MONEY $2 million>.",
            "Participant=Chile Participant=Mali",
            "Agent=Peru Participant=Peru",
        ),
        (
            "The <ORG Nordic Council> will open in <GPE Oslo>, and <PERSON Berg> means to use it for a "
            "<CONSULT visit>.",
            "Agent=Berg",
            "Agent=Nordic_Council",
        ),
        # Where somebody lives is not where he was met, and who else does something else was not.
        (
            "<PERSON Berg> <CONSULT met> <PERSON Laine>, who lives in <GPE Rome> and is ill, in <GPE Turku>.",
            "Participant=Berg Participant=Laine Place=Turku",
            "Place=Rome",
        ),
        (
            "<PERSON Berg> <CONSULT met> <PERSON Laine>, who also comes from <GPE Rome>, on <DATE Monday>.",
            "Participant=Berg Participant=Laine Time=Monday",
            "Place=Rome",
        ),
        (
            "<PERSON Berg> <CONSULT met> <PERSON Laine> and <TITLE President> <PERSON Koval> flew to <GPE Rome>.",
            "Participant=Berg Participant=Laine",
            "Participant=Koval Participant=Rome Place=Rome",
        ),
        # All between whom, or among whom, it is.
        (
            "<COOPERATE Trade> between <GPE Peru>, <GPE Costa Rica> and <GPE Mali> rose.",
            "Participant=Peru Participant=Costa_Rica Participant=Mali",
            "",
        ),
        ("<COOPERATE Trade> between <GPE Peru> and <GPE Mali> rose.", "Participant=Peru Participant=Mali", ""),
        (
            "A <AGREE deal> among <GPE Peru>, <GPE Costa Rica>, <GPE Chile> and <GPE Mali> is near.",
            "Participant=Peru Participant=Costa_Rica Participant=Chile Participant=Mali",
            "",
        ),
        (
            "<GPE Peru>, <GPE Chile>, <GPE Mali> and <GPE Haiti> <AGREE promised> it.",
            "Participant=Peru Participant=Chile Participant=Mali Participant=Haiti",
            "",
        ),
    ],
)
def test_roles_are_told_by_the_form_of_the_sentence(schema: Schema, text: str, there: str, not_there: str) -> None:
    page, event = marked(schema, text)
    found = {f"{role}={who.replace(' ', '_')}" for role, who in proposed(schema, page, event)}
    assert set(there.split()) <= found
    assert not set(not_there.split()) & found


@pytest.mark.parametrize(("mode", "role"), [("visit", "Agent"), ("meeting", "Participant"), ("call", "Participant")])
def test_how_it_took_place_goes_before_the_words(schema: Schema, mode: str, role: str) -> None:
    page, event = marked(schema, "<PERSON Berg> <CONSULT saw> <PERSON Laine>.")
    page.mentions[event] = replace(page.mentions[event], attributes={"mode": mode})
    assert (role, "Berg") in proposed(schema, page, event)
