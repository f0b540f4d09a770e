"""Making an annotator is not undone, and does not stand between a person and the steps before it."""

from pathlib import Path

from dateline.editing.articles import ensure_annotator
from dateline.model.article import Article
from dateline.model.schema import Schema
from dateline.store.project import Project


def test_steps_before_a_new_annotator_can_still_be_undone_and_done_again(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        with project.step("Article") as step:
            step.put(Article("a", "Words."))
        ensure_annotator(project, "ada")
        info = project.next_undo()
        assert info
        assert info.label == "Article"
        assert project.undo()
        assert project.articles.count() == 0
        ensure_annotator(project, "bob")
        assert project.redo(), "making an annotator takes nothing away from what can be done again"
        assert project.articles.count() == 1
        assert {a.name for a in project.annotations.annotators()} == {"ada", "bob"}


def test_the_creation_of_the_project_is_never_undone(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.dateline", Schema()) as project:
        ensure_annotator(project, "ada")
        assert project.next_undo() is None
        assert not project.undo()
