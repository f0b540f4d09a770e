"""Entities that a longer or shorter name may mean."""

from dateline.model.registry import Entity
from dateline.store.project import Project


def test_part_of_a_name_finds_the_entity_of_that_type(project: Project) -> None:
    with project.step("Entities") as step:
        step.put(Entity("e1", "Vučić", "PERSON"))
        step.put(Entity("e2", "Vučić Holding", "ORG"))
        step.put(Entity("e3", "Astana", "GPE", aliases=("Nur-Sultan",)))
    found = project.registry.entities_like
    assert [e.id for e in found("Aleksandar Vucic", "PERSON")] == ["e1"]
    assert [e.id for e in found("Vučić", "ORG")] == ["e2"]
    assert found("Vučić", "PERSON") == []
    assert found("Ankara", "GPE") == []
