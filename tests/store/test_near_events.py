"""Which events may be of one happening: those with most in common, read without reading through the whole project."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from dateline.model.annotation import Annotator, Argument, Layer, Mention, TimeValue
from dateline.model.article import Article
from dateline.model.calendar import DAY
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.model.timex import when_from_value
from dateline.store import occurrences
from dateline.store.occurrences import Sought
from dateline.store.project import Project

AT = when_from_value("2018-04-19")
assert AT
assert AT.begin is not None
assert AT.end is not None
DATED = (AT.begin, AT.end)
Told = tuple[str, str, str, str | None]  # event, day, actor, happening


@pytest.fixture
def project(tmp_path: Path) -> Iterable[Project]:
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        with project.step("All") as step:
            step.put(Annotator("w", "ada"))
            step.put(Entity("e", "Türkiye", "GPE"))
            step.put(Entity("f", "Norway", "GPE"))
        yield project


def _tell(project: Project, events: Iterable[Told]) -> None:
    with project.step("Tell") as step:
        for name, day, actor, happening in events:
            if happening:
                step.put(Happening(happening, happening, "TALK"))
            step.put(Article(f"a{name}", "Turkey spoke today.", published="2018-04-20"))
            step.put(Mention(f"m{name}", f"a{name}", "w", Layer.ENTITY, "GPE", (Span(0, 6),), {}, actor or None))
            step.put(Mention(name, f"a{name}", "w", Layer.EVENT, "TALK", (Span(7, 12),), {}, None, happening))
            step.put(Mention(f"t{name}", f"a{name}", "w", Layer.TIME, "DATE", (Span(13, 18),)))
            step.put(TimeValue(f"t{name}", day, when_from_value(day)))
            step.put(Argument(f"g{name}", name, "Agent", f"m{name}"))
            step.put(Argument(f"h{name}", name, "Time", f"t{name}"))


def _work(project: Project, ask: Callable[[], Any]) -> int:
    """Return how many hundreds of steps SQLite's machine takes."""
    count = 0

    def one() -> None:
        nonlocal count
        count += 1

    project._conn.set_progress_handler(one, 100)
    ask()
    project._conn.set_progress_handler(None, 0)
    return count


def _ids(project: Project, entity_ids: Iterable[str], limit: int = 40) -> set[str]:
    found = project.occurrences.unlinked_near(Sought("w", "TALK", DATED, list(entity_ids), 3 * DAY), limit)
    return {r.id for r in found}


@pytest.mark.parametrize("linked", [False, True])
def test_what_is_read_does_not_grow_with_the_dates_of_a_month(
    project: Project, linked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(occurrences, "_NEAREST", 20)
    near = project.occurrences.linked_near if linked else project.occurrences.unlinked_near

    def ask() -> None:
        assert near(Sought("w", "TALK", DATED, tolerance=3 * DAY), 5)

    def more(begin: int, end: int) -> list[Told]:
        return [(f"v{n:04}", f"2018-04-{16 + n % 7}", "", f"h{n:04}" if linked else None) for n in range(begin, end)]

    _tell(project, more(0, 100))
    before = _work(project, ask)
    _tell(project, more(100, 600))
    assert _work(project, ask) <= 1.3 * before


def test_the_day_itself_comes_before_the_days_beside_it(project: Project) -> None:
    days = ("2018-04-18", "2018-04-20", "2018-04-19", "2018-04-17")
    _tell(project, [(f"v{day}", day, "", None) for day in days])
    assert _ids(project, [], limit=1) == {"v2018-04-19"}
    assert _ids(project, [], limit=3) == {"v2018-04-18", "v2018-04-19", "v2018-04-20"}
    assert _ids(project, []) == {f"v{day}" for day in days}


def test_a_month_that_holds_the_day_is_near_it(project: Project) -> None:
    _tell(project, [("month", "2018-04", "", None), ("earlier", "2018-03", "", None), ("later", "2018-05", "", None)])
    assert _ids(project, []) == {"month"}


def test_the_day_and_the_entity_come_before_either(project: Project) -> None:
    _tell(project, [(f"v{n}", "2018-04-19", "f", None) for n in range(9)])
    _tell(project, [(f"w{n}", "2017-01-01", "e", None) for n in range(60)])  # more than are looked at
    _tell(project, [("zz", "2018-04-20", "e", None)])
    assert _ids(project, ["e"], limit=1) == {"zz"}
    assert {i[0] for i in _ids(project, ["e"], limit=20)} == {"z", "v", "w"}


def test_an_entitys_event_beyond_the_nearest_dates_is_dated_all_the_same(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(occurrences, "_NEAREST", 2)
    _tell(project, [(f"v{n}", "2018-04-19", "", None) for n in range(9)])
    _tell(project, [("older", "2017-01-01", "e", None), ("zz", "2018-04-21", "e", None)])
    assert _ids(project, ["e"], limit=1) == {"zz"}


def test_a_happening_told_often_counts_once_for_each_thing_in_common(project: Project) -> None:
    _tell(project, [(f"v{n}", "2018-04-19", "", "often") for n in range(5)])
    _tell(project, [("x", "2018-04-21", "e", "both")])
    near = project.occurrences.linked_near(Sought("w", "TALK", DATED, ["e"], 3 * DAY), 1)
    assert [r.id for r in near] == ["x"]
    near = project.occurrences.linked_near(Sought("w", "VISIT", DATED, ["e"], 3 * DAY), 1)
    assert {r.id[0] for r in near} == {"v"}, "the people of another kind of event say nothing"
