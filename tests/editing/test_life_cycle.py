"""A visit that is announced, confirmed, put off and then takes place is one happening, proposed and dated as such."""

from pathlib import Path

from dateline.editing.articles import ensure_annotator
from dateline.editing.proposing import thing_proposals
from dateline.editing.registry import link_happening, new_happening
from dateline.editing.tagging import tag
from dateline.editing.watching import Watch, known_parts
from dateline.model.annotation import Argument, Layer, Mention
from dateline.model.article import Article
from dateline.model.changes import Kind
from dateline.model.label import label
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.review.comparison import compare
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
