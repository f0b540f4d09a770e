"""`=` for an event of which but the day is told: the only one of its type on that day, in another article."""

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

NOUN = "Ziyaret 17 Mart'ta yapılacaktı."
# label, day, happening, role of Serik, modality
MET = ("CONSULT", "2026-03-17", "h0", "Agent", "asserted")


@pytest.mark.parametrize(
    ("others", "day", "expected", "on_the_key"),
    [
        ([MET], "2026-03-17", "h0", True),
        ([MET, ("CONSULT", "2026-03-17", "h0", "Agent", "asserted")], "2026-03-17", "h0", True),
        ([("CONSULT", "2026-03-17", None, "Agent", "asserted")], "2026-03-17", "b0", True),  # linked to nothing yet
        ([MET, ("CONSULT", "2026-03-17", "h1", "Agent", "asserted")], "2026-03-17", "h0", False),
        ([MET, ("CONSULT", "2026-03-17", None, "Agent", "asserted")], "2026-03-17", "h0", False),
        ([MET, ("AID", "2026-03-17", "h1", "Agent", "asserted")], "2026-03-17", "h0", True),
        ([MET, ("CONSULT", "2026-03-24", "h1", "Agent", "asserted")], "2026-03-17", "h0", True),
        ([MET], "2026-03", "", False),
        ([("CONSULT", "2026-03", "h0", "Agent", "asserted")], "2026-03-17", "", False),
        ([("AID", "2026-03-17", None, "Agent", "asserted")], "2026-03-17", "", False),
    ],
)
def test_the_only_one_on_its_day(
    tmp_path: Path, others: list[tuple[str, str, str | None, str, str]], day: str, expected: str, *, on_the_key: bool
) -> None:
    with Project.create(tmp_path / "day.dateline", Schema("none")) as project:
        who = ensure_annotator(project, "ada")[0].id
        with project.step("World") as step:
            step.put(Article("a", NOUN, "An article", published="2026-03-04"))
            step.put(Mention("e", "a", who, Layer.EVENT, "CONSULT", (Span(0, 7),)))
            step.put(Mention("t", "a", who, Layer.TIME, "DATE", (Span(8, 15),)))
            step.put(TimeValue("t", day, when_from_value(day)))
            step.put(Argument("r", "e", "Time", "t"))
            for name in ("h0", "h1"):
                step.put(Happening(name, f"Happening {name}", "CONSULT"))
            for n, (label, at, linked, role, modality) in enumerate(others):
                step.put(Article(f"o{n}", "Serik left then.", f"Article {n}", published="2026-03-25"))
                where = (Span(6, 10),)
                says = {"modality": modality}
                step.put(Mention(f"b{n}", f"o{n}", who, Layer.EVENT, label, where, says, happening_id=linked))
                step.put(Mention(f"s{n}", f"o{n}", who, Layer.ENTITY, "PERSON", (Span(0, 5),)))
                step.put(Mention(f"d{n}", f"o{n}", who, Layer.TIME, "DATE", (Span(11, 15),)))
                step.put(TimeValue(f"d{n}", at, when_from_value(at)))
                step.put(Argument(f"w{n}", f"b{n}", role, f"s{n}"))
                step.put(Argument(f"x{n}", f"b{n}", "Time", f"d{n}"))
        page = project.annotations.page("a", who)
        found = thing_proposals(project, page, page.mentions["e"])
        assert (found[0].thing.id if found else "") == expected
        best = likeliest(found)
        assert (best.thing.id if best else "") == (expected if on_the_key else "")
        with project.step("Who takes part") as step:  # speaks for itself
            step.put(Mention("p", "a", who, Layer.ENTITY, "PERSON", (Span(16, 19),)))
            step.put(Argument("q", "e", "Agent", "p"))
        page = project.annotations.page("a", who)
        assert likeliest(thing_proposals(project, page, page.mentions["e"])) is None
