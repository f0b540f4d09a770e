"""Merging two labels leaves no two identical annotations, and loses nothing that either of them knew."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.editing import events, registry, tagging
from dateline.editing.articles import set_note
from dateline.editing.checking import check_project
from dateline.editing.schema import joined_by, merge_types
from dateline.editing.times import set_date
from dateline.model.annotation import Argument, Layer, Relation, TimeSource
from dateline.model.changes import Kind
from dateline.model.ids import new_id
from dateline.model.page import Page
from dateline.model.schema import LabelType, Schema
from dateline.store.project import Project
from tests.editing.conftest import span
from tests.editing.test_tagging import tag
from tests.store.dump import content

Load = Callable[[], Page]


def merge(project: Project, source: str, target: str) -> str:
    by_name = project.schema().by_name
    return merge_types(project, by_name[source].id, by_name[target].id).label


def test_identical_mentions_become_one_that_knows_what_both_knew(project: Project, load: Load, schema: Schema) -> None:
    stays, goes = (tag(project, load, schema, "Astana", label) for label in ("GPE", "LOC"))
    tag(project, load, schema, "Ankara", "LOC")
    event = tag(project, load, schema, "met", "CONSULT")
    events.fill_role(project, load(), schema, event, "Place", goes)
    registry.link_entity(project, load(), [goes], registry.new_entity(load(), goes))
    set_note(project, load(), "the new name", goes)
    set_note(project, load(), "the capital", stays)
    before = content(project)
    assert joined_by(project, "LOC") == {"GPE": 1}
    assert merge(project, "LOC", "GPE") == "Merge Place into Country or city, 1 on the same words joined"
    page = load()
    assert {m.label for m in page.mentions.values() if m.layer is Layer.ENTITY} == {"GPE"}
    assert goes not in page.mentions
    assert len(page.mentions) == 3
    assert page.mentions[stays].entity_id
    assert [(a.role, a.filler_id) for a in page.arguments_of(event)] == [("Place", stays)]
    assert [(c.mention_id, c.text) for c in page.comments.values()] == [(stays, "the capital\nthe new name")]
    assert not [f for f in check_project(project) if f.grave]
    project.undo()
    assert content(project) == before


def test_events_on_the_same_words_are_joined_with_their_roles(project: Project, load: Load, schema: Schema) -> None:
    stays, goes = (tag(project, load, schema, "met", label) for label in ("CONSULT", "COOPERATE"))
    place, who = tag(project, load, schema, "Astana", "GPE"), tag(project, load, schema, "Tokayev", "PERSON")
    for event, role, filler in ((stays, "Place", place), (goes, "Place", place), (goes, "Agent", who)):
        events.fill_role(project, load(), schema, event, role, filler)
    merge(project, "COOPERATE", "CONSULT")
    page = load()
    assert sorted((a.role, a.filler_id) for a in page.arguments_of(stays)) == [("Agent", who), ("Place", place)]
    assert len(page.arguments) == 2


def test_a_date_set_by_hand_counts_more_than_one_found_by_rule(project: Project, load: Load, schema: Schema) -> None:
    stays, goes = (tag(project, load, schema, "Thursday", label) for label in ("DATE", "TIME"))
    set_date(project, load(), goes, "2018-04-26")
    merge(project, "TIME", "DATE")
    value = load().times[stays]
    assert (value.value, value.source) == ("2018-04-26", TimeSource.HAND)
    assert len(load().times) == 1


def test_relations_between_the_same_two_are_joined(project: Project, load: Load, schema: Schema) -> None:
    one, other = tag(project, load, schema, "met", "CONSULT"), tag(project, load, schema, "talks", "CONSULT")
    names = ("BEFORE", "EARLIER")
    with project.step("types and relations") as step:
        for i, name in enumerate(names):
            step.put(LabelType(new_id(), Layer.RELATION, name, position=900 + i))
            page = load()
            step.put(Relation(new_id(), page.article.id, page.annotator_id, name, one, other))
    assert joined_by(project, "EARLIER") == {"BEFORE": 1}
    merge(project, "EARLIER", "BEFORE")
    assert [r.label for r in load().relations.values()] == ["BEFORE"]


def test_a_relation_between_two_that_become_one_goes(project: Project, load: Load, schema: Schema) -> None:
    stays, goes = (tag(project, load, schema, "Astana", label) for label in ("GPE", "LOC"))
    page = load()
    with project.step("related") as step:
        step.put(LabelType(new_id(), Layer.RELATION, "NEAR", position=900))
        step.put(Relation(new_id(), page.article.id, page.annotator_id, "NEAR", stays, goes))
    merge(project, "LOC", "GPE")
    assert not load().relations
    assert not [f for f in check_project(project) if f.grave]


def test_the_same_words_of_another_annotator_stay_apart(project: Project, load: Load, schema: Schema) -> None:
    mine = tag(project, load, schema, "Astana", "LOC")
    from dateline.editing.articles import ensure_annotator

    other, _ = ensure_annotator(project, "bo")
    page = project.annotations.page(load().article.id, other.id)
    tagging.tag(project, page, [span("Astana")], schema.by_name["GPE"])
    assert joined_by(project, "LOC") == {}
    assert merge(project, "LOC", "GPE") == "Merge Place into Country or city"
    assert set(load().mentions) == {mine}


WORDS = ("Astana", "Ankara", "Tokayev")


@pytest.mark.parametrize("_run", [0])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    tags=st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["GPE", "LOC", "PERSON"])), max_size=8),
    roles=st.lists(st.tuples(st.sampled_from(["Place", "Agent"]), st.integers(0, 7)), max_size=8),
)
def test_whatever_was_tagged_no_twins_are_left_and_undo_brings_all_back(
    project: Project, load: Load, schema: Schema, tags: list[tuple[str, str]], roles: list[tuple[str, int]], _run: int
) -> None:
    mentions = [tag(project, load, schema, words, label) for words, label in tags]
    event = tag(project, load, schema, "met", "CONSULT")
    with project.step("roles") as step:
        for role, nth in roles:
            if nth < len(mentions):
                step.put(Argument(new_id(), event, role, mentions[nth]))
    before = load()
    words = {m.fragments for m in before.mentions.values() if m.label in ("GPE", "LOC")}
    fillers = {(a.role, before.mentions[a.filler_id].fragments) for a in before.arguments.values()}
    merge(project, "LOC", "GPE")
    page = load()
    assert sorted(m.fragments for m in page.mentions.values() if m.label == "GPE") == sorted(words)
    assert {(a.role, page.mentions[a.filler_id].fragments) for a in page.arguments.values()} == fillers
    project.undo()
    assert load().mentions == before.mentions
    assert load().arguments == before.arguments
    with project.step("clear") as step:
        for argument in before.arguments:
            step.delete(Kind.ARGUMENT, argument)
        for mention in before.mentions:
            step.delete(Kind.MENTION, mention)
