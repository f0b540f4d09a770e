"""Tagging, relabelling, moving, deleting: each is one step that undo takes back whole."""

from collections.abc import Callable

import pytest

from dateline.editing import tagging
from dateline.editing.articles import ensure_annotator, mark_region
from dateline.editing.common import EditError
from dateline.editing.events import fill_role, relate
from dateline.model.annotation import Layer, TimeSource
from dateline.model.article import Article, RegionKind, State
from dateline.model.changes import Changes, Kind
from dateline.model.ids import new_id
from dateline.model.page import Page
from dateline.model.progress import Cancelled
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.store.project import Project
from tests.editing.conftest import TEXT, span

Load = Callable[[], Page]


def made(changes: Changes) -> str:
    assert changes.place
    assert changes.place.record_id
    return changes.place.record_id


def tag(project: Project, load: Load, schema: Schema, words: str, label: str, nth: int = 0) -> str:
    return made(tagging.tag(project, load(), [span(words, nth)], schema.by_name[label]))


def test_a_tag_is_stored_with_its_words_and_starts_the_article(project: Project, load: Load, schema: Schema) -> None:
    mention_id = tag(project, load, schema, "Astana", "GPE")
    page = load()
    mention = page.mentions[mention_id]
    assert (mention.label, mention.layer, mention.text_of(page.text)) == ("GPE", Layer.ENTITY, "Astana")
    assert project.articles.summaries(page.annotator_id)[0].state is State.STARTED
    project.undo()
    assert not load().mentions
    assert project.articles.summaries(page.annotator_id)[0].state is State.NEW


def test_tagging_the_same_words_twice_changes_nothing(project: Project, load: Load, schema: Schema) -> None:
    first = tag(project, load, schema, "Astana", "GPE")
    steps = len(project.steps())
    again = tagging.tag(project, load(), [span("Astana")], schema.by_name["GPE"])
    assert not again
    assert made(again) == first
    assert len(project.steps()) == steps


BEYOND = Span(len(TEXT) - 2, len(TEXT) + 3)
NOWHERE = [
    ([BEYOND], "not in the text"), ([Span(5000, 5007)], "not in the text"),
    ([span(" ")], "no words"), ([span("\r\n")], "no words"), ([span("Astana"), span(" ", 3)], "no words"),
]  # fmt: skip


@pytest.mark.parametrize(("pieces", "why"), NOWHERE)
def test_what_is_not_in_the_text_or_holds_no_words_is_not_tagged(
    project: Project, load: Load, schema: Schema, pieces: list[Span], why: str
) -> None:
    there = tag(project, load, schema, "Astana", "GPE")
    steps = len(project.steps())
    with pytest.raises(EditError, match=why):
        tagging.tag(project, load(), pieces, schema.by_name["PERSON"])
    with pytest.raises(EditError, match=why):
        tagging.set_fragments(project, load(), there, pieces)
    assert len(project.steps()) == steps
    assert [m.fragments for m in load().mentions.values()] == [(span("Astana"),)]


def test_a_time_is_resolved_as_it_is_tagged(project: Project, load: Load, schema: Schema) -> None:
    mention_id = tag(project, load, schema, "Thursday", "DATE")
    value = load().times[mention_id]
    assert (value.value, value.source) == ("2018-04-19", TimeSource.RULE)
    assert value.when


def test_every_identical_occurrence_is_tagged_whatever_its_accents(
    project: Project, load: Load, schema: Schema
) -> None:
    person = schema.by_name["PERSON"]
    changes, count = tagging.tag_everywhere(project, load(), [span("Çavuşoğlu")], person, folded=True)
    page = load()
    assert count == 3
    assert {m.text_of(page.text) for m in page.mentions.values()} == {"Çavuşoğlu", "Cavusoglu", "ÇAVUŞOĞLU"}
    assert len(changes.added[Kind.MENTION]) == 3
    project.undo()
    assert not load().mentions


class _Stops:
    """A progress that stops the work at its n-th report."""

    def __init__(self, at: int) -> None:
        self.left = at

    def step(self, done: int, total: int | None, what: str) -> None:
        self.left -= 1
        if not self.left:
            raise Cancelled


@pytest.mark.parametrize("report", [1, 2, 3, 4])
def test_tagging_everywhere_stops_with_nothing_half_done(
    project: Project, load: Load, schema: Schema, report: int
) -> None:
    with project.step("Long") as step:
        step.put(Article("long", "Ankara spoke. " * 1_200, "Long"))
    page = project.annotations.page("long", load().annotator_id)
    before = project.next_undo()
    stop = _Stops(report)
    with pytest.raises(Cancelled):
        tagging.tag_everywhere(project, page, [Span(0, 6)], schema.by_name["GPE"], folded=True, progress=stop)
    assert not project.annotations.page("long", page.annotator_id).mentions
    assert project.next_undo() == before
    _, count = tagging.tag_everywhere(project, page, [Span(0, 6)], schema.by_name["GPE"], folded=True)
    assert count == len(project.annotations.page("long", page.annotator_id).mentions) == 1_200


def test_without_folding_only_the_same_letters_count(project: Project, load: Load, schema: Schema) -> None:
    _, count = tagging.tag_everywhere(project, load(), [span("Çavuşoğlu")], schema.by_name["PERSON"], folded=False)
    assert count == 1


def test_words_inside_a_mention_of_the_same_label_are_not_tagged_again(
    project: Project, load: Load, schema: Schema
) -> None:
    tag(project, load, schema, "Çavuşoğlu met Tokayev", "PERSON")
    _, count = tagging.tag_everywhere(project, load(), [span("Cavusoglu")], schema.by_name["PERSON"], folded=True)
    page = load()
    assert count == 2
    assert [m.text_of(page.text) for m in page.in_order()] == ["Çavuşoğlu met Tokayev", "Cavusoglu", "ÇAVUŞOĞLU"]


def test_what_is_boilerplate_is_not_tagged(project: Project, load: Load, schema: Schema) -> None:
    mark_region(project, load(), span("Share this story with friends."), RegionKind.BOILERPLATE)
    with pytest.raises(EditError, match="boilerplate"):
        tagging.tag(project, load(), [span("friends")], schema.by_name["NORP"])
    assert not load().mentions


def test_relabelling_within_a_layer_keeps_what_fits(project: Project, load: Load, schema: Schema) -> None:
    event = tag(project, load, schema, "met", "CONSULT")
    place = tag(project, load, schema, "Astana", "GPE")
    fill_role(project, load(), schema, event, "Place", place)
    tagging.set_attribute(project, load(), event, "modality", "planned")
    tagging.relabel(project, load(), event, schema.by_name["COOPERATE"])
    page = load()
    assert page.mentions[event].label == "COOPERATE"
    assert page.mentions[event].attributes == {"modality": "planned"}
    assert [a.role for a in page.arguments_of(event)] == ["Place"]


def test_relabelling_to_another_layer_takes_the_value_along_or_away(
    project: Project, load: Load, schema: Schema
) -> None:
    mention_id = tag(project, load, schema, "Thursday", "DATE")
    tagging.relabel(project, load(), mention_id, schema.by_name["NORP"])
    assert mention_id not in load().times
    tagging.relabel(project, load(), mention_id, schema.by_name["DATE"])
    assert load().times[mention_id].value == "2018-04-19"
    project.undo()
    project.undo()
    assert load().mentions[mention_id].label == "DATE"


def test_a_date_is_resolved_anew_when_its_edges_move(project: Project, load: Load, schema: Schema) -> None:
    mention_id = tag(project, load, schema, "week", "DATE")
    tagging.set_fragments(project, load(), mention_id, [span("next week")])
    page = load()
    assert page.mentions[mention_id].text_of(page.text) == "next week"
    assert page.times[mention_id].value == "2018-W17"


def test_edges_cannot_move_onto_a_twin(project: Project, load: Load, schema: Schema) -> None:
    tag(project, load, schema, "Astana", "GPE")
    other = tag(project, load, schema, "Ankara", "GPE")
    with pytest.raises(EditError, match="already tagged"):
        tagging.set_fragments(project, load(), other, [span("Astana")])


def test_fragments_are_sorted_and_kept(project: Project, load: Load, schema: Schema) -> None:
    mention_id = tag(project, load, schema, "talks", "CONSULT")
    tagging.set_fragments(project, load(), mention_id, [span("talks"), span("visit")])
    page = load()
    assert page.mentions[mention_id].fragments == (span("visit"), span("talks"))
    assert page.mentions[mention_id].text_of(page.text) == "visit talks"


def test_deleting_takes_everything_that_refers_along_and_undo_brings_it_back(
    project: Project, load: Load, schema: Schema
) -> None:
    event = tag(project, load, schema, "met", "CONSULT")
    who = tag(project, load, schema, "Tokayev", "PERSON")
    when = tag(project, load, schema, "Thursday", "DATE")
    fill_role(project, load(), schema, event, "Participant", who)
    fill_role(project, load(), schema, event, "Time", when)
    relation = next(t for t in schema.types if t.layer is Layer.RELATION)
    relate(project, load(), who, event, relation)
    before = load()
    tagging.delete(project, load(), [event, when])
    page = load()
    assert set(page.mentions) == {who}
    assert not page.arguments
    assert not page.relations
    assert not page.times
    project.undo()
    after = load()
    assert (after.mentions, after.arguments, after.relations, after.times) == (
        before.mentions,
        before.arguments,
        before.relations,
        before.times,
    )


def test_spans_count_code_points_beyond_an_emoji(project: Project, load: Load, schema: Schema) -> None:
    at = TEXT.index("friends")
    mention_id = made(tagging.tag(project, load(), [Span(at, at + 7)], schema.by_name["NORP"]))
    page = load()
    assert page.mentions[mention_id].text_of(page.text) == "friends"


def test_a_thousand_occurrences_are_tagged_in_one_step_and_taken_back(project: Project, schema: Schema) -> None:
    article = Article(new_id(), "They met on Monday in Astana.\n" * 1_200, "Long", published="2018-04-19")
    with project.step("Article") as step:
        step.put(article)
    annotator, _ = ensure_annotator(project, "ada")
    page = project.annotations.page(article.id, annotator.id)
    at = Span(12, 18)
    _, count = tagging.tag_everywhere(project, page, [at], schema.by_name["DATE"], folded=True)
    assert count == 1_200
    page = project.annotations.page(article.id, annotator.id)
    assert len(page.mentions) == len(page.times) == 1_200
    assert {m.text_of(page.text) for m in page.mentions.values()} == {"Monday"}
    assert project.annotations.progress_id(article.id, annotator.id)
    project.undo()
    assert not project.annotations.page(article.id, annotator.id).mentions
