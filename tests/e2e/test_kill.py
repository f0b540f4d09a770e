"""What the screen has shown as tagged is on the disk: the window is killed the moment the tag is seen."""

from pathlib import Path

import pytest

from dateline.editing.checking import check_project
from dateline.editing.sample import preset
from dateline.model.article import Article
from dateline.model.ids import new_id
from dateline.store.project import Project
from tests.e2e.program import Program, Twin, around, page_in
from tests.e2e.screen import Screen, wait_until

pytestmark = pytest.mark.e2e

WASH = bytes.fromhex("e0e7db")  # under a GPE in the light theme, as the screen holds it: blue, green, red
WORDS = ("Astana", "Ankara", "Almaty")
TEXT = "The minister went from Astana to Ankara, and home by way of Almaty.\n"


def _tagged(pixels: bytes) -> bool:
    """Say whether the label's wash lies under the words; a card that comes over them is no tag."""
    return sum(pixels[i : i + 3] == WASH for i in range(0, len(pixels), 4)) > 100


def test_a_tag_that_was_shown_survives_the_kill(screen: Screen, tmp_path: Path) -> None:
    path, home = tmp_path / "trip.dateline", tmp_path / "home"
    with Project.create(path, preset("diplomacy")) as project, project.step("Article", kind="import") as step:
        step.put(Article(new_id(), TEXT, "Trip", published="2018-04-19"))
    twin = Twin(screen, tmp_path / "twin", path)
    shown: list[str] = []
    for words in WORDS:
        program = Program(screen, home, str(path), title="trip")
        try:
            [place] = twin.ask(program.wait_for_window(), word=[words])["word"]
            line = around(place, 60, 44)
            screen.settled(line, 0.5)
            screen.click(place)
            screen.settled(line, 0.3)
            assert not _tagged(screen.pixels(line))
            screen.keys("g")
            wait_until(lambda b=line: _tagged(screen.pixels(b)), f"the tag on {words} to be painted")
        finally:
            program.kill()
        shown.append(words)
        page = page_in(path, "Trip")
        assert page is not None
        assert sorted(m.text_of(page.text) for m in page.mentions.values()) == sorted(shown)
    twin.close()
    program = Program(screen, home, str(path), title="trip")
    program.wait_for_window()
    assert program.quit() == 0
    assert program.complaints() == ""
    with Project.open(path) as project:
        assert not [f for f in check_project(project) if f.grave]
