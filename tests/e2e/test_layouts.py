"""Label keys on other keyboards, pressed as keys of a real X server: by their place, as a hand finds them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from dateline.editing.sample import preset
from dateline.model.article import Article, RegionKind
from dateline.model.ids import new_id
from dateline.store.project import Project
from tests.e2e.program import Program, Twin, page_in
from tests.e2e.screen import Screen, wait_until

pytestmark = pytest.mark.e2e

TEXT = "The minister went from Astana to Ankara, and home by way of Almaty. They met there.\n"
ZERO, APOSTROPHE = 19, 48  # X keycodes: what stands there on a US keyboard
PLACES = {"p": 33, "o": 32, "g": 42, "v": 55, "c": 54, "d": 40}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "trip.dateline"
    with Project.create(path, preset("diplomacy")) as made, made.step("Article", kind="import") as step:
        step.put(Article(new_id(), TEXT, "Trip", published="2018-04-19"))
    return path


def use_layout(screen: Screen, *layout: str) -> None:
    if shutil.which("setxkbmap") is None or shutil.which("xkbcomp") is None:
        pytest.skip("setxkbmap and xkbcomp are not installed")
    subprocess.run(["setxkbmap", "-display", screen.display, *layout], check=True, timeout=20)


def labels(path: Path) -> list[tuple[str, str]]:
    page = page_in(path, "Trip")
    return [(m.label, m.text_of(page.text)) for m in page.in_order()] if page else []


@pytest.mark.parametrize("layout", ["kz", "ru", "tr", "us"])
def test_keys_tag_by_their_place(screen: Screen, tmp_path: Path, project: Path, layout: str) -> None:
    use_layout(screen, layout)
    twin = Twin(screen, tmp_path / "twin", project)
    program = Program(screen, tmp_path / "home", str(project), title="trip")
    try:
        corner = program.wait_for_window()
        asked = ["Astana", "minister", "met", "Almaty"]
        words = dict(zip(asked, twin.ask(corner, word=asked)["word"], strict=True))
        for word, keys, wanted in (
            ("Astana", [PLACES["g"]], ("GPE", "Astana")),
            ("minister", [PLACES["p"]], ("PERSON", "minister")),
            ("met", [PLACES["v"], PLACES["c"]], ("CONSULT", "met")),
        ):
            screen.click(words[word])
            screen.settled((0, 0, 1600, 1000), 0.3)
            screen.keys(*map(str, keys))
            wait_until(lambda w=wanted: w in labels(project), f"{wanted} on a {layout} layout")
        screen.click(words["Almaty"])
        screen.settled((0, 0, 1600, 1000), 0.3)
        screen.keys(str(ZERO))

        def nothing_here() -> bool:
            page = page_in(project, "Trip")
            return bool(page and [r for r in page.regions.values() if r.kind is RegionKind.NEGATIVE])

        wait_until(nothing_here, f"a verified negative by the key of the 0 on a {layout} layout")
        assert len(labels(project)) == 3
        use_layout(screen, "us")  # where there is no Q xdotool would lay one on a spare key, which may come too late
        screen.settled((0, 0, 1600, 1000), 0.3)
        assert program.quit() == 0
    finally:
        program.kill()
        twin.close()
    assert program.complaints() == ""


def test_a_dead_key_and_the_letter_after_it_tag_nothing(screen: Screen, tmp_path: Path, project: Path) -> None:
    use_layout(screen, "us", "-variant", "intl")
    twin = Twin(screen, tmp_path / "twin", project)
    program = Program(screen, tmp_path / "home", str(project), title="trip")
    try:
        [place] = twin.ask(program.wait_for_window(), word=["Astana"])["word"]
        screen.click(place)
        screen.settled((0, 0, 1600, 1000), 0.3)
        screen.keys(str(APOSTROPHE), str(PLACES["o"]))
        screen.settled((0, 0, 1600, 1000), 0.5)
        screen.keys(str(PLACES["g"]))
        wait_until(lambda: labels(project), "a plain key to tag")
        assert labels(project) == [("GPE", "Astana")]
        use_layout(screen, "us")  # where there is no Q xdotool would lay one on a spare key, which may come too late
        screen.settled((0, 0, 1600, 1000), 0.3)
        assert program.quit() == 0
    finally:
        program.kill()
        twin.close()
    assert program.complaints() == ""
