"""Dates that follow from an article's publication date, read anew."""

from collections.abc import Callable

from dateline.editing.redating import redate, redating
from dateline.model.annotation import Layer, Mention
from dateline.model.page import Page
from dateline.model.text import Span
from dateline.store.project import Project


def test_the_step_that_reads_what_has_no_value_says_where(project: Project, load: Callable[[], Page]) -> None:
    page = load()
    begin = page.text.index("Thursday")
    later = page.text.index("next week")
    with project.step("Untold") as step:
        for mention_id, at, end in (("w", later, later + 9), ("t", begin, begin + 8)):
            step.put(Mention(mention_id, page.article.id, page.annotator_id, Layer.TIME, "DATE", (Span(at, end),)))
    changes = redate(project, redating(project, page.article.id, page.article.published))
    assert changes.place
    assert (changes.place.article_id, changes.place.span) == (page.article.id, Span(begin, begin + 8))
    last = project.next_undo()
    assert last
    assert last.place == changes.place
