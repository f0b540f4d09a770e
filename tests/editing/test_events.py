"""Roles, dates, zones, notes, properties, registry."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from dateline.editing import articles, events, filling, registry, times
from dateline.editing.common import EditError
from dateline.model.annotation import TimeSource, TimeValue
from dateline.model.article import RegionKind, State
from dateline.model.changes import Kind
from dateline.model.date_input import parse_date_input
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.model.when import from_iso
from dateline.store.project import Project
from tests.editing.conftest import span
from tests.editing.test_tagging import tag

Load = Callable[[], Page]


def test_words_fill_a_role_and_become_a_mention_on_the_way(project: Project, load: Load, schema: Schema) -> None:
    event = tag(project, load, schema, "met", "CONSULT")
    steps = len(project.steps())
    filling.fill_role_with_words(project, load(), schema, event, "Place", [span("Astana")])
    page = load()
    [argument] = page.arguments_of(event)
    assert page.mentions[argument.filler_id].label == "GPE"
    assert len(project.steps()) == steps + 1
    project.undo()
    assert set(load().mentions) == {event}


def test_a_role_is_not_filled_twice_by_the_same(project: Project, load: Load, schema: Schema) -> None:
    event = tag(project, load, schema, "met", "CONSULT")
    who = tag(project, load, schema, "Tokayev", "PERSON")
    for _ in range(2):
        events.fill_role(project, load(), schema, event, "Participant", who)
    assert len(load().arguments) == 1
    with pytest.raises(EditError, match="its own role"):
        events.fill_role(project, load(), schema, event, "Participant", event)


def test_a_role_that_is_not_repeatable_changes_hands(project: Project, load: Load, schema: Schema) -> None:
    types = tuple(
        replace(t, roles=tuple(replace(r, repeatable=False) for r in t.roles)) if t.name == "CONSULT" else t
        for t in schema.types
    )
    narrow = replace(schema, types=types)
    event = tag(project, load, schema, "met", "CONSULT")
    one, two = (tag(project, load, schema, w, "PERSON") for w in ("Tokayev", "Çavuşoğlu"))
    events.fill_role(project, load(), narrow, event, "Agent", one)
    events.fill_role(project, load(), narrow, event, "Agent", two)
    assert [a.filler_id for a in load().arguments_of(event)] == [two]


def test_a_date_by_hand_keeps_what_the_rule_said(project: Project, load: Load, schema: Schema) -> None:
    mention = tag(project, load, schema, "Thursday", "DATE")
    times.set_date(project, load(), mention, "2018-04-12")
    value = load().times[mention]
    assert (value.value, value.source, value.replaced) == ("2018-04-12", TimeSource.HAND, "2018-04-19")
    times.set_date(project, load(), mention, "")
    assert load().times[mention].source is TimeSource.RULE
    with pytest.raises(ValueError, match=r"."):
        times.set_date(project, load(), mention, "the day the music died")
    assert load().times[mention].value == "2018-04-19"


def test_another_publication_date_resolves_anew_but_not_what_was_set_by_hand(
    project: Project, load: Load, schema: Schema
) -> None:
    by_rule = tag(project, load, schema, "Thursday", "DATE")
    by_hand = tag(project, load, schema, "next week", "DATE")
    times.set_date(project, load(), by_hand, "2018-05-01")
    page = load()
    later = replace(page.article, published="2018-04-26")
    assert [(b.value, a.value) for b, a in times.reresolved(page, later)] == [("2018-04-19", "2018-04-26")]
    articles.set_properties(project, page, later)
    page = load()
    assert page.article.published == "2018-04-26"
    assert (page.times[by_rule].value, page.times[by_hand].value) == ("2018-04-26", "2018-05-01")
    project.undo()
    assert load().times[by_rule].value == "2018-04-19"


@pytest.mark.parametrize("known", [False, True])
def test_times_that_came_without_a_value_are_resolved_with_the_publication_date(
    project: Project, load: Load, schema: Schema, known: bool
) -> None:
    silent = tag(project, load, schema, "Thursday", "DATE")
    told = tag(project, load, schema, "next week", "DATE")
    with project.step("As from an older version") as step:
        step.delete(Kind.TIME_VALUE, silent)
        step.put(TimeValue(told, "2018-05", source=TimeSource.IMPORT))
        if known:
            step.put(TimeValue(silent, "", source=TimeSource.IMPORT))
    page = load()
    articles.set_properties(project, page, replace(page.article, published="2018-04-26"))
    times = load().times
    assert (times[silent].value, times[silent].source) == ("2018-04-26", TimeSource.RULE)
    assert times[told].value == "2018-05"  # somebody said what it stands for
    project.undo()
    assert (load().times[silent].value if known else silent in load().times) in ("", False)


def test_a_zone_is_marked_joined_and_unmarked(project: Project, load: Load) -> None:
    kind = RegionKind.BOILERPLATE
    articles.mark_region(project, load(), span("Share this"), kind)
    articles.mark_region(project, load(), span("this story with friends."), kind)
    assert load().boilerplate() == [span("Share this story with friends.")]
    articles.mark_region(project, load(), span("story"), kind)
    assert load().boilerplate() == []
    articles.mark_region(project, load(), span("story"), RegionKind.NEGATIVE)
    [negative] = load().negatives()
    assert negative.annotator_id == load().annotator_id


def test_notes_come_change_and_go(project: Project, load: Load, schema: Schema) -> None:
    mention = tag(project, load, schema, "Tokayev", "PERSON")
    articles.set_note(project, load(), "president?", mention)
    articles.set_note(project, load(), "president", mention)
    page = load()
    assert [c.text for c in page.comments.values()] == ["president"]
    articles.set_note(project, page, "  ", mention)
    assert not load().comments


def test_states_are_per_annotator(project: Project, load: Load) -> None:
    page = load()
    articles.set_state(project, page.article.id, page.annotator_id, State.DONE)
    other, _ = articles.ensure_annotator(project, "grace")
    assert project.articles.summaries(page.annotator_id)[0].state is State.DONE
    assert project.articles.summaries(other.id)[0].state is State.NEW


def test_linking_learns_spellings_and_merging_keeps_them(project: Project, load: Load, schema: Schema) -> None:
    one = tag(project, load, schema, "Çavuşoğlu", "PERSON")
    two = tag(project, load, schema, "Cavusoglu", "PERSON")
    page = load()
    for mention in (one, two):
        registry.link_entity(project, page, [mention], registry.new_entity(page, mention))
        page = load()
    first, second = (page.mentions[i].entity_id for i in (one, two))
    assert first
    assert second
    registry.merge(project, Kind.ENTITY, first, [second])
    assert {m.entity_id for m in load().mentions.values()} == {first}
    [entity] = project.registry.entities()
    assert entity.aliases == ("Cavusoglu",)
    project.undo()
    assert len(project.registry.entities()) == 2
    assert project.registry.entities_near("CAVUSOGLU")


def test_dragging_an_event_without_happening_makes_one(project: Project, load: Load, schema: Schema) -> None:
    event = tag(project, load, schema, "met", "CONSULT")
    when = parse_date_input("2018-04-20")[1]
    registry.date_event(project, event, when)
    [happening] = project.registry.happenings()
    assert happening.when
    assert happening.when.begin == from_iso("2018-04-20")
    assert load().mentions[event].happening_id == happening.id
    registry.remove_thing(project, Kind.HAPPENING, happening.id)
    assert load().mentions[event].happening_id is None


def test_removing_an_article_takes_all_of_it_and_undo_brings_all_back(
    project: Project, load: Load, schema: Schema
) -> None:
    event = tag(project, load, schema, "met", "CONSULT")
    filling.fill_role_with_words(project, load(), schema, event, "Time", [span("Thursday")])
    articles.set_note(project, load(), "check", None)
    before, totals = load(), project.annotations.totals()
    articles.remove_articles(project, [before.article.id])
    assert project.articles.count() == 0
    assert project.integrity() == []
    project.undo()
    assert project.annotations.totals() == totals
    assert load() == before
