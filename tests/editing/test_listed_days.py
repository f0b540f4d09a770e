"""An event on several days of one list, "on 14 and 16 May", stands on them all: it is not moved from one to another."""

from pathlib import Path

import pytest

from dateline.editing.articles import ensure_annotator
from dateline.model.label import label
from dateline.model.lifecycle import Turn, life_cycle
from dateline.model.occurrence import Occurrence
from dateline.model.registry import Happening
from dateline.model.schema import Schema
from dateline.review.event_checks import check_event
from dateline.review.problems import ProblemKind
from dateline.store.project import Project
from tests.editing.test_moved_from import HELD, proposed_for, tell

DAYS = {"14": "2018-05-14", "16 May": "2018-05-16"}


def _told(project: Project, who: str, name: str) -> Occurrence:
    return next(o for o in project.occurrences.of(who) if o.event.article_id == name)


@pytest.mark.parametrize(
    ("text", "trigger", "days", "language", "listed"),
    [
        ("Koval will visit Oslo on 14 and 16 May.", "visit", DAYS, "en", True),
        ("Koval's visit, planned for 14 and 16 May, worries Oslo.", "visit", DAYS, "en", True),
        ("Koval visited Oslo on 14 and 16 May.", "visited", DAYS, "en", True),
        ("Коваль посетит Осло 14 и 16 мая.", "посетит", {"14": "2018-05-14", "16 мая": "2018-05-16"}, "ru", True),
        ("Ziyaret 14 ve 16 Mayıs'ta yapılacak.", "Ziyaret", {"14": "2018-05-14", "16 Mayıs": "2018-05-16"}, "tr", True),
        ("Сапар 14 және 16 мамырда өтеді.", "Сапар", {"14": "2018-05-14", "16 мамыр": "2018-05-16"}, "kk", True),
        ("Koval will visit Oslo on 14 or 16 May.", "visit", DAYS, "en", False),
    ],
)
def test_days_of_one_list_are_all_its_own(
    tmp_path: Path, text: str, trigger: str, days: dict[str, str], language: str, *, listed: bool
) -> None:
    schema = Schema("none")
    with Project.create(tmp_path / "m.dateline", schema) as project:
        who = ensure_annotator(project, "ada")[0].id
        tell(project, who, "plan", text, days, trigger, modality="planned", language=language)
        told = _told(project, who, "plan")
        kinds = {p.kind for r in project.occurrences.reports(["plan-e"]) for p in check_event(r, schema)}
        assert (told.listed, told.moved) == (listed, None)
        assert (ProblemKind.TIMES in kinds) is not listed
        assert told.when
        assert label(told.when) == ("14–16 May 2018" if listed else "14 May 2018")


@pytest.mark.parametrize("linked", [True, False])
def test_what_takes_place_on_the_last_of_the_days_is_that_plan_and_not_put_off(tmp_path: Path, *, linked: bool) -> None:
    plan, held = "Koval will visit Oslo on 14 and 16 May.", HELD.replace("14", "16")
    also = {"happening": "h"} if linked else {}
    with Project.create(tmp_path / "m.dateline", Schema("none")) as project:
        who = ensure_annotator(project, "ada")[0].id
        with project.step("World") as step:
            step.put(Happening("h", "Visit", "CONSULT"))
        tell(project, who, "plan", plan, DAYS, "visit", modality="planned", **also)
        tell(project, who, "then", held, {"16 May": "2018-05-16"}, "visit")
        assert proposed_for(project, who, "then") == ("h" if linked else "plan-e")
        told = [_told(project, who, name).told(f"2018-05-{day}") for name, day in (("plan", "07"), ("then", "17"))]
        assert [line.turn for line in life_cycle(told)] == [Turn.ANNOUNCED, Turn.TOOK_PLACE]
