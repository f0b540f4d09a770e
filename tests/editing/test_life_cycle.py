"""A visit that is announced, confirmed, put off and then takes place is one happening, proposed and dated as such."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from dateline.editing.articles import ensure_annotator
from dateline.editing.proposing import thing_proposals
from dateline.editing.registry import link_happening, new_happening
from dateline.editing.tagging import tag
from dateline.editing.watching import Watch, known_parts
from dateline.gui.timeline.source import marks_from
from dateline.model.annotation import Argument, Layer, Mention
from dateline.model.article import Article
from dateline.model.changes import Kind
from dateline.model.label import label
from dateline.model.lifecycle import Turn
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.review.comparison import Field, compare
from dateline.review.problems import ProblemKind
from dateline.store.project import Project

STORY = (  # published, text, the event's time, planned, and what the registry says then
    ("2018-04-03", "Fidan said on Monday that his visit to Astana will be on May 14.", "May 14", True, "14 May 2018"),
    ("2018-04-20", "Fidan confirmed his visit to Astana on May 14.", "May 14", True, "14 May 2018"),
    ("2018-05-10", "Fidan put off his visit to Astana until May 28.", "May 28", True, "28 May 2018"),
    ("2018-05-29", "Fidan ended his visit to Astana on Monday.", "Monday", False, "28 May 2018"),
)  # fmt: skip


def _told(project: Project, number: int, schema: Schema) -> str:
    """Bring in an article of the story with its visit annotated; return the event's id."""
    published, text, words, planned, _ = STORY[number]
    who, article = ensure_annotator(project, "ada")[0].id, f"a{number}"

    def at(said: str) -> Span:
        return Span(text.index(said), text.index(said) + len(said))

    with project.step("Article") as step:
        step.put(Article(article, text, f"Article {number}", published=published, position=number))
        says = {"modality": "planned"} if planned else {}
        event, person, place = f"{article}-e", f"{article}-p", f"{article}-g"
        step.put(Mention(event, article, who, Layer.EVENT, "CONSULT", (at("visit"),), says))
        step.put(Mention(person, article, who, Layer.ENTITY, "PERSON", (at("Fidan"),), {}, "fidan"))
        step.put(Mention(place, article, who, Layer.ENTITY, "GPE", (at("Astana"),), {}, "astana"))
        for role, filler in (("Participant", person), ("Place", place)):
            step.put(Argument(f"{event}-{role}", event, role, filler))
    for said in ("Monday", words) if number == 0 else (words,):  # the day of the announcement is tagged, too
        tag(project, project.annotations.page(article, who), [at(said)], schema.by_name["DATE"])
    page = project.annotations.page(article, who)
    (time,) = page.exactly((at(words),))
    with project.step("Time") as step:
        step.put(Argument(f"{event}-Time", event, "Time", time.id))
    return event


def test_announced_confirmed_put_off_taken_place_is_one(tmp_path: Path, schema: Schema) -> None:
    with Project.create(tmp_path / "visit.dateline", schema) as project:
        with project.step("Things") as step:
            step.put(Entity("fidan", "Fidan", "PERSON"))
            step.put(Entity("astana", "Astana", "GPE"))
        happening: Happening | None = None
        for number, (*_, date) in enumerate(STORY):
            event = _told(project, number, schema)
            who = project.annotations.annotators()[0].id
            page = project.annotations.page(f"a{number}", who)
            if happening is None:
                happening = new_happening(page, event)
            else:
                first, *others = thing_proposals(project, page, page.mentions[event])
                assert (first.thing.id, others) == (happening.id, [])
            link_happening(project, page, [event], happening)
            (summary,) = project.registry.summaries(Kind.HAPPENING, who, [happening.id])
            assert summary.when
            assert label(summary.when) == date  # never the Monday of the announcement
        assert len(project.registry.happenings()) == 1
        seen = compare(project.occurrences.of_happening(happening.id if happening else "", who), known_parts(project))
        assert [turn.value for turn in seen.turns] == ["announced", "confirmed", "postponed", "took place"]
        assert Watch(who).refresh(project) == []  # a plan that came otherwise is no disagreement


PUT_OFF = (  # published, text, and of each event: its id, its words, its time, and how it is told
    (
        "2025-03-14",
        "Orhan Demir will visit Lima on March 20, his office said.",
        [("e1", "visit", "March 20", "CONSULT", {"modality": "planned"})],
    ),
    (
        "2025-03-18",
        "Demir has postponed his visit to Lima, which had been planned for Thursday. "
        "He will travel to the city on April 8 instead.",
        [
            ("e2", "visit", "Thursday", "CONSULT", {"modality": "planned"}),
            ("e3", "travel", "April 8", "CONSULT", {"modality": "planned"}),
        ],
    ),
    ("2025-04-09", "Demir arrived in Lima on Tuesday.", [("e4", "arrived", "Tuesday", "CONSULT", {})]),
)
REJECTED = [("e2", "postponed", "Thursday", "REJECT", {}), PUT_OFF[1][2][1]]


def _all_told(project: Project, schema: Schema, ids: dict[str, str], second: list[Any]) -> str:
    """Bring in the three articles with all events linked to one happening; return the annotator."""
    who = ensure_annotator(project, "ada")[0].id
    with project.step("Happening") as step:
        step.put(Happening("h", "visit: Orhan Demir", "CONSULT"))
    for number, (published, text, events) in enumerate(PUT_OFF):
        article = f"a{number}"
        with project.step("Article") as step:
            step.put(Article(article, text, f"Article {number}", published=published, position=number))
        for name, words, time, kind, says in second if number == 1 else events:
            spans = [Span(text.index(w), text.index(w) + len(w)) for w in (words, time)]
            tag(project, project.annotations.page(article, who), [spans[1]], schema.by_name["DATE"])
            (date,) = project.annotations.page(article, who).exactly((spans[1],))
            with project.step("Event") as step:
                event = ids.get(name, name)
                step.put(Mention(event, article, who, Layer.EVENT, kind, (spans[0],), says, None, "h"))
                step.put(Argument(f"{event}-time", event, "Time", date.id))
    return who


def _dates(project: Project, who: str) -> tuple[str, str, str]:
    """Return the happening's date as the registry has it in its list, as it has it alone, and as the timeline has."""
    listed = next(s for s in project.registry.summaries(Kind.HAPPENING, who) if s.id == "h")
    (alone,) = project.registry.summaries(Kind.HAPPENING, who, ["h"])
    articles = {a.id: a for a in project.articles.summaries(who)}
    happenings = {h.id: h for h in project.registry.happenings()}
    (mark,) = marks_from(project.occurrences.of(who), happenings, articles)
    return tuple(label(w) if w else "" for w in (listed.when, alone.when, mark.when))  # type: ignore[return-value]


def _disputes(project: Project, who: str) -> list[ProblemKind]:
    """Return what the articles are said to disagree about."""
    return [p.kind for p in Watch(who).refresh(project) if p.kind is ProblemKind.DATES]


@pytest.mark.parametrize("ids", [{}, {"e2": "z2"}, {"e2": "a2", "e3": "z3", "e1": "z1"}])
@pytest.mark.parametrize("second", [PUT_OFF[1][2], REJECTED])
def test_a_visit_put_off_stands_on_its_new_day_everywhere(
    tmp_path: Path, schema: Schema, ids: dict[str, str], second: list[Any]
) -> None:
    with Project.create(tmp_path / "visit.dateline", schema) as project:
        who = _all_told(project, schema, ids, second)
        last = project.annotations.records(Kind.MENTION, ["e4"])[0]
        with project.step("Not yet") as step:
            step.put(replace(last, happening_id=None))
        told = project.occurrences.of_happening("h", who)
        assert [turn.value for turn in compare(told).turns] == ["announced", "postponed", "postponed"]
        with project.step("Not at all") as step:
            step.delete(Kind.ARGUMENT, "e4-time")
            step.delete(Kind.MENTION, "e4")
        assert _dates(project, who) == ("8 Apr 2025",) * 3
        assert _disputes(project, who) == []
        project.undo()
        project.undo()
        assert _dates(project, who) == ("8 Apr 2025",) * 3
        assert _disputes(project, who) == []
        seen = compare(project.occurrences.of_happening("h", who))
        assert list(dict.fromkeys(turn.value for turn in seen.turns)) == ["announced", "postponed", "took place"]
        date = next(row for row in seen.rows if row.field is Field.DATE)
        assert (date.apart, date.gone) == (frozenset(), frozenset({1}))


MOVED = (  # what one article tells with both days, the two, and what the registry says then
    ("The visit of Demir, planned for 14 March, was postponed to 21 March.", "14 March", "21 March", "21 Mar"),
    ("The visit of Demir, planned for 14 March, was postponed until 10 June.", "14 March", "10 June", "10 Jun"),
    ("The visit of Demir was moved from 14 to 21 March.", "14", "21 March", "21 Mar"),
    ("The visit of Demir, set for 21 March, was brought forward to 14 March.", "21 March", "14 March", "14 Mar"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "old", "new", "date"), MOVED)
@pytest.mark.parametrize("linked", [True, False])
def test_what_one_article_puts_off_stands_on_the_new_day(
    tmp_path: Path, schema: Schema, text: str, old: str, new: str, date: str, linked: bool
) -> None:
    with Project.create(tmp_path / "moved.dateline", schema) as project:
        who = _moved(project, schema, text, (old, new), "h" if linked else None)
        if linked:
            assert _dates(project, who) == (f"{date} 2025",) * 3
            assert _disputes(project, who) == []
            seen = compare(project.occurrences.of_happening("h", who))
            assert seen.turns == (Turn.BROUGHT_FORWARD if "forward" in text else Turn.POSTPONED,)
            row = next(row for row in seen.rows if row.field is Field.DATE)
            assert row.cells == (f"{date} 2025",)
            assert row.before == ("21 Mar 2025" if "forward" in text else "14 Mar 2025",)
        (mark,) = marks_from(
            project.occurrences.of(who),
            {h.id: h for h in project.registry.happenings()},
            {a.id: a for a in project.articles.summaries(who)},
        )
        assert mark.when
        assert label(mark.when) == f"{date} 2025"
        (gone,) = [r for r in mark.reports if r.gone]
        assert gone.when
        assert label(gone.when) == ("21 Mar 2025" if "forward" in text else "14 Mar 2025")


def test_a_plan_known_before_is_put_off_by_an_article_with_both_days(tmp_path: Path, schema: Schema) -> None:
    with Project.create(tmp_path / "moved.dateline", schema) as project:
        who = _moved(project, schema, MOVED[0][0], ("14 March", "21 March"), "h")
        _article(project, schema, "b", "2025-03-01", "Demir plans a visit to Lima on 14 March.", ("14 March",), "h")
        _article(project, schema, "c", "2025-03-12", "Demir plans a visit to Lima on 21 March.", ("21 March",), "h")
        seen = compare(project.occurrences.of_happening("h", who))
        assert [turn.value for turn in seen.turns] == ["announced", "postponed", "confirmed"]
        assert _dates(project, who) == ("21 Mar 2025",) * 3
        assert _disputes(project, who) == []


def _moved(project: Project, schema: Schema, text: str, days: tuple[str, ...], happening: str | None) -> str:
    who = ensure_annotator(project, "ada")[0].id
    if happening:
        with project.step("Happening") as step:
            step.put(Happening(happening, "visit: Demir", "CONSULT"))
    _article(project, schema, "a", "2025-03-10", text, days, happening)
    return who


def _article(
    project: Project, schema: Schema, name: str, published: str, text: str, days: tuple[str, ...], happening: str | None
) -> None:
    """Bring in an article with its visit, and all its days as the visit's times."""
    who = project.annotations.annotators()[0].id
    with project.step("Article") as step:
        step.put(Article(name, text, f"Article {name}", published=published))
        at = text.index("visit")
        says = {"modality": "planned"}
        step.put(Mention(name, name, who, Layer.EVENT, "CONSULT", (Span(at, at + 5),), says, None, happening))
    for number, day in enumerate(days):
        span = Span(text.index(day), text.index(day) + len(day))
        tag(project, project.annotations.page(name, who), [span], schema.by_name["DATE"])
        (date,) = project.annotations.page(name, who).exactly((span,))
        with project.step("Time") as step:
            step.put(Argument(f"{name}-time-{number}", name, "Time", date.id))
