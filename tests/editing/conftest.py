"""A project with one article on a page, and the diplomacy schema."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline import assets
from dateline.editing.articles import ensure_annotator
from dateline.model.article import Article
from dateline.model.ids import new_id
from dateline.model.page import Page
from dateline.model.schema import Schema, schema_from_toml
from dateline.model.text import Span
from dateline.store.project import Project

TEXT = (
    "Çavuşoğlu met Tokayev in Astana on Thursday.\r\n"
    "Cavusoglu’s visit follows talks in Ankara; ÇAVUŞOĞLU will return next week. 🤝\n"
    "Share this story with friends."
)


@pytest.fixture(scope="session")
def schema() -> Schema:
    return schema_from_toml(tomllib.loads(assets.resources("schemas", "diplomacy.toml").read_text(encoding="utf-8")))


@pytest.fixture
def project(tmp_path: Path, schema: Schema) -> Iterator[Project]:
    with Project.create(tmp_path / "talks.dateline", schema) as project:
        with project.step("Article") as step:
            step.put(Article(new_id(), TEXT, "Talks", published="2018-04-19"))
        yield project


@pytest.fixture
def load(project: Project) -> Callable[[], Page]:
    """Read the page anew from the store."""
    annotator, _ = ensure_annotator(project, "ada")
    article = project.articles.first()
    assert article
    return lambda: project.annotations.page(article, annotator.id)


def span(words: str, nth: int = 0, text: str = TEXT) -> Span:
    """Return where words stand."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))
