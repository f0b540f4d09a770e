"""Suggestions are accepted in one step, rejected for good, and learned from what was tagged."""

from collections.abc import Callable

import pytest

from dateline.assist.lexicon import Lexicon
from dateline.assist.suggestions import Rejections, SpanProposal, propose_spans
from dateline.editing import suggesting, tagging
from dateline.editing.articles import mark_region
from dateline.editing.common import EditError
from dateline.editing.times import resolved
from dateline.model.annotation import Layer, Mention
from dateline.model.article import Article, RegionKind
from dateline.model.changes import Kind
from dateline.model.ids import new_id
from dateline.model.page import Page
from dateline.model.registry import Entity
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.store.project import Project
from tests.editing.conftest import span

Load = Callable[[], Page]


def proposal(words: str, label: str = "GPE", layer: Layer = Layer.ENTITY, entity: str | None = None) -> SpanProposal:
    return SpanProposal(label, layer, span(words), 1, entity)


def test_several_are_accepted_in_one_step(project: Project, load: Load, schema: Schema) -> None:
    wanted = [proposal("Astana"), proposal("Thursday", "DATE", Layer.TIME), proposal("Ankara")]
    changes = suggesting.accept(project, load(), schema, wanted)
    page = load()
    assert [(m.label, m.text_of(page.text)) for m in page.in_order()] == [
        ("GPE", "Astana"), ("DATE", "Thursday"), ("GPE", "Ankara"),
    ]  # fmt: skip
    assert next(iter(page.times.values())).value == "2018-04-19"
    assert "3" in changes.label
    project.undo()
    assert not load().mentions


def test_an_accepted_name_is_linked_to_the_entity_it_stood_for(project: Project, load: Load, schema: Schema) -> None:
    entity = Entity(new_id(), "Astana", "GPE")
    with project.step("Entity") as step:
        step.put(entity)
    suggesting.accept(
        project, load(), schema, [proposal("Astana", entity=entity.id), proposal("Ankara", entity="gone")]
    )
    assert [m.entity_id for m in load().in_order()] == [entity.id, None]


def test_what_is_there_already_is_not_tagged_twice(project: Project, load: Load, schema: Schema) -> None:
    suggesting.accept(project, load(), schema, [proposal("Astana")])
    with pytest.raises(EditError, match="Nothing is left"):
        suggesting.accept(project, load(), schema, [proposal("Astana")])
    with pytest.raises(EditError, match="Nothing is left"):
        suggesting.accept(project, load(), Schema("empty"), [proposal("Ankara")])
    mark_region(project, load(), span("Ankara"), RegionKind.BOILERPLATE)
    with pytest.raises(EditError, match="boilerplate"):
        suggesting.accept(project, load(), schema, [proposal("Ankara")])


def test_a_rejection_is_remembered_by_place_and_by_words(project: Project, load: Load) -> None:
    page = load()
    suggesting.reject(project, page, [proposal("Çavuşoğlu", "PERSON")])
    suggesting.reject(project, page, [proposal("ÇAVUŞOĞLU", "PERSON")])
    kept = suggesting.rejections(project, page.article.id, page.annotator_id)
    assert set(kept.here) == {proposal("Çavuşoğlu", "PERSON").id, proposal("ÇAVUŞOĞLU", "PERSON").id}
    assert kept.words == {("PERSON", ("cavusoglu",)): 2}
    assert suggesting.rejections(project, page.article.id, "somebody else") == Rejections(frozenset(), {})


def test_a_rejection_that_is_taken_back_leaves_nothing(project: Project, load: Load) -> None:
    page = load()
    once, again = proposal("Çavuşoğlu", "PERSON"), proposal("ÇAVUŞOĞLU", "PERSON")
    suggesting.reject(project, page, [once])
    before = suggesting.rejections(project, page.article.id, page.annotator_id)
    suggesting.reject(project, page, [again])
    suggesting.reject(project, page, [again], back=True)
    assert suggesting.rejections(project, page.article.id, page.annotator_id) == before
    for _ in range(2):
        suggesting.reject(project, page, [once], back=True)
        kept = suggesting.rejections(project, page.article.id, page.annotator_id)
        assert kept == Rejections(frozenset(), {})


def test_rejections_that_cannot_be_read_are_none(project: Project, load: Load) -> None:
    page = load()
    project.local.set(f"rejected:{page.article.id}:{page.annotator_id}", {"a": 1})
    project.local.set(f"rejected-words:{page.annotator_id}", [1])
    assert suggesting.rejections(project, page.article.id, page.annotator_id) == Rejections(frozenset(), {})


def test_what_was_tagged_in_one_article_is_proposed_in_another(project: Project, load: Load, schema: Schema) -> None:
    tagging.tag(project, load(), [span("Tokayev")], schema.by_name["PERSON"])
    page = load()
    lexicon = Lexicon()
    suggesting.learn(project, lexicon, page.article.id, page.annotator_id)
    other = Article(new_id(), "TOKAYEV will come on May 3.", "Other", published="2018-04-19")
    found = propose_spans(other, schema, lexicon, suggesting.times_in(other), Rejections())
    assert [(p.label, p.span.of(other.text)) for _, part in found for p in part] == [
        ("PERSON", "TOKAYEV"), ("DATE", "May 3"),
    ]  # fmt: skip
    assert project.annotations.worked_on(page.annotator_id, 5) == [page.article.id]
    again = Lexicon()
    suggesting.learn_page(project, again, page)
    assert again.known(("tokayev",), {"PERSON": Layer.ENTITY}, capital=True)
    suggesting.learn(project, again, "no such article", page.annotator_id)
    assert project.history(Kind.MENTION, next(iter(page.mentions)))


@pytest.mark.parametrize(
    ("text", "published", "said"),
    [
        ("It met on Thursday.", "2018-04-19", ["2018-04-19"]),
        ("It met on May 3, 2018 and left.", "", ["2018-05-03"]),
        ("It met on Thursday.", "", [""]),
        ("It lasted for three days.", "2018-04-19", ["P3D"]),
        ("It met on 3 May 1999 and closed the next day.", "2018-04-19", ["1999-05-03", "1999-05-04"]),
        ("Toplantı 3 Mayıs 1999'da yapıldı. Ertesi gün bitti.", "2018-04-19", ["1999-05-03", "1999-05-04"]),
        (f"It met on 3 May 1999. {'It went on. ' * 30}It closed the next day.", "2018-04-19", ["1999-05-03", ""]),
    ],
)
def test_a_proposed_date_says_no_more_than_is_sure(text: str, published: str, said: list[str], schema: Schema) -> None:
    article = Article(new_id(), text, "A", published=published, language="tr" if "ı" in text else "en")
    found = propose_spans(article, schema, Lexicon(), suggesting.times_in(article), Rejections())
    assert [p.says for _, part in found for p in part] == said


def test_what_a_proposed_date_says_is_what_tagging_gives(project: Project, load: Load) -> None:
    text = "It met on 3 May 1999 and closed the next day."
    article = Article("closed", text, "A", published="2018-04-19", language="en")
    who = load().annotator_id
    then = Span(text.index("the next day"), text.index("."))
    after = Mention("after", article.id, who, Layer.TIME, "DATE", (then,))
    with project.step("Tag") as step:
        step.put(article)
        step.put(after)
    page = Page.of(article, who, project.annotations.of(article.id, who))
    said = {span: value for span, _, value in suggesting.times_in(article)(text)}
    assert said[then] == resolved(page, after).value == "1999-05-04"
