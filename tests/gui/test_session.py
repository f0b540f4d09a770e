"""The session keeps the page in step with the store and tells everybody once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.gui.annotating import Annotating
from dateline.gui.session import Session
from dateline.model.annotation import Annotator, AnnotatorKind
from dateline.model.changes import Changes, Kind
from dateline.model.ids import new_id
from dateline.store.errors import ProjectError, ProjectGone
from dateline.store.project import Project
from tests.gui.conftest import span

Tag = Callable[..., str]


def stored(session: Session) -> object:
    assert session.project
    assert session.page
    return session.project.annotations.page(session.page.article.id, session.page.annotator_id)


def test_opening_shows_the_first_article_for_the_person_of_the_settings(session: Session) -> None:
    assert session.page
    assert session.annotator
    assert (session.page.article.title, session.annotator.name) == ("Talks", "ada")


def test_every_edit_is_told_once_and_the_page_is_what_the_store_holds(
    session: Session, verbs: Annotating, tag: Tag, heard: list[Changes]
) -> None:
    event = tag("met", "CONSULT")
    when = tag("Thursday", "DATE")
    verbs.fill(event, "Time", when)
    assert len(heard) == 3
    assert session.page == stored(session)
    verbs.empty(next(iter(session.page.arguments)))
    session.select_mention(when)
    verbs.delete()
    assert session.page == stored(session)
    for _ in range(5):
        session.undo()
        assert session.page == stored(session)
    assert not session.page.mentions
    for _ in range(5):
        session.redo()
        assert session.page == stored(session)


def test_undo_goes_to_where_it_happened_in_another_article(session: Session, tag: Tag) -> None:
    assert session.project
    tag("Astana", "GPE")
    first, second = session.project.articles.ids()
    session.open_article(second)
    said: list[str] = []
    session.message.connect(said.append)
    session.undo()
    assert session.page
    assert session.page.article.id == first
    assert not session.page.mentions
    assert "Astana" in said[-1]


def test_undo_survives_closing_and_opening(session: Session, path: Path, tag: Tag) -> None:
    tag("Astana", "GPE")
    session.close_project()
    assert session.open_project(path)
    assert session.page
    assert len(session.page.mentions) == 1
    session.undo()
    assert not session.page.mentions


def test_it_opens_where_it_was_left(session: Session, path: Path) -> None:
    assert session.project
    second = session.project.articles.ids()[1]
    session.open_article(second)
    session.close_project()
    session.open_project(path)
    assert session.page
    assert session.page.article.id == second


def test_each_annotator_sees_their_own(session: Session, tag: Tag) -> None:
    tag("Astana", "GPE")
    session.set_annotator("grace")
    assert session.page
    assert not session.page.mentions
    session.set_annotator("ada")
    assert len(session.page.mentions) == 1


def test_what_cannot_be_opened_leaves_the_present_project_open(session: Session, tmp_path: Path, path: Path) -> None:
    told: list[ProjectError] = []
    session.failed.connect(told.append)
    other = tmp_path / "notes.dateline"
    other.write_text("plain text")
    assert not session.open_project(other)
    assert "not a Dateline project" in told[0].what
    assert session.project
    assert session.project.path == path


def test_a_refused_edit_is_said_and_changes_nothing(session: Session, verbs: Annotating, heard: list[Changes]) -> None:
    said: list[str] = []
    session.message.connect(said.append)
    session.select_text((span("Share this story"),))
    verbs.boilerplate()
    session.select_text((span("story"),))
    verbs.tag("ORG")
    assert "boilerplate" in said[-1]
    assert len(heard) == 1


def test_a_file_that_vanished_is_told_and_nothing_is_shown_as_done(
    session: Session, verbs: Annotating, path: Path
) -> None:
    told: list[ProjectError] = []
    session.failed.connect(told.append)
    path.rename(path.with_suffix(".gone"))
    session.select_text((span("Astana"),))
    verbs.tag("GPE")
    assert "no longer" in told[0].what
    assert session.page
    assert not session.page.mentions
    path.with_suffix(".gone").rename(path)


def test_asking_for_the_next_step_of_a_broken_file_is_no_crash(
    session: Session, tag: Tag, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag("Astana", "GPE")
    assert session.project
    assert session.steps.next(back=True)

    def gone() -> None:
        assert session.project
        raise ProjectGone(session.project.path)

    monkeypatch.setattr(session.project, "next_undo", gone)
    assert session.steps.next(back=True) is None
    session.undo()


def test_a_removed_article_gives_way_to_the_next(session: Session) -> None:
    from dateline.editing.articles import remove_articles

    project, page = session.project, session.page
    assert project
    assert page
    session.do(lambda: remove_articles(project, [page.article.id]))
    assert session.page
    assert session.page.article.title == "Later"
    session.undo()
    assert session.page.article.title == "Talks"


def test_editing_waits_while_a_long_job_writes(session: Session, verbs: Annotating, heard: list[Changes]) -> None:
    session.locked = True
    session.select_text((span("Astana"),))
    verbs.tag("GPE")
    assert not heard
    session.locked = False
    verbs.tag("GPE")
    assert Kind.MENTION in heard[0].added


def test_opening_what_is_open_by_another_path_changes_nothing(session: Session, tmp_path: Path, path: Path) -> None:
    link = tmp_path / "link.dateline"
    link.symlink_to(path)
    project = session.project
    assert session.open_project(link)
    assert session.project is project


def test_who_joins_imported_annotations_is_told_until_a_choice_is_made(path: Path, qapp: object) -> None:
    with Project.open(path) as project, project.step("Import") as step:
        step.put(Annotator(new_id(), "doccano", AnnotatorKind.IMPORT))
    session = Session("nobody yet")
    said: list[str] = []
    session.message.connect(said.append)
    assert session.open_project(path)
    assert ["doccano" in s for s in said] == [True]
    session.set_annotator("doccano")
    session.announce()
    assert len(said) == 1
    session.close_project()


def test_who_goes_with_an_import_that_is_undone_is_shown_again_when_it_is_redone(path: Path, qapp: object) -> None:
    with Project.open(path) as project, project.step("Import") as step:
        step.put(Annotator(new_id(), "gold"))
    session = Session("nobody yet")
    assert session.open_project(path)
    session.set_annotator("gold")
    for _ in range(2):
        session.undo()
        assert session.annotator
        assert session.annotator.name == "nobody yet"
        session.redo()
        assert session.annotator.name == "gold"
    session.undo()
    session.set_annotator("grace")  # chosen by hand: stays
    session.close_project()
