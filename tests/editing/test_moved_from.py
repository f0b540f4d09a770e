"""`=` for a plan that is moved: the one on the day that is given up, though that is no time of the event."""

from pathlib import Path

import pytest

from dateline.editing.articles import ensure_annotator
from dateline.editing.proposing import likeliest, thing_proposals
from dateline.model.annotation import Argument, Layer, Mention, TimeValue
from dateline.model.article import Article
from dateline.model.registry import Happening
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.model.when import when_from_value
from dateline.store.project import Project

PLAN = "Koval will visit Oslo on 14 May."
MOVED = "The visit of Koval to Oslo, planned for 14 May, was postponed to 21 May, officials said on Monday."
NOUN = "The visit, planned for 14 May, was postponed to 21 May."
HELD = "Koval made a visit to Oslo on 14 May."
FAR = "Koval will visit Oslo on 18 May."


def tell(project: Project, who: str, name: str, text: str, days: dict[str, str], trigger: str, **says: str) -> None:
    """Put an article with an event, who takes part where he is named, and the days that are tagged.

    A day before whose words stands "!" is tagged, and is no time of the event.
    """
    with project.step("Article") as step:
        step.put(Article(name, text, name, published="2018-05-07", language=says.pop("language", "en")))
        linked = says.pop("happening", None)

        def put(id_: str, layer: Layer, label: str, words: str) -> None:
            begin = text.index(words)
            attributes = says if layer is Layer.EVENT else {}
            happening = linked if layer is Layer.EVENT else None
            span = (Span(begin, begin + len(words)),)
            step.put(Mention(f"{name}-{id_}", name, who, layer, label, span, attributes, None, happening))

        put("e", Layer.EVENT, "CONSULT", trigger)
        for role, label, words in (("Agent", "PERSON", "Koval"), ("Place", "GPE", "Oslo")):
            if words in text:
                put(role, Layer.ENTITY, label, words)
                step.put(Argument(f"{name}-x{role}", f"{name}-e", role, f"{name}-{role}"))
        for n, (words, day) in enumerate(days.items()):
            put(f"t{n}", Layer.TIME, "DATE", words.removeprefix("!"))
            step.put(TimeValue(f"{name}-t{n}", day, when_from_value(day)))
            if not words.startswith("!"):
                step.put(Argument(f"{name}-y{n}", f"{name}-e", "Time", f"{name}-t{n}"))


def proposed_for(project: Project, who: str, name: str) -> str:
    page = project.annotations.page(name, who)
    best = likeliest(thing_proposals(project, page, page.mentions[f"{name}-e"]))
    return (best.event_id or best.thing.id) if best else ""


@pytest.mark.parametrize(
    ("text", "trigger", "days", "language"),
    [
        (MOVED, "visit", {"21 May": "2018-05-21"}, "en"),
        (MOVED, "visit", {"21 May": "2018-05-21", "!14 May": "2018-05-14"}, "en"),
        (MOVED, "visit", {"21 May": "2018-05-21", "14 May": "2018-05-14"}, "en"),
        (NOUN, "visit", {"21 May": "2018-05-21"}, "en"),
        ("14 Mayıs'ta yapılması planlanan ziyaret 21 Mayıs'a ertelendi.", "ziyaret", {"21 Mayıs": "2018-05-21"}, "tr"),
        ("Запланированный на 14 мая визит перенесён на 21 мая.", "визит", {"21 мая": "2018-05-21"}, "ru"),
        ("14 мамырға жоспарланған сапар 21 мамырға шегерілді.", "сапар", {"21 мамыр": "2018-05-21"}, "kk"),
    ],
)
@pytest.mark.parametrize("linked", ["h", None])
def test_the_plan_on_the_day_given_up(
    tmp_path: Path, text: str, trigger: str, days: dict[str, str], language: str, linked: str | None
) -> None:
    with Project.create(tmp_path / "m.dateline", Schema("none")) as project:
        who = ensure_annotator(project, "ada")[0].id
        with project.step("World") as step:
            step.put(Happening("h", "Visit", "CONSULT"))
        also = {"happening": linked} if linked else {}
        tell(project, who, "plan", PLAN, {"14 May": "2018-05-14"}, "visit", modality="planned", **also)
        tell(project, who, "moved", text, days, trigger, modality="planned", language=language)
        assert proposed_for(project, who, "moved") == (linked or "plan-e")


def test_of_plans_on_several_days_it_is_that_of_the_day_given_up(tmp_path: Path) -> None:
    with Project.create(tmp_path / "m.dateline", Schema("none")) as project:
        who = ensure_annotator(project, "ada")[0].id
        with project.step("World") as step:
            for name in ("h", "k"):
                step.put(Happening(name, "Visit", "CONSULT"))
        tell(project, who, "far", FAR, {"18 May": "2018-05-18"}, "visit", modality="planned", happening="k")
        tell(project, who, "plan", PLAN, {"14 May": "2018-05-14"}, "visit", modality="planned", happening="h")
        tell(project, who, "moved", MOVED, {"21 May": "2018-05-21"}, "visit", modality="planned")
        assert proposed_for(project, who, "moved") == "h"


def test_what_was_held_on_that_day_was_not_given_up(tmp_path: Path) -> None:
    with Project.create(tmp_path / "m.dateline", Schema("none")) as project:
        who = ensure_annotator(project, "ada")[0].id
        tell(project, who, "held", HELD, {"14 May": "2018-05-14"}, "visit", modality="asserted")
        tell(project, who, "moved", NOUN, {"21 May": "2018-05-21"}, "visit", modality="planned")
        assert proposed_for(project, who, "moved") == ""


def test_the_plan_that_is_read_behind_the_report_of_its_move(tmp_path: Path) -> None:
    with Project.create(tmp_path / "m.dateline", Schema("none")) as project:
        who = ensure_annotator(project, "ada")[0].id
        both = {"14 May": "2018-05-14", "21 May": "2018-05-21"}
        tell(project, who, "moved", MOVED, both, "visit", modality="planned")
        tell(project, who, "plan", PLAN, {"14 May": "2018-05-14"}, "visit", modality="planned")
        assert proposed_for(project, who, "plan") == "moved-e"
