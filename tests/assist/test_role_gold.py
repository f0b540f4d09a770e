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
from tests.assist.test_roles import page_of

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


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Cumhurbaşkanı Erdoğan, Tokayev’i perşembe günü Ankara’da ağırladı.",
            {"Erdoğan": "PERSON", "Tokayev": "PERSON", "perşembe_günü": "DATE", "Ankara": "GPE", "ağırladı": "CONSULT"},
        ),
        (
            "Тоқаев бейсенбіде Астанада Путинмен кездесті.",
            {"Тоқаев": "PERSON", "бейсенбіде": "DATE", "Астанада": "GPE", "Путинмен": "PERSON", "кездесті": "CONSULT"},
        ),
        (
            "В четверг Токаев встретился в Анкаре с Эрдоганом.",
            {"четверг": "DATE", "Токаев": "PERSON", "Анкаре": "GPE", "Эрдоган": "PERSON", "встретился": "CONSULT"},
        ),
    ],
    ids=["tr", "kk", "ru"],
)
def test_what_was_learned_in_english_takes_nothing_away_in_other_languages(
    gold: Gold, text: str, labels: dict[str, str]
) -> None:
    schema, pages = gold
    model, event = RoleModel(), list(labels)[-1]
    for _ in range(4):
        for page in pages:
            for one in page.events():
                model.learn(page, schema, one)
    page = page_of(schema, text, **labels)
    bare = {(p.role, p.mention_id) for p in propose_fillers(page, schema, event)}
    assert len(bare) == 4
    assert {(p.role, p.mention_id) for p in propose_fillers(page, schema, event, model)} == bare
