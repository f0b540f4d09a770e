"""What is proposed for the roles of the sample's gold events, counted: by rules, and with other articles learned."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from dateline.assist.role_model import RoleModel
from dateline.assist.roles import propose_fillers
from dateline.editing.sample import make_sample
from dateline.model.page import Page
from dateline.model.records import Records
from dateline.model.schema import Schema
from dateline.store.project import Project

Gold = tuple[Schema, list[Page]]


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Gold:
    path: Path = make_sample(tmp_path_factory.mktemp("gold") / "sample.dateline")
    with Project.open(path) as project:
        who = next(a for a in project.annotations.annotators() if a.name == "gold")
        articles = [a for i in project.articles.ids() if (a := project.articles.find(i))]
        return project.schema(), [Page.of(a, who.id, project.annotations.of(a.id, who.id)) for a in articles]


def counted(gold: Gold, others: int) -> tuple[int, int]:
    """Count right and wrong proposals for events with empty roles, so many other articles having been learned."""
    schema, pages = gold
    right = wrong = 0
    for page in pages:
        model = RoleModel()
        for other in [p for p in pages if p is not page][:others]:
            for event in other.events():
                model.learn(other, schema, event)
        for event in page.events():
            true = {(a.role, a.filler_id) for a in page.arguments_of(event.id)}
            rest = {i: a for i, a in page.arguments.items() if a.event_id != event.id}
            bare = replace(page, arguments=Records(rest))
            found = {(p.role, p.mention_id) for p in propose_fillers(bare, schema, event.id, model)}
            right, wrong = right + len(found & true), wrong + len(found - true)
    return right, wrong


@pytest.mark.parametrize(
    ("others", "right", "wrong"), [(0, 156, 75), (1, 154, 75), (3, 124, 46), (4, 123, 44)], ids=str
)
def test_what_is_learned_takes_little_away_that_is_right(gold: Gold, others: int, right: int, wrong: int) -> None:
    found = counted(gold, others)
    assert found[0] >= right
    assert found[1] <= wrong
