"""What is asked at each selection does not read the whole project."""

from pathlib import Path

from dateline.model.annotation import Annotator, Argument, Layer, Mention, TimeValue
from dateline.model.article import Article
from dateline.model.changes import Kind
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.model.timex import when_from_value
from dateline.store.project import Project


def test_first_appearances_counts_names_and_events_told_before(tmp_path: Path) -> None:
    day = when_from_value("2018-04-19")
    assert day
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        with project.step("All") as step:
            step.put(Annotator("w", "ada"))
            step.put(Entity("e", "Türkiye", "GPE", ("Turkey",)))
            step.put(Happening("h", "talks"))
            for i in range(3):
                step.put(Article(f"a{i}", "Turkey spoke today.", published=f"2018-04-2{i}", position=i))
                step.put(Mention(f"m{i}", f"a{i}", "w", Layer.ENTITY, "GPE", (Span(0, 6),), {}, "e"))
            step.put(Mention("v", "a1", "w", Layer.EVENT, "TALK", (Span(7, 12),), {}, None, "h"))
            step.put(Mention("t", "a1", "w", Layer.TIME, "DATE", (Span(13, 18),)))
            step.put(TimeValue("t", "2018-04-19", day))
            step.put(Argument("g", "v", "Time", "t"))
        registry, told = project.registry, project.occurrences.told_before
        assert [a.mention.id for a in registry.appearances(Kind.ENTITY, "e", "w", limit=2)] == ["m0", "m1"]
        assert registry.count_of(Kind.ENTITY, "e", "w") == 3
        assert registry.count_of(Kind.HAPPENING, "h", "nobody") == 0
        assert [e.id for e in registry.entities_called("TURKIYE")] == ["e"]
        with project.step("Rename") as step:
            step.put(Entity("e", "Anadolu", "GPE"))
        assert registry.entities_called("turkey") == []
        assert told("w", "TALK", day) == "h"
        assert told("w", "VISIT", day) is None
        assert told("bob", "TALK", day) is None
        other = when_from_value("2018-04")
        assert other
        assert told("w", "TALK", other) is None
