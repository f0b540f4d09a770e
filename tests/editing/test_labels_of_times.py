"""A value that becomes of another TIMEX3 type takes its label with it, in the same step."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from dateline.editing.articles import ensure_annotator, set_properties
from dateline.editing.importing import import_sources
from dateline.editing.tagging import tag
from dateline.editing.times import set_date
from dateline.exchange.options import ReadOptions
from dateline.model.changes import Kind
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.store.project import Project

TEXT = "On Monday they met. The next day they signed. Two days later they left."


def _tagged(project: Project, tmp_path: Path, schema: Schema, labels: dict[str, str], day: str) -> Callable[[], Page]:
    source = tmp_path / "more.txt"
    source.write_text(TEXT, encoding="utf-8")
    import_sources(project, [source], ReadOptions(defaults={"published": day}), "text")
    article, annotator = project.articles.ids()[-1], ensure_annotator(project, "ann")[0].id
    for words, label in labels.items():
        begin = TEXT.index(words)
        page = project.annotations.page(article, annotator)
        tag(project, page, [Span(begin, begin + len(words))], schema.by_name[label])
    return lambda: project.annotations.page(article, annotator)


def _labels(page: Page) -> dict[str, str]:
    return {m.text_of(page.text): m.label for m in page.in_order()}


@pytest.mark.parametrize(
    ("labels", "words", "typed", "after"),
    [
        # what is tagged as what, where a date is set by hand, and the labels after it
        (["DATE", "DURATION"], "Monday", "2018-03-05", ["DATE", "DATE"]),
        (["DATE", "DATE"], "Monday", "2018-03-05", ["DATE", "DATE"]),
        (["DATE", "SET"], "Monday", "2018-03-05", ["DATE", "DATE"]),
        (["DATE", "DURATION"], "Monday", "2018-03-05T10:00", ["TIME", "DATE"]),
        (["DATE", "DURATION"], "Monday", "P3D", ["DURATION", "DURATION"]),
        (["DATE", "DURATION"], "Monday", "PRESENT_REF", ["DATE", "DURATION"]),
        (["DATE", "DURATION"], "Two days later", "2018-03-08", ["DATE", "DATE"]),
        (["DATE", "SET"], "Two days later", "P2D", ["DATE", "SET"]),
        (["TIME", "DURATION"], "Monday", "2018-03-05", ["TIME", "DATE"]),  # no date's label before either
    ],
)
def test_the_label_follows_the_type_of_the_value(
    project: Project,
    tmp_path: Path,
    schema: Schema,
    labels: list[str],
    words: str,
    typed: str,
    after: list[str],
) -> None:
    tagged = dict(zip(("Monday", "Two days later"), labels, strict=True))
    load = _tagged(project, tmp_path, schema, tagged, "2018-03-13")
    before = load()
    assert _labels(before) == tagged
    mention = next(m for m in before.in_order() if m.text_of(before.text) == words)
    set_date(project, before, mention.id, typed)
    assert list(_labels(load()).values()) == after
    project.undo()
    assert (load().mentions, load().times) == (before.mentions, before.times)


def test_a_label_that_the_schema_lacks_is_not_given(project: Project, tmp_path: Path, schema: Schema) -> None:
    load = _tagged(project, tmp_path, schema, {"Monday": "DATE"}, "2018-03-13")
    with project.step("No durations") as step:
        (lasting,) = (t for t in project.schema().types if t.name == "DURATION")
        step.delete(Kind.LABEL_TYPE, lasting.id)
    set_date(project, load(), next(iter(load().mentions)), "P3D")
    assert list(_labels(load()).values()) == ["DATE"]


def test_the_label_follows_where_another_publication_date_changes_the_type(
    project: Project, tmp_path: Path, schema: Schema
) -> None:
    load = _tagged(project, tmp_path, schema, {"Monday": "DATE", "Two days later": "DURATION"}, "2018-03-13")
    page = load()
    last = page.in_order()[-1].id
    assert page.times[last].value == "P2D"
    set_properties(project, page, replace(page.article, published="2018-03-16"))
    assert (load().times[last].value, load().mentions[last].label) == ("2018-03-15", "DATE")
