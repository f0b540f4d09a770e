"""The whole job in a real window with real keys and a real mouse, from nothing to the training set."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.model.page import Page
from tests.e2e.program import Program, Twin, around, page_in, started
from tests.e2e.screen import Screen, wait_until

pytestmark = pytest.mark.e2e

WINDOW = (0, 0, 1480, 940)
TALKS = (
    "Çavuşoğlu met Tokayev in Astana on Thursday.\n\n"
    "The minister will visit Ankara\u00a0next week. 🤝 Nothing else was said.\n"
)
OTHERS = {"later.txt": "Astana waits for the next visit.\n", "again.txt": "Ankara thanked Astana on Friday.\n"}


def texts(folder: Path) -> tuple[Path, Path]:
    """Write what will be imported: one file and a folder."""
    file, more = folder / "talks.txt", folder / "more"
    file.write_bytes(TALKS.encode())
    more.mkdir()
    for name, text in OTHERS.items():
        (more / name).write_bytes(text.encode())
    return file, more


def start_from_nothing(screen: Screen, home: Path, project: Path) -> Program:
    """Make a project through the welcome screen and its dialog; this is not the very first start, with its sample."""
    started(home)
    program = Program(screen, home)
    try:
        corner = program.wait_for_window()
        twin = Twin(screen, home.parent / "twin")
        offer = twin.ask(corner, offer=[1])["offer"][0]
        twin.close()
        screen.click(offer)
        screen.window("^New project")
        screen.keys("ctrl+a")
        screen.type(str(project))
        screen.keys("Return")
        wait_until(project.exists, "the project file")
        wait_until(lambda: screen.is_gone("^New project"), "the dialog to close")
    except BaseException:
        program.kill()
        raise
    return program


def choose(screen: Screen, title: str, path: Path, back: str) -> None:
    """Type a path into a file dialog and go back to the window that opened it."""
    screen.window(title)
    screen.keys("ctrl+a")
    screen.type(str(path))
    screen.keys("Return")
    wait_until(lambda: screen.is_gone(title), f"{title} to close")
    screen.window(back)


def import_texts(program: Program, file: Path, folder: Path, project: Path) -> None:
    """Bring in a file and a folder through the import dialog, saying when they were published."""
    screen = program.screen
    program.focus()
    screen.keys("ctrl+i")
    screen.window("^Import")
    screen.keys("space")
    choose(screen, "^Import files", file, "^Import")
    screen.keys("Tab", "space")
    choose(screen, "^Import a folder", folder, "^Import")
    screen.keys("alt+p")
    screen.type("2018-04-19")
    screen.keys("Return")
    wait_until(lambda: page_in(project, "Ankara thanked") is not None, "three articles in the project")
    screen.settled(WINDOW)
    screen.window("^Import")
    screen.keys("Return")
    wait_until(lambda: screen.is_gone("^Import"), "the import dialog to close")
    program.focus()


def talks(project: Path) -> Page:
    page = page_in(project, "Çavuşoğlu")
    assert page is not None
    return page


def labels(page: Page) -> set[tuple[str, str]]:
    return {(m.label, m.text_of(page.text)) for m in page.mentions.values()}


def roles(page: Page) -> set[tuple[str, str]]:
    return {(a.role, page.mentions[a.filler_id].text_of(page.text)) for a in page.arguments.values()}


TAGGED = {("PERSON", "Çavuşoğlu"), ("GPE", "Astana"), ("DATE", "on Thursday"), ("CONSULT", "met")}
ARGUED = {("Participant", "Çavuşoğlu"), ("Time", "on Thursday")}


def annotate(program: Program, project: Path) -> None:
    """Tag an entity by key, one from the palette, a time by a drag, and an event with two arguments."""
    screen = program.screen
    twin = Twin(screen, program.home.parent / "twin", project)
    place = twin.ask(
        program.corner, word=["Çavuşoğlu", "Astana", "met", "Thursday"], edges=["on Thursday"], label=["GPE"]
    )
    twin.close()
    person, astana, met, thursday = place["word"]

    def until(holds: Callable[[Page], object], what: str) -> None:
        wait_until(lambda: holds(talks(project)), what)

    screen.click(person)
    screen.keys("p")
    until(lambda page: ("PERSON", "Çavuşoğlu") in labels(page), "the entity")
    screen.click(astana)
    screen.click(place["label"][0])
    until(lambda page: ("GPE", "Astana") in labels(page), "the entity from the palette")
    screen.drag(*place["edges"][0])
    screen.keys("d")
    until(lambda page: ("DATE", "on Thursday") in labels(page), "the time")
    screen.click(met)
    screen.keys("v", "c")
    until(lambda page: ("CONSULT", "met") in labels(page), "the event")
    screen.keys("c")
    screen.click(person)
    until(lambda page: ("Participant", "Çavuşoğlu") in roles(page), "the first argument")
    screen.keys("e")
    screen.click(thursday)
    until(lambda page: roles(page) == ARGUED, "the second argument")
    assert labels(talks(project)) == TAGGED


def use_the_timeline(program: Program, project: Path) -> None:
    """The event's mark is on the timeline: a click on it selects the trigger, which Delete, undo and redo prove."""
    screen = program.screen
    twin = Twin(screen, program.home.parent / "twin", project)
    place = twin.ask(program.corner, mark=["met"], word=["Ankara"])
    twin.close()
    (mark,), (elsewhere,) = place["mark"], place["word"]
    drawn = screen.settled(around(mark, 9, 9))
    assert len({drawn[i : i + 3] for i in range(0, len(drawn), 4)}) > 1, "nothing is drawn where the mark should be"
    screen.click(elsewhere)
    screen.click(mark)
    screen.settled(WINDOW)
    screen.keys("alt+n", "d")  # the keys are the timeline's now; the menu deletes what is selected
    undo_and_redo(program, project)


def undo_and_redo(program: Program, project: Path) -> None:
    """What the timeline selected is the trigger: deleted with its arguments, brought back, deleted, brought back."""
    screen = program.screen
    gone = TAGGED - {("CONSULT", "met")}
    wait_until(lambda: labels(talks(project)) == gone, "the trigger to be deleted")
    for key, left in (("ctrl+z", TAGGED), ("ctrl+shift+z", gone), ("ctrl+z", TAGGED)):
        screen.keys(key)
        wait_until(lambda left=left: labels(talks(project)) == left, f"{key}")
    assert roles(talks(project)) == ARGUED


def export(program: Program, target: Path) -> list[dict[str, object]]:
    """Export by the window; return the lines."""
    screen = program.screen
    program.focus()
    screen.keys("ctrl+e")
    screen.window("^Export")
    screen.keys("ctrl+a")
    screen.type(str(target))
    screen.keys("Return")
    wait_until(target.exists, "the exported file")
    screen.settled(WINDOW)
    screen.window("^Export")
    screen.keys("Return")
    wait_until(lambda: screen.is_gone("^Export"), "the export dialog to close")
    return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]


def compare(lines: list[dict[str, object]]) -> None:
    """The file says what was tagged, to the character."""
    articles: dict[str, Any] = {str(a["title"] or a["origin"]): a for a in lines if a["record"] == "article"}
    assert len(articles) == 3
    article = next(a for a in articles.values() if a["text"] == TALKS)
    assert article["published"] == "2018-04-19"

    def where(words: str) -> tuple[int, int]:
        return TALKS.index(words), TALKS.index(words) + len(words)

    entities = {(e["label"], e["start"], e["end"], e["text"]) for e in article["entities"]}
    assert entities == {("PERSON", *where("Çavuşoğlu"), "Çavuşoğlu"), ("GPE", *where("Astana"), "Astana")}
    [time] = article["times"]
    assert (time["label"], time["start"], time["end"], time["value"]) == ("DATE", *where("on Thursday"), "2018-04-19")
    assert (time["when"]["begin"], time["when"]["end"]) == ("2018-04-19", "2018-04-20")
    [event] = article["events"]
    trigger = event["trigger"]
    assert (event["label"], trigger["start"], trigger["end"], trigger["text"]) == ("CONSULT", *where("met"), "met")
    assert {(a["role"], a["start"], a["end"]) for a in event["arguments"]} == {
        ("Participant", *where("Çavuşoğlu")),
        ("Time", *where("on Thursday")),
    }


def test_from_nothing_to_the_training_set(screen: Screen, tmp_path: Path) -> None:
    home, project = tmp_path / "home", tmp_path / "work.dateline"
    file, more = texts(tmp_path)
    program = start_from_nothing(screen, home, project)
    try:
        import_texts(program, file, more, project)
        annotate(program, project)
        use_the_timeline(program, project)
        assert program.quit() == 0
        assert labels(talks(project)) == TAGGED
        program = Program(screen, home, title="work")
        program.wait_for_window()
        screen.settled(WINDOW, 0.4)
        compare(export(program, tmp_path / "out.jsonl"))
        assert labels(talks(project)) == TAGGED
        assert roles(talks(project)) == ARGUED
        assert program.quit() == 0
    finally:
        program.kill()
    assert program.complaints() == ""
