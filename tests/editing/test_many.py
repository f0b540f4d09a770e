"""Tagging and removing in many places at once."""

import pytest

from dateline.editing.articles import ensure_annotator, mark_region
from dateline.editing.common import EditError
from dateline.editing.many import Template, remove_mentions, tag_places
from dateline.editing.registry import link_entity, new_entity
from dateline.editing.tagging import set_attribute, tag
from dateline.model.annotation import Layer
from dateline.model.article import Article, RegionKind, State
from dateline.model.ids import new_id
from dateline.model.progress import Cancelled
from dateline.model.text import Span
from dateline.store.errors import ProjectError
from tests.editing.conftest import TEXT, span


@pytest.fixture
def other(project):
    with project.step("Article") as step:
        article = Article(new_id(), "Cavusoglu met nobody on Friday.", "Later", published="2018-04-20", position=1)
        step.put(article)
    return article.id


@pytest.fixture
def ada(project):
    return ensure_annotator(project, "ada")[0].id


def places(project, other):
    return {
        project.articles.first(): [span("Çavuşoğlu"), span("Cavusoglu"), span("ÇAVUŞOĞLU")],
        other: [span("Cavusoglu", text="Cavusoglu met nobody on Friday.")],
    }


def labels(project, article, annotator):
    page = project.annotations.page(article, annotator)
    return [(m.label, m.text_of(page.text), m.attributes, m.entity_id) for m in page.in_order()]


@pytest.mark.parametrize(("wrong", "why"), [(Span(5000, 5007), "not in the text"), (span(" "), "no words")])
def test_a_place_that_is_none_lets_nothing_be_tagged(project, schema, other, ada, wrong, why):
    there = places(project, other)
    steps = len(project.steps())
    with pytest.raises(EditError, match=why):
        tag_places(project, ada, {**there, other: [*there[other], wrong]}, Template(schema.by_name["PERSON"]), "x")
    assert len(project.steps()) == steps
    assert [labels(project, article, ada) for article in there] == [[], []]


def test_what_was_removed_is_so_though_it_cannot_be_kept_from_being_suggested(project, schema, other, ada, monkeypatch):
    person = Template(schema.by_name["PERSON"])
    tag_places(project, ada, {other: [span("Cavusoglu", text="Cavusoglu met nobody on Friday.")]}, person, "x")
    ids = list(project.annotations.page(other, ada).mentions)

    def gone(*_: object) -> None:
        raise ProjectError("cannot be read", project.path, "")

    monkeypatch.setattr(project.local, "get", gone)
    outcome = remove_mentions(project, ada, ids, "x")
    assert (outcome.made, len(outcome.gone)) == (1, 1)
    assert labels(project, other, ada) == []


def test_all_places_get_label_attributes_and_entity_in_one_step(project, load, schema, other, ada):
    person = schema.by_name["PERSON"]
    tag(project, load(), [span("Çavuşoğlu")], person)
    (made,) = load().mentions.values()
    name = next(a.name for a in person.attributes) if person.attributes else "sure"
    set_attribute(project, load(), made.id, name, "yes")
    entity = new_entity(load(), made.id)
    link_entity(project, load(), [made.id], entity)
    (like,) = load().mentions.values()
    outcome = tag_places(project, ada, places(project, other), Template.like(like, person), "“cavusoglu”")
    assert (outcome.made, outcome.left) == (3, 1)
    assert outcome.changes.label == "Tag “cavusoglu” as Person"
    wanted = [("PERSON", w, {name: "yes"}, entity.id) for w in ("Çavuşoğlu", "Cavusoglu", "ÇAVUŞOĞLU")]
    assert labels(project, project.articles.first(), ada) == wanted
    assert labels(project, other, ada) == [("PERSON", "Cavusoglu", {name: "yes"}, entity.id)]
    assert project.annotations.progress_id(other, ada)[1] is State.STARTED
    project.undo()
    assert labels(project, other, ada) == []
    assert len(load().mentions) == 1


def test_what_is_tagged_or_boilerplate_is_left(project, load, schema, ada):
    mark_region(project, load(), span("Share this story"), RegionKind.BOILERPLATE)
    tag(project, load(), [span("Cavusoglu’s visit")], schema.by_name["PERSON"])
    there = {load().article.id: [span("Cavusoglu"), span("story"), span("Tokayev"), span("Tokayev")]}
    outcome = tag_places(project, ada, there, Template(schema.by_name["PERSON"]), "names")
    assert (outcome.made, outcome.left) == (1, 3)
    again = tag_places(project, ada, there, Template(schema.by_name["PERSON"]), "names")
    assert (again.made, bool(again.changes)) == (0, False)
    assert project.next_undo().label == "Tag names as Person"


def test_a_time_is_resolved_against_each_article(project, load, schema, other, ada):
    there = {
        load().article.id: [span("on Thursday")],
        other: [span("on Friday", text="Cavusoglu met nobody on Friday.")],
    }
    tag_places(project, ada, there, Template(schema.by_name["DATE"]), "days")
    values = [next(iter(project.annotations.page(a, ada).times.values())).value for a in there]
    assert values == ["2018-04-19", "2018-04-20"]


def test_nothing_to_tag_and_labels_that_cannot_be_are_refused(project, load, schema, ada):
    assert not tag_places(project, ada, {}, Template(schema.by_name["PERSON"]), "x").changes
    gone = {"gone": [span("Tokayev")]}
    assert tag_places(project, ada, gone, Template(schema.by_name["PERSON"]), "x").left == 1
    if relations := schema.layer(Layer.RELATION):
        with pytest.raises(EditError, match="links two"):
            tag_places(project, ada, gone, Template(relations[0]), "x")


def test_many_are_removed_with_all_that_refers_to_them(project, load, schema, other, ada):
    tag_places(project, ada, places(project, other), Template(schema.by_name["PERSON"]), "x")
    mine = [m.id for a in (load().article.id, other) for m in project.annotations.page(a, ada).mentions.values()]
    bob = ensure_annotator(project, "bob")[0].id
    assert remove_mentions(project, bob, mine, "x").made == 0
    outcome = remove_mentions(project, ada, [*mine, "gone"], "4 annotations")
    assert outcome.made == 4
    assert load().mentions == {}
    project.undo()
    assert len(load().mentions) == 3


def test_cancelled_leaves_nothing(project, load, schema, other, ada):
    class Stop:
        def step(self, done, total, what):
            if done:
                raise Cancelled

    with pytest.raises(Cancelled):
        tag_places(project, ada, places(project, other), Template(schema.by_name["PERSON"]), "x", Stop())
    assert load().mentions == {}
    assert load().text == TEXT
