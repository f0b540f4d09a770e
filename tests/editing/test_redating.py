"""Dates that follow from an article's publication date, read anew."""

from collections.abc import Callable, Sequence

import pytest

from dateline.editing.redating import redate, redating, redating_to_data
from dateline.editing.times import resolved
from dateline.model.annotation import Layer, Mention
from dateline.model.article import Article
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


def test_a_value_that_stays_while_its_days_change_is_told_with_them(project: Project, load: Callable[[], Page]) -> None:
    with project.step("Article") as step:
        step.put(Article("later", "They meet later this month.", "Later", published="2026-03-10"))
        step.put(Mention("m", "later", load().annotator_id, Layer.TIME, "DATE", (Span(10, 26),)))
    redate(project, redating(project, "later", "2026-03-10"))
    wished = redating(project, "later", "2026-03-12")
    assert [d.shown for d in wished.dates] == [("2026-03 (10–31 Mar 2026)", "2026-03 (12–31 Mar 2026)")]
    (date,) = redating_to_data(wished, written=False)["dates"]
    assert (date["before_when"]["begin"], date["after_when"]["begin"]) == ("2026-03-10", "2026-03-12")
    assert [d.shown for d in redating(project, "later", "2026-04-12").dates] == [("2026-03", "2026-04")]


@pytest.mark.parametrize("tagged", [("14 March", "Thursday"), ("14 March",), ("Thursday",), ()])
def test_what_a_day_counts_from_does_not_hang_on_what_is_tagged(
    project: Project, load: Callable[[], Page], tagged: Sequence[str]
) -> None:
    told = "She will visit Ankara on 14 March, the ministry said on Thursday. She will leave the next day."
    article = Article("told", told, published="2023-03-09")
    with project.step("Add") as step:
        step.put(article)
    who = load().annotator_id
    with project.step("Tag") as step:
        for words in (*tagged, "the next day"):
            span = Span(told.index(words), told.index(words) + len(words))
            mention = Mention(words, article.id, who, Layer.TIME, "DATE", (span,))
            step.put(mention)
            step.put(resolved(Page.of(article, who, project.annotations.of(article.id, who)), mention))
    for published in ("2023-03-09", "2023-03-10", "2023-03-08"):
        assert "the next day" not in [d.text for d in redating(project, article.id, published).dates]
    of = project.annotations.of(article.id, who)
    assert {t.id: t.value for t in of.times}["the next day"] == "2023-03-15"
