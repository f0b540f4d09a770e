"""Words that fill a role are tagged on the way: by what is known of them, step by step less."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from dateline.assist.lexicon import Lexicon
from dateline.assist.role_model import RoleModel
from dateline.assist.suggestions import SpanProposal
from dateline.editing import articles, events, filling, tagging
from dateline.editing.common import EditError
from dateline.editing.filling import Hints
from dateline.model.annotation import Layer, Mention
from dateline.model.article import RegionKind
from dateline.model.changes import Kind
from dateline.model.ids import new_id
from dateline.model.occurrence import GROUPS
from dateline.model.page import Page
from dateline.model.registry import Entity
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.store.project import Project
from tests.editing.conftest import span
from tests.editing.test_tagging import tag

Load = Callable[[], Page]

OTHER = "Ankara said no. Ankara said yes. Ankara said nothing."


def lexicon(label: str = "ORG", layer: Layer = Layer.ENTITY) -> Lexicon:
    """A lexicon that saw Ankara tagged once of three times in another article: too rarely to propose it."""
    made = Lexicon()
    made.put("other", OTHER, [Mention(new_id(), "other", "ada", layer, label, (Span(0, 6),))])
    return made


def proposal(words: str, label: str, layer: Layer = Layer.ENTITY, entity: str | None = None) -> SpanProposal:
    return SpanProposal(label, layer, span(words), 1, entity)


@pytest.fixture
def event(project: Project, load: Load, schema: Schema) -> str:
    return tag(project, load, schema, "met", "CONSULT")


@pytest.fixture
def infer(load: Load, schema: Schema, event: str) -> Callable[..., str]:
    """Say what "Ankara" becomes in a role."""

    def do(role: str = "Participant", **hints: object) -> str:
        words = (span("Ankara"),)
        return filling.inferred_label(load(), schema, event, role, words, Hints(**hints)).name  # type: ignore[arg-type]

    return do


def learned(load: Load, schema: Schema, event: str) -> RoleModel:
    model = RoleModel()
    model.learn(load(), schema, load().mentions[event])
    return model


def test_the_same_words_in_the_article_say_it_in_whatever_spelling(
    project: Project, load: Load, schema: Schema, event: str
) -> None:
    tag(project, load, schema, "Çavuşoğlu", "TITLE")
    words = (span("ÇAVUŞOĞLU"),)
    hints = Hints(lexicon=lexicon(), proposals=[proposal("ÇAVUŞOĞLU", "ORG")])
    assert filling.inferred_label(load(), schema, event, "Participant", words, hints).name == "TITLE"
    tag(project, load, schema, "Cavusoglu", "NORP")
    assert filling.inferred_label(load(), schema, event, "Participant", words, hints).name == "TITLE"
    # A place is none: the role's own label is the first it takes.
    assert filling.inferred_label(load(), schema, event, "Place", words, Hints()).name in {"GPE", "LOC"}


def test_then_the_project_says_it_even_where_it_is_too_rare_to_be_proposed(infer: Callable[..., str]) -> None:
    known = lexicon()
    assert known.known(("ankara",), {"ORG": Layer.ENTITY}, capital=True) is None
    assert infer(lexicon=known, proposals=[proposal("Ankara", "GPE")]) == "ORG"
    named = Lexicon()
    named.put_name(Entity(new_id(), "Ankara", "NORP"))
    assert infer(lexicon=named) == "NORP"
    assert infer(lexicon=lexicon("CONSULT", Layer.EVENT), proposals=[proposal("Ankara", "GPE")]) == "GPE"


def test_then_a_suggestion_that_lies_there(
    project: Project, load: Load, schema: Schema, event: str, infer: Callable[..., str]
) -> None:
    who = tag(project, load, schema, "Tokayev", "NORP")
    events.fill_role(project, load(), schema, event, "Participant", who)
    model = learned(load, schema, event)
    assert infer(proposals=[proposal("Ankara", "GPE")], roles=model) == "GPE"
    assert infer(proposals=[proposal("talks in Ankara", "ORG")], roles=model) == "ORG"
    assert infer(proposals=[proposal("Thursday", "DATE", Layer.TIME)], roles=model) == "NORP"


def test_words_that_are_no_name_are_a_group_sooner_than_a_person(load: Load, schema: Schema, event: str) -> None:
    words = (span("talks"),)
    assert filling.inferred_label(load(), schema, event, "Agent", words, Hints()).name == "NORP"
    assert filling.inferred_label(load(), schema, event, "Agent", (span("Astana"),), Hints()).name == "PERSON"
    assert filling.inferred_label(load(), schema, event, "Place", words, Hints()).name == "GPE"
    said = [proposal("talks", "PERSON")]
    assert filling.inferred_label(load(), schema, event, "Agent", words, Hints(proposals=said)).name == "PERSON"
    without = [t for t in schema.types if t.name not in GROUPS]
    assert filling.inferred_label(load(), replace(schema, types=tuple(without)), event, "Agent", words).name == "PERSON"


def test_words_become_an_event_only_where_one_is_suggested_or_the_role_takes_nothing_else(
    project: Project, load: Load, schema: Schema, event: str
) -> None:
    words, known = (span("talks"),), lexicon("CONSULT", Layer.EVENT)
    known.put("more", "talks", [Mention(new_id(), "more", "ada", Layer.EVENT, "CONSULT", (Span(0, 5),))])
    tag(project, load, schema, "visit", "COOPERATE")
    assert filling.inferred_label(load(), schema, event, "Topic", words, Hints(lexicon=known)).layer is Layer.ENTITY
    elsewhere = (span("visit"),)
    assert filling.inferred_label(load(), schema, event, "Topic", elsewhere, Hints()).layer is Layer.ENTITY
    said = [proposal("talks", "CONSULT", Layer.EVENT)]
    assert filling.inferred_label(load(), schema, event, "Topic", words, Hints(proposals=said)).name == "CONSULT"
    over = [proposal("talks in", "CONSULT", Layer.EVENT)]
    assert filling.inferred_label(load(), schema, event, "Topic", words, Hints(proposals=over)).layer is Layer.ENTITY
    consult = schema.by_name["CONSULT"]
    only = replace(consult, roles=tuple(replace(r, fillers=("AGREE", "CONSULT")) for r in consult.roles))
    narrow = replace(schema, types=tuple(only if t is consult else t for t in schema.types))
    assert filling.inferred_label(load(), narrow, event, "Topic", words, Hints(lexicon=known)).name == "CONSULT"


def test_then_what_filled_the_role_in_other_events_and_only_then_its_first_type(
    project: Project, load: Load, schema: Schema, event: str, infer: Callable[..., str]
) -> None:
    assert infer() == "PERSON"
    for words, label in (("Tokayev", "NORP"), ("Çavuşoğlu", "ORG"), ("Astana", "ORG")):
        filler = tag(project, load, schema, words, label)
        events.fill_role(project, load(), schema, event, "Participant", filler)
    model = learned(load, schema, event)
    assert model.fillers_of("CONSULT", "Participant") == ["ORG", "NORP"]
    assert infer(roles=model) == "ORG"
    assert infer("Agent", roles=model) == "PERSON"
    model.clear()
    assert infer(roles=model) == "PERSON"


def test_the_step_says_what_was_tagged_and_a_suggestion_brings_its_entity(
    project: Project, load: Load, schema: Schema, event: str
) -> None:
    entity = Entity(new_id(), "Ankara", "GPE")
    with project.step("Entity") as step:
        step.put(entity)
    hints = Hints(proposals=[proposal("Ankara", "GPE", entity=entity.id)])
    changes = filling.fill_role_with_words(project, load(), schema, event, "Participant", [span("Ankara")], hints)
    assert changes.label == "Participant of “met”: “Ankara”, tagged as Country or city"
    [argument] = load().arguments_of(event)
    assert load().mentions[argument.filler_id].entity_id == entity.id
    again = filling.fill_role_with_words(project, load(), schema, event, "Agent", [span("Ankara")], hints)
    assert again.label == "Agent of “met”: “Ankara”"
    assert Kind.MENTION not in again.added


def test_a_suggestion_is_taken_whatever_the_role_is_made_for(
    project: Project, load: Load, schema: Schema, event: str
) -> None:
    wanted = proposal("next week", "DATE", Layer.TIME)
    filling.fill_role_with_proposal(project, load(), schema, event, "Participant", wanted)
    page = load()
    [argument] = page.arguments_of(event)
    assert page.times[argument.filler_id].value == "2018-W17"
    project.undo()
    assert set(load().mentions) == {event}
    # Tagged meanwhile: that mention is it.
    there = tag(project, load, schema, "next week", "DATE")
    filling.fill_role_with_proposal(project, load(), schema, event, "Time", wanted)
    assert [a.filler_id for a in load().arguments_of(event)] == [there]
    before = load()
    with pytest.raises(EditError, match="Nothing is left"):
        filling.fill_role_with_proposal(project, load(), schema, event, "Time", proposal("Ankara", "GONE"))
    assert load() == before


def test_nothing_is_tagged_where_nothing_may_be(project: Project, load: Load, schema: Schema, event: str) -> None:
    articles.mark_region(project, load(), span("Ankara"), RegionKind.BOILERPLATE)
    with pytest.raises(EditError, match="boilerplate"):
        filling.fill_role_with_words(project, load(), schema, event, "Participant", [span("Ankara")])
    bare = replace(schema, types=tuple(t for t in schema.types if t.layer is Layer.EVENT))
    with pytest.raises(EditError, match="no type for the words"):
        filling.fill_role_with_words(project, load(), bare, event, "Participant", [span("Astana")])
    tagging.delete(project, load(), [event])
    with pytest.raises(EditError, match="no longer there"):
        filling.inferred_label(load(), schema, event, "Participant", [span("Astana")])


def test_all_that_is_proposed_is_taken_in_one_step(project: Project, load: Load, schema: Schema, event: str) -> None:
    person = tag(project, load, schema, "Tokayev", "PERSON")
    steps = len(project.steps())
    fillers = [("Participant", person), ("Time", proposal("Thursday", "DATE", Layer.TIME))]
    filling.fill_as_proposed(project, load(), schema, event, fillers, {"modality": "planned"})
    page = load()
    filled = {a.role: page.mentions[a.filler_id].text_of(page.text) for a in page.arguments_of(event)}
    assert filled == {"Participant": "Tokayev", "Time": "Thursday"}
    assert page.mentions[event].attributes == {"modality": "planned"}
    [day] = page.times.values()
    assert day.value == "2018-04-19"
    assert len(project.steps()) == steps + 1
    assert project.steps()[0].label == "Fill 2 roles of “met”, modality: planned, with 1 suggestion"
    project.undo()
    page = load()
    assert set(page.mentions) == {event, person}
    assert (page.mentions[event].attributes, page.arguments) == ({}, {})


def test_a_suggestion_tagged_meanwhile_fills_as_the_mention_it_became(
    project: Project, load: Load, schema: Schema, event: str
) -> None:
    there = tag(project, load, schema, "Thursday", "DATE")
    filling.fill_as_proposed(project, load(), schema, event, [("Time", proposal("Thursday", "DATE", Layer.TIME))])
    assert [a.filler_id for a in load().arguments_of(event)] == [there]


def test_what_the_text_says_of_an_event_is_taken_without_any_filler(
    project: Project, load: Load, schema: Schema, event: str
) -> None:
    filling.fill_as_proposed(project, load(), schema, event, [], {"polarity": "negative"})
    assert load().mentions[event].attributes == {"polarity": "negative"}
    assert project.steps()[0].label == "Edit “met”, polarity: negative"
