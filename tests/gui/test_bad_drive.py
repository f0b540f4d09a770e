"""The drive under the open window: full, gone, back again. One clear message, nothing lost, and work goes on."""

from pathlib import Path

import pytest

from dateline.gui.dialogs.errors import ProblemDialog
from dateline.store.project import Project
from tests.gui.whole import Whole


def told(whole: Whole) -> list[str]:
    """Return what the problem dialogs say, and close them."""
    whole.settle()
    dialogs = [d for d in whole.window.findChildren(ProblemDialog) if d.isVisible()]
    said = [d.report for d in dialogs]
    for dialog in dialogs:
        dialog.close()
    whole.settle()
    return said


def test_a_drive_that_fills_up_is_told_once_and_what_was_tagged_is_there(whole: Whole, path: Path) -> None:
    whole.tag("Astana", "g")
    project = whole.session.project
    assert project
    (pages,) = project._conn.execute("PRAGMA page_count").fetchone()
    project._conn.execute(f"PRAGMA max_page_count = {pages}")
    whole.click("Tokayev")
    for _ in range(400):  # what is free inside the file holds some edits more
        whole.verbs.set_note("x" * 4000, whole.page.article.id, whole.page.annotator_id, None)
        whole.verbs.set_note("y" * 8000, whole.page.article.id, whole.page.annotator_id, None)
        if said := told(whole):
            break
    assert len(said) == 1
    assert "full" in said[0]
    before = dict(whole.page.mentions)
    project._conn.execute("PRAGMA max_page_count = 1000000")
    whole.tag("Ankara", "g")
    assert told(whole) == []
    assert set(before) < set(whole.page.mentions)
    with Project.open(path, readonly=True) as reader:
        assert reader.annotations.page(whole.page.article.id, whole.page.annotator_id).mentions == whole.page.mentions
        assert reader.integrity() == []


@pytest.mark.parametrize("how", ["removed", "replaced"])
def test_a_drive_that_is_pulled_out_is_told_and_work_goes_on_when_it_is_back(
    whole: Whole, path: Path, tmp_path: Path, how: str
) -> None:
    whole.tag("Astana", "g")
    kept = dict(whole.page.mentions)
    away = tmp_path.parent / f"{tmp_path.name}-away"
    tmp_path.rename(away)
    if how == "replaced":  # another drive at its place, with a project of the same name
        tmp_path.mkdir()
        Project.create(path, whole.session.schema).close()
        before = path.read_bytes()
    whole.click("Tokayev")
    whole.keys("p")
    (said,) = told(whole)
    assert path.name in said
    assert whole.page.mentions == kept
    if how == "replaced":
        assert path.read_bytes() == before
        for name in tmp_path.iterdir():
            name.unlink()
        tmp_path.rmdir()
    away.rename(tmp_path)
    whole.tag("Ankara", "g")
    assert told(whole) == []
    assert len(whole.page.mentions) == len(kept) + 1
