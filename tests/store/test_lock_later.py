"""A project opened with its lock put off: it is taken by `secure` or at the first edit, and never shared."""

import os
from pathlib import Path

import pytest

from dateline.model.article import Article
from dateline.model.ids import new_id
from dateline.store import errors
from dateline.store.project import Project
from tests.store.dump import content
from tests.store.world import SCHEMA


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.dateline"
    Project.create(path, SCHEMA).close()
    return path


def lock_of(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def add(project: Project, text: str) -> None:
    with project.step("Add") as step:
        step.put(Article(new_id(), text))


def test_until_it_is_secured_others_may_write_and_then_no_more(path: Path) -> None:
    with Project.open(path, lock_later=True) as late:
        assert not lock_of(path).exists()
        with Project.open(path) as other:
            add(other, "one")
        assert late.secure() is True, "what was read is to be read again"
        assert lock_of(path).exists()
        assert late.secure() is False
        with pytest.raises(errors.LockedProject, match=f"process {os.getpid()}"):
            Project.open(path)
        assert late.articles.count() == 1
    assert not lock_of(path).exists()


def test_secured_with_nothing_written_meanwhile_there_is_nothing_to_read_again(path: Path) -> None:
    with Project.open(path, lock_later=True) as late:
        with Project.open(path):
            pass
        assert late.secure() is False


def test_the_first_edit_takes_the_lock(path: Path) -> None:
    with Project.open(path, lock_later=True) as late:
        late.local.set("last_article", "x")
        assert late.local.get("last_article") is None, "nothing is written before"
        assert not lock_of(path).exists()
        add(late, "one")
        assert lock_of(path).exists()
        late.local.set("last_article", "x")
        assert late.local.get("last_article") == "x"
        with pytest.raises(errors.LockedProject):
            Project.open(path)


@pytest.mark.parametrize("how", ["step", "undo", "secure", "sibling"])
def test_where_another_has_the_lock_nothing_is_changed(path: Path, how: str) -> None:
    with Project.open(path, lock_later=True) as late, Project.open(path) as other:
        add(other, "one")
        before = content(other)
        with pytest.raises(errors.LockedProject):
            add(late, "two") if how == "step" else getattr(late, how)()
        assert content(other) == before
        other.close()
        add(late, "two")
        assert late.articles.count() == 2


def test_closed_without_an_edit_it_leaves_no_lock(path: Path) -> None:
    Project.open(path, lock_later=True).close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]
