"""Where on the timeline an article's publication is."""

import pytest

from dateline.gui.timeline.source import publications_from
from dateline.model.article import State
from dateline.model.calendar import from_iso
from dateline.store.articles import ArticleSummary


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


def summary(published: str) -> ArticleSummary:
    return ArticleSummary("a", "A report", published, "", "", 0, 10, State.NEW)
