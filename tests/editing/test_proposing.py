"""What an event may be another mention of, in its own article."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.editing.articles import ensure_annotator
from dateline.editing.proposing import likeliest, thing_proposals
from dateline.model.annotation import Argument, Layer, Mention
from dateline.model.article import Article
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.store.project import Project

TEXT = "Ministers held a meeting. After the Meeting, they left. The meeting was long. A summit followed the meeting."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.dateline", Schema("none")) as made:
        who = ensure_annotator(made, "ada")[0].id
        with made.step("World") as step:
            step.put(Article("a", TEXT, "An article"))
            for name in ("h0", "h1"):
                step.put(Happening(name, f"Happening {name}", "CONSULT"))
            at = [i for i in range(len(TEXT)) if TEXT[i : i + 7].lower() == "meeting"]
            for n, begin in enumerate(at):
                linked = "h0" if n == 0 else None
                where = (Span(begin, begin + 7),)
                step.put(Mention(f"v{n}", "a", who, Layer.EVENT, "CONSULT", where, happening_id=linked))
            begin = TEXT.index("summit")
            step.put(Mention("summit", "a", who, Layer.EVENT, "CONSULT", (Span(begin, begin + 6),)))
        yield made


def _proposed(project: Project, mention_id: str) -> list[tuple[str, list[str]]]:
    page = project.annotations.page("a", project.annotations.annotators()[0].id)
    found = thing_proposals(project, page, page.mentions[mention_id])
    return [(p.thing.id, [str(r) for r in p.reasons]) for p in found]


def _on_the_key(project: Project, mention_id: str) -> str | None:
    page = project.annotations.page("a", project.annotations.annotators()[0].id)
    best = likeliest(thing_proposals(project, page, page.mentions[mention_id]))
    return best.thing.id if best else None


def _link(project: Project, mention_id: str, happening_id: str | None) -> None:
    page = project.annotations.page("a", project.annotations.annotators()[0].id)
    old = page.mentions[mention_id]
    with project.step("Link") as step:
        step.put(
            Mention(old.id, old.article_id, old.annotator_id, old.layer, old.label, old.fragments,
                    happening_id=happening_id)
        )  # fmt: skip


def test_an_event_of_which_nothing_is_said_is_the_one_told_before_in_the_same_words(project: Project) -> None:
    assert _proposed(project, "v1") == [("h0", ["the same type", "told before in this article"])]
    assert _on_the_key(project, "v2") == "h0"
    assert _proposed(project, "summit") == []


def test_of_two_told_before_none_is_on_the_key(project: Project) -> None:
    _link(project, "v1", "h1")
    assert [thing for thing, _ in _proposed(project, "v2")] == ["h1", "h0"]  # the nearest first
    assert _on_the_key(project, "v2") is None


def test_an_event_with_a_filler_of_its_own_speaks_for_itself(project: Project) -> None:
    with project.step("Fill") as step:
        step.put(Argument("r", "v1", "Topic", "summit"))
    assert _proposed(project, "v1") == []


def test_what_comes_later_is_not_told_before(project: Project) -> None:
    _link(project, "v0", None)
    _link(project, "v3", "h0")
    assert _proposed(project, "v1") == []


def test_an_entity_is_found_by_its_initials(project: Project) -> None:
    with project.step("Entities") as step:
        step.put(Entity("long", "Organization of the Turkic States", "ORG"))
        step.put(Entity("short", "OIC", "ORG"))
    assert [e.id for e in project.registry.entities_near("OTS")] == ["long"]
    assert [e.id for e in project.registry.entities_near("Organisation of Islamic Cooperation")] == ["short"]
    assert project.registry.entities_near("ots") == []
