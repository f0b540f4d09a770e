"""The whole job in a real window by keys alone: the mouse stays in its corner."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.model.article import State
from dateline.model.page import Page
from dateline.store.project import Project
from tests.e2e.program import Program, page_in, started
from tests.e2e.screen import Screen, wait_until
from tests.e2e.test_main_job import WINDOW, export, labels, roles

pytestmark = pytest.mark.e2e

TEXTS = {
    "a.txt": "Tokayev met Erdogan in Astana on Thursday.\n\nNothing else was said.\n",
    "b.txt": "Astana waits for the next visit. Nobody but Astana does.\n",
    "c.txt": "Ankara thanked Astana.\n",
}


def texts(folder: Path) -> Path:
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def begin(screen: Screen, home: Path, project: Path, folder: Path) -> Program:
    """Make a project and import a folder into it."""
    started(home)
    program = Program(screen, home)
    try:
        program.wait_for_window()
        screen.settled(WINDOW, 0.4)
        screen.keys("ctrl+n")
        screen.window("^New project")
        screen.keys("ctrl+a")
        screen.type(str(project))
        screen.keys("alt+t")
        screen.type(str(folder))
        screen.keys("Return")
        screen.window("^Import")
        screen.keys("alt+p")
        screen.type("2018-04-19")
        screen.keys("Return")
        wait_until(lambda: page_in(project, "Ankara thanked") is not None, "three articles in the project")
        screen.settled(WINDOW)
        screen.window("^Import")
        screen.keys("Return")
        wait_until(lambda: screen.is_gone("^Import"), "the import dialog to close")
        program.focus()
    except BaseException:
        program.kill()
        raise
    return program


def annotate(screen: Screen, project: Path) -> None:
    """Tag entities, a time and an event with two arguments, and link an entity."""

    def until(holds: Callable[[Page], object], what: str) -> None:
        def there() -> bool:
            page = page_in(project, "Tokayev met")
            return page is not None and bool(holds(page))

        wait_until(there, what)

    screen.settled(WINDOW)
    screen.keys("Right", "p")
    until(lambda page: ("PERSON", "Tokayev") in labels(page), "the first entity")
    screen.keys("Right", "Right", "p", "Right", "Right", "g")
    until(lambda page: ("GPE", "Astana") in labels(page), "the third entity")
    screen.keys("Right", "shift+Right", "d")
    until(lambda page: ("DATE", "on Thursday") in labels(page), "the time")
    screen.keys("Home", "Right", "v", "c")
    until(lambda page: ("CONSULT", "met") in labels(page), "the event")
    screen.keys("c", "Left", "Return")
    until(lambda page: ("Participant", "Tokayev") in roles(page), "the first argument")
    screen.keys("c", "Right", "Return")
    until(lambda page: ("Participant", "Erdogan") in roles(page), "the second argument")
    screen.keys("e", "End", "Return")
    until(lambda page: any(role == "Time" for role, _ in roles(page)), "the time as an argument")
    screen.keys("alt+Left", "equal")
    until(lambda page: any(m.entity_id for m in page.mentions.values()), "the link to an entity")


def finish(screen: Screen, project: Path) -> None:
    """Take what is still suggested, and mark the article done."""

    def is_done() -> bool:
        with Project.open(project, readonly=True) as own:
            (who,) = own.annotations.annotators()
            return any(s.state is State.DONE for s in own.articles.summaries(who.id))

    for _ in range(3):
        screen.keys("ctrl+Return")
        screen.settled(WINDOW)
        if is_done():
            return
    wait_until(is_done, "the article to be done", 2)


def tag_the_rest(screen: Screen, project: Path) -> None:
    """Search all articles, then tag what is not tagged yet of all lines."""
    screen.keys("ctrl+shift+f")
    screen.type("astana")
    screen.settled(WINDOW, 0.3)
    screen.keys("ctrl+Return")
    screen.settled(WINDOW, 0.5)
    screen.keys("ctrl+a", "space", "g", "ctrl+Return")

    def all_tagged() -> bool:
        waits, thanks = page_in(project, "Astana waits"), page_in(project, "Ankara thanked")
        return bool(waits and thanks and len(waits.mentions) == 2 and len(thanks.mentions) == 1)

    wait_until(all_tagged, "every Astana to be tagged")
    screen.keys("ctrl+z")
    wait_until(lambda: not all_tagged(), "one undo to take them all back")
    screen.keys("ctrl+shift+z")
    wait_until(all_tagged, "redo")
    screen.keys("Escape")


def test_the_whole_job_without_a_mouse(screen: Screen, tmp_path: Path) -> None:
    project = tmp_path / "work.dateline"
    program = begin(screen, tmp_path / "home", project, texts(tmp_path / "texts"))
    try:
        annotate(screen, project)
        finish(screen, project)
        tag_the_rest(screen, project)
        lines = export(program, tmp_path / "out.jsonl")
        assert program.quit() == 0
    finally:
        program.kill()
    assert program.complaints() == ""
    articles = [line for line in lines if line["record"] == "article"]
    assert sorted(len(a["entities"]) for a in articles) == [1, 2, 3]
    (event,) = [e for a in articles for e in a["events"]]
    assert {(a["role"], a["text"]) for a in event["arguments"]} >= {
        ("Participant", "Tokayev"),
        ("Participant", "Erdogan"),
    }
    assert any(e.get("entity_name") for a in articles for e in a["entities"]), json.dumps(articles)
