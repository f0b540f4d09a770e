"""Where on the timeline an article's publication is."""

import pytest

from dateline.gui.timeline.marks import Grouping, lanes_of
from dateline.gui.timeline.source import marks_from, publications_from
from dateline.model.article import State
from dateline.model.calendar import from_iso
from dateline.model.registry import Happening
from dateline.store.articles import ArticleSummary
from tests.review.reports import report, time


@pytest.mark.parametrize(
    ("published", "at"),
    [
        ("2018-04-19", "2018-04-19T12:00"),  # as an event of that day, so that neither seems to come first
        ("2018-04-19T00:00", "2018-04-19T00:00"),
        ("2018-04-19 23:30", "2018-04-19T23:30"),
        ("-0043-03-15", "-0043-03-15T12:00"),
    ],
)
def test_a_day_alone_is_its_noon(published: str, at: str) -> None:
    (publication,) = publications_from([summary(published)])
    assert publication.at_seconds == from_iso(at)


def test_without_a_date_there_is_none() -> None:
    assert publications_from([summary(""), summary("in spring")]) == []


def test_a_happening_stands_in_the_lane_of_each_source_and_article_that_tells_of_it() -> None:
    days = {"a-x": ("Talks begin", "Reuters"), "a-y": ("They met", "AA"), "a-z": ("Again", "Reuters")}
    known = {
        a: ArticleSummary(a, t, f"2018-04-2{n}", s, "", 0, 9, State.NEW) for n, (a, (t, s)) in enumerate(days.items())
    }
    told = [report(n, time("2018-04-19"), happening="h").occurrence for n in ("y", "x", "z", "x")]
    alone = report("x", time("2018-04-18")).occurrence
    marks = marks_from([*told, alone], {"h": Happening("h", "met")}, known)
    assert {by: lanes_of(marks, by) for by in (Grouping.SOURCE, Grouping.ARTICLE)} == {
        Grouping.SOURCE: {"Reuters": [0, 1], "AA": [0]},
        Grouping.ARTICLE: {"Talks begin": [0, 1], "They met": [0], "Again": [0]},
    }
    assert lanes_of(marks_from([alone], {}, {}), Grouping.SOURCE) == {"": [0]}


def summary(published: str) -> ArticleSummary:
    return ArticleSummary("a", "A report", published, "", "", 0, 10, State.NEW)
