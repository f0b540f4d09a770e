"""What is asked at each selection does not read the whole project; what the registry lists says what is known."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from dateline.model.annotation import Annotator, Argument, Layer, Mention, TimeValue
from dateline.model.article import Article
from dateline.model.changes import Kind
from dateline.model.registry import Entity, Happening
from dateline.model.report import ThingSummary
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.model.timex import when_from_value
from dateline.model.when import When
from dateline.store.occurrences import Sought
from dateline.store.project import Project


def _day(value: str) -> When:
    when = when_from_value(value)
    assert when
    return when


DAY = _day("2018-04-19")


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Project]:
    """Three articles name Türkiye; the second tells of talks on a day, the third plans them for a month."""
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        with project.step("All") as step:
            step.put(Annotator("w", "ada"))
            step.put(Entity("e", "Türkiye", "GPE", ("Turkey",)))
            step.put(Happening("h", "talks", "TALK"))
            step.put(Happening("quiet", "silence"))
            for i in range(3):
                step.put(Article(f"a{i}", "Turkey spoke today.", published=f"2018-04-2{i}", position=i))
                step.put(Mention(f"m{i}", f"a{i}", "w", Layer.ENTITY, "GPE", (Span(0, 6),), {}, "e"))
            for i, value, says in ((1, "2018-04-19", {}), (2, "2018-05", {"modality": "planned"})):
                step.put(Mention(f"v{i}", f"a{i}", "w", Layer.EVENT, "TALK", (Span(7, 12),), says, None, "h"))
                step.put(Mention(f"t{i}", f"a{i}", "w", Layer.TIME, "DATE", (Span(13, 18),)))
                step.put(TimeValue(f"t{i}", value, _day(value)))
                step.put(Argument(f"g{i}", f"v{i}", "Time", f"t{i}"))
                step.put(Argument(f"p{i}", f"v{i}", "Agent", f"m{i}"))
        yield project


def test_first_appearances_and_counts(told: Project) -> None:
    registry = told.registry
    assert [a.mention.id for a in registry.appearances(Kind.ENTITY, "e", "w", limit=2)] == ["m0", "m1"]
    assert registry.count_of(Kind.ENTITY, "e", "w") == 3
    assert registry.count_of(Kind.HAPPENING, "h", "nobody") == 0
    assert registry.counts_of(Kind.ENTITY, ["e", "none"]) == {"e": 3}


def test_entities_near_a_name(told: Project) -> None:
    near = told.registry.entities_near
    assert [e.id for e in near("TURKIYE")] == ["e"]
    assert [e.id for e in near("Republic of Turkey")] == ["e"]
    assert [e.id for e in near("Turkiya")] == ["e"]  # spelt nearly so
    assert near("Ankara") == []
    with told.step("Rename") as step:
        step.put(Entity("e", "Anadolu", "GPE"))
    assert near("turkey") == []


def test_summaries_say_how_often_where_and_when(told: Project) -> None:
    (turkey,) = told.registry.summaries(Kind.ENTITY, "w")
    assert turkey == ThingSummary("e", "Türkiye", "GPE", ("Turkey",), "", 3, 3, "2018-04-20", "2018-04-22")
    assert told.registry.summaries(Kind.ENTITY, "nobody")[0].mentions == 0
    talks = {s.id: s for s in told.registry.summaries(Kind.HAPPENING, "w")}
    assert (talks["h"].mentions, talks["h"].articles, talks["h"].when) == (2, 2, DAY)
    assert (talks["quiet"].mentions, talks["quiet"].first, talks["quiet"].when) == (0, "", None)
    assert told.registry.summaries(Kind.HAPPENING, "w", only=["h", "gone"]) == [talks["h"]]
    with told.step("By hand") as step:
        step.put(Happening("h", "talks", "TALK", _day("2018-06-01")))
    assert told.registry.summaries(Kind.HAPPENING, "w", only=["h"])[0].when == _day("2018-06-01")


def test_reports_come_by_publication_with_their_sentence_and_fillers(told: Project) -> None:
    reports = told.occurrences.of_happening("h", "w")
    assert [(r.id, r.published, r.sentence) for r in reports] == [
        ("v1", "2018-04-21", "Turkey spoke today."),
        ("v2", "2018-04-22", "Turkey spoke today."),
    ]
    assert [r.stage.value for r in reports] == ["happened", "planned"]
    assert [f.shown for f in reports[0].occurrence.fillers] == ["Türkiye", "today"]
    assert told.occurrences.of_happening("h", "nobody") == []


def test_happenings_near_a_date_or_with_the_same_people(told: Project) -> None:
    near = told.occurrences.linked_near
    assert DAY.begin is not None
    assert DAY.end is not None
    assert [r.id for r in near(Sought("w", "VISIT", (DAY.begin, DAY.end), []))] == ["v1", "v2"]
    assert near(Sought("w", "VISIT", (DAY.begin - 9, DAY.begin - 1), ["e"])) == []
    assert [r.id for r in near(Sought("w", "TALK", None, ["e"]))] == ["v1", "v2"]
    assert near(Sought("nobody", "TALK", (DAY.begin, DAY.end), ["e"])) == []


def test_events_without_a_happening_near_a_date_or_with_the_same_people(told: Project) -> None:
    near = told.occurrences.unlinked_near
    assert DAY.begin is not None
    assert DAY.end is not None
    within = (DAY.begin, DAY.end)
    events = told.annotations.records(Kind.MENTION, ["v1", "v2"])
    labels = {e.id: e.label for e in events}
    assert near(Sought("w", labels["v1"], within, ["e"])) == []  # both are linked
    with told.step("Unlink") as step:
        for event in events:
            step.put(replace(event, happening_id=None))
    assert [r.id for r in near(Sought("w", labels["v1"], within, []))] == ["v1"]  # the other one has no date
    assert "v1" in {r.id for r in near(Sought("w", labels["v1"], None, ["e"]))}
    assert near(Sought("w", "OTHER", within, ["e"])) == []
    assert near(Sought("w", labels["v1"], (DAY.begin - 9, DAY.begin - 1), [])) == []
    assert near(Sought("nobody", labels["v1"], within, ["e"])) == []


def test_appearances_are_in_the_order_of_publication_in_whatever_zone_it_is_written(told: Project) -> None:
    with told.step("Dates") as step:
        for i, published in enumerate(("", "2018-05-03T21:00Z", "2018-05-04T01:00+05:00")):
            step.put(Article(f"a{i}", "Turkey spoke today.", published=published, position=i))
    registry = told.registry
    assert [a.mention.id for a in registry.appearances(Kind.ENTITY, "e", "w")] == ["m2", "m1", "m0"]
    assert [a.mention.id for a in registry.appearances(Kind.HAPPENING, "h", "w", limit=1)] == ["v2"]
    assert [r.id for r in told.occurrences.of_happening("h", "w")] == ["v2", "v1"]


def test_some_mentions_are_not_all(told: Project) -> None:
    registry = told.registry
    assert len(registry.some_mentions(Kind.ENTITY, "e", 2)) == 2
    assert set(registry.some_mentions(Kind.ENTITY, "e", 9)) == {"m0", "m1", "m2"}
    assert registry.some_mentions(Kind.HAPPENING, "quiet", 9) == []


@pytest.mark.parametrize("only", [None, ["e"]])
def test_the_first_and_last_appearance_are_moments_in_whatever_zone_they_are_written(
    told: Project, only: list[str] | None
) -> None:
    dates = ("2018-05-04T01:00+05:00", "2018-05-03T21:00Z", "2018-05-03T23:00-05:00")
    with told.step("Dates") as step:
        for i, published in enumerate(dates):
            step.put(Article(f"a{i}", "Turkey spoke today.", published=published, position=i))
    (turkey,) = told.registry.summaries(Kind.ENTITY, "w", only)
    assert (turkey.first, turkey.last) == (dates[0], dates[2])
    with told.step("Dates") as step:
        step.put(Article("a0", "Turkey spoke today.", published="-0044-03-15"))
        step.put(Article("a2", "Turkey spoke today.", published=""))
    (turkey,) = told.registry.summaries(Kind.ENTITY, "w", only)
    assert (turkey.first, turkey.last) == ("-0044-03-15", dates[1])
