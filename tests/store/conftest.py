"""A project and something to put into it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.store.project import Project
from tests.store.world import SCHEMA, World


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.dateline"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    with Project.create(path, SCHEMA) as project:
        yield project


@pytest.fixture
def world() -> World:
    return World.make()


@pytest.fixture
def filled(project: Project, world: World) -> Project:
    with project.step("Fill") as step:
        for record in world.records():
            step.put(record)
    return project
