"""The live checks over a project: kept up to date article by article, and mended in one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from dateline.editing.articles import ensure_annotator, set_note
from dateline.editing.checking import check_project
from dateline.editing.common import EditError
from dateline.editing.mending import mend, mends_of
from dateline.editing.registry import set_happening_date
from dateline.editing.watching import Watch
from dateline.model.annotation import Argument, Layer, Mention, Relation, TimeSource, TimeValue
from dateline.model.article import Article
from dateline.model.changes import Kind
from dateline.model.page import Page
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.model.when import when_from_value
from dateline.review.consistency import Severity
from dateline.review.problems import Mend, MendKind, Problem, ProblemKind
from dateline.store.project import Project
from tests.store.dump import content

TEXT = "Fidan met Tokayev in {} on Tuesday and praised him."


class World:
    """Two articles of one meeting; each has an event with a person, a place and a day, all linked."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.who = ensure_annotator(project, "ada")[0].id
        self.watch = Watch(self.who)
        with project.step("World") as step:
            for entity in (Entity("fidan", "Fidan", "PERSON"), Entity("tokayev", "Tokayev", "PERSON")):
                step.put(entity)
            step.put(Entity("astana", "Astana", "GPE"))
            step.put(Entity("ankara", "Ankara", "GPE"))
            step.put(Happening("h", "The meeting", "CONSULT"))
        self.article("a", "Astana", "2018-04-18", "2018-04-17")
        self.article("b", "Ankara", "2018-04-18", "2018-04-17")

    def article(self, name: str, place: str, published: str, day: str) -> None:
        text = TEXT.format(place)
        with self.project.step("Article") as step:
            step.put(Article(name, text, f"Article {name}", published=published))
            for id_, label, layer, words, entity in (
                ("f", "PERSON", Layer.ENTITY, "Fidan", "fidan"),
                ("p", "GPE", Layer.ENTITY, place, place.lower()),
                ("e", "CONSULT", Layer.EVENT, "met", None),
                ("t", "DATE", Layer.TIME, "Tuesday", None),
            ):
                begin = text.index(words)
                span = (Span(begin, begin + len(words)),)
                step.put(Mention(f"{name}-{id_}", name, self.who, layer, label, span, {}, entity))
            step.put(TimeValue(f"{name}-t", day, when_from_value(day)))
            for role, filler in (("Participant", "f"), ("Place", "p"), ("Time", "t")):
                step.put(Argument(f"{name}-{role}", f"{name}-e", role, f"{name}-{filler}"))

    def found(self, *stale: str) -> list[ProblemKind]:
        return [p.kind for p in self.problems(*stale)]

    def problems(self, *stale: str) -> list[Problem]:
        return self.watch.refresh(self.project, stale or None)

    def page(self, article: str) -> Page:
        return self.project.annotations.page(article, self.who)

    def day(self, article: str, day: str) -> None:
        with self.project.step("Day") as step:
            step.put(TimeValue(f"{article}-t", day, when_from_value(day)))

    def link(self) -> None:
        with self.project.step("Link") as step:
            for name in ("a", "b"):
                step.put(replace(self.page(name).mentions[f"{name}-e"], happening_id="h"))

    def mend(self, wanted: Mend) -> None:
        """Mend in one step that undo takes back whole, then do it again."""
        before = content(self.project)
        assert mend(self.project, self.project.schema(), wanted)
        after = content(self.project)
        self.project.undo()
        assert content(self.project) == before
        self.project.redo()
        assert content(self.project) == after


@pytest.fixture
def world(tmp_path: Path, schema: Schema) -> Iterator[World]:
    with Project.create(tmp_path / "world.dateline", schema) as project:
        yield World(project)


def test_only_what_is_stale_is_read_anew(world: World) -> None:
    assert world.found() == [ProblemKind.WHEREABOUTS]
    world.day("a", "2018-04-16")
    assert world.found("b") == [ProblemKind.WHEREABOUTS]  # a was not read: nobody said that it changed
    assert world.found("a") == []
    world.day("a", "2018-04-20")
    assert world.found("a") == [ProblemKind.AHEAD]
    with world.project.step("Gone") as step:
        for argument in ("Participant", "Place", "Time"):
            step.delete(Kind.ARGUMENT, f"a-{argument}")
        step.delete(Kind.MENTION, "a-e")
    assert world.found("a") == []


def test_marked_as_planned(world: World) -> None:
    world.day("a", "2018-04-20")
    (problem,) = world.problems()
    world.mend(problem.mends[0])
    assert world.page("a").mentions["a-e"].attributes == {"modality": "planned"}
    assert world.found("a") == []


def test_a_day_ahead_may_be_read_as_the_one_before_publication(world: World) -> None:
    world.day("a", "2018-04-24")
    (problem,) = world.problems()
    read, plan, fine = mends_of(world.project, world.project.schema(), problem)  # "met": the reading comes first
    assert (str(read), plan.kind, fine.kind) == ("Read it as 17 Apr 2018", MendKind.PLAN, MendKind.FINE)
    world.mend(read)
    value = world.page("a").times["a-t"]
    assert (value.value, value.source) == ("2018-04-17", TimeSource.HAND)
    assert ProblemKind.AHEAD not in world.found("a")


def test_what_a_time_reads_as_is_offered_before_what_is_but_nearer(world: World) -> None:
    text = "The minister is due on March 17. The visit was agreed a week earlier."
    with world.project.step("Agreed") as step:
        step.put(Article("c", text, "Article c", published="2026-03-04"))
        for id_, layer, label, words in (
            ("c-e", Layer.EVENT, "CONSULT", "visit"),
            ("c-t", Layer.TIME, "DATE", "a week earlier"),
        ):
            begin = text.index(words)
            step.put(Mention(id_, "c", world.who, layer, label, (Span(begin, begin + len(words)),)))
        step.put(TimeValue("c-t", "2026-W11", when_from_value("2026-W11")))
        step.put(Argument("c-x", "c-e", "Time", "c-t"))
    problem = next(p for p in world.problems() if p.events == ("c-e",))
    assert problem.kind is ProblemKind.AHEAD
    read, plan, _fine = mends_of(world.project, world.project.schema(), problem)
    assert (read.on, plan.kind) == (("c-t", "2026-W09"), MendKind.PLAN)
    world.mend(read)
    assert ProblemKind.AHEAD not in world.found("c")


def test_of_two_times_the_day_given_up_is_taken_out_first(world: World) -> None:
    text = "The visit was due on 14 March, but it was decided to postpone it; 21 March is the day."
    with world.project.step("Postponed") as step:
        step.put(Article("c", text, "Article c", published="2018-03-12"))
        spans = (("e", Layer.EVENT, "CONSULT", "visit"), *((w[:2], Layer.TIME, "DATE", w) for w in _TWO_DAYS))
        for id_, layer, label, words in spans:
            begin = text.index(words)
            step.put(Mention(f"c-{id_}", "c", world.who, layer, label, (Span(begin, begin + len(words)),)))
        for words in _TWO_DAYS:
            day = words[:2]
            step.put(TimeValue(f"c-{day}", f"2018-03-{day}", when_from_value(f"2018-03-{day}")))
            step.put(Argument(f"c-x{day}", "c-e", "Time", f"c-{day}"))
    problem = next(p for p in world.problems() if p.kind is ProblemKind.TIMES)
    moved, out, fine = mends_of(world.project, world.project.schema(), problem)
    assert str(moved) == "It was moved to 21 Mar 2018: take 14 March out of Time"
    assert (out.on, fine.kind) == (("c-e", "Time", "c-21"), MendKind.FINE)
    world.mend(moved)
    assert [a.filler_id for a in world.page("c").arguments_of("c-e")] == ["c-21"]


_TWO_DAYS = ("14 March", "21 March")


def test_a_plan_for_a_day_gone_by_may_be_read_as_the_day_to_come(world: World) -> None:
    with world.project.step("Plan") as step:
        step.put(replace(world.page("a").mentions["a-e"], attributes={"modality": "planned"}))
    world.day("a", "2018-04-10")
    (problem,) = world.problems()
    assert problem.kind is ProblemKind.PASSED
    read, told, fine = mends_of(world.project, world.project.schema(), problem)
    assert (str(read), told.kind, fine.kind) == ("Read it as 24 Apr 2018", MendKind.HAPPENED, MendKind.FINE)
    world.mend(read)
    assert world.page("a").times["a-t"].value == "2018-04-24"
    assert world.found("a") == []
    world.project.undo()
    world.mend(told)
    assert world.page("a").mentions["a-e"].attributes == {"modality": "asserted"}
    assert ProblemKind.PASSED not in world.found("a")


def test_articles_that_disagree_are_settled_by_a_date(world: World) -> None:
    world.day("a", "2018-04-16")
    world.link()
    (problem,) = world.problems()
    assert problem.kind is ProblemKind.DATES
    world.mend(problem.mends[1])
    happening = world.project.registry.happening("h")
    assert happening
    assert happening.when == when_from_value("2018-04-17")
    assert world.found() == []


def test_a_date_set_by_hand_is_checked_like_any_other(world: World) -> None:
    world.link()
    assert world.found() == []
    world.day("a", "2018-04-17")

    def dated(day: str | None) -> list[Problem]:
        set_happening_date(world.project, "h", when_from_value(day) if day else None)
        return world.watch.refresh(world.project, [], ["h"])

    found = dated("2018-05-18")
    assert [p.kind for p in found] == [ProblemKind.AHEAD] * 2
    assert {p.details["date"] for p in found} == {"18 May 2018"}
    assert [str(f) for f in check_project(world.project) if "18 May 2018" in str(f)]
    assert [p.kind for p in world.watch.refresh(world.project)] == [ProblemKind.AHEAD] * 2
    (problem,) = dated("2018-04-16")  # all reports give the 17th
    assert problem.kind is ProblemKind.BY_HAND
    offered = [str(m) for m in mends_of(world.project, world.project.schema(), problem)]
    assert offered == ["Take back 16 Apr 2018, set by hand", "Take 17 Apr 2018", "It is right so"]
    assert dated("2018-04-17") == []
    world.day("a", "2018-05-20")
    assert world.found("a") == []  # what was set by hand counts
    assert [p.kind for p in dated(None)] == [ProblemKind.AHEAD, ProblemKind.DATES]


def test_a_date_set_by_hand_that_contradicts_is_taken_back_first(world: World) -> None:
    world.link()
    world.day("a", "2018-04-17")
    set_happening_date(world.project, "h", when_from_value("2018-05-18"))
    first = world.problems()[0]
    wanted, *others = mends_of(world.project, world.project.schema(), first)
    assert str(wanted) == "Take back 18 May 2018, set by hand"
    assert wanted.kind not in {m.kind for m in others}
    world.mend(wanted)
    assert not mend(world.project, world.project.schema(), wanted)
    assert world.found() == []
    set_happening_date(world.project, "h", when_from_value("2018-05-19"))
    with pytest.raises(EditError, match="no longer there"):
        mend(world.project, world.project.schema(), wanted)


def test_a_place_that_lies_in_another(world: World) -> None:
    (problem,) = world.problems()
    world.mend(problem.mends[0])
    astana = world.project.registry.entity("astana")
    assert astana
    assert astana.note == "in Ankara"
    assert world.found() == []


def test_a_place_may_end_in_a_sign(world: World) -> None:
    with world.project.step("Another name") as step:
        step.put(Entity("ankara", "the R.T.", "GPE", ("",)))
        step.put(Entity("astana", "Astana", "GPE", note="seen"))
    (problem,) = world.problems()
    world.mend(next(m for m in problem.mends if str(m) == "Astana lies in the R.T."))
    assert world.found() == []


def test_places_side_by_side_or_linked_as_parts_are_known(world: World) -> None:
    text = "Astana, Ankara. Elsewhere Astana waits for Ankara."
    with world.project.step("Side by side") as step:
        step.put(Article("c", text))
        for i, (word, begin) in enumerate((("astana", 0), ("ankara", 8))):
            step.put(Mention(f"c{i}", "c", world.who, Layer.ENTITY, "GPE", (Span(begin, begin + 6),), {}, word))
    assert world.found("c") == []
    world.project.undo()
    assert world.found("c") == [ProblemKind.WHEREABOUTS]
    with world.project.step("Part") as step:
        step.put(Article("c", text))
        for i, (word, begin) in enumerate((("ankara", text.rindex("Ankara")), ("astana", text.rindex("Astana")))):
            step.put(Mention(f"c{i}", "c", world.who, Layer.ENTITY, "GPE", (Span(begin, begin + 6),), {}, word))
        step.put(Relation("r", "c", world.who, "PART_OF", "c0", "c1"))
    assert world.found("c") == []


def test_what_is_right_so_is_noted_and_comes_back_without_the_note(world: World) -> None:
    set_note(world.project, world.page("a"), "Seen on television.", "a-e")
    (problem,) = world.problems()
    world.mend(problem.mends[-1])
    comment = world.page("a").comment_on("a-e")
    assert comment
    assert comment.text == f"Seen on television.\nchecked: {problem.mark}"
    assert world.found() == []
    set_note(world.project, world.page("a"), "", "a-e")
    assert world.found() == [ProblemKind.WHEREABOUTS]


def test_what_is_right_so_silences_that_very_problem_and_no_later_one(world: World) -> None:
    (problem,) = world.problems()
    world.mend(problem.mends[-1])
    assert world.found() == []
    world.day("a", "2018-05-20")  # another day: told as past before it happened
    (ahead,) = world.problems()
    world.mend(ahead.mends[-1])
    assert world.found("a") == []
    world.day("a", "2018-05-21")
    (later,) = world.problems()
    assert (later.kind, later.details["date"]) == (ProblemKind.AHEAD, "21 May 2018")
    world.day("a", "2018-05-20")
    assert world.found("a") == []  # the first is still right


def test_a_kind_noted_as_a_whole_stays_silent(world: World) -> None:
    """Notes written before marks had digests, or by hand, mean every problem of that kind."""
    set_note(world.project, world.page("a"), "checked: two-places", "a-e")
    assert world.found() == []


def test_a_mend_taken_twice_is_one(world: World) -> None:
    """The list still shows a problem for a moment after its mend."""
    (problem,) = world.problems()
    for wanted in problem.mends:
        assert mend(world.project, world.project.schema(), wanted)
        assert not mend(world.project, world.project.schema(), wanted)


def test_a_date_that_its_article_gives_no_longer_is_not_taken(world: World) -> None:
    world.day("a", "2018-04-16")
    world.link()
    (problem,) = world.problems()
    world.day("a", "2018-04-15")
    with pytest.raises(EditError, match="no longer there"):
        mend(world.project, world.project.schema(), problem.mends[0])


def test_a_range_written_backwards_is_turned_round(world: World) -> None:
    world.day("a", "2016/2011")
    (problem,) = world.problems()
    assert problem.kind is ProblemKind.REVERSED
    world.mend(problem.mends[0])
    value = world.page("a").times["a-t"]
    assert (value.value, value.when, value.source) == ("2011/2016", when_from_value("2011/2016"), TimeSource.HAND)
    assert world.found("a") == []


def test_one_of_two_times_that_contradict_is_taken_out(world: World) -> None:
    with world.project.step("Since and until") as step:
        step.put(TimeValue("a-t", "2016", when_from_value("2016", "ON_OR_AFTER"), "ON_OR_AFTER"))
        begin = world.page("a").text.index("him")
        step.put(Mention("a-u", "a", world.who, Layer.TIME, "DATE", (Span(begin, begin + 3),)))
        step.put(TimeValue("a-u", "2011", when_from_value("2011", "ON_OR_BEFORE"), "ON_OR_BEFORE"))
        step.put(Argument("a-until", "a-e", "Time", "a-u"))
    (problem,) = world.problems()
    assert problem.kind is ProblemKind.REVERSED
    world.mend(problem.mends[1])
    assert "a-until" not in world.page("a").arguments
    assert world.found("a") == []


def test_an_empty_role_is_filled_with_what_is_proposed(world: World) -> None:
    world.day("a", "2018-04-16")
    begin = world.page("a").text.index("praised")
    with world.project.step("Praise") as step:
        span = (Span(begin, begin + 7),)
        step.put(Mention("a-v", "a", world.who, Layer.EVENT, "SUPPORT", span))
    (problem,) = world.problems()
    assert problem.kind is ProblemKind.EMPTY
    first, *_, last = mends_of(world.project, world.project.schema(), problem)
    assert (str(first), last.kind) == ("Agent: Fidan", MendKind.FINE)
    world.mend(first)
    assert world.found("a") == []


def test_a_host_taken_out_and_a_link_deleted(world: World) -> None:
    world.day("a", "2018-04-16")
    with world.project.step("Both sides, in a circle") as step:
        step.put(Argument("x", "a-e", "Agent", "a-f"))
        step.put(Argument("y", "a-e", "Target", "a-f"))
        begin = world.page("a").text.index("praised")
        step.put(Mention("a-v", "a", world.who, Layer.EVENT, "CONSULT", (Span(begin, begin + 7),)))
        step.put(Relation("r1", "a", world.who, "BEFORE", "a-e", "a-v"))
        step.put(Relation("r2", "a", world.who, "BEFORE", "a-v", "a-e"))
    found = {p.kind: p for p in world.problems()}
    assert set(found) == {ProblemKind.SELF, ProblemKind.CIRCLE}
    world.mend(found[ProblemKind.SELF].mends[1])
    assert {a.id for a in world.page("a").arguments_of("a-e")} >= {"x"}
    assert "y" not in world.page("a").arguments
    world.mend(found[ProblemKind.CIRCLE].mends[0])
    assert world.found("a") == []


def test_mending_what_is_gone_is_said(world: World) -> None:
    (problem,) = world.problems()
    with pytest.raises(EditError, match="no longer there"):
        mend(world.project, world.project.schema(), Mend(MendKind.PLAN, ("gone",)))
    with pytest.raises(EditError, match="no longer there"):
        mend(world.project, world.project.schema(), Mend(MendKind.LIES_IN, ("gone", "astana")))
    with pytest.raises(EditError, match="no longer there"):
        mend(world.project, world.project.schema(), Mend(MendKind.DATE, ("h", "gone")))
    assert world.problems() == [problem]


def test_the_whole_check_names_them_as_problems(world: World) -> None:
    findings = [f for f in check_project(world.project) if "two places" in str(f) or "is in Astana" in str(f)]
    assert [(f.article, f.severity) for f in findings] == [("Article a", Severity.PROBLEM)]
