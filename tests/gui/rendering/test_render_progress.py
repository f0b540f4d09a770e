"""Drawing the timeline tells what it is at, before anything long begins."""

from pathlib import Path

import pytest

from dateline.editing.sample import make_sample
from dateline.gui.rendering import Wish, render_project
from dateline.store.project import Project


class Steps:
    def __init__(self) -> None:
        self.told: list[str] = []

    def step(self, done: int, total: int | None, what: str) -> None:
        self.told.append(what if total is None else f"{done} of {total}")


@pytest.mark.parametrize(("name", "last"), [("t.html", "4 of 5"), ("t.png", "t.png")])
def test_the_timeline_tells_what_it_is_at(qapp: object, tmp_path: Path, name: str, last: str) -> None:
    make_sample(tmp_path / "p.dateline")
    steps = Steps()
    with Project.open(tmp_path / "p.dateline", readonly=True) as project:
        render_project(project, Wish(tmp_path / name), steps)
    assert steps.told[:2] == ["timeline", "checks"]
    assert steps.told[-1] == last
